"""De kennis in sociale_kaart/ lezen: bouwtekening, taken, regio, begrippen, feiten en route; elk een los bestand dat
mag ontbreken.
"""

from datetime import date
from pathlib import Path

from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.inhoud import Gelezen
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing
from generator.lezen.yaml_lezer import Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model.kennis import Kennis
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.schema.veld import Veld
from generator.voorraad import Voorraad, vingerafdruk

SOORTEN = tuple(deel.soort for deel in KENNISBESTANDEN if deel.soort)
# De pagina's onder /bouwtekening/ die geen cluster zijn.
BEZETTE_CLUSTERS = ("aantallen", "uitgangspunten")


def lees_kennis(map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad, gelezen: Gelezen) -> Kennis:
    """De kennis van een inhoudsmap; een bestand met een fout telt als afwezig.

    De ids en verwijzingen komen bij die van `gelezen`, zodat de controles over alles heen ze meenemen.
    """
    delen = {}
    for soort in SOORTEN:
        gelezen.bekend.setdefault(soort, set())
    for deel in KENNISBESTANDEN:
        bestand, pad, veld, soort = map_ / deel.pad, deel.pad, deel.veld, deel.soort
        if not bestand.exists() or bestand.is_symlink():
            continue
        uit, verwijzingen, ids, meldingen = _uit_voorraad(
            bestand, pad, deel.tabel, (deel.lijst, soort), peildatum, voorraad
        )
        verslag.meldingen_ruw |= meldingen
        gelezen.verwijzingen[pad] = verwijzingen
        if soort:
            gelezen.bekend[soort] |= ids
            gelezen.onzeker |= {soort} if uit is NIETS and not ids else set()
        if uit is not NIETS:
            delen[veld] = uit["begrippen"] if veld == "begrippen" else uit
    return Kennis(**delen)


def _uit_voorraad(
    bestand: Path, pad: str, tabel: Veld, ids: tuple[str, str], peildatum: date, voorraad: Voorraad
) -> tuple:
    """(object of NIETS, verwijzingen, ids, meldingen); een foutloos bestand dat niet veranderd is, komt uit de
    voorraad.
    """
    eigen = Verslag()
    ruw = lees_bytes(bestand, pad, eigen)
    if ruw is None:
        return NIETS, [], set(), eigen.meldingen_ruw
    sleutel = vingerafdruk(pad, str(peildatum), ruw)
    if (bekend := voorraad.pak("kennis", sleutel)) is not None:
        return bekend
    uit = _lees(ruw, pad, tabel, ids, Lezing(eigen, pad, peildatum, tabel))
    if uit[0] is not NIETS:
        voorraad.leg("kennis", sleutel, uit)
    return uit


def _lees(ruw: bytes, pad: str, tabel: Veld, ids: tuple[str, str], lezing: Lezing) -> tuple:
    tekst = ontcijfer(ruw, pad, lezing.verslag)
    boom = None
    if tekst is not None and controleer_tekens(tekst, pad, lezing.verslag):
        boom = lees_yaml(tekst, pad, lezing.verslag)
    if boom is None:
        return NIETS, [], set(), lezing.verslag.meldingen_ruw
    eigen = ids_in(boom, *ids, lezing)
    return lees_groep(boom, tabel, lezing), lezing.verwijzingen, eigen, lezing.verslag.meldingen_ruw


def ids_in(boom: Velden, lijst: str, soort: str, lezing: Lezing) -> set[str]:
    """De ids in een lijst, ook van delen met een fout; een dubbel of bezet id is een melding."""
    eerste: dict[str, int] = {}
    knopen = boom.waarden.get(lijst)
    delen = list(knopen.waarden) if isinstance(knopen, Lijst) else []
    if soort == "cluster":
        delen.append(boom.waarden.get("casusregie"))
    for deel in delen:
        knoop = deel.waarden.get("id") if isinstance(deel, Velden) else None
        if not isinstance(knoop, Tekst):
            continue
        if knoop.waarde in eerste:
            lezing.meld("SK302", knoop.plek, id=knoop.waarde, ander=f"regel {eerste[knoop.waarde]}")
        elif soort == "cluster" and knoop.waarde in BEZETTE_CLUSTERS:
            lezing.meld("SK303", knoop.plek, id=knoop.waarde, voorstel=f"{knoop.waarde}-cluster")
        eerste.setdefault(knoop.waarde, knoop.regel)
    return set(eerste)
