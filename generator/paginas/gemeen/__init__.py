"""Wat elke soort pagina deelt: de sjablonen vullen, stukken, de snelle weg eruit en de achtergrondkaart."""
