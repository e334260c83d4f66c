"""Wat iemand aan `begin` opgaf nakijken zoals de bouw dat doet, voor er iets op haar plek komt."""

from dataclasses import replace
from pathlib import Path

from generator.begin.gegevens import Gegevens
from generator.lezen.bestanden import lees_tekst
from generator.lezen.instellingen import lees_instellingen
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import FOUT, Verslag
from generator.schema import ORGANISATIE, VOORZIENING


def keur_antwoorden(map_: Path, gegevens: Gegevens, verslag: Verslag) -> None:
    """Meld elke fout in de instellingen en in de eerste ingangen; een waarschuwing hoort bij een map die net begint."""
    eigen = Verslag()
    lees_instellingen(map_, eigen, gegevens.vandaag)
    for bestand in sorted((map_ / "sociale_kaart").glob("*/*.yaml")):
        pad = bestand.relative_to(map_).as_posix()
        groep = ORGANISATIE if bestand.parent.name == "organisaties" else VOORZIENING
        tekst = lees_tekst(bestand, pad, eigen)
        boom = lees_yaml(tekst, pad, eigen) if tekst is not None else None
        if boom is not None:
            lees_groep(boom, replace(groep, klasse=dict), Lezing(eigen, pad, gegevens.vandaag, groep))
    verslag.meldingen_ruw |= {m for m in eigen.meldingen_ruw if m.soort == FOUT}
