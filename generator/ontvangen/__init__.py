"""Een kleine dienst die het formulier aanneemt zonder account: zij maakt er een issue van, of een bestand in een rij.

Zij bewaart niets over wie iets stuurt, en leest of wijzigt geen inhoud van de kaart.
"""
