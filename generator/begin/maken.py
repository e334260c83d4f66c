"""Een nieuwe inhoudsmap neerzetten: eerst helemaal ernaast, en pas als alles goed is op haar plek."""

import os
import shutil
import tempfile
from pathlib import Path

from msgspec.structs import replace

from generator.begin.gegevens import Gegevens
from generator.begin.keuren import keur_antwoorden
from generator.begin.sjabloneren import maak_bestanden, werkstromen
from generator.begin.slot import schrijf_slot
from generator.gebieden.inlezen import Keuze, lees_in
from generator.lezen.gebieden import lees_gebieden
from generator.meldingen import SocialeKaartFout, Verslag
from generator.voorraad import Voorraad


def begin(doel: Path, gegevens: Gegevens, gebieden: Path | None, laag: str | None, verslag: Verslag) -> list[str]:
    """Zet de map neer en geef in zinnen wat er gebeurde; bij een fout in het verslag is er niets geschreven."""
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise SocialeKaartFout(f"'{doel}' is niet leeg.", "geef een map die nog niet bestaat, of een lege.")
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sociale-kaart-", dir=doel.parent) as tijdelijk:
        bouwplaats = Path(tijdelijk) / "map"
        regels = vul_map(bouwplaats, gegevens, gebieden, laag, verslag)
        if verslag.fouten:
            return []
        zet_neer(bouwplaats, doel)
    return regels


def vul_map(map_: Path, gegevens: Gegevens, gebieden: Path | None, laag: str | None, verslag: Verslag) -> list[str]:
    schrijf(map_, {f"gebieden/{gegevens.slug}/gemeente.yaml": gemeente_yaml(gegevens)})
    regels = []
    if gebieden is not None:
        keuze = Keuze(map_, gegevens.code, gegevens.vandaag, laag)
        regels = lees_in(gebieden, keuze, verslag)
        gegevens = replace(gegevens, wijken=lees_wijken(map_, gegevens, verslag))
    schrijf(map_, maak_bestanden(gegevens))
    keur_antwoorden(map_, gegevens, verslag)
    schrijf_slot(map_, werkstromen(gegevens.forge, gegevens.generator))
    return regels


def gemeente_yaml(gegevens: Gegevens) -> str:
    return (
        f"code: {gegevens.code}\n"
        f'naam: "{gegevens.naam}"\n'
        f'provincie: "{gegevens.provincie}"\n'
        "# schoolregio: noord   # noord, midden of zuid: de regio van de schoolvakanties\n"
        f"toegangspunt: toegang-{gegevens.slug}\n"
    ) + toegangsmodel(gegevens)


def toegangsmodel(gegevens: Gegevens) -> str:
    """Het geraamte van 'zo werkt het bij ons' als commentaar, dus zonder dat er iets van op de site komt."""
    tekst = Path(__file__).with_name("toegangsmodel.txt").read_text("utf-8")
    return tekst.replace("SLUG", gegevens.slug).replace("JAAR", str(gegevens.vandaag.year))


def lees_wijken(map_: Path, gegevens: Gegevens, verslag: Verslag) -> tuple[tuple[str, str], ...]:
    gemeenten = lees_gebieden(map_, verslag, gegevens.vandaag, Voorraad(map_, aan=False))
    return tuple((wijk.code, wijk.naam) for gemeente in gemeenten for wijk in gemeente.wijken)


def schrijf(map_: Path, bestanden: dict[str, str]) -> None:
    for pad, tekst in bestanden.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_text(tekst, encoding="utf-8", newline="\n")


def zet_neer(van: Path, naar: Path) -> None:
    """Verhuis alles naar de nieuwe of lege map; lukt dat halverwege niet, dan gaat terug wat er al stond."""
    nieuw = not naar.exists()
    naar.mkdir(exist_ok=True)
    gedaan = []
    try:
        for deel in sorted(van.iterdir()):
            os.replace(deel, naar / deel.name)
            gedaan.append(naar / deel.name)
    except OSError as fout:
        for deel in gedaan:
            shutil.rmtree(deel) if deel.is_dir() else deel.unlink()
        if nieuw:
            naar.rmdir()
        raise SocialeKaartFout(
            f"'{naar}' is niet te schrijven ({fout.strerror}).", "kijk of er ruimte is en of u daar mag schrijven."
        ) from fout
