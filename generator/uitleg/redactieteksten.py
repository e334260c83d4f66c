"""De uitleg voor de redactie die uit de code zelf komt: de velden en de meldingen, als Markdown."""

from generator.uitleg import codelijst, velduitleg


def redactieteksten() -> dict[str, str]:
    """Markdown per pad onder inhoud/."""
    return {"redactie/meldingen.md": codelijst(), "redactie/velden.md": velduitleg()}
