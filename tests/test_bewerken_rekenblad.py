"""`importeer` en `exporteer`: rommelige bladen, heen en terug, en niets kwijt wat het blad niet noemt."""

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from openpyxl import Workbook
from proefmap import maak_goede_map
from test_bewerken_kern import BESTANDEN

from generator.bewerken.rekenblad import rijen, samen, splitsen
from generator.bewerken.rekenblad.cellen import meters
from generator.bewerken.rekenblad.koppen import doel_van, vind_koppen
from generator.bewerken.rekenblad.lezen import lees_tabel, vind_scheiding
from generator.bewerken.rekenblad.schrijven import Tabel, schrijf_tabel
from generator.cli import voer_uit
from generator.model import DAGEN

GELDLOKET = "sociale_kaart/algemene_voorzieningen/geldloket.yaml"
VOL = """\
# dit blijft staan
naam: "Vol: alles"
functies: [buurthuis, schuldhulpverlening]
samenvatting: Een plek met van alles.
omschrijving: |
  Eerste regel.

  - een; met puntkomma
zoekwoorden: ["met ; erin"]
toegang: {hoe: vrij, uitleg: "'s Middags open", meenemen: [pas, "pen; papier"]}
werkgebied: [WK999901]
contact:
  telefoon: "+31 999 12 34 56"
  telefoons:
    - {telefoon: "0999-11 11 11", naam: balie, tijden: {ma: "09:00-12:00"}}
    - {telefoon: "0999-22 22 22", naam: crisisdienst}
locaties:
  - naam: Noord
    adres: {straat: Kade, huisnummer: 1, postcode: 9999 AA, plaats: Proefstad}
    punt: {lengte: 3.905, breedte: 52.615}
    openingstijden:
      - {periode: 1 april tot en met 30 september, ma: "09:00-12:00"}
      - {ma: op afspraak, uitzonderingen: [{op: 2026-12-24, tijden: gesloten}]}
  - naam: Zuid
    adres: {plaats: Proefstad}
    openingstijden: {di: gesloten, toelichting: "=1+1 is geen formule"}
gecontroleerd: {op: 2026-10-01, door: redactie}
""".replace("=1+1", "1=1")


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def draai(map_: Path, opdracht: str, *meer: str) -> int:
    return voer_uit([opdracht, *map(str, meer), "--map", str(map_), "--peildatum", "2026-11-22"])


def inhoud(map_: Path) -> dict[str, bytes]:
    return {
        p.relative_to(map_).as_posix(): p.read_bytes()
        for p in sorted((map_ / "sociale_kaart").rglob("*"))
        if p.is_file()
    }


def importeer(map_: Path, tabel: Path, *meer: str) -> dict:
    """De uitslag als JSON."""
    verslag = map_.parent / "verslag.json"
    draai(map_, "importeer", tabel, "--formaat", "json", "--rapport", verslag, *meer)
    return json.loads(verslag.read_text(encoding="utf-8"))


def lees(map_: Path, id_: str, soort: str = "wijkfuncties") -> dict:
    return yaml.load((map_ / f"sociale_kaart/{soort}/{id_}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def maak_csv(map_: Path, rijen_: list[list], teken: str = ";", codering: str = "utf-8") -> Path:
    stroom = io.StringIO()
    csv.writer(stroom, delimiter=teken).writerows(rijen_)
    (map_.parent / "lijst.csv").write_bytes(stroom.getvalue().encode(codering))
    return map_.parent / "lijst.csv"


@pytest.mark.parametrize("soort", ["csv", "xlsx", "ods"])
def test_uit_en_weer_in_is_gelijk(map_, soort, capsys):
    (map_ / "sociale_kaart/wijkfuncties/vol.yaml").write_text(VOL, encoding="utf-8")
    voor = inhoud(map_)
    tabel = map_.parent / f"alles.{soort}"
    assert draai(map_, "exporteer", tabel) == 0
    assert draai(map_, "importeer", tabel) == 0
    assert "0 nieuw, 0 gewijzigd, 4 gelijk, 0 geweigerd" in capsys.readouterr().out
    assert inhoud(map_) == voor and not (map_ / "importkolommen.yaml").exists()


@pytest.mark.parametrize("soort", ["csv", "xlsx", "ods"])
def test_in_een_lege_map_komt_alles_terug(map_, soort, capsys):
    """Ook zonder de oude bestanden: elke waarde staat in het blad."""
    (map_ / "sociale_kaart/wijkfuncties/vol.yaml").write_text(VOL, encoding="utf-8")
    tabel = map_.parent / f"alles.{soort}"
    draai(map_, "exporteer", tabel)
    oud = {pad: yaml.load(ruw, yaml.BaseLoader) for pad, ruw in inhoud(map_).items() if "/functies/" not in pad}
    for map_soort in ("algemene_voorzieningen", "ketenpartners", "wijkfuncties"):
        for bestand in (map_ / "sociale_kaart" / map_soort).glob("*.yaml"):
            bestand.unlink()
    assert draai(map_, "importeer", tabel) == 0, capsys.readouterr().out
    nieuw = {pad: yaml.load(ruw, yaml.BaseLoader) for pad, ruw in inhoud(map_).items() if "/functies/" not in pad}
    assert json.loads(json.dumps(nieuw).replace('\\n"', '"')) == json.loads(json.dumps(oud).replace('\\n"', '"'))


def test_een_gewijzigde_cel_is_een_regel(map_):
    tabel = map_.parent / "alles.csv"
    draai(map_, "exporteer", tabel)
    tabel.write_text(tabel.read_text(encoding="utf-8-sig").replace("0999-12 34 56", "0999-65 43 21"), encoding="utf-8")
    voor = (map_ / GELDLOKET).read_text(encoding="utf-8")
    uit = importeer(map_, tabel, "--proef")
    assert [(r["wat"], r["velden"]) for r in uit["rijen"] if r["wat"] != "gelijk"] == [
        ("gewijzigd", ["contact.telefoon"])
    ]
    assert (map_ / GELDLOKET).read_text(encoding="utf-8") == voor
    importeer(map_, tabel)
    na = (map_ / GELDLOKET).read_text(encoding="utf-8")
    assert [(a, b) for a, b in zip(voor.split("\n"), na.split("\n"), strict=True) if a != b] == [
        ('  telefoon: "0999-12 34 56"', '  telefoon: "0999-65 43 21"')
    ]


def test_een_lege_cel_in_een_eigen_kolom_haalt_weg_en_een_kolom_die_er_niet_is_niet(map_):
    voor = lees(map_, "geldloket", "algemene_voorzieningen")
    importeer(map_, maak_csv(map_, [["id", "naam", "contact.email"], ["geldloket", "Geldloket Nieuw", ""]]))
    na = lees(map_, "geldloket", "algemene_voorzieningen")
    assert na["naam"] == "Geldloket Nieuw" and "email" not in na["contact"]
    assert {k: v for k, v in na.items() if k not in ("naam", "contact")} == {
        k: v for k, v in voor.items() if k not in ("naam", "contact")
    }


def test_nederlandse_koppen_zonder_ids(map_):
    rijen_ = [
        ["Lijst van plekken in Proefstad", "", "", "", "", "", "", "", "", ""],
        [
            "Naam instelling",
            "Straatnaam",
            "Huisnr.",
            "Toev.",
            "Postcode",
            "Woonplaats",
            "Tel.nr",
            "Website",
            "Breedtegraad",
            "Lengtegraad",
            "Aantal stoelen",
        ],
        [
            "Café 't Hoekje",
            "Kade",
            "3",
            "b",
            "9999aa",
            "Proefstad",
            "999123456",
            "www.hoekje.example",
            "52,615",
            "3,905",
            "40",
        ],
        ["Zaal Zuid", "Brug", "4", "", "9999 AB", "Proefstad", "0999-12 34 56", "", "52,605", "3,905", ""],
        ["Ver weg", "Laan", "5", "", "9999 AC", "Elders", "", "", "52,9", "6,5", ""],
        ["", "Laan", "5", "", "", "", "", "", "", "", ""],
    ]
    uit = importeer(
        map_, maak_csv(map_, rijen_, codering="cp1252"), "--soort", "wijkfunctie", "--functie", "buurthuis"
    )
    assert [r["wat"] for r in uit["rijen"]] == ["nieuw", "nieuw", "geweigerd", "geweigerd"]
    assert "wijk" in uit["rijen"][2]["redenen"][0] and "naam ontbreekt" in uit["rijen"][3]["redenen"][0]
    assert uit["niet_gebruikt"] == ["Aantal stoelen"]
    een = lees(map_, "cafe-t-hoekje")
    assert een["werkgebied"] == ["WK999901"] and lees(map_, "zaal-zuid")["werkgebied"] == ["WK999902"]
    assert een["contact"] == {"telefoon": "0999123456", "website": "https://www.hoekje.example"}
    assert een["locaties"][0]["adres"] == {
        "straat": "Kade",
        "huisnummer": "3b",
        "postcode": "9999 AA",
        "plaats": "Proefstad",
    }
    assert een["toegang"] == {"hoe": "onbekend"} and een["gecontroleerd"] == {
        "op": "2026-11-22",
        "door": "import, nog niet nagekeken",
    }
    assert draai(map_, "controleer") == 0
    nog_eens = importeer(map_, map_.parent / "lijst.csv", "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert [r["wat"] for r in nog_eens["rijen"]] == ["gelijk", "gelijk", "geweigerd", "geweigerd"]


def test_excel_met_samengevoegde_koppen_datums_en_nummers(map_):
    from openpyxl import Workbook

    boek = Workbook()
    blad = boek.active
    blad.append(["Overzicht 2026"])
    blad.append(["", "Bezoekadres", "", "", "", "Contact", ""])
    blad.append(["Naam", "straat", "nummer", "postcode", "plaats", "telefoon", "gecontroleerd op"])
    blad.append(["Plek een", "Kade", 12, "9999 AA", "Proefstad", 999123456, datetime(2026, 3, 1)])
    blad.append(["Plek twee", "Kade", 14.0, "9999AA", "Proefstad", 8001234, 46000])
    blad.append(["Plek drie", "Kade", date(2026, 2, 12), "9999AA", "Proefstad", None, None])
    blad.append(['=HYPERLINK("https://x.example","Plek")', "Kade", 1, "9999AA", "Proefstad", None, None])
    blad.merge_cells("A1:G1")
    blad.merge_cells("B2:E2")
    boek.save(map_.parent / "lijst.xlsx")
    uit = importeer(
        map_, map_.parent / "lijst.xlsx", "--soort", "wijkfunctie", "--functie", "buurthuis", "--werkgebied", "GM9999"
    )
    assert [r["wat"] for r in uit["rijen"]] == ["nieuw", "nieuw", "geweigerd", "geweigerd"], uit["rijen"]
    assert "datum" in uit["rijen"][2]["redenen"][0]
    assert (
        lees(map_, "plek-een")["gecontroleerd"]["op"] == "2026-03-01"
        and lees(map_, "plek-een")["contact"]["telefoon"] == "0999123456"
    )
    assert (
        lees(map_, "plek-twee")["gecontroleerd"]["op"] == "2025-12-09"
        and lees(map_, "plek-twee")["contact"]["telefoon"] == "0800-1234"
    )
    assert lees(map_, "plek-twee")["locaties"][0]["adres"]["huisnummer"] == "14"


def test_dubbele_namen_en_bezette_ids(map_):
    kop = ["naam", "straat", "nr", "plaats", "lat", "lon"]
    rijen_ = [
        kop,
        ["Geldloket", "A", "1", "Proefstad", "52.615", "3.905"],
        ["Huis", "A", "2", "Proefstad", "52.615", "3.905"],
        ["Huis", "B", "3", "Proefstad", "52.605", "3.905"],
        ["Huis", "C", "4", "Proefstad", "52.605", "3.905"],
        ["con", "D", "5", "Proefstad", "52.605", "3.905"],
    ]
    uit = importeer(map_, maak_csv(map_, rijen_, ","), "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert [r["id"] for r in uit["rijen"]] == [
        "geldloket-proefstad",
        "huis",
        "huis-proefstad",
        "huis-2",
        "con-proefstad",
    ]


def test_tijden_van_een_week_en_lange_teksten(map_):
    lang = "Wij helpen u met post en geld. " * 12
    rijen_ = [
        ["Naam", "Openingstijden", "Samenvatting", "lat", "lon"],
        ["A", "ma t/m vr 9.00-17.00, za gesloten", lang, "52.615", "3.905"],
        ["B", "volgens afspraak met de beheerder", "Kort.", "52.615", "3.905"],
    ]
    importeer(map_, maak_csv(map_, rijen_), "--soort", "wijkfunctie", "--functie", "buurthuis")
    a, b = lees(map_, "a"), lees(map_, "b")
    assert a["locaties"][0]["openingstijden"] == {
        **dict.fromkeys(("ma", "di", "wo", "do", "vr"), "09:00-17:00"),
        "za": "gesloten",
    }
    assert (
        len(a["samenvatting"]) <= 160
        and a["samenvatting"].endswith(".")
        and a["omschrijving"].count("post en geld") == 12
    )
    assert b["locaties"][0]["openingstijden"] == {"toelichting": "volgens afspraak met de beheerder"}


def test_eigen_lijst_van_kolommen(map_):
    (map_ / "importkolommen.yaml").write_text(
        '"Titel van de plek": "naam"\n"Bel": "contact.telefoon"\n"Straat": ""\n', encoding="utf-8"
    )
    rijen_ = [["Titel van de plek", "Bel", "Straat", "lat", "lon"], ["X", "0999-123456", "Kade", "52.615", "3.905"]]
    uit = importeer(map_, maak_csv(map_, rijen_), "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert uit["niet_gebruikt"] == ["Straat"] and lees(map_, "x")["contact"]["telefoon"] == "0999-123456"
    (map_ / "importkolommen.yaml").write_text('"Bel": "bestaat.niet"\n', encoding="utf-8")
    assert draai(map_, "importeer", map_.parent / "lijst.csv") == 1


def test_rijen_met_hetzelfde_id_zijn_plekken(map_):
    kop = ["id", "soort", "naam", "functies", "samenvatting", "toegang", "werkgebied", "straat", "plaats"]
    vast = ["twee", "wijkfunctie", "Twee plekken", "buurthuis", "Op twee plekken.", "vrij", "WK999901"]
    importeer(map_, maak_csv(map_, [kop, [*vast, "Kade", "Proefstad"], [*vast, "Brug", "Proefstad"]]))
    assert [plek["adres"]["straat"] for plek in lees(map_, "twee")["locaties"]] == ["Kade", "Brug"]


def test_rijksdriehoek_en_punt_in_een_cel(map_):
    uit = rijen.Rij(1, velden={"rd_x": "155000", "rd_y": "463000"})
    samen.zet_rd_om([uit])
    assert [round(g, 3) for g in uit.punt()] == [5.387, 52.155]


def test_formules_en_apostrofs_blijven_tekst(tmp_path):
    rij = ["=1+1", "+31 5", "-x", "@y", "'s avonds", "''z", "a\nb", "  twee  spaties", "0570", "1e5", "é🍵"]
    for soort in ("csv", "xlsx", "ods"):
        schrijf_tabel(
            Tabel([f"k{i}" for i in range(len(rij))], [rij], [["k", "u", "", "", ""]], {"k1": ("ja", "nee")}),
            tmp_path / f"x.{soort}",
        )
        gelezen = lees_tabel(tmp_path / f"x.{soort}")[1]
        assert [str(c)[1:] if soort == "csv" and str(c)[:1] == "'" else c for c in gelezen] == (
            rij if soort != "csv" else [*rij[:5], *rij[5:]]
        ), soort


def test_het_uitgevoerde_xlsx_legt_uit_en_beschermt(map_):
    from openpyxl import load_workbook

    draai(map_, "exporteer", map_.parent / "alles.xlsx")
    boek = load_workbook(map_.parent / "alles.xlsx")
    blad = boek["Ingangen"]
    assert blad.protection.sheet and blad["A2"].protection.locked and not blad["C2"].protection.locked
    assert len(blad.data_validations.dataValidation) >= 5
    kolommen = [cel.value for cel in blad[1]]
    assert [rij[0].value for rij in boek["Uitleg"].iter_rows(min_row=2)] == kolommen
    assert all(rij[1].value for rij in boek["Uitleg"].iter_rows(min_row=2))


@pytest.mark.parametrize(
    ("tekst", "teken"),
    [("a;b;c\n1,5;2;3\n", ";"), ("a,b\n1,2\n", ","), ("a\tb\n1,5\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("a\nb\n", ",")],
)
def test_het_scheidingsteken(tekst, teken):
    assert vind_scheiding(tekst) == teken


@pytest.mark.parametrize(
    ("kop", "doel"),
    [
        ("Telefoonnummer (algemeen)", "contact.telefoon"),
        ("E-mailadres", "contact.email"),
        ("WIJKCODE_2022", "wijkcode"),
        ("Huisnr.", "locaties[0].adres.huisnummer"),
        ("contact.telefoon", "contact.telefoon"),
        ("locaties[1].adres.straat", "locaties[1].adres.straat"),
        ("Organisatie", "aanbieder"),
        ("Hoe heet het?", "naam"),
        ("In welke wijk(en) is dit?", "wijknaam"),
        ("Wat is jullie telefoonnummer", "contact.telefoon"),
        ("Wanneer is het?", "tijden"),
        ("Hoe is de sfeer?", ""),
        ("Stoelen", ""),
    ],
)
def test_koppen(kop, doel):
    assert doel_van(kop, {}) == doel


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("Kerkstraat 3a, 7411 AA Deventer", ("Kerkstraat", "3a", "7411 AA", "Deventer")),
        ("Brink 10", ("Brink", "10", None, None)),
        ("Plein 1813 4, Deventer", ("Plein 1813", "4", None, "Deventer")),
        ("2e Weg 12-2 7411aa", ("2e Weg", "12-2", "7411 AA", None)),
    ],
)
def test_adressen(tekst, uit):
    gesplitst = splitsen.splits_adres(tekst)
    assert tuple(gesplitst.get(d) for d in ("straat", "huisnummer", "postcode", "plaats")) == uit


@pytest.mark.parametrize("naam", ["kapot.xlsx", "kapot.ods", "leeg.csv", "plaatje.csv", "er-niet.csv", "x.docx"])
def test_wat_geen_tabel_is(map_, naam, capsys):
    ruw = {
        "kapot.xlsx": b"PK\x03\x04rommel",
        "kapot.ods": b"rommel",
        "leeg.csv": b"",
        "plaatje.csv": bytes(range(256)) * 20,
        "x.docx": b"PK",
    }
    if naam in ruw:
        (map_.parent / naam).write_bytes(ruw[naam])
    assert draai(map_, "importeer", map_.parent / naam) in (1, 2)
    assert "Zo lost u het op" in capsys.readouterr().err


def test_een_ander_bestand_met_gewoonten_gaat_heen_en_weer(map_):
    """De bestanden met schrijfgewoonten die als ingang goed zijn, blijven byte voor byte gelijk."""
    for bestand in BESTANDEN:
        tekst = bestand.read_bytes().decode("utf-8-sig")
        if "functies: [buurthuis]" in tekst and "locaties" not in tekst and "eigen" not in tekst and '""' not in tekst:
            (map_ / f"sociale_kaart/wijkfuncties/x{bestand.stem}.yaml").write_bytes(bestand.read_bytes())
    voor = inhoud(map_)
    draai(map_, "exporteer", map_.parent / "alles.xlsx")
    uit = importeer(map_, map_.parent / "alles.xlsx")
    assert {r["wat"] for r in uit["rijen"]} == {"gelijk"} and inhoud(map_) == voor and len(voor) > 8


def test_een_lijst_uit_een_ander_systeem(map_):
    """Nummers per rij, hoofdletters, HTML, twee telefoonnummers, kosten en doelgroepen in woorden."""
    kop = [
        "NR",
        "Naam\naccommodatie",
        "ADRES",
        "Tel.",
        "Wijk",
        "Opmerkingen",
        "Kosten",
        "Doelgroep",
        "Naam contactpersoon",
    ]
    een = [
        "1",
        "De Schakel",
        "KADE 14a 9999 AA PROEFSTAD",
        "0999 - 62 31 23 / 0999-111222",
        "Noord",
        "<p>Bel <b>aan</b> &amp; wacht.</p>",
        "\u20ac 2,50 per keer",
        "55-plussers",
        "Jan",
    ]
    uit = importeer(map_, maak_csv(map_, [kop, een]), "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert uit["niet_gebruikt"] == ["Naam contactpersoon"], uit
    plek = lees(map_, "de-schakel")
    assert plek["locaties"] == [
        {"adres": {"straat": "Kade", "huisnummer": "14a", "postcode": "9999 AA", "plaats": "Proefstad"}}
    ]
    assert plek["contact"] == {
        "telefoon": "0999 - 62 31 23",
        "telefoons": [{"telefoon": "0999-111222", "naam": "ander nummer"}],
    }
    assert (
        plek["kosten"] == {"soort": "betaald", "toelichting": "\u20ac 2,50 per keer"}
        and plek["voor_wie"] == "55-plussers"
    )
    assert (
        plek["samenvatting"] == "Bel aan & wacht."
        and plek["werkgebied"] == ["WK999901"]
        and "Jan" not in json.dumps(plek)
    )


def test_een_los_nummer_naast_een_straat(map_):
    rijen_ = [
        ["naam", "adres", "nr", "postcode", "plaats", "wijkcode"],
        ["A", "Plein", "4", "9999AA", "Proefstad", "WK999902"],
    ]
    importeer(map_, maak_csv(map_, rijen_), "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert lees(map_, "a")["locaties"][0]["adres"] == {
        "straat": "Plein",
        "huisnummer": "4",
        "postcode": "9999 AA",
        "plaats": "Proefstad",
    }


def test_dezelfde_naam_op_een_ander_punt_is_een_andere(map_):
    rijen_ = [
        ["naam", "lat", "lon"],
        ["Speeltuin", "52.615", "3.905"],
        ["Speeltuin", "52.605", "3.905"],
        ["Speeltuin", "52.605", "3.905"],
    ]
    tabel = maak_csv(map_, rijen_)
    uit = importeer(map_, tabel, "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert [(r["wat"], r["id"]) for r in uit["rijen"]] == [
        ("nieuw", "speeltuin"),
        ("nieuw", "speeltuin-2"),
        ("geweigerd", ""),
    ]
    assert lees(map_, "speeltuin-2")["werkgebied"] == ["WK999902"] and "dezelfde naam" in uit["rijen"][2]["redenen"][0]
    uit = importeer(map_, tabel, "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert [r["wat"] for r in uit["rijen"]] == ["gelijk", "gelijk", "geweigerd"]


@pytest.mark.parametrize(
    ("kop", "cel", "codes"),
    [
        ("wijk", "WK999902", ["WK999902"]),
        ("wijk", "Wijk 02 zuid", ["WK999902"]),
        ("wijkcode", "Zuid", ["WK999902"]),
        ("werkgebied", "Noord en Zuid", ["WK999901", "WK999902"]),
        ("wijk", "heel Proefstad", ["GM9999"]),
        ("gebied", "hele gemeente", ["GM9999"]),
        ("gebied", "landelijk", ["landelijk"]),
        ("wijk", "Noord; Nergens", None),
        ("wijk", "Nergens", None),
    ],
)
def test_een_cel_voor_de_wijk_mag_een_code_of_naam_zijn_en_meer(map_, kop, cel, codes):
    uit = importeer(
        map_, maak_csv(map_, [["naam", kop], ["A", cel]]), "--soort", "wijkfunctie", "--functie", "buurthuis"
    )
    if codes:
        assert lees(map_, "a")["werkgebied"] == codes
    else:
        assert uit["geweigerd"] == 1 and "Nergens" in json.dumps(uit)


def test_rijen_per_dag_zijn_een_ingang(map_):
    rijen_ = [
        ["naam", "wijk", "dag", "tijd", "plaats"],
        ["Spel", "Noord", "maandag", "9-12 uur", "Proefstad"],
        ["Spel", "Noord", "do en vr", "13.30-16.00", "Proefstad"],
        ["Spel", "Noord", "maandag", "19.00-21.00", "Proefstad"],
        ["Spel zuid", "Zuid", "maandag", "9-12 uur", "Proefstad"],
    ]
    uit = importeer(map_, maak_csv(map_, rijen_), "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert uit["nieuw"] == 2, uit
    tijden = lees(map_, "spel")["locaties"][0]["openingstijden"]
    assert tijden == {"ma": "09:00-12:00, 19:00-21:00", "do": "13:30-16:00", "vr": "13:30-16:00"}


def test_achter_een_link_zit_het_adres(map_, tmp_path):
    import openpyxl

    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["naam", "wijk", "website", "mail"])
    for naam, link in (("A", "https://a.example/x"), ("B", "javascript:alert(1)")):
        blad.append([naam, "Noord", "site", "mail ons"])
        blad.cell(blad.max_row, 3).hyperlink = link
        blad.cell(blad.max_row, 4).hyperlink = "mailto:info@a.example?subject=hoi"
    boek.save(tmp_path / "links.xlsx")
    uit = importeer(map_, tmp_path / "links.xlsx", "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert lees(map_, "a")["contact"] == {"email": "info@a.example", "website": "https://a.example/x"}
    assert uit["geweigerd"] == 1


@pytest.mark.parametrize(
    ("tekst", "tijden"),
    [
        ("2e dinsdag v/d maand 19.00-21.00 uur", {"di": "tweede 19:00-21:00"}),
        ("elke 1e en 3e donderdag 10-12 uur; vr 9-12", {"do": "eerste en derde 10:00-12:00", "vr": "09:00-12:00"}),
        ("iedere laatste zo: 14.00 tot 16.00", {"zo": "laatste 14:00-16:00"}),
        ("elke ma en wo 9-10", {"ma": "09:00-10:00", "wo": "09:00-10:00"}),
        ("2e dinsdag 19.00u", None),
        ("op de 2e verdieping, ma 9-12", None),
    ],
)
def test_de_hoeveelste_van_de_maand(tekst, tijden):
    assert splitsen.splits_tijden(tekst) == tijden


def test_een_gewoon_woord_wordt_de_functie_en_de_functie_zegt_de_soort(map_):
    """'Soort hulp: wijkgebouw' is genoeg; wat bij twee functies past, kiest de schrijver zelf."""
    functies = map_ / "sociale_kaart/functies"
    for id_, woorden in (("buurthuis", "wijkgebouw, loket"), ("schuldhulpverlening", "geldzorgen, loket")):
        oud = (functies / f"{id_}.yaml").read_text(encoding="utf-8")
        (functies / f"{id_}.yaml").write_text(
            re.sub(r"zoekwoorden:.*(?:\n +-.*|\n  .*)*", f"zoekwoorden: [{woorden}]", oud), encoding="utf-8"
        )
    tabel = maak_csv(
        map_,
        [
            ["Naam", "Soort hulp", "Wijk"],
            ["De Proefhal", "Wijkgebouwen", "heel Proefstad"],
            ["Spreekuur Oost", "geldzorg", "heel Proefstad"],
            ["Iets met een loket", "loket", "heel Proefstad"],
            ["Iets anders", "astrologie", "heel Proefstad"],
        ],
    )
    hal, spreekuur, loket, anders = importeer(map_, tabel, "--proef", "--werkgebied", "GM9999")["rijen"]
    assert hal["wat"] == spreekuur["wat"] == "nieuw", (hal, spreekuur)
    assert any("lazen we als de functie buurthuis" in o for o in hal["opmerkingen"])
    assert loket["wat"] == anders["wat"] == "geweigerd"
    assert "buurthuis of schuldhulpverlening" in loket["redenen"][0]
    assert "/functies/" in anders["redenen"][0]
    importeer(map_, tabel, "--werkgebied", "GM9999")
    assert lees(map_, "de-proefhal")["functies"] == ["buurthuis"]
    assert lees(map_, "spreekuur-oost", "algemene_voorzieningen")["functies"] == ["schuldhulpverlening"]


def test_een_rij_zegt_in_een_keer_alles_wat_ontbreekt(map_):
    kop = ["Naam", "functies", "Wijk"]
    rijen = [
        ["Leeg", "", ""],
        ["Gek", "sterrenkijken", ""],
        ["Twee soorten", "schuldhulpverlening, buurthuis", "Noord"],
    ]
    leeg, gek, twee = importeer(map_, maak_csv(map_, [kop, *rijen]), "--proef")["rijen"]
    assert [r.split(";")[0] for r in leeg["redenen"]][0] == "de functie ontbreekt"
    assert gek["redenen"][0].startswith("de functie 'sterrenkijken' bestaat niet")
    for rij in (leeg, gek):
        assert len(rij["redenen"]) == 2 and "--werkgebied GM9999, voor de hele gemeente" in rij["redenen"][1]
    assert twee["wat"] == "nieuw" and "die van 'schuldhulpverlening': algemene_voorziening" in twee["opmerkingen"][0]


def test_wat_voor_plek_het_is_staat_soms_in_de_kolom_soort(map_):
    tabel = maak_csv(map_, [["Naam", "Soort"], ["De Proefhal", "Buurthuis"], ["Het Punt", "wijkfunctie"]])
    hal, punt = importeer(map_, tabel, "--proef", "--werkgebied", "GM9999")["rijen"]
    assert hal["wat"] == "nieuw" and "de functie ontbreekt" in punt["redenen"][0]


def test_het_huisnummer_staat_bij_de_straat_en_geen_nummer_is_geen_nummer(map_):
    tabel = maak_csv(
        map_,
        [
            ["Naam", "Straat", "PC", "Telefoon", "Website"],
            ["De Proefhal", "Sint Jansstraat 5b", "9999 AA", "geen", "heeft geen site"],
            ["Het Punt", "Kade", "9999 AA", "nee, nog niet", "geen.example"],
        ],
    )
    importeer(map_, tabel, "--functie", "buurthuis", "--soort", "wijkfunctie", "--werkgebied", "GM9999")
    hal, punt = lees(map_, "de-proefhal"), lees(map_, "het-punt")
    assert hal["locaties"][0]["adres"]["straat"] == "Sint Jansstraat"
    assert hal["locaties"][0]["adres"]["huisnummer"].lower() == "5b" and "contact" not in hal
    assert punt["locaties"][0]["adres"]["straat"] == "Kade" and punt["contact"] == {"website": "https://geen.example"}


def test_een_lijst_met_tussenkoppen_rijnummers_en_een_telling(map_):
    """Wat iemand voor het oog maakte: een wijk boven een groep, 1 2 3 ervoor, en een totaal eronder."""
    rijen_ = [
        ["Nr", "Organisatie / locatie", "Adres", "PC6", "Open", "Laatst nagekeken"],
        ["Wijk 1: Noord", "", "", "", "", ""],
        ["1", "Inloop A", "Kade", "9999 AA", "dagelijks 10-12 uur", "1-2-26"],
        ["2", "Inloop B", "Plein 3", "9999ab", "op werkdagen: 9.00u - 17.00u", ""],
        ["02 Zuid (e.o.)"] * 6,
        ["3", "Inloop C", "", "", "weekend 10-11 uur", ""],
        ["Cultuur"] * 6,
        ["4", "Inloop D", "", "", "", ""],
        ["Totaal", "4", "", "", "", ""],
    ]
    uit = importeer(map_, maak_csv(map_, rijen_), "--soort", "wijkfunctie", "--functie", "buurthuis")
    assert (uit["nieuw"], uit["geweigerd"]) == (3, 5)
    a, b, c = (lees(map_, f"inloop-{letter}") for letter in "abc")
    assert [plek["werkgebied"] for plek in (a, b, c)] == [["WK999901"], ["WK999901"], ["WK999902"]]
    assert a["locaties"][0]["adres"] == {"straat": "Kade", "postcode": "9999 AA", "plaats": "Proefstad"}
    assert b["locaties"][0]["adres"]["huisnummer"] == "3" and a["gecontroleerd"]["op"] == "2026-02-01"
    tijden = [plek["locaties"][0]["openingstijden"] for plek in (a, b, c)]
    assert [list(t) for t in tijden] == [list(DAGEN), list(DAGEN[:5]), ["za", "zo"]]
    redenen = json.dumps(uit, ensure_ascii=False)
    assert redenen.count("een kop boven een groep") == 3 and redenen.count("een regel bij de lijst") == 1


@pytest.mark.parametrize(
    ("cel", "getal"),
    [
        ("207.464,39", "207464.39"),
        ("207,464.39", "207464.39"),
        ("207.464", "207464"),
        ("6,155", "6.155"),
        (6.155, "6.155"),
    ],
)
def test_meters_en_graden_zoals_iemand_ze_schrijft(cel, getal):
    assert meters(cel) == getal


def test_het_blad_met_de_koppen_gaat_voor_een_leeswijzer(tmp_path):
    boek = Workbook()
    boek.active.append(["Dit hoort bij de lijst."])
    blad = boek.create_sheet("Lijst")
    blad.append(["Locatienaam", "N.B.", "O.L."])
    blad.append(["Huis", 52.615, 3.905])
    boek.save(tmp_path / "lijst.xlsx")
    tabel = lees_tabel(tmp_path / "lijst.xlsx")
    assert tabel[1][0] == "Huis" and {"naam", "locaties[0].punt.lengte"} <= set(vind_koppen(tabel, {}).doelen.values())


@pytest.mark.parametrize("soort", ["csv", "xlsx", "ods"])
def test_twee_keer_uit_is_byte_voor_byte_gelijk(map_, tmp_path, soort, monkeypatch):
    """Ook een jaar later: het moment van opslaan zit er niet in."""
    draai(map_, "exporteer", tmp_path / f"een.{soort}")
    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2030, 3, 17, 12, 0, 0, 6, 76, 0))
    draai(map_, "exporteer", tmp_path / f"twee.{soort}")
    assert (tmp_path / f"een.{soort}").read_bytes() == (tmp_path / f"twee.{soort}").read_bytes()
    if soort == "xlsx":
        assert b"1980-01-01" in ZipFile(tmp_path / "twee.xlsx").read("docProps/core.xml")
