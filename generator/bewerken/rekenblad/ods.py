"""Een OpenDocument-rekenblad, rechtstreeks geschreven: twee bestanden met XML in een zip."""

import io
import zipfile
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from generator.bewerken.rekenblad.schrijven import Tabel

SOORT = "application/vnd.oasis.opendocument.spreadsheet"
_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMEN = {"office": "office", "table": "table", "text": "text", "style": "style", "fo": "xsl-fo-compatible"}
_OPEN = " ".join(f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"' for kort, naam in _NAMEN.items())
_EIGENSCHAP = {
    "vast": '<style:table-cell-properties style:cell-protect="protected"/>',
    "vrij": '<style:table-cell-properties style:cell-protect="none"/>',
    "kop": '<style:text-properties fo:font-weight="bold"/>',
}
_MANIFEST = (
    f'{_BEGIN}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{SOORT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def als_ods(tabel: Tabel) -> bytes:
    """De tabel met haar uitleg; de eerste kolommen zijn op slot, de keuzelijsten zitten in de cellen."""
    stijlen = "".join(
        f'<style:style style:name="{naam}" style:family="table-cell">{eigen}</style:style>'
        for naam, eigen in _EIGENSCHAP.items()
    )
    bladen = _ods_blad(tabel.naam, [tabel.koppen, *tabel.rijen], tabel.vast, _ods_namen(tabel), bool(tabel.uitleg))
    bladen += _ods_blad("Uitleg", tabel.uitleg, 0, {}, False) if tabel.uitleg else ""
    inhoud = (
        f'{_BEGIN}<office:document-content {_OPEN} office:version="1.3">'
        f"<office:automatic-styles>{stijlen}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{_ods_lijsten(tabel)}{bladen}</office:spreadsheet></office:body></office:document-content>"
    )
    return _zip({"mimetype": SOORT, "content.xml": inhoud, "META-INF/manifest.xml": _MANIFEST})


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
    regels = [_ods_rij(rij, "kop" if not nummer else "", vast, lijsten) for nummer, rij in enumerate(rijen)]
    bescherming = ' table:protected="true"' if slot else ""
    kolom = '<table:table-column table:default-cell-style-name="vrij" table:number-columns-repeated="1000"/>'
    return f"<table:table table:name={quoteattr(naam)}{bescherming}>{kolom}{''.join(regels)}</table:table>"


def _ods_rij(rij: list[str], kop: str, vast: int, lijsten: dict[int, str]) -> str:
    """Een rij; lege cellen naast elkaar zijn er een met een aantal, anders wordt het blad tien keer zo groot."""
    cellen = [
        _ods_cel(cel, kop or ("vast" if n < vast else "vrij"), "" if kop else lijsten.get(n, ""))
        for n, cel in enumerate(rij)
    ]
    uit = []
    for cel, groep in groupby(cellen):
        aantal = len(list(groep))
        if aantal > 1 and cel.endswith("></table:table-cell>"):
            uit.append(
                cel.replace("<table:table-cell", f'<table:table-cell table:number-columns-repeated="{aantal}"', 1)
            )
        else:
            uit.append(cel * aantal)
    return f"<table:table-row>{''.join(uit)}</table:table-row>"


def _ods_cel(cel: str, stijl: str, keuzelijst: str) -> str:
    lijst = f' table:content-validation-name="{keuzelijst}"' if keuzelijst else ""
    tekst = "".join(f"<text:p>{_ods_tekst(deel)}</text:p>" for deel in cel.split("\n")) if cel else ""
    soort = ' office:value-type="string"' if cel else ""
    return f'<table:table-cell table:style-name="{stijl}"{lijst}{soort}>{tekst}</table:table-cell>'


def _ods_tekst(tekst: str) -> str:
    """OpenDocument voegt spaties samen; meer dan een achter elkaar heeft een eigen teken nodig."""
    return escape(tekst).replace("  ", " <text:s/>").replace("\t", "<text:tab/>")
