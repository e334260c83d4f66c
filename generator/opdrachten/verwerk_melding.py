"""`verwerk-melding`: een melding van een bezoeker in het goede bestand zetten, met een antwoord in gewone woorden."""

from pathlib import Path

from generator.bewerken.antwoord import schrijf_antwoord, schrijf_verschil, schrijf_weigering
from generator.bewerken.bestand import schrijf_heel
from generator.bewerken.melding import lees_melding
from generator.bewerken.stukken import KanNiet
from generator.bewerken.voorstel import Voorstel, maak_voorstel
from generator.meldingen import SocialeKaartFout, Verslag


def voeg_toe(deel) -> None:
    parser = deel.add_parser("verwerk-melding", help="zet een melding van een bezoeker in het goede bestand")
    parser.add_argument(
        "bestand", type=Path, metavar="BESTAND", help="de melding als tekst, met een blok sociale-kaart"
    )
    parser.add_argument("--proef", action="store_true", help="toon het verschil en schrijf niets")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 1 als de melding geweigerd is; het antwoord zegt dan waarom."""
    if not opties.bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{opties.bestand}' is er niet.", "geef het pad van de melding.")
    verslag = Verslag()
    melding = lees_melding(opties.bestand, verslag)
    voorstel = maak_voorstel(opties.map, melding, opties.bestand.name, verslag, opties.peildatum) if melding else None
    if voorstel and not opties.proef:
        voorstel = _bewaar(opties.map, voorstel, verslag)
    if melding is None or voorstel is None:
        print(schrijf_weigering(verslag))
        return 1
    print(schrijf_antwoord(melding, voorstel))
    if opties.proef and voorstel.oud != voorstel.nieuw:
        print(f"\n{schrijf_verschil(voorstel)}")
    return 0


def _bewaar(map_: Path, voorstel: Voorstel, verslag: Verslag) -> Voorstel | None:
    try:
        if voorstel.oud != voorstel.nieuw:
            schrijf_heel(map_, voorstel.pad, voorstel.nieuw)
    except KanNiet as fout:
        verslag.meld("SK801", voorstel.pad, reden=fout)
        return None
    return voorstel
