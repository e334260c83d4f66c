"""`gebieden postcodes`: de CBS-tabel met postcode, huisnummer, buurt, wijk en gemeente samenvatten tot postcode en
wijken.
"""

import csv
import io
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.gebieden import schrijven
from generator.gebieden.bronnen import som_van
from generator.lezen.gemeentemap import Gemeentemap
from generator.lezen.waarden import nette_naam
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Gemeente
from generator.voorraad import Voorraad

_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")
_KOPPEN = (r"pc6|postcode6?", r"wijk(?:code)?_?(?:\d{4})?", r"(?:gemeente|gem)(?:code)?_?(?:\d{4})?")
LANGSTE_KOP = 1000


def zoek_gemeente(map_: Path, gevraagd: str, peildatum: date) -> Gemeente:
    """De gemeente uit gebieden/ op naam, map of code. Raist als zij er niet is of fouten heeft."""
    verslag = Verslag()
    gebieden = map_ / "gebieden"
    mappen = sorted(p for p in gebieden.iterdir() if (p / "gemeente.yaml").is_file()) if gebieden.is_dir() else []
    for plek in mappen:
        lezer = Gemeentemap(plek, f"gebieden/{plek.name}", verslag, peildatum, Voorraad(map_, aan=False))
        lezer.keur_namen()
        gegevens = lezer.gegevens()
        if gegevens and (
            gevraagd == gegevens["code"] or nette_naam(gevraagd) in (plek.name, nette_naam(gegevens["naam"]))
        ):
            gemeente = Gemeentemap(
                plek, f"gebieden/{plek.name}", Verslag(), peildatum, Voorraad(map_, aan=False)
            ).lees()
            if gemeente and gemeente.wijken:
                return gemeente
            raise SocialeKaartFout(
                f"gebieden/{plek.name} heeft geen wijken.", "lees eerst de wijken in met 'gebieden inlezen'.", 1
            )
    raise SocialeKaartFout(
        f"gemeente '{gevraagd}' staat niet in gebieden/.", "lees eerst de wijken in met 'gebieden inlezen'.", 2
    )


@contextmanager
def _regels(bestand: Path) -> Iterator[Iterable[str]]:
    """De regels van de tabel, los of in een zip (zo levert het CBS haar)."""
    with bestand.open("rb") as stroom:
        if stroom.read(4) != b"PK\x03\x04":
            stroom.seek(0)
            yield io.TextIOWrapper(stroom, encoding="utf-8-sig", newline="")
            return
    with zipfile.ZipFile(bestand) as zip_:
        namen = [lid.filename for lid in zip_.infolist() if not lid.is_dir() and _is_tabel(zip_, lid.filename)]
        if len(namen) != 1:
            welke = f" ({', '.join(Path(naam).name for naam in sorted(namen))})" if namen else ""
            raise SocialeKaartFout(
                f"in {bestand.name} zitten {len(namen)} tabellen met postcode, wijk en gemeente{welke}; er hoort er een in.",
                "pak de zip uit en geef de tabel met de kop PC6;Huisnummer;Buurt;Wijk;Gemeente.",
                1,
            )
        with zip_.open(namen[0]) as stroom:
            yield io.TextIOWrapper(stroom, encoding="utf-8-sig", newline="")


def _is_tabel(zip_: zipfile.ZipFile, naam: str) -> bool:
    """Of een bestand in de zip de tabel is, naar zijn eerste regel: mappen en namen wisselen per jaargang."""
    if Path(naam).suffix.lower() not in (".csv", ".txt"):
        return False
    with zip_.open(naam) as stroom:
        kop = stroom.readline(LANGSTE_KOP).decode("utf-8-sig", "replace")
    return None not in _plekken(_cellen(kop))


def _teken(regel: str) -> str:
    return max(";,\t", key=regel.count)


def _cellen(regel: str) -> list[str]:
    return next(csv.reader([regel], delimiter=_teken(regel)), [])


def _plekken(kop: list[str]) -> list[int | None]:
    """In welke kolom de postcode, de wijk en de gemeente staan; None wat er niet of vaker in staat."""
    uit: list[int | None] = []
    for patroon in _KOPPEN:
        gevonden = [i for i, naam in enumerate(kop) if re.fullmatch(patroon, naam.strip(), re.I | re.ASCII)]
        uit.append(gevonden[0] if len(gevonden) == 1 else None)
    return uit


def _kolommen(kop: list[str], pad: str, verslag: Verslag) -> tuple[int, int, int] | None:
    pc, wijk, gemeente = _plekken(kop)
    if pc is None or wijk is None or gemeente is None:
        verslag.meld(
            "SK516",
            pad,
            wat="de kop",
            hint="de eerste regel hoort te zijn: PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025.",
        )
        return None
    return pc, wijk, gemeente


def _verzamel(regels: Iterable[str], code: str, pad: str, verslag: Verslag) -> dict[str, set[str]]:
    """Per postcode van de gemeente haar wijken; een kapotte regel is een melding."""
    uit: dict[str, set[str]] = defaultdict(set)
    iterator = iter(regels)
    eerste = next(iterator, "")
    teken, kolommen = _teken(eerste), _kolommen(_cellen(eerste), pad, verslag)
    if kolommen is None:
        return {}
    pc, wijk, gemeente = kolommen
    for nummer, rij in enumerate(csv.reader(iterator, delimiter=teken), start=2):
        if not rij:
            continue
        if len(rij) <= max(kolommen):
            verslag.meld(
                "SK516", pad, (nummer, 1), wat="het aantal cellen", hint="elke regel heeft evenveel cellen als de kop."
            )
            return {}
        if rij[gemeente].strip().zfill(4) != code:
            continue
        postcode, wijkcode = rij[pc].replace(" ", "").upper(), rij[wijk].strip().zfill(6)
        if not _POSTCODE.fullmatch(postcode) or not re.fullmatch(r"\d{4}[0-9A-Z]{2}", wijkcode, re.ASCII):
            verslag.meld(
                "SK516",
                pad,
                (nummer, 1),
                wat=f"'{rij[pc]}' of '{rij[wijk]}'",
                hint="een postcode is als 7411AA, een wijk als 015001.",
            )
            return {}
        uit[postcode].add(f"WK{wijkcode}")
    return uit


def lees_postcodetabel(bestand: Path, map_: Path, gevraagd: str, peildatum: date, verslag: Verslag) -> list[str]:
    """Schrijf gebieden/<gemeente>/postcodes.csv uit de CBS-tabel. Geeft wat er gebeurd is, in zinnen.

    Zijn er fouten, dan staan die in het verslag en is er niets geschreven. Huisnummers worden niet bewaard.
    """
    if not bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{bestand}' is er niet.", "controleer de naam en de map.", 2)
    gemeente = zoek_gemeente(map_, gevraagd, peildatum)
    try:
        with _regels(bestand) as regels:
            postcodes = _verzamel(regels, gemeente.code[2:], bestand.name, verslag)
    except (UnicodeDecodeError, csv.Error, zipfile.BadZipFile, zlib.error, RuntimeError, OSError) as fout:
        raise SocialeKaartFout(
            f"de tabel is niet te lezen ({type(fout).__name__}).",
            "pak een zip eerst uit, en sla de tabel op als CSV in UTF-8.",
            1,
        ) from fout
    if verslag.fouten:
        return []
    if not postcodes:
        raise SocialeKaartFout(
            f"in {bestand.name} staat geen postcode van {gemeente.naam} ({gemeente.code}).",
            "controleer of de kolom Gemeente codes zonder GM heeft, zoals 0150.",
            1,
        )
    bekend = {w.code for w in gemeente.wijken}
    if vreemd := sorted(set().union(*postcodes.values()) - bekend):
        raise SocialeKaartFout(
            f"de tabel noemt wijken die {gemeente.naam} hier niet heeft: {', '.join(vreemd[:5])}.",
            "gebruik de tabel en de grenzen van hetzelfde jaar.",
            1,
        )
    return _schrijf(bestand, map_, gemeente, postcodes, peildatum)


def _schrijf(
    bestand: Path, map_: Path, gemeente: Gemeente, postcodes: dict[str, set[str]], peildatum: date
) -> list[str]:
    regels = [f"{pc[:4]} {pc[4:]},{' '.join(sorted(codes))}\n" for pc, codes in sorted(postcodes.items())]
    jaar = re.search(r"(?<!\d)20\d\d", bestand.name)
    herkomst = {
        "bestand": bestand.name,
        "jaar": jaar[0] if jaar else "",
        "peildatum": peildatum.isoformat(),
        "sha256": som_van(bestand),
        "naamsvermelding": "CBS, buurt, wijk en gemeente voor postcode en huisnummer",
    }
    plek = map_ / "gebieden" / gemeente.slug
    geheel = schrijven.lees_boom(plek / "herkomst.yaml") | {"postcodes": {k: v for k, v in herkomst.items() if v}}
    schrijven.schrijf(
        plek, {"postcodes.csv": "postcode,wijken\n" + "".join(regels), "herkomst.yaml": schrijven.yaml_tekst(geheel)}
    )
    meer = sum(len(codes) > 1 for codes in postcodes.values())
    return [
        f"{gemeente.naam}: {len(postcodes)} postcodes geschreven naar gebieden/{gemeente.slug}/postcodes.csv; "
        f"{meer} liggen in meer dan een wijk."
    ]
