"""Van de oude naar de gewenste boom: welke losse stappen ervoor nodig zijn, zo klein mogelijk."""

import json
from collections.abc import Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct

from generator.bewerken.paden import Pad, PadFout, schrijf_pad


class Stap(Struct, frozen=True):
    """Een stap: `vervang` een waarde, `weg` ermee, of `erbij` (een veld op naam, een deel op nummer)."""

    soort: str
    pad: Pad
    waarde: object = None


def gewenst(boom: dict, wijzigingen: Sequence[tuple[Pad, object]]) -> dict:
    """De boom na de wijzigingen; None haalt weg, en wat daardoor leeg raakt gaat mee weg. Raist PadFout."""
    uit = deepcopy(boom)
    for ruw, waarde in wijzigingen:
        pad = _richt(uit, ruw)
        if waarde is None:
            _haal_weg(uit, pad)
        else:
            _zet(uit, pad, deepcopy(waarde))
    return uit


def _richt(boom: dict, pad: Pad) -> Pad:
    """Het pad in deze boom. Wat een of meer keer mag, staat er soms los: dan is nummer 0 de groep zelf, en komt 1
    erbij.
    """
    uit: list = []
    plek: Any = boom
    ouder: Any = None
    for deel in pad:
        if isinstance(plek, dict) and isinstance(deel, int):
            if deel == 0:
                continue
            ouder[uit[-1]] = plek = [plek]
        if isinstance(plek, list) and isinstance(deel, str) and len(plek) == 1:
            uit.append(0)  # een groep die als lijst van een staat: er is maar een die bedoeld kan zijn
            ouder, plek = plek, plek[0]
        elif isinstance(plek, list) and isinstance(deel, str):
            raise PadFout(f"van '{schrijf_pad(tuple(uit))}' zijn er meer: zeg welke, zoals {schrijf_pad((*uit, 0))}")
        uit.append(deel)
        ouder, plek = plek, _stap_in(plek, deel)
    return tuple(uit)


def _stap_in(plek: Any, deel: str | int) -> Any:
    try:
        return plek[deel]
    except (LookupError, TypeError):
        return None


def _zet(boom: dict, pad: Pad, waarde: object) -> None:
    plek: Any = boom
    for deel, volgende in zip(pad, (*pad[1:], None), strict=True):
        leeg = waarde if volgende is None else [] if isinstance(volgende, int) else {}
        if isinstance(deel, int):
            _zet_deel(plek, deel, leeg, volgende, pad)
        elif volgende is None or not isinstance(plek.get(deel), type(leeg)):
            plek[deel] = leeg
        plek = plek[deel]


def _zet_deel(lijst: list, nummer: int, waarde: object, volgende: str | int | None, pad: Pad) -> None:
    if nummer > len(lijst):
        raise PadFout(f"bij '{schrijf_pad(pad)}' ontbreekt nummer {len(lijst)}")
    if nummer == len(lijst):
        lijst.append(waarde)
    elif volgende is None or not isinstance(lijst[nummer], type(waarde)):
        lijst[nummer] = waarde


def _haal_weg(boom: dict, pad: Pad) -> None:
    """Haal een waarde weg; een groep of lijst die daardoor leeg is ook. Wat er niet is, is al weg."""
    ketting: list[Any] = [boom]
    for deel in pad:
        if _stap_in(ketting[-1], deel) is None:
            return
        ketting.append(ketting[-1][deel])
    for houder, deel in zip(reversed(ketting[:-1]), reversed(pad), strict=True):
        del houder[deel]
        if houder:
            return


def stappen(oud: object, nieuw: object, pad: Pad = ()) -> list[Stap]:
    """De stappen van oud naar nieuw, in een volgorde waarin de nummers blijven kloppen."""
    if oud == nieuw:
        return []
    if isinstance(oud, dict) and isinstance(nieuw, dict) and oud and nieuw:
        uit = [s for naam in oud if naam in nieuw for s in stappen(oud[naam], nieuw[naam], (*pad, naam))]
        uit += [Stap("erbij", (*pad, naam), waarde) for naam, waarde in nieuw.items() if naam not in oud]
        return uit + [Stap("weg", (*pad, naam)) for naam in oud if naam not in nieuw]
    if isinstance(oud, list) and isinstance(nieuw, list) and oud and nieuw:
        return _lijststappen(oud, nieuw, pad)
    return [Stap("vervang", pad, nieuw)]


def _lijststappen(oud: list, nieuw: list, pad: Pad) -> list[Stap]:
    """Van achter naar voor; eerst wat erbij komt, zodat een lijst nooit leeg raakt."""
    uit: list[Stap] = []
    sleutels = [[json.dumps(deel, sort_keys=True) for deel in lijst] for lijst in (oud, nieuw)]
    for wat, a, b, c, d in reversed(SequenceMatcher(None, sleutels[0], sleutels[1], autojunk=False).get_opcodes()):
        if wat == "equal":
            continue
        samen = min(b - a, d - c)
        uit += [Stap("erbij", (*pad, a + samen), nieuw[i]) for i in reversed(range(c + samen, d))]
        uit += [Stap("weg", (*pad, i)) for i in reversed(range(a + samen, b))]
        for i in reversed(range(samen)):
            uit += stappen(oud[a + i], nieuw[c + i], (*pad, a + i))
    weg = [s for s in uit if s.soort == "weg" and len(s.pad) == len(pad) + 1]
    return uit if len(weg) < len(oud) else [Stap("vervang", pad, nieuw)]
