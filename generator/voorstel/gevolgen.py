"""Wat er nog meer anders wordt: pagina's, wijken, bladen bij partners, wat het zoeken vindt, en de dekking."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.betekenis.tijdtekst import opsomming
from generator.model import Catalogus
from generator.model.geschiedenis import ANDERS, VERHUISD, Verandering
from generator.paginas import Pagina, alle_paginas
from generator.paginas.gebied.dekking import UITLEG, dekking, heeft_dekking
from generator.voorstel.standen import Standen
from generator.voorstel.zoekverschil import zoekzinnen

_MEESTE, _NAMEN = 12, 3
# Wat alleen op de eigen pagina staat, of nergens.
_EIGEN_PAGINA = (
    "gecontroleerd",
    "zoekwoorden",
    "omschrijving",
    "bron",
    "voorbeeld",
    "contact.email",
    "contact.website",
)
_EIGEN_PAD = {"voorziening": "voorzieningen/{}/", "organisatie": "organisaties/{}/", "functie": "functies/{}/"}
_EIGEN_PAD |= {"thema": "themas/{}/", "pagina": "{}/"}


class Gevolg(Struct, frozen=True):
    """Een groep gevolgen: een kop en zinnen."""

    kop: str
    zinnen: tuple[str, ...]


def gevolgen(standen: Standen) -> list[Gevolg]:
    """Alle gevolgen die er zijn; met fouten in een van de twee standen is er niets te vergelijken."""
    oud, nieuw = standen.oud.catalogus, standen.nieuw.catalogus
    if oud is None or nieuw is None or not standen.veranderingen:
        return []
    paginas = _per_pad(oud), _per_pad(nieuw)
    groepen = {
        "Pagina's": _pagina_zinnen(*paginas, standen.veranderingen),
        "Wijken": _wijkzinnen(standen.veranderingen, oud, nieuw),
        "Op de site van partners": _partnerzinnen(*paginas, _op_een_kaartje(standen.veranderingen)),
        "Zoeken": zoekzinnen(standen.veranderingen, oud, nieuw),
        "Dekking": _dekkingzinnen(oud, nieuw),
    }
    return [Gevolg(kop, tuple(zinnen)) for kop, maak in groepen.items() if (zinnen := _begrensd(maak))]


def _begrensd(zinnen: Iterable[str]) -> list[str]:
    alle = list(zinnen)
    meer = len(alle) - _MEESTE
    return [*alle[:_MEESTE], *([f"En nog {meer}."] if meer > 0 else [])]


def _per_pad(catalogus: Catalogus) -> dict[str, Pagina]:
    return {p.pad: p for p in alle_paginas(catalogus)}


def _op_een_kaartje(veranderingen: tuple[Verandering, ...]) -> bool:
    """Of er iets anders wordt dat ook op een kaartje in een lijst staat."""
    velden = (s.veld for v in veranderingen for s in v.verschillen)
    return any(v.wat != ANDERS for v in veranderingen) or any(not veld.startswith(_EIGEN_PAGINA) for veld in velden)


def _pagina_zinnen(
    oud: dict[str, Pagina], nieuw: dict[str, Pagina], veranderingen: tuple[Verandering, ...]
) -> Iterator[str]:
    for kop, hier, daar in (("Nieuw", nieuw, oud), ("Weg", oud, nieuw)):
        paden = [p for p in hier if p not in daar and not p.startswith("insluiten/")]
        if paden:
            yield f"{kop}: {_noem([f'{hier[p].titel} (/{p})' for p in paden])}."
    eigen = [p for v in veranderingen if (p := _EIGEN_PAD.get(v.soort, "{}").format(v.id)) in nieuw and p in oud]
    if eigen:
        yield f"Anders: {_noem([nieuw[p].titel for p in eigen])}."
    anders = [p for p in nieuw if p in oud and p not in eigen and _is_anders(oud[p], nieuw[p])]
    anders = [p for p in anders if not p.startswith("insluiten/")]
    if anders and _op_een_kaartje(veranderingen):
        wat = "1 andere pagina" if len(anders) == 1 else f"{len(anders)} andere pagina's"
        yield f"Ook op {wat} is het te zien, zoals {_noem([nieuw[p].titel for p in _soort_voorop(anders)])}."


def _soort_voorop(paden: list[str]) -> list[str]:
    """Eerst soorten hulp en onderwerpen; daar zoeken mensen."""
    return sorted(paden, key=lambda p: not p.startswith(("functies/", "themas/", "organisaties/")))


def _is_anders(oud: Pagina, nieuw: Pagina) -> bool:
    return (oud.titel, oud.omschrijving, oud.reken_afdruk()) != (nieuw.titel, nieuw.omschrijving, nieuw.reken_afdruk())


def _noem(namen: list[str]) -> str:
    """De eerste namen, en hoeveel er nog zijn."""
    uniek = list(dict.fromkeys(namen))
    meer = len(uniek) - _NAMEN
    return opsomming([*uniek[:_NAMEN], f"nog {meer}"] if meer > 0 else uniek)


def _wijkzinnen(veranderingen: tuple[Verandering, ...], oud: Catalogus, nieuw: Catalogus) -> Iterator[str]:
    """In welke wijken een plek erbij komt of weggaat, en waar alleen de plek zelf anders is."""
    for v in (v for v in veranderingen if v.soort == "voorziening"):
        een, twee = _wijken(v.inhoud if v.wat == VERHUISD else v.id, oud), _wijken(v.id, nieuw)
        if twee - een:
            yield f"{v.naam} staat voortaan {'ook ' if een else ''}bij {_noem(sorted(twee - een))}."
        if een - twee:
            yield f"{v.naam} staat niet meer bij {_noem(sorted(een - twee))}."
        if een & twee:
            yield f"{v.naam} staat bij {_noem(sorted(een & twee))}."


def _wijken(id_: str, catalogus: Catalogus) -> set[str]:
    v = catalogus.voorzieningen.get(id_)
    if v is None or v.status != "actief":
        return set()
    codes = catalogus.gebieden_van(v)
    if "landelijk" in v.werkgebied:
        return {"heel Nederland"}
    for gemeente in catalogus.gemeenten:
        if gemeente.wijken and all(w.code in codes for w in gemeente.wijken):
            codes = codes - {w.code for w in gemeente.wijken}
    return {catalogus.gebieden[c].naam for c in codes if c in catalogus.gebieden}


def _partnerzinnen(oud: dict[str, Pagina], nieuw: dict[str, Pagina], kaartje: bool) -> Iterator[str]:
    bladen = [p for p in {**oud, **nieuw} if p.startswith("insluiten/") and p.count("/") > 1]
    weg, erbij = [p for p in bladen if p not in nieuw], [p for p in bladen if p not in oud]
    anders = [p for p in bladen if kaartje and p in oud and p in nieuw and _is_anders(oud[p], nieuw[p])]
    for paden, een, meer, titels in (
        (weg, "verdwijnt", "verdwijnen", oud),
        (erbij, "is nieuw", "zijn nieuw", nieuw),
        (anders, "wordt anders", "worden anders", nieuw),
    ):
        if paden:
            namen, aantal = _noem([titels[p].titel for p in paden]), len(paden)
            wat = f"1 blad voor een kader {een}" if aantal == 1 else f"{aantal} bladen voor een kader {meer}"
            yield f"{wat}: {namen}."


def _dekkingzinnen(oud: Catalogus, nieuw: Catalogus) -> Iterator[str]:
    """Per functie waar de stand van een wijk anders wordt; wat elke wijk hoort te hebben gaat voor."""
    for gemeente in nieuw.gemeenten:
        was = oud.gemeente_op_code.get(gemeente.code)
        if was is None or not (heeft_dekking(gemeente, nieuw) and heeft_dekking(was, oud)):
            continue
        een, twee = dekking(was, oud), dekking(gemeente, nieuw)
        wissels: dict[tuple[str, str, str], list[str]] = {}
        for (gebied, functie), vakje in twee.items():
            vorige = een.get((gebied, functie))
            if vorige and vorige.stand != vakje.stand and gebied in nieuw.gebieden:
                wissels.setdefault((functie, vorige.stand, vakje.stand), []).append(nieuw.gebieden[gebied].naam)
        for (functie, van, naar), wijken in sorted(wissels.items(), key=lambda w: w[0][0] not in gemeente.essentieel):
            hoort = " (dit hoort elke wijk te hebben)" if functie in gemeente.essentieel else ""
            kop = f"{nieuw.functies[functie].naam}{hoort} in {_noem(wijken)}"
            yield f"{kop}: eerst '{UITLEG[van]}', straks '{UITLEG[naar]}'."
