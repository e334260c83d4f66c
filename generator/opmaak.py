"""Jinja2 voor de sjablonen: alles wordt ontsnapt, een onbekende naam is een fout, en datums en tijden staan in gewoon Nederlands."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, _escape_inner, escape

from generator.model import DAGEN, Tijden
from generator.stukken import WORTEL, Stukken

SJABLONEN = Path(__file__).parent / "sjablonen"
MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_TUSSEN = "\x04"  # de plek in een kaartje waar de wijk of de afstand komt
STUKKEN = Stukken()  # van de bouw die nu loopt
DAGNAMEN = dict(zip(DAGEN, ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), strict=True))


def gewone_datum(dag: date) -> str:
    """2026-11-01 als '1 november 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def gewone_tijd(minuten: int) -> str:
    """540 als '9.00'; 1440 als '24.00'."""
    return f"{minuten // 60}.{minuten % 60:02}"


def gewone_stand(stand: str) -> str:
    """JJJJ-MM-DD als '1 november 2026', JJJJ-MM als 'november 2026'; iets anders blijft zoals het is."""
    delen = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", stand)
    if not delen:
        return stand
    dag = f"{int(delen[3])} " if delen[3] else ""
    return f"{dag}{MAANDEN[int(delen[2]) - 1]} {delen[1]}"


def gewoon_getal(waarde: str) -> str:
    """'4207885' als '4.207.885' en '40.82' als '40,82'; een datum voluit, en iets anders zoals het is."""
    delen = re.fullmatch(r"(\d+)(?:\.(\d+))?", waarde)
    if not delen:
        return gewone_stand(waarde)
    heel = f"{int(delen[1]):,}".replace(",", ".") if len(delen[1]) > 4 else delen[1]
    return f"{heel},{delen[2]}" if delen[2] else heel


def tel_link(nummer: str) -> str:
    """Een nummer voor tel: alleen cijfers, met + ervoor waar die stond; de (0) in '+31 (0)570' belt niemand."""
    return ("+" if nummer.strip().startswith("+") else "") + re.sub(r"\D", "", nummer.replace("(0)", ""))


def dagregels(tijden: Tijden | None) -> list[tuple[str, str, str]]:
    """Per dag (code, naam, tekst); een onbekende dag heet 'niet bekend'."""
    uit = []
    for code in DAGEN:
        dag = getattr(tijden, code) if tijden else None
        if dag is None:
            tekst = "niet bekend"
        elif dag.tekst:
            tekst = dag.tekst
        elif [(v.van, v.tot) for v in dag.tijdvakken] == [(0, 1440)]:
            tekst = "dag en nacht"
        else:
            tekst = " en ".join(f"{gewone_tijd(v.van)} tot {gewone_tijd(v.tot)} uur" for v in dag.tijdvakken)
        uit.append((code, DAGNAMEN[code], tekst))
    return uit


def elke_dag_gelijk(regels: list[tuple[str, str, str]]) -> bool:
    """Of alle dagregels dezelfde tekst hebben."""
    return len({tekst for _, _, tekst in regels}) == 1


def tijden_voor_browser(tijden: Tijden | None) -> dict:
    """Tijden voor open.js: [[540, 750]] per dag, [] is gesloten, 'afspraak' op afspraak; een onbekende dag ontbreekt."""
    uit: dict[str, object] = {}
    for code in DAGEN if tijden else ():
        dag = getattr(tijden, code)
        if dag is not None:
            uit[code] = "afspraak" if dag.tekst == "op afspraak" else [[v.van, v.tot] for v in dag.tijdvakken]
    return uit


def _macro(naam: str, *argumenten: object) -> str:
    """Een macro uit delen.html, met de weg naar de wortel nog open."""
    return str(getattr(omgeving().get_template("delen.html").module, naam)(*argumenten, WORTEL))


def _kaartje_delen(k: object) -> tuple[str, str]:
    """Het kaartje in twee stukken; ertussen hoort de wijk of de afstand."""
    voor, _, na = _macro("kaartje_vers", k, _TUSSEN).partition(f"<span>{_TUSSEN}</span>")
    return voor, na


def _heel_kaartje(k: object) -> str:
    voor, na = STUKKEN.eenmaal(("kaartje", k), lambda: _kaartje_delen(k))
    return STUKKEN.merk(voor + (f"<span>{escape(k.waar)}</span>" if k.waar else "") + na)


def _los_kaartje(k: object) -> tuple[str, str]:
    voor, na = STUKKEN.eenmaal(("kaartje", k), lambda: _kaartje_delen(k))
    return STUKKEN.merk(voor), STUKKEN.merk(na)


def kaartje(k: object, afstand: str = "") -> Markup:
    """Een kaartje in een lijst (model: paginas/kaartjes.py); met een afstand in woorden staat die er in plaats van de wijk."""
    if not afstand:
        return Markup(STUKKEN.eenmaal(("heel", k), lambda: _heel_kaartje(k)))
    voor, na = STUKKEN.eenmaal(("los", k), lambda: _los_kaartje(k))
    return Markup(f"{voor}<span>{escape(afstand)}</span>{na}")


def lijst(kaartjes: Iterable[object]) -> Markup:
    """Kaartjes onder elkaar."""
    return Markup(f'<ul class="kaartjes">\n{"".join(map(kaartje, kaartjes))}</ul>\n')


def _stuk(macro: str, *argumenten: object) -> str:
    return STUKKEN.eenmaal((macro, *argumenten), lambda: STUKKEN.merk(_macro(macro, *argumenten)))


def insluitregels(regels: Iterable[tuple[object, str]], kort: bool) -> Markup:
    """De regels van een bladje voor een partner: (kaartje, ids van levensgebieden); kort is alleen de naam en waar."""
    return Markup("".join([_stuk("insluitregel", k, themas, kort) for k, themas in regels]))


def registerregels(kaartjes: Iterable[object]) -> Markup:
    """Een regel met naam en nummer per kaartje."""
    return Markup("".join([_stuk("registerregel", k) for k in kaartjes]))


@cache
def icoon(naam: str, wortel: str) -> Markup:
    """Een icoon uit assets/iconen.svg; er staat altijd een woord bij."""
    return Markup('<svg class="icoon" aria-hidden="true" focusable="false">'
                  f'<use href="{escape(wortel)}assets/iconen.svg#{escape(naam)}"/></svg>')


def ontsnap(waarde: object) -> str:
    """Als `markupsafe.escape`, zonder van elke tekst een object te maken; dat is op een pagina tweehonderd keer."""
    return _escape_inner(waarde) if type(waarde) is str else escape(waarde)


class Sjabloon(Template):
    """Een sjabloon dat ontsnapt met `ontsnap`: dat scheelt een zesde van de tijd om een pagina te vullen."""

    @classmethod
    def from_code(cls, *argumenten, **meer) -> Template:
        sjabloon = super().from_code(*argumenten, **meer)
        sjabloon.root_render_func.__globals__["escape"] = ontsnap
        return sjabloon


@lru_cache(maxsize=1)
def omgeving() -> Environment:
    """De Jinja2-omgeving; sjablonen worden een keer vertaald."""
    env = Environment(loader=FileSystemLoader(SJABLONEN), autoescape=True, undefined=StrictUndefined,
                      trim_blocks=True, lstrip_blocks=True, auto_reload=False)
    env.template_class = Sjabloon
    env.filters.update(datum=gewone_datum, tel=tel_link, veilig=Markup, stand=gewone_stand, getal=gewoon_getal)
    env.globals.update(dagregels=dagregels, kaartje=kaartje, lijst=lijst, insluitregels=insluitregels,
                       registerregels=registerregels, icoon=icoon, elke_dag_gelijk=elke_dag_gelijk)
    return env
