"""`zoek VRAAG`: dezelfde uitslag als op de site, met de punten uit elkaar gehaald; zonder vraag draait hij de
zoektests.
"""

import argparse
import json

from generator.catalogus import lees_catalogus
from generator.meldingen import SocialeKaartFout, Verslag
from generator.opdrachten.controleer import druk_af
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser("zoek", help="zoek zoals op de site, en zie waarom iets bovenaan staat")
    parser.add_argument("vraag", nargs="*", help="de vraag; zonder vraag draaien de zoektests")
    parser.add_argument("--gebied", metavar="CODE", help="doe alsof dit de eigen wijk is, zoals WK999901")
    parser.add_argument("--aantal", type=aantal, default=10, metavar="N", help="hoeveel resultaten (standaard 10)")
    parser.add_argument("--formaat", choices=("tekst", "json"), default="tekst", help="tekst of json")
    parser.set_defaults(doe=doe)


def aantal(tekst: str) -> int:
    if not tekst.isdecimal() or int(tekst) == 0:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal van 1 of meer")
    return int(tekst)


def doe(opties) -> int:
    """Status 1 als de inhoud fouten heeft of een zoektest zakt."""
    from generator.zoeken.motor import Motor

    verslag, voorraad = Verslag(), Voorraad(opties.map)
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, voorraad, leeg_toegestaan=True)
    voorraad.bewaar()
    if catalogus is None:
        druk_af(verslag)
        return 1
    if opties.gebied and opties.gebied not in catalogus.gebieden:
        raise SocialeKaartFout(
            f"het gebied '{opties.gebied}' bestaat niet in deze map.",
            "geef de code van een wijk, buurt of gemeente uit gebieden/.",
        )
    motor = Motor.van(catalogus)
    if not opties.vraag:
        return toets_alles(motor, catalogus)
    uitslag = motor.zoek(" ".join(opties.vraag), opties.gebied)
    uitslag["resultaten"] = uitslag["resultaten"][: opties.aantal]
    print(json.dumps(uitslag, ensure_ascii=False, indent=1) if opties.formaat == "json" else als_tekst(uitslag))
    return 0


def als_tekst(uitslag: dict) -> str:
    """Een regel per resultaat: plaats, punten, soort, id en functies; daaronder waar de punten vandaan komen."""
    regels = [f"Gezocht op: {', '.join(uitslag['woorden']) or '(niets)'}"]
    if uitslag["crisis"]:
        regels.append(f"Crisisblok: {uitslag['crisis']['kop']} (door '{uitslag['crisis']['woord']}')")
    if uitslag["elders"]:
        regels.append(
            f"Elders: {uitslag['elders']['naam']} ({uitslag['elders']['id']}). {uitslag['elders']['uitleg']}".rstrip()
        )
    for nummer, r in enumerate(uitslag["resultaten"], 1):
        genoemd = " bij naam" if r["naam"] else ""
        regels.append(
            f"{nummer:3}. {r['score']:.3f}  {r['soort']:<12} {r['id']}  [{' '.join(r['functies'][:4])}]{genoemd}"
        )
        u = r["uitleg"]
        if "rang" in u:  # een resultaat uit de kennis wordt anders geteld
            regels.append(
                f"     zin {u['zin']:.3f} ({r['via'] or '-'}), dekking {u['dekking']:.3f}, "
                f"eigen woorden {u['eigen']:.3f}, rang {' '.join(f'{x:g}' for x in u['rang'][:-1])}"
            )
    if not uitslag["resultaten"] and not uitslag["elders"]:
        regels.append(
            "Niets gevonden." + (f" Bedoelde u: {', '.join(uitslag['suggesties'])}?" if uitslag["suggesties"] else "")
        )
    return "\n".join(regels)


def toets_alles(motor, catalogus) -> int:
    """Draai de zoektests van deze map en druk af wat niet bovenaan staat."""
    from generator.zoeken.toetsen import deel, tabel, toets

    tests = catalogus.kennis.zoektests.zoektests if catalogus.kennis.zoektests else ()
    if not tests:
        raise SocialeKaartFout(
            "er zijn geen zoektests in deze map.",
            "geef een vraag mee, of schrijf zoektests in sociale_kaart/zoektests.yaml.",
            1,
        )
    zuiver, tik = toets(motor, tests), toets(motor, tests, met_tikfout=True)
    print(tabel(zuiver))
    print(
        f"{len(tests)} vragen: op een {deel(zuiver, 1):.0%}, in de eerste drie {deel(zuiver, 3):.0%}, "
        f"met een tikfout {deel(tik, 3):.0%}"
    )
    return 0 if deel(zuiver, 3) >= 0.95 and deel(zuiver, 1) >= 0.85 and deel(tik, 3) >= 0.90 else 1
