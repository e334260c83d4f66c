"""Kan een domein mail ontvangen? Het vraagt de naamserver om MX, en anders om een gewoon adres."""

from generator.kwaliteit.links.oordeel import Uitkomst

WACHT = 10.0  # seconden per domein
MEESTE_STIL = (
    3  # zo vaak zonder antwoord, en wij vragen deze naamserver vandaag niets meer; anders duurt een ronde uren
)


class Postvrager:
    """Vraagt maildomeinen na; `servers` en `poort` zijn voor een eigen naamserver."""

    def __init__(self, servers: tuple[str, ...] = (), poort: int = 53):
        import dns.resolver

        self.vrager = dns.resolver.Resolver(configure=not servers)
        if servers:
            self.vrager.nameservers, self.vrager.port = list(servers), poort
        self.vrager.lifetime = WACHT
        self.stil = 0

    def vraag(self, domein: str) -> Uitkomst:
        """Goed, geen_mail of onbekend (als de naamserver zelf niet antwoordt)."""
        if self.stil >= MEESTE_STIL:
            return Uitkomst("onbekend", "de naamserver antwoordt niet")
        uitkomst = self._vraag(domein)
        self.stil = self.stil + 1 if uitkomst.uitkomst == "onbekend" else 0
        return uitkomst

    def _vraag(self, domein: str) -> Uitkomst:
        import dns.exception
        import dns.resolver

        try:
            for soort in ("MX", "A", "AAAA"):
                try:
                    gevonden = self.vrager.resolve(domein, soort, search=False)
                except dns.resolver.NoAnswer:
                    continue
                return _oordeel(soort, [str(getattr(deel, "exchange", "")) for deel in gevonden])
        except dns.resolver.NXDOMAIN:
            return Uitkomst("geen_mail", "het domein bestaat niet")
        except (dns.exception.DNSException, OSError, UnicodeError, ValueError):
            return Uitkomst("onbekend", "de naamserver antwoordt niet")
        return Uitkomst("geen_mail", "dit domein neemt geen mail aan")


def _oordeel(soort: str, servers: list[str]) -> Uitkomst:
    """Een MX van alleen een punt betekent: hier komt nooit mail (RFC 7505)."""
    if soort == "MX" and servers == ["."]:
        return Uitkomst("geen_mail", "dit domein zegt dat het geen mail aanneemt")
    return Uitkomst("goed", "")
