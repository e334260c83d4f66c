"""Een melding van een bezoeker lezen: een tekst met een blok `sociale-kaart` erin. Alles wat erin staat is een
voorstel.
"""

import re
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.bewerken.knopen import maak_knopen, waarde_van
from generator.bewerken.paden import Pad, PadFout, keur_pad, lees_pad
from generator.bewerken.wijzigen import Wijziging
from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.mappen import GERESERVEERD
from generator.lezen.velden import is_leeg
from generator.lezen.waarden import hint_id, is_id, naaste
from generator.lezen.yaml_lezer import Tekst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model import SOORTEN
from generator.schema import VOORZIENING

GRENS_KB, MEESTE_VELDEN = 64, 200
SOORT_MELDING = ("nieuw", "wijzigen", "klopt", "bestaat-niet")
DELEN = ("soort", "id", "map", "velden", "opvolger", "toelichting")
VAST = {
    "id": "het id is de naam van het bestand",
    "gecontroleerd": "de dag van nakijken gaat alleen mee met 'soort: klopt'",
}
_HEK = re.compile(r"^ {0,3}(`{3,}|~{3,})sociale-kaart[ \t]*\n(.*?)^ {0,3}\1[`~]*[ \t]*$", re.M | re.S)


class Melding(Struct):
    """Wat iemand meldt; `velden` zijn paden met een waarde, of None om iets weg te halen."""

    soort: str
    id: str
    map: str = ""
    velden: list[Wijziging] = field(default_factory=list)
    plekken: list[tuple[int, int]] = field(default_factory=list)
    toelichting: str = ""


def lees_melding(bestand: Path, verslag: Verslag) -> Melding | None:
    """De melding, of None met de redenen in het verslag. Voert niets uit en schrijft niets."""
    pad = bestand.name
    ruw = lees_bytes(bestand, pad, verslag, GRENS_KB)
    tekst = None if ruw is None else ontcijfer(ruw, pad, verslag)
    return None if tekst is None else lees_meldingtekst(tekst, pad, verslag)


def zoek_blok(tekst: str) -> str:
    """Het eerste blok `sociale-kaart` met zijn hekken, zoals het in de tekst staat; leeg als het er niet is."""
    vondst = _HEK.search(tekst)
    return vondst[0] if vondst else ""


def begint_een_blok(tekst: str) -> bool:
    """Of ergens een hek met `sociale-kaart` begint, ook als het nergens eindigt."""
    return bool(re.search(r"^ {0,3}(`{3,}|~{3,})sociale-kaart", tekst, re.M))


def lees_meldingtekst(tekst: str, pad: str, verslag: Verslag) -> Melding | None:
    """De melding uit een tekst met \\n als regeleinde; `pad` is de naam waaronder fouten gemeld worden."""
    blokken = list(_HEK.finditer(tekst))
    if len(blokken) != 1:
        verslag.meld("SK802", pad, aantal=len(blokken))
        return None
    begin = tekst.count("\n", 0, blokken[0].start(2))
    regels = "\n" * begin + blokken[0][2]  # zo kloppen de regelnummers
    if not controleer_tekens(regels, pad, verslag):
        return None
    boom = lees_yaml(regels, pad, verslag)
    return None if boom is None else _Lezer(pad, verslag, boom, regels).melding()


class _Lezer:
    """Leest de delen van het blok; elke fout is een melding, en dan komt er niets uit."""

    def __init__(self, pad: str, verslag: Verslag, boom: Velden, regels: str):
        self.pad, self.verslag, self.boom = pad, verslag, boom
        waarden = waarde_van(maak_knopen(regels))
        velden = waarden.get("velden") if isinstance(waarden, dict) else None
        self.ruw = velden if isinstance(velden, dict) else {}  # staat een veld er twee keer, dan is dat al gemeld

    def meld(self, code: str, plek: tuple[int, int] | None = None, **waarden) -> None:
        self.verslag.meld(code, self.pad, plek or self.boom.plek, **waarden)

    def plek(self, naam: str) -> tuple[int, int]:
        return self.boom.sleutels.get(naam, self.boom.plek)

    def woord(self, naam: str) -> str:
        """Een deel dat een gewone tekst is, of leeg."""
        knoop = self.boom.waarden.get(naam)
        if knoop is None or isinstance(knoop, Tekst) and is_leeg(knoop):
            return ""
        if isinstance(knoop, Tekst):
            return knoop.waarde.strip()
        self.meld("SK804", self.plek(naam), veld=naam, reden="hier hoort een gewone tekst")
        return ""

    def melding(self) -> Melding | None:
        for naam in self.boom.waarden.keys() - set(DELEN):
            self.meld("SK804", self.plek(naam), veld=naam, reden=f"een melding heeft alleen {', '.join(DELEN)}")
        soort, id_, map_ = self.woord("soort"), self.woord("id"), self.woord("map")
        if soort not in SOORT_MELDING:
            self.meld("SK803", self.plek("soort"), waarde=soort, keuzes=", ".join(SOORT_MELDING))
        self.keur_id(id_)
        if (soort == "nieuw" or map_) and map_ not in SOORTEN:
            self.meld("SK805", self.plek("map"), waarde=map_, keuzes=", ".join(SOORTEN))
        uit = Melding(soort, id_, map_, toelichting=self.woord("toelichting"))
        self.velden(uit)
        return None if self.verslag.fouten else uit

    def keur_id(self, id_: str) -> None:
        if not is_id(id_):
            self.meld("SK309", self.plek("id"), id=id_, hint=hint_id(id_))
        elif id_ in GERESERVEERD:
            self.meld("SK303", self.plek("id"), id=id_, voorstel=f"{id_}-voorziening")

    def velden(self, uit: Melding) -> None:
        """Zet de velden om in wijzigingen; wat niet mag is een melding."""
        knoop = self.boom.waarden.get("velden")
        if knoop is None or isinstance(knoop, Tekst) and is_leeg(knoop):
            knoop = Velden({}, {}, *self.boom.plek)
        if not isinstance(knoop, Velden):
            self.meld(
                "SK804",
                self.plek("velden"),
                veld="velden",
                reden="hier horen velden: een pad, een dubbele punt en een waarde",
            )
            return
        velden = knoop.waarden
        if len(velden) > MEESTE_VELDEN:
            self.meld("SK804", self.plek("velden"), veld="velden", reden=f"meer dan {MEESTE_VELDEN} velden kan niet")
            return
        if uit.soort in ("nieuw", "wijzigen") and not velden:
            self.meld("SK806", self.plek("velden"))
        for naam, waarde in velden.items():
            self.veld(uit, naam, waarde, knoop.sleutels[naam])
        if opvolger := self.woord("opvolger"):
            uit.velden.append((("opvolger",), opvolger))
            uit.plekken.append(self.plek("opvolger"))
        self.keur_soort(uit)

    def veld(self, uit: Melding, naam: str, waarde, plek: tuple[int, int]) -> None:
        try:
            pad = lees_pad(naam)
            keur_pad(VOORZIENING, pad)
        except PadFout as fout:
            namen = [n for n in VOORZIENING.per_naam if n not in VAST]
            self.meld("SK807", plek, reden=fout, voorstel=naaste(naam.split(".")[0][:40], namen))
            return
        if pad[0] in VAST:
            if uit.soort != "nieuw":  # bij iets nieuws zetten we ze zelf
                self.meld("SK808", plek, veld=naam, reden=VAST[pad[0]])
            return
        if any(vorig[: len(pad)] == pad or pad[: len(vorig)] == vorig for vorig, _ in uit.velden):
            self.meld("SK808", plek, veld=naam, reden="er staat al een ander veld dat hetzelfde wijzigt")
            return
        uit.velden.append(
            (pad, None if isinstance(waarde, Tekst) and is_leeg(waarde) else _kaal(self.ruw.get(naam, "")))
        )
        uit.plekken.append(plek)

    def keur_soort(self, uit: Melding) -> None:
        """Bij 'klopt' horen geen velden, en bij 'bestaat-niet' hoogstens een opvolger."""
        toegestaan: dict[str, tuple[Pad, ...]] = {"klopt": (), "bestaat-niet": (("opvolger",),)}
        mag = toegestaan.get(uit.soort)
        for (pad, _), plek in zip(uit.velden, uit.plekken, strict=True):
            if mag is not None and pad not in mag:
                self.meld(
                    "SK808",
                    plek,
                    veld=pad[0],
                    reden=f"bij 'soort: {uit.soort}' kan dit niet; stuur daarvoor 'soort: wijzigen'",
                )


def _kaal(waarde: Any) -> object:
    """Een tekst zonder witruimte aan de kanten; lijsten en groepen blijven hun vorm houden."""
    if isinstance(waarde, str):
        return waarde.strip()
    if isinstance(waarde, list):
        return [_kaal(deel) for deel in waarde]
    return {naam: _kaal(deel) for naam, deel in waarde.items()}
