"""Van tekst naar waarde: wat elke soort veld aanneemt, wat eruit komt en wat niet mag."""

import random
import re
from datetime import date

import pytest

from generator.betekenis.vandaag import over_maanden
from generator.lezen import persoonsgegevens
from generator.lezen.persoonsgegevens import elfproef, noemt_mens, van_een_persoon, zoek_persoonsgegevens
from generator.lezen.telefoons import is_telefoon
from generator.lezen.tijden import Tijdfout, lees_dagtijd
from generator.lezen.tijdhint import verbeterd
from generator.lezen.waarden import NIETS, OMZETTERS, Lezing, naaste
from generator.lezen.webadres import bezwaar_tegen_url
from generator.lezen.yaml_lezer import Tekst
from generator.meldingen import Verslag
from generator.model import Dagdeel, Dagtijd, Periode, Wanneer
from generator.opmaak import tel_link
from generator.schema.veld import Veld


def zet_om(soort, waarde, **veld):
    verslag = Verslag()
    lezing = Lezing(verslag, "p", date(2026, 11, 22))
    uit = OMZETTERS[soort](Tekst(waarde, 3, 7), Veld("x", soort, "uitleg", **veld), lezing)
    return uit, [m.code for m in verslag.meldingen]


@pytest.mark.parametrize(
    ("soort", "waarde", "uit"),
    [
        ("tekst", " Huis ", "Huis"),
        ("tekst", "cafe\u0301", "caf\u00e9"),
        ("tekst", "1 < 2 & 3", "1 < 2 & 3"),
        ("ja_nee", "ja", True),
        ("ja_nee", "nee", False),
        ("datum", "2026-11-22", date(2026, 11, 22)),
        ("datum", "2024-02-29", date(2024, 2, 29)),
        ("stand", "2021", "2021"),
        ("stand", "2021-03", "2021-03"),
        ("stand", "2021-03-31", "2021-03-31"),
        ("postcode", "7411AA", "7411 AA"),
        ("postcode", "7411 aa", "7411 AA"),
        ("huisnummer", "12-2", "12-2"),
        ("huisnummer", "12 hs", "12 hs"),
        ("lengte", "6.155", 6.155),
        ("breedte", "52.251", 52.251),
        ("aantal", "12", 12),
        ("periode", "1 november tot en met 29 februari", Periode((11, 1), (2, 29))),
        ("taal", "Fries", "fy"),
        ("taal", "nld", "nl"),
        ("taal", "Pasjtoe", "ps"),
        ("gebiedscode", "GM0150", "GM0150"),
        ("gebiedscode", "WK015001", "WK015001"),
        ("gebiedscode", "BU01500101", "BU01500101"),
        ("id", "geldloket-2", "geldloket-2"),
        ("kleur", "#1D4F91", "#1d4f91"),
        ("url", "https://samen.example/x?y=1#z", None),
        ("email", "info+west@samen.example", None),
        ("telefoon", "14 0570", None),
    ],
)
def test_goede_waarden(soort, waarde, uit):
    assert zet_om(soort, waarde) == (waarde if uit is None else uit, [])


@pytest.mark.parametrize(
    ("soort", "waarde", "code"),
    [
        ("tekst", "x" * 201, "SK206"),
        ("tekst", "<b>", "SK221"),
        ("tekst", "&nbsp;", "SK221"),
        ("tekst", "=1+1", "SK224"),
        ("tekst", "een\ntwee", "SK225"),
        ("markdown", "x" * 201, "SK206"),
        ("markdown", "![](https://x.example)", "SK223"),
        ("ja_nee", "Ja", "SK226"),
        ("datum", "2026-02-30", "SK207"),
        ("datum", "2026-11-23", "SK208"),
        ("datum", "２０２６-01-01", "SK207"),
        ("stand", "21", "SK207"),
        ("stand", "2021-13", "SK207"),
        ("stand", "2021-02-99", "SK207"),
        ("postcode", "0411 AA", "SK213"),
        ("postcode", "7411 SS", "SK213"),
        ("postcode", "7411 AA\n", "SK213"),
        ("postcode", "７411 AA", "SK213"),
        ("huisnummer", "0", "SK214"),
        ("huisnummer", "1_000", "SK214"),
        ("huisnummer", "1e3", "SK214"),
        ("huisnummer", "٣", "SK214"),
        ("lengte", "NaN", "SK217"),
        ("lengte", "1e1", "SK217"),
        ("lengte", "٦.١", "SK217"),
        ("lengte", "52.2", "SK218"),
        ("breedte", "473000", "SK219"),
        ("aantal", "0", "SK217"),
        ("aantal", "201", "SK217"),
        ("gebiedscode", "landelijk", "SK227"),
        ("gebiedscode", "WK01500", "SK227"),
        ("gebiedscode", "wk015001", "SK227"),
        ("id", "Geld", "SK309"),
        ("id", "-geld", "SK309"),
        ("id", "geld\n", "SK309"),
        ("id", "a" * 65, "SK309"),
        ("id", "../x", "SK309"),
        ("kleur", "rood", "SK205"),
        ("periode", "april", "SK234"),
        ("taal", "klingonees", "SK235"),
        ("url", "javascript:alert(1)", "SK211"),
        ("email", "a@b\n.example", "SK210"),
        ("telefoon", "12", "SK209"),
        ("telefoon", "0900-0113", "SK230"),
        ("verwijzing", "a b", "SK309"),
    ],
)
def test_verkeerde_waarden(soort, waarde, code):
    assert zet_om(soort, waarde) == (NIETS, [code])


def test_een_verwijzing_wordt_onthouden_om_later_te_controleren():
    lezing = Lezing(Verslag(), "p", date(2026, 11, 22))
    OMZETTERS["verwijzing"](Tekst("buurthuis", 2, 5), Veld("functies", "verwijzing", "x", verwijst="functie"), lezing)
    OMZETTERS["gebiedscode"](
        Tekst("landelijk", 3, 5), Veld("werkgebied", "gebiedscode", "x", verwijst="gebied"), lezing
    )
    assert lezing.verwijzingen == [("functie", "buurthuis", 2, 5), ("gebied", "landelijk", 3, 5)]


@pytest.mark.parametrize(
    ("tekst", "vakken"),
    [
        ("09:00-12:30", [(540, 750)]),
        ("00:00-24:00", [(0, 1440)]),
        ("09:00 - 12:30,13:30-17:00", [(540, 750), (810, 1020)]),
        ("09:00-12:00, 12:00-13:00", [(540, 720), (720, 780)]),
        ("13:00-17:00, 09:00-12:00", [(540, 720), (780, 1020)]),
        ("22:00-02:00", [(1320, 1560)]),
        ("10:00-00:00", [(600, 1440)]),
        ("gesloten", []),
    ],
)
def test_dagtijden(tekst, vakken):
    assert lees_dagtijd(tekst) == Dagtijd(tuple(Dagdeel(*vak) for vak in vakken))


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("op afspraak", [Dagdeel(afspraak=True)]),
        ("09:00-12:00, op afspraak 13:00-17:00", [Dagdeel(540, 720), Dagdeel(780, 1020, True)]),
        ("eerste en derde 10:30-12:00", [Dagdeel(630, 720, False, Wanneer((1, 3)))]),
        ("laatste op afspraak", [Dagdeel(afspraak=True, wanneer=Wanneer((-1,)))]),
        (
            "even weken 13:00-15:00, oneven weken 14:00-16:00",
            [Dagdeel(780, 900, False, Wanneer(weken="even")), Dagdeel(840, 960, False, Wanneer(weken="oneven"))],
        ),
    ],
)
def test_dagtijden_met_een_afspraak_of_niet_elke_week(tekst, delen):
    assert lees_dagtijd(tekst) == Dagtijd(tuple(delen))


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("9:30-12:00", "SK215"),
        ("24:00-24:00", "SK215"),
        ("09:00-09:00", "SK216"),
        ("17:00-07:01", "SK216"),
        ("gesloten, 09:00-10:00", "SK216"),
        ("", "SK215"),
        ("eerste en eerste 09:00-10:00", "SK216"),
        ("even weken", "SK215"),
        ("٠٩:00-10:00", "SK215"),
    ],
)
def test_verkeerde_dagtijden(tekst, code):
    with pytest.raises(Tijdfout) as fout:
        lees_dagtijd(tekst)
    assert fout.value.code == code


@pytest.mark.parametrize(
    ("tekst", "bedoeld"),
    [
        ("9.00 tot 12.30 uur", "09:00-12:30"),
        ("9-12", "09:00-12:00"),
        ("van 9 tot 12 uur en van 13 tot 17 uur", "09:00-12:00, 13:00-17:00"),
        ("dicht", "gesloten"),
        ("Op Afspraak", "op afspraak"),
        ("09:00–17:00", "09:00-17:00"),
        ("8.30 u. - 9 u.", "08:30-09:00"),
    ],
)
def test_wat_iemand_met_een_tijd_bedoelde(tekst, bedoeld):
    assert verbeterd(tekst) == f'; bedoelde u "{bedoeld}"?'


@pytest.mark.parametrize("tekst", ["morgen", "25:00-26:00", "", "elke dag"])
def test_geen_voorstel_als_het_niet_te_raden_is(tekst):
    assert verbeterd(tekst) == "."


def test_naaste_geeft_wat_lijkt():
    assert naaste("schuldhulp", ["schuldhulpverlening", "buurthuis"]) == "schuldhulpverlening"
    assert naaste("Gratis", ["gratis", "betaald"], 1) == "gratis"
    assert naaste("zzz", [f"woord-{n}" for n in range(300)]) == "niets"
    assert naaste("zzz", []) == "niets"


def test_telefoonnummers_hebben_de_lengte_van_het_nummerplan():
    assert all(
        map(
            is_telefoon,
            (
                "0570-12 34 56",
                "112",
                "113",
                "144",
                "116 000",
                "14 020",
                "14 0570",
                "0800-1234",
                "0900 123 45 67",
                "+31 570 12 34 56",
                "0031 6 12345678",
                "(0570) 123456",
                "+49 30 1234567",
            ),
        )
    )
    assert not any(
        map(
            is_telefoon,
            ("", "1", "11", "115", "0000000000", "0800-12345", "+31 570 12 34 5", "٠٥٧٠١٢٣٤٥٦", "0570\n123456"),
        )
    )


def test_elfproef():
    assert elfproef("111222333") and elfproef("123456782")
    assert not elfproef("123456789") and not elfproef("000000000")


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("BSN 111.222.333", "burgerservicenummer"),
        ("bel 06-1234 5678", "mobiel nummer"),
        ("+31 6 12345678", "mobiel nummer"),
        ("mail j.jansen@x.example", "e-mailadres van een persoon"),
        ("NL91ABNA0417164300", "rekeningnummer"),
    ],
)
def test_persoonsgegevens(tekst, wat):
    assert [vondst[2] for vondst in zoek_persoonsgegevens(tekst)] == [wat]


@pytest.mark.parametrize(
    "tekst",
    [
        "0570-12 34 56",
        "111222334",
        "RSIN 111222333",
        "info@x.example",
        "team.noord@x.example",
        "7411 AA",
        "van 2024 tot 2026",
        "1112223330",
        "0612 is geen nummer",
        "https://x.example/111222334",
    ],
)
def test_geen_persoonsgegevens(tekst):
    assert list(zoek_persoonsgegevens(tekst)) == []


def test_een_adres_van_een_team_is_geen_persoon():
    assert van_een_persoon("anna.de.vries") and van_een_persoon("a.vries")
    assert not any(map(van_een_persoon, ("info", "wijkteam.noord", "sociaal.domein", "anna", "x.9", "a.b")))


@pytest.mark.parametrize(
    "adres", ["https://samen.example", "https://www.samen.example:8080/a/b?c=d&e=%20#f", "http://a.b.c.example/"]
)
def test_goede_adressen(adres):
    assert bezwaar_tegen_url(adres) == ""


@pytest.mark.parametrize(
    "adres",
    [
        "",
        "samen.example",
        "//samen.example",
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "https:samen.example",
        "https:\\\\samen.example",
        "https://samen",
        "https://1.2.3.4",
        "https://0x7f.1",
        "https://2130706433",
        "https://[::1]",
        "https://a:b@samen.example",
        "https://xn--e1afmkfd.example",
        "https://samen.example/\n",
        'https://samen.example/"onx',
        "https://.example",
        "https://samen.example:0x50/",
        "https://sa_men.example",
        "https://samen..example",
        "https://s\u0430men.example",
        " https://samen.example",
    ],
)
def test_slechte_adressen(adres):
    assert bezwaar_tegen_url(adres)


@pytest.mark.parametrize(
    ("dag", "maanden", "uit"),
    [
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 5, 10), 36, date(2029, 5, 10)),
    ],
)
def test_over_maanden(dag, maanden, uit):
    assert over_maanden(dag, maanden) == uit


@pytest.mark.parametrize(
    ("nummer", "link"),
    [
        ("0570-12 34 56", "0570123456"),
        ("+31 (0)570 12 34 56", "+31570123456"),
        ("(0570) 12 34 56", "0570123456"),
        ("14 0570", "140570"),
        ("112", "112"),
    ],
)
def test_een_nummer_dat_mag_is_ook_te_bellen(nummer, link):
    assert is_telefoon(nummer) and tel_link(nummer) == link


@pytest.mark.parametrize(
    ("bestand", "gemist", "vals"), [("zinnen.txt", 2, 1), ("vers.txt", 2, 3), ("vers2.txt", 2, 0), ("vers3.txt", 1, 1)]
)
def test_de_zinnen_van_de_bench_blijven_zo_goed_als_zij_waren(bestand, gemist, vals):
    """Wie een regel verandert, mag niet stil meer missen of meer ten onrechte melden."""
    from bench.privacy.meet import ZINNEN, lees_zinnen, meet, onze

    _, mis = meet(lees_zinnen(ZINNEN.with_name(bestand)), onze)
    assert len([m for m in mis if m[0] != "geen"]) <= gemist, mis
    assert len([m for m in mis if m[0] == "geen"]) <= vals, mis


@pytest.mark.parametrize(
    "stuk", ["111222333 ", "06-1", "a.b@", "://x ", "Vraag naar A ", "BSN 1", "coach ", "door A. ", "belt A"]
)
def test_zoeken_naar_persoonsgegevens_groeit_met_de_lengte(stuk):
    """Vier keer zo lang kost hoogstens acht keer zo veel; kwadratisch was zestien keer."""
    import time

    tijden = []
    for maal in (4_000, 16_000):
        begin = time.process_time()
        list(zoek_persoonsgegevens(stuk * maal))
        noemt_mens(stuk * maal, frozenset())
        tijden.append(time.process_time() - begin)
    assert tijden[1] < 8 * max(tijden[0], 0.05), tijden


def test_de_vlugge_blik_op_het_laatste_woord_mist_geen_aanwijzing():
    """`noemt_mens` kijkt eerst alleen naar het woord voor een naam; wat het hele patroon vindt, moet zij doorlaten."""
    maker = random.Random(1)
    woorden = re.findall(
        r"[A-Za-z][a-z.]+", f"{persoonsgegevens._STERK} {persoonsgegevens._ZWAK} is heet de even gerust"
    )
    gevonden = 0
    for _ in range(20_000):
        tekst = " ".join(maker.choices(woorden, k=maker.randint(1, 6))) + maker.choice(
            ["", ":", " is:", " heet", "kok"]
        )
        heel = persoonsgegevens._ERVOOR.search(tekst, max(0, len(tekst) - persoonsgegevens._KORT_ERVOOR), len(tekst))
        gevonden += heel is not None
        assert (persoonsgegevens._ervoor(tekst, len(tekst)) is None) == (heel is None), tekst
    assert gevonden > 2_000
