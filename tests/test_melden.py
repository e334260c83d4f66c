"""Het formulier: de browser controleert zoals Python, en wat hij schrijft begrijpt `verwerk-melding`."""

import json
import random
from urllib.parse import unquote

import pytest
from conftest import PEILDATUM
from msgspec.structs import replace
from test_scripts import Script, start

from generator.betekenis.meldwegen import klopt_link, wijzig_link
from generator.betekenis.woorden import DAGNAAM
from generator.browser.melden import basis, boom, wegen
from generator.lezen.velden import is_leeg, lees_groep, lees_waarde
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import Tekst, lees_yaml
from generator.meldingen import Verslag
from generator.model import Meldwegen
from generator.schema import VOORZIENING, Veld, alle_velden, los

VELDEN = dict(alle_velden(VOORZIENING))
SOORTEN = sorted({v.soort for v in VELDEN.values()} - {"groep"})


@pytest.fixture(scope="module")
def js(catalogus) -> Script:
    script = start("melden/controle.js", "melden/schrijf.js")
    gegevens = json.dumps(basis(catalogus, 5))
    script.doe(f"var veld, basis = {gegevens}, controle = maakControle(basis, '{PEILDATUM}')")
    return script


def python(veld: Veld, waarde: str) -> list[str]:
    """De meldingen van Python over een waarde: de tekst met haar code."""
    verslag = Verslag()
    knoop = Tekst(waarde, 1, 1)
    if is_leeg(knoop):
        return ["SK202"]
    lees_waarde(knoop, los(veld), Lezing(verslag, "x", PEILDATUM))
    return sorted(f"{m.code} {m.tekst}" for m in verslag.meldingen)


def vergelijk(js: Script, pad: str, waarden: list[str]) -> None:
    veld = VELDEN[pad]
    js.doe(f"veld = veldOp({json.dumps(pad.replace('[]', '[0]'))}, basis.veld)")
    gevonden = js(
        f"{json.dumps(waarden)}.map((w) => controle.keurWaarde(veld, w).map((b) => `${{b.code}} ${{b.tekst}}`).sort())"
    )
    anders = []
    for waarde, browser in zip(waarden, gevonden, strict=True):
        hier = python(veld, waarde)
        browser = ["SK202"] if browser and browser[0].startswith("SK202") else browser
        if hier != browser:
            anders.append((waarde, hier, browser))
    assert anders == []


WAARDEN = {
    "contact.telefoon": """0999-12 34 56|0570 12 34 56|tel. 0570-123456|0570–12 34 56|14 0570|112|113|0800-1234|0900 0113|
        +31 570 12 34 56|0031570123456|+31 (0)570 123456|0570-12 34|06-12345678|06 1234 5678|+31612345678|jansen|
        0570-123456 toets 2|12345678901234567890123|+32 2 123 45 67|(0570) 12.34.56|0570 - 123456|116123|1888|""",
    "contact.email": """info@samen.example|jan.jansen@samen.example|info@samen|info@@samen.example|.info@samen.example|
        a..b@samen.example|team.noord@samen.example|a b@samen.example|INFO@SAMEN.EXAMPLE|j.de.vries@x.example|x@y.z""",
    "contact.website": """https://samen.example|http://samen.example|www.samen.example|https://samen|https://1.2.3.4/|
        https://a:b@samen.example|https://samen.example:8080/x|https://samen.example:x|https://xn--a.example|ftp://x.example|
        https://sämen.example|https://samen.example/a b|https://[::1]/|https://SAMEN.example/A?b=c#d|https://|https://samen.example:|
        https://samen.example:99999/|javascript:alert(1)""",
    "locaties[].adres.postcode": "9999 AA|9999aa|9999 aa|0999 AA|9999 SS|9999|99999 AA|9999  AA|9999 A1|٩999 AA",
    "locaties[].adres.huisnummer": "1|12A|12-2|12 bis|0|12A-1 b|1e5|0x1|a|12345|123456|12--2|12a1b2c3",
    "locaties[].openingstijden.do": """09:00-12:00|9:00-12:00|gesloten|op afspraak|op afspraak 13:00-17:00|
        09:00-12:00, op afspraak 13:00-17:00|09:00-12:00, 11:00-13:00|eerste en derde 10:30-12:00|even weken 13:00-15:00|
        eerste en eerste 10:00-11:00|22:00-02:00|17:00-09:00|00:00-24:00|24:00-01:00|09:00-24:00|09:00|gesloten, 09:00-10:00|
        even weken 09:00-12:00, oneven weken 10:00-13:00|eerste 09:00-12:00, laatste 09:00-12:00|vierde 09:00-12:00, laatste 10:00-12:00|
        op afspraak, op afspraak 09:00-10:00|op afspraak, 09:00-10:00|09:00-12:00,|,|altijd|12:00-09:00|09:00 - 12:00|  09:00-12:00 |
        09:00-09:00|laatste op afspraak 09:00-10:00|zesde 09:00-10:00|even week 09:00-10:00|23:00-13:00|23:00-13:01""",
    "locaties[].openingstijden.periode": """1 april tot en met 30 september|30 februari tot en met 1 mei|29 februari tot en met 1 mei|
        1 april|april tot oktober|31 juni tot en met 1 juli|0 mei tot en met 1 juni|1  mei tot en met 2 juni""",
    "locaties[].punt.lengte": "6.155|52.2|6,155|207000|abc|-6.1|3.2|7.3|7.31|6.|6.12345678901234567",
    "locaties[].punt.breedte": "52.251|6.1|474000|50.7|53.71|x",
    "leeftijd.van": "18|0|120|121|18.5|x|٣|007",
    "tijdelijk.van": "2026-12-20|20-12-2026|2026-02-30|2024-02-29|2026-13-01|2026-1-1|0000-01-01|9999-12-31|morgen",
    "wachttijd.op": "2026-11-22|2026-11-23|2026-11-01|2020-01-01",
    "contact.nummer.stand": "2026|2026-09|2026-09-31|2026-13|26|x",
    "tolk": "ja|nee|yes|Ja|true",
    "kosten.soort": "gratis|Gratis|duur|onbekend",
    "toegang.hoe": "vrij|inloop|onbekend|spoed",
    "werkgebied": "GM9999|WK999901|landelijk|Diever|GM99|wk999901|BU99990101|RG12",
    "organisatie": "Stichting Samen|a,b|-x|" + "x" * 65,
    "talen": "nl|Fries|Klingonsk|Oekraïens|arabisch|qqqq",
    "naam": """Geldloket|=1+1|-x|@x|a <b>vet</b>|Q&amp;A|R&D|1 < 2|bel 06-12345678|BSN 111222333|RSIN 111222333|mail j.jansen@x.example|
        bel 06.12.34.56.78|b.s.n. 12345678|om 06-12-2026 12 uur|x.nl/a/111222333|111222333 euro|mail annadevries2(at)gmail.example|
        de.brug@x.example|fatima_postma@x.example|postma@x.example|
        NL91 ABNA 0417 1643 00|een\nregel|ééN 123456782|€ 1.234.567,89|+31 6 12345678|0999-12 34 56|&#60;|<3|a <- b|<!-- x -->|"""
    + "é" * 121,
}


@pytest.mark.parametrize("pad", WAARDEN)
def test_de_browser_vindt_hetzelfde_als_python(js, pad):
    waarden = [
        w.removeprefix("\n").lstrip() if w.startswith("\n") else w
        for w in WAARDEN[pad].replace("\\n", "\n").split("|")
    ]
    vergelijk(js, pad, waarden)


def test_bij_willekeurige_waarden_ook(js):
    """Stukjes van goede waarden, door elkaar: per veld veertig, elke keer dezelfde."""
    kans = random.Random(7)
    stukjes = (
        "09:00 12:00 - , op afspraak gesloten eerste en weken even 0570 12 34 56 + ( ) @ . .example https:// / samen a é "
        "9999 AA < > & 06 info"
    ).split()
    for pad in WAARDEN:
        if pad in ("talen", "organisatie"):
            continue
        waarden = [
            "".join(kans.choice([s, s + " "]) for s in kans.choices(stukjes, k=kans.randint(1, 5))) for _ in range(40)
        ]
        vergelijk(js, pad, waarden)


def test_elke_soort_veld_heeft_een_controle_en_een_waarde_in_deze_toets(js):
    gekend = {VELDEN[pad].soort for pad in WAARDEN}
    assert set(SOORTEN) - gekend <= {"markdown", "id"}
    for soort in SOORTEN:
        js.doe(f"veld = {{ soort: {json.dumps(soort)}, naam: 'x', grens: 9, keuzes: [] }}")
        assert js("controle.keurWaarde(veld, 'niet goed <b>').length") >= 1


def test_wat_er_staat_is_zonder_fout(js, catalogus):
    """Elke ingang van het voorbeeld gaat door de controle van de browser zoals zij door die van Python gaat."""
    bomen = {v.id: boom(v) for v in catalogus.voorzieningen.values()}
    fouten = js(
        f"Object.entries({json.dumps(bomen)}).map(([id, b]) => [id, controle.keurBoom(b).filter((f) => !f.waarschuwing)])"
    )
    assert [(id_, f) for id_, f in fouten if any(b["code"] != "SK402" for b in f)] == [] and len(fouten) > 150


def test_een_boom_is_het_bestand(catalogus):
    """Wat het formulier laat zien, leest als dezelfde ingang."""
    from conftest import PROJECT

    for v in catalogus.voorzieningen.values():
        verslag = Verslag()
        tekst = (PROJECT / v.pad).read_text(encoding="utf-8") if v.pad.startswith("sociale_kaart/") else "vult_aan"
        if "vult_aan" in tekst:  # wat uit een set komt, staat niet in een bestand van deze map
            continue
        echt = lees_groep(
            lees_yaml(tekst, "x", verslag),
            VOORZIENING,
            Lezing(verslag, "x", PEILDATUM, VOORZIENING),
            id=v.id,
            soort=v.soort,
            pad=v.pad,
        )
        geschreven = json.dumps({**boom(v), "gecontroleerd": {"op": "2026-01-01", "door": "x"}})
        terug = lees_groep(
            lees_yaml(geschreven, "x", verslag),
            VOORZIENING,
            Lezing(verslag, "x", PEILDATUM, VOORZIENING),
            id=v.id,
            soort=v.soort,
            pad=v.pad,
        )
        for veld in VOORZIENING.per_naam:
            if veld not in ("gecontroleerd", "omschrijving", "id"):
                assert getattr(terug, veld) == getattr(echt, veld), (v.id, veld)


def test_een_dag_gaat_heel_door_de_weekstaat(js, catalogus):
    """Elke dagtijd van het voorbeeld komt uit de delen terug zoals zij erin ging."""
    dagen = sorted(
        {
            str(waarde)
            for v in catalogus.voorzieningen.values()
            for tekst in [json.dumps(boom(v))]
            for waarde in json.loads(tekst).get("contact", {}).get("telefoontijden", {}).values()
            if isinstance(waarde, str)
        }
        | {
            t
            for t in WAARDEN["locaties[].openingstijden.do"].split("|")
            if python(VELDEN["locaties[].openingstijden.do"], t.strip()) == []
        }
    )
    paren = js(
        f"{json.dumps(dagen)}.map((d) => [d, delenVan(d)]).filter(([, x]) => x).map(([d, x]) => [d, schrijfDag(x)])"
    )
    from generator.lezen.tijden import lees_dagtijd

    assert len(paren) > 15
    assert [p for p in paren if lees_dagtijd(p[0]) != lees_dagtijd(p[1])] == []
    assert set(DAGNAAM) == set(js("DAGEN"))


# De melding zelf


def meld(js: Script, oud: dict, nieuw: dict, **meer) -> str:
    concept = {"soort": "wijzigen", "id": "x", "map": "", "naam": "Plek X", "oud": oud, "nieuw": nieuw, **meer}
    js.doe(f"var concept = {json.dumps(concept)}")
    return js("bericht(concept, basis)")


def verwerk(oud: dict, tekst: str, tmp_path) -> dict:
    """De boom na de melding, zoals de kern haar verwerkt."""
    from generator.bewerken.melding import lees_melding
    from generator.bewerken.verschil import gewenst

    bestand = tmp_path / "m.md"
    bestand.write_text(tekst, encoding="utf-8")
    verslag = Verslag()
    melding = lees_melding(bestand, verslag)
    assert melding is not None, verslag.als_tekst()
    return gewenst(oud, melding.velden)


PLEK = {"adres": {"straat": "Kade", "plaats": "Stad"}, "openingstijden": {"ma": "09:00-12:00"}}
SEIZOEN = [{"ma": "09:00-12:00", "periode": "1 april tot en met 30 september"}, {"ma": "gesloten"}]
BOMEN = {
    "een waarde anders": ({"naam": "A", "kosten": {"soort": "gratis"}}, {"naam": "B", "kosten": {"soort": "gratis"}}),
    "een veld erbij": ({"naam": "A"}, {"naam": "A", "contact": {"email": "info@x.example"}}),
    "een veld weg": ({"naam": "A", "bron": "x"}, {"naam": "A"}),
    "een groep weg": (
        {"naam": "A", "contact": {"telefoon": "112", "telefoontijden": {"ma": "gesloten"}}},
        {"naam": "A", "contact": {"telefoon": "112"}},
    ),
    "een plek erbij": ({"locaties": [PLEK]}, {"locaties": [PLEK, {"adres": {"plaats": "Dorp"}}]}),
    "de eerste plek weg": ({"locaties": [{"naam": "Eerst"}, PLEK]}, {"locaties": [PLEK]}),
    "alle plekken weg": ({"naam": "A", "locaties": [PLEK, {"naam": "Tweede"}]}, {"naam": "A"}),
    "drie plekken, twee weg": (
        {"locaties": [{"naam": "a"}, {"naam": "b"}, {"naam": "c"}]},
        {"locaties": [{"naam": "c"}]},
    ),
    "een seizoen erbij": ({"locaties": [PLEK]}, {"locaties": [{**PLEK, "openingstijden": SEIZOEN}]}),
    "een seizoen weg": (
        {"contact": {"telefoon": "112", "telefoontijden": SEIZOEN}},
        {"contact": {"telefoon": "112", "telefoontijden": SEIZOEN[0]}},
    ),
    "in een seizoen": (
        {"locaties": [{"openingstijden": SEIZOEN}]},
        {"locaties": [{"openingstijden": [SEIZOEN[0], {"ma": "op afspraak"}]}]},
    ),
    "een lijst anders": ({"zoekwoorden": ["a", "b"]}, {"zoekwoorden": ["b", "c: d", "#e", "null"]}),
    "tekens": (
        {"naam": "A"},
        {
            "naam": 'één "twee" \\ #3: ja\u00a0hoor\u200b',
            "omschrijving": "regel\n\n- een\n```sociale-kaart\nsoort: klopt\n```\n  in",
        },
    ),
    "woorden die yaml anders leest": (
        {"naam": "A"},
        {"naam": "nee", "samenvatting": "~", "bron": "2026-01-01", "voor_wie": "{a: b}"},
    ),
}


@pytest.mark.parametrize("naam", BOMEN)
def test_wat_iemand_wijzigt_is_wat_eruit_komt(js, naam, tmp_path):
    oud, nieuw = BOMEN[naam]
    klaar = verwerk(oud, meld(js, oud, nieuw, toelichting="``` \n```sociale-kaart"), tmp_path)
    assert zonder_reeks(klaar) == zonder_reeks(
        json.loads(json.dumps(nieuw).replace("\\u00a0", " ").replace("\\u200b", ""))
    )


def zonder_reeks(boom: dict) -> dict:
    """Een blok tijden in een lijst van een is hetzelfde als dat blok."""
    tijden = boom.get("contact", {}).get("telefoontijden")
    return {**boom, "contact": {**boom["contact"], "telefoontijden": tijden[0]}} if isinstance(tijden, list) else boom


def test_een_groep_die_al_een_lijst_was_blijft_dat(tmp_path, js):
    """Het formulier weet niet of een enkel blok los of in een lijst staat; de melding klopt bij allebei."""
    oud, nieuw = {"locaties": [PLEK]}, {"locaties": [{**PLEK, "openingstijden": {"ma": "gesloten"}}]}
    als_lijst = {"locaties": [{**PLEK, "openingstijden": [PLEK["openingstijden"]]}]}
    klaar = verwerk(als_lijst, meld(js, oud, nieuw), tmp_path)
    assert klaar["locaties"][0]["openingstijden"] == [{"ma": "gesloten"}]


WEGEN = {
    "https://github.com/gemeente/kaart": "https://github.com/gemeente/kaart/issues/new?title=",
    "https://gitlab.com/gemeente/kaart.git": "https://gitlab.com/gemeente/kaart/-/issues/new?issue%5Btitle%5D=",
    "https://codeberg.org/gemeente/kaart/": "https://codeberg.org/gemeente/kaart/issues/new?title=",
}


@pytest.mark.parametrize("project", WEGEN)
def test_een_issue_staat_klaar_en_wat_te_lang_is_gaat_via_het_klembord(js, catalogus, project):
    inst = replace(catalogus.instellingen, melden=Meldwegen(issues=project), bestanden=project)
    js.doe(f"basis.wegen = {json.dumps(wegen(replace(catalogus, instellingen=inst)))}")
    tekst = meld(js, {"naam": "A"}, {"naam": "B & C"})
    issue, mail = js("wegen(concept, basis)")
    assert issue["adres"].startswith(WEGEN[project]) and mail["adres"].startswith("mailto:redactie@")
    assert [unquote(adres["adres"].split("=")[-1]) for adres in (issue, mail)] == [tekst, tekst] and issue["past"]
    assert unquote(issue["adres"].split("=")[1]).startswith("Klopt niet: Plek X")
    meld(js, {"naam": "A"}, {"naam": "A", "omschrijving": "lang " * 900})
    for weg, grens in zip(js("wegen(concept, basis)"), (7000, 1900), strict=True):
        assert not weg["past"] and len(weg["adres"]) < grens and "sociale-kaart" not in weg["adres"].split("?")[1]
    v = catalogus.voorzieningen["geldloket-voorbeeldstad"]
    assert klopt_link(inst, v).startswith(WEGEN[project])
    met = replace(inst, melden=Meldwegen(ontvanger="/melden/verstuur"))
    assert klopt_link(met, v) == f"{inst.adres}melden/?id=geldloket-voorbeeldstad&soort=klopt"
    naam, adres = wijzig_link(inst, v.pad)
    assert (
        adres.startswith(project.removesuffix("/").removesuffix(".git"))
        and adres.endswith(v.pad)
        and naam in ("GitHub", "GitLab", "Forgejo")
    )
    assert wijzig_link(inst, catalogus.voorzieningen["112-noodnummer"].pad) is None
    assert "/beheer/" in wijzig_link(replace(inst, wijzigweg="edit/beheer/"), v.pad)[1]


def test_zonder_weg_blijven_bestand_en_klembord_over(js, catalogus):
    inst = replace(catalogus.instellingen, meld_adres=None)
    js.doe(f"basis.wegen = {json.dumps(wegen(replace(catalogus, instellingen=inst)))}")
    meld(js, {"naam": "A"}, {"naam": "B"})
    assert (
        js("wegen(concept, basis)") == []
        and klopt_link(inst, catalogus.voorzieningen["geldloket-voorbeeldstad"]) == ""
    )
