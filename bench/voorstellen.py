"""Dertig echte veranderingen van elke soort op een kopie van de voorbeeldinhoud, en wat `wijzigingen` ervan zegt.

Een lezer die geen YAML kent, leest alleen de reacties en zegt wat er veranderde en of het overgenomen kan worden. Draai
`.venv/bin/python bench/voorstellen.py [--uit MAP] [nummer ...]`; per verandering komt er een reactie.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
PEILDATUM = date(2026, 11, 22)
ALG, WIJK, KETEN = (f"sociale_kaart/{m}" for m in ("algemene_voorzieningen", "wijkfuncties", "ketenpartners"))
GELD, LUWTE = f"{ALG}/geldloket-voorbeeldstad.yaml", f"{ALG}/inloop-de-luwte.yaml"
NAGEKEKEN = ("gecontroleerd: {op: 2026-10-19", "gecontroleerd: {op: 2026-11-20")
NIEUW = """\
naam: Fietslessen De Ketting
functies: [informatie-en-advies]
samenvatting: Leer fietsen in het verkeer, in een kleine groep.
doelgroepen: [nieuwkomers]
kosten: {soort: gratis}
toegang: {hoe: aanmelden, uitleg: Bel om mee te doen.}
werkgebied: [WK999902]
contact: {telefoon: "0999-77 11 22"}
talen: [nl]
voorbeeld: ja
gecontroleerd: {op: 2026-11-20, door: redactie sociaal domein}
"""
# (wat er gebeurt, [(bestand, oud, nieuw)]); oud None is een nieuw bestand, nieuw None is weg, oud '>' is hernoemen.
VERANDERINGEN = (
    ("ander telefoonnummer", [(GELD, '"0999-14 20 00"', '"0999-14 20 99"'), (GELD, *NAGEKEKEN)]),
    ("andere inlooptijd op maandag", [(GELD, 'ma: "13:30-16:00"', 'ma: "13:00-17:00"'), (GELD, *NAGEKEKEN)]),
    (
        "drie dagen tegelijk andere telefoontijden, nagekeken vergeten",
        [
            (
                GELD,
                'ma: "09:00-12:30"\n    di: "09:00-12:30, 13:30-16:30"\n    wo: "09:00-12:30"',
                'ma: "10:00-12:30"\n    di: "10:00-12:30"\n    wo: "10:00-12:30"',
            )
        ],
    ),
    ("alleen opnieuw nagekeken", [(GELD, *NAGEKEKEN)]),
    ("zoekwoorden erbij en weg", [(GELD, "[blauwe envelop, rondkomen,", "[deurwaarder aan de deur, rondkomen,")]),
    (
        "geld gaat kosten",
        [(LUWTE, "kosten: {soort: gratis}", "kosten: {soort: eigen_bijdrage, toelichting: Koffie kost iets.}")],
    ),
    ("toegang wordt strenger", [(LUWTE, "hoe: vrij", "hoe: verwijzing")]),
    (
        "verhuizing van het adres, met punt",
        [
            (
                LUWTE,
                "straat: Lange Gracht, huisnummer: 31, postcode: 9999 AM",
                "straat: Waagplein, huisnummer: 4, postcode: 9999 AA",
            ),
            (LUWTE, "{lengte: 3.90312, breedte: 52.59795}", "{lengte: 3.90621, breedte: 52.60135}"),
        ],
    ),
    (
        "punt verschuift alleen",
        [(LUWTE, "{lengte: 3.90312, breedte: 52.59795}", "{lengte: 3.91312, breedte: 52.60795}")],
    ),
    ("plek gesloten", [(LUWTE, "voorbeeld: ja\n", "voorbeeld: ja\nstatus: gesloten\n")]),
    ("plek verwijderd", [(f"{WIJK}/zwemclub-de-snoek.yaml", None, None)]),
    ("plek verwijderd waar iets naar verwijst", [(f"{WIJK}/buurthuis-de-sluis.yaml", None, None)]),
    ("nieuwe plek", [(f"{ALG}/fietslessen-de-ketting.yaml", None, NIEUW)]),
    (
        "nieuwe plek met fouten",
        [
            (
                f"{ALG}/fietslessen-de-ketting.yaml",
                None,
                NIEUW.replace("WK999902", "WK999999").replace("informatie-en-advies", "fietsles"),
            )
        ],
    ),
    ("ander id", [(f"{WIJK}/koor-zing-mee.yaml", ">", f"{WIJK}/zangkoor-zing-mee.yaml")]),
    ("andere naam", [(f"{WIJK}/koor-zing-mee.yaml", "naam: Wereldkoor", "naam: Stadskoor")]),
    (
        "functie erbij, eerste wordt anders",
        [
            (
                LUWTE,
                "[hulp-bij-psychologische-problemen, inloop-ontmoeting]",
                "[inloop-ontmoeting, hulp-bij-psychologische-problemen, arbeidsmatige-dagbesteding]",
            )
        ],
    ),
    ("kleiner werkgebied", [(f"{KETEN}/huisarts-lindeveen.yaml", "[WK999907, WK999910]", "[WK999907]")]),
    ("nummer bij nood", [(f"{ALG}/crisisopvang-vaarleland.yaml", "0999-27 24 24", "0999-27 24 42")]),
    (
        "geheim adres wordt openbaar",
        [
            (
                f"{ALG}/crisisopvang-vaarleland.yaml",
                "    adres_geheim: ja\n",
                "    adres: {straat: Kerkpad, huisnummer: 3, postcode: 9999 LA, plaats: Kleikerk}\n",
            )
        ],
    ),
    (
        "organisatie krijgt een ander mailadres en domein",
        [
            (
                "sociale_kaart/organisaties/bibliotheek-voorbeeldstad.yaml",
                "vragen@bibliotheekvoorbeeldstad.example\n  website: https://www.bibliotheekvoorbeeldstad.example",
                "info@bieb.example\n  website: https://www.bieb.example",
            )
        ],
    ),
    (
        "wijk krijgt een andere naam",
        [("gebieden/voorbeeldstad/wijken.geojson", '"naam": "Oude Stad"', '"naam": "Binnenstad"')],
    ),
    ("grens verschuift", [("gebieden/voorbeeldstad/wijken.geojson", "[3.89539, 52.60398], ", "")]),
    (
        "instelling: meldadres en voorbeeldvraag",
        [
            ("mkdocs.yml", "redactie@voorbeeldstad.example", "sociaal@voorbeeldstad.example"),
            ("mkdocs.yml", "- mijn kind luistert niet", "- mijn kind slaapt niet"),
        ],
    ),
    (
        "geschreven pagina",
        [("inhoud/over.md", "U hoeft niet te weten hoe de hulp heet.", "U hoeft de naam van de hulp niet te kennen.")],
    ),
    (
        "functie: woord van hier",
        [("sociale_kaart/functies/vacatureservice.yaml", "zoekwoorden:\n", "zoekwoorden:\n  - banenmarkt vaarle\n")],
    ),
    (
        "activiteit op een andere dag",
        [("sociale_kaart/activiteiten/lichtjestocht-oude-stad.yaml", "2026-12-19", "2026-12-20")],
    ),
    (
        "alleen opmaak en commentaar",
        [(GELD, "naam: Geldloket Voorbeeldstad\n", "# nagelopen\nnaam:   'Geldloket Voorbeeldstad'\n")],
    ),
    (
        "postcode hoort bij een andere wijk",
        [("gebieden/voorbeeldstad/postcodes.csv", "9999 AB,WK999901", "9999 AB,WK999902")],
    ),
    (
        "tijdelijk bericht anders, uitzondering erbij, tekst van een alinea anders",
        [
            (GELD, "tot: 2027-01-01\n  tekst: Tussen kerst", "tot: 2027-01-02\n  tekst: Tussen kerst"),
            (
                GELD,
                "      - {van: 2026-12-28",
                '      - {op: 2026-12-04, tijden: "09:00-10:00", tekst: Teamdag}\n      - {van: 2026-12-28',
            ),
            (GELD, "Samen legt u op volgorde wat er ligt en wat het\n  eerst moet.", "Samen kijkt u wat er ligt."),
        ],
    ),
    ("werkstroom aangepast", [(".github/workflows/controle.yml", None, "name: controle\n")]),
)


def git(map_: Path, *delen: str) -> None:
    vast = ("-c", "user.name=Redactie", "-c", "user.email=redactie@samen.example")
    subprocess.run(["git", *vast, *delen], cwd=map_, check=True, capture_output=True)


def maak_kopie(doel: Path) -> Path:
    """De voorbeeldinhoud in een eigen Git-opslag."""
    for deel in ("sociale_kaart", "inhoud", "gebieden"):
        shutil.copytree(PROJECT / deel, doel / deel)
    shutil.copy(PROJECT / "mkdocs.yml", doel)
    git(doel, "init", "-q", "-b", "main")
    git(doel, "add", "-A")
    git(doel, "commit", "-qm", "begin")
    return doel


def verander(map_: Path, stappen: list) -> None:
    for pad, oud, nieuw in stappen:
        bestand = map_ / pad
        if oud == ">":
            bestand.rename(map_ / nieuw)
        elif oud is None and nieuw is None:
            bestand.unlink()
        elif oud is None:
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_text(nieuw, encoding="utf-8")
        else:
            tekst = bestand.read_text(encoding="utf-8")
            assert oud in tekst, f"{oud!r} staat niet in {pad}"
            bestand.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def reactie(map_: Path) -> str:
    from generator.voorraad import Voorraad
    from generator.voorstel.standen import lees_standen
    from generator.voorstel.verslag import als_markdown, maak_voorstel

    voorraad = Voorraad(map_)
    with lees_standen(map_, "HEAD", PEILDATUM, voorraad) as standen:
        uit = als_markdown(maak_voorstel(standen))
    voorraad.bewaar()
    return uit


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--uit", type=Path)
    parser.add_argument("nummers", nargs="*", type=int)
    opties = parser.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = maak_kopie(Path(tijdelijk) / "kaart")
        for nummer, (wat, stappen) in enumerate(VERANDERINGEN, 1):
            if opties.nummers and nummer not in opties.nummers:
                continue
            verander(map_, stappen)
            begin = time.process_time()
            tekst = reactie(map_)
            kop = f"===== {nummer}. ({time.process_time() - begin:.1f} s)"
            if opties.uit:
                opties.uit.mkdir(parents=True, exist_ok=True)
                (opties.uit / f"{nummer:02}.md").write_text(tekst, encoding="utf-8")
                (opties.uit / f"{nummer:02}.antwoord").write_text(f"{wat}\n", encoding="utf-8")
            print(kop, "" if opties.uit else f"{wat}\n{tekst.replace(chr(92), '')}", flush=True)
            git(map_, "reset", "-q", "--hard")
            git(map_, "clean", "-qfd")


if __name__ == "__main__":
    main()
