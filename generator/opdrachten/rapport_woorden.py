"""`rapport woorden`: welke woorden van inwoners nog ontbreken, uit de vragen die hun functie niet bij de eerste drie
krijgen.
"""

import csv
import json
from collections import Counter
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.meldingen import SocialeKaartFout
from generator.model import Catalogus, Functie
from generator.model.zoeken import Zoektest
from generator.zoeken.motor import Motor
from generator.zoeken.toetsen import Uitslag, deel, toets

KENT, ZWAAR = 0.5, 0.12


class Voorstel(Struct, frozen=True):
    """Een vraag die mis ging: wat er kwam, de woorden die geen goede functie kent, en de functie die er het meest mee
    wint.
    """

    vraag: str
    functies: tuple[str, ...]
    kwam: tuple[str, ...]
    woorden: tuple[str, ...]
    bij: str


def maak_rapport(catalogus: Catalogus, bestand: Path | None, formaat: str) -> str:
    """Het rapport als tekst of JSON, over de zoektests of over de vragen in een TSV-bestand."""
    tests = (
        lees_vragen(bestand, catalogus)
        if bestand
        else list(catalogus.kennis.zoektests.zoektests if catalogus.kennis.zoektests else ())
    )
    if not tests:
        raise SocialeKaartFout(
            "er zijn geen vragen om naar te kijken.",
            "schrijf zoektests in sociale_kaart/zoektests.yaml, of geef een TSV-bestand mee.",
            1,
        )
    motor = Motor.van(catalogus)
    uitslagen = toets(motor, tests)
    voorstellen = [stel_voor(motor, catalogus, u) for u in uitslagen if not u.plek and u.test.functies]
    na = toets(Motor.van(met_voorstellen(catalogus, voorstellen)), tests) if voorstellen else uitslagen
    cijfers = {
        "vragen": len(tests),
        "eerste": deel(uitslagen, 1),
        "drie": deel(uitslagen, 3),
        "drie_met_voorstellen": deel(na, 3),
    }
    return als_json(voorstellen, cijfers) if formaat == "json" else als_tekst(voorstellen, cijfers)


def lees_vragen(bestand: Path, catalogus: Catalogus) -> list[Zoektest]:
    """De vragen uit een TSV-bestand met de kolommen vraag en functies (ids, met komma's ertussen)."""
    try:
        rijen = list(csv.DictReader(bestand.read_text(encoding="utf-8-sig").splitlines(), delimiter="\t"))
    except (OSError, UnicodeDecodeError) as fout:
        raise SocialeKaartFout(f"{bestand} is niet te lezen.", "geef een bestaand TSV-bestand in UTF-8.", 2) from fout
    tests = []
    for nummer, rij in enumerate(rijen, 2):
        functies = tuple(f for f in (rij.get("functies") or rij.get("verwachte_functies") or "").split(",") if f)
        vreemd = [f for f in functies if f not in catalogus.functies]
        if not rij.get("vraag") or not functies or vreemd:
            reden = f"de functie '{vreemd[0]}' bestaat niet." if vreemd else "vraag of functies ontbreekt."
            raise SocialeKaartFout(
                f"{bestand}:{nummer}: {reden}",
                "zet boven de kolommen 'vraag' en 'functies', met een tab ertussen, en gebruik ids van functies.",
                2,
            )
        tests.append(Zoektest(rij["vraag"], functies))
    return tests


def stel_voor(motor: Motor, catalogus: Catalogus, uitslag: Uitslag) -> Voorstel:
    goed = [f for f in uitslag.test.functies if f in catalogus.functies]
    woorden, punten = motor.kennis(uitslag.vraag, KENT)
    mist = [w["woord"] for w in woorden if w["gewicht"] >= ZWAAR and not set(goed) & set(w["functies"])]
    bij = max(goed, key=lambda f: (punten.get(f, 0), -goed.index(f)))
    return Voorstel(uitslag.vraag, tuple(goed), uitslag.gevonden, tuple(dict.fromkeys(mist)), bij)


def per_functie(voorstellen: list[Voorstel]) -> dict[str, Counter]:
    uit: dict[str, Counter] = {}
    for v in voorstellen:
        uit.setdefault(v.bij, Counter()).update(v.woorden)
    return {f: telling for f, telling in sorted(uit.items()) if telling}


def met_voorstellen(catalogus: Catalogus, voorstellen: list[Voorstel]) -> Catalogus:
    """De catalogus alsof alle voorgestelde woorden bij de situaties van hun functie stonden."""

    def vul_aan(functie: Functie, woorden: Counter) -> Functie:
        s = functie.situaties
        return replace(functie, situaties=replace(s, dingen=(*s.dingen, *woorden)))

    nieuw = {f: vul_aan(catalogus.functies[f], woorden) for f, woorden in per_functie(voorstellen).items()}
    return replace(catalogus, functies={**catalogus.functies, **nieuw})


def als_json(voorstellen: list[Voorstel], cijfers: dict) -> str:
    vragen = [
        {"vraag": v.vraag, "functies": v.functies, "kwam": v.kwam, "onbekend": v.woorden, "bij": v.bij}
        for v in voorstellen
    ]
    woorden = {f: dict(telling) for f, telling in per_functie(voorstellen).items()}
    return json.dumps({"cijfers": cijfers, "vragen": vragen, "woorden": woorden}, ensure_ascii=False, indent=1)


def als_tekst(voorstellen: list[Voorstel], cijfers: dict) -> str:
    regels = [f"{cijfers['vragen']} vragen: op een {cijfers['eerste']:.0%}, in de eerste drie {cijfers['drie']:.0%}."]
    if not voorstellen:
        return f"{regels[0]}\nGeen enkele vraag mist haar functie."
    for v in voorstellen:
        regels += [
            "",
            v.vraag,
            f"  hoort bij: {', '.join(v.functies)}",
            f"  kwam:      {', '.join(v.kwam) or 'niets'}",
            f"  onbekend:  {', '.join(v.woorden) or '(elk woord is bekend; hier wint een andere functie)'}",
        ]
    regels += ["", "Voorgestelde woorden per functie, voor 'situaties' in sociale_kaart/functies/:"]
    regels += [
        f"  {f}: {', '.join(f'{w} ({n}x)' if n > 1 else w for w, n in telling.most_common())}"
        for f, telling in per_functie(voorstellen).items()
    ]
    regels += [
        "",
        f"Met al deze woorden erbij staat {cijfers['drie_met_voorstellen']:.0%} in de eerste drie.",
        "Neem een woord over als inwoners het vaker zeggen. Schrijf geen testvraag over: dan meet zij niets meer.",
    ]
    return "\n".join(regels)
