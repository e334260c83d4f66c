"""De kleine index van namen: elke naam onder elk van haar woorden, op volgorde, verdeeld over bladen van een paar kB.

Een wijzer zegt waar elk blad begint, zoals het woord bovenaan een bladzijde in een woordenboek. Een naam staat er een
keer voor elk woord, met de woorden erna erachter: zo is ook een woord dat duizenden namen delen met het volgende woord
erbij op een blad te vinden. statisch/regio/namen.js zoekt erin.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.json_tekst import als_json
from generator.regio.scherf import Scherf

BLAD = 16_000  # bytes; ingepakt een vijfde daarvan
MAP = "namen"
VAAK = 4  # woorden van een lange naam waar hij onder staat; de laatste woorden zoekt niemand als eerste
_WOORD = re.compile(r"[^\W_]+")
Naam = tuple[str, str]
Waar = dict[str, list[int]]


def woorden(tekst: str) -> list[str]:
    """De woorden van een tekst zonder accenten en hoofdletters; zoals woordenVan in statisch/regio/namen.js."""
    kaal = "".join(t for t in unicodedata.normalize("NFKD", tekst) if unicodedata.category(t)[0] != "M")
    return _WOORD.findall(kaal.lower())


def sleutels(naam: str, stop: set[str]) -> list[str]:
    """Waar een naam onder staat: 'buurthuis linde' en 'linde buurthuis'."""
    alle = [w for w in woorden(naam) if w not in stop] or woorden(naam)
    return [" ".join(alle[i:] + alle[:i]) for i in range(min(len(alle), VAAK))]


def verzamel(scherven: Iterable[Scherf]) -> dict[Naam, Waar]:
    """Per (naam, soort) per id de nummers van de sites waar hij staat."""
    uit: dict[Naam, Waar] = defaultdict(lambda: defaultdict(list))
    for nummer, scherf in enumerate(scherven):
        for naam, soort, id_ in dict.fromkeys(scherf.namen):
            uit[naam, soort][id_].append(nummer)
    return uit


def reeksen(nummers: list[int]) -> str:
    """Nummers op volgorde, kort: 0-3,7."""
    delen: list[list[int]] = []
    for nummer in nummers:
        if delen and nummer == delen[-1][1] + 1:
            delen[-1][1] = nummer
        else:
            delen.append([nummer, nummer])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in delen)


def regel(naam: Naam, waar: Waar) -> str:
    """Een naam op een blad: naam, soort, en per id waar hij staat."""
    return "\t".join([*naam, *(f"{id_}:{reeksen(nummers)}" for id_, nummers in sorted(waar.items()))])


def maak_namen(scherven: Iterable[Scherf], stop: set[str]) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk blad en van de wijzer: waar elk blad begint."""
    namen = {naam: regel(naam, waar) for naam, waar in verzamel(scherven).items()}
    rijen = [(sleutel, naam) for naam in namen for sleutel in sleutels(naam[0], stop) if sleutel]
    rijen.sort(key=lambda rij: (rij[0].encode("utf-16-be"), rij[1]))  # de volgorde waarin een browser vergelijkt
    begin = []
    for nummer, (eerste, regels) in enumerate(verdeel(rijen, namen)):
        begin.append(eerste)
        yield f"{MAP}/{nummer}.json", als_json("\n".join(regels)) + "\n"
    yield f"{MAP}/wijzer.json", als_json({"begin": begin}) + "\n"


def verdeel(rijen: list[tuple[str, Naam]], namen: dict[Naam, str]) -> Iterator[tuple[str, list[str]]]:
    """Bladen van hoogstens BLAD bytes: de eerste sleutel en de regels, elke naam een keer."""
    eerste, vol, blad = "", 0, dict[Naam, str]()
    for sleutel, naam in rijen:
        lengte = len(als_json(namen[naam]))
        if blad and vol + lengte > BLAD:
            yield eerste, list(blad.values())
            eerste, vol, blad = "", 0, {}
        eerste = eerste or sleutel
        if naam not in blad:
            blad[naam], vol = namen[naam], vol + lengte
    if blad:
        yield eerste, list(blad.values())
