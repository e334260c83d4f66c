"""Van wie gegevens zijn, onder welke licentie, en in welke vorm: voor elk bestand, en per record waar dat verschilt."""

from generator.model import Catalogus, Gemeente

VERSIE = "1.0"
LICENTIE_ADRES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}


def schema_adres(catalogus: Catalogus, naam: str) -> str:
    """Waar het JSON Schema van een bestand staat."""
    return f"{catalogus.instellingen.adres}data/schema/{naam}.json"


def over_bestand(catalogus: Catalogus, naam: str) -> dict[str, str]:
    """Wat boven in elk bestand staat: de vorm, de licentie en de bron. `naam` is die van het schema."""
    instellingen = catalogus.instellingen
    return {
        "versie": VERSIE,
        "schema": schema_adres(catalogus, naam),
        "licentie": instellingen.licentie,
        "licentie_url": LICENTIE_ADRES[instellingen.licentie],
        "bron": instellingen.naam,
        "bron_url": instellingen.adres,
    }


def herkomst_van(gemeente: Gemeente, deel: str, catalogus: Catalogus) -> tuple[str, str]:
    """De licentie en de bron van een deel van een gemeente ('wijken', 'kerncijfers'); zonder herkomst.yaml die van de site."""
    eigen = (gemeente.herkomst or {}).get(deel) or {}
    licentie = eigen.get("licentie") or catalogus.instellingen.licentie
    return licentie, eigen.get("naamsvermelding") or eigen.get("bestand") or catalogus.instellingen.naam
