"""De gewone tekst in een stuk HTML bewerken, zonder links, koppen en knoppen te raken."""

import re
from collections.abc import Callable

_DEEL = re.compile(r"(<[^>]*>)")
_DICHT = re.compile(r"<(/?)(a|h[1-6]|button|summary)\b")


def in_tekst(html: str, doe: Callable[[str], str]) -> str:
    """De HTML met `doe` over elk stuk tekst dat niet in een link, kop of knop staat."""
    if "<" not in html:
        return doe(html)
    binnen, uit = 0, []
    for deel in _DEEL.split(html):
        if deel.startswith("<"):
            if kop := _DICHT.match(deel):
                binnen += -1 if kop[1] else 1
            uit.append(deel)
        else:
            uit.append(doe(deel) if not binnen and deel and not deel.isspace() else deel)
    return "".join(uit)
