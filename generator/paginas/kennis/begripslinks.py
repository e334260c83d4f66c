"""Woorden uit de woordenlijst als link in een tekst: de eerste keer op een pagina, niet in een link of kopje."""

import re
from functools import cache, lru_cache
from html import escape

from markupsafe import Markup

from generator.model.kennis import Begrip
from generator.paginas.gemeen.tekstdelen import in_tekst

MEESTE = 5
_WOORD = re.compile(r"(?<![\w-])\w[\w'-]*")


def ontsnap(tekst: str) -> str:
    """Tekst als HTML zoals Markdown haar ook geeft; een aanhalingsteken telt mee, anders lijkt gewone tekst op een kenmerk."""
    return escape(tekst, quote=False).replace('"', "&quot;")


@cache
def patroon(vorm: str) -> re.Pattern:
    """Een woord als zoekpatroon: met meervoud, en alleen precies zo als er hoofdletters in zitten."""
    vast = re.escape(ontsnap(vorm))
    if any(t.isupper() for t in vorm[1:]) or len(vorm) < 5:
        return re.compile(vast + r"(?![\w-])")
    return re.compile(vast + r"(?:en|s)?(?![\w-])", re.I)


def eerste_woorden(vorm: str) -> set[str]:
    """Hoe het eerste woord van een vorm in een tekst kan beginnen, in kleine letters."""
    woord = _WOORD.search(ontsnap(vorm))
    basis = woord[0].casefold() if woord else vorm.casefold()
    return {basis, f"{basis}en", f"{basis}s"}


# Alleen letters, cijfers en streepjes blijven; een woord begint nooit met een streepje of een apostrof.
_WIT = bytes(t if chr(t).isalnum() and t < 128 or chr(t) in "_-" else 32 for t in range(256))


def woorddelen(tekst: str) -> list[bytes]:
    """De stukken van elk woord tussen wat geen ASCII-letter is; tien keer zo snel als woorden zoeken met een patroon."""
    return tekst.encode("ascii", "replace").translate(_WIT).split()


class Begripslinker:
    """Kent alle begrippen op hun eerste woord. `tekst` verrijkt gewone tekst, `html` een stuk HTML."""

    def __init__(self, begrippen: tuple[Begrip, ...]):
        self.op_woord: dict[str, list[tuple[str, Begrip]]] = {}
        self.zonder_begrip = lru_cache(maxsize=4096)(self._zonder_begrip)  # veel ingangen hebben dezelfde zinnen
        vormen = [(vorm, b) for b in begrippen if b.onderstrepen for vorm in (b.term, *b.afkortingen)]
        for vorm, begrip in sorted(vormen, key=lambda v: (-len(v[0]), v[0])):
            for woord in eerste_woorden(vorm):
                self.op_woord.setdefault(woord, []).append((vorm, begrip))
        self.eerste = {delen[0] for woord in self.op_woord if (delen := woorddelen(woord))}
        self.altijd = any(not woorddelen(woord) for woord in self.op_woord)

    def html(self, tekst: str, wortel: str, gezien: set[str]) -> Markup:
        """De HTML met links naar /begrippen/. `gezien` zijn de begrippen die op deze pagina al aan de beurt waren."""
        if len(gezien) >= MEESTE or self.zonder_begrip(tekst):
            return Markup(tekst)
        return Markup(in_tekst(tekst, lambda deel: self._vervang(deel, wortel, gezien)))

    def tekst(self, tekst: str, wortel: str, gezien: set[str]) -> Markup:
        return self.html(ontsnap(tekst), wortel, gezien)

    def _zonder_begrip(self, tekst: str) -> bool:
        """Of er zeker geen begrip in staat; wie True zegt heeft elk woord gezien."""
        return not self.altijd and self.eerste.isdisjoint(woorddelen(tekst.casefold()))

    def _vervang(self, tekst: str, wortel: str, gezien: set[str]) -> str:
        if len(gezien) >= MEESTE or self.zonder_begrip(tekst):
            return tekst
        uit, klaar = [], 0
        for woord in _WOORD.finditer(tekst):
            if woord.start() < klaar or len(gezien) >= MEESTE:
                continue
            for vorm, begrip in self.op_woord.get(woord[0].casefold(), ()):
                if vondst := patroon(vorm).match(tekst, woord.start()):
                    if begrip.id not in gezien:
                        gezien.add(begrip.id)
                        uit += [tekst[klaar : vondst.start()], link(vondst[0], begrip, wortel)]
                        klaar = vondst.end()
                    break
        return "".join([*uit, tekst[klaar:]])


def link(woord: str, begrip: Begrip, wortel: str) -> str:
    return (
        f'<a class="begrip" href="{wortel}begrippen/#{begrip.id}" data-begrip="{begrip.id}">{woord}'
        f'<span class="verborgen" data-elastic-exclude> (uitleg van dit woord)</span></a>'
    )


_LAATSTE: list = []


def linker(begrippen: tuple[Begrip, ...]) -> Begripslinker:
    """De linker van een woordenlijst; een keer gemaakt voor alle pagina's. Op het object zelf, want de lijst hashen is
    duurder.
    """
    if not _LAATSTE or _LAATSTE[0] is not begrippen:
        _LAATSTE[:] = begrippen, Begripslinker(begrippen)
    return _LAATSTE[1]
