"""Herkennen wat op een persoonsgegeven lijkt. Het is een vermoeden, dus er komt een waarschuwing en nooit een fout."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

_CIJFERS = b"0123456789"
MINSTE_CIJFERS = 8  # van een burgerservicenummer zonder de nul; een mobiel nummer en een rekening hebben er meer
# Midden in een woord of vingerafdruk (a268210871f) is het geen nummer van iemand, en een bedrag ook niet.
_NEGEN = re.compile(
    r"(?<![\w.,+-])(?:\d{3}[. ]?\d{3}[. ]?\d{3}|\d{3}-\d{3}-\d{3}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}(?:\.\d{2}){3}|\d{3}(?: \d{2}){3})"
    r"(?! ?(?:euro|€|punten|inwoners))(?![\d.,-]*\d|[\w])"
)
# Wie het erbij zegt, bedoelt het: ook zonder elfproef, en ook als de nul vooraan ontbreekt.
_BSN = re.compile(
    r"(?:\bbsn|\bb\.s\.n\.|burgerservicenummer|sofi-?nummer)[^\d\n]{0,20}\d(?:[. -]?\d){7,8}(?![. -]?\d)", re.I
)
_IN_ADRES = re.compile(r"(?:://|www\.|[\w]\.[a-z]{2,}/)\S*$")
# Ook tussen letters: in een sha256 staan vaak genoeg negen cijfers achter elkaar die de elfproef doorstaan.
_VINGERAFDRUK = re.compile(r"[0-9a-f]{40,128}")
_MOBIEL = re.compile(
    r"(?:(?<!\d)(?:(?:\+|00)31[\s./_–-]{0,2}(?:\(?0\)?)?|\(?0)|(?<![\w])[Oo])[\s./_–-]{0,2}6\)?"
    r"(?![\s./–-]?\d{2}[\s./–-](?:19|20)\d{2}(?!\d))[\s./_–-]{0,3}(?:\d[\s./_–-]?){7}\d(?!\d)|(?<![\w.,/+-])6-\d{8}(?!\d)"
)
_EMAIL = re.compile(r"([\w.+-]{2,64})(?:@| ?[(\[] ?(?:at|apenstaart) ?[)\]] ?)([\w-]+(?:\.[\w-]+)+)")
_REKENING = re.compile(
    r"\b(?:NL[ .-]?\d{2}[ .-]?[A-Z]{4}[ .-]?(?:\d[ .-]?){9}\d|BE\d{2}(?: ?\d{4}){3}|DE\d{2}(?: ?\d{4}){4} ?\d{2})\b",
    re.I,
)
# Delen van een adres dat van een team is; al het andere met een punt erin lijkt op voornaam.achternaam. Wat ook in een
# achternaam kan (Postma, Huisman, De Jong) telt alleen aan het begin, aan het einde of als heel woord.
_TEAM = re.compile(
    r"info|contact|team|loket|balie|secret|recept|klant|zorg|welzijn|wijk|buurt|bibliot|redactie|jeugd|gezin|sociaal|schuld|"
    r"centrum|gemeente|vereniging|stichting|algemeen|vragen|aanmeld|afspraak|bestuur|vrijwillig|mantel|service|support|office|"
    r"reserver|verhuur|praktijk|privacy|tuin|keuken|kantine|repair|winkel|theater|muziek|markt|voedsel|formulier|digi|hobby|"
    r"speel|speelotheek|eettafel|spreekuur|"
    r"^(?:admin|school|post(?!ma|huma|el)|mail|hulp|steun|jongeren|ouderen|werk(?!man|hoven)|woon|wonen|geld(?!er|of)|taal|meld|sport|"
    r"pers$|help|huis(?!man|inga|kamp)|kerk(?!hof|hoven|stra)|stads|dorps|bel$|"
    r"(?:noord|zuid|oost|west|midden)(?:elijk)?(?:-.*)?$|eerste|tweede|een$|ons$|onze$|des$|en$)|"
    r"(?:^|[a-z])(?:hulp|steun|werk|huis|stad|school|club|bank|caf[eé]|post|punt|lijn|plein|hof|kerk|nl|koor|dorp|honk)$|^(?:wmo|wlz|ggd|ggz|cjg|uwv|svb|dw)"
)
# Bij deze aanbieders heeft een mens zijn eigen adres; een plek die er een heeft, heeft haar naam erin staan.
_PRIVE = re.compile(
    r"^(?:gmail|googlemail|hotmail|outlook|live|msn|me|icloud|yahoo|gmx|proton(?:mail)?|ziggo|kpn(?:mail|planet)?|planet|"
    r"xs4all|home|hetnet|upcmail|casema|telfort|tele2|quicknet|chello|solcon|caiway|online)\."
)
# Woorden waaraan een team te herkennen is, naast die van een adres hierboven.
_TEAMWOORD = re.compile(
    r"afdeling|bureau|dienst|commissie|raad$|groep|ploeg|co[oö]rdinat|beheer|communicatie|centrale|kamer|kantoor|desk|bond$|fonds$|"
    r"import|kaart|opgave|organisatie|eigen$|medewerk|consulent|adviseur|vrijwillig|bewoners|collega|webmaster|regie|"
    r"platform|netwerk|instelling|bedrijf|unit|cluster|domein|samenleving|maatschapp|beleid|toegang|voorziening|provincie|"
    r"regio|landelijk|nagekeken|gegevens|partner|professional|ambassad|sleutel|leden$|leiding|directie|bestuurs|college|"
    r"hogeschool|universi|inloop|opbouw|ondersteun|maatje|energie|kring$|alliantie|co[oö]p"
)

# Hoe een nummer ook geschreven is: acht cijfers met hoogstens een teken ertussen staan er altijd in.
_RIJ_CIJFERS = re.compile(r"\d(?:[\s./_–-]?\d){7}")

PATRONEN = {
    "negen": _NEGEN,
    "bsn": _BSN,
    "in_adres": _IN_ADRES,
    "mobiel": _MOBIEL,
    "mailadres": _EMAIL,
    "rekening": _REKENING,
    "team": _TEAM,
    "teamwoord": _TEAMWOORD,
    "prive": _PRIVE,
}


def is_verdacht(tekst: str) -> bool:
    """Of het zin heeft om verder te kijken: bij bijna elke tekst niet, en cijfers tellen is tien keer zo snel als
    zoeken.
    """
    ruw = tekst.encode(errors="surrogatepass")
    if _VINGERAFDRUK.fullmatch(tekst):
        return False
    return (
        "@" in tekst
        or "at)" in tekst
        or "at]" in tekst
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


def van_een_persoon(naam: str, domein: str = "") -> bool:
    """Of het deel voor de @ op een naam lijkt: j.jansen, anna_de_vries2, of bij een eigen aanbieder ook annadevries."""
    delen = [deel for deel in re.split(r"[._-]", naam.lower().partition("+")[0].rstrip("0123456789")) if deel]
    team = any(_TEAM.search(deel) or _TEAMWOORD.search(deel) for deel in delen)
    if team or not 0 < len(delen) <= 5 or not all(map(str.isalpha, delen)) or delen[0] in ("de", "het"):
        return False
    return len(delen[-1]) > 2 and (len(delen) > 1 or bool(_PRIVE.match(domein.lower())))


def zoek_persoonsgegevens(tekst: str) -> Iterator[tuple[int, str, str]]:
    """Per vermoeden de plaats in de tekst, het stuk en wat het lijkt te zijn."""
    nummers = _RIJ_CIJFERS.search(tekst) is not None
    letters = tekst.lower() != tekst.upper()
    if nummers:
        yield from _zoek_nummers(tekst, letters)
    for vondst in _EMAIL.finditer(tekst) if any(teken in tekst for teken in "@)]") else ():
        if van_een_persoon(vondst[1], vondst[2]):
            yield vondst.start(), vondst[0], "e-mailadres van een persoon"
    for vondst in _REKENING.finditer(tekst) if nummers and letters else ():
        yield vondst.start(), vondst[0], "rekeningnummer"


def _zoek_nummers(tekst: str, letters: bool) -> Iterator[tuple[int, str, str]]:
    gezegd = [(m.start(), m.end()) for m in _BSN.finditer(tekst)] if letters else []
    for begin, eind in gezegd:
        yield begin, tekst[begin:eind], "burgerservicenummer"
    for vondst in _NEGEN.finditer(tekst):
        if _is_bsn(tekst, vondst) and not any(begin <= vondst.start() < eind for begin, eind in gezegd):
            yield vondst.start(), vondst[0], "burgerservicenummer"
    for vondst in _MOBIEL.finditer(tekst):
        yield vondst.start(), vondst[0], "mobiel nummer"


VOORAF = 200  # verder terug kijken maakt een lange tekst vol nummers traag, en een adres is niet langer


def _is_bsn(tekst: str, vondst: re.Match[str]) -> bool:
    vooraf = tekst[max(0, vondst.start() - VOORAF) : vondst.start()]
    return (
        elfproef(re.sub(r"\D", "", vondst[0])) and not re.search(r"RSIN\W*$", vooraf) and not _IN_ADRES.search(vooraf)
    )


_TUSSEN = r"(?:van |de |der |den |ten |ter |het |'t )*"
# De eerste letter staat voorop, en wat ervoor moet staan erachter: zo springt de zoeker door de tekst.
_AANSPREKING = re.compile(
    r"[DdMmJjIi](?<!\w.)"
    r"(?:(?<=[Dd])(?i:hr|e heer|rs|r)|(?<=[Mm])(?i:eneer|w|evr|evrouw|eester)|(?<=[Jj])(?i:uf)|(?<=[Ii])(?i:ng|r))"
    rf"\b\.? +(?i:{_TUSSEN})[A-Z][\w'-]*"
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


# Een beroep of rol is aan zijn einde te herkennen (wijkagent, casemanager, kookdocente); wie eraan ziet, weet dat er een mens volgt.
_ROL = (
    r"(?i:(?:manager|coach|agente?|leid(?:er|ster)|kundige|werk(?:er|ster)|consulente?|adviseu[rs]e?|co[oö]rdinator|beheerder|arts|"
    r"assistente?|docente?|trainer|trainster|begeleid(?:er|ster)|vrouw|heer|chauffeur|secretaris|voorzitter|penningmeester|therapeute?|"
    r"psycholo(?:og|ge)|pedago(?:og|ge)|mentor|verlener|verleenster|verpleger|verzorgende|ist|[cC]onci[eë]rge|portier|collega|maatje|"
    r"wethouder|pastor|dominee|imam|kok|contactpersoon|aanspreekpunt|vrijwillig(?:er|ster)))"
)
# Na deze woorden staat een mens; na een zwakke aanwijzing staat even vaak een plek, en telt een enkel woord niet.
_STERK = rf"\b[Vv]raag (?:[a-z]+ ){{0,3}}naar|\b[Tt]\.a\.v\.|\b[Oo]pgeven bij|{_ROL}"
_DOET = (
    r"(?:belt|helpt|zit|staat|kookt|regelt|vertelt|ontvangt|opent|geeft|neemt|haalt|brengt|rijdt|leidt|begroet|luistert|"
    r"werkt|wacht|vangt)"
)
_ZWAK = (
    r"[Cc]ontact(?: op(?:nemen)?)?(?: met)?|[Oo]pgave(?: bij)?|[Aa]anmelden bij|[Vv]ia|[Bb]ij|[Dd]oor|[Ll]eiding van|[Nn]amens|"
    rf"(?:[Bb]el|[Mm]ail|[Aa]pp)(?: met| naar)?|{_DOET}"
)
_NAAMWOORD = r"[A-Z][^\W\d_A-Z]+"
_VOORAAN = rf"(?:(?:[A-Z]\. ?){{1,4}}{_TUSSEN}|(?:Van|De|Den|Der|Ten|Ter|Van de[nr]?) )?"
_EIGENNAAM = rf"{_VOORAAN}{_NAAMWOORD}(?:[ -](?:{_TUSSEN}){_NAAMWOORD}){{0,2}}"
# Eerst een naam, dan wat ervoor staat: hoofdletters midden in een zin zijn er weinig.
_KANS = re.compile(rf" (?=[A-Z])(?P<naam>{_EIGENNAAM})")
_ERVOOR = re.compile(rf"(?:(?P<sterk>{_STERK})|\b(?P<zwak>{_ZWAK}))(?: is| heet)?:?$")
_KORT_ERVOOR = 50
# Waar `_ERVOOR` altijd op eindigt: een woord bekijken kost een zevende van vijftig letters, en het is bijna nooit raak.
_EIND = re.compile(
    rf"(?:{_ROL}|opgave|naar|v\.|bij|contact|op|opnemen|met|via|door|van|namens|bel|mail|app|is|heet|{_DOET}):?$", re.I
)
# Wie zo iets doet voor wie leest, is een mens, ook met alleen een voornaam: 'dan belt Truus u terug'.
_VOOR_U = re.compile(
    rf"\b{_DOET} (?P<naam>{_NAAMWOORD})(?: {_NAAMWOORD})?(?= (?:u|je|jou|jullie|met u|voor u|klaar|aan de deur)\b)"
)
_PLEKWOORD = re.compile(
    r"(?:straat|laan|weg|kade|singel|hof|dreef|pad|steeg|plein|kerk|school|huis|thuis|werk|dag|wet)$"
)
_GEEN_NAAM = re.compile(r"^(?:de|het|een|uw|ons|onze|wij|alle|sint|st|rode|groene|blauwe|nederlands)$")


def noemt_mens(tekst: str, namen: Collection[str], woorden: Collection[str] = frozenset()) -> str:
    """Het stuk tekst waarin een mens bij naam genoemd wordt om contact mee te hebben, of niets.

    Args:
        namen: woorden (klein geschreven) uit namen van organisaties, plekken en gemeenten.
        woorden: gewone woorden; alleen zo een na een rol ('accountmanager Meedoen') is geen voornaam.
    """
    for vondst in _AANSPREKING.finditer(tekst):
        delen = re.split(r"[ .]+", vondst[0])[1:]
        if not _is_plek([w for w in delen if w.lower() not in _TUSSENVOEGSEL]):
            return vondst[0]
    kansen = [(vondst, tot) for vondst, tot in _kansen(tekst) if _kan_ervoor(tekst, tot)]
    for vondst, tot in kansen:
        if (ervoor := _ervoor(tekst, tot)) is None:
            continue
        echt = [w for w in re.findall(r"[^\W\d_][^\W\d_]+", vondst["naam"]) if w not in _TUSSENVOEGSEL]
        if len(echt) == 1 and echt[0].lower() in woorden:
            continue
        genoeg = ervoor["sterk"] or len(echt) > 1 or re.search(r"\b[A-Z]\.", vondst["naam"])
        if genoeg and not _is_plek(echt) and not any(w.lower() in namen for w in echt):
            return ervoor[0] + tekst[tot : vondst.end()]
    for vondst in _VOOR_U.finditer(tekst) if kansen else ():
        klein = vondst["naam"].lower()
        if not _is_plek([klein]) and klein not in namen and klein not in woorden:
            return vondst[0]
    return ""


def _kansen(tekst: str) -> Iterator[tuple[re.Match[str], int]]:
    """Elke eigennaam midden in de tekst, met tot waar leest wat ervoor staat."""
    for vondst in _KANS.finditer(tekst):
        tot = vondst.start()
        while tot and tekst[tot - 1] == " ":
            tot -= 1
        yield vondst, tot


def _ervoor(tekst: str, tot: int) -> re.Match[str] | None:
    """Wat er voor een naam staat, als dat erop wijst dat er een mens volgt."""
    return _ERVOOR.search(tekst, max(0, tot - _KORT_ERVOOR), tot) if _kan_ervoor(tekst, tot) else None


def _kan_ervoor(tekst: str, tot: int) -> bool:
    """Of het laatste woord er een is waar zo'n aanwijzing op eindigt; na een punt is dat alleen 't.a.v.'."""
    if tekst.endswith(".", 0, tot) and not tekst.endswith(("v.", "V."), 0, tot):
        return False
    vanaf = max(0, tot - _KORT_ERVOOR)
    return _is_eind(tekst[max(vanaf, tekst.rfind(" ", vanaf, tot)) : tot])


@lru_cache(maxsize=16_384)  # voor hoofdletters staan telkens dezelfde woorden
def _is_eind(woord: str) -> bool:
    return _EIND.search(woord) is not None


def _is_plek(woorden: list[str]) -> bool:
    """Of een van deze woorden van een plek of een team is."""
    klein = [woord.lower() for woord in woorden]
    return any(_PLEKWOORD.search(w) or _GEEN_NAAM.search(w) or _TEAM.search(w) or _TEAMWOORD.search(w) for w in klein)
