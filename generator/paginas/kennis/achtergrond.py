"""Wat een stuk verder zegt over een gemeente, de bouwtekening of de regio, op een bladzijde met een inhoud."""

from collections.abc import Iterator

from generator.model.toegang import Verdieping
from generator.paginas import Pagina
from generator.paginas.kennis.tijdlijn import van_rijen

Kruimels = tuple[tuple[str, str], ...]


def achtergrond(pad: str, naam: str, delen: tuple[Verdieping, ...], kruimels: Kruimels) -> Iterator[Pagina]:
    """De bladzijde onder `pad`, als er iets te zeggen is."""
    if delen:
        yield Pagina(
            f"{pad}achtergrond/",
            "kennis/achtergrond.html",
            f"Achtergrond: {naam}",
            "Keuzes, plannen en afwegingen uit het stuk, met de plaats erbij.",
            {"naam": naam, "delen": delen, "lijnen": {d.id: van_rijen(d.rijen) for d in delen}},
            (*kruimels, (naam, pad)),
            stijlen=("kennis/tekening.css",),
        )
