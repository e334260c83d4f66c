"""Van adres naar punt met de Locatieserver van PDOK: alleen wat precies klopt, met een lijst die in het project bewaard wordt.

Bron van het antwoord: de documentatie van de Locatieserver (response.docs met postcode, huisnummer, huisletter,
huisnummertoevoeging, wijkcode en centroide_ll). De dienst zoekt vaag; postcode en huisnummer vergelijken we zelf.
"""

import csv
import io
import re
import urllib.parse
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from generator.bewerken.bestand import schrijf_heel
from generator.gebieden.pdok import Geweigerd, Pdok

LIJST = "adrespunten.csv"
_PUNT = re.compile(r"POINT\((\d+(?:\.\d+)?) (\d+(?:\.\d+)?)\)")
_VELDEN = (
    "weergavenaam,postcode,huisnummer,huisletter,huisnummertoevoeging,straatnaam,woonplaatsnaam,wijkcode,centroide_ll"
)

Sleutel = tuple[str, str]


class Plek(Struct, frozen=True):
    """Een gevonden adres: graden met vijf cijfers achter de punt, en de wijkcode als die er was."""

    lengte: str
    breedte: str
    wijk: str = ""


class NietGevonden(Exception):
    """Dit adres is niet precies te vinden; de tekst zegt waarom."""


def sleutel(postcode: str, huisnummer: str) -> Sleutel:
    """Postcode zonder spatie en huisnummer met toevoeging zonder tekens: ('7411AA', '12a')."""
    return re.sub(r"\s", "", postcode).upper(), re.sub(r"[^0-9a-z]", "", huisnummer.lower())


def _cijfers(huisnummer: str) -> str:
    return huisnummer[: len(huisnummer) - len(huisnummer.lstrip("0123456789"))]


def lees_lijst(map_: Path) -> dict[Sleutel, Plek]:
    """Wat eerder gevonden is; een regel die niet klopt telt niet mee."""
    bestand = map_ / LIJST
    if not bestand.is_file() or bestand.is_symlink():
        return {}
    rijen = csv.DictReader(io.StringIO(bestand.read_text(encoding="utf-8-sig", errors="replace"), newline=""))
    uit = {}
    for rij in rijen:
        if (
            all(re.fullmatch(r"\d{1,2}\.\d{1,7}", rij.get(k) or "") for k in ("lengte", "breedte"))
            and rij.get("postcode")
            and rij.get("huisnummer")
        ):
            uit[sleutel(rij["postcode"], rij["huisnummer"])] = Plek(
                rij["lengte"], rij["breedte"], rij.get("wijk") or ""
            )
    return uit


def bewaar_lijst(map_: Path, lijst: dict[Sleutel, Plek]) -> None:
    """Schrijf de lijst op volgorde, zodat een verschil in Git klein is."""
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\n")
    schrijver.writerow(("postcode", "huisnummer", "lengte", "breedte", "wijk"))
    schrijver.writerows((*s, p.lengte, p.breedte, p.wijk) for s, p in sorted(lijst.items()))
    schrijf_heel(map_, LIJST, stroom.getvalue().encode())


class Adreszoeker:
    """Zoekt adressen: eerst in de bewaarde lijst, dan bij PDOK. `dienst` is alleen in een toets een andere."""

    def __init__(self, map_: Path, dienst: Pdok | None = None):
        self.map, self.lijst, self.dienst = map_, lees_lijst(map_), dienst or Pdok()
        self.gevraagd = 0
        self._mis: dict[Sleutel, str] = {}

    def zoek(self, postcode: str, huisnummer: str) -> Plek:
        """De plek van precies dit adres. Raist NietGevonden, en SocialeKaartFout als de dienst er niet is."""
        wie = sleutel(postcode, huisnummer)
        if wie in self._mis:
            raise NietGevonden(self._mis[wie])
        if wie not in self.lijst:
            self.gevraagd += 1
            try:
                self.lijst[wie] = kies(self._vraag(wie), wie)
            except NietGevonden as fout:
                self._mis[wie] = str(fout)
                raise
        return self.lijst[wie]

    def _vraag(self, wie: Sleutel) -> list[dict]:
        nummer = _cijfers(wie[1])
        vraag = urllib.parse.urlencode(
            [
                ("q", f"{wie[0]} {nummer}"),
                ("fq", "type:adres"),
                ("fq", f"postcode:{wie[0]}"),
                ("fl", _VELDEN),
                ("rows", 100),
            ]
        )
        try:
            antwoord = self.dienst.haal(f"{self.dienst.ogc}/bzk/locatieserver/search/v3_1/free?{vraag}")
        except Geweigerd as fout:
            raise NietGevonden(f"de dienst weigert de vraag (status {fout.status})") from fout
        deel = antwoord.get("response")
        docs = deel.get("docs") if isinstance(deel, dict) else None
        if not isinstance(docs, list):
            raise NietGevonden("het antwoord van de dienst is niet te lezen")
        return [doc for doc in docs if isinstance(doc, dict)]

    def bewaar(self, nog_nodig: Iterable[Sleutel] | None = None) -> None:
        """Bewaar de lijst; met `nog_nodig` alleen die adressen, zodat niets blijft staan wat nergens meer staat."""
        houd = self.lijst if nog_nodig is None else {s: self.lijst[s] for s in nog_nodig if s in self.lijst}
        if houd != lees_lijst(self.map):
            bewaar_lijst(self.map, houd)


def _nummer(doc: dict) -> str:
    return sleutel("", "".join(str(doc.get(d) or "") for d in ("huisnummer", "huisletter", "huisnummertoevoeging")))[1]


def kies(docs: list[dict], wie: Sleutel) -> Plek:
    """De plek uit het antwoord waarvan postcode, nummer en toevoeging gelijk zijn. Raist NietGevonden."""
    straat = [doc for doc in docs if str(doc.get("postcode") or "").replace(" ", "").upper() == wie[0]]
    goed = [plek for doc in straat if _nummer(doc) == wie[1] and (plek := _plek(doc))]
    if not goed:
        nummer = _cijfers(wie[1])
        anders = sorted({_nummer(doc) for doc in straat if str(doc.get("huisnummer")) == nummer})
        raise NietGevonden(
            f"wel gevonden: {', '.join(anders[:6])}" if anders else "postcode en huisnummer horen niet bij elkaar"
        )
    if any(
        abs(float(p.lengte) - float(goed[0].lengte)) > 0.001 or abs(float(p.breedte) - float(goed[0].breedte)) > 0.001
        for p in goed
    ):
        raise NietGevonden("er zijn meer plekken met dit adres")
    return goed[0]


def _plek(doc: dict) -> Plek | None:
    """De plek van een antwoord, of None als het punt niet in Nederland ligt of niet te lezen is."""
    vondst = _PUNT.fullmatch(str(doc.get("centroide_ll") or "").strip())
    if not vondst:
        return None
    lengte, breedte = float(vondst[1]), float(vondst[2])
    if not (3.2 <= lengte <= 7.3 and 50.7 <= breedte <= 53.7):
        return None
    wijk = str(doc.get("wijkcode") or "")
    return Plek(_graden(lengte), _graden(breedte), wijk if re.fullmatch(r"WK\d{4}[0-9A-Z]{2}", wijk) else "")


def _graden(getal: float) -> str:
    heel = f"{getal:.5f}".rstrip("0")
    return heel + "0" if heel.endswith(".") else heel
