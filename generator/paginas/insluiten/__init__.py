"""De bladen die een ander op zijn site zet, de uitleg erbij en de kopregels van de server."""
