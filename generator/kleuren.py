"""Rekenen met kleuren: leesbaar of niet, en zo weinig mogelijk bijmengen dat zij leesbaar is."""

from collections.abc import Callable


def contrast_op_wit(kleur: str) -> float:
    """De contrastverhouding van #rrggbb op wit, volgens WCAG 2.2 (relative luminance)."""
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def contrast(een: str, ander: str) -> float:
    """De contrastverhouding van twee kleuren (#rrggbb), van 1 tot 21."""
    verhouding = contrast_op_wit(een) / contrast_op_wit(ander)
    return max(verhouding, 1 / verhouding)


def meng(kleur: str, naar: str, goed: Callable[[str], bool]) -> str:
    """`kleur` met zo weinig mogelijk van `naar` erdoor dat zij goed is."""
    delen = [(int(kleur[i : i + 2], 16), int(naar[i : i + 2], 16)) for i in (1, 3, 5)]
    tinten = ("#" + "".join(f"{round(van + (tot - van) * stap / 20):02x}" for van, tot in delen) for stap in range(21))
    return next(filter(goed, tinten), naar)
