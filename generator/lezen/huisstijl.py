"""De map huisstijl/: kleuren, letters en hoeken uit het NL Design System-thema van een gemeente, en haar beelden."""

import os
import re
from pathlib import Path
from typing import Any

from generator.betekenis.palet import maak_palet
from generator.lezen.beelden import LETTERSOORTEN, lees_beeld, lees_letterbestand
from generator.lezen.bestanden import inhoud_van, lees_bytes, ontcijfer
from generator.lezen.csstokens import Letterbron, Token, Tokens, lees_tokens, waarde_van
from generator.meldingen import Verslag
from generator.model.huisstijl import Huisstijl, Lettertype

MAP, THEMA, DONKER, LETTERS = "huisstijl", "theme.css", "donker.css", "font.css"
BLADEN = (THEMA, LETTERS, DONKER)
GRENS_KB = 1024
# Waar een rol in een thema staat; het eerste token dat er is en te lezen is, telt.
KLEUREN = {
    "papier": ("--utrecht-document-background-color", "--basis-color-default-bg-document"),
    "inkt": ("--utrecht-document-color", "--basis-color-default-color-document"),
    "accent": (
        "--utrecht-button-primary-action-background-color",
        "--nl-button-primary-background-color",
        "--basis-color-action-1-inverse-bg-default",
        "--utrecht-link-color",
        "--nl-link-color",
    ),
    "focus": ("--utrecht-focus-outline-color", "--basis-focus-outline-color"),
}
VORMEN = {
    "letter": ("--utrecht-document-font-family", "--basis-text-font-family-default"),
    "kopletter": (
        "--utrecht-heading-1-font-family",
        "--utrecht-heading-font-family",
        "--nl-heading-level-1-font-family",
        "--basis-heading-font-family",
    ),
    "hoek": ("--utrecht-button-border-radius", "--nl-button-border-radius", "--basis-border-radius-md"),
}
_LETTER = re.compile(r"[\w .,\"'-]+")
_HOEK = re.compile(r"(\d{1,3}(?:\.\d+)?|\.\d+)(px|r?em)?|0")
# Deze heeft een apparaat zelf.
BEKENDE_LETTERS = set(
    "arial helvetica verdana georgia tahoma calibri times roboto sans-serif serif monospace system-ui ui-sans-serif "
    "ui-serif -apple-system blinkmacsystemfont".split()
) | {"times new roman", "segoe ui", "trebuchet ms", "helvetica neue", "courier new"}


def lees_huisstijl(map_: Path, verslag: Verslag, accent: str, eigen_accent: bool) -> Huisstijl | None:
    """De huisstijl uit `map_/huisstijl`, of None als die map er niet is.

    Args:
        accent: de accentkleur uit mkdocs.yml; `eigen_accent` zegt of iemand die daar schreef, want dan gaat zij voor.
    """
    map_ = map_ / MAP
    if not os.path.lexists(map_):
        return None
    if map_.is_symlink() or not map_.is_dir():
        verslag.meld("SK011" if map_.is_symlink() else "SK013", MAP, naam=MAP)
        return None
    namen = {deel.name for deel in inhoud_van(map_, MAP, verslag)}
    bladen = {naam: _blad(map_, naam, verslag) for naam in BLADEN if naam in namen}
    for naam in sorted(namen - set(BLADEN)):
        if naam.endswith(".css"):
            verslag.meld("SK831", f"{MAP}/{naam}", naam=naam)
    lezer = Themalezer(bladen, verslag)
    vormen = {rol: lezer.vorm(rol) for rol in VORMEN}
    licht, donker = lezer.paletten(accent, eigen_accent)
    lettertypes = _lettertypes(map_, bladen, verslag)
    lezer.keur_letters(vormen, {bron.familie.lower() for tokens in bladen.values() for bron in tokens.letters})
    return Huisstijl(
        licht,
        donker,
        vormen["letter"],
        vormen["kopletter"],
        vormen["hoek"],
        lettertypes=lettertypes,
        logo=lees_beeld(map_, MAP, "logo", namen, verslag),
        favicon=lees_beeld(map_, MAP, "favicon", namen, verslag),
    )


def _blad(map_: Path, naam: str, verslag: Verslag) -> Tokens:
    """De tokens van een stijlblad; wat in donker.css staat is allemaal donker."""
    pad = f"{MAP}/{naam}"
    ruw = lees_bytes(map_ / naam, pad, verslag, GRENS_KB)
    css = None if ruw is None else ontcijfer(ruw, pad, verslag)
    tokens = Tokens() if css is None else lees_tokens(css)
    for plek in tokens.fouten[:5]:
        verslag.meld("SK832", pad, plek, reden="hier staat geen CSS die een browser kan lezen")
    if naam == DONKER:
        tokens.licht, tokens.donker = {}, {**tokens.licht, **tokens.donker}
    if css is not None and naam != LETTERS and not _heeft_iets({**tokens.licht, **tokens.donker}):
        verslag.meld("SK833", pad, naam=naam)
    return tokens


def _heeft_iets(tokens: dict[str, Token]) -> bool:
    return any(naam in tokens for rollen in (KLEUREN, VORMEN) for namen in rollen.values() for naam in namen)


class Themalezer:
    """Zoekt in de tokens wat elke rol heeft, en meldt wat er niet van te maken is."""

    def __init__(self, bladen: dict[str, Tokens], verslag: Verslag):
        self.verslag = verslag
        self.licht = bladen[THEMA].licht if THEMA in bladen else {}
        donker = [(naam, bladen[naam].donker) for naam in (THEMA, DONKER) if naam in bladen]
        self.donker = {naam: token for _, tokens in donker for naam, token in tokens.items()}
        self.pad = {naam: f"{MAP}/{blad}" for blad, tokens in donker for naam in tokens}

    def zoek(self, soort: str, namen: tuple[str, ...], lees) -> tuple[Any, str]:
        """De eerste waarde die te lezen is met haar token; leeg als er geen is."""
        eigen = self.licht if soort == "licht" else self.donker
        alle = self.licht if soort == "licht" else {**self.licht, **self.donker}
        slecht = []
        for naam in (n for n in namen if n in eigen):
            waarde = waarde_van(naam, alle)
            gelezen = lees(waarde) if waarde is not None else None
            if gelezen is not None:
                return gelezen, naam
            slecht.append((naam, waarde))
        for naam, waarde in slecht[:1]:
            reden = f"'{naam}' " + ("verwijst naar een token dat er niet is" if waarde is None else f"is '{waarde}'")
            self.verslag.meld("SK832", self._pad(soort, naam), eigen[naam].plek, reden=reden)
        return None, ""

    def _pad(self, soort: str, naam: str) -> str:
        return self.pad.get(naam, f"{MAP}/{THEMA}") if soort == "donker" else f"{MAP}/{THEMA}"

    def vorm(self, rol: str) -> str:
        return self.zoek("licht", VORMEN[rol], lees_hoek if rol == "hoek" else lees_letter)[0] or ""

    def paletten(self, accent: str, eigen_accent: bool) -> tuple[dict[str, str], dict[str, str]]:
        """De kleuren voor licht en donker. Zegt het thema niets over donker, dan is dat ons palet met hun accent."""
        uit: dict[str, dict[str, str]] = {}
        for soort in ("licht", "donker"):
            gevonden = {rol: self.zoek(soort, namen, lees_kleur) for rol, namen in KLEUREN.items()}
            kleuren = {rol: kleur for rol, (kleur, _) in gevonden.items() if kleur}
            if eigen_accent or "accent" not in kleuren:
                kleuren["accent"] = accent if eigen_accent else uit.get("licht", {}).get("accent", accent)
            uit[soort], hersteld = maak_palet(soort, kleuren)
            for herstel in hersteld:
                if token := gevonden[herstel.rol][1]:
                    self.meld_herstel(herstel, token)
        return uit["licht"], uit["donker"]

    def meld_herstel(self, herstel, token: str) -> None:
        eigen = self.licht if herstel.soort == "licht" else self.donker
        self.verslag.meld(
            "SK830",
            self._pad(herstel.soort, token),
            eigen[token].plek,
            rol=herstel.rol,
            kleur=herstel.was,
            nieuw=herstel.wordt,
            contrast=f"{herstel.contrast:.1f}".replace(".", ","),
            nodig=f"{herstel.nodig:.1f}".replace(".", ","),
            token=token,
        )

    def keur_letters(self, vormen: dict[str, str], families: set[str]) -> None:
        """Een waarschuwing als de eerste letter nergens vandaan kan komen."""
        bekend = families | BEKENDE_LETTERS | {""}
        for rol in ("letter", "kopletter"):
            eerste = vormen[rol].split(",")[0].strip(" \"'")
            if eerste.lower() not in bekend:
                bekend.add(eerste.lower())
                token = next(naam for naam in VORMEN[rol] if naam in self.licht)
                self.verslag.meld("SK834", f"{MAP}/{THEMA}", self.licht[token].plek, naam=eerste)


def lees_kleur(tekst: str) -> str | None:
    """Een kleur in CSS als #rrggbb, of None; een doorzichtige kleur telt niet."""
    from coloraide import Color  # pas hier, want laden kost tijd

    try:
        kleur = Color(tekst)
    except ValueError:
        return None
    return kleur.convert("srgb").fit().to_string(hex=True, alpha=False).lower() if kleur.alpha() == 1 else None


def lees_letter(tekst: str) -> str | None:
    return tekst if _LETTER.fullmatch(tekst) and tekst.count('"') % 2 == tekst.count("'") % 2 == 0 else None


def lees_hoek(tekst: str) -> str | None:
    """Een ronding in px, rem of em; hoogstens die van een ronde knop."""
    gevonden = _HOEK.fullmatch(tekst)
    if not gevonden or (gevonden[1] or "0").strip("0.") and not gevonden[2]:
        return None
    return f"min({tekst}, 1.5rem)" if gevonden[2] else "0"


def _lettertypes(map_: Path, bladen: dict[str, Tokens], verslag: Verslag) -> tuple[Lettertype, ...]:
    bronnen = [(naam, bron) for naam, tokens in bladen.items() for bron in tokens.letters]
    gevonden = [(naam, bron, _lettertype(map_, bron, verslag)) for naam, bron in bronnen]
    uit = {(letter.familie, letter.gewicht, letter.stijl): letter for *_, letter in gevonden if letter}
    zonder = {}
    for naam, bron, letter in gevonden:
        if letter is None and (naam, bron.familie) not in zonder:
            zonder[naam, bron.familie] = bron
    for (naam, familie), bron in zonder.items():
        verslag.meld("SK835", f"{MAP}/{naam}", bron.plek, naam=familie, adres=bron.adressen[0][:80])
    return tuple(uit.values())


def _lettertype(map_: Path, bron: Letterbron, verslag: Verslag) -> Lettertype | None:
    """Het eerste bestand van deze letter dat in de map staat; een adres bij een ander halen wij nooit op."""
    adressen = [re.split("[?#]", adres)[0].removeprefix("./") for adres in bron.adressen]
    eigen = [adres for adres in adressen if re.fullmatch(r"(?!.*\.\.)[\w-][\w ./-]*", adres)]
    for soort in LETTERSOORTEN:
        for adres in (a for a in eigen if a.lower().endswith(soort) and (map_ / a).exists()):
            bestand = lees_letterbestand(map_, MAP, adres, verslag)
            goed = _LETTER.fullmatch(bron.familie + bron.gewicht + bron.stijl) and '"' not in bron.familie
            return Lettertype(bron.familie, bron.gewicht, bron.stijl, bestand) if bestand and goed else None
    return None
