"""Is alles een keer aanwezig, en op een eigen adres?"""

import json
from collections import defaultdict

from generator.controles.stand import Stand
from generator.model import Adres


def controleer_ids(stand: Stand) -> None:
    """Een id komt een keer voor over de drie soorten voorzieningen; beide bestanden krijgen de melding."""
    for id_, paden in stand.gelezen.bestanden.items():
        for pad in paden if len(paden) > 1 else ():
            stand.verslag.meld("SK302", pad, id=id_, ander=next(p for p in paden if p != pad))


def _adressleutel(adres: Adres) -> tuple[str, ...]:
    nummer = "".join((adres.huisnummer or "").casefold().split())
    straat = (adres.straat or "").casefold()
    return (adres.postcode, nummer) if adres.postcode else (adres.plaats.casefold(), straat, nummer)


def controleer_dubbel(stand: Stand) -> None:
    """Twee voorzieningen met dezelfde naam op hetzelfde adres zijn waarschijnlijk dezelfde."""
    gezien = defaultdict(list)
    for voorziening in stand.gelezen.voorzieningen:
        naam = "".join(t for t in voorziening.naam.casefold() if t.isalnum())
        plekken = {_adressleutel(locatie.adres) for locatie in voorziening.locaties if locatie.adres}
        for plek in plekken or {tuple(sorted(voorziening.werkgebied))} if voorziening.status == "actief" else ():
            gezien[naam, plek].append(voorziening)
    for groep in gezien.values():
        for voorziening in groep if len(groep) > 1 else ():
            ander = next(v for v in groep if v is not voorziening)
            stand.meld("SK404", voorziening.pad, "naam", ander=ander.pad)


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
