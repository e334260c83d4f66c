"""De gids per bestand: elk bestand dat de lezer kent staat erin, en elk voorbeeld werkt als iemand het plakt."""

import re

import pytest
from proefmap import lees, leg_neer, maak_goede_map

from generator.lezen.gemeentemap import BESTANDEN as GEMEENTEBESTANDEN
from generator.lezen.inhoud import LOS
from generator.paginas.redactie.bestanden import per_map
from generator.schema.tabellen import TABELVORMEN
from generator.uitleg.bestanden import Bestand, bestanden, kortste, regels, volledig
from generator.uitleg.eigen import eigen_voorbeelden

GIDS = bestanden()
# Kaarten maakt een opdracht; een oud bestand met dezelfde velden; en een lijst zonder velden.
NIET_GESCHREVEN = re.compile(r".*\.geojson|herkomst\.json")


@pytest.fixture(scope="module")
def eigen(tmp_path_factory) -> dict[str, str]:
    catalogus, _ = lees(maak_goede_map(tmp_path_factory.mktemp("gids") / "map"))
    return eigen_voorbeelden(catalogus)


def test_elk_bestand_dat_de_lezer_kent_staat_in_de_gids():
    namen = {bestand.naam for bestand in GIDS}
    assert {naam for naam in (*LOS, *GEMEENTEBESTANDEN) if not NIET_GESCHREVEN.fullmatch(naam)} - namen == set()
    assert len({bestand.id for bestand in GIDS}) == len(GIDS) == sum(len(groep) for _, groep in per_map(GIDS))
    assert all(bestand.titel[0].isupper() for bestand in GIDS)
    assert {vorm.naam for vorm in TABELVORMEN} <= namen


def plek(bestand: Bestand) -> str:
    return bestand.paden[0].replace("gebieden/*", "gebieden/proefstad").replace("*", "uit-de-gids")


@pytest.mark.parametrize("hoe", [kortste, volledig])
@pytest.mark.parametrize("bestand", GIDS, ids=lambda b: b.id)
def test_een_voorbeeld_uit_de_gids_werkt_als_iemand_het_plakt(tmp_path, eigen, bestand, hoe):
    tekst = hoe(bestand, eigen)
    if not tekst:
        return
    map_ = maak_goede_map(tmp_path / "map")
    pad = plek(bestand)
    if bestand.deel:
        tekst = (map_ / pad).read_text(encoding="utf-8") + tekst
    if pad.endswith("kerncijfers.csv"):
        cijfers = next(b for b in GIDS if b.id == "kerncijfers")
        leg_neer(map_, plek(cijfers), kortste(cijfers, eigen))
    if bestand.id == "sets":
        maak_goede_map(tmp_path / "regioset")  # de set waar het voorbeeld naar wijst
    leg_neer(map_, pad, tekst)
    _, verslag = lees(map_)
    fout = [m for m in verslag.meldingen if m.pad == pad and m.soort == "fout"]
    assert fout == [], f"{verslag.als_tekst()}\n{tekst}"


def test_de_gids_noemt_elk_veld_en_zegt_wat_moet(eigen):
    for bestand in GIDS:
        rijen = regels(bestand, eigen)
        assert rijen and all(r.naam and r.uitleg for r in rijen), bestand.id
    cijfers = {r.naam: r for r in regels(next(b for b in GIDS if b.id == "kerncijfers"), eigen)}
    assert cijfers["indicatoren[].id"].verplicht and not cijfers["indicatoren[].rekenen"].verplicht
    assert "optellen, gemiddelde, niet" in cijfers["indicatoren[].rekenen"].mag


def test_een_voorbeeld_noemt_een_code_van_de_eigen_gemeente(eigen):
    """Ook in de tabel; anders plakt iemand een code die hier niet bestaat."""
    hier = {**eigen, "GM": "GM0301", "WK": "WK030100", "WK2": "WK030101", "gebied": "GM0301"}
    vreemd = [(b.id, r.naam) for b in GIDS for r in regels(b, hier) if re.search(r"(?:GM|WK)9999", r.voorbeeld)]
    assert vreemd == []
