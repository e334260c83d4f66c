"""De gevallen: slechte invoer over een goede map, met precies de meldingen die horen te komen.

Elke map onder tests/gevallen/ heet naar de regel in de lijst met gevallen (A01 = bestand en codering, B = YAML,
C = waarden, D = ids en verwijzingen, E = injectie) en heeft een geval.yaml met varianten.
"""

import os
import re
import time

import pytest
import yaml
from proefmap import GELDLOKET, GEVALLEN, korte_meldingen, lees, leg_neer, maak_goede_map, vervang

from generator.codes import CODES
from generator.meldingen import WAARSCHUWING

REGEL = re.compile(r"[^:\n]+:\d+:\d+: (fout|waarschuwing) SK\d{3}: \S")


def _varianten():
    for bestand in sorted(GEVALLEN.glob("*/geval.yaml")):
        for variant in yaml.load(bestand.read_text(encoding="utf-8"), yaml.CSafeLoader)["varianten"]:
            yield pytest.param(variant, id=f"{bestand.parent.name}: {variant['naam']}")


VARIANTEN = list(_varianten())


@pytest.mark.parametrize("variant", VARIANTEN)
def test_geval(variant, tmp_path):
    if variant.get("zonder_rechten") and (os.name == "nt" or os.geteuid() == 0):
        pytest.skip("de beheerder mag alles lezen")
    map_ = maak_goede_map(tmp_path / "map")
    for pad, inhoud in variant.get("bestanden", {}).items():
        leg_neer(map_, pad, inhoud)
    for oud, nieuw in variant.get("vervang", []):
        vervang(map_, GELDLOKET, oud, nieuw)
    begin = time.process_time()
    catalogus, verslag = lees(map_)
    assert korte_meldingen(verslag) == variant["meldingen"], verslag.als_tekst()
    assert time.process_time() - begin < 5
    assert (catalogus is None) == (verslag.fouten > 0)
    tekst = verslag.als_tekst()
    assert [stuk for stuk in variant.get("zegt", []) if stuk not in tekst] == [], tekst
    controleer_vorm(verslag)


def controleer_vorm(verslag):
    """Elke melding heeft een plaats, een code, een oplossing, en geen teken dat een terminal verandert."""
    regels = verslag.als_tekst().split("\n")[:-1]
    assert len(regels) == 2 * len(verslag.meldingen)
    for melding, oplossing in zip(regels[::2], regels[1::2], strict=True):
        assert REGEL.match(melding) and melding.isprintable(), melding
        assert re.match(r"  Zo lost u het op: \S.*[.?)\"']$", oplossing) and oplossing.isprintable(), oplossing
    for regel in verslag.als_github().split("\n")[:-1]:
        assert re.match(r"::(error|warning) file=[^,]+,line=\d+,col=\d+,title=SK\d{3}::", regel)


# Codes die elders een geval hebben: SK5xx bij de gebieden, SK6xx bij de geschreven pagina's, SK7xx bij het nazicht,
# SK8xx bij het bewerken.
ELDERS = re.compile(r"SK[5678]\d\d")


def test_elke_code_heeft_een_geval():
    geraakt = {m.split()[-1] for v in VARIANTEN for m in v.values[0]["meldingen"]}
    assert sorted(code for code in CODES if not ELDERS.match(code) and code not in geraakt) == []
    assert sorted(geraakt - CODES.keys()) == []


def test_elk_geval_uit_de_lijst_is_er():
    verwacht = {
        f"{deel}{n:02}" for deel, aantal in (("A", 16), ("B", 18), ("C", 33), ("D", 15)) for n in range(1, aantal + 1)
    }
    assert sorted(verwacht - {map_.name for map_ in GEVALLEN.iterdir()}) == []


def test_de_goede_map_is_goed(tmp_path):
    catalogus, verslag = lees(maak_goede_map(tmp_path / "map"))
    assert verslag.als_tekst() == "Geen fouten gevonden."
    assert sorted(catalogus.voorzieningen) == ["buurthuis-zuid", "geldloket", "landelijke-hulplijn"]
    assert catalogus.plaatsen == {("geldloket", 0): "WK999901", ("buurthuis-zuid", 0): "WK999902"}


def test_alle_fouten_in_een_keer(tmp_path):
    """Fouten in verschillende bestanden staan samen in een verslag, gesorteerd op plaats."""
    map_ = maak_goede_map(tmp_path / "map")
    for nummer, variant in enumerate(v.values[0] for v in VARIANTEN[:400]):
        for pad, inhoud in variant.get("bestanden", {}).items():
            if pad.endswith("/proef.yaml") and isinstance(inhoud, str) and variant["meldingen"]:
                leg_neer(map_, pad.replace("proef.yaml", f"proef-{nummer}.yaml"), inhoud)
    _, verslag = lees(map_)
    assert len({m.pad for m in verslag.meldingen}) > 80
    assert verslag.meldingen == sorted(verslag.meldingen)


def test_de_tabel_van_codes_is_netjes():
    for code, uitleg in CODES.items():
        assert re.fullmatch(r"SK\d{3}", code)
        assert uitleg.soort in ("fout", WAARSCHUWING)
        assert uitleg.tekst.endswith("."), code
        assert uitleg.oplossing[-1] in ".?}", code
    assert list(CODES) == sorted(CODES)
