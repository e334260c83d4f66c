"""De wissel: de nieuwe site komt in een keer op de plek van de oude, en er is nooit een moment zonder site.

Linux en macOS kunnen twee mappen met een aanroep omruilen. Waar dat niet kan, staat de oude site heel even onder een
andere naam; na een stroomstoring op dat moment zet elke opdracht haar terug. Opruimen raakt alleen wat ons merk draagt.
"""

import contextlib
import ctypes
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.meldingen import SocialeKaartFout

MERK = ".sociale-kaart"
MERKTEKST = "Gemaakt door Sociale Kaart. Deze map wordt bij elke bouw vervangen.\n"
_RUIL_LINUX, _RUIL_MAC, _HIER = 2, 2, -100  # RENAME_EXCHANGE, RENAME_SWAP, AT_FDCWD


def ruil(een: Path, ander: Path) -> bool:
    """Ruil twee mappen om in een aanroep; False als dit systeem of deze schijf dat niet kan."""
    namen = os.fsencode(een), os.fsencode(ander)
    try:
        if sys.platform == "linux":
            klaar = ctypes.CDLL(None, use_errno=True).renameat2(_HIER, namen[0], _HIER, namen[1], _RUIL_LINUX)
        elif sys.platform == "darwin":
            klaar = ctypes.CDLL(None, use_errno=True).renamex_np(*namen, _RUIL_MAC)
        else:
            return False
    except (AttributeError, OSError):  # een oude of andere bibliotheek
        return False
    return klaar == 0


def is_van_ons(map_: Path) -> bool:
    """Of een map ons merk draagt; een snelkoppeling is nooit van ons."""
    return not map_.is_symlink() and os.path.isfile(map_ / MERK) and not (map_ / MERK).is_symlink()


def oude_plek(uit: Path) -> Path:
    return uit.parent / f".{uit.name}-oud"


def wissel(werk: Path, uit: Path) -> None:
    """Zet de nieuwe site op haar plaats; mislukt dat, dan staat de oude er weer. In `werk` blijft de oude achter."""
    werk.chmod(0o755)
    if not uit.exists():
        os.rename(werk, uit)
    elif not ruil(werk, uit):
        _wissel_in_stappen(werk, uit)


def _wissel_in_stappen(werk: Path, uit: Path) -> None:
    oud = oude_plek(uit)
    if oud.exists() or oud.is_symlink():
        raise SocialeKaartFout(
            f"'{oud}' staat in de weg en is niet van de sociale kaart.", "geef die map een andere naam.", 1
        )
    os.replace(uit, oud)
    try:
        os.replace(werk, uit)
    except OSError:
        os.replace(oud, uit)
        raise
    ruim_map_op(oud)


def herstel(uit: Path) -> None:
    """Zet een site terug die een afgebroken wissel onder een andere naam liet staan."""
    with contextlib.suppress(OSError):
        if not os.path.lexists(uit) and is_van_ons(oude_plek(uit)):
            os.rename(oude_plek(uit), uit)


def maak_werkmap(uit: Path) -> Path:
    """Een lege map naast het doel met ons merk erin; van daar is de site met een wissel op haar plek."""
    try:
        werk = uit.parent / f".{uit.name}-bouw-{os.urandom(8).hex()}"
        werk.mkdir(mode=0o700)
        (werk / MERK).write_text(MERKTEKST, encoding="utf-8")
        return werk
    except OSError as fout:
        raise SocialeKaartFout(
            f"in '{uit.parent}' kan niet geschreven worden: {fout.strerror}.",
            "controleer uw rechten, of kies met --uit een andere map.",
            1,
        ) from fout


def ruim_map_op(map_: Path) -> None:
    """Haal een map van ons weg, het merk als laatste: wie halverwege stopt, herkent haar een volgende keer nog."""
    if not is_van_ons(map_):
        with contextlib.suppress(OSError):
            map_.rmdir()  # alleen als er niets in staat: gestopt voor het merk er was
        return
    for naam in os.listdir(map_):
        deel = map_ / naam
        if naam != MERK:
            with contextlib.suppress(OSError):
                shutil.rmtree(deel) if deel.is_dir() and not deel.is_symlink() else deel.unlink()
    shutil.rmtree(map_, ignore_errors=True)


def ruim_op(uit: Path) -> None:
    """Resten van een afgebroken bouw: een half gewisselde site komt terug, tijdelijke mappen van ons gaan weg."""
    herstel(uit)
    if is_van_ons(oude_plek(uit)):
        ruim_map_op(oude_plek(uit))
    patroon = re.compile(rf"\.{re.escape(uit.name)}-bouw-[0-9a-f]{{16}}")
    with contextlib.suppress(OSError):
        for naam in os.listdir(uit.parent):
            if patroon.fullmatch(naam) and not (uit.parent / naam).is_symlink():
                ruim_map_op(uit.parent / naam)


@contextlib.contextmanager
def slot(uit: Path) -> Iterator[None]:
    """Een bouw tegelijk per doelmap. Het slot ligt naast het doel en is van het besturingssysteem: sterft het proces,
    dan is het los.
    """
    plek = uit.resolve().parent / f".{uit.name}-slot"
    nieuw = maak_mappen(plek.parent)
    try:
        nummer = _grendel(plek)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                plek.unlink()  # eerst weg en dan los: wie wachtte, ziet dat zijn bestand niet meer bestaat
            os.close(nummer)
    finally:
        for map_ in nieuw:
            with contextlib.suppress(OSError):
                map_.rmdir()  # alleen als er niets in kwam


def maak_mappen(map_: Path) -> list[Path]:
    """Maak een map met wat erboven ontbreekt; geeft wat er nieuw is, het diepste eerst."""
    nieuw = [m for m in (map_, *map_.parents) if not os.path.lexists(m)]
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise SocialeKaartFout(
            f"de map '{map_}' kan niet worden gemaakt: {fout.strerror}.", "kies met --uit een andere map.", 1
        ) from fout
    return nieuw


def _grendel(plek: Path) -> int:
    """Het open bestand met het slot erop; een fout als een ander het heeft, of als er iets anders ligt."""
    while True:
        try:
            vlaggen = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            nummer = os.open(plek, vlaggen | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as fout:
            raise SocialeKaartFout(
                f"het slot '{plek}' is niet te maken: {fout.strerror}.",
                "haal weg wat daar staat als het van niemand is, of kies met --uit een andere map.",
                1,
            ) from fout
        stand = os.fstat(nummer)
        if not stat.S_ISREG(stand.st_mode) or stand.st_size or stand.st_nlink > 1:
            os.close(nummer)
            raise SocialeKaartFout(
                f"'{plek}' is niet van de sociale kaart.", "geef dat bestand een andere naam.", 1
            ) from None
        if not _neem_slot(nummer):
            os.close(nummer)
            raise SocialeKaartFout(
                "er loopt al een bouw naar deze map.", "wacht tot die klaar is en probeer het opnieuw.", 1
            ) from None
        with contextlib.suppress(OSError):
            if os.stat(plek).st_ino == os.fstat(nummer).st_ino:
                return nummer
        os.close(nummer)


def _neem_slot(nummer: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def vaste_rechten() -> Iterator[None]:
    """Wat hierbinnen geschreven wordt kan iedereen lezen, wat de gebruiker ook heeft ingesteld: het is een openbare site."""
    oud = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(oud)
