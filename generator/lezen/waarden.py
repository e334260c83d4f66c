"""Van tekst naar waarde: een kleine functie per soort veld. Een functie meldt wat mis is en geeft dan NIETS terug."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.lezen.markdown import veilige_html
from generator.lezen.yaml_lezer import Tekst
from generator.meldingen import Verslag
from generator.model import Dagtijd, Tijdvak
from generator.schema import Veld

NIETS = object()
_HTML = re.compile(r"<\s*/?\s*[a-zA-Z!?][^>]{0,60}>?|&(?:lt|gt|#\d+|#x[0-9a-fA-F]+);")
_TIJD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Z]{2})")
_HUISNUMMER = re.compile(r"[1-9]\d{0,4}(?:[ -]?[A-Za-z0-9]{1,6}){0,2}")
_TELEFOON = re.compile(r"\+31 ?[\d\s-]{9,14}|0[\d\s()-]{9,14}|\(0\d{2,3}\)[\d\s-]{6,10}|14 ?0\d{2,3}|11[2-9]|144|0[89]00[ -]?\d{4}(?:\d{3})?|088[ -]?[\d -]{7,10}")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}\.[A-Za-z]{2,24}")
_CODE = re.compile(r"GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}|RG[0-9A-Z]{2,8}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GETAL = re.compile(r"-?\d{1,9}(?:\.\d{1,15})?")
_STAND = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_KLEUR = re.compile(r"#[0-9a-fA-F]{6}")
VERVALLEN = {"09000113": "113.nl", "09000767": "deluisterlijn.nl", "09008020": "juridischloket.nl",
             "09002020496": "mantelzorg.nl", "09002354354": "discriminatie.nl"}


class Verwijzing(NamedTuple):
    """Een id dat elders moet bestaan, met de plek waar het staat; `soort` is `verwijst` uit de veldentabel."""

    soort: str
    id: str
    regel: int
    kolom: int


class Lezing:
    """Wat elke omzetter nodig heeft: waar te melden, in welk bestand, welke dag het is en welke tabel geldt.

    Verwijzingen komen in `verwijzingen`; of ze bestaan, zien de controles als alles gelezen is.
    """

    __slots__ = ("verslag", "pad", "peildatum", "wortel", "verwijzingen")

    def __init__(self, verslag: Verslag, pad: str, peildatum: date, wortel: Veld | None = None):
        self.verslag, self.pad, self.peildatum, self.wortel = verslag, pad, peildatum, wortel
        self.verwijzingen: list[Verwijzing] = []

    def meld(self, code: str, plek: tuple[int, int], **waarden) -> object:
        self.verslag.meld(code, self.pad, plek, **waarden)
        return NIETS


Omzetter = Callable[[Tekst, Veld, Lezing], object]


def naaste(waarde: str, keuzes, aantal: int = 3) -> str:
    """De keuzes die het meest op de waarde lijken, als leesbare rij."""
    keuzes = list(keuzes)
    kort = get_close_matches(waarde.lower(), keuzes, aantal, 0.5)
    kort += [k for k in keuzes if waarde and (waarde.lower() in k or k in waarde.lower()) and k not in kort]
    return ", ".join((kort or keuzes)[:aantal]) or "niets"


def tekst(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    waarde = knoop.waarde.strip()
    if "\n" in waarde:
        if knoop.stijl in ("|", ">"):
            waarde = " ".join(waarde.split())
        else:
            return lezing.meld("SK225", knoop.plek, veld=veld.naam)
    if len(waarde) > veld.grens:
        return lezing.meld("SK206", knoop.plek, veld=veld.naam, aantal=len(waarde), grens=veld.grens)
    if vondst := ("<" in waarde or "&" in waarde) and _HTML.search(waarde):
        return lezing.meld("SK221", knoop.plek_van(vondst.start()), veld=veld.naam, stuk=vondst[0])
    if waarde[0] in "=@+-\t":
        return lezing.meld("SK224", knoop.plek, veld=veld.naam, teken=waarde[0])
    return waarde if waarde.isascii() else unicodedata.normalize("NFC", waarde)


def markdown(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if len(knoop.waarde) > veld.grens:
        return lezing.meld("SK206", knoop.plek, veld=veld.naam, aantal=len(knoop.waarde), grens=veld.grens)
    blok, bezwaren = veilige_html(knoop.waarde)
    for code, plaats, waarde in bezwaren:
        lezing.meld(code, knoop.plek_van(plaats), veld=veld.naam, waarde=waarde, stuk=waarde)
    return NIETS if bezwaren else blok


def keuze(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if knoop.waarde in veld.keuzes:
        return knoop.waarde
    return lezing.meld("SK205", knoop.plek, veld=veld.naam, waarde=knoop.waarde, keuzes=", ".join(veld.keuzes),
                       voorstel=naaste(knoop.waarde, veld.keuzes))


def ja_nee(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if knoop.waarde in ("ja", "nee"):
        return knoop.waarde == "ja"
    nee = knoop.waarde.lower() in ("no", "nee", "false", "off", "0", "n")
    return lezing.meld("SK226", knoop.plek, veld=veld.naam, waarde=knoop.waarde, voorstel="nee" if nee else "ja")


def datum(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    dag, hint = None, ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", knoop.waarde, re.A):
        try:
            dag = date.fromisoformat(knoop.waarde)
        except ValueError:
            hint = "; deze dag bestaat niet op de kalender"
    elif omgekeerd := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", knoop.waarde, re.A):
        hint = f": {omgekeerd[3]}-{int(omgekeerd[2]):02}-{int(omgekeerd[1]):02}"
    if dag is None:
        return lezing.meld("SK207", knoop.plek, waarde=knoop.waarde, hint=hint)
    if dag > lezing.peildatum and not veld.toekomst:
        return lezing.meld("SK208", knoop.plek, waarde=knoop.waarde, peildatum=lezing.peildatum)
    return dag


def stand(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if _STAND.fullmatch(knoop.waarde):
        return knoop.waarde
    return lezing.meld("SK207", knoop.plek, waarde=knoop.waarde, hint=", 2026-01 of 2026")


def telefoon(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    waarde = knoop.waarde.strip()
    cijfers = re.sub(r"\D", "", waarde)
    if cijfers in VERVALLEN:
        return lezing.meld("SK230", knoop.plek, waarde=waarde, naam=VERVALLEN[cijfers])
    lang_genoeg = len(cijfers) in ((11,) if waarde.startswith("+31") else (10, 8, 11, 3, 5, 6))
    if not (waarde.isascii() and _TELEFOON.fullmatch(waarde) and lang_genoeg):
        return lezing.meld("SK209", knoop.plek, waarde=waarde)
    return waarde


def email(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if _EMAIL.fullmatch(knoop.waarde) and ".." not in knoop.waarde:
        return knoop.waarde
    return lezing.meld("SK210", knoop.plek, waarde=knoop.waarde)


def bezwaar_tegen_url(waarde: str) -> str:
    """Waarom een adres niet geplaatst kan worden, of leeg als het goed is."""
    if not re.match(r"https?://", waarde):
        return "het begint niet met https://"
    if re.search(r"[\s\\<>\"'`{}|^]", waarde) or not waarde.isascii():
        return "er staat een teken in dat niet kan"
    try:
        delen = urlsplit(waarde)
        host, _ = delen.hostname or "", delen.port
    except ValueError:
        return "het adres is niet te lezen"
    if "@" in delen.netloc:
        return "er staat een gebruikersnaam in"
    if re.fullmatch(r"[\d.]+|0x[0-9a-f]+|\[.*\]|[0-9a-f:]*:[0-9a-f:]+", host):
        return "het is een IP-adres"
    if any(deel.startswith("xn--") for deel in host.split(".")):
        return "de naam bevat letters die op andere lijken"
    if not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}", host):
        return "de naam van de site klopt niet"
    return ""


def url(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if reden := bezwaar_tegen_url(knoop.waarde):
        return lezing.meld("SK211", knoop.plek, waarde=knoop.waarde, reden=reden)
    if knoop.waarde.startswith("http:"):
        lezing.meld("SK212", knoop.plek, waarde=knoop.waarde)
    return knoop.waarde


def postcode(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    vondst = _POSTCODE.fullmatch(knoop.waarde)
    if not vondst or vondst[2] in ("SA", "SD", "SS"):
        return lezing.meld("SK213", knoop.plek, waarde=knoop.waarde)
    return f"{vondst[1]} {vondst[2]}"


def huisnummer(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    goed = _HUISNUMMER.fullmatch(knoop.waarde) and not re.fullmatch(r"0x.*|\d+e\d+", knoop.waarde, re.I)
    return knoop.waarde if goed else lezing.meld("SK214", knoop.plek, waarde=knoop.waarde)


def _minuten(tijd: str) -> int:
    uur, minuut = tijd.split(":")
    return int(uur) * 60 + int(minuut)


def dagtijd(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    waarde = " ".join(knoop.waarde.split())
    if waarde in ("op afspraak", "gesloten"):
        return Dagtijd(tekst=waarde)
    vakken: list[Tijdvak] = []
    for deel in waarde.split(","):
        kort = deel.strip()
        van, streep, tot = kort.partition("-")
        if not streep or not (_TIJD.fullmatch(van.strip()) and _TIJD.fullmatch(tot.strip())) or van.strip() == "24:00":
            kaal = re.fullmatch(r"(\d):(\d\d)(.*)", kort)
            hint = f"; schrijf 0{kaal[1]}:{kaal[2]} met twee cijfers" if kaal else ""
            return lezing.meld("SK215", knoop.plek, waarde=kort or waarde, hint=hint)
        vakken.append(Tijdvak(_minuten(van.strip()), _minuten(tot.strip())))
        if vakken[-1].van >= vakken[-1].tot:
            return lezing.meld("SK216", knoop.plek, waarde=kort, reden="het eindigt voor het begint")
        if len(vakken) > 1 and vakken[-1].van < vakken[-2].tot:
            return lezing.meld("SK216", knoop.plek, waarde=kort, reden="het overlapt met of ligt voor het vorige")
    return Dagtijd(tuple(vakken))


def _graden(knoop: Tekst, veld: Veld, lezing: Lezing, laagst: float, hoogst: float, ander: tuple[float, float]) -> object:
    if not _GETAL.fullmatch(knoop.waarde):
        hint = "; gebruik een punt, geen komma" if "," in knoop.waarde else ""
        return lezing.meld("SK217", knoop.plek, waarde=knoop.waarde, hint=hint)
    getal = float(knoop.waarde)
    if laagst <= getal <= hoogst:
        return getal
    if getal > 1000:
        return lezing.meld("SK219", knoop.plek, veld=veld.naam, waarde=knoop.waarde)
    hint = "; zijn lengte en breedte verwisseld?" if ander[0] <= getal <= ander[1] else ""
    return lezing.meld("SK218", knoop.plek, veld=veld.naam, waarde=knoop.waarde, hint=hint)


def lengte(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    return _graden(knoop, veld, lezing, 3.2, 7.3, (50.7, 53.7))


def breedte(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    return _graden(knoop, veld, lezing, 50.7, 53.7, (3.2, 7.3))


def aantal(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if re.fullmatch(r"[1-9]\d{0,6}", knoop.waarde, re.A):
        return int(knoop.waarde)
    return lezing.meld("SK217", knoop.plek, waarde=knoop.waarde, hint="")


def gebiedscode(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if not (_CODE.fullmatch(knoop.waarde) or (knoop.waarde == "landelijk" and veld.verwijst)):
        return lezing.meld("SK227", knoop.plek, waarde=knoop.waarde)
    if veld.verwijst:
        lezing.verwijzingen.append(Verwijzing(veld.verwijst, knoop.waarde, knoop.regel, knoop.kolom))
    return knoop.waarde


def is_id(waarde: str) -> bool:
    return bool(_ID.fullmatch(waarde))


def id_(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    return knoop.waarde if is_id(knoop.waarde) else lezing.meld("SK309", knoop.plek, id=knoop.waarde)


def verwijzing(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if id_(knoop, veld, lezing) is NIETS:
        return NIETS
    lezing.verwijzingen.append(Verwijzing(veld.verwijst, knoop.waarde, knoop.regel, knoop.kolom))
    return knoop.waarde


def kleur(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if not _KLEUR.fullmatch(knoop.waarde):
        return lezing.meld("SK205", knoop.plek, veld=veld.naam, waarde=knoop.waarde, keuzes="een kleur als #1d4f91",
                           voorstel="#1d4f91")
    return knoop.waarde.lower()


OMZETTERS: dict[str, Omzetter] = {
    "tekst": tekst, "markdown": markdown, "keuze": keuze, "ja_nee": ja_nee, "datum": datum, "stand": stand,
    "telefoon": telefoon, "email": email, "url": url, "postcode": postcode, "huisnummer": huisnummer,
    "dagtijd": dagtijd, "lengte": lengte, "breedte": breedte, "aantal": aantal, "gebiedscode": gebiedscode,
    "id": id_, "verwijzing": verwijzing, "kleur": kleur,
}
