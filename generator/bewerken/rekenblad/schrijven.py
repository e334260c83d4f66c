"""Een tabel wegschrijven als csv, xlsx of ods: alles is tekst, met een tweede blad dat elke kolom uitlegt."""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generator.meldingen import SocialeKaartFout

FORMULE = ("=", "+", "-", "@")
_OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"'
)


@dataclass(slots=True)
class Tabel:
    """Een blad met ingangen: koppen, rijen, uitleg per kolom en per kolom de keuzes. De eerste `vast` kolommen zijn op slot."""

    koppen: list[str]
    rijen: list[list[str]]
    uitleg: list[list[str]] = field(default_factory=list)
    keuzes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    vast: int = 1
    naam: str = "Ingangen"


def schrijf_tabel(tabel: Tabel, bestand: Path) -> None:
    """Schrijf naar de soort van de bestandsnaam. Raist SocialeKaartFout bij een andere soort of een volle schijf."""
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
    schrijver = csv.writer(stroom, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(tabel.koppen)
    schrijver.writerows([f"'{cel}" if cel.startswith((*FORMULE, "'")) else cel for cel in rij] for rij in tabel.rijen)
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
    return stroom.getvalue()


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


def als_ods(tabel: Tabel) -> bytes:
    """Een OpenDocument-rekenblad, rechtstreeks geschreven: dat is twee bestanden met XML in een zip."""
    stijlen = (
        '<style:style style:name="vast" style:family="table-cell"><style:table-cell-properties style:cell-protect="protected"/></style:style>'
        '<style:style style:name="vrij" style:family="table-cell"><style:table-cell-properties style:cell-protect="none"/></style:style>'
        '<style:style style:name="kop" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    bladen = _ods_blad(tabel.naam, [tabel.koppen, *tabel.rijen], tabel.vast, _ods_namen(tabel), bool(tabel.uitleg))
    bladen += _ods_blad("Uitleg", tabel.uitleg, 0, {}, False) if tabel.uitleg else ""
    inhoud = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_OPEN}><office:automatic-styles>{stijlen}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{_ods_lijsten(tabel)}{bladen}</office:spreadsheet></office:body></office:document-content>"
    )
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": inhoud,
            "META-INF/manifest.xml": (
                '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
                'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
            ),
        }
    )


def _zip(delen: dict[str, str]) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as zip_:
        for naam, tekst in delen.items():
            soort = zipfile.ZIP_STORED if naam == "mimetype" else zipfile.ZIP_DEFLATED
            zip_.writestr(zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0)), tekst, soort)
    return stroom.getvalue()


def _ods_namen(tabel: Tabel) -> dict[int, str]:
    return {tabel.koppen.index(kop): f"keuze{nummer}" for nummer, kop in enumerate(tabel.keuzes)}


def _ods_lijsten(tabel: Tabel) -> str:
    uit = ""
    for nummer, keuzes in enumerate(tabel.keuzes.values()):
        lijst = ";".join('"' + keuze + '"' for keuze in keuzes)
        uit += (
            f'<table:content-validation table:name="keuze{nummer}" table:condition={quoteattr(f"of:cell-content-is-in-list({lijst})")} '
            'table:allow-empty-cell="true" table:display-list="unsorted"/>'
        )
    return f"<table:content-validations>{uit}</table:content-validations>" if uit else ""


def _ods_blad(naam: str, rijen: list[list[str]], vast: int, lijsten: dict[int, str], slot: bool) -> str:
    uit = []
    for regel, rij in enumerate(rijen):
        cellen = []
        for nummer, cel in enumerate(rij):
            stijl = "kop" if not regel else "vast" if nummer < vast else "vrij"
            lijst = f' table:content-validation-name="{lijsten[nummer]}"' if regel and nummer in lijsten else ""
            tekst = "".join(f"<text:p>{_ods_tekst(deel)}</text:p>" for deel in cel.split("\n")) if cel else ""
            soort = ' office:value-type="string"' if cel else ""
            cellen.append(f'<table:table-cell table:style-name="{stijl}"{lijst}{soort}>{tekst}</table:table-cell>')
        uit.append(f"<table:table-row>{''.join(cellen)}</table:table-row>")
    bescherming = ' table:protected="true"' if slot else ""
    return f"<table:table table:name={quoteattr(naam)}{bescherming}><table:table-column/>{''.join(uit)}</table:table>"


def _ods_tekst(tekst: str) -> str:
    """OpenDocument voegt spaties samen; meer dan een achter elkaar heeft een eigen teken nodig."""
    return escape(tekst).replace("  ", " <text:s/>").replace("\t", "<text:tab/>")
