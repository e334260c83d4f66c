"""De kennis in sociale_kaart/ lezen: bouwtekening, taken, regio, begrippen, feiten en route; elk een los bestand dat
mag ontbreken.
"""

from datetime import date

from generator.lezen.ingangen import is_nog_goed
from generator.lezen.inhoud import Gelezen
from generator.lezen.lagen import Lagen
from generator.lezen.losse_bestanden import Ruw, lees_gestapeld, lees_ruw
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing
from generator.lezen.yaml_lezer import Lijst, Tekst, Velden
from generator.meldingen import Verslag
from generator.model.kennis import Kennis
from generator.schema.kennisbestanden import KENNISBESTANDEN, Kennisbestand
from generator.voorraad import Voorraad, vingerafdruk

SOORTEN = tuple(deel.soort for deel in KENNISBESTANDEN if deel.soort)
# De pagina's onder /bouwtekening/ die geen cluster zijn.
BEZETTE_CLUSTERS = ("aantallen", "uitgangspunten", "achtergrond", "scenarios")
# Wat op de pagina waar een id een plek is, zelf al zo heet.
OP_ELKE_PAGINA = ("inhoud", "menu", "kop-q")
BEZET = {
    "cluster": BEZETTE_CLUSTERS,
    "begrip": (*OP_ELKE_PAGINA, "zoekwoord", "woord", "woord-stand"),
    "stap": (*OP_ELKE_PAGINA, "kort", "per-wet", "wetten", "verder"),
    "taak": (
        *(*OP_ELKE_PAGINA, "filter", "f-zoek", "f-soort", "f-groep", "f-gemeente", "filter-stand"),
        *("bewaar", "takentabel", "criteria", "soorten", "verder"),
    ),
}
_REEKSEN = {"begrip": "letter-", "stap": "wet-"}


def lees_kennis(verslag: Verslag, peildatum: date, voorraad: Voorraad, gelezen: Gelezen) -> Kennis:
    """De kennis uit alle lagen; een bestand met een fout telt als afwezig.

    De ids en verwijzingen komen bij die van `gelezen`, zodat de controles over alles heen ze meenemen.
    """
    delen = {}
    for soort in SOORTEN:
        gelezen.bekend.setdefault(soort, set())
    for deel in KENNISBESTANDEN:
        ruw = lees_ruw(gelezen.lagen, deel.bestand, verslag)
        if not ruw:
            continue
        uit, verwijzingen, ids, meldingen, gelijk = _uit_voorraad(deel, ruw, gelezen.lagen, peildatum, voorraad)
        verslag.meldingen_ruw |= meldingen
        gelezen.verwijzingen[ruw[-1][0]] = verwijzingen
        gelezen.los[deel.bestand] = ruw[-1][0]
        gelezen.gelijk += gelijk if ruw[-1][0] == deel.pad else []
        if deel.soort:
            gelezen.bekend[deel.soort] |= ids
            gelezen.onzeker |= {deel.soort} if uit is NIETS and not ids else set()
        if uit is not NIETS:
            delen[deel.veld] = uit["begrippen"] if deel.veld == "begrippen" else uit
    return Kennis(**delen)


def _uit_voorraad(deel: Kennisbestand, ruw: Ruw, lagen: Lagen, peildatum: date, voorraad: Voorraad) -> tuple:
    """(object of NIETS, verwijzingen, ids, meldingen, wat gelijk is); wat foutloos en niet veranderd is, komt uit de
    voorraad.
    """
    sets = " ".join(laag.naam for laag in lagen.sets)
    sleutel = vingerafdruk(deel.pad, sets, *(stuk for paar in ruw for stuk in paar))
    bekend, tot = voorraad.pak("kennis", sleutel), laatste_dag(lagen, peildatum)
    if bekend is not None and is_nog_goed(bekend[0], tot, bekend[1][3]):
        return bekend[1]
    lezing, ids = Lezing(Verslag(), ruw[-1][0], tot, deel.tabel), set()

    def lees(boom: Velden, lezing: Lezing) -> object:
        ids.update(ids_in(boom, deel.lijst, deel.soort, lezing))
        return lees_groep(boom, deel.tabel, lezing)

    uit, gelijk = lees_gestapeld(lagen, deel.bestand, ruw, lezing, lees)
    alles = (NIETS if uit is None else uit, lezing.verwijzingen, ids, lezing.verslag.meldingen_ruw, gelijk)
    if alles[0] is not NIETS:
        voorraad.leg("kennis", sleutel, (tot, alles))
    return alles


def laatste_dag(lagen: Lagen, peildatum: date) -> date:
    """De laatste dag die een datum mag zijn: een set is van haar versie, ook als de site van een eerdere dag is."""
    return max([peildatum, *(date.fromisoformat(laag.versie) for laag in lagen.sets if laag.versie)])


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
        elif knoop.waarde in BEZET.get(soort, ()) or knoop.waarde.startswith(_REEKSEN.get(soort, "=")):
            lezing.meld("SK303", knoop.plek, id=knoop.waarde, voorstel=f"{soort}-{knoop.waarde}")
        eerste.setdefault(knoop.waarde, knoop.regel)
    return set(eerste)
