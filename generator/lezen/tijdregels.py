"""Regels over een blok tijden: een toelichting die als regel kan, seizoenen die samenvallen, een uitzondering zonder
dag.
"""

import re
from datetime import date, timedelta

from generator import model
from generator.betekenis import woorden
from generator.betekenis.kalender import in_periode
from generator.lezen.periode import bedoelde_periode
from generator.lezen.tijden import RANGTELWOORDEN
from generator.lezen.tijdhint import als_dagtijd
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import Lijst, Tekst, Velden

TIJDVELDEN = ("openingstijden", "telefoontijden", "chattijden", "tijden")
_RANG = "|".join(RANGTELWOORDEN)
_DAG = "|".join(woorden.DAGNAAM.values())
_DE_ZOVEELSTE = re.compile(rf"\b((?:{_RANG})(?:(?:,| en|, en)? (?:de )?(?:{_RANG}))*) ({_DAG})\b")
_WEKEN = re.compile(r"\b(on)?even (?:week|weken)\b")
_VRIJ = f"feestdagen|{'|'.join(woorden.VAKANTIES)}"
_NIET_IN = re.compile(rf"\b(?:niet|dicht|gesloten|behalve|geen [a-z]+)\b.*?\b(schoolvakanties?|vakanties?|{_VRIJ})\b")
_IN_DICHT = re.compile(
    rf"\b(?:in|op|tijdens) (?:de |alle )?(schoolvakanties?|vakanties|{_VRIJ})"
    r"(?: zijn (?:we|wij)| is het)? (?:dicht|gesloten|niet|geen)\b"
)
_SCHOOLWEKEN = re.compile(r"\balleen (?:in|tijdens) (?:de )?schoolweken\b|\bbuiten (?:de )?schoolvakanties\b")
_AFSPRAAK = re.compile(
    rf"^(?:op )?(?:'s )?((?:{_DAG})?)(?:s|en)? ?"
    r"('s ochtends|'s middags|'s avonds|ochtend|middag|avond|ochtends|middags|avonds)?"
    r"(?: is| zijn| kan)? ?(?:alleen|uitsluitend)? ?(?:op|na|volgens) (?:een )?afspraak$"
)
_DAGDEEL = {"ochtend": (0, 720), "middag": (720, 1080), "avond": (1020, 1800)}
_PLEK = re.compile(
    r"\b(trap(?:pen)?|lift|drempels?|oprijplank|deur|ingang|zij-?ingang|achterom|aanbellen|bel aan|parkeer\w*|verdieping"
    r"|invalidetoilet|rolstoel\w*|verhard)\b",
    re.I,
)


def _tijd_in(zin: str) -> str:
    """De tijden die in een zin staan, als dag; leeg als er geen in staan."""
    tijden = re.findall(r"\d{1,2}(?:[.:]\d{2})?(?: uur)? ?(?:-|\u2013|tot) ?\d{1,2}(?:[.:]\d{2})?", zin)
    return ", ".join(filter(None, map(als_dagtijd, tijden)))


def _voor_elk_deel(dag: str, vooraf: str, alleen: tuple[int, int] = (0, 9999)) -> str:
    """Zet `vooraf` voor elk deel van een dag dat tussen `alleen` begint; leeg als er niets te zetten is."""
    if dag in ("gesloten", "op afspraak") or re.search(r"[a-z]", dag):
        return ""
    delen, geraakt = [], False
    for deel in (d.strip() for d in dag.split(",")):
        begin = int(deel[:2]) * 60 + int(deel[3:5])
        raak = alleen[0] <= begin < alleen[1]
        geraakt |= raak
        delen.append(f"{vooraf} {deel}" if raak else deel)
    return ", ".join(delen) if geraakt else ""


def regels_uit(toelichting: str, dagen: dict[str, str]) -> tuple[list[str], list[str]]:
    """(regels, zinnen die overblijven): wat een toelichting zegt als regels van de grammatica; `dagen` is wat er per
    dag staat.
    """
    nieuw = dict(dagen)
    velden: list[str] = []
    over: list[str] = []
    for zin in filter(None, (z.strip() for z in re.split(r"(?<=[.;!])\s+", toelichting))):
        if not _zin_als_regel(zin.lower().strip(" .;!"), nieuw, velden):
            over.append(zin)
    regels = [f'{dag}: "{tekst}"' for dag, tekst in nieuw.items() if tekst != dagen.get(dag)]
    return regels + velden, over


def _zin_als_regel(zin: str, dagen: dict[str, str], velden: list[str]) -> bool:
    """Verwerk een zin in `dagen` of `velden`; False als er geen regel in zit."""
    if vondst := _DE_ZOVEELSTE.search(zin):
        dag = next(code for code, naam in woorden.DAGNAAM.items() if naam == vondst[2])
        rang = " en ".join(re.findall(_RANG, vondst[1]))
        tijd = _tijd_in(zin) or dagen.get(dag, "")
        dagen[dag] = _voor_elk_deel(tijd, rang) or dagen.get(dag, "")
        return bool(_voor_elk_deel(tijd, rang))
    if (vondst := _WEKEN.search(zin)) and len(zin) < 50:
        verbeterd = {
            dag: t for dag, tekst in dagen.items() if (t := _voor_elk_deel(tekst, f"{vondst[1] or ''}even weken"))
        }
        dagen |= verbeterd
        return bool(verbeterd)
    if vondst := _IN_DICHT.search(zin) or (None if "behalve" in zin or "'s avonds" in zin else _NIET_IN.search(zin)):
        naam = vondst[1] if vondst[1] in woorden.NIET_IN else "schoolvakanties"
        velden.append(f"niet_in: [{naam}]")
        return True
    if _SCHOOLWEKEN.search(zin):
        velden.append("niet_in: [schoolvakanties]")
        return True
    if (vondst := _AFSPRAAK.match(zin)) and (vondst[1] or vondst[2]):
        deel = next((grens for naam, grens in _DAGDEEL.items() if vondst[2] and naam in vondst[2]), (0, 9999))
        raak = {
            dag: t
            for dag, tekst in dagen.items()
            if (not vondst[1] or woorden.DAGNAAM.get(dag) == vondst[1])
            and (t := _voor_elk_deel(tekst, "op afspraak", deel))
        }
        dagen |= raak
        return bool(raak)
    if (periode := bedoelde_periode(zin)) and not re.search(rf"\b(?:{_DAG}|zomer|winter|uur)\b", zin):
        velden.append(f"periode: {periode}")
        return True
    return False


def keur_tijden(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Een waarschuwing bij een toelichting die een regel kan zijn, of die over de plek gaat."""
    toelichting = waarden.get("toelichting")
    if not toelichting:
        return True
    plek = knoop.waarden["toelichting"].plek
    dagen = {d: k.waarde for d in model.DAGEN if isinstance(k := knoop.waarden.get(d), Tekst)}
    regels, over = regels_uit(toelichting, dagen)
    if regels:
        rest = f" Laat in 'toelichting' alleen staan: {' '.join(over)}" if over else ""
        lezing.meld("SK239", plek, regel=" en op een eigen regel ".join(regels) + "." + rest)
    elif vondst := _PLEK.search(toelichting):
        lezing.meld("SK240", plek, stuk=vondst[0])
    return True


def keur_uitzondering(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    if ("op" in waarden) == ("van" in waarden and "tot" in waarden) or (
        "op" in waarden and ("van" in waarden or "tot" in waarden)
    ):
        lezing.meld("SK237", knoop.plek)
        return False
    return van_voor_tot(waarden, knoop, lezing)


def van_voor_tot(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    van, tot = waarden.get("van"), waarden.get("tot")
    if van and tot and tot < van:
        lezing.meld("SK228", knoop.waarden["tot"].plek, van=van, tot=tot)
        return False
    return True


def _dagen_van(tijden: model.Tijden) -> set[date]:
    """De dagen van een schrikkeljaar waarop een blok met een periode geldt."""
    assert tijden.periode is not None
    alle = (date(2028, 1, 1) + timedelta(n) for n in range(366))
    return {dag for dag in alle if in_periode(tijden.periode, dag)}


def keur_seizoenen(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Twee blokken van een kanaal mogen niet op dezelfde dag gelden, en hoogstens een heeft geen periode."""
    goed = True
    for naam in TIJDVELDEN:
        blokken = waarden.get(naam)
        if isinstance(blokken, tuple) and len(blokken) > 1 and isinstance(bron := knoop.waarden.get(naam), Lijst):
            goed = _los_van_elkaar(blokken, bron, lezing) and goed
    return goed


def _los_van_elkaar(blokken: tuple[model.Tijden, ...], bron: Lijst, lezing: Lezing) -> bool:
    for i, blok in enumerate(blokken):
        for j, eerder in enumerate(blokken[:i]):
            reden = ""
            if blok.periode is None and eerder.periode is None:
                reden = "beide hebben geen periode"
            elif blok.periode and eerder.periode and _dagen_van(blok) & _dagen_van(eerder):
                reden = "de periodes overlappen"
            if reden:
                lezing.meld("SK238", bron.waarden[i].plek, regel=bron.waarden[j].plek[0], reden=reden)
                return False
    return True


def keur_contact(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    telefoons = waarden.get("telefoons")
    if telefoons and "telefoon" not in waarden:
        lezing.meld("SK236", knoop.sleutels["telefoons"], nummer=telefoons[0].telefoon)
        return False
    return keur_seizoenen(waarden, knoop, lezing)
