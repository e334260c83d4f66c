"""Leg vast welke zoekwoorden en situaties er op een dag zijn, voordat er nieuwe testvragen bij komen.

python tests/zoekmoment.py 2026-12-01
"""

import sys
from datetime import date
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER.parent)]

from generator.catalogus import lees_catalogus  # noqa: E402
from generator.meldingen import Verslag  # noqa: E402
from generator.voorraad import Voorraad  # noqa: E402
from generator.zoeken.eerlijk import vul_momentopname_aan, zinnen_van  # noqa: E402

MOMENTOPNAME = HIER / "zoekwoorden_momenten.txt"


def main() -> None:
    dag = date.fromisoformat(sys.argv[1])
    catalogus = lees_catalogus(HIER.parent, Verslag(), dag, Voorraad(HIER.parent, aan=False))
    oud = MOMENTOPNAME.read_text(encoding="utf-8") if MOMENTOPNAME.exists() else ""
    MOMENTOPNAME.write_text(vul_momentopname_aan(oud, dag, zinnen_van(catalogus.functies.values())), encoding="utf-8")


if __name__ == "__main__":
    main()
