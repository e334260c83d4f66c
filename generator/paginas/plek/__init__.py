"""Pagina's over een plek of dienst en wie haar geeft: ingang, organisatie, lijst en kaart."""
