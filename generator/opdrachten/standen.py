"""Wat de browsers bij `bekijk` nu moeten laten zien, en welke pagina er open is."""

import threading

WACHT = 20.0  # seconden dat een browser op nieuws wacht voor hij opnieuw vraagt
VOORRANG = 0.8  # seconden die een browser hoogstens krijgt om de vernieuwde pagina te halen voor de bouw begint


class Standen:
    """Een nummer dat opschuift bij elk nieuws; een pagina die al goed op het scherm staat, houdt haar oude nummer."""

    def __init__(self) -> None:
        self.nummer = 0
        self.open = ""  # de pagina die het laatst om nieuws vroeg
        self.vooraan: dict[str, bytes] = {}
        self.houdt: dict[str, str] = {}
        self.wachters = 0
        self.terug = threading.Event()  # de vernieuwde pagina staat op het scherm en vraagt weer om nieuws
        self._nieuws = threading.Condition()

    def van(self, pad: str) -> str:
        return self.houdt.get(pad, str(self.nummer))

    def wacht(self, pad: str, bekend: str, vers: bool = False) -> str:
        """De stand van een pagina, zodra zij anders is dan wat de browser kent; `vers` is een pagina die net geladen is."""
        self.open = pad
        if vers:
            self.terug.set()
        with self._nieuws:
            self.wachters += 1
            self._nieuws.wait_for(lambda: self.van(pad) != bekend, WACHT)
            self.wachters -= 1
        return self.van(pad)

    def toon_vooraan(self, pad: str, html: bytes) -> None:
        """Laat deze ene pagina vast zien, en geef een browser die erop wacht de tijd om haar te halen; de rest volgt."""
        self.terug.clear()
        kijkers = self.wachters
        self._meld({pad: html}, {})
        if kijkers:
            self.terug.wait(VOORRANG)

    def klaar(self, staat_er: dict[str, bytes]) -> None:
        """De bouw is af: wat vooraan stond en nu zo op de schijf staat, hoeft de browser niet nog eens te halen."""
        houdt = {pad: self.van(pad) for pad, html in self.vooraan.items() if staat_er.get(pad) == html}
        self._meld({}, houdt)

    def _meld(self, vooraan: dict[str, bytes], houdt: dict[str, str]) -> None:
        with self._nieuws:
            self.vooraan, self.houdt = vooraan, houdt
            self.nummer += 1
            self._nieuws.notify_all()
