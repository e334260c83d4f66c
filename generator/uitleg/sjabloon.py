"""Het sjabloon voor een nieuw bestand: elk veld met zijn uitleg, ingevuld met een voorbeeld."""

from generator.lezen.velden import voorbeeld
from generator.schema.veld import Veld


def als_yaml(veld: Veld, inspringing: int = 0) -> list[str]:
    """Een veld met zijn voorbeeld als regels YAML; een groep krijgt al haar velden."""
    wit = " " * inspringing
    if veld.soort != "groep":
        if veld.soort == "markdown":
            return [f"{wit}{veld.naam}: |", f"{wit}  {veld.voorbeeld}"]
        return [f"{wit}{veld.naam}: {voorbeeld(veld)}"]
    if veld.voorbeeld:  # een groep waarin niet alle velden samen kunnen
        return [f"{wit}{veld.naam}: {voorbeeld(veld)}"]
    regels = [f"{wit}{veld.naam}:"]
    binnen = [regel for deel in veld.velden for regel in als_yaml(deel, inspringing + (4 if veld.lijst else 2))]
    if veld.lijst:
        binnen[0] = f"{wit}  - {binnen[0].lstrip()}"
    return regels + binnen


def _kort(veld: Veld) -> str:
    """De uitleg van een veld op een regel, met tussen haakjes wat erin mag."""
    delen = ["verplicht"] if veld.verplicht else []
    if veld.keuzes:
        delen.append(f"kies uit: {', '.join(veld.keuzes)}")
    elif veld.soort in ("tekst", "markdown"):
        delen.append(f"hoogstens {veld.grens} tekens")
    return f"## {veld.uitleg}" + (f" ({'; '.join(delen)})" if delen else "")


def _met_uitleg(veld: Veld, wit: str = "") -> list[str]:
    """Een veld met zijn uitleg erboven; bij een groep ook elk veld erin. De dagen na maandag spreken voor zich."""
    kop = [] if veld.soort == "dagtijd" and veld.naam != "ma" else [wit + _kort(veld)]
    if veld.soort != "groep" or veld.voorbeeld:
        kop += [f"{wit}##   {deel.naam}: {_kort(deel).removeprefix('## ')}" for deel in veld.velden]
        return kop + [wit + regel for regel in als_yaml(veld)]
    dieper = wit + ("    " if veld.lijst else "  ")
    binnen = [_met_uitleg(deel, dieper) for deel in veld.velden]
    if veld.lijst:
        binnen[0][-1] = f"{wit}  - {binnen[0][-1].lstrip()}"
    return [*kop, f"{wit}{veld.naam}:", *(regel for deel in binnen for regel in deel)]


def _achter_hekje(regels: list[str]) -> list[str]:
    return [regel if regel.startswith("##") else f"# {regel}" for regel in regels]


def sjabloon(groep: Veld) -> str:
    """Een nieuw bestand van een soort, als YAML. Verplichte velden zijn ingevuld, de andere staan achter een hekje."""
    uit = [
        f"## {groep.uitleg}",
        "## Regels met ## zijn uitleg. Wat niet hoeft, staat achter een hekje: haal '# ' weg om het te gebruiken,",
        "## en haal in een groep weg wat u niet nodig hebt. Wat er staat is een voorbeeld: vul uw eigen gegevens in.",
    ]
    for veld in groep.velden:
        if veld.naam != "id" or veld.verplicht:
            regels = _met_uitleg(veld)
            uit += ["", *(regels if veld.verplicht else _achter_hekje(regels))]
    return "\n".join(uit) + "\n"
