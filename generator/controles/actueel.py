"""Is alles op tijd nagekeken? Van iets dat gesloten is hoeft dat niet meer; wat nog niemand nazag, staat in nazien.md."""

from collections.abc import Iterator

from generator.betekenis.actueel import goed_tot, is_noodlijn
from generator.controles.stand import Stand
from generator.lezen.crisis import eigen_crisis, met_aanvulling
from generator.model import Organisatie, Voorziening


def controleer_actueel(stand: Stand) -> None:
    """Een waarschuwing als het nakijken had gemoeten."""
    nummers = met_aanvulling(eigen_crisis(), stand.kennis.crisis).nummers
    for ding in _na_te_kijken(stand):
        noodlijn = isinstance(ding, Voorziening) and is_noodlijn(ding, nummers)
        voor = goed_tot(ding, stand.kennis, noodlijn)
        if voor < stand.peildatum:
            stand.meld("SK401", ding.pad, "gecontroleerd.op", op=ding.gecontroleerd.op, voor=voor)


def _na_te_kijken(stand: Stand) -> Iterator[Voorziening | Organisatie]:
    yield from (v for v in stand.gelezen.voorzieningen if v.status == "actief" and v.gecontroleerd.nagelezen)
    yield from (o for o in stand.gelezen.organisaties if o.gecontroleerd.nagelezen)
