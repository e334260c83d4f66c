"""Is alles een keer aanwezig, en op een eigen adres?"""

import json
from operator import attrgetter

import msgspec

from generator.betekenis.dubbel import VERGELEKEN, Dubbel, zoek_dubbele
from generator.controles.stand import Stand
from generator.model import Voorziening
from generator.voorraad import Voorraad, vingerafdruk


def controleer_ids(stand: Stand) -> None:
    """Een id komt een keer voor over de drie soorten voorzieningen; beide bestanden krijgen de melding."""
    for id_, paden in stand.gelezen.bestanden.items():
        for pad in paden if len(paden) > 1 else ():
            stand.verslag.meld("SK302", pad, id=id_, ander=next(p for p in paden if p != pad))


def controleer_dubbel(stand: Stand) -> None:
    """Twee voorzieningen die waarschijnlijk dezelfde zijn, krijgen allebei de melding."""
    gezien: set[str] = set()
    stand.dubbelen = _dubbelen(stand.gelezen.voorzieningen, stand.voorraad)
    for dubbel in stand.dubbelen:
        for hier, ander in ((dubbel.een, dubbel.ander), (dubbel.ander, dubbel.een)):
            if hier.pad not in gezien:
                gezien.add(hier.pad)
                stand.meld("SK404", hier.pad, "naam", ander=ander.pad, reden=dubbel.zin)


def _dubbelen(rij: list[Voorziening], voorraad: Voorraad) -> list[Dubbel]:
    """De paren; uit de voorraad als van geen ingang iets veranderde waar zij van afhangen."""
    velden, per_pad = attrgetter(*VERGELEKEN), {v.pad: v for v in rij}
    sleutel = vingerafdruk(msgspec.msgpack.encode([velden(v) for v in rij]))
    bekend = voorraad.pak("dubbel", sleutel)
    if bekend is None:
        bekend = tuple((d.een.pad, d.ander.pad, d.naam, d.gelijk) for d in zoek_dubbele(rij))
        voorraad.leg("dubbel", sleutel, bekend)
    return [Dubbel(per_pad[een], per_pad[ander], naam, gelijk) for een, ander, naam, gelijk in bekend]


def controleer_ongebruikt(stand: Stand) -> None:
    """Een organisatie waar niets naar verwijst, staat er waarschijnlijk voor niets."""
    if stand.verslag.fouten:
        return  # een bestand met een fout noemt misschien juist deze organisatie
    genoemd = {v.id for lijst in stand.gelezen.verwijzingen.values() for v in lijst if v.soort == "organisatie"}
    for organisatie in stand.gelezen.organisaties:
        if organisatie.id not in genoemd:
            stand.verslag.meld("SK406", organisatie.pad, term=organisatie.id)


def controleer_verdwenen(stand: Stand) -> None:
    """Een id van de vorige site dat weg is, heeft een doorverwijzing nodig: anders breken links van anderen."""
    try:
        vorige = json.loads((stand.map / "site" / "data" / "voorzieningen.json").read_bytes())
        ids = [str(v["id"]) for v in vorige["voorzieningen"]]
    except (OSError, ValueError, KeyError, TypeError):
        return
    if stand.gelezen.adresboek:  # dan let het nazicht van de adressen er al op
        return
    over = stand.gelezen.bekend["voorziening"]
    weg = [id_ for id_ in sorted(set(ids) - over) if f"voorzieningen/{id_}/" not in stand.gelezen.doorverwijzingen]
    for id_ in weg:
        stand.verslag.meld("SK405", "sociale_kaart/doorverwijzingen.yaml", id=id_)
