"""Wat er voor bewoners minder wordt: dat valt in een rij zinnen niet op, en hoort iemand na te vragen."""

from collections.abc import Callable, Iterator

from generator.betekenis.tijdtekst import opsomming
from generator.betekenis.woorden import DAGNAAM
from generator.geschiedenis.verschillen import naam_van
from generator.geschiedenis.waarden import in_woorden, veld_op
from generator.model.geschiedenis import ANDERS, Verandering, Verschil
from generator.paginas.gebied.dekking import AANWEZIG, ELDERS, ONTBREEKT, dekking, heeft_dekking
from generator.schema import VOORZIENING
from generator.voorstel.standen import Standen

_BEREIKBAAR = ("ja", "deels", "nee")
_TIJDEN = {
    "locaties.openingstijden": "openingstijden",
    "contact.telefoontijden": "tijden van de telefoon",
    "contact.chattijden": "tijden van de chat",
}
_NOEM, _LEEG = 3, (ELDERS, ONTBREEKT)


def minder(v: Verandering, standen: Standen) -> Iterator[str]:
    """Zinnen over wat iemand straks niet meer heeft; alleen bij een plek die blijft."""
    if v.wat != ANDERS:
        return
    for s in v.verschillen:
        if maak := _PER_VELD.get(s.veld):
            yield from maak(s, v, standen)
    yield from _gebouw(v)
    for pad, wat in _TIJDEN.items():
        if dagen := _dagen_weg(v, pad):
            yield f"Van {v.naam} gaan {wat} weg ({opsomming(dagen)}): de site zegt dan 'onbekend', niet 'dicht'. Klopt dat?"


def _woorden(s: Verschil, waarde: object, standen: Standen) -> str:
    return in_woorden(waarde, veld_op(VOORZIENING, s.veld), s.veld, standen.namen)


def _groepen(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.wat == "lijst" and s.oud:
        yield f"{v.naam} noemt niet meer: {_woorden(s, s.oud, standen)}. Kunnen zij er niet meer terecht?"


def _talen(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.wat == "lijst" and s.oud:
        yield f"{v.naam} helpt niet meer in deze talen: {_woorden(s, s.oud, standen)}. Klopt dat?"


def _leeftijd(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    oud, nieuw = (w if isinstance(w, dict) else {} for w in (s.oud, s.nieuw))
    later = _getal(nieuw.get("van"), 0) > _getal(oud.get("van"), 0)
    if later or _getal(nieuw.get("tot"), 999) < _getal(oud.get("tot"), 999):
        yield f"{v.naam} is er voor minder leeftijden ({_woorden(s, s.nieuw, standen)}). Klopt dat?"


def _getal(waarde: object, anders: int) -> int:
    return int(waarde) if isinstance(waarde, str) and waarde.isdecimal() else anders


def _plekken(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.wat == "deel" and isinstance(s.oud, dict):
        yield f"{v.naam} is er niet meer op deze plek: {naam_van(s.oud) or 'zonder naam'}. Klopt dat?"
    elif s.wat == "deel" and isinstance(s.nieuw, dict):
        kaart = "" if s.nieuw.get("punt") else " Zij heeft nog geen plek op de kaart."
        yield f"{v.naam} heeft er een plek bij: {naam_van(s.nieuw) or 'zonder naam'}. Bestaat die?{kaart}"


def _bericht(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.oud and not s.nieuw:
        yield f"Het tijdelijke bericht van {v.naam} gaat weg. Is het voorbij?"


def _organisatie(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.oud and s.nieuw:
        yield f"{v.naam} hoort voortaan bij {_woorden(s, s.nieuw, standen)}. Weten beide organisaties dat?"


def _termijn(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if _getal(s.nieuw, 12) > _getal(s.oud, 12):
        yield f"{v.naam} hoeft minder vaak nagekeken te worden (na {_getal(s.nieuw, 12)} maanden). Is dat vaak genoeg?"


_PER_VELD: dict[str, Callable[[Verschil, Verandering, Standen], Iterator[str]]] = {
    "doelgroepen": _groepen,
    "talen": _talen,
    "leeftijd": _leeftijd,
    "locaties": _plekken,
    "tijdelijk": _bericht,
    "organisatie": _organisatie,
    "gecontroleerd.termijn_maanden": _termijn,
}


def _gebouw(v: Verandering) -> Iterator[str]:
    """Minder toegankelijk: van ja naar deels of nee, bij de rolstoel of een feit over het gebouw."""
    soorten = [
        s for s in v.verschillen if s.veld == "locaties.rolstoel" or s.veld.startswith("locaties.toegankelijk.")
    ]
    rang = {woord: nummer for nummer, woord in enumerate(_BEREIKBAAR)}
    if any(rang.get(s.nieuw, -1) > rang.get(s.oud, 9) for s in soorten):
        yield f"{v.naam} is minder goed te bereiken of te gebruiken voor wie slecht loopt, ziet of hoort. Is dat nagevraagd?"


def _dagen_weg(v: Verandering, pad: str) -> list[str]:
    """De dagen die straks nergens meer een tijd hebben, bij naam."""
    weg, erbij = set[str](), set[str]()
    for s in v.verschillen:
        if s.veld == pad and s.wat == "deel":
            weg |= set(s.oud or ())
            erbij |= set(s.nieuw or ())
        elif s.veld.startswith(f"{pad}.") and (dag := s.veld.removeprefix(f"{pad}.")) in DAGNAAM:
            (erbij if s.nieuw else weg).add(dag)
    return [naam for dag, naam in DAGNAAM.items() if dag in weg - erbij]


def dekking_minder(standen: Standen) -> Iterator[str]:
    """Waar geen plek meer is voor wat elke wijk hoort te hebben."""
    oud, nieuw = standen.oud.catalogus, standen.nieuw.catalogus
    if oud is None or nieuw is None or not standen.veranderingen:
        return
    for gemeente in nieuw.gemeenten:
        was = oud.gemeente_op_code.get(gemeente.code)
        if was is None or not (heeft_dekking(gemeente, nieuw) and heeft_dekking(was, oud)):
            continue
        een, twee = dekking(was, oud), dekking(gemeente, nieuw)
        leeg: dict[str, list[str]] = {}
        for (gebied, functie), vakje in twee.items():
            vorige = een.get((gebied, functie))
            if functie in gemeente.essentieel and vorige and vorige.stand == AANWEZIG and vakje.stand in _LEEG:
                leeg.setdefault(functie, []).append(nieuw.gebieden[gebied].naam)
        for functie, wijken in leeg.items():
            rest = [f"{len(wijken) - _NOEM} andere wijken"] if len(wijken) > _NOEM + 1 else wijken[_NOEM:]
            waar, wat = opsomming([*wijken[:_NOEM], *rest]), nieuw.functies[functie].naam.lower()
            yield f"In {waar} is straks geen plek meer voor {wat}. Is dat zo?"
