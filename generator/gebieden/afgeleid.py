"""Wat uit een tabel met kerncijfers volgt: per 1.000 inwoners, en samen voor een wijk of een eigen gebied."""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.betekenis.rekenen import INWONERS, OPTELLEN
from generator.gebieden.cijfers import Tabel
from generator.gebieden.rekenen import Cel, Inwoners, open_cel, samen


def per_duizend(tabel: Tabel, inwoners: Inwoners) -> Tabel | None:
    """Dezelfde tabel per 1.000 inwoners; None bij wat geen aantal is, of als van een wijk geen inwoners bekend zijn."""
    rijen = [(code, naam, cellen) for code, naam, cellen in tabel.rijen if code in inwoners]
    bekend = {code: aantal for code, aantal in inwoners.items() if aantal}
    if tabel.rekenen != OPTELLEN or INWONERS in (tabel.id, tabel.eenheid.strip().lower()):
        return None
    if not rijen or not all(code in bekend for code, _, _ in rijen):
        return None

    def deel(cel: Cel, code: str) -> Cel:
        return cel if cel.getal is None else open_cel(round(cel.getal / bekend[code] * 1000, 1))

    sommen = tuple(
        deel(cel, code) for (code, _, _), cel in zip(tabel.rijen, tabel.samen, strict=True) if code in inwoners
    )
    return replace(
        tabel,
        rijen=tuple((code, naam, tuple(deel(c, code) for c in cellen)) for code, naam, cellen in rijen),
        samen=sommen,
        totaal=(),
    )


def voor_gebied(tabel: Tabel, codes: Sequence[str], inwoners: Inwoners) -> tuple[Cel, ...]:
    """De cellen van een wijk of een eigen gebied; leeg als een deel ervan niet in de tabel staat."""
    rijen = {code: cellen for code, _, cellen in tabel.rijen}
    if not codes or not all(code in rijen for code in codes):
        return ()
    gewichten = [inwoners.get(code) for code in codes]
    return tuple(
        samen([rijen[code][k] for code in codes], gewichten, tabel.rekenen) for k in range(len(tabel.kolommen))
    )
