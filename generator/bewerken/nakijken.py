"""Een wijziging eerst nakijken op een kopie van de map, met de eigen controle; de map zelf blijft hoe zij was."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.catalogus import lees_catalogus
from generator.lezen.lagen import lagen_van
from generator.meldingen import Melding, Verslag
from generator.model import Catalogus
from generator.voorraad import Voorraad

MAPPEN = ("sociale_kaart", "inhoud", "gebieden")


@contextmanager
def kopie(map_: Path, bestanden: dict[str, bytes]) -> Iterator[Path]:
    """Een tijdelijke kopie van de inhoud, met andere of nieuwe bestanden erin."""
    # Een set van elders staat vaak naast de map: dan moet de kopie ook daar staan.
    naast = map_.resolve().parent if (map_ / "sets.yaml").exists() else None
    mappen = {*MAPPEN, *(laag.basis.split("/")[0] for laag in lagen_van(map_).sets)}
    with tempfile.TemporaryDirectory(prefix=".nakijken-", dir=naast) as plek:
        doel = Path(plek)
        for deel in sorted(os.scandir(map_), key=lambda e: e.name):
            if deel.name in mappen and deel.is_dir() and not deel.is_symlink():
                shutil.copytree(deel.path, doel / deel.name, symlinks=True, copy_function=_neem_over)
            elif deel.is_file(follow_symlinks=False) and deel.name.endswith((".yml", ".yaml", ".csv")):
                _neem_over(deel.path, doel / deel.name)
        for pad, ruw in bestanden.items():
            (doel / pad).unlink(missing_ok=True)
            (doel / pad).parent.mkdir(parents=True, exist_ok=True)
            (doel / pad).write_bytes(ruw)
        yield doel


def _neem_over(bron: str, doel: str | Path) -> None:
    """Een tweede naam voor hetzelfde bestand als dat kan, anders een kopie."""
    try:
        os.link(bron, doel, follow_symlinks=False)
    except (OSError, NotImplementedError):  # een andere schijf, of Windows
        shutil.copyfile(bron, doel, follow_symlinks=False)


def kijk_na(
    map_: Path, peildatum: date, bestanden: dict[str, bytes] | None = None, voorraad: Voorraad | None = None
) -> Verslag:
    """Het verslag van de controle, met andere bestanden als die gegeven zijn."""
    return lees_na(map_, peildatum, bestanden, voorraad)[1]


def lees_na(
    map_: Path, peildatum: date, bestanden: dict[str, bytes] | None = None, voorraad: Voorraad | None = None
) -> tuple[Catalogus | None, Verslag]:
    """Als `kijk_na`, met de catalogus erbij; None als er een fout is."""
    verslag, voorraad = Verslag(), voorraad or Voorraad(map_)
    if not bestanden:
        return lees_catalogus(map_, verslag, peildatum, voorraad, leeg_toegestaan=True), verslag
    with kopie(map_, bestanden) as plek:
        return lees_catalogus(plek, verslag, peildatum, voorraad, leeg_toegestaan=True), verslag


def nieuwe_meldingen(voor: Verslag, na: Verslag) -> list[Melding]:
    """Wat er door een wijziging bij kwam; een melding die alleen van regel verschoof niet."""
    oud = Counter((m.pad, m.code, m.tekst) for m in voor.meldingen_ruw)
    uit = []
    for melding in na.meldingen:
        sleutel = (melding.pad, melding.code, melding.tekst)
        if oud[sleutel]:
            oud[sleutel] -= 1
        else:
            uit.append(melding)
    return uit
