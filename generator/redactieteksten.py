"""De uitleg voor de redactie die uit de code zelf komt: de velden en de meldingen, als Markdown."""

from generator.codes import CODES


def redactieteksten() -> dict[str, str]:
    """Markdown per pad onder inhoud/."""
    regels = "".join(f"| {code} | {c.soort} | {c.tekst.replace('|', ' ').replace('<', '&lt;')} |\n" for code, c in CODES.items())
    return {"redactie/meldingen.md": f"# Meldingen\n\n| code | soort | tekst |\n|---|---|---|\n{regels}"}
