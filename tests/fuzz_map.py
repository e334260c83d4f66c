"""Een hele inhoudsmap met elk soort bestand, waarin er een kapot gaat: alleen meldingen, en wat goed is, is te maken.

Anders dan `fuzz.py` leest dit alles samen, dus ook de regels over bestanden heen. De derde manier van beschadigen kent de
bouw van YAML: een waarde wordt een andere soort waarde. Met de hand: `python tests/fuzz_map.py AANTAL ZAAD`.
"""

import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

import fuzz
from proefmap import lees, leg_neer, maak_goede_map

from generator.bouw.bouwen import maak_nazicht, schillen_van
from generator.bouw.stempelen import Stempel
from generator.browser import gegevenssoorten
from generator.meldingen import SocialeKaartFout, Verslag
from generator.paginas import alle_paginas
from generator.schema.tabellen import Tabelvorm
from generator.uitleg.bestanden import bestanden, volledig
from generator.uitleg.eigen import met_wijken
from generator.uitvoer import tekst_van, uitvoersoorten
from generator.voorraad import Voorraad

EIGEN = {
    **{"voorziening": "geldloket", "organisatie": "stichting-samen", "functie": "buurthuis", "thema": "geld"},
    **{"WK": "WK999901", "WK2": "WK999902", "GM": "GM9999", "BU": "", "activiteit": "", "begrip": "melding"},
    **{"taak": "bijzondere-bijstand"},
}
NIET = {"set", "mkdocs", "gemeente", "themas", "toegangsmodel", "sets"}
WAARDEN = (
    *("", "~", "ja", "nee", "[]", "{}", "[[]]", "[{}]", "{a: b}", "- x", "0", "-1", "1e400", "2026-13-01", "9999-12-31"),
    *("'", '"', "|", ">-\n      x", "[x, x]", "geldloket", "buurthuis", "WK999901", "GM9999", "landelijk", "00:00-24:00"),
    *("24:00-00:00", "https://a.example/%zz", "https://[::1", "mailto:a@b", "#", "/", "../..", "a" * 5000, "é" * 300, "\u0301" * 90),
    *("x: y: z", "@", "%", "`", "!!str x", "&a x", "*a", "112", "+31", "1.2.3", "1 januari tot en met 31 februari", "[1, [2, [3]]]"),
)  # fmt: skip


def rijke_map(doel: Path) -> Path:
    """De goede map met van elk bestand dat iemand kan schrijven het volle voorbeeld uit de gids; zonder fouten."""
    maak_goede_map(doel)
    for bestand in bestanden():
        pad = bestand.paden[0].replace("gebieden/*", "gebieden/proefstad").replace("*", "rijk")
        if bestand.id not in NIET and not (doel / pad).exists():
            vorm = bestand.vorm
            leg_neer(
                doel,
                pad,
                met_wijken(vorm.voorbeeld(), EIGEN) if isinstance(vorm, Tabelvorm) else volledig(bestand, EIGEN),
            )
    return doel


def ruil(kans: random.Random, goed: str) -> bytes:
    """Een goed bestand waarin een tot drie regels een andere waarde, een andere sleutel of een ander stuk hebben."""
    regels = goed.split("\n")
    for _ in range(kans.choice((1, 1, 1, 2, 3))):
        plek = kans.randrange(len(regels))
        ander = kans.choice(regels)
        delen = re.match(r"(\s*(?:- )*)([\w-]+)(: ?)(.*)$", regels[plek])
        keus = kans.random()
        if keus < 0.1:
            del regels[plek]
            regels = regels or [""]
        elif keus < 0.2:
            regels.insert(plek, ander)
        elif delen is None or keus < 0.3:
            regels[plek] = regels[plek].replace(",", kans.choice((",,", ";", '"', "\t")), 1) + kans.choice(WAARDEN)
        elif keus < 0.4:
            sleutel = re.search(r"[\w-]+", ander)
            regels[plek] = delen[1] + (sleutel[0] if sleutel else "x") + delen[3] + delen[4]
        else:
            regels[plek] = (
                delen[1]
                + delen[2]
                + ": "
                + kans.choice((*WAARDEN, ander.strip(), f"[{delen[4]}]", f"{{{delen[2]}: {delen[4]}}}"))
            )
    return "\n".join(regels).encode("utf-8", "surrogatepass")


WIJZEN = (ruil, fuzz.verander, fuzz.verhaspel)


def maak_alles(catalogus, map_: Path) -> Verslag:
    """Alle pagina's en gegevens van een goede map, nagekeken maar niet geschreven."""
    verslag = Verslag()
    stempel = Stempel(catalogus, schillen_van(catalogus, verslag, Voorraad(map_, aan=False)))
    nazicht = maak_nazicht(catalogus, verslag)
    for pagina in alle_paginas(catalogus):
        nazicht.bekijk(pagina.pad, stempel.maak(pagina).html)
    for soort in (*uitvoersoorten(catalogus), *gegevenssoorten(catalogus)):
        for _, inhoud in soort():
            tekst_van(inhoud)
    return verslag


class Baan:
    """Een rijke map waarin steeds een bestand kapot gaat en weer heel wordt gemaakt."""

    def __init__(self, plek: Path):
        self.map = rijke_map(plek / "map")
        self.teksten = {
            p.relative_to(self.map).as_posix(): p.read_text(encoding="utf-8")
            for p in self.map.rglob("*")
            if p.is_file()
        }
        self.paden = sorted(self.teksten)

    def probeer(self, zaad: int, nummer: int, ook_maken: float = 0.0) -> tuple[str, str]:
        """(het bestand, wat er misging of leeg) van een invoer."""
        kans = random.Random(f"map-{zaad}-{nummer}")
        pad = kans.choice(self.paden)
        ruw = kans.choice(WIJZEN)(kans, self.teksten[pad])
        (self.map / pad).write_bytes(ruw)
        begin = time.process_time()
        try:
            return pad, self._oordeel(ruw, pad, begin, kans.random() < ook_maken)
        except SocialeKaartFout:
            return pad, ""
        except Exception:  # noqa: BLE001  dit is wat wij zoeken
            return pad, traceback.format_exc()
        finally:
            (self.map / pad).write_text(self.teksten[pad], encoding="utf-8")

    def _oordeel(self, ruw: bytes, pad: str, begin: float, ook_maken: bool) -> str:
        catalogus, verslag = lees(self.map)
        if time.process_time() - begin > 5:
            return f"langer dan vijf seconden over {len(ruw)} bytes"
        for m in verslag.meldingen_ruw:
            tekst = (self.map / m.pad).read_bytes() if (self.map / m.pad).is_file() else b""
            if m.regel > max(1, len(re.split(rb"\r\n|\r|\n", tekst.rstrip(b"\r\n"))) + tekst.endswith((b"\r", b"\n"))):
                return f"regel voorbij het einde: {m}"
        if (catalogus is None) != bool(verslag.fouten):
            return "zonder fouten is er een catalogus, en met fouten niet"
        if catalogus is None or not ook_maken:
            return ""
        verslag = maak_alles(catalogus, self.map)
        return (
            ""
            if not verslag.fouten
            else f"{pad}: wat de controle goed vond, is niet te maken\n{verslag.als_tekst()[:1500]}"
        )


def draai(aantal: int, zaad: int, ook_maken: float = 0.0) -> list[tuple[int, str, str]]:
    """(nummer, bestand, wat er misging) van elke invoer die geen gewone melding gaf."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as plek:
        baan = Baan(Path(plek))
        uitslagen = ((nummer, *baan.probeer(zaad, nummer, ook_maken)) for nummer in range(aantal))
        return [uitslag for uitslag in uitslagen if uitslag[2]]


def main(aantal: int, zaad: int, ook_maken: float = 0.02) -> int:
    mis = draai(aantal, zaad, ook_maken)
    for nummer, pad, wat in mis[:40]:
        print(f"zaad {zaad}, nummer {nummer}, {pad}:\n{wat}")
    print(f"{aantal} mappen met zaad {zaad}: {len(mis)} mis {dict(Counter(pad for _, pad, _ in mis)) or ''}".rstrip())
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), *map(float, sys.argv[3:])))
