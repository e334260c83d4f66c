"""Bestanden wijzigen: alleen de regels die het moeten, al het andere blijft byte voor byte. Deze kamer schrijft YAML,
nooit de site.
"""
