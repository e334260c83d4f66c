"""De veldentabel toepassen op een boom: typen, verplicht, onbekend, lijst of tekst; uit een groep wordt een object."""

from generator.lezen.waarden import NIETS, OMZETTERS, Lezing, naaste
from generator.lezen.yaml_lezer import SOORTNAAM, Knoop, Lijst, Tekst, Velden
from generator.schema import Veld, los

_ONZICHTBAAR = " \t\n\u00a0\u200b\u2060\ufeff\u3000\u2800\u00ad"


def lees_groep(knoop: Velden, groep: Veld, lezing: Lezing, **vast) -> object:
    """Een object van `groep.klasse` uit de velden, of NIETS als er een fout in zit."""
    waarden, goed = dict(vast), True
    bekend = {veld.naam: veld for veld in groep.velden}
    for naam, waarde in knoop.waarden.items():
        veld = bekend.get(naam)
        if veld is None:
            lezing.meld("SK203", knoop.sleutels[naam], veld=naam, voorstel=naaste(naam, bekend, 1))
            goed = False
            continue
        gelezen = lees_veld(waarde, veld, lezing, knoop.sleutels[naam])
        if gelezen is NIETS:
            goed = False
        else:
            waarden[naam] = gelezen
    for veld in groep.velden:
        if veld.verplicht and veld.naam not in knoop.waarden:
            lezing.meld("SK201", knoop.plek, veld=veld.naam, voorbeeld=voorbeeld(veld))
            goed = False
    return groep.klasse(**waarden) if goed else NIETS


def voorbeeld(veld: Veld) -> str:
    """Hoe een veld er in YAML uitziet, op een regel."""
    if veld.soort == "groep":
        binnen = ", ".join(f"{v.naam}: {voorbeeld(v)}" for v in veld.velden if v.verplicht) or f"{veld.velden[0].naam}: ..."
        return f"[{{{binnen}}}]" if veld.lijst else f"{{{binnen}}}"
    return f"[{veld.voorbeeld}]" if veld.lijst else str(veld.voorbeeld)


def lees_veld(knoop: Knoop, veld: Veld, lezing: Lezing, sleutel: tuple[int, int]) -> object:
    if isinstance(knoop, Tekst) and not knoop.waarde.strip(_ONZICHTBAAR):
        return lezing.meld("SK202", sleutel, veld=veld.naam, voorbeeld=voorbeeld(veld))
    if veld.lijst:
        return lees_lijst(knoop, veld, lezing)
    verwacht = Velden if veld.soort == "groep" else Tekst
    if not isinstance(knoop, verwacht):
        return lezing.meld("SK204", knoop.plek, veld=veld.naam, verwacht=SOORTNAAM[verwacht],
                           gevonden=SOORTNAAM[type(knoop)], voorbeeld=f"{veld.naam}: {voorbeeld(veld)}")
    if verwacht is Velden:
        return lees_groep(knoop, veld, lezing)
    return OMZETTERS[veld.soort](knoop, veld, lezing)


def lees_lijst(knoop: Knoop, veld: Veld, lezing: Lezing) -> object:
    if not isinstance(knoop, Lijst):
        return lezing.meld("SK204", knoop.plek, veld=veld.naam, verwacht="een lijst", gevonden=SOORTNAAM[type(knoop)],
                           voorbeeld=f"{veld.naam}: {voorbeeld(veld)}")
    if not knoop.waarden and veld.verplicht:
        return lezing.meld("SK232", knoop.plek, veld=veld.naam, voorbeeld=voorbeeld(veld))
    een = los(veld)
    waarden = [lees_veld(deel, een, lezing, deel.plek) for deel in knoop.waarden]
    goed = NIETS not in waarden
    if veld.soort != "groep":
        for nummer, waarde in enumerate(waarden):
            if waarde is not NIETS and waarde in waarden[:nummer]:
                lezing.meld("SK220", knoop.waarden[nummer].plek, waarde=waarde, veld=veld.naam)
                goed = False
    return tuple(waarden) if goed else NIETS
