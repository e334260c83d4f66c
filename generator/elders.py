"""Werk verdelen waar fork niet kan (Windows, of naast een tweede draad): een nieuw proces dat alles nog moet horen.

Dat kost een start van Python en een kopie van de catalogus, dus het loont pas bij duizenden pagina's.
"""

import gc
import signal
from collections.abc import Callable, Sequence
from typing import Any

from generator.kernen import als_fout, als_gegevens, gestopt

_doe: Callable[..., Any]  # in een nieuw proces: wat een taak doet


class Elders:
    """Dezelfde taken als hier, in nieuwe processen.

    Args:
        maak: een functie op het hoogste niveau; met `gegevens` geeft zij in het nieuwe proces de functie die een taak doet.
        gegevens: wat met pickle over te brengen is.
        taken: per taak wat die functie krijgt.
        kernen: hoeveel nieuwe processen.
    """

    def __init__(self, maak: Callable[..., Any], gegevens: tuple, taken: Sequence[tuple], kernen: int):
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        self.processen = ProcessPoolExecutor(kernen, get_context("spawn"), _begin, (maak, gegevens))
        self.taken = [self.processen.submit(_doe_taak, taak) for taak in taken]

    def __enter__(self) -> "Elders":
        return self

    def __exit__(self, *_: object) -> None:
        self.processen.shutdown(cancel_futures=True)

    def maak_af(self, hier: Callable[..., Any], taken: Sequence[tuple]) -> list[Any]:
        """De uitkomst van elke taak; wat nog niemand begon, doet dit proces zelf, van achteren.

        Raises:
            SocialeKaartFout: als een proces dat meldt, of als het van buiten is gestopt.
        """
        nummers = reversed(range(len(taken)))
        zelf = {nummer: hier(*taken[nummer]) for nummer in nummers if self.taken[nummer].cancel()}
        return [zelf[nummer] if nummer in zelf else self.uitkomst(nummer) for nummer in range(len(taken))]

    def uitkomst(self, nummer: int) -> Any:
        from concurrent.futures.process import BrokenProcessPool

        try:
            goed, waarde = self.taken[nummer].result()
        except BrokenProcessPool as fout:
            raise gestopt("") from fout
        if not goed:
            raise als_fout(waarde)
        return waarde


def _begin(maak: Callable[..., Any], gegevens: tuple) -> None:
    global _doe
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # wie afbreekt, spreekt het eerste proces aan
    gc.disable()
    _doe = maak(*gegevens)


def _doe_taak(taak: tuple) -> tuple[bool, Any]:
    try:
        return True, _doe(*taak)
    except BaseException as fout:  # noqa: BLE001  het eerste proces vertelt het
        return False, als_gegevens(fout)
