"""`begin`: een complete inhoudsmap voor een gemeente, met werkstromen voor haar forge."""

import sys
from pathlib import Path

from generator.begin.gegevens import FORGES
from generator.meldingen import SocialeKaartFout, Verslag
from generator.opdrachten.controleer import druk_af


def voeg_toe(deel) -> None:
    parser = deel.add_parser("begin", help="een complete map met inhoud voor uw gemeente")
    parser.add_argument("doel", type=Path, metavar="MAP", help="een nieuwe of lege map")
    parser.add_argument("--gemeente", metavar="GMCODE", help="de code, zoals GM0150")
    parser.add_argument("--naam", help="de naam van de gemeente")
    parser.add_argument("--provincie", default="onbekend", help="de provincie")
    parser.add_argument("--forge", choices=FORGES, default="github", help="waar de inhoud komt te staan")
    parser.add_argument(
        "--generator",
        metavar="ADRES@VERSIE",
        help="waar de werkstromen de generator vandaan halen (Git, wheel of naam)",
    )
    parser.add_argument(
        "--gebieden", type=Path, metavar="BESTAND", help="grenzen van de wijken, zoals 'gebieden inlezen'"
    )
    parser.add_argument("--laag", metavar="LAAG", help="de laag in dat bestand, als het er meer heeft")
    parser.add_argument("--site", default="", metavar="ADRES", help="het adres waar de site komt")
    parser.add_argument("--meld-adres", default="", metavar="MAIL", help="waar 'klopt er iets niet?' heen gaat")
    parser.add_argument("--telefoon", default="", help="het algemene nummer voor vragen over hulp")
    parser.add_argument("--website", default="", metavar="ADRES", help="de site van de gemeente")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.begin.gegevens import Gegevens, keur_gemeente
    from generator.begin.maken import begin

    code, naam = keur_gemeente(*_vraag_wat_ontbreekt(opties))
    gegevens = Gegevens(
        code,
        naam,
        _kaal(opties.provincie),
        opties.forge,
        kies_generator(opties.generator),
        opties.peildatum,
        _kaal(opties.site),
        _kaal(opties.meld_adres),
        _kaal(opties.telefoon),
        _kaal(opties.website),
    )
    verslag = Verslag()
    regels = begin(opties.doel, gegevens, opties.gebieden, opties.laag, verslag)
    if verslag.meldingen_ruw:
        druk_af(verslag)
    if verslag.fouten:
        print("Er is niets geschreven.")
        return 1
    print("\n".join([*regels, *vertel(opties.doel, gegevens)]))
    return 0


def kies_generator(gegeven: str | None) -> str:
    """Wat de werkstromen installeren; weten wij het niet, dan vragen wij het op een terminal."""
    from generator.begin.gegevens import standaard_generator, wat_pip_installeert
    from generator.lezen.werkstromen import is_verzonnen

    if gegeven:
        return wat_pip_installeert(gegeven)
    adres = standaard_generator()
    if is_verzonnen(adres) and sys.stdin.isatty():
        gegeven = input("Waar staat de generator? (ADRES@VERSIE; leeg als u dat later zegt) ").strip()
    return wat_pip_installeert(gegeven) if gegeven else adres


def _vraag_wat_ontbreekt(opties) -> tuple[str, str]:
    """De code en de naam; alleen op een terminal vragen wij wat ontbreekt."""
    gevraagd = {"gemeente": "Welke code heeft uw gemeente? (zoals GM0150) ", "naam": "Hoe heet uw gemeente? "}
    antwoorden = []
    for veld, vraag in gevraagd.items():
        waarde = getattr(opties, veld)
        if waarde is None and not sys.stdin.isatty():
            raise SocialeKaartFout(f"'--{veld}' ontbreekt.", "geef bijvoorbeeld: --gemeente GM0150 --naam Deventer.")
        antwoorden.append(waarde if waarde is not None else input(vraag).strip())
    return antwoorden[0], antwoorden[1]


def _kaal(tekst: str) -> str:
    if any(teken in tekst for teken in "\"'\\\n\r#{}[]") or not tekst.isprintable():
        raise SocialeKaartFout(f"'{tekst}' heeft tekens die hier niet kunnen.", "laat aanhalingstekens en haken weg.")
    return tekst.strip()


def vertel(doel: Path, gegevens) -> list[str]:
    """Wat er nu staat, en wat de eerste stap is."""
    uit = [f"Klaar: {doel} is de inhoudsmap van {gegevens.naam}. In README.md staat wat u nog invult."]
    if not gegevens.generator_bekend:
        uit.append(
            "Let op: de werkstromen weten nog niet waar de generator staat, en slagen pas als u dat zegt: "
            f"python3 kaart.py bijwerken --map {doel} --generator ADRES@VERSIE"
        )
    return [*uit, f"Bekijk haar met: python3 kaart.py bekijk --map {doel}"]
