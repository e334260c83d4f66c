"""Feeds (Atom) van wat er veranderde: van de site, per gemeente en wijk, en per ingang."""

from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from uuid import NAMESPACE_OID, uuid5

from generator.geschiedenis.berichten import van_de_site, van_ding, van_gebied, verdwenen
from generator.model import Catalogus
from generator.model.geschiedenis import Bericht

_MEESTE = 50


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    if catalogus.geschiedenis is None:
        return
    naam = catalogus.instellingen.naam
    yield _feed(catalogus, "feeds/site.xml", f"{naam}: wat er veranderde", "wijzigingen/", van_de_site(catalogus))
    for gemeente in catalogus.gemeenten:
        if catalogus.per_gebied[gemeente.code] or van_gebied(catalogus, gemeente.code):
            wijken = ((w.code, w.naam, f"{gemeente.slug}/{w.slug}") for w in gemeente.wijken)
            for code, gebied, pad in ((gemeente.code, gemeente.naam, gemeente.slug), *wijken):
                titel, eigen = f"Wat er veranderde in {gebied}", van_gebied(catalogus, code)
                yield _feed(catalogus, f"feeds/gebied/{pad}.xml", titel, f"gebieden/{pad}/", eigen)
    namen = {v.id: v.naam for v in catalogus.voorzieningen.values()}
    for id_, titel in {**namen, **{b.id: b.naam for b in verdwenen(catalogus).values()}}.items():
        if berichten := van_ding(catalogus, "voorziening", id_):
            yield _feed(
                catalogus,
                f"feeds/voorziening/{id_}.xml",
                f"{titel}: wat er veranderde",
                f"voorzieningen/{id_}/",
                berichten,
            )


def feed_van_weg(pad: str, pagina: str, titel: str, catalogus: Catalogus) -> str:
    """Voor wie een feed volgt van iets dat er niet meer is: zonder berichten, met een titel die het zegt."""
    return _feed(catalogus, pad, titel, pagina, ())[1]


def _feed(catalogus: Catalogus, pad: str, titel: str, pagina: str, berichten: tuple[Bericht, ...]) -> tuple[str, str]:
    """Het pad en de tekst. Zonder bericht is de feed zo oud als het nieuwste van de site."""
    basis = catalogus.instellingen.adres
    alle = catalogus.geschiedenis.berichten if catalogus.geschiedenis else ()
    nieuwste = max((b.tijd for b in berichten or alle), default=0)
    kop = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">\n'
        f"<id>{escape(basis + pad)}</id>\n<title>{_tekst(titel)}</title>\n<updated>{_moment(nieuwste)}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(basis + pad)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(basis + pagina)}"/>\n'
        f"<author><name>{_tekst(catalogus.instellingen.naam)}</name><uri>{escape(basis)}</uri></author>\n"
    )
    return pad, kop + "".join(_ingang(b, basis, pagina) for b in berichten[:_MEESTE]) + "</feed>\n"


def _ingang(b: Bericht, basis: str, pagina: str) -> str:
    """Een bericht. Zijn id verandert nooit, ook niet als het adres van de site dat doet."""
    id_ = f"urn:uuid:{uuid5(NAMESPACE_OID, b.sleutel)}"
    inhoud = " ".join(b.zinnen) or f"{b.kop}."
    return (
        f"<entry>\n<id>{escape(id_)}</id>\n<title>{_tekst(b.kop)}</title>\n"
        f"<updated>{_moment(b.tijd)}</updated>\n<published>{_moment(b.tijd)}</published>\n"
        f'<link rel="alternate" type="text/html" href="{escape(basis + (b.adres or pagina))}"/>\n'
        f'<content type="text">{_tekst(inhoud)}</content>\n</entry>\n'
    )


def _moment(tijd: int) -> str:
    return datetime.fromtimestamp(tijd, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tekst(tekst: str) -> str:
    """Tekst zonder tekens die XML niet kent."""
    return escape("".join(t for t in tekst if t >= " " or t in "\t\n"), quote=False)
