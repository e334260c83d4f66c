"""Is wat uit een bron is overgenomen door een mens nagezien? Vragen doen we dat alleen aan een echte gemeente."""

from generator.betekenis.nazien import BESTAND, te_nazien
from generator.controles.stand import Stand


def controleer_nazien(stand: Stand) -> None:
    """Zolang er landelijke gegevens zijn die niemand heeft geopend, staat er een waarschuwing."""
    eigen = next((g for g in stand.gemeenten if g.code == stand.instellingen.gemeente), None)
    if eigen is None or eigen.voorbeeld:
        return
    open_ = [n for n in te_nazien(stand.gelezen.voorzieningen, stand.gelezen.bevestigd) if not n.klaar]
    if open_:
        stand.verslag.meld("SK353", BESTAND, aantal=len(open_), eerste=open_[0].voorziening.naam)
