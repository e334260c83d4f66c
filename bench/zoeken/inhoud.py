"""Een catalogus van elke grootte: de ingangen van dit project, herhaald met andere namen, zinnen en wijken. Alles
verzonnen.
"""

import random

from msgspec.structs import replace

from generator.model import Catalogus, Locatie

VOOR = ("De", "Het", "'t", "Ons", "In de", "Bij de")
NAMEN = """
    Linde Beuk Wilg Els Iep Vlier Hazelaar Kastanje Meidoorn Sleutelbloem Klaproos Korenbloem Veldkers Waterlelie Lisdodde Zwaluw
    Spreeuw Kievit Grutto Wulp Reiger Ooievaar Karekiet Leeuwerik Merel Eekhoorn Egel Haas Otter Bever Snoek Baars Voorn Karper Zalm
    Brug Sluis Molen Wiek Schuur Deel Bron Poort Toren Haven Kade Werf Smederij Weverij Spinnerij Bakkerij Zolder Kelder Serre Veranda
    Hoeve Brink Es Kamp Weide Akker Beemd Polder Dijk Terp Wierde Duin Heide Vennen Beek Vaart Gracht Singel Plein Hof Gaarde
    Boomgaard Tuin""".split()
ZINNEN = (
    "Loop binnen voor {a} of {b}.",
    "Hulp bij {a}, {b} en {c}.",
    "Voor iedereen die iets zoekt met {a}.",
    "Samen werken aan {a} en {b}.",
    "Elke week {a}, en op verzoek {b}.",
    "Vragen over {a}? Bel of kom langs.",
    "Een plek voor {a}, dicht bij huis.",
    "{a} en {b}, zonder wachttijd.",
)


def maak_catalogus(basis: Catalogus, aantal: int, zaad: int = 1) -> Catalogus:
    """Een catalogus met `aantal` ingangen; de functies, levensgebieden en wijken blijven die van `basis`."""
    toeval = random.Random(zaad)
    bron = [v for v in basis.voorzieningen.values() if v.status == "actief"]
    wijken = [w.code for g in basis.gemeenten for w in g.wijken]
    uit, plaatsen = dict(basis.voorzieningen), dict(basis.plaatsen)
    while len(uit) < aantal:
        ouder = toeval.choice(bron)
        soort = ouder.naam.split()[0]
        nummer = len(uit)
        naam = f"{soort} {toeval.choice(VOOR)} {toeval.choice(NAMEN)} {toeval.choice(NAMEN)}"
        if toeval.random() < 0.5:
            naam = f"{toeval.choice(NAMEN)}{toeval.choice(NAMEN).lower()} {soort.lower()}"
        woorden = [toeval.choice(basis.functies[toeval.choice(ouder.functies)].zoekwoorden) for _ in range(3)]
        zin = toeval.choice(ZINNEN).format(a=woorden[0], b=woorden[1], c=woorden[2])
        wijk = toeval.choice(wijken)
        locaties = tuple(replace(p) for p in ouder.locaties) or (Locatie(),)
        id_ = f"{soort.lower()}-{nummer}"
        uit[id_] = replace(
            ouder,
            id=id_,
            naam=naam,
            samenvatting=zin[:160],
            locaties=locaties,
            werkgebied=(wijk,) if toeval.random() < 0.7 else ouder.werkgebied,
        )
        plaatsen[id_, 0] = wijk
    return replace(basis, voorzieningen=uit, plaatsen=plaatsen)
