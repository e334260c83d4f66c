"""`geocodeer`: punten op de kaart bij adressen, met de Locatieserver van PDOK."""

from generator.meldingen import Verslag, toonbaar
from generator.opdrachten.controleer import druk_af


def voeg_toe(deel) -> None:
    parser = deel.add_parser("geocodeer", help="zet punten op de kaart bij adressen (met PDOK)")
    parser.add_argument("--proef", action="store_true", help="schrijf geen punten")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 1 als een bestand niet te wijzigen was; een adres dat niet gevonden is, staat in de lijst."""
    from generator.bewerken.adressen import Adreszoeker
    from generator.bewerken.geocoderen import zet_punten, zoek_punten

    verslag = Verslag()
    vondsten = zoek_punten(opties.map, Adreszoeker(opties.map), verslag)
    paden = list(vondsten.gevonden) if opties.proef else zet_punten(opties.map, vondsten, verslag, opties.peildatum)
    if verslag.meldingen_ruw:
        druk_af(verslag)
    print(als_tekst(vondsten, paden, opties.proef))
    return 1 if verslag.fouten else 0


def als_tekst(vondsten, paden: list[str], proef: bool) -> str:
    regels = [
        f"{pad}: {len(vondsten.gevonden[pad])} punt{'en' if len(vondsten.gevonden[pad]) > 1 else ''}" for pad in paden
    ]
    if vondsten.mis:
        regels += [
            "Niet gevonden:",
            *(f"  {pad}: {toonbaar(adres)}: {toonbaar(reden, 200)}" for pad, adres, reden in vondsten.mis),
        ]
    slot = (
        f"{vondsten.aantal} punten {'te zetten' if proef else 'gevonden'}, {len(vondsten.mis)} adressen niet gevonden"
    )
    geheim = f"; {vondsten.geheim} geheime adressen niet opgezocht" if vondsten.geheim else ""
    return "\n".join([*regels, f"{slot}{geheim}."])
