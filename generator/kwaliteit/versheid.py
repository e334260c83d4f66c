"""Wat te laat is, wat binnenkort moet en wat bij een seizoen hoort: een regel per ingang, met haar team en haar links."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.betekenis.actueel import DAGEN_NOOD, goed_tot, noodlijnen, uiterlijk
from generator.betekenis.eigenaar import teamnaam
from generator.betekenis.meldwegen import formulier_van
from generator.betekenis.vandaag import over_maanden
from generator.model import Catalogus, Organisatie, Tijden, Voorziening

# Wat uit een bron is overgenomen en niemand opende, moet bij nood na 90 en anders na 180 dagen opnieuw gelezen.
DAGEN_ANDER = 180


class Ronde(NamedTuple):
    """Elk jaar voor een vakantie de tijden nalopen: van en tot (maand, dag) van de ronde, en van de vakantie zelf."""

    naam: str
    begin: tuple[int, int]
    eind: tuple[int, int]
    vakantie: tuple[tuple[int, int], tuple[int, int]]


RONDES = (
    Ronde("voor de zomer", (5, 15), (6, 30), ((7, 1), (8, 31))),
    Ronde("voor de feestdagen", (11, 15), (12, 20), ((12, 21), (1, 6))),
)


class Regel(NamedTuple):
    """Een ingang of organisatie die aandacht vraagt; `soort` is te_laat, binnenkort of ronde.

    Het formulier gaat over ingangen: bij een organisatie is alleen `wijzigen` gevuld, met haar pagina.
    """

    soort: str
    id: str
    naam: str
    team: str
    op: date
    voor: date
    reden: str
    nood: bool
    klopt: str
    wijzigen: str
    bestaat_niet: str

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """(wat u doet, waar) van alles wat hier kan."""
        if not self.klopt:
            return (("bekijken en melden", self.wijzigen),)
        return (("klopt nog", self.klopt), ("wijzigen", self.wijzigen), ("bestaat niet meer", self.bestaat_niet))

    @property
    def links_markdown(self) -> str:
        return ", ".join(f"[{woord}]({adres})" for woord, adres in self.links)


def regels(catalogus: Catalogus) -> list[Regel]:
    """Elke regel: een nummer bij nood eerst, dan wie het langst wacht."""
    alle = [r for v in catalogus.voorzieningen.values() if v.status == "actief" for r in _regels_van(v, catalogus)]
    alle += [r for o in catalogus.organisaties.values() for r in _van_organisatie(o, catalogus)]
    return sorted(alle, key=lambda r: (not r.nood, r.voor, r.naam.casefold()))


def _regels_van(v: Voorziening, catalogus: Catalogus) -> Iterator[Regel]:
    voor, vandaag = uiterlijk(v, catalogus), catalogus.peildatum
    if reden := reden_van(v, catalogus):
        yield _regel("te_laat", v, voor, reden, catalogus)
    elif v.gecontroleerd.nagelezen and voor <= over_maanden(vandaag, 1):
        yield _regel("binnenkort", v, voor, "moet binnen een maand", catalogus)
    if (ronde := ronde_op(vandaag)) and _vraagt_ronde(v, ronde, vandaag):
        yield _regel("ronde", v, _dag(ronde.eind, vandaag), f"tijden nalopen {ronde.naam}", catalogus)


def _van_organisatie(o: Organisatie, catalogus: Catalogus) -> Iterator[Regel]:
    """Ook een organisatie heeft een nummer en een site die oud worden."""
    voor, vandaag = goed_tot(o, catalogus.kennis), catalogus.peildatum
    if not o.gecontroleerd.nagelezen:
        soort, reden = "te_laat", "overgenomen uit een bron, nog door niemand nagezien"
    elif voor <= over_maanden(vandaag, 1):
        soort, reden = (
            ("te_laat", "te lang niet nagekeken") if voor < vandaag else ("binnenkort", "moet binnen een maand")
        )
    else:
        return
    team = teamnaam(o, catalogus.kennis, catalogus.set_naam(o.pad))
    adres = f"{catalogus.instellingen.adres}organisaties/{o.id}/"
    yield Regel(soort, f"organisaties/{o.id}", o.naam, team, o.gecontroleerd.op, voor, reden, False, "", adres, "")


def _regel(soort: str, v: Voorziening, voor: date, reden: str, catalogus: Catalogus) -> Regel:
    form = formulier_van(catalogus.instellingen, v.id)
    team = teamnaam(v, catalogus.kennis, catalogus.set_naam(v.pad))
    links = (f"{form}#klopt", form, f"{form}#gestopt")
    return Regel(soort, v.id, v.naam, team, v.gecontroleerd.op, voor, reden, v.id in noodlijnen(catalogus), *links)


def reden_van(v: Voorziening, catalogus: Catalogus) -> str:
    """Waarom een ingang nu aandacht vraagt, of leeg."""
    redenen = []
    if not v.gecontroleerd.nagelezen:
        redenen.append("overgenomen uit een bron, nog door niemand nagezien")
        dagen = DAGEN_NOOD if v.id in noodlijnen(catalogus) or _kort(v) else DAGEN_ANDER
        if v.contact.telefoon and v.gecontroleerd.op + timedelta(dagen) < catalogus.peildatum:
            redenen.append(f"het nummer is langer dan {dagen} dagen geleden gelezen")
    elif uiterlijk(v, catalogus) < catalogus.peildatum:
        redenen.append("te lang niet nagekeken")
    return "; ".join(redenen)


def _kort(v: Voorziening) -> bool:
    return 0 < (v.gecontroleerd.termijn_maanden or 0) * 30 <= DAGEN_NOOD


def ronde_op(dag: date) -> Ronde | None:
    """De ronde die op deze dag loopt."""
    return next((r for r in RONDES if r.begin <= (dag.month, dag.day) <= r.eind), None)


def _dag(maand_dag: tuple[int, int], bij: date) -> date:
    return date(bij.year, *maand_dag)


def _vraagt_ronde(v: Voorziening, ronde: Ronde, vandaag: date) -> bool:
    """Of deze tijden nog niet zijn nagelopen: niet gekeken sinds de ronde begon, en niets gezegd over de vakantie."""
    tijden = [t for t in _alle_tijden(v) if not _dag_en_nacht(t)]
    if not tijden or v.gecontroleerd.op >= _dag(ronde.begin, vandaag) or not v.gecontroleerd.nagelezen:
        return False
    van, tot = _dag(ronde.vakantie[0], vandaag), _dag(ronde.vakantie[1], vandaag)
    tot = tot if tot > van else tot.replace(year=tot.year + 1)
    gezegd = any(u.begin <= tot and u.eind >= van for t in tijden for u in t.uitzonderingen)
    return not gezegd and not any(m.van <= tot and m.tot >= van for m in v.tijdelijk)


def _alle_tijden(v: Voorziening) -> list[Tijden]:
    contact = v.contact
    kanalen = [*(p.openingstijden for p in v.locaties), contact.telefoontijden, contact.chattijden]
    return [t for kanaal in (*kanalen, *(n.tijden for n in contact.telefoons)) for t in kanaal]


def _dag_en_nacht(t: Tijden) -> bool:
    """Of dit elke dag de hele dag is: dan verandert een vakantie niets."""
    dagen = (t.ma, t.di, t.wo, t.do, t.vr, t.za, t.zo)
    return all(dag and any((deel.van, deel.tot) == (0, 1440) for deel in dag.delen) for dag in dagen)
