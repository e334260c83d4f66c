"""Kleine aantallen niet tonen, en zo dat niemand ze uit het totaal terugrekent.

Een kolom is een rij aantallen met een bekend totaal. Eerst gaan de aantallen van 1 tot aan de drempel weg (`weinig`).
Daarna nog net genoeg andere (`verborgen`), tot elk weggelaten aantal meer dan een paar waarden kan hebben voor wie het
totaal kent. Sommen over een rij met iets weggelaten toont niemand; daarmee staan de kolommen los van elkaar.
"""

OPEN, WEINIG, VERBORGEN, ONBEKEND = "open", "weinig", "verborgen", "onbekend"
# Zoveel waarden moet een weggelaten aantal ten minste kunnen hebben.
RUIMTE = 3


def onderdruk(kolom: list[float | None], drempel: int) -> tuple[list[str], bool]:
    """De stand van elke waarde, en of het totaal getoond mag worden. None is onbekend."""
    stand = [ONBEKEND if w is None else WEINIG if 0 < w < drempel else OPEN for w in kolom]
    bekend = [w or 0 for w in kolom]  # een onbekende waarde is nooit open, en wordt dus niet gekozen
    while lekt(kolom, stand, drempel):
        open_ = [i for i, s in enumerate(stand) if s == OPEN]
        if not open_:
            return stand, False
        # De kleinste waarde vanaf de drempel kost het minst; een nul verbergen helpt het minst.
        stand[min(open_, key=lambda i: (bekend[i] < drempel, bekend[i], i))] = VERBORGEN
    return stand, True


def lekt(kolom: list[float | None], stand: list[str], drempel: int) -> bool:
    """Of iemand met het totaal en de getoonde waarden een weggelaten aantal (bijna) kan afleiden."""
    klein, verborgen = stand.count(WEINIG), stand.count(VERBORGEN)
    weg = [w for w, s in zip(kolom, stand, strict=True) if s != OPEN]
    bekend = [w for w in weg if w is not None]
    if len(bekend) < len(weg) or not (klein or verborgen):
        return False
    if not klein:
        return verborgen == 1
    som = sum(bekend)
    return len(mogelijk(som, klein - 1, verborgen, drempel)) < min(RUIMTE, drempel - 1)


def mogelijk(som: float, anderen: int, verborgen: int, drempel: int) -> list[int]:
    """Welke waarden een klein aantal kan hebben, als het samen met `anderen` kleine en de verborgen waarden `som` is."""
    uit = []
    for waarde in range(1, drempel):
        resten = (som - waarde - ander for ander in range(anderen, anderen * (drempel - 1) + 1))
        # Een verborgen waarde is 0 of ten minste de drempel: anders had er 'minder dan' gestaan.
        if any(rest == 0 or (verborgen and rest >= drempel) for rest in resten):
            uit.append(waarde)
    return uit
