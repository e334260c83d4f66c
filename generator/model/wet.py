"""Het model van de wet zoals die nu is: artikelen die iemand las, de weg per wet, grenzen en wat er verandert."""

from datetime import date

from msgspec import Struct


class Wetnu(Struct, frozen=True):
    """Onder welke wet een functie nu valt; `wanneer` zegt voor wie, als het er meer zijn.

    Zonder `gelezen` heeft nog niemand het artikel erbij gelezen.
    """

    wet: str
    nagelezen: bool
    gelezen: date | None = None
    artikel: str | None = None
    wanneer: str | None = None


class Wet(Struct, frozen=True):
    """Een wet met het adres waar haar tekst staat, en de dag waarop die tekst gold en gelezen is."""

    id: str
    groep: str
    naam: str
    uitleg: str
    adres: str
    geldig: date
    gelezen: date
    nagelezen: bool


class Regel(Struct, frozen=True):
    """Wat een artikel zegt, in eigen woorden; `vaktaal` is hoe een jurist of consulent het noemt, met komma's ertussen."""

    zegt: str
    wet: str
    artikel: str
    vaktaal: str | None = None


class Wegstap(Struct, frozen=True):
    naam: str
    uitleg: str
    regels: tuple[Regel, ...] = ()


class Weg(Struct, frozen=True):
    """De weg naar hulp volgens een wet: wie beslist, hoe lang het duurt, wat iemand mag en wat het kost."""

    id: str
    naam: str
    uitleg: str
    beslist: str
    wetten: tuple[str, ...] = ()
    functies: tuple[str, ...] = ()
    stappen: tuple[Wegstap, ...] = ()
    rechten: tuple[Regel, ...] = ()
    kosten: tuple[Regel, ...] = ()
    kosten_uitleg: str | None = None
    via_gemeente: bool = False
    zoekwoorden: tuple[str, ...] = ()

    @property
    def regels(self) -> tuple[Regel, ...]:
        """Alles wat deze weg uit een wet haalt."""
        return (*(r for s in self.stappen for r in s.regels), *self.rechten, *self.kosten)


class Grens(Struct, frozen=True):
    """Waar de ene wet ophoudt en de andere begint."""

    id: str
    naam: str
    uitleg: str
    regels: tuple[Regel, ...] = ()


class Wetnieuws(Struct, frozen=True):
    """Wat er aan een wet verandert of net veranderd is; `datum` is JJJJ, JJJJ-MM of JJJJ-MM-DD."""

    id: str
    naam: str
    stand: str
    uitleg: str
    bron: str
    adres: str
    gelezen: date
    datum: str | None = None


class Wetboek(Struct, frozen=True):
    """De wetten van nu, met wie ernaar keek."""

    uitleg: str
    let_op: str
    wetten: tuple[Wet, ...]
    wegen: tuple[Weg, ...] = ()
    grenzen: tuple[Grens, ...] = ()
    nieuws: tuple[Wetnieuws, ...] = ()

    @property
    def regels(self) -> tuple[Regel, ...]:
        """Elke regel uit een wet op deze site, een keer."""
        wegen = [r for weg in self.wegen for r in weg.regels]
        return tuple(dict.fromkeys((*wegen, *(r for grens in self.grenzen for r in grens.regels))))
