"""Leert uit de zinnen hiernaast hoe zwaar losse woorden en groepen wegen, en schrijft generator/zoeken/noodgewichten.yaml.

Draai `python -m bench.nood.leer` na een wijziging in crisis.yaml of in de zinnen. De uitkomst is elke keer dezelfde.
"""

import json
import math
import random
import re
import textwrap
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import numpy as np

from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.voorraad import Voorraad
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.index import maak_index
from generator.zoeken.motor import Motor
from generator.zoeken.situaties import lees_situaties

HIER = Path(__file__).parent
UIT = Path("generator/zoeken/noodgewichten.yaml")
PEILDATUM = date(2026, 11, 28)
NOOIT = {"van-geld", "vanavond", "krijgen", "kindstem", "spoed", "n112", "n113", "ikzelf"}
STRENG, KLEIN, RONDEN = 4.5e-5, 2e-5, 500
PER_PUNT = 5.0
PAAR_VAAK = 4
# Onnodig alarm telt zwaarder dan een gemist woord: onder de regels en boven de resultaten staan de nummers toch al.
GEEN = 1.6


def lees_zinnen() -> list[tuple[str, str, float]]:
    """Elke zin met haar soort (`geen`: er is niets aan de hand; `gemengd`: nood van elke soort) en hoe zwaar zij telt."""
    uit = []
    for pad in sorted(HIER.glob("*.txt")):
        soort = ""
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if regel.startswith("#"):
                soort = regel[1:].split()[0]
            elif regel.strip():
                uit.append((regel.strip(), soort, 1.0))
    return uit


MENS = re.compile(
    r"\b(mijn|onze|een|het|de) (kind|zoon|zoontje|dochter|dochtertje|baby|man|vrouw|vader|moeder|peuter|kleuter|"
    r"kindje|broer|zus|vriend|vriendin)\b"
)
DIEREN = "hond kat poes konijn paard kip cavia hamster puppy kitten papegaai".split()
ONDERWERPEN = """zelfmoord,zelfdoding,suicide,huiselijk geweld,loverboys,verkrachting,moord,incest,mensenhandel,vergiftiging,brand,
    reanimatie,kindermishandeling,stalking,psychose,eerwraak,overdosis,gijzeling,ontvoering,steekpartij,zelfbeschadiging,seksueel misbruik,
    uithuwelijking,wapens,messen,terrorisme,ouderenmishandeling,doodslag,depressie,pesten,schietpartij,mishandeling,uitbuiting,slavernij,
    aanranding,grensoverschrijdend gedrag""".replace("\n", "").split(",")
OVER = """boek over,film over,werkstuk over,cursus,training omgaan met,vacature,onderzoek naar,voorlichting over,podcast over,documentaire,
    toneelstuk over,spreekbeurt,scriptie,cijfers,beleid,vrijwilliger worden tegen,lezing,congres,stage over,gastles,theater over,serie over,
    museum over,geschiedenis van,folder over,lesmateriaal""".replace("\n", "").split(",")
KADERS = """film waarin,boek waarin,in het spel,in de serie,toneelstuk,rollenspel,cursus voor als,in fortnite,werkstuk,oefening,detective,
    musical,in minecraft,training voor als,theaterstuk waarin,roman,videogame,in een liedje,tv serie,gedicht""".replace(
    "\n", ""
).split(",")
STAARTEN = """vroeger en nu zoek ik een koor,maar dat is jaren geleden en nu gaat het goed,lang geleden en nu zoek ik lotgenoten,in 1944,
    maar dat is verwerkt en nu wil ik vrijwilliger worden,jaren geleden en nu zoek ik een wandelgroep""".replace(
    "\n", ""
).split(",")


def verzin_remmen(zinnen: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """Dezelfde nood bij een dier, in een verhaal, als onderwerp of lang geleden: dan is er niets aan de hand."""
    kies = random.Random(7)
    nood = [(zin, soort) for zin, soort, _ in zinnen if soort != "geen" and zin.isascii()]
    lijf = [zin for zin, soort in nood if soort in ("medisch", "vergiftiging") and MENS.search(zin)]
    dieren = [MENS.sub(lambda m: f"{m[1]} {kies.choice(DIEREN)}", zin) for zin in lijf if kies.random() < 0.6]
    over = [f"{woord.strip()} {onderwerp.strip()}" for onderwerp in ONDERWERPEN for woord in kies.sample(OVER, 8)]
    kader = [f"{kies.choice(KADERS).strip()} {zin}" for zin, _ in kies.sample(nood, 260)]
    toen = [f"{zin} {kies.choice(STAARTEN).strip()}" for zin, _ in kies.sample(nood, 120)]
    return [(zin, "geen", 1.0) for zin in (*dieren, *over, *kader, *toen)]


def gewone_zinnen(catalogus, aantal: int = 6000) -> list[tuple[str, str, float]]:
    """Wat de kaart zelf zegt over hulp zonder nood."""
    nood = re.compile("crisis|spoed|geweld|veilig|zelf|slachtoffer|politie|11[23]|kinder|opvang|verslav")
    zinnen = set()
    for f in catalogus.functies.values():
        if not nood.search(f.id):
            s = f.situaties
            zinnen.update((*f.zoekwoorden, *s.wie, *s.wat_er_is, *s.dingen, *s.gevoel, *s.doen))
    zinnen.update(
        x for v in catalogus.voorzieningen.values() if v.toegang.hoe != "spoed" for x in (v.naam, v.samenvatting)
    )
    zinnen.update(zin for _, ids, rij in lees_situaties() if not any(map(nood.search, ids)) for zin in rij)
    rij = sorted(zin for zin in zinnen if len(zin.split()) >= 3)
    random.Random(1).shuffle(rij)
    return [(zin, "geen", 0.7) for zin in rij[:aantal]]


HULP = """
var vormen = index.taal.vormen, kent = (heel || eerst).teller.kent;
function woordenVan(vraag) {
  const { ws } = vindWoorden(vraag, index.crisis, vormen, kent, false, 80);
  return JSON.stringify(ws.map((w) => [w, w.length > 4 ? losseStam(w, vormen) : stam(w, vormen)]));
}
function merkenVan(vraag) {
  const { ws, plekken, wegen } = vindWoorden(vraag, index.crisis, vormen, kent, false, 80);
  const regels = index.crisis.soorten.map((s) => telRegels(s, index.crisis, plekken, ws, false).punten);
  return JSON.stringify([Math.max(0, ...regels), wegen.map(([nr]) => nr), [...plekken.keys()]]);
}"""


class Merken:
    """De motor als meter: welke kandidaten in een zin staan, met dezelfde vormen en tikfouten als op de zoekpagina."""

    def __init__(self, catalogus):
        self.index, self.crisis = maak_index(catalogus), maak_crisis(catalogus)
        self.crisis.pop("weegt", None)
        self.crisis.pop("groepwegen", None)
        self.motor = self.start()

    def start(self, kandidaten=()):
        kern, rest = self.index
        crisis = {**self.crisis, "weegt": [[nr, "", woord] for nr, woord in enumerate(kandidaten)]}
        motor = Motor({**kern, "crisis": crisis}, rest)
        motor.js.eval(HULP)
        return motor

    def vraag(self, wat: str, zin: str):
        return json.loads(self.motor.js.eval(f"{wat}({json.dumps(zin)})"))


def kies_kandidaten(woorden) -> list[str]:
    """Woorden die twee keer voorkomen, en paren (ook met kleine woorden: "ik zoek" is iets anders dan "zoekt mij")."""
    keer, opp, paar = Counter(), defaultdict(Counter), Counter()
    for rij in woorden:
        keer.update({stam for _, stam in rij})
        for woord, stam in rij:
            opp[stam][woord] += 1
        paar.update({(a[1], b[1]) for n in (1, 2) for a, b in zip(rij, rij[n:], strict=False)})
    toon = {stam: min(t.items(), key=lambda w: (-w[1], len(w[0]), w[0]))[0] for stam, t in opp.items()}
    los = [s for s, n in keer.items() if len(s) > 1 and (n > 1 or not s.isascii())]
    paren = [p for p, n in paar.items() if n >= PAAR_VAAK]
    return sorted({toon[s] for s in los}) + sorted({f"{toon[a]} {toon[b]}" for a, b in paren})


class Tabel:
    """Een ijle matrix: per zin welke merken erin staan, en wat de regels er al van zeggen (onder de tien is min)."""

    def __init__(self, rijen, namen):
        nr = {naam: i for i, naam in enumerate(namen)}
        los = [(i, nr[m]) for i, (_, merken) in enumerate(rijen) for m in merken if m in nr]
        self.rij, self.kolom = (np.array(x) for x in zip(*los, strict=True))
        self.begin = np.array([(min(punten, 20) - 10) / PER_PUNT for punten, _ in rijen])
        self.n, self.k = len(rijen), len(namen)

    def maal(self, v):
        return np.bincount(self.rij, v[self.kolom], self.n)

    def terug(self, g):
        return np.bincount(self.kolom, g[self.rij], self.k)


def leer(tabel, nood, zwaar):
    """Logistische regressie bovenop de regels, met een straf op elk gewicht: wat weinig uitmaakt, wordt nul."""
    n, v, t = zwaar.sum(), np.zeros(tabel.k), 1.0
    x = np.random.RandomState(0).rand(tabel.k)
    for _ in range(20):
        x = tabel.terug(tabel.maal(x) * zwaar)
        x /= np.linalg.norm(x)
    stap = 1 / (float(x @ tabel.terug(tabel.maal(x) * zwaar)) / n / 4 + KLEIN)
    zv = v.copy()
    for _ in range(RONDEN):
        g = (1 / (1 + np.exp(-(tabel.maal(zv) + tabel.begin))) - nood) * zwaar / n
        nv = zv - stap * (tabel.terug(g) + KLEIN * zv)
        nv = np.sign(nv) * np.maximum(np.abs(nv) - stap * STRENG, 0)
        t2 = (1 + math.sqrt(1 + 4 * t * t)) / 2
        zv, v, t = nv + (t - 1) / t2 * (nv - v), nv, t2
    return np.round(v * PER_PUNT).astype(int)


def soort_van(merk_zinnen: Counter) -> str:
    """De soort nood waar een merk bij hoort, of leeg als het in van alles voorkomt."""
    soort, aantal = min(merk_zinnen.items(), key=lambda t: (-t[1], t[0]), default=("", 0))
    return soort if aantal >= 2 and aantal / sum(merk_zinnen.values()) >= 0.5 else ""


def schrijf(namen, gewichten, soorten, kandidaten) -> str:
    """Het YAML-bestand: per soort en gewicht de woorden en de groepen, de zwaarste eerst."""
    bakken = defaultdict(lambda: ([], []))
    for naam, gewicht in zip(namen, gewichten, strict=True):
        if gewicht:
            los = isinstance(naam, int)
            soort = soorten[naam] if gewicht > 0 else ""
            bakken[soort, int(gewicht)][not los].append(kandidaten[naam] if los else naam)
    regels = [KOP, "weegt:"]
    for (soort, gewicht), (woorden, groepen) in sorted(bakken.items(), key=lambda b: (b[0][0], -b[0][1])):
        delen = [f"soort: {soort}"] if soort else []
        delen.append(f"punten: {gewicht}" if gewicht > 0 else f"eraf: {-gewicht}")
        if groepen:
            delen.append(f"groepen: [{', '.join(sorted(groepen))}]")
        if woorden:
            delen.append(f"woorden: [{', '.join(json.dumps(w, ensure_ascii=False) for w in sorted(woorden))}]")
        regels += textwrap.wrap(
            f"- {{{', '.join(delen)}}}", 118, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )
    return "\n".join(regels) + "\n"


KOP = """# Geleerd met bench/nood/leer.py; wijzig de zinnen daar en draai het opnieuw, of zet eigen woorden in crisis.yaml.
# Elk woord en elke groep telt een keer mee, bovenop de sterkste regel van crisis.yaml. Vanaf 10 punten komt het blok."""


def verzamel():
    """Alle zinnen met hun merken, klaar om van te leren."""
    catalogus = lees_catalogus(Path(), Verslag(), PEILDATUM, Voorraad(Path()))
    merken, zinnen = Merken(catalogus), lees_zinnen()
    zinnen += verzin_remmen(zinnen) + gewone_zinnen(catalogus)
    kandidaten = kies_kandidaten([merken.vraag("woordenVan", zin) for zin, _, _ in zinnen])
    merken.motor = merken.start(kandidaten)
    rijen = [(punten, los + groepen) for punten, los, groepen in (merken.vraag("merkenVan", z) for z, _, _ in zinnen)]
    # Wat de kaart zegt en een regel raakt, is misschien toch nood: daar wordt niets van geleerd.
    goed = [i for i, (z, r) in enumerate(zip(zinnen, rijen, strict=True)) if z[2] == 1 or r[0] < 10]
    namen = [*range(len(kandidaten)), *(g for g in merken.crisis["groepen"] if g not in NOOIT)]
    return [zinnen[i] for i in goed], [rijen[i] for i in goed], namen, kandidaten


def uitkomst_en_zwaarte(zinnen, geen: float = GEEN):
    """Per zin of er nood is, en hoe zwaar zij meetelt."""
    nood = np.array([soort != "geen" for _, soort, _ in zinnen], float)
    return nood, np.array([w * (geen if s == "geen" else 1) for _, s, w in zinnen])


def main() -> None:
    zinnen, rijen, namen, kandidaten = verzamel()
    soorten = defaultdict(Counter)
    for (_, soort, _), (_, gevonden) in zip(zinnen, rijen, strict=True):
        for merk in gevonden if soort not in ("geen", "gemengd") else ():
            soorten[merk][soort] += 1
    gewichten = leer(Tabel(rijen, namen), *uitkomst_en_zwaarte(zinnen))
    UIT.write_text(schrijf(namen, gewichten, {n: soort_van(soorten[n]) for n in namen}, kandidaten), encoding="utf-8")
    print(f"{len(zinnen)} zinnen, {int((gewichten != 0).sum())} gewichten")


if __name__ == "__main__":
    main()
