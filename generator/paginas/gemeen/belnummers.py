"""Een noodnummer of landelijk nummer in een tekst als link: wie in nood is tikt erop en hoeft niets over te typen."""

import re

from markupsafe import Markup, escape

from generator.betekenis.nood import noodnummers
from generator.model import Catalogus, Voorziening
from generator.opmaak import tel_link
from generator.paginas.gemeen.tekstdelen import in_tekst

_MISSCHIEN = re.compile(r"(?<![\w+-])\+?\d(?:[ -]?\d){2,14}(?![\w-])")
_CIJFERS = re.compile(r"\d[ -]?\d[ -]?\d")  # heeft elk nummer, en dit zoekt veel sneller
# Een nummer van drie cijfers kan ook een aantal zijn: dan volgt er een naamwoord, en niet een leesteken of voegwoord.
_GEEN_AANTAL = re.compile(r"\s*(?:$|[.,;:!?()&]|(?:als|bij|en|in|is|of|om|op|voor)\b)")
KORT = 4


def bekende_nummers(catalogus: Catalogus) -> frozenset[str]:
    """De nummers bij nood en die van heel Nederland, zoals zij in een tel-link staan."""
    landelijk = (v for v in catalogus.voorzieningen.values() if "landelijk" in v.werkgebied and v.status == "actief")
    nummers = [n.telefoon for n in noodnummers(catalogus)] + [n for v in landelijk for n in nummers_van(v)]
    return frozenset(map(tel_link, nummers))


def nummers_van(v: Voorziening) -> list[str]:
    return [n for n in (v.contact.telefoon, *(t.telefoon for t in v.contact.telefoons)) if n]


class Belnummers:
    """Kent de nummers waar een tekst naar mag verwijzen; aanroepen geeft de tekst met die nummers als link."""

    def __init__(self, bekend: frozenset[str]):
        self.bekend = bekend

    def __call__(self, tekst: str) -> Markup:
        """Gewone tekst wordt ontsnapt, een stuk HTML (Markup) blijft zoals het is."""
        html = escape(tekst)
        return (
            Markup(in_tekst(str(html), self._vervang)) if _CIJFERS.search(html) and _MISSCHIEN.search(html) else html
        )

    def _vervang(self, tekst: str) -> str:
        return _MISSCHIEN.sub(self._link, tekst)

    def _link(self, vondst: re.Match) -> str:
        """Het langste begin van de cijfers dat een nummer is: in '0999-00 00 24 uur' hoort de 24 er niet bij."""
        nummer = vondst[0]
        while nummer:
            if self._klopt(nummer, vondst.string[vondst.start() + len(nummer) :]):
                return f'<a href="tel:{tel_link(nummer)}">{nummer}</a>{vondst[0][len(nummer) :]}'
            nummer = nummer.rpartition(" ")[0]
        return vondst[0]

    def _klopt(self, nummer: str, erna: str) -> bool:
        kaal = tel_link(nummer)
        return kaal in self.bekend and (len(kaal) > KORT or bool(_GEEN_AANTAL.match(erna)))
