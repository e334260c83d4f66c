"""Het visitekaartje en de agenda van een plek: een ander programma leest er hetzelfde uit als op de site staat."""

import random
import re

from icalendar import Calendar
from icalendar.parser import Contentline
from proefmap import GELDLOKET, lees, maak_goede_map, vervang

from generator.paginas.plek.meenemen import agenda_bij, visitekaart_van
from generator.uitvoer import meenemen


def lees_kaartje(tekst: str) -> dict[str, list[str]]:
    """Een eigen lezer: regels uitgevouwen, de eigenschap zonder haar parameters, de waarde zonder schuine strepen."""
    uit: dict[str, list[str]] = {}
    for regel in tekst.replace("\r\n ", "").split("\r\n")[:-1]:
        naam, _, waarde = regel.partition(":")
        uit.setdefault(naam.partition(";")[0], []).append(waarde)
    return uit


def kaal(waarde: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], waarde)


def delen(waarde: str) -> list[str]:
    return [kaal(deel) for deel in re.split(r"(?<!\\);", waarde)]


def test_elk_kaartje_zegt_wat_op_de_pagina_staat(voorbeeldsite, catalogus):
    bestanden = dict(meenemen.maak(catalogus))
    for v in catalogus.voorzieningen.values():
        pad, pagina = visitekaart_van(v), (voorbeeldsite / f"voorzieningen/{v.id}/index.html").read_text("utf-8")
        assert (f'href="../../{pad}" download' in pagina) is bool(pad)
        if not pad:
            assert v.status == "gesloten" or not (v.contact.telefoon or v.contact.email or v.contact.website), v.id
            continue
        tekst = (voorbeeldsite / pad).read_bytes().decode()
        assert tekst == bestanden[pad]() and all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))
        kaart = lees_kaartje(tekst)
        assert (kaart["BEGIN"], kaart["VERSION"], kaart["END"]) == (["VCARD"], ["3.0"], ["VCARD"])
        assert kaal(kaart["FN"][0]) == v.naam and delen(kaart["N"][0]) == [v.naam, "", "", "", ""]
        nummers = [v.contact.telefoon, *(t.telefoon for t in v.contact.telefoons)]
        assert list(map(kaal, kaart.get("TEL", []))) == list(dict.fromkeys(filter(None, nummers)))
        assert list(map(kaal, kaart.get("EMAIL", []))) == list(filter(None, [v.contact.email]))
        adressen = [(p.adres.straatregel, p.adres.plaats) for p in v.locaties if p.adres and not p.adres_geheim]
        assert [(d[2], d[3]) for d in map(delen, kaart.get("ADR", []))] == adressen
        assert ("verzonnen" in kaart["NOTE"][0]) is v.voorbeeld


def test_leestekens_regels_en_een_geheim_adres_breken_niets(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    vervang(map_, GELDLOKET, "naam: Geldloket Noord", 'naam: "Geld; en, loket"')
    catalogus, verslag = lees(map_)
    assert catalogus is not None, verslag.als_tekst()
    v = catalogus.voorzieningen["geldloket"]
    kaart = lees_kaartje(meenemen.visitekaart(v, catalogus))
    assert kaal(kaart["FN"][0]) == v.naam and delen(kaart["N"][0]) == [v.naam, "", "", "", ""]


def test_een_regel_vouwt_als_in_de_bibliotheek_waar_hij_ook_breekt():
    toeval = random.Random(4)
    for lengte in [*range(60, 80), *(toeval.randrange(400) for _ in range(2000))]:
        regel = "".join(toeval.choices("ab ;\\^é€😀", k=lengte))
        assert meenemen.gevouwen(regel) == Contentline(regel).to_ical().decode(), regel


def test_een_schuilplek_staat_niet_op_haar_kaartje(catalogus):
    geheim = [v for v in catalogus.voorzieningen.values() if any(p.adres_geheim for p in v.locaties)]
    assert geheim
    for v in geheim:
        kaart = lees_kaartje(meenemen.visitekaart(v, catalogus))
        assert len(kaart.get("ADR", [])) == sum(bool(p.adres) and not p.adres_geheim for p in v.locaties)
        assert "GEO" not in kaart or any(p.punt and not p.adres_geheim for p in v.locaties)


def test_de_agenda_van_een_plek_heeft_haar_activiteiten(voorbeeldsite, catalogus):
    met = {v.id: pad for v in catalogus.voorzieningen.values() if (pad := agenda_bij(v, catalogus))}
    plekken = {a.plek for a in catalogus.activiteiten if a.plek}
    assert met and set(met) <= plekken
    for id_, pad in met.items():
        agenda = Calendar.from_ical((voorbeeldsite / pad).read_bytes())
        namen = {str(deel["summary"]) for deel in agenda.walk("VEVENT")}
        assert namen <= {a.naam for a in catalogus.activiteiten if a.plek == id_}
        pagina = (voorbeeldsite / f"voorzieningen/{id_}/index.html").read_text("utf-8")
        assert pad in pagina or 'id="te-doen"' not in pagina
