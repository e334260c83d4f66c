"""De lijsten van een wijk of eigen gebied: wat past op de pagina zelf, en de rest op een pagina per onderwerp."""

from collections.abc import Collection, Iterator
from functools import cached_property, partial

from markupsafe import Markup

from generator.betekenis.bereiken import mist_punt
from generator.model import Catalogus, Gebied, Thema, Voorziening
from generator.paginas import Pagina
from generator.paginas.gebied.gids import gids
from generator.paginas.gemeen.verdelen import Groep, Verdeling, deelbladen, gewichten, groepen, in_delen, te_lang
from generator.paginas.plek.kaartjes import Kaartje, Kaartjes

PerThema = list[tuple[Thema, list[Kaartje]]]


def per_thema(voorzieningen: list[Voorziening], catalogus: Catalogus, kaartjes: Kaartjes) -> PerThema:
    """(thema, kaartjes) voor elk levensgebied dat hier iets heeft; elke voorziening staat bij haar eerste
    levensgebied.
    """
    eigen: dict[str, list] = {id_: [] for id_ in catalogus.themas}
    for v in voorzieningen:
        eigen[catalogus.themas_van(v)[0]].append(v)
    return [(catalogus.themas[id_], kaartjes.lijst(groep)) for id_, groep in eigen.items() if groep]


class Gebiedlijsten:
    """Wie er in een wijk of eigen gebied een plek heeft (`hier`), en wie er verder voor is (`elders`).

    Wat hier een plek heeft, gaat voor: wie elders zit, staat ook op de pagina van het onderwerp. De lijsten zelf worden pas
    uitgewerkt als een pagina ze toont.
    """

    def __init__(
        self,
        wijk: Gebied,
        codes: Collection[str],
        begin: list[Kaartje],
        hier: list[Voorziening],
        elders: list[Voorziening],
        kaartjes: Kaartjes,
    ):
        self.wijk, self.codes, self.begin, self.hier, self.elders = wijk, codes, begin, hier, elders
        self.kaartjes, bovenaan = kaartjes, {k.id for k in begin}
        self.zonder_begin = [v for v in hier if v.id not in bovenaan]
        van_hier = gewichten((kaartjes.op_id[v.id] for v in self.zonder_begin), "gids")
        self.kort = te_lang(van_hier + gewichten((kaartjes.op_id[v.id] for v in elders), "register"))

    @cached_property
    def per_onderwerp(self) -> PerThema:
        return per_thema(self.zonder_begin, self.kaartjes.catalogus, self.kaartjes)

    @cached_property
    def op_blad(self) -> list[Groep]:
        return groepen(self.per_onderwerp, "gids", 0.75 if self.kort else 1)

    @cached_property
    def adres(self) -> dict[str, Markup]:
        return gids(self.hier, self.codes, self.kaartjes.catalogus)

    def velden(self) -> dict:
        """Voor het sjabloon; onder `alles` de hele lijst van elk onderwerp dat hier niet past."""
        elders = per_thema(self.elders, self.kaartjes.catalogus, self.kaartjes)
        return {
            "begin": self.begin,
            "aantal": len(self.hier),
            "hier": self.op_blad,
            "elders": groepen(elders, "register", 0.25 if self.kort else 1),
            "alles": {thema.id: rij for thema, rij in self.lange()},
            "adres": self.adres,
            "elders_zonder_punt": any(map(mist_punt, self.elders)),
        }

    def lange(self) -> PerThema:
        """Elk onderwerp dat niet op de pagina van dit gebied past."""
        if not self.kort:
            return []
        return [paar for paar, groep in zip(self.per_onderwerp, self.op_blad, strict=True) if groep.kort]

    def lange_lijsten(self, pagina: Pagina) -> Iterator[Pagina]:
        """De delen van elk onderwerp dat niet op de pagina van dit gebied past."""
        for thema, rij in self.lange():
            yield from deelbladen(self.van_thema(thema, rij, pagina), pagina, partial(self.kaartjes.afdruk_van, rij))

    def van_thema(self, thema: Thema, rij: list[Kaartje], pagina: Pagina) -> Verdeling:
        naam, basis = self.wijk.naam, f"{pagina.pad}alles-{thema.id}"
        return Verdeling(
            f"{thema.naam} in {naam}",
            f"Hulp in {naam} over: {thema.naam}.",
            len(rij),
            f"thema={thema.id}" + (f"&gebied={self.wijk.code}" if self.wijk.soort == "wijk" else ""),
            in_delen(rij, "gids", f"{basis}/", basis),
            lambda: self.adres,
        )
