"""Alle sites van een regio lezen; wat er mis is staat bij de regel in regiokaart.yaml, en alles tegelijk."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.meldingen import Verslag
from generator.model.regiokaart import Regiokaart, Regiosite
from generator.regio.nood import lees_woorden
from generator.regio.opgave import BESTAND, Plek, met_streep
from generator.regio.scherf import AndereVersie, GeenSite, Scherf, lees_scherf
from generator.zoeken.index import VERSIE

EIGEN_MAPPEN = ("assets/", "namen/")


def lees_scherven(map_: Path, opgave: Regiokaart, plekken: Sequence[Plek], verslag: Verslag) -> list[Scherf]:
    """De sites in de volgorde van het bestand; wie niet te lezen is, ontbreekt en staat in het verslag."""
    regels = zip(opgave.sites, plekken, strict=True)
    gelezen = [(site, plek, lees_een(map_, site, plek, opgave, verslag)) for site, plek in regels]
    goed = [(site, plek, scherf) for site, plek, scherf in gelezen if scherf]
    if goed:
        keur_woorden(*goed[0], verslag)
    meld_dubbel(goed, verslag)
    meld_ander_programma(goed, verslag)
    return [scherf for _, _, scherf in goed]


def lees_een(map_: Path, site: Regiosite, plek: Plek, opgave: Regiokaart, verslag: Verslag) -> Scherf | None:
    try:
        scherf = lees_scherf(map_ / site.map, met_streep(opgave.adres), site.gemeenten)
    except GeenSite as fout:
        verslag.meld("SK860", BESTAND, plek, map=site.map, reden=str(fout))
    except AndereVersie as fout:
        verslag.meld("SK861", BESTAND, plek, map=site.map, versie=str(fout), hier=VERSIE)
    else:
        if not scherf.onder.startswith(EIGEN_MAPPEN):
            return scherf
        reden = f"haar adres {scherf.adres} is van de regio zelf"
        verslag.meld("SK860", BESTAND, plek, map=site.map, reden=reden)
    return None


def keur_woorden(site: Regiosite, plek: Plek, scherf: Scherf, verslag: Verslag) -> None:
    """De woorden waarmee de beginpagina nood herkent, komen uit de eerste site."""
    try:
        lees_woorden(scherf.map)
    except GeenSite as fout:
        verslag.meld("SK860", BESTAND, plek, map=site.map, reden=str(fout))


def meld_dubbel(goed: Sequence[tuple[Regiosite, Plek, Scherf]], verslag: Verslag) -> None:
    """Een gemeente, een naam of een adres dat bij twee sites staat: een bezoeker kan dan niet kiezen."""
    eerst: dict[str, str] = {}
    for site, plek, scherf in goed:
        merken = dict(wat_een_keer_mag(scherf))
        if dubbel := next((merk for merk in merken if merk in eerst), None):
            verslag.meld("SK862", BESTAND, plek, naam=merken[dubbel], map=site.map, ander=eerst[dubbel])
        eerst = dict.fromkeys(merken, site.map) | eerst


def wat_een_keer_mag(scherf: Scherf) -> Iterator[tuple[str, str]]:
    """(merk, in woorden): haar adres, en van elke gemeente de code en hoe zij in een adres heet."""
    yield scherf.adres, f"het adres {scherf.adres}"
    for g in scherf.gemeenten:
        yield g.code, f"de gemeente {g.naam}"
        yield g.slug, f"de naam {g.naam}"


def meld_ander_programma(goed: Sequence[tuple[Regiosite, Plek, Scherf]], verslag: Verslag) -> None:
    """Een waarschuwing bij elke site die met een ander programma gemaakt is dan de eerste."""
    for site, plek, scherf in goed[1:]:
        if scherf.programma != goed[0][2].programma:
            verslag.meld("SK863", BESTAND, plek, map=site.map, ander=goed[0][0].map)
