"""Werk verdelen over de kernen: kopieen van dit proces (fork) pakken om de beurt een taak, tot alles gedaan is.

Een kopie kent de catalogus al en stuurt alleen uitkomsten terug. Waar fork niet bestaat, of als er een tweede draad loopt,
doet dit proces alles zelf; wat eruit komt is hetzelfde.
"""

import contextlib
import marshal
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.meldingen import SocialeKaartFout

MEESTE = 64
Taak = Callable[[], Any]


def aantal_kernen() -> int:
    """Hoeveel kernen dit proces mag gebruiken."""
    try:
        return min(MEESTE, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS en Windows
        return min(MEESTE, os.cpu_count() or 1)


def kan_verdelen(kernen: int) -> bool:
    """Of er kopieen te maken zijn; naast een tweede draad kan een kopie blijven hangen op een slot van die draad."""
    return kernen > 1 and hasattr(os, "fork") and threading.active_count() == 1


def verdeel(taken: Sequence[Taak], kernen: int) -> list[Any]:
    """De uitkomst van elke taak, op volgorde; een uitkomst bestaat uit tekst, getallen, rijen en verzamelingen.

    Raises:
        SocialeKaartFout: als een kopie dat meldt, of als zij van buiten is gestopt.
    """
    with Verdeling(taken, kernen) as verdeling:
        return verdeling.uitkomsten()


class Verdeling:
    """Taken waar kopieen van dit proces meteen aan beginnen; dit proces doet mee zodra het om de uitkomsten vraagt."""

    def __init__(self, taken: Sequence[Taak], kernen: int):
        self.taken, self.kopieen = taken, list[Kopie]()
        meer = min(kernen, len(taken)) - 1 if kan_verdelen(kernen) else 0
        self.beurten = leg_beurten_klaar(len(taken)) if meer > 0 else None
        if self.beurten is not None:
            self.begin(meer, self.beurten)

    def begin(self, meer: int, beurten: int) -> None:
        try:
            for _ in range(meer):
                self.kopieen.append(Kopie(self.taken, beurten))
        except BaseException:
            self.stop()
            raise

    def uitkomsten(self) -> list[Any]:
        """De uitkomst van elke taak, op volgorde."""
        if self.beurten is None:
            return [taak() for taak in self.taken]
        gedaan = dict(doe_mee(self.taken, self.beurten))
        for kopie in self.kopieen:
            gedaan |= kopie.uitkomst()
        return [gedaan[nummer] for nummer in range(len(self.taken))]

    def stop(self) -> None:
        if self.beurten is not None:
            os.close(self.beurten)
        for kopie in self.kopieen:
            kopie.stop()

    def __enter__(self) -> "Verdeling":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def leg_beurten_klaar(aantal: int) -> int:
    """Een pijp met het nummer van elke taak: wie eruit leest, heeft die taak."""
    lees, schrijf = os.pipe()
    os.write(schrijf, b"".join(nummer.to_bytes(2, "big") for nummer in range(aantal)))
    os.close(schrijf)
    return lees


def doe_mee(taken: Sequence[Taak], beurten: int) -> Iterator[tuple[int, Any]]:
    """Doe taken tot er geen meer ligt."""
    while beurt := os.read(beurten, 2):
        nummer = int.from_bytes(beurt, "big")
        yield nummer, taken[nummer]()


class Kopie:
    """Een kopie van dit proces die meedoet."""

    def __init__(self, taken: Sequence[Taak], beurten: int):
        self.lees, schrijf = os.pipe()
        self.nummer = os.fork()
        if self.nummer == 0:
            _werk_als_kopie(taken, beurten, schrijf)
        os.close(schrijf)

    def uitkomst(self) -> dict[int, Any]:
        """Wat de kopie deed; raist wat in de kopie misging."""
        with open(self.lees, "rb", closefd=False) as stroom:
            ruw = stroom.read()
        nummer, self.nummer = self.nummer, 0
        status = os.waitstatus_to_exitcode(os.waitpid(nummer, 0)[1])
        if status or not ruw:
            raise SocialeKaartFout(
                f"een van de processen is gestopt (signaal of status {abs(status)}).",
                "maak geheugen vrij, of probeer het met --kernen 1.",
                1,
            )
        goed, waarde = marshal.loads(ruw)
        if not goed:
            raise als_fout(waarde)
        return waarde

    def stop(self) -> None:
        """Ruim op; een kopie die nog bezig is, hoeft niet meer."""
        os.close(self.lees)
        if self.nummer:
            with contextlib.suppress(OSError):
                os.kill(self.nummer, signal.SIGKILL)
            os.waitpid(self.nummer, 0)


def _werk_als_kopie(taken: Sequence[Taak], beurten: int, schrijf: int) -> None:
    """Wat een kopie doet; zij komt hier nooit uit, zodat niets twee keer wordt opgeruimd of afgedrukt."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # wie afbreekt, spreekt het eerste proces aan; dat stopt de rest
        try:
            waarde: tuple[bool, Any] = True, dict(doe_mee(taken, beurten))
        except BaseException as fout:  # noqa: BLE001  het eerste proces vertelt het
            waarde = False, als_gegevens(fout)
        with open(schrijf, "wb") as stroom:
            stroom.write(marshal.dumps(waarde))
        status = 0
    finally:
        os._exit(status)


def als_gegevens(fout: BaseException) -> tuple:
    """Een fout als gewone gegevens, om door een pijp te sturen."""
    if isinstance(fout, SocialeKaartFout):
        return "bekend", str(fout), fout.oplossing, fout.status
    if isinstance(fout, OSError) and fout.errno is not None:
        return "schijf", fout.errno, fout.strerror or "", os.fsdecode(fout.filename) if fout.filename else None
    return "programma", "".join(traceback.format_exception(fout)), type(fout).__name__, str(fout)


def als_fout(gegevens: tuple) -> Exception:
    """De fout uit een kopie, zoals zij in dit proces geweest zou zijn."""
    soort, *delen = gegevens
    if soort == "bekend":
        return SocialeKaartFout(*delen)
    if soort == "schijf":
        return OSError(*delen)
    fout = RuntimeError(f"{delen[1]}: {delen[2]}")
    fout.add_note(delen[0])
    return fout
