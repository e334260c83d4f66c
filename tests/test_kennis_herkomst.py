"""Wat aan een stuk wordt toegeschreven, staat in dat stuk; de stukken liggen naast het project of de toets slaat over."""

import re
from pathlib import Path

import pytest

from generator.betekenis.wetten import TOEGEVOEGD, uit_stuk

BRONNEN = Path(__file__).parents[2] / "shared/bronnen"
BESTAND = {
    "Dienstverleningsmodel Stichtse Vecht, Wijdemeren en Weesp": "dienstverleningsmodel_stichtse_vecht_wijdemeren_weesp_2014",
    "Integraal gebiedsteam Steenwijkerland": "integraal_gebiedsteam_steenwijkerland_2015",
    "Toekomst IGSD Steenwijkerland-Westerveld": "toekomst_igsd_steenwijkerland_westerveld_2016",
    "Plan van aanpak toegang Steenwijkerland en Westerveld": "toegang_steenwijkerland_westerveld_2018",
    "Ontvlechting sociale teams Deventer": "ontvlechting_sociale_teams_deventer_2020",
}


def kaal(tekst: str) -> str:
    return re.sub(r"[\W_]", "", tekst).casefold()


@pytest.fixture(scope="module")
def stuk():
    """De kale tekst van elk stuk op titel."""
    if not BRONNEN.is_dir():
        pytest.skip("de stukken liggen niet naast het project")
    return {titel: kaal((BRONNEN / f"{naam}.txt").read_text(encoding="utf-8")) for titel, naam in BESTAND.items()}


def test_elke_naam_in_het_stuk_staat_letterlijk_in_dat_stuk(catalogus, stuk):
    eigen = [f for f in catalogus.functies.values() if catalogus.set_naam(f.pad) == "landelijk"]
    genoemd = [f for f in eigen if f.bron != TOEGEVOEGD]
    assert (len(eigen), len(genoemd), sum(map(uit_stuk, eigen))) == (124, 104, 81)
    for functie in genoemd:
        titel = re.sub(r" \(\d{4}\)$", "", functie.bron)
        naam = functie.naam_in_bron if uit_stuk(functie) else functie.genoemd_als
        assert naam and kaal(naam) in stuk[titel], (functie.id, naam, titel)


def test_de_schaal_in_het_stuk_van_de_regio_staat_er_letterlijk(catalogus, stuk):
    regio = catalogus.kennis.regio
    namen = [t.schaal_in_bron for t in regio.taken if t.schaal_in_bron]
    assert namen and not [n for n in namen if kaal(n) not in stuk[regio.bron.stuk]]


def test_een_team_met_een_schil_noemt_een_stuk_met_een_schil_of_is_afgeleid(catalogus, stuk):
    echt = [g for g in catalogus.gemeenten if g.toegangsmodel and not g.voorbeeld]
    teams = [t for g in echt for t in g.toegangsmodel.teams]
    assert teams
    for team in teams:
        assert not team.schil or team.afgeleid or "schil" in stuk[team.bron.stuk], team.naam
