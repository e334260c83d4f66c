"""Open Product: producttypen van een gemeente als JSON, met de veldnamen van die API."""

from collections.abc import Iterator
from typing import Any

from generator.bewerken.vormen.bron import Bron

HOE = "geef het antwoord van .../producttypen: een object met 'results', of een lijst van producttypen."
# Techniek van het zaaksysteem, en wat een medewerker voor zichzelf schrijft.
_NIET_VOOR_BEWONERS = (
    "acties", "bestanden", "code", "dataobject_schema", "eigenaar", "externe_codes", "interne_opmerkingen",
    "parameters", "processen", "taal", "toegestane_statussen", "verbruiksobject_schema", "verzoektypen", "zaaktypen",
    "aanmaak_datum", "gepubliceerd", "publicatie_start_datum", "publicatie_eind_datum",
)  # fmt: skip


def records(boom: Any) -> Iterator[Any] | None:
    """De gepubliceerde producttypen; wat nog niet of niet meer op de site van de gemeente staat, blijft weg."""
    lijst = boom.get("results") if isinstance(boom, dict) else boom
    if not isinstance(lijst, list):
        return None
    return (p for p in lijst if isinstance(p, dict) and p.get("naam") and p.get("gepubliceerd") is not False)


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    """Een producttype. Contacten zijn namen van mensen; die lezen we niet."""
    plekken = bron.delen("locaties")
    plek, eerste = _eerste(bron, "locaties"), _eerste(bron, "organisaties")
    themas = [t.neem("naam") for t in bron.delen("themas")]
    uit: dict[str, object] = {
        "naam": bron.neem("naam"),
        "organisatie": eerste.neem("naam"),
        "functie": "; ".join(w for w in (bron.neem("uniforme_product_naam"), *themas) if w),
        "omschrijving": bron.neem("samenvatting"),
        "voor_wie": bron.neem("doelgroep"),
        "zoekwoorden": "; ".join(bron.lijst("keywords")),
        "contact.telefoon": plek.neem("telefoonnummer") or eerste.neem("telefoonnummer"),
        "contact.email": plek.neem("email") or eerste.neem("email"),
        "contact.website": next((w for link in bron.delen("links") if (w := link.neem("url"))), ""),
        "kosten.soort": _prijs(bron),
        "gecontroleerd.op": bron.neem("update_datum")[:10],
        "bron": f"Open Product, {bron.neem('uuid')}",
        "locaties[0].naam": plek.neem("naam"),
        "locaties[0].adres.straat": plek.neem("straat"),
        "locaties[0].adres.huisnummer": plek.neem("huisnummer"),
        "locaties[0].adres.postcode": plek.neem("postcode"),
        "locaties[0].adres.plaats": plek.neem("stad"),
    }
    if len(plekken) > 1:
        bij.append(f"de bron heeft {len(plekken)} plekken; alleen de eerste is overgenomen")
    if bron.deel("contacten").waarde:
        bij.append("contacten zijn namen van mensen en zijn niet gelezen")
    bron.klaar(*_NIET_VOOR_BEWONERS, "contacten")
    for deel in (plek, eerste, *bron.delen("themas"), *bron.delen("links"), *bron.delen("prijzen")):
        deel.klaar("uuid", "code", "beschrijving", "gepubliceerd", "aanmaak_datum", "update_datum", "hoofd_thema")
    return uit


def _eerste(bron: Bron, naam: str) -> Bron:
    delen = bron.delen(naam)
    return delen[0] if delen else Bron({}, ("geen",), bron.gelezen)


def _prijs(bron: Bron) -> str:
    """De laatste prijs in woorden, zoals 'normaal: 50,99 euro'."""
    prijzen = sorted(bron.delen("prijzen"), key=lambda p: str((p.waarde or {}).get("actief_vanaf", "")))
    if not prijzen:
        return ""
    prijzen[-1].neem("actief_vanaf")
    delen = []
    for optie in prijzen[-1].delen("prijsopties"):
        bedrag, wat = optie.neem("bedrag").replace(".", ","), optie.neem("beschrijving")
        optie.klaar("uuid")
        delen.append(f"{wat}: {bedrag} euro" if wat else f"{bedrag} euro")
    return ", ".join(delen)
