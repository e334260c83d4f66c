"""Een pagina per taal: wie geen Nederlands leest vindt hier nood, zoeken en de woorden die overal op de site staan."""

from collections.abc import Iterator

from generator.betekenis.nood import noodnummers
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.taal.teksten import talen

NAGEKEKEN = "Machinevertaling, nog niet nagekeken."


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    nummers = noodnummers(catalogus)
    vertalingen = (("nl", ""), *((code, f"taal/{code}/") for code in talen()))
    for code, taal in talen().items():
        yield Pagina(
            f"taal/{code}/",
            "taal/taal.html",
            f"{taal.eigennaam} ({taal.taal})",
            taal.zin,
            {
                "code": code,
                "t": taal,
                "nummers": [(n, getattr(taal, n.soort)) for n in nummers],
                "nagekeken": NAGEKEKEN,
                "andere": [(c, ander) for c, ander in talen().items() if c != code],
            },
            stijlen=("taal/taal.css",),
            vertalingen=vertalingen,
        )
