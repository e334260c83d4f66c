"""Van een verwerkte melding naar een voorstel en een antwoord bij het issue; ook als iemand het issue later wijzigt."""

from msgspec import Struct

from generator.bewerken.uitslag import Uitslag, als_markdown
from generator.forges.praten import ForgeFout, Project, maak_voorstel, zet_reactie
from generator.forges.tak import Tak

MERK = "<!-- sociale-kaart: antwoord op een melding -->"
_GELOPEN = {
    "voorstel": "Het voorstel staat klaar: {adres}. Een medewerker kijkt het na. Pas daarna verandert de site.",
    "tak": "Het voorstel staat klaar in de tak `{tak}`. Een medewerker kijkt het na. Pas daarna verandert de site.",
    "redactie": "Een medewerker werkt al aan deze melding, in de tak `{tak}`. Wij veranderden daar niets aan.",
    "mislukt": "Wij konden het voorstel nog niet klaarzetten ({reden}). Een medewerker kijkt ernaar.",
    "eerder": "Het voorstel dat er al was, blijft staan zoals het was.",
}
_VERBETER = "U kunt uw melding hierboven verbeteren. Dan kijken wij opnieuw."


class Ingediend(Struct, frozen=True):
    """Het antwoord dat bij het issue staat, en of alles gelukt is."""

    antwoord: str
    gelukt: bool


def dien_in(uitslag: Uitslag, tak: Tak, project: Project, doel: str) -> Ingediend:
    """Zet de tak, maak het voorstel en geef antwoord. Raist ForgeFout als zelfs het antwoord niet lukt."""
    try:
        zin, gelukt = _zet_voorstel(uitslag, tak, project, doel), True
        tak.ruim(uitslag.pad)
    except ForgeFout as fout:
        zin, gelukt = _GELOPEN["mislukt"].format(reden=fout), False
    antwoord = "\n\n".join(filter(None, (als_markdown(uitslag), zin)))
    zet_reactie(project, uitslag.nummer, MERK, antwoord)
    return Ingediend(antwoord, gelukt)


def _zet_voorstel(uitslag: Uitslag, tak: Tak, project: Project, doel: str) -> str:
    if uitslag.stand == "eigen-woorden":
        return ""
    wie = tak.van_wie()
    if uitslag.stand != "verwerkt":
        return " ".join([_VERBETER, *([_GELOPEN["eerder"]] if wie != "niemand" else [])])
    if wie == "redactie":
        return _GELOPEN["redactie"].format(tak=tak.naam)
    tak.zet(uitslag.pad, uitslag.titel, wie == "ons")
    try:
        adres = maak_voorstel(project, tak.naam, doel, uitslag.titel, _tekst(uitslag))
    except ForgeFout:  # mag de sleutel geen voorstel maken, dan staat de tak er toch
        adres = ""
    return _GELOPEN["voorstel" if adres else "tak"].format(adres=adres, tak=tak.naam)


def _tekst(uitslag: Uitslag) -> str:
    return f"Uit melding #{uitslag.nummer}. Neem dit over als het klopt.\n\n{als_markdown(uitslag)}"
