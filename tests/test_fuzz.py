"""Tienduizend kapotte invoeren, elke keer dezelfde; een miljoen gaat met de hand: `test --fuzz 1000000 --zaad 7`."""

import fuzz


def test_tienduizend_kapotte_invoeren_geven_alleen_meldingen():
    assert fuzz.draai(10_000, zaad=1) == []


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
