"""Wat een controle krijgt: alles wat gelezen is, en waar te melden."""

from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct, field

from generator.betekenis.bedoeld import Zinnenboek
from generator.betekenis.dubbel import Dubbel
from generator.controles.bedoeld import zinnenboeken
from generator.lezen.inhoud import Gelezen
from generator.lezen.plekken import plek_van
from generator.lezen.waarden import naaste
from generator.meldingen import Verslag
from generator.model import Gemeente, Instellingen
from generator.model.kennis import Kennis
from generator.voorraad import Voorraad

MEEST_GEZOCHT = 50


class Stand(Struct):
    """De gelezen inhoud van een map, voor de controles. `plaatsen` geeft per plek de code van de wijk; `dubbelen` vult een
    controle, voor wie er later om vraagt.
    """

    gelezen: Gelezen
    gemeenten: tuple[Gemeente, ...]
    plaatsen: dict[tuple[str, int], str]
    instellingen: Instellingen
    map: Path
    verslag: Verslag
    peildatum: date
    voorraad: Voorraad
    kennis: Kennis = field(default_factory=Kennis)
    dubbelen: list[Dubbel] = field(default_factory=list)
    _naaste: dict[tuple[str, str], str] = field(default_factory=dict)
    _boeken: dict[str, Zinnenboek] = field(default_factory=dict)

    def meld(self, code: str, pad: str, veldpad: str, **waarden: object) -> None:
        """Meld op de plek van een veld in een YAML-bestand."""
        self.verslag.meld(code, pad, plek_van(self.gelezen.lagen, pad, veldpad), **waarden)

    def meld_eerste(self, code: str, pad: str, veldpaden: tuple[str, ...], **waarden: object) -> None:
        """Meld op het eerste van deze velden dat er is; voor een groep die ook als lijst mag staan."""
        plekken = [plek_van(self.gelezen.lagen, pad, veldpad) for veldpad in veldpaden]
        self.verslag.meld(code, pad, next((plek for plek in plekken if plek != (1, 1)), plekken[-1]), **waarden)

    def voorstel(self, soort: str, id_: str, bekend) -> str:
        """De ids die bedoeld kunnen zijn; na 50 verschillende zoeken we niet meer, want dat is per keer duur."""
        sleutel = (soort, id_)
        if sleutel not in self._naaste:
            zoek = len(self._naaste) < MEEST_GEZOCHT
            self._naaste[sleutel] = (self._zoek(soort, id_, sorted(bekend)) if zoek else "") or "niets dat erop lijkt"
        return self._naaste[sleutel]

    def bedoeld(self, soort: str, woord: str, bekend: Collection[str]) -> str:
        """De ids die mensen met dit woord bedoelen, hoogstens drie; leeg als niets het woord kent."""
        self._boeken = self._boeken or zinnenboeken(self.gelezen, self.gemeenten)
        return ", ".join(i for i in self._boeken[soort].zoek(woord) if i in bekend) if soort in self._boeken else ""

    def _zoek(self, soort: str, id_: str, bekend: list[str]) -> str:
        """Een typfout eerst, dan wat de schrijver met dit woord bedoelt, en anders wat er in letters op lijkt."""
        bedoeld = [deel for deel in self.bedoeld(soort, id_, bekend).split(", ") if deel]
        if not bedoeld:
            return naaste(id_, bekend)
        return ", ".join(list(dict.fromkeys([*get_close_matches(id_, bekend, 1, 0.8), *bedoeld]))[:3])

    @property
    def kapotte_gebieden(self) -> set[str]:
        """De mappen onder gebieden/ waar al een fout in staat; hun codes zijn niet te controleren."""
        return {
            "/".join(m.pad.split("/")[:2])
            for m in self.verslag.meldingen_ruw
            if m.pad.startswith("gebieden/") and m.soort == "fout"
        }
