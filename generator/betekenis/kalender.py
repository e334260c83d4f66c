"""De kalender: feestdagen, weken en de zoveelste dag van de maand. `statisch/gemeen/kalender.js` zegt hetzelfde in de
browser.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache

from generator.model import Periode, Wanneer

DAGNAMEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def pasen(jaar: int) -> date:
    """Eerste paasdag (gregoriaans, de regel van Gauss zoals Meeus haar geeft)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    n = h + rest - 7 * m + 114
    return date(jaar, n // 31, n % 31 + 1)


@lru_cache(maxsize=64)
def feestdagen(jaar: int) -> dict[date, str]:
    """De feestdagen van een jaar; Bevrijdingsdag alleen in de jaren dat bijna iedereen vrij is (om de vijf)."""
    koning = date(jaar, 4, 27)
    eerste = pasen(jaar)
    uit = {
        date(jaar, 1, 1): "nieuwjaarsdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
        koning - timedelta(koning.weekday() == 6): "Koningsdag",
    }
    if jaar % 5 == 0:
        uit[date(jaar, 5, 5)] = "Bevrijdingsdag"
    los = {
        0: "eerste paasdag",
        1: "tweede paasdag",
        39: "Hemelvaartsdag",
        49: "eerste pinksterdag",
        50: "tweede pinksterdag",
    }
    for dagen, naam in los.items():
        uit.setdefault(eerste + timedelta(dagen), naam)
    return uit


def feestdag(dag: date) -> str:
    """De naam van de feestdag, of leeg."""
    return feestdagen(dag.year).get(dag, "")


def geldt(wanneer: Wanneer | None, dag: date) -> bool:
    """Of een deel met dit WANNEER op deze dag geldt."""
    if wanneer is None:
        return True
    if wanneer.weken:
        return (dag.isocalendar().week % 2 == 0) == (wanneer.weken == "even")
    laatste = (dag + timedelta(7)).month != dag.month
    return (dag.day - 1) // 7 + 1 in wanneer.welke or (laatste and -1 in wanneer.welke)


def in_periode(periode: Periode, dag: date) -> bool:
    """Of een dag in een periode van elk jaar valt; 29 februari is in een gewoon jaar de 28e."""
    gewoon = dag.year % 4 != 0 or (dag.year % 100 == 0 and dag.year % 400 != 0)
    van, tot = ((2, 28) if gewoon and grens == (2, 29) else grens for grens in (periode.van, periode.tot))
    nu = (dag.month, dag.day)
    return van <= nu <= tot if van <= tot else nu >= van or nu <= tot


def klok_in_nederland(utc: datetime) -> datetime:
    """Een moment in UTC op de klok in Nederland, zonder tijdzone.

    Zomertijd is van de laatste zondag van maart tot de laatste van oktober, allebei om 1.00 uur UTC.
    """
    los = utc.replace(tzinfo=None)
    begin, eind = (
        datetime(los.year, maand, 31 - (date(los.year, maand, 31).weekday() + 1) % 7, 1) for maand in (3, 10)
    )
    return los + timedelta(hours=2 if begin <= los < eind else 1)
