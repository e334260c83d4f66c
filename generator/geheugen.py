"""Het geheugen tijdens een bouw."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def zonder_kringen_zoeken() -> Iterator[None]:
    """Zet het zoeken naar kringen uit: een bouw maakt er haast geen, en het zoeken kost een tiende van de tijd."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()
