"""Een bouw die op een willekeurig moment hard stopt: er staat een oude site of een nieuwe, en er blijft niets liggen.

Alle momenten (zo'n negenhonderd) gaan met de hand: `python tests/afschieten.py`.
"""

import os
import random

import afschieten
import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="dit systeem kent geen fork")
def test_wie_een_bouw_afschiet_ziet_een_hele_site(tmp_path):
    """Een greep over de hele bouw, en elk moment vlak voor en na de wissel."""
    baan = afschieten.Baan(tmp_path)
    totaal, ruil, soorten = afschieten.tel(baan)
    assert totaal > 500 and {"open", "os.mkdir", "os.remove", "os.rename"} <= set(soorten), soorten
    greep = random.Random(19).sample(range(1, totaal + 1), 12)
    gezien = afschieten.alles(baan, [*greep, *range(ruil - 2, ruil + 4), totaal])
    assert gezien["oud"] and gezien["nieuw"], gezien
