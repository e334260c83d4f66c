"""Kloppen de eigen woorden voor nood van een gemeente: bestaan de groepen, nummers en soorten waar zij naar verwijst?"""

from collections.abc import Iterable, Iterator

from generator.controles.stand import Stand
from generator.lezen.crisis import eigen_crisis, met_aanvulling
from generator.model.crisis import Crisis

_PAD = "sociale_kaart/crisis.yaml"


def controleer_crisis(stand: Stand) -> None:
    """Elke groep en elk nummer bestaat, een nieuwe soort heeft een kop en een tekst, en een nummer komt ergens
    vandaan.
    """
    crisis = stand.kennis.crisis
    if crisis is None:
        return
    samen = met_aanvulling(eigen_crisis(), crisis)
    _bestaat(stand, "SK331", _groepen(crisis), {g.groep for g in samen.groepen})
    _bestaat(stand, "SK332", _nummers(crisis), {n.id for n in samen.nummers})
    bekend = {s.id for s in eigen_crisis().soorten}
    for nummer, soort in enumerate(crisis.soorten):
        if soort.id not in bekend and not (soort.kop and soort.tekst and soort.nummers):
            stand.meld(
                "SK333",
                _PAD,
                f"soorten.{nummer}.id",
                id=soort.id,
                voorstel=stand.voorstel("noodsoort", soort.id, bekend),
            )
    for nummer, noodnummer in enumerate(crisis.nummers):
        if not (noodnummer.ingang or noodnummer.functies or (noodnummer.telefoon and noodnummer.bron)):
            stand.meld("SK334", _PAD, f"nummers.{nummer}.id", id=noodnummer.id)


def _bestaat(stand: Stand, code: str, genoemd: Iterable[tuple[str, str]], bekend: set[str]) -> None:
    for plek, id_ in genoemd:
        if id_ not in bekend:
            stand.meld(code, _PAD, plek, id=id_, voorstel=stand.voorstel(code, id_, bekend))


def _groepen(crisis: Crisis) -> Iterator[tuple[str, str]]:
    """Elke genoemde groep, met de plek waar zij staat."""
    for s, soort in enumerate(crisis.soorten):
        for lijst in ("regels", "bij"):
            for nummer, deel in enumerate(getattr(soort, lijst)):
                for veld in ("samen", "niet"):
                    yield from (
                        (f"soorten.{s}.{lijst}.{nummer}.{veld}.{i}", groep)
                        for i, item in enumerate(getattr(deel, veld))
                        for groep in item.removeprefix("ook ").split("/")
                    )
    yield from ((f"remmen.{nummer}.groep", rem.groep) for nummer, rem in enumerate(crisis.remmen))


def _nummers(crisis: Crisis) -> Iterator[tuple[str, str]]:
    for s, soort in enumerate(crisis.soorten):
        yield from ((f"soorten.{s}.nummers.{i}", id_) for i, id_ in enumerate(soort.nummers))
        yield from (
            (f"soorten.{s}.bij.{nummer}.nummers.{i}", id_)
            for nummer, bij in enumerate(soort.bij)
            for i, id_ in enumerate(bij.nummers)
        )
