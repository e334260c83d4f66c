"""`python -m generator`: hetzelfde als `sociale-kaart`."""

from generator.cli import start

start()
