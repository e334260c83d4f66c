"""De bladzijden van de dienst en de mail: gewone taal, zonder script, en met alleen de eigen stijl."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2

from generator.betekenis.meldzinnen import ZINNEN
from generator.ontvangen.bericht import LOKVAKJE

if TYPE_CHECKING:
    from generator.ontvangen.dienst import Instelling


@cache
def _sjabloon() -> jinja2.Template:
    omgeving = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return omgeving.from_string(_lees("blad.html"))


def _lees(naam: str) -> str:
    return files("generator.ontvangen").joinpath(naam).read_text(encoding="utf-8")


@cache
def stijl() -> str:
    return _lees("stijl.css")


def _maak(inst: "Instelling", deel: str, titel: str, **waarden) -> str:
    gewoon = {"redenen": [], "ingevuld": "", "adres": "", "kenmerk": "", "mail": "", "plek": "", "gelopen": ""}
    vast = {
        "zinnen": ZINNEN,
        "deel": deel,
        "titel": titel,
        "inst": inst,
        "lokvakje": LOKVAKJE,
        "mailen_kan": inst.post is not None,
    }
    return _sjabloon().render({**gewoon, **vast, **waarden})


def formulier(inst: "Instelling", plek: str) -> str:
    return _maak(inst, "formulier", "Klopt er iets niet?", plek=plek)


def antwoord(inst: "Instelling", gelopen: str, **waarden) -> str:
    titel = "Dit lukte niet" if gelopen == "niet" else "Dank u wel"
    return _maak(inst, "antwoord", titel, gelopen=gelopen, **waarden)


def mail(inst: "Instelling", gelopen: str, adres: str, kenmerk: str) -> tuple[str, str]:
    """Onderwerp en tekst. Er staat alleen in wat wij zelf schreven."""
    waar = [f"U kunt hier volgen wat ermee gebeurt: {adres}"] if adres else []
    waar += [f"{ZINNEN['kenmerk']} {kenmerk}."] if kenmerk else []
    vraag = [f"Hebt u een vraag? Mail naar {inst.redactie}."] if inst.redactie else []
    regels = [
        "Beste lezer,",
        "Wij kregen uw melding voor de sociale kaart. Dank u wel.",
        "Een medewerker kijkt ernaar. Als uw melding klopt, passen wij de site aan.",
        *waar,
        *vraag,
        "Wij bewaren uw mailadres niet. U krijgt dus verder geen mail van ons.",
        "Stuurde u geen melding? Dan vulde iemand anders uw adres in. U hoeft niets te doen.",
    ]
    return "Wij kregen uw melding", "\n\n".join(regels) + "\n"
