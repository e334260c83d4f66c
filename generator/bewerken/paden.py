"""Het pad van een veld: `locaties[0].openingstijden.ma` als rij van namen en nummers, en welk veld dat in de tabel is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.schema import Veld, los
from generator.schema.sets import VULT_AAN

Pad = tuple[str | int, ...]
SEIZOEN = "periode"
_DEEL = re.compile(r"([a-z][a-z0-9_]{0,39})((?:\[\d{1,3}\])*)")


class PadFout(ValueError):
    """Een pad dat geen veld aanwijst; de tekst zegt waarom."""


@lru_cache(maxsize=4096)
def lees_pad(tekst: str) -> Pad:
    """`locaties[0].adres.straat` als ('locaties', 0, 'adres', 'straat'). Raist PadFout."""
    uit: list[str | int] = []
    for stuk in tekst.split("."):
        if not (vondst := _DEEL.fullmatch(stuk)):
            raise PadFout(f"'{tekst}' is geen pad van een veld")
        uit += [vondst[1], *map(int, re.findall(r"\d+", vondst[2]))]
    return tuple(uit)


def schrijf_pad(pad: Pad) -> str:
    uit = "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad)
    return uit.removeprefix(".")


def veld_van(groep: Veld | None, pad: Pad) -> Veld | None:
    """Het veld uit de tabel bij een pad; een nummer wijst een deel van een lijst aan. None als de tabel het niet kent."""
    veld = groep
    for deel in pad:
        if veld is None:
            return None
        veld = los(veld) if isinstance(deel, int) else veld.per_naam.get(deel)
    return veld


def keur_pad(groep: Veld, pad: Pad) -> Veld:
    """Het veld bij een pad. Raist PadFout als de tabel het niet kent, of als een nummer bij een enkele waarde staat."""
    ouder = groep
    for lengte, deel in enumerate(pad, 1):
        if isinstance(deel, int):
            if not _mag_lijst(ouder):
                raise PadFout(f"'{schrijf_pad(pad[: lengte - 1])}' is geen lijst")
        elif ouder.lijst:
            raise PadFout(
                f"'{schrijf_pad(pad[: lengte - 1])}' is een lijst: zeg welke, zoals {schrijf_pad(pad[: lengte - 1])}[0]"
            )
        elif deel not in ouder.per_naam:
            raise PadFout(f"het veld '{schrijf_pad(pad[:lengte])}' bestaat niet")
        ouder = los(ouder) if isinstance(deel, int) else ouder.per_naam[deel]
    return ouder


def _mag_lijst(veld: Veld) -> bool:
    """Of dit veld een lijst is of kan zijn: sommige groepen mogen een keer of vaker."""
    return veld.lijst or veld.een_of_meer


def volgorde(groep: Veld | None) -> list[str]:
    """De velden zoals zij horen te staan; wat een set aanvult en een seizoen zeggen dat bovenaan."""
    return list(dict.fromkeys((VULT_AAN.naam, SEIZOEN, *groep.per_naam))) if groep is not None else []


def bladen(boom: object, pad: Pad = ()) -> Iterator[tuple[Pad, object]]:
    """Elke waarde in een boom met haar pad; een lijst van teksten is een waarde."""
    if isinstance(boom, dict):
        for naam, deel in boom.items():
            yield from bladen(deel, (*pad, naam))
    elif isinstance(boom, list) and any(isinstance(deel, dict | list) for deel in boom):
        for nummer, deel in enumerate(boom):
            yield from bladen(deel, (*pad, nummer))
    else:
        yield pad, boom
