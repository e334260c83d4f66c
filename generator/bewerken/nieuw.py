"""Een nieuwe ingang maken: functies voorstellen bij een beschrijving, de wijk zoeken, en een bestand met uitleg
schrijven.
"""

from collections import defaultdict
from datetime import date
from pathlib import Path

from generator.bewerken.adressen import lees_lijst, sleutel
from generator.bewerken.geocoderen import adres_van, plekken
from generator.bewerken.nakijken import kijk_na, nieuwe_meldingen
from generator.bewerken.rekenblad.gebied import Gebiedenzoeker
from generator.bewerken.schrijven import velden_in_blok
from generator.bewerken.stukken import KanNiet
from generator.bewerken.verschil import gewenst
from generator.bewerken.voorstel import is_bezet
from generator.bewerken.wijzigen import lees_boom
from generator.lezen.mappen import GERESERVEERD
from generator.lezen.velden import lees_waarde
from generator.lezen.waarden import Lezing, nette_naam
from generator.lezen.yaml_lezer import Tekst
from generator.meldingen import FOUT, Melding, Verslag
from generator.model import Catalogus
from generator.schema import VOORZIENING, Veld, los
from generator.uitleg.sjabloon import _achter_hekje, _kort, _met_uitleg
from generator.voorraad import Voorraad

MEESTE = 6
# Wat een kopie van een andere ingang niet overneemt: dat moet iemand opnieuw nakijken of bestaat maar een keer.
NIET_OVER = ("id", "naam", "gecontroleerd", "status", "opvolger", "tijdelijk", "wachttijd")


def stel_functies_voor(catalogus: Catalogus, beschrijving: str) -> list[tuple[str, str]]:
    """Id en naam van functies die bij de beschrijving horen, de beste eerst; met de zoekmotor van de site."""
    from generator.zoeken.motor import Motor

    punten: dict[str, float] = defaultdict(float)
    for plaats, resultaat in enumerate(Motor.van(catalogus).zoek(beschrijving)["resultaten"][:8]):
        for volgorde, functie in enumerate(resultaat["functies"][:3]):
            punten[functie] += (2 if resultaat["soort"] == "functie" else 1) / (1 + plaats) / (1 + volgorde)
    beste = sorted(punten, key=lambda functie: (-punten[functie], functie))[:MEESTE]
    return [(id_, catalogus.functies[id_].naam) for id_ in beste if id_ in catalogus.functies]


def vind_plek(map_: Path, boom: dict, peildatum: date) -> dict:
    """De boom met een punt uit de bewaarde adressen en een werkgebied uit punt of postcode, waar die nog ontbreken."""
    gebieden = Gebiedenzoeker(map_, peildatum, Voorraad(map_))
    bekend = lees_lijst(map_)
    for nummer, plek in plekken(boom):
        adres = adres_van(plek)
        if not adres or plek.get("adres_geheim") == "ja":
            continue
        if "punt" not in plek and (gevonden := bekend.get(sleutel(*adres))):
            boom = gewenst(
                boom, [(("locaties", nummer, "punt"), {"lengte": gevonden.lengte, "breedte": gevonden.breedte})]
            )
        if "werkgebied" not in boom and (codes := _wijk(gebieden, boom["locaties"][nummer], adres[0])):
            boom = gewenst(boom, [(("werkgebied",), codes)])
    return boom


def _wijk(gebieden: Gebiedenzoeker, plek: dict, postcode: str) -> list[str]:
    punt = plek.get("punt") or {}
    try:
        graden = float(punt["lengte"]), float(punt["breedte"])
        gebieden.leg_punten([graden])
    except (KeyError, ValueError, TypeError):
        graden = None
    return gebieden.zoek(graden, postcode)[0]


def kies_id(map_: Path, naam: str) -> str:
    """Een vrij id uit de naam."""
    basis = nette_naam(naam)
    kansen = (basis if n == 1 else f"{basis[:60]}-{n}" for n in range(1, 1000))
    return next(kans for kans in kansen if kans not in GERESERVEERD and not is_bezet(map_, kans))


def schrijf_met_uitleg(boom: dict) -> str:
    """Het bestand: wat ingevuld is met zijn uitleg erboven, en de andere velden als voorbeeld achter een hekje."""
    regels = [
        f"## {VOORZIENING.uitleg}",
        "## Regels met ## zijn uitleg. Wat niet hoeft, staat achter een hekje: haal '# ' weg om het te gebruiken.",
    ]
    for veld in VOORZIENING.velden:
        if veld.naam in boom:
            regels += ["", _kort(veld), *velden_in_blok({veld.naam: boom[veld.naam]}, VOORZIENING)]
        elif veld.naam != "id":
            regels += ["", *_achter_hekje(_met_uitleg(veld))]
    tekst = "\n".join(regels) + "\n"
    if lees_boom(tekst) != boom:
        raise KanNiet("een van de waarden is niet als tekst te bewaren")
    return tekst


def keur_nieuw(map_: Path, pad: str, tekst: str, peildatum: date) -> list[Melding]:
    """De meldingen die dit bestand zou geven, fouten eerst."""
    voorraad = Voorraad(map_)
    erbij = nieuwe_meldingen(
        kijk_na(map_, peildatum, voorraad=voorraad), kijk_na(map_, peildatum, {pad: tekst.encode()}, voorraad)
    )
    return sorted((m for m in erbij if m.pad == pad or m.soort == FOUT), key=lambda m: (m.soort != FOUT, m))


def bezwaar_tegen(veld: Veld, waarde: str, peildatum: date) -> str:
    """Waarom een antwoord niet in dit veld kan, met de raad erbij; leeg als het goed is."""
    verslag = Verslag()
    lees_waarde(Tekst(waarde, 1, 1), los(veld), Lezing(verslag, "antwoord", peildatum))
    return next((f"{m.tekst} {m.oplossing}" for m in verslag.meldingen if m.soort == FOUT), "")


def neem_over(boom: dict) -> dict:
    """Een kopie van een ingang als begin van een nieuwe."""
    return {naam: waarde for naam, waarde in boom.items() if naam not in NIET_OVER}
