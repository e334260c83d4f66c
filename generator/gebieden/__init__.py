"""Gebieden: punten in wijken leggen en grenzen inlezen of ophalen. De enige plek met geopandas."""
