"""De kopregels die een webserver bij deze site hoort mee te sturen, in de taal van vier soorten servers."""

from generator.lezen.geschreven import BEZET
from generator.model import Catalogus, Instellingen
from generator.paginas.gemeen.achtergrond import TEGELSERVER

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{tegels}; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"
)
VAST = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), interest-cohort=()"),
    ("Strict-Transport-Security", "max-age=31536000"),
)


def csp(instellingen: Instellingen) -> str:
    """De Content-Security-Policy zonder frame-ancestors; met een achtergrondkaart mag de browser daar de tegels halen."""
    return _CSP.format(tegels="" if instellingen.achtergrondkaart == "geen" else f" {TEGELSERVER}")


def wortel_van(instellingen: Instellingen) -> str:
    """Het pad van de site op haar server: '/' of '/kaart/'."""
    return "/" + instellingen.adres.split("/", 3)[3]


def kopregels(catalogus: Catalogus) -> list[tuple[str, str]]:
    """(server, tekst): alleen onder /insluiten/ mag een andere site de pagina in een kader zetten."""
    instellingen = catalogus.instellingen
    regels, wortel = csp(instellingen), wortel_van(instellingen)
    return [
        ("nginx", nginx(regels, wortel)),
        ("Apache", apache(regels, wortel)),
        ("Caddy", caddy(regels, wortel)),
        ("Een dienst voor statische sites die _headers kent", statisch(regels, wortel, gesloten_mappen(catalogus))),
    ]


def nginx(regels: str, wortel: str) -> str:
    http, server = nginx_delen(regels, wortel)
    return f"# In het blok http:\n{http}\n# In het blok server:\n{server}"


def nginx_delen(regels: str, wortel: str) -> tuple[str, str]:
    """Wat in het blok http hoort, en wat in het blok server."""
    vast = "".join(f'add_header {naam} "{waarde}" always;\n' for naam, waarde in VAST)
    http = f"""map $uri $inlijsten {{
  default "frame-ancestors 'none'";
  "~^{wortel}insluiten/[^/]+/" "frame-ancestors *";
}}
map $uri $opendata {{
  default "";
  "~^{wortel}data/" "*";
}}
"""
    server = f"""add_header Content-Security-Policy "{regels}; $inlijsten" always;
add_header Access-Control-Allow-Origin $opendata always;
{vast}"""
    return http, server


def apache(regels: str, wortel: str) -> str:
    vast = "".join(f'Header always set {naam} "{waarde}"\n' for naam, waarde in VAST)
    return f"""# In .htaccess, met mod_headers en mod_setenvif aan:
SetEnvIf Request_URI "^{wortel}insluiten/[^/]+/" INSLUITEN
SetEnvIf Request_URI "^{wortel}data/" OPENDATA
Header always set Content-Security-Policy "{regels}; frame-ancestors 'none'" env=!INSLUITEN
Header always set Content-Security-Policy "{regels}; frame-ancestors *" env=INSLUITEN
Header always set Access-Control-Allow-Origin "*" env=OPENDATA
{vast}"""


def caddy(regels: str, wortel: str) -> str:
    vast = "".join(f'  header {naam} "{waarde}"\n' for naam, waarde in VAST)
    return f"""# In het blok van de site in de Caddyfile:
route {{
  @insluiten path_regexp ^{wortel}insluiten/[^/]+/
  @dicht not path_regexp ^{wortel}insluiten/[^/]+/
  @opendata path {wortel}data/*
  header @insluiten Content-Security-Policy "{regels}; frame-ancestors *"
  header @dicht Content-Security-Policy "{regels}; frame-ancestors 'none'"
  header @opendata Access-Control-Allow-Origin "*"
{vast}}}
"""


def gesloten_mappen(catalogus: Catalogus) -> list[str]:
    """Elke map van de site die niet in een kader mag."""
    geschreven = {pad.split("/")[0].removesuffix(".md") for pad in catalogus.geschreven}
    return sorted((BEZET | geschreven) - {"insluiten", "data", "assets", "404", "index", "schil", "schil1"})


def statisch(regels: str, wortel: str, mappen: list[str]) -> str:
    """Zo'n dienst plakt regels van meer paden aan elkaar; daarom staat het verbod per map en niet bij alles."""
    vast = "".join(f"  {naam}: {waarde}\n" for naam, waarde in VAST)
    dicht = "  Content-Security-Policy: frame-ancestors 'none'\n"
    return (
        f"{wortel}*\n  Content-Security-Policy: {regels}\n{vast}{wortel}data/*\n  Access-Control-Allow-Origin: *\n{wortel}\n{dicht}"
        + "".join(f"{wortel}{map_}/*\n{dicht}" for map_ in mappen)
    )
