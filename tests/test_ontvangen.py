"""`ontvang`: het formulier zonder account, tegen een eigen server die antwoordt als de forges; ook als het misgaat."""

import os
import random
import re
import smtplib
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
import requests
from conftest import PROJECT as PROJECTMAP
from naforge import PROJECT, SLEUTEL, Naforge
from proefmap import PEILDATUM

from generator.bewerken.meldblok import schrijf_blok
from generator.bewerken.melding import lees_meldingtekst
from generator.cli import voer_uit
from generator.forges import praten
from generator.forges.praten import Project
from generator.forges.soorten import FORGES
from generator.meldingen import Verslag
from generator.ontvangen import dienst
from generator.ontvangen.dienst import MEESTE_BYTES, Instelling, maak_server
from generator.ontvangen.grenzen import Grens, afzender
from generator.ontvangen.post import Postbus

BLOK = '```sociale-kaart\nsoort: wijzigen\nid: geldloket\nvelden:\n  contact.telefoon: "0999-65 43 21"\n```\n'


class Proef:
    """Een draaiende dienst met een klok die alleen de test vooruitzet."""

    def __init__(self, map_, project=None, **meer):
        self.nu = 0.0
        klok = lambda: self.nu  # noqa: E731
        grenzen = {"per_afzender": Grens(meer.pop("keer", 1000), 900, klok), "samen": Grens(2000, 900, klok)}
        self.inst = Instelling(map_, PEILDATUM, **grenzen, per_mail=Grens(3, 900, klok), project=project, **meer)
        stop = socket.socket()
        stop.bind(("127.0.0.1", 0))
        self.server = maak_server(self.inst, "127.0.0.1", 0)
        self.adres = f"http://127.0.0.1:{stop.getsockname()[1]}/melden/verstuur"
        threading.Thread(target=self.server.run, kwargs={"sockets": [stop]}, daemon=True).start()
        while not self.server.started:
            time.sleep(0.01)

    def stuur(self, velden, **koppen) -> requests.Response:
        return requests.post(self.adres, data=velden, headers=koppen, timeout=60)

    @property
    def rij(self) -> list[str]:
        return [p.read_text(encoding="utf-8") for p in sorted(self.inst.wachtrij.glob("*.md"))]


@pytest.fixture
def proef(tmp_path):
    gemaakt = []

    def maak(project=None, **meer) -> Proef:
        (tmp_path / "rij").mkdir(exist_ok=True)
        gemaakt.append(Proef(tmp_path / "rij", project, **meer))
        return gemaakt[-1]

    yield maak
    for een in gemaakt:
        een.server.should_exit = True


@pytest.fixture
def naforge():
    gemaakt = []

    def maak(soort: str) -> Naforge:
        gemaakt.append(Naforge(soort).start())
        return gemaakt[-1]

    yield maak
    for een in gemaakt:
        een.stop()


def project_bij(forge: Naforge) -> Project:
    return Project(FORGES[forge.soort], PROJECT, forge.api, SLEUTEL)


@pytest.mark.parametrize("soort", FORGES)
def test_een_melding_wordt_een_issue(proef, naforge, soort):
    forge = naforge(soort)
    dienst = proef(project_bij(forge))
    uit = dienst.stuur({"melding": f"Over het loket, @iedereen\n/close\n\n{BLOK}", "antwoord_naar": ""})
    assert uit.status_code == 200 and "Wij hebben uw melding." in uit.text
    assert f"https://forge.example/{PROJECT}/issues/1" in uit.text and dienst.rij == []
    issue = forge.issues[1]
    tekst = issue.get("body") or issue["description"]
    assert issue["title"] == "Wijziging: geldloket" and "iedereen" not in tekst and "/close" not in tekst
    verslag = Verslag()
    assert lees_meldingtekst(tekst, "x", verslag).velden == [(("contact", "telefoon"), "0999-65 43 21")]


@pytest.mark.parametrize(
    "fout", [401, 403, "limiet", 404, 410, 422, 429, 500, 503, "traag", "weg", "geen json", "omleiding"]
)
def test_wil_de_forge_niet_dan_gaat_de_melding_in_de_rij(proef, naforge, monkeypatch, fout):
    monkeypatch.setattr(praten, "WACHT", (0.5, 0.5))
    forge = naforge("github")
    forge.fout = fout
    dienst = proef(project_bij(forge))
    uit = dienst.stuur({"melding": BLOK})
    assert uit.status_code == 200 and "bewaard" in uit.text and "Bekijk wat er" not in uit.text
    kenmerk = re.search(r"<strong>([0-9a-f]{10})</strong>", uit.text)[1]
    assert [p.stem for p in dienst.inst.wachtrij.iterdir()] == [kenmerk]
    assert len(dienst.rij) == 1 and BLOK.split("\n")[2].split(": ")[1] in dienst.rij[0]
    assert SLEUTEL not in uit.text + dienst.rij[0] and "/elders" not in str(forge.gevraagd)


@pytest.mark.parametrize("soort", FORGES)
def test_de_rij_wordt_later_verstuurd(proef, naforge, monkeypatch, capsys, soort):
    monkeypatch.setenv("SOCIALE_KAART_TOKEN", SLEUTEL)
    forge, dienst = naforge(soort), proef()
    for naam in ("een", "twee"):
        assert dienst.stuur({"melding": BLOK.replace("geldloket", naam)}).status_code == 200
    opdracht = ["ontvang", str(dienst.inst.wachtrij), "--stuur-rij", "--forge", soort, "--project", PROJECT]
    forge.fout = 500
    assert voer_uit([*opdracht, "--api", forge.api]) == 1 and len(dienst.rij) == 2
    assert "storing" in capsys.readouterr().out
    forge.fout = None
    assert voer_uit([*opdracht, "--api", forge.api]) == 0 and dienst.rij == []
    assert {i["title"] for i in forge.issues.values()} == {"Wijziging: een", "Wijziging: twee"}


def test_is_de_rij_ook_niet_te_schrijven_dan_zegt_de_dienst_dat(proef, monkeypatch):
    monkeypatch.setattr("generator.ontvangen.wachtrij.MEESTE", 0)
    uit = proef().stuur({"melding": BLOK})
    assert uit.status_code == 503 and "niet aangenomen" in uit.text and "contact.telefoon" in uit.text


def test_een_gewoon_formulier_zonder_script(proef):
    dienst = proef()
    velden = {"soort": "wijzigen", "id": "geldloket", "veld:contact.telefoon": "0999-11 22 33", "veld:naam": " "}
    assert dienst.stuur({**velden, "toelichting": "Gebeld."}).status_code == 200
    melding = lees_meldingtekst(dienst.rij[0].split("\n\n", 1)[1], "x", Verslag())
    assert melding.velden == [(("contact", "telefoon"), "0999-11 22 33")] and melding.toelichting == "Gebeld."


def test_eigen_woorden_worden_tekst_waar_niets_van_te_maken_is(proef):
    dienst = proef()
    klopt_niet = "@team Dicht!\r\n/close\n```sociale-kaart\nsoort: klopt\nid: x\n```\n<img src=x>\x07"
    uit = dienst.stuur({"pagina": "Geldloket", "klopt_niet": klopt_niet, "moet_zijn": ""})
    assert uit.status_code == 200
    regels = dienst.rij[0].split("\n")
    vreemd = [r for r in regels if re.search(r"@|/close|```|<img|U\+0007", r)]
    assert len(vreemd) == 5 and all(r.startswith("    ") for r in vreemd) and "\x07" not in dienst.rij[0]
    assert dienst.stuur({"pagina": "Geldloket", "klopt_niet": "  "}).status_code == 422


def test_wat_niet_kan_zegt_waarom_en_geeft_de_tekst_terug(proef):
    dienst = proef()
    fout = dienst.stuur({"melding": BLOK.replace("contact.telefoon", "contact.telefon")})
    assert fout.status_code == 422 and "bestaat niet" in fout.text and "<textarea" in fout.text
    anders = dienst.stuur({"melding": BLOK.replace("0999-65 43 21", "06-12345678")})
    assert anders.status_code == 422 and "mobiel nummer" in anders.text
    lok = dienst.stuur({"melding": BLOK, "bedrijf": "Spam bv"})
    assert lok.status_code == 422 and "leeg moet blijven" in lok.text
    html = dienst.stuur({"melding": "<script>alert(1)</script>\n" + BLOK.replace("wijzigen", "x</textarea><b>")})
    assert html.status_code == 422 and "<script" not in html.text and "</textarea><b>" not in html.text
    assert dienst.rij == []


@pytest.mark.parametrize(
    ("lichaam", "koppen", "status"),
    [
        ("melding=" + "x" * (MEESTE_BYTES + 1), {}, 413),
        ("&".join(f"a{i}=1" for i in range(400)), {}, 400),
        (b"melding=\xff\xfe", {}, 400),
        ("melding=%FF%FE", {}, 400),
        ("{}", {"Content-Type": "application/json"}, 415),
        ("melding=x", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("melding=x", {"Sec-Fetch-Site": "same-site"}, 403),
        ("melding=x", {"Origin": "https://kwaad.example"}, 403),
        ("melding=%60%60%60sociale-kaart%0A%60%60%60", {}, 422),
        ("", {}, 422),
    ],
)
def test_een_verkeerd_verzoek_is_geen_storing(proef, lichaam, koppen, status):
    dienst = proef()
    uit = dienst.stuur(lichaam, **{"Content-Type": "application/x-www-form-urlencoded", **koppen})
    assert uit.status_code == status and "niet aangenomen" in uit.text and dienst.rij == []


def test_te_veel_zonder_lengte_vooraf(proef):
    dienst = proef()
    stukken = (b"x" * 50_000 for _ in range(10))
    try:
        status = dienst.stuur(stukken, **{"Content-Type": "application/x-www-form-urlencoded"}).status_code
    except requests.ConnectionError:
        status = 413  # de dienst sloot de verbinding terwijl wij nog stuurden
    assert status == 413 and dienst.rij == []


def test_wie_halverwege_stilvalt_krijgt_antwoord_en_houdt_niets_bezet(proef, monkeypatch):
    """De tijd die de ontvanger wacht staat hier op bijna niets; het verzoek komt nooit af."""
    monkeypatch.setattr(dienst, "MEESTE_SECONDEN", 0.01)
    p = proef()
    uit = socket.create_connection(("127.0.0.1", int(p.adres.split(":")[2].split("/")[0])), timeout=30)
    kop = "POST /melden/verstuur HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    uit.sendall(f"{kop}Content-Length: 500\r\n\r\nmelding=half".encode())
    antwoord = uit.recv(65536).decode()
    uit.close()
    assert antwoord.startswith("HTTP/1.1 408") and p.rij == []
    assert p.stuur({"melding": BLOK}).status_code == 200 and len(p.rij) == 1


def test_niet_te_vaak_en_na_een_kwartier_weer(proef):
    dienst = proef(keer=3)
    assert [dienst.stuur({"melding": BLOK}).status_code for _ in range(4)] == [200, 200, 200, 429]
    dienst.nu = 901
    assert dienst.stuur({"melding": BLOK}).status_code == 200 and len(dienst.rij) == 4


def test_een_grens_onthoudt_geen_adressen():
    nu = [0.0]
    grens = Grens(1, 10, lambda: nu[0])
    assert grens.mag("198.51.100.7") and not grens.mag("198.51.100.7") and grens.mag("198.51.100.8")
    assert "198.51" not in repr(vars(grens))
    nu[0] = 11
    assert grens.mag("198.51.100.9") and len(grens) == 1


def test_achter_een_proxy_telt_wat_die_zag():
    assert afzender("10.0.0.1", [], 1) == "10.0.0.1"
    assert afzender("10.0.0.1", ["verzonnen, 203.0.113.5"], 1) == "203.0.113.5"
    assert afzender("10.0.0.1", ["203.0.113.5", "10.0.0.2"], 2) == "203.0.113.5"
    assert afzender("203.0.113.9", ["198.51.100.1"], 0) == "203.0.113.9"
    assert afzender("10.0.0.1", ["geen adres"], 1) == "10.0.0.1"
    assert afzender("2001:db8::1", [], 0) == afzender("2001:db8::ffff", [], 0) != afzender("2001:db8:1::1", [], 0)


def test_de_mail_zegt_waar_en_wordt_vergeten(proef, naforge, monkeypatch):
    post = []

    class Namail:
        def __init__(self, *_, **__):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def send_message(self, mail):
            post.append(mail)

    monkeypatch.setattr(smtplib, "SMTP", Namail)
    forge = naforge("forgejo")
    dienst = proef(project_bij(forge), post=Postbus("smtp://127.0.0.1:25", "kaart@voorbeeldstad.example"))
    velden = {"melding": f"Geheime zin\n{BLOK}", "antwoord_naar": "lezer@samen.example"}
    uit = dienst.stuur(velden)
    assert "Wij stuurden u een mail" in uit.text and "lezer@" not in uit.text
    mail = post[0].get_content()
    assert post[0]["To"] == "lezer@samen.example" and "issues/1" in mail
    assert "Geheime zin" not in mail and "0999-65" not in mail
    assert "lezer@" not in str(forge.issues) + repr(vars(dienst.inst.per_mail))
    kwaad = dienst.stuur({**velden, "antwoord_naar": "a@b.example\r\nBcc: c@d.example"})
    assert kwaad.status_code == 422 and len(post) == 1
    for _ in range(3):
        laatste = dienst.stuur(velden)
    assert "konden u geen mail sturen" in laatste.text and len(post) == 3


def test_de_bladzijden_zijn_gewoon_en_streng(proef):
    dienst = proef(site="https://kaart.voorbeeldstad.example/", redactie="redactie@voorbeeldstad.example")
    bladen = [requests.get(dienst.adres, params={"id": '"><script>'}, timeout=9), dienst.stuur({"melding": BLOK})]
    for blad in [*bladen, dienst.stuur({"melding": "", "klopt_niet": ""})]:
        assert (
            "default-src 'none'" in blad.headers["Content-Security-Policy"]
            and "no-store" in blad.headers["Cache-Control"]
        )
        assert not re.search(r"<script|\sstyle=|\son\w+=|https?://(?!kaart\.)", blad.text)
        assert "server" not in blad.headers and "redactie@voorbeeldstad.example" in blad.text
    json_ = dienst.stuur({"melding": BLOK}, Accept="application/json").json()
    assert json_["gelukt"] and json_["gelopen"] == "rij" and len(json_["kenmerk"]) == 10
    assert requests.get(f"{dienst.adres}/stijl.css", timeout=9).headers["Content-Type"].startswith("text/css")
    assert requests.put(dienst.adres, timeout=9).status_code == 405
    assert requests.get(dienst.adres + "/../../etc/passwd", timeout=9).status_code == 404


@pytest.mark.browser
def test_het_formulier_werkt_zonder_javascript(proef, chromium):
    """Invullen, sturen en lezen in een browser zonder script; axe op beide bladzijden."""
    from axe_playwright_python.sync_playwright import Axe

    dienst = proef()
    for donker in (False, True):
        context = chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=donker)
        page = context.new_page()
        page.emulate_media(color_scheme="dark" if donker else "light")
        page.goto(f"{dienst.adres}?id=geldloket")
        assert page.get_by_label("Over welke plek gaat het?").input_value() == "geldloket"
        page.get_by_label("Wat klopt er niet?").fill("De tijden zijn anders")
        page.get_by_label("Wat moet het zijn?").press("Tab")
        page.get_by_role("button", name="Stuur de melding").press("Enter")
        page.wait_for_selector("text=Wij hebben uw melding bewaard")
        if donker:
            for weg in (dienst.adres, None):
                page.goto(weg) if weg else page.get_by_label("Wat klopt er niet?").fill(" ")
                if not weg:
                    page.get_by_role("button", name="Stuur de melding").click()
                    page.wait_for_selector("text=Dit lukte niet")
                fouten = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
                assert [f["id"] for f in fouten] == []
        context.close()
    assert len(dienst.rij) == 2 and "De tijden zijn anders" in dienst.rij[0]


def test_het_blok_opnieuw_geschreven_is_dezelfde_melding():
    """Vreemde waarden: hekken, regels, YAML en opdrachten voor een forge blijven waarden op een regel."""
    kans = random.Random(16)
    stukken = [
        "```",
        "\n",
        "/close",
        "@x",
        ": ",
        "- ",
        "#",
        '"',
        "'",
        "\\",
        "${{ x }}",
        "é",
        "~",
        "---",
        "a",
        " ",
        "null",
    ]
    for _ in range(300):
        waarde = "".join(kans.choices(stukken, k=kans.randint(1, 12)))
        velden = [
            (("omschrijving",), waarde.strip() or None),
            (("locaties", 0, "naam"), ["a", waarde.strip() or "b"][0]),
        ]
        melding = lees_meldingtekst(BLOK, "x", Verslag())
        melding.velden, melding.toelichting = velden, waarde.strip()
        verslag = Verslag()
        blok = schrijf_blok(melding)
        terug = lees_meldingtekst(f"{blok}\n", "x", verslag)
        if terug is None:  # een conflictmarkering mag nooit
            assert {m.code for m in verslag.meldingen} <= {"SK019"}, (waarde, verslag.als_tekst())
            continue
        assert (terug.velden, terug.toelichting) == (velden, waarde.strip()), waarde
        assert not any(re.match(r"[/@]|```(?!sociale-kaart$|$)", regel) for regel in blok.split("\n"))


MISBRUIK = (
    {"melding": "../../etc/passwd\x00"},
    {"melding": BLOK.replace("geldloket", "../../x")},
    {"melding": BLOK, "id": "/etc/cron.d/x", "map": "/etc"},
    {"soort": "nieuw", "id": "a/../../b", "map": "..", "veld:naam": "`id`; $(id)"},
    {"melding": "!!python/object/apply:os.system [id]"},
    {"klopt_niet": "x" * 60_000, "pagina": "http://[::1]/"},
    {"klopt_niet": "a\r\nBcc: iedereen@x.example\r\n\r\n", "antwoord_naar": "a@b.example\nBcc: c@d.example"},
    {"melding": "```sociale-kaart\n" + "[" * 20_000 + "\n```"},
    {"klopt_niet": "\u202e\ufeff\U000e0041 <script>alert(1)</script>", "weet_van": "%00%0a"},
    {"melding": BLOK * 50},
)


def test_de_dienst_raakt_alleen_haar_eigen_map(proef, tmp_path):
    """Wat iemand ook stuurt: er wordt nergens anders geschreven, en er start geen ander programma."""
    gezien, luistert = [], [True]
    anders = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "pty.", "ctypes.dlopen")
    schrijft = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

    def hoor(wat: str, delen: tuple) -> None:
        if luistert[0] and wat.startswith(anders):
            gezien.append(f"{wat} {delen}")
        if luistert[0] and (wat in ("os.rename", "os.mkdir", "os.link") or wat == "open" and delen[2] & schrijft):
            gezien.append(os.fspath(delen[0]) if isinstance(delen[0], (str, os.PathLike)) else str(delen[0]))

    een = proef()
    een.stuur({"melding": BLOK})
    sys.addaudithook(hoor)
    try:
        statussen = [een.stuur(velden).status_code for velden in MISBRUIK]
        statussen.append(een.stuur({"melding": BLOK}).status_code)
    finally:
        luistert[0] = False
    assert set(statussen) <= {200, 400, 413, 422} and statussen[-1] == 200, statussen
    rij = os.fspath(een.inst.wachtrij)
    assert gezien and [plek for plek in gezien if not plek.startswith(rij)] == []
    assert {p.name for p in tmp_path.iterdir()} == {"rij"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="alleen de beheerder heeft rechten om af te leggen")
def test_wie_als_beheerder_start_legt_die_rechten_af():
    """De dienst wordt wie de rij bezit, kan niet terug, en wat zij schrijft leest niemand anders."""
    code = (
        "import os, sys; from pathlib import Path; from generator.ontvangen.rechten import geef_rechten_op\n"
        "rij = Path(sys.argv[1]); print(repr(geef_rechten_op(rij)), os.getuid(), os.getgid(), os.getgroups())\n"
        "(rij / 'a').write_text('x'); print(oct((rij / 'a').stat().st_mode & 0o777))\n"
        "for doe in (lambda: os.setuid(0), lambda: Path('/etc/sociale-kaart-proef').write_text('x')):\n"
        "    try: doe(); print('kan')\n"
        "    except OSError: print('mag niet')\n"
    )
    with tempfile.TemporaryDirectory() as plek:
        os.chmod(plek, 0o755)
        for eigenaar, zin in (
            (65534, "'' 65534 65534 []\n0o600\nmag niet\nmag niet\n"),
            (0, '"De dienst draait als beheerder.'),
        ):
            rij = Path(plek) / str(eigenaar)
            rij.mkdir(mode=0o700)
            os.chown(rij, eigenaar, eigenaar)
            deel = code if eigenaar else code.partition("\n(rij")[0]
            uit = subprocess.run(
                [sys.executable, "-c", deel, str(rij)], capture_output=True, text=True, cwd=PROJECTMAP, check=True
            )
            assert uit.stdout.startswith(zin), uit
