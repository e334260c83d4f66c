"""Een bestand lezen om het te wijzigen, en het in een keer wegschrijven: heel of niet."""

import os
import tempfile
from pathlib import Path

from generator.bewerken.stukken import KanNiet
from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.meldingen import FOUT, Verslag

BOM = b"\xef\xbb\xbf"


def lees_voor_wijziging(map_: Path, pad: str) -> tuple[bytes, str]:
    """Het merkteken aan het begin (of niets) en de tekst met haar eigen regeleinden. Raist KanNiet."""
    if zijweg := _snelkoppeling(map_, pad):
        raise KanNiet(f"{zijweg} is een snelkoppeling")
    verslag = Verslag()
    ruw = lees_bytes(map_ / pad, pad, verslag)
    tekst = None if ruw is None else ontcijfer(ruw, pad, verslag)
    if ruw is None or tekst is None or not controleer_tekens(tekst, pad, verslag):
        raise KanNiet(f"{pad}: {next(m.tekst for m in verslag.meldingen if m.soort == FOUT)}")
    merk = BOM if ruw.startswith(BOM) else b""
    return merk, ruw[len(merk) :].decode("utf-8")


def _snelkoppeling(map_: Path, pad: str) -> str:
    """Het deel van het pad onder de map dat een snelkoppeling is, of leeg."""
    plek = map_
    for deel in Path(pad).parts:
        plek /= deel
        if plek.is_symlink():
            return plek.relative_to(map_).as_posix()
    return ""


def schrijf_heel(map_: Path, pad: str, ruw: bytes) -> None:
    """Zet het bestand er in een keer neer, met de rechten van het oude. Raist KanNiet als de schijf niet wil."""
    doel = map_ / pad
    if zijweg := _snelkoppeling(map_, pad):
        raise KanNiet(f"{zijweg} is een snelkoppeling")
    naam = None
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        rechten = doel.stat().st_mode & 0o777 if doel.exists() else 0o666 & ~_umask()
        with tempfile.NamedTemporaryFile(dir=doel.parent, prefix=".#", delete=False) as stroom:
            naam = stroom.name
            stroom.write(ruw)
        os.chmod(naam, rechten)
        os.replace(naam, doel)
    except OSError as fout:
        if naam:
            Path(naam).unlink(missing_ok=True)
        raise KanNiet(f"{pad} is niet te schrijven ({fout.strerror})") from fout


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker
