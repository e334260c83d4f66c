"""De map sociale_kaart/ lezen: een bestand per ingang, organisatie of functie; themas en doorverwijzingen los."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.kernen import Ploeg
from generator.lezen.adressen import ADRESBOEK, lees_adresboek, lees_doorverwijzingen
from generator.lezen.bestanden import inhoud_van, is_map
from generator.lezen.ingangen import Beurt, Ingangslezer, Vondst
from generator.lezen.lagen import EIGEN, KAART, Laag, Lagen
from generator.lezen.losse_bestanden import LOS as STAPELT
from generator.lezen.losse_bestanden import lees_gestapeld, lees_ruw, staat_er
from generator.lezen.mappen import Namen, doet_mee
from generator.lezen.nazien import lees_nazien
from generator.lezen.upl import UPL, lees_upl
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing, Verwijzing, is_id, nette_naam
from generator.lezen.yaml_lezer import Lijst, Tekst, Velden
from generator.meldingen import Verslag
from generator.model import SOORTEN, Functie, Organisatie, Thema, Voorziening
from generator.model.activiteit import Activiteit
from generator.model.adresboek import Bevestiging, Doorverwijzing, Gepubliceerd
from generator.model.upl import Product
from generator.schema import ACTIVITEIT, FUNCTIE, ORGANISATIE, THEMABESTAND, VOORZIENING, Veld
from generator.voorraad import Voorraad

LOS = (*STAPELT, UPL)
VERWIJST = ("voorziening", "organisatie", "functie", "thema", "activiteit")
# Waarin elk ding een bestand heeft: de mappen, met wat een map over haar bestanden zegt, en de tabel.
PER_BESTAND: dict[str, tuple[dict[str, dict], Veld]] = {
    "voorziening": ({naam: {"soort": soort} for naam, soort in SOORTEN.items()}, VOORZIENING),
    "organisatie": ({"organisaties": {}}, ORGANISATIE),
    "functie": ({"functies": {}}, FUNCTIE),
    "activiteit": ({"activiteiten": {}}, ACTIVITEIT),
}


class Gelezen(Struct):
    """Wat uit sociale_kaart/ kwam, nog niet onderling gecontroleerd.

    `verwijzingen` (per pad), `bekend` (ids per soort) en `bestanden` (paden van een voorziening per id) tellen ook
    bestanden met een fout mee: zo geeft een fout er maar een. `onzeker` zijn soorten waarvan de lijst onleesbaar was.
    `afdrukken` zijn de vingerafdrukken van de bestanden, per pad, in `mensen` (paden) lijkt iemand genoemd te worden,
    `gelijk` is wat in een eigen bestand hetzelfde is als in een set, en `sets` per pad uit welke set het komt.
    `los` is het pad van elk los bestand, op naam.
    `upl` is de productnamenlijst, op URI, of None als zij er niet is.
    """

    lagen: Lagen

    voorzieningen: list[Voorziening] = field(default_factory=list)
    organisaties: list[Organisatie] = field(default_factory=list)
    functies: list[Functie] = field(default_factory=list)
    activiteiten: list[Activiteit] = field(default_factory=list)
    themas: list[Thema] = field(default_factory=list)
    doorverwijzingen: dict[str, Doorverwijzing] = field(default_factory=dict)
    adresboek: dict[str, Gepubliceerd] = field(default_factory=dict)
    bevestigd: dict[str, Bevestiging] = field(default_factory=dict)
    verwijzingen: dict[str, list[Verwijzing]] = field(default_factory=dict)
    bekend: dict[str, set[str]] = field(default_factory=lambda: {s: set() for s in VERWIJST})
    bestanden: dict[str, list[str]] = field(default_factory=dict)
    onzeker: set[str] = field(default_factory=set)
    afdrukken: dict[str, str] = field(default_factory=dict)
    mensen: set[str] = field(default_factory=set)
    gelijk: list[str] = field(default_factory=list)
    sets: dict[str, str] = field(default_factory=dict)
    los: dict[str, str] = field(default_factory=dict)
    upl: dict[str, Product] | None = None


class Inlezer:
    """Leest een map; houdt bij waar te melden en wat al bekend is uit de voorraad."""

    def __init__(self, lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.lagen, self.verslag, self.peildatum = lagen, verslag, peildatum
        self.lezer = Ingangslezer(lagen, verslag, peildatum, voorraad)
        self.bekend: dict[str, set[str]] = {soort: set() for soort in VERWIJST}
        self.paden: dict[str, list[str]] = {}
        self.onzeker: set[str] = set()
        self.beurten: dict[str, list[Beurt]] = {}
        self.gelijk = self.lezer.gelijk
        self.los: dict[str, str] = {}

    def bestanden(self, map_: Path, basis: str, bekend: set[str]) -> list[Path]:
        """De .yaml-bestanden van een map op naam, met meldingen over alles wat erop lijkt. Vult `bekend` met de ids."""
        uit, namen = [], Namen(self.verslag, "voorziening", ".yaml")
        for ingang in inhoud_van(map_, basis, self.verslag):
            pad = f"{basis}/{ingang.name}"
            stam, _, soort = ingang.name.rpartition(".")
            if not doet_mee(ingang, pad, self.verslag):
                if not ingang.is_symlink():
                    continue
            elif not ingang.is_file():
                self.verslag.meld("SK013", pad, naam=ingang.name)
            elif soort != "yaml":
                self.verslag.meld(
                    "SK007", pad, naam=ingang.name, voorstel=nette_naam(ingang.name.split(".")[0]) + ".yaml"
                )
            elif namen.goed(stam, pad):
                uit.append(map_ / ingang.name)
            bekend.add(stam if is_id(stam) else nette_naam(stam))
        return uit

    def vondsten(self, naam: str, bekend: set[str], vast: dict) -> Iterable[Vondst]:
        """De bestanden van een map in elke laag, de onderste laag eerst."""
        for laag in self.lagen.alle:
            map_, basis = laag.map / naam, f"{laag.basis}/{naam}"
            if is_map(map_) and not os.path.islink(map_):
                for bestand in self.bestanden(map_, basis, bekend):
                    yield Vondst(laag, bestand, f"{basis}/{bestand.name}", vast)

    def stapels(self, mappen: dict[str, dict], verwijst: str) -> list[list[Vondst]]:
        """De bestanden uit deze mappen van elke laag; van een id telt de bovenste laag. Op map en dan op naam."""
        stapels: dict[str, list[Vondst]] = {}
        for naam, vast in mappen.items():
            for vondst in self.vondsten(naam, self.bekend[verwijst], vast):
                stapels.setdefault(vondst.bestand.stem, []).append(vondst)
        uit = []
        for id_, stapel in stapels.items():
            stapel.sort(key=lambda v: self.lagen.alle.index(v.laag))
            boven = [v for v in stapel if v.laag is stapel[-1].laag]
            onder = stapel[: -len(boven)]
            if verwijst == "voorziening":
                self.paden[id_] = [v.pad for v in boven]
            uit += [([*onder, v]) for v in boven]
        plaats = {naam: nummer for nummer, naam in enumerate(mappen)}
        return sorted(uit, key=lambda s: (plaats[s[-1].bestand.parent.name], s[-1].bestand.name))

    def begin(self, ploeg: Ploeg, kernen: int) -> None:
        """Zoek alle bestanden op, en begin aan wat niet in de voorraad ligt."""
        self.beurten = {
            soort: [b for stapel in self.stapels(mappen, soort) if (b := self.lezer.beurt(stapel, groep))]
            for soort, (mappen, groep) in PER_BESTAND.items()
        }
        self.lezer.begin(chain.from_iterable(self.beurten.values()), ploeg, kernen)

    def dingen(self, soort: str) -> list:
        """Alle ingangen, organisaties, functies of activiteiten die te lezen zijn."""
        return [ding for beurt in self.beurten.pop(soort) if (ding := self.lezer.uitkomst(beurt)) is not NIETS]

    def lees_los(self, naam: str, groep: Veld, lees: Callable[[Velden, Lezing], Any]) -> Any:
        """Wat `lees` van een los bestand maakt; None als het er niet is of niet te lezen is."""
        ruw = lees_ruw(self.lagen, naam, self.verslag)
        if not ruw:
            return None
        self.los[naam] = ruw[-1][0]
        lezing = Lezing(Verslag(), ruw[-1][0], self.peildatum, groep)
        uit, gelijk = lees_gestapeld(self.lagen, naam, ruw, lezing, lees)
        self.gelijk += gelijk if ruw[-1][0].startswith(EIGEN) else []
        self.verslag.meldingen_ruw |= lezing.verslag.meldingen_ruw
        return uit

    def themas(self) -> list[Thema]:
        uit = self.lees_los("themas.yaml", THEMABESTAND, self.lees_themas)
        if uit is None:
            self.onzeker |= {"thema"} if staat_er(self.lagen, "themas.yaml") else set()
            return []
        self.onzeker |= set() if self.bekend["thema"] else {"thema"}
        return [] if uit is NIETS else list(uit["themas"])

    def lees_themas(self, boom: Velden, lezing: Lezing) -> object:
        self.bekend["thema"] = self.thema_ids(boom, lezing)
        return lees_groep(boom, THEMABESTAND, lezing)

    @staticmethod
    def thema_ids(boom: Velden, lezing: Lezing) -> set[str]:
        """De ids in themas.yaml, ook van themas met een fout; twee keer hetzelfde id is een melding."""
        lijst = boom.waarden.get("themas")
        eerste: dict[str, int] = {}
        for thema in lijst.waarden if isinstance(lijst, Lijst) else ():
            knoop = thema.waarden.get("id") if isinstance(thema, Velden) else None
            if isinstance(knoop, Tekst) and knoop.waarde in eerste:
                ander = f"dit bestand op regel {eerste[knoop.waarde]}"
                lezing.meld("SK302", knoop.plek, id=knoop.waarde, ander=ander)
            elif isinstance(knoop, Tekst):
                eerste[knoop.waarde] = knoop.regel
        return set(eerste)

    def doorverwijzingen(self) -> dict[str, Doorverwijzing]:
        uit = self.lees_los("doorverwijzingen.yaml", STAPELT["doorverwijzingen.yaml"].tabel, lees_doorverwijzingen)
        return uit if isinstance(uit, dict) else {}

    def wortel(self) -> bool:
        """Bestaat sociale_kaart/, en staat er in geen laag iets dat stil zou worden overgeslagen?"""
        map_ = self.lagen.eigen.map
        if map_.is_symlink() or not is_map(map_):
            self.verslag.meld("SK011" if map_.is_symlink() else "SK014", EIGEN, naam=EIGEN)
            return False
        for laag in self.lagen.alle:
            self.keur_namen(laag)
        return os.access(map_, os.R_OK | os.X_OK)  # mag zij niet open, dan is dat gemeld en mist er verder niets

    def keur_namen(self, laag: Laag) -> None:
        bekend, los = (
            {*SOORTEN, "organisaties", "functies", "activiteiten"},
            {*LOS, *(() if not laag.naam else (KAART,))},
        )
        for ingang in inhoud_van(laag.map, laag.basis, self.verslag):
            pad = f"{laag.basis}/{ingang.name}"
            if not doet_mee(ingang, pad, self.verslag):
                continue
            if ingang.name in bekend and not ingang.is_dir():
                self.verslag.meld("SK014", pad, naam=ingang.name)
            elif ingang.name not in bekend | los | {ADRESBOEK}:  # waar adressen.yaml hoort, zeggen de controles
                lijkt = get_close_matches(ingang.name, sorted(bekend if ingang.is_dir() else LOS), 1, 0.75)
                voorstel = lijkt[0] if lijkt else f"algemene_voorzieningen/{ingang.name}"
                self.verslag.meld("SK007", pad, naam=ingang.name, voorstel=voorstel)


def lees_inhoud(
    lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad, leeg_toegestaan: bool = False
) -> Gelezen:
    """Alles uit sociale_kaart/ en de sets. Fouten staan in het verslag; wat wel te lezen is komt mee."""
    with begin_inhoud(lagen, verslag, peildatum, voorraad) as lees_af:
        return lees_af(leeg_toegestaan)


@contextmanager
def begin_inhoud(
    lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad, kernen: int = 1
) -> Iterator[Callable[[bool], Gelezen]]:
    """Als `lees_inhoud`, in twee stappen: de andere kernen lezen vast, tot om de uitkomst gevraagd wordt."""
    inlezer = Inlezer(lagen, verslag, peildatum, voorraad)
    with Ploeg() as ploeg:
        if inlezer.wortel():
            inlezer.begin(ploeg, kernen)
            yield partial(lees_af, inlezer)
        else:
            yield lambda _: Gelezen(lagen, onzeker=set(VERWIJST))


def lees_af(inlezer: Inlezer, leeg_toegestaan: bool) -> Gelezen:
    """De losse bestanden, en daarna wat er per bestand gelezen is."""
    lagen, verslag, lezer = inlezer.lagen, inlezer.verslag, inlezer.lezer
    if not inlezer.bekend["voorziening"] and not leeg_toegestaan:
        verslag.meld("SK021", EIGEN)
        inlezer.onzeker.add("voorziening")
    los: dict[str, Any] = {
        "themas": inlezer.themas(),
        "doorverwijzingen": inlezer.doorverwijzingen(),
        "adresboek": lees_adresboek(lagen.eigen.map.parent, verslag, inlezer.peildatum),
        "bevestigd": lees_nazien(lagen.eigen.map.parent, verslag, inlezer.peildatum),
        "upl": lees_upl(lagen, verslag),
    }
    lezer.neem_op()
    return Gelezen(
        lagen,
        **los,
        voorzieningen=inlezer.dingen("voorziening"),
        organisaties=inlezer.dingen("organisatie"),
        functies=inlezer.dingen("functie"),
        activiteiten=inlezer.dingen("activiteit"),
        verwijzingen=lezer.verwijzingen,
        bekend=inlezer.bekend,
        bestanden=inlezer.paden,
        onzeker=inlezer.onzeker,
        afdrukken=lezer.afdrukken,
        mensen=lezer.mensen,
        gelijk=inlezer.gelijk,
        sets=lezer.sets,
        los=inlezer.los,
    )
