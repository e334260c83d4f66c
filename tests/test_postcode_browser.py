"""Postcode invullen: het antwoord komt van deze site, en een onbekende postcode loopt niet dood."""

import pytest

pytestmark = pytest.mark.browser


def test_een_postcode_brengt_naar_de_wijk(open_blad):
    blad = open_blad().ga("/")
    blad.page.fill("#postcode", "9999 bk")
    blad.page.keyboard.press("Enter")
    blad.page.wait_for_url("**/gebieden/voorbeeldstad/molenkwartier/")
    assert blad.vreemd == []


@pytest.mark.parametrize(
    ("invoer", "antwoord"), [("1234", "vier cijfers en twee letters"), ("1000 AA", "kennen we niet")]
)
def test_een_vreemde_postcode_krijgt_een_zin(open_blad, invoer, antwoord):
    blad = open_blad().ga("/gebieden/")
    blad.page.fill("#postcode", invoer)
    blad.page.keyboard.press("Enter")
    blad.page.get_by_text(antwoord).wait_for()
    assert blad.vreemd == []


def test_zonder_javascript_is_er_geen_leeg_postcodevak(open_blad):
    blad = open_blad(script=False)
    blad.page.goto(blad.basis + "/")
    assert not blad.page.locator("form[data-postcode]").is_visible()
    assert blad.page.locator(".wijken a").count() == 10
