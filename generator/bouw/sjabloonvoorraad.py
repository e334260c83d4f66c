"""Sjablonen vertaald naast de vertaalde modules."""

import contextlib
import os
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from generator.kluis import som_van

VERTAALD = Path(__file__).parent / "__pycache__"


class Sjabloonvoorraad(BytecodeCache):
    """Vertaalde sjablonen naast de vertaalde modules: vertalen kost een kwart seconde.

    Het is code, en die hoort niet bij de gegevens in de voorraad: wie hier kan schrijven, kan ook het programma wijzigen.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(Exception):  # kapot of er niet: dan wordt het sjabloon opnieuw vertaald
            ruw = (VERTAALD / f"{bucket.key}.sjabloon").read_bytes()
            if ruw[:32] == som_van(ruw[32:]):
                bucket.bytecode_from_string(ruw[32:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        ruw = bucket.bytecode_to_string()
        with contextlib.suppress(OSError):
            VERTAALD.mkdir(exist_ok=True)
            nieuw = VERTAALD / f"{bucket.key}.{os.getpid()}"
            nieuw.write_bytes(som_van(ruw) + ruw)
            os.replace(nieuw, VERTAALD / f"{bucket.key}.sjabloon")
