"""`adressen`: onthoud elk adres dat de site nu heeft, zodat geen bouw er een verliest."""

import json
from pathlib import Path

from generator.bewerken.bestand import schrijf_heel
from generator.bouw.adressen import huidige_adressen, keur_adressen
from generator.bouw.opvolgers import adres_van_gebied
from generator.catalogus import lees_catalogus
from generator.lezen.adressen import ADRESBOEK
from generator.meldingen import Verslag
from generator.model import Catalogus
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
    codes = {adres_van_gebied(code, catalogus): code for code, g in catalogus.gebieden.items() if g.soort != "buurt"}
    regels = {}
    for adres, was in catalogus.adresboek.items():
        regels[adres] = regel(was.naam, was.code, was.functies)
    for adres, titel in nu.items():
        v = catalogus.voorzieningen.get(adres.split("/")[1]) if adres.startswith("voorzieningen/") else None
        regels[adres] = regel(titel, codes.get(adres, ""), v.functies if v else ())
    return KOP + "".join(f"{adres}: {regels[adres]}\n" for adres in sorted(regels))


def regel(naam: str, code: str, functies: tuple[str, ...]) -> str:
    """Een naam als tekst, met code of functies als groep; JSON-tekst is ook YAML."""
    tekst = json.dumps(naam or "bestand", ensure_ascii=False)
    meer = (f", code: {code}" if code else "") + (f", functies: [{', '.join(functies)}]" if functies else "")
    return f"{{naam: {tekst}{meer}}}" if meer else tekst
