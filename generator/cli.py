"""De opdrachtregel: argumenten, uitgangsstatus en afdrukken. De enige plek die weet welke dag het is."""

import argparse
import gc
import importlib
import os
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from generator.betekenis.kalender import klok_in_nederland
from generator.bouw.wissel import herstel
from generator.meldingen import SocialeKaartFout, toonbaar
from generator.stroom import einde, maak_taai

OPDRACHTEN = (
    "bouw",
    "controleer",
    "controleer_site",
    "sbom",
    "adressen",
    "bekijk",
    "test",
    "gebieden",
    "zoek",
    "stand",
    "rapport",
    "links",
    "weekwerk",
    "verwerk_melding",
    "netjes",
    "importeer",
    "exporteer",
    "nieuw",
    "geocodeer",
    "dien_in",
    "haal_issues",
    "agenda",
    "ontvang",
    "begin",
    "bijwerken",
    "wijzigingen",
    "voorstellen",
    "reageer",
    "uitgave",
    "toen",
    "regio",
)
LAATSTE_JAAR = 2105  # daarna past een moment niet meer in de 32 bits van een gezipt bestand
_NEDERLANDS = {
    "usage: ": "gebruik: ",
    "options": "opties",
    "positional arguments": "argumenten",
    "show this help message and exit": "toon deze uitleg",
    "%(prog)s: error: %(message)s\n": "verkeerd gebruik: %(message)s\n",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "unrecognized arguments: %s": "onbekend: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bestaat niet; kies uit %(choices)s",
    "ignored explicit argument %r": "hier hoort geen waarde achter: %r",
    "expected one argument": "hier hoort een waarde achter",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "%(value)r kan hier niet",
}


class Ontleder(argparse.ArgumentParser):
    """argparse met Nederlandse meldingen en status 2 bij verkeerd gebruik."""

    def __init__(self, **meer) -> None:
        super().__init__(**{**meer, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"verkeerd gebruik: {message}\nZo lost u het op: '{self.prog} --help' laat zien wat kan.\n")


class Versie(argparse.Action):
    """Zegt welke versie dit is, van het programma en van de landelijke set."""

    def __call__(self, parser, namespace, values, option_string=None) -> None:
        from importlib.metadata import version
        from tomllib import loads

        eigen, set_ = Path(__file__).parents[1] / "pyproject.toml", Path(__file__).parent / "landelijk/set.yaml"
        bron = eigen.is_file() and loads(eigen.read_text(encoding="utf-8"))["project"]["version"]
        regel = re.search(r"(?m)^versie: *(\S+)", set_.read_text(encoding="utf-8"))
        print(f"sociale-kaart {bron or version('sociale-kaart')}, landelijke set {regel[1] if regel else 'onbekend'}")
        parser.exit()


def dag(tekst: str) -> date:
    """Een dag uit een argument, als JJJJ-MM-DD."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen dag als 2026-01-31")
    try:
        if not 1970 <= int(tekst[:4]) <= LAATSTE_JAAR:
            raise ValueError
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(f"de dag '{tekst}' bestaat niet") from None


def vandaag() -> date:
    """SOURCE_DATE_EPOCH (seconden, UTC) of de klok."""
    vast = os.environ.get("SOURCE_DATE_EPOCH")
    if vast is None:
        return date.today()
    if not re.fullmatch(r"[0-9]{1,10}", vast):
        raise SocialeKaartFout(
            f"SOURCE_DATE_EPOCH is '{vast}', en dat is geen aantal seconden.",
            "zet er een heel getal in of haal de variabele weg.",
        )
    uit = datetime.fromtimestamp(int(vast), UTC).date()
    if uit.year > LAATSTE_JAAR:
        raise SocialeKaartFout(
            f"SOURCE_DATE_EPOCH is '{vast}', en dat is na het jaar {LAATSTE_JAAR}.",
            "zet er een eerder moment in, in seconden en niet in duizendsten, of haal de variabele weg.",
        )
    return uit


def nu() -> datetime:
    """Dit moment op de klok in Nederland; ook waar het besturingssysteem geen tijdzones kent."""
    vast = os.environ.get("SOURCE_DATE_EPOCH", "")
    utc = datetime.fromtimestamp(int(vast), UTC) if re.fullmatch(r"[0-9]{1,10}", vast) else datetime.now(UTC)
    return klok_in_nederland(utc)


def maak_ontleder(alleen: str | None = None) -> argparse.ArgumentParser:
    """De ontleder van alle opdrachten; met `alleen` van een, want elke opdracht binnenhalen kost een kwart seconde."""
    setattr(argparse, "_", lambda tekst: _NEDERLANDS.get(tekst, tekst))  # noqa: B010  de module kent die naam voor vertalingen
    wortel = Ontleder(prog="python3 kaart.py", description="Maak en controleer een sociale kaart.")
    wortel.add_argument("--versie", action=Versie, nargs=0, help="zeg welke versie dit is")
    wortel.add_argument("--debug", action="store_true", help="toon bij een fout in het programma de hele herkomst")
    deel = wortel.add_subparsers(
        dest="opdracht", required=True, metavar="OPDRACHT", title="opdrachten", parser_class=Ontleder
    )
    for naam in [alleen] if alleen else OPDRACHTEN:
        importlib.import_module(f"generator.opdrachten.{naam}").voeg_toe(deel)
    for parser in _alle_parsers(deel):
        parser.add_argument(
            "--map", type=Path, default=Path("."), metavar="MAP", help="de map met de inhoud (standaard: hier)"
        )
        parser.add_argument(
            "--peildatum", type=dag, default=None, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is"
        )
        parser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return wortel


def bekende_opdracht(argumenten: list[str]) -> str | None:
    """De module van de opdracht die vooraan staat, of None als er eerst iets anders staat."""
    naam = argumenten[0].replace("-", "_") if argumenten else ""
    return naam if naam in OPDRACHTEN and "_" not in argumenten[0] else None


def _alle_parsers(deel) -> list[argparse.ArgumentParser]:
    """Elke opdracht, en bij een opdracht met onderdelen die onderdelen."""
    uit: list[argparse.ArgumentParser] = []
    for parser in deel.choices.values():
        onder = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
        uit += _alle_parsers(onder[0]) if onder else [parser]
    return uit


def voer_uit(argumenten: list[str]) -> int:
    """Een opdracht uitvoeren; geeft de status 0, 1, 2, 3 of 130."""
    opties = None
    if argumenten[:1] == ["test"]:
        return importlib.import_module("generator.opdrachten.test").draai(argumenten[1:])
    try:
        opties = maak_ontleder(bekende_opdracht(argumenten)).parse_args(argumenten)
        opties.peildatum = opties.peildatum or vandaag()
        if "nu" in opties:
            opties.nu = opties.nu or nu()
        if not os.path.isdir(opties.map):
            raise SocialeKaartFout(f"de map '{opties.map}' bestaat niet.", "wijs met --map een map aan die er is.")
        herstel(getattr(opties, "uit", None) or opties.map / "site")
        return opties.doe(opties)
    except SocialeKaartFout as fout:
        print(f"{fout}\n  Zo lost u het op: {fout.oplossing}" if fout.oplossing else str(fout), file=sys.stderr)
        return fout.status
    except KeyboardInterrupt:
        print("Afgebroken, site niet aangepast.", file=sys.stderr)
        return 130
    except SystemExit as einde:
        return int(einde.code or 0)
    except Exception as fout:  # noqa: BLE001  de buitenste rand: nooit een kale herkomst
        if isinstance(fout, OSError) and fout.strerror and "--debug" not in argumenten:
            waar = f"'{toonbaar(fout.filename, 200)}': " if fout.filename else ""
            print(
                f"Lezen of schrijven lukt niet: {waar}{fout.strerror}.\n"
                "  Zo lost u het op: controleer of het pad bestaat, of u er recht op hebt en of er ruimte is.",
                file=sys.stderr,
            )
            return 1
        if getattr(opties, "debug", False) or "--debug" in argumenten:
            raise
        if isinstance(fout, ModuleNotFoundError) and fout.name and not fout.name.startswith("generator"):
            print(
                f"Het pakket '{fout.name}' ontbreekt, en deze opdracht heeft het nodig.\n"
                "  Zo lost u het op: geef dezelfde opdracht met 'python3 kaart.py', dan komt het erbij. Kreeg u het\n"
                "  programma van pip, installeer het dan opnieuw.",
                file=sys.stderr,
            )
            return 3
        print(
            f"Fout in het programma ({type(fout).__name__}: {fout}).\n"
            "  Zo lost u het op: meld dit met de uitvoer van dezelfde opdracht met --debug erachter.",
            file=sys.stderr,
        )
        return 3


def start() -> None:
    """Het beginpunt van `sociale-kaart`. Een terminal die geen UTF-8 kan, krijgt vervangtekens."""
    sys.stdout, sys.stderr = maak_taai(sys.stdout), maak_taai(sys.stderr)
    gc.disable()  # een opdracht leeft kort, en een bouw maakt haast geen kringen; `bekijk` zet het weer aan
    status = voer_uit(sys.argv[1:])
    os._exit(
        einde(status)
    )  # een miljoen objecten een voor een opruimen kost een halve seconde, en het proces stopt toch
