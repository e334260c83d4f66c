"""Alle ingangen van een map als tabel."""

from pathlib import Path
from typing import Any

from generator.bewerken.aanvullen import Aanvulling, uit_sets
from generator.bewerken.bestand import lees_voor_wijziging
from generator.bewerken.paden import Pad, lees_pad, schrijf_pad, veld_van
from generator.bewerken.rekenblad.plat import kolommen, plat
from generator.bewerken.rekenblad.schrijven import Tabel
from generator.bewerken.stukken import KanNiet
from generator.bewerken.wijzigen import lees_boom
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.model import SOORTEN
from generator.schema import VOORZIENING, Veld
from generator.uitleg.soorten import SOORTEN as SOORTWOORDEN
from generator.uitleg.soorten import in_woorden


def lees_ingangen(map_: Path, verslag: Verslag) -> dict[str, tuple[str, dict]]:
    """Per id het pad en de boom van elke ingang; wat niet te lezen is, staat in het verslag."""
    uit = {}
    for map_soort in SOORTEN:
        for bestand in sorted((map_ / "sociale_kaart" / map_soort).glob("*.yaml")):
            pad = f"sociale_kaart/{map_soort}/{bestand.name}"
            try:
                uit[bestand.stem] = pad, snelle_boom(lees_voor_wijziging(map_, pad)[1])
            except KanNiet as fout:
                verslag.meld("SK801", pad, reden=str(fout).removeprefix(f"{pad}: ").rstrip("."))
    return uit


def met_sets(eigen: dict[str, tuple[str, dict]], sets: dict[str, Aanvulling]) -> dict[str, tuple[str, dict]]:
    """De eigen ingangen en die uit een set, zoals de site ze laat zien; op map en dan op id."""
    alles = eigen | {id_: (aanvulling.pad, aanvulling.samen) for id_, aanvulling in sets.items()}
    mappen = list(SOORTEN)
    return dict(sorted(alles.items(), key=lambda paar: (mappen.index(paar[1][0].split("/")[1]), paar[0])))


def snelle_boom(tekst: str) -> dict:
    """De waarden van een YAML-tekst. Zonder blokken met | of > is de boom van de lezer zelf al goed."""
    verslag = Verslag()
    gelezen = lees_yaml(tekst.replace("\r\n", "\n").replace("\r", "\n"), "x", verslag)
    if gelezen is None:
        return lees_boom(tekst)  # die zegt waarom het niet kan
    return _waarden(gelezen)


def _waarden(knoop) -> Any:
    waarden = getattr(knoop, "waarden", None)
    if waarden is None:
        return knoop.waarde.rstrip("\n") if knoop.stijl in ("|", ">") else knoop.waarde
    return (
        {naam: _waarden(deel) for naam, deel in waarden.items()}
        if isinstance(waarden, dict)
        else [_waarden(deel) for deel in waarden]
    )


def maak_tabel(map_: Path, verslag: Verslag) -> Tabel:
    """De tabel met een rij per ingang, in de volgorde van de mappen en ids."""
    rijen, paden = [], set()
    for id_, (pad, boom) in met_sets(lees_ingangen(map_, verslag), uit_sets(map_)).items():
        cellen = {"id": id_, "soort": SOORTEN[pad.split("/")[1]], **plat({n: w for n, w in boom.items() if n != "id"})}
        paden |= cellen.keys() - {"id", "soort"}
        rijen.append(cellen)
    rij = kolommen({lees_los(pad) for pad in paden})
    koppen = ["id", "soort", *map(schrijf_pad, rij)]
    keuzes = {"soort": tuple(SOORTEN.values()), **{schrijf_pad(pad): k for pad in rij if (k := keuzes_van(pad))}}
    return Tabel(koppen, [[cellen.get(kop, "") for kop in koppen] for cellen in rijen], maak_uitleg(rij), keuzes)


def lees_los(pad: str) -> Pad:
    """Een pad, ook van een veld dat de tabel niet kent."""
    try:
        return lees_pad(pad)
    except ValueError:
        return (pad,)


def keuzes_van(pad: Pad) -> tuple[str, ...]:
    """De waarden van een keuzelijst; een cel met meer waarden heeft er geen."""
    veld = veld_van(VOORZIENING, pad)
    if veld is None or veld.lijst:
        return ()
    return ("ja", "nee") if veld.soort == "ja_nee" else veld.keuzes


def maak_uitleg(rij: list[Pad]) -> list[list[str]]:
    """Het blad dat elke kolom uitlegt."""
    vast = [
        [
            "id",
            "De naam van het bestand. Verander hem niet; bij een nieuwe rij laat u hem leeg.",
            "",
            "",
            "geldloket-noord",
        ],
        ["soort", "Wat voor ingang het is.", "verplicht", ", ".join(SOORTEN.values()), "wijkfunctie"],
    ]
    return [["kolom", "wat", "verplicht", "wat mag er staan", "voorbeeld"], *vast, *(_uitlegrij(pad) for pad in rij)]


def _uitlegrij(pad: Pad) -> list[str]:
    veld = veld_van(VOORZIENING, pad)
    if veld is None:
        return [schrijf_pad(pad), "Dit veld kennen we niet.", "", "", ""]
    meer = " Meer waarden: met een puntkomma ertussen." if veld.lijst else ""
    plek = (
        f" Dit is nummer {pad[1] + 1}; voor de volgende komt er een kolom met [{pad[1] + 1}] bij."
        if len(pad) > 1 and isinstance(pad[1], int)
        else ""
    )
    return [
        schrijf_pad(pad),
        veld.uitleg + meer + plek,
        "verplicht" if _moet(pad, veld) else "",
        ", ".join(veld.keuzes) or (in_woorden(veld) if veld.soort in SOORTWOORDEN else ""),
        str(veld.voorbeeld).strip('"'),
    ]


def _moet(pad: Pad, veld: Veld) -> bool:
    """Verplicht voor elke ingang: het veld en alles waar het in zit."""
    return all((deel := veld_van(VOORZIENING, pad[:n])) is not None and deel.verplicht for n in range(1, len(pad) + 1))
