"""Weet de site genoeg van de vakanties voor tijden die er dan niet zijn?"""

from collections.abc import Iterator

from generator.betekenis.rooster import FEESTDAGEN
from generator.betekenis.vandaag import regio_uit
from generator.controles.stand import Stand
from generator.model import Gemeente, Tijden, Voorziening

_BESTAND = "sociale_kaart/schoolvakanties.yaml"


def _blokken(v: Voorziening) -> Iterator[tuple[str, tuple[Tijden, ...]]]:
    """(veldpad, blokken) van elk kanaal."""
    for nummer, plek in enumerate(v.locaties):
        yield f"locaties.{nummer}.openingstijden", plek.openingstijden
    yield "contact.telefoontijden", v.contact.telefoontijden
    for nummer, telefoon in enumerate(v.contact.telefoons):
        yield f"contact.telefoons.{nummer}.tijden", telefoon.tijden
    yield "contact.chattijden", v.contact.chattijden


def _regio(v: Voorziening, stand: Stand, per_code: dict[str, Gemeente]) -> str | None:
    plaatsen = [code for i in range(len(v.locaties)) if (code := stand.plaatsen.get((v.id, i)))]
    return regio_uit((*plaatsen, *v.werkgebied, stand.instellingen.gemeente or ""), per_code)


def _bezwaar(regio: str | None, stand: Stand) -> tuple[str, str] | None:
    """(reden, oplossing) als van een regio niet bekend is wanneer er vakantie is."""
    if regio is None:
        return (
            "van de gemeente is de schoolregio niet bekend",
            "zet in gemeente.yaml van de gemeente: schoolregio: noord (of midden, of zuid).",
        )
    tot = getattr(stand.kennis.schoolvakanties.bekend_tot, regio)
    if tot is None:
        return (
            f"van de regio {regio} staan er geen",
            f"zet in {_BESTAND} de vakanties van de regio {regio}, met 'bekend_tot'.",
        )
    if tot < stand.peildatum:
        return (
            f"zij zijn bekend tot en met {tot}",
            f"zet in {_BESTAND} de vakanties daarna, en schuif 'bekend_tot' op.",
        )
    return None


def controleer_vakanties(stand: Stand) -> None:
    """Een waarschuwing bij tijden met 'niet_in' als niemand weet wanneer dat is: hun stand is dan nooit zeker."""
    per_code = {g.code: gemeente for gemeente in stand.gemeenten for g in (*gemeente.wijken, *gemeente.buurten)}
    per_code |= {gemeente.code: gemeente for gemeente in stand.gemeenten}
    for v in stand.gelezen.voorzieningen:
        for veldpad, blokken in _blokken(v):
            for nummer, blok in enumerate(blokken):
                namen = [naam for naam in blok.niet_in if naam != FEESTDAGEN]
                if namen and v.status != "gesloten" and (bezwaar := _bezwaar(_regio(v, stand, per_code), stand)):
                    stand.meld_eerste(
                        "SK241",
                        v.pad,
                        (f"{veldpad}.{nummer}.niet_in", f"{veldpad}.niet_in"),
                        wat=", ".join(namen),
                        reden=bezwaar[0],
                        oplossing=bezwaar[1],
                    )
