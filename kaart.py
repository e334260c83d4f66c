#!/usr/bin/env python3
"""Start Sociale Kaart: `python3 kaart.py bouw`. Alleen de standaardbibliotheek; Python 3.11 of nieuwer.

De eerste keer komt er een eigen omgeving in `.venv` met de vastgepinde pakketten; daarna gaat de
opdracht meteen door naar die omgeving. Wat een bouw niet nodig heeft, komt er pas bij als een opdracht erom vraagt.
Wat alleen het installeren nodig heeft, wordt pas daar binnengehaald: elke opdracht komt hierlangs.
"""

import hashlib
import os
import re
import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
OMGEVING = HIER / ".venv"
PYTHON = OMGEVING / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# Deze opdrachten hebben genoeg aan wat een bouw nodig heeft; elke andere krijgt alles. Een test kijkt het na.
KLEIN = (
    *("bouw", "controleer", "controleer-site", "bekijk", "adressen", "agenda", "dien-in", "haal-issues", "netjes"),
    *("regio", "reageer", "stand", "toen", "verwerk-melding", "voorstellen", "", "-h", "--help", "--versie"),
)
RUIMER = {"bouw": ("bouw", "alles", "test"), "alles": ("alles", "test"), "test": ("test",)}
# De zoekmotor in Python, kaartbestanden in elk stelsel, rekenbladen en domeinnamen: samen 320 MB.
LATER = (
    *("mini-racer", "pyogrio", "geopandas", "pandas", "pyproj"),
    *("openpyxl", "et-xmlfile", "python-calamine", "dnspython"),
)
# Alles staat in pakketten.txt, ook wat een pakket zelf nodig heeft. Zelf bouwen doen wij nooit: dat is code van een ander
# die al bij het installeren draait.
OPTIES = ("--no-deps", "--require-hashes", "--only-binary", ":all:")
BRON = ("jstyleson",)  # alleen voor de tests, en alleen als broncode te krijgen


def opties(eisen: list[str]) -> list[str]:
    """Wat pip of uv bij deze eisen meekrijgt."""
    los = [naam for eis in eisen if (naam := kale_naam(eis)) in BRON]
    return [*OPTIES, *(deel for naam in los for deel in ("--no-binary", naam))]


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


def installeer(deel: str) -> None:
    """Maak de omgeving waar die ontbreekt en installeer wat `deel` nodig heeft; schrijf daarna het merkteken."""
    import subprocess
    import venv
    from datetime import date

    eisen = pakketten(deel)
    print(f"Eenmalig: ik installeer {len(eisen)} pakketten in .venv ...", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        venv.create(OMGEVING, symlinks=os.name != "nt", clear=OMGEVING.exists())
    vertaling = subprocess.Popen([str(PYTHON), "-m", "compileall", "-q", str(HIER / "generator")])
    haal_pakketten(eisen)
    vertaling.wait()
    schrijf_startpunt()
    if deel == "test":  # elke test in een eigen proces zou ze anders opnieuw vertalen
        subprocess.run([str(PYTHON), "-m", "compileall", "-q", "-j", "0", zoekpad()], check=False, capture_output=True)
    # Een module wordt vertaald als zij voor het eerst nodig is, ook waar dat anders uit staat: vooraf alles vertalen
    # kost meer dan de bouw zelf en 120 MB, en nooit vertalen elke opdracht anderhalve seconde.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([str(PYTHON), "-m", "generator.bouw.klaarzetten", str(date.today())], check=False, cwd=HIER)
    (OMGEVING / f"klaar-{deel}").write_text(stempel(eisen), encoding="utf-8")
    print("Klaar. De volgende keer gaat dit vanzelf.", file=sys.stderr, flush=True)


def haal_pakketten(eisen: list[str]) -> None:
    """Met uv als dat er is; anders met pip, twee helften tegelijk, en lukt dat niet dan alles nog eens na elkaar.

    Raises:
        OSError: als het niet lukt.
    """
    import shutil
    import subprocess

    alles = schrijf_lijst("pakketten.txt", eisen)
    if uv := shutil.which("uv"):
        if not subprocess.run(
            [uv, "pip", "install", "--quiet", "--python", str(PYTHON), *opties(eisen), "-r", alles]
        ).returncode:
            return
        print("Met uv lukt het niet; ik probeer het met pip ...", file=sys.stderr, flush=True)
    pip = [*pip_opdracht(), "install", "--quiet", "--no-input", "--no-compile", *opties(eisen), "-r"]
    half = len(eisen) // 2  # op volgorde van naam: pakketten die een map delen, blijven bij elkaar
    helften = [schrijf_lijst("helft-1.txt", eisen[:half]), schrijf_lijst("helft-2.txt", eisen[half:])]
    lopend = [
        subprocess.Popen([*pip, helft], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for helft in helften
    ]
    if any([deel.wait() for deel in lopend]) and (status := subprocess.run([*pip, alles]).returncode):
        raise OSError(f"pip stopt met status {status}")


def schrijf_lijst(naam: str, eisen: list[str]) -> str:
    """Zet de eisen met hun sommen in een bestand in de omgeving; geeft het pad."""
    (OMGEVING / naam).write_text(met_sommen(eisen), encoding="utf-8")
    return str(OMGEVING / naam)


def pip_opdracht() -> list[str]:
    """De pip van deze machine, die sinds 22.3 ook in een andere omgeving installeert; anders een pip in de omgeving."""
    import subprocess
    from importlib.metadata import PackageNotFoundError, version

    try:
        grote, kleine = version("pip").split(".")[:2]
        if (int(grote), int(kleine)) >= (22, 3):
            return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(PYTHON)]
    except (PackageNotFoundError, ValueError):
        pass
    subprocess.run([str(PYTHON), "-m", "ensurepip"], check=False, capture_output=True)
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]


def zoekpad() -> str:
    """De map in de omgeving waar Python pakketten zoekt."""
    import subprocess

    vraag = "import sysconfig; print(sysconfig.get_path('purelib'))"
    antwoord = subprocess.run([str(PYTHON), "-c", vraag], capture_output=True, text=True)
    if antwoord.returncode:
        raise OSError(f"{PYTHON} werkt niet: {antwoord.stderr.strip()[-200:]}")
    return antwoord.stdout.strip()


def schrijf_startpunt() -> None:
    """Maak `sociale-kaart` in de omgeving, zonder bouwpakket en dus zonder netwerk."""
    plek = zoekpad()
    # Vanaf hier gerekend: welke letters er in het pad hierheen staan, maakt voor Python en Windows dan niet uit.
    (Path(plek) / "sociale_kaart_bron.pth").write_text(os.path.relpath(HIER, plek) + "\n", encoding="utf-8")
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
    installeer(deel)


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
    except OSError as fout:
        print(
            f"De omgeving kon niet worden gemaakt: {fout}\n"
            "Zo lost u het op: controleer het netwerk, verwijder de map .venv en probeer het opnieuw.",
            file=sys.stderr,
        )
        return 3
    opdracht = [str(PYTHON), "-m", "generator", *argumenten]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HIER), os.environ.get("PYTHONPATH")]))
    if os.name == "nt":
        import subprocess

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
