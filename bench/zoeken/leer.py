"""Leert uit alle zinnen samen welk woord bij welke situatie hoort, en schrijft generator/zoeken/situatiegewichten.yaml.

Draai `python -m bench.zoeken.leer` na een wijziging in situaties.yaml, elders.yaml of de zinnen in leer/. De uitkomst
is elke keer dezelfde. Met `--kruis` leert het van vier vijfde van de zinnen in leer/ en zegt het hoe goed het de rest kent.
"""

import argparse
import json
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.model import Catalogus
from generator.voorraad import Voorraad, vingerafdruk
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.elders import ingebouwd
from generator.zoeken.index import maak_index
from generator.zoeken.motor import Motor
from generator.zoeken.situaties import lees_elders, lees_situaties

HIER = Path(__file__).parent
UIT = Path("generator/zoeken/situatiegewichten.yaml")
PEILDATUM = date(2026, 11, 28)
SCHERP, STRENG, RONDEN, STAP = 6.0, 1e-4, 80, 0.05
PER_PUNT, LAAGST, KLEIN = 5, 0.3, 0.2
MERKEN = """
function merkenVan(zin) {
  const { teller } = heel || eerst, { vormen } = index.taal;
  return JSON.stringify(teller.kaleWoorden(zin).map((w) => [w, stam(w, vormen)]));
}"""


@dataclass(frozen=True, slots=True)
class Zin:
    tekst: str
    klassen: tuple[str, ...]
    geschreven: bool = False  # als hele vraag, in leer/
    van_functie: bool = False  # die woorden heeft de browser al


def lees_leerzinnen() -> list[Zin]:
    """De vragen in leer/: onder `# id` die van een situatie, en in elders.txt die van een onderwerp van elders."""
    uit = []
    for pad in sorted((HIER / "leer").glob("*.txt")):
        klasse = ""
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if regel.startswith("#"):
                klasse = ("!" if pad.stem.startswith("elders") else "") + regel[1:].strip()
            elif regel.strip():
                uit.append(Zin(regel.strip(), (klasse,), True))
    return uit


def lees_elderszinnen() -> list[Zin]:
    uit = [Zin(zin, (f"!{id_}",)) for id_, zinnen in lees_elders() for zin in zinnen]
    return uit + [Zin(zin, (f"!{e.id}",)) for e in ingebouwd() for zin in (e.naam, *e.zoekwoorden)]


def lees_functiezinnen(catalogus: Catalogus) -> list[Zin]:
    """De naam, zoekwoorden en situaties van elke functie, bij de situaties waar zij voorop staat."""
    uit, voorop = [], {}
    for id_, functies, _ in lees_situaties():
        voorop.setdefault(functies[0], []).append(id_)
    for f in catalogus.functies.values():
        s = f.situaties
        klassen = tuple(voorop.get(f.id) or (id_ for id_, functies, _ in lees_situaties() if f.id in functies[:2]))
        zinnen = (f.naam, *f.zoekwoorden, *s.wie, *s.wat_er_is, *s.dingen, *s.gevoel, *s.doen)
        uit += [Zin(zin, klassen, van_functie=True) for zin in zinnen if klassen]
    return uit


def lees_zinnen(catalogus: Catalogus) -> list[Zin]:
    situaties = [Zin(zin, (id_,)) for id_, _, zinnen in lees_situaties() for zin in zinnen]
    return [*situaties, *lees_elderszinnen(), *lees_functiezinnen(catalogus), *lees_leerzinnen()]


class Merken:
    """Van een zin naar haar merken: de stam van elk woord."""

    def __init__(self, catalogus: Catalogus):
        kern, rest = maak_index(catalogus)
        rest["rest"]["begrip"] = {"klassen": [], "gewichten": ""}  # wat al geleerd is, telt niet mee
        self.js = Motor({**kern, "crisis": maak_crisis(catalogus)}, rest).js
        self.js.eval(MERKEN)
        self.woord: dict[str, str] = {}  # merk -> het kortste woord dat het geeft

    def van(self, zin: str) -> list[str]:
        uit = {}
        for woord, merk in json.loads(str(self.js.eval(f"merkenVan({json.dumps(zin)})"))):
            uit[merk] = True
            if (len(woord), woord) < (len(self.woord.get(merk, woord + "x")), self.woord.get(merk, "")):
                self.woord[merk] = woord
        return list(uit)


def tel_op(gewichten: np.ndarray, plekken: np.ndarray, waarden: np.ndarray, begin: np.ndarray) -> np.ndarray:
    """Per rij de som van de gewichten op haar plekken, keer haar waarden."""
    return np.add.reduceat(gewichten[plekken] * waarden[:, None], begin, axis=0)


def leer(merken: list[list[str]], doelen: np.ndarray) -> tuple[np.ndarray, dict[str, int]]:
    """Het gewicht van elk merk voor elke klasse (nul of meer), met Adam op de kruisentropie."""
    nummer = {m: i for i, m in enumerate(sorted({m for rij in merken for m in rij}))}
    plekken = np.array([nummer[m] for rij in merken for m in rij])
    lengten = np.array([len(rij) for rij in merken])
    waarden = np.repeat(1 / np.sqrt(lengten), lengten).astype(np.float32) * np.float32(SCHERP)
    begin = np.concatenate([[0], np.cumsum(lengten)[:-1]])
    rijen, orde = np.repeat(np.arange(len(merken)), lengten), np.argsort(plekken, kind="stable")
    begin_om = np.searchsorted(plekken[orde], np.arange(len(nummer)))
    w = np.zeros((len(nummer), doelen.shape[1]), np.float32)
    traag, sprong = np.zeros_like(w), np.zeros_like(w)
    for ronde in range(1, RONDEN + 1):
        kans = kansen(tel_op(w, plekken, waarden, begin))
        helling = tel_op((kans - doelen) / len(merken), rijen[orde], waarden[orde], begin_om) + STRENG * w
        traag += 0.1 * (helling - traag)
        sprong += 0.01 * (helling * helling - sprong)
        deel = np.sqrt(sprong / (1 - 0.99**ronde)) + 1e-8
        w = np.maximum(0, w - STAP * traag / (1 - 0.9**ronde) / deel)
    return w, nummer


def kansen(punten: np.ndarray) -> np.ndarray:
    uit = np.exp(punten - punten.max(axis=1, keepdims=True))
    return uit / uit.sum(axis=1, keepdims=True)


def leer_van(zinnen: list[Zin], merken: list[list[str]], klassen: list[str]) -> tuple[np.ndarray, dict[str, int]]:
    plek = {k: i for i, k in enumerate(klassen)}
    doelen = np.zeros((len(zinnen), len(klassen)), np.float32)
    for i, zin in enumerate(zinnen):
        for k in zin.klassen:
            doelen[i, plek[k]] += 1 / len(zin.klassen)
    return leer(merken, doelen)


def kruis(zinnen: list[Zin], merken: list[list[str]], klassen: list[str]) -> None:
    """Zegt hoe vaak de goede situatie op een en bij de eerste drie staat, van zinnen die niet meededen."""
    goed = []
    vak = [int(vingerafdruk(z.tekst), 16) % 5 if z.geschreven else -1 for z in zinnen]
    for k in range(5):
        mee = [i for i, v in enumerate(vak) if v != k]
        w, nummer = leer_van([zinnen[i] for i in mee], [merken[i] for i in mee], klassen)
        for i in (i for i, v in enumerate(vak) if v == k):
            punten = sum((w[nummer[m]] for m in merken[i] if m in nummer), np.zeros(len(klassen)))
            beste = [klassen[j] for j in np.argsort(-punten)[:3]]
            goed.append(
                (zinnen[i].klassen[0][0] == "!", zinnen[i].klassen[0] in beste[:1], zinnen[i].klassen[0] in beste)
            )
    for elders in (False, True):
        rij = [g for g in goed if g[0] == elders]
        naam = "elders" if elders else "situaties"
        print(
            f"{naam}: {len(rij)}, op een {np.mean([g[1] for g in rij]):.1%}, drie {np.mean([g[2] for g in rij]):.1%}"
        )


def als_regels(w: np.ndarray, nummer: dict[str, int], woord: dict[str, str], nodig: set[str]) -> list[str]:
    """Per woord `woord klasse:punten ...`; wat naast zijn zwaarste klasse weinig weegt, blijft weg."""
    uit = []
    for merk, i in ((merk, i) for merk, i in nummer.items() if merk in nodig):
        punten = np.rint(np.where(w[i] < max(LAAGST, KLEIN * w[i].max()), 0, w[i]) * PER_PUNT).astype(int)
        if punten.any():
            uit.append(f"{woord[merk]} " + " ".join(f"{k}:{min(9, punten[k])}" for k in np.nonzero(punten)[0]))
    return sorted(uit)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--kruis", action="store_true")
    wens = p.parse_args()
    verslag = Verslag()
    catalogus = lees_catalogus(Path("."), verslag, PEILDATUM, Voorraad(Path(".")))
    meter, zinnen = Merken(catalogus), lees_zinnen(catalogus)
    paren = [(zin, merken) for zin in zinnen if (merken := meter.van(zin.tekst))]
    zinnen, merken = [zin for zin, _ in paren], [m for _, m in paren]
    klassen = [id_ for id_, _, _ in lees_situaties()] + sorted({k for z in zinnen for k in z.klassen if k[0] == "!"})
    if wens.kruis:
        return kruis(zinnen, merken, klassen)
    w, nummer = leer_van(zinnen, merken, klassen)
    # Een woord dat alleen bij zijn eigen functie staat, weegt in de browser vanzelf mee (begrip.js).
    nodig = {m for zin, rij in paren if not zin.van_functie for m in rij}
    regels = als_regels(w, nummer, meter.woord, nodig)
    kop = "# Geleerd met bench/zoeken/leer.py; wijzig de zinnen daar, in situaties.yaml of in elders.yaml, en draai het opnieuw.\n"
    kop += "# Per woord de nummers van de klassen met hun punten (1 tot 9). Een ! is elders.\n"
    namen = textwrap.fill(" ".join(klassen), 116, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    UIT.write_text(
        f"{kop}klassen: >-\n{namen}\ngewichten: |-\n" + "".join(f"  {r}\n" for r in regels), encoding="utf-8"
    )
    print(f"{len(zinnen)} zinnen, {len(regels)} woorden, {sum(r.count(':') for r in regels)} gewichten")


if __name__ == "__main__":
    main()
