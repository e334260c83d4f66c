"""De wegwijzer: van levensgebied naar situatie naar een korte lijst, in de volgorde van de papieren en met de reden
erbij.
"""

import zlib
from collections.abc import Iterator

from msgspec import Struct, field

from generator.betekenis.woorden import TOEGANG
from generator.model import Catalogus, Gebied, Voorziening
from generator.model.wegwijzer import Keuze, Situatie, Wegwijzer, Wegwijzerthema
from generator.paginas import Pagina
from generator.paginas.gemeen.snelweg import is_gevoelig
from generator.paginas.plek.kaartjes import Kaartje, Kaartjes

KOP = "Wegwijzer"
MEEST, MEEST_DICHTBIJ, MEEST_PER_WIJK = 3, 5, 4
STIJL = ("vinden/wegwijzer.css",)
# Eerst wat vrij en dichtbij is, dan samen met anderen, dan wat een besluit vraagt; met de zin die zegt waarom.
STAPPEN = (
    ("nu", "Als het niet kan wachten", "Dit is er voor spoed. Bel eerst, dan weet u waar u heen kunt."),
    (
        "dichtbij",
        "Begin hier: zo naartoe, in de buurt",
        "Dit staat vooraan, want u hebt er geen verwijzing en geen besluit voor nodig, en het is dicht bij huis.",
    ),
    (
        "bellen",
        "Bellen, chatten of lezen, in heel Nederland",
        "Ook hier hebt u geen verwijzing voor nodig. Het is verder weg, maar vaak snel.",
    ),
    (
        "samen",
        "Samen met anderen geregeld",
        "Dit is voor meer mensen tegelijk. Vaak kan dat sneller dan hulp voor u alleen. "
        "Soms is er toch een besluit nodig; dat staat erbij.",
    ),
    (
        "verwijzing",
        "Met een verwijzing",
        "Hiervoor stuurt iemand u door, bijvoorbeeld uw huisarts. Vraag daar eerst naar.",
    ),
    (
        "besluit",
        "Als dat niet genoeg is: hulp met een besluit",
        "Dit staat achteraan, want eerst wordt met u bekeken wat u nodig hebt. Daarna krijgt u een besluit. Dat kost tijd.",
    ),
)


class Stap(Struct):
    """Een deel van de korte lijst. `per_wijk` is (wijk, kaartjes); `functies` zijn die waar een besluit voor nodig is."""

    soort: str
    kop: str
    reden: str
    kaartjes: list[Kaartje] = field(default_factory=list)
    per_wijk: list[tuple[Gebied, list[Kaartje]]] = field(default_factory=list)
    functies: list = field(default_factory=list)
    over: int = 0


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    wegwijzer = catalogus.kennis.wegwijzer or Wegwijzer((), ())
    yield Pagina(
        "wegwijzer/",
        "vinden/wegwijzer.html",
        KOP,
        "Kies waar het over gaat; dan wijzen we u de weg.",
        begin(catalogus, wegwijzer),
        stijlen=STIJL,
    )
    if wegwijzer.themas:
        yield Pagina(
            "wegwijzer/overzicht/",
            "vinden/wegwijzer-overzicht.html",
            "De hele wegwijzer",
            "Alle situaties op papier, voor aan de balie.",
            {"delen": overzicht(catalogus, wegwijzer)},
            ((KOP, "wegwijzer/"),),
            stijlen=STIJL,
        )
    for deel in wegwijzer.themas:
        yield from themabladen(deel, wegwijzer, catalogus, kaartjes)


def begin(catalogus: Catalogus, wegwijzer: Wegwijzer) -> dict:
    """De levensgebieden; wat nog geen route heeft gaat naar zijn eigen pagina."""
    wegen = {t.thema for t in wegwijzer.themas}
    return {
        "themas": [
            (t, f"wegwijzer/{t.id}/" if t.id in wegen else f"themas/{t.id}/") for t in catalogus.themas.values()
        ],
        "overzicht": bool(wegen),
        "toegang": toegangspunten(catalogus),
    }


def themabladen(
    deel: Wegwijzerthema, wegwijzer: Wegwijzer, catalogus: Catalogus, kaartjes: Kaartjes
) -> Iterator[Pagina]:
    thema, pad = catalogus.themas[deel.thema], f"wegwijzer/{deel.thema}/"
    boven: tuple[tuple[str, str], ...] = ((KOP, "wegwijzer/"),)
    gevoelig = thema.id == "veilig"
    yield Pagina(
        pad,
        "vinden/wegwijzer-keuze.html",
        thema.naam,
        f"{deel.vraag} Kies wat het beste past.",
        {
            "vraag": deel.vraag,
            "uitleg": "",
            "crisis": thema.crisis,
            "thema": thema,
            "keuzes": [(s.naam, f"{pad}{s.id}/") for s in wegwijzer.bij(deel.thema)],
        },
        boven,
        stijlen=STIJL,
        snel_weg=gevoelig,
    )
    boven = (*boven, (thema.naam, pad))
    for situatie in wegwijzer.bij(deel.thema):
        hier = f"{pad}{situatie.id}/"
        if situatie.functies:
            yield blad(hier, situatie.naam, situatie, thema, boven, wegwijzer, catalogus, kaartjes)
            continue
        yield Pagina(
            hier,
            "vinden/wegwijzer-keuze.html",
            situatie.naam,
            f"{situatie.naam}. {situatie.vraag}",
            {
                "vraag": situatie.naam,
                "uitleg": situatie.uitleg or "",
                "tussenvraag": situatie.vraag,
                "crisis": thema.crisis,
                "keuzes": [(k.naam, f"{hier}{k.id}/") for k in situatie.keuzes],
                "thema": thema,
            },
            boven,
            stijlen=STIJL,
            snel_weg=gevoelig,
        )
        for keuze in situatie.keuzes:
            yield blad(
                f"{hier}{keuze.id}/",
                keuze.naam,
                keuze,
                thema,
                (*boven, (situatie.naam, hier)),
                wegwijzer,
                catalogus,
                kaartjes,
                situatie,
            )


def blad(
    pad: str,
    titel: str,
    eind,
    thema,
    boven,
    wegwijzer: Wegwijzer,
    catalogus: Catalogus,
    kaartjes: Kaartjes,
    situatie: Situatie | None = None,
) -> Pagina:
    """De korte lijst aan het eind van een weg; `eind` is een Situatie of een Keuze."""
    kop = situatie.naam if situatie else titel

    def context() -> dict:
        stappen = maak_stappen(eind.functies, wegwijzer.samen, catalogus, kaartjes)
        return {
            "titel": kop,
            "onder": titel if situatie else "",
            "uitleg": eind.uitleg or "",
            "crisis": thema.crisis,
            "thema": thema,
            "stappen": stappen,
            "toegang": toegangspunten(catalogus),
            "wijken": next((s.per_wijk for s in stappen if s.per_wijk), []),
            "functies": [catalogus.functies[f] for f in eind.functies],
            "leeg": not any(s.kaartjes or s.per_wijk for s in stappen),
        }

    genoemd = (*toegangspunten(catalogus), *(v for f in eind.functies for v in catalogus.per_functie[f]))
    return Pagina(
        pad,
        "vinden/wegwijzer-blad.html",
        titel,
        f"{kop}: waar u terechtkunt, en in welke volgorde.",
        context,
        boven,
        scripts=("gemeen/standblad.js",),
        stijlen=STIJL,
        afdruk=kaartjes.afdruk(genoemd),
        snel_weg=thema.id == "veilig" or is_gevoelig(eind.functies, catalogus),
    )


def toegangspunten(catalogus: Catalogus) -> list[Voorziening]:
    """Waar elke vraag terechtkan: van de eigen gemeente, of anders van elke gemeente die er een heeft."""
    eigen = catalogus.gemeente_op_code.get(catalogus.instellingen.gemeente or "")
    gemeenten = [eigen] if eigen else catalogus.gemeenten
    return [catalogus.voorzieningen[g.toegangspunt] for g in gemeenten if g.toegangspunt in catalogus.voorzieningen]


def maak_stappen(
    functies: tuple[str, ...], samen: tuple[str, ...], catalogus: Catalogus, kaartjes: Kaartjes
) -> list[Stap]:
    """De stappen met wat erin staat; een stap zonder iets ontbreekt."""
    per_stap: dict[str, list[Voorziening]] = {soort: [] for soort, _, _ in STAPPEN}
    for v, functie in kandidaten(functies, catalogus):
        per_stap[soort_stap(v, functie, samen)].append(v)
    uit = []
    for soort, kop, reden in STAPPEN:
        stap = Stap(soort, kop, reden)
        hier = per_stap[soort]
        if soort == "dichtbij":
            hier, stap.per_wijk = verdeel(hier, catalogus, kaartjes)
        hier = vooral(hier, functies)
        meest = MEEST_DICHTBIJ if soort == "dichtbij" else MEEST
        stap.kaartjes = [kaartjes.op_id[v.id] for v in hier[:meest]]
        stap.over = max(0, len(hier) - meest)
        if soort == "besluit":
            stap.functies = [catalogus.functies[f] for f in functies if catalogus.functies[f].besluit]
        if stap.kaartjes or stap.per_wijk or stap.functies:
            uit.append(stap)
    return uit


def kandidaten(functies: tuple[str, ...], catalogus: Catalogus) -> list[tuple[Voorziening, str]]:
    """Elke voorziening een keer, bij de eerste functie die past. Wie de functie als eerste noemt gaat voor; daarna
    loten we.
    """
    eigen = catalogus.instellingen.gemeente
    gevonden: dict[str, tuple] = {}
    for nummer, functie in enumerate(functies):
        for v in passend(functie, catalogus):
            plek = v.functies.index(functie)
            lot = zlib.crc32(f"{catalogus.peildatum}{v.id}".encode())
            rang = (eigen is not None and eigen not in catalogus.gebieden_van(v), plek > 0, nummer, plek, lot)
            if v.id not in gevonden or rang < gevonden[v.id][0]:
                gevonden[v.id] = (rang, v, functie)
    return [(v, functie) for _, v, functie in sorted(gevonden.values(), key=lambda drie: drie[0])]


def vooral(voorzieningen: list[Voorziening], functies: tuple[str, ...]) -> list[Voorziening]:
    """Als er drie zijn die dit als eerste werk hebben, alleen die: wie het erbij doet, leidt dan af."""
    eerst = [v for v in voorzieningen if v.functies[0] in functies]
    return eerst if len(eerst) >= 3 else voorzieningen


def passend(functie: str, catalogus: Catalogus) -> list[Voorziening]:
    """Wie een functie vervult."""
    alle = catalogus.per_functie[functie]
    # Een spoedpost hoort bij spoed; bij een gewone vraag aan de huisarts leidt zij af.
    rustig = [v for v in alle if v.toegang.hoe != "spoed"]
    return rustig if 2 * len(rustig) > len(alle) else alle


def soort_stap(v: Voorziening, functie: str, samen: tuple[str, ...]) -> str:
    """In welke stap een voorziening hoort als zij om deze functie gekozen is."""
    stap = TOEGANG[v.toegang.hoe].stap
    if stap == "nu":
        return "nu"
    if functie in samen:
        return "samen"
    if stap != "vrij":
        return stap
    return "bellen" if "landelijk" in v.werkgebied else "dichtbij"


def verdeel(dichtbij: list[Voorziening], catalogus: Catalogus, kaartjes: Kaartjes) -> tuple[list[Voorziening], list]:
    """Wat voor een hele gemeente is, en per wijk wat er alleen voor die wijk is of er zijn plek heeft.

    Is er niets dat alleen voor een wijk is, dan is er geen lijst per wijk.
    """
    heel = [v for v in dichtbij if any(code.startswith(("GM", "RG")) for code in v.werkgebied)]
    eigen = catalogus.gemeente_op_code.get(catalogus.instellingen.gemeente or "")
    wijken = [w for g in ([eigen] if eigen else catalogus.gemeenten) for w in g.wijken]
    if len(heel) == len(dichtbij):
        return heel, []
    per_code: dict[str, list[Kaartje]] = {}
    for v in dichtbij:
        plekken = [code for i in range(len(v.locaties)) if (code := catalogus.gebied_van(v, i))]
        for code in dict.fromkeys((*v.werkgebied, *plekken)):
            per_code.setdefault(code, []).append(kaartjes.op_id[v.id])
    rijen = [(w, per_code.get(w.code, [])[:MEEST_PER_WIJK]) for w in wijken]
    return heel, [(w, rij) for w, rij in rijen if rij or eigen]


def overzicht(catalogus: Catalogus, wegwijzer: Wegwijzer) -> list[tuple]:
    """(thema, [(situatie, [(keuze of leeg, functienamen)])]) voor op papier."""

    def namen(functies: tuple[str, ...]) -> list[str]:
        return [catalogus.functies[f].naam for f in functies]

    def keuzes(situatie: Situatie) -> list[tuple[Keuze | None, list[str]]]:
        return [(k, namen(k.functies)) for k in situatie.keuzes] or [(None, namen(situatie.functies))]

    return [
        (catalogus.themas[deel.thema], [(s, keuzes(s)) for s in wegwijzer.bij(deel.thema)])
        for deel in wegwijzer.themas
    ]
