"""`bijwerken`: neem een nieuwere generator en nieuwere sets over, lees agenda's en bronnen, en zeg wat er verandert."""

MEESTE_BYTES = 50_000_000


def voeg_toe(deel) -> None:
    parser = deel.add_parser("bijwerken", help="neem nieuwere sets over en zeg wat er verandert")
    parser.add_argument("--generator", metavar="ADRES@VERSIE", help="zet de werkstromen op deze generator")
    parser.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.begin.bijwerken import werk_bij

    print("\n".join(werk_bij(opties.map, opties.peildatum, opties.generator, opties.proef)))
    print("\n".join(over_agendas(opties)), end="")
    print("".join(f"{regel}\n" for regel in over_bronnen(opties)), end="")
    print("".join(f"{regel}\n" for regel in over_eigenaren(opties)), end="")
    return 0


def over_eigenaren(opties) -> list[str]:
    """CODEOWNERS bij de forge, uit beheer.yaml; niets als de inhoud een fout heeft."""
    from generator.begin.eigenaren import schrijf_codeowners
    from generator.catalogus import lees_catalogus
    from generator.meldingen import Verslag
    from generator.voorraad import Voorraad

    if not (opties.map / "sociale_kaart" / "beheer.yaml").is_file():
        return []
    catalogus = lees_catalogus(opties.map, Verslag(), opties.peildatum, Voorraad(opties.map), leeg_toegestaan=True)
    return schrijf_codeowners(opties.map, catalogus, opties.proef) if catalogus else []


def over_agendas(opties) -> list[str]:
    """De voorstellen uit de agenda's van organisaties, als die er zijn; met --proef wordt er niets geschreven."""
    from generator.bewerken.agenda import lees_voorstellen
    from generator.opdrachten.agenda import haal, verwerk

    uit = lees_voorstellen(opties.map, opties.peildatum, haal)
    if not uit.agendas:
        return [f"De agenda's van organisaties zijn niet gelezen: {zin}.\n" for zin in uit.niet]
    kop = (
        "Uit de agenda van 1 organisatie:" if uit.agendas == 1 else f"Uit de agenda's van {uit.agendas} organisaties:"
    )
    return [kop, *verwerk(opties.map, uit, schrijf=not opties.proef), ""]


def over_bronnen(opties) -> list[str]:
    """De voorstellen uit bronnen.yaml, als dat er is; met --proef wordt er niets geschreven."""
    from generator.bewerken.ophaalbron import BronFout, lees_bron
    from generator.bewerken.rekenblad.herkennen import namen_van
    from generator.lezen.bronlijst import BESTAND, lees_bronnen
    from generator.meldingen import Verslag
    from generator.opdrachten.haal import haal

    verslag = Verslag()
    bronnen = lees_bronnen(opties.map, verslag, opties.peildatum, set(namen_van(opties.map, "functies").values()))
    if verslag.fouten:
        return [f"De bronnen zijn niet gelezen, want in {BESTAND} staat een fout; 'controleer' zegt welke."]
    regels = []
    for bron in bronnen:
        if bron.gebruiken:
            uit = lees_bron(
                opties.map, bron, opties.peildatum, lambda adres: haal(adres, MEESTE_BYTES, BronFout, "het antwoord")
            )
            regels += _over_bron(opties, uit)
    return regels


def _over_bron(opties, uit) -> list[str]:
    """Schrijf de voorstellen van een bron, als dat moet, en zeg wat het zijn."""
    from generator.bewerken.rekenblad.uitslag import als_tekst
    from generator.opdrachten.importeer import schrijf

    if uit.uitslag is None:
        return [f"Bron {uit.naam}: niet gelezen, {uit.reden.rstrip('.')}. Er is niets veranderd.", ""]
    if not opties.proef:
        schrijf(opties.map, uit.uitslag)
    weg = [f"Staat niet meer in de bron; kijk na of dit nog bestaat: {id_}" for id_ in uit.weg]
    return [f"Bron {uit.naam}:", als_tekst(uit.uitslag, opties.proef), *weg, ""]
