"""Wat er is veranderd: voor de hele site, per jaar, en per gemeente en wijk. Zonder geschiedenis is er geen pagina."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from generator.geschiedenis.berichten import van_de_site, van_gebied
from generator.model import Catalogus, Gemeente
from generator.model.geschiedenis import Bericht
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

_MEESTE = 60
_SAMEN = 8  # zoveel dezelfde berichten op een dag worden een lijst met namen
_KOP = {"nieuw": "Nieuw in de sociale kaart", "weg": "Niet meer in de sociale kaart", "anders": "Veranderd"}
BEGIN = (("Wat is er veranderd", "wijzigingen/"),)


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    if catalogus.geschiedenis is None:
        return
    alle = van_de_site(catalogus)
    jaren = sorted({b.dag.year for b in alle}, reverse=True)
    yield _pagina("wijzigingen/", "Wat is er veranderd", alle[:_MEESTE], "feeds/site.xml", jaren=jaren)
    for jaar in jaren:
        rij = tuple(b for b in alle if b.dag.year == jaar)
        yield _pagina(f"wijzigingen/{jaar}/", f"Wat er in {jaar} veranderde", rij, "feeds/site.xml", BEGIN)
    for gemeente in catalogus.gemeenten:
        yield from _van_gemeente(gemeente, catalogus)


def _van_gemeente(gemeente: Gemeente, catalogus: Catalogus) -> Iterator[Pagina]:
    gebieden = ((gemeente.code, gemeente.naam, ""), *((w.code, w.naam, f"{w.slug}/") for w in gemeente.wijken))
    for code, naam, staart in gebieden:
        if not (berichten := van_gebied(catalogus, code)):
            continue  # dan verwijst er ook niets naar
        eigen = f"{gemeente.slug}/{staart}"
        yield _pagina(
            f"wijzigingen/gebied/{eigen}",
            f"Wat is er veranderd in {naam}",
            berichten[:_MEESTE],
            f"feeds/gebied/{eigen.rstrip('/')}.xml",
            (*BEGIN, (naam, f"gebieden/{eigen}")),
        )


def _pagina(
    pad: str,
    titel: str,
    berichten: tuple[Bericht, ...],
    feed: str,
    kruimels: tuple = (),
    jaren: list[int] | None = None,
) -> Pagina:
    return Pagina(
        pad,
        "vinden/wijzigingen.html",
        titel,
        "Wat erbij kwam, wegging of anders werd in de sociale kaart.",
        partial(_context, titel, berichten, feed, jaren or []),
        kruimels,
    )


def _context(titel: str, berichten: tuple[Bericht, ...], feed: str, jaren: list[int]) -> dict:
    return {"titel": titel, "dagen": list(per_dag(berichten)), "feed": feed, "jaren": jaren}


def per_dag(berichten: tuple[Bericht, ...]) -> Iterator[tuple[object, list[Bericht], list[tuple[str, list[Bericht]]]]]:
    """(dag, berichten om heel te lezen, groepen waarvan er zoveel zijn dat namen genoeg zijn)."""
    for dag, groep in groupby(berichten, key=lambda b: b.dag):
        rij = list(groep)
        soorten = {wat: [b for b in rij if b.wat == wat] for wat in _KOP}
        veel = {wat for wat, deel in soorten.items() if len(deel) > _SAMEN}
        yield dag, [b for b in rij if b.wat not in veel], [(_KOP[wat], soorten[wat]) for wat in _KOP if wat in veel]
