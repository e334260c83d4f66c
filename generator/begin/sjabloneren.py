"""De bestanden van een nieuwe inhoudsmap, uit de sjablonen. Tussen [[ ]] staat wat van deze gemeente is."""

from pathlib import Path

from generator.begin.gegevens import Gegevens
from generator.lezen.werkstromen import MAPPEN
from generator.uitleg import editors

SJABLONEN = Path(__file__).parent / "sjablonen"
WERKSTROMEN = Path(__file__).parents[1] / "werkstromen"
# In het pad van een sjabloon: de nette naam van de gemeente, en een punt vooraan (zo blijft het in een pakket heel).
NAAMSTUK, PUNT = "GEMEENTE", "punt-"


def maak_bestanden(gegevens: Gegevens) -> dict[str, str]:
    """Elk bestand van de map, behalve de gebieden, op zijn pad."""
    uit = {}
    for map_ in ("gewoon", gegevens.forge):
        for bestand in sorted((SJABLONEN / map_).rglob("*")):
            if bestand.is_file():
                pad = bestand.relative_to(SJABLONEN / map_).as_posix()
                uit[pad.replace(NAAMSTUK, gegevens.slug).replace(PUNT, ".")] = vul(bestand, gegevens)
    uit |= werkstromen(gegevens.forge, gegevens.generator)
    return uit | {f".vscode/{pad}": tekst for pad, tekst in editors.bestanden().items()}


def vul(bestand: Path, gegevens: Gegevens) -> str:
    """Een sjabloon ingevuld; wat ontbreekt is een fout in het programma en geen leeg stuk."""
    from jinja2 import Environment, StrictUndefined

    omgeving = Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # het wordt YAML en Markdown; de namen zijn al gekeurd
    )
    return omgeving.from_string(bestand.read_text(encoding="utf-8")).render(g=gegevens)


def werkstromen(forge: str, generator: str) -> dict[str, str]:
    """Elke werkstroom van een forge, met het adres van de generator erin."""
    return {
        f"{MAPPEN[forge]}/{bestand.name}": bestand.read_text(encoding="utf-8").replace("@GENERATOR@", generator)
        for bestand in sorted((WERKSTROMEN / forge).glob("*.yml"))
    }
