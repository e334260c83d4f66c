"""De veldentabel: de ene bron van de controles, het JSON Schema, de velduitleg en het sjabloon voor een nieuwe ingang.

Een veld heeft een soort uit `lezen/waarden.py`; een groep heeft velden en een klasse uit `model/`. De woorden van gesloten lijsten
staan in `betekenis/woorden.py`.
"""

from generator.schema.activiteit import ACTIVITEIT
from generator.schema.gemeente import ACHTERGRONDKAARTEN, GEMEENTE, HERKOMST, INDELING, INDICATORBESTAND, INSTELLINGEN
from generator.schema.ingang import (
    CONTACT,
    FUNCTIE,
    GECONTROLEERD,
    LOCATIE,
    ORGANISATIE,
    THEMA,
    THEMABESTAND,
    VOORZIENING,
)
from generator.schema.vakantie import SCHOOLVAKANTIES
from generator.schema.veld import Veld, alle_velden, los

__all__ = [
    "ACHTERGRONDKAARTEN",
    "ACTIVITEIT",
    "CONTACT",
    "FUNCTIE",
    "GECONTROLEERD",
    "GEMEENTE",
    "HERKOMST",
    "INDELING",
    "INDICATORBESTAND",
    "INSTELLINGEN",
    "LOCATIE",
    "ORGANISATIE",
    "SCHOOLVAKANTIES",
    "THEMA",
    "THEMABESTAND",
    "VOORZIENING",
    "Veld",
    "alle_velden",
    "los",
]
