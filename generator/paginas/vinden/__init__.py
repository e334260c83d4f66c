"""Pagina's om iets te vinden: voorpagina, zoeken, onderwerpen, wegwijzer, nood, balie en lijstje."""
