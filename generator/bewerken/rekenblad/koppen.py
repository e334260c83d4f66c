"""Welke kolom welk veld is: eigen namen, Nederlandse varianten, en een lijst die de gemeente zelf bijhoudt."""

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field

from generator.betekenis.woorden import DAGNAAM
from generator.bewerken.paden import PadFout, keur_pad, lees_pad
from generator.bewerken.wijzigen import KanNiet, lees_boom
from generator.lezen.bestanden import lees_tekst
from generator.meldingen import SocialeKaartFout, Verslag
from generator.schema import VOORZIENING

KEUZEBESTAND = "importkolommen.yaml"
ZOEK_KOP_IN = 25
STRAAT, HUISNUMMER = "locaties[0].adres.straat", "locaties[0].adres.huisnummer"
# Wat geen veld is maar er wel een of meer vult; `invoer.py` weet hoe.
BIJZONDER = {
    "adres": "straat, nummer, postcode en plaats in een cel",
    "toevoeging": "achter het huisnummer",
    "postcode_plaats": "postcode en plaats",
    "wijkcode": "waar het werkgebied uit volgt",
    "wijknaam": "waar het werkgebied uit volgt",
    "rd_x": "meters (Rijksdriehoek)",
    "rd_y": "meters (Rijksdriehoek)",
    "lengte_breedte": "lengte en breedte in een cel",
    "tijden": "de tijden van alle dagen in een cel",
    "dag": "de dag waar de tijden op deze rij bij horen",
    "functie": "een of meer functies, op naam of id",
    "aanbieder": "een organisatie, op naam of id",
}
_EIGEN = {"id": "id", "soort": "soort"}
_VARIANTEN = {
    "id": "identificatie identifier sleutel",
    "naam": "titel name title instelling naaminstelling naamlocatie naamvoorziening voorziening activiteit omschrijvingkort naamactiviteit "
    "naamorganisatieonderdeel naamvandelocatie locatienaam accommodatie heet",
    "aanbieder": "organisatie organisation aanbieder instantie uitvoerder naamorganisatie organisatienaam stichting",
    "functie": "functie functies categorie rubriek type soortvoorziening themas thema onderwerp dienst diensten",
    "samenvatting": "kortebeschrijving korteomschrijving kort summary inleiding intro kortetekst",
    "omschrijving": "beschrijving description langeomschrijving langetekst tekst uitgebreideomschrijving informatie aanbod wat "
    "doen toelichting opmerking opmerkingen bijzonderheden",
    "doelgroepen": "doelgroep",
    "voor_wie": "voorwie bedoeldvoor",
    "niet_voor": "nietvoor",
    "zoekwoorden": "trefwoorden tags keywords",
    "kosten.soort": "kosten kost",
    "kosten.toelichting": "prijs tarief bedrag kostentoelichting",
    "toegang.hoe": "toegang",
    "toegang.uitleg": "aanmelden aanmelding hoeaanmelden hoeaantemelden werkwijze",
    "werkgebied": "gebiedscode gebied",
    "contact.telefoon": "tel telefoon telefoonnummer phone telnr telefoonnr algemeentelefoonnummer telefoonalgemeen vastnummer",
    "contact.email": "email emailadres mail mailadres epost contactemail",
    "contact.website": "website url site web www internet webadres homepage link",
    "locaties[0].naam": "locatie plek gebouw bezoeklocatie naamgebouw",
    "locaties[0].adres.straat": "straat straatnaam bezoekstraat weg adresstraat",
    "locaties[0].adres.huisnummer": "huisnummer huisnr nummer nr hnr huisnummers",
    "locaties[0].adres.postcode": "postcode pc pc6 zip postcodebezoek postcode6",
    "locaties[0].adres.plaats": "plaats plaatsnaam woonplaats stad dorp city vestigingsplaats",
    "locaties[0].rolstoel": "rolstoeltoegankelijk rolstoel toegankelijkheid mindervaliden invalidetoegankelijk",
    "locaties[0].punt.breedte": "breedte lat latitude breedtegraad noorderbreedte wgsy",
    "locaties[0].punt.lengte": "lengte lon lng long longitude lengtegraad oosterlengte wgsx",
    "locaties[0].ter_plaatse": "terplaatse ingang parkeren",
    "adres": "adres bezoekadres volledigadres adresgegevens straatenhuisnummer straathuisnummer straatennummer adresregel",
    "toevoeging": "toevoeging huisletter huisnummertoevoeging toev letter",
    "postcode_plaats": "postcodeenplaats postcodeplaats pcplaats",
    "wijkcode": "wijkcode buurtcode wkcode bucode cbscode",
    "wijknaam": "wijk wijknaam buurt buurtnaam stadsdeel",
    "rd_x": "x rdx xcoordinaat xrd",
    "rd_y": "y rdy ycoordinaat yrd",
    "lengte_breedte": "coordinaten gps latlon latlng geo",
    "tijden": "openingstijden tijden openingsuren wanneer open tijd dagentijden dagenentijden",
    "dag": "dag dagen weekdag dagvandeweek",
    "talen": "taal",
    "gecontroleerd.op": "gecontroleerd gecontroleerdop nagekeken laatstgecontroleerd laatstgewijzigd peildatum "
    "datum bijgewerkt mutatiedatum datummutatie laatstnagekeken laatstgecheckt gecheckt laatstecontrole "
    "datumcontrole laatstbijgewerkt laatstewijziging laatstemutatie actueelper actueelop bijgewerktop",
    "gecontroleerd.door": "gecontroleerddoor nagekekendoor",
    "bron": "herkomst",
    "status": "actief",
}
# Deze zeggen alleen samen iets.
_SAMEN = {"nb": "locaties[0].punt.breedte", "ol": "locaties[0].punt.lengte"}
_DAGEN = {dag: f"locaties[0].openingstijden.{code}" for code, naam in DAGNAAM.items() for dag in (naam, code)}


def kaal(kop: object) -> str:
    """Een kop zonder hoofdletters, tekens, spaties en een jaartal erachter."""
    tekst = unicodedata.normalize("NFKD", str(kop)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"(?:19|20)\d\d$", "", re.sub(r"[^a-z0-9]", "", re.sub(r"\(.*?\)", "", tekst) or tekst)) or re.sub(
        r"[^a-z0-9]", "", tekst
    )


def _maak_woordenboek() -> dict[str, str]:
    uit = {variant: doel for doel, varianten in _VARIANTEN.items() for variant in varianten.split()}
    for veld in VOORZIENING.velden:
        if veld.soort != "groep":
            uit.setdefault(kaal(veld.naam), veld.naam)
    return uit | _DAGEN | _EIGEN


WOORDENBOEK = _maak_woordenboek()


# Deze woorden zeggen ook met iets erachter of ervoor genoeg: 'Naam accommodatie', 'Telefoon receptie'.
_GENOEG = (
    "naam tel telefoon telefoonnummer email mail mailadres website site adres bezoekadres straat straatnaam postcode plaats woonplaats "
    "huisnummer doelgroep openingstijden omschrijving beschrijving"
).split()
# Wat een vraag tot een kop maakt: 'Hoe heet het?', 'In welke wijk is het?'.
_VRAAGWOORDEN = set(
    "aan bij dat de die dit doet er een en er het hier hoe in is iemand je jullie kan kun kunt met mij moet of om op te u uw "
    "van voor waar waarin wat welk welke wie wij worden wordt ze zich zijn".split()
)
# Wat van een persoon is, hoort niet op een openbare site.
_PERSOON = re.compile(
    r"persoon|beheerder|coordinator|voorzitter|eigenaar|medewerker|secretaris|penningmeester|bestuur|achternaam|voornaam|mobiel|prive"
)


def _uit_een_woord(kop: str) -> str:
    """Het veld van een kop van meer woorden, als een van de twee kanten genoeg zegt en het niet over een persoon gaat."""
    woorden = [w for w in re.split(r"[^a-z0-9]+", kaal_woorden(kop)) if w]
    if len(woorden) < 2 or _PERSOON.search(" ".join(woorden)):
        return ""
    return next((WOORDENBOEK[w] for w in (woorden[0], woorden[-1]) if w in _GENOEG), "") or _uit_een_vraag(woorden)


def _uit_een_vraag(woorden: list[str]) -> str:
    """Het veld van een kop die een vraag is, aan de woorden die overblijven; zegt niets iets, dan aan het vraagwoord."""
    rest = [w for w in woorden if w not in _VRAAGWOORDEN]
    if len(rest) == len(woorden):
        return ""
    return WOORDENBOEK.get("".join(rest), "") if rest else WOORDENBOEK.get(woorden[0], "")


def kaal_woorden(kop: str) -> str:
    return unicodedata.normalize("NFKD", kop.replace("-mail", "mail")).encode("ascii", "ignore").decode().lower()


def doel_van(kop: str, eigen_keuze: dict[str, str]) -> str:
    """Welk veld (een pad) of welke bijzondere invulling een kop is; leeg als we het niet weten."""
    if kop.strip() in eigen_keuze:
        return eigen_keuze[kop.strip()]
    if is_eigen_naam(kop):
        return kop.strip()
    woord = kaal(kop)
    zonder = re.sub(r"^(?:bezoek|contact|algemeen|algemene|locatie|vestiging|opening(?:stijden)?)", "", woord)
    soort_van = (
        "functie" if re.match(r"(?:soort|type)(?!ingang)[a-z]", woord) else ""
    )  # 'Soort hulp', 'Type activiteit'
    deel_van = next((doel for deel in kop.split("/")[:-1] if (doel := WOORDENBOEK.get(kaal(deel)))), "")
    return WOORDENBOEK.get(woord) or WOORDENBOEK.get(zonder) or soort_van or deel_van or _uit_een_woord(kop)


@lru_cache(maxsize=4096)
def is_eigen_naam(kop: str) -> bool:
    """Of een kop precies een pad uit de veldentabel is, zoals `exporteer` ze schrijft. Een los woord dat ook iets
    anders kan zijn niet.
    """
    if kop.strip() in _EIGEN:
        return True
    try:
        veld = keur_pad(VOORZIENING, lees_pad(kop.strip()))
    except PadFout:
        return False
    return veld.soort != "groep" and kop.strip() != "organisatie"


def lees_keuzes(map_: Path) -> dict[str, str]:
    """De eigen lijst van kop naar veld. Raist SocialeKaartFout als daar iets in staat dat niet kan."""
    bestand = map_ / KEUZEBESTAND
    if not bestand.exists():
        return {}
    tekst = lees_tekst(bestand, KEUZEBESTAND, Verslag())
    try:
        boom = lees_boom(tekst or "")
    except KanNiet as fout:
        raise SocialeKaartFout(
            f"{KEUZEBESTAND} is niet te lezen: {fout}", "herstel het bestand of haal het weg.", 1
        ) from fout
    for kop, doel in boom.items():
        if not isinstance(doel, str) or not (doel in ("", *BIJZONDER) or is_eigen_naam(doel) or doel == "organisatie"):
            raise SocialeKaartFout(
                f"in {KEUZEBESTAND} staat bij '{kop}' iets dat geen veld is: '{doel}'.",
                f'schrijf een veld als contact.telefoon, een van {", ".join(BIJZONDER)}, of "" om de kolom over te slaan.',
                1,
            )
    return boom


def schrijf_keuzes(koppen: "Koppen", eigen_keuze: dict[str, str]) -> bytes:
    """De lijst van kop naar veld, om te bewaren en te verbeteren; wat we niet herkenden staat er leeg bij."""
    samen = {
        **eigen_keuze,
        **{kop.strip(): doel for kop, doel in koppen.alles if kop.strip() and not is_eigen_naam(kop)},
    }
    kop = [
        "# Welke kolom van een rekenblad welk veld is; 'importeer' leest dit. Leeg betekent: deze kolom slaan we over.",
        f"# Behalve een veld kan ook: {', '.join(BIJZONDER)}.",
    ]
    return (
        "\n".join(
            [*kop, *(f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(w)}" for k, w in samen.items())]
        ).encode()
        + b"\n"
    )


class Koppen(Struct):
    """De herkende kop: waar de gegevens beginnen, per kolom het doel, en wat niet gebruikt wordt."""

    begin: int
    doelen: dict[int, str] = field(default_factory=dict)
    alles: list[tuple[str, str]] = field(default_factory=list)
    eigen: bool = False

    def sla_over(self, doel: str) -> None:
        """Gebruik een kolom niet; zij staat dan bij wat niet gebruikt is."""
        self.doelen = {kolom: d for kolom, d in self.doelen.items() if d != doel}
        self.alles = [(kop, "" if d == doel else d) for kop, d in self.alles]

    @property
    def ongebruikt(self) -> list[str]:
        return [kop for kop, doel in self.alles if kop.strip() and not doel]


def vind_koppen(rijen: list[list[object]], eigen_keuze: dict[str, str]) -> Koppen:
    """De rij met de meeste bekende koppen. Raist SocialeKaartFout als er geen kolom met een naam is.

    Staat er een kop boven een paar kolommen ('Adres' boven 'straat' en 'nummer'), dan telt die mee.
    """
    beste = beste_kop(rijen, eigen_keuze)[0]
    koppen = _maak_koppen(rijen, beste, eigen_keuze) if beste >= 0 else Koppen(0)
    _noem_een_naam(koppen)
    if any(doel == HUISNUMMER and _telt_door(rijen[koppen.begin :], k) for k, doel in koppen.doelen.items()):
        koppen.sla_over(HUISNUMMER)  # 1, 2, 3: het nummer van de rij
    if not {"naam", "id"} & set(koppen.doelen.values()):
        raise SocialeKaartFout(
            "in deze tabel staat geen kolom met de naam.",
            f'noem een kolom \'naam\', of zet in {KEUZEBESTAND} welke kolom dat is, zoals "Titel van de plek": "naam".',
            1,
        )
    return koppen


def _telt_door(rijen: list[list[object]], kolom: int) -> bool:
    """Of een kolom vanaf de eerste rij telt: dan is het geen huisnummer."""
    getallen = [
        str(rij[kolom]).removesuffix(".0") for rij in rijen if kolom < len(rij) and rij[kolom] not in ("", None)
    ]
    getallen = [g for g in getallen if g.isdecimal()]
    eerste = int(getallen[0]) if len(getallen) > 2 and len(getallen[0]) < 9 else -1
    return eerste in (0, 1) and getallen == [str(eerste + n) for n in range(len(getallen))]


def _noem_een_naam(koppen: Koppen) -> None:
    """Staat er geen naam van de plek, maar wel een van het gebouw of de organisatie, dan is dat de naam."""
    for anders in ("locaties[0].naam", "aanbieder", "organisatie"):
        kolom = next((k for k, doel in koppen.doelen.items() if doel == anders), None)
        if kolom is not None and not {"naam", "id"} & set(koppen.doelen.values()):
            koppen.doelen[kolom] = "naam"
            koppen.alles[kolom] = (koppen.alles[kolom][0], "naam")


def beste_kop(rijen: list[list[object]], eigen_keuze: dict[str, str]) -> tuple[int, int]:
    """De eerste rij met de meeste bekende koppen, en hoeveel dat er zijn; -1 en 0 als er geen is."""
    beste, punten = -1, 0
    for nummer, rij in enumerate(rijen[:ZOEK_KOP_IN]):
        teksten = [str(cel) for cel in rij if isinstance(cel, str) and cel.strip() and len(cel) < 80]
        score = len({doel for tekst in teksten if (doel := doel_van(tekst, eigen_keuze))})
        if score > punten:
            beste, punten = nummer, score
    return beste, punten


def _maak_koppen(rijen: list[list[object]], nummer: int, eigen_keuze: dict[str, str]) -> Koppen:
    uit, gehad = Koppen(nummer + 1), set()
    boven = rijen[nummer - 1] if nummer else []
    samen = _SAMEN if {kaal(cel) for cel in rijen[nummer]} >= set(_SAMEN) else {}
    for kolom, cel in enumerate(rijen[nummer]):
        kop = str(cel)
        doel = doel_van(kop, eigen_keuze) or samen.get(kaal(kop), "")
        if not doel and kolom < len(boven) and str(boven[kolom]).strip():
            doel = doel_van(f"{boven[kolom]} {kop}", eigen_keuze)
        if doel in gehad and doel != "omschrijving":
            doel = ""
        gehad.add(doel)
        uit.alles.append((kop, doel))
        if doel:
            uit.doelen[kolom] = doel
    uit.eigen = (
        all(is_eigen_naam(kop) or kop.strip() == "organisatie" for kop, doel in uit.alles if doel)
        and "id" in uit.doelen.values()
    )
    if "huisnummer" not in " ".join(uit.doelen.values()) and not uit.eigen:  # dan staat het nummer bij de straat
        uit.doelen = {k: "adres" if d == STRAAT and "adres" not in gehad else d for k, d in uit.doelen.items()}
    return uit
