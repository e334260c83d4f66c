"""De lijst om elke pagina, uit de sjablonen van het thema: met merktekens, voor een schil of voor een geschreven pagina.

Een motor vult dezelfde sjablonen zo ook (`motor.py`); hier kost dat een honderdste seconde in plaats van een hele.
"""

from functools import cache
from types import SimpleNamespace
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from generator.bouw.motor import THEMA
from generator.bouw.sjabloonvoorraad import Sjabloonvoorraad

_ARTIKEL = {"partials/content.html": "@@artikel@@"}
GESCHREVEN = SimpleNamespace(title="@@titel@@", meta={"description": "@@omschrijving@@"}, canonical_url="@@canoniek@@")
SCHIL = SimpleNamespace(title="schil", meta={"schil": "ja"})


@cache
def _sjablonen() -> Environment:
    return Environment(
        loader=ChoiceLoader([DictLoader(_ARTIKEL), FileSystemLoader(THEMA)]),
        auto_reload=False,
        bytecode_cache=Sjabloonvoorraad(),
    )


def lijst(diepte: int, instellingen: dict, pagina: SimpleNamespace = SCHIL) -> str:
    """De lijst van een pagina op deze diepte (0 is de voorpagina)."""
    wortel = "/".join([".."] * diepte) or "."
    return _sjablonen().get_template("main.html").render(page=pagina, base_url=wortel, config=instellingen)


def lijst_van_verdwaald(instellingen: dict) -> str:
    """De lijst van de pagina bij een adres dat er niet is: zij kan overal staan, dus haar links beginnen bij de server."""
    wortel = urlsplit(instellingen["site_url"]).path
    return _sjablonen().get_template("404.html").render(base_url=wortel, config=instellingen)
