"""Een bestand netjes maken: velden op volgorde, aanhalingstekens waar ze horen, geen loze spaties. Opmerkingen gaan
mee met hun veld.
"""

import re

from generator.bewerken.knopen import Knoop, maak_knopen, na_regel, regelbegin
from generator.bewerken.paden import volgorde
from generator.bewerken.schrijven import aangehaald, kan_gewoon, los_woord, wil_aanhaling
from generator.bewerken.stukken import KanNiet, regelteken, ruil
from generator.bewerken.wijzigen import lees_boom
from generator.schema import Veld, los

# Wat een ander programma zonder aanhalingstekens voor iets anders dan tekst zou houden, houdt ze.
_WOORDEN = re.compile(
    r"(?!(?:yes|no|on|off|y|n|true|false|null)$)[A-Za-z\u00c0-\u00ff][A-Za-z0-9\u00c0-\u00ff ().,/-]*", re.I
)
_OPMERKING = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


def maak_netjes(tekst: str, groep: Veld) -> str:
    """Dezelfde waarden, netjes opgeschreven. Raist KanNiet als dat niet veilig gaat."""
    boom = lees_boom(tekst)
    uit = tekst
    for stap in (een_regeleinde, zonder_loze_spaties, _sorteer_alles, _aanhalingstekens):
        uit = stap(uit, groep)
    if lees_boom(uit) != boom or opmerkingen(uit) != opmerkingen(tekst):
        raise KanNiet("de velden of opmerkingen staan zo dat een programma ze niet veilig kan verplaatsen")
    return uit


def opmerkingen(tekst: str) -> list[str]:
    """Alles achter een hekje, ook in een tekst: dat hoort er voor en na te zijn."""
    return sorted(vondst.rstrip() for vondst in _OPMERKING.findall(tekst))


def een_regeleinde(tekst: str, groep: Veld) -> str:
    return re.sub(r"\r\n|\n|\r", regelteken(tekst), tekst)


def _teksten(knoop: Knoop) -> list[Knoop]:
    if knoop.soort == "tekst":
        return [knoop]
    delen = knoop.delen if knoop.soort == "lijst" else [waarde for _, waarde in knoop.paren]
    return [tekst for deel in delen for tekst in _teksten(deel)]


def zonder_loze_spaties(tekst: str, groep: Veld) -> str:
    """Zonder spaties aan het eind van een regel, behalve binnen een tekst van meer regels; met een regeleinde aan het
    eind.
    """
    vast = [
        (t.begin, t.eind)
        for t in _teksten(maak_knopen(tekst))
        if t.eind > t.begin and re.search(r"[\r\n]", tekst[t.begin : t.eind])
    ]
    uit, vorige = [], 0
    for vondst in re.finditer(r"[ \t]+(?=\r|\n|\Z)", tekst):
        if not any(begin <= vondst.start() < eind for begin, eind in vast):
            uit.append(tekst[vorige : vondst.start()])
            vorige = vondst.end()
    heel = "".join(uit) + tekst[vorige:]
    return heel.rstrip("\r\n") + regelteken(tekst)


def _groepen(knoop: Knoop, veld: Veld | None) -> list[tuple[Knoop, Veld]]:
    """Elke groep met haar veld, de binnenste eerst."""
    if veld is None or knoop.soort == "tekst":
        return []
    if knoop.soort == "lijst":
        return [g for deel in knoop.delen for g in _groepen(deel, los(veld))]
    return [g for naam, waarde in knoop.paren for g in _groepen(waarde, veld.per_naam.get(naam.waarde))] + [
        (knoop, veld)
    ]


def _sorteer_alles(tekst: str, groep: Veld) -> str:
    """Elke groep op volgorde; na een wijziging beginnen we opnieuw, want dan zijn de plekken verschoven."""
    gehad: set[int] = set()
    while True:
        for nummer, (knoop, veld) in enumerate(_groepen(maak_knopen(tekst), groep)):
            if nummer not in gehad and (nieuw := _sorteer(tekst, knoop, veld)) != tekst:
                tekst = nieuw
                gehad.add(nummer)
                break
            gehad.add(nummer)
        else:
            return tekst


def _sorteer(tekst: str, knoop: Knoop, veld: Veld) -> str:
    rang = {naam: nummer for nummer, naam in enumerate(volgorde(veld))}
    nu = [rang.get(naam.waarde, len(rang)) for naam, _ in knoop.paren]
    nieuw = sorted(range(len(nu)), key=lambda i: nu[i])
    if nieuw == list(range(len(nu))):
        return tekst
    return _sorteer_haakjes(tekst, knoop, nieuw) if knoop.stroom else _sorteer_blok(tekst, knoop, nieuw)


def _sorteer_haakjes(tekst: str, knoop: Knoop, nieuw: list[int]) -> str:
    """Velden tussen haakjes wisselen van plek, de komma's blijven; met opmerkingen ertussen doen we niets."""
    plekken = [(naam.begin, waarde.eind) for naam, waarde in knoop.paren]
    tussen = "".join(tekst[a[1] : b[0]] for a, b in zip(plekken, plekken[1:], strict=False))
    if "#" in tussen:
        return tekst
    stukken = [tekst[begin:eind] for begin, eind in plekken]
    for (begin, eind), i in reversed(list(zip(plekken, nieuw, strict=True))):
        tekst = ruil(tekst, begin, eind, stukken[i])
    return tekst


def _sorteer_blok(tekst: str, knoop: Knoop, nieuw: list[int]) -> str:
    """Hele regels wisselen van plek, met de opmerkingen en lege regels die boven een veld staan."""
    begin = [regelbegin(tekst, knoop.paren[0][0].begin), *(na_regel(tekst, waarde.eind) for _, waarde in knoop.paren)]
    eerste = knoop.paren[0][0].begin
    voor = tekst[begin[0] : eerste]
    if voor.strip(" ") and any(_begint_anders(tekst, begin[i], knoop) for i in nieuw[:1] if i):
        return tekst  # achter een streepje kan geen opmerking of lege regel komen
    stukken = [
        " " * knoop.kolom + tekst[eerste : begin[1]],
        *(tekst[a:b] for a, b in zip(begin[1:], begin[2:], strict=False)),
    ]
    heel = "".join(stukken[i] for i in nieuw)
    return ruil(tekst, begin[0], begin[-1], voor + heel[knoop.kolom :] if voor.strip(" ") else heel)


def _begint_anders(tekst: str, plaats: int, knoop: Knoop) -> bool:
    return tekst[plaats + knoop.kolom : plaats + knoop.kolom + 1] in ("", " ", "#", "\r", "\n")


def _velden(knoop: Knoop, veld: Veld | None) -> list[tuple[Knoop, Veld, bool]]:
    """Elke tekst op een regel met haar veld, en of zij tussen haakjes staat."""
    if veld is None:
        return []
    delen: list[tuple[Knoop, Veld | None]] = [(d, los(veld)) for d in knoop.delen]
    delen = delen or [(w, veld.per_naam.get(n.waarde)) for n, w in knoop.paren]
    uit = [v for deel, onder in delen if deel.soort != "tekst" for v in _velden(deel, onder)]
    return uit + [(deel, onder, knoop.stroom) for deel, onder in delen if deel.soort == "tekst" and onder is not None]


def _aanhalingstekens(tekst: str, groep: Veld) -> str:
    for knoop, veld, stroom in sorted(_velden(maak_knopen(tekst), groep), key=lambda v: -v[0].begin):
        goed = _schrijfwijze(knoop, veld, stroom)
        if goed is not None and not re.search(r"[\r\n]", tekst[knoop.begin : knoop.eind]):
            tekst = ruil(tekst, knoop.begin, knoop.eind, goed)
    return tekst


def _schrijfwijze(knoop: Knoop, veld: Veld, stroom: bool) -> str | None:
    """Hoe een tekst er hoort te staan, of None als zij goed staat."""
    if knoop.stijl == "" and knoop.begin < knoop.eind and wil_aanhaling(veld):
        goed = los_woord(knoop.waarde, veld, stroom)
        return goed if goed != knoop.waarde else None
    if veld.soort == "tekst" and knoop.stijl == '"':
        return None  # zij kunnen geen kwaad, en zo verandert er niets om niets
    if knoop.stijl in ("'", '"') and _WOORDEN.fullmatch(knoop.waarde) and kan_gewoon(knoop.waarde, stroom):
        return los_woord(knoop.waarde, veld, stroom)
    if knoop.stijl == "'" and wil_aanhaling(veld):
        return aangehaald(knoop.waarde)
    return None
