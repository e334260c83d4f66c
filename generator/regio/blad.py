"""De beginpagina van een regio en de pagina voor een verdwaald adres."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.bouw.stempelen import laad_scripts
from generator.model.regiokaart import Regiokaart
from generator.opmaak import gewone_datum
from generator.paginas.gemeen.vullen import omgeving
from generator.regio.opgave import met_streep
from generator.regio.scherf import Scherf

SCRIPTS = ("gemeen/standblad.js", "regio/start.js")
SJABLOON = Path(__file__).with_name("start.html")


def maak_bladen(opgave: Regiokaart, scherven: Sequence[Scherf]) -> dict[str, str]:
    """De HTML per pad. De pagina voor een verdwaald adres kan op elk adres staan; haar links beginnen bij de wortel."""
    begin, verdwaald = "./", urlsplit(met_streep(opgave.adres)).path
    return {"": vul(opgave, scherven, begin), "404.html": vul(opgave, scherven, verdwaald)}


def vul(opgave: Regiokaart, scherven: Sequence[Scherf], wortel: str) -> str:
    plekken = [(g.naam, g.slug, s) for s in scherven for g in s.gemeenten]
    return (
        omgeving()
        .from_string(SJABLOON.read_text(encoding="utf-8"))
        .render(
            regio=opgave,
            adres=met_streep(opgave.adres),
            wortel=wortel,
            scripts=laad_scripts(SCRIPTS, wortel),
            verdwaald=wortel != "./",
            gemeenten=sorted(plekken, key=lambda rij: rij[0].casefold()),
            nood=next((s.nood for s in scherven if s.nood), ()),
            sinds=gewone_datum(min(s.peildatum for s in scherven)),
        )
    )
