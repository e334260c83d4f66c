"""Van tekst naar waarde: een kleine functie per soort veld. Een functie meldt wat mis is en geeft dan NIETS terug."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.betekenis.bedoeld import bedoelde_keuze
from generator.betekenis.talen import bedoelde_taal, code_van
from generator.lezen.markdown import veilige_html
from generator.lezen.overgenomen import uit_een_melding
from generator.lezen.periode import lees_periode
from generator.lezen.persoonsgegevens import is_verdacht, zoek_persoonsgegevens
from generator.lezen.tekens import benoem, vreemde_letter
from generator.lezen.telefoons import VERVALLEN, gewoon_geschreven, is_telefoon, raad_bij_telefoon
from generator.lezen.tijden import Tijdfout, lees_dagtijd
from generator.lezen.tijdhint import verbeterd
from generator.lezen.webadres import bezwaar_tegen_url
from generator.lezen.yaml_lezer import Tekst
from generator.meldingen import Verslag
from generator.schema.veld import Veld

NIETS = object()
_HTML = re.compile(r"<[/!?a-zA-Z][^>]{0,60}>?|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Z]{2})", re.A)
_HUISNUMMER = re.compile(r"[1-9]\d{0,4}(?:[ -]?[A-Za-z0-9]{1,6}){0,2}", re.A)
_EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}\.[A-Za-z]{2,24}")
_CODE = re.compile(r"GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}|RG[0-9A-Z]{2,8}", re.A)
_SITEPAD = re.compile(r"(?:/[A-Za-z0-9-]{1,40}){1,6}/?", re.A)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_GETAL = re.compile(r"-?\d{1,9}(?:\.\d{1,15})?", re.A)
_STAND = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.A)
_URI = re.compile(r"https?://[^\s<>\"]{1,490}")
_PRODUCTCODE = re.compile(r"\d{2}(?:[0-9A-Z]{3})?", re.A)
_KLEUR = re.compile(r"#[0-9a-fA-F]{6}")
_JA, _NEE = (
    {"yes", "true", "on", "1", "j", "y", "waar", "wel"},
    {"no", "false", "off", "0", "n", "onwaar", "niet", "geen"},
)
_MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Wat het formulier in de browser ook nodig heeft: zo is er van elk patroon een.
PATRONEN = {
    "html": _HTML,
    "postcode": _POSTCODE,
    "huisnummer": _HUISNUMMER,
    "email": _EMAIL,
    "gebiedscode": _CODE,
    "id": _ID,
    "getal": _GETAL,
    "stand": _STAND,
}


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


def naaste(waarde: str, keuzes, aantal: int = 3, drempel: float = 0.5) -> str:
    """De keuzes die het meest op de waarde lijken, als leesbare rij; in een lange lijst alleen wat echt lijkt."""
    keuzes = list(keuzes)
    kort = get_close_matches(waarde.lower(), keuzes, aantal, drempel)
    kort += [k for k in keuzes if len(waarde) > 2 and (waarde.lower() in k or k in waarde.lower()) and k not in kort]
    if not kort and len(keuzes) <= 200:
        kort = get_close_matches(waarde.lower(), keuzes, aantal, 0.0)
    return ", ".join(kort[:aantal]) or "niets"


def meld_persoonsgegevens(waarde: str, knoop: Tekst, lezing: Lezing) -> None:
    for plaats, stuk, wat in zoek_persoonsgegevens(waarde) if is_verdacht(waarde) else ():
        lezing.meld("SK402", knoop.plek_van(plaats), stuk=stuk, wat=wat)


def meld_overgenomen(waarde: str, knoop: Tekst, veld: Veld, lezing: Lezing) -> None:
    """Alleen in een ingang of organisatie: die schrijven mensen die de meldingen volgen."""
    if lezing.wortel is None or lezing.wortel.naam not in ("voorziening", "organisatie"):
        return
    if stuk := uit_een_melding(waarde):
        lezing.meld("SK416", knoop.plek, veld=veld.naam, stuk=stuk)


def tekst(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    waarde = knoop.waarde.strip(" \n")
    if "\n" in waarde:
        if knoop.stijl not in ("|", ">"):
            return lezing.meld("SK225", knoop.plek, veld=veld.naam)
        waarde = " ".join(waarde.split())
    if len(waarde) > veld.grens:
        return lezing.meld("SK206", knoop.plek, veld=veld.naam, aantal=len(waarde), grens=veld.grens)
    if vondst := ("<" in waarde or "&" in waarde) and _HTML.search(waarde):
        return lezing.meld("SK221", knoop.plek_van(vondst.start()), veld=veld.naam, stuk=vondst[0])
    if (begin := waarde[0] if waarde[0] == "\t" else waarde.lstrip()[:1]) and begin in "=@+-\t":
        return lezing.meld("SK224", knoop.plek, veld=veld.naam, teken=begin)
    if vreemd := vreemde_letter(waarde):
        return lezing.meld("SK811", knoop.plek_van(vreemd[0]), **benoem(vreemd[1]))
    meld_persoonsgegevens(waarde, knoop, lezing)
    meld_overgenomen(waarde, knoop, veld, lezing)
    return waarde if waarde.isascii() else unicodedata.normalize("NFC", waarde)


def markdown(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if (aantal_tekens := len(knoop.waarde.strip())) > veld.grens:
        return lezing.meld("SK206", knoop.plek, veld=veld.naam, aantal=aantal_tekens, grens=veld.grens)
    blok, bezwaren = veilige_html(knoop.waarde)
    for code, plaats, waarde, reden, raad in bezwaren:
        lezing.meld(code, knoop.plek_van(plaats), veld=veld.naam, waarde=waarde, stuk=waarde, reden=reden, raad=raad)
    meld_persoonsgegevens(knoop.waarde, knoop, lezing)
    meld_overgenomen(knoop.waarde.strip(), knoop, veld, lezing)
    return blok if blok.html else NIETS


def keuze(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if knoop.waarde in veld.keuzes:
        return knoop.waarde
    typfout = get_close_matches(knoop.waarde.lower(), veld.keuzes, 1, 0.75)
    voorstel = "" if typfout else bedoelde_keuze(knoop.waarde, veld.keuzes)
    if "ja" in veld.keuzes and knoop.waarde.lower() in _JA | _NEE:
        voorstel = "ja" if knoop.waarde.lower() in _JA else "nee"
    if not voorstel and not typfout and "onbekend" in veld.keuzes:
        voorstel = "onbekend"  # een woord dat nergens op lijkt mag niet toevallig bij 'spoed' uitkomen
    voorstel = voorstel or naaste(knoop.waarde, veld.keuzes, drempel=0)
    return lezing.meld(
        "SK205", knoop.plek, veld=veld.naam, waarde=knoop.waarde, keuzes=", ".join(veld.keuzes), voorstel=voorstel
    )


def ja_nee(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if knoop.waarde in ("ja", "nee"):
        return knoop.waarde == "ja"
    klein = knoop.waarde.lower()
    voorstel = "ja" if klein in _JA | {"ja"} else "nee" if klein in _NEE | {"nee"} else "ja' of 'nee"
    return lezing.meld("SK226", knoop.plek, veld=veld.naam, waarde=knoop.waarde, voorstel=voorstel)


JAREN = range(1800, 2200)


def _maak_dag(jaar: str, maand: str, dag: str) -> date | None:
    """De dag, of None; wie er maanden bij telt mag niet voorbij het einde van de kalender komen."""
    try:
        return date(int(jaar), int(maand), int(dag)) if int(jaar) in JAREN else None
    except ValueError:
        return None


def _bedoelde_dag(waarde: str) -> date | None:
    """De dag die iemand bedoelde met 01-10-2026, 20261001, 2026-9-4 of 1 oktober 2026, of None."""
    if delen := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", waarde, re.A):
        return _maak_dag(delen[3], delen[2], delen[1]) or _maak_dag(delen[3], delen[1], delen[2])
    if delen := re.fullmatch(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[T ].*)?", waarde, re.A):
        return _maak_dag(delen[1], delen[2], delen[3])
    if delen := re.fullmatch(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})", waarde.lower().replace("mrt", "maa"), re.A):
        maand = _MAANDEN.index(delen[2][:3]) + 1 if delen[2][:3] in _MAANDEN else 0
        return _maak_dag(delen[3], str(maand), delen[1])
    return None


def datum(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    waarde = knoop.waarde
    streng = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", waarde, re.A)
    dag = _maak_dag(*streng.groups()) if streng else None
    if dag is None:
        bedoeld = _bedoelde_dag(waarde)
        hint = "; deze dag bestaat niet op de kalender" if streng else ""
        hint = f"; hier is dat waarschijnlijk {bedoeld.isoformat()}" if bedoeld else hint
        return lezing.meld("SK207", knoop.plek, waarde=waarde, hint=hint)
    if dag > lezing.peildatum and not veld.toekomst:
        return lezing.meld("SK208", knoop.plek, waarde=waarde, peildatum=lezing.peildatum)
    return dag


def stand(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if _STAND.fullmatch(knoop.waarde):
        return knoop.waarde
    return lezing.meld("SK207", knoop.plek, waarde=knoop.waarde, hint=", 2026-01 of 2026")


def telefoon(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    waarde = gewoon_geschreven(knoop.waarde)
    cijfers = re.sub(r"\D", "", waarde)
    if cijfers in VERVALLEN:
        return lezing.meld("SK230", knoop.plek, waarde=waarde, naam=VERVALLEN[cijfers])
    if not is_telefoon(waarde):
        return lezing.meld("SK209", knoop.plek, waarde=waarde, hint=raad_bij_telefoon(waarde))
    meld_persoonsgegevens(waarde, knoop, lezing)
    return waarde


def email(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if not _EMAIL.fullmatch(knoop.waarde) or ".." in knoop.waarde or knoop.waarde.startswith("."):
        return lezing.meld("SK210", knoop.plek, waarde=knoop.waarde)
    meld_persoonsgegevens(knoop.waarde, knoop, lezing)
    return knoop.waarde


def url(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if reden := bezwaar_tegen_url(knoop.waarde):
        return lezing.meld("SK211", knoop.plek, waarde=knoop.waarde, reden=reden)
    if knoop.waarde.startswith("http:"):
        lezing.meld("SK212", knoop.plek, waarde=knoop.waarde)
    return knoop.waarde


def is_uri(waarde: str) -> bool:
    return bool(_URI.fullmatch(waarde)) and waarde.isprintable()


def uri(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    """Een naam in de vorm van een adres; niemand opent haar, dus http mag."""
    return knoop.waarde if is_uri(knoop.waarde) else lezing.meld("SK843", knoop.plek, waarde=knoop.waarde)


def productcode(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if _PRODUCTCODE.fullmatch(knoop.waarde):
        return knoop.waarde
    return lezing.meld("SK844", knoop.plek, waarde=knoop.waarde)


def sitepad(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    """Een pad op de eigen site, met een / voorop en zonder / erachter."""
    if _SITEPAD.fullmatch(knoop.waarde):
        return knoop.waarde.rstrip("/")
    pad = urlsplit(knoop.waarde).path if bezwaar_tegen_url(knoop.waarde) == "" else "/" + knoop.waarde.strip("/")
    voorstel = pad.rstrip("/") if _SITEPAD.fullmatch(pad) else str(veld.voorbeeld)
    return lezing.meld("SK245", knoop.plek, waarde=knoop.waarde, veld=veld.naam, voorstel=voorstel)


def postcode(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    vondst = _POSTCODE.fullmatch(knoop.waarde.upper())
    if not vondst or vondst[2] in ("SA", "SD", "SS"):
        return lezing.meld("SK213", knoop.plek, waarde=knoop.waarde)
    return f"{vondst[1]} {vondst[2]}"


def huisnummer(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    goed = _HUISNUMMER.fullmatch(knoop.waarde) and not re.fullmatch(r"0x.*|\d+e\d+", knoop.waarde, re.I)
    return knoop.waarde if goed else lezing.meld("SK214", knoop.plek, waarde=knoop.waarde)


def dagtijd(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    try:
        return lees_dagtijd(knoop.waarde)
    except Tijdfout as fout:
        return lezing.meld(fout.code, knoop.plek, waarde=fout.stuk, reden=fout.reden, hint=verbeterd(knoop.waarde))


def periode(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    gelezen, hint = lees_periode(knoop.waarde)
    return gelezen or lezing.meld("SK234", knoop.plek, waarde=knoop.waarde, hint=hint)


def taal(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    """Een taal als code; de schrijver mag ook de Nederlandse naam gebruiken."""
    if code := code_van(knoop.waarde):
        return code
    bedoeld = bedoelde_taal(knoop.waarde)
    return lezing.meld("SK235", knoop.plek, waarde=knoop.waarde, hint=f"; bedoelde u {bedoeld}?" if bedoeld else ".")


def _graden(
    knoop: Tekst, veld: Veld, lezing: Lezing, laagst: float, hoogst: float, ander: tuple[float, float]
) -> object:
    if not _GETAL.fullmatch(knoop.waarde):
        hint = "; gebruik een punt, geen komma" if "," in knoop.waarde else ""
        return lezing.meld("SK217", knoop.plek, waarde=knoop.waarde, hint=hint)
    getal = float(knoop.waarde)
    if laagst <= getal <= hoogst:
        return getal
    if getal > 1000:
        return lezing.meld("SK219", knoop.plek, veld=veld.naam, waarde=knoop.waarde)
    hint = "; zijn lengte en breedte verwisseld?" if ander[0] <= getal <= ander[1] else "."
    return lezing.meld("SK218", knoop.plek, veld=veld.naam, waarde=knoop.waarde, hint=hint)


def lengte(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    return _graden(knoop, veld, lezing, 3.2, 7.3, (50.7, 53.7))


def breedte(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    return _graden(knoop, veld, lezing, 50.7, 53.7, (3.2, 7.3))


def aantal(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    """Een heel getal van 1 tot en met de grens van het veld."""
    if re.fullmatch(r"[1-9]\d{0,6}", knoop.waarde, re.A) and int(knoop.waarde) <= veld.grens:
        return int(knoop.waarde)
    return lezing.meld(
        "SK217", knoop.plek, waarde=knoop.waarde, hint=f"; kies een heel getal van 1 tot en met {veld.grens}"
    )


def gebiedscode(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if not (_CODE.fullmatch(knoop.waarde) or (knoop.waarde == "landelijk" and veld.verwijst)):
        return lezing.meld("SK227", knoop.plek, waarde=knoop.waarde)
    if veld.verwijst:
        lezing.verwijzingen.append(Verwijzing(veld.verwijst, knoop.waarde, knoop.regel, knoop.kolom))
    return knoop.waarde


def nette_naam(naam: str) -> str:
    """Een naam als id: kleine letters, cijfers en streepjes."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:64] or "naam"


def is_id(waarde: str) -> bool:
    return bool(_ID.fullmatch(waarde))


def hint_id(waarde: str) -> str:
    """Wat iemand met een onmogelijk id bedoelde, als slot van een zin."""
    if "," in waarde or ";" in waarde:
        return "; zet meer ids als losse waarden in de lijst, met een komma ertussen"
    return f", zoals '{nette_naam(waarde)}'" if any(t.isalnum() for t in waarde) else ""


def id_(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if is_id(knoop.waarde):
        return knoop.waarde
    return lezing.meld("SK309", knoop.plek, id=knoop.waarde, hint=hint_id(knoop.waarde))


def verwijzing(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if not is_id(knoop.waarde):
        bedoeld = f"{veld.verwijst}:{knoop.waarde}"  # de controles weten welk id zo heet
        return lezing.meld("SK309", knoop.plek, id=knoop.waarde, hint=hint_id(knoop.waarde), waarde=bedoeld)
    lezing.verwijzingen.append(Verwijzing(veld.verwijst, knoop.waarde, knoop.regel, knoop.kolom))
    return knoop.waarde


def kleur(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    if not _KLEUR.fullmatch(knoop.waarde):
        return lezing.meld(
            "SK205",
            knoop.plek,
            veld=veld.naam,
            waarde=knoop.waarde,
            keuzes="een kleur als #1d4f91",
            voorstel="#1d4f91",
        )
    return knoop.waarde.lower()


OMZETTERS: dict[str, Omzetter] = {
    "tekst": tekst,
    "markdown": markdown,
    "keuze": keuze,
    "ja_nee": ja_nee,
    "datum": datum,
    "stand": stand,
    "telefoon": telefoon,
    "email": email,
    "url": url,
    "sitepad": sitepad,
    "postcode": postcode,
    "huisnummer": huisnummer,
    "dagtijd": dagtijd,
    "periode": periode,
    "taal": taal,
    "lengte": lengte,
    "breedte": breedte,
    "aantal": aantal,
    "gebiedscode": gebiedscode,
    "id": id_,
    "verwijzing": verwijzing,
    "kleur": kleur,
    "uri": uri,
    "productcode": productcode,
}
