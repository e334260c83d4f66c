"""Rekenbladen: van ingangen naar een tabel en terug, zonder dat er iets verloren gaat wat de tabel niet noemt."""
