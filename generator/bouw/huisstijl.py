"""De huisstijl van een gemeente op de site: haar kleuren en letters achter ons stijlblad, en haar bestanden."""

from collections.abc import Iterator

from generator.model import Instellingen
from generator.model.huisstijl import Huisstijl, Lettertype


def huisstijlbestanden(huisstijl: Huisstijl | None) -> Iterator[tuple[str, bytes]]:
    """(pad, bytes) van het logo, de favicon en de lettertypes; een bestand dat twee keer genoemd is, een keer."""
    if huisstijl:
        beelden = [huisstijl.logo, huisstijl.favicon, *(letter.bestand for letter in huisstijl.lettertypes)]
        yield from {beeld.pad: beeld.inhoud for beeld in beelden if beeld}.items()


def huisstijlregels(huisstijl: Huisstijl | None) -> str:
    """CSS voor achter ons stijlblad. Op papier blijft alles zwart op wit."""
    if huisstijl is None:
        return ""
    delen = [_letterregel(letter) for letter in huisstijl.lettertypes]
    delen.append(f"@media screen{{:root{{{_als_css(huisstijl.licht)}--accent:var(--accent-licht)}}}}")
    delen.append(
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_als_css(huisstijl.donker)}"
        "--accent:var(--accent-donker)}.merk-logo{padding:0.25rem;background:#fff}}"
    )
    delen.append(":focus-visible{outline-color:var(--focus)}")
    if huisstijl.letter:
        delen.append(f":root{{--letter:{huisstijl.letter}}}")
    if huisstijl.kopletter:
        delen.append(f"h1,h2,h3,.geschreven :is(h1,h2,h3){{font-family:{huisstijl.kopletter}}}")
    if huisstijl.hoek not in ("", "0"):
        delen.append(f"button,.knop-groot{{border-radius:{huisstijl.hoek}}}")
    return "\n".join(delen) + "\n"


def _als_css(kleuren: dict[str, str]) -> str:
    return "".join(f"--{rol}:{kleur};" for rol, kleur in kleuren.items() if rol != "accent")


def _letterregel(letter: Lettertype) -> str:
    bestand = letter.bestand.naam
    return (
        f'@font-face{{font-family:"{letter.familie}";font-weight:{letter.gewicht};font-style:{letter.stijl};'
        f'font-display:swap;src:url("../huisstijl/{bestand}") format("{letter.bestand.soort}")}}'
    )


def voor_het_thema(inst: Instellingen) -> dict[str, str]:
    """Wat de schil ervan moet weten: de favicon met haar soort, het logo, en de kleur van het papier."""
    favicon, soort = inst.favicon
    uit = {"favicon": favicon, "favicon_soort": soort}
    if inst.huisstijl is None:
        return uit
    papier = {"papier": inst.huisstijl.licht["papier"], "papier_donker": inst.huisstijl.donker["papier"]}
    return uit | papier | ({"logo": inst.huisstijl.logo.pad} if inst.huisstijl.logo else {})
