"""Alle voorzieningen van A tot Z; boven de 400 een pagina per letter, en een lange letter in delen."""

from collections.abc import Iterator

from generator.betekenis.woorden import FEITEN_GEBOUW
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.verdelen import in_delen
from generator.paginas.gemeen.wijkkeuze import wijkkeuze
from generator.paginas.plek.kaartjes import Kaartjes

OP_EEN_PAGINA = 400
SCRIPTS = ("gemeen/standblad.js", "vinden/onderwerp.js", "plek/gebouw.js")
STIJLEN = ("plek/gebouw.css",)


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    groepen: dict[str, list] = {}
    for kaartje in sorted(kaartjes.op_id.values(), key=lambda k: (letter(k.naam), k.naam.casefold())):
        groepen.setdefault(letter(kaartje.naam), []).append(kaartje)
    keuzes = [
        ("rolstoel", "met een rolstoel naar binnen"),
        *((naam, feit.keuze) for naam, feit in FEITEN_GEBOUW.items()),
    ]
    apart = len(kaartjes.op_id) > OP_EEN_PAGINA
    yield Pagina(
        "lijst/",
        "plek/lijst.html",
        "Alles van A tot Z",
        "Alle plekken en diensten op naam.",
        {
            "groepen": {} if apart else groepen,
            "letters": list(groepen),
            "apart": apart,
            "aantal": len(kaartjes.op_id),
            "wijken": wijkkeuze(catalogus),
            "gebouwkeuzes": [] if apart else keuzes,
            "delen": (),
            "deel": None,
        },
        eerst_stand=True,
        scripts=SCRIPTS,
        stijlen=STIJLEN,
    )
    for teken, groep in groepen.items() if apart else ():
        delen = in_delen(groep, "regel", f"lijst/{teken}/", f"lijst/{teken}/alles")
        for deel in delen:
            nummer = f", deel {deel.nummer} van {len(delen)}" if len(delen) > 1 else ""
            yield Pagina(
                deel.pad,
                "plek/lijst.html",
                f"Plekken met een {teken.upper()}{nummer}",
                f"Plekken en diensten op naam: {teken.upper()}{nummer}.",
                {
                    "groepen": {teken: deel.kaartjes},
                    "letters": list(groepen),
                    "apart": apart,
                    "aantal": len(groep),
                    "wijken": wijkkeuze(catalogus),
                    "gebouwkeuzes": keuzes,
                    "delen": delen,
                    "deel": deel,
                },
                (("Alles van A tot Z", "lijst/"),),
                eerst_stand=True,
                scripts=SCRIPTS,
                stijlen=STIJLEN,
                in_sitemap=deel.nummer == 1,
            )


def letter(naam: str) -> str:
    """De eerste letter, of '0-9' voor al het andere."""
    eerste = naam[0].lower()
    return eerste if "a" <= eerste <= "z" else "0-9"
