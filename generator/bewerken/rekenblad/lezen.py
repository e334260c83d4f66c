"""Een rekenblad lezen: csv, xlsx, xls en ods als rijen met cellen. Een formule is wat iemand ziet; achter een link zit haar adres."""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from generator.bewerken.rekenblad.koppen import beste_kop
from generator.bewerken.rekenblad.links import zet_links
from generator.meldingen import SocialeKaartFout

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Cel = object
MEESTE_BYTES, MEESTE_RIJEN, MEESTE_KOLOMMEN = 50_000_000, 100_000, 2_000
BLADEN = {".xlsx", ".xlsm", ".xls", ".ods"}
_SCHEIDING = ";,\t|"


def lees_tabel(bestand: Path, blad: str = "") -> list[list[Cel]]:
    """De rijen van een tabel, met lege tekst waar niets staat. Raist SocialeKaartFout als zij niet te lezen is."""
    if not bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{bestand}' is er niet.", "controleer de naam en de map.")
    ruw = bestand.read_bytes()[: MEESTE_BYTES + 1]
    if len(ruw) > MEESTE_BYTES:
        raise SocialeKaartFout(
            f"'{bestand.name}' is groter dan {MEESTE_BYTES // 1_000_000} MB.",
            "verdeel de tabel over meer bestanden.",
            1,
        )
    rijen = _lees_blad(bestand, ruw, blad) if bestand.suffix.lower() in BLADEN else lees_csv(ruw, bestand.name)
    while rijen and all(cel in ("", None) for cel in rijen[-1]):
        rijen.pop()
    if len(rijen) > MEESTE_RIJEN or max(map(len, rijen), default=0) > MEESTE_KOLOMMEN:
        raise SocialeKaartFout(
            f"'{bestand.name}' heeft meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen.",
            "verdeel de tabel over meer bestanden.",
            1,
        )
    return rijen


def _lees_blad(bestand: Path, ruw: bytes, naam: str) -> list[list[Cel]]:
    """Het gevraagde blad, of het eerste met de meeste koppen; een samengevoegde cel geldt voor alle cellen waar zij over
    ligt.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        boek = CalamineWorkbook.from_filelike(io.BytesIO(ruw))
        if naam and naam not in boek.sheet_names:
            raise SocialeKaartFout(
                f"in '{bestand.name}' staat geen blad '{naam}'.", f"kies uit: {', '.join(boek.sheet_names)}."
            )
        bladen = [boek.get_sheet_by_name(n) for n in ([naam] if naam else boek.sheet_names)]
        gelezen = [(blad, _cellen(blad)) for blad in bladen]
        if vol := [deel for deel in gelezen if any(cel != "" for rij in deel[1] for cel in rij)]:
            blad, rijen = max(vol, key=lambda deel: beste_kop(deel[1], {})[1])
            zet_links(ruw, blad.name, rijen)
            return _vul_samengevoegd(rijen, getattr(blad, "merged_cell_ranges", None) or [])
    except (CalamineError, BadZipFile, OSError, ValueError, KeyError) as fout:
        raise SocialeKaartFout(
            f"'{bestand.name}' is niet te lezen als rekenblad ({type(fout).__name__}).",
            "open het in een rekenprogramma en bewaar het opnieuw als xlsx of csv.",
            1,
        ) from fout
    return []


def _cellen(blad: "CalamineSheet") -> list[list[Cel]]:
    return [list(rij) for rij in blad.to_python(skip_empty_area=False)]


def _vul_samengevoegd(rijen: list[list[Cel]], vakken: list) -> list[list[Cel]]:
    for (boven, links), (onder, rechts) in vakken:
        waarde = rijen[boven][links] if boven < len(rijen) and links < len(rijen[boven]) else ""
        for rij in rijen[boven : onder + 1]:
            for kolom in range(links, min(rechts + 1, len(rij))):
                rij[kolom] = waarde
    return rijen


def ontcijfer_csv(ruw: bytes) -> str:
    """De tekst, ook uit Excel van vroeger (Windows-1252) of met UTF-16."""
    if ruw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ruw.decode("utf-16", errors="replace")
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ruw.decode("cp1252", errors="replace")


def lees_csv(ruw: bytes, naam: str) -> list[list[Cel]]:
    tekst = ontcijfer_csv(ruw)
    if vondst := re.match(r"sep=(.)\r?\n", tekst):  # zo zegt Excel zelf welk teken het is
        tekst, teken = tekst[vondst.end() :], vondst[1]
    else:
        teken = vind_scheiding(tekst)
    csv.field_size_limit(1_000_000)
    try:
        return [list(rij) for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)]
    except csv.Error as fout:
        raise SocialeKaartFout(
            f"'{naam}' is niet te lezen als csv ({fout}).", "bewaar de tabel opnieuw als csv of xlsx.", 1
        ) from fout


def vind_scheiding(tekst: str) -> str:
    """Het teken dat de regels het vaakst in evenveel cellen verdeelt."""
    begin = tekst[:200_000]
    beste, punten = ",", 0.0
    for teken in _SCHEIDING:
        try:
            breedtes = Counter(
                len(rij)
                for rij, _ in zip(
                    csv.reader(io.StringIO(begin, newline=""), delimiter=teken), range(200), strict=False
                )
                if rij
            )
        except csv.Error:
            continue
        breedte, keer = max(breedtes.items(), key=lambda paar: (paar[1] * (paar[0] > 1), paar[0]), default=(1, 0))
        score = (keer / max(1, sum(breedtes.values())) + breedte / 10_000) * (breedte > 1)
        if score > punten:
            beste, punten = teken, score
    return beste
