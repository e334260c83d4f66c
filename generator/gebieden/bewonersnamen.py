"""Namen van wijken zoals bewoners ze zeggen: zonder het nummer van het CBS ervoor. Een naam en adres die er al waren, blijven."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from generator.lezen.gemeentemap import adres_van_naam

_LETTER = r"(?=.*[^\W\d_])"
_VOORAF = re.compile(rf"(?:wijke?|buurt)[ .]*\d{{1,2}}[ :.,–-]+{_LETTER}(.+)", re.I)
_ACHTERAF = re.compile(rf"{_LETTER}(.+?)[ ,–-]*[ (]+(?:wijk|buurt) ?\d{{1,2}}\)?", re.I)
_KAAL = re.compile(r"(?:wijk|buurt) ?\d{1,2}", re.I)


class Benoembaar(Protocol):
    """Een gebied dat een naam en een adres krijgt."""

    code: str
    naam: str
    adres: str


class Bestaand(Struct, frozen=True):
    """Hoe een gebied nu heet en waar het op de site staat."""

    naam: str
    adres: str


def bewonersnaam(naam: str, gemeente: str = "", enige: bool = False) -> str:
    """'Wijk 00 Diever' en 'Wijk01-Diever' worden 'Diever'; de enige wijk zonder eigen naam heet als de gemeente."""
    vondst = _VOORAF.fullmatch(naam) or _ACHTERAF.fullmatch(naam)
    if vondst:
        return vondst[1].strip()
    return gemeente if enige and gemeente and _KAAL.fullmatch(naam) else naam


def lees_bestaande(bestand: Path) -> dict[str, Bestaand]:
    """De gebieden die al in een kaartbestand staan, op code; leeg als het er niet is of niet te lezen is."""
    try:
        kenmerken = json.loads(bestand.read_text(encoding="utf-8"))["features"]
        eigen = [k["properties"] for k in kenmerken]
        return {e["code"]: Bestaand(e["naam"], e.get("adres") or adres_van_naam(e["naam"])) for e in eigen}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def benoem(gebieden: Iterable[Benoembaar], gemeente: str, bestaand: dict[str, Bestaand], uit_bron: bool) -> list[str]:
    """Geef elk gebied zijn naam en zo nodig zijn adres. Wat er al was houdt beide; `uit_bron` neemt de nieuwe namen over.

    Geeft in zinnen wat er anders is dan in de bron.
    """
    rij, gezegd = list(gebieden), []
    for gebied in rij:
        bron, oud = gebied.naam, bestaand.get(gebied.code)
        gebied.naam = bewonersnaam(bron, gemeente, len(rij) == 1)
        if oud is None:
            gezegd += _zeg_nieuw(gebied, bron)
            continue
        if oud.naam not in (bron, gebied.naam):
            gezegd.append(_zeg_anders(gebied, oud, uit_bron))
            gebied.naam = gebied.naam if uit_bron else oud.naam
        if adres_van_naam(gebied.naam) != oud.adres:
            gebied.adres = oud.adres
        if gebied.naam != oud.naam:
            gezegd.append(_zeg_adres(gebied, oud))
    return gezegd


def _zeg_nieuw(gebied: Benoembaar, bron: str) -> list[str]:
    if gebied.naam == bron:
        return []
    return [f"{gebied.code} heet '{gebied.naam}' (in de bron '{bron}'); een andere naam geeft u met 'gebieden noem'."]


def _zeg_anders(gebied: Benoembaar, oud: Bestaand, uit_bron: bool) -> str:
    if uit_bron:
        return f"{gebied.code} heette '{oud.naam}' en heet nu zoals in de bron: '{gebied.naam}'."
    return f"{gebied.code} blijft '{oud.naam}' heten; de bron zegt '{gebied.naam}'. Met --namen bron neemt u die over."


def _zeg_adres(gebied: Benoembaar, oud: Bestaand) -> str:
    if adres_van_naam(gebied.naam) == oud.adres:
        return f"{gebied.code} heet nu '{gebied.naam}'."
    return (
        f"{gebied.code} heet nu '{gebied.naam}'; het adres op de site blijft '{oud.adres}'. Stond de site nog nergens, "
        "haal dan 'adres' bij dit gebied weg."
    )
