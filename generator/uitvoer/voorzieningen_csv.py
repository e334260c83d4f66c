"""Alle voorzieningen als CSV: een rij per locatie, met alles wat de JSON heeft; codes, en daarnaast hun woorden.

Lijsten zijn gescheiden met een puntkomma. Wat geen lijst is maar wel meer delen heeft (andere nummers, mededelingen),
heeft delen met een streep ertussen.
"""

from collections.abc import Iterable, Iterator

from generator.betekenis.actueel import termijn_maanden
from generator.betekenis.talen import taalnaam
from generator.betekenis.tijdtekst import als_gegevens, weekzin
from generator.betekenis.woorden import DOELGROEPEN, FEITEN_GEBOUW, KOSTEN, ROLSTOEL, SOORTNAAM, TOEGANG
from generator.json_tekst import als_json
from generator.model import Adres, Catalogus, Contact, Locatie, Telefoon, Tijden, Toegankelijk, Voorziening
from generator.uitvoer import Inhoud
from generator.uitvoer.rekenblad import EIND, Cellen, als_csv, ja_nee
from generator.uitvoer.stukken import Stukken, sleutels_van

BESTAND = "data/voorzieningen.csv"
# Elke kolom met wat erin staat; het schema neemt haar hiervandaan.
KOLOMMEN = {
    "id": "Het id van de voorziening.",
    "naam": "De naam.",
    "soort": "De soort, als code.",
    "organisatie": "Het id van de organisatie.",
    "functies": "De ids van de functies.",
    "themas": "De ids van de levensgebieden.",
    "samenvatting": "Wat iemand hier kan, in een zin.",
    "doelgroepen": "Voor wie het is, als codes.",
    "kosten": "Of het geld kost, als code.",
    "toegang": "Hoe iemand binnenkomt, als code.",
    "werkgebied": "De codes van de gebieden, of landelijk.",
    "telefoon": "Het nummer om het eerst te bellen.",
    "email": "Het e-mailadres.",
    "website": "De site.",
    "locatie": "De naam van de plek.",
    "straat": "De straat.",
    "huisnummer": "Het huisnummer.",
    "postcode": "De postcode.",
    "plaats": "De plaats.",
    "lengte": "Graden naar het oosten (WGS84).",
    "breedte": "Graden naar het noorden (WGS84).",
    "gebied": "De code van de wijk waarin de plek ligt.",
    "rolstoel": "Of iemand met een rolstoel naar binnen kan.",
    "gecontroleerd_op": "De dag waarop dit is nagekeken.",
    "gecontroleerd_door": "Het team dat het nakeek.",
    "status": "actief of gesloten.",
    "voorbeeld": "ja als dit verzonnen is.",
    "url": "De pagina op deze site.",
    "soort_naam": "De soort, in woorden.",
    "organisatie_naam": "De naam van de organisatie.",
    "functies_namen": "De namen van de functies.",
    "themas_namen": "De namen van de levensgebieden.",
    "doelgroepen_namen": "Voor wie het is, in woorden.",
    "kosten_naam": "Of het geld kost, in woorden.",
    "kosten_toelichting": "Wat er over de kosten te zeggen is.",
    "toegang_naam": "Hoe iemand binnenkomt, in woorden.",
    "toegang_uitleg": "Wat iemand moet doen.",
    "toegang_professional": "De weg voor een collega die doorverwijst.",
    "toegang_meenemen": "Wat iemand meeneemt.",
    "werkgebied_namen": "De namen van de gebieden.",
    "gebied_naam": "De naam van de wijk waarin de plek ligt.",
    "omschrijving": "De hele uitleg, in Markdown.",
    "leeftijd_van": "Vanaf hoeveel jaar.",
    "leeftijd_tot": "Tot en met hoeveel jaar.",
    "voor_wie": "Voor wie het is, in een zin.",
    "niet_voor": "Voor wie het niet is.",
    "zoekwoorden": "Woorden van bewoners.",
    "openingstijden": "De tijden van de plek, in de spelling van de JSON.",
    "openingstijden_woorden": "De tijden van de plek, in woorden.",
    "ter_plaatse": "Wat iemand bij de deur moet weten.",
    "adres_geheim": "ja als het adres geheim is.",
    "rolstoel_woorden": "Hoe de plek met een rolstoel te bereiken is.",
    **{f"gebouw_{naam}": f"Of dit er is: {feit.ja}." for naam, feit in FEITEN_GEBOUW.items()},
    "telefoontijden": "Wanneer de telefoon wordt opgenomen, in de spelling van de JSON.",
    "telefoontijden_woorden": "Wanneer de telefoon wordt opgenomen, in woorden.",
    "telefoons": "Andere nummers: naam, nummer, keuze, tarief, tijden, bron en stand.",
    "chat": "Het adres van de chat.",
    "chattijden": "Wanneer iemand in de chat antwoordt, in de spelling van de JSON.",
    "chattijden_woorden": "Wanneer iemand in de chat antwoordt, in woorden.",
    "nummer_bron": "Waar het telefoonnummer vandaan komt.",
    "nummer_stand": "De dag, maand of het jaar van die bron.",
    "talen": "De codes van de talen.",
    "talen_namen": "De namen van de talen.",
    "tolk": "ja als er een tolk bij kan zijn.",
    "tijdelijk": "Mededelingen: van, tot, tekst, en of het gesloten is.",
    "wachttijd": "De wachttijd.",
    "wachttijd_op": "De dag waarop die is nagevraagd.",
    "gecontroleerd_nagelezen": "nee als dit is overgenomen en nog niet is nagezien.",
    "toegang_via": "De ids van ingangen waar iemand de weg hierheen kan vragen.",
    "gecontroleerd_termijn_maanden": "Na hoeveel maanden het opnieuw moet.",
    "hoort_bij": "Het id van de voorziening waar deze bij hoort.",
    "opvolger": "Het id van wat ervoor in de plaats kwam.",
    "buiten_gemeente": "ja als de plek met opzet buiten de gemeente ligt.",
    "bron": "Waar de gegevens vandaan komen.",
    "set": "De set waar dit uit komt; leeg als de gemeente het zelf schreef.",
    "licentie": "De licentie van deze rij.",
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    alle, cellen = list(catalogus.voorzieningen.values()), Cellen()

    def regels(nummer: int) -> bytes:
        return EIND.join(cellen.regel(map(rij.get, KOLOMMEN)) for rij in rijen(alle[nummer], catalogus)).encode()

    kop, eind = als_csv(KOLOMMEN, ()).encode(), EIND.encode()
    yield BESTAND, Stukken(kop, sleutels_van(catalogus), regels, tussen=eind, staart=eind)


def rijen(v: Voorziening, catalogus: Catalogus) -> Iterator[dict]:
    """Een rij per locatie; zonder locatie (of gesloten) een rij met lege plekvelden."""
    vast = wat(v, catalogus) | woorden(v, catalogus) | contact(v.contact) | beheer(v, catalogus)
    plekken = v.locaties if v.status == "actief" else ()
    if not plekken:
        yield vast
    for nummer, deel in enumerate(plekken):
        yield {**vast, **plek(deel, catalogus.gebied_van(v, nummer), catalogus)}


def _rij(delen: Iterable[str]) -> str:
    return ";".join(delen)


def wat(v: Voorziening, catalogus: Catalogus) -> dict:
    """Wat het is, voor wie en hoe iemand binnenkomt: de codes en de teksten."""
    kosten, leeftijd = v.kosten, v.leeftijd
    return {
        "id": v.id,
        "naam": v.naam,
        "soort": v.soort,
        "organisatie": v.organisatie,
        "functies": _rij(v.functies),
        "themas": _rij(catalogus.themas_van(v)),
        "samenvatting": v.samenvatting,
        "omschrijving": v.omschrijving.bron.strip() if v.omschrijving else "",
        "doelgroepen": _rij(v.doelgroepen),
        "leeftijd_van": leeftijd.van if leeftijd else "",
        "leeftijd_tot": leeftijd.tot if leeftijd else "",
        "voor_wie": v.voor_wie,
        "niet_voor": v.niet_voor,
        "zoekwoorden": _rij(v.zoekwoorden),
        "kosten": kosten.soort if kosten else "",
        "kosten_toelichting": kosten.toelichting if kosten else "",
        "toegang": v.toegang.hoe,
        "toegang_uitleg": v.toegang.uitleg,
        "toegang_professional": v.toegang.professional,
        "toegang_meenemen": _rij(v.toegang.meenemen),
        "toegang_via": _rij(v.toegang.via),
        "werkgebied": _rij(v.werkgebied),
        "talen": _rij(v.talen),
        "tolk": ja_nee(v.tolk),
    }


def woorden(v: Voorziening, catalogus: Catalogus) -> dict:
    """Bij elke code het woord dat de site laat zien."""
    organisatie = catalogus.organisaties.get(v.organisatie or "")
    gebieden = (catalogus.gebieden[c].naam if c in catalogus.gebieden else c for c in v.werkgebied)
    return {
        "soort_naam": SOORTNAAM[v.soort],
        "organisatie_naam": organisatie.naam if organisatie else "",
        "functies_namen": _rij(catalogus.functies[f].naam for f in v.functies),
        "themas_namen": _rij(catalogus.themas[t].naam for t in catalogus.themas_van(v) if t in catalogus.themas),
        "doelgroepen_namen": _rij(DOELGROEPEN[d] for d in v.doelgroepen),
        "kosten_naam": KOSTEN[v.kosten.soort] if v.kosten else "",
        "toegang_naam": TOEGANG[v.toegang.hoe].kort,
        "werkgebied_namen": _rij("heel Nederland" if naam == "landelijk" else naam for naam in gebieden),
        "talen_namen": _rij(map(taalnaam, v.talen)),
    }


def spelling(tijden: tuple[Tijden, ...]) -> str:
    """Tijden zoals de JSON ze schrijft, in een cel."""
    gegevens = als_gegevens(tijden)
    return als_json(gegevens) if gegevens else ""


def contact(c: Contact) -> dict:
    return {
        "telefoon": c.telefoon,
        "telefoontijden": spelling(c.telefoontijden),
        "telefoontijden_woorden": weekzin(c.telefoontijden),
        "telefoons": " | ".join(map(ander_nummer, c.telefoons)),
        "email": c.email,
        "website": c.website,
        "chat": c.chat,
        "chattijden": spelling(c.chattijden),
        "chattijden_woorden": weekzin(c.chattijden),
        "nummer_bron": c.nummer.bron if c.nummer else "",
        "nummer_stand": c.nummer.stand if c.nummer else "",
    }


def ander_nummer(t: Telefoon) -> str:
    delen = (t.keuze, t.tarief, weekzin(t.tijden), spelling(t.tijden), t.bron, t.stand)
    return f"{t.naam}: {t.telefoon}" + "".join(f", {deel}" for deel in delen if deel)


def beheer(v: Voorziening, catalogus: Catalogus) -> dict:
    """Hoe actueel het is, waar het vandaan komt en onder welke licentie."""
    return {
        "tijdelijk": " | ".join(
            f"{t.van} tot en met {t.tot}: {t.tekst}"
            + (f" (gesloten: {ja_nee(t.gesloten)})" if t.gesloten is not None else "")
            for t in v.tijdelijk
        ),
        "wachttijd": v.wachttijd.tekst if v.wachttijd else "",
        "wachttijd_op": v.wachttijd.op if v.wachttijd else "",
        "gecontroleerd_op": v.gecontroleerd.op,
        "gecontroleerd_door": v.gecontroleerd.door,
        "gecontroleerd_nagelezen": ja_nee(v.gecontroleerd.nagelezen),
        "gecontroleerd_termijn_maanden": termijn_maanden(v, catalogus.kennis),
        "hoort_bij": v.hoort_bij,
        "opvolger": v.opvolger,
        "buiten_gemeente": ja_nee(v.buiten_gemeente),
        "bron": v.bron,
        "set": catalogus.set_naam(v.pad),
        "licentie": catalogus.instellingen.licentie,
        "status": v.status,
        "voorbeeld": ja_nee(v.voorbeeld),
        "url": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
    }


def plek(p: Locatie, code: str | None, catalogus: Catalogus) -> dict:
    adres, gebouw = p.adres or Adres(""), p.toegankelijk or Toegankelijk()
    gebied = catalogus.gebieden.get(code or "")
    return {
        "locatie": p.naam,
        "straat": adres.straat,
        "huisnummer": adres.huisnummer,
        "postcode": adres.postcode,
        "plaats": adres.plaats,
        "adres_geheim": ja_nee(p.adres_geheim),
        "lengte": p.punt.lengte if p.punt else "",
        "breedte": p.punt.breedte if p.punt else "",
        "gebied": code,
        "gebied_naam": gebied.naam if gebied else "",
        "openingstijden": spelling(p.openingstijden),
        "openingstijden_woorden": weekzin(p.openingstijden),
        "ter_plaatse": p.ter_plaatse,
        "rolstoel": p.rolstoel,
        "rolstoel_woorden": ROLSTOEL[p.rolstoel or "onbekend"],
        **{f"gebouw_{naam}": getattr(gebouw, naam) for naam in FEITEN_GEBOUW},
    }
