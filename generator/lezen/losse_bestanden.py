"""De losse bestanden, zoals themas.yaml en begrippen.yaml: uit elke laag gelezen en tot een boom gestapeld."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.lagen import Lagen
from generator.lezen.stapelen import VELD, Stapel, hier_te_melden, merk, sleutel_van
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import Lijst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.schema import THEMABESTAND
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.schema.veld import Veld


class Los(NamedTuple):
    """Hoe een los bestand stapelt. `geheel`: een eigen bestand komt in plaats van dat van de set, tenzij het aanvult.

    `lijst` is de naam van de lijst in een bestand dat alleen een rij is; `bekend_elders`: wat het programma zelf al kent,
    staat niet in een set.
    """

    tabel: Veld
    lijst: str = ""
    geheel: bool = False
    bekend_elders: bool = False


INGEBOUWD = Path(__file__).parent.parent / "zoeken"
LOS = {
    "themas.yaml": Los(THEMABESTAND),
    **{k.bestand: Los(k.tabel, k.lijst if k.ingebouwd else "", k.geheel, k.ingebouwd) for k in KENNISBESTANDEN},
    "doorverwijzingen.yaml": Los(Veld("doorverwijzingen", "groep", "")),
}
Ruw = tuple[tuple[str, bytes], ...]
Uitkomst = TypeVar("Uitkomst")


def staat_er(lagen: Lagen, naam: str) -> bool:
    return any(os.path.exists(laag.map / naam) for laag in lagen.alle)


def lees_ruw(lagen: Lagen, naam: str, verslag: Verslag) -> Ruw:
    """Het pad en de bytes van een bestand in elke laag waar het staat, de onderste eerst; een snelkoppeling is al gemeld."""
    uit = []
    for laag in lagen.alle:
        bestand, pad = laag.map / naam, f"{laag.basis}/{naam}"
        if os.path.exists(bestand) and not os.path.islink(bestand):
            ruw = lees_bytes(bestand, pad, verslag)
            uit += [] if ruw is None else [(pad, ruw)]
    return tuple(uit)


def _boom(pad: str, ruw: bytes, lijst: str, verslag: Verslag) -> Velden | None:
    tekst = ontcijfer(ruw, pad, verslag)
    if tekst is None or not controleer_tekens(tekst, pad, verslag):
        return None
    return lees_yaml(tekst, pad, verslag, lijst)


@cache
def ingebouwde_delen(naam: str) -> dict[object, Velden]:
    """Wat het programma zelf al kent van een lijst, op sleutel; alleen waar een deel aangevuld kan worden."""
    los, bestand = LOS[naam], INGEBOUWD / naam
    veld = los.tabel.per_naam.get(los.lijst)
    boom = lees_yaml(bestand.read_text(encoding="utf-8"), bestand.name, Verslag()) if veld else None
    lijst = boom.waarden.get(los.lijst) if boom else None
    if veld is None or not isinstance(lijst, Lijst) or VELD not in veld.per_naam:
        return {}
    delen = [deel for deel in lijst.waarden if isinstance(deel, Velden)]
    for deel in delen:
        merk(deel, f"generator/zoeken/{naam}")
    return {sleutel_van(deel, veld): deel for deel in delen}


def stapel(lagen: Lagen, naam: str, ruw: Ruw, verslag: Verslag, hier: str) -> tuple[Velden | None, list[str]]:
    """De boom van een los bestand, en wat er in een eigen bestand gelijk is aan wat eronder ligt.

    Elke regel die niet in het bestand `hier` staat, weet waar hij wel staat.
    """
    los, sets = LOS[naam], {laag.naam for laag in lagen.sets}
    uit, gelijk = None, []
    for pad, bytes_ in ruw:
        boom = _boom(pad, bytes_, los.lijst, verslag)
        if boom is None:
            return None, []
        if pad != hier:
            merk(boom, pad)
        stapelaar = Stapel(sets, pad, verslag, los.bekend_elders)
        stapelaar.ingebouwd = ingebouwde_delen(naam) if los.bekend_elders and VELD.encode() in bytes_ else {}
        uit = stapelaar.leg_op(uit or Velden({}, {}, 1, 1), boom, los.tabel, los.geheel)
        gelijk = stapelaar.gelijk
    return uit, gelijk


def lees_gestapeld(
    lagen: Lagen, naam: str, ruw: Ruw, lezing: Lezing, lees: Callable[[Velden, Lezing], Uitkomst]
) -> tuple[Uitkomst | None, list[str]]:
    """Wat `lees` van de gestapelde boom maakt, en wat er gelijk was; None als de boom er niet kwam.

    Wat pas door het stapelen misging, komt in het eigen bestand te staan.
    """
    boom, gelijk = stapel(lagen, naam, ruw, lezing.verslag, lezing.pad)
    uit = None if boom is None else lees(boom, lezing)
    if len(ruw) > 1 and any(m.pad != lezing.pad for m in lezing.verslag.meldingen_ruw):
        onder = Lezing(Verslag(), ruw[-2][0], lezing.peildatum, lezing.wortel)
        lees_gestapeld(lagen, naam, ruw[:-1], onder, lees)
        lezing.verslag.meldingen_ruw = hier_te_melden(lezing.verslag, lezing.pad, onder.verslag)
    return uit, gelijk


def boom_voor_plek(lagen: Lagen, naam: str) -> Velden | None:
    """De gestapelde boom nog een keer, zonder meldingen, waarin elke regel weet waar hij staat."""
    stil = Verslag()
    return stapel(lagen, naam, lees_ruw(lagen, naam, stil), stil, "")[0]
