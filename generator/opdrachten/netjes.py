"""`netjes`: bestanden netjes opschrijven: velden op volgorde, aanhalingstekens waar ze horen; opmerkingen blijven."""

from pathlib import Path

from generator.bewerken.bestand import lees_voor_wijziging, schrijf_heel
from generator.bewerken.netjes import maak_netjes
from generator.bewerken.stukken import KanNiet
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import SOORTEN
from generator.opdrachten.controleer import druk_af
from generator.schema import ACTIVITEIT, FUNCTIE, ORGANISATIE, VOORZIENING, Veld

TABELLEN: dict[str, Veld] = {
    **dict.fromkeys(SOORTEN, VOORZIENING),
    "organisaties": ORGANISATIE,
    "functies": FUNCTIE,
    "activiteiten": ACTIVITEIT,
}


def voeg_toe(deel) -> None:
    parser = deel.add_parser("netjes", help="schrijf bestanden netjes op; opmerkingen blijven")
    parser.add_argument(
        "bestanden", nargs="*", type=Path, metavar="BESTAND", help="welke bestanden (standaard: alle ingangen)"
    )
    parser.add_argument("--controleer", action="store_true", help="zeg alleen welke niet netjes zijn (dan status 1)")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    verslag, anders = Verslag(), []
    for pad in kies(opties.map, opties.bestanden):
        try:
            if _doe_bestand(opties.map, pad, schrijf=not opties.controleer):
                anders.append(pad)
        except KanNiet as fout:
            verslag.meld("SK801", pad, reden=str(fout).removeprefix(f"{pad}: ").rstrip("."))
    if verslag.meldingen_ruw:
        druk_af(verslag)
    print("\n".join([*anders, slotzin(len(anders), opties.controleer)]))
    return 1 if verslag.fouten or (anders and opties.controleer) else 0


def slotzin(aantal: int, alleen_kijken: bool) -> str:
    if not aantal:
        return "Alles is al netjes."
    wat = "1 bestand" if aantal == 1 else f"{aantal} bestanden"
    return (
        f"{wat} niet netjes; 'netjes' zonder --controleer verbetert dat."
        if alleen_kijken
        else f"{wat} netjes gemaakt."
    )


def kies(map_: Path, gevraagd: list[Path]) -> list[str]:
    """De paden onder de map. Raist als een gevraagd bestand er niet is of geen ingang is."""
    if not gevraagd:
        return [
            f"sociale_kaart/{soort}/{p.name}"
            for soort in TABELLEN
            for p in sorted((map_ / "sociale_kaart" / soort).glob("*.yaml"))
        ]
    return [_onder_map(map_, bestand) for bestand in gevraagd]


def _onder_map(map_: Path, bestand: Path) -> str:
    plek = next((p for p in (bestand, map_ / bestand) if p.is_file()), None)
    if plek is None:
        raise SocialeKaartFout(f"het bestand '{bestand}' is er niet.", "controleer de naam en de map.")
    ouder = plek.parent.resolve()
    if ouder.parent != (map_ / "sociale_kaart").resolve() or ouder.name not in TABELLEN or plek.suffix != ".yaml":
        raise SocialeKaartFout(
            f"'{bestand}' is geen ingang, organisatie of functie onder sociale_kaart/.", "geef zo'n bestand, of geen."
        )
    return f"sociale_kaart/{ouder.name}/{plek.name}"


def _doe_bestand(map_: Path, pad: str, schrijf: bool) -> bool:
    """Of het bestand anders moest."""
    merk, tekst = lees_voor_wijziging(map_, pad)
    uit = maak_netjes(tekst, TABELLEN[pad.split("/")[1]])
    anders = bool(merk) or uit != tekst
    if anders and schrijf:
        schrijf_heel(map_, pad, uit.encode())
    return anders
