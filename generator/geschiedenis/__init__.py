"""Wat er in de inhoud veranderde, uit Git en in gewone woorden. Van wie een vastlegging is, wordt nooit gelezen."""
