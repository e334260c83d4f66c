"""De woordenlijst: elk woord met gewone uitleg, een eigen plek en de hulp die erbij hoort."""

from collections.abc import Iterator

from generator.model import Catalogus, Functie
from generator.model.kennis import Begrip
from generator.model.toegang import anker
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    groepen: dict[str, list[dict]] = {}
    functie_van = functies_op_woord(catalogus)
    for begrip in sorted(catalogus.kennis.begrippen, key=lambda b: (letter(b.term), b.term.casefold())):
        groepen.setdefault(letter(begrip.term), []).append(context(begrip, catalogus, functie_van))
    yield Pagina(
        "begrippen/",
        "kennis/begrippen.html",
        "Woordenlijst",
        "Moeilijke woorden en afkortingen uit zorg, werk en inkomen, in gewone taal.",
        {"groepen": groepen, "aantal": len(catalogus.kennis.begrippen)},
        stijlen=("kennis/tekening.css",),
        scripts=("kennis/begrippen.js",),
    )


def letter(term: str) -> str:
    """De letter waar een woord onder staat; een getal of teken staat onder 0."""
    eerste = anker(term)[:1]
    return eerste if eerste.isalpha() else "0"


def functies_op_woord(catalogus: Catalogus) -> dict[str, Functie]:
    """De functies op hun id en op hun namen, in kleine letters."""
    uit: dict[str, Functie] = {}
    for functie in catalogus.functies.values():
        for naam in (functie.id, functie.naam_in_bron.casefold(), functie.naam.casefold()):
            uit.setdefault(naam, functie)
    return uit


def context(begrip: Begrip, catalogus: Catalogus, functie_van: dict[str, Functie]) -> dict:
    """Een woord met wat erbij hoort: andere woorden, een functie en een cluster van de bouwtekening."""
    vormen = [begrip.id, begrip.term.casefold(), *(a.casefold() for a in begrip.afkortingen)]
    clusters = {c.naam.casefold(): c for c in catalogus.kennis.cluster_op_id.values()}
    return {
        "begrip": begrip,
        "zie": [catalogus.kennis.begrip_op_id[z] for z in begrip.zie],
        "functie": next((functie_van[v] for v in vormen if v in functie_van), None),
        "cluster": clusters.get(begrip.term.casefold()) or catalogus.kennis.cluster_op_id.get(begrip.id),
        "zoek": " ".join((begrip.term, *begrip.afkortingen)).casefold(),
    }
