"""Van twee versies van bestanden naar wat er aan welk ding veranderde. Wat in een bestand staat, is hier alleen tekst."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml
from msgspec.structs import replace

from generator.geschiedenis.grenzen import vergelijk_grenzen
from generator.geschiedenis.soorten import Soort, soort_van
from generator.geschiedenis.verschillen import _als_lijst, lijkt_op, naam_van, vergelijk
from generator.model.geschiedenis import ANDERS, NIEUW, VERHUISD, WEG, Verandering, Verschil
from generator.opmaak import gewone_tekst
from generator.schema.veld import Veld

_Lader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # alles is tekst, er wordt niets uitgevoerd
GROOTST = 3_000_000
ZELFDE = 0.6  # zoveel van een ingang is gelijk als zij alleen een ander id kreeg
Paar = tuple[bytes | None, bytes | None]


@lru_cache(maxsize=4096)
def lees_boom(ruw: bytes) -> Any:
    """De waarden van een YAML-bestand, allemaal tekst; None als het niet te lezen is."""
    if len(ruw) > GROOTST:
        return None
    try:
        boom = yaml.load(ruw.decode("utf-8-sig"), Loader=_Lader)  # noqa: S506  de lader kent alleen tekst
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError):
        return None
    return boom if isinstance(boom, dict | list) else None


def veranderingen(paren: Mapping[str, Paar]) -> tuple[Verandering, ...]:
    """Alle veranderingen van een stel bestanden, op volgorde van pad; `paren` zijn (oud, nieuw) per pad."""
    uit = [v for pad in sorted(paren) for v in _bestand(pad, *paren[pad])]
    return tuple(_met_verhuizingen(uit))


def _bestand(pad: str, oud: bytes | None, nieuw: bytes | None) -> Iterator[Verandering]:
    soort = soort_van(pad)
    if oud == nieuw:
        return
    if soort.tabel is not None:
        yield from _yaml(soort, pad, oud, nieuw)
    elif soort.naam in _ANDERE:
        yield from _ANDERE[soort.naam](soort, pad, oud, nieuw)
    else:
        wat = NIEUW if oud is None else WEG if nieuw is None else ANDERS
        yield Verandering(soort.naam, soort.id, pad, wat, pad)


def _yaml(soort: Soort, pad: str, oud: bytes | None, nieuw: bytes | None) -> Iterator[Verandering]:
    een, twee = (None if ruw is None else lees_boom(ruw) for ruw in (oud, nieuw))
    if (oud is not None and een is None) or (nieuw is not None and twee is None):
        yield Verandering(
            soort.naam, soort.id, soort.id, ANDERS, pad, verschillen=(Verschil("", "onleesbaar", "", ""),)
        )
    elif soort.lijst:
        yield from _lijstbestand(soort, pad, een or {}, twee or {})
    else:
        yield from _ding(soort.naam, soort.id, pad, een, twee, soort.tabel)


def _ding(soort: str, id_: str, pad: str, een: Any, twee: Any, tabel: Veld | None) -> Iterator[Verandering]:
    naam = titel(twee) or titel(een) or id_
    if een is None or twee is None:
        yield Verandering(soort, id_, naam, NIEUW if een is None else WEG, pad, inhoud=twee if een is None else een)
    elif verschillen := tuple(vergelijk(een, twee, tabel)):
        yield Verandering(soort, id_, naam, ANDERS, pad, verschillen=verschillen)


def titel(boom: Any) -> str:
    """De naam die een lezer kent."""
    if not isinstance(boom, dict):
        return ""
    return next(
        (" ".join(str(boom[n]).split()) for n in ("naam", "term", "site_name") if isinstance(boom.get(n), str)), ""
    )


def _lijstbestand(soort: Soort, pad: str, een: Any, twee: Any) -> Iterator[Verandering]:
    """Elk deel van een lijst met groepen is een ding; wat verder in het bestand staat, is van het bestand zelf."""
    assert soort.tabel is not None
    lijsten = {v.naam: v for v in soort.tabel.velden if v.soort == "groep" and v.lijst}
    if isinstance(een, list) or isinstance(twee, list):  # een bestand dat alleen een rij is
        enige = next(iter(lijsten), "")
        een, twee = ({enige: boom} if isinstance(boom, list) else boom for boom in (een, twee))
    for naam, veld in lijsten.items():
        oud, nieuw = ([d for d in _als_lijst(boom.get(naam)) if isinstance(d, dict)] for boom in (een, twee))
        yield from _rij(soort.naam, pad, oud, nieuw, veld)
    een, twee = ({n: w for n, w in boom.items() if n not in lijsten} for boom in (een, twee))
    if verschillen := tuple(vergelijk(een, twee, soort.tabel)):
        yield Verandering(soort.naam, soort.id, pad.rpartition("/")[2], ANDERS, pad, verschillen=verschillen)


def _rij(soort: str, pad: str, oud: list[dict], nieuw: list[dict], veld: Veld) -> Iterator[Verandering]:
    per_naam = ({sleutel(d): d for d in lijst} for lijst in (oud, nieuw))
    een, twee = per_naam
    for naam in {**een, **twee}:
        for v in _ding(soort, naam, pad, een.get(naam), twee.get(naam), veld):
            yield replace(v, naam=titel(twee.get(naam) or een.get(naam)) or naam)


def sleutel(deel: dict) -> str:
    """Waaraan een deel van een lijstbestand te herkennen is; een vakantie heet elk jaar hetzelfde."""
    return f"{naam_van(deel)} {deel['van']}" if {"naam", "van", "tot"} <= deel.keys() else naam_van(deel)


def _pagina(soort: Soort, pad: str, oud: bytes | None, nieuw: bytes | None) -> Iterator[Verandering]:
    een, twee = (
        None if ruw is None else {"naam": paginatitel(ruw, soort.id), "tekst": gewone_tekst(_tekst(ruw))}
        for ruw in (oud, nieuw)
    )
    yield from _ding(soort.naam, soort.id, pad, een, twee, None)


def _tekst(ruw: bytes) -> str:
    return ruw.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def paginatitel(ruw: bytes, naam: str) -> str:
    vondst = re.search(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$|^#[ \t]+(.+?)[ \t#]*$", _tekst(ruw), re.M)
    return (vondst[1] or vondst[2]) if vondst else naam


def _doorverwijzing(soort: Soort, pad: str, oud: bytes | None, nieuw: bytes | None) -> Iterator[Verandering]:
    een, twee = (boom if isinstance(boom := lees_boom(ruw or b""), dict) else {} for ruw in (oud, nieuw))
    for adres in {**een, **twee}:
        if een.get(adres) != twee.get(adres):
            wat = NIEUW if adres not in een else WEG if adres not in twee else ANDERS
            verschil = Verschil("naar", "waarde", een.get(adres), twee.get(adres))
            yield Verandering(soort.naam, str(adres), str(adres), wat, pad, verschillen=(verschil,))


# Aan welke kolommen een rij te herkennen is; zonder regel is dat alles behalve de laatste.
_SLEUTELS = {
    "wijken.csv": ("code",),
    "buurten.csv": ("code",),
    "postcodes.csv": ("postcode",),
    "tegels.csv": ("code",),
    "kerncijfers.csv": ("gemeente", "gebied", "jaar", "indicator", "categorie"),
}


def _tabel(soort: Soort, pad: str, oud: bytes | None, nieuw: bytes | None) -> Iterator[Verandering]:
    een, twee = (_rijen(ruw or b"", pad) for ruw in (oud, nieuw))
    if pad.endswith(("wijken.csv", "buurten.csv")):
        yield from _namen(pad, soort.id, een, twee)
        return
    weg, erbij = (tuple(a[s] for s in a if s not in b) for a, b in ((een, twee), (twee, een)))
    anders = tuple((een[s], twee[s]) for s in een if s in twee and een[s] != twee[s])
    if weg or erbij or anders:
        verschil = Verschil("rijen", "rijen", weg, (erbij, anders))
        wat = NIEUW if oud is None else WEG if nieuw is None else ANDERS
        yield Verandering("tabel", soort.id, pad.rpartition("/")[2], wat, pad, verschillen=(verschil,))


def _rijen(ruw: bytes, pad: str) -> dict[tuple, dict[str, str]]:
    tekst = _tekst(ruw)
    scheiding = ";" if tekst.partition("\n")[0].count(";") > tekst.partition("\n")[0].count(",") else ","
    try:
        rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=scheiding, restkey="", restval=""))
    except csv.Error:
        return {}
    namen = _SLEUTELS.get(pad.rpartition("/")[2])
    uit: dict[tuple, dict[str, str]] = {}
    for rij in rijen:
        schoon = {str(k).strip(): str(w).strip() for k, w in rij.items()}
        kolommen = [k for k in namen or list(schoon)[:-1] if k in schoon]
        uit[tuple(schoon[k] for k in kolommen)] = schoon
    return uit


def _namen(pad: str, gemeente: str, een: dict, twee: dict) -> Iterator[Verandering]:
    """wijken.csv: gebieden zonder vorm."""
    for code in {**een, **twee}:
        a, b = een.get(code), twee.get(code)
        if a != b:
            yield from _ding("grenzen", code[0] if code else "", pad, a, b, None)


def _grenzen(soort: Soort, pad: str, oud: bytes | None, nieuw: bytes | None) -> Iterator[Verandering]:
    for code, naam, wat, verschillen in vergelijk_grenzen(oud, nieuw):
        yield Verandering("grenzen", code, naam, wat, pad, verschillen=verschillen)


_ANDERE: dict[str, Callable[[Soort, str, bytes | None, bytes | None], Iterator[Verandering]]] = {
    "pagina": _pagina,
    "doorverwijzing": _doorverwijzing,
    "tabel": _tabel,
    "grenzen": _grenzen,
}


def _met_verhuizingen(alle: list[Verandering]) -> Iterator[Verandering]:
    """Wat weg is en elders onder een ander id of in een andere map terugkomt, is een verhuizing."""
    weg = [v for v in alle if v.wat == WEG and v.inhoud is not None]
    paren: dict[int, Verandering] = {}
    for v in alle:
        if v.wat == NIEUW and v.inhoud is not None:
            kans = [w for w in weg if w.soort == v.soort and id(w) not in {id(p) for p in paren.values()}]
            past = max(kans, key=lambda w: _gelijkenis(w, v), default=None)
            if past is not None and _gelijkenis(past, v) >= ZELFDE:
                paren[id(v)] = past
    opgegaan = {id(p) for p in paren.values()}
    for v in alle:
        if past := paren.get(id(v)):
            verschillen = tuple(vergelijk(past.inhoud, v.inhoud, soort_van(v.bestand).tabel))
            yield Verandering(v.soort, v.id, v.naam, VERHUISD, v.bestand, past.bestand, verschillen, past.id)
        elif id(v) not in opgegaan:
            yield v


def _gelijkenis(oud: Verandering, nieuw: Verandering) -> float:
    zelfde_id = oud.id == nieuw.id and oud.bestand != nieuw.bestand
    return 1.0 if zelfde_id else lijkt_op(oud.inhoud, nieuw.inhoud)
