"""Een adres van buiten ophalen: beleefd, met een grens aan bytes, aan tijd en aan omleidingen."""

import time
from urllib.parse import urlsplit

WACHT, HEEL, MEESTE_SPRONGEN = (5, 15), 60, 3


def haal(adres: str, meeste_bytes: int, fout_soort: type[Exception], wat: str) -> bytes:
    """De bytes op een adres. Raist `fout_soort` met een reden in woorden; `wat` is hoe het heet, zoals 'de agenda'."""
    import requests

    einde = time.monotonic() + HEEL
    try:
        with requests.Session() as sessie:
            sessie.max_redirects, sessie.trust_env = MEESTE_SPRONGEN, True
            sessie.headers["User-Agent"] = "sociale-kaart"
            with sessie.get(adres, timeout=WACHT, stream=True) as antwoord:
                if antwoord.status_code != 200:
                    raise fout_soort(f"de server antwoordt met {antwoord.status_code}")
                if urlsplit(adres).scheme == "https" != urlsplit(antwoord.url).scheme:
                    raise fout_soort("de server stuurt door naar een adres zonder versleuteling")
                return _lees(antwoord, einde, meeste_bytes, fout_soort, wat)
    except requests.TooManyRedirects as fout:
        raise fout_soort("de server blijft doorsturen") from fout
    except requests.Timeout as fout:
        raise fout_soort("de server antwoordt niet op tijd") from fout
    except (requests.RequestException, OSError) as fout:
        raise fout_soort(f"de server is niet te bereiken ({type(fout).__name__})") from fout


def _lees(antwoord, einde: float, meeste_bytes: int, fout_soort: type[Exception], wat: str) -> bytes:
    delen, aantal = [], 0
    for deel in antwoord.iter_content(65536):
        delen.append(deel)
        aantal += len(deel)
        if aantal > meeste_bytes:
            raise fout_soort(f"{wat} is te groot")
        if time.monotonic() > einde:
            raise fout_soort("de server antwoordt te langzaam")
    return b"".join(delen)
