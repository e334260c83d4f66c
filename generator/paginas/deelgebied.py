"""De eigen gebieden van een gemeente (dorpen, stadsdelen, gebiedsteams): hun team, hun wijken en wat er is."""

from collections.abc import Iterator

from generator.model import Catalogus, Deelgebied, Gemeente
from generator.paginas import Pagina
from generator.paginas.dekking import AANWEZIG, dekking, heeft_dekking, in_vier_groepen
from generator.paginas.gebied import in_wijk, per_thema
from generator.paginas.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for gemeente in catalogus.gemeenten:
        vakjes = dekking(gemeente, catalogus) if gemeente.indeling and heeft_dekking(gemeente, catalogus) else {}
        for deel in gemeente.indeling:
            yield Pagina(f"gebieden/{gemeente.slug}/{deel.id}/", "deelgebied.html", f"{deel.naam}, {gemeente.naam}",
                         f"Hulp en plekken in {deel.naam}.", context(deel, gemeente, vakjes, catalogus, kaartjes),
                         (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")), scripts=("wijk.js",))


def context(deel: Deelgebied, gemeente: Gemeente, vakjes: dict, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    """De wijken van het gebied, wie er een plek heeft, en welke functies in geen van de wijken een plek hebben."""
    wijken = [catalogus.gebieden[c] for c in deel.codes if c in catalogus.gebieden]
    hier = {v.id: v for wijk in wijken for v in in_wijk(wijk, catalogus)}
    stand = {f: [vakjes[w.code, f].stand for w in wijken if (w.code, f) in vakjes] for f in catalogus.functies}
    aanwezig = [f for f in catalogus.functies.values() if AANWEZIG in stand[f.id]]
    tekort = [catalogus.functies[f] for f in gemeente.essentieel if vakjes and f in catalogus.functies and AANWEZIG not in stand[f]]
    return {"deel": deel, "gemeente": gemeente, "wijken": wijken, "team": kaartjes.op_id.get(deel.team or ""), "aantal": len(hier),
            "hier": per_thema([v for v in hier.values() if v.id != deel.team], catalogus, kaartjes),
            "groepen": [(naam, fs) for naam, fs in in_vier_groepen(aanwezig) if fs], "tekort": tekort}
