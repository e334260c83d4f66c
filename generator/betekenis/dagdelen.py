"""Op welke delen van de dag iemand ergens terechtkan: voor het filter in een lijst."""

from functools import lru_cache

from generator.betekenis.vandaag import kanaalbronnen
from generator.model import DAGEN, Catalogus, Dagdeel, Dagtijd, Voorziening

# Letter, woord, en van welke tot welke minuut; het weekend is elk uur van zaterdag en zondag.
DAGDELEN = {
    "o": ("ochtend", 360, 720),
    "m": ("middag", 720, 1080),
    "a": ("avond", 1080, 1440),
    "w": ("weekend", 0, 1440),
}
WEEKEND = ("za", "zo")
AVOND = DAGDELEN["a"][1]


def dagdelen_van(v: Voorziening, catalogus: Catalogus) -> str:
    """De letters van de dagdelen waarop een deur open is of iemand opneemt, zoals 'oma'; leeg als er geen tijden
    bekend zijn.
    """
    return catalogus.eenmaal(("dagdelen", v.id), lambda: _zoek_dagdelen(v))


def _zoek_dagdelen(v: Voorziening) -> str:
    letters = {
        letter
        for _, _, tijden in kanaalbronnen(v)
        for t in tijden
        for dag in DAGEN
        for letter in _letters(getattr(t, dag), dag in WEEKEND)
    }
    return "".join(letter for letter in DAGDELEN if letter in letters)


@lru_cache(maxsize=4096)  # duizenden ingangen hebben dezelfde paar dagen
def _letters(dag: Dagtijd | None, weekend: bool) -> str:
    delen = dag.delen if dag else ()
    door_de_week = (letter for letter in "oma" if any(_raakt(deel, *DAGDELEN[letter][1:]) for deel in delen))
    return "".join(("w" if weekend and delen else "", *door_de_week))


def _raakt(deel: Dagdeel, van: int, tot: int) -> bool:
    """Of een deel in dit stuk van de dag valt; "op afspraak" zonder tijd belooft geen avond."""
    if deel.van is None:
        return van < AVOND
    return deel.van < tot and (deel.tot or 1440) > van
