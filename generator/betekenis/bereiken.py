"""Wat iemand kan doen om ergens terecht te komen, uitgewerkt uit wat de ingang weet: een deur, een nummer of alleen een site."""

from generator.betekenis.woorden import TOEGANG
from generator.model import Catalogus, Locatie, Voorziening

_GEEN_VERWIJZING = "U hebt geen verwijzing nodig."


def heeft_deur(v: Voorziening) -> bool:
    """Of er een adres is waar iemand zo naar binnen kan; een geheim adres en een deur op afspraak tellen niet."""
    return any(plek.adres and not plek.adres_geheim and not _alleen_op_afspraak(plek) for plek in v.locaties)


def mist_punt(v: Voorziening) -> bool:
    """Of er een adres is dat op te zoeken is, en niemand het punt op de kaart erbij zette."""
    return any(
        plek.adres and plek.adres.postcode and plek.adres.huisnummer and not plek.punt and not plek.adres_geheim
        for plek in v.locaties
    )


def _alleen_op_afspraak(plek: Locatie) -> bool:
    dagen = [dag for t in plek.openingstijden for dag in (t.ma, t.di, t.wo, t.do, t.vr, t.za, t.zo) if dag]
    delen = [deel for dag in dagen for deel in dag.delen]
    return bool(delen) and all(deel.afspraak for deel in delen)


def wegen(v: Voorziening) -> list[tuple[str, str]]:
    """(wat u kunt, wat u doet) van elk kanaal dat er is, wie het makkelijkst te bereiken is eerst."""
    contact = v.contact
    kanalen = (
        (contact.telefoon or contact.telefoons, "bellen", "bel"),
        (contact.chat, "chatten", "chat"),
        (contact.email, "mailen", "mail"),
        (contact.website, "op de website kijken", "kijk op de website"),
    )
    return [(kunt, doet) for er_is, kunt, doet in kanalen if er_is]


def alleen_een_site(v: Voorziening) -> bool:
    """Of een website de enige weg is; wie daar moeite mee heeft, moet ergens anders terechtkunnen."""
    return [kan for kan, _ in wegen(v)] == ["op de website kijken"] and not v.locaties


def toegangszin(v: Voorziening, catalogus: Catalogus) -> str:
    """De zin onder 'Hoe werkt het': de weg naar binnen, met alleen wat er echt is."""
    match v.toegang.hoe:
        case "vrij":
            return _vrij(v, catalogus)
        case "aanmelden":
            return _aanmelden(v)
        case "onbekend":
            return _onbekend(v, catalogus)
        case "verwijzing":
            return _verwijzing(v)
    return TOEGANG[v.toegang.hoe].zin


def _vrij(v: Voorziening, catalogus: Catalogus) -> str:
    kunt = [kan for kan, _ in wegen(v) if kan != "op de website kijken"]
    if heeft_deur(v):
        return f"U kunt zo naar binnen{' of bellen' if 'bellen' in kunt else ''}. {_GEEN_VERWIJZING}"
    if kunt:
        return f"U kunt {_of(kunt)}. {_GEEN_VERWIJZING}"
    if v.contact.website:
        return f"Kijk op de website hoe u er terechtkunt. {_GEEN_VERWIJZING}"
    if v.locaties:
        return f"Maak eerst een afspraak. {_GEEN_VERWIJZING}"
    return _zonder_kanaal(v, catalogus)


def _aanmelden(v: Voorziening) -> str:
    doet = [doe for _, doe in wegen(v)]
    return f"Meld u eerst aan{f': {_of(doet)}' if doet else ''}. {_GEEN_VERWIJZING}"


def _onbekend(v: Voorziening, catalogus: Catalogus) -> str:
    doet = [doe for _, doe in wegen(v)]
    return f"Vraag hoe u er terechtkunt: {_of(doet)}." if doet else _zonder_kanaal(v, catalogus)


def _verwijzing(v: Voorziening) -> str:
    """Wie verwijst staat in de uitleg; zonder uitleg is de huisarts het voorbeeld."""
    return "U hebt een verwijzing nodig." if v.toegang.uitleg else TOEGANG["verwijzing"].zin


def _zonder_kanaal(v: Voorziening, catalogus: Catalogus) -> str:
    """Geen deur, nummer of site: dan weet een ander de weg."""
    organisatie = catalogus.organisaties.get(v.organisatie or "")
    bij = [o.naam for o in via(v, catalogus)] or ([organisatie.naam] if organisatie else [])
    return f"Hier staat geen eigen nummer of website. Vraag het bij {_of(bij or ['uw gemeente'])}."


def via(v: Voorziening, catalogus: Catalogus) -> list[Voorziening]:
    """Bij wie iemand de weg hierheen kan vragen."""
    return [catalogus.voorzieningen[id_] for id_ in v.toegang.via if id_ in catalogus.voorzieningen]


def _of(woorden: list[str]) -> str:
    return " of ".join(filter(None, (", ".join(woorden[:-1]), woorden[-1])))


def zonder_weg(v: Voorziening) -> bool:
    """Of niemand hier zelf kan komen: geen nummer, mail, site of chat, en geen deur waarvan bekend is wanneer zij open is."""
    if wegen(v) or v.toegang.via:
        return False
    met_tijden = any(
        plek.openingstijden and not _alleen_op_afspraak(plek)
        for plek in v.locaties
        if plek.adres and not plek.adres_geheim
    )
    return not met_tijden or v.toegang.hoe != "vrij"
