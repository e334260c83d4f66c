"""Werk verdelen over de kernen: kopieen van dit proces (fork) pakken om de beurt een taak, tot alles gedaan is.

Een kopie kent de catalogus al en stuurt alleen uitkomsten terug. Waar fork niet bestaat, of als er een tweede draad loopt,
doet dit proces alles zelf, bij duizenden pagina's met een nieuw proces erbij (elders.py); wat eruit komt is hetzelfde.
"""

import contextlib
import marshal
import os
import signal
import threading
import traceback
from collections.abc import Callable, Sequence
from tempfile import TemporaryFile
from typing import IO, Any

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
    with Ploeg() as ploeg:
        ploeg.begin(taken, kernen)
        return ploeg.maak_af()[0]


class Stapel:
    """Taken waar processen om de beurt een van pakken: in een pijp staat het nummer van elke taak die er nog ligt."""

    def __init__(self, taken: Sequence[Taak]):
        self.taken = taken
        self.beurten, schrijf = os.pipe()
        os.write(schrijf, b"".join(nummer.to_bytes(2, "big") for nummer in range(len(taken))))
        os.close(schrijf)

    def doe(self, tussendoor: Callable[[int], None] = lambda over: None) -> dict[int, Any]:
        """Doe taken tot er geen meer ligt; `tussendoor` hoort hoeveel er hoogstens nog liggen."""
        gedaan = {}
        while beurt := os.read(self.beurten, 2):
            nummer = int.from_bytes(beurt, "big")
            gedaan[nummer] = self.taken[nummer]()
            tussendoor(len(self.taken) - nummer - 1)
        return gedaan


class Ploeg:
    """Processen die samen stapels taken doen. Kopieen beginnen meteen; dit proces doet pas mee als het om de uitkomsten
    vraagt, en kan intussen uitzoeken wat er nog meer te doen is. Een kopie kent alleen de stapels die er lagen toen zij
    begon; is zij klaar, dan komt er voor een nieuwe stapel een ander. Bij het verlaten is elke kopie weg.
    """

    def __init__(self) -> None:
        self.stapels: list[Stapel] = []
        self.kopieen: list[Kopie] = []
        self.plaatsen = 0  # hoeveel kopieen er naast dit proces tegelijk mogen zijn

    def __enter__(self) -> "Ploeg":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        for stapel in self.stapels:
            os.close(stapel.beurten)
        for kopie in self.kopieen:
            kopie.stop()

    def begin(self, taken: Sequence[Taak], kernen: int) -> None:
        """Leg een stapel neer; met dit proces mee zijn er daarna hoogstens `kernen`."""
        self.stapels.append(Stapel(taken))
        self.plaatsen = kernen - 1 if kan_verdelen(kernen) else 0
        self.vul_aan(len(taken) - 1)

    def vul_aan(self, over: int) -> None:
        """Kopieen erbij voor de jongste stapel, waar hoogstens `over` taken van liggen."""
        bezig = sum(not kopie.is_klaar() for kopie in self.kopieen)
        op_de_hoogte = sum(kopie.kent == len(self.stapels) for kopie in self.kopieen)
        for _ in range(min(over, self.plaatsen - bezig, self.plaatsen - op_de_hoogte)):
            self.kopieen.append(Kopie(self.doe, len(self.stapels)))

    def doe(self, tussendoor: Callable[[int], None] = lambda over: None) -> list[dict[int, Any]]:
        """Doe mee tot er niets meer ligt, de jongste stapel eerst: die kennen de minste kopieen."""
        if not self.stapels:
            return []
        jongste = self.stapels[-1].doe(tussendoor)
        oudere = [stapel.doe() for stapel in reversed(self.stapels[:-1])]
        return [*reversed(oudere), jongste]

    def maak_af(self) -> list[list[Any]]:
        """De uitkomsten per stapel.

        Raises:
            SocialeKaartFout: als een kopie dat meldt, of als zij van buiten is gestopt.
        """
        gedaan = self.doe(self.vul_aan)
        for kopie in self.kopieen:
            for deel, meer in zip(gedaan, kopie.uitkomst(), strict=False):  # een oudere kopie kent minder stapels
                deel |= meer
        return [[deel[nummer] for nummer in range(len(deel))] for deel in gedaan]


class Kopie:
    """Een kopie van dit proces die meedoet. Haar uitkomst gaat in een naamloos bestand: door een pijp zou zij moeten wachten
    tot iemand leest, en al die tijd haar geheugen houden.
    """

    def __init__(self, doe: Taak, kent: int):
        self.kent, self.status = kent, 0
        self.uit = TemporaryFile()  # noqa: SIM115  `stop` sluit het
        self.nummer = os.fork()
        if self.nummer == 0:
            _werk_als_kopie(doe, self.uit)

    def is_klaar(self, wacht: bool = False) -> bool:
        if self.nummer:
            nummer, status = os.waitpid(self.nummer, 0 if wacht else os.WNOHANG)
            if nummer:
                self.nummer, self.status = 0, os.waitstatus_to_exitcode(status)
        return not self.nummer

    def uitkomst(self) -> Any:
        """Wat de kopie gaf; raist wat in de kopie misging."""
        self.is_klaar(wacht=True)
        self.uit.seek(0)
        ruw = self.uit.read()
        if self.status or not ruw:
            raise gestopt(f" (signaal of status {abs(self.status)})")
        goed, waarde = marshal.loads(ruw)
        if not goed:
            raise als_fout(waarde)
        return waarde

    def stop(self) -> None:
        """Ruim op; een kopie die nog bezig is, hoeft niet meer."""
        self.uit.close()
        if self.nummer:
            with contextlib.suppress(OSError):
                os.kill(self.nummer, signal.SIGKILL)
            os.waitpid(self.nummer, 0)


def _werk_als_kopie(doe: Taak, uit: IO[bytes]) -> None:
    """Wat een kopie doet; zij komt hier nooit uit, zodat niets twee keer wordt opgeruimd of afgedrukt."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # wie afbreekt, spreekt het eerste proces aan; dat stopt de rest
        try:
            waarde: tuple[bool, Any] = True, doe()
        except BaseException as fout:  # noqa: BLE001  het eerste proces vertelt het
            waarde = False, als_gegevens(fout)
        uit.write(marshal.dumps(waarde))
        uit.flush()
        status = 0
    finally:
        os._exit(status)


def gestopt(hoe: str) -> SocialeKaartFout:
    tekst = f"een van de processen is gestopt{hoe}."
    return SocialeKaartFout(tekst, "maak geheugen vrij, of probeer het met --kernen 1.", 1)


def als_gegevens(fout: BaseException) -> tuple:
    """Een fout als gewone gegevens, voor een ander proces."""
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
