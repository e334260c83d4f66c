"""CSV voor een rekenblad: met BOM, zodat het de letters goed leest, en regels die op CRLF eindigen."""

import csv
import io
from collections.abc import Iterable


def als_csv(kop: Iterable[str], rijen: Iterable[Iterable[object]]) -> str:
    """Een tabel als tekst; elke rij heeft de kolommen van `kop`."""
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\r\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return "\ufeff" + stroom.getvalue()
