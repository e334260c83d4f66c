"""Activiteiten: wanneer en in welke wijk, het blad voor aan de muur, de agenda eruit, en voorstellen uit een agenda."""

import http.server
import json
import threading
from datetime import date

import pytest
import yaml
from icalendar import Calendar
from proefmap import PEILDATUM, lees, leg_neer, maak_goede_map

from generator.betekenis.activiteiten import keren_bij_plek, keren_in_wijk, per_wijk
from generator.bewerken.agenda import AgendaFout, lees_voorstellen
from generator.cli import voer_uit
from generator.opdrachten import haal
from generator.uitvoer import activiteiten_ics, activiteiten_json
from generator.uitvoer.activiteiten_ics import agenda
from generator.zoeken.motor import Motor

ORGANISATIE = "sociale_kaart/organisaties/stichting-samen.yaml"
BLAD = "/gebieden/voorbeeldstad/oude-stad/activiteiten/"


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def activiteit(map_, id_: str, **velden: object) -> None:
    boom = {"naam": "Koffie", "plek": "buurthuis-zuid", **velden}
    leg_neer(map_, f"sociale_kaart/activiteiten/{id_}.yaml", yaml.safe_dump(boom, allow_unicode=True, sort_keys=False))


def keren(map_, code: str = "WK999902", dagen: int = 35) -> list[tuple]:
    catalogus, verslag = lees(map_)
    assert catalogus is not None, verslag.als_tekst()
    return [(k.activiteit.id, k.dag.isoformat(), k.van, k.zeker) for k in keren_in_wijk(code, catalogus, dagen)]


def test_een_keer_en_vaker(map_):
    activiteit(map_, "eens", op=date(2026, 12, 4), tijd="10:00-12:00")
    activiteit(map_, "vaker", tijden={"di": "eerste 14:00-16:00", "niet_in": ["feestdagen"]})
    activiteit(map_, "voorbij", op=date(2026, 11, 1), tijd="10:00-12:00")
    uit = keren(map_)
    assert ("eens", "2026-12-04", 600, True) in uit and ("vaker", "2026-12-01", 840, True) in uit and len(uit) == 2


def test_op_een_feestdag_is_het_niet_zeker(map_):
    activiteit(map_, "vrijdag", tijden={"vr": "10:00-12:00"})
    assert ("vrijdag", "2026-12-25", 600, False) in keren(map_)


def test_in_welke_wijk(map_):
    activiteit(map_, "plek", op=date(2026, 12, 4), tijd="10:00-12:00")
    activiteit(map_, "overal", op=date(2026, 12, 5), tijd="10:00-12:00", gebied=["GM9999"])
    catalogus, _ = lees(map_)
    wijken = {code: [a.id for a in lijst] for code, lijst in per_wijk(catalogus).items() if code.startswith("WK")}
    assert wijken["WK999902"] == ["overal", "plek"] and wijken["WK999901"] == ["overal"]


def test_bij_een_gesloten_plek_is_niets_te_doen(map_):
    activiteit(map_, "plek", op=date(2026, 12, 4), tijd="10:00-12:00")
    pad = "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml"
    leg_neer(map_, pad, (map_ / pad).read_text() + "status: gesloten\n")
    assert keren(map_) == []


def test_de_agenda_is_elke_bouw_gelijk_en_klopt_in_zomer_en_winter(map_):
    activiteit(map_, "winter", op=date(2026, 12, 4), tijd="22:30-01:00", tekst="Met; komma's, en \\ tekens. " * 5)
    activiteit(map_, "zomer", op=date(2027, 4, 2), tijd="10:00-12:00")
    bestanden = []
    for _ in range(2):
        catalogus, _ = lees(map_)
        wijk = next(w for w in catalogus.gemeenten[0].wijken if w.code == "WK999902")
        bestanden.append(agenda(wijk, catalogus))
    assert bestanden[0] == bestanden[1] and all(len(r.encode()) <= 75 for r in bestanden[0].split("\r\n"))
    een, twee = Calendar.from_ical(bestanden[0]).walk("VEVENT")
    assert een["DTSTART"].dt.isoformat() == "2026-12-04T21:30:00+00:00" and een["DTEND"].dt.hour == 0
    assert twee["DTSTART"].dt.hour == 8 and str(een["DESCRIPTION"]).startswith("Met; komma's, en \\ tekens.")
    assert een["DTSTAMP"].dt.date() == PEILDATUM and een["UID"] != twee["UID"]


def test_een_blad_dat_er_ooit_was_blijft(map_):
    """Op een folder staat misschien het adres; een lege agenda is geen reden om het te breken."""
    from generator.bouw.adressen import huidige_adressen

    activiteit(map_, "eens", op=date(2026, 12, 4), tijd="10:00-12:00")
    opdracht = ["--map", str(map_), "--peildatum", "2026-11-22"]
    assert voer_uit(["adressen", *opdracht]) == 0
    (map_ / "sociale_kaart/activiteiten/eens.yaml").unlink()
    catalogus, verslag = lees(map_)
    assert catalogus is not None, verslag.als_tekst()
    bladen = [a for a in huidige_adressen(catalogus) if "/activiteiten/" in a]
    assert len(bladen) == 2 and voer_uit(["controleer", *opdracht]) == 0


@pytest.mark.browser
def test_wat_voorbij_is_verdwijnt_en_op_papier_staat_de_komende_week(open_blad):
    blad = open_blad(390).ga(f"{BLAD}?nu=2026-12-05T09:00")
    zichtbaar = "[...document.querySelectorAll('[data-dag]')].filter((e) => e.offsetParent).map((e) => e.dataset.dag)"
    scherm = blad.page.evaluate(zichtbaar)
    assert scherm[0] > "2026-12-04" and "2026-12-19" in scherm
    blad.page.emulate_media(media="print")
    assert blad.page.evaluate(zichtbaar) == [d for d in scherm if d < "2026-12-12"] == ["2026-12-11"]
    blad.page.emulate_media(media="screen")
    blad.ga(f"{BLAD}?nu=2027-06-01T09:00")
    assert blad.page.evaluate(zichtbaar) == [] and blad.page.locator("[data-niets]").is_visible()
    assert blad.klachten == [] and blad.vreemd == []


@pytest.mark.browser
def test_een_ingang_noemt_de_eerste_drie_keren_die_nog_komen(open_blad, catalogus):
    """Wat voorbij is, valt weg als iemand kijkt; is alles voorbij, dan staat er ook geen kop."""
    plek = "buurthuis-de-sluis"
    dagen = [k.dag.isoformat() for k in keren_bij_plek(plek, catalogus, 35)]
    assert len(dagen) > 3
    blad, zichtbaar = open_blad(390), "es => es.filter((e) => e.checkVisibility()).map((e) => e.dataset.tot)"
    for eerste in (0, 1, len(dagen) - 1, len(dagen)):
        moment = dagen[eerste] if eerste < len(dagen) else "2027-06-01"
        blad.ga(f"/voorzieningen/{plek}/?nu={moment}T09:00")
        assert blad.page.eval_on_selector_all(".te-doen li", zichtbaar) == dagen[eerste : eerste + 3]
        assert blad.page.is_visible("#te-doen") == (eerste < len(dagen))
    assert blad.klachten == [] and blad.vreemd == []


def afspraak(uid: str, naam: str, *regels: str, waar: str = "Buurthuis Zuid, Dijk 3") -> str:
    delen = ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{naam}", f"LOCATION:{waar}", "DTSTAMP:20261101T000000Z", *regels]
    return "\r\n".join([*delen, "END:VEVENT"])


def ics(*afspraken: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *afspraken, "END:VCALENDAR", ""]).encode()


def met_agenda(map_) -> None:
    leg_neer(map_, ORGANISATIE, (map_ / ORGANISATIE).read_text() + "agenda: https://samen.example/agenda.ics\n")


def stel_voor(map_, *afspraken: str):
    return lees_voorstellen(map_, PEILDATUM, lambda _: ics(*afspraken))


TAAL = afspraak(
    "taal", "Taalcafé", "DTSTART:20261204T190000Z", "DTEND:20261204T203000Z", "DESCRIPTION:<p>Oefen <b>mee</b>.</p>"
)


def test_een_afspraak_wordt_een_voorstel(map_):
    met_agenda(map_)
    uit = stel_voor(map_, TAAL)
    assert uit.niet == [] and [v.pad for v in uit.voorstellen] == [
        "sociale_kaart/activiteiten/taalcafe-2026-12-04.yaml"
    ]
    boom = yaml.load(uit.voorstellen[0].nieuw, yaml.BaseLoader)
    assert boom["op"] == "2026-12-04" and boom["tijd"] == "20:00-21:30" and boom["plek"] == "buurthuis-zuid"
    assert boom["tekst"] == "Oefen mee." and boom["bron"] == "agenda van stichting-samen, taal"
    leg_neer(map_, uit.voorstellen[0].pad, "# van de redactie\n" + uit.voorstellen[0].nieuw.decode())
    assert stel_voor(map_, TAAL).voorstellen == []
    anders = stel_voor(map_, TAAL.replace("203000Z", "210000Z")).voorstellen
    assert (
        len(anders) == 1 and anders[0].nieuw.decode().startswith("# van de redactie") and b"22:00" in anders[0].nieuw
    )


def test_herhalen_afzeggen_en_verplaatsen(map_):
    met_agenda(map_)
    tijd = ("DTSTART;TZID=Europe/Amsterdam:20260901T100000", "DTEND;TZID=Europe/Amsterdam:20260901T120000")
    elke_week = afspraak("a", "Koffie", *tijd, "RRULE:FREQ=WEEKLY;BYDAY=TU")
    tot = afspraak(
        "b",
        "Cursus",
        *tijd,
        "RRULE:FREQ=WEEKLY;UNTIL=20261208T230000Z",
        "EXDATE;TZID=Europe/Amsterdam:20261201T100000",
    )
    anders = afspraak(
        "b", "Cursus", "RECURRENCE-ID:20261208T090000Z", "DTSTART:20261209T090000Z", "DTEND:20261209T100000Z"
    )
    weg = afspraak("c", "Afgezegd", *tijd, "STATUS:CANCELLED")
    bomen = [yaml.load(v.nieuw, yaml.BaseLoader) for v in stel_voor(map_, elke_week, tot, anders, weg).voorstellen]
    assert [b.get("tijden") or b["op"] for b in bomen] == [{"di": "10:00-12:00"}, "2026-11-24", "2026-12-09"]


def test_wat_niet_kan_wordt_gezegd(map_):
    met_agenda(map_)
    hele_dag = afspraak("a", "Open dag", "DTSTART;VALUE=DATE:20261204")
    elders = afspraak("b", "Uitje", "DTSTART:20261204T190000Z", "DTEND:20261204T200000Z", waar="Station")
    seconde = afspraak("c", "Raar", "DTSTART:20261204T190000Z", "DTEND:20261204T200000Z", "RRULE:FREQ=SECONDLY")
    persoon = TAAL.replace("Oefen", "Mail jan.jansen@samen.example")
    uit = stel_voor(map_, hele_dag, elders, seconde, persoon)
    assert (
        len(uit.niet) == 3
        and [v.naam for v in uit.voorstellen] == ["Taalcafé"]
        and b"jansen" not in uit.voorstellen[0].nieuw
    )
    for ruw in (
        b"",
        b"<html>",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"\xff\xfe\x00",
        b"BEGIN:VEVENT\r\nDTSTART:x\r\nEND:VEVENT\r\n",
    ):
        kapot = lees_voorstellen(map_, PEILDATUM, lambda _, r=ruw: r)
        assert kapot.voorstellen == []

    def faal(_):
        raise AgendaFout("de server antwoordt niet op tijd")

    assert "niet op tijd" in lees_voorstellen(map_, PEILDATUM, faal).niet[0]


class Server(http.server.BaseHTTPRequestHandler):
    antwoord = (200, b"")

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        self.send_response(self.antwoord[0])
        self.end_headers()
        self.wfile.write(self.antwoord[1])


def test_de_opdracht_leest_een_agenda_en_schrijft_pas_als_dat_moet(map_, capsys, monkeypatch):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    met_agenda(map_)
    echt = haal.haal
    hier = f"http://127.0.0.1:{server.server_port}/a.ics"
    monkeypatch.setattr(haal, "haal", lambda _, *meer: echt(hier, *meer))
    opdracht = ["agenda", "--map", str(map_), "--peildatum", "2026-11-22"]
    Server.antwoord = (200, ics(TAAL))
    assert voer_uit(opdracht) == 0 and not (map_ / "sociale_kaart/activiteiten").exists()
    assert "1 voorstel. Er is niets geschreven." in capsys.readouterr().out
    assert voer_uit(["bijwerken", "--proef", *opdracht[1:]]) == 0
    uit = capsys.readouterr().out
    assert "Uit de agenda van 1 organisatie:" in uit and "1 voorstel. Er is niets geschreven." in uit
    assert not (map_ / "sociale_kaart/activiteiten").exists()
    assert voer_uit([*opdracht, "--schrijf"]) == 0
    taalcafe = map_ / "sociale_kaart/activiteiten/taalcafe-2026-12-04.yaml"
    assert taalcafe.exists()
    assert voer_uit(["controleer", "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
    taalcafe.unlink()
    assert voer_uit(["bijwerken", *opdracht[1:]]) == 0 and taalcafe.exists()
    assert "1 voorstel. Kijk ze na" in capsys.readouterr().out
    Server.antwoord = (500, b"")
    capsys.readouterr()
    assert voer_uit(opdracht) == 1 and "500" in capsys.readouterr().out
    assert voer_uit(["bijwerken", *opdracht[1:]]) == 0 and "500" in capsys.readouterr().out
    server.shutdown()


def test_in_de_open_data_en_te_vinden_bij_haar_plek(map_):
    """Een naam die nergens anders staat, leidt naar de plek; wat voorbij is of bij een gesloten plek hoort niet meer."""
    activiteit(map_, "weven", naam="Kantklossen", tijden={"di": "eerste 22:00-01:00"})
    activiteit(map_, "oud", naam="Quilten", op=date(2026, 11, 1), tijd="10:00-12:00")
    catalogus, _ = lees(map_)
    ding = next(a for a in _json(catalogus)["activiteiten"] if a["id"] == "weven")
    assert ding["keren"][0] == {"dag": "2026-12-01", "van": "22:00", "tot": "01:00", "zeker": True}
    assert ding["gebied"] == ["WK999902"] and ding["url"].endswith("/voorzieningen/buurthuis-zuid/")
    agendas = dict(activiteiten_ics.maak(catalogus))
    assert [pad for pad in agendas if ding["agendas"][0].endswith(pad)] and ding["tijden"][
        "di"
    ] == "eerste 22:00-01:00"
    motor = Motor.van(catalogus)
    assert motor.zoek("kantklossen")["resultaten"][0]["id"] == "buurthuis-zuid"
    assert not motor.zoek("quilten")["resultaten"]
    pad = "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml"
    leg_neer(map_, pad, (map_ / pad).read_text(encoding="utf-8") + "status: gesloten\n")
    assert _json(lees(map_)[0])["activiteiten"] == []


def _json(catalogus) -> dict:
    return json.loads(dict(activiteiten_json.maak(catalogus))["data/activiteiten.json"])
