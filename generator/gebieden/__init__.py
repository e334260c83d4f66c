"""Gebieden: punten in wijken leggen, en grenzen inlezen of ophalen."""
