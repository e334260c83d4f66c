"""Twee bomen naast elkaar, met de veldentabel als gids: welke velden zijn anders, en hoe."""

import json
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from generator import model
from generator.model.geschiedenis import Verschil
from generator.schema.veld import Veld

NAMEN = (
    "id",
    "term",
    "naam",
    "telefoon",
    "wet",
    "code",
    "periode",
    "wat",
    "van",
    "op",
    "stuk",
    "feit",
    "vraag",
    "titel",
)
# Een groep die samen een waarde is: het adres, de plek op de kaart, een leeftijd.
HEEL = frozenset(("adres", "punt", "leeftijd", "wachttijd", "nummer"))
# Een deel van een lijst dat samen een mededeling is.
MEDEDELING = frozenset(("tijdelijk", "uitzonderingen"))
GELIJKEND = 0.5


def naam_van(deel: Any) -> str:
    """Waaraan een deel van een lijst te herkennen is, of leeg."""
    if not isinstance(deel, dict):
        return tekst_van(deel)
    naam = next((str(deel[n]) for n in NAMEN if isinstance(deel.get(n), str) and deel[n]), "")
    return naam or adresregel(deel.get("adres"))


def adresregel(adres: Any) -> str:
    if not isinstance(adres, dict):
        return ""
    straat = " ".join(str(adres[n]) for n in ("straat", "huisnummer") if adres.get(n))
    plaats = " ".join(str(adres[n]) for n in ("postcode", "plaats") if adres.get(n))
    return ", ".join(filter(None, (straat, plaats)))


def tekst_van(waarde: Any) -> str:
    """Een waarde als kale tekst, om te vergelijken en om te tonen als er niets beters is."""
    if isinstance(waarde, str):
        return " ".join(waarde.split())
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True) if waarde is not None else ""


def vergelijk(oud: Any, nieuw: Any, tabel: Veld | None, voor: str = "", waar: str = "") -> Iterator[Verschil]:
    """De verschillen van twee groepen, in de volgorde van de tabel; wat de tabel niet kent komt achteraan."""
    oud, nieuw = (boom if isinstance(boom, dict) else {} for boom in (oud, nieuw))
    bekend = tabel.per_naam if tabel else {}
    namen = [*bekend, *(naam for naam in {**oud, **nieuw} if naam not in bekend)]
    for naam in namen:
        een, twee = oud.get(naam), nieuw.get(naam)
        if een != twee:
            yield from _veld(bekend.get(str(naam)), f"{voor}{naam}", een, twee, waar)


def _veld(veld: Veld | None, pad: str, oud: Any, nieuw: Any, waar: str) -> Iterator[Verschil]:
    if _zijn_groepen(veld, oud, nieuw):
        if pad.rpartition(".")[2] in HEEL:
            yield Verschil(pad, "waarde", oud, nieuw, waar)
        elif _meer(veld, oud, nieuw):
            yield from _delen(veld, pad, _als_lijst(oud), _als_lijst(nieuw), waar)
        else:
            yield from vergelijk(oud, nieuw, veld, f"{pad}.", waar)
    elif isinstance(oud, list) or isinstance(nieuw, list):
        yield from _lijst(pad, _als_lijst(oud), _als_lijst(nieuw), waar)
    elif tekst_van(oud) != tekst_van(nieuw):
        yield Verschil(pad, "waarde", oud, nieuw, waar)


def _zijn_groepen(veld: Veld | None, oud: Any, nieuw: Any) -> bool:
    delen = [*_als_lijst(oud), *_als_lijst(nieuw)]
    return bool(delen) and all(isinstance(deel, dict) for deel in delen) and (veld is None or veld.soort == "groep")


def _meer(veld: Veld | None, oud: Any, nieuw: Any) -> bool:
    return isinstance(oud, list) or isinstance(nieuw, list) or bool(veld and (veld.lijst or veld.een_of_meer))


def _als_lijst(waarde: Any) -> list:
    if waarde is None or waarde == "":
        return []
    return waarde if isinstance(waarde, list) else [waarde]


def _lijst(pad: str, oud: list, nieuw: list, waar: str) -> Iterator[Verschil]:
    """Een lijst van losse waarden: wat weg is en wat erbij kwam, of alleen een andere volgorde."""
    een, twee = Counter(map(tekst_van, oud)), Counter(map(tekst_van, nieuw))
    weg, erbij = tuple((een - twee).elements()), tuple((twee - een).elements())
    if weg or erbij:
        yield Verschil(pad, "lijst", weg, erbij, waar)
    elif oud != nieuw:
        yield Verschil(pad, "volgorde", tuple(map(tekst_van, oud)), tuple(map(tekst_van, nieuw)), waar)


def _delen(veld: Veld | None, pad: str, oud: list[dict], nieuw: list[dict], waar: str) -> Iterator[Verschil]:
    """Een lijst van groepen: welke deel bij welk hoort, en dan binnen elk paar verder."""
    paren, weg, erbij = koppel(oud, nieuw)
    een_van_meer = max(len(oud), len(nieuw)) > 1
    for een, twee in paren:
        if een != twee and pad.rpartition(".")[2] in MEDEDELING:
            yield Verschil(pad, "waarde", een, twee, waar)
        elif een != twee:
            naam = naam_van(een) or naam_van(twee) if een_van_meer or _is_seizoen(veld) else ""
            yield from vergelijk(een, twee, veld, f"{pad}.", ", ".join(filter(None, (waar, naam))))
    yield from (Verschil(pad, "deel", deel, None, waar) for deel in weg)
    yield from (Verschil(pad, "deel", None, deel, waar) for deel in erbij)
    if not weg and not erbij and een_van_meer and [een for een, _ in paren] != oud:
        yield Verschil(pad, "volgorde", tuple(map(naam_van, oud)), tuple(map(naam_van, nieuw)), waar)


def _is_seizoen(veld: Veld | None) -> bool:
    return bool(veld and veld.klasse is model.Tijden)


def koppel(oud: list[dict], nieuw: list[dict]) -> tuple[list[tuple[dict, dict]], list[dict], list[dict]]:
    """(paren in de nieuwe volgorde, wat weg is, wat erbij kwam): op gelijke naam, en anders op wat erop lijkt."""
    over, paren = list(oud), list[tuple[int, dict, dict]]()
    los = []
    for nummer, deel in enumerate(nieuw):
        zelfde = next((d for d in over if d == deel), None)
        zelfde = zelfde or next((d for d in over if naam_van(d) and naam_van(d) == naam_van(deel)), None)
        if zelfde is None:
            los.append((nummer, deel))
            continue
        over = [d for d in over if d is not zelfde]
        paren.append((nummer, zelfde, deel))
    erbij = []
    for nummer, deel in los:
        past = max(over, key=lambda d: lijkt_op(d, deel), default=None)
        if past is not None and (len(oud) == len(nieuw) == 1 or lijkt_op(past, deel) >= GELIJKEND):
            over = [d for d in over if d is not past]
            paren.append((nummer, past, deel))
        else:
            erbij.append(deel)
    return [(een, twee) for _, een, twee in sorted(paren, key=lambda p: p[0])], over, erbij


def lijkt_op(een: Any, twee: Any) -> float:
    """Hoeveel twee bomen op elkaar lijken: het deel van de bladen dat gelijk is, van 0 tot 1."""
    a, b = Counter(_bladen(een)), Counter(_bladen(twee))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def _bladen(boom: Any, voor: str = "") -> Iterator[str]:
    if isinstance(boom, dict):
        for naam, waarde in boom.items():
            yield from _bladen(waarde, f"{voor}.{naam}")
    elif isinstance(boom, list):
        for deel in boom:
            yield from _bladen(deel, voor)
    else:
        yield f"{voor}={tekst_van(boom)}"


def zinsverschil(oud: list[str], nieuw: list[str]) -> list[tuple[list[str], list[str]]]:
    """Van twee rijen zinnen wat er in de plaats kwam van wat; een van de twee mag leeg zijn."""
    stappen = SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes()
    return [(oud[a:b], nieuw[c:d]) for wat, a, b, c, d in stappen if wat != "equal"]
