"""`verwerk-melding`: een melding van een bezoeker in het goede bestand zetten, met een antwoord in gewone woorden."""

from pathlib import Path

from msgspec.structs import replace

from generator.bewerken.antwoord import schrijf_weigering
from generator.bewerken.melding import GRENS_KB
from generator.bewerken.uitslag import FORMATEN, Uitslag, schrijf_uitslag, verwerk, verwerk_vrij
from generator.lezen.bestanden import lees_bytes, ontcijfer
from generator.meldingen import SocialeKaartFout, Verslag


def voeg_toe(deel) -> None:
    parser = deel.add_parser("verwerk-melding", help="zet een melding van een bezoeker in het goede bestand")
    parser.add_argument(
        "bestand", type=Path, metavar="BESTAND", help="de melding als tekst, met een blok sociale-kaart"
    )
    parser.add_argument("--proef", action="store_true", help="toon het verschil en schrijf niets")
    parser.add_argument("--formaat", choices=tuple(FORMATEN), default="tekst", help="tekst, markdown of json")
    parser.add_argument(
        "--gebeurtenis",
        action="store_true",
        help="BESTAND is de JSON die GitHub, GitLab of Forgejo bij een issue meegeeft",
    )
    parser.add_argument("--uit", type=Path, metavar="MAP", help="zet de uitslag in deze map, voor 'dien-in'")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 1 als de melding geweigerd is; het antwoord zegt dan waarom."""
    if not opties.bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{opties.bestand}' is er niet.", "geef het pad van de melding.")
    nummer, uitslag = _uit_issue(opties) if opties.gebeurtenis else (0, _uit_tekst(opties))
    if opties.uit:
        schrijf_uitslag(opties.uit, uitslag, nummer)
    if not opties.proef and opties.formaat == "tekst":
        uitslag = replace(uitslag, verschil="")
    print(FORMATEN[opties.formaat](uitslag))
    return 1 if uitslag.stand == "geweigerd" else 0


def _uit_tekst(opties) -> Uitslag:
    verslag, naam = Verslag(), opties.bestand.name
    ruw = lees_bytes(opties.bestand, naam, verslag, GRENS_KB)
    tekst = None if ruw is None else ontcijfer(ruw, naam, verslag)
    if tekst is None:
        return Uitslag("geweigerd", schrijf_weigering(verslag))
    return verwerk(opties.map, tekst, naam, opties.peildatum, opties.proef)


def _uit_issue(opties) -> tuple[int, Uitslag]:
    from generator.forges.gebeurtenis import lees_gebeurtenis

    nummer, tekst = lees_gebeurtenis(opties.bestand)
    if len(tekst.encode(errors="surrogatepass")) > GRENS_KB * 1024:
        verslag = Verslag()
        verslag.meld("SK005", "melding", grootte=len(tekst) // 1024, grens=GRENS_KB)
        return nummer, Uitslag("geweigerd", schrijf_weigering(verslag))
    return nummer, verwerk_vrij(opties.map, tekst, "melding", opties.peildatum, opties.proef)
