"""Een team op een vel: de kern in het midden, de schil eromheen."""

from generator.model.toegang import Team
from generator.paginas.kennis.tekenen import Tekening, Vak, breek, zet_regels

VEL, RAND, GAT, LETTER = 360, 12, 8, 13


def rij_vakken(namen: list[str], y: float, soort: str, x: float, wijd: float) -> tuple[list[Vak], float]:
    """Vakken van twee naast elkaar; geeft de vakken en waar de volgende rij begint."""
    uit, breed = [], (wijd - GAT) / 2
    for nummer in range(0, len(namen), 2):
        regels = [breek(naam, breed - 14, LETTER) for naam in namen[nummer : nummer + 2]]
        hoogte = round(max(map(len, regels)) * LETTER * 1.2 + 14, 1)
        for plaats, regel in enumerate(regels):
            links = x + plaats * (breed + GAT) if len(regels) == 2 else x + (wijd - breed) / 2
            tekst = zet_regels(regel, links + 7, y, LETTER, hoogte)
            uit.append(Vak(round(links, 1), round(y, 1), round(breed, 1), hoogte, tekst, "", soort))
        y += hoogte + GAT
    return uit, y


def teken(team: Team) -> Tekening:
    """De helft van de schil boven de kern, de rest eronder; alles binnen de rand van de schil."""
    schil = [lid.naam for lid in team.schil]
    half = (len(schil) + 1) // 2
    half += half % 2 if len(schil) > half else 0
    wijd = VEL - 2 * RAND
    vakken, y = (
        [Vak(RAND, 6, wijd, 20, zet_regels(["Schil"], RAND, 4, LETTER, 20), "", "kop")] if schil else [],
        34.0 if schil else 8.0,
    )
    boven, y = rij_vakken(schil[:half], y, "schil", RAND, wijd)
    kop_y, y = y, y + 30
    leden, y = rij_vakken([lid.naam for lid in team.kern], y, "lid", RAND + 10, wijd - 20)
    kern = Vak(
        RAND,
        round(kop_y, 1),
        wijd,
        round(y - kop_y + 2, 1),
        zet_regels(["Kern"], RAND + 10, kop_y + 2, LETTER, 28),
        "",
        "kern",
    )
    onder, y = rij_vakken(schil[half:], y + GAT + 4, "schil", RAND, wijd)
    rand = [Vak(1, 1, VEL - 2, round(y + 4, 1), (), "", "rand")] if schil else []
    return Tekening(VEL, round(y + 8), (*rand, *vakken, *boven, kern, *leden, *onder))
