"""De middelen van de site: stijl, scripts en plaatjes; eigen bestanden, en die van anderen uit hun pip-pakket."""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from generator.bouw.huisstijl import huisstijlbestanden, huisstijlregels
from generator.bouw.kaarten import kaartbestanden, licentieteksten
from generator.bouw.pakketten import pakketbestanden, uit_pakket
from generator.kleuren import contrast_op_wit, meng
from generator.model import Catalogus, Instellingen
from generator.voorraad import Voorraad, vingerafdruk
from generator.zoeken.bundel import BUNDELS, STATISCH, bundel

# De kleuren van het papier in gemeen/stijl.css.
PAPIER, PAPIER_DONKER = "#fbf8f1", "#171512"


def alle_middelen(catalogus: Catalogus, voorraad: Voorraad) -> Iterator[tuple[str, bytes]]:
    """(pad, bytes) van alles onder assets/."""
    for naam, ruw in eigen_bestanden():
        if naam.startswith("regio/"):  # die staan op de beginpagina van een regio (regio/bouwen.py)
            continue
        inhoud = klein(naam, ruw, voorraad)
        if naam in ("gemeen/stijl.css", "insluiten/blad.css"):
            regels = accentregels(catalogus.instellingen), huisstijlregels(catalogus.instellingen.huisstijl)
            inhoud = regels[0].encode() + inhoud + regels[1].encode()
        yield f"assets/{naam}", inhoud
    yield (
        "assets/iconen.svg",
        plaat([*sorted(STATISCH.glob("iconen/*.svg")), *sorted(STATISCH.glob("tekens/*.svg"))]).encode(),
    )
    yield (
        "assets/material.css",
        in_laag(uit_pakket("mkdocs-material", ".min.css", begin="templates/assets/stylesheets/main.")),
    )
    yield from kaartbestanden(catalogus, voorraad)
    yield from huisstijlbestanden(catalogus.instellingen.huisstijl)
    yield "assets/LICENTIES.txt", licenties().encode()


def eigen_bestanden() -> Iterator[tuple[str, bytes]]:
    """(naam, bytes) van elk bestand in statisch/ dat onder assets/ komt, nog met uitleg en lange namen."""
    for bestand in sorted(p for p in STATISCH.rglob("*") if p.is_file()):
        naam = bestand.relative_to(STATISCH).as_posix()
        if naam != "balie/bewaar.js":  # die staat met haar lijst in kcc/ (dienst.py)
            yield naam, bundel(naam, uitvoer=BUNDELS[naam]).encode() if naam in BUNDELS else bestand.read_bytes()


SOORT = {".js": "application/javascript", ".css": "text/css"}


def klein(naam: str, inhoud: bytes, voorraad: Voorraad) -> bytes:
    """Een script of stijl zonder uitleg, inspringing en lange namen: een vijfde minder over de lijn. Iets anders
    blijft gelijk.
    """
    soort = SOORT.get(Path(naam).suffix)
    if soort is None:
        return inhoud
    sleutel = vingerafdruk(soort, inhoud)
    bekend = voorraad.pak("klein", sleutel)
    if bekend is None:
        import minify  # tdewolff-minify; pas hier, want laden kost tijd

        bekend = minify.string(soort, inhoud.decode()).encode() + b"\n"
        voorraad.leg("klein", sleutel, bekend)
    return bekend


def plaat(bestanden: list[Path]) -> str:
    """Alle iconen in een bestand, zodat een pagina er een ophaalt; 'tekens/mail.svg' heet er 'teken-mail'."""
    delen = []
    for bestand in bestanden:
        naam = f"teken-{bestand.stem}" if bestand.parent.name == "tekens" else bestand.stem
        binnen = bestand.read_text(encoding="utf-8").partition(">")[2].rpartition("</svg>")[0]
        delen.append(f'<symbol id="{naam}" viewBox="0 0 32 32">{binnen}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(delen) + "\n</svg>\n"


def in_laag(stijl: bytes) -> bytes:
    """Een stijlblad in een CSS-laag, zodat gemeen/stijl.css er altijd boven gaat. (Met @import klaagt axe over de
    CSP.)
    """
    kaal = stijl.split(b"\n/*# sourceMappingURL")[0] + b"\n"
    return b"@layer material{" + kaal.removeprefix(b'@charset "UTF-8";') + b"}\n"


def licenties() -> str:
    """Wie wat gemaakt heeft van wat de site meestuurt, uit de gegevens van de pakketten."""
    regels = ["Deze site gebruikt bestanden van anderen, onder deze licenties:", ""]
    for pakket, wat in (("mkdocs-material", "material.css"),):
        gegevens = distribution(pakket).metadata
        regels.append(
            f"{wat}: {pakket} {gegevens['Version']}, {gegevens['License-Expression'] or gegevens['License'] or 'zie het pakket'}"
        )
        for bestand in pakketbestanden(pakket):
            if bestand.rpartition("/")[2].upper().startswith(("LICENSE", "LICENCE")):
                regels += ["", Path(str(distribution(pakket).locate_file(bestand))).read_text(encoding="utf-8"), ""]
    return "\n\n".join(["\n".join(regels), *licentieteksten()]) + "\n"


def accentregels(inst: Instellingen) -> str:
    """De accentkleur van de gemeente als CSS-variabelen: leesbaar op het lichte en op het donkere papier."""
    licht, donker = accenten(inst.accent)
    if inst.huisstijl:
        licht, donker = inst.huisstijl.licht["accent"], inst.huisstijl.donker["accent"]
    return f":root{{--accent-licht:{licht};--accent-donker:{donker}}}\n"


def accenten(kleur: str) -> tuple[str, str]:
    """Deze kleur zo bijgemengd dat zij op het lichte en op het donkere papier van gemeen/stijl.css te lezen is."""
    wit_op_papier, wit_op_donker = contrast_op_wit(PAPIER), contrast_op_wit(PAPIER_DONKER)
    licht = meng(kleur, "#000000", lambda k: contrast_op_wit(k) / wit_op_papier >= 4.6)
    donker = meng(kleur, "#ffffff", lambda k: wit_op_donker / contrast_op_wit(k) >= 6.5)
    return licht, donker
