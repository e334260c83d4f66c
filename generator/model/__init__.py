"""Het model: bevroren gegevens met dezelfde namen als in de YAML. Lijsten zijn tuples; leeg is None of ()."""

from generator.model.catalogus import Catalogus, Instellingen
from generator.model.gebied import Deelgebied, Gebied, Gemeente, Kerncijfer, Tegel, Tekening, Tekenvak
from generator.model.voorziening import (
    DAGEN,
    SOORTEN,
    Adres,
    Contact,
    Dagtijd,
    Functie,
    Gecontroleerd,
    Kosten,
    Leeftijd,
    Locatie,
    Nummerbron,
    Organisatie,
    Punt,
    Situaties,
    Tekstblok,
    Thema,
    Tijdelijk,
    Tijden,
    Tijdvak,
    Toegang,
    Voorziening,
    Wachttijd,
)

__all__ = [
    "Adres", "Catalogus", "Contact", "DAGEN", "Dagtijd", "Deelgebied", "Functie", "Gebied", "Gecontroleerd",
    "Gemeente", "Instellingen", "Kerncijfer", "Kosten", "Leeftijd", "Locatie", "Nummerbron", "Organisatie", "Punt", "SOORTEN", "Situaties",
    "Tegel", "Tekening", "Tekenvak", "Tekstblok", "Thema", "Tijdelijk", "Tijden", "Tijdvak", "Toegang",
    "Voorziening", "Wachttijd",
]
