"""De stand: wat er op een moment kan, per kanaal en voor de hele ingang. `statisch/gemeen/stand.js` zegt hetzelfde in de browser.

Alles gaat over de klok in Nederland: een dag en de minuut na middernacht. tests/standgevallen.yaml toetst beide.
"""

from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct

from generator.betekenis.kalender import DAGNAMEN, MAANDEN
from generator.betekenis.rooster import Dag, Rooster

ETMAAL, EINDE_NACHT, VOORUIT = 1440, 360, 200
DEUR, TELEFOON, CHAT = "deur", "telefoon", "chat"


class Moment(NamedTuple):
    """Een moment op de klok in Nederland."""

    dag: date
    minuut: int


class Stand(NamedTuple):
    """`stand` is open, afspraak, onbekend of dicht voor een kanaal; voor een ingang ook bereikbaar en tijdelijk."""

    stand: str
    tekst: str


class Kanaal(Struct, frozen=True):
    """Een deur, telefoon of chat met haar rooster; `naam` onderscheidt er meer van dezelfde soort."""

    soort: str
    rooster: Rooster
    naam: str = ""


class Mededeling(Struct, frozen=True):
    """Een tijdelijke mededeling die de stand bepaalt; `dicht` als zij zegt dat het dicht is."""

    van: date
    tot: date
    dicht: bool


class Gegevens(Struct, frozen=True):
    """Alles waar de stand van een ingang van afhangt."""

    kanalen: tuple[Kanaal, ...] = ()
    mededelingen: tuple[Mededeling, ...] = ()


WOORDEN = {
    DEUR: {
        "altijd": "dag en nacht open",
        "open": "open tot {}",
        "nu": "nu open",
        "hele_dag": "vandaag op afspraak",
        "afspraak": "op afspraak tot {}",
        "dicht": "nu dicht",
        "vanaf": "{}open vanaf {}",
        "ontbreekt": "tijden van vandaag niet bekend",
        "feest": "vandaag is het {}: bel of het open is",
    },
    TELEFOON: {
        "altijd": "dag en nacht te bellen",
        "open": "bellen kan tot {}",
        "nu": "bellen kan nu",
        "hele_dag": "bellen op afspraak",
        "afspraak": "bellen op afspraak tot {}",
        "dicht": "bellen kan nu niet",
        "vanaf": "{}bellen vanaf {}",
        "ontbreekt": "beltijden van vandaag niet bekend",
        "feest": "vandaag is het {}: misschien neemt niemand op",
    },
    CHAT: {
        "altijd": "dag en nacht te chatten",
        "open": "chatten kan tot {}",
        "nu": "chatten kan nu",
        "hele_dag": "chatten op afspraak",
        "afspraak": "chatten op afspraak tot {}",
        "dicht": "chatten kan nu niet",
        "vanaf": "{}chatten vanaf {}",
        "ontbreekt": "chattijden van vandaag niet bekend",
        "feest": "vandaag is het {}: misschien antwoordt niemand",
    },
}
ROOSTER, VAKANTIE, GEEN_TIJDEN = (
    "volgens het rooster",
    "niet zeker of dit in de schoolvakantie doorgaat",
    "tijden niet bekend",
)


def uur(minuten: int) -> str:
    """540 als '9.00 uur'; 24.00 uur heet middernacht."""
    minuten %= ETMAAL
    return f"{minuten // 60}.{minuten % 60:02} uur" if minuten else "middernacht"


def _bezig(dag: Dag, minuut: int, afspraak: bool) -> bool:
    """Of er op `minuut` (boven 1440: de dag erna) een deel van deze dag bezig is, met of zonder afspraak."""
    return any(
        d.afspraak == afspraak and (d.van <= minuut < (d.tot or 0) if d.van is not None else 0 <= minuut < ETMAAL)
        for d in dag.delen or ()
    )


def kanaalstand(rooster: Rooster, moment: Moment, gisteren_dicht: bool = False) -> tuple[str, str]:
    """(stand, waarom): open, afspraak, onbekend of dicht; `waarom` is de oorzaak van onbekend of van een sluiting op deze dag.

    Met `gisteren_dicht` gold gisteren een mededeling; dan loopt er vannacht niets door.
    """
    vandaag = rooster.op(moment.dag)
    gisteren = Dag(()) if vandaag.kapt_af or gisteren_dicht else rooster.op(moment.dag - timedelta(1))
    nacht = moment.minuut + ETMAAL
    for stand, afspraak in (("open", False), ("afspraak", True)):
        nu_bezig = not vandaag.onzeker and _bezig(vandaag, moment.minuut, afspraak)
        if nu_bezig or (not gisteren.onzeker and _bezig(gisteren, nacht, afspraak)):
            return stand, ""
    if gisteren.onzeker and (_bezig(gisteren, nacht, False) or _bezig(gisteren, nacht, True)):
        return "onbekend", gisteren.onzeker
    liep_door = not gisteren.onzeker and any((d.tot or 0) > ETMAAL for d in gisteren.delen or ())
    if vandaag.onzeker == "ontbreekt" and liep_door and moment.minuut < EINDE_NACHT:
        return "dicht", ""  # de nacht hoort nog bij gisteren
    return ("onbekend", vandaag.onzeker) if vandaag.onzeker else ("dicht", vandaag.dicht_door)


def _stukken(rooster: Rooster, dag: date, afspraak: bool) -> list[tuple[int, int]]:
    """Van gisteren tot en met overmorgen elk zeker deel als (begin, eind), in minuten vanaf 0.00 uur van `dag`."""
    uit = []
    for verder in range(-1, 3):
        regels = rooster.op(dag + timedelta(verder))
        grens = ETMAAL if rooster.op(dag + timedelta(verder + 1)).kapt_af else 2 * ETMAAL
        uit += [
            (verder * ETMAAL + (d.van or 0), verder * ETMAAL + min(d.tot or ETMAAL, grens))
            for d in regels.delen or ()
            if d.afspraak == afspraak and not regels.onzeker
        ]
    return uit


def _einde(rooster: Rooster, moment: Moment, afspraak: bool) -> int | None:
    """Tot welke minuut vanaf 0.00 uur vandaag het doorloopt; None als dat overmorgen nog zo is."""
    stukken, eind = _stukken(rooster, moment.dag, afspraak), moment.minuut
    while verder := max((tot for van, tot in stukken if van <= eind < tot), default=None):
        eind = verder
    return eind if eind < 3 * ETMAAL else None


def volgende(rooster: Rooster, moment: Moment) -> Moment | None:
    """De eerstvolgende keer zonder afspraak die zeker is; een dag die niet vaststaat maakt de rest onzeker."""
    for verder in range(VOORUIT):
        dag = moment.dag + timedelta(verder)
        regels = rooster.op(dag)
        if regels.onzeker:
            return None
        begin = [
            d.van
            for d in regels.delen or ()
            if not d.afspraak and d.van is not None and (verder or d.van > moment.minuut)
        ]
        if begin:
            return Moment(dag, min(begin))
    return None


def wanneer(dag: date, vandaag: date) -> str:
    """Een dag zoals iemand hem zegt, met een spatie erachter: '', 'morgen ', 'donderdag ', 'volgende week maandag ' of
    een datum.
    """
    verder = (dag - vandaag).days
    if verder < 2:
        return ("", "morgen ")[verder]
    naam = DAGNAMEN[dag.weekday()]
    return (
        f"{naam} "
        if verder < 7
        else f"volgende week {naam} "
        if verder == 7
        else f"{naam} {dag.day} {MAANDEN[dag.month - 1]} "
    )


def _straks(kanaal: Kanaal, moment: Moment) -> str:
    straks = volgende(kanaal.rooster, moment)
    return (
        WOORDEN[kanaal.soort]["vanaf"].format(
            wanneer(straks.dag, moment.dag), uur(straks.minuut).replace("middernacht", "0.00 uur")
        )
        if straks
        else ""
    )


def kanaaltekst(kanaal: Kanaal, moment: Moment, stand: str, waarom: str) -> str:
    """De stand van een kanaal in woorden."""
    woorden = WOORDEN[kanaal.soort]
    if stand == "onbekend":
        vast = {"toelichting": ROOSTER, "vakantie": VAKANTIE, "ontbreekt": woorden["ontbreekt"]}
        return vast.get(waarom) or woorden["feest"].format(waarom)
    if stand == "dicht":
        reden = f" ({waarom})" if waarom else ""
        return ", ".join(filter(None, (f"{woorden['dicht']}{reden}", _straks(kanaal, moment))))
    if stand == "open" and kanaal.rooster.dag_en_nacht:
        return woorden["altijd"]
    eind = _einde(kanaal.rooster, moment, stand == "afspraak")
    if stand == "afspraak":
        return woorden["hele_dag"] if eind is None or eind >= ETMAAL else woorden["afspraak"].format(uur(eind))
    return woorden["nu"] if eind is None else woorden["open"].format(uur(eind))


def kanaalstanden(gegevens: Gegevens, moment: Moment) -> list[Stand]:
    """De stand van elk kanaal, in de volgorde van de gegevens."""
    uit = []
    gisteren = moment.dag - timedelta(1)
    gisteren_dicht = any(m.van <= gisteren <= m.tot for m in gegevens.mededelingen)
    for kanaal in gegevens.kanalen:
        stand, waarom = kanaalstand(kanaal.rooster, moment, gisteren_dicht)
        uit.append(Stand(stand, kanaaltekst(kanaal, moment, stand, waarom)))
    return uit


def bepaal(gegevens: Gegevens, moment: Moment) -> Stand:
    """De stand van een ingang: de eerste die geldt van tijdelijk, open, bereikbaar, afspraak, onbekend en dicht."""
    nu = next((m for m in gegevens.mededelingen if m.van <= moment.dag <= m.tot), None)
    if nu:
        tot = f"{nu.tot.day} {MAANDEN[nu.tot.month - 1]}"
        return Stand("tijdelijk", f"tijdelijk {'dicht' if nu.dicht else 'anders'} tot en met {tot}")
    if not gegevens.kanalen:
        return Stand("onbekend", GEEN_TIJDEN)
    standen = kanaalstanden(gegevens, moment)
    deuren = [(k, s) for k, s in zip(gegevens.kanalen, standen, strict=True) if k.soort == DEUR]
    lijnen = [(k, s) for k, s in zip(gegevens.kanalen, standen, strict=True) if k.soort != DEUR]
    if eerste := _eerste(deuren, "open"):
        return Stand("open", _met_naam(eerste, deuren))
    if eerste := _eerste(lijnen, "open"):
        return Stand("bereikbaar", _samen(_met_naam(eerste, lijnen), deuren))
    for stand in ("afspraak", "onbekend"):
        if eerste := _eerste(deuren, stand) or _eerste(lijnen, stand):
            return Stand(stand, _met_naam(eerste, deuren if eerste[0].soort == DEUR else lijnen))
    return Stand("dicht", _alles_dicht(deuren, lijnen, moment))


Paar = tuple[Kanaal, Stand]


def _eerste(paren: list[Paar], stand: str) -> Paar | None:
    return next((paar for paar in paren if paar[1].stand == stand), None)


def _met_naam(paar: Paar, paren: list[Paar]) -> str:
    """Met meer plekken of nummers hoort erbij welke."""
    kanaal, stand = paar
    meer = sum(ander.soort == kanaal.soort for ander, _ in paren) > 1
    return f"{kanaal.naam}: {stand.tekst}" if meer and kanaal.naam else stand.tekst


def _samen(bereikbaar: str, deuren: list[Paar]) -> str:
    """Bellen kan; met een deur erbij hoe het met de deur staat."""
    if not deuren:
        return bereikbaar
    kanaal, stand = deuren[0]
    deur = (
        stand.tekst.replace("nu dicht", "de deur is dicht", 1)
        if stand.stand == "dicht" and len(deuren) == 1
        else "de deur is dicht"
        if all(s.stand == "dicht" for _, s in deuren)
        else "de deur is op afspraak"
        if any(s.stand == "afspraak" for _, s in deuren)
        else "of de deur open is, is niet bekend"
    )
    return f"{bereikbaar}; {deur}"


def _alles_dicht(deuren: list[Paar], lijnen: list[Paar], moment: Moment) -> str:
    """De plek (of lijn) die het eerst weer opengaat; gaat de telefoon eerder, dan staat dat erbij."""

    def eerst(paren: list[Paar]) -> tuple[Moment, Paar] | None:
        straks = [(m, i) for i, (k, _) in enumerate(paren) if (m := volgende(k.rooster, moment))]
        return (min(straks)[0], paren[min(straks)[1]]) if straks else None

    deur, lijn = eerst(deuren), eerst(lijnen)
    if not deuren:
        return _met_naam(lijn[1] if lijn else lijnen[0], lijnen)
    if deur is None:
        tekst = deuren[0][1].tekst
    elif len(deuren) > 1 and deur[1][0].naam:
        tekst = f"nu dicht, {deur[1][0].naam}: {_straks(deur[1][0], moment)}"
    else:
        tekst = deur[1][1].tekst
    eerder = lijn and (deur is None or lijn[0] < deur[0])
    return f"{tekst}; {_straks(lijn[1][0], moment)}" if lijn and eerder else tekst
