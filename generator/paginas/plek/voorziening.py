"""De pagina van een voorziening: eerst wat iemand met haast nodig heeft, dan de rest."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from html import unescape
from types import SimpleNamespace

from markupsafe import Markup

from generator.betekenis.bereiken import alleen_een_site, toegangszin, via
from generator.betekenis.leeftijden import leeftijdtekst
from generator.betekenis.meldwegen import klopt_link, mailsjabloon, meldmail, wijzig_link
from generator.betekenis.opvolging import opvolger_van
from generator.betekenis.schemaorg import ding_van
from generator.betekenis.talen import taalnaam
from generator.betekenis.tijden import CHAT, DEUR, TELEFOON
from generator.betekenis.tijdtekst import weekzin
from generator.betekenis.vandaag import wachttijd_tot
from generator.betekenis.woorden import DOELGROEPEN, FEITEN_GEBOUW, KOSTEN, ROLSTOEL, SCHALEN, TOEGANG
from generator.geschiedenis.berichten import van_ding
from generator.model import Catalogus, Locatie, Voorziening
from generator.paginas import Pagina
from generator.paginas.gebied.activiteiten import bij_plek, bladen_bij
from generator.paginas.gemeen.snelweg import is_gevoelig
from generator.paginas.kennis.begripslinks import linker
from generator.paginas.plek.kaartadressen import grenzen_bij, van_plek
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.plek.meenemen import agenda_bij, visitekaart_van
from generator.paginas.plek.tijdvakken import tijdvak
from generator.voorraad import vingerafdruk

MEESTE_VERANDERINGEN = 10
_ELEMENT = re.compile(r"<!--.*?-->|<[^>]*>", re.S)
HALF_VEL = 1400  # letters; met meer gaat een ingang in het klein op een half A4
SCRIPTS = ("gemeen/standblad.js", "lijstje/knop.js", "plek/voorlees.js")


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for v in catalogus.voorzieningen.values():
        yield pagina_van(v, catalogus, kaartjes)


def pagina_van(v: Voorziening, catalogus: Catalogus, kaartjes: Kaartjes) -> Pagina:
    op_kaart = any(p.punt for p in plekken_van(v))
    return Pagina(
        f"voorzieningen/{v.id}/",
        "plek/voorziening.html",
        v.naam,
        v.samenvatting,
        partial(context, v, catalogus, kaartjes),
        kruimels(v, catalogus),
        in_sitemap=v.status == "actief",
        scripts=(*SCRIPTS, "kaart/start.js") if op_kaart else SCRIPTS,
        snel_weg=is_gevoelig(v.functies, catalogus),
        eerst_stand=True,
        afdruk=partial(afdruk, v, catalogus, kaartjes),
        gewijzigd=v.gecontroleerd.op,
        velden=partial(zoekvelden, v, catalogus),
    )


def zoekvelden(v: Voorziening, catalogus: Catalogus) -> tuple[tuple[str, str], ...]:
    """Wat een zoekdienst apart kan laten zien. Geen stand: die hangt af van het uur waarop iemand kijkt."""
    codes = dict.fromkeys(catalogus.gebied_van(v, i) for i in range(len(plekken_van(v))))
    wijken = ", ".join(catalogus.gebieden[c].naam for c in codes if c in catalogus.gebieden)
    deur = "; ".join(filter(None, (weekzin(p.openingstijden, catalogus.peildatum) for p in plekken_van(v))))
    velden = {
        "soort": "Plek of dienst" if v.status == "actief" else "Bestaat niet meer",
        "telefoon": (v.contact.telefoon if v.status == "actief" else "") or "",
        "telefoontijden": weekzin(v.contact.telefoontijden, catalogus.peildatum),
        "openingstijden": deur,
        "wijk": wijken,
        "nagekeken": str(v.gecontroleerd.op),
    }
    return tuple((naam, waarde) for naam, waarde in velden.items() if waarde)


def plekken_van(v: Voorziening) -> tuple[Locatie, ...]:
    """Waar iemand terechtkan; wat gesloten is, heeft geen plek meer, net als in de open data."""
    return v.locaties if v.status == "actief" else ()


def kruimels(v: Voorziening, catalogus: Catalogus) -> tuple[tuple[str, str], ...]:
    themas = catalogus.themas_van(v)
    thema = catalogus.themas.get(themas[0]) if themas else None
    return ((thema.naam, f"themas/{thema.id}/"),) if thema else ()


def afdruk(v: Voorziening, catalogus: Catalogus, kaartjes: Kaartjes) -> str:
    """Waar deze pagina van afhangt: haar eigen bestand en dat van elke andere ingang die erop staat, met de afstand."""
    if v.id not in catalogus.afdrukken:
        return ""
    opvolger, dichtbij = opvolger_van(v, catalogus), kaartjes.dichtbij(v)
    genoemd = [
        v.id,
        v.hoort_bij or v.id,
        v.opvolger or v.id,
        opvolger.id if opvolger else v.id,
        *v.toegang.via,
        *(kaartje.id for kaartje, _ in dichtbij),
    ]
    geschiedenis = [f"{b.sleutel} {b.kop} {b.zinnen}" for b in van_ding(catalogus, "voorziening", v.id)]
    return vingerafdruk(
        *(catalogus.afdrukken[id_] for id_ in genoemd), *(afstand for _, afstand in dichtbij), *geschiedenis
    )


def context(v: Voorziening, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    """Alles wat het sjabloon nodig heeft, zonder dat het nog iets hoeft uit te rekenen."""
    opvolger = opvolger_van(v, catalogus)
    return {
        "v": v,
        "veranderingen": van_ding(catalogus, "voorziening", v.id)[:MEESTE_VERANDERINGEN],
        "uit_set": catalogus.sets.get(v.pad),
        "ding": ding_van(v, catalogus),
        "adres": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
        "eigen": kaartjes.op_id[v.id],
        "plekken": [plek_context(v, i, plek, catalogus) for i, plek in enumerate(plekken_van(v))],
        "telefoon": tijdvak(TELEFOON, v.contact.telefoontijden, v, catalogus),
        "chat": tijdvak(CHAT, v.contact.chattijden, v, catalogus),
        "eerste_nummer": next((t for t in v.contact.telefoons if t.telefoon == v.contact.telefoon), None),
        "nummers": [
            (t, tijdvak(TELEFOON, t.tijden, v, catalogus))
            for t in v.contact.telefoons
            if t.telefoon != v.contact.telefoon
        ],
        "tekst": (tekst := leesbaar(v, catalogus)),
        "druk_vol": vult_half_vel(v, tekst, catalogus),
        "toegang_kort": TOEGANG[v.toegang.hoe].kort,
        "via": via(v, catalogus),
        "hulp_bij_site": catalogus.functies.get("digitale-hulp") if alleen_een_site(v) else None,
        "kosten_kort": KOSTEN[v.kosten.soort] if v.kosten else "",
        "organisatie": catalogus.organisaties.get(v.organisatie or ""),
        "functies": [catalogus.functies[f] for f in v.functies],
        "themas": [catalogus.themas[t] for t in catalogus.themas_van(v) if t in catalogus.themas],
        "werkgebied": werkgebied(v, catalogus),
        "schaal": schaal(v),
        "talen": ", ".join(map(taalnaam, v.talen)),
        "mededelingen": [t for t in v.tijdelijk if t.tot >= catalogus.peildatum and v.status == "actief"],
        "wachttijd_tot": wachttijd_tot(v.wachttijd)
        if v.wachttijd and wachttijd_tot(v.wachttijd) >= catalogus.peildatum
        else None,
        "te_doen": (te_doen := bij_plek(v, catalogus)),
        "kaart_mee": visitekaart_van(v),
        "agenda_mee": agenda_bij(v, catalogus),
        "te_doen_bladen": bladen_bij(v, catalogus) if te_doen else [],
        "jaar_na": v.gecontroleerd.op + timedelta(days=365),
        "dichtbij": kaartjes.dichtbij(v),
        "mail": meldmail(catalogus.instellingen),
        "mailsjabloon": mailsjabloon(catalogus.instellingen, v),
        "ontvanger": catalogus.instellingen.melden.ontvanger,
        "klopt_kan": v.status == "actief" and catalogus.instellingen.melden.ontvanger,
        "klopt_link": klopt_link(catalogus.instellingen, v)
        if v.status == "actief" and not catalogus.instellingen.melden.ontvanger
        else "",
        "wijzig_link": wijzig_link(catalogus.instellingen, v.pad),
        "hoort_bij": kaartjes.op_id.get(v.hoort_bij or ""),
        "opvolger": kaartjes.op_id[opvolger.id] if opvolger else None,
        "kaart_adres": van_plek(v.id) if any(plek.punt for plek in plekken_van(v)) else "",
        "grenzen_adres": grenzen_bij(v, catalogus),
    }


def leesbaar(v: Voorziening, catalogus: Catalogus) -> SimpleNamespace:
    """De teksten van een ingang, met een leeswijzer bij de moeilijke woorden: elk woord een keer, van boven naar onder."""
    woorden, gezien = linker(catalogus.kennis.begrippen), set[str]()

    def wijs(tekst: str | None) -> Markup:
        return woorden.tekst(tekst or "", "../../", gezien)

    return SimpleNamespace(
        omschrijving=woorden.html(v.omschrijving.html if v.omschrijving else "", "../../", gezien),
        voor_wie=wijs(v.voor_wie or doelgroepzin(v)),
        niet_voor=wijs(v.niet_voor),
        leeftijd=leeftijdtekst(v.leeftijd),
        toegang_zin=wijs(toegangszin(v, catalogus)),
        toegang=wijs(v.toegang.uitleg),
        meenemen=[wijs(m) for m in v.toegang.meenemen],
        kosten=wijs(v.kosten.toelichting if v.kosten else ""),
    )


def vult_half_vel(v: Voorziening, tekst: SimpleNamespace, catalogus: Catalogus) -> bool:
    """Of er op papier veel komt, geteld in letters; een adres of nummer met wat eromheen telt voor een vaste lengte."""
    deuren = [weekzin(p.openingstijden, catalogus.peildatum) + (p.ter_plaatse or "") for p in plekken_van(v)]
    tijden = [v.contact.telefoontijden, *(t.tijden for t in v.contact.telefoons[1:])]
    lijnen = [weekzin(t, catalogus.peildatum) for t in tijden]
    stukken = (*vars(tekst).values(), v.samenvatting, *deuren, *lijnen, *(t.tekst for t in v.tijdelijk))
    delen = [deel or "" for stuk in stukken for deel in ([stuk] if isinstance(stuk, str) else stuk)]
    vast = 120 * len(deuren) + 60 * (len(lijnen) - 1 + len(v.tijdelijk))
    if sum(map(len, delen)) + vast <= HALF_VEL:  # met de opmaak erbij al te weinig
        return False
    return sum(len(zonder_opmaak(deel)) for deel in delen) + vast > HALF_VEL


def zonder_opmaak(deel: str) -> str:
    """De tekst van een stuk HTML, zoals striptags haar geeft."""
    kaal = _ELEMENT.sub("", deel) if "<" in deel else deel
    return unescape(" ".join(kaal.split()))


def plek_context(v: Voorziening, nummer: int, plek: Locatie, catalogus: Catalogus) -> SimpleNamespace:
    code = catalogus.gebied_van(v, nummer)
    gebied = catalogus.gebieden.get(code or "")
    adres = plek.adres
    return SimpleNamespace(  # geen dict: daarin vindt Jinja2 een naam pas na een mislukte poging
        naam=plek.naam,
        adres=adres,
        geheim=plek.adres_geheim,
        punt=plek.punt,
        rolstoel=ROLSTOEL[plek.rolstoel or "onbekend"],
        feiten=gebouwfeiten(plek),
        straatregel=adres.straatregel if adres else "",
        plaatsregel=adres.plaatsregel if adres else "",
        tijden=tijdvak(DEUR, plek.openingstijden, v, catalogus),
        ter_plaatse=plek.ter_plaatse,
        gebied=gebied,
        gebied_pad=gebied_pad(gebied.code, catalogus) if gebied else "",
        route=route(plek),
    )


def gebouwfeiten(plek: Locatie) -> list[tuple[str, bool, str]]:
    """(naam, is het zo, in woorden) van wat over het gebouw bekend is; wat er is eerst."""
    bekend = (
        [(naam, getattr(plek.toegankelijk, naam), feit) for naam, feit in FEITEN_GEBOUW.items()]
        if plek.toegankelijk
        else []
    )
    uit = [
        (naam, stand == "ja", feit.ja if stand == "ja" else feit.nee)
        for naam, stand, feit in bekend
        if stand in ("ja", "nee")
    ]
    return sorted(uit, key=lambda f: not f[1])


def doelgroepzin(v: Voorziening) -> str:
    """De doelgroepen als zin, voor een ingang zonder eigen woorden daarvoor: 'Voor ouders en kinderen.'"""
    woorden = [DOELGROEPEN[d] for d in v.doelgroepen]
    if not woorden:
        return ""
    return f"Voor {' en '.join(filter(None, (', '.join(woorden[:-1]), woorden[-1])))}."


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
        return SCHALEN["landelijk"].zin
    if any(code.startswith("RG") for code in v.werkgebied):
        return SCHALEN["regionaal"].zin
    # WK015004 en BU01500401 liggen in GM0150.
    return SCHALEN["bovenlokaal" if len({code[2:6] for code in v.werkgebied}) > 1 else "lokaal"].zin
