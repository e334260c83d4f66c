"""Een map onder gebieden/ lezen: de gegevens van een gemeente, haar wijken, buurten, tabellen en eigen indeling."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from generator.betekenis.rekenen import telt_stuks
from generator.lezen import tabellen
from generator.lezen.bestanden import inhoud_van, lees_bytes, lees_tekst, plek_in
from generator.lezen.geojson import GRENS_KB, Kenmerk, lees_kenmerken, lees_water
from generator.lezen.kerncijfers import lees_kerncijfers
from generator.lezen.mappen import GERESERVEERD, doet_mee
from generator.lezen.ondergrond import lees_ondergrond
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing, naaste, nette_naam
from generator.lezen.yaml_lezer import Lijst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model import Deelgebied, Gebied, Gemeente, Tekening
from generator.schema import GEMEENTE, HERKOMST, INDELING, INDICATORBESTAND, Veld
from generator.voorraad import Voorraad, vingerafdruk

BESTANDEN = (
    "gemeente.yaml",
    "wijken.geojson",
    "wijken.csv",
    "buurten.geojson",
    "postcodes.csv",
    "kerncijfers.csv",
    "kerncijfers.yaml",
    "tegels.csv",
    "water.geojson",
    "ondergrond.geojson",
    "herkomst.yaml",
    "herkomst.json",
    "indeling.yaml",
)
Uitkomst = TypeVar("Uitkomst")
BEZET = GERESERVEERD | {"dekking", "wijkgids", "zo-werkt-het"}


class Gemeentemap:
    """Leest een map onder gebieden/; elke methode leest een bestand en meldt wat er niet klopt."""

    def __init__(self, map_: Path, pad: str, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.map, self.pad_map, self.verslag = map_, pad, verslag
        self.peildatum, self.voorraad = peildatum, voorraad
        self.namen: set[str] = set()
        self.code = ""
        self.afdrukken: list[str] = []

    def pad(self, naam: str) -> str:
        return f"{self.pad_map}/{naam}"

    def heeft(self, naam: str) -> bool:
        return naam in self.namen

    def keur_namen(self) -> None:
        """Welke bekende bestanden er zijn; alles wat stil zou worden overgeslagen is een melding."""
        for ingang in inhoud_van(self.map, self.pad_map, self.verslag):
            if not doet_mee(ingang, self.pad(ingang.name), self.verslag):
                continue
            if ingang.name not in BESTANDEN:
                self.verslag.meld(
                    "SK007", self.pad(ingang.name), naam=ingang.name, voorstel=naaste(ingang.name, BESTANDEN, 1)
                )
            elif not ingang.is_file():
                self.verslag.meld("SK013", self.pad(ingang.name), naam=ingang.name)
            else:
                self.namen.add(ingang.name)

    def yaml(self, naam: str, groep: Veld) -> tuple[dict, Velden] | None:
        if not self.heeft(naam):
            return None
        tekst = lees_tekst(self.map / naam, self.pad(naam), self.verslag)
        boom = None if tekst is None else lees_yaml(tekst, self.pad(naam), self.verslag)
        if boom is None:
            return None
        uit = lees_groep(boom, groep, Lezing(self.verslag, self.pad(naam), self.peildatum))
        return None if uit is NIETS else (uit, boom)

    def gegevens(self) -> dict | None:
        """gemeente.yaml; zonder een goede code is er verder niets te controleren."""
        if not self.heeft("gemeente.yaml"):
            self.verslag.meld("SK012", self.pad("gemeente.yaml"), reden="het bestand ontbreekt")
            return None
        gelezen = self.yaml("gemeente.yaml", GEMEENTE)
        if gelezen is None:
            return None
        uit, boom = gelezen
        if not re.fullmatch(r"GM\d{4}|RG[0-9A-Z]{2,8}", uit["code"], re.ASCII):
            self.verslag.meld(
                "SK510",
                self.pad("gemeente.yaml"),
                boom.waarden["code"].plek,
                gebied=uit["naam"],
                reden=f"{uit['code']} is geen code van een gemeente (GM0150) of regio (RG01)",
            )
            return None
        self.code = uit["code"]
        return uit

    def uit_voorraad(self, naam: str, lees: Callable[[bytes, str, Verslag], Uitkomst]) -> Uitkomst | None:
        """Het gelezen kaartbestand, uit de voorraad als de bytes gelijk zijn, met zijn waarschuwingen van toen."""
        ruw = lees_bytes(self.map / naam, self.pad(naam), self.verslag, GRENS_KB)
        if ruw is None:
            return None
        sleutel = vingerafdruk(self.pad(naam), self.code, ruw)
        if naam not in ("water.geojson", "ondergrond.geojson"):
            self.afdrukken.append(sleutel)
        if (bekend := self.voorraad.pak("vorm", sleutel)) is not None:
            self.verslag.meldingen_ruw.update(bekend[1])
            return bekend[0]
        eigen = Verslag()
        uit = lees(ruw, self.pad(naam), eigen)
        self.verslag.meldingen_ruw.update(eigen.meldingen_ruw)
        if not eigen.fouten:
            self.voorraad.leg("vorm", sleutel, (uit, tuple(eigen.meldingen)))
        return uit

    def kenmerken(self, naam: str, niveau: str) -> list[Kenmerk]:
        if not self.heeft(naam):
            return []
        return (
            self.uit_voorraad(naam, lambda ruw, pad, verslag: lees_kenmerken(ruw, pad, verslag, niveau, self.code))
            or []
        )

    def wijken(self) -> list[Gebied]:
        """De wijken uit wijken.geojson, of zonder vorm uit wijken.csv; elk met een eigen adres."""
        rijen = []
        if self.heeft("wijken.csv"):
            rijen = tabellen.lees_wijken_csv(self.map / "wijken.csv", self.pad("wijken.csv"), self.verslag, self.code)
        if self.heeft("wijken.geojson"):
            ruw = self.kenmerken("wijken.geojson", "wijk")
            gebieden = [
                Gebied(k.code, k.naam, "wijk", self.code, k.adres or adres_van_naam(k.naam), k.vorm, k.inwoners)
                for k in ruw
            ]
            if ruw and rijen:
                gebieden = tabellen.verbind_letters(gebieden, rijen)
        else:
            gebieden = [
                Gebied(code, naam, "wijk", self.code, rij["adres"] or adres_van_naam(naam), letter=letter)
                for rij, code, naam, letter in rijen
            ]
        if self.code.startswith("RG"):
            gebieden = _eigen_adressen(gebieden)
        self.keur_adressen(gebieden)
        return sorted(gebieden, key=lambda g: g.code)

    def keur_adressen(self, gebieden: Iterable[Gebied]) -> None:
        gezien: dict[str, Gebied] = {}
        naam = "wijken.geojson" if self.heeft("wijken.geojson") else "wijken.csv"
        for gebied in gebieden:
            eerste = gezien.setdefault(gebied.slug, gebied)
            if eerste is not gebied:
                self.verslag.meld(
                    "SK518",
                    self.pad(naam),
                    self.plek_van_code(naam, gebied.code),
                    naam=f"{gebied.naam} ({gebied.code})",
                    ander=f"{eerste.naam} ({eerste.code})",
                )

    def plek_van_code(self, naam: str, code: str) -> tuple[int, int]:
        """Waar een code in een bestand staat; pas gezocht als een melding erom vraagt."""
        tekst = (self.map / naam).read_text(encoding="utf-8", errors="replace")
        return plek_in(tekst, max(0, tekst.find(code)))

    def buurten(self, wijken: list[Gebied]) -> list[Gebied]:
        """De buurten; een naam die al bezet is (wijk Centrum, buurt Centrum) krijgt zijn code in het adres."""
        ruw = self.kenmerken("buurten.geojson", "buurt")
        buurten = [Gebied(k.code, k.naam, "buurt", self.code, adres_van_naam(k.naam), k.vorm, k.inwoners) for k in ruw]
        return _eigen_adressen(buurten, [w.slug for w in wijken])

    def indicatoren(self) -> tuple[dict, ...]:
        gelezen = self.yaml("kerncijfers.yaml", INDICATORBESTAND)
        if gelezen is None:
            return ()
        lijst, boom = gelezen[0]["indicatoren"], gelezen[1].waarden["indicatoren"]
        self.eenmalig([i["id"] for i in lijst], boom, "kerncijfers.yaml", "indicatoren")
        return lijst

    def eenmalig(self, ids: list[str], boom: Lijst, naam: str, veld: str) -> None:
        for nummer, id_ in enumerate(ids):
            if id_ in ids[:nummer]:
                self.verslag.meld("SK220", self.pad(naam), boom.waarden[nummer].plek, waarde=id_, veld=veld)

    def indeling(self, wijken: list[Gebied], buurten: list[Gebied]) -> tuple[Deelgebied, ...]:
        """De eigen gebieden, met de omtrek van hun wijken of buurten samen."""
        gelezen = self.yaml("indeling.yaml", INDELING)
        if gelezen is None:
            return ()
        lijst, boom = gelezen[0]["gebieden"], gelezen[1].waarden["gebieden"]
        self.eenmalig([g["id"] for g in lijst], boom, "indeling.yaml", "gebieden")
        bekend = {g.code: g for g in (*wijken, *buurten)}
        bezet, uit = {g.slug: g.naam for g in bekend.values()}, []
        for deel, knoop in zip(lijst, boom.waarden, strict=True):
            if deel["id"] in bezet or deel["id"] in BEZET:
                self.verslag.meld(
                    "SK518",
                    self.pad("indeling.yaml"),
                    knoop.waarden["id"].plek,
                    naam=deel["id"],
                    ander=bezet.get(deel["id"], "een vaste pagina"),
                )
            for code, plek in zip(deel["codes"], knoop.waarden["codes"].waarden, strict=True):
                if code not in bekend:
                    self.verslag.meld(
                        "SK305",
                        self.pad("indeling.yaml"),
                        plek.plek,
                        soort="gebied",
                        id=code,
                        voorstel=naaste(code, sorted(bekend)),
                    )
            leden = [bekend[c] for c in deel["codes"] if c in bekend]
            uit.append(Deelgebied(**{"soort": "gebied", **deel}, vorm=self.omtrek(leden)))
        return tuple(uit)

    def omtrek(self, leden: list[Gebied]) -> dict | None:
        if not leden or not all(g.vorm for g in leden):
            return None
        sleutel = vingerafdruk(*self.afdrukken, *(g.code for g in leden))
        if (vorm := self.voorraad.pak("omtrek", sleutel)) is None:
            from generator.lezen.vormen import verenig

            vorm = verenig([g.vorm for g in leden if g.vorm])
            self.voorraad.leg("omtrek", sleutel, vorm)
        return vorm

    def tekening(self, wijken: list[Gebied], water: dict | None) -> Tekening | None:
        """De wijken vereenvoudigd voor het oog; een keer uitgerekend zolang de grenzen en het water gelijk blijven."""
        if self.verslag.fouten or not any(w.vorm for w in wijken):
            return None
        sleutel = vingerafdruk(*self.afdrukken, json.dumps(water))
        if (uit := self.voorraad.pak("tekening", sleutel)) is None:
            from generator.lezen.tekening import maak_tekening

            uit = maak_tekening(wijken, water)
            self.voorraad.leg("tekening", sleutel, uit)
        return uit

    def herkomst(self) -> dict | None:
        gelezen = self.yaml("herkomst.yaml", HERKOMST) or self.yaml("herkomst.json", HERKOMST)
        return None if gelezen is None else gelezen[0]

    def cijfers(self, namen: dict[str, str], indicatoren: tuple[dict, ...]) -> dict:
        """De tabellen die naar gebieden verwijzen, als velden van Gemeente; `namen` zijn de gebieden, code en naam."""
        uit: dict = {}
        wijken = {code: naam for code, naam in namen.items() if code.startswith("WK")}
        if self.heeft("kerncijfers.csv"):
            uit["kerncijfers"] = lees_kerncijfers(
                self.map / "kerncijfers.csv",
                self.pad("kerncijfers.csv"),
                self.verslag,
                namen,
                [i["id"] for i in indicatoren],
                self.peildatum,
                [i["id"] for i in indicatoren if telt_stuks(i)],
            )
        if self.heeft("tegels.csv"):
            uit["tegels"] = tabellen.lees_tegels(self.map / "tegels.csv", self.pad("tegels.csv"), self.verslag, wijken)
        if self.heeft("postcodes.csv"):
            uit["postcodes"] = tabellen.lees_postcodes(
                self.map / "postcodes.csv", self.pad("postcodes.csv"), self.verslag, wijken
            )
        return uit

    def lees(self) -> Gemeente | None:
        """De hele gemeente, of None als gemeente.yaml niet te gebruiken is."""
        eerder = self.verslag.fouten
        self.keur_namen()
        if not self.namen and self.verslag.fouten > eerder:  # een map die niet open mag, mist niets
            return None
        gegevens = self.gegevens()
        if gegevens is None:
            return None
        wijken = self.wijken()
        buurten = self.buurten(wijken)
        indicatoren = self.indicatoren()
        namen = {self.code: gegevens["naam"]} | {g.code: g.naam for g in (*buurten, *wijken)}
        cijfers = self.cijfers(namen, indicatoren)
        water = self.uit_voorraad("water.geojson", lees_water) if self.heeft("water.geojson") else None
        ondergrond = (
            self.uit_voorraad("ondergrond.geojson", lees_ondergrond) if self.heeft("ondergrond.geojson") else None
        )
        return Gemeente(
            **gegevens,
            **cijfers,
            ondergrond=ondergrond,
            slug=self.map.name,
            pad=self.pad("gemeente.yaml"),
            wijken=tuple(wijken),
            buurten=tuple(buurten),
            indicatoren=indicatoren,
            herkomst=self.herkomst(),
            water=water,
            indeling=self.indeling(wijken, buurten),
            tekening=self.tekening(wijken, water),
            afdruk=vingerafdruk(*self.afdrukken) if self.afdrukken else "",
        )


def adres_van_naam(naam: str) -> str:
    """De slug van een gebied; een naam die botst met een vaste pagina krijgt '-wijk' erachter."""
    slug = nette_naam(naam)
    return f"{slug}-wijk" if slug in BEZET else slug


def _eigen_adressen(gebieden: list[Gebied], bezet: Iterable[str] = ()) -> list[Gebied]:
    """Een naam die vaker voorkomt of al bezet is, krijgt de code in zijn adres."""
    telling = Counter((*bezet, *(g.slug for g in gebieden)))
    return [g if telling[g.slug] == 1 else replace(g, slug=f"{g.slug[:54]}-{g.code[2:].lower()}") for g in gebieden]
