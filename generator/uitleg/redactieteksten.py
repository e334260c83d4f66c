"""De uitleg voor de redactie die uit de code zelf komt: de velden en de meldingen, als Markdown."""

from generator.uitleg import codelijst, velduitleg, velduitleg_kennis
from generator.voorraad import klaargezet


@klaargezet
def redactieteksten() -> dict[str, str]:
    """Markdown per pad onder inhoud/."""
    velden = {"redactie/velden.md": velduitleg(), "redactie/velden/kennis.md": velduitleg_kennis()}
    return {"redactie/meldingen.md": codelijst(), **velden}
