"""Wat een aanvaller, een volle schijf of een ongeluk probeert: elk een soort, en niets ervan raakt wat er staat."""

import csv
import http.client
import io
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import PROJECT, bouw
from proefmap import PROEF, PROEFPLEK, korte_meldingen, lees, leg_neer, maak_goede_map, vervang

from generator.bouw import wissel as wisselen
from generator.bouw.vooruit import keur_vooruit
from generator.bouw.wissel import MERK, herstel, is_van_ons, maak_werkmap, oude_plek, ruim_op, slot, wissel
from generator.cellen import veilige_cel
from generator.gebieden import pdok
from generator.kluis import Kast, lees_kluis, schrijf_kluis
from generator.lezen.bestanden import inhoud_van
from generator.meldingen import SocialeKaartFout, Verslag
from generator.opdrachten import bekijk
from generator.voorraad import Bewaarplaats, Voorraad


def kaart(*argumenten: str, **meer) -> subprocess.CompletedProcess:
    omgeving = {**os.environ, "PYTHONPATH": str(PROJECT), **meer.pop("omgeving", {})}
    return subprocess.run(
        [sys.executable, "-m", "generator", *argumenten], cwd=PROJECT, env=omgeving, timeout=120, **meer
    )


@pytest.fixture
def goed(tmp_path) -> Path:
    return maak_goede_map(tmp_path / "map")


# --- lezen: het werk groeit met de grootte van het bestand

GROEI = {
    "regeleinden tussen aanhalingstekens": (PROEF, 'naam: "{}"\nfuncties: [x]\n', "\n", 40_000),
    "aanhalingstekens achter een streep": (PROEF, 'naam: "{}\n', '\\"', 20_000),
    "spaties zonder dubbele punt": (PROEF, "naam: 'x\na{}\n", " ", 40_000),
    "haakjes in yaml": (PROEF, "naam: {}\n", "[", 20_000),
    "conflictmerken": (PROEF, "naam: x\n{}", "=======\n", 8_000),
    "haakjes": ("inhoud/proef.md", "# P\n{}", "[", 30_000),
    "links": ("inhoud/proef.md", "# P\n{}", "[x](\n", 8_000),
    "html": ("inhoud/proef.md", "# P\n{}", "<b>", 10_000),
    "spaties na een haak": ("inhoud/proef.md", "# P\n<{}", " ", 30_000),
    "halve adressen": ("inhoud/proef.md", "# P\n{}", "<https://", 3_000),
    "hekjes in een kop": ("inhoud/proef.md", "# P{}x\n", " #", 15_000),
    "streepjes": ("inhoud/proef.md", "{}", "---\n", 8_000),
}


def werk(map_: Path, pad: str, vorm: str, stuk: str, maal: int) -> float:
    """Hoeveel rekentijd het lezen kost, de kleinste van twee keer."""
    leg_neer(map_, pad, vorm.format(stuk * maal) if "{}" in vorm else vorm)
    tijden = []
    for _ in range(2):
        begin = time.process_time()
        lees(map_)
        tijden.append(time.process_time() - begin)
    return min(tijden)


@pytest.mark.parametrize("naam", GROEI)
def test_het_lezen_groeit_met_de_grootte(goed, naam):
    """Vier keer zo groot kost hoogstens acht keer zo veel; kwadratisch was zestien keer. Wat altijd nodig is, telt niet."""
    pad, vorm, stuk, maal = GROEI[naam]
    leeg = werk(goed, pad, "# P\n" if pad.endswith(".md") else PROEFPLEK, "", 1)
    klein = werk(goed, pad, vorm, stuk, maal // 4)
    groot = werk(goed, pad, vorm, stuk, maal)
    assert groot - leeg < 8 * max(klein - leeg, leeg / 4), (leeg, klein, groot)


# --- lezen: niets wordt stil overgeslagen


@pytest.mark.parametrize("map_", ["gebieden", "gebieden/proefstad", "sociale_kaart", "inhoud"])
def test_een_map_zonder_recht_is_een_melding(goed, map_):
    """Als gewone gebruiker; wie de tests als beheerder draait, wordt daar een ander voor."""
    (goed / "inhoud").mkdir(exist_ok=True)
    leg_neer(goed, "inhoud/over.md", "# Over\n")
    leg_neer(goed, "mkdocs.yml", (goed / "mkdocs.yml").read_text(encoding="utf-8") + "plugins: []\n")
    lees(goed)  # wat een lezer pas later invoert, moet er al zijn
    for plek in goed.parents:  # ook de map van een werker moet een ander kunnen binnengaan
        if not plek.stat().st_mode & 0o001:
            plek.chmod(0o755)
    (goed / map_).chmod(0)
    beheerder = os.geteuid() == 0
    try:
        if beheerder:
            os.seteuid(65534)
        catalogus, verslag = lees(goed)
    finally:
        if beheerder:
            os.seteuid(0)
        (goed / map_).chmod(0o755)
    meldingen = korte_meldingen(verslag)
    assert f"{map_}:1:1 SK012" in meldingen and any("SK601" in m for m in meldingen) and catalogus is None


def test_een_map_die_niet_open_mag_noemt_de_map(tmp_path, monkeypatch):
    def weiger(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", weiger)
    verslag = Verslag()
    assert inhoud_van(tmp_path, "gebieden", verslag) == []
    assert korte_meldingen(verslag) == ["gebieden:1:1 SK012"]


# --- wat controleer goed vindt, is te bouwen


def vooruit(map_: Path) -> list[str]:
    catalogus, verslag = lees(map_)
    if catalogus is not None:
        keur_vooruit(catalogus, verslag, Voorraad(map_, aan=False))
    return [regel for regel in korte_meldingen(verslag) if CODES_FOUT(regel)]


def CODES_FOUT(regel: str) -> bool:
    from generator.codes import CODES

    return CODES[regel[-5:]].soort == "fout"


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("# Over\n\n[weg](/nergens/)\n", "inhoud/over.md:3:5 SK701"),
        ("# Over\n\n[weg](/begrippen/#nergens)\n", "inhoud/over.md:3:5 SK701"),
        ("# Over\n\n- a\n\n    [x](java&#115;cript:alert(1))\n", "inhoud/over.md:5:7 SK605"),
        ("# Over\n\n## Inhoud\n\n## Menu\n\n[x](#menu)\n", ""),
        ('# Over\n\nTyp id="inhoud" en onder = boven en style = x, met href="nergens".\n', ""),
    ],
)
def test_een_geschreven_pagina_is_vooruit_te_keuren(goed, tekst, melding):
    leg_neer(goed, "inhoud/over.md", tekst)
    assert vooruit(goed) == ([melding] if melding else [])


def test_een_pagina_waar_niemand_heen_wijst_ziet_controleer_ook(goed):
    leg_neer(goed, "inhoud/eenzaam.md", "# Eenzaam\n")
    assert vooruit(goed) == ["inhoud/eenzaam.md:1:1 SK707"]


def test_gewone_tekst_die_op_code_lijkt_gaat_door_de_bouw(goed, tmp_path):
    """In elk kort veld, in een omschrijving, in de naam van de site en op een geschreven pagina."""
    raar = "onder = boven @@inhoud@@ style = x \"id='q'\" href=nergens"
    leg_neer(goed, PROEF, PROEFPLEK.replace("naam: Proefplek", f"naam: '{raar.replace(chr(39), chr(39) * 2)}'"))
    vervang(goed, PROEF, "samenvatting: Een plek om iets te proberen.", 'samenvatting: "Zo online = handig."')
    with (goed / PROEF).open("a", encoding="utf-8") as stroom:
        stroom.write('omschrijving: |\n  Typ id="inhoud" of href="nergens" en onclick = niets.\n')
    naam = next(r for r in (goed / "mkdocs.yml").read_text(encoding="utf-8").split("\n") if r.startswith("site_name"))
    vervang(goed, "mkdocs.yml", naam, 'site_name: "A @@inhoud@@ online = B @@@titel@@"')
    leg_neer(goed, "inhoud/over.md", f"# Over {raar.replace('@@inhoud@@', '')}\n\n{raar}\n")
    verslag = bouw(goed, tmp_path / "site")
    assert not verslag.fouten, verslag.als_tekst()
    assert "A @@inhoud@@ online = B @@@titel@@" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "A @@inhoud@@ online = B @@@titel@@" in (tmp_path / "site/over/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("slot_", ["#y", "?y=1", "a//b/", "../x/", "%2e%2e/"])
def test_een_adres_van_de_site_met_iets_erachter_is_een_fout_in_mkdocs(goed, slot_):
    tekst = (goed / "mkdocs.yml").read_text(encoding="utf-8")
    leg_neer(goed, "mkdocs.yml", re.sub(r"(?m)^(site_url: *https://[^/\n]+/).*$", rf"\g<1>x/{slot_}", tekst))
    regel = 1 + next(n for n, r in enumerate(tekst.split("\n")) if r.startswith("site_url"))
    assert korte_meldingen(lees(goed)[1]) == [f"mkdocs.yml:{regel}:11 SK816"]


@pytest.mark.parametrize("naam", [b"\xff\xfe.md", b"a:b.md", b"a\nb.md", b"con.md", b"README.md", b"a%2f.md"])
def test_een_naam_die_geen_adres_kan_zijn_is_een_fout(goed, naam):
    (goed / "inhoud").mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(goed / "inhoud") + b"/" + naam)).write_text("# Hoi\n", encoding="utf-8")
    assert [r[-5:] for r in korte_meldingen(lees(goed)[1])] == ["SK814"]


def test_twee_geschreven_paginas_op_een_adres(goed):
    leg_neer(goed, "inhoud/over.md", "# Over\n")
    leg_neer(goed, "inhoud/over/index.md", "# Over\n")
    assert [r[-5:] for r in korte_meldingen(lees(goed)[1])] == ["SK815"]


# --- stromen en signalen


def test_een_gesloten_of_halve_pijp_verandert_de_status_niet(goed):
    leg_neer(goed, PROEF, "naam: x\n" + "onzin: y\n" * 3000)
    lees_, schrijf = os.pipe()
    proces = subprocess.Popen(
        [sys.executable, "-m", "generator", "controleer", "--map", str(goed)], stdout=schrijf, stderr=subprocess.PIPE
    )
    os.close(schrijf)
    os.close(lees_)
    assert proces.communicate() == (None, b"") and proces.returncode == 1


def test_met_een_dichte_uitvoer_of_invoer_werkt_alles(goed):
    for dicht in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        opdracht = f'"{sys.executable}" -m generator controleer --map "{goed}" --peildatum 2026-11-22 {dicht}'
        uit = subprocess.run(["sh", "-c", opdracht], capture_output=True, text=True, cwd=PROJECT)
        assert (uit.returncode, uit.stderr) == (0, ""), dicht


def test_ctrl_c_geeft_op_elk_moment_dezelfde_zin(goed):
    for wacht in (0.12, 0.3, 0.6):
        proces = subprocess.Popen(
            [sys.executable, "-m", "generator", "bouw", "--map", str(goed), "--zonder-voorraad"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=PROJECT,
        )
        time.sleep(wacht)
        proces.send_signal(signal.SIGINT)
        _, fout = proces.communicate()
        # Voor Python aan ons programma toe is, sterft elk proces aan het signaal.
        if proces.returncode != -signal.SIGINT:
            assert (proces.returncode, fout) == (130, b"Afgebroken, site niet aangepast.\n")
        assert (b"Traceback" not in fout or b"generator" not in fout) and not (goed / "site").exists()


# --- de wissel


@pytest.fixture
def site(tmp_path) -> Path:
    uit = tmp_path / "site"
    uit.mkdir()
    (uit / MERK).write_text("x", encoding="utf-8")
    (uit / "index.html").write_text("oud", encoding="utf-8")
    return uit


def nieuwe(uit: Path) -> Path:
    werk_ = maak_werkmap(uit)
    (werk_ / "index.html").write_text("nieuw", encoding="utf-8")
    return werk_


@pytest.mark.skipif(sys.platform != "linux", reason="omruilen in een aanroep kan hier misschien niet")
def test_de_wissel_is_een_aanroep(site, monkeypatch):
    werk_ = nieuwe(site)
    for naam in ("rename", "replace", "unlink"):
        monkeypatch.setattr(os, naam, lambda *_: pytest.fail("dit moet in een keer"))
    wissel(werk_, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert (werk_ / "index.html").read_text(encoding="utf-8") == "oud"


@pytest.mark.parametrize("stap", [1, 2])
def test_een_wissel_in_stappen_die_afbreekt_komt_bij_de_volgende_opdracht_goed(site, monkeypatch, stap):
    monkeypatch.setattr(wisselen, "ruil", lambda *_: False)
    echt, keren = os.replace, iter(range(1, 9))

    def stop(*paar):
        echt(*paar)
        if next(keren) == stap:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        wissel(nieuwe(site), site)
    monkeypatch.undo()
    herstel(site)
    assert (site / "index.html").read_text(encoding="utf-8") == ("oud" if stap == 1 else "nieuw")
    ruim_op(site)
    assert [p.name for p in site.parent.iterdir()] == ["site"]


def test_opruimen_raakt_alleen_wat_van_ons_is(site):
    namen = (".site-oud", ".site-bouw-notities", f".site-bouw-{'a' * 16}")
    for naam in namen:
        leg_neer(site.parent, f"{naam}/a", "x")
    (site.parent / f".site-bouw-{'b' * 16}").symlink_to(site.parent / ".site-oud")
    eigen = maak_werkmap(site)
    ruim_op(site)
    assert not eigen.exists() and all((site.parent / naam / "a").exists() for naam in namen)
    ruim_map = site.parent / "weg"
    site.rename(ruim_map)
    ruim_op(site)
    assert not site.exists() and not is_van_ons(oude_plek(site))


def test_het_slot_ligt_bij_het_doel_en_is_niet_te_planten(tmp_path):
    uit = tmp_path / "d/site"
    with slot(uit):
        code = f"from pathlib import Path; from generator.bouw.wissel import slot\nwith slot(Path({str(uit)!r})): pass"
        omgeving = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(PROJECT)}
        ander = subprocess.run([sys.executable, "-c", code], env=omgeving, capture_output=True, text=True)
        assert "er loopt al een bouw" in ander.stderr
    assert not (tmp_path / "d").exists()
    uit = tmp_path / "site"
    (tmp_path / "doelwit").write_text("van iemand", encoding="utf-8")
    for plant in (
        lambda plek: plek.symlink_to("doelwit"),
        lambda plek: os.link(tmp_path / "doelwit", plek),
        os.mkfifo,
    ):
        plant(tmp_path / ".site-slot")
        with pytest.raises(SocialeKaartFout), slot(uit):
            pass
        (tmp_path / ".site-slot").unlink()
    assert (tmp_path / "doelwit").read_text(encoding="utf-8") == "van iemand"


def test_de_rechten_hangen_niet_af_van_de_gebruiker_en_een_vervalste_pagina_wordt_gezien(goed):
    oud = os.umask(0o077)
    try:
        for _ in range(2):
            assert not bouw(goed, goed / "site").fouten
    finally:
        os.umask(oud)
    rechten = {(p.is_dir(), p.stat().st_mode & 0o777) for p in (goed / "site", *(goed / "site").rglob("*"))}
    assert rechten == {(True, 0o755), (False, 0o644)}
    pagina = goed / "site/voorzieningen/geldloket/index.html"
    goede, stand = pagina.read_bytes(), pagina.stat()
    inode = stand.st_ino
    assert not bouw(goed, goed / "site").fouten
    assert pagina.stat().st_ino == inode, "een pagina die gelijk bleef, wordt overgenomen"
    pagina.write_bytes(goede.replace(b"Geldloket", b"Gestolen!"))
    os.utime(pagina, ns=(stand.st_atime_ns, stand.st_mtime_ns))
    assert not bouw(goed, goed / "site").fouten
    assert pagina.read_bytes() == goede


# --- de voorraad


def test_de_voorraad_is_alleen_gegevens():
    class Kwaad:
        def __reduce__(self):
            return os.system, ("true",)

    for waarde in (Kwaad(), os.system, object(), {"a": Kwaad()}):
        with pytest.raises(TypeError):
            Kast().pak_in(waarde)
    for naam in ("os:system", "generator.cli:start", "generator.kluis:Kast", "generator.voorraad:Path"):
        kast = Kast((naam,))
        ruw = Kast(("generator.meldingen:Melding",)).pak_in(Verslag().meld("SK004", "a"))
        with pytest.raises(TypeError):
            kast.pak_uit(ruw)


def test_elke_schade_aan_de_voorraad_is_opnieuw_uitrekenen(tmp_path):
    bestand = tmp_path / "a.voorraad"
    plaats = Bewaarplaats(bestand, True)
    plaats.leg(("vak", "sleutel"), ({"a": [1, 2.5]}, {3}, frozenset("x"), None, True))
    plaats.bewaar()
    heel = bestand.read_bytes()
    waarde = Bewaarplaats(bestand, True).pak(("vak", "sleutel"))
    assert waarde == ({"a": [1, 2.5]}, {3}, frozenset("x"), None, True)
    schade = [b"", heel[:-1], heel + b"x", heel[:60], b"\x80\x04." + heel, heel.replace(b"voorraad 2", b"voorraad 1")]
    schade += [heel[:n] + bytes([heel[n] ^ 1]) + heel[n + 1 :] for n in range(0, len(heel), 7)]
    for ruw in schade:
        bestand.write_bytes(ruw)
        bestand.chmod(0o600)
        assert Bewaarplaats(bestand, True).pak(("vak", "sleutel")) is None
    for rechten in (0o620, 0o602, 0o666):
        bestand.write_bytes(heel)
        bestand.chmod(rechten)
        assert Bewaarplaats(bestand, True).pak(("vak", "sleutel")) is None
    bestand.unlink()
    (tmp_path / "b").write_bytes(heel)
    bestand.symlink_to(tmp_path / "b")
    with pytest.raises(OSError):
        lees_kluis(bestand)
    schrijf_kluis(tmp_path / "b/c", ())  # een plek die niet kan: dan blijft alles zoals het was
    assert (tmp_path / "b").read_bytes() == heel


# --- open data in elk rekenblad


@pytest.mark.parametrize("teken", [",", ";", "\t", "|"])
@pytest.mark.parametrize("slecht", ["=cmd|'/C calc'!A0", "+1+1", "@SOM(A1)", "-2+3", "\t=1", "'=1"])
def test_geen_enkel_scheidingsteken_maakt_een_formule(teken, slecht):
    from generator.uitvoer.rekenblad import als_csv

    for tussen in ("{}", "Hulp;{};einde", "a\t{}", "a\n{}", 'zeg ";{}', "a| {}", "a; {}"):
        tekst = als_csv(("id", "x"), [("a", tussen.format(slecht))]).removeprefix("\ufeff")
        cellen = [cel for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken) for cel in rij]
        assert [
            c for c in cellen if c.strip(" \"'\t")[:1] in "=+@-" and c.strip(' "\t')[:1] in "=+@-" and c.strip()
        ] == []
    assert veilige_cel("06 - 12; bel - even") == "06 - 12; bel - even"


# --- bekijk en ophalen


@pytest.fixture
def bekijkt(tmp_path):
    leg_neer(tmp_path, "site/index.html", "<head></head>hoi")
    leg_neer(tmp_path, "geheim.txt", "geheim")
    (tmp_path / "site/koppeling.txt").symlink_to(tmp_path / "geheim.txt")
    (tmp_path / "site/map").symlink_to(tmp_path)
    server = bekijk.Server(("127.0.0.1", 0), lambda *a: bekijk.Dienaar(*a, directory=str(tmp_path / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def vraag(poort: int, pad: str, host: str = "", soort: str = "GET") -> tuple[int, bytes]:
    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
    lijn.putrequest(soort, pad, skip_host=True)
    lijn.putheader("Host", host or f"127.0.0.1:{poort}")
    lijn.endheaders()
    antwoord = lijn.getresponse()
    return antwoord.status, antwoord.read()


def test_bekijk_houdt_stand(bekijkt, capfd):
    assert vraag(bekijkt, "/")[0] == 200 and vraag(bekijkt, "/", f"localhost:{bekijkt}")[0] == 200
    for host in ("kwaad.example", f"kwaad.example:{bekijkt}", "127.0.0.1:1", "127.0.0.1"):
        assert vraag(bekijkt, "/", host)[0] == 421
    lang = "/" + "a" * 300
    for pad in (lang, "/koppeling.txt", "/map/geheim.txt", "/../geheim.txt", "/%2e%2e/geheim.txt", "/%00", "/map/"):
        for soort in ("GET", "HEAD"):
            status, inhoud = vraag(bekijkt, pad, soort=soort)
            assert status == 404 and b"geheim" not in inhoud, pad
    assert "Traceback" not in capfd.readouterr().err


def test_ophalen_van_een_server_die_druppelt_of_blijft_sturen_houdt_op(monkeypatch):
    monkeypatch.setenv("SOCIALE_KAART_PDOK_WACHT", "2")
    klok = iter(range(0, 10_000))
    monkeypatch.setattr(pdok.time, "monotonic", lambda: next(klok))

    class Druppel:
        keren = 0

        def read1(self, n):
            self.keren += 1
            return b" "

    druppel = Druppel()
    with pytest.raises(SocialeKaartFout, match="te langzaam"):
        pdok.Pdok()._lees(druppel)
    assert druppel.keren < 20
    monkeypatch.setattr(pdok, "MEESTE_BYTES", 3)
    monkeypatch.setattr(pdok.time, "monotonic", lambda: 0.0)
    with pytest.raises(SocialeKaartFout, match="meer dan"):
        pdok.Pdok()._lees(Druppel())


@pytest.mark.parametrize("waarde", ["snel", "-1", "nan", "1e9"])
def test_een_wachttijd_die_niet_kan_is_verkeerd_gebruik(monkeypatch, waarde):
    monkeypatch.setenv("SOCIALE_KAART_PDOK_WACHT", waarde)
    with pytest.raises(SocialeKaartFout) as fout:
        pdok.Pdok()
    assert fout.value.status == 2
