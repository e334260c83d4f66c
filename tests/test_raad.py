"""De raad bij een melding werkt: wie doet wat er staat, is van die melding af."""

import re

import pytest
from proefmap import GELDLOKET, PROEF, PROEFPLEK, lees, leg_neer, maak_goede_map, vervang

from generator.meldingen import Melding


def raad_bij(map_, code: str) -> list[Melding]:
    """Alle meldingen met deze code, op hun plek."""
    return [m for m in lees(map_)[1].meldingen if m.code == code]


def doe(map_, pad: str, weg: list[str], regel: str) -> None:
    """Haal velden helemaal links weg met alles wat eronder hoort, en zet een regel onderaan."""
    tekst = (map_ / pad).read_text(encoding="utf-8")
    for veld in weg:
        tekst = re.sub(rf"^{veld}:.*\n(?:[ ].*\n)*", "", tekst, flags=re.M)
    leg_neer(map_, pad, tekst + regel + "\n")


@pytest.mark.parametrize(
    "los",
    [
        "adres: Kade 12, 9999 AA Proefstad",
        "adres: {straat: Kade, huisnummer: 12, plaats: Proefstad}",
        "adres:\n  straat: Kade\n  plaats: Proefstad",
        'straat: Kade\nhuisnummer: 12-b\npostcode: 9999AA\nplaats: "\'s-Proefstad"',
        "lat: 52.615\nlng: 3.905",
        'telefoon: "0999-12 34 56"\nemail: info@samen.example\nurl: https://samen.example/?a=1&b=2',
        'contact:\n  email: info@samen.example  # van het loket\ntelefoon: "0999-12 34 56"',
        'locaties:\n  - naam: Het huis\nopeningstijden:\n  ma: "09:00-12:00, op afspraak 13:00-17:00"\nrolstoel: ja',
        'ma: "09:00-12:00"\nwo: gesloten\nza: op afspraak',
        "ter_plaatse: 'Bel aan: de deur is zwaar #2'",
        "meenemen: Een geldig identiteitsbewijs",
        "professional: Bel voor warm overdragen.",
    ],
)
def test_een_veld_op_de_verkeerde_plek_komt_met_plakken_goed(tmp_path, los):
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, PROEF, PROEFPLEK + los + "\n")
    meldingen = raad_bij(map_, "SK203")
    assert meldingen
    eerste = re.fullmatch(r"haal (.*) weg en zet er op een regel: '(.*)'\.", meldingen[0].oplossing)
    assert eerste, meldingen[0].oplossing
    assert all("het blok dat bij" in m.oplossing for m in meldingen[1:])
    doe(map_, PROEF, re.findall(r"'(\w+)'", eerste[1]), eerste[2])
    catalogus, verslag = lees(map_)
    assert catalogus and not verslag.meldingen, verslag.als_tekst() + (map_ / PROEF).read_text()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("toegang", "{hoe: inloop}"),
        ("toegang", "{hoe: vrij toegankelijk}"),
        ("toegang", "{hoe: besluit}"),
        ("toegang", "{hoe: hocus pocus}"),
        ("kosten", "{soort: niets}"),
        ("kosten", "{soort: contributie}"),
        ("doelgroepen", "[peuters]"),
        ("status", "dicht"),
        ("locaties", "[{naam: Huis, rolstoel: gedeeltelijk}]"),
    ],
)
def test_een_eigen_woord_wordt_het_vaste_woord(tmp_path, veld, waarde):
    map_ = maak_goede_map(tmp_path / "map")
    tekst = re.sub(rf"^{veld}:.*\n", "", PROEFPLEK, flags=re.M)
    leg_neer(map_, PROEF, f"{tekst}{veld}: {waarde}\n")
    (melding,) = raad_bij(map_, "SK205")
    fout = re.match(r"'(.*)' kan niet", melding.tekst)[1]
    goed = re.search(r"in de buurt: (\w+)", melding.oplossing)[1]
    vervang(map_, PROEF, fout, goed)
    assert not lees(map_)[1].meldingen


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "patroon"),
    [
        ("[WK999901, WK999902]", "[Noord]", "SK227", r"schrijf (\w+)"),
        ("[WK999901, WK999902]", "[Wijk 02 Zuid]", "SK227", r"schrijf (\w+)"),
        ("[WK999901, WK999902]", "[PROEFSTAD]", "SK227", r"schrijf (\w+)"),
        ("functies: [schuldhulpverlening]", "functies: [deurwaarder]", "SK305", r"buurt: ([\w-]+)"),
        ("functies: [schuldhulpverlening]", "functies: [wijkcentra]", "SK305", r"buurt: ([\w-]+)"),
        ("organisatie: stichting-samen", "organisatie: samen", "SK305", r"buurt: ([\w-]+)"),
        ("functies: [schuldhulpverlening]", "functies: [Deurwaarder aan de deur]", "SK309", r"id: ([\w-]+)"),
        ("organisatie: stichting-samen", "organisatie: Stichting Samen", "SK309", r"id: ([\w-]+)"),
        ("door: redactie sociaal domein", "door: Marieke", "SK415", r"'door: (.*?)'"),
    ],
)
def test_het_voorstel_in_de_plaats_zetten_lost_het_op(tmp_path, oud, nieuw, code, patroon):
    map_ = maak_goede_map(tmp_path / "map")
    vervang(map_, GELDLOKET, oud, nieuw)
    (melding,) = raad_bij(map_, code)
    waarde = re.search(r"[\[ ]([^\[\]:]+?)\]?$", nieuw)[1].strip()
    goed = re.search(patroon, melding.oplossing)[1]
    vervang(map_, GELDLOKET, nieuw, nieuw.replace(waarde, goed))
    assert not lees(map_)[1].meldingen, lees(map_)[1].als_tekst()
