"""`importeer TABEL`: een rekenblad in ingangen zetten; met --proef alleen zeggen wat er zou gebeuren."""

import argparse
from datetime import date
from pathlib import Path

from generator.meldingen import SocialeKaartFout
from generator.model import SOORTEN


def voeg_toe(deel) -> None:
    parser = deel.add_parser("importeer", help="zet een rekenblad (xlsx, ods, csv) in ingangen")
    parser.add_argument("tabel", type=Path, metavar="TABEL", help="het rekenblad")
    parser.add_argument(
        "--soort",
        choices=tuple(SOORTEN.values()),
        default="",
        help="wat voor ingangen het zijn, als de tabel dat niet zegt",
    )
    parser.add_argument("--functie", default="", metavar="ID", help="de functie, als de tabel die niet noemt")
    parser.add_argument(
        "--toegang",
        default="onbekend",
        metavar="WOORD",
        help="de weg naar binnen, als de tabel die niet noemt (standaard: onbekend)",
    )
    parser.add_argument(
        "--op", type=dag, default=None, metavar="JJJJ-MM-DD", help="de dag van nakijken (standaard: vandaag)"
    )
    parser.add_argument("--door", default="import, nog niet nagekeken", metavar="TEAM", help="wie het nakeek")
    parser.add_argument(
        "--werkgebied", default="", metavar="CODE", help="het gebied van rijen waar het niet uit volgt"
    )
    parser.add_argument("--blad", default="", metavar="NAAM", help="welk blad (standaard: het eerste met gegevens)")
    parser.add_argument(
        "--vorm",
        choices=(
            "hsds",
            "data-inclusion",
            "osm",
            "geojson",
            "open-product",
            "samenwerkende-catalogi",
            "sociale-kaart",
        ),
        default="",
        help="TABEL is een bestand van een ander systeem, in deze vorm",
    )
    parser.add_argument("--zoek-adressen", action="store_true", help="zoek punten en wijken bij adressen op, bij PDOK")
    parser.add_argument("--proef", action="store_true", help="schrijf niets")
    parser.add_argument(
        "--formaat", choices=("tekst", "json", "xlsx"), default="tekst", help="tekst, json, of xlsx met --rapport"
    )
    parser.add_argument(
        "--rapport", type=Path, metavar="BESTAND", help="waar het verslag komt, in plaats van op het scherm"
    )
    parser.set_defaults(doe=doe)


def dag(tekst: str) -> str:
    """Een dag uit een argument, als JJJJ-MM-DD."""
    try:
        return date.fromisoformat(tekst).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen dag als 2026-01-31") from None


def doe(opties) -> int:
    """Status 1 als er een rij geweigerd is."""
    from generator.bewerken.rekenblad.invoer import importeer
    from generator.bewerken.rekenblad.uitkomst import Keuzes

    if opties.formaat == "xlsx" and not opties.rapport:
        raise SocialeKaartFout("een verslag als xlsx heeft een bestand nodig.", "geef erbij: --rapport verslag.xlsx")
    keuzes = Keuzes(
        opties.soort,
        opties.functie,
        opties.toegang,
        opties.op or "",
        opties.door,
        opties.werkgebied,
        opties.blad,
        opties.zoek_adressen,
        opties.vorm,
    )
    uitslag = importeer(opties.map, opties.tabel, keuzes, opties.peildatum)
    if not opties.proef:
        schrijf(opties.map, uitslag)
        _schrijf_kolommen(opties.map, uitslag, keuzes.vorm)
    _vertel(opties, uitslag)
    return 1 if uitslag.aantal("geweigerd") else 0


def schrijf(map_: Path, uitslag) -> None:
    """Zet wat nieuw of gewijzigd is in bestanden; wat niet te schrijven is, wordt geweigerd."""
    from generator.bewerken.bestand import schrijf_heel
    from generator.bewerken.stukken import KanNiet

    for u in uitslag.uitkomsten:
        if u.wat in ("nieuw", "gewijzigd"):
            try:
                schrijf_heel(map_, u.pad, u.ruw)
            except KanNiet as fout:
                u.wat, u.redenen = "geweigerd", [str(fout)]


def _schrijf_kolommen(map_: Path, uitslag, vorm: str) -> None:
    """Bewaar welke kolom welk veld was, voor de volgende keer."""
    from generator.bewerken.bestand import schrijf_heel
    from generator.bewerken.rekenblad.koppen import KEUZEBESTAND, schrijf_keuzes

    if not uitslag.koppen.eigen and vorm in ("", "geojson"):  # bij de andere vormen liggen de kolommen vast
        schrijf_heel(map_, KEUZEBESTAND, schrijf_keuzes(uitslag.koppen, uitslag.keuzes))


def _vertel(opties, uitslag) -> None:
    from generator.bewerken.rekenblad import uitslag as verslag

    if opties.formaat == "xlsx":
        ruw = verslag.als_blad(uitslag)
    else:
        ruw = (verslag.FORMATEN[opties.formaat](uitslag, opties.proef) + "\n").encode()
    if opties.rapport is None:
        print(ruw.decode(), end="")
        return
    try:
        opties.rapport.write_bytes(ruw)
    except OSError as fout:
        raise SocialeKaartFout(
            f"'{opties.rapport}' is niet te schrijven ({fout.strerror}).", "kies een andere plek."
        ) from fout
    print(verslag.als_tekst(uitslag, opties.proef).split("\n")[-1])
