"""Wat iemand bedoelt die een eigen woord gebruikt waar de site een vast woord verwacht: zoeken op betekenis, niet op letters."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache

from generator.betekenis import woorden

# Woorden van schrijvers bij de vaste woorden van een lijst. De eigen woorden van de lijst komen erbij uit `woorden`.
_OOK = {
    "spoed": "acuut, direct, noodgeval, crisis, dringend",
    "vrij": "inloop, vrije inloop, inloopspreekuur, spreekuur, binnenlopen, langskomen, walk-in, open, laagdrempelig, vrij toegankelijk, "
    "iedereen, gratis, zomaar, zonder afspraak, geen afspraak nodig, geen aanmelding, zonder aanmelding, geen verwijzing nodig",
    "aanmelden": "aanmelding, op afspraak, afspraak, na afspraak, inschrijven, inschrijving, reserveren, intake, registreren, "
    "opgeven, lid worden, lidmaatschap, contact opnemen, bellen, mailen, telefonisch",
    "onbekend": "weet ik niet, weet niet, nvt, n.v.t., geen idee, nog niet bekend",
    "verwijzing": "doorverwijzing, verwijsbrief, huisarts, via huisarts, specialist, jeugdarts",
    "melding_gemeente": "gemeente, wmo-loket, gemeenteloket, loket, aanvraag, aanvragen, besluit, beschikking, wijkteam, "
    "keukentafelgesprek",
    "indicatie": "wlz, ciz, indicatiestelling, zorgprofiel",
    "gratis": "kosteloos, geen, geen kosten, niks, niets, nul, 0, vrij, free, vergoed",
    "eigen_bijdrage": "bijdrage, eigen risico, kleine bijdrage, cak, vrijwillige bijdrage, donatie",
    "betaald": "tarief, contributie, lidmaatschap, prijs, entree, euro, duur, abonnement, ja",
    "iedereen": "alle, allemaal, alle inwoners, alle bewoners, algemeen, alle leeftijden",
    "kinderen": "kind, peuters, kleuters, baby, basisschool, jeugd, 0-12, 4-12",
    "jongeren": "jongere, tieners, pubers, jongvolwassenen, 12-18, 12+",
    "ouders": "ouder, opvoeders, gezin, gezinnen, vaders, moeders",
    "volwassenen": "volwassene, 18+, 18-plus",
    "ouderen": "oudere, senioren, bejaarden, 55+, 65+, 55-plus, 65-plus, gepensioneerden",
    "beperking": "gehandicapten, handicap, lvb, chronisch zieken, psychische klachten, ggz",
    "nieuwkomers": "statushouders, vluchtelingen, asielzoekers, inburgeraars, migranten, anderstaligen",
    "ondernemers": "zzp, zzp'ers, bedrijven, zelfstandigen, mkb",
    "naasten": "familie, partner, omgeving, nabestaanden",
    "professionals": "hulpverleners, verwijzers, zorgverleners, beroepskrachten",
    "actief": "open, in bedrijf, bestaat, lopend",
    "gesloten": "dicht, opgeheven, gestopt, beeindigd, weg, vervallen",
    "deels": "gedeeltelijk, half, beperkt, soms",
    "optellen": "som, aantal, tel op, sommeren, totaal, sum",
    "gemiddelde": "gemiddeld, procent, percentage, middelen, mean, avg, ratio",
    "niet": "geen, none",
}
_LIJSTEN = tuple(lijst for naam, lijst in vars(woorden).items() if naam.isupper() and isinstance(lijst, dict))
_VULWOORDEN = frozenset(
    "aan af al als bij dan dat de den der die dit doen door een en er geen gaan had heb hebben heeft het hij hoe ik in is je "
    "kan kunnen maar met mijn naar niet nog of om ook op over te tot u uit uw van voor waar was wat we wel wij wil worden "
    "wordt ze zich zijn zo hulp".split()
)


def stam(woord: str) -> str:
    """Een woord zonder de gewone uitgangen, zodat 'maaltijden' en 'maaltijd' gelijk zijn."""
    kaal = re.sub(r"(?:jes|je|en|s|e)$", "", woord) if len(woord) > 4 else woord
    kaal = re.sub(r"([aeou])\1(?=[a-z]$)", r"\1", kaal)
    return re.sub(r"([a-z])\1$", r"\1", kaal).replace("v", "f").replace("z", "s")


@lru_cache(maxsize=20_000)
def stammen(tekst: str) -> frozenset[str]:
    """De woorden van een tekst die iets zeggen, als stammen."""
    delen = re.findall(r"[^\W_]+", tekst.lower())
    return frozenset(stam(deel) for deel in delen if deel not in _VULWOORDEN) or frozenset(map(stam, delen))


class Zinnenboek:
    """Zinnen met de ids waar zij bij horen; `zoek` geeft de ids die het beste bij een woord of zin passen."""

    def __init__(self, zinnen: Iterable[tuple[str, str]]):
        self.zinnen: dict[frozenset[str], list[str]] = defaultdict(list)
        self.per_stam: dict[str, set[frozenset[str]]] = defaultdict(set)
        for id_, zin in zinnen:
            sleutel = stammen(zin)
            self.zinnen[sleutel].append(id_)
            for deel in sleutel:
                self.per_stam[deel].add(sleutel)

    def zoek(self, tekst: str, aantal: int = 3) -> list[str]:
        """De beste ids: eerst waar precies dit staat, dan waar alle woorden in een zin staan, dan waar de meeste staan."""
        vraag = stammen(tekst)
        punten: dict[str, float] = defaultdict(float)
        for zin in set().union(*(self.per_stam.get(deel, set()) for deel in vraag)):
            gelijk = len(zin & vraag)
            waarde = gelijk / len(vraag) + gelijk / len(zin)
            if 2 * gelijk >= len(vraag):
                for id_ in self.zinnen[zin]:
                    punten[id_] = max(punten[id_], waarde)
        return sorted(punten, key=lambda id_: (-punten[id_], id_))[:aantal]


def _kort(waarde: object) -> str:
    return waarde if isinstance(waarde, str) else getattr(waarde, "kort", "")


@lru_cache(maxsize=100)
def _keuzewoorden(keuzes: tuple[str, ...]) -> tuple[dict[str, str], Zinnenboek]:
    """Bij een gesloten lijst: elk woord dat precies een keuze bedoelt, en alle woorden om in te zoeken."""
    lijst = next((lijst for lijst in _LIJSTEN if tuple(lijst) == keuzes), {})
    eigen = [(keuze, zin) for keuze in keuzes for zin in (keuze.replace("_", " "), _kort(lijst.get(keuze))) if zin]
    anders = [(keuze, zin) for keuze in keuzes for zin in _OOK.get(keuze, "").split(", ") if zin]
    return {_kaal(zin): keuze for keuze, zin in (*anders, *eigen)}, Zinnenboek([*eigen, *anders])


def _kaal(tekst: str) -> str:
    return re.sub(r"[\W_]", "", tekst.lower()) or tekst


def bedoelde_keuze(waarde: str, keuzes: Collection[str]) -> str:
    """Het vaste woord dat de schrijver bedoelde, of niets als zijn woord nergens bij hoort."""
    precies, boek = _keuzewoorden(tuple(keuzes))
    return precies.get(_kaal(waarde)) or next(iter(boek.zoek(waarde, 1)), "")
