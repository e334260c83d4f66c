"""De beginpagina van een regio: uit gebouwde sites van gemeenten, elk een scherf, een ingang met een eigen zoekvak."""
