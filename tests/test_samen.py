"""Twee bouwen tegelijk, een voorraad die kapot is, en een lezer die een andere gebruiker is."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from afschieten import afdruk
from proefmap import PEILDATUM, PROEF, PROEFPLEK, leg_neer, maak_goede_map

from generator.bouw.wissel import slot
from generator.cli import voer_uit
from generator.kluis import KOP, som_van
from generator.voorraad import Bewaarplaats

pytestmark = [
    pytest.mark.lang,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="dit systeem kent geen fork"),
]


def bouw(map_: Path, uit: Path | str, *meer: str) -> int:
    return voer_uit(["bouw", "--map", str(map_), "--peildatum", str(PEILDATUM), "--uit", str(uit), *meer])


def apart(doe: Callable[[], int]) -> int:
    """Het nummer van een kind dat `doe` doet en met die status stopt."""
    kind = os.fork()
    if not kind:
        status = 99
        try:
            status = doe()
        finally:
            os._exit(status)
    return kind


def status(kind: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


@pytest.fixture
def map_(tmp_path) -> Path:
    return maak_goede_map(tmp_path / "map")


def ander_tmp(map_: Path, uit: Path) -> Path:
    os.environ["TMPDIR"] = tempfile.tempdir = str(map_)
    return uit


def langs_een_snelkoppeling(map_: Path, uit: Path) -> Path:
    (map_.parent / "omweg").symlink_to(uit.parent)
    return map_.parent / "omweg" / uit.name


def andere_voorraad(map_: Path, uit: Path) -> Path:
    os.environ["SOCIALE_KAART_VOORRAAD"] = str(map_.parent / "andere-voorraad")
    return uit


def vanuit_de_map(map_: Path, uit: Path) -> Path:
    os.chdir(uit.parent)
    return Path(uit.name)


def met_umask(map_: Path, uit: Path) -> Path:
    os.umask(0o077)
    return uit


def zonder_thuis(map_: Path, uit: Path) -> Path:
    os.environ.pop("HOME", None)
    return uit


def met_andere_inhoud(map_: Path, uit: Path) -> Path:
    leg_neer(map_, PROEF, PROEFPLEK)
    return uit


WIJZEN: dict[str, Callable[[Path, Path], Path]] = {
    "gewoon": lambda map_, uit: uit,
    "een andere TMPDIR": ander_tmp,
    "langs een snelkoppeling": langs_een_snelkoppeling,
    "een andere voorraad": andere_voorraad,
    "vanuit de map ernaast": vanuit_de_map,
    "met punten in het pad": lambda map_, uit: uit.parent / "x" / ".." / uit.name,
    "een andere umask": met_umask,
    "zonder HOME": zonder_thuis,
    "met andere inhoud": met_andere_inhoud,
    "met dubbele schuine strepen": lambda map_, uit: Path(str(uit).replace("/", "//")),
}


@pytest.mark.parametrize("wijze", WIJZEN)
def test_een_tweede_bouw_naar_dezelfde_plek_wacht_niet_en_raakt_niets(map_, tmp_path, wijze, capfd):
    """Op tien manieren naar dezelfde map: de tweede ziet het slot van de eerste."""
    uit = tmp_path / "d" / "site"
    (uit.parent / "x").mkdir(parents=True)
    with slot(uit):
        kind = apart(lambda: bouw(map_, WIJZEN[wijze](map_, uit)))
        assert status(kind) == 1
    assert "er loopt al een bouw" in capfd.readouterr().err
    assert sorted(p.name for p in uit.parent.iterdir()) == ["x"]


def test_twee_bouwen_op_hetzelfde_moment(map_, tmp_path):
    """Naar dezelfde plek wint er een of gaan zij na elkaar; naar twee plekken met een voorraad lukken zij allebei."""
    kinderen = [apart(lambda: bouw(map_, tmp_path / "a" / "site")) for _ in range(2)]
    kinderen.append(apart(lambda: bouw(map_, tmp_path / "b" / "site")))
    statussen = [status(kind) for kind in kinderen]
    assert 0 in statussen[:2] and set(statussen[:2]) <= {0, 1} and statussen[2] == 0, statussen
    assert afdruk(tmp_path / "a/site") == afdruk(tmp_path / "b/site")
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["site"]


def _som_bij(inhoud: bytes) -> bytes:
    return KOP + som_van(inhoud) + inhoud


SCHADEN: dict[str, Callable[[bytes], bytes]] = {
    "leeg": lambda ruw: b"",
    "afgekapt": lambda ruw: ruw[: len(ruw) // 2],
    "een bit om": lambda ruw: ruw[:200] + bytes([ruw[200] ^ 4]) + ruw[201:],
    "iets erachter": lambda ruw: ruw + b"x",
    "een andere som": lambda ruw: ruw[: len(KOP)] + bytes(32) + ruw[len(KOP) + 32 :],
    "een oude versie": lambda ruw: ruw.replace(b"voorraad 2", b"voorraad 1", 1),
    "nullen": lambda ruw: bytes(len(ruw)),
    "goede som over onzin": lambda ruw: _som_bij(b"\xc1"),
    "goede som over een getal": lambda ruw: _som_bij(b"\x01"),
    "goede som over een andere vorm": lambda ruw: _som_bij(b"\x93\xa1x\x90\x91\x01"),
    "een klasse van elders": lambda ruw: ruw[: len(KOP)] + b"os:system" + ruw[len(KOP) :],
    "een pickle": lambda ruw: b"cos\nsystem\n(S'true'\ntR.",
}


# De twee die het diepst komen; alle twaalf bouwen gaat met SOCIALE_KAART_ALLES=1.
DIEPST = ("goede som over een getal", "goede som over een andere vorm")


def test_twaalf_schaden_aan_de_voorraad_veranderen_de_site_niet(map_, tmp_path, monkeypatch):
    """Alle bestanden van de voorraad tegelijk stuk: zij lezen als leeg, en na een bouw is de site byte-gelijk."""
    monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path / "voorraad"))
    assert bouw(map_, tmp_path / "site") == 0
    goed, heel = afdruk(tmp_path / "site"), {p: p.read_bytes() for p in (tmp_path / "voorraad").iterdir()}
    assert len(SCHADEN) == 12 and heel
    for naam, schade in SCHADEN.items():
        for bestand, ruw in heel.items():
            bestand.write_bytes(schade(ruw))
            assert Bewaarplaats(bestand, True).oud == {}, naam
        if naam not in DIEPST and "SOCIALE_KAART_ALLES" not in os.environ:
            continue
        assert bouw(map_, tmp_path / "site") == 0, naam
        assert afdruk(tmp_path / "site") == goed, naam
    (tmp_path / "voorraad" / f".{next(iter(heel)).name}-rest").write_bytes(b"half")
    shutil.rmtree(tmp_path / "site")
    for bestand in heel:
        bestand.unlink()
    assert bouw(map_, tmp_path / "site") == 0 and afdruk(tmp_path / "site") == goed
    assert {p.name for p in (tmp_path / "voorraad").iterdir()} == {p.name for p in heel}


def lees_steeds(site: Path, stop: Path) -> int:
    """0 als elke keer dat een ander de voorpagina opende, zij er was en heel was."""
    os.setgid(65534)
    os.setuid(65534)
    keren = 0
    while not stop.exists() or not keren:
        if not (site / "index.html").read_bytes().rstrip().endswith(b"</html>"):
            return 2
        keren += 1
    return 0 if all(p.is_dir() or p.read_bytes() is not None for p in site.rglob("*")) else 3


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="alleen de beheerder kan als een ander lezen")
def test_een_lezer_met_een_andere_gebruiker_ziet_altijd_een_hele_site(map_):
    with tempfile.TemporaryDirectory() as plek:
        os.chmod(plek, 0o755)
        site, stop = Path(plek) / "site", Path(plek) / "stop"
        assert bouw(map_, site) == 0
        lezer = apart(lambda: lees_steeds(site, stop))
        try:
            leg_neer(map_, PROEF, PROEFPLEK)
            assert bouw(map_, site) == 0
            stop.write_text("klaar", encoding="utf-8")
            assert status(lezer) == 0
        except BaseException:
            os.kill(lezer, signal.SIGKILL)
            raise
