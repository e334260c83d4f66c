"""Tienduizend kapotte invoeren, elke keer dezelfde; een miljoen gaat met de hand: `test --fuzz 1000000 --zaad 7`."""

import fuzz
import pytest


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
