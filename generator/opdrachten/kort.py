"""Het verslag kort: elke fout, en van elke waarschuwing de eerste tien; daaronder hoeveel er zijn, per soort en per team."""

from collections import Counter

from generator.betekenis.eigenaar import ZONDER_TEAM, teamnaam
from generator.codes import CODES
from generator.meldingen import WAARSCHUWING, Melding, Verslag
from generator.model import Catalogus

EERSTE = 10


def kies(verslag: Verslag) -> tuple[list[Melding], Counter[str]]:
    """Wat er getoond wordt, op plaats, en hoeveel er per code niet bij staan."""
    gezien: Counter[str] = Counter()
    toon = []
    for m in verslag.meldingen:
        gezien[m.code] += 1
        if m.soort != WAARSCHUWING or gezien[m.code] <= EERSTE:
            toon.append(m)
    over = Counter({c: n - EERSTE for c, n in gezien.items() if n > EERSTE and CODES[c].soort == WAARSCHUWING})
    return toon, over


def telling(verslag: Verslag, over: Counter[str], catalogus: Catalogus | None) -> list[str]:
    """De regels onder het verslag: per soort waarschuwing, en per team; leeg als alles er al staat."""
    if not over:
        return []
    waarschuwingen = [m for m in verslag.meldingen if m.soort == WAARSCHUWING]
    per_code = Counter(m.code for m in waarschuwingen)
    regels = ["Waarschuwingen per soort:"]
    regels += [f"  {n:>5}  {code}: {voorbeeld(code, waarschuwingen)}" for code, n in per_code.most_common()]
    if catalogus:
        op_pad = {v.pad: teamnaam(v, catalogus.kennis) for v in catalogus.voorzieningen.values()}
        per_team = Counter(op_pad.get(m.pad, ZONDER_TEAM) for m in waarschuwingen)
        regels += ["Waarschuwingen per team:", *(f"  {n:>5}  {team}" for team, n in per_team.most_common())]
    nog = sum(over.values())
    return [
        *regels,
        f"{nog} {'waarschuwing staat' if nog == 1 else 'waarschuwingen staan'} er niet bij. Alles ziet u met --alles.",
    ]


def voorbeeld(code: str, meldingen: list[Melding]) -> str:
    """De tekst van de eerste melding met deze code."""
    return next(m.tekst for m in meldingen if m.code == code)
