"""Een naam op de plek van een code: de melding noemt de code, want die kent de schrijver niet uit zijn hoofd."""

from collections import defaultdict
from difflib import get_close_matches

from generator.controles.stand import Stand
from generator.lezen.waarden import nette_naam

_VOORAAN = ("gemeente", "wijk", "buurt", "dorp", "stadsdeel", "gebied", "de", "het")
MEESTE = 4


def controleer_gebiedsnamen(stand: Stand) -> None:
    """Bij elke 'geen code van een gebied' de codes van het gebied dat zo heet, of bijna zo."""
    fout = {m for m in stand.verslag.meldingen_ruw if m.code == "SK227"}
    namen = gebiedsnamen(stand) if fout else {}
    for melding in fout:
        if goed := codes_bij(melding.waarde, namen):
            stand.verslag.meldingen_ruw.remove(melding)
            stand.verslag.meldingen_ruw.add(melding.met(oplossing=f"schrijf {goed}."))


def gebiedsnamen(stand: Stand) -> dict[str, dict[str, str]]:
    """Per naam (als id geschreven) wat er in de lijst moet staan, met erbij wat dat is."""
    uit: dict[str, dict[str, str]] = defaultdict(dict)
    for woord in ("landelijk", "nederland", "heel-nederland", "iedereen", "overal"):
        uit[woord]["landelijk"] = "heel Nederland"
    for gemeente in stand.gemeenten:
        for deel in gemeente.indeling:
            uit[_kaal(deel.naam)][", ".join(deel.codes)] = f"{deel.naam} in {gemeente.naam}"
        for gebied in (*gemeente.buurten, *gemeente.wijken):
            uit[_kaal(gebied.naam)][gebied.code] = f"{gebied.soort} {gebied.naam} in {gemeente.naam}"
            uit[gebied.code.lower()][gebied.code] = f"{gebied.soort} {gebied.naam} in {gemeente.naam}"
        uit[_kaal(gemeente.naam)][gemeente.code] = f"gemeente {gemeente.naam}"
        if gemeente.code == stand.instellingen.gemeente:
            uit["hele-gemeente"][gemeente.code] = f"gemeente {gemeente.naam}"
    return uit


def _kaal(naam: str) -> str:
    """Een naam zonder 'gemeente', 'wijk 00' en lidwoord ervoor, in letters van een id."""
    delen = nette_naam(naam).split("-")
    while len(delen) > 1 and (delen[0] in _VOORAAN or delen[0].isdecimal()):
        delen = delen[1:]
    return "-".join(delen)


def codes_bij(naam: str, namen: dict[str, dict[str, str]]) -> str:
    """De code of codes bij een naam, in woorden; leeg als geen gebied er op lijkt."""
    kaal = _kaal(naam)
    dichtst = [kaal] if kaal in namen else get_close_matches(kaal, list(namen), 1, 0.75)
    keuzes = list(namen[dichtst[0]].items())[:MEESTE] if dichtst else []
    return " of ".join(f"{code} ({wat})" for code, wat in keuzes)
