"""Wanneer een webadres geplaatst kan worden, en waarom niet."""

import re
from urllib.parse import urlsplit

LANGSTE = 500
_NAAM = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}")
_GEWOON = re.compile(r"https://[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:/[A-Za-z0-9/._~-]*)?")
_IP = re.compile(r"[\d.]+|0x[0-9a-f.x]+|\[.*\]|[0-9a-f:]*:[0-9a-f:]+")


PATRONEN = {"sitenaam": _NAAM, "ip": _IP}


def bezwaar_tegen_url(waarde: str) -> str:
    """Waarom een adres niet geplaatst kan worden, of leeg als het goed is."""
    if len(waarde) <= LANGSTE and _GEWOON.fullmatch(waarde) and "xn--" not in waarde:
        return ""
    if not re.match(r"https?://", waarde):
        return "het begint niet met https://"
    if len(waarde) > LANGSTE:
        return f"het is langer dan {LANGSTE} tekens"
    if re.search(r"[\s\\<>\"'`{}|^\x00-\x1f\x7f]", waarde) or not waarde.isascii():
        return "er staat een teken in dat niet kan"
    try:
        delen = urlsplit(waarde)
        host, _ = delen.hostname or "", delen.port
    except ValueError:
        return "het adres is niet te lezen"
    if "@" in delen.netloc:
        return "er staat een gebruikersnaam in"
    if _IP.fullmatch(host):
        return "het is een IP-adres"
    if any(deel.startswith("xn--") for deel in host.split(".")):
        return "de naam bevat letters die op andere lijken"
    return "" if _NAAM.fullmatch(host) else "de naam van de site klopt niet"
