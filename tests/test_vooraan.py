"""Wie een bestand bewaart ziet de open pagina eerst: precies zoals de bouw die daarop volgt haar schrijft."""

import threading
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import PEILDATUM
from proefmap import GELDLOKET, PROEF, PROEFPLEK, leg_neer, maak_goede_map, vervang

from generator.bouw.bouwen import bouw_site
from generator.bouw.vooraan import Vooraan
from generator.meldingen import Verslag
from generator.opdrachten import bekijk, controleer
from generator.opdrachten.standen import Standen
from generator.opdrachten.wachter import Wachter, bestanden_van
from generator.paginas import SOORTEN, VAN_STAP, alle_paginas, een_pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.voorraad import Voorraad


@pytest.fixture
def map_(tmp_path) -> Path:
    return maak_goede_map(tmp_path / "map")


def gebouwd(map_: Path, vooraan: Vooraan) -> bool:
    verslag = Verslag()
    return bouw_site(
        map_, map_ / "site", verslag, PEILDATUM, Voorraad(map_, aan=False), onthoud=vooraan.onthoud, kernen=1
    )


def op_schijf(map_: Path, pad: str) -> bytes:
    return (map_ / "site" / pad / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("samenvatting: ", "samenvatting: Anders dan net. "),
        ("functies: [", "functies: [buurthuis, "),
        ("lengte: 3.905", "lengte: 3.915"),
    ],
)
def test_de_pagina_vooraan_is_die_van_de_bouw_erna(map_, oud, nieuw):
    vooraan = Vooraan(map_, PEILDATUM)
    assert gebouwd(map_, vooraan)
    paden = [p.pad for p in alle_paginas(vooraan.catalogus) if p.pad.split("/")[0] in VAN_STAP and p.diepte < 4]
    tekst = (map_ / GELDLOKET).read_text(encoding="utf-8")
    assert oud in tekst, "de goede map is anders geworden"
    leg_neer(map_, GELDLOKET, tekst.replace(oud, nieuw, 1))
    vast = {pad: vooraan.pagina(pad, {GELDLOKET}) for pad in paden if pad.startswith(("voorzieningen/", "themas/"))}
    vast |= {pad: vooraan.pagina(pad, {GELDLOKET}) for pad in paden[:: max(1, len(paden) // 20)]}
    assert vast["voorzieningen/geldloket/"] != op_schijf(map_, "voorzieningen/geldloket/")
    assert gebouwd(map_, Vooraan(map_, PEILDATUM))
    for pad, html in vast.items():
        assert html == op_schijf(map_, pad), pad


def test_wat_de_hele_bouw_nodig_heeft_wacht_daarop(map_):
    vooraan = Vooraan(map_, PEILDATUM)
    assert vooraan.pagina("", {GELDLOKET}) is None and gebouwd(map_, vooraan)
    vervang(map_, GELDLOKET, "samenvatting: ", "samenvating: ")
    assert vooraan.pagina("", {GELDLOKET}) is None and vooraan.catalogus
    leg_neer(map_, PROEF, PROEFPLEK)
    assert vooraan.pagina("", {PROEF}) is None and vooraan.catalogus is None


def test_elke_pagina_van_een_bekende_stap_is_los_te_vinden(catalogus):
    assert {soort for rij in VAN_STAP.values() for soort in rij} <= set(SOORTEN)
    kaartjes, per_stap = Kaartjes(catalogus), {}
    for pagina in alle_paginas(catalogus):
        per_stap.setdefault(tuple(pagina.pad.split("/")[:-1][:2]), pagina)
    los = [p for stap, p in per_stap.items() if (stap or ("",))[0] in VAN_STAP]
    for pagina in los[:: max(1, len(los) // 40)]:
        gevonden = een_pagina(catalogus, kaartjes, pagina.pad)
        assert gevonden and gevonden.titel == pagina.titel and gevonden.reken_afdruk() == pagina.reken_afdruk(), (
            pagina.pad
        )


def test_een_browser_hoort_meteen_nieuws_en_haalt_geen_pagina_twee_keer():
    standen = Standen()
    eerst = standen.wacht("/a/", "")
    wie = threading.Thread(target=standen.wacht, args=("/a/", eerst))
    wie.start()
    standen.toon_vooraan("/a/", b"nieuw")
    wie.join(10)
    assert not wie.is_alive() and standen.open == "/a/" and standen.vooraan == {"/a/": b"nieuw"}
    vast = standen.van("/a/")
    standen.klaar({"/a/": b"nieuw"})
    assert vast != eerst and standen.van("/a/") == vast != standen.van("/b/") and not standen.vooraan
    standen.toon_vooraan("/a/", b"weer anders")
    standen.klaar({"/a/": b"toch niet"})
    assert standen.van("/a/") == standen.van("/b/")


def test_de_wachter_noemt_wat_veranderde(map_):
    wachter = Wachter(map_)
    assert wachter.veranderd() == set()
    vervang(map_, GELDLOKET, "samenvatting: ", "samenvatting: Nu ")
    leg_neer(map_, "sociale_kaart/.geldloket.yaml.swp", "x")
    assert bestanden_van(map_, wachter.veranderd()) == {GELDLOKET}
    (map_ / GELDLOKET).unlink()
    assert bestanden_van(map_, wachter.veranderd()) == {GELDLOKET}


def test_het_systeem_geeft_een_sein_en_zonder_sein_wordt_er_ook_gekeken(map_, monkeypatch):
    wachter = Wachter(map_)
    wachter.luister()
    wachter.sein.clear()
    vervang(map_, GELDLOKET, "samenvatting: ", "samenvatting: Nu ")
    assert wachter.sein.wait(30)
    (map_ / GELDLOKET).read_bytes()
    wachter.wacht()
    assert bestanden_van(map_, wachter.veranderd()) == {GELDLOKET} and not wachter.sein.is_set()
    assert wachter.hoort  # en dan hoeft hij niet meer vaak zelf te kijken
    doof = Wachter(map_)
    monkeypatch.setattr("watchdog.observers.Observer", lambda: SimpleNamespace(schedule=geen_seinen))
    doof.luister()
    vervang(map_, GELDLOKET, "samenvatting: Nu ", "samenvatting: ")
    doof.wacht()
    assert bestanden_van(map_, doof.veranderd()) == {GELDLOKET} and not doof.hoort


def geen_seinen(*_, **__):
    raise OSError("inotify watch limit reached")


def test_de_bouw_wacht_tot_een_open_browser_de_pagina_heeft(monkeypatch):
    """Zonder browser die wacht begint de bouw meteen; met een begint zij als de vernieuwde pagina er staat."""
    standen, gewacht = Standen(), []
    monkeypatch.setattr(standen.terug, "wait", lambda hoogstens: gewacht.append(standen.terug.is_set()))
    standen.toon_vooraan("/a/", b"nieuw")
    assert gewacht == []
    wie = threading.Thread(target=standen.wacht, args=("/a/", standen.van("/a/")))
    wie.start()
    while not standen.wachters:
        pass
    standen.toon_vooraan("/a/", b"nieuwer")
    wie.join(10)
    assert gewacht == [False] and not standen.wachters
    standen.wacht("/a/", "", vers=True)
    assert standen.terug.is_set()


def test_bekijk_laat_de_open_pagina_eerst_zien(map_, capsys):
    vooraan, standen = Vooraan(map_, PEILDATUM), Standen()
    assert gebouwd(map_, vooraan)
    standen.open = "/voorzieningen/geldloket/"
    vervang(map_, GELDLOKET, "samenvatting: ", "samenvatting: Zojuist bewaard. ")
    bekijk.toon_eerst(map_, vooraan, {str(map_ / GELDLOKET)}, standen)
    assert b"Zojuist bewaard." in standen.vooraan["/voorzieningen/geldloket/"]
    assert "de rest volgt" in capsys.readouterr().out
    assert b"Zojuist bewaard." not in bekijk.html_van(map_ / "site", "/voorzieningen/geldloket/")


def test_controleer_blijft_en_noemt_eerst_het_bestand_zelf(map_, capsys, monkeypatch):
    stappen = iter(["samenvating: ", "samenvatting: "])

    def wacht(_):
        if (nieuw := next(stappen, None)) is None:
            raise KeyboardInterrupt
        tekst = (map_ / GELDLOKET).read_text(encoding="utf-8")
        leg_neer(map_, GELDLOKET, tekst.replace("samenvatting: ", nieuw).replace("samenvating: ", nieuw))

    monkeypatch.setattr(Wachter, "wacht", wacht)
    opties = Namespace(
        map=map_, peildatum=PEILDATUM, formaat="tekst", alles=False, leeg_toegestaan=False, blijf=True, kernen=1
    )
    assert controleer.doe(opties) == 0
    fout, _, goed = capsys.readouterr().out.partition(f"{GELDLOKET}: zelf in orde")
    assert fout.count("samenvating") >= 2 and goed and "samenvating" not in goed
