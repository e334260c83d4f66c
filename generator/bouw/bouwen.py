"""De volgorde van het bouwen: catalogus, pagina's in een tijdelijke map, nazicht, en dan in een keer wisselen.

De enige module die de site wisselt. Er is een oude site of een nieuwe, nooit een halve.
"""

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.betekenis.meldwegen import meldmail
from generator.betekenis.nood import noodnummers
from generator.bouw.adressen import hoort_op_de_site, keur_adressen, titel_van
from generator.bouw.dienst import dienstbestanden
from generator.bouw.hergebruik import Hergebruik, algemene_afdruk
from generator.bouw.herkomst import BRONNEN, MANIFEST, als_manifest, bouwbestand
from generator.bouw.huisstijl import voor_het_thema
from generator.bouw.middelen import alle_middelen
from generator.bouw.nazicht import Nazicht
from generator.bouw.oude_adressen import schrijf_oude_adressen
from generator.bouw.schil import Schillen, maak_schillen
from generator.bouw.schrijven import Schrijver, begin_gegevens, schrijf_inhoud
from generator.bouw.serverbestanden import serverbestanden
from generator.bouw.stempelen import Stempel
from generator.bouw.telling import controleer_telling
from generator.bouw.vouwen import vouw
from generator.bouw.wissel import (
    MERK,
    MERKTEKST,
    maak_werkmap,
    ruim_map_op,
    ruim_op,
    slot,
    vaste_rechten,
    wissel,
)
from generator.bouw.zoekmachines import voor_zoekmachines
from generator.catalogus import lees_catalogus
from generator.geheugen import zonder_kringen_zoeken
from generator.geschiedenis.berichten import met_geschiedenis
from generator.kernen import Ploeg
from generator.lezen.geschreven import adres_van_bestand
from generator.lezen.lagen import lagen_van
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Catalogus, Instellingen
from generator.opmaak import gewone_datum, tel_link
from generator.paginas.gemeen.achtergrond import vul_privacy_aan
from generator.paginas.gemeen.verklaring import vul_verklaring_aan
from generator.uitleg.redactieteksten import redactieteksten
from generator.voorraad import Voorraad


def controleer_doel(uit: Path, map_: Path) -> None:
    """Weiger een doel dat niet van ons is: een snelkoppeling, de inhoud zelf, of een map met vreemde bestanden."""
    doel, bron = uit.resolve(), map_.resolve()
    if uit.is_symlink():
        raise SocialeKaartFout(f"'{uit}' is een snelkoppeling.", "kies met --uit een gewone map.", 1)
    bronmappen = [*(bron / deel for deel in BRONNEN), *(laag.map.resolve() for laag in lagen_van(map_).alle)]
    if doel in (bron, *bron.parents) or doel == Path.cwd() or any(map(doel.is_relative_to, bronmappen)):
        raise SocialeKaartFout(
            f"'{uit}' is de map met de bronnen of ligt erin of erboven.", "kies met --uit een andere map.", 1
        )
    if uit.exists() and (not uit.is_dir() or os.path.ismount(uit)):
        raise SocialeKaartFout(f"'{uit}' is geen gewone map.", "kies met --uit een gewone map.", 1)
    if uit.exists() and any(uit.iterdir()) and not os.path.isfile(uit / MERK):
        raise SocialeKaartFout(
            f"in '{uit}' staan bestanden die niet van de sociale kaart zijn.",
            "kies met --uit een lege map, of haal de bestanden weg.",
            1,
        )


@zonder_kringen_zoeken()
def bouw_site(
    map_: Path,
    uit: Path,
    verslag: Verslag,
    peildatum: date,
    voorraad: Voorraad,
    leeg_toegestaan: bool = False,
    vertel: Callable[[str], None] = lambda tekst: None,
    kernen: int = 1,
    onthoud: Callable[[Catalogus, Schillen], None] = lambda catalogus, schillen: None,
) -> bool:
    """Bouw de site van `map_` naar `uit`; True als zij er nieuw staat, False als er fouten zijn en alles bleef zoals het was.

    `kernen` is hoeveel processen er samen lezen en schrijven; bij 0 hangt dat van de computer en van de site af.
    `onthoud` krijgt bij een goede bouw waaruit zij gemaakt is.

    Raises:
        SocialeKaartFout: als het doel niet veilig is, er al een bouw loopt of er niet geschreven kan worden.
    """
    controleer_doel(uit, map_)
    gewisseld = False
    with slot(uit), vaste_rechten():
        ruim_op(uit)
        vertel("Lezen en controleren ...")
        catalogus = lees_catalogus(map_, verslag, peildatum, voorraad, leeg_toegestaan, kernen)
        if catalogus is None:
            return False
        catalogus = met_geschiedenis(catalogus, map_, voorraad, verslag)
        werk = maak_werkmap(uit)
        try:
            vertel(f"Pagina's maken ({len(catalogus.voorzieningen)} voorzieningen) ...")
            schillen = schrijf_alles(catalogus, map_, werk, uit, verslag, voorraad, kernen)
            if verslag.fouten:
                return False
            wissel(werk, uit)
            gewisseld = True
            onthoud(catalogus, schillen)
        except OSError as fout:
            if fout.errno is None:  # niet van de schijf: jinja2.TemplateNotFound is ook een OSError
                raise
            raise SocialeKaartFout(
                f"schrijven lukt niet: {fout.strerror}.", "controleer de ruimte op de schijf en uw rechten.", 1
            ) from fout
        finally:
            try:
                ruim_map_op(werk)
                voorraad.bewaar()
            except KeyboardInterrupt:
                if not gewisseld:  # anders staat de nieuwe site er al, en dat is geen afgebroken bouw meer
                    raise
    return True


def thema_instellingen(catalogus: Catalogus) -> dict:
    """Wat het thema van de instellingen moet weten; geen plugin, hook of eigen script komt hierlangs."""
    inst = catalogus.instellingen
    stand = f"Gegevens van {gewone_datum(catalogus.peildatum)}."
    nood = [
        {"vraag": n.vraag, "naam": n.aan_te_raden, "telefoon": n.telefoon, "tel": tel_link(n.telefoon)}
        for n in noodnummers(catalogus)
        if n.vraag
    ]
    return {
        "site_name": inst.naam,
        "site_url": inst.adres,
        "site_description": inst.beschrijving,
        "extra": {
            **voor_het_thema(inst),
            "stand": stand,
            "nood": nood,
            "meldmail": meldmail(inst),
            "voorbeeldvragen": list(inst.voorbeeldvragen),
            "verklaring": inst.verklaring or "",
            "verklaring_status": inst.verklaring_status or "",
            "geschreven": sorted(map(adres_van_bestand, catalogus.geschreven)),
        },
    }


def maak_nazicht(catalogus: Catalogus, verslag: Verslag) -> Nazicht:
    """Het nazicht van deze site; een melding over een geschreven pagina wijst naar haar bestand."""
    teksten = catalogus.geschreven.items()
    return Nazicht(
        verslag,
        catalogus.instellingen.adres,
        catalogus.instellingen.melden.ontvanger,
        bronnen={adres_van_bestand(onder): (f"inhoud/{onder}", tekst) for onder, tekst in teksten},
    )


def geschreven_teksten(geschreven: dict[str, str], inst: Instellingen) -> dict[str, str]:
    """De Markdown van elke geschreven pagina, ook van wie uit de code komt, met wat de instellingen eraan toevoegen."""
    return {**redactieteksten(), **vul_verklaring_aan(vul_privacy_aan(geschreven, inst), inst)}


def schillen_van(catalogus: Catalogus, verslag: Verslag, voorraad: Voorraad) -> Schillen:
    """De schillen en de geschreven pagina's van deze site."""
    inst = catalogus.instellingen
    teksten = geschreven_teksten(catalogus.geschreven, inst)
    return maak_schillen(teksten, thema_instellingen(catalogus), verslag, voorraad, inst.engine)


def schrijf_alles(
    catalogus: Catalogus, map_: Path, werk: Path, vorige: Path, verslag: Verslag, voorraad: Voorraad, kernen: int = 1
) -> Schillen:
    """Schrijf elke pagina, elk bestand met open data en elk middel in de tijdelijke map `werk`, en kijk alles na.

    Een pagina die gelijk bleef komt uit `vorige`, de site die er nog staat.
    """
    schrijver, nazicht = Schrijver(werk), maak_nazicht(catalogus, verslag)
    with Ploeg() as ploeg:
        schillen = schillen_van(catalogus, verslag, voorraad)
        if verslag.fouten:
            return schillen
        hergebruik = Hergebruik(vorige, voorraad, algemene_afdruk(map_, schillen, catalogus))
        begin_gegevens(catalogus, partial(bouwbestand, catalogus, map_), schrijver, hergebruik, ploeg, kernen)
        stempel = Stempel(catalogus, schillen)
        paginas = schrijf_inhoud(catalogus, schrijver, nazicht, hergebruik, stempel, ploeg, kernen)
    schrijf_geschreven(schillen, schrijver, nazicht)
    titels = {pagina.pad: pagina.titel for pagina in paginas}
    titels |= {adres_van_bestand(onder): titel_van(tekst, onder) for onder, tekst in catalogus.geschreven.items()}
    for pad, ruw in alle_middelen(catalogus, voorraad):
        schrijver.schrijf(pad, ruw)
    nu = {adres: titels.get(adres, "") for adres in schrijver.adressen() if hoort_op_de_site(adres)}
    gaan = keur_adressen(catalogus, nu, verslag)
    schrijf_oude_adressen(gaan, nu, stempel, werk, schrijver.schrijf)
    for pad, inhoud in serverbestanden(catalogus, gaan):
        schrijver.schrijf(pad, inhoud)
    controleer_telling(schrijver.geteld, schrijver.bestanden, verslag)
    adressen = {p.pad: p.gewijzigd for p in paginas if p.in_sitemap} | dict.fromkeys(schillen.geschreven)
    for pad, inhoud in voor_zoekmachines(adressen, catalogus):
        schrijver.schrijf(pad, inhoud)
    for pad, inhoud in dienstbestanden(werk, schrijver.bestanden):
        schrijver.schrijf(pad, inhoud)
    schrijver.bestanden.add(MERK)  # dat staat er al sinds de werkmap er is
    schrijver.sommen[MERK] = sha256(MERKTEKST.encode()).hexdigest()
    schrijver.schrijf(MANIFEST, als_manifest(schrijver.sommen))
    nazicht.sluit_af(schrijver.bestanden)
    return schillen


def schrijf_geschreven(schillen: Schillen, schrijver: Schrijver, nazicht: Nazicht) -> None:
    """Schrijf de geschreven pagina's; die zijn van een ander, dus zij worden strenger nagekeken."""
    for pad, html in schillen.geschreven.items():
        nazicht.bekijk(pad, html)
        if pad in nazicht.bronnen:  # de pagina's die uit de code komen, kijkt een test na
            nazicht.keur_geschreven(pad, html)
        schrijver.schrijf(f"{pad}index.html", vouw(html))
