"""Bestanden uit een pip-pakket: wat de site meestuurt en niet van onszelf is."""

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.meldingen import SocialeKaartFout


def pakketbestanden(pakket: str) -> list[str]:
    """De paden in een pip-pakket, als tekst uit RECORD: `files` maakt er objecten van, en dat kost bij 14.000 stuks
    0,3 s.
    """
    return [regel.split(",", 1)[0] for regel in (distribution(pakket).read_text("RECORD") or "").splitlines()]


def uit_pakket(pakket: str, eind: str, som: str = "", begin: str = "") -> bytes:
    """Het ene bestand waarvan het pad `begin` bevat en op `eind` eindigt; met een som alleen als zijn sha256 klopt.

    Raises:
        SocialeKaartFout: als het pakket of het bestand ontbreekt, of anders is dan het bestand dat is nagekeken.
    """
    try:
        pad = next(b for b in pakketbestanden(pakket) if begin in b and b.endswith(eind))
        inhoud = Path(str(distribution(pakket).locate_file(pad))).read_bytes()
    except (PackageNotFoundError, StopIteration, OSError):
        raise SocialeKaartFout(
            f"het bestand '{eind}' uit het pakket {pakket} ontbreekt.",
            "installeer de pakketten opnieuw, met precies de versies uit pyproject.toml.",
            3,
        ) from None
    gevonden = hashlib.sha256(inhoud).hexdigest()
    if som and gevonden != som:
        raise SocialeKaartFout(
            f"het bestand '{eind}' uit het pakket {pakket} is niet het bestand dat is nagekeken (sha256 {gevonden}).",
            "installeer de versie uit pyproject.toml, of kijk het bestand na en pas de som aan in bouw/kaarten.py.",
            3,
        )
    return inhoud
