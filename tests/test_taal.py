"""De ingang in zes talen: elk bestand heel, elk nummer van deze kaart, en lees- en schrijfrichting goed."""

import re

import pytest
from msgspec.structs import asdict

from generator.betekenis.nood import noodnummers
from generator.betekenis.woorden import TOEGANG
from generator.paginas.taal.teksten import CODES, lees_taal, talen


def test_elke_taal_heeft_elke_tekst_en_een_eigen_vertaling():
    """Geen tekst is blijven staan in een andere taal."""
    assert len(CODES) == 6
    alle = [asdict(taal) for taal in talen().values()]
    for veld in alle[0]:
        waarden = [taal[veld] for taal in alle]
        assert veld == "richting" or len(set(waarden)) == len(waarden) or veld == "spoed", veld
    assert [code for code, taal in talen().items() if taal.richting == "rtl"] == ["ar"]


def test_de_woorden_zijn_die_van_de_site():
    for taal in talen().values():
        assert {weg.kort for weg in TOEGANG.values()} <= {nederlands for nederlands, _ in taal.woordenlijst()}


@pytest.mark.parametrize(
    "wijzig",
    [
        lambda t: t.replace("zin:", "zinn:"),
        lambda t: re.sub(r"titel: .*", 'titel: ""', t),
        lambda t: re.sub(r"richting: .*", 'richting: "op"', t),
        lambda t: t + "extra: x\n",
    ],
)
def test_een_bestand_dat_niet_klopt_wordt_geweigerd(tmp_path, wijzig):
    from generator.paginas.taal import teksten

    bron = teksten.Path(teksten.__file__).with_name("en.yaml").read_text(encoding="utf-8")
    (tmp_path / "xx.yaml").write_text(wijzig(bron), encoding="utf-8")
    with pytest.raises(ValueError, match=r"xx\.yaml"):
        lees_taal(tmp_path / "xx.yaml")


@pytest.mark.parametrize("code", CODES)
def test_een_blad_heeft_nood_zoeken_en_de_waarschuwing(voorbeeldsite, catalogus, code):
    html = (voorbeeldsite / f"taal/{code}/index.html").read_text(encoding="utf-8")
    for nummer in noodnummers(catalogus):
        assert f'href="tel:{nummer.telefoon.replace("-", "")}"' in html or nummer.telefoon in html
    richting = talen()[code].richting
    assert f'<div class="taalblad" lang="{code}" dir="{richting}">' in html
    assert (
        "Machinevertaling, nog niet nagekeken." in html
        and 'action="../../zoeken/"' in html
        and 'href="../../hulp-nu/"' in html
    )
    assert set(re.findall(r'<link rel="alternate" hreflang="(\w+)"', html)) == {"nl", *CODES}


def test_de_voorpagina_wijst_naar_elke_taal(voorbeeldsite):
    html = (voorbeeldsite / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="taal/(\w+)/" hreflang', html)) == set(CODES)


@pytest.mark.browser
@pytest.mark.parametrize("donker", [False, True])
@pytest.mark.parametrize("breedte", [320, 1280])
def test_arabisch_leest_van_rechts_naar_links_en_past(open_blad, breedte, donker):
    blad = open_blad(breedte, donker=donker).ga("/taal/ar/")
    assert blad.page.evaluate("getComputedStyle(document.querySelector('.taalblad h1')).direction") == "rtl"
    assert blad.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert blad.page.locator(".taalnood a").first.bounding_box()["height"] >= 44
    blad.page.fill(".taalblad input[name=q]", "geld")
    blad.page.keyboard.press("Enter")
    blad.page.wait_for_url("**/zoeken/?q=geld")
