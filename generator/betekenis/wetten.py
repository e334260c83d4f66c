"""Onder welke wet een functie nu valt, welke weg daarbij hoort, en waar haar naam vandaan komt."""

from generator.betekenis.woorden import WETTEN, WETTEN_NU
from generator.model import Functie
from generator.model.wet import Weg, Wetboek, Wetnu

TOEGEVOEGD = "aanvulling"


def wetten_nu(functie: Functie) -> tuple[str, ...]:
    """De wetten van nu, elk een keer."""
    return tuple(dict.fromkeys(w.wet for w in functie.wetten_nu))


def namen_nu(functie: Functie) -> list[str]:
    return [WETTEN_NU[w] for w in wetten_nu(functie)]


def namen_toen(functie: Functie) -> list[str]:
    """De kolommen waar de functie in het stuk van 2014 onder stond."""
    return [WETTEN[w] for w in functie.wetten]


def artikel(tekst: str) -> str:
    """Een artikel met het woord ervoor; de naam van een wet blijft zoals zij is."""
    return f"artikel {tekst}" if tekst[:1].isdigit() else tekst


def in_woorden(merk: Wetnu) -> str:
    kern = f"{WETTEN_NU[merk.wet]}, {artikel(merk.artikel)}" if merk.artikel else WETTEN_NU[merk.wet]
    return f"{kern} ({merk.wanneer})" if merk.wanneer else kern


def weg_van(functie: Functie, boek: Wetboek | None) -> Weg | None:
    """De weg die een functie noemt; anders die van haar eerste wet."""
    wegen = boek.wegen if boek else ()
    eigen = [w for w in wegen if functie.id in w.functies]
    op_wet = [w for wet in wetten_nu(functie) for w in wegen if wet in w.wetten]
    return next(iter((*eigen, *op_wet)), None)


def uit_stuk(functie: Functie) -> bool:
    """Of de functie als blok in haar stuk staat; zo niet, dan is zij toegevoegd of alleen in een zin genoemd."""
    return functie.bron != TOEGEVOEGD and not functie.genoemd_als and functie.soort == "bouwblok"


def naam_in_stuk(functie: Functie) -> str:
    """Hoe de bron de functie noemt, of dat zij er niet in staat."""
    if functie.bron == TOEGEVOEGD:
        return "niet in een stuk; hier toegevoegd"
    return f"geen blok; genoemd als '{functie.genoemd_als}'" if functie.genoemd_als else functie.naam_in_bron
