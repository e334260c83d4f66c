"""Tijden in gewoon Nederlands: een tabel voor de pagina, een regel voor de balie, en de grammatica terug voor de open
data.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.betekenis.kalender import MAANDEN, in_periode
from generator.betekenis.rooster import Rooster, heeft_tijden, periodecode
from generator.betekenis.woorden import DAGNAAM, NIET_IN
from generator.model import DAGEN, Dagdeel, Dagtijd, Periode, Tijden, Uitzondering, Wanneer

RANGWOORD = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}
ETMAAL, KOMENDE = 1440, 3


class Regel(Struct, frozen=True):
    """Een dag in de tabel. `datums` zegt dat er data bij horen, omdat het niet elke week is."""

    code: str
    naam: str
    tekst: str
    datums: str = ""


class Blok(Struct, frozen=True):
    """De tijden van een seizoen: een kop en code (leeg zonder periode), de week, en wat erbij hoort als (tekst,
    laatste dag of niets).
    """

    kop: str
    periode: str
    regels: tuple[Regel, ...]
    erbij: tuple[tuple[str, date | None], ...]
    toelichting: str = ""

    @property
    def elke_dag(self) -> str:
        """De tekst als alle zeven dagen gelijk zijn, anders leeg."""
        teksten = {regel.tekst for regel in self.regels}
        return teksten.pop() if len(teksten) == 1 and len(self.regels) == 7 else ""


def klok(minuten: int) -> str:
    """540 als '9.00'; 1440 als '24.00', 1500 als '1.00'."""
    minuten = minuten - ETMAAL if minuten > ETMAAL else minuten
    return f"{minuten // 60}.{minuten % 60:02}"


def opsomming(delen: list[str]) -> str:
    """'a, b en c'."""
    return " en ".join(filter(None, (", ".join(delen[:-1]), delen[-1]))) if delen else ""


def wanneer_in_woorden(wanneer: Wanneer | None, dagnaam: str = "") -> str:
    """'eerste en derde dinsdag van de maand', 'even weken', of leeg."""
    if wanneer is None:
        return ""
    if wanneer.weken:
        return f"{wanneer.weken} weken"
    return f"{opsomming([RANGWOORD[n] for n in wanneer.welke])} {dagnaam or 'keer'} van de maand"


def _vak(deel: Dagdeel, streep: str) -> str:
    return "" if deel.van is None or deel.tot is None else f"{klok(deel.van)}{streep}{klok(deel.tot)}"


def deel_in_woorden(deel: Dagdeel, dagnaam: str = "", streep: str = " tot ") -> str:
    """'op afspraak 13.00 tot 17.00 uur (even weken)'."""
    vak = _vak(deel, streep)
    kern = " ".join(filter(None, ("op afspraak" if deel.afspraak else "", f"{vak} uur" if vak else "")))
    keer = wanneer_in_woorden(deel.wanneer, dagnaam)
    return f"{kern} ({keer})" if keer else kern


@lru_cache(maxsize=4096)  # duizenden ingangen hebben dezelfde paar dagen
def dag_in_woorden(dag: Dagtijd | None, dagnaam: str = "", streep: str = " tot ") -> str:
    """Een dag als tekst; een onbekende dag heet 'niet bekend'."""
    if dag is None:
        return "niet bekend"
    if [(d.van, d.tot, d.afspraak, d.wanneer) for d in dag.delen] == [(0, ETMAAL, False, None)]:
        return "dag en nacht"
    return " en ".join(deel_in_woorden(d, dagnaam, streep) for d in dag.delen) or "gesloten"


def periode_in_woorden(periode: Periode) -> str:
    (maand, dag), (maand2, dag2) = periode.van, periode.tot
    return f"{dag} {MAANDEN[maand - 1]} tot en met {dag2} {MAANDEN[maand2 - 1]}"


def gewone_datum(dag: date) -> str:
    """2026-11-01 als '1 november 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def uitzondering_in_woorden(u: Uitzondering) -> str:
    dagen = (
        gewone_datum(u.begin) if u.begin == u.eind else f"{gewone_datum(u.begin)} tot en met {gewone_datum(u.eind)}"
    )
    return f"{dagen}: {dag_in_woorden(u.tijden)}" + (f" ({u.tekst})" if u.tekst else "")


def niet_in_woorden(namen: tuple[str, ...]) -> str:
    """'Dicht in de schoolvakanties en op feestdagen.', of leeg."""
    return f"Dicht {opsomming([NIET_IN[naam] for naam in namen])}." if namen else ""


def datums_in_woorden(dagen: list[date]) -> str:
    """1 en 15 december en 5 januari als '1, 15 december en 5 januari'."""
    delen = []
    for i, dag in enumerate(dagen):
        volgt = i + 1 < len(dagen) and dagen[i + 1].month == dag.month
        delen.append(f"{dag.day}" if volgt else f"{dag.day} {MAANDEN[dag.month - 1]}")
    return opsomming(delen)


def komende(rooster: Rooster, weekdag: int, vanaf: date, aantal: int = KOMENDE) -> list[date]:
    """De eerstvolgende dagen waarop op deze weekdag iets is, als dat niet elke week is; binnen een half jaar."""
    uit = []
    for verder in range((weekdag - vanaf.weekday()) % 7, 190, 7):
        dag = vanaf + timedelta(verder)
        regels = rooster.op(dag)
        if regels.delen and not regels.onzeker:
            uit.append(dag)
        if len(uit) == aantal:
            break
    return uit


def _niet_wekelijks(dag: Dagtijd | None) -> bool:
    return bool(dag and dag.delen) and all(d.wanneer for d in dag.delen)  # type: ignore[union-attr]


def blokken(tijden: tuple[Tijden, ...], rooster: Rooster | None, vanaf: date) -> list[Blok]:
    """De tijden van een kanaal voor op de pagina, seizoen na seizoen."""
    alle = [t for t in tijden if heeft_tijden(t)]
    uit = [_blok(t, rooster, vanaf) for t in alle]
    if uit and _laat_dagen_over([t.periode for t in alle]):
        laatste = uit[-1]
        buiten = "Buiten deze periode is het dicht." if len(uit) == 1 else "Buiten deze periodes is het dicht."
        uit[-1] = replace(laatste, erbij=((buiten, None), *laatste.erbij))
    return uit


def _laat_dagen_over(periodes: list[Periode | None]) -> bool:
    """Of er dagen zijn die in geen van de periodes vallen; geteld over een gewoon jaar en een schrikkeljaar."""
    vaste = [p for p in periodes if p]
    dagen = (date(2027, 1, 1) + timedelta(n) for n in range(731))
    return len(vaste) == len(periodes) and any(not any(in_periode(p, dag) for p in vaste) for dag in dagen)


@lru_cache(maxsize=4096)
def _regel(code: str, dag: Dagtijd | None, datums: str) -> Regel:
    return Regel(code, DAGNAAM[code], dag_in_woorden(dag, DAGNAAM[code]), datums)


def _blok(t: Tijden, rooster: Rooster | None, vanaf: date) -> Blok:
    regels = []
    for nummer, code in enumerate(DAGEN):
        dag = getattr(t, code)
        datums = datums_in_woorden(komende(rooster, nummer, vanaf)) if rooster and _niet_wekelijks(dag) else ""
        regels.append(_regel(code, dag, datums))
    erbij: list[tuple[str, date | None]] = [(niet_in_woorden(t.niet_in), None)] if t.niet_in else []
    erbij += [(f"{uitzondering_in_woorden(u)}.", u.eind) for u in t.uitzonderingen if u.eind >= vanaf]
    bekend = any(getattr(t, code) for code in DAGEN)
    kop = f"Van {periode_in_woorden(t.periode)}" if t.periode else ""
    return Blok(
        kop,
        periodecode(t.periode) if t.periode else "",
        tuple(regels) if bekend else (),
        tuple(erbij),
        t.toelichting or "",
    )


@lru_cache(maxsize=16_384)  # de pagina, de balie, het lijstje en vier bestanden vragen hetzelfde
def weekzin(tijden: tuple[Tijden, ...], vanaf: date = date.min) -> str:
    """Alle tijden in een regel, voor de balie en het lijstje: 'ma t/m do 9.00-17.00 uur, vr op afspraak. Dicht op feestdagen.'

    Uitzonderingen van voor `vanaf` staan er niet meer bij.
    """
    return " ".join(_seizoenzin(t, vanaf) for t in tijden if heeft_tijden(t))


def open_in_week(tijden: tuple[Tijden, ...]) -> str:
    """Alleen de dagen waarop er iemand is, voor op een vel papier: 'ma, wo 9.00-12.00 uur'; van een heel jaar of van
    elk seizoen.
    """
    return "; ".join(
        f"{periode_in_woorden(t.periode)}: {week}" if t.periode else week
        for t in tijden
        if (week := _week(t, dicht=False))
    )


def _uitzonderingen_kort(uitzonderingen: list[Uitzondering]) -> str:
    """Dagen met dezelfde tijden bij elkaar: '23 en 30 december 2026 11.00-16.00 uur, 24 en 31 december 2026 gesloten'."""
    groepen: dict[tuple[str, int], list[Uitzondering]] = {}
    for u in uitzonderingen:
        wat = dag_in_woorden(u.tijden, streep="-") + (f" ({u.tekst})" if u.tekst else "")
        groepen.setdefault((wat, u.eind.year), []).append(u)
    return ", ".join(f"{_dagen_kort(groep)} {jaar} {wat}" for (wat, jaar), groep in groepen.items())


def _dagen_kort(groep: list[Uitzondering]) -> str:
    los = [datums_in_woorden([u.begin for u in groep if u.begin == u.eind])]
    reeksen = [
        f"{u.begin.day} {MAANDEN[u.begin.month - 1]} tot en met {u.eind.day} {MAANDEN[u.eind.month - 1]}"
        for u in groep
        if u.begin != u.eind
    ]
    return opsomming([deel for deel in (*los, *reeksen) if deel])


def _seizoenzin(t: Tijden, vanaf: date) -> str:
    kop = f"{periode_in_woorden(t.periode)}: " if t.periode else ""
    week = _week(t)
    delen = [
        f"{kop}{week}" if week else "",
        niet_in_woorden(t.niet_in).rstrip("."),
        _uitzonderingen_kort([u for u in t.uitzonderingen if u.eind >= vanaf]),
        (t.toelichting or "").rstrip("."),
    ]
    tekst = ". ".join(filter(None, delen))
    return tekst + "." if tekst and (t.periode or ". " in tekst or t.toelichting) else tekst


def _week(t: Tijden, dicht: bool = True) -> str:
    groepen = list(_groepen([dag_in_woorden(d, streep="-") if (d := getattr(t, code)) else "" for code in DAGEN]))
    bekend = [(van, tot, tekst) for van, tot, tekst in groepen if tekst and (dicht or tekst != "gesloten")]
    if len(bekend) == 1 and bekend[0][:2] == (0, 6):
        return bekend[0][2] if bekend[0][2] == "dag en nacht" else f"elke dag {bekend[0][2]}"
    return ", ".join(f"{_dagen(van, tot)} {tekst}" for van, tot, tekst in bekend)


def _groepen(teksten: list[str]) -> Iterator[tuple[int, int, str]]:
    begin = 0
    for i in range(1, 8):
        if i == 7 or teksten[i] != teksten[begin]:
            yield begin, i - 1, teksten[begin]
            begin = i


def _dagen(van: int, tot: int) -> str:
    if van == tot:
        return DAGEN[van]
    return f"{DAGEN[van]} en {DAGEN[tot]}" if tot == van + 1 else f"{DAGEN[van]} t/m {DAGEN[tot]}"


def _uu_mm(minuten: int) -> str:
    minuten = minuten - ETMAAL if minuten > ETMAAL else minuten
    return f"{minuten // 60:02}:{minuten % 60:02}"


@lru_cache(maxsize=4096)
def dagregel(dag: Dagtijd) -> str:
    """Een dag in de grammatica van de YAML, zoals `lees_dagtijd` haar leest."""
    return ", ".join(map(_deelregel, dag.delen)) or "gesloten"


def _deelregel(deel: Dagdeel) -> str:
    w = deel.wanneer
    wanneer = "" if w is None else f"{w.weken} weken" if w.weken else " en ".join(RANGWOORD[n] for n in w.welke)
    vak = "" if deel.van is None or deel.tot is None else f"{_uu_mm(deel.van)}-{_uu_mm(deel.tot)}"
    return " ".join(filter(None, (wanneer, "op afspraak" if deel.afspraak else "", vak)))


def als_gegevens(tijden: tuple[Tijden, ...]) -> dict | list[dict] | None:
    """Tijden met de namen en de grammatica van de YAML: een groep, of een lijst van groepen per seizoen."""
    alle = [_als_groep(t) for t in tijden]
    return None if not alle else alle[0] if len(alle) == 1 else alle


def _als_groep(t: Tijden) -> dict:
    uit: dict = {code: dagregel(dag) for code in DAGEN if (dag := getattr(t, code)) is not None}
    if t.periode:
        uit["periode"] = periode_in_woorden(t.periode)
    if t.niet_in:
        uit["niet_in"] = list(t.niet_in)
    if t.uitzonderingen:
        uit["uitzonderingen"] = [_als_uitzondering(u) for u in t.uitzonderingen]
    return uit | ({"toelichting": t.toelichting} if t.toelichting else {})


def _als_uitzondering(u: Uitzondering) -> dict:
    dagen = {"op": str(u.op)} if u.op else {"van": str(u.van), "tot": str(u.tot)}
    return {**dagen, "tijden": dagregel(u.tijden)} | ({"tekst": u.tekst} if u.tekst else {})
