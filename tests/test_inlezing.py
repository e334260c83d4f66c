"""Wat van een bestand gelezen is, komt uit zijn bytes terug zoals het was; over veel meer bestanden kijkt `fuzz_snel.py` dat na."""

from datetime import date

import pytest
from fuzz_snel import heen_en_terug, soorten

from generator.betekenis.leesmaat import meet
from generator.betekenis.netnummers import Feiten
from generator.lezen.inlezing import Inlezing, pak_in, pak_uit
from generator.lezen.waarden import Verwijzing
from generator.meldingen import Regel, Verslag
from generator.model import Functie, Organisatie, Voorziening


def test_elk_ding_van_de_voorbeeldgemeente_komt_terug_zoals_het_was(catalogus):
    groepen = (catalogus.voorzieningen, catalogus.organisaties, catalogus.functies)
    dingen = [ding for groep in groepen for ding in groep.values()] + list(catalogus.activiteiten)
    assert len({type(ding) for ding in dingen}) == 4
    for ding in dingen:
        terug = heen_en_terug(ding, []).ding
        assert terug == ding and soorten(terug) == soorten(ding)


def test_een_verwijzing_uit_een_set_weet_haar_bestand_en_een_melding_blijft_heel():
    verslag = Verslag()
    verslag.meld("SK203", "a.yaml", (2, 3), veld="x", hint="h")
    verwijzingen = [Verwijzing("functie", "a", Regel(4, "set/a.yaml"), 5), Verwijzing("functie", "b", 6, 7)]
    nummers = {"0999-11 22 33": Feiten(True, ""), "0570-62 34 56": Feiten(True, "0570")}
    meting = meet("Bel ons. Wij helpen u.")
    inlezing = Inlezing(date(2026, 1, 2), None, verwijzingen, True, verslag.meldingen_ruw, nummers, meting)
    terug = pak_uit(pak_in(inlezing), Voorziening)
    assert terug == inlezing
    assert {type(feiten) for feiten in terug.nummers.values()} == {Feiten}
    assert [getattr(v.regel, "pad", None) for v in terug.verwijzingen] == ["set/a.yaml", None]


@pytest.mark.parametrize("ruw", [b"", b"\xc1", b"\x01", b"\x90"])
def test_bytes_die_iets_anders_zijn_worden_opnieuw_gelezen(ruw, catalogus):
    assert pak_uit(ruw, Voorziening) is None
    functie = Inlezing(date(2026, 1, 2), next(iter(catalogus.functies.values())), [], False, set(), {})
    assert pak_uit(pak_in(functie), Functie) == functie and pak_uit(pak_in(functie), Organisatie) is None
