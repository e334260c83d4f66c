"""De metingen als tabel, met de grenzen ernaast."""

import os
import platform
import subprocess
from datetime import date
from pathlib import Path

ZOEKBESTAND = "zoek"
# Hoeveel keer zo snel als mkdocs-material een koude bouw moet zijn, op de klok en in processortijd.
KOUD = {1000: (4, 2.5), 5000: (6, 4)}


def versie(opdracht: list[str]) -> str:
    """De uitvoer van een versieopdracht, of 'niet aanwezig'."""
    try:
        return subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "niet aanwezig"


def kernen() -> str:
    """Hoeveel processorkernen de bouwers mochten gebruiken."""
    mag = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return "1 processorkern" if mag == 1 else f"{mag} processorkernen"


def pakketten(python: str) -> str:
    vraag = (
        "from importlib.metadata import version as v; import platform; "
        "print(', '.join(f'{p} {v(p)}' for p in ('mkdocs-material', 'mkdocs', 'Jinja2', 'PyYAML', 'markdown-it-py', 'geopandas')), "
        "'- Python', platform.python_version())"
    )
    return versie([python, "-c", vraag])


def getal(waarde: float | None, cijfers: int = 1) -> str:
    return "-" if waarde is None else f"{waarde:,.{cijfers}f}".replace(",", "_").replace(".", ",").replace("_", ".")


def deel(eigen: float | None, ander: float | None) -> str:
    """Welk deel van de ander wij nodig hebben: '1/6,3' of '1,4 keer'."""
    if not eigen or not ander:
        return "-"
    return f"1/{getal(ander / eigen)}" if eigen <= ander else f"{getal(eigen / ander)} keer"


def gehaald(eigen: float | None, grens: float | None) -> str:
    return "niet gemeten" if eigen is None or grens is None else "ja" if eigen <= grens else "**nee**"


def tabel(kop: tuple[str, ...], rijen: list[tuple]) -> str:
    streep = "|---|" + "---:|" * (len(kop) - 1)
    return "\n".join([f"| {' | '.join(kop)} |", streep, *(f"| {' | '.join(map(str, rij))} |" for rij in rijen)])


def metingen(uitkomsten: list) -> str:
    namen = (
        ("eerste", "wij, de allereerste bouw na installeren"),
        ("koud", "wij, koude bouw"),
        ("mkdocs", "mkdocs-material, klein menu, gesnoeid"),
        ("hugo", "Hugo"),
        ("tweede", "wij, tweede bouw na een gewijzigde ingang"),
        ("controleer", "wij, `controleer` zonder voorraad"),
    )
    rijen = [(naam, *(_meting(u, wat) for u in uitkomsten)) for wat, naam in namen]
    return tabel(("seconden: klok, processor (MB)", *(getal(u.aantal, 0) for u in uitkomsten)), rijen)


def _meting(u, wat: str) -> str:
    if wat not in u.metingen:
        return "-"
    return f"{getal(u.klok(wat))}, {getal(u.cpu(wat))} ({getal(u.geheugen(wat), 0)})"


def groei(uitkomsten: list) -> list[tuple]:
    """Kosten per ingang van het kleinste naar het grootste aantal, met en zonder de vaste kosten van een bouw."""
    klein, groot = uitkomsten[0], uitkomsten[-1]
    if len(uitkomsten) < 2:
        return []
    per = [u.cpu("koud") / u.aantal * 1000 for u in (klein, groot)]
    rij = (
        f"kosten per ingang van {getal(klein.aantal, 0)} naar {getal(groot.aantal, 0)}, in ms",
        f"{getal(per[0], 2)} naar {getal(per[1], 2)}",
        "hoogstens 10 % meer",
        gehaald(per[1], per[0] * 1.1),
    )
    if len(uitkomsten) < 3:
        return [rij]
    midden = uitkomsten[-2]
    erbij = [
        (b.cpu("koud") - a.cpu("koud")) / (b.aantal - a.aantal) * 1000 for a, b in ((klein, midden), (midden, groot))
    ]
    return [
        rij,
        (
            f"kosten van elke ingang erbij, tot {getal(midden.aantal, 0)} en daarboven, in ms",
            f"{getal(erbij[0], 2)} en {getal(erbij[1], 2)}",
            "hoogstens 10 % meer",
            gehaald(erbij[1], erbij[0] * 1.1),
        ),
    ]


def grens(wat: str, eigen: float | None, ander: float | None, noemer: float) -> list[tuple]:
    """Een rij: welk deel van de ander wij nodig hebben, naast het deel dat mag; niets als de ander niet gemeten is."""
    if not eigen or not ander:
        return []
    mag = f"1/{getal(noemer)}" if noemer > 1 else f"{getal(1 / noemer)} keer"
    return [(wat, deel(eigen, ander), mag, gehaald(eigen, ander / noemer))]


def grenzen(uitkomsten: list) -> str:
    rijen: list[tuple] = []
    for u in uitkomsten:
        naam, (klok, cpu) = getal(u.aantal, 0), KOUD.get(u.aantal, (None, None))
        if klok:
            koud = f"koude bouw van {naam} tegenover mkdocs-material"
            rijen += grens(f"{koud}, klok", u.klok("koud"), u.klok("mkdocs"), klok)
            rijen += grens(f"{koud}, processor", u.cpu("koud"), u.cpu("mkdocs"), cpu)
        rijen += grens(
            f"tweede bouw van {naam} tegenover mkdocs-material, klok", u.klok("tweede"), u.klok("mkdocs"), 10
        )
        if u.aantal == 5000:
            hugo = u.klok("hugo")
            rijen += grens(f"koude bouw van {naam} tegenover Hugo, klok", u.klok("koud"), hugo, 1 / 1.3)
            rijen += grens(f"tweede bouw van {naam} tegenover een volle van Hugo, klok", u.klok("tweede"), hugo, 1)
            for wat, meting, mag in (
                (f"geheugen van alle processen bij {naam}, in MB", u.geheugen("koud"), 500),
                (f"`controleer` van {naam}, in s processortijd", u.cpu("controleer"), 5),
            ):
                rijen.append((wat, getal(meting), str(mag), gehaald(meting, mag)))
    return tabel(("wat", "gemeten", "grens", "gehaald"), rijen + groei(uitkomsten))


def bewijs(u) -> str:
    """In woorden wat de tweede bouw veranderde, en of zij gelijk is aan een volle bouw."""
    gegevens = [p for p in u.veranderd if p.startswith("data/")]
    zoek = [p for p in u.veranderd if ZOEKBESTAND in p and not p.endswith(".html")]
    gelijk = (
        "Elk bestand is byte voor byte gelijk aan dat van een volle bouw van dezelfde inhoud."
        if not u.anders_dan_vol
        else f"**Niet gelijk aan een volle bouw:** {', '.join(u.anders_dan_vol[:5])}."
    )
    paginas = sum(p.startswith("voorzieningen/") for p in u.veranderd)
    return (
        f"- {getal(u.aantal, 0)} ingangen: {getal(u.bestanden, 0)} bestanden, waarvan {len(u.veranderd)} anders dan voor de wijziging: "
        f"{paginas} pagina('s) van een ingang, open data ({', '.join(gegevens) or 'geen'}), "
        f"zoekindex ({', '.join(zoek) or 'nog geen'}) en de lijsten waar de ingang in staat. {gelijk}"
    )


def schrijf_uitslag(bestand: Path, uitkomsten: list, python: str, werkmap: Path) -> None:
    groottes = "; ".join(f"{naam} {getal(grootte / 1000)} kB" for naam, grootte in uitkomsten[0].paginagrootte.items())
    hugo = versie(["hugo", "version"]).split("+")[0].split("-")[0]
    regels = [
        "# Uitslag van de bench",
        "",
        f"Gemeten op {date.today()}, {platform.system()}, {kernen()}.",
        f"{pakketten(python)}, {hugo}.",
        "Gemaakt met `python3 bench/bouw.py`: verzonnen ingangen van ongeveer 157 woorden, alle bouwers om en om in een run,",
        "de mediaan bij meer rondes. Processortijd is van gebruiker en systeem samen met alle deelprocessen; geheugen is het meeste",
        "dat alle processen samen op een moment hebben, in de eerste ronde (kijken kost tijd).",
        f"Alle bouwers schrijven onder {werkmap}{', een schijf in het geheugen' if werkmap.parts[:3] == ('/', 'dev', 'shm') else ''}.",
        f"Gemiddelde pagina van een ingang: {groottes}.",
        "",
        "## Gemeten",
        "",
        metingen(uitkomsten),
        "",
        "## Tegenover de grenzen",
        "",
        grenzen(uitkomsten),
        "",
        "## De tweede bouw laat niets weg",
        "",
        *(bewijs(u) for u in uitkomsten),
        "",
    ]
    if hugo == "niet aanwezig":
        regels.append("Hugo staat niet op deze computer en is overgeslagen.\n")
    bestand.write_text("\n".join(regels), encoding="utf-8")
