"""`gebieden`: grenzen inlezen uit een bestand of ophalen bij PDOK, en de postcodetabel van het CBS omzetten."""

import sys
from collections.abc import Callable
from pathlib import Path

from generator.meldingen import Verslag


def voeg_toe(deel) -> None:
    groep = deel.add_parser("gebieden", help="grenzen van wijken en buurten, en postcodes").add_subparsers(
        dest="onderdeel", required=True, metavar="ONDERDEEL", title="onderdelen"
    )
    inlezen = groep.add_parser("inlezen", help="grenzen uit GeoJSON, GeoPackage of Shapefile (ook in een zip)")
    inlezen.add_argument("bestand", type=Path, metavar="BESTAND")
    inlezen.add_argument("--gemeente", required=True, metavar="NAAM", help="naam of code (GM0150)")
    inlezen.add_argument("--laag", metavar="LAAG", help="de laag, als het bestand er meer heeft")
    inlezen.set_defaults(doe=doe_inlezen)
    ophalen = groep.add_parser("ophalen", help="grenzen ophalen bij PDOK")
    ophalen.add_argument("gemeente", metavar="GMCODE", help="de code, zoals GM0150")
    ophalen.set_defaults(doe=doe_ophalen, laag=None)
    for parser in (inlezen, ophalen):
        parser.add_argument("--niveau", choices=("wijken", "buurten"), help="wijken of buurten")
        parser.add_argument("--jaar", type=_jaar, metavar="JJJJ", help="de jaargang")
        parser.add_argument(
            "--herstel", action="store_true", help="kapotte grenzen herstellen en zeggen wat er veranderd is"
        )
        parser.add_argument("--provincie", metavar="NAAM", help="de provincie, voor een nieuwe gemeente.yaml")
        parser.add_argument(
            "--namen",
            choices=("eigen", "bron"),
            default="eigen",
            help="houd de namen die er al zijn (standaard), of neem die van de bron; adressen blijven altijd",
        )
        parser.add_argument("--licentie", metavar="TEKST", help="de licentie, als het bestand die niet noemt")
        parser.add_argument("--naamsvermelding", metavar="TEKST", help="hoe de bron genoemd wil worden")
    noem = groep.add_parser("noem", help="geef een wijk of buurt een andere naam; haar adres op de site blijft")
    noem.add_argument("code", metavar="CODE", help="de code, zoals WK999901")
    noem.add_argument("naam", metavar="NAAM", help="de nieuwe naam")
    noem.set_defaults(doe=doe_noem)
    ondergrond = groep.add_parser("ondergrond", help="achtergrond van de kaart uit TOP10NL of OpenStreetMap (GeoJSON)")
    ondergrond.add_argument("bestanden", type=Path, nargs="+", metavar="BESTAND")
    ondergrond.add_argument("--gemeente", metavar="NAAM", help="naam, map of code; anders de gemeente uit mkdocs.yml")
    ondergrond.set_defaults(doe=doe_ondergrond)
    postcodes = groep.add_parser(
        "postcodes", help="postcodes per wijk uit de CBS-tabel PC6;Huisnummer;Buurt;Wijk;Gemeente"
    )
    postcodes.add_argument("bestand", type=Path, metavar="BESTAND")
    postcodes.add_argument("--gemeente", required=True, metavar="NAAM", help="naam, map of code van de gemeente")
    postcodes.set_defaults(doe=doe_postcodes)


def _jaar(tekst: str) -> str:
    if len(tekst) != 4 or not tekst.isascii() or not tekst.isdecimal():
        raise ValueError
    return tekst


def _keuze(opties):
    from generator.gebieden.inlezen import Keuze

    return Keuze(
        opties.map,
        opties.gemeente,
        opties.peildatum,
        opties.laag,
        (opties.niveau or "")[:-2] or None,
        opties.herstel,
        opties.jaar,
        opties.provincie,
        opties.licentie,
        opties.naamsvermelding,
        opties.namen,
    )


def _draai(werk: Callable[[Verslag], list[str]], raad: str = "") -> int:
    verslag = Verslag()
    regels = werk(verslag)
    if verslag.meldingen:
        print(verslag.als_tekst(kleur=sys.stdout.isatty()))
    if verslag.fouten:
        print(f"Er is niets geschreven.{raad}")
        return 1
    print("\n".join(regels))
    return 0


def _raad(opties) -> str:
    return "" if opties.herstel else " Met --herstel probeer ik kapotte grenzen te herstellen."


def doe_inlezen(opties) -> int:
    from generator.gebieden.inlezen import lees_in

    return _draai(lambda verslag: lees_in(opties.bestand, _keuze(opties), verslag), _raad(opties))


def doe_ophalen(opties) -> int:
    from generator.gebieden.ophalen import haal_op

    return _draai(lambda verslag: haal_op(_keuze(opties), verslag), _raad(opties))


def doe_noem(opties) -> int:
    from generator.gebieden.noemen import noem

    print(noem(opties.map, opties.code, opties.naam))
    return 0


def doe_ondergrond(opties) -> int:
    from generator.gebieden.ondergrond import maak_ondergrond
    from generator.lezen.instellingen import lees_instellingen

    def werk(verslag: Verslag) -> list[str]:
        gemeente = opties.gemeente or lees_instellingen(opties.map, Verslag(), opties.peildatum).gemeente or ""
        return maak_ondergrond(opties.bestanden, opties.map, gemeente, opties.peildatum.isoformat(), verslag)

    return _draai(werk)


def doe_postcodes(opties) -> int:
    from generator.gebieden.postcodes import lees_postcodetabel

    return _draai(
        lambda verslag: lees_postcodetabel(opties.bestand, opties.map, opties.gemeente, opties.peildatum, verslag)
    )
