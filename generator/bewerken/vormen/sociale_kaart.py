"""Een sociale kaart als deze: haar eigen open data, `data/voorzieningen.json`."""

from collections.abc import Iterator
from typing import Any

from generator.bewerken.vormen.bron import Bron

HOE = "geef het bestand data/voorzieningen.json van een sociale kaart: een object met 'voorzieningen'."
# Deze volgen hier uit de eigen functies en gebieden, of gaan over die andere site.
_VOLGT = ("themas", "url", "voorbeeld", "soort")


def records(boom: Any) -> Iterator[Any] | None:
    lijst = boom.get("voorzieningen") if isinstance(boom, dict) else None
    return (v for v in lijst if isinstance(v, dict) and v.get("naam")) if isinstance(lijst, list) else None


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    """Elk veld heet hier hetzelfde. Het id is van de andere kaart en staat daarom alleen in de bron."""
    eigen = bron.neem("id")
    uit: dict[str, object] = {"soort": bron.neem("soort")}
    for naam in bron.waarde:
        if naam not in ("id", "functies", "werkgebied", "bron", *_VOLGT):
            _plat(bron.deel(naam), naam, uit)
    uit["functie"] = "; ".join(bron.lijst("functies"))
    uit["werkgebied"] = "; ".join(bron.lijst("werkgebied"))
    uit["bron"] = f"sociale kaart, {bron.neem('url') or eigen}"
    bron.klaar(*_VOLGT, "bron")
    if bron.waarde.get("voorbeeld") is True:
        bij.append("dit is een voorbeeld van die kaart, geen echte plek")
        uit["voorbeeld"] = "ja"
    return uit


def _plat(bron: Bron, pad: str, uit: dict[str, object]) -> None:
    if isinstance(bron.waarde, dict):
        for naam in bron.waarde:
            if (pad, naam) != ("gecontroleerd", "nagelezen") and not (
                naam == "gebied" and pad.startswith("locaties[")
            ):
                _plat(bron.deel(naam), f"{pad}.{naam}", uit)
        bron.klaar("nagelezen" if pad == "gecontroleerd" else "gebied")
    elif isinstance(bron.waarde, list) and bron.waarde and isinstance(bron.waarde[0], dict):
        for nummer in range(len(bron.waarde)):
            _plat(bron._deel(nummer), f"{pad}[{nummer}]", uit)
    elif isinstance(bron.waarde, list):
        uit[pad] = "; ".join(str(w) for w in bron.waarde)
        bron.gelezen.add(bron.pad)
    elif tekst := bron.tekst():
        uit[pad] = tekst
