"""De ingang van de site in andere talen: korte teksten als gegevens, een bestand per taal."""
