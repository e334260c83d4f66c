"""De mail aan een team: wat er nagekeken moet worden, in drie tonen."""

from generator.kwaliteit.versheid import Regel
from generator.model import Catalogus
from generator.opmaak import gewone_datum

# Onderwerp, eerste zin en slot, van vriendelijk naar laatste keer.
TONEN = {
    "eerste": (
        "Wilt u deze gegevens nakijken?",
        "Kloppen deze gegevens op de sociale kaart nog? Nakijken kost per plek een paar minuten.",
        "Klopt alles? Klik dan op 'klopt nog'. Dan staat er een nieuwe datum bij.",
    ),
    "herinnering": (
        "Herinnering: deze gegevens zijn nog niet nagekeken",
        "Eerder vroegen wij u deze gegevens na te kijken. Bij de plekken hieronder is dat nog niet gedaan.",
        "Lukt het niet, of is een ander team hiervoor? Laat het de redactie weten.",
    ),
    "laatste": (
        "Laatste keer: deze gegevens zijn te oud",
        "Wij weten niet of deze gegevens nog kloppen. Inwoners bellen misschien een nummer dat niet meer bestaat.",
        "De site zegt erbij dat hier lang niet naar is gekeken, en zet deze plekken lager. Kijk ze deze week na.",
    ),
}
KOPPEN = {
    "te_laat": "Had al nagekeken moeten zijn",
    "binnenkort": "Moet binnen een maand",
    "ronde": "Tijden nalopen voor de vakantie",
}


def maak_brief(team: str, mail: str | None, rijen: list[Regel], catalogus: Catalogus, toon: str) -> str:
    """De mail als tekst, met de kopregels Aan en Onderwerp."""
    onderwerp, begin, slot = TONEN[toon]
    site = catalogus.instellingen.naam
    regels = [f"Aan: {mail or team}", f"Onderwerp: {site}: {onderwerp}", "", f"Beste collega's van {team},", "", begin]
    for soort, kop in KOPPEN.items():
        eigen = [r for r in rijen if r.soort == soort]
        if eigen and not (toon == "laatste" and soort == "binnenkort"):
            regels += ["", f"{kop} ({len(eigen)})", *(zin for r in eigen for zin in _regel(r))]
    return "\n".join([*regels, "", slot, "", "Met vriendelijke groet,", f"de redactie van {site}"])


def _regel(r: Regel) -> tuple[str, ...]:
    nood = " (nummer bij nood: eerst doen)" if r.nood else ""
    return (
        "",
        f"* {r.naam}{nood}",
        f"  Laatst nagekeken op {gewone_datum(r.op)}; moest voor {gewone_datum(r.voor)}.",
        *(f"  {woord.capitalize()}: {adres}" for woord, adres in r.links),
    )
