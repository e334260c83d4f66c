"""De bouwtekening van het sociaal domein: de tekening met haar lijst, een pagina per cluster, de uitgangspunten en de
aantallen.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.betekenis.wetten import naam_in_stuk, namen_nu, namen_toen, wetten_nu
from generator.betekenis.woorden import FASEN, REGIE, SCHALEN, WETTEN_NU
from generator.model import Catalogus, Functie, Gemeente
from generator.model.kennis import Bouwtekening, Casusregie, Cluster, Fase
from generator.model.toegang import Bron, anker
from generator.paginas import Pagina
from generator.paginas.kennis.achtergrond import achtergrond
from generator.paginas.kennis.bouwtekenaar import teken
from generator.paginas.plek.kaartjes import Kaartjes

_KRUIMEL = ("Bouwtekening", "bouwtekening/")


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    tekening = catalogus.kennis.bouwtekening or uit_functies(catalogus)
    met_plekken = [g for g in catalogus.gemeenten if catalogus.per_gebied[g.code]]
    yield Pagina(
        "bouwtekening/",
        "kennis/bouwtekening.html",
        "Bouwtekening van het sociaal domein",
        "Alle soorten hulp in een tekening: voor, in en achter de toegang.",
        {
            "tekening": tekening,
            "vel": teken(tekening, catalogus.functies),
            "fasen": fasen(tekening, catalogus),
            "gemeenten": met_plekken,
            "wetten": gebruikte_wetten(tekening, catalogus),
            "nu": wetten_nu,
            "nu_in_woorden": namen_nu,
            "aantal": {f: len(v) for f, v in catalogus.per_functie.items()},
            "per_wet": per_wet(tekening, catalogus),
            "scenarios": met_scenario(tekening),
        },
        scripts=("kennis/bouwtekening.js",),
        stijlen=("kennis/tekening.css",),
    )
    if catalogus.kennis.bouwtekening:
        yield Pagina(
            "bouwtekening/uitgangspunten/",
            "kennis/uitgangspunten.html",
            "Uitgangspunten van de bouwtekening",
            "De kernwaarden, principes, schalen en vormen van regie achter de bouwtekening.",
            {"tekening": tekening, "schaalnaam": SCHALEN, "regienaam": REGIE},
            (_KRUIMEL,),
            stijlen=("kennis/tekening.css",),
        )
    yield from achtergrond("bouwtekening/", "Bouwtekening", tekening.verdieping, ())
    if met_scenario(tekening):
        yield Pagina(
            "bouwtekening/scenarios/",
            "kennis/scenarios.html",
            "Uitvoeringsscenario's op een rij",
            "Regie, schaal, sturing en bekostiging van elk cluster, in een tabel.",
            {"delen": met_scenario(tekening), "regienaam": REGIE, "schaalnaam": SCHALEN, "bron": tekening.bron},
            (_KRUIMEL,),
            stijlen=("kennis/tekening.css",),
        )
    delen = [*tekening.clusters, *((tekening.casusregie,) if tekening.casusregie else ())]
    for cluster in delen:
        yield Pagina(
            f"bouwtekening/{cluster.id}/",
            "kennis/cluster.html",
            cluster.naam,
            cluster.uitleg,
            cluster_context(cluster, tekening, catalogus),
            (_KRUIMEL,),
            stijlen=("kennis/tekening.css",),
        )
    for gemeente in met_plekken:
        yield Pagina(
            f"bouwtekening/aantallen/{gemeente.slug}/",
            "kennis/aantallen.html",
            f"Aantallen in {gemeente.naam}",
            f"Hoeveel plekken elk blok van de bouwtekening vullen in {gemeente.naam}, per wijk.",
            aantallen_context(gemeente, tekening, catalogus),
            (_KRUIMEL,),
            stijlen=("kennis/tekening.css",),
        )


def met_scenario(tekening: Bouwtekening) -> list[Cluster | Casusregie]:
    """Elk deel van de tekening met een uitvoeringsscenario, de casusregie als laatste."""
    delen: list[Cluster | Casusregie] = [*tekening.clusters, *([tekening.casusregie] if tekening.casusregie else [])]
    return [deel for deel in delen if deel.uitvoeringsscenario]


def uit_functies(catalogus: Catalogus) -> Bouwtekening:
    """Een bouwtekening uit de functies alleen, voor een sociale kaart zonder bouwtekening.yaml."""
    clusters: dict[str, Cluster] = {}
    for functie in catalogus.functies.values():
        id_ = anker(functie.cluster)
        cluster = clusters.get(id_) or Cluster(
            id_, functie.cluster, functie.fase, f"Alle blokken van {functie.cluster}.", ()
        )
        clusters[id_] = replace(cluster, blokken=(*cluster.blokken, functie.id))
    zonder_bron = Bron("Functies van deze sociale kaart", str(catalogus.peildatum.year))
    rij = tuple(
        Fase(id_, woord.kort, "", zonder_bron)
        for id_, woord in FASEN.items()
        if any(c.fase == id_ for c in clusters.values())
    )
    return Bouwtekening(
        "Bouwtekening van het sociaal domein",
        "Alle soorten hulp van deze sociale kaart, per fase en per groep.",
        rij,
        tuple(clusters.values()),
    )


def blokken(cluster: Cluster | Casusregie, catalogus: Catalogus) -> list[Functie]:
    return [catalogus.functies[b] for b in getattr(cluster, "blokken", ()) if b in catalogus.functies]


def fasen(tekening: Bouwtekening, catalogus: Catalogus) -> list[dict]:
    """Per fase haar clusters met hun blokken, voor de lijst onder de tekening."""
    return [
        {
            "fase": fase,
            "clusters": [(c, blokken(c, catalogus)) for c in tekening.clusters if c.fase == fase.id],
        }
        for fase in tekening.fasen
    ]


def per_wet(tekening: Bouwtekening, catalogus: Catalogus) -> dict[str, int]:
    alle = [f for c in tekening.clusters for f in blokken(c, catalogus)]
    return {"": len(alle), **{wet: sum(wet in wetten_nu(f) for f in alle) for wet in WETTEN_NU}}


def gebruikte_wetten(tekening: Bouwtekening, catalogus: Catalogus) -> dict[str, str]:
    """De wetten van nu waar een blok onder valt."""
    telling = per_wet(tekening, catalogus)
    return {wet: naam for wet, naam in WETTEN_NU.items() if telling[wet]}


def cluster_context(cluster: Cluster | Casusregie, tekening: Bouwtekening, catalogus: Catalogus) -> dict:
    """Een cluster met zijn blokken, zijn taken en zijn relaties van beide kanten."""
    op_id = {c.id: c for c in (*tekening.clusters, *((tekening.casusregie,) if tekening.casusregie else ()))}
    eigen = blokken(cluster, catalogus)
    scenario = cluster.uitvoeringsscenario
    heen = [(op_id[r.cluster], r.toelichting) for r in (scenario.relaties if scenario else ()) if r.cluster in op_id]
    terug = [
        (ander, r.toelichting)
        for ander in op_id.values()
        if ander.uitvoeringsscenario and ander is not cluster
        for r in ander.uitvoeringsscenario.relaties
        if r.cluster == cluster.id
    ]
    fase_id = cluster.plaats if isinstance(cluster, Casusregie) else cluster.fase
    return {
        "cluster": cluster,
        "fase": next((f for f in tekening.fasen if f.id == fase_id), None),
        "blokken": eigen,
        "aantal": {f.id: len(catalogus.per_functie[f.id]) for f in eigen},
        "nu": namen_nu,
        "toen": namen_toen,
        "naam_in_stuk": naam_in_stuk,
        "stuk": f"{tekening.bron.stuk} ({tekening.bron.jaar})" if tekening.bron else "",
        "scenario": scenario,
        "schaal": [SCHALEN[s].kort for s in scenario.schaal] if scenario else [],
        "regie": REGIE[scenario.regie.soort] if scenario else "",
        "heen": heen,
        "terug": terug,
        "taken": [t for f in eigen for t in catalogus.kennis.taken_van.get(f.id, ())],
        "veranderd": [f for f in eigen if f.veranderd],
        "is_regie": isinstance(cluster, Casusregie),
        "lijst": getattr(cluster, "lijst", None),
    }


def aantallen_context(gemeente: Gemeente, tekening: Bouwtekening, catalogus: Catalogus) -> dict:
    """Een tabel: een rij per blok, een kolom voor de gemeente en een per wijk."""
    codes = [gemeente.code, *(w.code for w in gemeente.wijken)]
    rijen = [
        (
            cluster,
            [(f, [catalogus.aantallen[code].get(f.id, 0) for code in codes]) for f in blokken(cluster, catalogus)],
        )
        for cluster in tekening.clusters
    ]
    return {"gemeente": gemeente, "kolommen": ["Hele gemeente", *(w.naam for w in gemeente.wijken)], "rijen": rijen}
