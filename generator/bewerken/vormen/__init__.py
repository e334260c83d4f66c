"""Bestanden van andere systemen: elke vorm wordt een tabel met onze kolommen, en wat niet past wordt geteld."""
