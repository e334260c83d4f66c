"""De beginpagina van een regio maken en wisselen: bladen, plaatsen, namen, en de sites zelf op hun plek eronder."""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.bouw.herkomst import MANIFEST, als_manifest
from generator.bouw.middelen import accentregels, eigen_bestanden, klein, plaat
from generator.bouw.nazicht import Nazicht
from generator.bouw.schrijven import Schrijver
from generator.bouw.wissel import MERK, MERKTEKST, maak_werkmap, ruim_map_op, ruim_op, slot, vaste_rechten, wissel
from generator.json_tekst import als_json
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Instellingen
from generator.model.regiokaart import Regiokaart
from generator.regio.blad import SCRIPTS, maak_bladen
from generator.regio.lezen import lees_scherven
from generator.regio.namen import maak_namen
from generator.regio.nood import lees_woorden
from generator.regio.onderaan import leg_sites_neer, serverregels
from generator.regio.opgave import lees_opgave, met_streep
from generator.regio.plaatsen import maak_gemeenten
from generator.regio.scherf import Scherf
from generator.voorraad import Voorraad
from generator.zoeken.bundel import STATISCH, keten

# Wat de bladen zelf noemen, en wat hun scripts later ophalen.
LATER = ("gemeen/ander-moment.js", "gemeen/snelweg.js", "zoek/werker.js", "zoek/dienst.js", "zoek/later.js")
STIJLEN = ("gemeen/stijl.css", "gemeen/snelweg.css", "zoek/stijl.css", "regio/stijl.css", "gemeen/merk.svg")


def bouw_regio(
    map_: Path, uit: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad, met_sites: bool = True
) -> list[Scherf]:
    """Maak de regio; geeft haar sites, of niets als er fouten zijn en alles bleef zoals het was.

    Raises:
        SocialeKaartFout: als er geen regiokaart.yaml is, het doel niet veilig is of er niet geschreven kan worden.
    """
    gelezen = lees_opgave(map_, verslag, peildatum)
    scherven = lees_scherven(map_, *gelezen, verslag) if gelezen else []
    if verslag.fouten or not gelezen:
        return []
    controleer_doel(uit, map_, scherven)
    with slot(uit), vaste_rechten():
        ruim_op(uit)
        werk = maak_werkmap(uit)
        try:
            schrijf_alles(gelezen[0], scherven, werk, verslag, voorraad, met_sites)
            if verslag.fouten:
                return []
            wissel(werk, uit)
        except OSError as fout:
            raise SocialeKaartFout(
                f"schrijven lukt niet: {fout.strerror}.", "controleer de ruimte op de schijf en uw rechten.", 1
            ) from fout
        finally:
            ruim_map_op(werk)
    return scherven


def controleer_doel(uit: Path, map_: Path, scherven: Sequence[Scherf]) -> None:
    """Weiger een doel dat niet van ons is, of waar een van de sites in ligt."""
    doel = uit.resolve()
    bronnen = [map_.resolve(), *(s.map.resolve() for s in scherven)]
    if doel == Path.cwd() or any(bron.is_relative_to(doel) for bron in bronnen):
        raise SocialeKaartFout(f"in '{uit}' liggen de sites zelf.", "kies met --uit een andere map.", 1)
    if any(doel.is_relative_to(bron) for bron in bronnen[1:]):
        raise SocialeKaartFout(f"'{uit}' ligt in een van de sites.", "kies met --uit een andere map.", 1)
    vreemd = uit.is_dir() and any(uit.iterdir()) and not (uit / MERK).is_file()
    if uit.is_symlink() or (uit.exists() and not uit.is_dir()) or vreemd:
        raise SocialeKaartFout(f"'{uit}' is niet van de sociale kaart.", "kies met --uit een lege map.", 1)


def schrijf_alles(
    opgave: Regiokaart, scherven: list[Scherf], werk: Path, verslag: Verslag, voorraad: Voorraad, met_sites: bool
) -> None:
    """Schrijf de regio in de tijdelijke map, en kijk haar bladen na."""
    schrijver, nazicht = Schrijver(werk), Nazicht(verslag, met_streep(opgave.adres))
    for pad, html in maak_bladen(opgave, scherven).items():
        nazicht.bekijk(pad, html)
        schrijver.schrijf(pad or "index.html", html)
    for pad, inhoud in alle_bestanden(opgave, scherven, voorraad):
        schrijver.schrijf(pad, inhoud)
    onder = [s for s in scherven if s.onder]
    if met_sites:
        leg_sites_neer(onder, schrijver)
    for pad, tekst in serverregels(met_streep(opgave.adres), onder):
        schrijver.schrijf(pad, tekst)
    schrijver.boek(MERK, sha256(MERKTEKST.encode()).hexdigest())  # dat staat er al sinds de werkmap er is
    schrijver.schrijf(MANIFEST, als_manifest(schrijver.sommen))
    nazicht.sluit_af(schrijver.bestanden | {f"{s.onder}index.html" for s in onder})


def alle_bestanden(
    opgave: Regiokaart, scherven: list[Scherf], voorraad: Voorraad
) -> Iterator[tuple[str, str | bytes]]:
    """(pad, inhoud) van wat de bladen ophalen."""
    bekend = lees_woorden(scherven[0].map)
    yield "gemeenten.json", als_json(maak_gemeenten(scherven, bekend.stop, bekend.hulp)) + "\n"
    yield from maak_namen(scherven, bekend.stop)
    yield from bekend.bestanden.items()
    yield from middelen(opgave, voorraad)


def middelen(opgave: Regiokaart, voorraad: Voorraad) -> Iterator[tuple[str, bytes]]:
    """De scripts, stijlen en tekens van de bladen, en niet die van een hele site."""
    nodig = {*keten(*SCRIPTS, *LATER), *STIJLEN}
    for naam, ruw in eigen_bestanden():
        if naam in nodig:
            accent = accentregels(Instellingen("", "", accent=opgave.accent)) if naam == STIJLEN[0] else ""
            yield f"assets/{naam}", accent.encode() + klein(naam, ruw, voorraad)
    yield "assets/iconen.svg", plaat([STATISCH / "tekens/gids.svg"]).encode()
