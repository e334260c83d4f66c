"""Een lange geschreven pagina vouwen: elk hoofdstuk na de inhoudslijst, en elk stuk dat zelf weer stukken heeft."""

import re

_INHOUD = '<h2 id="op-deze-bladzijde">'
_EINDE = "</article>"


def vouw(html: str) -> str:
    """De pagina met haar hoofdstukken dichtgevouwen; zonder de kop 'Op deze bladzijde' blijft zij wat zij was."""
    voor, kop, rest = html.partition(_INHOUD)
    if not kop:
        return html
    lijst, *hoofdstukken = _bij_koppen(rest.partition(_EINDE)[0], 2)
    einde = rest[rest.index(_EINDE) :]
    return voor + kop + lijst + "".join(_vouw_stuk(h, 2) for h in hoofdstukken) + einde


def _bij_koppen(html: str, diep: int) -> list[str]:
    return re.split(rf"(?=<h{diep} id=)", html)


def _vouw_stuk(stuk: str, diep: int) -> str:
    """Een vouwtje om een stuk dat met een kop begint. Het kenmerk staat op wat erin zit: wie daarheen gaat, krijgt het
    open, ook zonder script.
    """
    vondst = re.fullmatch(rf'<h{diep} id="([^"]*)">(.*?)</h{diep}>(.*)', stuk, re.DOTALL)
    if vondst is None:
        return stuk
    kenmerk, kop, inhoud = vondst.groups()
    begin, *delen = _bij_koppen(inhoud, diep + 1)
    gevouwen = "".join(_vouw_stuk(d, diep + 1) if f"<h{diep + 2} id=" in d else d for d in delen)
    telling = f'<span class="aantal">{len(delen)}</span>' if delen else ""
    return (
        f'<details class="groep vouwstuk"><summary><h{diep}>{kop}</h{diep}>{telling}</summary>'
        f'<div class="vouwinhoud" id="{kenmerk}">{begin}{gevouwen}</div></details>\n'
    )
