"""De kern: waarden in een YAML-tekst wijzigen zonder de rest aan te raken. Wat eruit komt, is teruggelezen en
vergeleken.
"""

from collections.abc import Sequence

from generator.bewerken import stukken
from generator.bewerken.knopen import Knoop, maak_knopen, waarde_van
from generator.bewerken.paden import Pad, PadFout, schrijf_pad, veld_van, volgorde
from generator.bewerken.schrijven import deel_in_blok, in_blok, in_stroom, spring_in
from generator.bewerken.stukken import KanNiet, regelteken, ruil, voeg_regels_in
from generator.bewerken.verschil import Stap, gewenst, stappen
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import FOUT, Verslag
from generator.schema import Veld

Wijziging = tuple[Pad, object]


def lees_boom(tekst: str) -> dict:
    """De waarden van een YAML-tekst. Raist KanNiet met de eerste fout van de lezer."""
    verslag = Verslag()
    if lees_yaml(tekst.replace("\r\n", "\n").replace("\r", "\n"), "x", verslag) is None:
        eerste = next(m for m in verslag.meldingen if m.soort == FOUT)
        raise KanNiet(f"het bestand is geen goede YAML: regel {eerste.regel}: {eerste.tekst}")
    return waarde_van(maak_knopen(tekst))


def bewerk(tekst: str, wijzigingen: Sequence[Wijziging], groep: Veld | None = None) -> str:
    """De tekst met de wijzigingen; een waarde is een tekst, lijst of groep, en None haalt weg.

    Alleen de regels die het moeten veranderen. Lukt dat niet veilig, dan raist dit KanNiet en is er niets veranderd.
    `groep` geeft de volgorde van velden en waar aanhalingstekens horen.
    """
    boom = lees_boom(tekst)
    try:
        doel = gewenst(boom, wijzigingen)
    except PadFout as fout:
        raise KanNiet(str(fout)) from fout
    if not doel:
        raise KanNiet("dan blijft er niets over")
    uit = tekst
    for stap in stappen(boom, doel):
        uit = zet_stap(uit, stap, groep)
    keur_uitkomst(uit, doel)
    return uit


def keur_uitkomst(tekst: str, doel: dict) -> None:
    """Wat er nu staat, moet precies zijn wat er gevraagd was."""
    try:
        klopt = lees_boom(tekst) == doel
    except (KanNiet, ValueError):
        klopt = False
    if not klopt:
        raise KanNiet("het bestand is op deze plek zo geschreven dat een programma het niet veilig kan wijzigen")


def zet_stap(tekst: str, stap: Stap, groep: Veld | None) -> str:
    doen = {"vervang": _vervang, "erbij": _erbij, "weg": _weg}[stap.soort]
    try:
        return doen(tekst, maak_knopen(tekst), stap, groep)
    except (LookupError, AttributeError) as fout:
        raise KanNiet(f"'{schrijf_pad(stap.pad)}' is hier niet te vinden") from fout


def _zoek(wortel: Knoop, pad: Pad) -> tuple[Knoop | None, Knoop]:
    """De veldnaam (of niets) en de waarde op een pad. Raist LookupError of AttributeError."""
    naam: Knoop | None = None
    knoop = wortel
    for deel in pad:
        if isinstance(deel, int):
            naam, knoop = None, knoop.delen[deel]
        else:
            paar = knoop.veld(deel)
            if paar is None:
                raise LookupError(deel)
            naam, knoop = paar
    return naam, knoop


def _ruimte(ouder: Knoop) -> int:
    """De inspringing van een groep: de kolom van haar namen, of van de streepjes van een lijst."""
    return ouder.kolom


def _vervang(tekst: str, wortel: Knoop, stap: Stap, groep: Veld | None) -> str:
    ouder = _zoek(wortel, stap.pad[:-1])[1]
    naam, knoop = _zoek(wortel, stap.pad)
    return stukken.vervang(tekst, naam, knoop, stap.waarde, veld_van(groep, stap.pad), ouder.stroom, _ruimte(ouder))


def _erbij(tekst: str, wortel: Knoop, stap: Stap, groep: Veld | None) -> str:
    ouder, plek = _zoek(wortel, stap.pad[:-1])[1], stap.pad[-1]
    veld = veld_van(groep, stap.pad)
    if isinstance(plek, int):
        return _deel_erbij(tekst, ouder, plek, stap.waarde, veld)
    vorige = _vorige(ouder, plek, volgorde(veld_van(groep, stap.pad[:-1])))
    if ouder.stroom:
        return _in_haakjes(tekst, ouder, vorige, in_stroom({plek: stap.waarde}, veld_van(groep, stap.pad[:-1]))[1:-1])
    ruimte = _ruimte(ouder)
    achter, onder = in_blok(stap.waarde, veld, ruimte)
    regels = [" " * ruimte + f"{plek}: {achter}".rstrip(), *onder]
    if vorige is not None:
        return voeg_regels_in(tekst, vorige.eind, regels)
    teken = regelteken(tekst)
    begin = ouder.paren[0][0].begin
    return ruil(tekst, begin, begin, teken.join(regels).lstrip(" ") + teken + " " * ruimte)


def _vorige(ouder: Knoop, naam: str, rij: list[str]) -> Knoop | None:
    """De waarde waar een nieuw veld achter hoort: die van het veld dat er in de tabel het dichtst voor staat."""
    rang = {veld: nummer for nummer, veld in enumerate(rij)}
    if naam not in rang:
        return ouder.paren[-1][1]
    ervoor = [(rang[n.waarde], waarde) for n, waarde in ouder.paren if rang.get(n.waarde, len(rij)) < rang[naam]]
    return max(ervoor, key=lambda paar: paar[0])[1] if ervoor else None


def _in_haakjes(tekst: str, ouder: Knoop, vorige: Knoop | None, nieuw: str) -> str:
    if tekst[ouder.begin] not in "[{":
        raise KanNiet("een lijst zonder eigen haakjes")
    if vorige is not None:
        return ruil(tekst, vorige.eind, vorige.eind, f", {nieuw}")
    eerste = ouder.delen[0].begin if ouder.soort == "lijst" else ouder.paren[0][0].begin
    return ruil(tekst, eerste, eerste, f"{nieuw}, ")


def _deel_erbij(tekst: str, ouder: Knoop, nummer: int, waarde: object, veld: Veld | None) -> str:
    if ouder.stroom:
        return _in_haakjes(tekst, ouder, ouder.delen[nummer - 1] if nummer else None, in_stroom(waarde, veld))
    regels = spring_in(deel_in_blok(waarde, veld), ouder.kolom)
    if nummer:
        return voeg_regels_in(tekst, ouder.delen[nummer - 1].eind, regels)
    teken = regelteken(tekst)
    return ruil(tekst, ouder.begin, ouder.begin, teken.join(regels).lstrip(" ") + teken + " " * ouder.kolom)


def _weg(tekst: str, wortel: Knoop, stap: Stap, groep: Veld | None) -> str:
    ouder, plek = _zoek(wortel, stap.pad[:-1])[1], stap.pad[-1]
    if isinstance(plek, int):
        delen, nummer = [(d.begin, d.eind) for d in ouder.delen], plek
    else:
        delen = [(n.begin, w.eind) for n, w in ouder.paren]
        nummer = next(i for i, (n, _) in enumerate(ouder.paren) if n.waarde == plek)
    if ouder.stroom:
        return stukken.haal_weg_uit_stroom(tekst, delen, nummer)
    if isinstance(plek, int):
        return stukken.haal_regels_weg(tekst, _streepje(tekst, ouder, nummer), delen[nummer][1])
    volgende = ouder.paren[nummer + 1][0] if nummer + 1 < len(ouder.paren) else None
    return stukken.haal_weg_uit_blok(tekst, *delen[nummer], volgende)


def _streepje(tekst: str, lijst: Knoop, nummer: int) -> int:
    """Waar het streepje van een deel staat; het moet het eerste op zijn regel zijn."""
    van = stukken.regelbegin(tekst, lijst.delen[nummer].begin)
    eerste = stukken.regelbegin(tekst, lijst.begin)
    while van > eerste and not _heeft_streepje(tekst, van, lijst.kolom):  # achter een streepje kan een opmerking staan
        van = stukken.regelbegin(tekst, max(0, stukken.voor_regel(tekst, van)))
    if not _heeft_streepje(tekst, van, lijst.kolom):
        raise KanNiet("een lijst in een lijst")
    return van + lijst.kolom


def _heeft_streepje(tekst: str, van: int, kolom: int) -> bool:
    return tekst[van : van + kolom + 1] == " " * kolom + "-"
