"""Wat een voorstel verandert: elke soort verandering in woorden, alleen de nieuwe meldingen, en wat er nog meer anders wordt."""

import json
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import git
from proefmap import GELDLOKET, PEILDATUM, PROEF, PROEFPLEK, leg_neer, maak_goede_map, vervang

from generator.cli import voer_uit
from generator.geschiedenis.dingen import veranderingen
from generator.geschiedenis.waarden import Namen
from generator.geschiedenis.zinnen import zinnen
from generator.voorraad import Voorraad
from generator.voorstel.standen import Standen, lees_standen
from generator.voorstel.verslag import als_markdown, als_tekst, maak_voorstel, veilig

NAMEN = Namen(
    {
        "functie": {"schuldhulpverlening": "Hulp bij schulden", "buurthuis": "Buurthuis"},
        "voorziening": {"geldloket": "Geldloket Noord"},
        "organisatie": {"stichting-samen": "Stichting Samen", "ander": "Stichting Ander"},
        "gebied": {"WK999901": "Noord", "WK999902": "Zuid"},
        "gemeente": {"proefstad": "Proefstad"},
    }
)
GOED = Path(__file__).parent / "gevallen/_goed"
X = "Geldloket Noord"
# (oud stuk, nieuw stuk, de zinnen die er dan staan) in het bestand van het geldloket.
IN_HET_GELDLOKET = [
    ("0999-12 34 56", "0999-65 43 21", [f"Telefoon van {X}: 0999-12 34 56 wordt 0999-65 43 21."]),
    ('  telefoon: "0999-12 34 56"\n', "", [f"Telefoon van {X}: 0999-12 34 56 gaat weg."]),
    (
        'ma: "09:00-12:30, 13:30-17:00"\n      di: op afspraak',
        'ma: "10:00-12:00"\n      di: "10:00-12:00"',
        [
            f"Openingstijden van {X} op maandag: 9.00 tot 12.30 uur en 13.30 tot 17.00 uur wordt 10.00 tot 12.00 uur.",
            f"Openingstijden van {X} op dinsdag: op afspraak wordt 10.00 tot 12.00 uur.",
        ],
    ),
    (
        "      za: gesloten",
        "      za: gesloten\n      zo: gesloten\n      vr: gesloten",
        [f"Openingstijden van {X} op vrijdag en zondag: niet bekend wordt gesloten."],
    ),
    (
        "[blauwe envelop]",
        "[rode brief, aanmaning]",
        [f'Zoekwoorden van {X}: erbij: "rode brief" en "aanmaning"; weg: "blauwe envelop".'],
    ),
    ("[volwassenen, ouderen]", "[volwassenen]", [f"Voor welke groepen bij {X}: weg: ouderen."]),
    (
        "functies: [schuldhulpverlening]",
        "functies: [buurthuis, schuldhulpverlening]",
        [
            f"Soort hulp van {X}: erbij: Buurthuis.",
            f"Soort hulp van {X} in een andere volgorde: Buurthuis en Hulp bij schulden (was Hulp bij schulden).",
        ],
    ),
    ("[WK999901, WK999902]", "[WK999901]", [f"Waar het voor is bij {X}: weg: Zuid."]),
    (
        "[WK999901, WK999902]",
        "[WK999902, WK999901]",
        [f"Waar het voor is bij {X} in een andere volgorde: Zuid en Noord (was Noord en Zuid)."],
    ),
    ("soort: gratis", "soort: eigen_bijdrage", [f"Wat het kost bij {X}: gratis wordt eigen bijdrage."]),
    ("hoe: vrij", "hoe: verwijzing", [f"Hoe iemand binnenkomt bij {X}: zonder verwijzing wordt met verwijzing."]),
    (
        "organisatie: stichting-samen",
        "organisatie: ander",
        [f"Organisatie van {X}: Stichting Samen wordt Stichting Ander."],
    ),
    ("naam: Geldloket Noord", "naam: Geldloket", ['Naam van Geldloket: "Geldloket Noord" wordt "Geldloket".']),
    (
        "huisnummer: 12A, postcode: 9999 AA",
        "huisnummer: 3, postcode: 9999 AB",
        [f"Adres van {X}: Kade 12A, 9999 AA Proefstad wordt Kade 3, 9999 AB Proefstad."],
    ),
    ("lengte: 3.905", "lengte: 3.910", [f"Plek op de kaart van {X} verschuift 338 meter."]),
    ("    punt: {lengte: 3.905, breedte: 52.615}\n", "", [f"{X} staat niet meer op de kaart."]),
    (
        "rolstoel: ja",
        "rolstoel: nee",
        [f"Met een rolstoel bij {X}: goed te bereiken met een rolstoel wordt niet te bereiken met een rolstoel."],
    ),
    ("talen: [nl, en]", "talen: [nl, ar]", [f"Talen van {X}: erbij: Arabisch; weg: Engels."]),
    (
        "tot: 2027-01-05, tekst: Dicht in de kerstvakantie.",
        "tot: 2027-01-06, tekst: Dicht met kerst., gesloten: ja",
        [
            f'Tijdelijk bericht van {X}: 20 december 2026 tot en met 5 januari 2027: "Dicht in de kerstvakantie." wordt '
            '20 december 2026 tot en met 6 januari 2027: "Dicht met kerst.", dan is het dicht.'
        ],
    ),
    (
        "wachttijd: {tekst: ongeveer 3 weken, op: 2026-11-01}\n",
        "",
        [f'Wachttijd van {X}: "ongeveer 3 weken", nagevraagd op 1 november 2026 gaat weg.'],
    ),
    (
        "op: 2026-10-01, door: redactie",
        "op: 2026-11-02, door: redactie",
        [f"Dag van nakijken van {X}: 1 oktober 2026 wordt 2 november 2026."],
    ),
    ("status: actief", "status: gesloten", [f"{X} is gesloten: de pagina zegt voortaan dat het niet meer bestaat."]),
    (
        "  Neem uw post mee, ook de enveloppen die u niet durft te openen.",
        "  Neem uw post mee. Ook de enveloppen die u niet durft te openen.",
        [
            f'Uitleg van {X}: "Neem uw post mee, ook de enveloppen die u niet durft te openen." wordt '
            '"Neem uw post mee. Ook de enveloppen die u niet durft te openen."'
        ],
    ),
    (
        "locaties:\n",
        "locaties:\n  - naam: Tweede plek\n    adres: {straat: Dijk, huisnummer: 9, postcode: 9999 BB, plaats: Proefstad}\n",
        [f"Plek van {X}: erbij: Tweede plek, Dijk 9, 9999 BB Proefstad."],
    ),
    ("naam: Geldloket Noord\n", "# nagekeken\nnaam:   'Geldloket Noord'\n", []),
]


def vertel(pad: str, oud: bytes | None, nieuw: bytes | None) -> list[str]:
    return [zin for v in veranderingen({pad: (oud, nieuw)}) for zin in zinnen(v, NAMEN)]


@pytest.mark.parametrize(("oud", "nieuw", "verwacht"), IN_HET_GELDLOKET, ids=lambda w: str(w)[:30])
def test_een_veld_in_woorden(oud, nieuw, verwacht):
    tekst = (GOED / GELDLOKET).read_text(encoding="utf-8")
    assert tekst.count(oud) == 1
    assert vertel(GELDLOKET, tekst.encode(), tekst.replace(oud, nieuw).encode()) == verwacht


def kaartje(*gebieden: tuple[str, str, float]) -> bytes:
    """Vierkante gebieden van een honderdste graad: (code, naam, waar het begint)."""
    delen = [
        {
            "properties": {"code": code, "naam": naam},
            "geometry": {"coordinates": [[[x, 52.6], [x + 0.01, 52.6], [x + 0.01, 52.61], [x, 52.61], [x, 52.6]]]},
        }
        for code, naam, x in gebieden
    ]
    return json.dumps({"features": delen}).encode()


WIJKEN = "gebieden/proefstad/wijken.geojson"
NOORD = ("WK999901", "Noord", 3.9)
ANDERE_BESTANDEN = [
    (
        WIJKEN,
        kaartje(NOORD),
        kaartje(("WK999901", "Noorderwijk", 3.9)),
        ["Het gebied Noord (WK999901) heet voortaan Noorderwijk."],
    ),
    (WIJKEN, kaartje(NOORD), kaartje(NOORD, ("WK999909", "Oost", 4.0)), ["Nieuw gebied: Oost (WK999909)."]),
    (WIJKEN, kaartje(NOORD, ("WK999909", "Oost", 4.0)), kaartje(NOORD), ["Dit gebied gaat weg: Oost (WK999909)."]),
    (
        WIJKEN,
        kaartje(NOORD),
        kaartje(("WK999901", "Noord", 3.91)),
        ["De grens van Noord verandert: het blijft 0,75 km², en het midden verschuift 676 meter."],
    ),
    (
        "gebieden/proefstad/kerncijfers.csv",
        b"gemeente,gebied,jaar,indicator,categorie,waarde\nGM9999,WK999901,2025,wmo,,120\n",
        b"gemeente,gebied,jaar,indicator,categorie,waarde\nGM9999,WK999901,2025,wmo,,130\nGM9999,WK999902,2025,wmo,,7\n",
        [
            "In kerncijfers.csv van Proefstad: 1 anders en 1 erbij.",
            "GM9999, Noord, 2025, wmo: 120 wordt 130.",
            "Erbij: GM9999, Zuid, 2025, wmo, 7.",
        ],
    ),
    (
        "sociale_kaart/begrippen.yaml",
        b"begrippen:\n  - {id: melding, term: Melding, uitleg: Een vraag.}\n",
        b"begrippen:\n  - {id: melding, term: Melding, uitleg: Uw vraag.}\n",
        ['Uitleg van Melding (woord in de woordenlijst): "Een vraag." wordt "Uw vraag."'],
    ),
    (
        "sociale_kaart/doorverwijzingen.yaml",
        None,
        b"voorzieningen/oud: vervallen\nthemas/geld: themas/werk\n",
        [
            "Op het oude adres 'voorzieningen/oud' staat voortaan dat het er niet meer is.",
            "Het oude adres 'themas/geld' gaat voortaan naar 'themas/werk'.",
        ],
    ),
    (
        "mkdocs.yml",
        b"site_name: X\nextra: {sociale_kaart: {meld_adres: a@samen.example}}\n",
        b"site_name: X\nextra: {sociale_kaart: {meld_adres: b@samen.example}}\n",
        ["Mailadres voor meldingen van de site: a@samen.example wordt b@samen.example."],
    ),
    (
        "inhoud/over.md",
        b"# Over\n\nEen zin. Nog een zin.\n",
        b"# Over\n\nEen zin. En een andere.\n",
        ['Tekst van de pagina \'Over\': "Nog een zin." wordt "En een andere."'],
    ),
    (
        GELDLOKET,
        b"naam: Geldloket\n",
        b"naam: [\n",
        ["Geldloket: dit bestand is niet te lezen; de meldingen hieronder zeggen waarom."],
    ),
]


@pytest.mark.parametrize(("pad", "oud", "nieuw", "verwacht"), ANDERE_BESTANDEN, ids=lambda w: str(w)[:30])
def test_elk_soort_bestand_in_woorden(pad, oud, nieuw, verwacht):
    gezegd = vertel(pad, oud, nieuw)
    if "niet te lezen" in verwacht[0]:
        verwacht = [verwacht[0].replace("Geldloket", "geldloket")]
    assert gezegd == verwacht


def test_een_ander_id_en_een_andere_map_is_een_verhuizing():
    ruw = (GOED / GELDLOKET).read_bytes()
    nieuw = "sociale_kaart/wijkfuncties/loket-noord.yaml"
    (v,) = veranderingen({GELDLOKET: (ruw, None), nieuw: (None, ruw.replace(b"34 56", b"34 57"))})
    assert zinnen(v, NAMEN) == [
        f"{X} verhuist van 'Algemene voorzieningen' naar 'In de wijk'.",
        f"{X} krijgt een ander adres op de site: 'geldloket' wordt 'loket-noord'.",
        f"Telefoon van {X}: 0999-12 34 56 wordt 0999-12 34 57.",
    ]


def leg_vast(map_: Path, bericht: str) -> None:
    git(map_, "add", "-A")
    git(map_, "commit", "-qm", bericht)


@pytest.fixture
def kaart(tmp_path) -> Path:
    map_ = maak_goede_map(tmp_path / "kaart")
    leg_neer(map_, PROEF, PROEFPLEK)
    git(map_, "init", "-q")
    leg_vast(map_, "begin")
    return map_


@contextmanager
def standen(map_: Path):
    with lees_standen(map_, "main", PEILDATUM, Voorraad(map_)) as uit:
        yield uit


def test_tien_oude_waarschuwingen_verbergen_geen_nieuwe(kaart):
    """Ook niet als de regels schuiven, of als er van dezelfde melding een bijkomt."""
    oud = PROEFPLEK.replace("op: 2026-10-01", "op: 2024-10-01")
    for nummer in range(10):
        leg_neer(kaart, PROEF.replace("proef", f"oud-{nummer}"), oud.replace("Proefplek", f"Oude plek {nummer}"))
    leg_vast(kaart, "tien oude")
    leg_neer(kaart, PROEF, f"# een regel erboven\n{oud}")
    leg_neer(kaart, PROEF.replace("proef", "oud-3"), f"# een\n# twee\n{oud.replace('Proefplek', 'Oude plek 3')}")
    with standen(kaart) as s:
        assert sum(m.code == "SK401" for m in s.oud.verslag.meldingen) >= 10
        assert [(m.pad, m.regel, m.code) for m in s.nieuwe_meldingen()] == [(PROEF, 7, "SK401")]
        assert maak_voorstel(s).oordeel == "eerst_kijken" and s.opgelost() == []


def test_een_zin_over_de_dag_voor_alle_plekken_samen_en_een_leeg_bestand_valt_op(kaart):
    """Twintig keer dezelfde zin verbergt dat er ergens een half bestand is weggevallen."""
    buurthuis = "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml"
    for pad in (GELDLOKET, buurthuis):
        tekst = (kaart / pad).read_text(encoding="utf-8")
        (kaart / pad).write_text(
            re.sub("(?m)^samenvatting: .*", "samenvatting: Hulp voor u.", tekst), encoding="utf-8"
        )
    with standen(kaart) as s:
        dag = [zin for zin in maak_voorstel(s).kijken if "dag van nakijken" in zin]
        assert len(dag) == 1 and maak_voorstel(s).kijken[-1] == dag[0] and not _valt_op(s)
    half = (kaart / GELDLOKET).read_text(encoding="utf-8")
    half = re.sub(r"(?ms)^(omschrijving|contact|kosten|doelgroepen|voor_wie|locaties):.*?^(?=\w)", "", half)
    (kaart / GELDLOKET).write_text(half, encoding="utf-8")
    with standen(kaart) as s:
        assert _valt_op(s)


def _valt_op(s) -> bool:
    return any("verdwijnt veel tegelijk" in zin for zin in maak_voorstel(s).kijken)


def test_het_oordeel_en_waar_iemand_naar_kijkt(kaart):
    vervang(kaart, GELDLOKET, "0999-12 34 56", "0999-65 43 21")
    with standen(kaart) as s:
        voorstel = maak_voorstel(s)
    assert voorstel.oordeel == "eerst_kijken" and f"Bel 0999-65 43 21: neemt {X} op?" in voorstel.kijken
    assert any("bleef de dag van nakijken dezelfde" in zin for zin in voorstel.kijken)
    git(kaart, "checkout", "-q", ".")
    vervang(kaart, GELDLOKET, "op: 2026-10-01", "op: 2026-11-02")
    with standen(kaart) as s:
        assert (maak_voorstel(s).oordeel, maak_voorstel(s).kijken) == ("kan", ())
    vervang(kaart, GELDLOKET, "WK999902", "WK999977")
    with standen(kaart) as s:
        voorstel = maak_voorstel(s)
    assert voorstel.oordeel == "niet" and [m.code for m in voorstel.meldingen] == ["SK305"]


# (oud stuk, nieuw stuk, wat iemand moet nagaan); de dag van nakijken gaat telkens mee.
MINDER = (
    ("[volwassenen, ouderen]", "[ouderen]", "noemt niet meer: volwassenen"),
    ("      di: op afspraak\n", "", "gaan openingstijden weg (dinsdag)"),
    ("rolstoel: ja", "rolstoel: deels", "minder goed te bereiken"),
    (
        "locaties:\n",
        "locaties:\n  - adres: {straat: Plein, huisnummer: 3, plaats: Proefstad}\n",
        "plek bij: Plein 3, Proefstad",
    ),
    ("organisatie: stichting-samen", "organisatie: ander", "Weten beide organisaties dat?"),
)


def test_wat_er_minder_wordt_vraagt_iemand_na(kaart):
    """Ook als de dag van nakijken meegaat; wat er alleen bij komt of anders staat, vraagt niets."""
    leg_neer(
        kaart,
        "sociale_kaart/organisaties/ander.yaml",
        "naam: Ander\nsamenvatting: Doet iets anders.\ngecontroleerd: {op: 2026-10-01, door: redactie}\n",
    )
    leg_vast(kaart, "nog een organisatie")
    for oud, nieuw, zin in MINDER:
        vervang(kaart, GELDLOKET, oud, nieuw)
        vervang(kaart, GELDLOKET, "op: 2026-10-01", "op: 2026-11-02")
        with standen(kaart) as s:
            voorstel = maak_voorstel(s)
        assert voorstel.oordeel == "eerst_kijken" and any(zin in punt for punt in voorstel.kijken), (zin, voorstel)
        git(kaart, "checkout", "-q", ".")
    vervang(kaart, GELDLOKET, "[volwassenen, ouderen]", "[volwassenen, ouderen, jongeren]")
    vervang(kaart, GELDLOKET, "op: 2026-10-01", "op: 2026-11-02")
    with standen(kaart) as s:
        assert maak_voorstel(s).kijken == ()


def test_wat_weggaat_zegt_wat_er_stond(kaart):
    """Ook bij iets zonder samenvatting of functie."""
    leg_neer(
        kaart,
        "sociale_kaart/beheer.yaml",
        "teams:\n  - {naam: team zuid, mappen: [wijkfuncties]}\n  - {naam: rest, rest: ja}\n",
    )
    leg_vast(kaart, "teams")
    vervang(kaart, "sociale_kaart/beheer.yaml", "  - {naam: team zuid, mappen: [wijkfuncties]}\n", "")
    vervang(kaart, "gebieden/proefstad/gemeente.yaml", "essentieel: [buurthuis]\n", "")
    with standen(kaart) as s:
        voorstel = maak_voorstel(s)
    tekst = als_tekst(voorstel)
    assert "Weg: team zuid (wie wat bijhoudt). Dit stond er:" in tekst and "wijkfuncties" in tekst
    assert "Wie houdt nu bij" in tekst and "Elke wijk hoeft dit niet meer te hebben: Buurthuis" in tekst


def test_wat_er_nog_meer_anders_wordt(kaart):
    """Pagina's, wijken, kaders, zoeken en dekking; van een plek die weggaat."""
    (kaart / "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml").unlink()
    with standen(kaart) as s:
        groepen = {g.kop: " ".join(g.zinnen) for g in maak_voorstel(s).gevolgen}
    assert "Weg: Buurthuis Zuid (/voorzieningen/buurthuis-zuid/)." in groepen["Pagina's"]
    assert "Buurthuis Zuid staat niet meer bij" in groepen["Wijken"] and "Zuid" in groepen["Wijken"]
    assert "kader" in groepen["Op de site van partners"] and '"Buurthuis Zuid": eerst' in groepen["Zoeken"]
    assert "(dit hoort elke wijk te hebben) in Zuid: eerst 'er is een plek in de wijk', straks" in groepen["Dekking"]


def test_een_bestand_naast_een_set_haalt_niets_weg(kaart):
    functie = "sociale_kaart/functies/sportvereniging.yaml"
    leg_neer(kaart, "sets.yaml", "[]\n")
    leg_neer(kaart, functie, "vult_aan: landelijk\nzoekwoorden: [bal over het net]\n")
    with standen(kaart) as s:
        voorstel = maak_voorstel(s)
    if any(v.bestand == functie for v, _ in voorstel.dingen):
        zin = next(zin for v, zin in voorstel.dingen if v.bestand == functie)
        assert "Weg" not in zin[0]


@pytest.mark.parametrize(
    "naam", ["<script>x</script>", "@iedereen", "[x](javascript:1)", "a\n### kop", "`x`", "fixes #12", "\u202ex"]
)
def test_wat_iemand_schreef_is_in_een_reactie_geen_opmaak(naam):
    uit = veilig(naam)
    assert "\n" not in uit and "\u202e" not in uit and not re.search(r"(?<!\\)[<>`\[\]#]|@", re.sub(r"&#64;", "", uit))


def test_de_drie_vormen_zeggen_hetzelfde(kaart, tmp_path, capsys):
    vervang(kaart, GELDLOKET, "0999-12 34 56", "0999-65 43 21")
    leg_neer(kaart, ".github/workflows/x.yml", "name: x\n")
    zin = f"Telefoon van {X}: 0999-12 34 56 wordt 0999-65 43 21."
    assert voer_uit(["wijzigingen", "--sinds", "main", "--map", str(kaart), "--uit", str(tmp_path / "uit")]) == 0
    vormen = {p.suffix: p.read_text(encoding="utf-8") for p in (tmp_path / "uit").iterdir()}
    assert set(vormen) == {".tekst", ".markdown", ".json", ".github", ".codequality"}
    assert f"- {zin}" in vormen[".tekst"] and f"- {zin}" in vormen[".markdown"]
    boom = json.loads(vormen[".json"])
    assert boom["veranderingen"][-1]["zinnen"] == [zin] and boom["oordeel"] == "eerst_kijken"
    assert any("hoe de site gemaakt wordt: .github/workflows/x.yml" in z for z in boom["kijken"])
    assert json.loads(vormen[".codequality"]) == [] and "::" not in vormen[".github"]
    assert capsys.readouterr().out == ""


def test_een_heel_groot_voorstel_blijft_een_reactie(kaart):
    for nummer in range(80):
        leg_neer(
            kaart,
            PROEF.replace("proef", f"plek-{nummer}"),
            PROEFPLEK.replace("Proefplek", f"Plek {nummer} " + "x" * 90),
        )
    with standen(kaart) as s:
        tekst = als_markdown(maak_voorstel(s))
        assert (
            len(tekst) < 41_000
            and "80 plekken tegelijk" in tekst
            and "En nog 20 dingen." in als_tekst(maak_voorstel(s))
        )
        assert isinstance(s, Standen)
