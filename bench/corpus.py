"""Een verzonnen corpus van N ingangen op de woordenlijst, de organisaties en de wijken van dit project.

Dezelfde `zaad` geeft dezelfde bestanden. Elke omschrijving telt ongeveer 157 woorden, met nadruk, lijsten, kopjes en
links zoals een redacteur ze schrijft; elke plek ligt in een wijk van Voorbeeldstad.
"""

import json
import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from bench import teksten

PROJECT = Path(__file__).resolve().parents[1]
SET = PROJECT / "generator" / "landelijk"
WOORDEN = 157
MAPPEN = {
    "algemene_voorziening": "algemene_voorzieningen",
    "ketenpartner": "ketenpartners",
    "wijkfunctie": "wijkfuncties",
}
# Wat een corpus van het project overneemt; de ingangen zelf zijn nieuw.
OVERGENOMEN = ("sociale_kaart/organisaties", "gebieden", "inhoud")
DAGEN = ("ma", "di", "wo", "do", "vr")
TIJDEN = (
    "09:00-12:30, 13:30-17:00",
    "09:00-12:00",
    "13:00-17:00",
    "08:30-17:30",
    "10:00-16:00",
    "19:00-21:30",
    "op afspraak",
)
LETTERS = "ABCDEGHJKL"  # postcodeletter per wijk, WK999901 en verder


@dataclass(frozen=True, slots=True)
class Ingang:
    """Een verzonnen ingang; dezelfde gegevens gaan naar elke bouwer."""

    id: str
    soort: str
    naam: str
    samenvatting: str
    omschrijving: str
    voor_wie: str
    toegang: str
    uitleg: str
    professional: str
    meenemen: tuple[str, ...]
    functies: tuple[str, ...]
    organisatie: str
    zoekwoorden: tuple[str, ...]
    kosten: str
    werkgebied: tuple[str, ...]
    telefoon: str
    domein: str
    straat: str
    huisnummer: str
    postcode: str
    punt: tuple[float, float]
    tijden: tuple[tuple[str, str], ...]
    gecontroleerd: str


class Schrijver:
    """Trekt zinnen en feiten uit een vaste reeks toevalsgetallen."""

    def __init__(self, zaad: int, project: Path):
        self.kies = random.Random(zaad)
        self.wijken = lees_wijken(project / "gebieden" / "voorbeeldstad" / "wijken.geojson")
        self.functies = sorted(p.stem for p in SET.glob("functies/*.yaml"))
        self.organisaties = sorted(p.stem for p in (project / "sociale_kaart" / "organisaties").glob("*.yaml"))

    def zin(self, vormen: tuple[str, ...], domein: str = "samen") -> str:
        een = self.kies.choice
        wie = een(teksten.WIE)
        return een(vormen).format(
            wat=een(teksten.WAT),
            wie=wie,
            Wie=wie[0].upper() + wie[1:],
            doet=een(teksten.DOET),
            plek=een(teksten.PLEK),
            wanneer=een(teksten.WANNEER),
            activiteit=een(teksten.ACTIVITEIT),
            nadruk=een(teksten.NADRUK),
            domein=domein,
            linktekst=een(teksten.LINKTEKST),
            pad=een(("agenda", "uitleg", "aanmelden", "meedoen")),
        )

    def lijst(self) -> str:
        merk = self.kies.choice(("- {}", "- {}", "1. {}"))
        delen = self.kies.sample(teksten.ACTIVITEIT, self.kies.randint(3, 4))
        return "Dit kunt u hier doen:\n\n" + "\n".join(merk.format(d) for d in delen)

    def omschrijving(self, domein: str) -> str:
        """Alinea's tot ongeveer 157 woorden, met in elke tekst nadruk en een link, en vaak een lijst en een kopje."""
        stukken, woorden = [], 0
        while woorden < WOORDEN - 20:
            kans = self.kies.random()
            if kans < 0.3:
                stuk = self.lijst()
            else:
                zinnen = [self.zin(teksten.ZINNEN) for _ in range(self.kies.randint(2, 3))]
                zinnen.insert(1, self.zin(teksten.GEMARKEERD, domein))
                stuk = vouw(" ".join(zinnen))
                if kans > 0.8 and stukken:
                    stuk = f"### {self.kies.choice(teksten.KOPJE)}\n\n{stuk}"
            stukken.append(stuk)
            woorden += len(stuk.split())
        return "\n\n".join(stukken)

    def ingang(self, nummer: int, id_: str) -> Ingang:
        een = self.kies.choice
        wijk = self.kies.randrange(len(self.wijken))
        code, rand = self.wijken[wijk]
        domein = een(("buurt", "wijkwerk", "samensterk", "hulpdichtbij", "meedoen")) + str(nummer % 97)
        soort = self.kies.choices(tuple(MAPPEN), (5, 3, 3))[0]
        return Ingang(
            id=id_,
            soort=soort,
            naam=f"{een(teksten.NAMEN)} {een(teksten.EIGEN)} {nummer}",
            samenvatting=self.zin(teksten.SAMENVATTING),
            omschrijving=self.omschrijving(domein),
            voor_wie=self.zin(teksten.VOOR_WIE),
            toegang=self.kies.choices(("vrij", "aanmelden", "melding_gemeente", "verwijzing"), (6, 3, 1, 1))[0],
            uitleg=self.zin(teksten.TOEGANG),
            professional=een(teksten.PROFESSIONAL),
            meenemen=tuple(self.kies.sample(teksten.MEENEMEN, self.kies.randint(0, 3))),
            functies=tuple(self.kies.sample(self.functies, self.kies.choice((1, 1, 2, 3)))),
            organisatie=een(self.organisaties),
            zoekwoorden=tuple(self.kies.sample(teksten.ZOEKWOORDEN, self.kies.randint(1, 4))),
            kosten=een(("gratis", "gratis", "eigen_bijdrage", "betaald")),
            werkgebied=self.werkgebied(code),
            telefoon=f"0999-{nummer // 10000 % 100:02} {nummer // 100 % 100:02} {nummer % 100:02}",
            domein=domein,
            straat=een(teksten.STRATEN),
            huisnummer=str(1 + nummer % 400),
            postcode=f"9999 {LETTERS[wijk]}{'ABCDEGHJKLMNPRTVWXZ'[nummer % 19]}",
            punt=punt_in(rand, self.kies),
            tijden=tuple((dag, een(TIJDEN)) for dag in DAGEN if self.kies.random() < 0.75),
            gecontroleerd=f"2026-{self.kies.randint(6, 10):02}-{self.kies.randint(1, 28):02}",
        )

    def werkgebied(self, code: str) -> tuple[str, ...]:
        """Zoals in de voorbeeldinhoud: bijna de helft de hele gemeente, enkele landelijk, de rest een of twee wijken."""
        kans = self.kies.random()
        if kans < 0.55:
            return ("GM9999",) if kans < 0.45 else ("landelijk",)
        ander = self.kies.choice(self.wijken)[0]
        return (code,) if kans < 0.85 or ander == code else (code, ander)


def vouw(tekst: str, breedte: int = 100) -> str:
    """Regels van een leesbare lengte, zoals een redacteur ze typt."""
    regels = [""]
    for woord in tekst.split():
        if regels[-1] and len(regels[-1]) + len(woord) >= breedte:
            regels.append("")
        regels[-1] += (" " if regels[-1] else "") + woord
    return "\n".join(regels)


def lees_wijken(bestand: Path) -> list[tuple[str, list]]:
    """Per wijk haar code en de buitenrand van haar (grootste) vlak, in graden."""
    uit = []
    for kenmerk in json.loads(bestand.read_text(encoding="utf-8"))["features"]:
        vorm = kenmerk["geometry"]
        vlakken = [vorm["coordinates"]] if vorm["type"] == "Polygon" else vorm["coordinates"]
        uit.append((kenmerk["properties"]["code"], max((vlak[0] for vlak in vlakken), key=len)))
    return sorted(uit)


def punt_in(rand: list, kies: random.Random) -> tuple[float, float]:
    """Een willekeurig punt binnen een rand: gooien tot het raak is."""
    xs, ys = [p[0] for p in rand], [p[1] for p in rand]
    while True:
        x, y = round(kies.uniform(min(xs), max(xs)), 5), round(kies.uniform(min(ys), max(ys)), 5)
        binnen = False
        for (x1, y1), (x2, y2) in zip(rand, rand[1:] + rand[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                binnen = not binnen
        if binnen:
            return x, y


def vaste_ids(project: Path) -> list[str]:
    """Ids van ingangen die in een overgenomen bestand staan (een toegangspunt, een team); de eerste ingangen krijgen
    die.
    """
    eigen = {p.stem for naam in MAPPEN.values() for p in (project / "sociale_kaart" / naam).glob("*.yaml")}
    bestanden = [*(project / "gebieden").rglob("*.yaml"), *(project / "sociale_kaart").glob("*.yaml")]
    woorden = {
        woord for bestand in bestanden for woord in re.findall(r"[a-z0-9-]+", bestand.read_text(encoding="utf-8"))
    }
    return sorted(eigen & woorden)


def maak_ingangen(aantal: int, zaad: int = 1, project: Path = PROJECT):
    """De ingangen een voor een; `aantal` is minstens het aantal vaste ids."""
    schrijver, vast = Schrijver(zaad, project), vaste_ids(project)
    for nummer in range(1, aantal + 1):
        yield schrijver.ingang(nummer, vast[nummer - 1] if nummer <= len(vast) else f"plek-{nummer:05}")


def als_yaml(i: Ingang) -> str:
    """Een ingang als bestand van de sociale kaart."""
    tekst = "\n".join(f"  {regel}" if regel else "" for regel in i.omschrijving.split("\n"))
    regels = [
        f"naam: {i.naam}",
        f"organisatie: {i.organisatie}",
        f"functies: [{', '.join(i.functies)}]",
        f"samenvatting: {haal_aan(i.samenvatting)}",
        "omschrijving: |",
        tekst,
        "doelgroepen: [volwassenen, ouderen]",
        f"voor_wie: {haal_aan(i.voor_wie)}",
        f"zoekwoorden: [{', '.join(i.zoekwoorden)}]",
        f"kosten: {{soort: {i.kosten}}}",
        "toegang:",
        f"  hoe: {i.toegang}",
        f"  uitleg: {haal_aan(i.uitleg)}",
        f"  professional: {haal_aan(i.professional)}",
    ]
    if i.meenemen:
        regels += ["  meenemen:", *(f"    - {deel}" for deel in i.meenemen)]
    regels += [
        f"werkgebied: [{', '.join(i.werkgebied)}]",
        "contact:",
        f'  telefoon: "{i.telefoon}"',
        f"  email: info@{i.domein}.example",
        f"  website: https://www.{i.domein}.example/",
        "locaties:",
        f"  - adres: {{straat: {i.straat}, huisnummer: {i.huisnummer}, postcode: {i.postcode}, plaats: Voorbeeldstad}}",
        f"    punt: {{lengte: {i.punt[0]}, breedte: {i.punt[1]}}}",
    ]
    if i.tijden:
        regels.append("    openingstijden: {" + ", ".join(f'{dag}: "{tijd}"' for dag, tijd in i.tijden) + "}")
    regels += [
        "    rolstoel: ja",
        "talen: [nl, en]",
        "voorbeeld: ja",
        f"gecontroleerd: {{op: {i.gecontroleerd}, door: redactie sociaal domein, termijn_maanden: 12}}",
    ]
    return "\n".join(regels) + "\n"


def haal_aan(tekst: str) -> str:
    """Tussen aanhalingstekens als YAML dat nodig heeft."""
    return json.dumps(tekst, ensure_ascii=False) if ": " in tekst or " #" in tekst else tekst


def schrijf_corpus(doel: Path, aantal: int, zaad: int = 1, project: Path = PROJECT) -> None:
    """Een inhoudsmap met `aantal` ingangen, klaar voor `bouw --map`."""
    for deel in OVERGENOMEN:
        shutil.copytree(project / deel, doel / deel, dirs_exist_ok=True)
    shutil.copy(project / "mkdocs.yml", doel / "mkdocs.yml")
    for bestand in (project / "sociale_kaart").glob("*.yaml"):
        if bestand.name != "doorverwijzingen.yaml":
            shutil.copy(bestand, doel / "sociale_kaart" / bestand.name)
    for naam in MAPPEN.values():
        (doel / "sociale_kaart" / naam).mkdir(parents=True, exist_ok=True)
    for ingang in maak_ingangen(aantal, zaad, project):
        pad = doel / "sociale_kaart" / MAPPEN[ingang.soort] / f"{ingang.id}.yaml"
        pad.write_text(als_yaml(ingang), encoding="utf-8")
