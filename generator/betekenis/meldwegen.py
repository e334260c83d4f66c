"""De wegen van een melding: de ontvanger, een issue, een mail of het bestand zelf, en de tekst die meegaat."""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from generator.model import Instellingen, Voorziening


class Forge(NamedTuple):
    """Hoe een soort site heet, waar zij een nieuw issue maakt (adres, naam van titel en tekst), en waar zij wijzigt."""

    naam: str
    nieuw: str
    titel: str
    tekst: str
    wijzig: str


FORGES = {
    "github": Forge("GitHub", "/issues/new", "title", "body", "edit/main/"),
    "gitlab": Forge("GitLab", "/-/issues/new", "issue[title]", "issue[description]", "-/edit/main/"),
    "forgejo": Forge("Forgejo", "/issues/new", "title", "body", "_edit/main/"),
}
# Wat in het adres van de site staat, en welke soort dat is.
_HERKEN = {"github": "github", "gitlab": "gitlab", "codeberg": "forgejo", "forgejo": "forgejo", "gitea": "forgejo"}


def forge_van(adres: str, gekozen: str | None = None) -> Forge | None:
    """De soort site van een project: zoals gekozen is, of zoals het adres zegt; None als dat niet te zien is."""
    host = urlsplit(adres).hostname or ""
    return FORGES.get(gekozen or next((soort for woord, soort in _HERKEN.items() if woord in host), ""))


def meldmail(inst: Instellingen) -> str:
    return inst.melden.mail or inst.meld_adres or ""


def forge_voor_meldingen(inst: Instellingen) -> Forge | None:
    return forge_van(inst.melden.issues, inst.melden.forge) if inst.melden.issues else None


def wijzig_link(inst: Instellingen, pad: str) -> tuple[str, str] | None:
    """(naam van de site, adres) om een bestand zelf te wijzigen, of None; wat uit een set komt staat daar niet."""
    if not pad.startswith("sociale_kaart/"):
        return None
    forge = forge_van(inst.bestanden, inst.melden.forge) if inst.bestanden else None
    if forge is None or inst.bestanden is None:
        return None
    weg = inst.wijzigweg.strip("/") + "/" if inst.wijzigweg else forge.wijzig
    return forge.naam, f"{inst.bestanden.rstrip('/').removesuffix('.git')}/{weg}{quote(pad)}"


def stuur_link(inst: Instellingen, onderwerp: str, tekst: str) -> str:
    """Een link die een melding klaarzet: een issue als dat kan, anders een mail; leeg als er geen weg is."""
    if (forge := forge_voor_meldingen(inst)) and inst.melden.issues:
        basis = inst.melden.issues.rstrip("/").removesuffix(".git")
        return (
            f"{basis}{forge.nieuw}?{quote(forge.titel)}={_in_adres(onderwerp)}&{quote(forge.tekst)}={_in_adres(tekst)}"
        )
    mail = meldmail(inst)
    return f"mailto:{mail}?subject={_in_adres(onderwerp)}&body={_in_adres(tekst)}" if mail else ""


def _in_adres(tekst: str) -> str:
    """Een tekst zoals zij in een adres staat; van duizenden meldingen zijn bijna alle regels gelijk."""
    return "%0A".join(map(_regel_in_adres, tekst.split("\n")))


@lru_cache(maxsize=1024)
def _regel_in_adres(regel: str) -> str:
    return quote(regel, "")


def pagina_van(inst: Instellingen, v: Voorziening) -> str:
    return f"{inst.adres}voorzieningen/{v.id}/"


def formulier_van(inst: Instellingen, id_: str) -> str:
    """Het formulier over een ingang; met #klopt of #gestopt erachter is de melding al bijna klaar."""
    return f"{inst.adres}melden/?id={id_}"


def klopt_link(inst: Instellingen, v: Voorziening) -> str:
    """Waar iemand met een druk op de knop meldt dat een ingang nog klopt; met een ontvanger is dat op de site zelf."""
    if inst.melden.ontvanger:
        return f"{inst.adres}melden/?id={v.id}&soort=klopt"
    regels = (
        f"Klopt nog: {v.naam}",
        pagina_van(inst, v),
        "",
        "Alles op deze pagina klopt nog.",
        "",
        BLIJFT,
        "",
        "```sociale-kaart",
        "soort: klopt",
        f"id: {v.id}",
        "```",
        "",
    )
    return stuur_link(inst, f"Klopt nog: {v.naam}", "\n".join(regels))


BLIJFT = "Laat het stuk hieronder staan: daarmee komt de melding op de goede plek."


def mailsjabloon(inst: Instellingen, v: Voorziening) -> tuple[str, ...]:
    """De regels van een mail voor wie het formulier niet kan gebruiken."""
    return (
        f"Over: {v.naam}",
        f"Pagina: {pagina_van(inst, v)}",
        "Wat klopt er niet?",
        "Wat moet het zijn?",
        "Hoe weet u dat?",
    )
