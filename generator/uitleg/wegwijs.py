"""Wat boven een lange bladzijde voor de redactie staat: een inhoudslijst en een zoekvak."""

from collections.abc import Iterable

from markdown.extensions.toc import slugify


def wegwijs(koppen: Iterable[str], vraag: str) -> str:
    """Links naar de hoofdstukken, en een zoekvak dat zonder script verborgen blijft; Markdown met een stuk HTML."""
    links = "\n".join(f"- [{kop}](#{slugify(kop, '-')})" for kop in koppen)
    return (f'## Inhoud\n\n{links}\n\n<form class="zoek-in-blad" role="search" aria-label="{vraag}" data-zoek-in-blad hidden>'
            f'<label for="zoek-hier">{vraag}</label><input id="zoek-hier" type="search" autocomplete="off">'
            '<p role="status"></p></form>\n\n')
