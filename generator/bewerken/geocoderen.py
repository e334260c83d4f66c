"""`geocodeer`: punten zetten bij plekken die een postcode en huisnummer hebben. Een geheim adres wordt nooit
opgezocht.
"""

from datetime import date
from pathlib import Path

from msgspec import Struct, field

from generator.bewerken.adressen import Adreszoeker, NietGevonden, sleutel
from generator.bewerken.bestand import lees_voor_wijziging, schrijf_heel
from generator.bewerken.nakijken import kijk_na, nieuwe_meldingen
from generator.bewerken.rekenblad.uitvoer import lees_ingangen
from generator.bewerken.stukken import KanNiet
from generator.bewerken.wijzigen import bewerk
from generator.meldingen import FOUT, Verslag
from generator.schema import VOORZIENING
from generator.voorraad import Voorraad


class Vondsten(Struct):
    """Per bestand de punten, en wat niet gevonden is met de reden."""

    gevonden: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)
    mis: list[tuple[str, str, str]] = field(default_factory=list)
    geheim: int = 0

    @property
    def aantal(self) -> int:
        return sum(map(len, self.gevonden.values()))


def plekken(boom: dict) -> list[tuple[int, dict]]:
    """De plekken van een ingang die een groep zijn, met hun nummer."""
    lijst = boom.get("locaties")
    return [(n, plek) for n, plek in enumerate(lijst if isinstance(lijst, list) else ()) if isinstance(plek, dict)]


def adres_van(plek: dict) -> tuple[str, str] | None:
    """Postcode en huisnummer, of None als er een ontbreekt."""
    adres = plek.get("adres")
    if isinstance(adres, dict) and isinstance(adres.get("postcode"), str) and isinstance(adres.get("huisnummer"), str):
        return adres["postcode"], adres["huisnummer"]
    return None


def zoek_punten(map_: Path, zoeker: Adreszoeker, verslag: Verslag) -> Vondsten:
    """Zoek de punten die ontbreken, en bewaar de lijst van wat er nog in een bestand staat."""
    uit, nodig = Vondsten(), set()
    for pad, boom in lees_ingangen(map_, verslag).values():
        for nummer, plek in plekken(boom):
            if plek.get("adres_geheim") == "ja":
                uit.geheim += 1
            elif adres := adres_van(plek):
                nodig.add(sleutel(*adres))
                if "punt" not in plek:
                    _zoek_een(uit, zoeker, pad, nummer, adres)
    zoeker.bewaar(nodig)
    return uit


def _zoek_een(uit: Vondsten, zoeker: Adreszoeker, pad: str, nummer: int, adres: tuple[str, str]) -> None:
    try:
        plek = zoeker.zoek(*adres)
        uit.gevonden.setdefault(pad, []).append((nummer, plek.lengte, plek.breedte))
    except NietGevonden as fout:
        uit.mis.append((pad, " ".join(adres), str(fout)))


def zet_punten(map_: Path, vondsten: Vondsten, verslag: Verslag, peildatum: date) -> list[str]:
    """Schrijf de punten in hun bestanden, nagekeken; geeft de paden die veranderd zijn."""
    nieuw = {}
    for pad, punten in vondsten.gevonden.items():
        try:
            merk, tekst = lees_voor_wijziging(map_, pad)
            velden = [
                (("locaties", n, "punt"), {"lengte": lengte, "breedte": breedte}) for n, lengte, breedte in punten
            ]
            nieuw[pad] = merk + bewerk(tekst, velden, VOORZIENING).encode()
        except KanNiet as fout:
            verslag.meld("SK801", pad, reden=fout)
    voorraad = Voorraad(map_)
    erbij = (
        nieuwe_meldingen(kijk_na(map_, peildatum, voorraad=voorraad), kijk_na(map_, peildatum, nieuw, voorraad))
        if nieuw
        else []
    )
    verslag.meldingen_ruw.update(m for m in erbij if m.pad in nieuw)
    goed = [pad for pad in nieuw if not any(m.pad == pad and m.soort == FOUT for m in erbij)]
    for pad in goed:
        schrijf_heel(map_, pad, nieuw[pad])
    return goed
