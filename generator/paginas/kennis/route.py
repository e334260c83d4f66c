"""De weg van een vraag: getekend, in stappen, per wet en als lijst om af te vinken."""

from collections.abc import Iterator

from generator.betekenis.woorden import BANEN, ROUTEWETTEN
from generator.model import Catalogus
from generator.model.toegang import Route, Routestap
from generator.paginas import Pagina
from generator.paginas.kennis.begripslinks import linker
from generator.paginas.kennis.tekenen import Tekening, Vak, breek, zet_regels
from generator.paginas.plek.kaartjes import Kaartjes

# Smal genoeg voor een telefoon van 320; op een groot scherm groeit de tekening mee tot haar grens in tekening.css.
VEL, GAT, LETTER, KLEIN, STAP = 360, 12, 14, 12.5, 26
# Waar een baan begint en hoe breed zij is; een stap in een andere baan (samen) is zo breed als het vel.
_LINKS, _RECHTS = (0.0, (VEL - GAT) / 2), ((VEL + GAT) / 2, (VEL - GAT) / 2)
_BANEN = {"u": _LINKS, "gemeente": _RECHTS}


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    route = catalogus.kennis.route
    if route is None:
        yield Pagina(
            "zo-werkt-het/", "kennis/route_leeg.html", "Zo werkt het", "Van vraag naar hulp.", vergelijking(catalogus)
        )
        return
    gezien: set[str] = set()
    stappen = [stap_context(nummer, stap, catalogus, gezien) for nummer, stap in enumerate(route.stappen, 1)]
    yield Pagina(
        "zo-werkt-het/",
        "kennis/route.html",
        "Zo werkt het: van vraag naar hulp",
        "Wat er gebeurt als u hulp zoekt, stap voor stap.",
        {
            "route": route,
            "stappen": stappen,
            "vel": teken(route),
            "wetnaam": ROUTEWETTEN,
            "per_wet": per_wet(route, catalogus),
            "afvinklijst": bool(route.afvinken),
            "wegen": catalogus.kennis.wetboek.wegen if catalogus.kennis.wetboek else (),
            **vergelijking(catalogus),
        },
        stijlen=("kennis/tekening.css",),
    )
    if route.afvinken:
        yield Pagina(
            "zo-werkt-het/afvinklijst/",
            "kennis/afvinklijst.html",
            "Lijst om af te vinken",
            "Wat u regelt, vraagt en meeneemt. Om te printen.",
            {
                "route": route,
                "vragen": [(s.naam, s.vragen) for s in route.stappen if s.vragen],
                "meenemen": list(dict.fromkeys(m for s in route.stappen for m in s.meenemen)),
            },
            (("Zo werkt het", "zo-werkt-het/"),),
            stijlen=("kennis/tekening.css",),
        )


def vergelijking(catalogus: Catalogus) -> dict:
    """De gemeenten die hun eigen werkwijze beschrijven."""
    return {"gemeenten": [g for g in catalogus.gemeenten if g.toegangsmodel]}


def stap_context(nummer: int, stap: Routestap, catalogus: Catalogus, gezien: set[str]) -> dict:
    """Een stap met zijn woorden, functies en verschillen per wet; de tekst heeft links naar de woordenlijst."""
    tekst = linker(catalogus.kennis.begrippen).tekst(stap.uitleg, "../", gezien)
    return {
        "nummer": nummer,
        "stap": stap,
        "uitleg": tekst,
        "baan": BANEN[stap.baan],
        "begrippen": [catalogus.kennis.begrip_op_id[b] for b in stap.begrippen],
        "functies": [catalogus.functies[f] for f in stap.functies],
        "per_wet": [(ROUTEWETTEN[p.wet], p) for p in stap.per_wet],
    }


def per_wet(route: Route, catalogus: Catalogus) -> list[dict]:
    """Per wet: de uitleg, de hulp die eronder valt en in welke stappen het anders gaat."""
    return [
        {
            "wet": wet,
            "functies": [catalogus.functies[f] for f in wet.functies],
            "anders": [(s, p) for s in route.stappen for p in s.per_wet if p.wet == wet.id],
        }
        for wet in route.wetten
    ]


def teken(route: Route) -> Tekening:
    """De stappen onder elkaar, in de baan van wie aan zet is, met een pijl van stap naar stap."""
    vakken = [
        Vak(x, 0, wijd, 24, zet_regels([naam], x + 2, 0, KLEIN, 24), "", "baan")
        for naam, (x, wijd) in (("U", _BANEN["u"]), ("De gemeente", _BANEN["gemeente"]))
    ]
    y, lijnen, vorig = 36.0, [], None
    for nummer, stap in enumerate(route.stappen, 1):
        x, wijd = _BANEN.get(stap.baan, (0.0, float(VEL)))
        vak = stapvak(nummer, stap, x, y, wijd)
        if vorig:
            lijnen.append(pijl(vorig, vak))
        vakken.append(vak)
        if stap.uitweg and stap.baan in _BANEN:
            ander = _BANEN["gemeente" if stap.baan == "u" else "u"]
            vakken.append(
                Vak(
                    ander[0],
                    y,
                    ander[1],
                    vak.hoogte,
                    zet_regels(breek(stap.uitweg, ander[1] - 20, KLEIN), ander[0] + 10, y, KLEIN, vak.hoogte),
                    "",
                    "uitweg",
                )
            )
            lijnen.append(
                f"M{wijd} {y + vak.hoogte / 2}h{GAT - 1}m-5 -5l5 5l-5 5"
                if stap.baan == "u"
                else f"M{x} {y + vak.hoogte / 2}h-{GAT - 1}m5 -5l-5 5l5 5"
            )
        vorig, y = vak, y + vak.hoogte + STAP
    return Tekening(VEL, round(y - STAP + 2), tuple(vakken), tuple(lijnen))


def stapvak(nummer: int, stap: Routestap, x: float, y: float, wijd: float) -> Vak:
    naam = breek(f"{nummer}. {stap.naam}", wijd - 20, LETTER)
    termijn = breek(stap.termijn, wijd - 20, KLEIN) if stap.termijn else []
    kop = zet_regels(naam, x + 10, y + 9, LETTER)
    onder = y + 9 + len(naam) * LETTER * 1.2 + 3
    hoogte = 18 + len(naam) * LETTER * 1.2 + (3 + len(termijn) * KLEIN * 1.2 if termijn else 0)
    extra = {"baan": stap.baan, "termijn": zet_regels(termijn, x + 10, onder, KLEIN)}
    return Vak(x, y, wijd, round(hoogte, 1), kop, f"#{stap.id}", "stap", extra)


def pijl(van: Vak, naar: Vak) -> str:
    """Een lijn van de onderkant van een vak naar de bovenkant van het volgende, met een punt."""
    x1, y1 = van.x + van.breedte / 2, van.y + van.hoogte
    x2, y2 = naar.x + naar.breedte / 2, naar.y
    if van.breedte > naar.breedte:
        x1 = x2
    elif naar.breedte > van.breedte:
        x2 = x1
    midden = round(y1 + (y2 - y1) / 2, 1)
    return f"M{x1} {y1}V{midden}H{x2}V{y2 - 1}m-5 -6l5 6l5 -6"
