"""Voorbeelden in de uitleg die op deze site bestaan: een code van de gemeente zelf, en een id dat er is."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model import Catalogus
from generator.schema.veld import Veld


def eigen_voorbeelden(catalogus: Catalogus) -> dict[str, str]:
    """Per soort verwijzing en per soort code een id van deze site, zodat een voorbeeld hier werkt; leeg als er geen is."""
    gemeente = catalogus.gemeente_op_code.get(catalogus.instellingen.gemeente or "")
    gemeente = gemeente or next(iter(catalogus.gemeenten), None)
    wijken = gemeente.wijken if gemeente else ()
    loket = gemeente.toegangspunt if gemeente else ""
    return {
        "functie": next(iter(catalogus.functies), ""),
        "organisatie": next(iter(catalogus.organisaties), ""),
        "voorziening": loket or next((v.id for v in catalogus.voorzieningen.values() if v.status == "actief"), ""),
        "thema": next(iter(catalogus.themas), ""),
        "gebied": gemeente.code if gemeente else "",
        "taak": next(iter(catalogus.kennis.taak_op_id), ""),
        "cluster": next(iter(catalogus.kennis.cluster_op_id), ""),
        "begrip": next((begrip.id for begrip in catalogus.kennis.begrippen), ""),
        "GM": gemeente.code if gemeente else "",
        "WK": wijken[0].code if wijken else "",
        "WK2": wijken[1].code if len(wijken) > 1 else "",
    }


def met_voorbeelden(veld: Veld, eigen: Mapping[str, str]) -> Veld:
    """Hetzelfde veld, met waar dat kan een code of id van deze site als voorbeeld."""
    velden = tuple(met_voorbeelden(deel, eigen) for deel in veld.velden)
    return replace(veld, velden=velden, voorbeeld=eigen.get(sleutel_van(veld)) or veld.voorbeeld)


def met_wijken(tekst: str, eigen: Mapping[str, str]) -> str:
    """Een voorbeeld van een tabel, met wijken van deze site."""
    for voorbeeld, sleutel in (("WK999901", "WK"), ("WK999902", "WK2"), ("GM9999", "GM")):
        tekst = tekst.replace(voorbeeld, eigen.get(sleutel) or voorbeeld)
    return tekst


def sleutel_van(veld: Veld) -> str:
    """Waar het voorbeeld van dit veld onder staat: het begin van een code, of wat het noemt."""
    return str(veld.voorbeeld)[:2] if veld.soort == "gebiedscode" else veld.verwijst
