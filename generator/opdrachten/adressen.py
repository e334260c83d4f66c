"""`adressen`: onthoud elk adres dat de site nu heeft, zodat geen bouw er een verliest."""

import json
from pathlib import Path
from typing import Any

from generator.bewerken.bestand import schrijf_heel
from generator.bouw.adressen import huidige_adressen, keur_adressen
from generator.bouw.opvolgers import adres_van_gebied
from generator.catalogus import lees_catalogus
from generator.geschiedenis.berichten import met_geschiedenis
from generator.lezen.adressen import ADRESBOEK
from generator.meldingen import Verslag
from generator.model import Catalogus, Punt
from generator.model.adresboek import Gepubliceerd
from generator.opdrachten.controleer import druk_af
from generator.voorraad import Voorraad

KOP = """\
# Elk adres dat ooit op deze site stond. Een link van een ander, een bladwijzer of een code op papier gaat zo niet stuk.
# De opdracht 'adressen' schrijft dit bestand; haal er niets uit weg. Verdwijnt een adres, dan vraagt de bouw om een
# regel in sociale_kaart/doorverwijzingen.yaml.
"""


def voeg_toe(deel) -> None:
    parser = deel.add_parser("adressen", help="onthoud elk adres van de site in adressen.yaml")
    parser.add_argument("--proef", action="store_true", help="zeg alleen hoeveel adressen erbij komen")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    verslag, voorraad = Verslag(), Voorraad(opties.map)
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, voorraad)
    if catalogus:
        catalogus = met_geschiedenis(catalogus, opties.map, voorraad, verslag)
    nu = huidige_adressen(catalogus) if catalogus else {}
    if catalogus:
        keur_adressen(catalogus, nu, verslag)
    if catalogus is None or verslag.fouten:
        druk_af(verslag)
        print(f"{ADRESBOEK} is niet veranderd.")
        return 1
    print(vertel(catalogus, nu, schrijf(opties.map, catalogus, nu, opties.proef), opties.proef))
    return 0


def schrijf(map_: Path, catalogus: Catalogus, nu: dict[str, str], proef: bool) -> bool:
    """Schrijf adressen.yaml als het anders wordt; True als dat zo is."""
    tekst, bestand = adresboek_tekst(catalogus, nu), map_ / ADRESBOEK
    anders = not bestand.exists() or bestand.read_text(encoding="utf-8") != tekst
    if anders and not proef:
        schrijf_heel(map_, ADRESBOEK, tekst.encode())
    return anders


def vertel(catalogus: Catalogus, nu: dict[str, str], anders: bool, proef: bool) -> str:
    erbij, samen = len(nu.keys() - catalogus.adresboek.keys()), len(nu.keys() | catalogus.adresboek.keys())
    if not anders:
        return f"{ADRESBOEK} is al bij: {samen} adressen."
    return f"{ADRESBOEK}: {samen} adressen, waarvan {erbij} nieuw{' (niet geschreven)' if proef else ''}."


def adresboek_tekst(catalogus: Catalogus, nu: dict[str, str]) -> str:
    """Het hele bestand, op volgorde van adres; wat er niet meer is, blijft staan zoals het was."""
    ingangen = {f"voorzieningen/{v.id}/": {"functies": v.functies} for v in catalogus.voorzieningen.values()}
    weten = {**ingangen, **gebieden(catalogus)}
    plek = (1, 1)
    regels = dict(catalogus.adresboek)
    regels |= {adres: Gepubliceerd(plek, titel, **weten.get(adres, {})) for adres, titel in nu.items()}
    return KOP + "".join(f"{adres}: {regel(regels[adres])}\n" for adres in sorted(regels))


def gebieden(catalogus: Catalogus) -> dict[str, dict[str, Any]]:
    """Per adres van een gemeente, wijk of eigen gebied waaraan zij later terug te vinden is."""
    uit: dict[str, dict[str, Any]] = {
        adres_van_gebied(code, catalogus): {"code": code, "punt": midden(code, catalogus)}
        for code, g in catalogus.gebieden.items()
        if g.soort != "buurt"
    }
    for gemeente in catalogus.gemeenten:
        uit |= {f"gebieden/{gemeente.slug}/{deel.id}/": {"codes": deel.codes} for deel in gemeente.indeling}
    return uit


def midden(code: str, catalogus: Catalogus) -> Punt | None:
    """Een punt in de wijk, op een meter of tien; None als er geen grenzen zijn."""
    tekening = catalogus.gemeente_van[code].tekening
    vak = tekening.vakken.get(code) if tekening else None
    return Punt(round(vak.naampunt[0], 4), round(vak.naampunt[1], 4)) if vak else None


def regel(adres: Gepubliceerd) -> str:
    """Een naam als tekst, met wat er meer bekend is als groep; JSON-tekst is ook YAML."""
    tekst = json.dumps(adres.naam or "bestand", ensure_ascii=False)
    meer = [f"code: {adres.code}"] if adres.code else []
    meer += [f"codes: [{', '.join(adres.codes)}]"] if adres.codes else []
    meer += [f"punt: {{lengte: {adres.punt.lengte}, breedte: {adres.punt.breedte}}}"] if adres.punt else []
    meer += [f"functies: [{', '.join(adres.functies)}]"] if adres.functies else []
    return f"{{{', '.join([f'naam: {tekst}', *meer])}}}" if meer else tekst
