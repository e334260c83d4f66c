"""Van veranderingen naar berichten voor op de site, met de namen en adressen van nu."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from generator.geschiedenis.openbaar import is_nagekeken, openbare_zinnen
from generator.geschiedenis.verloop import is_half, lees_verloop
from generator.geschiedenis.waarden import Namen, namen_uit, staat_in
from generator.geschiedenis.zinnen import noem
from generator.meldingen import Verslag
from generator.model import Catalogus
from generator.model.geschiedenis import (
    ANDERS,
    NIEUW,
    VERHUISD,
    WEG,
    Bericht,
    Geschiedenis,
    Moment,
    Verandering,
)
from generator.opmaak import gewone_stand
from generator.voorraad import Voorraad

NAGEKEKEN, BEGIN = "nagekeken", "begin"
_GEEN_NIEUWS = (NAGEKEKEN, BEGIN)


def met_geschiedenis(catalogus: Catalogus, map_: Path, voorraad: Voorraad, verslag: Verslag) -> Catalogus:
    """De catalogus met haar geschiedenis, als die aan staat en er helemaal is; een halve kopie is een waarschuwing."""
    if not catalogus.instellingen.geschiedenis:
        return catalogus
    vanaf = catalogus.instellingen.geschiedenis_vanaf
    momenten = lees_verloop(map_, voorraad, vanaf=vanaf)
    if not momenten:
        if is_half(map_):
            verslag.meld("SK750", "mkdocs.yml")
        return catalogus
    berichten = Verteller(catalogus, map_).vertel(momenten, met_begin=vanaf is None)
    return replace(catalogus, geschiedenis=Geschiedenis(tuple(berichten)))


class Verteller:
    """Loopt van nu terug: zo is van elk ding bekend hoe het later heette."""

    def __init__(self, catalogus: Catalogus, map_: Path):
        self.catalogus, self.map = catalogus, map_
        self.namen: Namen = namen_uit(catalogus)
        self.later: dict[tuple[str, str], str] = {}  # een oud id en het id van nu
        self.bestand: dict[str, str] = {}  # een oud pad en het pad van nu
        self.nu = lru_cache(maxsize=None)(self._lees_nu)

    def _lees_nu(self, pad: str) -> str:
        try:
            return " ".join((self.map / pad).read_text(encoding="utf-8-sig").split())
        except (OSError, UnicodeDecodeError):
            return ""

    def vertel(self, momenten: tuple[Moment, ...], met_begin: bool = True) -> Iterator[Bericht]:
        for moment in momenten:
            eerste = met_begin and moment is momenten[-1] and all(v.wat == NIEUW for v in moment.veranderingen)
            for v in moment.veranderingen:
                if (bericht := self._bericht(v, moment)) is not None:
                    yield replace(bericht, wat=BEGIN) if eerste else bericht
            for v in moment.veranderingen:
                if v.wat == VERHUISD:
                    self.later[v.soort, v.inhoud] = self.later.get((v.soort, v.id), v.id)
                    self.bestand[v.was] = self.bestand.get(v.bestand, v.bestand)

    def _bericht(self, v: Verandering, moment: Moment) -> Bericht | None:
        id_ = self.later.get((v.soort, v.id), v.id)
        if self._zit_in_een_set(v, id_):
            return None
        tekst = self.nu(self.bestand.get(v.bestand, v.bestand))
        zinnen = openbare_zinnen(v, self.namen, lambda stuk: bool(stuk) and stuk in tekst)
        wat, zinnen = _wat(v, zinnen)
        if wat == ANDERS and not zinnen:
            return None
        naam = self._naam(v, id_)
        return Bericht(
            sleutel=hashlib.sha256(f"{moment.code} {v.soort} {v.id}".encode()).hexdigest()[:16],
            tijd=moment.tijd,
            dag=moment.dag,
            soort=v.soort,
            id=id_,
            naam=naam,
            wat=wat,
            kop=_kop(wat, noem(replace(v, naam=naam))),
            zinnen=tuple(zinnen),
            gebieden=self._gebieden(v, id_),
            adres=self._adres(v.soort, id_),
        )

    def _zit_in_een_set(self, v: Verandering, id_: str) -> bool:
        """Een eigen bestand dat kwam of wegging, terwijl het ding zelf uit een set komt: dat is voor niemand nieuws."""
        if any(s.veld == "vult_aan" for s in v.verschillen):
            return True
        if v.wat not in (NIEUW, WEG) or not staat_in(self.catalogus, v.soort, id_):
            return False
        eigen = isinstance(v.inhoud, dict) and "vult_aan" in v.inhoud
        return eigen or v.bestand in self.catalogus.sets or not (self.map / v.bestand).exists()

    def _naam(self, v: Verandering, id_: str) -> str:
        """De naam van nu; van wat weg is de laatste die het had."""
        soort = "gebied" if v.soort in ("grenzen", "gemeente") else v.soort
        return self.namen.per_soort.get(soort, {}).get(id_, v.naam)

    def _gebieden(self, v: Verandering, id_: str) -> tuple[str, ...]:
        if v.soort == "voorziening" and id_ in self.catalogus.voorzieningen:
            return tuple(sorted(self.catalogus.gebieden_van(self.catalogus.voorzieningen[id_])))
        if v.soort == "grenzen":
            return (id_,)
        werk = v.inhoud.get("werkgebied") or v.inhoud.get("gebied") if isinstance(v.inhoud, dict) else None
        codes = [str(code) for code in werk] if isinstance(werk, list) else []
        leden = [w.code for code in codes for g in self.catalogus.leden_van(code) for w in g.wijken]
        return tuple(sorted({*codes, *leden}))

    def _adres(self, soort: str, id_: str) -> str:
        """De pagina van een ding, ook als zij nu zegt dat het er niet meer is; leeg als er geen is."""
        c = self.catalogus
        pad = {"voorziening": "voorzieningen", "organisatie": "organisaties", "functie": "functies", "thema": "themas"}
        if soort in pad:
            adres = f"{pad[soort]}/{id_}/"
            bekend: dict = getattr(c, pad[soort])
            return adres if id_ in bekend or adres in c.doorverwijzingen else ""
        if soort == "grenzen" and id_ in c.gemeente_van and not id_.startswith("BU"):
            gebied = c.gebieden[id_]
            return f"gebieden/{c.gemeente_van[id_].slug}/" + ("" if gebied.soort == "gemeente" else f"{gebied.slug}/")
        if soort == "gemeente":
            return f"gebieden/{id_}/" if any(g.slug == id_ for g in c.gemeenten) else ""
        if soort == "pagina":
            return f"{id_}/" if f"{id_}.md" in c.geschreven else ""
        return "begrippen/" if soort == "begrip" else ""


def _wat(v: Verandering, zinnen: list[str]) -> tuple[str, list[str]]:
    """Wat er gebeurde; alleen opnieuw nagekeken is iets anders dan veranderd."""
    if v.wat in (NIEUW, WEG):
        return v.wat, []
    if dag := is_nagekeken(v):
        if not zinnen:
            return NAGEKEKEN, [f"Nagekeken op {gewone_stand(dag)}."]
    return ANDERS, zinnen


def _kop(wat: str, naam: str) -> str:
    return {
        NIEUW: f"Nieuw: {naam}",
        WEG: f"Niet meer in de sociale kaart: {naam}",
        NAGEKEKEN: f"Nagekeken: {naam}",
    }.get(wat, f"Veranderd: {naam}")


def van_ding(catalogus: Catalogus, soort: str, id_: str) -> tuple[Bericht, ...]:
    """De berichten over een ding, het nieuwste eerst."""
    return _per_ding(catalogus).get((soort, id_), ())


def _per_ding(catalogus: Catalogus) -> dict[tuple[str, str], tuple[Bericht, ...]]:
    def reken() -> dict[tuple[str, str], tuple[Bericht, ...]]:
        uit: dict[tuple[str, str], list[Bericht]] = {}
        for bericht in catalogus.geschiedenis.berichten if catalogus.geschiedenis else ():
            uit.setdefault((bericht.soort, bericht.id), []).append(bericht)
        return {sleutel: tuple(rij) for sleutel, rij in uit.items()}

    return catalogus.eenmaal("geschiedenis per ding", reken)


def van_de_site(catalogus: Catalogus) -> tuple[Bericht, ...]:
    """Alle berichten die voor iedereen nieuws zijn: wat er van het begin af stond of alleen is nagekeken, is dat niet."""
    alle = catalogus.geschiedenis.berichten if catalogus.geschiedenis else ()
    return catalogus.eenmaal("geschiedenis", lambda: tuple(b for b in alle if b.wat not in _GEEN_NIEUWS))


def van_gebied(catalogus: Catalogus, code: str) -> tuple[Bericht, ...]:
    def reken() -> dict[str, list[Bericht]]:
        uit: dict[str, list[Bericht]] = {}
        for bericht in van_de_site(catalogus):
            for gebied in bericht.gebieden:
                uit.setdefault(gebied, []).append(bericht)
        return uit

    return tuple(catalogus.eenmaal("geschiedenis per gebied", reken).get(code, ()))


def verdwenen(catalogus: Catalogus) -> dict[str, Bericht]:
    """Van elke ingang die weg is en nog een pagina heeft die dat zegt, het bericht daarover; op id."""
    uit: dict[str, Bericht] = {}
    for b in van_de_site(catalogus):
        if b.soort == "voorziening" and b.wat == WEG and b.id not in catalogus.voorzieningen and b.adres:
            uit.setdefault(b.id, b)
    return uit
