"""Pagina's voor wie de inhoud bijhoudt."""
