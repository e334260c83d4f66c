"""Van map naar catalogus: lezen, plaatsen, controleren en bevriezen. Hier komt alles samen; hierna verandert niets
meer.
"""

import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from generator.betekenis.nazien import is_overgenomen, met_bevestiging
from generator.controles import controleer
from generator.gebieden.plaatsen import plaats_punten
from generator.geheugen import zonder_kringen_zoeken
from generator.lezen.bronlijst import lees_bronnen
from generator.lezen.crisis import eigen_crisis, met_aanvulling
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.geschreven import lees_geschreven
from generator.lezen.inhoud import Gelezen, begin_inhoud, lees_inhoud
from generator.lezen.instellingen import lees_instellingen
from generator.lezen.kennis import lees_kennis
from generator.lezen.lagen import EIGEN, Lagen, lees_lagen
from generator.lezen.links import lees_links
from generator.meldingen import Melding, Verslag
from generator.model import Catalogus, Instellingen
from generator.model.adresboek import Doorverwijzing
from generator.model.sets import Uitset
from generator.voorraad import Voorraad


@zonder_kringen_zoeken()
def lees_catalogus(
    map_: Path,
    verslag: Verslag,
    peildatum: date,
    voorraad: Voorraad,
    leeg_toegestaan: bool = False,
    kernen: int = 1,
) -> Catalogus | None:
    """De catalogus van een inhoudsmap, of None als er een fout in het verslag staat.

    Args:
        map_: de map met inhoud/, sociale_kaart/, gebieden/ en mkdocs.yml.
        verslag: hier komen alle meldingen, van alle bestanden.
        peildatum: de dag van vandaag; niets hieronder leest de klok.
        voorraad: wat eerder al is uitgerekend.
        kernen: hoeveel processen samen lezen; bij 0 hangt dat van de computer en van wat er nieuw is af.
    """
    if not any(os.path.lexists(map_ / naam) for naam in ("mkdocs.yml", "sociale_kaart")):
        verslag.meld("SK020", "mkdocs.yml", naam=map_.resolve().name)
        return None
    instellingen = lees_instellingen(map_, verslag, peildatum)
    lagen = lees_lagen(map_, verslag, peildatum)
    with begin_inhoud(lagen, verslag, peildatum, voorraad, kernen) as lees_af:
        geschreven = lees_geschreven(map_, verslag)
        links = lees_links(map_, verslag)
        gemeenten = lees_gebieden(map_, verslag, peildatum, voorraad)
        eigen_crisis()  # de controles vragen erom
        gelezen = lees_af(leeg_toegestaan)
    kennis = lees_kennis(verslag, peildatum, voorraad, gelezen)
    lees_bronnen(map_, verslag, peildatum, {f.id for f in gelezen.functies})
    punten = [
        ((v.id, nummer), plek.punt.lengte, plek.punt.breedte)
        for v in gelezen.voorzieningen
        for nummer, plek in enumerate(v.locaties)
        if plek.punt
    ]
    plaatsen = plaats_punten(gemeenten, punten, voorraad)
    # Alleen een eigen gebied dat uit buurten bestaat, vraagt om de buurt van een plek.
    per_buurt = [g for g in gemeenten if any(code.startswith("BU") for deel in g.indeling for code in deel.codes)]
    stand = controleer(gelezen, gemeenten, plaatsen, instellingen, map_, verslag, peildatum, voorraad, kennis)
    verslag.meldingen_ruw = bij_de_eigen_inhoud(verslag, lagen, peildatum, voorraad)
    if verslag.fouten:
        return None
    catalogus = Catalogus(
        peildatum=peildatum,
        instellingen=instellingen,
        gemeenten=gemeenten,
        functies={f.id: f for f in gelezen.functies},
        themas={t.id: t for t in gelezen.themas},
        organisaties={o.id: o for o in gelezen.organisaties},
        voorzieningen={
            v.id: v for v in sorted(met_bevestiging(gelezen.voorzieningen, gelezen.bevestigd), key=lambda v: v.id)
        },
        bevestigd=gelezen.bevestigd,
        overgenomen=tuple(filter(is_overgenomen, gelezen.voorzieningen)),
        plaatsen=plaatsen,
        buurtplaatsen=plaats_punten(per_buurt, punten, voorraad, "buurten"),
        doorverwijzingen={van: eind_van(van, gelezen.doorverwijzingen) for van in gelezen.doorverwijzingen},
        adresboek=gelezen.adresboek,
        geschreven=geschreven,
        kennis=kennis,
        sets=uit_sets(gelezen),
        los=gelezen.los,
        upl=gelezen.upl or {},
        activiteiten=tuple(sorted(gelezen.activiteiten, key=lambda a: a.id)),
        afdrukken={v.id: gelezen.afdrukken[v.pad] for v in gelezen.voorzieningen},
        links=links,
        noodnummers=met_aanvulling(eigen_crisis(), kennis.crisis).nummers,
    )
    catalogus.eenmaal("dubbelen", lambda: stand.dubbelen)
    return catalogus


def uit_sets(gelezen: Gelezen) -> dict[str, Uitset]:
    """Per pad uit welke set een ingang, organisatie of functie komt, met de versie."""
    versies = {laag.naam: laag.versie for laag in gelezen.lagen.sets}
    return {pad: Uitset(naam, versies[naam], gelezen.lagen.set_van(pad) is None) for pad, naam in gelezen.sets.items()}


def bij_de_eigen_inhoud(verslag: Verslag, lagen: Lagen, peildatum: date, voorraad: Voorraad) -> set[Melding]:
    """De meldingen, zonder wat door eigen inhoud in een set lijkt te zitten: daar is niets te verbeteren.

    Wat de sets zonder de eigen inhoud ook geven, blijft staan. Is dezelfde code ook in een eigen bestand gemeld, dan is
    dat genoeg; anders komt de melding bij de eigen map.
    """
    vreemd = {m for m in verslag.meldingen_ruw if lagen.set_van(m.pad)}
    if not vreemd:
        return verslag.meldingen_ruw
    bekend = {m.plaats for m in _meldingen_van_sets(lagen, peildatum, voorraad)}
    vreemd = {m for m in vreemd if m.plaats not in bekend}
    hier = verslag.meldingen_ruw - vreemd
    codes = {m.code for m in hier if not lagen.set_van(m.pad)}
    return hier | {m.met(pad=EIGEN, regel=1, kolom=1) for m in vreemd if m.code not in codes}


def _meldingen_van_sets(lagen: Lagen, peildatum: date, voorraad: Voorraad) -> set[Melding]:
    """Wat de sets melden als er verder niets is."""
    verslag = Verslag()
    with TemporaryDirectory(prefix="alleen-sets-") as leeg:
        (Path(leeg) / EIGEN).mkdir()
        zonder = replace(lagen, eigen=replace(lagen.eigen, map=Path(leeg) / EIGEN))
        gelezen = lees_inhoud(zonder, verslag, peildatum, voorraad, leeg_toegestaan=True)
        kennis = lees_kennis(verslag, peildatum, voorraad, gelezen)
        controleer(gelezen, (), {}, Instellingen("", ""), Path(leeg), verslag, peildatum, voorraad, kennis)
    return verslag.meldingen_ruw


def eind_van(van: str, doorverwijzingen: dict[str, Doorverwijzing]) -> Doorverwijzing:
    """Waar een reeks doorverwijzingen uitkomt; een kring is er niet, dat is al een fout."""
    regel = doorverwijzingen[van]
    while regel.naar in doorverwijzingen:
        regel = doorverwijzingen[regel.naar]
    return regel
