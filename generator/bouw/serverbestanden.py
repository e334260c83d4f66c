"""Wat een webserver kan inlezen: kopregels en doorverwijzingen, in de vorm van nginx en van diensten voor statische sites."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.betekenis.meldwegen import meldmail
from generator.betekenis.vandaag import over_maanden
from generator.bouw.adressen import Verhuizing
from generator.meldingen import Verslag
from generator.model import Catalogus
from generator.paginas.insluiten.kopregels import csp, gesloten_mappen, nginx_delen, statisch, wortel_van

MAP = "insluiten/techniek/"


def serverbestanden(catalogus: Catalogus, gaan: dict[str, Verhuizing]) -> Iterator[tuple[str, str]]:
    """(pad, tekst); zonder deze bestanden werkt de site ook, want elk oud adres heeft een eigen pagina."""
    wortel, regels = wortel_van(catalogus.instellingen), csp(catalogus.instellingen)
    http, server = nginx_delen(regels, wortel)
    paren = [(f"{wortel}{oud}", f"{wortel}{gaat.naar}") for oud, gaat in gaan.items() if gaat.naar]
    yield "_headers", statisch(regels, wortel, gesloten_mappen(catalogus))
    yield (
        "_redirects",
        "# Oude adressen en waar zij nu staan\n" + "".join(f"{oud} {nieuw} 301\n" for oud, nieuw in paren),
    )
    if tekst := security_txt(catalogus):
        yield SECURITY, tekst
    yield f"{MAP}nginx-http.conf", http + nginx_verhuisd(paren)
    yield f"{MAP}nginx-server.conf", f"{server}error_page 404 {wortel}404.html;\n{NGINX_VERHUISD}"


def security_txt(catalogus: Catalogus) -> str:
    """Waar iemand een lek meldt (RFC 9116). Elke bouw schuift de datum op; wie niet meer bouwt, laat hem verlopen."""
    inst = catalogus.instellingen
    adres = meldmail(inst)
    if not adres:
        return ""
    tot = over_maanden(catalogus.peildatum, GELDIG_MAANDEN)
    return (
        f"Contact: mailto:{adres}\nExpires: {tot.isoformat()}T00:00:00Z\nPreferred-Languages: nl, en\n"
        f"Canonical: {inst.adres}.well-known/security.txt\n"
    )


def waak_over_security_txt(map_: Path, verslag: Verslag, peildatum: date) -> None:
    """Een waarschuwing als de gebouwde site bijna of helemaal verlopen is; wie vaker bouwt, ziet haar nooit."""
    try:
        tekst = (map_ / "site" / SECURITY).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return  # nog niet gebouwd
    for nummer, regel in enumerate(tekst.split("\n"), 1):
        if vondst := re.match(r"Expires: (\d{4}-\d\d-\d\d)T", regel):
            tot = date.fromisoformat(vondst[1])
            if (tot - peildatum).days <= WAAK_DAGEN:
                wanneer = f"dat is over {(tot - peildatum).days} dagen" if tot > peildatum else "dat is voorbij"
                verslag.meld("SK818", f"site/{SECURITY}", (nummer, 1), tot=tot.isoformat(), wanneer=wanneer)


SECURITY, WAAK_DAGEN = ".well-known/security.txt", 30
GELDIG_MAANDEN = 11  # de regel is: niet langer dan een jaar
NGINX_VERHUISD = "if ($verhuisd) {\n  return 301 $verhuisd$is_args$args;\n}\n"


def nginx_verhuisd(paren: list[tuple[str, str]]) -> str:
    """Oude adressen als map: zo ziet een zoekmachine of partner een echte doorverwijzing.

    Als patroon, want een tabel met lange adressen past niet in de standaardgrootte van nginx.
    """
    regels = "".join(f'  "~^{re.escape(oud)}$" "{nieuw}";\n' for oud, nieuw in paren)
    return f'map $uri $verhuisd {{\n  default "";\n{regels}}}\n'
