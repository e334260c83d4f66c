"""Een tabel wegschrijven als csv, xlsx of ods: alles is tekst, met een tweede blad dat elke kolom uitlegt."""

import csv
import io
import re
import zipfile
from pathlib import Path

from msgspec import Struct, field

from generator.cellen import geen_formule
from generator.meldingen import SocialeKaartFout

_OVER, _MOMENT = "docProps/core.xml", re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class Tabel(Struct):
    """Een blad met ingangen: koppen, rijen, uitleg per kolom en per kolom de keuzes. De eerste `vast` kolommen zijn op
    slot.
    """

    koppen: list[str]
    rijen: list[list[str]]
    uitleg: list[list[str]] = field(default_factory=list)
    keuzes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    vast: int = 1
    naam: str = "Ingangen"


def schrijf_tabel(tabel: Tabel, bestand: Path) -> None:
    """Schrijf naar de soort van de bestandsnaam. Raist SocialeKaartFout bij een andere soort of een volle schijf."""
    from generator.bewerken.rekenblad.ods import als_ods

    maken = {".csv": als_csv, ".xlsx": als_xlsx, ".ods": als_ods}.get(bestand.suffix.lower())
    if maken is None:
        raise SocialeKaartFout(
            f"'{bestand.name}' is geen soort tabel die we maken.", "kies een naam die eindigt op .csv, .xlsx of .ods."
        )
    try:
        bestand.write_bytes(maken(tabel))
    except OSError as fout:
        raise SocialeKaartFout(
            f"'{bestand}' is niet te schrijven ({fout.strerror}).",
            "controleer de map en sluit het bestand in andere programma's.",
        ) from fout


def als_csv(tabel: Tabel) -> bytes:
    """Met puntkomma en BOM, zoals een Nederlands rekenblad het opent; wat een formule lijkt krijgt een apostrof."""
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    schrijver.writerow(tabel.koppen)
    schrijver.writerows(map(geen_formule, rij) for rij in tabel.rijen)
    return b"\xef\xbb\xbf" + stroom.getvalue().encode()


def als_xlsx(tabel: Tabel) -> bytes:
    from openpyxl import Workbook

    boek = Workbook(write_only=True)
    _xlsx_blad(boek.create_sheet(tabel.naam), tabel)
    if tabel.uitleg:
        uitleg = boek.create_sheet("Uitleg")
        for kolom, breedte in zip("ABCDE", (34, 70, 12, 60, 40), strict=True):
            uitleg.column_dimensions[kolom].width = breedte
        for rij in tabel.uitleg:
            uitleg.append(rij)
    if tabel.keuzes:
        _xlsx_keuzes(boek.create_sheet("Keuzes"), tabel)
    stroom = io.BytesIO()
    boek.save(stroom)
    return _zonder_tijd(stroom.getvalue())


def _zonder_tijd(ruw: bytes) -> bytes:
    """Dezelfde delen zonder het moment van opslaan: dezelfde tabel geeft dezelfde bytes."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ruw)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            deel = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", oud.read(naam)) if naam == _OVER else oud.read(naam)
            nieuw.writestr(zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0)), deel, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def _xlsx_blad(blad, tabel: Tabel) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, Protection
    from openpyxl.utils import get_column_letter

    blad.freeze_panes = "C2"
    for nummer, kop in enumerate(tabel.koppen, 1):
        kolom = blad.column_dimensions[get_column_letter(nummer)]
        kolom.width, kolom.number_format = max(12, min(40, len(kop) + 4)), "@"
        kolom.protection = Protection(locked=nummer <= tabel.vast)
    if tabel.uitleg:
        blad.protection.sheet = True  # zonder wachtwoord: het voorkomt een vergissing
        for mag in ("formatColumns", "formatRows", "insertRows", "sort", "autoFilter"):
            setattr(blad.protection, mag, False)
    _xlsx_lijsten(blad, tabel)
    stijlen = []
    for vast in (True, False):
        cel = WriteOnlyCell(blad, "")
        cel.number_format, cel.protection = "@", Protection(locked=vast)
        stijlen.append(cel._style)
    koppen = [WriteOnlyCell(blad, kop) for kop in tabel.koppen]
    for kop in koppen:
        kop.font = Font(bold=True)
    blad.append(koppen)
    for rij in tabel.rijen:
        blad.append(
            [
                _xlsx_cel(WriteOnlyCell, blad, waarde, stijlen[nummer >= tabel.vast]) if waarde else None
                for nummer, waarde in enumerate(rij)
            ]
        )


def _xlsx_cel(soort, blad, waarde: str, stijl):
    cel = soort(blad, waarde)
    cel.data_type, cel._style = "s", stijl  # ook wat met = begint is tekst
    return cel


def _xlsx_lijsten(blad, tabel: Tabel) -> None:
    """Een keuzelijst op elke kolom die er een heeft."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for nummer, (kop, keuzes) in enumerate(tabel.keuzes.items(), 1):
        bron, letter = get_column_letter(nummer), get_column_letter(tabel.koppen.index(kop) + 1)
        lijst = DataValidation(type="list", formula1=f"Keuzes!${bron}$2:${bron}${len(keuzes) + 1}", allow_blank=True)
        lijst.errorTitle, lijst.error, lijst.showErrorMessage = (
            "Deze keuze is er niet",
            "Kies een waarde uit de lijst, of laat de cel leeg.",
            True,
        )
        lijst.add(f"{letter}2:{letter}{max(1000, len(tabel.rijen) + 200)}")
        blad.data_validations.append(lijst)


def _xlsx_keuzes(blad, tabel: Tabel) -> None:
    blad.append(list(tabel.keuzes))
    for nummer in range(max(map(len, tabel.keuzes.values()))):
        blad.append([keuzes[nummer] if nummer < len(keuzes) else None for keuzes in tabel.keuzes.values()])
