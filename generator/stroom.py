"""De uitvoer van een opdracht: een dichte pijp of een volle schijf mag het werk niet stoppen en de status niet veranderen."""

import io
import os
import sys


class Stroom(io.TextIOWrapper):
    """Een stroom die na een schrijffout zwijgt; `fout` is de eerste fout, en een gesloten pijp is er geen."""

    fout: OSError | None = None

    def write(self, tekst: str) -> int:
        try:
            return super().write(tekst)
        except (OSError, ValueError) as fout:
            return self._geef_op(fout, len(tekst))

    def flush(self) -> None:
        try:
            super().flush()
        except (OSError, ValueError) as fout:
            self._geef_op(fout, 0)

    def _geef_op(self, fout: OSError | ValueError, aantal: int) -> int:
        """Wat nog in de buffer staat en wat nog komt, gaat nergens heen."""
        if isinstance(fout, OSError) and not isinstance(fout, BrokenPipeError):
            self.fout = self.fout or fout
        niets = os.open(os.devnull, os.O_WRONLY)
        os.dup2(niets, self.fileno())
        os.close(niets)
        return aantal


def sluit_gaten() -> None:
    """Een gesloten invoer of uitvoer wordt het niets; anders krijgt een bestand haar nummer, en komt de uitvoer daarin."""
    while (nummer := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(nummer)


def maak_taai(stroom: object) -> Stroom:
    """De stroom zoals een opdracht haar gebruikt. Een terminal die geen UTF-8 kan, krijgt vervangtekens."""
    if not isinstance(stroom, io.TextIOWrapper):
        return Stroom(open(os.devnull, "wb"), encoding="utf-8", errors="backslashreplace")
    return Stroom(
        stroom.detach(), encoding=stroom.encoding, errors="backslashreplace", line_buffering=stroom.line_buffering
    )


def einde(status: int) -> int:
    """De status nadat alles weg is: wie de uitvoer bewaart, moet weten dat zij niet heel is."""
    for stroom in (sys.stdout, sys.stderr):
        stroom.flush()
    if (fout := getattr(sys.stdout, "fout", None)) is None:
        return status
    print(
        f"De uitvoer is niet heel: {fout.strerror}.\n  Zo lost u het op: maak ruimte, of stuur de uitvoer ergens anders heen.",
        file=sys.stderr,
    )
    sys.stderr.flush()
    return status or 1
