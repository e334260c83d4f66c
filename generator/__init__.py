"""Sociale Kaart: van YAML en wijkgrenzen naar een statische site. Zie ONTWIKKELEN.md voor de plattegrond."""

__version__ = "0.1.0"
