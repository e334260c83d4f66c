"""Het model: bevroren gegevens met dezelfde namen als in de YAML. Lijsten zijn tuples; leeg is None of ()."""

from generator.model.catalogus import Catalogus, Instellingen
from generator.model.gebied import Deelgebied, Gebied, Gemeente, Kerncijfer, Tegel, Tekening, Tekenvak
from generator.model.vakantie import Schoolvakanties, Vakantie
from generator.model.voorziening import (
    DAGEN,
    SOORTEN,
    Adres,
    Contact,
    Dagdeel,
    Dagtijd,
    Functie,
    Gecontroleerd,
    Kosten,
    Leeftijd,
    Locatie,
    Nummerbron,
    Organisatie,
    Periode,
    Punt,
    Situaties,
    Tekstblok,
    Telefoon,
    Thema,
    Tijdelijk,
    Tijden,
    Toegang,
    Toegankelijk,
    Uitzondering,
    Voorziening,
    Wachttijd,
    Wanneer,
)

__all__ = [
    "Adres", "Catalogus", "Contact", "DAGEN", "Dagdeel", "Dagtijd", "Deelgebied", "Functie", "Gebied", "Gecontroleerd",
    "Gemeente", "Instellingen", "Kerncijfer", "Kosten", "Leeftijd", "Locatie", "Nummerbron", "Organisatie", "Periode", "Punt",
    "SOORTEN", "Schoolvakanties", "Situaties", "Tegel", "Tekening", "Tekenvak", "Tekstblok", "Telefoon", "Thema", "Tijdelijk",
    "Tijden", "Toegang", "Toegankelijk", "Uitzondering", "Vakantie", "Voorziening", "Wachttijd", "Wanneer",
]
