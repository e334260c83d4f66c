"""De geschreven pagina's uit inhoud/: Markdown zonder HTML, op een adres dat nog vrij is."""

import os
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path

from generator.lezen.bestanden import inhoud_van, is_map, lees_tekst, plekken_in
from generator.lezen.mappen import GERESERVEERD
from generator.lezen.tekens import vreemde_letter
from generator.lezen.velden import is_leeg
from generator.lezen.waarden import nette_naam
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
    "koppelen",
    "kaart",
    "bouwtekening",
    "insluiten",
    "data",
    "feeds",
    "wijzigingen",
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
_HTML = re.compile(r"<\s*(?:/\s*)?[a-zA-Z!?][^>\n]{0,80}>?")
_CODE = re.compile(r"(```|~~~).*?\1|`[^`\n]*`|<https?://[^<>\s]+>|^(?: {4}|\t).*$", re.S | re.M)
_HAAK = re.compile(r"\\.|[\[\]]", re.S)
_ADRES = re.compile(r"\(\s*<?([^)\s>]*)")
_OMSCHREVEN = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\n?[ \t]*<?([^\s>]+)", re.M)
_VREEMD_ADRES = re.compile(r"(?!https:|mailto:|tel:)[a-zA-Z][a-zA-Z0-9+.-]*:|//")
# Wat Python-Markdown elke keer opnieuw tot het einde van de alinea laat zoeken.
_OPMAAK = re.compile(r"[\[\]*_`<!]")
_DIEP = re.compile(r"^(?:[ \t]{24}|(?:[ \t]*>){7})", re.M)
MEEST_OPMAAK, DIEPST = 1000, 6
GRENS_KB = 128
_ONMOGELIJK = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|#%&]|^[. -]|[. ]$")

_KOP = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.S)
KOPVELDEN = ("title", "description")


def lees_geschreven(map_: Path, verslag: Verslag) -> dict[str, str]:
    """De tekst van elke pagina op haar pad onder inhoud/ ('over.md'); fouten staan in het verslag."""
    wortel = map_ / "inhoud"
    if os.path.islink(wortel):
        verslag.meld("SK011", "inhoud")
    if not is_map(wortel) or os.path.islink(wortel):
        return {}
    uit: dict[str, str] = {}
    adressen: dict[str, str] = {}
    for bestand in _bestanden(wortel, "inhoud", verslag):
        onder = bestand.relative_to(wortel).as_posix()
        tekst = lees_pagina(bestand, f"inhoud/{onder}", verslag)
        adres = adres_van_bestand(onder)
        if tekst is not None and (eerste := adressen.setdefault(adres.casefold(), onder)) != onder:
            verslag.meld("SK815", f"inhoud/{onder}", naam=onder, ander=f"inhoud/{eerste}", adres=f"/{adres}")
        elif tekst is not None:
            uit[onder] = tekst
    return uit


def _bestanden(map_: Path, pad: str, verslag: Verslag) -> Iterator[Path]:
    """Alles onder een map dat geen map is; een map die niet open mag en een naam die niet kan, zijn meldingen."""
    for ingang in inhoud_van(map_, pad, verslag):
        if bezwaar := bezwaar_tegen_naam(ingang.name):
            verslag.meld("SK814", f"{pad}/{ingang.name}", naam=ingang.name, reden=bezwaar[0], voorstel=bezwaar[1])
        elif ingang.is_dir(follow_symlinks=False) and ingang.name.endswith(".md"):
            verslag.meld("SK013", f"{pad}/{ingang.name}", naam=ingang.name)
        elif ingang.is_dir(follow_symlinks=False):
            yield from _bestanden(Path(ingang.path), f"{pad}/{ingang.name}", verslag)
        else:
            yield Path(ingang.path)


def bezwaar_tegen_naam(naam: str) -> tuple[str, str] | None:
    """Waarom een bestand of map in inhoud/ zo geen adres kan worden, met een naam die wel kan; None als het goed is."""
    stam, punt, soort = naam.rpartition(".") if naam.endswith(".md") else (naam, "", "")
    voorstel = f"{nette_naam(stam.encode('ascii', 'ignore').decode())}{punt}{soort}"
    if not all(teken.isprintable() for teken in naam):
        return "er staat een teken in dat niemand kan zien of dat geen UTF-8 is", voorstel
    if vondst := _ONMOGELIJK.search(stam):
        return f"'{vondst[0]}' kan daar niet staan", voorstel
    if vreemde_letter(naam):
        return "er staan letters uit twee schriften door elkaar", voorstel
    if len(naam.encode()) > 120:
        return "hij is te lang", f"{voorstel[:60].strip('-')}.md"
    if stam.lower() in GERESERVEERD - {"index", "data", "search", "insluiten", "assets", "404"} or stam == "README":
        return "die naam is voor iets anders gereserveerd", f"{stam.lower()}-pagina{punt}{soort}"
    return None


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
    tekst = lees_tekst(bestand, pad, verslag, GRENS_KB)
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
    if not keur_bouw(tekst, pad, verslag):
        return None
    keur_opmaak(tekst, pad, verslag)
    return tekst


def keur_bouw(tekst: str, pad: str, verslag: Verslag) -> bool:
    """Of de tekst ondiep en gewoon genoeg is om om te zetten: het werk daarvoor groeit met de diepte en de tekens."""
    plek_van, goed = plekken_in(tekst), True
    if diep := _DIEP.search(tekst):
        verslag.meld("SK812", pad, plek_van(diep.start()), grens=DIEPST)
        goed = False
    begin = 0
    for alinea in re.split(r"(?<=\n)[ \t]*\n", tekst):
        aantal = len(_OPMAAK.findall(alinea))
        if aantal > MEEST_OPMAAK:
            verslag.meld("SK813", pad, plek_van(tekst.index(alinea, begin)), aantal=aantal, grens=MEEST_OPMAAK)
            goed = False
        begin += len(alinea)
    return goed


def keur_opmaak(tekst: str, pad: str, verslag: Verslag) -> None:
    """Geen HTML, en geen verwijzing die iets anders doet dan een pagina openen."""
    plek_van: Callable[[int], tuple[int, int]] = plekken_in(tekst)
    kaal = _CODE.sub(lambda m: " " * len(m[0]) if "\n" not in m[0] else re.sub(r"[^\n]", " ", m[0]), tekst)
    for vondst in _HTML.finditer(kaal):
        verslag.meld("SK605", pad, plek_van(vondst.start()), stuk=vondst[0])
    for plaats, adres, beeld in verwijzingen(kaal):
        if _VREEMD_ADRES.match(adres) or (beeld and ":" in adres):
            verslag.meld("SK222", pad, plek_van(plaats), waarde=adres)


def verwijzingen(tekst: str) -> Iterator[tuple[int, str, bool]]:
    """(plaats, adres, is een beeld) van elke link, ook een die onderaan omschreven is; de tekst wordt een keer gelezen."""
    open_: list[int] = []
    for haak in _HAAK.finditer(tekst):
        if haak[0] == "[":
            open_.append(haak.start())
        elif haak[0] == "]" and open_:
            begin = open_.pop()
            beeld = tekst[begin - 1 : begin] == "!"
            if vondst := _ADRES.match(tekst, haak.end()):
                yield begin - beeld, vondst[1], beeld
    for vondst in _OMSCHREVEN.finditer(tekst):
        yield vondst.start(), vondst[1], False


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
