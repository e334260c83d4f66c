"""Sjablonen vullen met Jinja2: alles wordt ontsnapt, een onbekende naam is een fout, wat vaak voorkomt wordt een keer
gemaakt.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.opmaak import gewone_datum, gewone_stand, gewoon_getal, tel_link
from generator.paginas.gemeen.sjablonen import Omgeving
from generator.paginas.gemeen.stukken import WORTEL, Stukken

if TYPE_CHECKING:
    from generator.paginas.plek.kaartjes import Kaartje

SJABLONEN = Path(__file__).parent.parent  # elk sjabloon ligt naast zijn module en heet "plek/voorziening.html"
PAST = 17  # letters van een kop op een scherm van 320 px
_TUSSEN = "\x04"  # de plek in een kaartje waar de wijk of de afstand komt
STUKKEN = Stukken()  # van de bouw die nu loopt


def _macro(naam: str, *argumenten: object) -> str:
    """Een macro uit delen.html, met de weg naar de wortel nog open."""
    return str(getattr(omgeving().get_template("gemeen/delen.html").module, naam)(*argumenten, WORTEL))


def _kaartje_delen(k: "Kaartje") -> tuple[str, str]:
    """Het kaartje in twee stukken; ertussen hoort de wijk of de afstand."""
    voor, _, na = _macro("kaartje_vers", k, _TUSSEN).partition(f"<span>{_TUSSEN}</span>")
    return voor, na


def _heel_kaartje(k: "Kaartje") -> str:
    voor, na = STUKKEN.eenmaal(("kaartje", k), lambda: _kaartje_delen(k))
    return STUKKEN.merk(voor + (f"<span>{escape(k.waar)}</span>" if k.waar else "") + na)


def _los_kaartje(k: "Kaartje") -> tuple[str, str]:
    voor, na = STUKKEN.eenmaal(("kaartje", k), lambda: _kaartje_delen(k))
    return STUKKEN.merk(voor), STUKKEN.merk(na)


def kaartje(k: "Kaartje", afstand: str = "") -> Markup:
    """Een kaartje in een lijst (model: paginas/plek/kaartjes.py); met een afstand in woorden staat die er in plaats
    van de wijk.
    """
    if not afstand:
        return Markup(STUKKEN.eenmaal(("heel", k), lambda: _heel_kaartje(k)))
    voor, na = STUKKEN.eenmaal(("los", k), lambda: _los_kaartje(k))
    return Markup(f"{voor}<span>{escape(afstand)}</span>{na}")


def lijst(kaartjes: Iterable["Kaartje"]) -> Markup:
    """Kaartjes onder elkaar."""
    return Markup(f'<ul class="kaartjes">\n{"".join(map(kaartje, kaartjes))}</ul>\n')


def korte_lijst(kaartjes: Iterable["Kaartje"]) -> Markup:
    """Kaartjes onder elkaar, elk op een regel."""
    return Markup(f'<ul class="kaartjes regels">\n{"".join(_stuk("kaartje_kort", k) for k in kaartjes)}</ul>\n')


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
    return Markup(
        '<svg class="icoon" aria-hidden="true" focusable="false">'
        f'<use href="{escape(wortel)}assets/iconen.svg#{escape(naam)}"/></svg>'
    )


def heeft_lang_woord(naam: str) -> bool:
    """Of een woord in een kop niet op een regel van een kleine telefoon past; dan wordt de letter kleiner en breekt er
    niets af.
    """
    return max(map(len, naam.split()), default=0) > PAST


@lru_cache(maxsize=1)
def omgeving() -> Environment:
    """De Jinja2-omgeving; sjablonen worden een keer vertaald."""
    env = Omgeving(
        loader=FileSystemLoader(SJABLONEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters.update(datum=gewone_datum, tel=tel_link, veilig=Markup, stand=gewone_stand, getal=gewoon_getal)
    env.tests["lang"] = heeft_lang_woord
    env.globals.update(
        kaartje=kaartje,
        lijst=lijst,
        korte_lijst=korte_lijst,
        insluitregels=insluitregels,
        registerregels=registerregels,
        icoon=icoon,
    )
    return env
