"""`rapport nazien`: de lijst met landelijke nummers die u voor u publiceert zelf naziet, met een vakje per regel."""

from datetime import date
from pathlib import Path

from generator.betekenis.nazien import BESTAND, Nazien, te_nazien
from generator.bewerken.bestand import schrijf_heel
from generator.model import Catalogus

KOP = """\
# Landelijke nummers nazien

Deze nummers en websites zijn overgenomen uit een bron. Niemand van uw gemeente heeft ze al geopend.
Open bij elke regel de website en kijk of het nummer daar ook staat. Klopt het? Maak dan van [ ] een [x] en zet
achter de regel ', nagezien op' met de dag, zoals 2026-12-01. Klopt het niet? Verbeter dan de ingang.
Vergeet u de dag, dan zet 'rapport nazien' die van vandaag erbij. Verandert een nummer later, dan gaat het vakje weer open.
Deze lijst hoort bij uw bestanden in Git: zo is altijd te zien wie wat wanneer heeft nagezien.
"""


def doe(map_: Path, catalogus: Catalogus, peildatum: date, proef: bool) -> str:
    """Schrijf nazien.md met wat er al was aangekruist; geeft de lijst (bij een proef) of wat er nog open is."""
    lijst = te_nazien(catalogus.overgenomen, catalogus.bevestigd)
    tekst = maak_lijst(lijst, peildatum)
    if proef:
        return tekst
    schrijf_heel(map_, BESTAND, tekst.encode())
    return slotzin(lijst)


def maak_lijst(lijst: list[Nazien], peildatum: date) -> str:
    """De hele tekst: eerst wat een nummer heeft, dan wat alleen een website heeft."""
    delen = [KOP]
    for kop, met_nummer in (("Nummers om te bellen", True), ("Alleen een website", False)):
        regels = [regel(n, peildatum) for n in lijst if bool(n.voorziening.contact.telefoon) is met_nummer]
        delen.append("\n".join([f"## {kop}", "", *(regels or ["Er is niets na te zien."])]) + "\n")
    return "\n".join(delen)


def regel(n: Nazien, peildatum: date) -> str:
    """Een vakje; een kruisje zonder dag krijgt die van vandaag."""
    if n.bevestiging is None:
        return f"- [ ] {n.wat} ({n.voorziening.id})"
    return f"- [x] {n.wat} ({n.voorziening.id}), nagezien op {n.bevestiging.op or peildatum}"


def slotzin(lijst: list[Nazien]) -> str:
    if not lijst:
        return f"Er is niets over te nemen uit een bron; {BESTAND} is leeg."
    open_ = sum(n.bevestiging is None for n in lijst)
    return f"{BESTAND} is geschreven: {len(lijst) - open_} van de {len(lijst)} nagezien, {open_} nog open."
