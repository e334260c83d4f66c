"""Van een fout van de YAML-lezer naar wat de schrijver deed, op de regel die hij verbetert.

De lezer meldt vaak pas verderop dat er iets niet klopt. Daarom kijken we de tekst zelf na op aanhalingstekens en
haakjes die niet sluiten, en pas daarna naar de plek die de lezer noemt.
"""

import re
from collections.abc import Iterator

from generator.lezen.bestanden import plek_in

Plek = tuple[int, int]
Vondst = tuple[str, Plek, dict[str, object]]

_BLOK = re.compile(r"( *(?:- +)*)([^\s#:\[{\"'][^:]*:[ \t]+)?[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_WAARDE = re.compile(r" *(?:- +)*(?:(?:[^\s#:\[{\"'&*!|>%@`][^:]*:|(?:\"[^\"]*\"|'[^']*')[ \t]*:)(?=[ \t])[ \t]+)?")
_VELDREGEL = re.compile(r"\s*(?:- +)?[A-Za-z_][\w-]*:(?:\s|$)")
_NA_SLOT = re.compile(r"[ \t]*(?:$|[ \t]#|:|[,\]}])", re.M)
_PAREN = {"]": "[", "}": "{"}
_NIET_VOORAAN = "@`%*&!|>?-,]}"


class _Nakijker:
    """Loopt door de tekst zoals YAML dat doet, maar net genoeg om aanhalingstekens en haakjes te volgen."""

    def __init__(self, tekst: str):
        self.tekst = tekst

    def vondsten(self) -> Iterator[Vondst]:
        plaats = 0
        while plaats < len(self.tekst):
            einde = self.einde_regel(plaats)
            regel = self.tekst[plaats:einde]
            if blok := _BLOK.match(regel):
                plaats = self.na_blok(einde + 1, len(blok[1]) if blok[2] else blok[1].rfind("-"))
                continue
            begin = plaats + len((_WAARDE.match(regel) or [""])[0])
            teken = self.tekst[begin : begin + 1]
            if teken in ("'", '"') and teken:
                plaats = yield from self.keur_tekst(begin)
            elif teken in ("[", "{") and teken:
                plaats = yield from self.keur_haakjes(begin)
            plaats = max(self.einde_regel(plaats), einde) + 1

    def einde_regel(self, plaats: int) -> int:
        einde = self.tekst.find("\n", plaats)
        return len(self.tekst) if einde < 0 else einde

    def na_blok(self, plaats: int, inspringing: int) -> int:
        """De plaats na de regels van een blok: leeg, of verder ingesprongen dan de veldnaam."""
        while plaats < len(self.tekst):
            einde = self.einde_regel(plaats)
            regel = self.tekst[plaats:einde]
            if regel.strip() and len(regel) - len(regel.lstrip(" ")) <= inspringing:
                break
            plaats = einde + 1
        return plaats

    def slot(self, begin: int) -> int:
        """De plaats van het sluitende aanhalingsteken, of -1."""
        teken, plaats = self.tekst[begin], begin + 1
        while (plaats := self.tekst.find(teken, plaats)) >= 0:
            if teken == "'" and self.tekst[plaats + 1 : plaats + 2] == "'":
                plaats += 2
            elif teken == '"' and self.strepen_voor(plaats) % 2:
                plaats += 1
            else:
                return plaats
        return -1

    def strepen_voor(self, plaats: int) -> int:
        """Hoeveel schuine strepen er vlak voor een plaats staan."""
        eerste = plaats
        while eerste and self.tekst[eerste - 1] == "\\":
            eerste -= 1
        return plaats - eerste

    def na_opening(self, begin: int, plaats: int) -> bool:
        """Of er op deze plaats een waarde kan beginnen: na een haakje, een komma of een dubbele punt."""
        return self.tekst[max(begin, plaats - 200) : plaats].rstrip()[-1:] in {"[", "{", ",", ":"}

    def keur_tekst(self, begin: int):
        """Een waarde tussen aanhalingstekens; geeft de plaats erna."""
        eind = self.slot(begin)
        plek = plek_in(self.tekst, begin)
        if eind < 0 or any(_VELDREGEL.match(r) for r in self.tekst[begin:eind].split("\n")[1:]):
            yield "SK102", plek, {}
            return self.einde_regel(begin)
        if not _NA_SLOT.match(self.tekst, eind + 1):
            yield "SK117", plek, {"rest": self.tekst[eind + 1 : self.einde_regel(eind)].strip()}
            return self.einde_regel(eind)
        return eind + 1

    def keur_haakjes(self, begin: int):
        """Een waarde tussen haakjes, met wat erin zit; geeft de plaats erna."""
        stapel, plaats = [begin], begin + 1
        while stapel and plaats < len(self.tekst):
            teken = self.tekst[plaats]
            if teken in "\"'" and self.na_opening(begin, plaats):
                plaats = yield from self.keur_tekst(plaats)
                continue
            if teken in "[{" and self.na_opening(begin, plaats):
                stapel.append(plaats)
            elif teken in "]}":
                if self.tekst[stapel[-1]] != _PAREN[teken]:
                    break
                stapel.pop()
            elif teken == "#" and self.tekst[plaats - 1] in " \t\n":
                plaats = self.einde_regel(plaats)
            elif teken == "\n" and re.match(r"[A-Za-z_][\w-]*:(?:\s|$)", self.tekst[plaats + 1 : plaats + 60]):
                break
            plaats += 1
        if stapel:
            plek = stapel[-1] if plaats < len(self.tekst) and self.tekst[plaats] in "]}" else stapel[0]
            yield "SK112", plek_in(self.tekst, plek), {}
            return self.einde_regel(plaats)
        return plaats


def _plek(merk) -> Plek:
    return (merk.line + 1, merk.column + 1) if merk else (1, 1)


def _tab(regels: list[str], tot: int) -> Vondst | None:
    for nummer, regel in enumerate(regels[:tot], 1):
        if vondst := re.match(r"( *(?:- *)?\t)[ \t]*\S", regel):
            return "SK101", (nummer, vondst.end(1)), {}
    return None


def _regelfout(nummer: int, regel: str, reden: str, hint: str, kolom: int = 0) -> Vondst:
    """SK116 op het begin van een regel (na de spaties), of op een kolom."""
    return "SK116", (nummer, kolom or len(regel) - len(regel.lstrip()) + 1), {"reden": reden, "hint": hint}


_INSPRINGEN = (
    "laat de regel evenver inspringen als de velden waar hij bij hoort; zet lange tekst tussen aanhalingstekens"
)


def _dubbele_punt(regels: list[str], plek: Plek) -> Vondst:
    """Bij 'mapping values are not allowed': een dubbele punt te veel, of een regel die verkeerd inspringt."""
    nummer, regel = plek[0], regels[plek[0] - 1]
    if re.search(r":\s", regel[: plek[1] - 1]):
        return "SK103", plek, {}
    vorige = next(
        (n for n in range(nummer - 2, -1, -1) if regels[n].strip() and not regels[n].lstrip().startswith("#")), None
    )
    if vorige is not None and not re.search(r":(?:\s|$)", regels[vorige]):
        return _geen_veld(regels, vorige + 1)
    return _regelfout(nummer, regel, "hij springt verder in dan de regels waar hij bij hoort", _INSPRINGEN)


def _geen_veld(regels: list[str], nummer: int) -> Vondst:
    """Een regel zonder veldnaam: wat er waarschijnlijk ontbreekt."""
    regel = regels[nummer - 1] if nummer <= len(regels) else ""
    boven = regels[nummer - 2] if nummer > 1 else ""
    kaal = regel.strip()
    if re.match(r"-[^\s-]", kaal):
        return _regelfout(nummer, regel, "na het streepje hoort een spatie", f"schrijf '- {kaal[1:]}'")
    if re.search(r"[|>][-+0-9]*\s*$", boven):
        return _regelfout(
            nummer, regel, "de tekst onder een veld met | springt in", "zet twee spaties voor elke regel van de tekst"
        )
    if re.match(r"[\w-]+:\S", kaal):
        return _regelfout(
            nummer, regel, "na de dubbele punt hoort een spatie", f"schrijf '{kaal.replace(':', ': ', 1)}'"
        )
    return _regelfout(
        nummer,
        regel,
        "er staat geen veldnaam met een dubbele punt",
        "begin de regel met een veldnaam en een dubbele punt; hoort de tekst bij de regel erboven, laat hem dan inspringen",
    )


# Stukken van de melding van de YAML-lezer, met wat er aan de hand is en wat de schrijver doet.
_REDENEN = (
    ("did not find expected key", "de inspringing past niet bij de regels erboven", _INSPRINGEN),
    ("expected <block end>", "de inspringing past niet bij de regels erboven", _INSPRINGEN),
    (
        "expected '-' indicator",
        "in een lijst begint elke regel met een streepje",
        "begin de regel met '- ', of haal een inspringing weg",
    ),
    (
        "scape",
        "een schuine streep \\ heeft tussen dubbele aanhalingstekens een andere betekenis",
        "gebruik enkele aanhalingstekens, of schrijf de streep dubbel",
    ),
    (
        "document start",
        "na drie puntjes (...) kan niets meer komen",
        "haal de puntjes weg, of maak er twee bestanden van",
    ),
    ("YAML document", "een regel met %YAML hoort hier niet", "haal de regel weg"),
    ("directive", "een regel die met % begint hoort hier niet", "haal de regel weg"),
)


def _volgens_lezer(fout: Exception, regels: list[str]) -> Vondst:
    probleem = getattr(fout, "problem", None) or ""
    merk, begin = _plek(getattr(fout, "problem_mark", None)), _plek(getattr(fout, "context_mark", None))
    context = getattr(fout, "context", None) or ""
    regel = regels[merk[0] - 1] if merk[0] <= len(regels) else ""
    teken = regel[merk[1] - 1 : merk[1]]
    if "mapping values are not allowed" in probleem:
        return _dubbele_punt(regels, merk)
    if context.endswith(("anchor", "alias", "block scalar", "tag")) and begin[0] <= len(regels):
        return "SK104", begin, {"teken": regels[begin[0] - 1][begin[1] - 1 : begin[1]]}
    if teken == "," and "node content" in probleem:
        return _regelfout(merk[0], regel, "er staat een komma te veel", "haal een van de komma's weg", merk[1])
    if re.search("any token|node content|not allowed in this context", probleem) and teken and teken in _NIET_VOORAAN:
        return "SK104", merk, {"teken": teken}
    if teken == ":" and "expected ','" in probleem:
        return "SK103", merk, {}
    if "could not find expected ':'" in probleem:
        return _geen_veld(regels, begin[0])
    if teken in ("]", "}"):
        return _regelfout(
            merk[0],
            regel,
            "er staat een sluithaakje te veel",
            "haal het haakje weg, of zet de tekst tussen aanhalingstekens",
            merk[1],
        )
    if teken == ":":
        return _regelfout(merk[0], regel, "er staat niets voor de dubbele punt", "zet er een veldnaam voor", merk[1])
    for stuk, reden, hint in _REDENEN:
        if stuk in probleem or (stuk == "scape" and "Unicode" in probleem):
            return _regelfout(merk[0], regel, reden, hint, merk[1])
    return _regelfout(merk[0], regel, "de opbouw klopt niet", _INSPRINGEN, merk[1])


def verklaar(fout: Exception, tekst: str) -> Vondst:
    """De code, de plek en de waarden van de melding bij een fout van de YAML-lezer."""
    regels = tekst.split("\n")
    merk = getattr(fout, "problem_mark", None)
    tot = merk.line + 1 if merk else len(regels)
    if "tab" in (getattr(fout, "problem", None) or "") or "any token" in (getattr(fout, "problem", None) or ""):
        if vondst := _tab(regels, tot):
            return vondst
    if vondst := next(_Nakijker(tekst).vondsten(), None):
        return vondst
    return _tab(regels, tot) or _volgens_lezer(fout, regels)
