"""`python -m generator`: hetzelfde als `sociale-kaart`."""

import os
import signal

# Voor alles: wie meteen afbreekt, krijgt een gewone zin en geen herkomst uit een halve invoer.
_GEWOON = signal.getsignal(signal.SIGINT)
if _GEWOON is signal.default_int_handler:
    signal.signal(signal.SIGINT, lambda *_: (os.write(2, b"Afgebroken, site niet aangepast.\n"), os._exit(130)))

from generator.stroom import sluit_gaten  # noqa: E402

sluit_gaten()

from generator.cli import start  # noqa: E402

if _GEWOON is signal.default_int_handler:
    signal.signal(signal.SIGINT, _GEWOON)
start()
