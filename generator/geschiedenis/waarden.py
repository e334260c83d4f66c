"""Een waarde uit een bestand in gewone woorden, met de veldentabel als gids."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from msgspec import Struct, field

from generator.betekenis.kalender import MAANDEN
from generator.betekenis.talen import taalnaam
from generator.betekenis.tijdtekst import dag_in_woorden, opsomming
from generator.betekenis.woorden import (
    DAGNAAM,
    DOELGROEPEN,
    FEITEN_GEBOUW,
    FUNCTIESOORTEN,
    IS_ER,
    KOSTEN,
    NIET_IN,
    ROLSTOEL,
    TOEGANG,
    WETTEN,
)
from generator.geschiedenis.verschillen import adresregel, tekst_van
from generator.lezen.tijden import Tijdfout, lees_dagtijd
from generator.model import Catalogus
from generator.opmaak import gewone_stand, gewoon_getal
from generator.schema.veld import Veld
from generator.schema.veldnamen import VELDNAAM

NIETS = "niets"
# Velden waarvan het laatste stuk van de weg te weinig zegt.
LABEL = {
    "naam": "naam",
    "contact.telefoon": "telefoon",
    "contact.telefoontijden": "tijden van de telefoon",
    "contact.telefoons": "ander nummer",
    "contact.telefoons.telefoon": "nummer",
    "contact.telefoons.tijden": "tijden van het nummer",
    "contact.chattijden": "tijden van de chat",
    "contact.nummer": "bron van het nummer",
    "locaties.naam": "naam van de plek",
    "locaties.rolstoel": "met een rolstoel",
    "locaties.adres_geheim": "geheim adres",
    "toegang.hoe": "hoe iemand binnenkomt",
    "toegang.uitleg": "uitleg over hoe iemand binnenkomt",
    "toegang.professional": "weg voor wie doorverwijst",
    "toegang.meenemen": "wat iemand meeneemt",
    "toegang.via": "waar iemand de weg kan vragen",
    "kosten.soort": "wat het kost",
    "kosten.toelichting": "uitleg over wat het kost",
    "doelgroepen": "voor welke groepen",
    "werkgebied": "waar het voor is",
    "gecontroleerd.op": "dag van nakijken",
    "gecontroleerd.door": "wie het nakijkt",
    "gecontroleerd.termijn_maanden": "nakijken na hoeveel maanden",
    "gecontroleerd.nagelezen": "nagelezen",
    "voorbeeld": "verzonnen voorbeeld",
    "tolk": "tolk erbij",
    "hoort_bij": "waar het bij hoort",
    "opvolger": "wat ervoor in de plaats kwam",
    "buiten_gemeente": "met opzet buiten de gemeente",
    "site_name": "naam",
    "site_url": "adres",
    "site_description": "omschrijving",
    "extra.sociale_kaart.accent": "kleur",
    "extra.sociale_kaart.meld_adres": "mailadres voor meldingen",
    "extra.sociale_kaart.geschiedenis": "pagina's met wat er veranderde",
    "essentieel": "wat elke wijk hoort te hebben",
    "toegangspunt": "waar elke vraag terechtkan",
    "term": "woord",
    "upl": "naam in de productnamenlijst",
    "productcodes": "codes in het berichtenverkeer",
    "zie": "zie ook",
    "dag": "dag",
}
# Korter of duidelijker dan VELDNAAM, als het veld in een zin staat.
_LAATSTE = {
    "niet_in": "dagen dat het dicht is",
    "url": "adres op internet",
    "codes": "wijken",
    "van": "eerste dag",
    "tot": "laatste dag",
    "toilet": "aangepast toilet",
    "telefoon": "telefoon",
}
_IN_EEN_GROEP = {"niet_in": "dicht ", **dict.fromkeys(("naam", "adres", "telefoon", "tekst", "periode"), "")}
_KEUZES: dict[str, dict[str, str]] = {
    "hoe": {sleutel: weg.kort for sleutel, weg in TOEGANG.items()},
    "kosten.soort": KOSTEN,
    "doelgroepen": DOELGROEPEN,
    "rolstoel": ROLSTOEL | {"onbekend": "niet bekend"},
    "status": {"actief": "actief", "gesloten": "bestaat niet meer"},
    "niet_in": NIET_IN,
    "wetten": WETTEN,
    **{
        naam: dict(zip(IS_ER, (feit.ja, feit.nee, "niet bekend"), strict=True)) for naam, feit in FEITEN_GEBOUW.items()
    },
    "functie.soort": FUNCTIESOORTEN,
}


class Namen(Struct, frozen=True):
    """Hoe een id of code heet: van een functie, organisatie, ingang, onderwerp of gebied."""

    per_soort: dict[str, dict[str, str]] = field(default_factory=dict)

    def van(self, soort: str, id_: str) -> str:
        if id_ == "landelijk":
            return "heel Nederland"
        return self.per_soort.get(soort, {}).get(id_, id_)

    def met(self, ander: "Namen") -> "Namen":
        """Deze namen, aangevuld met wat alleen in `ander` staat."""
        soorten = {**ander.per_soort, **self.per_soort}
        return Namen({s: {**ander.per_soort.get(s, {}), **self.per_soort.get(s, {})} for s in soorten})


def namen_uit(catalogus: Catalogus | None) -> Namen:
    return catalogus.eenmaal("namen", lambda: _namen(catalogus)) if catalogus else Namen()


def _namen(catalogus: Catalogus) -> Namen:
    begrippen = catalogus.kennis.begrippen or ()
    per_soort: dict[str, dict[str, str]] = {
        "functie": {f.id: f.naam for f in catalogus.functies.values()},
        "organisatie": {o.id: o.naam for o in catalogus.organisaties.values()},
        "voorziening": {v.id: v.naam for v in catalogus.voorzieningen.values()},
        "thema": {t.id: t.naam for t in catalogus.themas.values()},
        "gebied": {g.code: g.naam for g in catalogus.gebieden.values()},
        "begrip": {b.id: b.term for b in begrippen},
        "gemeente": {g.slug: g.naam for g in catalogus.gemeenten},
    }
    return Namen(per_soort)


def staat_in(catalogus: Catalogus | None, soort: str, id_: str) -> bool:
    """Of een ding in de catalogus staat, uit een eigen bestand of uit een set."""
    return id_ in namen_uit(catalogus).per_soort.get(soort, {}) if catalogus else False


def veld_op(tabel: Veld | None, weg: str) -> Veld | None:
    """Het veld aan het eind van een weg als 'contact.telefoon', of None."""
    for naam in weg.split("."):
        tabel = tabel.per_naam.get(naam) if tabel else None
    return tabel


def label_van(weg: str) -> str:
    """Hoe een veld heet; van een groep die iets zegt, staat de naam erbij."""
    if weg in LABEL:
        return LABEL[weg]
    laatste, ouder = weg.rpartition(".")[2], weg.rpartition(".")[0].rpartition(".")[2]
    naam = _LAATSTE.get(laatste) or VELDNAAM.get(laatste, laatste.replace("_", " "))
    if ouder in ("", "contact", "locaties", "sociale_kaart", "toegankelijk"):
        return naam
    return f"{naam} bij {LABEL.get(weg.rpartition('.')[0]) or VELDNAAM.get(ouder, ouder.replace('_', ' '))}"


def in_woorden(waarde: Any, veld: Veld | None, weg: str, namen: Namen, soort: str = "") -> str:
    """De waarde zoals een lezer haar zou zeggen; leeg als er niets staat."""
    if waarde is None or waarde in ("", [], {}, ()):
        return ""
    if isinstance(waarde, list | tuple):
        return opsomming([in_woorden(deel, veld, weg, namen, soort) for deel in waarde])
    if isinstance(waarde, dict):
        return _groep(waarde, veld, weg, namen, soort)
    return _enkel(tekst_van(waarde), veld, weg, namen, soort)


def _enkel(tekst: str, veld: Veld | None, weg: str, namen: Namen, soort: str) -> str:
    laatste = weg.rpartition(".")[2]
    twee = ".".join(weg.split(".")[-2:])
    keuzes = _KEUZES.get(f"{soort}.{laatste}") or _KEUZES.get(twee) or _KEUZES.get(laatste)
    if keuzes and (veld is None or veld.soort == "keuze"):
        return keuzes.get(tekst, tekst.replace("_", " ")) or tekst
    maak = _PER_SOORT.get(veld.soort if veld else "tekst")
    return maak(tekst, veld, namen) if maak else tekst


def aangehaald(tekst: str) -> str:
    return f'"{tekst}"'


def _datum(tekst: str, *_: object) -> str:
    return gewone_stand(tekst)


def _dagtijd(tekst: str, *_: object) -> str:
    try:
        return dag_in_woorden(lees_dagtijd(tekst))
    except Tijdfout:
        return aangehaald(tekst)


def _verwijzing(tekst: str, veld: Veld, namen: Namen) -> str:
    return namen.van(veld.verwijst, tekst)


_PER_SOORT: dict[str, Callable[..., str]] = {
    "tekst": lambda tekst, *_: aangehaald(tekst),
    "markdown": lambda tekst, *_: aangehaald(tekst),
    "datum": _datum,
    "stand": _datum,
    "dagtijd": _dagtijd,
    "verwijzing": _verwijzing,
    "gebiedscode": lambda tekst, veld, namen: namen.van("gebied", tekst),
    "taal": lambda tekst, *_: _taal(tekst),
    "keuze": lambda tekst, *_: tekst.replace("_", " "),
}


def _taal(tekst: str) -> str:
    try:
        return taalnaam(tekst)
    except Exception:  # noqa: BLE001  een taal die het pakket niet kent, staat er zoals zij geschreven is
        return tekst


def _groep(waarde: dict, veld: Veld | None, weg: str, namen: Namen, soort: str) -> str:
    laatste = weg.rpartition(".")[2]
    if laatste in _GROEPEN:
        return _GROEPEN[laatste](waarde)
    delen = []
    for naam, deel in waarde.items():
        onder = f"{weg}.{naam}"
        zin = in_woorden(deel, veld.per_naam.get(str(naam)) if veld else None, onder, namen, soort)
        kop = _IN_EEN_GROEP.get(str(naam), f"{_kort(str(naam))} ")
        delen.append(f"{kop}{zin.strip(chr(34)) if not kop else zin}")
    return ", ".join(filter(None, delen))


def _kort(naam: str) -> str:
    return DAGNAAM.get(naam) or VELDNAAM.get(naam, naam.replace("_", " "))


def _leeftijd(waarde: dict) -> str:
    van, tot = waarde.get("van"), waarde.get("tot")
    if van and tot:
        return f"{van} tot en met {tot} jaar"
    return f"vanaf {van} jaar" if van else f"tot en met {tot} jaar"


def _tijdvak(waarde: dict) -> str:
    """Een tijdelijk bericht of een dag met andere tijden."""
    van = waarde.get("op") or waarde.get("van")
    wanneer = gewone_stand(str(van)) if van else ""
    if waarde.get("tot") and waarde.get("tot") != van:
        wanneer += f" tot en met {gewone_stand(str(waarde['tot']))}"
    tijden = _dagtijd(str(waarde["tijden"])) if isinstance(waarde.get("tijden"), str) else ""
    tekst = aangehaald(tekst_van(waarde["tekst"])) if waarde.get("tekst") else ""
    dicht = "dan is het dicht" if waarde.get("gesloten") == "ja" else ""
    return f"{wanneer}: " + ", ".join(filter(None, (tijden, tekst, dicht)))


_GROEPEN: dict[str, Callable[[dict], str]] = {
    "adres": adresregel,
    "punt": lambda w: (
        f"{gewoon_getal(str(w.get('breedte', '?')))} noord, {gewoon_getal(str(w.get('lengte', '?')))} oost"
    ),
    "leeftijd": _leeftijd,
    "tijdelijk": _tijdvak,
    "uitzonderingen": _tijdvak,
    "wachttijd": lambda w: (
        f"{aangehaald(tekst_van(w.get('tekst')))}, nagevraagd op {gewone_stand(str(w.get('op', '')))}"
    ),
    "nummer": lambda w: " ".join(filter(None, (str(w.get("bron", "")), gewone_stand(str(w.get("stand", "")))))),
}


def zinnen_van(tekst: Any) -> list[str]:
    """Een lange tekst in losse zinnen, kopjes en punten van een lijst."""
    regels = re.split(r"\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.))", str(tekst or "").strip())
    return [
        zin for regel in regels for zin in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ\"'(*])", " ".join(regel.split())) if zin
    ]


def gewone_dag(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
