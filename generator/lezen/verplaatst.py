"""Een veld op de verkeerde plek: het blok dat er hoort te staan, met wat er al stond, zodat plakken werkt."""

import json
import re
from collections.abc import Iterator

from generator.lezen.adres import splits_adres
from generator.lezen.yaml_lezer import Knoop, Lijst, Velden
from generator.model import DAGEN
from generator.schema import Veld

LANGSTE_BLOK = 330
_GEWOON = re.compile(r"[^\W_][\w /().+'-]*")
_BIJZONDER = re.compile(r"(?:true|false|null|yes|no|on|off|[\d.:+-]+)", re.I)
_GETAL = re.compile(r"\d+(?:\.\d+)?")


def in_haken(waarde: object) -> str:
    """Een waarde zoals zij binnen { } of [ ] in YAML staat."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{naam}: {in_haken(deel)}" for naam, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(map(in_haken, waarde)) + "]"
    tekst = str(waarde)
    gewoon = (
        _GETAL.fullmatch(tekst)
        or _GEWOON.fullmatch(tekst)
        and not _BIJZONDER.fullmatch(tekst)
        and not tekst.endswith(" ")
    )
    return tekst if gewoon else json.dumps(tekst, ensure_ascii=False)


def kaal(knoop: Knoop) -> object:
    """Een knoop als gewone waarden."""
    if isinstance(knoop, Velden):
        return {naam: kaal(deel) for naam, deel in knoop.waarden.items()}
    return [kaal(deel) for deel in knoop.waarden] if isinstance(knoop, Lijst) else knoop.waarde


def passend(knoop: Knoop, veld: Veld) -> object:
    """Wat er stond in de vorm van het veld: een adres op een regel wordt een groep, een enkele waarde een lijst."""
    waarde = kaal(knoop)
    if veld.naam == "adres" and isinstance(waarde, str):
        delen = splits_adres(waarde)
        waarde = {deel.naam: delen[deel.naam] for deel in veld.velden if deel.naam in delen}
    return [waarde] if veld.lijst and not isinstance(waarde, list) else waarde


def _wegen(veld: Veld, weg: tuple[Veld, ...]) -> Iterator[list[Veld]]:
    """Elke weg van een groep naar een veld erin."""
    for deel in veld.velden:
        yield [*weg, deel]
        yield from _wegen(deel, (*weg, deel))


def _weg(groep: Veld, naam: str) -> list[Veld]:
    """De groepen en het veld van `groep` naar een veld met deze naam, het kortste eerst; leeg als het er niet is.

    Losse tijden zijn de openingstijden, want die schrijven mensen zonder kop.
    """
    wegen = [weg for weg in _wegen(groep, ()) if len(weg) > 1 and weg[-1].naam == naam]
    tijden = [weg for weg in wegen if naam in DAGEN and weg[-2].naam == "openingstijden"]
    return min(tijden or wegen, key=len, default=[])


def verplaats(knoop: Velden, groep: Veld, namen: dict[str, str]) -> dict[str, str]:
    """Per onbekend veld van `namen` (met hoe het heet) wat de schrijver ervoor in de plaats zet.

    Velden die in hetzelfde blok horen krijgen samen een blok, bij de eerste; de andere wijzen daarheen.
    """
    wegen = {naam: weg for naam, echt in namen.items() if (weg := _weg(groep, echt))}
    uit: dict[str, str] = {}
    for wortel in dict.fromkeys(weg[0].naam for weg in wegen.values()):
        samen = [naam for naam, weg in wegen.items() if weg[0].naam == wortel]
        uit |= _raad(knoop, wegen, samen)
    return uit


def _raad(knoop: Velden, wegen: dict[str, list[Veld]], samen: list[str]) -> dict[str, str]:
    eerste, wortel = samen[0], wegen[samen[0]][0]
    if dubbel := [naam for naam in samen if _staat_al(knoop, wegen[naam])]:
        return {naam: f"haal het weg: onder '{_plek(wegen[naam])}' staat het al." for naam in dubbel}
    blok = _blok(knoop, wegen, samen)
    if blok is None or len(blok) > LANGSTE_BLOK:
        return {naam: f"dit veld hoort onder '{_plek(wegen[naam])}', met twee spaties meer ervoor." for naam in samen}
    weg = ", ".join(f"'{naam}'" for naam in (*samen, *([wortel.naam] if wortel.naam in knoop.waarden else [])))
    uit = {
        naam: f"dit hoort in het blok dat bij '{eerste}' staat (regel {knoop.sleutels[eerste][0]})." for naam in samen
    }
    return {**uit, eerste: f"haal {weg} weg en zet er op een regel: '{blok}'."}


def _plek(weg: list[Veld]) -> str:
    return ".".join(veld.naam for veld in weg[:-1])


def _staat_al(knoop: Velden, weg: list[Veld]) -> bool:
    """Of het veld er op de goede plek ook is."""
    hier: object = kaal(knoop)
    for veld in weg:
        hier = hier.get(veld.naam) if isinstance(hier, dict) else None
        hier = hier[0] if isinstance(hier, list) and len(hier) == 1 else hier
    return hier is not None


def _blok(knoop: Velden, wegen: dict[str, list[Veld]], samen: list[str]) -> str | None:
    """De hele regel van het blok, met wat er al in dat blok stond; None als dat niet eenduidig is."""
    wortel = wegen[samen[0]][0]
    staat = kaal(knoop.waarden[wortel.naam]) if wortel.naam in knoop.waarden else [{}] if wortel.lijst else {}
    if wortel.lijst and (not isinstance(staat, list) or len(staat) != 1):
        return None
    boom = staat[0] if isinstance(staat, list) else staat
    for naam in samen:
        if not isinstance(boom, dict) or not _zet(
            boom, wegen[naam][1:], passend(knoop.waarden[naam], wegen[naam][-1])
        ):
            return None
    return f"{wortel.naam}: {in_haken([boom] if wortel.lijst else boom)}"


def _zet(boom: dict, weg: list[Veld], waarde: object) -> bool:
    """Zet een waarde diep in een boom; False als daar al iets staat of als onderweg een lijst nodig is."""
    for veld in weg[:-1]:
        if veld.lijst or not isinstance(boom.setdefault(veld.naam, {}), dict):
            return False
        boom = boom[veld.naam]
    if weg[-1].naam in boom:
        return False
    boom[weg[-1].naam] = waarde
    return True
