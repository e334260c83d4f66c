"""Een stuk van een YAML-tekst vervangen, weghalen of erbij zetten; wat er niet bij hoort blijft staan zoals het stond."""

import re

from generator.bewerken.knopen import Knoop, na_regel, regelbegin, regeleind
from generator.bewerken.schrijven import (
    aangehaald,
    deel_in_blok,
    enkel,
    in_blok,
    in_stroom,
    kan_blok,
    los_woord,
    spring_in,
)
from generator.meldingen import SocialeKaartFout
from generator.schema import Veld

_RUIMTE = re.compile(r"(?:[ \t\r\n]|(?:(?<=[ \t\r\n])|^)#[^\r\n]*)*")


class KanNiet(SocialeKaartFout):
    """Deze plek is niet veilig te wijzigen; de tekst zegt waarom."""

    def __init__(self, tekst: str):
        super().__init__(tekst, "wijzig het met de hand, of verbeter eerst wat 'controleer' meldt.", 1)


def regelteken(tekst: str) -> str:
    """Het regeleinde dat in deze tekst het meest voorkomt."""
    windows = tekst.count("\r\n")
    return "\r\n" if windows * 2 > tekst.count("\n") else "\n" if "\n" in tekst or "\r" not in tekst else "\r"


def ruil(tekst: str, begin: int, eind: int, nieuw: str) -> str:
    return tekst[:begin] + nieuw + tekst[eind:]


def voeg_regels_in(tekst: str, plaats: int, regels: list[str]) -> str:
    """Zet regels onder de regel waar `plaats` op staat; een laatste regel zonder regeleinde houdt dat zo."""
    teken, eind = regelteken(tekst), regeleind(tekst, plaats)
    return ruil(tekst, eind, eind, "".join(teken + regel for regel in regels)) if regels else tekst


def vervang_tekst(tekst: str, knoop: Knoop, nieuw: str, veld: Veld | None, stroom: bool, ruimte: int) -> str:
    """Een tekst door een andere, in dezelfde schrijfwijze als dat kan; `ruimte` is de inspringing van wat erboven
    hangt.
    """
    if knoop.stijl in ("|", ">"):
        return _vervang_blok(tekst, knoop, nieuw, ruimte)
    if "\n" in nieuw and not stroom and kan_blok(nieuw):
        regels = spring_in(nieuw.split("\n"), ruimte + 2)
        eind = regeleind(tekst, knoop.eind)
        tekst = ruil(tekst, eind, eind, "".join(regelteken(tekst) + regel for regel in regels))
        return ruil(tekst, knoop.begin, knoop.eind, "|")
    return ruil(tekst, knoop.begin, knoop.eind, _zelfde_stijl(knoop.stijl, nieuw, veld, stroom))


def _zelfde_stijl(stijl: str, nieuw: str, veld: Veld | None, stroom: bool) -> str:
    if stijl == '"':
        return aangehaald(nieuw)
    if stijl == "'":
        return enkel(nieuw)
    return los_woord(nieuw, veld, stroom)


def _blokmerk(tekst: str, plaats: int) -> str:
    """Het teken van een blok met wat erachter staat: `|`, `>-` of `|2`."""
    vondst = re.compile(r"[|>][-+0-9]*").match(tekst, plaats)
    return vondst[0] if vondst else ""


def _vervang_blok(tekst: str, knoop: Knoop, nieuw: str, ruimte: int) -> str:
    """De regels van een blok met | of >; de eerste regel, met een opmerking erachter, blijft."""
    kop = regeleind(tekst, knoop.begin)
    merk = _blokmerk(tekst, knoop.begin)
    if not nieuw or not kan_blok(nieuw):
        return ruil(
            ruil(tekst, kop, max(kop, knoop.eind), ""), knoop.begin, knoop.begin + len(merk), aangehaald(nieuw)
        )
    inhoud = re.search(r"^([ ]*)\S", tekst[na_regel(tekst, knoop.begin) : knoop.eind], re.M)
    wit = (
        len(inhoud[1]) if inhoud and not re.search(r"\d", merk) else ruimte + int((re.findall(r"\d", merk) or "2")[0])
    )
    regels = "".join(regelteken(tekst) + regel for regel in spring_in(nieuw.split("\n"), wit))
    goed = merk.replace(">", "|") if "\n" in nieuw else merk
    return ruil(ruil(tekst, kop, max(kop, knoop.eind), regels), knoop.begin, knoop.begin + len(merk), goed)


def vervang(
    tekst: str, naam: Knoop | None, knoop: Knoop, nieuw: object, veld: Veld | None, stroom: bool, ruimte: int
) -> str:
    """Een waarde van welke soort ook door een andere; `naam` is de veldnaam, of niets bij een deel van een lijst."""
    if isinstance(nieuw, str) and knoop.soort == "tekst" and knoop.begin < knoop.eind:
        return vervang_tekst(tekst, knoop, nieuw, veld, stroom, ruimte)
    if stroom:
        return _vul(tekst, naam, knoop, in_stroom(nieuw, veld), [])
    if naam is None:
        regels = deel_in_blok(nieuw, veld)
        return _vul(tekst, None, knoop, regels[0][2:], spring_in(regels[1:], ruimte))
    return _vul(tekst, naam, knoop, *in_blok(nieuw, veld, ruimte))


def _vul(tekst: str, naam: Knoop | None, knoop: Knoop, achter: str, onder: list[str]) -> str:
    """Zet `achter` op de plek van de waarde en `onder` op de regels eronder."""
    zelfde_regel = naam is None or regelbegin(tekst, naam.eind) == regelbegin(tekst, knoop.begin)
    if naam is not None and not zelfde_regel:  # een lijst of groep op de regels onder haar naam
        dubbelpunt = _na_dubbelpunt(tekst, naam)
        tekst = ruil(tekst, voor_regel(tekst, knoop.begin), regeleind(tekst, knoop.eind), "")
        tekst = voeg_regels_in(tekst, dubbelpunt, onder)
        return ruil(tekst, dubbelpunt, dubbelpunt, f" {achter}" if achter else "")
    if knoop.soort == "tekst" and knoop.stijl in ("|", ">"):
        kop = regeleind(tekst, knoop.begin)
        tekst = ruil(tekst, kop, max(kop, knoop.eind), "")
        knoop = Knoop("tekst", knoop.begin, knoop.begin + len(_blokmerk(tekst, knoop.begin)), knoop.kolom)
    tekst = voeg_regels_in(tekst, knoop.eind, onder)
    begin = knoop.begin
    if not achter:
        begin = len(tekst[:begin].rstrip(" \t"))
    elif tekst[begin - 1] in ":-":
        achter = f" {achter}"
    return ruil(tekst, begin, knoop.eind, achter)


def voor_regel(tekst: str, plaats: int) -> int:
    """Het eind van de regel voor die van `plaats`: voor het regeleinde."""
    begin = regelbegin(tekst, plaats)
    return begin - 2 if tekst[begin - 2 : begin] == "\r\n" else begin - 1


def _na_dubbelpunt(tekst: str, naam: Knoop) -> int:
    vondst = re.compile(r"\s*:").match(tekst, naam.eind)
    if not vondst:
        raise KanNiet("achter een veldnaam staat de dubbele punt niet op dezelfde regel")
    return vondst.end()


def haal_regels_weg(tekst: str, begin: int, eind: int) -> str:
    """Haal hele regels weg, van die van `begin` tot en met die van `eind`."""
    van, tot = regelbegin(tekst, begin), na_regel(tekst, eind)
    if tot == len(tekst) and regeleind(tekst, eind) == len(tekst) and van > 0:
        van = voor_regel(tekst, begin)  # de laatste regel had geen regeleinde; dat blijft zo
    return ruil(tekst, van, tot, "")


def haal_weg_uit_blok(tekst: str, begin: int, eind: int, volgende: Knoop | None) -> str:
    """Een veld of deel in een blok weg. Staat er een streepje voor, dan schuift het volgende veld op."""
    if not tekst[regelbegin(tekst, begin) : begin].strip(" "):
        return haal_regels_weg(tekst, begin, eind)
    if volgende is None:
        raise KanNiet("het laatste veld achter een streepje")
    if tekst[regeleind(tekst, eind) : volgende.begin].strip():  # er staat een opmerking tussen
        van = len(tekst[:begin].rstrip(" "))
        return ruil(tekst, van, regeleind(tekst, eind), "")
    return ruil(tekst, begin, volgende.begin, "")


def haal_weg_uit_stroom(tekst: str, delen: list[tuple[int, int]], nummer: int) -> str:
    """Een deel tussen haakjes weg, met zijn komma; een regel die daardoor leeg is ook."""
    begin, eind = delen[nummer]
    volgende = delen[nummer + 1][0] if nummer + 1 < len(delen) else None
    vorige = delen[nummer - 1][1]
    van, tot = (vorige, begin) if volgende is None else (eind, volgende)
    komma = _komma(tekst, van)
    if volgende is None and komma < regelbegin(tekst, begin) and not tekst.lstrip().startswith("{"):
        zonder = _los_weg(tekst, begin, eind, eigen_opmerking=True)
        if len(zonder) < len(tekst) - (
            eind - begin
        ):  # een eigen regel: de komma ervoor mag in YAML blijven, in JSON niet
            return zonder
    if "#" not in tekst[van:tot]:
        return ruil(tekst, van, eind, "") if volgende is None else ruil(tekst, begin, tot, "")
    for plek in sorted([(begin, eind), (komma, komma + 1)], reverse=True):
        tekst = _los_weg(tekst, *plek, eigen_opmerking=plek[0] == begin)
    return tekst


def _komma(tekst: str, plaats: int) -> int:
    ruimte = _RUIMTE.match(tekst, plaats)
    if ruimte is None or tekst[ruimte.end()] != ",":
        raise KanNiet("tussen haakjes ontbreekt een komma")
    return ruimte.end()


def _los_weg(tekst: str, begin: int, eind: int, eigen_opmerking: bool) -> str:
    """Een stuk weg en de rest laten staan; blijft er niets over dan een opmerking bij dat stuk, dan gaat de regel mee."""
    tekst = ruil(tekst, begin, eind, "")
    over = tekst[regelbegin(tekst, begin) : regeleind(tekst, begin)].strip()
    return haal_regels_weg(tekst, begin, begin) if not over or eigen_opmerking and over.startswith("#") else tekst
