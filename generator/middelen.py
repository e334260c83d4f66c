"""De middelen van de site: stijl, scripts en plaatjes; eigen bestanden, en die van anderen uit hun pip-pakket."""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from generator.model import Catalogus
from generator.voorraad import Voorraad

STATISCH = Path(__file__).parent / "statisch"


def alle_middelen(catalogus: Catalogus, voorraad: Voorraad) -> Iterator[tuple[str, bytes]]:
    """(pad, bytes) van alles onder assets/."""
    for bestand in sorted(p for p in STATISCH.rglob("*") if p.is_file()):
        naam = bestand.relative_to(STATISCH).as_posix()
        inhoud = bestand.read_bytes()
        if naam == "kaart.css":
            inhoud = accentregels(catalogus.instellingen.accent).encode() + inhoud
        yield f"assets/{naam}", inhoud
    yield "assets/material.css", uit_pakket("mkdocs-material", "templates/assets/stylesheets/main.", ".min.css")
    yield "assets/LICENTIES.txt", licenties().encode()


def uit_pakket(pakket: str, begin: str, eind: str) -> bytes:
    """De bytes van het ene bestand in een pip-pakket waarvan het pad `begin` bevat en op `eind` eindigt."""
    gevonden = [b for b in distribution(pakket).files or () if begin in b.as_posix() and b.name.endswith(eind)]
    ruw = Path(gevonden[0].locate()).read_bytes()
    return ruw.split(b"\n/*# sourceMappingURL")[0] + b"\n"


def licenties() -> str:
    """Wie wat gemaakt heeft van wat de site meestuurt, uit de gegevens van de pakketten."""
    regels = ["Deze site gebruikt bestanden van anderen, onder deze licenties:", ""]
    for pakket, wat in (("mkdocs-material", "material.css"),):
        gegevens = distribution(pakket).metadata
        regels.append(f"{wat}: {pakket} {gegevens['Version']}, {gegevens['License-Expression'] or gegevens['License'] or 'zie het pakket'}")
        for bestand in distribution(pakket).files or ():
            if bestand.name.upper().startswith(("LICENSE", "LICENCE")):
                regels += ["", Path(bestand.locate()).read_text(encoding="utf-8"), ""]
    return "\n".join(regels)


def accentregels(kleur: str) -> str:
    """De accentkleur van de gemeente, licht en donker, als CSS-variabelen."""
    rood, groen, blauw = (int(kleur[i:i + 2], 16) for i in (1, 3, 5))
    licht = "#" + "".join(f"{round(d + (255 - d) * 0.62):02x}" for d in (rood, groen, blauw))
    return f":root{{--accent-licht:{kleur};--accent-donker:{licht}}}\n"
