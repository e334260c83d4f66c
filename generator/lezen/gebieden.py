"""De map gebieden/ lezen: welke mappen meedoen, en dat elke code maar een keer voorkomt."""

from datetime import date
from pathlib import Path

from generator.lezen.bestanden import inhoud_van, is_map, staat_er
from generator.lezen.gemeentemap import BESTANDEN, BEZET, Gemeentemap
from generator.lezen.mappen import Namen, doet_mee
from generator.lezen.waarden import naaste
from generator.meldingen import Verslag
from generator.model import Gemeente
from generator.voorraad import Voorraad


def _mappen(wortel: Path, verslag: Verslag) -> list[Path]:
    """De mappen onder gebieden/ met een goede naam, op naam."""
    uit, namen = [], Namen(verslag, "gemeente", bezet=BEZET)
    for ingang in inhoud_van(wortel, "gebieden", verslag):
        pad = f"gebieden/{ingang.name}"
        if not doet_mee(ingang, pad, verslag):
            continue
        if not ingang.is_dir():
            verslag.meld("SK007", pad, naam=ingang.name, voorstel=f"<gemeente>/{naaste(ingang.name, BESTANDEN, 1)}")
        elif namen.goed(ingang.name, pad):
            uit.append(Path(ingang.path))
    return uit


def _keur_dubbel(gemeenten: list[Gemeente], verslag: Verslag) -> None:
    """Een code van gemeente, wijk of buurt hoort in een map."""
    gezien: dict[str, str] = {}
    for gemeente in gemeenten:
        for code in (gemeente.code, *(g.code for g in (*gemeente.wijken, *gemeente.buurten))):
            if (eerste := gezien.setdefault(code, gemeente.pad)) != gemeente.pad:
                verslag.meld("SK302", gemeente.pad, id=code, ander=eerste)


def lees_gebieden(map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad) -> tuple[Gemeente, ...]:
    """Elke gemeente onder `map_/gebieden/`, op mapnaam; leeg als de map er niet is (een site zonder kaarten).

    Fouten en waarschuwingen staan in het verslag; een gemeente zonder bruikbare gemeente.yaml komt er niet uit.
    """
    wortel = map_ / "gebieden"
    if wortel.is_symlink():
        verslag.meld("SK011", "gebieden")
        return ()
    if not staat_er(wortel):
        return ()
    if not is_map(wortel):
        verslag.meld("SK013", "gebieden", naam="gebieden")
        return ()
    gelezen = (
        Gemeentemap(m, f"gebieden/{m.name}", verslag, peildatum, voorraad).lees() for m in _mappen(wortel, verslag)
    )
    uit = [g for g in gelezen if g is not None]
    _keur_dubbel(uit, verslag)
    return tuple(uit)
