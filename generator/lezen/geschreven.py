"""De geschreven pagina's uit inhoud/: Markdown zonder HTML, op een adres dat nog vrij is."""

import os
import re
from difflib import get_close_matches
from pathlib import Path

from generator.lezen.bestanden import lees_tekst, plek_in
from generator.lezen.velden import is_leeg
from generator.lezen.yaml_lezer import SOORTNAAM, Tekst, lees_yaml
from generator.meldingen import Verslag

# De eerste stap van adressen die de generator zelf maakt.
BEZET = {
    "voorzieningen",
    "organisaties",
    "themas",
    "functies",
    "gebieden",
    "zoeken",
    "kcc",
    "kaart",
    "bouwtekening",
    "insluiten",
    "data",
    "assets",
    "hulp-nu",
    "redactie",
    "404",
    "index",
    "schil",
    "schil1",
    "wegwijzer",
    "zo-werkt-het",
    "lijst",
    "taken",
    "regio",
    "begrippen",
    "bronnen",
    "professionals",
    "lijstje",
    "taal",
    "melden",
    "wetten",
}
_HTML = re.compile(r"<\s*/?\s*[a-zA-Z!?][^>\n]{0,80}>?")
_CODE = re.compile(r"(```|~~~).*?\1|`[^`\n]*`|<https?://[^>\s]+>|^(?: {4}|\t).*$", re.S | re.M)
_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]*)")


_KOP = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.S)
KOPVELDEN = ("title", "description")


def lees_geschreven(map_: Path, verslag: Verslag) -> dict[str, str]:
    """De tekst van elke pagina op haar pad onder inhoud/ ('over.md'); fouten staan in het verslag."""
    wortel = map_ / "inhoud"
    if not wortel.is_dir() or wortel.is_symlink():
        if wortel.is_symlink():
            verslag.meld("SK011", "inhoud")
        return {}
    uit = {}
    for map_hier, mappen, namen in os.walk(wortel):
        mappen.sort()
        for naam in sorted([*namen, *(m for m in mappen if (Path(map_hier) / m).is_symlink())]):
            bestand = Path(map_hier) / naam
            onder = bestand.relative_to(wortel).as_posix()
            tekst = lees_pagina(bestand, f"inhoud/{onder}", verslag)
            if tekst is not None:
                uit[onder] = tekst
    return uit


def adres_van_bestand(onder: str) -> str:
    """Het adres van een geschreven pagina: 'over.md' wordt 'over/'."""
    kaal = onder.removesuffix(".md")
    return "" if kaal == "index" else kaal.removesuffix("/index") + "/"


def lees_pagina(bestand: Path, pad: str, verslag: Verslag) -> str | None:
    if bestand.is_symlink():
        verslag.meld("SK011", pad)
        return None
    if bestand.suffix != ".md":
        verslag.meld("SK007", pad, naam=bestand.name, voorstel=bestand.stem + ".md")
        return None
    tekst = lees_tekst(bestand, pad, verslag)
    if tekst is None:
        return None
    if not tekst.strip():
        verslag.meld("SK004", pad)
        return None
    stap = pad.split("/")[1].removesuffix(".md")
    if stap in BEZET:
        verslag.meld("SK308", pad, adres=f"/{stap}/")
        return None
    keur_kop(tekst, pad, verslag)
    kaal = _CODE.sub(lambda m: " " * len(m[0]) if "\n" not in m[0] else re.sub(r"[^\n]", " ", m[0]), tekst)
    for vondst in _HTML.finditer(kaal):
        verslag.meld("SK605", pad, plek_in(tekst, vondst.start()), stuk=vondst[0])
    for vondst in _LINK.finditer(kaal):
        if re.match(r"(?!https:|mailto:|tel:)[a-zA-Z][a-zA-Z0-9+.-]*:|//", vondst[1]) or (
            vondst[0][0] == "!" and ":" in vondst[1]
        ):
            verslag.meld("SK222", pad, plek_in(tekst, vondst.start()), waarde=vondst[1])
    return tekst


def keur_kop(tekst: str, pad: str, verslag: Verslag) -> None:
    """De kop tussen twee regels '---': alleen een titel en een beschrijving. MkDocs zou over een fout daarin niets
    zeggen.
    """
    if not re.match(r"---[ \t]*\r?\n", tekst):
        return
    kop = _KOP.match(tekst)
    if kop is None:
        verslag.meld("SK606", pad)
        return
    boom = (
        lees_yaml("\n" + kop[1], pad, verslag) if kop[1].strip() else None
    )  # de regel erbij houdt de regelnummers goed
    for naam, knoop in boom.waarden.items() if boom else ():
        plek = boom.sleutels[naam] if boom else (1, 1)
        if naam not in KOPVELDEN:
            voorstel = (get_close_matches(naam, KOPVELDEN, 1, 0.5) or [" of ".join(KOPVELDEN)])[0]
            verslag.meld(
                "SK203",
                pad,
                plek,
                veld=naam,
                hint=f"de kop van een pagina heeft alleen {' en '.join(KOPVELDEN)}; bedoelde u '{voorstel}'?",
            )
        elif is_leeg(knoop):
            verslag.meld("SK202", pad, plek, veld=naam, voorbeeld=f"{naam}: Over deze site")
        elif not isinstance(knoop, Tekst):
            verslag.meld(
                "SK204",
                pad,
                plek,
                veld=naam,
                verwacht="een tekst",
                gevonden=SOORTNAAM[type(knoop)],
                voorbeeld=f"{naam}: Over deze site",
            )
