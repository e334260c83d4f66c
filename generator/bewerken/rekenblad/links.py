"""Een link achter een cel: staat er alleen 'site' of 'mail ons', dan is het adres erachter wat iemand bedoelt."""

import io
import re
import zipfile

_ADRES = re.compile(r"(?:https?://|mailto:)[^\s?]+[^\s]*", re.I)
_MEESTE_BYTES = 200_000_000  # een blad dat uitgepakt groter is, lezen we zonder links


class Linktekst(str):
    """De tekst van een cel, met het adres dat erachter zit."""

    link: str = ""

    @property
    def adres(self) -> str:
        """Wat er staat als dat al een adres is, en anders het adres achter de cel."""
        return str(self) if re.search(r"\w[.@]\w", self) else self.link.removeprefix("mailto:").partition("?")[0]


def zet_links(ruw: bytes, naam: str, rijen: list[list[object]]) -> None:
    """Geef elke cel met een link haar adres mee; alleen xlsx heeft ze op een plek die wij kennen."""
    if not _heeft_links(ruw):
        return
    from openpyxl import load_workbook

    blad = load_workbook(io.BytesIO(ruw))[naam]
    for rij in blad.iter_rows():
        for cel in rij:
            link = cel.hyperlink.target if cel.hyperlink else ""
            if link and _ADRES.fullmatch(link) and cel.row <= len(rijen) and cel.column <= len(rijen[cel.row - 1]):
                tekst = Linktekst(rijen[cel.row - 1][cel.column - 1] or "")
                tekst.link = link
                rijen[cel.row - 1][cel.column - 1] = tekst


def _heeft_links(ruw: bytes) -> bool:
    if not zipfile.is_zipfile(io.BytesIO(ruw)):
        return False
    with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
        bladen = [deel for deel in zip_.infolist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", deel.filename)]
        return sum(deel.file_size for deel in bladen) < _MEESTE_BYTES and any(
            b"<hyperlink " in zip_.read(deel) for deel in bladen
        )
