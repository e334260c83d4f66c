"""Wat een tweede bouw uit de vorige site overneemt: nooit iets dat anders had moeten zijn, en wel alles wat gelijk bleef."""

from datetime import timedelta
from pathlib import Path

import pytest
from proefmap import GELDLOKET, PEILDATUM, PROEF, PROEFPLEK, leg_neer, maak_goede_map, vervang

from generator.bouw.hergebruik import Hergebruik, algemene_afdruk
from generator.bouw.schil import Schillen
from generator.bouw.schrijven import Gegevensmaker, Schrijver
from generator.bouw.wissel import vaste_rechten
from generator.browser import gegevenssoorten
from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.uitvoer import uitvoersoorten, voorzieningen_json
from generator.uitvoer.stukken import Stukken
from generator.voorraad import Voorraad

HULPLIJN = "sociale_kaart/ketenpartners/landelijke-hulplijn.yaml"
ZUID = "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml"
WIJKEN = "gebieden/proefstad/wijken.geojson"
ORGANISATIE = "sociale_kaart/organisaties/stichting-samen.yaml"
VAKANTIES = "sociale_kaart/schoolvakanties.yaml"
OUD = PROEFPLEK + "status: gesloten\nopvolger: buurthuis-zuid\n"
OVERGENOMEN = PROEFPLEK.replace("door: redactie", "door: redactie, nagelezen: nee")


class Proef:
    """Een map waarvan alle gegevens telkens naast de vorige geschreven worden, met een voorraad die blijft."""

    def __init__(self, plek: Path):
        self.plek, self.keer, self.dag = plek, 0, PEILDATUM
        self.map = maak_goede_map(plek / "map")

    @property
    def site(self) -> Path:
        return self.plek / f"site{self.keer}"

    def schrijf(self, aan: bool = True) -> dict[str, bytes]:
        """Alle gegevens op pad; met `aan` op de vorige voorraad en de vorige site, anders alles nieuw."""
        vorige, self.keer = self.site, self.keer + aan
        doel, voorraad, verslag = (
            self.site if aan else self.plek / f"vol{self.keer}",
            Voorraad(self.map, aan),
            Verslag(),
        )
        catalogus = lees_catalogus(self.map, verslag, self.dag, voorraad)
        assert catalogus, verslag.als_tekst()
        doel.mkdir()
        hergebruik = Hergebruik(vorige, voorraad, algemene_afdruk(self.map, Schillen({}, None, {}), catalogus))
        maker = Gegevensmaker(Schrijver(doel), hergebruik)
        with vaste_rechten():
            for soort in (*uitvoersoorten(catalogus), *gegevenssoorten(catalogus)):
                for bestand in maker.schrijf_rij(soort):
                    hergebruik.onthoud_stukken(*bestand[:3])
        voorraad.bewaar()
        return {p.relative_to(doel).as_posix(): p.read_bytes() for p in doel.rglob("*") if p.is_file()}


def zet_set_neer(proef: Proef, naam: str) -> None:
    leg_neer(proef.map, "regioset/wijkfuncties/regiolijn.yaml", PROEFPLEK.replace("Proefplek", "Regiolijn"))
    leg_neer(
        proef.map,
        "sets.yaml",
        f"sets:\n  - {{naam: landelijk, gebruiken: nee}}\n  - {{naam: {naam}, map: regioset}}\n",
    )


def morgen(proef: Proef) -> None:
    proef.dag += timedelta(days=30)


def verander(pad: str, oud: str, nieuw: str):
    return lambda proef: vervang(proef.map, pad, oud, nieuw)


def neer(pad: str, inhoud: str | dict):
    return lambda proef: leg_neer(proef.map, pad, inhoud)


def buiten_vakanties(proef: Proef) -> None:
    leg_neer(
        proef.map,
        VAKANTIES,
        "bekend_tot: {noord: 2027-09-01}\nvakanties:\n"
        "  - {naam: kerstvakantie, regio: [noord], van: 2026-12-19, tot: 2027-01-03, bron: verzonnen}\n",
    )
    dinsdag = "      di: op afspraak\n"
    vervang(proef.map, GELDLOKET, dinsdag, f"{dinsdag}      niet_in: [schoolvakanties]\n")


# Alles waar gegevens van afhangen, een voor een; elke stap gaat verder met wat er na de vorige stond.
STAPPEN = {
    "de ingang": verander(GELDLOKET, "Gratis hulp bij geldzorgen", "Hulp bij geldzorgen"),
    "een ingang erbij": neer(PROEF, OVERGENOMEN),
    "bevestigd in nazien.md": neer(
        "nazien.md", "- [x] Proefplek: geen nummer of website (proef), nagezien op 2026-11-20\n"
    ),
    "een ingang gesloten": neer(PROEF, OUD),
    "de naam van een ander die ervoor in de plaats kwam": verander(ZUID, "Buurthuis Zuid", "Huis van Zuid"),
    "die ander ook gesloten": verander(ZUID, "hoort_bij: geldloket", "status: gesloten\nopvolger: geldloket"),
    "en weer open": verander(ZUID, "status: gesloten\nopvolger: geldloket", "hoort_bij: geldloket"),
    "een ingang weg": neer(PROEF, {"weg": "ja"}),
    "de organisatie": verander(ORGANISATIE, "Stichting Samen", "Stichting Naast Elkaar"),
    "het levensgebied": verander("sociale_kaart/themas.yaml", "Geld en schulden", "Geldzaken"),
    "de functie": verander("sociale_kaart/functies/buurthuis.yaml", "naam: Buurthuis", "naam: Ontmoetingsplek"),
    "de functie bij een ander thema": verander(
        "sociale_kaart/functies/buurthuis.yaml", "themas: [ontmoeten]", "themas: [geld]"
    ),
    "de naam van een wijk": verander(WIJKEN, '"naam": "Noord"', '"naam": "Bovenstad"'),
    "de grens van een wijk": verander(
        WIJKEN,
        "[[[3.90, 52.60], [3.91, 52.60], [3.91, 52.61], [3.90, 52.61], [3.90, 52.60]]]",
        "[[[3.90, 52.60], [3.91, 52.60], [3.91, 52.601], [3.90, 52.601], [3.90, 52.60]]]",
    ),
    "de gemeente": verander("gebieden/proefstad/gemeente.yaml", "Proefland", "Verland"),
    "tijden buiten vakanties": buiten_vakanties,
    "de schoolregio": verander(
        "gebieden/proefstad/gemeente.yaml", "voorbeeld: ja", "voorbeeld: ja\nschoolregio: noord"
    ),
    "een andere schoolvakantie": verander(VAKANTIES, "tot: 2027-01-03", "tot: 2027-01-10"),
    "hoe lang iets goed blijft": neer(
        "sociale_kaart/beheer.yaml",
        "teams:\n  - {naam: redactie, rest: ja}\ntermijnen:\n  - {soort: wijkfunctie, maanden: 7}\n",
    ),
    "een activiteit": neer(
        "sociale_kaart/activiteiten/koken.yaml",
        'naam: Samen koken\nplek: geldloket\nop: 2026-12-19\ntijd: "17:00-19:00"\ntekst: Wij koken.\n',
    ),
    "de dag": morgen,
    "het adres van de site": verander("mkdocs.yml", "socialekaart.proefstad.example", "kaart.proefstad.example"),
    "de naam van de site": verander("mkdocs.yml", "Sociale kaart Proefstad", "De kaart van Proefstad"),
    "de licentie": verander("mkdocs.yml", "    gemeente: GM9999", "    gemeente: GM9999\n    licentie: CC-BY-4.0"),
    "een set erbij": lambda proef: zet_set_neer(proef, "regio"),
    "een andere naam voor de set": lambda proef: zet_set_neer(proef, "streek"),
    "een ander punt": verander(GELDLOKET, "breedte: 52.615", "breedte: 52.6005"),
    "een andere naam van het bestand": lambda proef: (proef.map / HULPLIJN).rename(
        proef.map / HULPLIJN.replace("landelijke", "andere")
    ),
}


@pytest.fixture
def proef(tmp_path, eigen_voorraad):
    return Proef(tmp_path)


def test_wat_er_ook_verandert_de_gegevens_zijn_die_van_een_volle_bouw(proef):
    voor = proef.schrijf()
    for naam, wijzig in STAPPEN.items():
        wijzig(proef)
        nu, vol = proef.schrijf(), proef.schrijf(aan=False)
        assert [pad for pad in {*nu, *vol} if nu.get(pad) != vol.get(pad)] == [], naam
        assert nu != voor, f"'{naam}' verandert niets, en bewijst dan ook niets"
        voor = nu


def test_alleen_wat_veranderde_wordt_opnieuw_gemaakt(proef, monkeypatch):
    gemaakt, echt = [], voorzieningen_json.als_dict
    monkeypatch.setattr(voorzieningen_json, "als_dict", lambda v, c: gemaakt.append(v.id) or echt(v, c))
    eerst = proef.schrijf()
    assert gemaakt == ["buurthuis-zuid", "geldloket", "landelijke-hulplijn"]
    vervang(proef.map, GELDLOKET, "Gratis hulp", "Hulp")
    proef.schrijf()
    assert gemaakt[3:] == ["geldloket"]
    vervang(proef.map, GELDLOKET, "Hulp bij", "Gratis hulp bij")
    assert proef.schrijf() == eerst and gemaakt[4:] == ["geldloket"]
    assert proef.schrijf() == eerst and gemaakt[5:] == []


@pytest.mark.parametrize("raak_aan", ["bytes", "rechten", "weg", "koppeling"])
def test_een_bestand_dat_iemand_aanraakte_telt_niet(proef, raak_aan):
    """De vorige site staat op een schijf waar anderen bij kunnen; alleen wat wij zelf schreven mag terugkomen."""
    eerst, bestand = proef.schrijf(), proef.site / voorzieningen_json.BESTAND
    ruw = bestand.read_bytes()
    if raak_aan == "bytes":
        bestand.write_bytes(ruw.replace(b"Gratis hulp", b"Dure hulp !"))
    elif raak_aan == "rechten":
        bestand.write_bytes(ruw.replace(b"Gratis hulp", b"Dure hulp !"))
        bestand.chmod(0o666)
    else:
        bestand.unlink()
        if raak_aan == "koppeling":
            (proef.plek / "elders").write_bytes(ruw)
            bestand.symlink_to(proef.plek / "elders")
    assert proef.schrijf() == eerst


def test_een_stuk_zonder_sleutel_en_een_leeg_stuk():
    """Zonder sleutel wordt een stuk altijd gemaakt, ook als er toevallig meer zijn; een leeg stuk geeft geen komma."""
    teller = iter(range(100))

    def van(*sleutels: str) -> Stukken:
        return Stukken(b"[", sleutels, lambda i: b"" if sleutels[i] == "leeg" else b"%d" % next(teller), staart=b"]")

    eerst, delen = van("a", "leeg", "", "", "b").samen()
    assert eerst == b"[0,1,2,3]"
    assert van("b", "", "leeg", "c", "a").samen(eerst, delen)[0] == b"[3,4,5,0]"


@pytest.mark.parametrize("naam", ["mkdocs.yml", "nazien.md", "sets.yaml", "adressen.yaml", "nog_onbekend.yaml"])
def test_elk_los_bestand_van_de_map_telt_mee_in_wat_alles_raakt(tmp_path, catalogus, naam):
    map_, schillen = maak_goede_map(tmp_path / "map"), Schillen({}, None, {})
    voor = algemene_afdruk(map_, schillen, catalogus)
    assert algemene_afdruk(map_, schillen, catalogus) == voor
    bestand = map_ / naam
    bestand.write_text(f"{bestand.read_text() if bestand.exists() else ''}\n# anders\n", encoding="utf-8")
    assert algemene_afdruk(map_, schillen, catalogus) != voor
