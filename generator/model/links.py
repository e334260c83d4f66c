"""Wat `links` de laatste keer van een webadres of maildomein vond; het staat in links.json."""

from datetime import date

from msgspec import Struct


class Linkstand(Struct, frozen=True):
    """De uitkomst, de dag, hoe vaak achter elkaar het misging, en waar een adres heen is verhuisd.

    `uitkomst` is goed, verhuisd, leeg (een pagina die zegt dat er niets is), te_koop, weg, geen_mail of onbekend.
    """

    uitkomst: str
    op: date
    mis: int = 0
    naar: str = ""
    reden: str = ""

    @property
    def telt(self) -> bool:
        """Pas na twee keer is iets mis: een storing duurt geen week."""
        return self.uitkomst == "verhuisd" or self.uitkomst not in ("goed", "onbekend") and self.mis >= 2
