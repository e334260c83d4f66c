"""Wat er van een tekst te zien is: letters die niemand ziet, en letters uit een ander schrift die op de onze lijken."""

import re
import unicodedata

# Tekens die niets laten zien en die in gewone tekst niets te zoeken hebben: de vlagjes en merken waar een boodschap in te
# verstoppen is, opvulling, en wat de vorm van een ander teken kiest. FE0E en FE0F horen bij een plaatje; meer op een rij niet.
VERSTOPT = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufff0-\ufffb\ufe00-\ufe0d"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|[\ufe0e\ufe0f](?=[\ufe0e\ufe0f])"
)
# Losse accenten en merken die elk op hetzelfde teken komen. Meer dan vier heeft geen schrift nodig; veertig lopen over
# de regels erboven en eronder heen.
GESTAPELD = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed\u0e31-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{5,}"
)
_WOORD = re.compile(r"[^\W\d_]{2,}")
# Schriften met letters die een lezer voor de onze aanziet; een merk of een maat (µ, ª) is geen schrift.
_LIJKT = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "DESERET", "GEORGIAN", "TIFINAGH", "CANADIAN"}
_NAGEMAAKT = {
    "MATHEMATICAL",
    "FULLWIDTH",
    "CIRCLED",
    "PARENTHESIZED",
    "SQUARED",
    "NEGATIVE",
    "DOUBLE-STRUCK",
    "SCRIPT",
}
# Wat Unicode Latijn noemt en toch geen alfabet schrijft: tekens van klankschrift, kleine kapitalen en letters in de hoogte.
_KLANKSCHRIFT = re.compile("[\u0250-\u02b8\u1d00-\u1dbf\u2071-\u209c\ua730\ua731\ua7f2-\ua7f9\uab30-\uab69]")
# Deze staan wel in alfabetten, van Azerbeidzjaans tot Twi en Fulfulde.
_TOCH_ALFABET = set(
    "\u0253\u0254\u0256\u0257\u0259\u025b\u0260\u0263\u0268\u0269\u0272\u0275\u0283\u0289\u028a\u028b\u0292"
)
# Losse letters uit die schriften die er precies zo uitzien als een Latijnse.
_DUBBELGANGERS = set(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d"
    "\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7\u03bf\u03bd\u0585\u057d\u0570"
)


def toont_niets(tekst: str) -> bool:
    """Of een lezer van deze tekst niets ziet: alleen spaties, stuurtekens, opvulling of losse accenten."""
    return all(_onzichtbaar(teken) for teken in tekst)


def _onzichtbaar(teken: str) -> bool:
    if teken.isascii():
        return teken <= " " or teken == "\x7f"
    return teken == "\u2800" or unicodedata.category(teken)[0] in "CZM" or VERSTOPT.match(teken) is not None


def _schrift(teken: str) -> str:
    return unicodedata.name(teken, "?").split(" ")[0]


def vreemde_letter(tekst: str) -> tuple[int, str] | None:
    """De eerste letter (plaats, teken) die een woord op een ander woord laat lijken, of None."""
    if tekst.isascii():
        return None
    latijn = any(_schrift(t) == "LATIN" for t in tekst if t.isalpha())
    for woord in _WOORD.finditer(tekst):
        if not woord[0].isascii() and (plaats := _vreemd_in(woord[0], latijn)) is not None:
            return woord.start() + plaats, woord[0][plaats]
    return None


def _is_klankschrift(teken: str) -> bool:
    return teken > "\u024f" and teken not in _TOCH_ALFABET and _KLANKSCHRIFT.match(teken) is not None


def _vreemd_in(woord: str, latijn: bool) -> int | None:
    """De plaats in een woord van een nagemaakte letter, of van een letter uit een ander schrift dan de rest."""
    schriften = [_schrift(t) for t in woord]
    for plaats, schrift in enumerate(schriften):
        if schrift in _NAGEMAAKT or _is_klankschrift(woord[plaats]):
            return plaats
    vreemd = [plaats for plaats, schrift in enumerate(schriften) if schrift in _LIJKT]
    soorten = {schriften[plaats] for plaats in vreemd} | ({"LATIN"} & set(schriften))
    vermomd = latijn and len(woord) > 2 and set(woord) <= _DUBBELGANGERS
    return vreemd[0] if vreemd and (len(soorten) > 1 or vermomd) else None


def benoem(teken: str) -> dict[str, str]:
    """Een teken zoals een melding het noemt: de letter, haar nummer en haar naam."""
    return {"letter": teken, "teken": f"U+{ord(teken):04X}", "schrift": unicodedata.name(teken, "naamloos")}
