"""De metingen als tabel, met de grenzen ernaast."""

import os
import platform
import subprocess
from datetime import date
from pathlib import Path

ZOEKBESTAND = "zoek"


def versie(opdracht: list[str]) -> str:
    """De uitvoer van een versieopdracht, of 'niet aanwezig'."""
    try:
        return subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "niet aanwezig"


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


def cpu_tabel(uitkomsten: list) -> str:
    namen = (
        ("eerste", "wij, de allereerste bouw na installeren"),
        ("koud", "wij, koude bouw"),
        ("mkdocs", "mkdocs-material, klein menu, gesnoeid"),
        ("hugo", "Hugo"),
        ("tweede", "wij, tweede bouw na een gewijzigde ingang"),
        ("controleer", "wij, `controleer` zonder voorraad"),
    )
    rijen = [
        (
            naam,
            *(f"{getal(u.cpu(wat))} ({getal(u.geheugen(wat), 0)})" if wat in u.metingen else "-" for u in uitkomsten),
        )
        for wat, naam in namen
    ]
    return tabel(("seconden processortijd (piekgeheugen in MB)", *(getal(u.aantal, 0) for u in uitkomsten)), rijen)


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


def grenzen(uitkomsten: list) -> str:
    rijen = []
    for u in uitkomsten:
        koud, mkdocs, tweede, naam = u.cpu("koud"), u.cpu("mkdocs"), u.cpu("tweede"), getal(u.aantal, 0)
        if mkdocs and u.aantal in (1000, 5000):
            noemer = 4 if u.aantal == 1000 else 6
            rijen.append(
                (
                    f"koude bouw van {naam} tegenover mkdocs-material",
                    deel(koud, mkdocs),
                    f"1/{noemer}",
                    gehaald(koud, mkdocs / noemer),
                )
            )
        if mkdocs:
            rijen.append(
                (
                    f"tweede bouw van {naam} tegenover mkdocs-material",
                    deel(tweede, mkdocs),
                    "1/10",
                    gehaald(tweede, mkdocs / 10),
                )
            )
        if u.cpu("hugo"):
            rijen.append(
                (
                    f"koude bouw van {naam} tegenover Hugo",
                    deel(koud, u.cpu("hugo")),
                    "1 keer" if u.aantal >= 5000 else "geen",
                    gehaald(koud, u.cpu("hugo")) if u.aantal >= 5000 else "-",
                )
            )
        if u.aantal == 5000:
            rijen.append(
                (
                    f"piekgeheugen bij {naam}, in MB",
                    getal(u.geheugen("koud"), 0),
                    "500",
                    gehaald(u.geheugen("koud"), 500),
                )
            )
            rijen.append(
                (f"`controleer` van {naam}, in s", getal(u.cpu("controleer")), "5", gehaald(u.cpu("controleer"), 5))
            )
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
        f"Gemeten op {date.today()}, {platform.system()}, {os.cpu_count()} processorkernen, gedeeld met ander werk.",
        f"{pakketten(python)}, {hugo}.",
        "Gemaakt met `python3 bench/bouw.py`: verzonnen ingangen van ongeveer 157 woorden, alle bouwers om en om in een run,",
        "processortijd van gebruiker en systeem samen met alle deelprocessen, de mediaan bij meer rondes.",
        f"Alle bouwers schrijven onder {werkmap}{', een schijf in het geheugen' if werkmap.parts[:3] == ('/', 'dev', 'shm') else ''}.",
        f"Gemiddelde pagina van een ingang: {groottes}.",
        "",
        "## Gemeten",
        "",
        cpu_tabel(uitkomsten),
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
