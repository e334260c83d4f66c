"""Koppelen: wat de systemen van een gemeente nodig hebben om deze site te lezen."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

HELM = """settings:
  syncJobs:
    website:
      - domain: {domein}
        sourceName: {bron}
        excludeTags: [header, footer, nav]
        crawlRules:{regels}
        maxCrawlDepth: 3
        maxUniqueUrlCount: {meest}
        purgeCrawlEnabled: true
"""
# Wat een medewerker aan de telefoon niets vertelt.
NIET = ("redactie/", "insluiten/", "wegwijzer/", "wijzigingen/", "lijstje/", "melden/", "kcc/")
VAC = """curl -s {adres}data/kiss/vac.json | jq -c '.vacs[] |
  {{type: env.OBJECTTYPE, record: {{typeVersion: 1, startAt: (now | todate[:10]), data: .}}}}' |
  while read -r object; do
    curl -s -X POST "$OBJECTS_API/api/v2/objects" -H "Authorization: Token $SLEUTEL" \\
      -H "Content-Type: application/json" -H "Content-Crs: EPSG:4326" -d "$object"
  done
"""
WIE = "\n  .verantwoordelijkeOrganisatie += {owmsIdentifier: env.OWMS, owmsEndDate: env.OWMS_EINDE} |"
ARTIKEL = """curl -s {adres}data/kiss/kennisartikelen.json | jq -c '.kennisartikelen[] |{wie}
  {{type: env.OBJECTTYPE, record: {{typeVersion: 1, startAt: (now | todate[:10]), data: .}}}}'
"""


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    adres, owms = catalogus.instellingen.adres, catalogus.instellingen.owms
    yield Pagina(
        "koppelen/",
        "insluiten/koppelen.html",
        "Koppelen met andere systemen",
        "Hoe andere systemen van een gemeente deze sociale kaart lezen.",
        {
            "helm": helm(catalogus),
            "vac": VAC.format(adres=adres),
            "artikel": ARTIKEL.format(adres=adres, wie="" if owms else WIE),
            "owms": owms,
        },
        (("Op uw eigen site", "insluiten/"),),
        stijlen=("insluiten/uitleg.css",),
    )


def helm(catalogus: Catalogus) -> str:
    """De waarden voor de robot van KISS; genoeg ruimte voor alle plekken en soorten hulp, twee keer zo groot geworden."""
    inst = catalogus.instellingen
    wortel = "/" + inst.adres.split("/", 3)[3]
    regels = "".join(
        f"\n          - policy: deny\n            type: begins\n            pattern: {wortel}{pad}" for pad in NIET
    )
    aantal = 2 * (len(catalogus.voorzieningen) + len(catalogus.functies)) + 500
    return HELM.format(domein=inst.adres.rstrip("/"), bron=f'"{inst.naam}"', regels=regels, meest=aantal)
