"""De plekken en diensten in HSDS 3.1 (Human Services Data Specification van Open Referral), als vaste JSON-bestanden.

De vorm: https://github.com/openreferral/specification, tak 3.1-dev, map schema (gelezen 2026-11-29).
`importeer --vorm hsds` leest haar terug. Een rooster staat er alleen in als HSDS het heel kan zeggen; anders staat het er in
woorden.
"""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha1
from typing import Any
from uuid import NAMESPACE_URL

from generator.betekenis.talen import taalnaam
from generator.betekenis.tijdtekst import weekzin
from generator.betekenis.woorden import KOSTEN, SOORT_INGANG, SOORTNAAM
from generator.json_tekst import als_bestand, als_kale_bytes
from generator.model import Catalogus, Functie, Locatie, Organisatie, Tijden, Voorziening
from generator.uitvoer import Inhoud
from generator.uitvoer.herkomst import over_bestand
from generator.uitvoer.hsds_roosters import rrules
from generator.uitvoer.stukken import Stukken, kop_van, sleutels_van

MAP = "data/hsds/"
INHOUD = "contents"
_RUIMTE = sha1(NAMESPACE_URL.bytes, usedforsecurity=False)
_VARIANT = {f"{vier:x}": f"{vier & 3 | 8:x}" for vier in range(16)}  # de eerste twee bits zijn 10 (RFC 9562)
_STAND = {"actief": "active", "gesloten": "defunct"}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    """(pad, tekst) van diensten (genest), organisaties en plekken, elk als een bladzijde van een HSDS-API."""
    alle, sleutels = list(catalogus.voorzieningen.values()), sleutels_van(catalogus)
    aantal = sum(len(v.locaties) for v in alle if v.status == "actief")

    plekken: dict[int, bytes] = {}  # wat bij het maken van de diensten al voorbijkwam, voor het bestand erna

    def dienst(nummer: int) -> bytes:
        uit = Dienst(alle[nummer], catalogus).als_dict()
        plekken[nummer] = als_kale_bytes([op["location"] for op in uit.get("service_at_locations", ())])[1:-1]
        return als_kale_bytes(uit)

    def plek(nummer: int) -> bytes:
        if nummer not in plekken:
            dienst(nummer)
        return plekken.pop(nummer)

    yield f"{MAP}services.json", Stukken(_kop(len(alle), catalogus), sleutels, dienst)
    yield f"{MAP}organizations.json", partial(_organisaties, catalogus)
    yield f"{MAP}locations.json", Stukken(_kop(aantal, catalogus), sleutels, plek)


def _organisaties(catalogus: Catalogus) -> bytes:
    alle = [organisatie(o, catalogus) for o in catalogus.organisaties.values()]
    return als_bestand({**_boven(len(alle), catalogus), INHOUD: alle})


def _kop(aantal: int, catalogus: Catalogus) -> bytes:
    return kop_van(_boven(aantal, catalogus), INHOUD)


def _boven(aantal: int, catalogus: Catalogus) -> dict:
    """Wat een bladzijde van zichzelf zegt; de inhoud komt daarna."""
    return {
        **over_bestand(catalogus, "hsds"),
        "total_items": aantal,
        "total_pages": 1,
        "page_number": 1,
        "size": aantal,
        "first_page": True,
        "last_page": True,
        "empty": not aantal,
    }


def kenmerk(catalogus: Catalogus, *delen: str | int) -> str:
    """Een vaste uuid: uit het adres van de site en de delen, dus dezelfde zolang het ding hetzelfde heet."""
    return als_uuid(f"{catalogus.instellingen.adres}hsds/{'/'.join(map(str, delen))}")


def als_uuid(adres: str) -> str:
    """Hetzelfde als `str(uuid5(NAMESPACE_URL, adres))`, zonder het object ertussen: het zijn er twintig per ingang."""
    begin = _RUIMTE.copy()
    begin.update(adres.encode())
    som = begin.hexdigest()
    return f"{som[:8]}-{som[8:12]}-5{som[13:16]}-{_VARIANT[som[16]]}{som[17:20]}-{som[20:32]}"


def gevuld(ding: dict[str, Any]) -> dict[str, Any]:
    """Zonder wat er niet is: een leeg veld zegt in HSDS iets anders dan geen veld."""
    return {naam: waarde for naam, waarde in ding.items() if waarde or waarde == 0}


def organisatie(o: Organisatie, catalogus: Catalogus) -> dict:
    id_ = kenmerk(catalogus, "organisatie", o.id)
    return gevuld(
        {
            "id": id_,
            "name": o.naam,
            "description": o.omschrijving.bron.strip() if o.omschrijving else o.samenvatting,
            "email": o.contact.email,
            "website": o.contact.website,
            "phones": [_telefoon(o.contact.telefoon, "", {"organization_id": id_}, catalogus)]
            if o.contact.telefoon
            else [],
        }
    )


def kort_van(o: Organisatie, catalogus: Catalogus) -> dict:
    """Zonder haar eigen nummer en adressen: die gelden niet voor elke dienst, en staan in organizations.json."""
    return {naam: w for naam, w in organisatie(o, catalogus).items() if naam in ("id", "name", "description")}


def functieterm(f: Functie, catalogus: Catalogus) -> dict:
    return {
        "id": kenmerk(catalogus, "functie", f.id),
        "code": f.id,
        "name": f.naam,
        "description": f.uitleg.bron.strip(),
        "taxonomy": "Soorten hulp in het sociaal domein",
        "term_uri": f"{catalogus.instellingen.adres}functies/{f.id}/",
    }


def productterm(f: Functie, catalogus: Catalogus) -> dict:
    """Het product van een functie in de uniforme productnamenlijst, met de naam uit de lijst als die er is."""
    product = catalogus.upl.get(f.upl or "")
    return {
        "id": kenmerk(catalogus, "upl", f.upl or ""),
        "name": product.naam if product else f.naam,
        "description": f.naam,
        "taxonomy": "Uniforme productnamenlijst (UPL)",
        "term_uri": f.upl,
    }


def _telefoon(nummer: str, naam: str, van: dict[str, str], catalogus: Catalogus) -> dict:
    id_ = kenmerk(catalogus, "telefoon", *van.values(), nummer)
    return gevuld({"id": id_, **van, "number": nummer, "type": "voice", "description": naam})


class Dienst:
    """Een ingang als service, met alles wat erbij hoort erin."""

    def __init__(self, v: Voorziening, catalogus: Catalogus):
        self.v, self.catalogus = v, catalogus
        self.stam = f"{catalogus.instellingen.adres}hsds/dienst/{v.id}"
        self.id = als_uuid(self.stam)
        self.actief = v.status == "actief"

    def _id(self, deel: str) -> str:
        return als_uuid(f"{self.stam}/{deel}")

    def eenmaal(self, maak: Callable[[Any, Catalogus], dict], ding: Organisatie | Functie) -> dict:
        """Wat in de diensten van duizenden ingangen hetzelfde is."""
        return self.catalogus.eenmaal((maak, ding.id), partial(maak, ding, self.catalogus))

    def als_dict(self) -> dict:
        v, eigen = self.v, {"service_id": self.id}
        van = self.catalogus.organisaties.get(v.organisatie or "")
        kort = self.eenmaal(kort_van, van) if van else {}
        return gevuld(
            {
                "id": self.id,
                "organization_id": kort.get("id"),
                "name": v.naam,
                "description": v.omschrijving.bron.strip() if v.omschrijving else v.samenvatting,
                "url": v.contact.website,
                "email": v.contact.email,
                "status": _STAND[v.status],
                "application_process": v.toegang.uitleg,
                "fees_description": KOSTEN[v.kosten.soort] if v.kosten else None,
                "eligibility_description": v.voor_wie,
                "minimum_age": v.leeftijd.van if v.leeftijd else None,
                "maximum_age": v.leeftijd.tot if v.leeftijd else None,
                "assured_date": str(v.gecontroleerd.op),
                "alert": " ".join(t.tekst for t in v.tijdelijk if self.actief) or None,
                "phones": self.telefoons(eigen),
                "service_areas": [self.gebied(code) for code in v.werkgebied],
                "service_at_locations": self.plekken(),
                "languages": [{"id": self._id(f"taal/{t}"), **eigen, "code": t, "name": taalnaam(t)} for t in v.talen],
                "organization": kort,
                "cost_options": self.kosten(eigen),
                "required_documents": [
                    {"id": self._id(f"meenemen/{i}"), **eigen, "document": wat}
                    for i, wat in enumerate(v.toegang.meenemen)
                ],
                "attributes": [
                    self.soort(),
                    *(deel for f in v.functies for deel in self.functie(self.catalogus.functies[f])),
                ],
            }
        )

    def telefoons(self, eigen: dict[str, str]) -> list[dict]:
        """Het nummer om eerst te bellen voorop; wat gesloten is heeft er geen."""
        if not self.actief:
            return []
        contact = self.v.contact
        ander = [(t.telefoon, t.naam or "") for t in contact.telefoons if t.telefoon != contact.telefoon]
        eerst = [(contact.telefoon, "")] if contact.telefoon else []
        return [_telefoon(nummer, naam, eigen, self.catalogus) for nummer, naam in (*eerst, *ander)]

    def kosten(self, eigen: dict[str, str]) -> list[dict]:
        if self.v.kosten is None or not self.v.kosten.toelichting:
            return []
        return [{"id": self._id("kosten"), **eigen, "amount_description": self.v.kosten.toelichting}]

    def soort(self) -> dict:
        """Wat voor ingang dit op deze kaart is; een andere kaart als deze zet haar in dezelfde map."""
        naam = SOORTNAAM[self.v.soort]
        term = {
            "id": kenmerk(self.catalogus, "soort", self.v.soort),
            "code": self.v.soort,
            "name": naam,
            "description": naam,
            "taxonomy": SOORT_INGANG,
        }
        return self.kenmerk_met(term, f"soort/{self.v.soort}")

    def functie(self, f: Functie) -> list[dict]:
        """De functie, en haar product in de productnamenlijst als dat er is."""
        functie = self.kenmerk_met(self.eenmaal(functieterm, f), f"functie/{f.id}")
        product = [self.kenmerk_met(self.eenmaal(productterm, f), f"upl/{f.id}")] if f.upl else []
        return [functie, *product]

    def kenmerk_met(self, term: dict, deel: str) -> dict:
        rest = {"link_type": "taxonomy", "link_entity": "service", "taxonomy_term_id": term["id"]}
        return {"id": self._id(deel), "link_id": self.id, **rest, "taxonomy_term": term}

    def gebied(self, code: str) -> dict:
        gebied = self.catalogus.gebieden.get(code)
        naam = gebied.naam if gebied else "Nederland" if code == "landelijk" else code
        id_ = self._id(f"werkgebied/{code}")
        vorm = {} if code == "landelijk" else {"extent": code, "extent_type": "CBS-code"}
        return {"id": id_, "service_id": self.id, "name": naam, **vorm}

    def plekken(self) -> list[dict]:
        """De dienst op elke plek, met de plek en haar tijden; een geheim adres blijft weg."""
        return [self.plek(i, p) for i, p in enumerate(self.v.locaties if self.actief else ())]

    def plek(self, nummer: int, p: Locatie) -> dict:
        id_, op = self._id(f"plek/{nummer}"), self._id(f"op-plek/{nummer}")
        punt = {"latitude": p.punt.breedte, "longitude": p.punt.lengte} if p.punt and not p.adres_geheim else {}
        locatie = {
            "id": id_,
            "location_type": "physical",
            "name": p.naam,
            **punt,
            "addresses": self.adressen(nummer, p, id_),
            "accessibility": [
                {"id": self._id(f"ter-plaatse/{nummer}"), "location_id": id_, "description": p.ter_plaatse}
            ]
            if p.ter_plaatse
            else [],
        }
        roosters = self.roosters(p.openingstijden, nummer, {"service_at_location_id": op})
        return gevuld(
            {"id": op, "service_id": self.id, "location_id": id_, "location": gevuld(locatie), "schedules": roosters}
        )

    def adressen(self, nummer: int, p: Locatie, plek: str) -> list[dict]:
        """HSDS eist straat en postcode; een adres zonder is er geen."""
        if p.adres_geheim or p.adres is None or not (p.adres.straatregel and p.adres.postcode):
            return []
        code = self.catalogus.gebied_van(self.v, nummer)
        gebied = self.catalogus.gebieden.get(code or "")
        gemeente = self.catalogus.gemeente_op_code.get(gebied.gemeente) if gebied else None
        return [
            {
                "id": self._id(f"adres/{nummer}"),
                "location_id": plek,
                "address_1": p.adres.straatregel,
                "city": p.adres.plaats,
                "state_province": gemeente.provincie if gemeente else "",
                "postal_code": p.adres.postcode,
                "country": "NL",
                "address_type": "physical",
            }
        ]

    def roosters(self, tijden: tuple[Tijden, ...], nummer: int, van: dict[str, str]) -> list[dict]:
        """Een RRULE per tijdvak als alles zo te zeggen is; anders een rooster in woorden."""
        if not tijden:
            return []
        regels = rrules(tijden)
        if regels is None:
            tekst = weekzin(tijden, self.catalogus.peildatum)
            return [{"id": self._id(f"rooster/{nummer}"), **van, "description": tekst}]
        return [gevuld({"id": self._id(f"rooster/{nummer}/{i}"), **van, **regel}) for i, regel in enumerate(regels)]
