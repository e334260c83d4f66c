"""Hoe een gemeente haar toegang inricht ('zo werkt het bij ons'), en twee gemeenten naast elkaar."""

from collections.abc import Callable, Iterator

from generator.betekenis.vergelijken import (
    OORDELEN,
    kies_paren,
    oordelen,
    paar_pad,
    stappen_naast_elkaar,
    zonder_naam,
)
from generator.betekenis.woorden import FASEN, ROLLEN, WETTEN_NU
from generator.model import Catalogus, Gemeente
from generator.model.toegang import Team, Teamlid, Toegangsmodel
from generator.model.vergelijken import Stukvergelijking
from generator.paginas import Pagina
from generator.paginas.kennis.achtergrond import achtergrond
from generator.paginas.kennis.teamtekenaar import teken
from generator.paginas.plek.kaartjes import Kaartjes

_NAAST = (("Zo werkt het", "zo-werkt-het/"),)


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    gemeenten = [g for g in catalogus.gemeenten if g.toegangsmodel]
    paren = kies_paren(gemeenten, catalogus)
    for gemeente in gemeenten:
        yield Pagina(
            f"gebieden/{gemeente.slug}/zo-werkt-het/",
            "kennis/werkwijze.html",
            f"Zo werkt het in {gemeente.naam}",
            f"Hoe de toegang tot hulp in {gemeente.naam} is ingericht.",
            context(gemeente, catalogus, kaartjes, paren),
            (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")),
            stijlen=("kennis/tekening.css",),
        )
        yield from achtergrond(
            f"gebieden/{gemeente.slug}/zo-werkt-het/",
            f"Zo werkt het in {gemeente.naam}",
            model_van(gemeente).verdieping,
            (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")),
        )
    if len(gemeenten) > 1:
        yield Pagina(
            "zo-werkt-het/vergelijken/",
            "kennis/vergelijken.html",
            "Gemeenten naast elkaar",
            "Hoe gemeenten de toegang tot hulp inrichten.",
            {"gemeenten": gemeenten, "paren": paren, "rol": ROLLEN},
            _NAAST,
            stijlen=("kennis/tekening.css",),
        )
    for een, ander in paren:
        yield Pagina(
            paar_pad(een, ander),
            "kennis/vergelijking.html",
            f"{een.naam} en {ander.naam}",
            f"De toegang tot hulp in {een.naam} en {ander.naam} naast elkaar.",
            vergelijk(een, ander, catalogus),
            (*_NAAST, ("Gemeenten naast elkaar", "zo-werkt-het/vergelijken/")),
            stijlen=("kennis/tekening.css",),
        )


def model_van(gemeente: Gemeente) -> Toegangsmodel:
    """Het toegangsmodel van een gemeente die er een heeft; alleen die krijgen deze bladzijden."""
    if gemeente.toegangsmodel is None:
        raise ValueError(f"{gemeente.naam} heeft geen toegangsmodel")
    return gemeente.toegangsmodel


def context(gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes, paren: list) -> dict:
    model = model_van(gemeente)
    per_rol = [(naam, [o for o in model.onderdelen if o.rol == rol]) for rol, naam in ROLLEN.items()]
    taken = [(catalogus.kennis.taak_op_id[t.taak], t) for t in model.taken if t.taak in catalogus.kennis.taak_op_id]
    return {
        "gemeente": gemeente,
        "model": model,
        "per_rol": [(naam, delen) for naam, delen in per_rol if delen],
        "taken": taken,
        "functies": catalogus.functies,
        "teams": teams_van(gemeente, catalogus, kaartjes),
        "paren": naast(gemeente, paren),
    }


def naast(gemeente: Gemeente, paren: list) -> list[tuple[Gemeente, str]]:
    """De gemeenten om naast te leggen, met het pad van de vergelijking."""
    return [
        (ander if een is gemeente else een, paar_pad(een, ander)) for een, ander in paren if gemeente in (een, ander)
    ]


def teams_van(gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes, code: str = "") -> list[dict]:
    """De teams van een gemeente, of van een wijk."""
    model = gemeente.toegangsmodel
    teams = model.teams if model else ()
    return [team_context(t, catalogus, kaartjes) for t in teams if not code or code in t.codes]


def team_context(team: Team, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    return {
        "team": team,
        "vel": teken(team),
        "kern": [lid_links(lid, catalogus) for lid in team.kern],
        "schil": [lid_links(lid, catalogus) for lid in team.schil],
        "kaartje": kaartjes.op_id.get(team.voorziening or ""),
        "wijken": [catalogus.gebieden[c] for c in team.codes if c in catalogus.gebieden],
    }


def lid_links(lid: Teamlid, catalogus: Catalogus) -> tuple[str, list[tuple[str, str]]]:
    """De naam van een plek in het team, met (naam, pad) van wat erbij hoort."""
    links = []
    if lid.voorziening in catalogus.voorzieningen:
        links.append((catalogus.voorzieningen[lid.voorziening].naam, f"voorzieningen/{lid.voorziening}/"))
    if lid.organisatie in catalogus.organisaties:
        links.append((catalogus.organisaties[lid.organisatie].naam, f"organisaties/{lid.organisatie}/"))
    if lid.functie in catalogus.functies:
        links.append((catalogus.functies[lid.functie].naam, f"functies/{lid.functie}/"))
    return lid.naam, [
        (naam, pad) for plek, (naam, pad) in enumerate(links) if naam not in [n for n, _ in links[:plek]]
    ]


def vergelijk(een: Gemeente, ander: Gemeente, catalogus: Catalogus) -> dict:
    """Twee gemeenten naast elkaar: taken met een oordeel, onderdelen per rol, stappen, criteria, rollen en cijfers."""
    a, b = model_van(een), model_van(ander)
    register = catalogus.kennis.takenregister
    gemeenschappelijk = register.gemeenschappelijk if register else ()
    taken = oordelen(een, ander, gemeenschappelijk, catalogus.kennis.taak_op_id)
    return {
        "een": een,
        "ander": ander,
        "a": a,
        "b": b,
        "fasen": FASEN,
        "wetnaam": WETTEN_NU,
        "oordelen": [(soort, [t for t in taken if t.oordeel == soort]) for soort in OORDELEN],
        "telling": {soort: sum(t.oordeel == soort for t in taken) for soort in OORDELEN},
        "uit_stuk": uit_stuk(een, ander, catalogus),
        "onderdelen": [
            (naam, [o for o in a.onderdelen if o.rol == rol], [o for o in b.onderdelen if o.rol == rol])
            for rol, naam in ROLLEN.items()
            if any(o.rol == rol for o in (*a.onderdelen, *b.onderdelen))
        ],
        "stappen": stappen_naast_elkaar(a.stappen, b.stappen, gemeenschappelijk),
        "criteria": verdeel(naast_elkaar(a.criteria, b.criteria), lambda d: d.uitleg),
        "rollen": verdeel(naast_elkaar(a.rollen, b.rollen), lambda d: d.taak),
        "cijfers": verdeel(cijfers_naast_elkaar(a.cijfers, b.cijfers), lambda d: f"{d.waarde} {d.eenheid}"),
        "register": taken_naast_elkaar(een, ander, catalogus),
    }


def uit_stuk(een: Gemeente, ander: Gemeente, catalogus: Catalogus) -> list[tuple[Stukvergelijking, list]]:
    """Wat een stuk zelf over deze twee zegt, met de kanten in de volgorde van deze bladzijde."""
    register = catalogus.kennis.takenregister
    paar = [een.code, ander.code]
    return [
        (
            deel,
            [
                (v.onderwerp, *(dict(zip(deel.gemeenten, v.kanten, strict=False)).get(code, "") for code in paar))
                for v in deel.verschillen
            ],
        )
        for deel in (register.naast_elkaar if register else ())
        if sorted(deel.gemeenten) == sorted(paar)
    ]


def taken_naast_elkaar(een: Gemeente, ander: Gemeente, catalogus: Catalogus) -> list[tuple]:
    """Elke taak uit het register die een van de twee noemt: (taak, wie, wie, of het gelijk is)."""
    wie = [{t.taak: t.wie for t in model_van(g).taken} for g in (een, ander)]
    paren = [(taak, wie[0].get(id_, ""), wie[1].get(id_, "")) for id_, taak in catalogus.kennis.taak_op_id.items()]
    return [
        (taak, x, y, bool(x) and zonder_naam(x, ander.naam) == zonder_naam(y, een.naam))
        for taak, x, y in paren
        if x or y
    ]


def verdeel(rijen: list[tuple], tekst: Callable) -> tuple[list[tuple], list[tuple], list[tuple]]:
    """Rijen die verschillen, die gelijk zijn, en die maar in een van de twee stukken staan."""
    beide = [r for r in rijen if r[1] and r[2]]
    gelijk = [r for r in beide if tekst(r[1]) == tekst(r[2])]
    return [r for r in beide if r not in gelijk], gelijk, [r for r in rijen if r not in beide]


def naast_elkaar(links: tuple, rechts: tuple) -> list[tuple[str, object, object]]:
    """Delen met dezelfde naam op een rij; wat maar aan een kant staat, houdt de andere kant leeg."""
    op_naam = [{d.naam: d for d in kant} for kant in (links, rechts)]
    return [(naam, op_naam[0].get(naam), op_naam[1].get(naam)) for naam in dict.fromkeys((*op_naam[0], *op_naam[1]))]


def cijfers_naast_elkaar(links: tuple, rechts: tuple) -> list[tuple[str, object, object]]:
    """Cijfers over hetzelfde, in hetzelfde jaar, op een rij."""
    op_wat = [{(c.naast or c.wat, c.jaar): c for c in kant} for kant in (links, rechts)]
    return [
        (f"{wat} ({jaar})", op_wat[0].get((wat, jaar)), op_wat[1].get((wat, jaar)))
        for wat, jaar in dict.fromkeys((*op_wat[0], *op_wat[1]))
    ]
