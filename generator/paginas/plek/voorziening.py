"""De pagina van een voorziening: eerst wat iemand met haast nodig heeft, dan de rest."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial
from types import SimpleNamespace
from urllib.parse import quote

from generator.json_tekst import als_json
from generator.model import DAGEN, Catalogus, Locatie, Tijden, Voorziening
from generator.opmaak import dagregels, gewone_datum, tijden_voor_browser
from generator.paginas import Pagina
from generator.paginas.gemeen.snelweg import is_gevoelig
from generator.paginas.plek.kaartadressen import grenzen_bij, van_plek
from generator.paginas.plek.kaartjes import KOSTEN_KORT, TOEGANG_KORT, Kaartje, Kaartjes, is_verouderd
from generator.schema import TALEN
from generator.voorraad import vingerafdruk

SCRIPTS = ("plek/voorziening.js", "lijstje/knop.js")

TOEGANG_ZIN = {
    "vrij": "U kunt zo naar binnen of bellen. U hebt geen verwijzing nodig.",
    "aanmelden": "Meld u eerst aan. U hebt geen verwijzing nodig.",
    "melding_gemeente": "U vraagt dit aan bij de gemeente. Zij kijkt samen met u wat nodig is.",
    "verwijzing": "U hebt een verwijzing nodig, bijvoorbeeld van de huisarts.",
    "indicatie": "U hebt een indicatie nodig. Dat is een besluit dat u recht hebt op deze hulp.",
    "spoed": "Dit is voor als het niet kan wachten.",
}

DOELGROEP_WOORD = {"beperking": "mensen met een beperking", "nieuwkomers": "mensen die nieuw in Nederland zijn"}


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for v in catalogus.voorzieningen.values():
        dichtbij = kaartjes.dichtbij(v)
        op_kaart = any(p.punt for p in plekken_van(v))
        yield Pagina(f"voorzieningen/{v.id}/", "plek/voorziening.html", v.naam, v.samenvatting,
                     partial(context, v, catalogus, kaartjes, dichtbij), kruimels(v, catalogus), in_sitemap=v.status == "actief",
                     scripts=(*SCRIPTS, "kaart/start.js") if op_kaart else SCRIPTS, snel_weg=is_gevoelig(v.functies, catalogus),
                     afdruk=afdruk(v, dichtbij, catalogus))


def plekken_van(v: Voorziening) -> tuple[Locatie, ...]:
    """Waar iemand terechtkan; wat gesloten is, heeft geen plek meer, net als in de open data."""
    return v.locaties if v.status == "actief" else ()


def kruimels(v: Voorziening, catalogus: Catalogus) -> tuple[tuple[str, str], ...]:
    themas = catalogus.themas_van(v)
    thema = catalogus.themas.get(themas[0]) if themas else None
    return ((thema.naam, f"themas/{thema.id}/"),) if thema else ()


def afdruk(v: Voorziening, dichtbij: list[tuple[Kaartje, str]], catalogus: Catalogus) -> str:
    """Waar deze pagina van afhangt: haar eigen bestand en dat van elke andere ingang die erop staat, met de afstand."""
    if v.id not in catalogus.afdrukken:
        return ""
    genoemd = [v.id, v.hoort_bij or v.id, *(kaartje.id for kaartje, _ in dichtbij)]
    return vingerafdruk(*(catalogus.afdrukken[id_] for id_ in genoemd), *(afstand for _, afstand in dichtbij))


def context(v: Voorziening, catalogus: Catalogus, kaartjes: Kaartjes, dichtbij: list[tuple[Kaartje, str]]) -> dict:
    """Alles wat het sjabloon nodig heeft, zonder dat het nog iets hoeft uit te rekenen."""
    peildatum = catalogus.peildatum
    return {
        "v": v,
        "plekken": [plek_context(v, i, plek, catalogus) for i, plek in enumerate(plekken_van(v))],
        "telefoonregels": dagregels(v.contact.telefoontijden) if v.contact.telefoontijden else [],
        "open_tijden": als_kenmerk(open_tijden(v, peildatum)),
        "dienstnamen": ", ".join(catalogus.functies[f].naam for f in v.functies[:2]),
        "lange_naam": max(map(len, v.naam.split())) > 22,
        "voor_wie": v.voor_wie or doelgroepzin(v),
        "toegang_kort": TOEGANG_KORT[v.toegang.hoe],
        "toegang_zin": TOEGANG_ZIN[v.toegang.hoe],
        "kosten_kort": KOSTEN_KORT[v.kosten.soort] if v.kosten else "",
        "organisatie": catalogus.organisaties.get(v.organisatie),
        "functies": [catalogus.functies[f] for f in v.functies],
        "themas": [catalogus.themas[t] for t in catalogus.themas_van(v) if t in catalogus.themas],
        "werkgebied": werkgebied(v, catalogus), "schaal": schaal(v),
        "talen": ", ".join(TALEN[t] for t in v.talen),
        "tijdelijk": v.tijdelijk if v.tijdelijk and v.tijdelijk.tot >= peildatum else None,
        "wachttijd": v.wachttijd if v.wachttijd and peildatum - v.wachttijd.op <= timedelta(days=60) else None,
        "verouderd": is_verouderd(v, peildatum),
        "ouder_dan_jaar": peildatum - v.gecontroleerd.op > timedelta(days=365),
        "dichtbij": dichtbij,
        "meld_link": meld_link(v, catalogus),
        "hoort_bij": kaartjes.op_id.get(v.hoort_bij),
        "kaart_adres": van_plek(v.id) if any(plek.punt for plek in plekken_van(v)) else "", "grenzen_adres": grenzen_bij(v, catalogus),
    }


def plek_context(v: Voorziening, nummer: int, plek: Locatie, catalogus: Catalogus) -> SimpleNamespace:
    code = catalogus.gebied_van(v, nummer)
    gebied = catalogus.gebieden.get(code)
    adres = plek.adres
    return SimpleNamespace(  # geen dict: daarin vindt Jinja2 een naam pas na een mislukte poging
        naam=plek.naam, adres=adres, geheim=plek.adres_geheim, punt=plek.punt, rolstoel=plek.rolstoel,
        straatregel=adres.straatregel if adres else "", plaatsregel=adres.plaatsregel if adres else "",
        tijden=tijden_voor_browser(plek.openingstijden),
        regels=dagregels(plek.openingstijden) if plek.openingstijden else [],
        schema_tijden=schema_tijden(plek.openingstijden),
        toelichting=plek.openingstijden.toelichting if plek.openingstijden else None,
        gebied=gebied, gebied_pad=gebied_pad(code, catalogus) if gebied else "",
        route=route(plek),
    )


def als_kenmerk(tijden: dict) -> str:
    """Tijden als JSON voor data-tijden; leeg als er niets bekend is."""
    return als_json(tijden) if tijden else ""


def open_tijden(v: Voorziening, peildatum: date) -> dict:
    """De tijden voor de stand bovenaan: van de eerste plek, anders van de telefoon; niets zolang iets tijdelijk anders is."""
    if v.tijdelijk and v.tijdelijk.van <= peildatum <= v.tijdelijk.tot:
        return {}
    return tijden_voor_browser(v.locaties[0].openingstijden if v.locaties else None) or tijden_voor_browser(v.contact.telefoontijden)


def doelgroepzin(v: Voorziening) -> str:
    """De doelgroepen als zin, voor een ingang zonder eigen woorden daarvoor: 'Voor ouders en kinderen.'"""
    woorden = [DOELGROEP_WOORD.get(d, d) for d in v.doelgroepen]
    if not woorden:
        return ""
    return f"Voor {' en '.join(filter(None, (', '.join(woorden[:-1]), woorden[-1])))}."


def schema_tijden(tijden: Tijden | None) -> list[str]:
    """Openingstijden zoals schema.org ze schrijft: 'Mo 09:00-12:30'; alleen de dagen met vaste tijden."""
    # 24:00 bestaat daar niet.
    dagen = zip(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), DAGEN, strict=True)
    return [f"{dag} {vak.van // 60:02}:{vak.van % 60:02}-{min(vak.tot, 1439) // 60:02}:{min(vak.tot, 1439) % 60:02}"
            for dag, code in dagen if tijden and (regel := getattr(tijden, code)) for vak in regel.tijdvakken]


def gebied_pad(code: str, catalogus: Catalogus) -> str:
    """Het pad van de pagina van een gebied; een buurt gaat naar haar gemeente."""
    gebied = catalogus.gebieden[code]
    gemeente = catalogus.gemeente_op_code[gebied.gemeente]
    return f"gebieden/{gemeente.slug}/" + (f"{gebied.slug}/" if gebied.soort == "wijk" else "")


def route(plek: Locatie) -> str:
    """Een link naar een routeplanner; een geheim adres heeft er geen."""
    if plek.adres_geheim or plek.punt is None:
        return ""
    return f"https://www.openstreetmap.org/directions?to={plek.punt.breedte}%2C{plek.punt.lengte}"


def werkgebied(v: Voorziening, catalogus: Catalogus) -> list[tuple[str, str]]:
    """Het werkgebied als (naam, pad); landelijk heeft geen pad."""
    uit = []
    for code in v.werkgebied:
        if code in catalogus.gebieden:
            uit.append((catalogus.gebieden[code].naam, gebied_pad(code, catalogus)))
        elif code == "landelijk":
            uit.append(("heel Nederland", ""))
    return uit


def schaal(v: Voorziening) -> str:
    """De schaal waarop een voorziening werkt, met de woorden van de papieren en wat dat is."""
    if "landelijk" in v.werkgebied:
        return "landelijk: voor heel Nederland"
    if any(code.startswith("RG") for code in v.werkgebied):
        return "regionaal: voor een hele regio"
    # WK015004 en BU01500401 liggen in GM0150.
    return "bovenlokaal: voor een paar gemeenten" if len({code[2:6] for code in v.werkgebied}) > 1 else "lokaal: binnen één gemeente"


def meld_link(v: Voorziening, catalogus: Catalogus) -> str:
    """Een mailtje aan de redactie met de naam en het adres van deze pagina al ingevuld."""
    adres = catalogus.instellingen.meld_adres
    if not adres:
        return ""
    begin, midden, eind = _melding(f"{catalogus.instellingen.adres}voorzieningen/")
    return (f"mailto:{adres}?subject={quote('Klopt niet: ' + v.naam)}"
            f"&body={begin}{v.id}{midden}{quote(gewone_datum(v.gecontroleerd.op))}{eind}")


@cache
def _melding(adres: str) -> tuple[str, str, str]:
    """De vaste delen van een melding, al geschreven zoals dat in een link moet."""
    return (quote(f"Op de pagina {adres}"), quote("/ klopt iets niet.\nLaatst nagekeken: "), quote(".\n\nDit moet het zijn:\n"))
