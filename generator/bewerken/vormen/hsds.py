"""HSDS 3 (Open Referral): diensten met hun organisatie, plekken, telefoons en roosters, genest of in losse tabellen."""

from collections.abc import Iterator
from typing import Any

from generator.betekenis.woorden import KOSTEN, SOORT_INGANG
from generator.bewerken.vormen.bron import Bron, als_tekst
from generator.bewerken.vormen.roosters import Rooster, als_kolommen, uit_ical, voeg_samen
from generator.model.voorziening import DAGEN

HOE = "geef een lijst van diensten (services), of een object met 'contents' of 'services'."
_STATUS = {"active": "actief", "defunct": "gesloten", "inactive": "gesloten"}
_KOSTEN = {woord: soort for soort, woord in KOSTEN.items()}  # zoals onze eigen uitvoer ze schrijft
# Bij losse tabellen: welke tabel onder welke naam bij een dienst hoort.
_ONDER = {
    "phones": "phones",
    "schedules": "schedules",
    "languages": "languages",
    "cost_options": "cost_options",
    "required_documents": "required_documents",
    "service_areas": "service_areas",
    "service_at_locations": "service_at_locations",
}


def records(boom: Any) -> Iterator[Any] | None:
    if isinstance(boom, list):
        return iter(boom)
    if not isinstance(boom, dict):
        return None
    if isinstance(boom.get("contents"), list):
        return iter(boom["contents"])
    return (_samen(d, boom) for d in boom["services"]) if isinstance(boom.get("services"), list) else None


def _samen(dienst: Any, boom: dict) -> Any:
    """Een dienst met wat er in de andere tabellen bij haar id staat."""
    if not isinstance(dienst, dict):
        return dienst
    uit = dict(dienst)
    for tabel, naam in _ONDER.items():
        bij = [r for r in _tabel(boom, tabel) if r.get("service_id") == dienst.get("id")]
        if bij and naam not in uit:
            uit[naam] = [_met_plek(r, boom) for r in bij] if tabel == "service_at_locations" else bij
    organisaties = {o.get("id"): o for o in _tabel(boom, "organizations")}
    if "organization" not in uit and uit.get("organization_id") in organisaties:
        uit["organization"] = organisaties[uit["organization_id"]]
    return uit


def _met_plek(rij: dict, boom: dict) -> dict:
    plek = next((p for p in _tabel(boom, "locations") if p.get("id") == rij.get("location_id")), None)
    if plek is None or "location" in rij:
        return rij
    onder = {
        naam: bij
        for naam in ("addresses", "phones", "schedules", "accessibility")
        if naam not in plek and (bij := [r for r in _tabel(boom, naam) if r.get("location_id") == plek.get("id")])
    }
    return {**rij, "location": {**plek, **onder}}


def _tabel(boom: dict, naam: str) -> list[dict]:
    return [r for r in boom.get(naam) or () if isinstance(r, dict)]


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    van = bron.deel("organization")
    uit: dict[str, object] = {
        "naam": bron.neem("name"),
        "organisatie": van.neem("name"),
        "omschrijving": bron.neem("description"),
        "voor_wie": bron.neem("eligibility_description"),
        "leeftijd.van": _heel(bron.neem("minimum_age")),
        "leeftijd.tot": _heel(bron.neem("maximum_age")),
        "toegang.uitleg": bron.neem("application_process"),
        "toegang.meenemen": "; ".join(d.neem("document") for d in bron.delen("required_documents")),
        "kosten.soort": _KOSTEN.get(kosten := bron.neem("fees_description", "fees"), kosten),
        "kosten.toelichting": _kosten_in_woorden(bron) if kosten in _KOSTEN else "",
        "contact.email": bron.neem("email") or van.neem("email"),
        "contact.website": bron.neem("url") or van.neem("website", "url"),
        "talen": "; ".join(t.neem("code") or t.neem("name") for t in bron.delen("languages")),
        "gecontroleerd.op": bron.neem("assured_date"),
        "status": _STATUS.get(bron.neem("status"), ""),
        "bron": f"HSDS-export, {bron.neem('id')}",
        "functie": "; ".join(_functies(bron)),
        "soort": _soort(bron),
        "werkgebied": "; ".join(_werkgebied(bron)),
    }
    if not uit["status"]:
        bron.terug("status")
    bron.klaar("organization_id")
    van.klaar("id")
    for delen in (bron.delen("phones"), bron.delen("required_documents"), bron.delen("languages")):
        _sleutels(delen)
    uit |= _telefoons([*bron.delen("phones"), *van.delen("phones")])
    plekken = _plekken(bron)
    for nummer, (plek, roosters) in enumerate(plekken):
        uit |= _plek(plek, nummer) | _tijden(roosters, f"locaties[{nummer}].openingstijden", bij)
    if plekken:
        uit |= _tijden_van_dienst(bron, uit, bij)
    return uit


def _kijk(bron: Bron, naam: str) -> str:
    """Wat er staat, zonder dat het daarmee overgenomen is."""
    return als_tekst(bron.deel(naam).waarde)


def _functies(bron: Bron) -> Iterator[str]:
    """De functies van een kaart als deze: daar wijst de term naar haar eigen pagina. Een andere taxonomie blijft liggen."""
    for kenmerk in bron.delen("attributes"):
        term = kenmerk.deel("taxonomy_term")
        code, adres = _kijk(term, "code"), _kijk(term, "term_uri")
        if code and adres.endswith(f"/functies/{code}/"):
            _term_klaar(kenmerk)
            yield code


def _soort(bron: Bron) -> str:
    """De soort ingang, als een kaart als deze haar noemt."""
    for kenmerk in bron.delen("attributes"):
        term = kenmerk.deel("taxonomy_term")
        if _kijk(term, "taxonomy") == SOORT_INGANG:
            _term_klaar(kenmerk)
            return _kijk(term, "code")
    return ""


def _term_klaar(kenmerk: Bron) -> None:
    kenmerk.klaar("id", "link_id", "link_type", "link_entity", "taxonomy_term_id")
    kenmerk.deel("taxonomy_term").klaar("id", "code", "name", "description", "taxonomy", "term_uri")


def _werkgebied(bron: Bron) -> Iterator[str]:
    """De codes van het CBS, of 'landelijk'; een gebied zonder code blijft liggen."""
    for gebied in bron.delen("service_areas"):
        code = _kijk(gebied, "extent") if _kijk(gebied, "extent_type") == "CBS-code" else ""
        if code or (_kijk(gebied, "name") == "Nederland" and not _kijk(gebied, "extent")):
            gebied.klaar("id", "service_id", "name", "extent", "extent_type")
            yield code or "landelijk"


def _kosten_in_woorden(bron: Bron) -> str:
    opties = bron.delen("cost_options")
    _sleutels(opties)
    return " ".join(t for d in opties if (t := d.neem("amount_description")))


def _heel(tekst: str) -> str:
    return tekst.removesuffix(".0")


def _sleutels(delen: list[Bron]) -> None:
    """De ids die alleen tabellen aan elkaar knopen."""
    for deel in delen:
        deel.klaar("id", "service_id", "location_id", "organization_id", "service_at_location_id", "address_type")


def _plekken(bron: Bron) -> list[tuple[Bron, list[Bron]]]:
    """Elke plek met haar roosters; die van de dienst op die plek gaan voor."""
    uit = []
    for op in bron.delen("service_at_locations"):
        plek = op.deel("location")
        _sleutels([op, plek])
        if isinstance(plek.waarde, dict):
            uit.append((plek, op.delen("schedules") or plek.delen("schedules")))
    for plek in bron.delen("locations"):
        _sleutels([plek])
        uit.append((plek, plek.delen("schedules")))
    return uit


def _telefoons(delen: list[Bron]) -> dict[str, object]:
    uit: dict[str, object] = {}
    nummers = [(d, d.neem("number")) for d in delen]
    for plaats, (deel, nummer) in enumerate((d, n) for d, n in nummers if n):
        if plaats == 0:
            uit["contact.telefoon"] = nummer
            continue
        uit[f"contact.telefoons[{plaats - 1}].telefoon"] = nummer
        uit[f"contact.telefoons[{plaats - 1}].naam"] = deel.neem("description") or f"ander nummer {plaats}"
    _sleutels(delen)
    return uit


def _plek(plek: Bron, nummer: int) -> dict[str, object]:
    adressen = plek.delen("addresses")
    _sleutels([*adressen, *plek.delen("accessibility")])
    plek.klaar("location_type")
    voor = f"locaties[{nummer}]"
    uit: dict[str, object] = {
        f"{voor}.naam": plek.neem("name"),
        f"{voor}.punt.lengte": plek.neem("longitude"),
        f"{voor}.punt.breedte": plek.neem("latitude"),
        f"{voor}.ter_plaatse": " ".join(t for d in plek.delen("accessibility") if (t := d.neem("description"))),
    }
    for adres in adressen[:1]:
        straat = splits_straat(adres.neem("address_1"))
        uit |= {f"{voor}.adres.{naam}": waarde for naam, waarde in straat.items()}
        uit[f"{voor}.adres.postcode"] = adres.neem("postal_code")
        uit[f"{voor}.adres.plaats"] = adres.neem("city")
        adres.klaar("country", "state_province")
    return uit


def splits_straat(tekst: str) -> dict[str, str]:
    from generator.bewerken.rekenblad.splitsen import splits_adres

    return {naam: waarde for naam, waarde in splits_adres(tekst).items() if naam in ("straat", "huisnummer")}


def _tijden(delen: list[Bron], pad: str, bij: list[str]) -> dict[str, object]:
    """De roosters van een plek samen, als ze allemaal passen; anders geen, en dat staat erbij."""
    samen: Rooster = {}
    for deel in delen:
        namen = ("freq", "interval", "byday", "opens_at", "closes_at", "notes")
        *regel, noot = (deel.neem(naam) for naam in namen)
        rooster = met_noot(uit_ical(*regel), noot)
        grenzen = [
            n for n in ("valid_from", "valid_to", "until", "count", "bymonthday", "byweekno") if deel.waarde.get(n)
        ]
        if rooster is None or grenzen:
            for ander in delen:
                ander.terug(*namen)
            bij.append("de tijden passen niet zeker in onze schrijfwijze en zijn niet overgenomen")
            return {}
        samen = voeg_samen(samen, rooster)
    _sleutels(delen)
    return als_kolommen([samen], pad) if samen else {}


def met_noot(rooster: Rooster | None, noot: str) -> Rooster | None:
    """Een rooster met wat onze eigen uitvoer in `notes` zet: 'op afspraak', 'niet in: feestdagen' en 'gesloten: za, zo';
    None bij iets anders.
    """
    delen = [deel for deel in noot.split("; ") if deel]
    buiten, dicht = (_na(woord, delen) for woord in ("niet in: ", "gesloten: "))
    if rooster is None or bool(buiten) + bool(dicht) + delen.count("op afspraak") != len(delen):
        return None
    if not set(dicht) <= set(DAGEN) - rooster.keys():
        return None
    if "op afspraak" in delen:
        rooster = {dag: f"op afspraak {tijd}" for dag, tijd in rooster.items()}
    return rooster | dict.fromkeys(dicht, "gesloten") | ({"niet_in": buiten} if buiten else {})


def _na(woord: str, delen: list[str]) -> list[str]:
    """Wat er na dit woord genoemd is; leeg als geen deel zo begint."""
    return next((deel.removeprefix(woord).split(", ") for deel in delen if deel.startswith(woord)), [])


def _tijden_van_dienst(bron: Bron, uit: dict[str, object], bij: list[str]) -> dict[str, object]:
    """De roosters van de dienst zelf, als haar eerste plek er geen heeft."""
    pad = "locaties[0].openingstijden"
    delen = bron.delen("schedules")
    return {} if any(kop.startswith(pad) for kop in uit) else _tijden(delen, pad, bij)
