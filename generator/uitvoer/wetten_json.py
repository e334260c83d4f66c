"""Wat de wet nu zegt als open data: een record per regel, met artikel, versie, dag van lezen, licentie en bron."""

from collections.abc import Iterator

from generator.betekenis.wetten import artikel
from generator.betekenis.woorden import NIEUWSSTANDEN, WETTEN_NU
from generator.json_tekst import als_json
from generator.model import Catalogus, Functie
from generator.model.wet import Regel, Wet, Wetboek, Wetnieuws, Wetnu
from generator.uitvoer.dataschema import lijst, tekst, voorwerp
from generator.uitvoer.herkomst import over_bestand
from generator.uitvoer.rekenblad import als_csv, ja_nee

BESTAND, BESTAND_CSV = "data/wetten.json", "data/wetten.csv"
# Elke kolom met wat erin staat; beide schema's nemen haar hiervandaan.
KOLOMMEN = {
    "id": "Een vast id zolang deze regel op zijn plek staat.",
    "soort": "Waar de regel staat: 'weg', 'grens' of 'functie'.",
    "onderdeel": "De weg, de grens of de functie, als id.",
    "onderdeelnaam": "De naam daarvan.",
    "deel": "Het deel van de weg: de naam van een stap, 'Wat u mag' of 'Wat het kost'.",
    "zegt": "Wat het artikel zegt, in eigen woorden; bij een functie onder welke wet zij valt, en voor wie.",
    "wet": "Het id van de wet; bij een functie dat van de groep wetten.",
    "wetnaam": "De naam van de wet.",
    "artikel": "Het artikel; leeg als dat niet is aangewezen.",
    "wettekst": "Waar de tekst van de wet staat.",
    "versie_van": "De dag van de versie die gelezen is (JJJJ-MM-DD).",
    "gelezen": "De dag waarop het artikel gelezen is (JJJJ-MM-DD); leeg als dat niet is gebeurd.",
    "nagelezen": "Of een jurist het heeft nagekeken: 'ja' of 'nee'.",
    "url": "De pagina op deze site.",
    "licentie": "De licentie van deze regel.",
    "bron": "Wie deze regel uitgeeft.",
}
_DELEN = (("rechten", "Wat u mag"), ("kosten", "Wat het kost"))
_WET = ("id", "groep", "naam", "uitleg", "adres", "geldig", "gelezen", "nagelezen")
_NIEUWS = ("id", "naam", "stand", "standnaam", "datum", "uitleg", "bron", "adres", "gelezen")


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    boek, records = catalogus.kennis.wetboek, list(rijen(catalogus))
    inhoud = {
        "peildatum": str(catalogus.peildatum),
        "aantal": len(records),
        "let_op": boek.let_op if boek else "",
        "wetten": [wet_als_dict(w) for w in boek.wetten] if boek else [],
        "regels": records,
        "nieuws": [nieuws_als_dict(n) for n in boek.nieuws] if boek else [],
    }
    yield BESTAND, als_json(over_bestand(catalogus, "wetten") | inhoud) + "\n"
    yield BESTAND_CSV, als_csv(KOLOMMEN, (rij.values() for rij in records))


def rijen(catalogus: Catalogus) -> Iterator[dict[str, str]]:
    """Elke regel van een weg, van een grens en van een functie, in die volgorde; elke waarde is tekst."""
    over = {"licentie": catalogus.instellingen.licentie, "bron": catalogus.instellingen.naam}
    adres, boek = catalogus.instellingen.adres, catalogus.kennis.wetboek
    if boek:
        yield from (rij | over for rij in van_wegen(boek, adres))
        yield from (rij | over for rij in van_grenzen(boek, adres))
    yield from (rij | over for f in catalogus.functies.values() for rij in van_functie(f, adres))


def van_wegen(boek: Wetboek, adres: str) -> Iterator[dict[str, str]]:
    for weg in boek.wegen:
        delen = [(s.naam, s.regels) for s in weg.stappen] + [(naam, getattr(weg, veld)) for veld, naam in _DELEN]
        plaats = (weg.id, weg.naam, f"{adres}wetten/{weg.id}/")
        regels = [(deel, regel) for deel, regels in delen for regel in regels]
        for nummer, (deel, regel) in enumerate(regels, 1):
            yield van_regel(f"weg-{weg.id}-{nummer}", "weg", plaats, deel, regel, boek)


def van_grenzen(boek: Wetboek, adres: str) -> Iterator[dict[str, str]]:
    for grens in boek.grenzen:
        plaats = (grens.id, grens.naam, f"{adres}wetten/#grens-{grens.id}")
        for nummer, regel in enumerate(grens.regels, 1):
            yield van_regel(f"grens-{grens.id}-{nummer}", "grens", plaats, "", regel, boek)


def van_regel(id_: str, soort: str, plaats: tuple[str, str, str], deel: str, regel: Regel, boek: Wetboek) -> dict:
    wet = next(w for w in boek.wetten if w.id == regel.wet)
    return {
        "id": id_,
        "soort": soort,
        "onderdeel": plaats[0],
        "onderdeelnaam": plaats[1],
        "deel": deel,
        "zegt": regel.zegt,
        "wet": wet.id,
        "wetnaam": wet.naam,
        "artikel": artikel(regel.artikel),
        "wettekst": wet.adres,
        "versie_van": str(wet.geldig),
        "gelezen": str(wet.gelezen),
        "nagelezen": ja_nee(wet.nagelezen),
        "url": plaats[2],
    }


def van_functie(functie: Functie, adres: str) -> Iterator[dict[str, str]]:
    for nummer, merk in enumerate(functie.wetten_nu, 1):
        naam = WETTEN_NU[merk.wet]
        yield {
            "id": f"functie-{functie.id}-{nummer}",
            "soort": "functie",
            "onderdeel": functie.id,
            "onderdeelnaam": functie.naam,
            "deel": "",
            "zegt": zin_van(functie, naam, merk),
            "wet": merk.wet,
            "wetnaam": naam,
            "artikel": artikel(merk.artikel) if merk.artikel else "",
            "wettekst": "",
            "versie_van": "",
            "gelezen": str(merk.gelezen or ""),
            "nagelezen": ja_nee(merk.nagelezen),
            "url": f"{adres}functies/{functie.id}/",
        }


def zin_van(functie: Functie, wet: str, merk: Wetnu) -> str:
    """Onder welke wet een functie valt, en voor wie als dat niet altijd is."""
    return f"{functie.naam} valt onder: {wet}{f' ({merk.wanneer})' if merk.wanneer else ''}."


def wet_als_dict(wet: Wet) -> dict[str, str]:
    return {naam: _waarde(getattr(wet, naam)) for naam in _WET}


def nieuws_als_dict(nieuws: Wetnieuws) -> dict[str, str]:
    waarden = {naam: _waarde(getattr(nieuws, naam)) for naam in _NIEUWS if naam != "standnaam"}
    return waarden | {"standnaam": NIEUWSSTANDEN[nieuws.stand]}


def _waarde(waarde: object) -> str:
    return ja_nee(waarde) if isinstance(waarde, bool) else "" if waarde is None else str(waarde)


def velden() -> dict[str, dict]:
    """Wat er in het JSON-bestand staat onder de kop, als JSON Schema."""
    regel = {naam: tekst(uitleg) for naam, uitleg in KOLOMMEN.items()}
    regel["soort"] |= {"enum": ["weg", "grens", "functie"]}
    regel["nagelezen"] |= {"enum": ["ja", "nee"]}
    wet, nieuws = ({naam: {"type": "string"} for naam in namen} for namen in (_WET, _NIEUWS))
    return {
        "peildatum": tekst("De dag van deze gegevens.", format="date"),
        "aantal": {"type": "integer", "minimum": 0, "description": "Hoeveel regels het er zijn."},
        "let_op": tekst("Wat een lezer moet weten."),
        "wetten": lijst(voorwerp(wet, list(wet)), "De wetten, met de versie die gelezen is."),
        "regels": lijst(voorwerp(regel, list(regel)), "De regels, elk met artikel en dag van lezen."),
        "nieuws": lijst(voorwerp(nieuws, list(nieuws)), "Wat er verandert, met bron."),
    }
