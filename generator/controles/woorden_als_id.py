"""Een gewoon woord of een naam op de plek van een id: de melding noemt het id dat bedoeld is."""

from generator.controles.stand import Stand
from generator.lezen.waarden import nette_naam


def controleer_woorden_als_id(stand: Stand) -> None:
    """Bij elk 'kan geen id zijn' op de plek van een verwijzing het id dat zo heet, of dat dit woord kent."""
    for melding in [m for m in stand.verslag.meldingen_ruw if m.code == "SK309" and ":" in m.waarde]:
        soort, _, woord = melding.waarde.partition(":")
        bekend = stand.gelezen.bekend.get(soort, set())
        kaal = nette_naam(woord)
        goed = kaal if kaal in bekend else stand.bedoeld(soort, woord, bekend)
        if goed:
            stand.verslag.meldingen_ruw.remove(melding)
            stand.verslag.meldingen_ruw.add(melding.met(oplossing=f"schrijf het id: {goed}."))
