"""data.inclusion: diensten en structuren als JSON, met de veldnamen van dat schema."""

from collections.abc import Iterator
from typing import Any

from generator.bewerken.vormen.bron import Bron
from generator.bewerken.vormen.plekken import zet_punt
from generator.bewerken.vormen.roosters import als_kolommen, uit_osm

HOE = "geef een lijst van diensten of structuren, of een object met 'services' en 'structures'."
_KOSTEN = {"gratuit": "gratis", "payant": "betaald"}


def records(boom: Any) -> Iterator[Any] | None:
    """Elke dienst met haar structuur erbij; een structuur zonder dienst is zelf een record."""
    if isinstance(boom, list):
        return iter(boom)
    if not isinstance(boom, dict) or not any(
        isinstance(boom.get(n), list) for n in ("services", "structures", "items")
    ):
        return None
    diensten = [d for naam in ("services", "items") for d in boom.get(naam) or () if isinstance(d, dict)]
    structuren = {s.get("id"): s for s in boom.get("structures") or () if isinstance(s, dict)}
    gebruikt = {d.get("structure_id") for d in diensten}
    samen = [{**d, "structure": structuren.get(d.get("structure_id"))} for d in diensten]
    return iter([*samen, *(s for id_, s in structuren.items() if id_ not in gebruikt)])


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    """Een dienst; wat zij zelf niet zegt (telefoon, adres, tijden), komt van haar structuur."""
    van = bron.deel("structure")
    uit: dict[str, object] = {
        "naam": bron.neem("nom"),
        "organisatie": van.neem("nom"),
        "functie": "; ".join(w.replace("--", ": ").replace("-", " ") for w in bron.lijst("thematiques")),
        "omschrijving": bron.neem("description", "presentation_detail", "presentation_resume"),
        "voor_wie": bron.neem("publics_precisions") or ", ".join(bron.lijst("publics")).replace("-", " "),
        "toegang.uitleg": bron.neem("conditions_acces", "mobilisation_precisions"),
        "contact.telefoon": _eerst("telephone", bron, van),
        "contact.email": _eerst("courriel", bron, van),
        "contact.website": _eerst("site_web", bron, van) or bron.neem("lien_mobilisation"),
        "gecontroleerd.op": bron.neem("date_maj")[:10],
        "bron": f"data.inclusion, {bron.neem('source')} {bron.neem('id')}",
    }
    plek = bron if bron.waarde.get("adresse") or bron.waarde.get("commune") else van
    uit |= {
        "locaties[0].adres.postcode": plek.neem("code_postal"),
        "locaties[0].adres.plaats": plek.neem("commune"),
        "adres": plek.neem("adresse"),
        "locaties[0].ter_plaatse": plek.neem("complement_adresse"),
    }
    uit |= _kosten(bron)
    bron.klaar("structure_id")
    van.klaar("id", "source")
    if isinstance(plek.waarde, dict):
        zet_punt(plek, uit, bij)
    _zet_tijden(bron if bron.waarde.get("horaires_accueil") else van, uit, bij)
    return uit


def _kosten(bron: Bron) -> dict[str, object]:
    """De soort als die bekend is; anders leest de import haar uit de woorden."""
    soort, woorden = _KOSTEN.get(str(bron.waarde.get("frais")), ""), bron.neem("frais_precisions")
    if not soort:
        return {"kosten.soort": woorden}
    bron.klaar("frais")
    return {"kosten.soort": soort, "kosten.toelichting": woorden}


def _eerst(naam: str, *bronnen: Bron) -> str:
    return next((tekst for bron in bronnen if (tekst := bron.neem(naam))), "")


def _zet_tijden(bron: Bron, uit: dict[str, object], bij: list[str]) -> None:
    tekst = bron.neem("horaires_accueil")
    if tekst and (roosters := uit_osm(tekst)):
        uit |= als_kolommen(roosters, "locaties[0].openingstijden")
    elif tekst:
        bron.terug("horaires_accueil")
        bij.append(f"de tijden '{tekst}' passen niet zeker in onze schrijfwijze en zijn niet overgenomen")
