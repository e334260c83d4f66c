"""Wat de balie en het lijstje van een voorziening laten zien, in kleine bestanden; en eenmaal de functies en de
wijkteams.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from generator.betekenis.actueel import oud_na
from generator.betekenis.leeftijden import leeftijdtekst
from generator.betekenis.opvolging import Vroeger, opvolger_van, vroegere
from generator.betekenis.talen import taalnaam
from generator.betekenis.tijdtekst import weekzin
from generator.betekenis.vandaag import standcode_van, wachttijd_tot
from generator.betekenis.woorden import KOSTEN, TOEGANG
from generator.json_tekst import als_bestand, gevuld
from generator.model import Catalogus, Functie, Locatie, Voorziening
from generator.opmaak import gewone_datum, gewone_tekst
from generator.paginas.vinden.balieadressen import BASIS, aantal_vakken, vak, van_vak
from generator.uitvoer import Inhoud
from generator.uitvoer.stukken import ALTIJD, Stukken, groep_van_stukken, sleutel_van

EERSTE_GESPREK = "vraagverheldering"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    """(pad, tekst): basis.json en per vak een bestand {id: ingang}."""
    aantal = aantal_vakken(catalogus)
    vakken: dict[int, list[Voorziening | Vroeger]] = defaultdict(list)
    alle: list[Voorziening | Vroeger] = [*catalogus.voorzieningen.values(), *vroegere(catalogus)]
    for v in alle:
        vakken[vak(v.id, aantal)].append(v)
    for nummer in range(aantal):
        yield van_vak(nummer), _vak(vakken[nummer], catalogus)
    yield BASIS, partial(_basis, aantal, catalogus)


def _vak(rij: list[Voorziening | Vroeger], catalogus: Catalogus) -> Stukken:
    """Wat niet meer bestaat noemt een andere ingang, en wordt daarom elke keer gemaakt."""
    sleutels = [ALTIJD if isinstance(v, Vroeger) or v.status == "gesloten" else sleutel_van(v, catalogus) for v in rij]
    return groep_van_stukken([v.id for v in rij], sleutels, lambda i: _ingang(rij[i], catalogus))


def _ingang(v: Voorziening | Vroeger, catalogus: Catalogus) -> dict:
    return vroegere_ingang(v) if isinstance(v, Vroeger) else ingang(v, catalogus)


def _basis(aantal: int, catalogus: Catalogus) -> bytes:
    bekend = catalogus.voorzieningen
    return als_bestand(
        {
            "stand": gewone_datum(catalogus.peildatum),
            "vakken": aantal,
            "teams": wijkteams(catalogus),
            "wijken": wijken(catalogus),
            "toegang": {g.code: g.toegangspunt for g in catalogus.gemeenten if g.toegangspunt in bekend},
            "functies": {f.id: functie(f) for f in catalogus.functies.values()},
        }
    )


def vroegere_ingang(oud: Vroeger) -> dict:
    """Wat een lijstje van vroeger nog kent: waar het nu staat, of dat het er niet meer is."""
    if oud.nu:
        return {"verhuisd": oud.nu.id}
    return {"naam": oud.naam or oud.id, "functies": list(oud.functies), "gesloten": True}


def ingang(v: Voorziening, catalogus: Catalogus) -> dict:
    """Een voorziening voor wie haar aan de telefoon voorleest, met de namen van de YAML; lege velden ontbreken.

    Tijden staan er als zin; `stand` is de code voor stand.js. Wat van de dag afhangt heeft zijn laatste dag erbij.
    """
    organisatie = catalogus.organisaties.get(v.organisatie or "")
    if v.status == "gesloten":
        opvolger = opvolger_van(v, catalogus)
        return gevuld(
            {
                "naam": v.naam,
                "functies": list(v.functies),
                "organisatie": organisatie.naam if organisatie else None,
                "gesloten": True,
                "op": gewone_datum(v.gecontroleerd.op),
                "opvolger": [opvolger.id, opvolger.naam] if opvolger else None,
            }
        )
    return gevuld(
        {
            "naam": v.naam,
            "samenvatting": v.samenvatting,
            "functies": list(v.functies),
            "organisatie": organisatie.naam if organisatie else None,
            "telefoon": v.contact.telefoon,
            "telefoontijden": weekzin(v.contact.telefoontijden, catalogus.peildatum),
            "telefoons": [
                gevuld(
                    {
                        "telefoon": t.telefoon,
                        "naam": t.naam,
                        "tijden": weekzin(t.tijden, catalogus.peildatum),
                        "keuze": t.keuze,
                        "tarief": t.tarief,
                    }
                )
                for t in v.contact.telefoons
            ],
            "email": v.contact.email,
            "website": v.contact.website,
            "chat": v.contact.chat,
            "chattijden": weekzin(v.contact.chattijden, catalogus.peildatum),
            "stand": standcode_van(v, catalogus),
            "plekken": [plek(p, catalogus.gebied_van(v, i), catalogus) for i, p in enumerate(v.locaties)],
            "toegang": TOEGANG[v.toegang.hoe].kort,
            "uitleg": v.toegang.uitleg,
            "professional": v.toegang.professional,
            "meenemen": list(v.toegang.meenemen),
            "kosten": KOSTEN[v.kosten.soort] if v.kosten else None,
            "kostentoelichting": v.kosten.toelichting if v.kosten else None,
            "voor_wie": v.voor_wie,
            "leeftijd": leeftijdtekst(v.leeftijd) or None,
            "niet_voor": v.niet_voor,
            "talen": [taalnaam(t) for t in v.talen if t != "nl"],
            "tolk": v.tolk,
            "wachttijd": [
                f"{v.wachttijd.tekst} (nagevraagd op {gewone_datum(v.wachttijd.op)})",
                str(wachttijd_tot(v.wachttijd)),
            ]
            if v.wachttijd
            else None,
            "tijdelijk": [
                [f"Van {gewone_datum(t.van)} tot en met {gewone_datum(t.tot)}: {t.tekst}", str(t.tot)]
                for t in v.tijdelijk
                if t.tot >= catalogus.peildatum
            ],
            "op": gewone_datum(v.gecontroleerd.op),
            "oud_na": str(oud_na(v, catalogus)) if v.gecontroleerd.nagelezen else None,
            "nagelezen": None if v.gecontroleerd.nagelezen else "nee",
            "voorbeeld": v.voorbeeld,
        }
    )


def plek(p: Locatie, code: str | None, catalogus: Catalogus) -> dict:
    adres = ", ".join(filter(None, (p.adres.straatregel, p.adres.plaatsregel))) if p.adres else ""
    gebied = catalogus.gebieden.get(code or "")
    return gevuld(
        {
            "naam": p.naam,
            "adres": "geheim" if p.adres_geheim else adres,
            "wijk": gebied.naam if gebied else None,
            "code": code,
            "openingstijden": weekzin(p.openingstijden, catalogus.peildatum),
            "ter_plaatse": p.ter_plaatse,
            "rolstoel": p.rolstoel if p.rolstoel != "onbekend" else None,
        }
    )


def functie(f: Functie) -> dict:
    """Wat de balie van een functie nodig heeft: de uitleg, hoe iemand het aanvraagt en wat zij eerst vraagt."""
    return gevuld(
        {
            "naam": f.naam,
            "uitleg": gewone_tekst(f.uitleg.bron),
            "aanvragen": f.aanvragen,
            "vragen": list(f.vragen),
            "besluit": f.besluit,
        }
    )


def wijken(catalogus: Catalogus) -> list[tuple[str, str, str, str, str]]:
    """(code, naam, code van de gemeente, naam van de gemeente, pad) van elke wijk; de eigen gemeente eerst."""
    eigen = catalogus.instellingen.gemeente
    return [
        (w.code, w.naam, g.code, g.naam, f"gebieden/{g.slug}/{w.slug}/")
        for g in sorted(catalogus.gemeenten, key=lambda g: g.code != eigen)
        for w in g.wijken
    ]


def wijkteams(catalogus: Catalogus) -> dict[str, str]:
    """Per wijk de voorziening die haar team is: uit de eigen indeling, of anders wie daar het eerste gesprek voert."""
    uit: dict[str, str] = {}
    for v in catalogus.per_functie.get(EERSTE_GESPREK, ()):
        for code in v.werkgebied:
            if code.startswith("WK"):
                uit.setdefault(code, v.id)
    for gemeente in catalogus.gemeenten:
        for deel in gemeente.indeling:
            if deel.team in catalogus.voorzieningen:
                uit |= dict.fromkeys(deel.codes, deel.team)
    return uit
