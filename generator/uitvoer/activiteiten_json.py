"""Alle activiteiten als JSON, met de keren die komen; de agenda's (.ics) hebben dezelfde."""

from collections.abc import Iterator

from generator.betekenis.activiteiten import VOORUIT, Keer, gaat_door, gebieden_van, keren_van
from generator.betekenis.tijdtekst import als_gegevens, dagregel
from generator.json_tekst import als_json, gevuld
from generator.model import Catalogus
from generator.model.activiteit import Activiteit
from generator.paginas.gebied.activiteiten import agenda_van
from generator.uitvoer.herkomst import over_bestand

BESTAND = "data/activiteiten.json"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    lijst = [als_dict(a, catalogus) for a in catalogus.activiteiten if gaat_door(a, catalogus)]
    kop = {**over_bestand(catalogus, "activiteiten"), "peildatum": str(catalogus.peildatum), "aantal": len(lijst)}
    yield BESTAND, als_json({**kop, "activiteiten": lijst}) + "\n"


def als_dict(a: Activiteit, catalogus: Catalogus) -> dict:
    """Een activiteit met de namen van de YAML; lege velden ontbreken. `gebied` zijn altijd wijken."""
    wijken = [
        (gemeente, wijk)
        for gemeente in catalogus.gemeenten
        for wijk in gemeente.wijken
        if wijk.code in gebieden_van(a, catalogus)
    ]
    basis = catalogus.instellingen.adres
    uit = {
        "id": a.id,
        "naam": a.naam,
        "plek": a.plek,
        "waar": a.waar,
        "gebied": [wijk.code for _, wijk in wijken],
        "op": a.op and str(a.op),
        "tijd": a.tijd and dagregel(a.tijd),
        "tijden": als_gegevens(a.tijden),
        "tekst": a.tekst,
        "kosten": a.kosten,
        "aanmelden": a.aanmelden,
        "voorbeeld": a.voorbeeld,
        "bron": a.bron,
        "url": a.plek and f"{basis}voorzieningen/{a.plek}/",
    }
    keren = [keer_als_dict(k) for k in keren_van(a, catalogus, catalogus.peildatum, VOORUIT)]
    return {**gevuld(uit), "agendas": [f"{basis}{agenda_van(g, wijk)}" for g, wijk in wijken], "keren": keren}


def keer_als_dict(keer: Keer) -> dict:
    """Een keer op de klok in Nederland; een eind na middernacht is de volgende dag."""
    van, tot = (f"{minuten // 60 % 24:02}:{minuten % 60:02}" for minuten in (keer.van, keer.tot))
    return {"dag": str(keer.dag), "van": van, "tot": tot, "zeker": keer.zeker}
