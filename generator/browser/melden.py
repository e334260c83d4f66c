"""Wat het formulier op /melden/ nodig heeft: de veldentabel met haar woorden, de patronen en teksten van de controle, en
per ingang wat er nu staat.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from generator.betekenis.meldwegen import BLIJFT, forge_voor_meldingen, meldmail
from generator.betekenis.meldzinnen import ZINNEN
from generator.betekenis.talen import VAAK
from generator.betekenis.tijdtekst import als_gegevens
from generator.betekenis.woorden import (
    DOELGROEPEN,
    FUNCTIESOORTEN,
    KOSTEN,
    NIET_IN,
    ROLSTOEL,
    SOORTVRAAG,
    TOEGANG,
)
from generator.codes import CODES
from generator.json_tekst import als_bestand, gevuld
from generator.lezen import persoonsgegevens, telefoons, waarden, webadres
from generator.lezen.mappen import GERESERVEERD
from generator.model import SOORTEN, Catalogus, Tekstblok, Tijden, Voorziening
from generator.paginas.vinden.balieadressen import aantal_vakken, vak
from generator.schema import VOORZIENING, Veld
from generator.schema.veldnamen import VELDNAAM
from generator.uitleg.eigen import eigen_voorbeelden, met_voorbeelden
from generator.uitvoer import Inhoud
from generator.uitvoer.stukken import Stukken, groep_van_stukken, sleutel_van

MAP = "assets/melden/"
# Deze zet wie de melding verwerkt, of de bestandsnaam.
NIET_IN_FORMULIER = ("id", "gecontroleerd")
KEUZEWOORD = {
    "hoe": {**{sleutel: weg.zin for sleutel, weg in TOEGANG.items()}, "onbekend": "Dat weet ik niet."},
    "soort": KOSTEN,
    "doelgroepen": DOELGROEPEN,
    "rolstoel": {**ROLSTOEL, "onbekend": "niet bekend"},
    "niet_in": NIET_IN,
    "status": {"actief": "bestaat", "gesloten": "bestaat niet meer"},
}
# De codes waarvan de browser de regel zelf toepast.
_CODES = (
    *(f"SK2{nummer:02}" for nummer in (1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)),
    *("SK224", "SK225", "SK226", "SK227", "SK228", "SK229", "SK230", "SK232", "SK234", "SK235", "SK236", "SK237"),
    *("SK305", "SK309", "SK402"),
)


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    """(pad, tekst): basis.json, en per vak een bestand {id: {map, velden}}."""
    aantal = aantal_vakken(catalogus)
    vakken: dict[int, list[Voorziening]] = defaultdict(list)
    for v in catalogus.voorzieningen.values():
        vakken[vak(v.id, aantal)].append(v)
    for nummer in range(aantal):
        yield f"{MAP}{nummer}.json", _vak(vakken[nummer], catalogus)
    yield f"{MAP}basis.json", lambda: als_bestand(basis(catalogus, aantal))


def _vak(rij: list[Voorziening], catalogus: Catalogus) -> Stukken:
    def ingang(nummer: int) -> dict:
        return {"map": map_van(rij[nummer]), "velden": boom(rij[nummer])}

    return groep_van_stukken([v.id for v in rij], [sleutel_van(v, catalogus) for v in rij], ingang)


def map_van(v: Voorziening) -> str:
    return next(map_ for map_, soort in SOORTEN.items() if soort == v.soort)


def basis(catalogus: Catalogus, vakken: int) -> dict:
    inst = catalogus.instellingen
    bij_soort = {soort: map_ for map_, soort in SOORTEN.items()}
    return {
        "vakken": vakken,
        "adres": inst.adres,
        "site": inst.naam,
        "blijft": BLIJFT,
        "zinnen": ZINNEN,
        "wegen": wegen(catalogus),
        "veld": veld_voor_browser(met_voorbeelden(VOORZIENING, eigen_voorbeelden(catalogus))),
        "codes": {code: [CODES[code].tekst, CODES[code].oplossing] for code in _CODES},
        "patronen": patronen(),
        "jaren": [waarden.JAREN.start, waarden.JAREN.stop],
        "vervallen": telefoons.VERVALLEN,
        "gereserveerd": sorted(GERESERVEERD),
        "talen": list(VAAK.items()),
        "functies": [(f.id, f.naam, f.soort, eerste_zin(f.uitleg)) for f in catalogus.functies.values()],
        "organisaties": [(o.id, o.naam) for o in catalogus.organisaties.values()],
        "gebieden": gebieden(catalogus),
        "soorten": [(map_, SOORTVRAAG[soort]) for map_, soort in SOORTEN.items()],
        "map_bij_functie": {f: bij_soort.get(f, "algemene_voorzieningen") for f in FUNCTIESOORTEN},
    }


def eerste_zin(uitleg: Tekstblok) -> str:
    kaal = re.sub(r"[*_#>\[\]]|\([^)]*\)", "", uitleg.bron).split("\n\n")[0]
    return re.split(r"(?<=[.!?])\s", " ".join(kaal.split()))[0][:160]


def wegen(catalogus: Catalogus) -> dict:
    """Waar een melding heen kan: het pad van de ontvanger, een mailadres, en waar een issue begint."""
    inst = catalogus.instellingen
    forge = forge_voor_meldingen(inst)
    issue = None
    if forge and inst.melden.issues:
        project = inst.melden.issues.rstrip("/").removesuffix(".git")
        issue = {"naam": forge.naam, "adres": project + forge.nieuw, "titel": forge.titel, "tekst": forge.tekst}
    return gevuld({"ontvanger": inst.melden.ontvanger, "mail": meldmail(inst), "issue": issue})


def gebieden(catalogus: Catalogus) -> list[tuple[str, str, str]]:
    """(code, naam, code van de gemeente) van de gemeenten en hun wijken; de eigen gemeente eerst."""
    eigen = catalogus.instellingen.gemeente
    uit = []
    for g in sorted(catalogus.gemeenten, key=lambda g: g.code != eigen):
        uit.append((g.code, g.naam, g.code))
        uit += [(w.code, w.naam, g.code) for w in g.wijken]
    return uit


def veld_voor_browser(veld: Veld) -> dict:
    """Een veld met alles wat het formulier ervan moet weten; wat leeg of gewoon is ontbreekt."""
    woorden = KEUZEWOORD.get(veld.naam, {})
    return gevuld(
        {
            "naam": veld.naam,
            "woord": VELDNAAM.get(veld.naam, veld.naam.replace("_", " ")),
            "soort": veld.soort,
            "uitleg": veld.uitleg,
            "voorbeeld": "" if veld.soort == "groep" else str(veld.voorbeeld).strip('"'),
            "verplicht": veld.verplicht,
            "grens": veld.grens,
            "keuzes": [(keuze, woorden.get(keuze, keuze)) for keuze in veld.keuzes],
            "verwijst": veld.verwijst,
            "lijst": veld.lijst,
            "een_of_meer": veld.een_of_meer,
            "toekomst": veld.toekomst,
            "velden": [veld_voor_browser(deel) for deel in veld.velden if deel.naam not in NIET_IN_FORMULIER],
        }
    )


def patronen() -> dict[str, list[str]]:
    """Elk patroon als [tekst, vlaggen] voor JavaScript."""
    alle = {**waarden.PATRONEN, **telefoons.PATRONEN, **persoonsgegevens.PATRONEN, **webadres.PATRONEN}
    return {naam: voor_javascript(patroon) for naam, patroon in alle.items()}


def voor_javascript(patroon: re.Pattern[str]) -> list[str]:
    """Een letter of cijfer is in Python elk schrift, tenzij het patroon alleen ASCII wil; in JavaScript is het andersom."""
    vlaggen = "i" if patroon.flags & re.I else ""
    if patroon.flags & re.A:
        return [patroon.pattern, vlaggen]
    return [patroon.pattern.replace(r"\w", r"\p{L}\p{N}_").replace(r"\d", r"\p{Nd}"), vlaggen + "u"]


def boom(v: Voorziening) -> dict:
    """Een ingang met de namen en de vormen van haar bestand; alles is tekst."""
    return _groep(v, VOORZIENING)


def _groep(waarde: object, groep: Veld) -> dict:
    gewoon, uit = _gewoon(type(waarde)), {}  # type: ignore[arg-type]  # mypy weet niet dat een klasse te hashen is
    for veld in groep.velden:
        if veld.naam in NIET_IN_FORMULIER:
            continue
        deel = getattr(waarde, veld.naam)
        if deel is not None and deel != gewoon.get(veld.naam) and (vorm := _waarde(deel, veld)):
            uit[veld.naam] = vorm
    return uit


@cache
def _gewoon(soort: type) -> dict[str, object]:
    """Wat er in een veld staat als niemand er iets invulde."""
    if not issubclass(soort, Struct):
        return {}
    gewoon = soort.__struct_defaults__
    return dict(zip(soort.__struct_fields__[-len(gewoon) :], gewoon, strict=True)) if gewoon else {}


def _waarde(deel: object, veld: Veld) -> object:
    if isinstance(deel, str):
        return deel
    if isinstance(deel, tuple):
        if deel and isinstance(deel[0], Tijden):
            return als_gegevens(deel)
        lijst = [_los(d, veld) for d in deel]
        return lijst[0] if veld.een_of_meer and len(lijst) == 1 else lijst
    return _los(deel, veld)


def _los(deel: object, veld: Veld) -> object:
    if isinstance(deel, bool):
        return "ja" if deel else "nee"
    if isinstance(deel, Tekstblok):
        return deel.bron.strip("\n")
    return _groep(deel, veld) if veld.soort == "groep" else str(deel)
