"""Herkennen wat op een persoonsgegeven lijkt. Het is een vermoeden, dus er komt een waarschuwing en nooit een fout."""

import re
from collections.abc import Collection, Iterator

_CIJFERS = b"0123456789"
MINSTE_CIJFERS = 9  # van een burgerservicenummer; een mobiel nummer en een rekening hebben er meer
# Midden in een woord of vingerafdruk (a268210871f) is het geen nummer van iemand.
_NEGEN = re.compile(
    r"(?<![\w.,+-])\d{3}[. ]?\d{3}[. ]?\d{3}(?![\d.,-]*\d|\w)|(?<![\w.,+-])\d{4}[. ]\d{2}[. ]\d{3}(?!\w)"
)
# Ook tussen letters: in een sha256 staan vaak genoeg negen cijfers achter elkaar die de elfproef doorstaan.
_VINGERAFDRUK = re.compile(r"[0-9a-f]{40,128}")
_MOBIEL = re.compile(r"(?<!\d)(?:\+31[\s-]?\(?0?\)?|0031[\s-]?|0)6[\s-]?(?:\d[\s-]?){7}\d(?!\d)")
_EMAIL = re.compile(r"([\w.+-]{2,64})@[\w-]+(?:\.[\w-]+)+")
_REKENING = re.compile(r"\bNL\d{2} ?[A-Z]{4} ?(?:\d ?){9}\d\b")
# Delen van een adres dat van een team is; al het andere met een punt erin lijkt op voornaam.achternaam.
_TEAM = re.compile(
    r"info|contact|team|loket|balie|admin|secret|recept|klant|zorg|welzijn|wijk|buurt|dorp|bibl|school|"
    r"redactie|post|mail|hulp|steun|jeugd|jong|gezin|sociaal|werk|wonen|geld|schuld|taal|noord|zuid|oost|west|"
    r"centrum|stad|gemeente|kerk|club|sport|vereniging|stichting|algemeen|vragen|aanmeld|afspraak|meld|bestuur|"
    r"vrijwillig|mantel|ouder|bel|help|service|support|office|reserver|verhuur|huis|praktijk|privacy|pers|nl$"
)


PATRONEN = {"negen": _NEGEN, "mobiel": _MOBIEL, "mailadres": _EMAIL, "rekening": _REKENING, "team": _TEAM}


def is_verdacht(tekst: str) -> bool:
    """Of het zin heeft om verder te kijken: bij bijna elke tekst niet, en cijfers tellen is tien keer zo snel als
    zoeken.
    """
    ruw = tekst.encode(errors="surrogatepass")
    if _VINGERAFDRUK.fullmatch(tekst):
        return False
    return (
        "@" in tekst
        or len(ruw) - len(ruw.translate(None, _CIJFERS)) >= MINSTE_CIJFERS
        or not tekst.isascii()
        and _tel_cijfers(tekst)
    )


def _tel_cijfers(tekst: str) -> bool:
    """Of er genoeg cijfers in staan, ook uit andere schriften."""
    return sum(map(str.isdecimal, tekst)) >= MINSTE_CIJFERS


def elfproef(cijfers: str) -> bool:
    """Of negen cijfers de elfproef van een burgerservicenummer doorstaan (bron: Logisch ontwerp BSN)."""
    som = sum(int(c) * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return som % 11 == 0 and cijfers.strip("0") != ""


def van_een_persoon(naam: str) -> bool:
    """Of het deel voor de @ op een naam lijkt: j.jansen, anna.de.vries."""
    delen = naam.lower().split(".")
    letters = all(re.fullmatch(r"[a-z-]+", deel) for deel in delen)
    return letters and 2 <= len(delen) <= 5 and len(delen[-1]) > 2 and not any(_TEAM.search(deel) for deel in delen)


def zoek_persoonsgegevens(tekst: str) -> Iterator[tuple[int, str, str]]:
    """Per vermoeden de plaats in de tekst, het stuk en wat het lijkt te zijn."""
    for vondst in _NEGEN.finditer(tekst):
        if elfproef(re.sub(r"\D", "", vondst[0])) and not re.search(r"RSIN\W*$", tekst[: vondst.start()]):
            yield vondst.start(), vondst[0], "burgerservicenummer"
    for vondst in _MOBIEL.finditer(tekst):
        yield vondst.start(), vondst[0], "mobiel nummer"
    for vondst in _EMAIL.finditer(tekst):
        if van_een_persoon(vondst[1]):
            yield vondst.start(), vondst[0], "e-mailadres van een persoon"
    for vondst in _REKENING.finditer(tekst):
        yield vondst.start(), vondst[0], "rekeningnummer"


# Woorden waaraan een team te herkennen is, naast die van een adres hierboven.
_TEAMWOORD = re.compile(
    r"afdeling|bureau|dienst|commissie|raad$|groep|ploeg|co[oö]rdinat|beheer|communicatie|centrale|kamer|kantoor|desk|bond|fonds|"
    r"import|kaart|opgave|organisatie|eigen|medewerk|consulent|adviseur|vrijwillig|bewoners|collega|webmaster|regie|"
    r"platform|netwerk|instelling|bedrijf|unit|cluster|domein|samenleving|maatschapp|beleid|toegang|voorziening|provincie|"
    r"regio|landelijk|nagekeken|gegevens|partner|professional|ambassad|sleutel|leden|leiding|directie|bestuurs|college|"
    r"hogeschool|universi|inloop|opbouw|ondersteun|maatje|energie|kring|alliantie|co[oö]p"
)
_TUSSEN = r"(?:van |de |der |den |ten |ter |het |'t )*"
_AANSPREKING = re.compile(
    rf"\b(?i:dhr|de heer|meneer|mw|mevr|mevrouw|juf|meester|drs|ing|ir|dr)\b\.? +(?i:{_TUSSEN})[A-Z][\w'-]*"
)
_VOORLETTERS = re.compile(rf"\b(?:[A-Z]\. ?){{1,4}}{_TUSSEN}[A-Z][a-z]+|\b[a-z]\.[a-z]{{3,}}\b")
_TUSSENVOEGSEL = {
    "van",
    "de",
    "der",
    "den",
    "ten",
    "ter",
    "het",
    "op",
    "aan",
    "uit",
    "in",
    "la",
    "el",
    "von",
    "du",
    "le",
}


def persoon_in(tekst: str, namen: Collection[str], woorden: Collection[str]) -> str:
    """Het deel van een teamnaam dat op een mens lijkt, of niets.

    Args:
        namen: woorden (klein geschreven) uit namen van organisaties, plekken en gemeenten.
        woorden: gewone woorden; een enkel woord in kleine letters dat daar niet bij staat, lijkt op een voornaam.
    """
    if "@" in tekst:
        return ""
    for vast in (_AANSPREKING, _VOORLETTERS):
        if vondst := vast.search(tekst):
            return vondst[0]
    delen = re.split(
        r"[,;/()&+]| en | - |(?: van| bij| namens| uit)(?: de| het)? (?=team|redactie|[a-z]*team|afdeling)", tekst
    )
    return next((d for deel in delen if (d := deel.strip()) and _is_persoon(d, namen, woorden)), "")


def _is_persoon(deel: str, namen: Collection[str], woorden: Collection[str]) -> bool:
    echt = [woord for woord in re.findall(r"[^\W\d_][\w'’.-]*", deel) if woord.lower() not in _TUSSENVOEGSEL]
    if not 1 <= len(echt) <= 4 or re.search(r"\d", deel):
        return False
    if any(w.isupper() or w.lower() in namen or _TEAM.search(w.lower()) or _TEAMWOORD.search(w.lower()) for w in echt):
        return False
    if all(w[0].isupper() for w in echt):
        return True
    return all(w.islower() and len(w) > 2 and w not in woorden for w in echt)
