"""De bouwtekening op een vel: fasen naast elkaar, daarin clusters, daarin blokken; het beheer eronder."""

from msgspec import Struct
from msgspec.structs import replace

from generator.betekenis.wetten import uit_stuk
from generator.model import Functie
from generator.model.kennis import Bouwtekening, Casusregie, Cluster
from generator.paginas.kennis.tekenen import Tekening, Vak, breedte, breek, stapel, zet_regels

# Een vel van 1216 bij ongeveer 800 past op een scherm van 1280 en, liggend, op A4 en A3.
VEL, RAND, FASEGAT, GAT, KOLOMMEN = 1216, 1, 18, 8, 9
LETTER, KOP, FASEKOP = 12, 12.5, 34
_MEER_KOLOMMEN = 14


class Clustervakken(Struct, frozen=True):
    """Een cluster met zijn blokken, vanaf (0, 0)."""

    hoogte: float
    kolommen: int
    vakken: tuple[Vak, ...]


def blokhoogte(regels: list[str]) -> float:
    return len(regels) * LETTER * 1.2 + 8


def blokregels(functie: Functie, kolom: float) -> list[str]:
    """De naam in regels; op de laatste blijft rechts plaats voor een aantal van drie cijfers."""
    regels = breek(functie.naam_in_bron, kolom - 12, LETTER)
    return regels if breedte(regels[-1], LETTER) <= kolom - 28 else [*regels, ""]


def cluster_vakken(cluster: Cluster, functies: dict[str, Functie], kolom: float, kolommen: int) -> Clustervakken:
    wijd = kolom * kolommen + GAT * (kolommen - 1)
    kop = breek(cluster.naam, wijd - 4, KOP)
    top = len(kop) * KOP * 1.2 + 6
    blokken = [functies[b] for b in cluster.blokken if b in functies]
    regels = [blokregels(f, kolom) for f in blokken]
    plekken = stapel([blokhoogte(r) for r in regels], kolommen, 4)
    vakken = [Vak(0, 0, wijd, top, zet_regels(kop, 0, 0, KOP), f"bouwtekening/{cluster.id}/", "cluster", cluster)]
    for functie, regel, (nummer, y) in zip(blokken, regels, plekken, strict=True):
        x, y = nummer * (kolom + GAT), top + y
        tekst = zet_regels(regel, x + 6, y + 3.5, LETTER)
        vakken.append(
            Vak(x, y, kolom, blokhoogte(regel), tekst, f"functies/{functie.id}/", bloksoort(functie), functie)
        )
    onder = max((v.y + v.hoogte for v in vakken), default=top)
    return Clustervakken(onder, kolommen, tuple(vakken))


def bloksoort(functie: Functie) -> str:
    return "blok" if uit_stuk(functie) else "erbij"


def verschuif(vak: Vak, dx: float, dy: float) -> Vak:
    regels = tuple((round(x + dx, 1), round(y + dy, 1), t) for x, y, t in vak.regels)
    return replace(vak, x=round(vak.x + dx, 1), y=round(vak.y + dy, 1), regels=regels)


def pas_in(groepen: list[Clustervakken], kolommen: int, kolom: float) -> tuple[list[Vak], float]:
    """Zet clusters in kolommen, de grootste eerst, telkens waar het hoogst plaats is; geeft de vakken en de hoogte."""
    vol, uit = [0.0] * kolommen, []
    for groep in sorted(groepen, key=lambda g: -g.hoogte * g.kolommen):
        wijd = min(groep.kolommen, kolommen)
        begin = min(range(kolommen - wijd + 1), key=lambda k: max(vol[k : k + wijd]))
        y = max(vol[begin : begin + wijd])
        uit += [verschuif(v, begin * (kolom + GAT), y) for v in groep.vakken]
        vol[begin : begin + wijd] = [y + groep.hoogte + 12] * wijd
    return uit, max(vol) - 12


def verdeel_kolommen(aantallen: list[int], kolommen: int) -> list[int]:
    """Hoeveel kolommen elke groep krijgt, naar het aantal blokken; samen precies `kolommen`, elk ten minste een."""
    totaal = sum(aantallen) or 1
    uit = [max(1, round(kolommen * n / totaal)) for n in aantallen]
    while sum(uit) != kolommen and (sum(uit) < kolommen or max(uit) > 1):
        verschil = 1 if sum(uit) < kolommen else -1
        mag = [i for i, u in enumerate(uit) if verschil > 0 or u > 1]
        uit[max(mag, key=lambda i: verschil * aantallen[i] / uit[i])] += verschil
    return uit


def teken(tekening: Bouwtekening, functies: dict[str, Functie]) -> Tekening:
    """Alle fasen, clusters en blokken op een vel."""
    rij = [f for f in tekening.fasen if f.id != "beheer"]
    per_fase = {f.id: [c for c in tekening.clusters if c.fase == f.id] for f in tekening.fasen}
    telling = verdeel_kolommen([sum(len(c.blokken) for c in per_fase[f.id]) for f in rij], max(KOLOMMEN, len(rij)))
    kolom = (VEL - 2 * RAND - FASEGAT * (len(rij) - 1) - GAT * sum(t - 1 for t in telling)) / sum(telling)
    vakken, x, onder = [], float(RAND), 0.0
    for fase, aantal in zip(rij, telling, strict=True):
        wijd = aantal * kolom + GAT * (aantal - 1)
        vakken.append(
            Vak(
                round(x, 1),
                RAND,
                round(wijd, 1),
                FASEKOP,
                zet_regels([fase.naam], x + 12, RAND, 15, FASEKOP),
                "",
                "fase",
                fase,
            )
        )
        boven: float = RAND + FASEKOP + 12
        groepen = [
            cluster_vakken(c, functies, kolom, min(aantal, -(-len(c.blokken) // _MEER_KOLOMMEN)))
            for c in per_fase[fase.id]
        ]
        eigen, hoogte = pas_in(groepen, aantal, kolom)
        vakken += [verschuif(v, x, boven) for v in eigen]
        onder = max(onder, boven + hoogte)
        x += wijd + FASEGAT
    if tekening.casusregie:
        vakken.append(regievak(tekening.casusregie, onder + 18))
        onder += 18 + vakken[-1].hoogte
    if "beheer" in per_fase:
        fase = next(f for f in tekening.fasen if f.id == "beheer")
        nieuw, onder = beheer_vakken(fase, per_fase["beheer"], functies, onder + 18)
        vakken += nieuw
    return Tekening(VEL, round(onder + 2), tuple(vakken))


def regievak(regie: Casusregie, y: float) -> Vak:
    """Een strook over alle fasen heen: de regie is een eigen deel, naast de vier fasen."""
    tekst = zet_regels([regie.naam], RAND + 12, y, KOP, 26)
    return Vak(RAND, round(y, 1), VEL - 2 * RAND, 26, tekst, f"bouwtekening/{regie.id}/", "regie", regie)


def beheer_vakken(fase, clusters: list[Cluster], functies: dict[str, Functie], y: float) -> tuple[list[Vak], float]:
    """De strook onderaan, over de hele breedte."""
    vakken = [
        Vak(
            RAND, round(y, 1), VEL - 2 * RAND, 26, zet_regels([fase.naam], RAND + 12, y, 15, 26), "", "beheerkop", fase
        )
    ]
    telling = verdeel_kolommen([len(c.blokken) for c in clusters], max(KOLOMMEN, len(clusters)))
    kolom = (VEL - 2 * RAND - FASEGAT * (len(clusters) - 1) - GAT * sum(t - 1 for t in telling)) / sum(telling)
    x, onder = float(RAND), 0.0
    for cluster, aantal in zip(clusters, telling, strict=True):
        groep = cluster_vakken(cluster, functies, kolom, aantal)
        vakken += [verschuif(v, x, y + 36) for v in groep.vakken]
        onder = max(onder, y + 36 + groep.hoogte)
        x += aantal * kolom + GAT * (aantal - 1) + FASEGAT
    return vakken, onder
