"""De woorden voor nood zoals de browser ze krijgt, met de nummers uit de ingangen van deze kaart."""

from msgspec.structs import replace

from generator.lezen.crisis import eigen_crisis, met_aanvulling
from generator.model import Catalogus, Voorziening
from generator.model.crisis import Crisis, Noodnummer, Noodsoort, Regel


def maak_crisis(catalogus: Catalogus, vroeg: bool = False) -> dict:
    """Als JSON-waarde: groepen als tekst met | ertussen, soorten met hun regels, remmen, en nummers als [naam, telefoon, uitleg].

    `vroeg` is het kleine deel dat met de kern van de zoekindex meekomt.
    """
    crisis = met_aanvulling(eigen_crisis(), catalogus.kennis.crisis)
    nummers = noodnummers(catalogus, crisis)
    if vroeg:
        crisis = _vroeg_deel(crisis)
    return {
        "nummers": nummers,
        "spoed": next((n.id for n in crisis.nummers if n.spoed), ""),
        "algemeen": [n.id for n in crisis.nummers if n.algemeen and n.id in nummers],
        "groepen": {g.groep: "|".join(g.woorden) for g in crisis.groepen},
        "soorten": [_soort(s, nummers) for s in crisis.soorten],
        "remmen": [
            _zonder_leeg(groep=r.groep, punten=r.punten, vlak=r.vlak, soorten=list(r.soorten)) for r in crisis.remmen
        ],
        "gewoon": "" if vroeg else " ".join(dict.fromkeys(crisis.gewoon)),
        "schrijf": {s.woord: s.betekent for s in crisis.schrijf},
    } | ({} if vroeg else _gewichten(crisis))


def _gewichten(crisis: Crisis) -> dict:
    """De wegende woorden als [punten, soort, tekst met | ertussen], de groepen als [punten, soort, groep]."""
    return _zonder_leeg(
        weegt=[[w.punten - w.eraf, w.soort, "|".join(w.woorden)] for w in crisis.weegt if w.woorden],
        groepwegen=[[w.punten - w.eraf, w.soort, groep] for w in crisis.weegt for groep in w.groepen],
    )


def _vroeg_deel(crisis: Crisis) -> Crisis:
    """Alleen de regels die op zichzelf al duidelijk zijn, met hun groepen en de remmen."""
    soorten = tuple(replace(s, regels=tuple(r for r in s.regels if r.vroeg)) for s in crisis.soorten)
    items = [item for s in soorten for r in s.regels for item in (*r.samen, *r.niet)]
    remmen = tuple(r for r in crisis.remmen if r.punten > 10 and (not r.soorten or "zelfdoding" in r.soorten))
    nodig = {"spoed", *(r.groep for r in remmen), *(groep for item in items for groep in item.split("/"))}
    return replace(
        crisis,
        remmen=remmen,
        soorten=tuple(s for s in soorten if s.regels),
        groepen=tuple(g for g in crisis.groepen if g.groep in nodig),
    )


def noodnummers(catalogus: Catalogus, crisis: Crisis | None = None) -> dict[str, list[str]]:
    """Per id [naam, telefoon, uitleg]; wat deze kaart niet heeft en geen bron heeft, valt weg."""
    crisis = crisis or met_aanvulling(eigen_crisis(), catalogus.kennis.crisis)
    gevonden = ((n, _telefoon(n, catalogus)) for n in crisis.nummers)
    return {n.id: [n.naam, telefoon, n.uitleg] for n, telefoon in gevonden if telefoon}


def _telefoon(nummer: Noodnummer, catalogus: Catalogus) -> str | None:
    """Het nummer uit de ingang; het nummer in crisis.yaml alleen als er een bron bij staat."""
    if ingang := _ingang(nummer, catalogus):
        return ingang.contact.telefoon
    return nummer.telefoon if nummer.bron else None


def _ingang(nummer: Noodnummer, catalogus: Catalogus) -> Voorziening | None:
    alle = list(catalogus.voorzieningen.values())
    if nummer.ingang:
        alle = [v for v in alle if v.id == nummer.ingang]
    elif not nummer.functies:
        return None
    return next(
        (v for v in alle if v.status == "actief" and v.contact.telefoon and set(nummer.functies) <= set(v.functies)),
        None,
    )


def _soort(soort: Noodsoort, nummers: dict) -> dict:
    bij = [_zonder_leeg(samen=_samen(b.samen), niet=list(b.niet), nummers=list(b.nummers)) for b in soort.bij]
    return _zonder_leeg(id=soort.id, kop=soort.kop, tekst=soort.tekst, snel=soort.snel_weg, bij=bij) | {
        "nummers": [n for n in soort.nummers if n in nummers],
        "regels": [_regel(r) for r in soort.regels],
    }


def _regel(regel: Regel) -> dict:
    return _zonder_leeg(
        samen=_samen(regel.samen),
        punten=regel.punten,
        niet=list(regel.niet),
        rij=regel.rij,
        heel=regel.heel,
        wacht=regel.wacht,
        spoed=regel.spoed,
    )


def _samen(samen: tuple[str, ...]) -> list[str]:
    """'ook laatste' is nog een keer de groep laatste, met andere woorden."""
    return [item.removeprefix("ook ") for item in samen]


def _zonder_leeg(**waarden) -> dict:
    return {naam: waarde for naam, waarde in waarden.items() if waarde}
