"""Het model van de wegwijzer: levensgebied, situatie, om wie het gaat, en welke functies dan helpen."""

from msgspec import Struct


class Keuze(Struct, frozen=True):
    """Een antwoord op de vraag bij een situatie; `functies` staan in de volgorde waarin zij het best passen."""

    id: str
    naam: str
    functies: tuple[str, ...]
    uitleg: str | None = None


class Situatie(Struct, frozen=True):
    """Wat er aan de hand is. Zij leidt meteen naar `functies`, of eerst via `vraag` naar een van de `keuzes`."""

    thema: str
    id: str
    naam: str
    functies: tuple[str, ...] = ()
    uitleg: str | None = None
    vraag: str | None = None
    keuzes: tuple[Keuze, ...] = ()


class Wegwijzerthema(Struct, frozen=True):
    """Een levensgebied in de wegwijzer en de vraag die erbij hoort; `thema` is een id uit themas.yaml."""

    thema: str
    vraag: str


class Wegwijzer(Struct, frozen=True):
    """De hele boom. `samen` zijn de functies die voor meer mensen tegelijk geregeld zijn (collectief)."""

    themas: tuple[Wegwijzerthema, ...]
    situaties: tuple[Situatie, ...]
    samen: tuple[str, ...] = ()

    def bij(self, thema: str) -> tuple[Situatie, ...]:
        """De situaties van een levensgebied, in de volgorde van het bestand."""
        return tuple(s for s in self.situaties if s.thema == thema)
