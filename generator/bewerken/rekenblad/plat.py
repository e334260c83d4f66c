"""Een ingang als rij en terug: elke waarde heeft haar pad als kolom, een lijst van woorden is een cel."""

from functools import lru_cache

from generator.bewerken.paden import Pad, bladen, lees_pad, schrijf_pad, veld_van
from generator.schema import VOORZIENING, Veld

EIGEN = ("id", "soort")


def plat(boom: dict) -> dict[str, str]:
    """Pad en cel van elke waarde. Een lijst heeft een puntkomma tussen haar delen, of regels als er zelf een in staat."""
    return {schrijf_pad(pad): in_cel(waarde) for pad, waarde in bladen(boom)}


def in_cel(waarde: object) -> str:
    if not isinstance(waarde, list):
        return str(waarde)
    if any(";" in deel or "\n" in deel for deel in waarde):
        return "\n".join(waarde) + ("\n" if len(waarde) == 1 else "")
    return "; ".join(waarde)


def uit_cel(cel: str) -> list[str]:
    """De delen van een lijst uit een cel."""
    delen = cel.split("\n") if "\n" in cel else cel.split(";")
    return [deel.strip() for deel in delen if deel.strip()]


@lru_cache(maxsize=4096)
def rang(pad: Pad) -> tuple:
    """De plaats van een kolom: de volgorde van de veldentabel, delen van een lijst op nummer."""
    uit: list[int] = []
    veld: Veld | None = VOORZIENING
    for lengte, deel in enumerate(pad, 1):
        namen = list(veld.per_naam) if veld is not None else []
        uit.append(deel if isinstance(deel, int) else namen.index(deel) if deel in namen else len(namen))
        veld = veld_van(VOORZIENING, pad[:lengte])
    return tuple(uit)


def standaardkolommen() -> list[Pad]:
    """Elke kolom die de veldentabel kent, met van wat vaker mag er een; van seizoenen, uitzonderingen en delen daarvan
    geen.
    """

    def loop(veld, pad: Pad) -> list[Pad]:
        uit = []
        for deel in veld.velden:
            verder = (*pad, deel.naam)
            if deel.soort != "groep":
                uit.append(verder)
            elif not deel.lijst:
                uit += loop(deel, verder)
            elif len(pad) == 0:
                uit += loop(deel, (*verder, 0))
        return uit

    return [pad for pad in loop(VOORZIENING, ()) if pad != ("id",)]


def kolommen(paden: set[Pad]) -> list[Pad]:
    return sorted(paden | set(standaardkolommen()), key=rang)


@lru_cache(maxsize=4096)
def volgorde_van(pad: str) -> tuple:
    """Delen van een lijst op nummer, zodat 0 er eerder is dan 1."""
    return tuple((0, deel, "") if isinstance(deel, int) else (1, 0, deel) for deel in lees_pad(pad))


def zonder_gaten(paden: list[str]) -> list[Pad]:
    """De paden met de nummers van een lijst aansluitend: wie alleen plek 2 invult, heeft een plek."""
    nummers: dict[Pad, dict[int, int]] = {}
    uit = []
    for pad in map(lees_pad, paden):
        nieuw: list[str | int] = []
        for deel in pad:
            if isinstance(deel, int):
                bekend = nummers.setdefault(tuple(nieuw), {})
                deel = bekend.setdefault(deel, len(bekend))
            nieuw.append(deel)
        uit.append(tuple(nieuw))
    return uit
