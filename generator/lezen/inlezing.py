"""Wat van een bestand gelezen is, en dat als bytes: zo bewaart de voorraad het, en zo geeft een kopie van dit proces het terug."""

from datetime import date
from functools import cache
from typing import Any, NamedTuple

import msgspec

from generator.betekenis.leesmaat import Meting
from generator.betekenis.netnummers import Feiten
from generator.lezen.waarden import Verwijzing
from generator.meldingen import Melding, Regel

_PAKKER = msgspec.msgpack.Encoder()
Plek = tuple[str, str, int, int, str]  # een verwijzing, met het bestand als dat een ander is


class Inlezing(NamedTuple):
    """Het object (None bij een fout), wat het noemt, wat er te melden is, en tot welke dag een datum mocht lopen. `mens` is of
    er iemand bij naam genoemd lijkt te worden, `nummers` wat het nummerplan van elk telefoonnummer zegt, `meting`
    hoe moeilijk de tekst van een voorziening is.
    """

    tot: date
    ding: object | None
    verwijzingen: list[Verwijzing]
    mens: bool
    meldingen: set[Melding]
    nummers: dict[str, Feiten]
    meting: Meting | None = None


def pak_in(inlezing: Inlezing) -> bytes:
    plekken = [(v.soort, v.id, int(v.regel), v.kolom, getattr(v.regel, "pad", "")) for v in inlezing.verwijzingen]
    i, meldingen = inlezing, sorted(inlezing.meldingen)
    return _PAKKER.encode((i.tot, i.ding, plekken, i.mens, meldingen, i.nummers, i.meting))


def pak_uit(ruw: bytes, klasse: type) -> Inlezing | None:
    """De inlezing van een object van deze klasse; None als de bytes iets anders zijn."""
    try:
        tot, ding, plekken, mens, meldingen, nummers, meting = _uitpakker(klasse).decode(ruw)
    except msgspec.MsgspecError:
        return None
    return Inlezing(tot, ding, [_verwijzing(*plek) for plek in plekken], mens, set(meldingen), nummers, meting)


@cache
def _uitpakker(klasse: Any) -> msgspec.msgpack.Decoder:
    vorm = tuple[date, klasse | None, list[Plek], bool, list[Melding], dict[str, Feiten], Meting | None]
    return msgspec.msgpack.Decoder(vorm)


def _verwijzing(soort: str, id_: str, regel: int, kolom: int, pad: str) -> Verwijzing:
    return Verwijzing(soort, id_, Regel(regel, pad) if pad else regel, kolom)
