"""Wat een voorstel verandert: twee standen van een inhoudsmap naast elkaar, in woorden, met wat er nog meer van anders
wordt, wat de controle er nu meer van zegt, en waar iemand naar moet kijken.
"""
