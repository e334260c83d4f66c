"""Alle voorzieningen van A tot Z; boven de 400 een pagina per letter."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

OP_EEN_PAGINA = 400


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    groepen: dict[str, list] = {}
    for kaartje in sorted(kaartjes.op_id.values(), key=lambda k: (letter(k.naam), k.naam.casefold())):
        groepen.setdefault(letter(kaartje.naam), []).append(kaartje)
    apart = len(kaartjes.op_id) > OP_EEN_PAGINA
    yield Pagina("lijst/", "plek/lijst.html", "Alles van A tot Z", "Alle plekken en diensten op naam.",
                 {"groepen": {} if apart else groepen, "letters": list(groepen), "apart": apart, "aantal": len(kaartjes.op_id)},
                 scripts=("gemeen/standblad.js",))
    for teken, groep in groepen.items() if apart else ():
        yield Pagina(f"lijst/{teken}/", "plek/lijst.html", f"Plekken met een {teken.upper()}",
                     f"Plekken en diensten op naam: {teken.upper()}.",
                     {"groepen": {teken: groep}, "letters": list(groepen), "apart": apart, "aantal": len(groep)},
                     (("Alles van A tot Z", "lijst/"),), scripts=("gemeen/standblad.js",))


def letter(naam: str) -> str:
    """De eerste letter, of '0-9' voor al het andere."""
    eerste = naam[0].lower()
    return eerste if "a" <= eerste <= "z" else "0-9"
