"""Komt elk oud adres ergens uit, zonder kring en zonder een adres te bezetten dat er nog is?"""

import os

from generator.controles.stand import Stand
from generator.controles.verwijzingen import kringen
from generator.lezen.gemeentemap import BEZET

BESTAND = "sociale_kaart/doorverwijzingen.yaml"
MAPPEN = {"voorzieningen": "voorziening", "organisaties": "organisatie", "functies": "functie", "themas": "thema"}


def vaste_adressen(stand: Stand) -> set[str]:
    """De adressen die uit de inhoud zelf volgen: ingangen, organisaties, functies, themas en gebieden."""
    uit = {f"{map_}/{id_}/" for map_, soort in MAPPEN.items() for id_ in stand.gelezen.bekend[soort]}
    for gemeente in stand.gemeenten:
        basis = f"gebieden/{gemeente.slug}/"
        delen = (*(w.slug for w in gemeente.wijken), *(d.id for d in gemeente.indeling), *BEZET)
        uit |= {basis, *(f"{basis}{deel}/" for deel in delen)}
    return uit


def _te_beoordelen(adres: str, stand: Stand) -> bool:
    """Of de inhoud zelf zegt welke adressen er van deze soort zijn; over de andere oordeelt de bouw, die ze allemaal kent."""
    eerste = adres.partition("/")[0]
    if adres.count("/") > (3 if eerste == "gebieden" else 2):
        return False
    if eerste == "gebieden":
        return not stand.kapotte_gebieden
    return eerste in MAPPEN and MAPPEN[eerste] not in stand.gelezen.onzeker


def controleer_doorverwijzingen(stand: Stand) -> None:
    """Een doorverwijzing komt uit bij iets dat bestaat, en begint niet bij iets dat er nog is."""
    tabel, bekend = stand.gelezen.doorverwijzingen, vaste_adressen(stand)
    rond = {van for kring in kringen({van: regel.naar for van, regel in tabel.items() if regel.naar}) for van in kring}
    for van, regel in tabel.items():
        if van in rond:
            _meld(stand, van, "de doorverwijzingen gaan in een kring", "laat een van de regels weg")
        elif van in bekend and van.rstrip("/").rpartition("/")[2] not in BEZET:  # of zo'n blad er is, weet de bouw
            _meld(stand, van, f"'{regel.sleutel}' bestaat nog zelf", "haal deze regel weg")
        for doel in (regel.naar, *regel.kijk_bij):
            if doel and _te_beoordelen(doel, stand) and doel not in bekend | tabel.keys():
                _meld(
                    stand,
                    van,
                    f"'{doel}' bestaat niet",
                    f"verwijs naar een adres dat bestaat, zoals {_naaste(doel, stand, bekend)}",
                )


def _naaste(doel: str, stand: Stand, bekend: set[str]) -> str:
    """Wat er het meest op lijkt, van dezelfde soort."""
    soort = f"{doel.partition('/')[0]}/"
    return stand.voorstel("adres", doel, {adres for adres in bekend if adres.startswith(soort)})


def _meld(stand: Stand, van: str, reden: str, oplossing: str) -> None:
    regel = stand.gelezen.doorverwijzingen[van]
    stand.verslag.meld(
        "SK307",
        BESTAND,
        regel.plek,
        van=regel.sleutel,
        naar=regel.naar or "vervallen",
        reden=reden,
        oplossing=oplossing,
    )


def controleer_plaats(stand: Stand) -> None:
    """doorverwijzingen.yaml hoort in sociale_kaart/; in de wortel leest niemand het."""
    for pad, hoort in (("doorverwijzingen.yaml", BESTAND), ("sociale_kaart/adressen.yaml", "adressen.yaml")):
        if os.path.isfile(stand.map / pad):
            stand.verslag.meld("SK352", pad, naam=pad, voorstel=hoort)
