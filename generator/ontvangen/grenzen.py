"""Hoe vaak iemand iets mag sturen. Alles staat alleen in het geheugen, onder een code die buiten dit proces niets zegt."""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

MEESTE_AFZENDERS = 20_000


class Grens:
    """Hoogstens `keer` per `seconden` voor een afzender; `klok` geeft seconden die alleen oplopen."""

    def __init__(self, keer: int, seconden: float, klok: Callable[[], float]):
        self.keer, self.seconden, self.klok = keer, seconden, klok
        self._zout = secrets.token_bytes(32)
        self._gezien: OrderedDict[bytes, list[float]] = OrderedDict()

    def mag(self, wie: str) -> bool:
        """Of deze keer nog mag; dan telt zij mee."""
        nu, sleutel = self.klok(), hashlib.blake2b(wie.encode(), key=self._zout, digest_size=16).digest()
        self._vergeet(nu)
        keren = [keer for keer in self._gezien.pop(sleutel, []) if nu - keer < self.seconden]
        mag = len(keren) < self.keer
        self._gezien[sleutel] = [*keren, nu] if mag else keren
        return mag

    def _vergeet(self, nu: float) -> None:
        """Wie te lang geleden iets stuurde, of wie er te veel is, gaat eruit."""
        while self._gezien:
            eerste = next(iter(self._gezien))
            oud = not self._gezien[eerste] or nu - self._gezien[eerste][-1] >= self.seconden
            if not oud and len(self._gezien) < MEESTE_AFZENDERS:
                return
            del self._gezien[eerste]

    def __len__(self) -> int:
        return len(self._gezien)


def afzender(verbinding: str, doorgestuurd: list[str], proxys: int) -> str:
    """Het adres om te tellen: achter eigen proxy's het adres dat de buitenste daarvan zag. Van IPv6 telt het netwerk."""
    keten = [deel.strip() for regel in doorgestuurd for deel in regel.split(",")] if proxys else []
    adres = keten[-proxys] if 0 < proxys <= len(keten) else verbinding
    try:
        ip = ip_address(adres.strip("[]"))
    except ValueError:
        return verbinding
    return str(int(ip) >> 64) if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None else str(ip)
