"""Eigenschappen die voor elke invoer gelden (hypothesis): de nummers zijn die van de lijst met gevallen."""

import json
import os
import random
import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proefmap import GELDLOKET, lees, leg_neer, maak_goede_map
from veilige_html import bezwaren_tegen, tekst_van

from generator.betekenis.actueel import goed_tot
from generator.betekenis.vandaag import over_maanden
from generator.lezen.bestanden import controleer_tekens, ontcijfer
from generator.lezen.mappen import GERESERVEERD
from generator.lezen.markdown import veilige_html
from generator.lezen.velden import lees_groep, lees_veld
from generator.lezen.waarden import NIETS, Lezing, is_id, nette_naam
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.model import Gecontroleerd, Toegang, Voorziening
from generator.model.kennis import Kennis
from generator.schema import VOORZIENING

VOORBEELDEN = int(os.environ.get("SOCIALE_KAART_VOORBEELDEN", "200"))
vaak = settings(max_examples=VOORBEELDEN, deadline=None, suppress_health_check=[HealthCheck.too_slow])
af_en_toe = settings(
    max_examples=max(10, VOORBEELDEN // 10),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

GOED = (Path(__file__).parent / "gevallen/_goed" / GELDLOKET).read_bytes()
STUKKEN = [
    "\n",
    "  ",
    "- ",
    ": ",
    ":",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a ",
    "*a",
    "!!int ",
    "? ",
    "---\n",
    "...\n",
    "<<: ",
    "\t",
    "\u00a0",
    "\r\n",
    "\x07",
    "\ufeff",
    "\u202e",
    "é",
    "naam: ",
    "naam",
    "ja",
    "%",
    "\\",
    "x",
    ",",
    "9:30",
    "0x1F",
    "~",
    "=",
    "<b>",
    "[x](javascript:a)",
]
LINKEN = [
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "!",
    "*",
    "_",
    "`",
    "\\",
    "\n",
    " ",
    "javascript:",
    "https://a.nl",
    "http://a.nl",
    "data:x",
    "&#106;",
    "&lt;",
    "&colon;",
    "x",
    "- ",
    "> ",
    "# ",
    "1. ",
    "<b>",
    "<script>",
    "]: ",
    "[a]",
    "~~~\n",
    "\t",
    '"',
    "'",
    "|",
    "=",
    "---\n",
    "mailto:a@b.nl",
]


def lees_ingang(ruw: bytes, peildatum: date = date(2026, 11, 22)) -> Verslag:
    """Een bestand zoals de lezer het leest, van bytes tot object."""
    verslag = Verslag()
    tekst = ontcijfer(ruw, "p.yaml", verslag)
    if tekst is not None and controleer_tekens(tekst, "p.yaml", verslag):
        boom = lees_yaml(tekst, "p.yaml", verslag)
        if boom is not None:
            lees_groep(
                boom,
                VOORZIENING,
                Lezing(verslag, "p.yaml", peildatum, VOORZIENING),
                id="p",
                soort="wijkfunctie",
                pad="p.yaml",
            )
    return verslag


def keur_verslag(verslag: Verslag) -> None:
    """P8: elke regel heeft de afgesproken vorm, en elke melding een plaats en een oplossing."""
    for melding, oplossing in zip(*[iter(verslag.als_tekst().split("\n")[:-1])] * 2, strict=True):
        assert re.match(r"[^:]+:\d+:\d+: (fout|waarschuwing) SK\d{3}: ", melding) and melding.isprintable()
        assert oplossing.startswith("  Zo lost u het op: ") and oplossing.isprintable()


@vaak
@given(st.binary(max_size=3000))
def test_p1_willekeurige_bytes(ruw):
    keur_verslag(lees_ingang(ruw))


@vaak
@given(st.lists(st.sampled_from(STUKKEN), max_size=60).map("".join))
def test_p1_stukken_yaml(tekst):
    keur_verslag(lees_ingang(tekst.encode()))


@vaak
@given(st.integers(0, len(GOED)), st.integers(0, 12), st.sampled_from(STUKKEN))
def test_p1_een_beschadigd_goed_bestand(plaats, weg, stuk):
    """Een goed bestand met ergens iets weg of erbij geeft een verslag, en de plek ligt in het bestand."""
    ruw = GOED[:plaats] + stuk.encode() + GOED[plaats + weg :]
    verslag = lees_ingang(ruw)
    keur_verslag(verslag)
    regels = ruw.count(b"\n") + ruw.count(b"\r") + 1
    assert all(1 <= m.regel <= regels for m in verslag.meldingen)


@vaak
@given(st.text(max_size=400))
def test_p2_tekst_zonder_opmaak_blijft_die_tekst(tekst):
    schoon = re.sub(r"[^\w\s,.?'\"/()]|_", "", tekst)
    html = veilige_html(schoon)[0].html
    assert set(re.findall(r"</?(\w+)", html)) <= {"p", "ol", "li"}
    if "<ol" not in html:
        assert tekst_van(html).split() == schoon.split()


@vaak
@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(LINKEN), max_size=50).map("".join)))
def test_p3_html_is_altijd_veilig(tekst):
    blok, bezwaren = veilige_html(tekst)
    assert bezwaren_tegen(blok.html) == []
    assert all(0 <= b.plaats <= len(tekst) for b in bezwaren)
    assert bool(blok.html) or bezwaren or not tekst.strip()


@vaak
@given(
    st.one_of(
        st.text(max_size=80),
        st.text("abcz019-._/\\:% \n\0", max_size=80),
        st.sampled_from(["..", ".", "con", "/abs", "C:\\x", "a\n"]),
    )
)
def test_p4_een_id_blijft_in_zijn_map(naam):
    if is_id(naam):
        for pad in (PurePosixPath("/site/voorzieningen") / naam, PureWindowsPath("C:/site/voorzieningen") / naam):
            assert pad.parent.name == "voorzieningen" and pad.name == naam and ".." not in pad.parts
        assert len(naam) <= 64 and not re.search(r"[^a-z0-9-]", naam)
    assert is_id(nette_naam(naam))


def test_p4_namen_van_windows_zijn_gereserveerd():
    assert GERESERVEERD >= {"con", "nul", "aux", "prn", "com1", "com9", "lpt1", "lpt9"}


@af_en_toe
@given(st.randoms(use_true_random=False))
def test_p6_de_volgorde_van_bestanden_maakt_niet_uit(tmp_path_factory, willekeur: random.Random):
    """Dezelfde bestanden in een andere volgorde op de schijf: dezelfde catalogus en dezelfde meldingen."""
    bron = tmp_path_factory.mktemp("bron") / "map"
    maak_goede_map(bron)
    for nummer in range(6):
        leg_neer(bron, f"sociale_kaart/ketenpartners/plek-{nummer}.yaml", _plek(nummer, willekeur))
    uitkomsten = []
    for ronde in range(2):
        doel = tmp_path_factory.mktemp(f"ronde{ronde}") / "map"
        paden = [p.relative_to(bron) for p in bron.rglob("*") if p.is_file()]
        willekeur.shuffle(paden)
        for pad in paden:
            (doel / pad).parent.mkdir(parents=True, exist_ok=True)
            (doel / pad).write_bytes((bron / pad).read_bytes())
        catalogus, verslag = lees(doel)
        uitkomsten.append((repr(catalogus), verslag.als_json()))
    assert uitkomsten[0] == uitkomsten[1]


def _plek(nummer: int, willekeur: random.Random) -> str:
    hoort_bij = willekeur.choice(
        ["", "hoort_bij: plek-1\n", "hoort_bij: geldloket\n", "hoort_bij: nergens\n", "talen: [klingon]\n"]
    )
    naam = willekeur.choice(["Plek", f"Plek {nummer}"])
    return (
        f"naam: {naam}\nfuncties: [buurthuis]\nsamenvatting: Een plek.\ntoegang: {{hoe: vrij}}\nwerkgebied: [landelijk]\n"
        f"gecontroleerd: {{op: 2026-10-01, door: redactie}}\n{hoort_bij}"
    )


@pytest.mark.parametrize("veld", ["naam", "samenvatting", "voor_wie", "niet_voor", "bron"])
@settings(max_examples=max(20, VOORBEELDEN // 4), deadline=None)
@given(tekst=st.text(max_size=100))
def test_een_korte_tekst_komt_er_gelijk_uit_of_wordt_gemeld(veld, tekst):
    """Tussen dubbele aanhalingstekens komt elke tekst terug zoals zij was (NFC, zonder spaties eromheen), of er is een
    melding.
    """
    verslag = Verslag()
    regel = f"{veld}: {json.dumps(tekst)}\n"
    boom = lees_yaml(regel, "p", verslag)
    lezing = Lezing(verslag, "p", date(2026, 11, 22))
    groep = VOORZIENING.per_naam[veld]
    uit = lees_veld(boom.waarden[veld], groep, lezing, (1, 1)) if boom else NIETS
    assert (uit is NIETS) == (verslag.fouten > 0)
    if uit is not NIETS:
        assert uit == unicodedata.normalize("NFC", tekst.strip(" \n"))


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(1, 36), st.booleans())
def test_de_termijn_van_een_ingang(op, maanden, nood):
    """Een eigen termijn telt precies; een nummer bij nood moet hoe dan ook na negentig dagen."""
    v = Voorziening("x", "wijkfunctie", "p", "n", (), "s", Toegang("vrij"), (), Gecontroleerd(op, "team", maanden))
    gewoon = over_maanden(op, maanden)
    assert goed_tot(v, Kennis(), nood) == (min(gewoon, op + timedelta(90)) if nood else gewoon)
