"""De gebieden: een overzicht, een pagina per gemeente en een per wijk."""

from collections.abc import Iterator

from generator.model import Catalogus, Gebied, Gemeente
from generator.paginas import Pagina
from generator.paginas.kaartjes import Kaartjes
from generator.paginas.werkwijze import teams_van


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina("gebieden/", "gebieden.html", "Gemeenten en wijken", "Kies uw gemeente of wijk.",
                 {"gemeenten": catalogus.gemeenten, "postcodes": any(g.postcodes for g in catalogus.gemeenten)}, scripts=("postcode.js",))
    for gemeente in catalogus.gemeenten:
        boven = (("Gemeenten en wijken", "gebieden/"),)
        yield Pagina(f"gebieden/{gemeente.slug}/", "gemeente.html", gemeente.naam, f"Hulp en plekken in {gemeente.naam}, per wijk.",
                     gemeente_context(gemeente, catalogus, kaartjes), boven, scripts=("open-lijst.js",))
        for wijk in gemeente.wijken:
            yield Pagina(f"gebieden/{gemeente.slug}/{wijk.slug}/", "wijk.html", f"{wijk.naam}, {gemeente.naam}",
                         f"Hulp en plekken in {wijk.naam}.", wijk_context(wijk, gemeente, catalogus, kaartjes),
                         (*boven, (gemeente.naam, f"gebieden/{gemeente.slug}/")), scripts=("open-lijst.js",),
                         stijlen=("tekening.css",) if gemeente.toegangsmodel and gemeente.toegangsmodel.teams else ())


def gemeente_context(gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    hele = [v for v in catalogus.per_gebied[gemeente.code] if gemeente.code in v.werkgebied]
    return {"gemeente": gemeente, "wijken": [(w, len(in_wijk(w, catalogus))) for w in gemeente.wijken],
            "toegangspunt": kaartjes.op_id.get(gemeente.toegangspunt), "hele_gemeente": kaartjes.lijst(hele),
            "tabellen": cijfertabellen(gemeente)}


def in_wijk(wijk: Gebied, catalogus: Catalogus) -> list:
    """Wie een plek in de wijk heeft."""
    return [v for v in catalogus.per_gebied[wijk.code]
            if any(catalogus.gebied_van(v, i) == wijk.code for i in range(len(v.locaties)))]


def wijk_context(wijk: Gebied, gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    hier = in_wijk(wijk, catalogus)
    eerst = begin(wijk, gemeente, kaartjes)
    bovenaan, ids = {k.id for k in eerst}, {v.id for v in hier}
    elders = [v for v in catalogus.per_gebied[wijk.code] if v.id not in ids | bovenaan]
    return {"wijk": wijk, "gemeente": gemeente, "begin": eerst, "aantal": len(hier),
            "hier": per_thema([v for v in hier if v.id not in bovenaan], catalogus, kaartjes),
            "elders": per_thema(elders, catalogus, kaartjes), "teams": teams_van(gemeente, catalogus, kaartjes, wijk.code)}


def begin(wijk: Gebied, gemeente: Gemeente, kaartjes: Kaartjes) -> list:
    """Wie elke vraag uit deze wijk aanneemt: het team van haar deelgebied, en het toegangspunt van de gemeente."""
    teams = [deel.team for deel in gemeente.indeling if wijk.code in deel.codes]
    return [kaartjes.op_id[id_] for id_ in dict.fromkeys((*teams, gemeente.toegangspunt)) if id_ in kaartjes.op_id]


def per_thema(voorzieningen: list, catalogus: Catalogus, kaartjes: Kaartjes) -> list:
    """(thema, kaartjes) voor elk levensgebied dat hier iets heeft; elke voorziening staat bij haar eerste levensgebied."""
    eigen: dict[str, list] = {id_: [] for id_ in catalogus.themas}
    for v in voorzieningen:
        eigen[catalogus.themas_van(v)[0]].append(v)
    return [(catalogus.themas[id_], kaartjes.lijst(groep)) for id_, groep in eigen.items() if groep]


def cijfertabellen(gemeente: Gemeente) -> list[dict]:
    """De kerncijfers als tabellen: per indicator rijen (gebied) en kolommen (categorie), met een totaal onderaan."""
    namen = {g.code: g.naam for g in (*gemeente.wijken, *gemeente.buurten)} | {gemeente.code: gemeente.naam}
    uit = []
    for sleutel in dict.fromkeys((c.indicator, c.jaar) for c in gemeente.kerncijfers):
        cijfers = [c for c in gemeente.kerncijfers if (c.indicator, c.jaar) == sleutel]
        kolommen = list(dict.fromkeys(c.categorie for c in cijfers))
        waarde = {(c.gebied, c.categorie): c.waarde for c in cijfers}
        uitleg = next((i for i in gemeente.indicatoren if i.get("id") == sleutel[0]), {})
        gebieden = list(dict.fromkeys(c.gebied for c in cijfers))
        uit.append({"id": sleutel[0], "los": len(gebieden) == len(kolommen) == 1, "jaar": sleutel[1], "naam": uitleg.get("naam", sleutel[0]), "uitleg": uitleg.get("uitleg", ""),
                    "bron": uitleg.get("bron") or cijfers[0].bron, "kolommen": kolommen,
                    "rijen": [(namen.get(g, g), [waarde.get((g, k), "") for k in kolommen])
                              for g in gebieden],
                    "totaal": [som([waarde.get((g, k), "") for g in namen if g != gemeente.code]) for k in kolommen]})
    return uit


def som(waarden: list[str]) -> str:
    """De som van de hele getallen, of leeg als er een waarde ontbreekt of verborgen is."""
    gevuld = [w for w in waarden if w != ""]
    return str(sum(map(int, gevuld))) if gevuld and all(w.isdigit() for w in gevuld) else ""
