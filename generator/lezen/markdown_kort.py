"""De korte weg voor gewone Markdown: alinea's, platte lijsten, kopjes, nadruk en https-links.

Hij doet alleen wat zeker hetzelfde uitkomt als bij markdown-it, en is dan tien keer zo snel; bij elke twijfel (een
onderstreep, een accent grave, een geneste lijst) geeft hij None en doet markdown-it het werk. Een test vergelijkt ze.
"""

import re

# Opmaak die hier niet kan, en wit dat geen gewone spatie is. Een rij tekens en `in` zijn samen acht keer zo snel als
# \s en |.
_TWIJFEL = re.compile("[\\\\`<>&_~|^{$\t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_TWIJFELS = (" \n", "![", "]:", "==", "++")
_PLAATJE = re.compile(r":[a-z_+-]+:")
_NADRUK = r"(\w(?:[^*\[\]]*\w)?)"
# Elke keuze begint met een teken zelf en kijkt dan pas terug: zo springt de zoeker van ster naar ster.
_IN_ZIN = re.compile(
    rf"\*(?<![^\s(]\*)\*{_NADRUK}\*\*(?![^\s.,;:!?)])|\*(?<![^\s(]\*){_NADRUK}\*(?![^\s.,;:!?)])"
    r"|\[([^*\[\]]+)\]\((https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9/.-]*)?)\)"
)
# Waar een regel van een alinea mee mag beginnen zonder dat zij iets anders kan zijn.
_BEGIN = re.compile(r"(?!\d+[.)](?:\s|$))(?:\w|\*\*?\w|\[|[\"(])")
# Een latere regel die daar niet mee begint; met het regeleinde voorop springt de zoeker van regel naar regel.
_ANDER_BEGIN = re.compile(rf"\n(?!{_BEGIN.pattern})")
_GEEN_STREEP = re.compile(rf"\n(?!- {_BEGIN.pattern})")
_PUNT = re.compile(r"- |(\d{1,9})\. ")
_KOP = re.compile(r"(#{1,6}) ([^#]+)")


class _Twijfel(Exception):
    """Dit kan ook iets anders betekenen."""


def zet_kort_om(tekst: str) -> tuple[str, list[str]] | None:
    """De HTML en de adressen van de links, of None als markdown-it moet kijken. `tekst` heeft geen wit aan de randen."""
    if _TWIJFEL.search(tekst) or any([stuk in tekst for stuk in _TWIJFELS]) or _PLAATJE.search(tekst):
        return None
    adressen: list[str] = []
    try:
        soort, uit = "", []
        for blok in re.split(r"\n{2,}", tekst) if "\n\n\n" in tekst else tekst.split("\n\n"):
            vorige, (soort, html) = soort, _blok(blok, adressen)
            if soort == vorige == "lijst":
                raise _Twijfel
            uit.append(html)
    except _Twijfel:
        return None
    return "".join(uit), adressen


def _blok(blok: str, adressen: list[str]) -> tuple[str, str]:
    """De soort en de HTML van een stuk tekst tussen witregels."""
    if blok[:1] == "#" and (kop := _KOP.fullmatch(blok)):
        if "\n" in blok or not _BEGIN.match(kop[2]):
            raise _Twijfel
        niveau = max(3, len(kop[1]))
        return "kop", f"<h{niveau}>{_zin(kop[2], adressen)}</h{niveau}>\n"
    if _PUNT.match(blok):
        return "lijst", _streepjes(blok) or _lijst(blok.split("\n"), adressen)
    if not _BEGIN.match(blok) or _ANDER_BEGIN.search(blok):
        raise _Twijfel
    return "alinea", f"<p>{_zin(blok, adressen)}</p>\n"


def _streepjes(blok: str) -> str:
    """Een lijst met op elke regel een streepje en nergens opmaak; anders leeg."""
    if blok[:2] != "- " or "*" in blok or "[" in blok or "]" in blok:
        return ""
    if not _BEGIN.match(blok, 2) or _GEEN_STREEP.search(blok):
        return ""
    punten = blok[2:].replace('"', "&quot;").replace("\n- ", "</li>\n<li>")
    return f"<ul>\n<li>{punten}</li>\n</ul>\n"


def _lijst(regels: list[str], adressen: list[str]) -> str:
    """Een platte lijst; een regel die inspringt hoort bij het punt erboven."""
    merk = "ul" if regels[0].startswith("-") else "ol"
    punten: list[str] = []
    for regel in regels:
        punt = _PUNT.match(regel)
        inhoud = regel[punt.end() :] if punt else regel[2:]
        if not _BEGIN.match(inhoud) or (punt and (punt[1] is None) != (merk == "ul")):
            raise _Twijfel
        if punt:
            punten.append(inhoud)
        elif merk == "ul" and regel.startswith("  "):
            punten[-1] += "\n" + inhoud
        else:
            raise _Twijfel
    if merk == "ol" and not regels[0].startswith("1. "):
        raise _Twijfel
    items = "".join(f"<li>{_zin(punt, adressen)}</li>\n" for punt in punten)
    return f"<{merk}>\n{items}</{merk}>\n"


def _zin(tekst: str, adressen: list[str]) -> str:
    """Nadruk en links; wat er daarna nog aan sterren en haken over is, is twijfel."""

    def vervang(vondst: re.Match) -> str:
        vet, cursief, naam, adres = vondst.groups()
        if vet:
            return f"<strong>{vet}</strong>"
        if cursief:
            return f"<em>{cursief}</em>"
        adressen.append(adres)
        return f'<a href="{adres}">{naam}</a>'

    uit = tekst.replace('"', "&quot;")
    if "*" not in uit and "[" not in uit and "]" not in uit:
        return uit
    uit = _IN_ZIN.sub(vervang, uit)
    if "*" in uit or "[" in uit or "]" in uit:
        raise _Twijfel
    return uit
