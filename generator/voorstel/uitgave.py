"""WIJZIGINGEN.md: per uitgave wat er in de inhoud veranderde. Een uitgave is een dag, met een label in Git."""

import re
from datetime import date
from pathlib import Path

from generator.geschiedenis.berichten import NAGEKEKEN, Verteller
from generator.geschiedenis.git import Opslag
from generator.geschiedenis.verloop import lees_verloop
from generator.model import Catalogus
from generator.model.geschiedenis import ANDERS, NIEUW, WEG, Bericht
from generator.opmaak import gewone_datum
from generator.voorraad import Voorraad
from generator.voorstel.verslag import veilig

BESTAND, LABEL = "WIJZIGINGEN.md", "uitgave-"
_KOPPEN = ((NIEUW, "Nieuw"), (WEG, "Niet meer in de sociale kaart"), (ANDERS, "Veranderd"))
_BEGIN = """# Wat er in de inhoud veranderde

De nieuwste uitgave staat bovenaan. Bij elke uitgave hoort een label in Git, zoals `{label}`.
"""


def vorige_uitgave(opslag: Opslag) -> tuple[str, str]:
    """Het label en de code van de laatste uitgave op deze tak; leeg als er nog geen is."""
    past = {
        naam: code for naam, code in opslag.labels().items() if re.fullmatch(rf"{LABEL}\d{{4}}-\d{{2}}-\d{{2}}", naam)
    }
    laatste = max(past, default="")
    return laatste, past.get(laatste, "")


def maak_uitgave(map_: Path, catalogus: Catalogus, dag: date, voorraad: Voorraad) -> str:
    """De tekst van de uitgave van vandaag: alles wat sinds de vorige is vastgelegd."""
    label, code = vorige_uitgave(Opslag(map_))
    momenten = lees_verloop(map_, voorraad, code)
    berichten = list(Verteller(catalogus, map_).vertel(momenten, met_begin=not code)) if momenten else []
    sinds = f"Sinds {gewone_datum(date.fromisoformat(label.removeprefix(LABEL)))}." if label else "De eerste uitgave."
    return "\n".join([f"## {gewone_datum(dag)}", "", sinds, *_delen(berichten)]) + "\n"


def _delen(berichten: list[Bericht]) -> list[str]:
    uit: list[str] = []
    for wat, kop in _KOPPEN:
        per_ding: dict[tuple[str, str], list[Bericht]] = {}
        for b in (b for b in berichten if b.wat == wat):
            per_ding.setdefault((b.soort, b.id), []).append(b)
        if per_ding:
            uit += ["", f"### {kop}", "", *(_regel(groep) for groep in per_ding.values())]
    nagekeken = len({b.id for b in berichten if b.wat == NAGEKEKEN})
    if nagekeken:
        uit += ["", f"Verder opnieuw nagekeken: {nagekeken}."]
    return uit or ["", "Er is niets veranderd."]


def _regel(groep: list[Bericht]) -> str:
    zinnen = [zin for b in reversed(groep) for zin in b.zinnen]
    staart = f": {veilig(' '.join(dict.fromkeys(zinnen)))}" if zinnen else ""
    return f"- {veilig(groep[0].naam)}{staart}"


def schrijf_uitgave(map_: Path, tekst: str, dag: date) -> None:
    """Zet de uitgave bovenaan; een uitgave van dezelfde dag komt ervoor in de plaats."""
    bestand = map_ / BESTAND
    oud = bestand.read_text(encoding="utf-8") if bestand.exists() else ""
    kop, *delen = re.split(r"^(?=## )", oud, flags=re.M) if oud else (_BEGIN.format(label=f"{LABEL}{dag}") + "\n",)
    delen = [deel for deel in delen if deel.partition("\n")[0] != tekst.partition("\n")[0]]
    bestand.write_text("".join([kop, tekst + ("\n" if delen else ""), *delen]), encoding="utf-8")
