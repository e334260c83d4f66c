"""De situaties waaruit het zoeken leert wat er bij iemand speelt (situaties.yaml), en wat ervan geleerd is."""

from generator.voorraad import klaargezet
from generator.zoeken.taal import lees_los

# Een klasse is in de index een teken; vanaf hier staan er genoeg op een rij die JSON niet hoeft te ontsnappen.
_EERSTE_TEKEN, _MEEST_GELIJK = 161, 9


@klaargezet
def lees_situaties() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Elke situatie: haar id, de ids van haar functies op volgorde, en haar zinnen."""
    return tuple((s["id"], tuple(s["functies"]), tuple(s["zinnen"])) for s in lees_los("situaties.yaml")["situaties"])


@klaargezet
def lees_elders() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Van elk onderwerp dat elders hoort het id en de woorden om van te leren."""
    return tuple((e["id"], tuple(e["zinnen"])) for e in lees_los("situaties.yaml")["elders"])


@klaargezet
def lees_gewichten() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """De klassen (ids van situaties, en met een ! die van elders) en per woord een regel met hun punten."""
    ruw = lees_los("situatiegewichten.yaml")
    return tuple(ruw["klassen"].split()), tuple(ruw["gewichten"].splitlines())


@klaargezet
def functies_bij() -> dict[str, tuple[str, ...]]:
    """De ids van de functies van elke situatie, zonder haar zinnen."""
    return {id_: functies for id_, functies, _ in lees_situaties()}


@klaargezet
def lees_klassen() -> tuple[str, ...]:
    return lees_gewichten()[0]


@klaargezet
def alle_gewichten() -> str:
    """De gewichten ingepakt zoals zij zijn als elke klasse meedoet; zo is het met de landelijke set."""
    klassen, regels = lees_gewichten()
    return _pak_in(regels, {str(nummer): nummer for nummer in range(len(klassen))})


def _codes(paren: str, plek: dict[str, int]) -> str:
    """De paren klasse:punten die hier meedoen, elk als twee tekens."""
    delen = (paar.split(":") for paar in paren.split())
    return "".join(f"{chr(_EERSTE_TEKEN + plek[k])}{punten}" for k, punten in delen if k in plek)


def _gelijk_begin(a: str, b: str) -> int:
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y or i == _MEEST_GELIJK), min(len(a), len(b), 9)
    )


def _pak_in(regels: tuple[str, ...], plek: dict[str, int]) -> str:
    """De regels kort: het cijfer voorop zegt hoeveel letters gelijk zijn aan het woord ervoor (begrip.js)."""
    uit, vorig = [], ""
    for regel in regels:
        woord, _, paren = regel.partition(" ")
        if codes := _codes(paren, plek):
            gelijk = _gelijk_begin(vorig, woord)
            uit.append(f"{gelijk}{woord[gelijk:]} {codes}")
            vorig = woord
    return "\n".join(uit)


def maak_begrip(functies: dict[str, int]) -> dict:
    """De klassen (de nummers van de functies van een situatie, of het id van elders) en hoe zwaar elk woord telt."""
    klassen: list[str | list[int]] = []
    plek: dict[str, int] = {}
    van = {id_: [functies[f] for f in ids if f in functies] for id_, ids in functies_bij().items()}
    for nummer, id_ in enumerate(lees_klassen()):
        if id_[0] == "!" or van.get(id_):
            plek[str(nummer)] = len(klassen)
            klassen.append(id_[1:] if id_[0] == "!" else van[id_])
    heel = len(plek) == len(lees_klassen())
    return {"klassen": klassen, "gewichten": alle_gewichten() if heel else _pak_in(lees_gewichten()[1], plek)}
