"""De wijken waaruit iemand boven een lijst kan kiezen, elk met haar team."""

from generator.model import Catalogus, Gebied, Gemeente

MEESTE = 400


def wijkkeuze(catalogus: Catalogus) -> list[tuple[Gemeente, list[tuple[Gebied, str]]]]:
    """(gemeente, [(wijk, id van het team)]): de eigen gemeente eerst, en verder elke gemeente die plekken heeft."""
    return catalogus.eenmaal("wijkkeuze", lambda: _maak(catalogus))


def _maak(catalogus: Catalogus) -> list[tuple[Gemeente, list[tuple[Gebied, str]]]]:
    eigen = catalogus.instellingen.gemeente
    rij = sorted(
        (g for g in catalogus.gemeenten if g.wijken and catalogus.per_gebied[g.code]), key=lambda g: g.code != eigen
    )
    if sum(len(g.wijken) for g in rij) > MEESTE:  # een heel land is geen keuzelijst meer
        rij = [g for g in rij if g.code == eigen]
    return [(g, [(w, team_van(w, g, catalogus)) for w in g.wijken]) for g in rij]


def team_van(wijk: Gebied, gemeente: Gemeente, catalogus: Catalogus) -> str:
    """Het team van het eigen gebied waar een wijk in ligt, of leeg."""
    return next(
        (deel.team for deel in gemeente.indeling if wijk.code in deel.codes and deel.team in catalogus.voorzieningen),
        "",
    )
