"""De veldentabel: de ene bron van de controles, het JSON Schema, de velduitleg en het sjabloon voor een nieuwe ingang.

Een veld heeft een soort uit `lezen/waarden.py`; een groep heeft velden en een klasse uit `model/`.
"""

from generator.schema.gemeente import ACHTERGRONDKAARTEN, GEMEENTE, HERKOMST, INDELING, INDICATORBESTAND, INSTELLINGEN
from generator.schema.ingang import (
    CONTACT,
    DOELGROEPEN,
    FASEN,
    FUNCTIE,
    GECONTROLEERD,
    KOSTEN,
    LOCATIE,
    ORGANISATIE,
    TALEN,
    THEMA,
    THEMABESTAND,
    TOEGANG,
    VOORZIENING,
    WETTEN,
)
from generator.schema.veld import Veld, alle_velden, los

__all__ = [
    "ACHTERGRONDKAARTEN", "CONTACT", "DOELGROEPEN", "FASEN", "FUNCTIE", "GECONTROLEERD", "GEMEENTE", "HERKOMST",
    "INDELING", "INDICATORBESTAND", "INSTELLINGEN", "KOSTEN", "LOCATIE", "ORGANISATIE", "TALEN", "THEMA",
    "THEMABESTAND", "TOEGANG", "VOORZIENING", "Veld", "WETTEN", "alle_velden", "los",
]
