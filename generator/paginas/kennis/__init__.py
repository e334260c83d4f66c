"""Pagina's over hoe het werkt: bouwtekening, taken, functies, begrippen, route, werkwijze en bronnen."""
