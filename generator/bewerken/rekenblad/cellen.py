"""Van een cel naar de tekst van een veld: datums als getal, nummers zonder nul en andere gewoonten van rekenbladen."""

import html
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from generator.bewerken.rekenblad.plat import uit_cel
from generator.lezen.telefoons import is_telefoon
from generator.lezen.tijden import Tijdfout, lees_dagtijd
from generator.lezen.tijdhint import als_dagtijd
from generator.lezen.waarden import _bedoelde_dag
from generator.schema import Veld

_DAG_NUL = date(1899, 12, 30)  # dag 0 van Excel
_JA = {"ja", "j", "yes", "y", "true", "waar", "1", "x", "v", "wel"}
_NEE = {"nee", "n", "no", "false", "onwaar", "0", "niet", "geen"}
_NIETS = {"", "-", "--", "n.v.t.", "nvt", "n.b.", "onbekend", "?", "#n/a", "#n/b", "nan", "null", "none"}


_REGELEINDE = re.compile(r"<(?:br|/p|/li|/div|/h\d)\s*/?>", re.I)
_KOPPELING = re.compile(r"<a\b[^>]*?href=[\"'](https?://[^\"'\s<>()]+)[\"'][^>]*>(.*?)</a>", re.I | re.S)


class CelFout(ValueError):
    """Een cel waar niets van te maken is; de tekst zegt waarom."""


def als_tekst(cel: object) -> str:
    """Een cel als de tekst die iemand ziet."""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() and abs(cel) < 1e15 else repr(cel)
    if isinstance(cel, datetime):
        return cel.date().isoformat() if not (cel.hour or cel.minute) else cel.strftime("%Y-%m-%d %H:%M")
    if isinstance(cel, time):
        return cel.strftime("%H:%M")
    tekst = (
        ""
        if cel is None
        else str(cel).replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\ufeff", "")
    )
    return re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]", "", tekst).strip()


def zonder_html(tekst: str, opmaak: bool) -> str:
    """Tekst uit een ander systeem zonder HTML; met `opmaak` blijven regels, vet, punten en links als Markdown."""
    if not re.search(r"</?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);", tekst, re.I):
        return tekst
    tekst = _KOPPELING.sub(r"[\2](\1)" if opmaak else r"\2", tekst)
    tekst = _REGELEINDE.sub("\n" if opmaak else " ", tekst)
    tekst = re.sub(r"<li\b[^>]*>", "\n- " if opmaak else " ", tekst, flags=re.I)
    tekst = re.sub(r"</?(?:b|strong)\b[^>]*>", "**" if opmaak else "", tekst, flags=re.I)
    return (
        re.sub(r"\n{3,}", "\n\n", html.unescape(re.sub(r"</?[a-z!][^>]*>", "", tekst, flags=re.I)))
        .replace("\u00a0", " ")
        .strip()
    )


def is_niets(cel: object) -> bool:
    return als_tekst(cel).lower() in _NIETS


def geen_contact(cel: object) -> bool:
    """Of iemand opschreef dat er geen nummer, mail of site is: 'geen', 'heeft geen site', 'nee'."""
    return bool(re.fullmatch(r"(?:heeft |nog )?(?:geen|nee|niet)\b[^\d@/.]*", als_tekst(cel).strip().lower()))


def zet_om(cel: object, veld: Veld) -> object:
    """De waarde voor een veld: een tekst, of een lijst van teksten. Raist CelFout."""
    omzetten = _OMZETTERS.get(veld.soort, _gewoon)
    if not veld.lijst:
        return omzetten(cel, veld)
    delen = (
        (
            re.sub(r"[,/]", ";", t)
            if ";" not in (t := als_tekst(cel)) and "\n" not in t and veld.soort != "tekst"
            else t
        )
        if isinstance(cel, str)
        else als_tekst(cel)
    )
    return list(
        dict.fromkeys(str(omzetten(deel, veld)) for deel in uit_cel(delen + ("\n" if str(cel).endswith("\n") else "")))
    )


def _gewoon(cel: object, veld: Veld) -> str:
    tekst = als_tekst(cel)
    return tekst if veld.soort == "markdown" else " ".join(tekst.split())


def _datum(cel: object, veld: Veld) -> str:
    if isinstance(cel, datetime | date):
        return (cel.date() if isinstance(cel, datetime) else cel).isoformat()
    tekst = als_tekst(cel)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", tekst) and 20000 < float(tekst) < 60000:
        return (_DAG_NUL + timedelta(days=int(float(tekst)))).isoformat()
    dag = _bedoelde_dag(
        re.sub(
            r"^(?:ma|di|wo|do|vr|za|zo)[a-z]* ",
            "",
            re.sub(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d\d)$", r"\1\2\3\g<2>20\4", tekst),
        )
    )
    return dag.isoformat() if dag else tekst


def _telefoon(cel: object, veld: Veld) -> str:
    """Een nummer; een rekenblad laat de nul ervoor vallen en maakt van +31 een som."""
    tekst = (
        re.sub(r"^(?:tel(?:efoon)?\.?:?|t:)\s*", "", als_tekst(cel), flags=re.I)
        .replace("\u2013", "-")
        .replace("\u2011", "-")
    )
    if is_telefoon(tekst):
        return tekst
    cijfers = re.sub(r"[\s()./-]", "", tekst)
    for poging in (f"0{cijfers}", f"+{cijfers}", f"0{tekst}"):
        zonder_nul = (
            re.fullmatch(r"[1-9]\d{8}|(?:800|90[069])\d{4,7}", cijfers)
            if poging[0] == "0"
            else cijfers.startswith("31")
        )
        if zonder_nul and is_telefoon(poging):
            return f"0{cijfers[:3]}-{cijfers[3:]}" if re.fullmatch(r"(?:800|90[069])\d{4}", cijfers) else poging
    return tekst


def _postcode(cel: object, veld: Veld) -> str:
    vondst = re.fullmatch(r"([1-9]\d{3})\s*([A-Za-z]{2})", als_tekst(cel))
    return f"{vondst[1]} {vondst[2].upper()}" if vondst else als_tekst(cel)


def _huisnummer(cel: object, veld: Veld) -> str:
    if isinstance(cel, datetime | date):
        raise CelFout(f"bij '{veld.naam}' maakte het rekenblad van een nummer een datum ({als_tekst(cel)})")
    return " ".join(als_tekst(cel).split())


def _graden(cel: object, veld: Veld) -> str:
    return als_tekst(cel).replace(",", ".") if isinstance(cel, str) else als_tekst(cel)


def meters(cel: object) -> str:
    """Een getal in meters of graden zoals een programma het leest: '207.464,39' en '207,464.39' zijn 207464.39."""
    tekst = als_tekst(cel).replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", tekst) and isinstance(cel, str):
        tekst = tekst.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", tekst) and float(tekst.split(",")[0]) >= 60:
        tekst = tekst.replace(",", "")
    return tekst.replace(",", ".")


def _ja_nee(cel: object, veld: Veld) -> str:
    tekst = als_tekst(cel).lower()
    return "ja" if tekst in _JA else "nee" if tekst in _NEE else tekst


def _keuze(cel: object, veld: Veld) -> str:
    tekst = als_tekst(cel)
    gelijk = re.sub(r"[\s_-]+", "_", tekst.lower())
    if "ja" in veld.keuzes and tekst.lower() in _JA | _NEE:
        return _ja_nee(cel, veld)
    return gelijk if gelijk in veld.keuzes else tekst


def dagtijd(tekst: str) -> str:
    """Een dag in onze schrijfwijze, of leeg als er niets van te maken is."""
    try:
        lees_dagtijd(tekst)
        return tekst
    except Tijdfout:
        return als_dagtijd(tekst)


def _dagtijd(cel: object, veld: Veld) -> str:
    tekst = " ".join(als_tekst(cel).split())
    return dagtijd(tekst) or tekst


def _url(cel: object, veld: Veld) -> str:
    tekst = als_tekst(cel).strip("<>")
    kaal = re.fullmatch(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:/\S*)?", tekst, re.I)
    return f"https://{tekst}" if kaal else tekst


def _email(cel: object, veld: Veld) -> str:
    return re.sub(r"^mailto:", "", als_tekst(cel).strip("<>"), flags=re.I)


def _code(cel: object, veld: Veld) -> str:
    tekst = als_tekst(cel).replace(" ", "")
    return tekst if tekst.lower() == "landelijk" else tekst.upper()


def _id(cel: object, veld: Veld) -> str:
    return als_tekst(cel)


_OMZETTERS: dict[str, Callable[[object, Veld], str]] = {
    "datum": _datum,
    "telefoon": _telefoon,
    "postcode": _postcode,
    "huisnummer": _huisnummer,
    "lengte": _graden,
    "breedte": _graden,
    "ja_nee": _ja_nee,
    "keuze": _keuze,
    "dagtijd": _dagtijd,
    "url": _url,
    "email": _email,
    "gebiedscode": _code,
    "id": _id,
    "verwijzing": _id,
}
