"""Het id dat een schrijver bedoelde met een gewoon woord: uit de namen en zoekwoorden van alles wat bestaat."""

from collections.abc import Iterator

from generator.betekenis.bedoeld import Zinnenboek
from generator.lezen.inhoud import Gelezen
from generator.model import Gemeente


def zinnenboeken(gelezen: Gelezen, gemeenten: tuple[Gemeente, ...]) -> dict[str, Zinnenboek]:
    """Per soort verwijzing de woorden waaronder mensen haar kennen."""
    per_soort = {
        "functie": list(_functies(gelezen)),
        "voorziening": [(v.id, zin) for v in gelezen.voorzieningen for zin in (v.naam, *v.zoekwoorden)],
        "organisatie": [(o.id, o.naam) for o in gelezen.organisaties],
        "thema": [(t.id, zin) for t in gelezen.themas for zin in (t.naam, *t.zoekwoorden, *t.kan_er_spelen)],
        "gebied": [(g.code, g.naam) for gemeente in gemeenten for g in (*gemeente.wijken, *gemeente.buurten)],
        "gemeente": [(g.code, g.naam) for g in gemeenten],
    }
    per_soort["gebied"] += per_soort["gemeente"]
    per_soort["voorziening of functie"] = per_soort["deur"] = per_soort["voorziening"] + per_soort["functie"]
    return {soort: Zinnenboek(zinnen) for soort, zinnen in per_soort.items()}


def _functies(gelezen: Gelezen) -> Iterator[tuple[str, str]]:
    for f in gelezen.functies:
        yield from ((f.id, zin) for zin in (f.id.replace("-", " "), f.naam, f.naam_in_bron, *f.zoekwoorden))
        if f.situaties:
            yield from ((f.id, zin) for veld in f.situaties.__struct_fields__ for zin in getattr(f.situaties, veld))
