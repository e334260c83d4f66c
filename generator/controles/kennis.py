"""Klopt de kennis met zichzelf en met de rest: blokken, woorden, stukken en de toegangsmodellen?"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from msgspec import Struct

from generator.controles.stand import Stand
from generator.lezen.kennis import OP_ELKE_PAGINA
from generator.model import Gemeente
from generator.model.kennis import Begrip, Cluster
from generator.model.toegang import Bron, anker
from generator.schema.kennisbestanden import KENNISBESTANDEN

_BOUWTEKENING, _BEGRIPPEN = "sociale_kaart/bouwtekening.yaml", "sociale_kaart/begrippen.yaml"


def alle_waarden(ding: Any, pad: str = "") -> Iterator[tuple[str, object]]:
    """Elke tekst en elke Bron in een object uit het model, met het pad van het veld (`clusters.3.bron`)."""
    if isinstance(ding, (str, Bron)):
        yield pad, ding
    elif isinstance(ding, tuple):
        for nummer, deel in enumerate(ding):
            yield from alle_waarden(deel, f"{pad}.{nummer}" if pad else str(nummer))
    elif isinstance(ding, Struct):
        for naam in ding.__struct_fields__:
            yield from alle_waarden(getattr(ding, naam), f"{pad}.{naam}" if pad else naam)


def teksten_in(ding: Any, uit: list[str]) -> list[str]:
    """Alle tekst in een object uit het model, achter `uit` aan; zonder paden, want dit gaat over elke ingang."""
    if isinstance(ding, str):
        uit.append(ding)
    elif isinstance(ding, tuple):
        for deel in ding:
            teksten_in(deel, uit)
    elif isinstance(ding, Struct):
        for naam in ding.__struct_fields__:
            teksten_in(getattr(ding, naam), uit)
    return uit


def _bestanden(stand: Stand) -> Iterator[tuple[str, str, object]]:
    """(pad, begin van het veldpad, object) van elk bestand met kennis, ook de toegangsmodellen die niet verzonnen
    zijn.
    """
    for deel in KENNISBESTANDEN:
        if deel.getoond and (ding := getattr(stand.kennis, deel.veld)):
            yield deel.pad, deel.lijst if isinstance(ding, tuple) else "", ding
    for gemeente in stand.gemeenten:
        if gemeente.toegangsmodel and not gemeente.voorbeeld:
            yield gemeente.pad, "toegangsmodel", gemeente.toegangsmodel


def controleer_bouwtekening(stand: Stand) -> None:
    """Elke functie staat in precies een cluster, en noemt zelf hetzelfde cluster en dezelfde fase."""
    tekening = stand.kennis.bouwtekening
    if tekening is None:
        return
    eerste: dict[str, Cluster] = {}
    for nummer, cluster in enumerate(tekening.clusters):
        for plaats, blok in enumerate(cluster.blokken):
            if (ander := eerste.setdefault(blok, cluster)) is not cluster:
                stand.meld("SK310", _BOUWTEKENING, f"clusters.{nummer}.blokken.{plaats}", id=blok, ander=ander.naam)
    for functie in stand.gelezen.functies:
        eigen = eerste.get(functie.id)
        if eigen is None:
            stand.meld("SK407", functie.pad, "cluster", id=functie.id)
        elif (functie.cluster, functie.fase) != (eigen.naam, eigen.fase):
            veld = "cluster" if functie.cluster != eigen.naam else "fase"
            stand.meld(
                "SK408",
                functie.pad,
                veld,
                veld=veld,
                hier=getattr(functie, veld),
                daar=eigen.naam if veld == "cluster" else eigen.fase,
            )


def woordvormen(begrip: Begrip) -> tuple[str, ...]:
    """Het woord en zijn afkortingen, zonder hoofdletters."""
    return tuple(dict.fromkeys(v.casefold() for v in (begrip.term, *begrip.afkortingen)))


def controleer_woorden(stand: Stand) -> None:
    """Een woord of afkorting hoort bij een begrip, en een begrip zonder bron komt ergens voor."""
    eerste: dict[str, int] = {}
    for nummer, begrip in enumerate(stand.kennis.begrippen):
        for vorm in woordvormen(begrip):
            if (ander := eerste.setdefault(vorm, nummer)) != nummer:
                stand.meld(
                    "SK311", _BEGRIPPEN, f"begrippen.{nummer}.term", woord=vorm, ander=stand.kennis.begrippen[ander].id
                )
    genoemd = {z for begrip in stand.kennis.begrippen for z in begrip.zie}
    zoek = {
        nummer: begrip
        for nummer, begrip in enumerate(stand.kennis.begrippen)
        if not begrip.bron and begrip.id not in genoemd
    }
    # Stuk voor stuk en niet verder dan nodig: bij 5.000 ingangen kost alle tekst samen meer dan een seconde.
    for tekst in alle_tekst(stand) if zoek else ():
        zoek = {n: b for n, b in zoek.items() if not any(vorm in tekst for vorm in woordvormen(b))}
        if not zoek:
            return
    for nummer, begrip in zoek.items():
        stand.meld("SK410", _BEGRIPPEN, f"begrippen.{nummer}.term", term=begrip.term)


def alle_tekst(stand: Stand) -> Iterator[str]:
    """Alle tekst waar een begrip in kan staan, behalve de woordenlijst zelf; per ding, in kleine letters."""
    kennis = (ding for _, _, ding in _bestanden(stand) if ding is not stand.kennis.begrippen)
    gelezen = stand.gelezen
    for ding in chain(kennis, gelezen.functies, gelezen.themas, gelezen.organisaties, gelezen.voorzieningen):
        yield "\n".join(teksten_in(ding, [])).casefold()


def controleer_plekken_van_stukken(stand: Stand) -> None:
    """Elk stuk heeft op de pagina met bronnen zijn eigen plek; twee titels die daar hetzelfde worden, kan niet."""
    eerste = {anker(stuk.stuk): stuk.stuk for stuk in reversed(stand.kennis.bronnen.stukken)}
    bezet = {*OP_ELKE_PAGINA, "stukken"}
    for pad, begin, ding in _bestanden(stand):
        for veldpad, bron in alle_waarden(ding, begin):
            if not isinstance(bron, Bron):
                continue
            ander = "een vast deel van die pagina" if bron.anker in bezet else eerste.setdefault(bron.anker, bron.stuk)
            if ander != bron.stuk:
                stand.meld("SK817", pad, f"{veldpad}.stuk", stuk=bron.stuk, ander=ander)


def controleer_stukken(stand: Stand) -> None:
    """Een bron noemt een stuk uit de lijst; anders is de titel waarschijnlijk anders gespeld."""
    bekend = {stuk.stuk for stuk in stand.kennis.bronnen.stukken}
    for pad, begin, ding in _bestanden(stand) if bekend else ():
        for veldpad, bron in alle_waarden(ding, begin):
            if isinstance(bron, Bron) and bron.stuk not in bekend:
                stand.meld(
                    "SK409", pad, f"{veldpad}.stuk", stuk=bron.stuk, voorstel=stand.voorstel("stuk", bron.stuk, bekend)
                )


def _verwijzingen(gemeente: Gemeente) -> Iterator[tuple[str, str, str]]:
    """(soort, id, veldpad) van alles waar een toegangsmodel naar verwijst."""
    model = gemeente.toegangsmodel
    if model is None:
        return
    for nummer, deel in enumerate(model.taken):
        yield "taak", deel.taak, f"toegangsmodel.taken.{nummer}.taak"
    for nummer, team in enumerate(model.teams):
        basis = f"toegangsmodel.teams.{nummer}"
        if team.voorziening:
            yield "voorziening", team.voorziening, f"{basis}.voorziening"
        for plaats, code in enumerate(team.codes):
            yield "gebied", code, f"{basis}.codes.{plaats}"
        for ring in ("kern", "schil"):
            for plaats, lid in enumerate(getattr(team, ring)):
                for soort in ("functie", "organisatie", "voorziening"):
                    if getattr(lid, soort):
                        yield soort, getattr(lid, soort), f"{basis}.{ring}.{plaats}.{soort}"


def controleer_toegangsmodellen(stand: Stand) -> None:
    """Taken, gebieden, functies en organisaties in een toegangsmodel bestaan, en elke taak staat er een keer."""
    for gemeente in stand.gemeenten:
        if gemeente.toegangsmodel is None:
            continue
        bekend = {
            **stand.gelezen.bekend,
            "gebied": {gemeente.code, *(g.code for g in (*gemeente.wijken, *gemeente.buurten))},
        }
        for soort, id_, veldpad in _verwijzingen(gemeente):
            if id_ not in bekend[soort] and soort not in stand.gelezen.onzeker:
                stand.meld(
                    "SK305",
                    gemeente.pad,
                    veldpad,
                    soort=soort,
                    id=id_,
                    voorstel=stand.voorstel(soort, id_, bekend[soort]),
                )
        gezien = set()
        for nummer, deel in enumerate(gemeente.toegangsmodel.taken):
            if deel.taak in gezien:
                stand.meld("SK220", gemeente.pad, f"toegangsmodel.taken.{nummer}.taak", waarde=deel.taak, veld="taken")
            gezien.add(deel.taak)
