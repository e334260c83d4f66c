"""Zoeken: de index voor de browser, en dezelfde zoekmotor in Python."""
