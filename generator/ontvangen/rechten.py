"""De dienst heeft geen recht dat zij niet nodig heeft: zij is wie de rij bezit, en wat zij schrijft leest niemand anders."""

import contextlib
import ctypes
import os
import sys
from pathlib import Path

_GEEN_NIEUWE_RECHTEN = 38  # PR_SET_NO_NEW_PRIVS


def geef_rechten_op(rij: Path) -> str:
    """Leg af wat niet nodig is, voor altijd. Geeft een zin als de dienst toch beheerder blijft, anders niets."""
    os.umask(0o077)
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(_GEEN_NIEUWE_RECHTEN, 1, 0, 0, 0)
    _geen_afdruk_van_het_geheugen()
    return _word_eigenaar(rij) if hasattr(os, "geteuid") and os.geteuid() == 0 else ""


def _geen_afdruk_van_het_geheugen() -> None:
    """Bij een storing komt er geen bestand met mailadressen op de schijf."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _word_eigenaar(rij: Path) -> str:
    stand = rij.stat()
    if stand.st_uid == 0:
        return f"De dienst draait als beheerder. Geef '{rij}' een eigen gebruiker; dan neemt zij die rechten aan."
    os.setgroups([])
    os.setgid(stand.st_gid)
    os.setuid(stand.st_uid)
    return ""
