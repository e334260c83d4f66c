#!/usr/bin/env python3
"""Start Sociale Kaart: `python3 kaart.py bouw`. Alleen de standaardbibliotheek; Python 3.11 of nieuwer.

De eerste keer komt er een eigen omgeving in `.venv` met de vastgepinde pakketten; daarna gaat de
opdracht meteen door naar die omgeving. Wat een bouw niet nodig heeft, komt er pas bij als een opdracht erom vraagt.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from datetime import date
from pathlib import Path

HIER = Path(__file__).resolve().parent
OMGEVING = HIER / ".venv"
PYTHON = OMGEVING / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# Deze opdrachten hebben genoeg aan wat een bouw nodig heeft; elke andere krijgt alles.
KLEIN = ("bouw", "controleer", "controleer-site", "bekijk")
RUIMER = {"bouw": ("bouw", "alles", "test"), "alles": ("alles", "test"), "test": ("test",)}
LATER = ("mini-racer", "pyogrio")  # de zoekmotor in Python en het lezen van kaartbestanden: samen 185 MB


def pakketten(deel: str) -> list[str]:
    """De vastgepinde pakketten uit pyproject.toml, als `naam==versie`; `deel` is bouw, alles of test."""
    import tomllib  # pas hier: op een Python van voor 3.11 bestaat het niet, en dan hoort main() dat te zeggen

    project = tomllib.loads((HIER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if deel == "bouw":
        return [eis for eis in project["dependencies"] if kale_naam(eis) not in LATER]
    return project["dependencies"] + (project["optional-dependencies"]["test"] if deel == "test" else [])


def kale_naam(eis: str) -> str:
    """De naam van een pakket zoals pip namen vergelijkt: kleine letters, en van . en _ een streepje."""
    return re.sub(r"[-_.]+", "-", eis.partition("==")[0].strip()).lower()


def met_sommen(eisen: list[str]) -> str:
    """De eisen met de sommen uit pakketten.txt; pip weigert een pakket met een andere som."""
    tekst = (HIER / "pakketten.txt").read_text(encoding="utf-8").replace("\\\n", "")
    sommen = {kale_naam(regel): regel for regel in tekst.split("\n") if "==" in regel}
    versies = {naam: regel.partition("==")[2].split()[0] for naam, regel in sommen.items()}
    ontbreekt = [eis for eis in eisen if versies.get(kale_naam(eis)) != eis.partition("==")[2].strip()]
    if ontbreekt:
        raise OSError(f"in pakketten.txt ontbreekt {', '.join(ontbreekt)}")
    return "\n".join(sommen[kale_naam(eis)] for eis in eisen) + "\n"


def stempel(eisen: list[str]) -> str:
    """Wat er geinstalleerd is, in een korte vingerafdruk; ook de Python en de plek tellen mee."""
    sommen = (HIER / "pakketten.txt").read_bytes()
    return hashlib.sha256("\n".join([*eisen, sys.version, str(HIER)]).encode() + sommen).hexdigest()


def installeer(eisen: list[str], merk: Path) -> None:
    """Maak de omgeving waar die ontbreekt en installeer de eisen; schrijf daarna het merkteken."""
    uv = shutil.which("uv")
    if not PYTHON.exists():
        print("Eenmalig: ik maak een eigen omgeving in .venv ...", file=sys.stderr, flush=True)
        venv.create(OMGEVING, with_pip=not uv, clear=OMGEVING.exists())
    print(f"Eenmalig: ik installeer {len(eisen)} pakketten (een tot drie minuten) ...", file=sys.stderr, flush=True)
    lijst = OMGEVING / "pakketten.txt"  # alles staat erin, ook wat een pakket zelf nodig heeft: vandaar --no-deps
    lijst.write_text(met_sommen(eisen), encoding="utf-8")
    subprocess.run([*installateur(uv), "--no-deps", "--require-hashes", "-r", str(lijst)], check=True)
    # pip doet dit ook met zijn pakketten: zonder vertaalde modules kost elke opdracht een kwart seconde meer.
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", "-j", "0", str(HIER / "generator")], check=False)
    schrijf_startpunt()
    subprocess.run([str(PYTHON), "-m", "generator.bouw.klaarzetten", str(date.today())], check=False, cwd=HIER)
    merk.write_text(stempel(eisen), encoding="utf-8")
    print("Klaar. De volgende keer gaat dit vanzelf.", file=sys.stderr, flush=True)


def installateur(uv: str | None) -> list[str]:
    """De opdracht die pakketten installeert: uv als dat er is (veel sneller), en anders pip."""
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(PYTHON), "--compile-bytecode"]
    subprocess.run(
        [str(PYTHON), "-m", "ensurepip"], check=False, capture_output=True
    )  # een omgeving van uv heeft geen pip
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input"]


def schrijf_startpunt() -> None:
    """Maak `sociale-kaart` in de omgeving, zonder bouwpakket en dus zonder netwerk."""
    zoekpad = subprocess.run(
        [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # Vanaf hier gerekend: welke letters er in het pad hierheen staan, maakt voor Python en Windows dan niet uit.
    (Path(zoekpad) / "sociale_kaart_bron.pth").write_text(os.path.relpath(HIER, zoekpad) + "\n", encoding="utf-8")
    if os.name == "nt":
        (PYTHON.parent / "sociale-kaart.cmd").write_text('@"%~dp0python.exe" -m generator %*\n', encoding="utf-8")
        return
    start = PYTHON.parent / "sociale-kaart"
    start.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m generator "$@"\n', encoding="utf-8")
    start.chmod(0o755)


def zorg_voor_omgeving(deel: str) -> None:
    """Installeer alleen wat nog niet op zijn plek staat; wie alles heeft, heeft ook wat een bouw nodig heeft."""
    for ruimer in RUIMER[deel]:
        merk = OMGEVING / f"klaar-{ruimer}"
        if PYTHON.exists() and merk.exists() and merk.read_text(encoding="utf-8") == stempel(pakketten(ruimer)):
            return
    installeer(pakketten(deel), OMGEVING / f"klaar-{deel}")


def deel_voor(argumenten: list[str]) -> str:
    """Welk deel van de pakketten een opdracht nodig heeft."""
    opdracht = argumenten[0] if argumenten else ""
    return "test" if opdracht == "test" else "bouw" if opdracht in KLEIN else "alles"


def main(argumenten: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036  hier draait nog de Python van de machine
        print("Sociale Kaart heeft Python 3.11 of nieuwer nodig.", file=sys.stderr)
        return 2
    try:
        zorg_voor_omgeving(deel_voor(argumenten))
    except (subprocess.CalledProcessError, OSError) as fout:
        print(
            f"De omgeving kon niet worden gemaakt: {fout}\n"
            "Zo lost u het op: controleer het netwerk, verwijder de map .venv en probeer het opnieuw.",
            file=sys.stderr,
        )
        return 3
    opdracht = [str(PYTHON), "-m", "generator", *argumenten]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HIER), os.environ.get("PYTHONPATH")]))
    if os.name == "nt":
        return subprocess.run(opdracht).returncode
    os.execv(opdracht[0], opdracht)


def veilig(argumenten: list[str]) -> int:
    """Als `main`, met een gewone zin als iemand afbreekt."""
    try:
        return main(argumenten)
    except KeyboardInterrupt:
        print("Afgebroken, site niet aangepast.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(veilig(sys.argv[1:]))
