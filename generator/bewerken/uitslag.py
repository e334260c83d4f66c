"""De uitslag van een melding voor een programma: wat ermee gebeurde, in welk bestand, en het antwoord als Markdown."""

import json
import re
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from generator.bewerken.antwoord import schrijf_antwoord, schrijf_verschil, schrijf_weigering
from generator.bewerken.bestand import schrijf_heel
from generator.bewerken.melding import Melding, begint_een_blok, lees_meldingtekst
from generator.bewerken.stukken import KanNiet
from generator.bewerken.voorstel import Voorstel, maak_voorstel
from generator.meldingen import SocialeKaartFout, Verslag

BESTAND = "uitslag.json"
ZONDER_BLOK = (
    "Dank u wel voor uw melding. Zij is in eigen woorden geschreven, dus een programma kan haar niet verwerken. "
    "Een medewerker leest haar. Er is nog niets veranderd."
)
_WERK = {"nieuw": "Nieuw", "wijzigen": "Wijzig", "klopt": "Klopt nog", "bestaat-niet": "Bestaat niet meer"}


class Uitslag(Struct, frozen=True):
    """`stand` is verwerkt, gelijk, geweigerd of eigen-woorden; `pad` is leeg als er geen bestand verandert."""

    stand: str
    antwoord: str
    titel: str = ""
    pad: str = ""
    verschil: str = ""
    nummer: int = 0


def verwerk(map_: Path, tekst: str, naam: str, peildatum, proef: bool) -> Uitslag:
    """Lees de melding, reken het voorstel uit, en schrijf het bestand als het geen proef is."""
    verslag = Verslag()
    melding = lees_meldingtekst(tekst, naam, verslag)
    voorstel = maak_voorstel(map_, melding, naam, verslag, peildatum) if melding else None
    if voorstel and not proef:
        voorstel = bewaar(map_, voorstel, verslag)
    if melding is None or voorstel is None:
        return Uitslag("geweigerd", schrijf_weigering(verslag))
    return _gelukt(melding, voorstel)


def verwerk_vrij(map_: Path, tekst: str, naam: str, peildatum, proef: bool) -> Uitslag:
    """Zoals `verwerk`, maar een tekst zonder blok is geen fout: die is voor een mens."""
    schoon = tekst.replace("\r\n", "\n").replace("\r", "\n")
    if not begint_een_blok(schoon):
        return Uitslag("eigen-woorden", ZONDER_BLOK)
    return verwerk(map_, schoon, naam, peildatum, proef)


def _gelukt(melding: Melding, voorstel: Voorstel) -> Uitslag:
    antwoord = schrijf_antwoord(melding, voorstel)
    if voorstel.oud == voorstel.nieuw:
        return Uitslag("gelijk", antwoord)
    return Uitslag(
        "verwerkt", antwoord, f"{_WERK[melding.soort]}: {melding.id}", voorstel.pad, schrijf_verschil(voorstel)
    )


def bewaar(map_: Path, voorstel: Voorstel, verslag: Verslag) -> Voorstel | None:
    """Schrijf het bestand; None met de reden in het verslag als dat niet kan."""
    try:
        if voorstel.oud != voorstel.nieuw:
            schrijf_heel(map_, voorstel.pad, voorstel.nieuw)
    except KanNiet as fout:
        verslag.meld("SK801", voorstel.pad, reden=fout)
        return None
    return voorstel


def hek_om(tekst: str, taal: str = "") -> str:
    """Een stuk tekst tussen codetekens, met een hek dat langer is dan elk hek erin."""
    langste = max((len(h) for h in re.findall(r"`+", tekst)), default=0)
    hek = "`" * max(3, langste + 1)
    return f"{hek}{taal}\n{tekst}\n{hek}"


def als_markdown(uitslag: Uitslag) -> str:
    deel = f"\n\n{hek_om(uitslag.verschil, 'diff')}" if uitslag.verschil else ""
    return uitslag.antwoord + deel


def als_tekst(uitslag: Uitslag) -> str:
    return "\n\n".join(filter(None, (uitslag.antwoord, uitslag.verschil)))


def als_json(uitslag: Uitslag) -> str:
    return json.dumps(to_builtins(uitslag), ensure_ascii=False, indent=1)


def schrijf_uitslag(map_: Path, uitslag: Uitslag, nummer: int) -> None:
    """Zet de uitslag in een map, voor de stap erna."""
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / BESTAND).write_text(als_json(replace(uitslag, nummer=nummer)) + "\n", encoding="utf-8")


def lees_uitslag(map_: Path) -> Uitslag:
    """De uitslag die een eerdere stap schreef. Raist SocialeKaartFout."""
    try:
        return Uitslag(**json.loads((map_ / BESTAND).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as fout:
        raise SocialeKaartFout(
            f"in '{map_}' staat geen uitslag van een melding.", "draai eerst 'verwerk-melding ... --uit MAP'."
        ) from fout


FORMATEN = {"tekst": als_tekst, "markdown": als_markdown, "json": als_json}
