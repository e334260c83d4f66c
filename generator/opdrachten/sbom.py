"""`sbom`: waar dit programma uit bestaat, als CycloneDX of als tekst met de licenties."""

import json
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from generator.meldingen import SocialeKaartFout

PROJECT = Path(__file__).resolve().parents[2]
_REGEL = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(.*)$", re.M)


def voeg_toe(deel) -> None:
    parser = deel.add_parser("sbom", help="laat zien uit welke pakketten dit programma bestaat, met hun licenties")
    parser.add_argument("--formaat", choices=("cyclonedx", "licenties"), default="cyclonedx", help="JSON of tekst")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    delen = pakketten()
    print(als_cyclonedx(delen) if opties.formaat == "cyclonedx" else als_tekst(delen))
    return 0


def pakketten() -> list[dict]:
    """Naam, versie, sommen en licentie van elk vastgezet pakket; de sommen zijn die waarmee het geinstalleerd wordt."""
    try:
        tekst = (PROJECT / "pakketten.txt").read_text(encoding="utf-8").replace("\\\n", "")
    except OSError as fout:
        raise SocialeKaartFout(
            "pakketten.txt is hier niet te lezen.", "draai dit in een kloon van het programma.", 1
        ) from fout
    return [
        {
            "naam": r[1],
            "versie": r[2],
            "sommen": re.findall(r"sha256:([0-9a-f]{64})", r[3]),
            "licentie": licentie_van(r[1]),
        }
        for r in _REGEL.finditer(tekst)
    ]


def licentie_van(naam: str) -> str:
    """De licentie zoals het pakket haar noemt; leeg als het hier niet geinstalleerd is."""
    try:
        gegevens = distribution(naam).metadata
    except PackageNotFoundError:
        return ""
    # Met get_all, want van een pakket dat importlib_metadata heeft geladen mag een veld niet ontbreken.
    velden = {naam: gegevens.get_all(naam) or [""] for naam in ("License-Expression", "License", "Classifier")}
    indeling = [r.rpartition(" :: ")[2] for r in velden["Classifier"] if r.startswith("License ::")]
    return velden["License-Expression"][0] or ", ".join(indeling) or velden["License"][0].split("\n")[0][:80]


def kennisgevingen(naam: str) -> list[str]:
    """De teksten die een pakket met zijn licentie meestuurt."""
    try:
        pakket: Distribution = distribution(naam)
    except PackageNotFoundError:
        return []
    paden = [p for p in pakket.files or () if re.match(r"(?i)(licen[cs]e|notice|copying)", p.name)]
    return [Path(str(pakket.locate_file(p))).read_text(encoding="utf-8", errors="replace") for p in paden]


def als_cyclonedx(delen: list[dict]) -> str:
    """Een CycloneDX 1.5-document; dezelfde pakketten geven dezelfde bytes."""
    lijst = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{d['naam'].lower()}@{d['versie']}",
            "name": d["naam"],
            "version": d["versie"],
            "purl": f"pkg:pypi/{d['naam'].lower()}@{d['versie']}",
            **({"licenses": [{"license": {"name": d["licentie"]}}]} if d["licentie"] else {}),
            "hashes": [{"alg": "SHA-256", "content": som} for som in d["sommen"]],
        }
        for d in delen
    ]
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": {"component": {"type": "application", "bom-ref": "sociale-kaart", "name": "sociale-kaart"}},
            "components": lijst,
        },
        ensure_ascii=False,
        indent=1,
    )


def als_tekst(delen: list[dict]) -> str:
    """Elk pakket met zijn licentie, en de teksten die het daarbij meestuurt."""
    regels = ["Dit programma gebruikt deze pakketten van anderen:", ""]
    regels += [f"{d['naam']} {d['versie']}: {d['licentie'] or 'zie het pakket'}" for d in delen]
    for d in delen:
        for tekst in kennisgevingen(d["naam"]):
            regels += ["", f"--- {d['naam']} {d['versie']}", "", tekst.strip()]
    return "\n".join(regels)
