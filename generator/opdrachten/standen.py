"""Wat de browsers bij `bekijk` nu moeten laten zien, en welke pagina er open is."""

import threading

WACHT = 20.0  # seconden dat een browser op nieuws wacht voor hij opnieuw vraagt


class Standen:
    """Een nummer dat opschuift bij elk nieuws; een pagina die al goed op het scherm staat, houdt haar oude nummer."""

    def __init__(self) -> None:
        self.nummer = 0
        self.open = ""  # de pagina die het laatst om nieuws vroeg
        self.vooraan: dict[str, bytes] = {}
        self.houdt: dict[str, str] = {}
        self._nieuws = threading.Condition()

    def van(self, pad: str) -> str:
        return self.houdt.get(pad, str(self.nummer))

    def wacht(self, pad: str, bekend: str) -> str:
        """De stand van een pagina, zodra zij anders is dan wat de browser kent."""
        self.open = pad
        with self._nieuws:
            self._nieuws.wait_for(lambda: self.van(pad) != bekend, WACHT)
        return self.van(pad)

    def toon_vooraan(self, pad: str, html: bytes) -> None:
        """Laat deze ene pagina vast zien; de rest volgt."""
        self._meld({pad: html}, {})

    def klaar(self, staat_er: dict[str, bytes]) -> None:
        """De bouw is af: wat vooraan stond en nu zo op de schijf staat, hoeft de browser niet nog eens te halen."""
        houdt = {pad: self.van(pad) for pad, html in self.vooraan.items() if staat_er.get(pad) == html}
        self._meld({}, houdt)

    def _meld(self, vooraan: dict[str, bytes], houdt: dict[str, str]) -> None:
        with self._nieuws:
            self.vooraan, self.houdt = vooraan, houdt
            self.nummer += 1
            self._nieuws.notify_all()
