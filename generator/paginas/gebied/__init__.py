"""Pagina's over waar: gemeente, wijk, eigen gebied, cijfers en dekking."""
