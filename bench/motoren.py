"""Dezelfde teksten voor andere bouwers: een site voor mkdocs-material en een voor Hugo, elk met een klein menu."""

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.corpus import PROJECT, Ingang

MKDOCS = """\
site_name: Sociale kaart
site_url: https://socialekaart.voorbeeldstad.example/
theme:
  name: material
  language: nl
  features: [navigation.prune]
plugins: [search]
nav:
{menu}
not_in_nav: |
  /voorzieningen/
"""
HUGO = {
    "title": "Sociale kaart",
    "baseURL": "https://socialekaart.voorbeeldstad.example/",
    "languageCode": "nl",
    "disableKinds": ["taxonomy", "term"],
    "outputs": {"home": ["HTML", "JSON"], "section": ["HTML"]},
}
# Wat een sociale kaart minstens nodig heeft naast de pagina's: een lijst en een bestand om in te zoeken.
HUGO_JSON = """\
[{{ range $i, $p := where site.RegularPages "Section" "voorzieningen" }}{{ if $i }},{{ end }}
{{- dict "naam" .Title "url" .RelPermalink "samenvatting" .Description "functies" .Params.functies "tekst" .Plain | jsonify }}
{{- end }}]
"""
TEKST_IN_HTML = 2750  # wat Hugo gemiddeld van de tekst van een ingang maakt, in bytes
HUGO_LIJST = (
    '{{ define "inhoud" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">'
    "{{ .Title }}</a> {{ .Description }}</li>{{ end }}</ul>{{ end }}\n"
)


def als_markdown(i: Ingang) -> str:
    """De pagina van een ingang als Markdown: dezelfde teksten en feiten in dezelfde volgorde als op onze pagina."""
    dagen = "\n".join(f"| {dag} | {tijd} |" for dag, tijd in i.tijden)
    mee = "".join(f"\n- {deel}" for deel in i.meenemen)
    return f"""\
# {i.naam}

{i.samenvatting}

[Bel {i.telefoon}](tel:{i.telefoon.replace(" ", "")}) [Mail](mailto:info@{i.domein}.example) [Website](https://www.{i.domein}.example/)

## Waar en wanneer

{i.straat} {i.huisnummer}, {i.postcode} Voorbeeldstad

| Dag | Open |
|---|---|
{dagen}

## Hoe werkt het

{i.uitleg}

{i.omschrijving}

## Voor wie

{i.voor_wie}
{f"{chr(10)}## Neem mee{chr(10)}{mee}{chr(10)}" if mee else ""}
## Wat kost het

{i.kosten}

## Voor verwijzers

{i.professional}

## Meer hierover

{", ".join((*i.functies, i.organisatie, *i.werkgebied))}

Laatst nagekeken op {i.gecontroleerd} door redactie sociaal domein.
"""


def kop(i: Ingang) -> str:
    velden = {"title": i.naam, "description": i.samenvatting, "functies": list(i.functies)}
    return (
        "---\n"
        + "".join(f"{naam}: {json.dumps(waarde, ensure_ascii=False)}\n" for naam, waarde in velden.items())
        + "---\n"
    )


def schrijf_mkdocs(doel: Path, ingangen: Iterable[Ingang]) -> None:
    """Een mkdocs-material-site: de geschreven pagina's in het menu, de ingangen erbuiten."""
    map_ = doel / "docs" / "voorzieningen"
    map_.mkdir(parents=True)
    (doel / "docs" / "index.md").write_text("# Sociale kaart\n\nWaar kunnen we u mee helpen?\n", encoding="utf-8")
    menu = ["  - Begin: index.md"]
    for bestand in sorted((PROJECT / "inhoud").glob("*.md")):
        tekst = re.sub(r"\]\(/?[\w/-]*/\)", "](index.md)", bestand.read_text(encoding="utf-8"))
        (doel / "docs" / bestand.name).write_text(tekst, encoding="utf-8")
        menu.append(f"  - {bestand.stem.capitalize()}: {bestand.name}")
    (doel / "mkdocs.yml").write_text(MKDOCS.format(menu="\n".join(menu)), encoding="utf-8")
    for i in ingangen:
        (map_ / f"{i.id}.md").write_text(kop(i) + als_markdown(i), encoding="utf-8")


def schrijf_hugo(doel: Path, ingangen: Iterable[Ingang], voorbeeldpagina: str, grootte: int) -> None:
    """Een Hugo-site in onze eigen lijst: de HTML om het artikel van `voorbeeldpagina` heen wordt het sjabloon.

    Een vaste lijst links vult de pagina aan tot ongeveer `grootte` bytes, de grootte van onze eigen pagina's.
    """
    map_ = doel / "content" / "voorzieningen"
    map_.mkdir(parents=True)
    sjablonen = doel / "layouts" / "_default"
    sjablonen.mkdir(parents=True)
    voor, rest = voorbeeldpagina.split("<article", 1)
    voor = re.sub(r"<title>.*?</title>", "<title>{{ .Title }} | {{ site.Title }}</title>", voor, flags=re.S)
    voor = re.sub(r'(<meta name="description" content=")[^"]*', r"\1{{ .Description }}", voor)
    lijst = voor + '{{ block "inhoud" . }}{{ end }}' + rest.split("</article>", 1)[1]
    (sjablonen / "baseof.html").write_text(lijst, encoding="utf-8")
    tekort = grootte - len(lijst.encode()) - TEKST_IN_HTML
    links = "".join(
        f'<li><a href="/themas/onderwerp-{n}/">Onderwerp nummer {n}</a></li>\n' for n in range(max(0, tekort // 62))
    )
    (sjablonen / "single.html").write_text(
        f'{{{{ define "inhoud" }}}}<article>{{{{ .Content }}}}<ul>{links}</ul></article>{{{{ end }}}}\n',
        encoding="utf-8",
    )
    (sjablonen / "list.html").write_text(HUGO_LIJST, encoding="utf-8")
    (doel / "layouts" / "index.json").write_text(HUGO_JSON, encoding="utf-8")
    (doel / "config.json").write_text(json.dumps(HUGO), encoding="utf-8")
    (doel / "content" / "_index.md").write_text(
        "---\ntitle: Sociale kaart\n---\nWaar kunnen we u mee helpen?\n", encoding="utf-8"
    )
    for i in ingangen:
        (map_ / f"{i.id}.md").write_text(kop(i) + als_markdown(i), encoding="utf-8")


def heeft_hugo() -> bool:
    return shutil.which("hugo") is not None
