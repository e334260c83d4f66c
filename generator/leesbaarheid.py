"""De teksten die bewoners lezen, met hoe moeilijk zij zijn (`betekenis/leesmaat.py`)."""

from collections.abc import Iterator

from msgspec import Struct

from generator.betekenis.leesmaat import Meting, meet, meting_van
from generator.model import Catalogus

# Geschreven pagina's die niet voor bewoners zijn.
VOOR_PROFESSIONALS = ("open-data.md", "redactie/")


class Leestekst(Struct, frozen=True):
    """Een tekst die bewoners lezen, met waar hij staat."""

    soort: str
    pad: str
    naam: str
    meting: Meting


def teksten_voor_bewoners(catalogus: Catalogus) -> Iterator[Leestekst]:
    """Elke tekst die voor bewoners bedoeld is. Wat voor professionals is, staat er niet bij en is op de site zo
    gemerkt.
    """
    for f in catalogus.functies.values():
        yield Leestekst("functie", f.pad, f.naam, meet(f.uitleg.bron, f.aanvragen))
    for t in catalogus.themas.values():
        yield Leestekst(
            "onderwerp",
            catalogus.los["themas.yaml"],
            t.naam,
            meet(t.samenvatting, t.crisis, *t.kan_er_spelen, *t.zelf_doen),
        )
    for v in catalogus.voorzieningen.values():
        yield Leestekst("voorziening", v.pad, v.naam, meting_van(v))
    for o in catalogus.organisaties.values():
        yield Leestekst(
            "organisatie", o.pad, o.naam, meet(o.samenvatting, o.omschrijving.bron if o.omschrijving else None)
        )
    for pad, tekst in catalogus.geschreven.items():
        if pad.startswith(VOOR_PROFESSIONALS):
            continue
        yield Leestekst("geschreven pagina", f"inhoud/{pad}", pad, meet(tekst))
    yield from _kennis(catalogus)


def _kennis(catalogus: Catalogus) -> Iterator[Leestekst]:
    route = catalogus.kennis.route
    for stap in route.stappen if route else ():
        yield Leestekst(
            "zo werkt het",
            catalogus.los["route.yaml"],
            stap.naam,
            meet(stap.kort, stap.uitleg, *stap.vragen, *(w.wat for w in stap.wie), *(p.uitleg for p in stap.per_wet)),
        )
    letters: dict[str, Meting] = {}
    for begrip in catalogus.kennis.begrippen:
        letters[begrip.term[0].upper()] = letters.get(begrip.term[0].upper(), Meting()) + meet(begrip.uitleg)
    for letter, meting in sorted(letters.items()):
        yield Leestekst("woordenlijst", catalogus.los["begrippen.yaml"], f"de woorden met een {letter}", meting)
    for g in catalogus.gemeenten:
        if g.toegangsmodel:
            yield Leestekst(
                "werkwijze", g.pad, g.naam, meet(g.toegangsmodel.kern, *(s.uitleg for s in g.toegangsmodel.stappen))
            )
