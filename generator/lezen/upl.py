"""upl.csv lezen: de uniforme productnamenlijst zoals standaarden.overheid.nl haar uitgeeft, een regel per grondslag."""

import csv
import io
import os
import re
from collections.abc import Iterator

from generator.lezen.bestanden import lees_bytes, ontcijfer
from generator.lezen.lagen import Lagen
from generator.lezen.waarden import is_uri
from generator.meldingen import Verslag
from generator.model.upl import Product
from generator.schema.tabellen import UPL as VORM

UPL, GRENS_KB = VORM.naam, 16 * 1024
_BOM = b"\xef\xbb\xbf"
_WIE = ("gemeente", "burger", "bedrijf")
Rij = tuple[int, dict[str, str]]


def lees_upl(lagen: Lagen, verslag: Verslag) -> dict[str, Product] | None:
    """De producten op URI, uit de bovenste laag met een lijst: None zonder lijst, leeg als zij niet heel te lezen is."""
    met = [laag for laag in lagen.alle if os.path.lexists(laag.map / UPL)]
    if not met:
        return None
    pad = f"{met[-1].basis}/{UPL}"
    ruw = lees_bytes(met[-1].map / UPL, pad, verslag, GRENS_KB)
    tekst = None if ruw is None else ontcijfer(ruw.removeprefix(_BOM), pad, verslag)
    return {} if tekst is None else _producten(tekst, pad, verslag)


def _producten(tekst: str, pad: str, verslag: Verslag) -> dict[str, Product]:
    uit: dict[str, Product] = {}
    fout: dict[str, list[int]] = {}
    for regel, cellen in _rijen(tekst, pad, verslag):
        if reden := _bezwaar(cellen):
            fout.setdefault(reden, []).append(regel)
        else:
            uit[cellen["uri"]] = _samen(uit.get(cellen["uri"]), cellen)
    for reden, regels in fout.items():
        meer = f" (zo zijn er {len(regels)} regels)" if len(regels) > 1 else ""
        verslag.meld("SK842", pad, (regels[0], 1), reden=reden + meer)
    heel = not any(m.pad == pad for m in verslag.meldingen_ruw)
    if heel and not uit:
        verslag.meld("SK842", pad, reden="er staat geen product in")
    return uit if heel else {}


def _rijen(tekst: str, pad: str, verslag: Verslag) -> Iterator[Rij]:
    """Elke regel met haar nummer en haar cellen, op de naam van de kolom."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=_scheiding(tekst), strict=True)
    begin, plek = 1, None
    try:
        for cellen in lezer:
            regel, begin = begin, lezer.line_num + 1
            if not "".join(cellen).strip():
                continue
            if plek is not None:
                yield regel, {k: " ".join(cellen[n].split()) for k, n in plek.items() if n < len(cellen)}
                continue
            plek = _kolommen(cellen)
            if weg := [naam for naam in VORM.verplicht if naam.casefold() not in plek]:
                verslag.meld("SK842", pad, (regel, 1), reden=f"de kolom {' en '.join(weg)} ontbreekt")
                return
    except csv.Error:
        verslag.meld("SK842", pad, (begin, 1), reden="vanaf deze regel klopt een aanhalingsteken niet")


def _kolommen(kop: list[str]) -> dict[str, int]:
    """Waar de kolommen staan die ertoe doen; grote of kleine letters maken niet uit."""
    namen = [naam.strip().casefold() for naam in kop]
    bekend = [kolom.naam.casefold() for kolom in VORM.kolommen]
    return {naam: namen.index(naam) for naam in bekend if naam in namen}


def _scheiding(tekst: str) -> str:
    """Het teken tussen de kolommen: wat in de kop het vaakst staat."""
    kop = tekst.lstrip().partition("\n")[0]
    return max(",;\t", key=kop.count)


def _bezwaar(cellen: dict[str, str]) -> str:
    """Waarom een regel geen product is, of leeg."""
    if not is_uri(cellen.get("uri", "")):
        return "op deze regel staat geen URI"
    naam = cellen.get("uniformeproductnaam", "")
    return "" if re.search(r"\w", naam) and naam.isprintable() else "op deze regel staat geen leesbare naam"


def _samen(eerder: Product | None, cellen: dict[str, str]) -> Product:
    """Het product, met wat een andere regel er al van zei: een X op een van de regels is genoeg."""
    wie = {naam: _kruis(cellen, naam, getattr(eerder, naam, None)) for naam in _WIE}
    return Product(eerder.naam if eerder else cellen["uniformeproductnaam"], cellen["uri"], **wie)


def _kruis(cellen: dict[str, str], naam: str, eerder: bool | None) -> bool | None:
    return eerder or cellen[naam].casefold() == "x" if naam in cellen else eerder
