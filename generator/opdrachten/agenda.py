"""`agenda`: de agenda's van organisaties lezen, en zeggen welke activiteiten erbij kunnen."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.meldingen import SocialeKaartFout, toonbaar

if TYPE_CHECKING:
    from generator.bewerken.agenda import Agenda

MEESTE_BYTES = 5_000_000


def voeg_toe(deel) -> None:
    parser = deel.add_parser("agenda", help="lees de agenda's van organisaties en stel activiteiten voor")
    parser.add_argument("--schrijf", action="store_true", help="zet de voorstellen in bestanden, om na te kijken")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 1 als een agenda niet te lezen was of iets geen voorstel werd."""
    from generator.bewerken.agenda import lees_voorstellen

    uit = lees_voorstellen(opties.map, opties.peildatum, haal)
    print("\n".join(verwerk(opties.map, uit, opties.schrijf)))
    return 1 if uit.niet else 0


def verwerk(map_: Path, uit: "Agenda", schrijf: bool) -> list[str]:
    """Zet de voorstellen in bestanden, als dat moet, en zeg in regels wat het zijn. Raist SocialeKaartFout."""
    from generator.bewerken.bestand import schrijf_heel
    from generator.bewerken.stukken import KanNiet

    regels = []
    for v in uit.voorstellen:
        try:
            if schrijf:
                schrijf_heel(map_, v.pad, v.nieuw)
        except KanNiet as fout:
            raise SocialeKaartFout(f"{fout}.", "kijk of u in deze map mag schrijven.", 1) from fout
        regels.append(f"{v.pad}: {'nieuw' if v.oud is None else 'gewijzigd'}: {toonbaar(v.naam)}")
    if uit.niet:
        regels += ["Geen voorstel:", *(f"  {toonbaar(zin, 300)}" for zin in uit.niet)]
    aantal = len(uit.voorstellen)
    slot = "Kijk ze na voor u ze overneemt." if schrijf else "Er is niets geschreven."
    return [*regels, f"{aantal} {'voorstel' if aantal == 1 else 'voorstellen'}. {slot}"]


def haal(adres: str) -> bytes:
    """De bytes van een agenda. Raist AgendaFout."""
    from generator.bewerken.agenda import AgendaFout
    from generator.opdrachten.haal import haal as haal_adres

    return haal_adres(adres, MEESTE_BYTES, AgendaFout, "de agenda")
