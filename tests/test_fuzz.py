"""Tienduizend kapotte invoeren, elke keer dezelfde; een miljoen gaat met de hand: `test --fuzz 1000000 --zaad 7`."""

import fuzz
import fuzz_map
import pytest
from proefmap import lees

pytestmark = pytest.mark.lang


@pytest.mark.parametrize("zaad", [1, 2])
def test_tienduizend_kapotte_invoeren_geven_alleen_meldingen(zaad):
    """De helft gaat met de ene manier van beschadigen kapot, de helft met de andere."""
    assert fuzz.draai(5_000, zaad) == []


def test_de_invoer_raakt_elke_lezer_en_komt_diep_genoeg():
    """Een fuzz die niets raakt, vindt ook niets: van elke lezer komt een deel heel door en geeft een deel een melding."""
    import random
    import tempfile
    from pathlib import Path

    from generator.meldingen import SocialeKaartFout, Verslag

    goed, mis = set(), set()
    with tempfile.TemporaryDirectory() as plek:
        for nummer in range(1200):
            lezer, verslag = fuzz.LEZERS[nummer % len(fuzz.LEZERS)], Verslag()
            kans = random.Random(f"1-{nummer}")
            ruw = fuzz.verander(kans, kans.choice(fuzz.VOORBEELDEN[lezer.__name__]))
            try:
                lezer(ruw, verslag, Path(plek))
            except SocialeKaartFout:
                mis.add(lezer.__name__)
            (mis if verslag.fouten else goed).add(lezer.__name__)
    assert goed >= {lezer.__name__ for lezer in fuzz.LEZERS} - {"tabel"}
    assert mis >= {"ingang", "pagina", "wijken", "water", "tabel", "instellingen", "melding", "ondergrond"}


@pytest.mark.parametrize(("zaad", "nummer"), [(7, 31843), (99, 11758), (99, 87403), (99, 106263)])
def test_wat_eerder_gevonden_is_blijft_weg(zaad, nummer, tmp_path):
    """Twee keer 'velden' in een melding, een soort die een lijst is, en een getal van honderden cijfers."""
    assert fuzz.probeer(zaad, nummer, tmp_path)[1] == ""


def test_een_kapot_bestand_in_een_map_met_elk_soort_bestand_geeft_alleen_meldingen():
    """De regels over bestanden heen lezen mee; met de hand zijn het er duizenden."""
    assert fuzz_map.draai(120, 3) == []


def test_de_rijke_map_heeft_elk_soort_bestand_en_is_goed(tmp_path):
    catalogus, verslag = lees(fuzz_map.rijke_map(tmp_path / "map"))
    assert catalogus is not None, verslag.als_tekst()
    assert len([p for p in (tmp_path / "map").rglob("*") if p.is_file()]) > 30
