"""De woorden voor nood die bij de generator horen, en die van een gemeente erbij gevoegd."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model.crisis import Crisis, Noodsoort, Regel, Woordgroep
from generator.schema.crisis import CRISIS
from generator.voorraad import klaargezet

MAP = Path(__file__).parent.parent / "zoeken"


@klaargezet
def eigen_crisis() -> Crisis:
    """Wat elke sociale kaart kent: de groepen en regels, en de gewichten die daarbij geleerd zijn."""
    return met_aanvulling(_lees("crisis.yaml"), _lees("noodgewichten.yaml"))


def _lees(naam: str) -> Crisis:
    verslag, pad = Verslag(), f"generator/zoeken/{naam}"
    boom = lees_yaml((MAP / naam).read_text(encoding="utf-8"), pad, verslag)
    uit = lees_groep(boom, CRISIS, Lezing(verslag, pad, date.max, CRISIS)) if boom else None
    if not isinstance(uit, Crisis) or verslag.fouten:
        raise SocialeKaartFout(f"{pad} is niet te lezen: {verslag.als_tekst()}", status=3)
    return uit


def met_aanvulling(crisis: Crisis, meer: Crisis | None) -> Crisis:
    """De twee samen: een groep of soort die er al is wordt aangevuld, een nummer met hetzelfde id vervangen."""
    if meer is None:
        return crisis
    groepen = {g.groep: g.woorden for g in crisis.groepen}
    for g in meer.groepen:
        groepen[g.groep] = tuple(dict.fromkeys((*groepen.get(g.groep, ()), *g.woorden)))
    soorten = {s.id: s for s in crisis.soorten}
    for s in meer.soorten:
        soorten[s.id] = _vul_aan(soorten[s.id], s) if s.id in soorten else s
    nummers = {n.id: n for n in (*crisis.nummers, *meer.nummers)}
    return Crisis(
        tuple(nummers.values()),
        tuple(Woordgroep(*paar) for paar in groepen.items()),
        tuple(soorten.values()),
        crisis.remmen + meer.remmen,
        crisis.gewoon + meer.gewoon,
        crisis.schrijf + meer.schrijf,
        crisis.weegt + meer.weegt,
    )


def _zeker(regel: Regel) -> Regel:
    """Een eigen regel die op zichzelf genoeg is, geldt ook als geleerde gewichten het niet zien."""
    return replace(regel, punten=max(regel.punten, 14)) if regel.punten >= 10 else regel


def _vul_aan(oud: Noodsoort, nieuw: Noodsoort) -> Noodsoort:
    """Eigen nummers komen voor de landelijke: zij zijn dichterbij; wat bij spoed vooraan moet, regelt de zoekpagina."""
    return replace(
        oud,
        kop=nieuw.kop or oud.kop,
        tekst=nieuw.tekst or oud.tekst,
        snel_weg=oud.snel_weg or nieuw.snel_weg,
        nummers=tuple(dict.fromkeys(nieuw.nummers + oud.nummers)),
        regels=oud.regels + tuple(map(_zeker, nieuw.regels)),
        bij=oud.bij + nieuw.bij,
    )
