"""De bronnen van bronnen.yaml lezen: hun records worden dezelfde voorstellen als van 'importeer'."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from msgspec import Struct, field

from generator.bewerken.rekenblad.invoer import voer_in
from generator.bewerken.rekenblad.uitkomst import Keuzes, Uitslag
from generator.bewerken.rekenblad.uitvoer import lees_ingangen
from generator.bewerken.vormen.lezen import MEESTE_RECORDS, maak_tabel, records_van
from generator.bewerken.vormen.samenwerkende_catalogi import GeenXml, als_boom
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model.bronlijst import Bronadres

MEESTE_PAGINAS, PER_PAGINA = 400, 50


class BronFout(Exception):
    """Een bron die niet te lezen is; de tekst zegt waarom."""


class Bronuitslag(Struct):
    """Wat er van een bron kwam: de uitslag van de import, of waarom die er niet is. `weg` staat niet meer in de bron."""

    naam: str
    uitslag: Uitslag | None = None
    reden: str = ""
    weg: list[str] = field(default_factory=list)


def lees_bron(map_: Path, bron: Bronadres, peildatum: date, haal: Callable[[str], bytes]) -> Bronuitslag:
    """De voorstellen uit een bron; `haal` geeft de bytes op een adres, of een BronFout. Schrijft niets."""
    try:
        records = haal_records(bron, haal)
        gelezen = maak_tabel(records, bron.vorm)
        gelezen.tabel = _met_functies(gelezen.tabel, bron)
        keuzes = Keuzes(
            soort=bron.soort,
            functie=bron.functie,
            werkgebied=bron.werkgebied,
            vorm=bron.vorm,
        )
        uitslag = voer_in(map_, gelezen, keuzes, peildatum)
    except (BronFout, SocialeKaartFout) as fout:
        return Bronuitslag(bron.naam, reden=str(fout))
    return Bronuitslag(bron.naam, uitslag, weg=_weg(map_, gelezen.tabel))


def haal_records(bron: Bronadres, haal: Callable[[str], bytes]) -> list[dict]:
    """Alle records van een bron, ook over meer pagina's. Raist BronFout."""
    uit: list[dict] = []
    adres: str | None = _met_grootte(bron)
    gezien: set[str] = set()
    while adres:
        if adres in gezien or len(gezien) >= MEESTE_PAGINAS:
            raise BronFout("er komt geen einde aan de pagina's")
        gezien.add(adres)
        boom = _boom(haal(adres), bron.vorm)
        deel = records_van(boom, bron.vorm)
        if deel is None:
            raise BronFout(f"het antwoord heeft de vorm '{bron.vorm}' niet")
        uit += deel
        if len(uit) > MEESTE_RECORDS:
            raise BronFout(f"er zijn meer dan {MEESTE_RECORDS} records")
        adres = _volgende(boom, bron, adres)
    if not uit:
        # Een lege bron is bijna altijd een storing; zij mag niet heten dat alles weg is.
        raise BronFout("er staat niets in")
    return uit


def _boom(ruw: bytes, vorm: str) -> Any:
    try:
        return als_boom(ruw) if vorm == "samenwerkende-catalogi" else json.loads(ruw.decode("utf-8-sig"))
    except GeenXml as fout:
        raise BronFout(str(fout)) from fout
    except (ValueError, RecursionError) as fout:
        raise BronFout("het antwoord is geen JSON") from fout


def _met_grootte(bron: Bronadres) -> str:
    """Het eerste adres; Samenwerkende Catalogi geeft hoogstens vijftig producten per keer."""
    return _anders(bron.adres, maximumRecords=str(PER_PAGINA)) if bron.vorm == "samenwerkende-catalogi" else bron.adres


def _volgende(boom: Any, bron: Bronadres, adres: str) -> str | None:
    """Het adres van de volgende pagina, alleen op dezelfde server."""
    if not isinstance(boom, dict):
        return None
    if bron.vorm == "samenwerkende-catalogi":
        return _anders(adres, startRecord=str(boom["volgende"])) if boom["volgende"] else None
    volgende = boom.get("next")
    if not isinstance(volgende, str) or not volgende:
        return None
    heel = urljoin(adres, volgende)
    if urlsplit(heel)[:2] != urlsplit(bron.adres)[:2]:
        raise BronFout("de volgende pagina staat op een andere server")
    return heel


def _anders(adres: str, **velden: str) -> str:
    delen = urlsplit(adres)
    vraag = {**dict(parse_qsl(delen.query, keep_blank_values=True)), **velden}
    return urlunsplit(delen._replace(query=urlencode(vraag)))


def _met_functies(tabel: list[list[object]], bron: Bronadres) -> list[list[object]]:
    """De tabel met onze functie waar bronnen.yaml zegt welke dat is bij een woord van de bron.

    Zegt geen woord iets en heeft de bron een functie voor de rest, dan blijft de cel leeg en geldt die.
    """
    kop, *rijen = tabel
    if "functie" not in kop or not (bron.functies or bron.functie):
        return tabel
    plek = kop.index("functie")
    van = {f.woord.casefold().strip(): f.functie for f in bron.functies}
    for rij in rijen:
        woorden = [w.strip() for w in str(rij[plek]).split(";")]
        bekend = dict.fromkeys(van[w.casefold()] for w in woorden if w.casefold() in van)
        if bekend:
            rij[plek] = "; ".join(bekend)
        elif bron.functie and bron.vorm != "sociale-kaart":
            rij[plek] = ""
    return [kop, *rijen]


def _weg(map_: Path, tabel: list[list[object]]) -> list[str]:
    """De ingangen die eerder uit deze bron kwamen en er nu niet meer in staan."""
    plek = tabel[0].index("bron")
    nu = {str(rij[plek]) for rij in tabel[1:]}
    begin = next(iter(nu)).partition(",")[0] + ", "
    servers = {urlsplit(b.removeprefix(begin))[:2] for b in nu}
    eerder = {id_: str(boom.get("bron", "")) for id_, (_, boom) in lees_ingangen(map_, Verslag()).items()}
    return sorted(
        id_
        for id_, bron in eerder.items()
        if bron.startswith(begin) and bron not in nu and urlsplit(bron.removeprefix(begin))[:2] in servers
    )
