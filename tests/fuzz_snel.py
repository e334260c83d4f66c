"""De snelle weg van het lezen naast de gewone: wat zij aanneemt, neemt de gewone weg ook aan, en als hetzelfde object. Dat
object komt ook uit de bytes waarin de voorraad het bewaart, terug zoals het was.

Elk bestand is een goed bestand dat herschreven of beschadigd is, en volgt uit het zaad en zijn nummer. De gewone weg leest
met een eigen veldentabel die niets onthoudt, zodat zij niet overneemt wat de snelle weg eerder las. Het gaat mee met
`python3 kaart.py test --fuzz`; alleen dit: `python tests/fuzz_snel.py AANTAL ZAAD`.
"""

import random
import re
import sys
import traceback
from dataclasses import replace
from datetime import date
from pathlib import Path

import fuzz
import fuzz_map
from msgspec import Struct

from generator.lezen.ingangen import Ingangslezer, Vondst, tekst_uit
from generator.lezen.inlezing import Inlezing, pak_in, pak_uit
from generator.lezen.lagen import Laag, Lagen
from generator.lezen.snel import lees_snel
from generator.lezen.waarden import NIETS, Lezing
from generator.meldingen import Verslag
from generator.schema import ACTIVITEIT, FUNCTIE, ORGANISATIE, VOORZIENING, Veld
from generator.uitleg.bestanden import bestanden, volledig
from generator.voorraad import Voorraad

PROJECT = Path(__file__).parents[1]
TABELLEN = {
    "voorziening": (VOORZIENING, {"soort": "wijkfunctie"}),
    "organisatie": (ORGANISATIE, {}),
    "functie": (FUNCTIE, {}),
    "activiteit": (ACTIVITEIT, {}),
}
SOORT_VAN_MAP = {"organisaties": "organisatie", "functies": "functie", "activiteiten": "activiteit"}
STAM = "geldloket"
DAG = date(2027, 6, 1)
_VELD = re.compile(r"^([ ]*(?:- )*)([\w-]+): (\S.*)$")
EINDEN = (" # een opmerking", " #x", "  # x", "\t# x", " ", "   ", "\t", ",", "'", '"', ":", ": x", " !", " &a", " *a")
VOOR = (
    "!!str ",
    "! ",
    "!x ",
    "&a ",
    "*a",
    "- ",
    "? ",
    ": ",
    "\t",
    "\u00a0",
    "| ",
    "> ",
    "@",
    "%",
    "`",
    "~",
    "null",
    "<<: ",
    "\u2018",
    "-",
)
TEKENS = (
    "\\x41",
    "\\u202e",
    "\\n",
    "\\t",
    "\\\\",
    "\\e",
    "\\_",
    "''",
    "\u00e9",
    "\u0301" * 6,
    "\u2019",
    "\u0430",
    "&nbsp;",
    "<b>",
    "#",
)
HEEL = (
    *("\ufeff{}", "---\n{}", "---\n{}...\n", "{}---\n", "{}...\nx", "%YAML 1.1\n---\n{}", "# kop\n{}", "{}\n\n", "\n{}", "{{{}}}", "- {}"),
    *("{}x: y\n", "id: geldloket\n{}", "id: ander\n{}", "vult_aan: landelijk\n{}", "<<: {{}}\n{}", "? a\n: b\n{}", "{}" + "[" * 3000),
)  # fmt: skip


def _kopie(veld: Veld) -> Veld:
    return replace(veld, velden=tuple(map(_kopie, veld.velden)))


def heen_en_terug(ding: object, verwijzingen: list) -> Inlezing:
    """Wat ervan komt als de voorraad het bewaart, of een kopie van het proces het teruggeeft."""
    terug = pak_uit(pak_in(Inlezing(DAG, ding, verwijzingen, False, set(), {})), type(ding))
    assert terug is not None, "niet uit te pakken"
    return terug


def soorten(waarde: object) -> object:
    """De soort van een waarde en van alles erin: 1 en 1.0 zijn gelijk, en een lijst is geen rij."""
    if isinstance(waarde, Struct):
        return type(waarde), [soorten(getattr(waarde, naam)) for naam in waarde.__struct_fields__]
    return (type(waarde), list(map(soorten, waarde))) if isinstance(waarde, (tuple, list, set)) else type(waarde)


def _vergeet(veld: Veld) -> None:
    veld.gelezen.clear()
    for deel in veld.velden:
        _vergeet(deel)


EIGEN_TABELLEN = {soort: _kopie(tabel) for soort, (tabel, _) in TABELLEN.items()}


def voorbeelden() -> list[tuple[str, str]]:
    """(soort, tekst) van goede bestanden: het volle voorbeeld uit de gids, de goede map, de set en de voorbeeldgemeente."""
    vol = [(b.id, volledig(b, fuzz_map.EIGEN)) for b in bestanden() if b.id in TABELLEN]
    uit = [(soort, tekst.replace("status: actief", "status: gesloten")) for soort, tekst in vol]
    for map_ in (fuzz.GOED / "sociale_kaart", PROJECT / "sociale_kaart", PROJECT / "generator/landelijk"):
        for bestand in sorted(map_.glob("*/*.yaml"))[:: 1 if map_.is_relative_to(fuzz.GOED) else 5]:
            uit.append((SOORT_VAN_MAP.get(bestand.parent.name, "voorziening"), bestand.read_text(encoding="utf-8")))
    return uit * 2 + uit[: len(TABELLEN)] * 20


VOORBEELDEN = voorbeelden()


def herschrijf(kans: random.Random, goed: str) -> bytes:
    """Een goed bestand waarin een tot drie waarden anders geschreven zijn; vaak blijft het goed."""
    regels = goed.split("\n")
    for _ in range(kans.choice((1, 1, 2, 3))):
        plek = kans.randrange(len(regels))
        if delen := _VELD.match(regels[plek]):
            regels[plek] = kans.choice(SCHRIJFWIJZEN)(kans, *delen.groups())
        elif regels[plek].strip():
            regels[plek] += kans.choice(EINDEN)
    tekst = "\n".join(regels)
    if kans.random() < 0.1:
        tekst = kans.choice(HEEL).replace("{{", "\0").replace("}}", "\1").replace("{}", tekst)
        tekst = tekst.replace("\0", "{").replace("\1", "}")
    if kans.random() < 0.03:
        tekst = tekst.replace("\n", kans.choice(("\r\n", "\r", "\n\n", "\u2028")))
    return tekst.encode("utf-8", "surrogatepass")


def _kaal(waarde: str) -> str:
    return waarde.strip("\"'")


def _dubbel(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    return f'{begin}{naam}: "{_kaal(waarde)}"'


def _enkel(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    return f"{begin}{naam}: '{_kaal(waarde)}'"


def _zonder(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    return f"{begin}{naam}: {_kaal(waarde)}"


def _blok(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    wit = " " * (len(begin) + 2)
    return f"{begin}{naam}: {kans.choice(('|', '>', '|-', '>+', '|2'))}\n{wit}{_kaal(waarde)}"


def _vouw(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    """Een waarde over twee regels."""
    haak, wit, kaal = kans.choice(("", '"', "'")), " " * (len(begin) + 2), _kaal(waarde)
    plaats = kans.randrange(len(kaal) + 1)
    midden = kans.choice(("", "", "naam: ", "- x: ", "# "))
    return f"{begin}{naam}: {haak}{kaal[:plaats].rstrip()}\n{wit}{midden}{kaal[plaats:]}{haak}"


def _met_teken(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    haak, kaal = kans.choice(("", '"', '"', "'")), _kaal(waarde)
    plaats = kans.randrange(len(kaal) + 1)
    return f"{begin}{naam}: {haak}{kaal[:plaats]}{kans.choice(TEKENS)}{kaal[plaats:]}{haak}"


def _einde(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    return f"{begin}{naam}: {waarde}{kans.choice(EINDEN)}"


def _voor(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    return f"{begin}{naam}:{kans.choice((' ', ' ', '', '  '))}{kans.choice(VOOR)}{waarde}"


def _sleutel(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    """De veldnaam anders geschreven, of twee keer."""
    wit = " " * len(begin)
    return kans.choice(
        (
            f'{begin}"{naam}": {waarde}',
            f"{begin}? {naam}\n{wit}: {waarde}",
            f"{begin}{naam}: {waarde}\n{wit}{naam}: {waarde}",
            f"{begin}&a {naam}: {waarde}",
            f"{begin}{naam} : {waarde}",
            f"{begin}{naam}\u00a0: {waarde}",
            f"{begin}!!str {naam}: {waarde}",
        )
    )


def _anders(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    return f"{begin}{naam}: {kans.choice(fuzz_map.WAARDEN)}"


def _lijstje(kans: random.Random, begin: str, naam: str, waarde: str) -> str:
    kaal = waarde.strip("[]")
    return f"{begin}{naam}: {kans.choice((f'[{kaal}]', f'[{kaal}, {kaal}]', f'[{kaal},]', f'[[{kaal}]]', f'{{{kaal}}}', kaal))}"


SCHRIJFWIJZEN = (_dubbel, _enkel, _zonder, _blok, _vouw, _met_teken, _einde, _voor, _sleutel, _anders, _lijstje)
WIJZEN = (herschrijf, herschrijf, herschrijf, fuzz_map.ruil, fuzz.verander, fuzz.verhaspel)


class Baan:
    """Leest elk bestand op twee manieren; `aangenomen` telt wat de snelle weg aannam, `goed` wat de gewone weg goed vond."""

    def __init__(self, ook_trouw: bool = False):
        self.aangenomen = self.goed = 0
        self.ook_trouw = ook_trouw
        laag = Laag("", Path("kaart/sociale_kaart"), "sociale_kaart")
        self.laag = laag
        self.lezer = Ingangslezer(Lagen((), laag), Verslag(), DAG, Voorraad(Path("kaart"), aan=False))

    def probeer(self, zaad: int, nummer: int) -> str:
        """Wat er misging met een bestand, of leeg."""
        kans = random.Random(f"snel-{zaad}-{nummer}")
        soort, tekst = kans.choice(VOORBEELDEN)
        ruw = kans.choice(WIJZEN)(kans, tekst)
        try:
            return self.vergelijk(soort, ruw)
        except Exception:  # noqa: BLE001  dit is wat wij zoeken
            return traceback.format_exc()

    def vergelijk(self, soort: str, ruw: bytes) -> str:
        snel = self.lees_snel(soort, ruw)
        if snel is None and not self.ook_trouw:
            return ""
        gewoon, lezing = self.lees_gewoon(soort, ruw)
        zonder_melding = gewoon is not NIETS and not lezing.verslag.meldingen_ruw
        self.goed += zonder_melding
        if snel is None:
            return ""
        self.aangenomen += 1
        if not zonder_melding:
            return f"{soort}: de snelle weg nam aan wat de gewone weg meldt\n{lezing.verslag.als_tekst()}\n{ruw!r}"
        if snel != (gewoon, lezing.verwijzingen):
            return f"{soort}: de twee wegen lezen iets anders\n{snel}\n{(gewoon, lezing.verwijzingen)}\n{ruw!r}"
        terug = heen_en_terug(*snel)
        if (terug.ding, terug.verwijzingen) != snel or soorten(terug.ding) != soorten(snel[0]):
            return f"{soort}: ingepakt en weer uitgepakt is het iets anders\n{terug}\n{snel}\n{ruw!r}"
        return ""

    @staticmethod
    def lees_snel(soort: str, ruw: bytes) -> tuple | None:
        verslag, (tabel, vast) = Verslag(), TABELLEN[soort]
        tekst = tekst_uit(ruw, "p.yaml", verslag)
        if not tekst or verslag.meldingen_ruw:
            return None
        return lees_snel(tekst, "p.yaml", DAG, tabel, {"id": STAM, "pad": "p.yaml", **vast})

    def lees_gewoon(self, soort: str, ruw: bytes) -> tuple[object, Lezing]:
        tabel = EIGEN_TABELLEN[soort]
        _vergeet(tabel)
        lezing = Lezing(Verslag(), "p.yaml", DAG, tabel)
        tekst = tekst_uit(ruw, "p.yaml", lezing.verslag)
        vondst = Vondst(self.laag, Path(f"{STAM}.yaml"), "p.yaml", TABELLEN[soort][1])
        return NIETS if tekst is None else self.lezer.lees_gewoon(tekst, [(vondst, ruw)], lezing), lezing


def draai(aantal: int, zaad: int, baan: Baan | None = None) -> list[tuple[int, str]]:
    """(nummer, wat er misging) van elk bestand dat de twee wegen verschillend lezen."""
    baan = baan or Baan()
    return [(nummer, wat) for nummer in range(aantal) if (wat := baan.probeer(zaad, nummer))]


def main(aantal: int, zaad: int) -> int:
    baan = Baan()
    mis = draai(aantal, zaad, baan)
    for nummer, wat in mis[:20]:
        print(f"zaad {zaad}, nummer {nummer}: {wat}")
    print(f"{aantal} bestanden op twee manieren gelezen met zaad {zaad}: {baan.aangenomen} snel, {len(mis)} mis")
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
