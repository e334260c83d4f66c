"""Wat de veldentabel en de codetabel aan mensen vertellen: velduitleg, lijst van meldingen, sjabloon en hulp in de
editor.
"""

from generator.uitleg.meldingen import codelijst
from generator.uitleg.sjabloon import sjabloon
from generator.uitleg.velden import velduitleg, velduitleg_kennis

__all__ = ["codelijst", "sjabloon", "velduitleg", "velduitleg_kennis"]
