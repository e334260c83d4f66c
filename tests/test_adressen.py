"""Geen adres gaat verloren: wat er ooit stond staat er nog, verwijst door, of zegt dat het weg is."""

import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import bouw, git
from proefmap import PEILDATUM, leg_neer, maak_goede_map

from generator.bouw.adressen import hoofd_van
from generator.bouw.opvolgers import Opvolgers
from generator.cli import voer_uit
from generator.lezen.adressen import als_adres
from generator.model.adresboek import Gepubliceerd

DOORVERWIJZINGEN = "sociale_kaart/doorverwijzingen.yaml"
INDELING = "gebieden/proefstad/indeling.yaml"
# De regel die de fout vraagt, per verandering waarbij het antwoord niet aan een naam te zien is.
HOORT = {
    "herverdeel_eigen_gebieden": "gebieden/proefstad/team-noord-en-zuid: gebieden/proefstad/rivier",
    "verander_code_en_naam_van_een_wijk": "gebieden/proefstad/noord: gebieden/proefstad/hoogland",
    "splits_een_wijk": "gebieden/proefstad/noord: gebieden/proefstad/dijkzijde",
    "voeg_wijken_samen": "gebieden/proefstad/noord: gebieden/proefstad/zuid",
}


def draai(map_: Path, *opdracht: str) -> int:
    return voer_uit([*opdracht, "--map", str(map_), "--peildatum", PEILDATUM.isoformat()])


def vervang_in(map_: Path, pad: str, oud: str, nieuw: str) -> None:
    tekst = (map_ / pad).read_text(encoding="utf-8")
    assert oud in tekst
    (map_ / pad).write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def alle_adressen(site: Path) -> set[str]:
    """Wat een bezoeker of partner kan opvragen."""
    paden = {p.relative_to(site).as_posix().removesuffix("index.html") for p in site.rglob("*") if p.is_file()}
    return {
        pad
        for pad in paden
        if "/" in pad
        and not pad.startswith(("assets/", "data/balie/", "data/kaart/plek/", "data/vcard/", "data/agenda/"))
    }


def hernoem_functie(map_: Path) -> None:
    (map_ / "sociale_kaart/functies/buurthuis.yaml").rename(map_ / "sociale_kaart/functies/buurthuizen.yaml")
    for bestand in map_.rglob("*.yaml"):
        if bestand.name != "adressen.yaml":
            tekst = bestand.read_text(encoding="utf-8")
            bestand.write_text(re.sub(r"\bbuurthuis\b(?!-)(?=[],\n])", "buurthuizen", tekst), encoding="utf-8")


def hernoem_thema(map_: Path) -> None:
    vervang_in(map_, "sociale_kaart/themas.yaml", "id: ontmoeten", "id: ontmoeting")
    for bestand in (map_ / "sociale_kaart/functies").iterdir():
        tekst = bestand.read_text(encoding="utf-8")
        bestand.write_text(tekst.replace("[ontmoeten]", "[ontmoeting]"), encoding="utf-8")


def hernoem_wijk(map_: Path) -> None:
    vervang_in(map_, "gebieden/proefstad/wijken.geojson", '"Noord"', '"Noorderkwartier"')


def hernoem_gemeente(map_: Path) -> None:
    (map_ / "gebieden/proefstad").rename(map_ / "gebieden/proefdorp")
    vervang_in(map_, "gebieden/proefdorp/gemeente.yaml", "naam: Proefstad", "naam: Proefdorp")


def hernoem_ingang(map_: Path) -> None:
    map_ = map_ / "sociale_kaart/wijkfuncties"
    (map_ / "buurthuis-zuid.yaml").rename(map_ / "buurthuis-zuidplein.yaml")


def verwijder_ingang(map_: Path) -> None:
    (map_ / "sociale_kaart/ketenpartners/landelijke-hulplijn.yaml").unlink()


def hernoem_organisatie(map_: Path) -> None:
    (map_ / "sociale_kaart/organisaties/stichting-samen.yaml").rename(map_ / "sociale_kaart/organisaties/samen.yaml")
    for bestand in (map_ / "sociale_kaart").glob("*/*.yaml"):
        tekst = bestand.read_text(encoding="utf-8")
        bestand.write_text(tekst.replace("organisatie: stichting-samen", "organisatie: samen"), encoding="utf-8")


def verwijder_wijk(map_: Path) -> None:
    """Ook het blad voor een kader en wat een redactiesysteem erover opvraagt, blijven iets zeggen."""
    bestand = map_ / "gebieden/proefstad/wijken.geojson"
    boom = json.loads(bestand.read_text(encoding="utf-8"))
    del boom["features"][0]
    bestand.write_text(json.dumps(boom), encoding="utf-8")
    vervang_in(map_, INDELING, "WK999901, ", "")
    vervang_in(map_, "sociale_kaart/algemene_voorzieningen/geldloket.yaml", "WK999901", "GM9999")


def maak_van_een_wijk_een_eigen_gebied(map_: Path) -> None:
    """De pagina houdt haar adres, maar het blad voor een kader en de kaart niet."""
    vervang_in(map_, "gebieden/proefstad/wijken.geojson", '"Noord"', '"Binnenstad"')
    vervang_in(map_, INDELING, "gebieden:\n", "gebieden:\n  - {id: noord, naam: Noord, codes: [WK999901]}\n")


def herverdeel_eigen_gebieden(map_: Path) -> None:
    """Een eigen gebied heet anders en heeft een ander id; het andere wordt verdeeld."""
    leg_neer(map_, INDELING, "gebieden:\n  - {id: rivier, naam: Rivierteam, codes: [WK999901, WK999902]}\n")


def verander_code_en_naam_van_een_wijk(map_: Path) -> None:
    """Alleen aan haar plek is te zien dat het dezelfde wijk is."""
    vervang_in(
        map_, "gebieden/proefstad/wijken.geojson", '"WK999901", "naam": "Noord"', '"WK999911", "naam": "Hoogland"'
    )
    vervang_in(map_, INDELING, "WK999901", "WK999911")
    vervang_in(map_, "sociale_kaart/algemene_voorzieningen/geldloket.yaml", "WK999901", "WK999911")


def splits_een_wijk(map_: Path) -> None:
    noord = '{"type": "Feature", "properties": {"code": "WK999901", "naam": "Noord"}, "geometry": '
    vak = '{{"type": "Polygon", "coordinates": [[[{0}, 52.61], [{1}, 52.61], [{1}, 52.62], [{0}, 52.62], [{0}, 52.61]]]}}}}'
    deel = '{{"type": "Feature", "properties": {{"code": "WK99990{}", "naam": "{}"}}, "geometry": '
    nieuw = (
        deel.format(3, "Molenkant") + vak.format(3.90, 3.904),
        deel.format(4, "Dijkzijde") + vak.format(3.904, 3.91),
    )
    bestand = map_ / "gebieden/proefstad/wijken.geojson"
    regels = bestand.read_text(encoding="utf-8").splitlines()
    assert regels[1].startswith(noord)
    bestand.write_text("\n".join([regels[0], ",\n".join(nieuw) + ",", *regels[2:]]), encoding="utf-8")
    vervang_in(map_, INDELING, "WK999901", "WK999903, WK999904")
    vervang_in(map_, "sociale_kaart/algemene_voorzieningen/geldloket.yaml", "WK999901", "WK999903, WK999904")


def voeg_wijken_samen(map_: Path) -> None:
    bestand = map_ / "gebieden/proefstad/wijken.geojson"
    boom = json.loads(bestand.read_text(encoding="utf-8"))
    del boom["features"][0]
    hoeken = [[3.90, 52.60], [3.91, 52.60], [3.91, 52.62], [3.90, 52.62], [3.90, 52.60]]
    boom["features"][0]["geometry"]["coordinates"] = [hoeken]
    bestand.write_text(json.dumps(boom), encoding="utf-8")
    vervang_in(map_, INDELING, "WK999901, ", "")
    vervang_in(map_, "sociale_kaart/algemene_voorzieningen/geldloket.yaml", "WK999901, ", "")


VERANDERINGEN = (
    herverdeel_eigen_gebieden,
    verander_code_en_naam_van_een_wijk,
    splits_een_wijk,
    voeg_wijken_samen,
    maak_van_een_wijk_een_eigen_gebied,
    hernoem_functie,
    hernoem_thema,
    hernoem_wijk,
    hernoem_gemeente,
    hernoem_ingang,
    verwijder_ingang,
    hernoem_organisatie,
    verwijder_wijk,
)


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory) -> tuple[Path, set[str]]:
    """De goede map met haar adressen onthouden, en wat er toen allemaal op de site stond."""
    map_ = maak_goede_map(tmp_path_factory.mktemp("adressen") / "map")
    teams = (
        ("team-noord-en-zuid", "Team Noord en Zuid", "WK999901, WK999902"),
        ("team-zuid", "Team Zuid", "WK999902"),
    )
    regels = "".join(f"  - {{id: {id_}, naam: {naam}, codes: [{codes}]}}\n" for id_, naam, codes in teams)
    leg_neer(map_, INDELING, f"gebieden:\n{regels}")
    assert not bouw(map_, map_ / "site", PEILDATUM).fouten
    assert draai(map_, "adressen") == 0
    return map_, alle_adressen(map_ / "site")


@pytest.fixture
def kopie(gebouwd, tmp_path) -> Path:
    return Path(shutil.copytree(gebouwd[0], tmp_path / "map", ignore=shutil.ignore_patterns("site")))


@pytest.mark.parametrize("verander", VERANDERINGEN, ids=lambda f: f.__name__)
def test_geplakte_oplossingen_houden_elk_adres(verander, gebouwd, kopie, capsys):
    """De fout noemt de regel die haar oplost; met die regels erin bouwt de site en is er geen adres weg."""
    verander(kopie)
    assert draai(kopie, "controleer") == 1
    gezegd = capsys.readouterr().out
    regels = re.findall(r"^adressen\.yaml:\d+:1: fout SK708: .*\n.* deze regel: '([^']+)'", gezegd, re.M)
    assert regels and len(regels) == gezegd.count(": fout SK"), gezegd
    assert verander.__name__ not in HOORT or HOORT[verander.__name__] in regels
    assert draai(kopie, "bouw", "--uit", str(kopie / "site")) == 1, (
        "een bouw die een adres verliest, hoort te weigeren"
    )
    leg_neer(kopie, DOORVERWIJZINGEN, "".join(f"{regel}\n" for regel in regels))
    verslag = bouw(kopie, kopie / "site", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    assert gebouwd[1] - alle_adressen(kopie / "site") == set()
    capsys.readouterr()
    assert draai(kopie, "controleer") == 0, capsys.readouterr().out
    assert draai(kopie, "adressen") == 0
    assert draai(kopie, "controleer") == 0, "ook als het adresboek opnieuw geschreven is"


def test_een_oud_adres_stuurt_door_en_een_blad_voor_een_kader_blijft_hetzelfde(kopie):
    hernoem_wijk(kopie)
    leg_neer(
        kopie,
        DOORVERWIJZINGEN,
        "gebieden/proefstad/noord: gebieden/proefstad/noorderkwartier\noude-plek: geldloket\n"
        "functies/oud: {vervallen: ja, uitleg: De soort bestaat niet meer., kijk_bij: [functies/buurthuis]}\n",
    )
    assert not bouw(kopie, kopie / "site", PEILDATUM).fouten
    site = kopie / "site"
    html = (site / "gebieden/proefstad/noord/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../../../gebieden/proefstad/noorderkwartier/"' in html
    assert (
        '<link rel="canonical" href="https://socialekaart.proefstad.example/gebieden/proefstad/noorderkwartier/">'
        in html
    )
    assert '<a href="../../../gebieden/proefstad/noorderkwartier/">' in html.partition("<main")[2]
    for blad in ("insluiten/wijk/proefstad/{}/index.html", "insluiten/wijk/proefstad/{}/oembed.json"):
        oud, nieuw = ((site / blad.format(naam)).read_bytes() for naam in ("noord", "noorderkwartier"))
        assert oud == nieuw
    oud, nieuw = (
        json.loads((site / f"data/kaart/gemeente/proefstad/wijk/{n}.geojson").read_bytes())
        for n in ("noord", "noorderkwartier")
    )
    assert oud == nieuw
    weg = (site / "functies/oud/index.html").read_text(encoding="utf-8")
    assert "De soort bestaat niet meer." in weg and "../../functies/buurthuis/" in weg and "noindex" in weg


def test_wie_naar_een_oude_naam_zoekt_hoort_wat_er_nu_is(kopie):
    hernoem_ingang(kopie)
    vervang_in(kopie, "sociale_kaart/wijkfuncties/buurthuis-zuidplein.yaml", "naam: Buurthuis Zuid", "naam: Het Plein")
    verwijder_ingang(kopie)
    leg_neer(kopie, DOORVERWIJZINGEN, "buurthuis-zuid: buurthuis-zuidplein\nlandelijke-hulplijn: vervallen\n")
    assert not bouw(kopie, kopie / "site", PEILDATUM).fouten
    rest = json.loads((kopie / "site/assets/zoek/rest.json").read_bytes())["rest"]
    assert ["buurthuis-zuid", "Buurthuis Zuid", "buurthuis-zuidplein", "Het Plein"] in rest["gesloten"]
    assert ["landelijke-hulplijn", "Landelijke hulplijn", "", ""] in rest["gesloten"]
    balie: dict = {}
    for bestand in (kopie / "site/data/balie").glob("[0-9]*.json"):
        balie |= json.loads(bestand.read_bytes())
    assert balie["buurthuis-zuid"] == {"verhuisd": "buurthuis-zuidplein"}
    assert balie["landelijke-hulplijn"]["gesloten"] is True


def test_adressen_schrijft_alleen_als_alles_goed_is_en_vergeet_niets(kopie, capsys):
    boek = kopie / "adressen.yaml"
    voor = boek.read_text(encoding="utf-8")
    hernoem_wijk(kopie)
    assert draai(kopie, "adressen") == 1
    assert boek.read_text(encoding="utf-8") == voor
    leg_neer(kopie, DOORVERWIJZINGEN, "gebieden/proefstad/noord: gebieden/proefstad/noorderkwartier\n")
    assert draai(kopie, "adressen", "--proef") == 0 and boek.read_text(encoding="utf-8") == voor
    assert draai(kopie, "adressen") == 0
    na = boek.read_text(encoding="utf-8")
    assert "gebieden/proefstad/noord/: " in na and "gebieden/proefstad/noorderkwartier/: " in na
    assert draai(kopie, "adressen") == 0
    assert "al bij" in capsys.readouterr().out.splitlines()[-1]


def test_wat_uit_git_komt_blijft_ook_als_git_er_niet_is(tmp_path, capsys):
    """Feeds en de pagina's met wijzigingen komen uit de geschiedenis; zonder haar zijn zij leeg, niet weg."""
    map_ = maak_goede_map(tmp_path / "map")
    vervang_in(map_, "mkdocs.yml", "  sociale_kaart:\n", "  sociale_kaart:\n    geschiedenis: ja\n")
    for opdracht in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "een")):
        git(map_, *opdracht)
    assert not bouw(map_, map_ / "site", PEILDATUM).fouten
    assert draai(map_, "adressen") == 0
    oud = alle_adressen(map_ / "site")
    assert 'feeds/voorziening/geldloket.xml: "bestand"\n' in (map_ / "adressen.yaml").read_text(encoding="utf-8")
    shutil.rmtree(map_ / ".git")
    assert draai(map_, "controleer") == 0, capsys.readouterr().out
    verslag = bouw(map_, map_ / "site", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    assert oud - alle_adressen(map_ / "site") == set()
    feed = (map_ / "site/feeds/voorziening/geldloket.xml").read_text(encoding="utf-8")
    assert "hier staan nu geen berichten" in feed and "<entry>" not in feed


def test_een_gesloten_ingang_verliest_niets(kopie, capsys):
    """Wat dicht is houdt zijn pagina; dat zijn punt van de kaart gaat, is geen verloren adres."""
    vervang_in(kopie, "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml", "naam: ", "status: gesloten\nnaam: ")
    assert draai(kopie, "controleer") == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("geldloket", "voorzieningen/geldloket/"),
        ("/gebieden/x/y/", "gebieden/x/y/"),
        ("gebieden/x/y", "gebieden/x/y/"),
        ("over/", "over/"),
        ("gebieden/x/index.html", "gebieden/x/"),
        ("data/voorzieningen.csv", "data/voorzieningen.csv"),
        ("../x", ""),
        ("a//b", ""),
        ("https://x.example/y", ""),
        ("Groot", ""),
    ],
)
def test_hoe_iemand_een_adres_schrijft(tekst, adres):
    assert als_adres(tekst) == adres


@pytest.mark.parametrize(
    ("adres", "hoofd"),
    [
        ("insluiten/wijk/g/w/", "gebieden/g/w/"),
        ("insluiten/gebied/g/w/oembed.json", "gebieden/g/w/"),
        ("feeds/gebied/g/w.xml", "gebieden/g/w/"),
        ("feeds/voorziening/x.xml", "voorzieningen/x/"),
        ("data/kaart/gemeente/g/wijk/w.geojson", "gebieden/g/w/"),
        ("data/kaart/gemeente/g/gebieden.geojson", "gebieden/g/"),
        ("insluiten/functie/f/", "functies/f/"),
        ("over/", "over/"),
        ("wegwijzer/geld/rekeningen/", "wegwijzer/geld/rekeningen/"),
        ("data/voorzieningen.csv", "data/voorzieningen.csv"),
    ],
)
def test_waar_een_adres_bij_hoort(adres, hoofd):
    assert hoofd_van(adres) == hoofd


OUD = {
    "gebieden/oost/": ("Oost", "GM0001"),
    "gebieden/oost/zo-werkt-het/": ("Zo werkt het", ""),
    "gebieden/west/zo-werkt-het/": ("Zo werkt het", ""),
    "open-data/": ("Open data", ""),
    "zo-werkt-het/vergelijken/oost-met-west/": ("Oost en West", ""),
    "gebieden/west/": ("West", "GM0002"),
}


@pytest.mark.parametrize(
    ("adres", "verwacht"),
    [
        ("gebieden/oost/", "gebieden/zonoord/"),
        ("gebieden/west/zo-werkt-het/", ""),
        ("open-data/", "uitleg/open-data/"),
        ("zo-werkt-het/vergelijken/oost-met-west/", "zo-werkt-het/vergelijken/west-met-zonoord/"),
    ],
)
def test_welk_nieuw_adres_bij_een_oud_adres_past(adres, verwacht):
    """Wat elke gemeente heeft, gaat niet naar een ander; een pagina mag dieper komen, en een paar houdt zijn gemeenten."""
    gemeenten = {"GM0001": SimpleNamespace(slug="zonoord"), "GM0002": SimpleNamespace(slug="west")}
    catalogus = SimpleNamespace(
        adresboek={a: Gepubliceerd((1, 1), naam, code) for a, (naam, code) in OUD.items()},
        gebieden={"GM0001": SimpleNamespace(soort="gemeente")},
        gemeenten=(),
        gemeente_van=gemeenten,
        voorzieningen={},
    )
    nieuw = (
        "gebieden/zonoord/zo-werkt-het/",
        "uitleg/open-data/",
        "zo-werkt-het/vergelijken/west-met-zonoord/",
    )
    assert (
        Opvolgers(catalogus, dict(zip(nieuw, ("Zo werkt het", "Open data", "West en Zonoord"), strict=True))).van(
            adres
        )
        == verwacht
    )
