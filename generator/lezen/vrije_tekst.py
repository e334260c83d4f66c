"""Wat een schrijver in een ingang in zinnen kwijt kan, en of daar een mens in genoemd lijkt te worden."""

from collections.abc import Iterator

from generator.lezen.persoonsgegevens import noemt_mens
from generator.model import Voorziening


def teksten_van(v: Voorziening) -> Iterator[tuple[str, str]]:
    """(veldpad, tekst) van elk veld waarin een schrijver zinnen kwijt kan."""
    yield "samenvatting", v.samenvatting
    delen = (
        ("voor_wie", v.voor_wie),
        ("omschrijving", v.omschrijving and v.omschrijving.bron),
        ("toegang.uitleg", v.toegang.uitleg),
        ("toegang.professional", v.toegang.professional),
        ("kosten.toelichting", v.kosten and v.kosten.toelichting),
        ("tijdelijk", "\n".join(mededeling.tekst for mededeling in v.tijdelijk)),
    )
    yield from ((veld, tekst) for veld, tekst in delen if tekst)
    for nummer, plek in enumerate(v.locaties):
        tijden = [t.toelichting for t in plek.openingstijden if t.toelichting]
        if losse := " \n".join([*filter(None, (plek.naam, plek.ter_plaatse)), *tijden]):
            yield f"locaties[{nummer}]", losse
    for nummer, telefoon in enumerate(v.contact.telefoons if v.contact else ()):
        yield f"contact.telefoons[{nummer}].naam", telefoon.naam


def noemt_misschien_iemand(ding: object) -> bool:
    """Of er in een ingang een mens genoemd lijkt te worden, nog zonder te weten welke namen van plekken zijn."""
    if not isinstance(ding, Voorziening):
        return False
    return bool(noemt_mens("\n".join(dict(teksten_van(ding)).values()), frozenset()))
