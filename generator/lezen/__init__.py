"""Lezen: bytes worden waarden met hun plaats, waarden worden het model. Alles wat mis is komt in het verslag."""
