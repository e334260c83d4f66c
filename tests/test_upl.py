"""`upl` op een functie: de productnamenlijst in haar vorm, de controle ertegen, en wat andere systemen ervan krijgen."""

import json
import re

import jsonschema
import pytest
from proefmap import lees, leg_neer, maak_goede_map

from generator.lezen.lagen import LANDELIJKE_MAP
from generator.paginas.insluiten import koppelen
from generator.uitvoer import alle_uitvoer

FUNCTIE, LIJST = "sociale_kaart/functies/schuldhulpverlening.yaml", "sociale_kaart/upl.csv"
TERM = "http://upl.example/terms/"
# De kolommen van de echte lijst; de producten zijn verzonnen.
KOP = "UniformeProductnaam,URI,Rijk,Provincie,Waterschap,Gemeente,Burger,Bedrijf,Dienstenwet,SDG,Grondslaglabel"
RIJEN = (
    f'verzonnen schuldhulp,{TERM}verzonnenSchuldhulp,,,,,X,,,"","Wet van niets, artikel 1"',
    f"verzonnen schuldhulp,{TERM}verzonnenSchuldhulp,,,,X,,,,D1,",
    f"verzonnen koffievergunning,{TERM}verzonnenKoffievergunning,,,,X,,X,X,,",
    f"verzonnen dijkpas,{TERM}verzonnenDijkpas,,,X,,X,,,,",
)
# Het objecttype SDG Kennisartikel, gelezen op 2026-11-29: alleen de namen, soorten en keuzes.
URI, TEKST, LEEG = {"type": "string", "format": "uri"}, {"type": "string"}, {"type": "null"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
TEKSTEN = ("titel", "tekst", "procedureBeschrijving", "contact", "deskMemo")
KENNISARTIKEL = {
    "type": "object",
    "properties": {
        "url": URI,
        "uuid": {"type": "string", "pattern": "^[0-9a-f-]{36}$"},
        "upnUri": URI,
        "publicatieDatum": {"type": ["string", "null"]},
        "productAanwezig": {"type": ["boolean", "null"]},
        "productValtOnder": LEEG,
        "verantwoordelijkeOrganisatie": {
            "type": "object",
            "properties": {"url": URI, "owmsIdentifier": URI, "owmsPrefLabel": TEKST, "owmsEndDate": MOMENT},
            "required": ["url", "owmsIdentifier", "owmsEndDate"],
        },
        "locaties": LEEG,
        "doelgroep": {"enum": ["eu-burger", "eu-bedrijf"]},
        "vertalingen": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "taal": {"enum": ["nl", "en"]},
                    **dict.fromkeys(TEKSTEN, TEKST),
                    "trefwoorden": {"type": "array", "items": {"type": "object", "required": ["trefwoord"]}},
                    "datumWijziging": MOMENT,
                },
                "required": ["taal", "datumWijziging"],
                "additionalProperties": False,
            },
        },
        "beschikbareTalen": {"type": "array", "items": TEKST},
    },
    "additionalProperties": False,
}
KENNISARTIKEL["required"] = list(KENNISARTIKEL["properties"])


def lijst(*rijen: str, kop: str = KOP, scheiding: str = ",") -> str:
    tekst = "\n".join((kop, *rijen)) + "\n"
    return tekst if scheiding == "," else tekst.replace(", artikel", " artikel").replace(",", scheiding)


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def zet_op(map_, *velden: str) -> None:
    with (map_ / FUNCTIE).open("a", encoding="utf-8") as bestand:
        bestand.write("".join(f"{veld}\n" for veld in velden))


def bevindingen(map_) -> list[tuple[str, str, int]]:
    return [(m.code, m.pad, m.regel) for m in lees(map_)[1].meldingen]


@pytest.mark.parametrize("scheiding", [",", ";", "\t"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_de_lijst_zoals_zij_uitgegeven_wordt(map_, scheiding, begin, einde):
    """Een X op een van de regels van een product is genoeg; de rest van de kolommen doet er niet toe."""
    leg_neer(map_, LIJST, begin + lijst(*RIJEN, scheiding=scheiding).replace("\n", einde))
    catalogus, verslag = lees(map_)
    assert verslag.als_tekst() == "Geen fouten gevonden."
    wie = {p.uri.removeprefix(TERM): (p.naam, p.gemeente, p.burger, p.bedrijf) for p in catalogus.upl.values()}
    assert wie == {
        "verzonnenSchuldhulp": ("verzonnen schuldhulp", True, True, False),
        "verzonnenKoffievergunning": ("verzonnen koffievergunning", True, False, True),
        "verzonnenDijkpas": ("verzonnen dijkpas", False, True, False),
    }


def test_een_cel_met_een_regeleinde_en_kolommen_in_een_andere_volgorde(map_):
    rij = f'"Wet van niets\nen nog wat",{TERM}a,"verzonnen\nnaam, met komma"'
    leg_neer(map_, LIJST, lijst(rij, kop="Grondslag,uri,UniformeProductnaam"))
    zet_op(map_, f"upl: {TERM}a")
    catalogus, verslag = lees(map_)
    assert verslag.meldingen == [] and catalogus.upl[f"{TERM}a"].naam == "verzonnen naam, met komma"
    assert catalogus.upl[f"{TERM}a"].gemeente is None


@pytest.mark.parametrize(
    ("tekst", "regel", "zegt"),
    [
        ("", 1, "UniformeProductnaam en URI"),
        (KOP + "\n", 1, "geen product"),
        (lijst(RIJEN[0], kop=KOP.replace(",URI", ",Adres")), 1, "de kolom URI ontbreekt"),
        (lijst(*RIJEN, f"zonder adres,,{'X,' * 8}", "ook,geen adres"), 6, "geen URI (zo zijn er 2 regels)"),
        (lijst(RIJEN[0], f" ,{TERM}b"), 3, "geen leesbare naam"),
        (lijst(RIJEN[0], f"a\u200bb,{TERM}b"), 3, "geen leesbare naam"),
        (lijst(RIJEN[0], f'"open,{TERM}b', RIJEN[1]), 3, "aanhalingsteken"),
        ("version https://git-lfs.github.com/spec/v1\n", 1, "UniformeProductnaam en URI"),
    ],
)
def test_een_kapotte_lijst_heeft_een_melding_met_haar_plek(map_, tekst, regel, zegt):
    """En over de functies zegt de controle dan niets: dat zou te vroeg zijn."""
    leg_neer(map_, LIJST, tekst)
    zet_op(map_, f"upl: {TERM}verzonnenSchuldhulp")
    catalogus, verslag = lees(map_)
    assert [(m.code, m.pad, m.regel) for m in verslag.meldingen] == [("SK842", LIJST, regel)]
    assert catalogus is None and zegt in verslag.als_tekst()


@pytest.mark.parametrize("inhoud", [{"link": "elders.csv"}, {"map": "ja"}, {"hex": "fffe4100"}, {"hex": "41ff"}])
def test_wat_geen_leesbaar_bestand_is_geeft_geen_traceback(map_, inhoud):
    leg_neer(map_, LIJST, inhoud)
    zet_op(map_, f"upl: {TERM}a")
    codes = [code for code, *_ in bevindingen(map_)]
    assert codes and {"SK839", "SK840"}.isdisjoint(codes)


@pytest.mark.parametrize("fout", ["verzonnenSchuldhlp", "VERZONNENSCHULDHULP", "schuldhulp", "verzonnen_schuldhulp/"])
def test_een_product_dat_er_niet_in_staat_krijgt_het_naaste_en_dat_werkt(map_, fout):
    leg_neer(map_, LIJST, lijst(*RIJEN))
    zet_op(map_, f"upl: {TERM}{fout}")
    regel = (map_ / FUNCTIE).read_text(encoding="utf-8").count("\n")
    _, verslag = lees(map_)
    assert [(m.code, m.pad, m.regel) for m in verslag.meldingen] == [("SK839", FUNCTIE, regel)]
    raad = re.search(r"in de buurt: (\S+) \((.*?)\)", verslag.als_tekst())
    assert raad[2] == "verzonnen schuldhulp"
    tekst = (map_ / FUNCTIE).read_text(encoding="utf-8")
    leg_neer(map_, FUNCTIE, tekst.replace(TERM + fout, raad[1]))
    assert bevindingen(map_) == []


def test_zonder_lijst_is_het_een_waarschuwing_voor_alles_samen(map_):
    assert bevindingen(map_) == []
    zet_op(map_, f"upl: {TERM}a")
    ander = "sociale_kaart/functies/buurthuis.yaml"
    leg_neer(map_, ander, (map_ / ander).read_text(encoding="utf-8") + f"upl: {TERM}b\n")
    catalogus, verslag = lees(map_)
    assert [m.code for m in verslag.meldingen] == ["SK840"] and "bij 2 functies" in verslag.als_tekst()
    assert catalogus is not None, "een waarschuwing houdt de site niet tegen"


def test_een_product_van_een_ander_is_een_waarschuwing(map_):
    leg_neer(map_, LIJST, lijst(*RIJEN))
    zet_op(map_, f"upl: {TERM}verzonnenDijkpas")
    assert [code for code, *_ in bevindingen(map_)] == ["SK841"]


def test_de_lijst_mag_in_een_set_staan_en_de_eigen_lijst_gaat_voor(map_):
    leg_neer(map_, "sets.yaml", "sets:\n- {naam: landelijk, gebruiken: nee}\n- {naam: regio, map: regio}\n")
    leg_neer(map_, "regio/upl.csv", lijst(*RIJEN))
    zet_op(map_, f"upl: {TERM}verzonnenSchuldhulp")
    assert bevindingen(map_) == []
    leg_neer(map_, LIJST, lijst(*RIJEN[2:]))
    assert [code for code, *_ in bevindingen(map_)] == ["SK839"]


def test_de_landelijke_set_vult_geen_productnaam_in():
    functies = [p.read_text(encoding="utf-8") for p in (LANDELIJKE_MAP / "functies").glob("*.yaml")]
    assert len(functies) > 100 and not any(re.search(r"(?m)^(upl|productcodes):", tekst) for tekst in functies)
    assert not (LANDELIJKE_MAP / "upl.csv").exists()


@pytest.mark.parametrize(
    ("veld", "code"),
    [
        ("upl: verzonnen schuldhulp", "SK843"),
        ('upl: "http://upl.example/een spatie"', "SK843"),
        ('upl: "https://upl.example/<b>"', "SK843"),
        ("upl: ftp://upl.example/a", "SK843"),
        ("productcodes: [begeleiding]", "SK844"),
        ("productcodes: [1]", "SK844"),
        ("productcodes: [01a03]", "SK844"),
        ('productcodes: ["01A033"]', "SK844"),
        ('productcodes: ["01", "01"]', "SK220"),
    ],
)
def test_de_vorm_van_wat_er_staat(map_, veld, code):
    leg_neer(map_, LIJST, lijst(*RIJEN))
    zet_op(map_, veld)
    assert [code for code, *_ in bevindingen(map_)] == [code]


@pytest.fixture(scope="module")
def uit(tmp_path_factory):
    """De open data van een kleine map met een productnaam."""
    map_ = maak_goede_map(tmp_path_factory.mktemp("upl") / "map")
    leg_neer(map_, LIJST, lijst(*RIJEN))
    zet_op(map_, f"upl: {TERM}verzonnenSchuldhulp", 'productcodes: ["07", 01A03]')
    catalogus, verslag = lees(map_)
    assert verslag.meldingen == [], verslag.als_tekst()
    return {pad: json.loads(tekst) for pad, tekst in alle_uitvoer(catalogus) if pad.endswith("json")}


def keur(uit, pad: str, schema: str) -> None:
    jsonschema.Draft202012Validator(uit[f"data/schema/{schema}.json"]).validate(uit[pad])


def test_het_staat_bij_de_functie_in_de_open_data(uit):
    keur(uit, "data/functies.json", "functies")
    functies = {f["id"]: f for f in uit["data/functies.json"]["functies"]}
    hulp, buurthuis = functies["schuldhulpverlening"], functies["buurthuis"]
    assert hulp["upl"] == f"{TERM}verzonnenSchuldhulp" and hulp["productcodes"] == ["07", "01A03"]
    assert not {"upl", "productcodes"} & buurthuis.keys()


def test_alleen_een_functie_met_een_productnaam_is_een_kennisartikel(uit):
    pad = "data/kiss/kennisartikelen.json"
    keur(uit, pad, "kiss-kennisartikelen")
    [artikel] = uit[pad]["kennisartikelen"]
    assert artikel["upnUri"] == f"{TERM}verzonnenSchuldhulp" and artikel["url"].endswith("/schuldhulpverlening/")
    tekst = artikel["vertalingen"][0]
    assert tekst["titel"] == "Hulp bij schulden" and "U belt het loket." in tekst["procedureBeschrijving"]
    assert "Is er een deurwaarder geweest?" in tekst["deskMemo"] and "deurwaarder geweest" not in tekst["tekst"]
    assert {"trefwoord": "rood staan"} in tekst["trefwoorden"] and "Geldloket" in tekst["contact"]


def test_met_wat_de_gemeente_zelf_invult_past_het_in_het_objecttype(uit):
    """De opdracht op /koppelen/ vult precies de twee velden in die deze site niet weet."""
    [artikel] = uit["data/kiss/kennisartikelen.json"]["kennisartikelen"]
    keurder = jsonschema.Draft7Validator(KENNISARTIKEL)
    mist = {fout.message.split("'")[1] for fout in keurder.iter_errors(artikel)}
    erbij = dict(re.findall(r"(\w+): env\.(OWMS\w*)", koppelen.WIE))
    assert mist == erbij.keys() == {"owmsIdentifier", "owmsEndDate"}
    waarden = {"OWMS": "http://owms.example/terms/Proefstad", "OWMS_EINDE": "2099-12-31T00:00:00Z"}
    artikel["verantwoordelijkeOrganisatie"] |= {veld: waarden[naam] for veld, naam in erbij.items()}
    assert list(keurder.iter_errors(artikel)) == []


OWMS = "    owms: {uri: http://owms.example/terms/Proefstad_(gemeente), tot: 2099-12-31}\n"


def met_owms(map_, regel: str = OWMS):
    """De kleine map met een productnaam, en deze regel bij de instellingen."""
    leg_neer(map_, LIJST, lijst(*RIJEN))
    zet_op(map_, f"upl: {TERM}verzonnenSchuldhulp")
    with (map_ / "mkdocs.yml").open("a", encoding="utf-8") as bestand:
        bestand.write(regel)
    return lees(map_)


def test_met_de_instelling_owms_past_het_artikel_zo_in_het_objecttype(map_):
    catalogus, verslag = met_owms(map_)
    assert verslag.meldingen == [], verslag.als_tekst()
    uit = {pad: json.loads(tekst) for pad, tekst in alle_uitvoer(catalogus) if pad.endswith("json")}
    keur(uit, "data/kiss/kennisartikelen.json", "kiss-kennisartikelen")
    [artikel] = uit["data/kiss/kennisartikelen.json"]["kennisartikelen"]
    assert list(jsonschema.Draft7Validator(KENNISARTIKEL).iter_errors(artikel)) == []
    assert artikel["verantwoordelijkeOrganisatie"]["owmsPrefLabel"] == "Proefstad"
    [pagina] = koppelen.maak(catalogus, None)
    assert "env.OWMS" not in pagina.context["artikel"] and ".kennisartikelen[] |" in pagina.context["artikel"]


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        (OWMS.replace("http://owms.example/terms/", ""), "SK843"),
        (OWMS.replace(", tot: 2099-12-31", ""), "SK201"),
        (OWMS.replace("2099-12-31", "nooit"), "SK207"),
    ],
)
def test_een_halve_of_kapotte_owms_heeft_een_melding(map_, regel, code):
    _, verslag = met_owms(map_, regel)
    assert [(m.code, m.pad) for m in verslag.meldingen] == [(code, "mkdocs.yml")]


def test_in_hsds_heeft_een_dienst_ook_het_product_als_term(uit):
    diensten = uit["data/hsds/services.json"]["contents"]
    termen = {d["name"]: [a["taxonomy_term"] for a in d["attributes"]] for d in diensten}
    product = [t for rij in termen.values() for t in rij if t.get("term_uri") == f"{TERM}verzonnenSchuldhulp"]
    assert {(t["name"], t["id"]) for t in product} == {("verzonnen schuldhulp", product[0]["id"])}
    assert any(len(rij) == 2 for rij in termen.values()), "zonder productnaam alleen de soort en de functie"
