"""Tijden van andere systemen in onze schrijfwijze. Wat niet zeker is, wordt niets: dan zegt de import het erbij."""

import calendar
import re

from generator.lezen.tijden import Tijdfout, lees_dagtijd
from generator.opmaak import MAANDEN

Rooster = dict[str, object]
DAGEN = {"Mo": "ma", "Tu": "di", "We": "wo", "Th": "do", "Fr": "vr", "Sa": "za", "Su": "zo"}
_RIJ = list(DAGEN)
_MAAND = {naam: nummer for nummer, naam in enumerate(calendar.month_abbr) if naam}
_KEER = {"1": "eerste", "2": "tweede", "3": "derde", "4": "vierde", "5": "vijfde", "-1": "laatste"}
_D = "|".join(DAGEN)
_DAGDEEL = rf"(?:{_D}|PH|SH)(?:-(?:{_D}))?(?:\[-?\d(?:,-?\d)*\])?"
_TIJDVAK = r"\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d"
_REGEL = re.compile(
    rf"(?:(?P<maanden>[A-Z][a-z]{{2}}(?:-[A-Z][a-z]{{2}})?):?\s+)?(?P<dagen>{_DAGDEEL}(?:\s*,\s*{_DAGDEEL})*)?:?\s*"
    rf"(?P<tijden>{_TIJDVAK}(?:\s*,\s*{_TIJDVAK})*|off|closed)?\s*(?P<afspraak>\"[^\"]*appointment[^\"]*\")?",
    re.I,
)


def uit_osm(tekst: str) -> list[Rooster] | None:
    """`opening_hours` van OpenStreetMap als een of meer roosters, of None als een deel er niet zeker in past."""
    if tekst.strip() == "24/7":
        return [dict.fromkeys(DAGEN.values(), "00:00-24:00")]
    perioden: dict[str, Rooster] = {}
    # Een komma voor een dag begint een regel die erbij komt, een puntkomma een die in de plaats komt.
    for erbij, regel in _regels(tekst):
        vondst = _REGEL.fullmatch(regel)
        if not vondst or not (periode := _periode(vondst["maanden"])) and vondst["maanden"]:
            return None
        if not _zet(perioden.setdefault(periode, {}), vondst, erbij):
            return None
    if len(perioden) > 1 and (perioden.pop("", None) not in (None, {})):
        return None
    roosters = [{**({"periode": p} if p else {}), **rooster} for p, rooster in perioden.items()]
    return roosters if roosters and all(_geldig(r) for r in roosters) else None


def _regels(tekst: str) -> list[tuple[bool, str]]:
    uit: list[tuple[bool, str]] = []
    for blok in filter(None, (deel.strip() for deel in tekst.split(";"))):
        delen = re.split(rf"(?<=\d\d),\s*(?={_D})", blok)
        uit += [(nummer > 0, deel.strip()) for nummer, deel in enumerate(delen)]
    return uit


def _periode(maanden: str | None) -> str:
    """`Apr-Sep` als '1 april tot en met 30 september'; leeg als het geen maanden zijn."""
    if not maanden:
        return ""
    van, _, tot = maanden.partition("-")
    if van not in _MAAND or (tot or van) not in _MAAND:
        return ""
    eind = _MAAND[tot or van]
    dagen = 29 if eind == 2 else calendar.monthrange(2027, eind)[1]
    return f"1 {MAANDEN[_MAAND[van] - 1]} tot en met {dagen} {MAANDEN[eind - 1]}"


def _zet(rooster: Rooster, vondst: re.Match, erbij: bool) -> bool:
    """Zet een regel in het rooster; False als zij niet past."""
    dicht = (vondst["tijden"] or "").lower() in ("off", "closed")
    tijden = "gesloten" if dicht else _tijden(vondst["tijden"], bool(vondst["afspraak"]))
    if not tijden:
        return False
    for deel in re.findall(_DAGDEEL, vondst["dagen"] or "Mo-Su"):
        if deel in ("PH", "SH"):
            if not dicht:
                return False
            wanneer = "feestdagen" if deel == "PH" else "schoolvakanties"
            rooster["niet_in"] = [*_lijst(rooster), wanneer]
        elif not _zet_dagen(rooster, deel, tijden, erbij):
            return False
    return True


def _lijst(rooster: Rooster) -> list[str]:
    nu = rooster.get("niet_in", [])
    return nu if isinstance(nu, list) else []


def _zet_dagen(rooster: Rooster, deel: str, tijden: str, erbij: bool) -> bool:
    kaal, _, keren = deel.partition("[")
    van, _, tot = kaal.partition("-")
    begin, eind = _RIJ.index(van), _RIJ.index(tot or van)
    dagen = _RIJ[begin : eind + 1] if begin <= eind else _RIJ[begin:] + _RIJ[: eind + 1]
    if keren:
        woorden = [_KEER.get(keer, "") for keer in keren.rstrip("]").split(",")]
        if tijden == "gesloten" or not all(woorden) or len(dagen) > 1:
            return False
        tijden = ", ".join(f"{' en '.join(woorden)} {stuk}" for stuk in tijden.split(", "))
    for dag in (DAGEN[d] for d in dagen):
        rooster[dag] = f"{rooster[dag]}, {tijden}" if erbij and dag in rooster else tijden
    return True


def _tijden(tekst: str | None, afspraak: bool) -> str:
    if not tekst:
        return "op afspraak" if afspraak else ""
    vakken = [re.sub(r"\s", "", vak) for vak in tekst.split(",")]
    vakken = ["-".join(t.zfill(5) for t in vak.split("-")) for vak in vakken]
    return ", ".join(f"op afspraak {vak}" if afspraak else vak for vak in vakken)


def _geldig(rooster: Rooster) -> bool:
    try:
        for dag in DAGEN.values():
            if dag in rooster:
                lees_dagtijd(str(rooster[dag]))
    except Tijdfout:
        return False
    return any(rooster.get(dag, "gesloten") != "gesloten" for dag in DAGEN.values())


def uit_ical(freq: str, interval: str, byday: str, opent: str, sluit: str) -> Rooster | None:
    """Een regel van HSDS (`WEEKLY`, `MO,TU`, 09:00, 17:00) als rooster, of None als zij er niet in past."""
    tijd = [m[1] for t in (opent, sluit) if (m := re.match(r"(\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$", t))]
    if len(tijd) != 2 or interval not in ("", "1"):
        return None
    tijd[1] = "24:00" if tijd[1] == "00:00" else tijd[1]
    keren: dict[str, list[str]] = {}
    for deel in filter(None, byday.upper().replace(" ", "").split(",")):
        vondst = re.fullmatch(r"(-?\d)?(MO|TU|WE|TH|FR|SA|SU)", deel)
        if not vondst or bool(vondst[1]) != (freq.upper() == "MONTHLY") or freq.upper() not in ("WEEKLY", "MONTHLY"):
            return None
        welke = keren.setdefault(DAGEN[vondst[2].capitalize()], [])
        welke += [_KEER.get(vondst[1], "?")] if vondst[1] else []
    rooster: Rooster = {dag: f"{' en '.join(welke)} {'-'.join(tijd)}".strip() for dag, welke in keren.items()}
    return rooster if rooster and _geldig(rooster) else None


def voeg_samen(een: Rooster, ander: Rooster) -> Rooster:
    """Twee roosters zonder periode: staat een dag in allebei, dan tellen beide."""
    uit = dict(een)
    for dag, tijd in ander.items():
        uit[dag] = f"{uit[dag]}, {tijd}" if dag in uit and uit[dag] != tijd else tijd
    return uit


def als_kolommen(roosters: list[Rooster], pad: str) -> dict[str, object]:
    """De roosters als kolommen onder een pad; een rooster zonder periode krijgt geen nummer."""
    los = len(roosters) == 1
    return {
        f"{pad}{'' if los else f'[{nummer}]'}.{naam}": "; ".join(w) if isinstance(w, list) else w
        for nummer, rooster in enumerate(roosters)
        for naam, w in rooster.items()
    }
