"""Een pagina die vast te zien is terwijl de rest nog gebouwd wordt: uit wat een vorige bouw las, en het bestand dat veranderde."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from generator.betekenis.nazien import met_bevestiging
from generator.bouw.schil import Schillen
from generator.bouw.stempelen import Stempel
from generator.gebieden.plaatsen import plaats_punten
from generator.lezen.ingangen import Ingangslezer, Vondst
from generator.lezen.lagen import lees_lagen
from generator.lezen.stapelen import VELD
from generator.lezen.waarden import NIETS
from generator.meldingen import Verslag
from generator.model import SOORTEN, Catalogus, Voorziening
from generator.paginas import een_pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.schema.ingang import VOORZIENING
from generator.voorraad import Voorraad


def lees_ingang(map_: Path, pad: str, verslag: Verslag, peildatum: date) -> tuple[Voorziening, str] | None:
    """Een eigen ingang met haar vingerafdruk; None als zij een set aanvult, ergens anders ligt of niet te lezen is."""
    delen, bestand = pad.split("/"), map_ / pad
    if len(delen) != 3 or delen[0] != "sociale_kaart" or delen[1] not in SOORTEN or not pad.endswith(".yaml"):
        return None
    if bestand.is_symlink() or not bestand.is_file() or VELD.encode() in bestand.read_bytes():
        return None
    lagen = lees_lagen(map_, verslag, peildatum)
    lezer = Ingangslezer(lagen, verslag, peildatum, Voorraad(map_, aan=False))
    v = lezer.lees([Vondst(lagen.eigen, bestand, pad, {"soort": SOORTEN[delen[1]]})], VOORZIENING)
    return (v, lezer.afdrukken[pad]) if isinstance(v, Voorziening) and v is not NIETS and not verslag.fouten else None


class Vooraan:
    """Houdt vast wat de laatste goede bouw las. Alleen een gewijzigde ingang die er al was, kan vooruit."""

    def __init__(self, map_: Path, peildatum: date):
        self.map, self.peildatum = map_, peildatum
        self.catalogus: Catalogus | None = None
        self.schillen: Schillen | None = None
        self.kaartjes: Kaartjes | None = None

    def onthoud(self, catalogus: Catalogus, schillen: Schillen) -> None:
        self.catalogus, self.schillen, self.kaartjes = catalogus, schillen, Kaartjes(catalogus)

    def pagina(self, pad: str, veranderd: Collection[str]) -> bytes | None:
        """De HTML van de pagina op `pad` na deze wijzigingen; None als daar de hele bouw voor nodig is."""
        if self.catalogus is None or self.schillen is None or not veranderd:
            return None
        if not all(map(self.neem_op, sorted(veranderd))) or self.kaartjes is None:
            return None
        pagina = een_pagina(self.catalogus, self.kaartjes, pad)
        return Stempel(self.catalogus, self.schillen).maak(pagina).html.encode() if pagina else None

    def neem_op(self, bestand: str) -> bool:
        """Zet de nieuwe ingang in de catalogus en bij de kaartjes; False als dat niet kan."""
        oud = self.catalogus
        was = oud.voorzieningen.get(Path(bestand).stem) if oud else None
        if oud is None or self.kaartjes is None or was is None or was.pad != bestand:
            self.catalogus = None  # tot de volgende goede bouw is niet zeker wat er staat
            return False
        if (gelezen := lees_ingang(self.map, bestand, Verslag(), self.peildatum)) is None:
            return False
        (v,) = met_bevestiging([gelezen[0]], oud.bevestigd)
        self.catalogus = replace(
            oud,
            voorzieningen={**oud.voorzieningen, v.id: v},
            afdrukken={**oud.afdrukken, v.id: gelezen[1]},
            plaatsen=self.plaatsen(oud.plaatsen, was, v, "wijken"),
            buurtplaatsen=self.plaatsen(oud.buurtplaatsen, was, v, "buurten"),
        )
        self.kaartjes = self.kaartjes.met(self.catalogus, v)
        return True

    def plaatsen(self, bekend: dict, was: Voorziening, v: Voorziening, niveau: str) -> dict:
        """Waar elke plek ligt; alleen een plek die verhuisde wordt opnieuw gezocht."""
        punten = [((v.id, i), p.punt.lengte, p.punt.breedte) for i, p in enumerate(v.locaties) if p.punt]
        if [p.punt for p in was.locaties] == [p.punt for p in v.locaties] or not self.catalogus:
            return bekend
        rest = {sleutel: code for sleutel, code in bekend.items() if sleutel[0] != v.id}
        gemeenten = self.catalogus.gemeenten
        if niveau == "buurten":
            gemeenten = tuple(g for g in gemeenten if any(c.startswith("BU") for d in g.indeling for c in d.codes))
        return rest | plaats_punten(gemeenten, punten, Voorraad(self.map, aan=False), niveau)
