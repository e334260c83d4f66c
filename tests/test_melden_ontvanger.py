"""Van het formulier naar de ontvanger op hetzelfde adres: een melding komt als bestand in de rij, en wat misgaat heet zo."""

import re
import shutil
import socket
import threading
import time

import pytest
import uvicorn
from conftest import CSP, Blad, bouw
from msgspec.structs import replace
from playwright.sync_api import expect
from proefmap import GELDLOKET, PEILDATUM, leg_neer, maak_goede_map, vervang
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from generator.betekenis.meldzinnen import ZINNEN
from generator.bouw.nazicht import Nazicht
from generator.cli import voer_uit
from generator.meldingen import Verslag
from generator.ontvangen.dienst import Instelling, maak_dienst
from generator.ontvangen.grenzen import Grens

PAD = "/melden/verstuur"


@pytest.fixture(scope="module")
def kaart(tmp_path_factory):
    """Een kleine map met een ontvanger, en haar site: (map, site)."""
    map_ = maak_goede_map(tmp_path_factory.mktemp("ontvanger") / "kaart")
    vervang(map_, "mkdocs.yml", "    meld_adres:", f"    melden: {{ontvanger: {PAD}}}\n    meld_adres:")
    leg_neer(map_, "inhoud/privacy.md", "# Privacy\n\nOver [het formulier](/melden/) leest u hier.\n")
    verslag = bouw(map_, map_.parent / "site")
    assert not verslag.fouten, verslag.als_tekst()
    return map_, map_.parent / "site"


class Server:
    """De site en de ontvanger op een adres, zoals achter een eigen proxy; `storing` zet er iets anders voor."""

    def __init__(self, site, rij, keer=100):
        klok = lambda: 0.0  # noqa: E731
        grenzen = {"per_afzender": Grens(keer, 9, klok), "samen": Grens(99, 9, klok), "per_mail": Grens(99, 9, klok)}
        self.rij, self.storing, self.post = rij, None, Post()
        dienst = maak_dienst(Instelling(rij, PEILDATUM, post=self.post, pad=PAD, **grenzen))
        paden = Starlette(routes=[*dienst.routes, Mount("/", StaticFiles(directory=site, html=True))])

        async def app(scope, receive, send):
            async def met_csp(bericht):
                if bericht["type"] == "http.response.start" and not scope["path"].startswith(PAD):
                    bericht["headers"] = [*bericht["headers"], (b"content-security-policy", CSP.encode())]
                await send(bericht)

            kapot = self.storing if scope["type"] == "http" and scope["path"] == PAD else None
            await (kapot or paden)(scope, receive, send if kapot else met_csp)

        stop = socket.socket()
        stop.bind(("127.0.0.1", 0))
        self.adres = f"http://127.0.0.1:{stop.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        self.draad = threading.Thread(target=self.server.run, kwargs={"sockets": [stop]}, daemon=True)
        self.draad.start()
        while not self.server.started:
            time.sleep(0.01)

    def meldingen(self):
        return sorted(self.rij.glob("*.md"))


class Post:
    """Een mailserver die onthoudt naar wie er iets ging."""

    def __init__(self):
        self.naar = []

    def stuur(self, naar, onderwerp, tekst):
        self.naar.append(naar)
        return True


@pytest.fixture
def server(kaart, tmp_path):
    gemaakt = []

    def maak(**meer):
        (tmp_path / "rij").mkdir()
        gemaakt.append(Server(kaart[1], tmp_path / "rij", **meer))
        return gemaakt[-1]

    yield maak
    for een in gemaakt:
        een.server.should_exit = True
        een.draad.join(10)


@pytest.fixture
def blad_op(chromium):
    """Een bladzijde op een telefoon; `blad_op(adres, script=False)` zonder JavaScript."""
    contexten = []

    def maak(adres, script=True):
        contexten.append(chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script))
        blad = Blad(contexten[-1].new_page(), adres)
        blad.page.on("pageerror", lambda fout: blad.klachten.append(str(fout)))
        blad.page.on("console", lambda m: blad.klachten.append(m.text) if "Content Security" in m.text else None)
        blad.page.on(
            "request", lambda r: None if r.url.startswith((adres, "blob:", "data:")) else blad.vreemd.append(r.url)
        )
        return blad

    yield maak
    for context in contexten:
        context.close()


def verwerkt(kaart, bestand, tmp_path, capsys):
    """De regels van het loket die `verwerk-melding` verandert met een bestand uit de rij."""
    map_ = tmp_path / "verwerkt"
    shutil.rmtree(map_, ignore_errors=True)
    shutil.copytree(kaart[0], map_)
    oud = (map_ / GELDLOKET).read_text(encoding="utf-8").split("\n")
    status = voer_uit(["verwerk-melding", str(bestand), "--map", str(map_), "--peildatum", str(PEILDATUM)])
    assert status == 0, capsys.readouterr()
    return [r for r in (map_ / GELDLOKET).read_text(encoding="utf-8").split("\n") if r not in oud]


def vul_telefoon_in(blad, nummer="0999-65 43 21"):
    page = blad.ga("/melden/?id=geldloket#telefoon").page
    page.wait_for_selector('[data-melden-klaar="telefoon"]')
    page.get_by_label("Telefoonnummer").first.fill(nummer)
    page.get_by_role("button", name="Verder").click()
    page.wait_for_selector('[data-melden-klaar="klaar"]')
    return page


@pytest.mark.browser
def test_een_ander_nummer_gaat_naar_de_rij_en_is_te_verwerken(server, kaart, blad_op, tmp_path, capsys):
    dienst = server()
    blad = blad_op(dienst.adres)
    page = vul_telefoon_in(blad)
    assert not page.locator("[data-weg=mail]").is_visible()  # de andere wegen staan dicht
    page.get_by_label(ZINNEN["mailveld"]).fill("geen adres")
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.locator(".is-mis")).to_contain_text("niet aangenomen")
    assert dienst.meldingen() == [] and page.evaluate("localStorage.length") == 1
    blad.keur()
    page.get_by_label(ZINNEN["mailveld"]).fill("lezer@samen.example")
    page.get_by_role("button", name="Versturen", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("localStorage.length") == 0 and dienst.post.naar == ["lezer@samen.example"]
    (bestand,) = dienst.meldingen()
    tekst = page.locator("main").inner_text()
    assert bestand.stem in tekst and "vergeten" in tekst and "lezer@" not in bestand.read_text(encoding="utf-8")
    assert verwerkt(kaart, bestand, tmp_path, capsys) == ['  telefoon: "0999-65 43 21"']
    blad.keur()


def antwoord(status, tekst="<h1>Fout</h1>", soort="text/html"):
    return Response(tekst, status, media_type=soort)


STORINGEN = {
    "een proxy zonder dienst": (antwoord(502), "Uw melding is niet aangekomen"),
    "te vaak, zegt de proxy": (antwoord(429), "Wacht een kwartier"),
    "een site zonder ontvanger": (antwoord(405), "Uw melding is niet aangekomen"),
    "een fout halverwege": (antwoord(500), "Wij weten niet of uw melding is aangekomen"),
    "de proxy wachtte te lang": (antwoord(504), "Wij weten niet of uw melding is aangekomen"),
    "een bladzijde in plaats van een antwoord": (antwoord(200), "Wij weten niet of uw melding is aangekomen"),
    "json van iets anders": (antwoord(200, "null", "application/json"), "Wij weten niet of"),
}


@pytest.mark.browser
def test_lukt_het_niet_dan_blijft_alles_staan_en_zijn_er_andere_wegen(server, blad_op):
    dienst = server(keer=1)
    blad = blad_op(dienst.adres)
    dienst.storing = antwoord(502)
    page = vul_telefoon_in(blad)
    assert not page.get_by_label("Uw mailadres").is_visible()  # een dienst die er niet is, mailt niet
    for naam, (dienst.storing, zin) in STORINGEN.items():
        page.get_by_role("button", name="Versturen", exact=True).click()
        expect(page.locator(".is-mis"), naam).to_contain_text(zin)
        assert "Dank u wel" not in page.locator("main").inner_text(), naam
    page.context.set_offline(True)
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.locator(".is-mis")).to_contain_text("geen internet")
    page.context.set_offline(False)
    page.route(f"**{PAD}", lambda weg: weg.abort())
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.locator(".is-mis")).to_contain_text("Wij weten niet of")
    page.unroute(f"**{PAD}")
    page.clock.install()  # een klok die de test vooruitzet; niemand wacht echt
    page.route(f"**{PAD}", lambda weg: None)
    page.get_by_role("button", name="Versturen", exact=True).click()
    page.clock.fast_forward(44_000)
    expect(page.get_by_role("status").filter(has_text="Bezig met versturen")).to_be_visible()
    page.clock.fast_forward(2_000)
    expect(page.locator(".is-mis")).to_contain_text("Het antwoord duurde te lang")
    page.unroute(f"**{PAD}")
    assert page.locator("[data-weg=mail]").get_attribute("href").startswith("mailto:redactie@proefstad.example")
    assert page.locator("[data-weg=mail]").is_visible() and page.locator("[data-weg=bestand]").is_visible()
    assert "0999-65 43 21" in page.evaluate("JSON.stringify(localStorage)") and dienst.meldingen() == []
    blad.keur()
    dienst.storing = None
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel")
    page = vul_telefoon_in(blad, "0999-11 22 33")
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.locator(".is-mis")).to_contain_text("Wacht een kwartier")
    assert len(dienst.meldingen()) == 1 and page.evaluate("localStorage.length") == 1


@pytest.mark.browser
def test_zonder_javascript_en_met_een_druk_op_de_knop(server, kaart, blad_op, tmp_path, capsys):
    dienst = server()
    blad = blad_op(dienst.adres, script=False)
    page = blad.page
    page.goto(f"{dienst.adres}/voorzieningen/geldloket/")
    page.get_by_text("Zeg het in eigen woorden").click()
    page.get_by_label("Wat klopt er niet, en wat moet het zijn?").fill("Op dinsdag is het dicht.")
    page.get_by_role("button", name="Verstuur in eigen woorden").click()
    page.wait_for_selector("text=Wij hebben uw melding bewaard")
    (vrij,) = dienst.meldingen()
    assert re.search(r"geldloket.*Op dinsdag is het dicht", vrij.read_text(encoding="utf-8"), re.S)
    page.goto(f"{dienst.adres}/voorzieningen/geldloket/")
    page.get_by_text("Mailen, of zelf bijwerken").click()
    page.get_by_role("button", name="Dit klopt nog").click()
    page.wait_for_selector("text=Wij hebben uw melding bewaard")
    (klopt,) = set(dienst.meldingen()) - {vrij}
    (nieuw,) = verwerkt(kaart, klopt, tmp_path, capsys)
    assert nieuw.startswith("gecontroleerd:") and f"op: {PEILDATUM}" in nieuw
    page.goto(f"{dienst.adres}/melden/")
    assert "Zonder JavaScript kunt u het hieronder in eigen woorden zeggen." in page.locator("main").inner_text()
    page.get_by_label("Over welke plek of pagina gaat het?").fill("Themas")
    page.get_by_label("Wat klopt er niet, en wat moet het zijn?").fill("Een link doet het niet.")
    page.get_by_role("button", name="Verstuur in eigen woorden").click()
    page.wait_for_selector("text=Wij hebben uw melding bewaard")
    assert len(dienst.meldingen()) == 3
    met = blad_op(dienst.adres)
    for pad in ("/voorzieningen/geldloket/", "/melden/", "/redactie/nakijken/", "/privacy/"):
        met.ga(pad)
        met.page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
        met.keur()
        if pad == "/privacy/":
            assert "Met de knop 'Versturen'" in met.page.locator("main").inner_text().replace("‘", "'").replace(
                "’", "'"
            )


def test_zonder_ontvanger_staat_er_niets_van(voorbeeldsite):
    for pad in ("voorzieningen/geldloket-voorbeeldstad/", "melden/", "redactie/nakijken/", "privacy/"):
        html = (voorbeeldsite / pad / "index.html").read_text(encoding="utf-8")
        assert 'method="post"' not in html and "eigen woorden" not in html and "Versturen" not in html


def test_op_het_pad_van_de_ontvanger_staat_niets_anders():
    for pad, mis in (("/melden", ["SK609"]), ("/kaart/melden", ["SK609"]), ("/melden/verstuur", [])):
        verslag = Verslag()
        nazicht = Nazicht(verslag, "https://kaart.example/" + ("kaart/" if "kaart" in pad else ""), pad)
        nazicht.bekijk("", f'<form method="post" action="{pad}"></form><a href="melden/">meld</a>')
        nazicht.bekijk("melden/", "<p>formulier</p>")
        nazicht.sluit_af({"index.html", "melden/index.html"})
        assert [m.code for m in verslag.meldingen] == mis, pad


def test_een_andere_ontvanger_geeft_een_andere_privacypagina(catalogus):
    from generator.paginas.gemeen.achtergrond import ONTVANGER, vul_privacy_aan

    inst = catalogus.instellingen
    met = replace(inst, melden=replace(inst.melden, ontvanger=PAD))
    teksten = {"privacy.md": "# Privacy\n\n[melden](/melden/)\n"}
    assert ONTVANGER in vul_privacy_aan(teksten, met)["privacy.md"]
    assert ONTVANGER not in vul_privacy_aan(teksten, inst)["privacy.md"]
