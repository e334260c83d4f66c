"""Het antwoord aan wie iets meldde: in gewone woorden wat er verandert, of waarom het niet kan en wat dan te doen."""

import difflib
import re

from generator.bewerken.melding import Melding
from generator.bewerken.paden import Pad, bladen, veld_van
from generator.bewerken.voorstel import NIEUW_DOOR, Voorstel
from generator.geschiedenis.waarden import Namen
from generator.geschiedenis.waarden import in_woorden as gezegd
from generator.meldingen import Verslag, toonbaar
from generator.schema import VOORZIENING
from generator.schema.veldnamen import VELDNAAM

MEESTE = 40


def veilig(waarde: object, grens: int = 300) -> str:
    """Een waarde tussen codetekens: in een issue of mail wordt er geen link, plaatje of naam van gemaakt."""
    tekst = "; ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)
    return f"`{toonbaar(' '.join(tekst.replace('`', chr(39)).split()), grens)}`"


def in_woorden(pad: Pad, boom: object = None) -> str:
    """`locaties[1].openingstijden.do` als 'plek `Wijkcentrum`, openingstijden, donderdag'."""
    uit: list[str] = []
    for deel in pad:
        if isinstance(deel, int):
            uit[-1] += _welke(boom, deel)
            boom = boom[deel] if isinstance(boom, list) and deel < len(boom) else None
        else:
            uit.append(VELDNAAM.get(deel, deel.replace("_", " ")))
            boom = boom.get(deel) if isinstance(boom, dict) else None
    return ", ".join(uit)


def _welke(rij: object, nummer: int) -> str:
    """Welke van een lijst: de naam die er al staat, niets als er maar een is, en anders het nummer."""
    delen = rij if isinstance(rij, list) else []
    if len(delen) == 1 and nummer == 0:
        return ""
    deel = delen[nummer] if nummer < len(delen) else None
    naam = deel.get("naam") if isinstance(deel, dict) else None
    return f" {veilig(naam, 80) if naam else nummer + 1}"


def zoals_op_de_site(pad: Pad, waarde: object, namen: Namen) -> object:
    """Een tijd, keuze, wijk of functie in woorden; wat iemand zelf schreef blijft zoals het er staat."""
    veld = veld_van(VOORZIENING, pad)
    if veld is None or veld.soort in ("tekst", "markdown"):
        return waarde
    weg = ".".join(deel for deel in pad if isinstance(deel, str))
    return gezegd(waarde, veld, weg, namen) or waarde


def verschillen(voor: dict, na: dict, namen: Namen) -> list[str]:
    """Per veld wat het was en wat het wordt."""
    oud, nieuw = ({pad: zoals_op_de_site(pad, waarde, namen) for pad, waarde in bladen(boom)} for boom in (voor, na))
    uit = []
    for pad in [*(p for p in oud if p not in nieuw), *nieuw]:
        if pad not in nieuw:
            uit.append(f"- {in_woorden(pad, voor)}: {veilig(oud[pad])} gaat weg.")
        elif pad not in oud:
            uit.append(f"- {in_woorden(pad, na)}: er komt bij {veilig(nieuw[pad])}.")
        elif oud[pad] != nieuw[pad]:
            uit.append(f"- {in_woorden(pad, voor)}: {veilig(oud[pad])} wordt {veilig(nieuw[pad])}.")
    return uit[:MEESTE] + ([f"- en nog {len(uit) - MEESTE} velden."] if len(uit) > MEESTE else [])


def _kop(melding: Melding, voorstel: Voorstel) -> str:
    naam = veilig(voorstel.na.get("naam", melding.id), 120)
    if voorstel.oud == voorstel.nieuw:
        return f"Dank u wel. Bij {naam} stond dit al zo; er verandert niets."
    return {
        "nieuw": f"Dank u wel. Dit komt erbij: {naam}. De redactie kijkt het nog na; tot die tijd staat erbij: '{NIEUW_DOOR}'.",
        "wijzigen": f"Dank u wel. Dit verandert bij {naam}:",
        "klopt": f"Dank u wel. U zegt dat {naam} nog klopt. De dag van nakijken gaat mee:",
        "bestaat-niet": f"Dank u wel. U zegt dat {naam} niet meer bestaat. De pagina blijft en zegt dat het gesloten is:",
    }[melding.soort]


def schrijf_antwoord(melding: Melding, voorstel: Voorstel) -> str:
    """Wat er verandert, voor de melder."""
    delen = [_kop(melding, voorstel)]
    if voorstel.oud != voorstel.nieuw:
        delen += verschillen(voorstel.voor, voorstel.na, voorstel.namen)
    if voorstel.opmerkingen:
        delen += ["", "Let op:", *(f"- {m.tekst} {_zin(m.oplossing)}" for m in voorstel.opmerkingen)]
    return "\n".join(delen)


def schrijf_weigering(verslag: Verslag) -> str:
    """Waarom de melding niet verwerkt is, en hoe het wel kan; elke reden een keer."""
    redenen = dict.fromkeys(
        f"- {_plek(m)}{_toon(m.tekst)} Zo kan het wel: {_toon(m.oplossing)} ({m.code})"
        for m in verslag.meldingen
        if m.soort == "fout" or m.code == "SK402"
    )
    return "\n".join(
        [
            "Dank u wel voor uw melding. Wij konden haar niet verwerken; er is niets veranderd.",
            *redenen,
            "U kunt de melding verbeteren en opnieuw sturen.",
        ]
    )


def _plek(melding) -> str:
    return "" if melding.pad.startswith("sociale_kaart/") else f"Regel {melding.regel}: "


def _toon(zin: str) -> str:
    """Een zin met waarden van een ander erin: zonder tekens waar een website iets van maakt."""
    anders = {"@": "(at)", "`": "'", "<": "\u2039", ">": "\u203a"}
    return re.sub(r"[<>@`*\[\]#]", lambda m: anders.get(m[0], "\\" + m[0]), zin)


def _zin(tekst: str) -> str:
    return _toon(tekst[:1].upper() + tekst[1:])


def schrijf_verschil(voorstel: Voorstel) -> str:
    """Het verschil in regels, zoals `diff -u`; stuurtekens zijn zichtbaar gemaakt."""
    oud, nieuw = ((ruw or b"").decode("utf-8-sig").splitlines() for ruw in (voorstel.oud, voorstel.nieuw))
    naam = voorstel.pad
    regels = difflib.unified_diff(
        oud, nieuw, f"a/{naam}" if voorstel.oud is not None else "/dev/null", f"b/{naam}", lineterm="", n=2
    )
    return "\n".join(toonbaar(regel, 1000) for regel in regels)
