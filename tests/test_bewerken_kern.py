"""De kern van het wijzigen: 1.000 willekeurige wijzigingen in met de hand geschreven bestanden.

De waarde komt gelijk terug, en elke regel die niet bij de plek hoort is byte voor byte dezelfde.
"""

import os
import random
import re
from copy import deepcopy
from pathlib import Path

import pytest
import yaml

from generator.bewerken.paden import PadFout, keur_pad, lees_pad, schrijf_pad
from generator.bewerken.verschil import gewenst
from generator.bewerken.wijzigen import KanNiet, bewerk, lees_boom
from generator.schema import VOORZIENING

BESTANDEN = sorted((Path(__file__).parent / "bewerken/bestanden").glob("*.yaml"))
LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
AANTAL = int(os.environ.get("SOCIALE_KAART_WIJZIGINGEN", "1000"))
WAARDEN = [
    "Gewoon",
    "0999-65 43 21",
    "09:00-12:00, 13:30-17:00",
    "met: dubbele punt",
    "hekje #5",
    "x # y",
    "'s avonds",
    '"citaat"',
    "- streep",
    "[haak]",
    "{krul}",
    "a, b",
    "null",
    "~",
    "ja",
    "12",
    "2026-11-28",
    "é ü 日本 🍵",
    "&a",
    "*b",
    "!c",
    "%d",
    "@e",
    "`f",
    "| g",
    "> h",
    "https://x.example/?a=b#c",
    "een regel\nen nog een",
    "lijst:\n\n- a\n- b\n\n# kop",
    "  spaties  ",
    "tab\there",
    "\\ schuin",
    "a" * 300,
    "eind:",
    "? vraag",
    "--- streep",
    "\u00a0hard",
    "<b>vet</b>",
    "regel\n\n\nver",
    "\ttab eerst",
    "slot  \nregel",
    "e\u0301",
]


def lees(tekst: str) -> dict:
    """Onafhankelijk van de kern: PyYAML zelf, alles als tekst, blokken zonder laatste regeleinde."""
    return kaal(yaml.load(tekst, Loader=LADER))


def kaal(deel):
    if isinstance(deel, dict):
        return {naam: kaal(waarde) for naam, waarde in deel.items()}
    return [kaal(d) for d in deel] if isinstance(deel, list) else deel.rstrip("\n")


def paden(boom, pad=()):
    """Elke plek in een boom."""
    delen = boom.items() if isinstance(boom, dict) else enumerate(boom) if isinstance(boom, list) else ()
    for deel, waarde in delen:
        yield (*pad, deel)
        yield from paden(waarde, (*pad, deel))


def pak(boom, pad):
    for deel in pad:
        boom = boom[deel]
    return boom


def willekeurig(r: random.Random, boom: dict):
    """Een wijziging: iets anders, iets weg, iets erbij."""
    plekken = list(paden(boom))
    soort = r.choice("anders anders anders weg erbij erbij lijst groep".split())
    if soort == "anders":
        pad = r.choice([p for p in plekken if isinstance(pak(boom, p), str)])
        return pad, r.choice(WAARDEN)
    if soort == "weg":
        return r.choice(plekken), None
    if soort == "lijst":
        lijsten = [
            p for p in plekken if isinstance(pak(boom, p), list) and all(isinstance(d, str) for d in pak(boom, p))
        ]
        pad = r.choice(lijsten)
        oud = list(pak(boom, pad))
        r.shuffle(oud)
        return pad, oud[: r.randint(0, len(oud))] + r.sample(WAARDEN, r.randint(1, 3))
    if soort == "groep":
        nummer = len(boom["locaties"]) if isinstance(boom.get("locaties"), list) else 0
        return ("locaties", nummer), {
            "naam": r.choice(WAARDEN),
            "adres": {"straat": "Kade", "plaats": r.choice(WAARDEN)},
            "openingstijden": {"ma": "09:00-10:00"},
        }
    pad = lees_pad(
        r.choice(
            [
                "contact.telefoon",
                "contact.website",
                "kosten.soort",
                "kosten.toelichting",
                "omschrijving",
                "voor_wie",
                "status",
                "toegang.professional",
                "tijdelijk.tekst",
                "contact.telefoontijden.wo",
                "wachttijd.tekst",
                "bron",
                "organisatie",
            ]
        )
    )
    return pad, r.choice(WAARDEN)


def bestaand(boom: dict, pad):
    """Het langste deel van een pad dat er al is."""
    for lengte in range(len(pad), 0, -1):
        try:
            pak(boom, pad[:lengte])
            return pad[:lengte]
        except (LookupError, TypeError):
            continue
    return ()


def regels_van(tekst: str, pad) -> tuple[int, int]:
    """De regels van een plek, van haar naam tot het eind van haar waarde; apart gezocht."""
    knoop = yaml.compose(tekst, Loader=LADER)
    begin = knoop.start_mark.line
    for deel in pad:
        if isinstance(deel, int):
            vorige = knoop.value[deel - 1].end_mark.line if deel else begin
            knoop = knoop.value[deel]
            begin = min(knoop.start_mark.line, max(vorige, begin)) if not deel else _streep(tekst, knoop.start_mark)
        else:
            naam, knoop = next((n, w) for n, w in knoop.value if n.value == deel)
            begin = naam.start_mark.line
    eind = knoop.end_mark.line
    return begin, max(begin, eind if knoop.end_mark.column else eind - 1)


def _streep(tekst: str, merk) -> int:
    """De regel van het streepje van een deel; achter een streepje kan een opmerking staan."""
    regels, nummer = splits(tekst), merk.line
    while nummer and not re.match(r"\ufeff? *-\s", regels[nummer]):
        nummer -= 1
    return nummer


def splits(tekst: str) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$", tekst)


def veranderd(oud: list[str], nieuw: list[str]) -> tuple[int, int]:
    """De regels van oud die anders zijn: van, tot (niet erbij)."""
    voor = next((i for i, (a, b) in enumerate(zip(oud, nieuw, strict=False)) if a != b), min(len(oud), len(nieuw)))
    na = 0
    while na < min(len(oud), len(nieuw)) - voor and oud[-1 - na] == nieuw[-1 - na]:
        na += 1
    return voor, len(oud) - na


def keur(tekst: str, pad, waarde, nieuw: str) -> None:
    boom = lees(tekst)
    doel = kaal(gewenst(boom, [(pad, waarde)]))
    assert lees(nieuw) == doel
    plek = bestaand(boom, pad)
    weg = waarde is None
    while weg and len(plek) > 1 and bestaand(doel, plek[:-1]) != plek[:-1]:
        plek = plek[:-1]  # de groep raakte leeg en ging mee weg
    van, tot = veranderd(splits(tekst), splits(nieuw))
    if van == tot:
        return  # er kwam alleen iets bij
    begin, eind = regels_van(tekst, plek)
    assert begin <= van + 1, (begin, van)
    # Na een veld achter een streepje schuift het volgende op; dat staat op de regel eronder.
    assert tot <= eind + 1 + weg, (eind, tot)


def test_duizend_wijzigingen():
    r, geweigerd, gedaan = random.Random(16), [], 0
    for nummer in range(AANTAL):
        bestand = BESTANDEN[nummer % len(BESTANDEN)]
        tekst = bestand.read_bytes().decode("utf-8-sig")
        pad, waarde = willekeurig(r, lees(tekst))
        try:
            nieuw = bewerk(tekst, [(pad, waarde)], VOORZIENING)
        except KanNiet as fout:
            geweigerd.append((bestand.name, schrijf_pad(pad), waarde, str(fout)[:30]))
            continue
        try:
            keur(tekst, pad, waarde, nieuw)
        except AssertionError as fout:
            raise AssertionError(f"{bestand.name} {schrijf_pad(pad)} = {waarde!r}: {fout}\n{nieuw}") from fout
        gedaan += 1
    print(f"{gedaan} gedaan, {len(geweigerd)} geweigerd: {geweigerd[:40]}")
    assert gedaan > 0.97 * AANTAL, geweigerd


def test_wijzigingen_achter_elkaar():
    """Twintig wijzigingen op hetzelfde bestand: de boom blijft kloppen en elke opmerking buiten de plek blijft."""
    r = random.Random(17)
    for bestand in BESTANDEN:
        tekst = bestand.read_bytes().decode("utf-8-sig")
        for _ in range(20):
            pad, waarde = willekeurig(r, boom := lees(tekst))
            if len(pad) == 1 and waarde is None:
                continue
            try:
                tekst = bewerk(tekst, [(pad, waarde)], VOORZIENING)
            except KanNiet:
                continue
            assert lees(tekst) == kaal(gewenst(boom, [(pad, waarde)]))


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda p: p.stem)
def test_wijzigen_en_terug_is_gelijk(bestand):
    """Een tekst anders en weer terug geeft hetzelfde bestand, ook de aanhalingstekens."""
    tekst = bestand.read_bytes().decode("utf-8-sig")
    boom = lees(tekst)
    for pad in paden(boom):
        oud = pak(boom, pad)
        if (
            isinstance(oud, str)
            and re.fullmatch(r"[A-Za-z ]+", oud)
            and len(splits(tekst)) == len(splits(bewerk(tekst, [(pad, "Anders")])))
        ):
            regel = regels_van(tekst, pad)
            if regel[0] == regel[1]:
                assert bewerk(bewerk(tekst, [(pad, "Anders")]), [(pad, oud)]) == tekst


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda p: p.stem)
def test_niets_wijzigen_verandert_niets(bestand):
    tekst = bestand.read_bytes().decode("utf-8-sig")
    boom = lees_boom(tekst)
    assert bewerk(tekst, [((naam,), deepcopy(waarde)) for naam, waarde in boom.items()], VOORZIENING) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "a: &x 1\nb: *x\n",
        "a: 1\na: 2\n",
        "a: !!int 1\n",
        "a: [1\n",
        "- a\n",
        "a: 1\n---\nb: 2\n",
        "",
        "? [a]\n: b\n",
        "<<: {a: 1}\n",
        "a:\n\tb: 1\n",
    ],
)
def test_wat_niet_veilig_is_wordt_geweigerd(tekst):
    with pytest.raises(KanNiet):
        bewerk(tekst, [(("a",), "x")])


@pytest.mark.parametrize(
    "pad",
    ["", ".", "a..b", "A", "__class__.x", "naam\nid", "a[", "a[-1]", "a[x]", "../x", "a[9999]", "naam ", "x" * 60],
)
def test_een_raar_pad_is_geen_pad(pad):
    with pytest.raises(PadFout):
        lees_pad(pad)


@pytest.mark.parametrize(
    "pad",
    [
        "naam[0]",
        "contact[0].telefoon",
        "locaties.naam",
        "bestaat_niet",
        "contact.bestaat_niet",
        "naam.id",
        "functies[0].x",
    ],
)
def test_een_pad_dat_de_tabel_niet_kent(pad):
    with pytest.raises(PadFout):
        keur_pad(VOORZIENING, lees_pad(pad))


@pytest.mark.parametrize(
    "pad", ["naam", "contact.telefoon", "locaties[2].openingstijden.ma", "functies[0]", "gecontroleerd.op"]
)
def test_een_pad_heen_en_weer(pad):
    assert keur_pad(VOORZIENING, lees_pad(pad)).naam and schrijf_pad(lees_pad(pad)) == pad


def test_wat_een_of_meer_keer_mag():
    """`tijdelijk` staat los of in een lijst: nummer 0 is dan dezelfde, en met nummer 1 wordt het een lijst."""
    tekst = "naam: x  # blijft\ntijdelijk: {van: 2026-12-20, tot: 2027-01-05, tekst: Dicht.}  # kerst\nbron: y\n"
    tot = lees_pad("tijdelijk[0].tot")
    assert bewerk(tekst, [(tot, "2027-01-06")], VOORZIENING) == tekst.replace("2027-01-05", "2027-01-06")
    nieuw = {"van": "2027-02-01", "tot": "2027-02-02", "tekst": "Verbouwing."}
    uit = bewerk(tekst, [(lees_pad("tijdelijk[1]"), nieuw)], VOORZIENING)
    assert [deel["tekst"] for deel in lees(uit)["tijdelijk"]] == ["Dicht.", "Verbouwing."]
    assert uit.startswith("naam: x  # blijft\ntijdelijk:") and uit.endswith("\nbron: y\n") and "# kerst" in uit
    with pytest.raises(KanNiet, match="zeg welke"):
        bewerk(uit, [(lees_pad("tijdelijk.tot"), "2027-01-06")], VOORZIENING)


def test_meer_wijzigingen_tegelijk_raken_alleen_hun_regels():
    bestand = next(b for b in BESTANDEN if b.stem == "05-opmerkingen-overal")
    tekst = bestand.read_text(encoding="utf-8")
    velden = [
        ("contact.telefoon", "0999-65 43 21"),
        ("toegang.uitleg", "Bel aan."),
        ("functies", ["inloop-ontmoeting", "eettafel"]),
    ]
    uit = bewerk(tekst, [(lees_pad(pad), waarde) for pad, waarde in velden], VOORZIENING)
    oud, nieuw = splits(tekst), splits(uit)
    assert [regel for regel in oud if regel not in nieuw] == [
        "  - buurthuis\n",
        '  telefoon: "0999-12 34 56"  # nagekeken\n',
    ]
    assert [regel for regel in nieuw if regel not in oud] == [
        "  - eettafel\n",
        "  uitleg: Bel aan.\n",
        '  telefoon: "0999-65 43 21"  # nagekeken\n',
    ]
