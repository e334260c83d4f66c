"""Hoe goed de inhoud is: wat verouderd is, wat dubbel staat, wat ontbreekt, en wat dat een bewoner kost."""
