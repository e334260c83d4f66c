"""Wat de gegevens betekenen, een keer uitgewerkt: woorden, tijden en wat vandaag telt. Iedereen vraagt het hier."""
