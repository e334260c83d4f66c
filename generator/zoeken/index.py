"""De zoekindex: een keer het vocabulaire, en per ingang zo weinig mogelijk. `kern` is nodig voor de eerste treffer,
`rest` komt daarna.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.betekenis.activiteiten import namen_bij_plek
from generator.betekenis.actueel import lager_na
from generator.betekenis.dagdelen import dagdelen_van
from generator.betekenis.opvolging import opvolger_van, vroegere
from generator.betekenis.talen import taalnaam
from generator.betekenis.vandaag import standcode_van
from generator.betekenis.woorden import DOELGROEPEN, KOSTEN, ROLSTOEL, TOEGANG
from generator.json_tekst import als_json
from generator.lezen.waarden import nette_naam
from generator.model import Catalogus, Functie, Voorziening
from generator.opmaak import gewone_tekst
from generator.voorraad import vingerafdruk
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.elders import alle_elders, lees_plaatsen, nooit_voorstellen
from generator.zoeken.situaties import maak_begrip
from generator.zoeken.taal import lees_gewone_taal, lees_taal

VERSIE = 2
# Stopwoorden die met een enkel ander woord erbij toch de betekenis maken.
_BETEKENIS = set(
    "zonder uit even ander andere anders eens na over op in zelf alles altijd eigen zich nu laat tussen wil willen a".split()
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _plat(tekst: str | None) -> str:
    """Markdown als een regel gewone tekst."""
    return " ".join(gewone_tekst(tekst).split())


def _lijst(waarden: Iterable[object]) -> str:
    return ",".join(map(str, waarden))


def _kort_id(id_: str, naam: str) -> str:
    """Leeg als het id vanzelf uit de naam volgt; dat scheelt de helft van de bytes."""
    return "" if nette_naam(naam) == id_ else id_


def _functie(functie: Functie, themas: dict[str, int], stop: frozenset[str], samen: tuple[str, ...]) -> list:
    bekend = set(re.findall(r"\w+", f"{functie.naam} {functie.id}".lower()))
    nieuw = set(re.findall(r"\w+", functie.naam_in_bron.lower())) - bekend
    naam_in_bron = functie.naam_in_bron if nieuw else ""
    return [
        functie.id,
        functie.naam,
        naam_in_bron,
        int(functie.besluit) * (1 + (functie.id in samen)),
        [themas[t] for t in functie.themas],
        "|".join(_vroeg(functie, stop)),
    ]


def _situaties(functie: Functie, stop: frozenset[str]) -> str:
    """De woorden van de situaties die nog geen zoekwoord zijn, elk een keer: eerst die over mensen, na de | de rest."""
    s, bekend = functie.situaties, _losse_woorden(functie.zoekwoorden) | stop
    personen = _losse_woorden(s.wie) - bekend
    rest = _losse_woorden((*s.wat_er_is, *s.dingen, *s.gevoel, *s.doen)) - bekend - personen
    return f"{' '.join(sorted(personen))}|{' '.join(sorted(rest))}"


def _losse_woorden(zinnen: Iterable[str]) -> set[str]:
    return set(re.findall(r"[^\W_]+", " ".join(zinnen).lower().replace("'", "")))


@lru_cache(maxsize=2048)  # vier stukken van de index vragen ernaar
def _zoekwoorden(functie: Functie, stop: frozenset[str]) -> dict[str, str]:
    """De woorden van inwoners, kort: zonder 'ik kan mijn' ervoor, en in lange zinnen zonder stopwoorden. Het zoekt hetzelfde.

    Van kort naar de hele zin; die komt in de rest, om te laten zien waarom iets gevonden is.
    """
    uit: dict[str, str] = {}
    for zin in sorted(functie.zoekwoorden):
        woorden = zin.split()
        if len(woorden) > 2:
            woorden = [w for w in woorden if w.lower() not in stop or w == "of"]
        while len(woorden) > 1 and woorden[0].lower() in stop:
            woorden.pop(0)
        uit.setdefault(f"~{zin}" if _hangt_aan_stopwoord(zin.lower().split(), stop) else " ".join(woorden) or zin, zin)
    return uit


@lru_cache(maxsize=2048)
def _vroeg(functie: Functie, stop: frozenset[str]) -> list[str]:
    """De zoekwoorden die de kern nodig heeft: losse woorden, en twee woorden die er allebei nog niet bij stonden."""
    alle = _zoekwoorden(functie, stop)
    bekend = {w[:5] for w in functie.naam.lower().split()} | {w.lower()[:5] for w in alle if " " not in w}

    def is_nieuw(kort: str) -> bool:
        woorden = kort.lower().lstrip("~").split()
        return len(woorden) == 2 and not any(w[:5] in bekend for w in woorden)

    return [kort for kort in alle if " " not in kort or is_nieuw(kort)]


def _later(functie: Functie, stop: frozenset[str]) -> list[str]:
    """De zoekwoorden die met de rest komen."""
    vroeg = set(_vroeg(functie, stop))
    return [kort for kort in _zoekwoorden(functie, stop) if kort not in vroeg]


def _hangt_aan_stopwoord(woorden: list[str], stop: frozenset[str]) -> bool:
    """Of er maar een woord met inhoud is, dat zonder de rest iets anders zegt: 'zonder huis' is niet 'huis'."""
    return len(woorden) < 4 and sum(w not in stop for w in woorden) == 1 and bool(set(woorden) & _BETEKENIS)


class _Tabel:
    """Nummert wat vaak hetzelfde is."""

    def __init__(self):
        self.nummers: dict = {}

    def nummer(self, waarde) -> int:
        return self.nummers.setdefault(waarde, len(self.nummers))


def _rolstoel(voorziening: Voorziening) -> str:
    """De beste toegang van alle plekken: j(a), d(eels), n(ee) of ?."""
    gevonden = {p.rolstoel for p in voorziening.locaties}
    return next((k[0] for k in ROLSTOEL if k in gevonden and k != "onbekend"), "?")


def _leeftijd(voorziening: Voorziening) -> str:
    """Van en tot en met, zoals 4-12, 18- of -12; leeg als er geen grens is."""
    leeftijd = voorziening.leeftijd
    return "-".join("" if grens is None else str(grens) for grens in (leeftijd.van, leeftijd.tot)) if leeftijd else ""


def _kern(
    ingangen: list[Voorziening], catalogus: Catalogus, functies: dict[str, int], gebieden: dict[str, int]
) -> dict:
    def ligt(v: Voorziening) -> str:
        codes = dict.fromkeys(c for i in range(len(v.locaties)) if (c := catalogus.gebied_van(v, i)) in gebieden)
        return _lijst(gebieden[c] for c in codes)

    def werk(v: Voorziening) -> str:
        if "landelijk" in v.werkgebied:
            return "*" if v.contact.telefoon or v.locaties else "~"
        leden = (g.code for c in v.werkgebied for g in catalogus.leden_van(c))  # een regio is al haar gemeenten
        return _lijst(gebieden[c] for c in dict.fromkeys((*v.werkgebied, *leden)) if c in gebieden)

    hoe = {sleutel: i for i, sleutel in enumerate(TOEGANG)}
    return {
        "id": "\n".join(_kort_id(v.id, v.naam) for v in ingangen),
        "naam": "\n".join(v.naam for v in ingangen),
        "functies": ";".join(_lijst(functies[f] for f in v.functies) for v in ingangen),
        "hoe": "".join(_LETTERS[hoe[v.toegang.hoe]] for v in ingangen),
        "ligt": ";".join(ligt(v) for v in ingangen),
        "werk": ";".join(map(werk, ingangen)),
    }


def _rest(
    ingangen: list[Voorziening],
    catalogus: Catalogus,
    organisaties: dict[str, int],
    functies: list[Functie],
    stop: frozenset[str],
) -> dict:
    elders = [[e.id, e.naam, e.waar, e.uitleg, e.url or "", list(e.varianten)] for e in alle_elders(catalogus)]
    standen, plaatsen, lager = _Tabel(), _Tabel(), _Tabel()
    te_doen = namen_bij_plek(catalogus)
    doelgroep = {d: i for i, d in enumerate(DOELGROEPEN)}
    talen = sorted({t for v in ingangen for t in v.talen})
    taal = {t: i for i, t in enumerate(talen)}
    kosten = {sleutel: i for i, sleutel in enumerate(KOSTEN)}

    def plekken(v: Voorziening) -> str:
        return _lijst(dict.fromkeys(plaatsen.nummer(p.adres.plaats) for p in v.locaties if p.adres))

    def adressen(v: Voorziening) -> str:
        plekken = [p.adres for p in v.locaties if p.adres]
        return "|".join(
            dict.fromkeys(";".join((a.straat or "", a.huisnummer or "", a.postcode or "")) for a in plekken)
        )

    def zinnen(f) -> str:
        voluit = _zoekwoorden(f, stop)
        orde = (*_vroeg(f, stop), *_later(f, stop))
        return "|".join("" if kort in (zin := voluit[kort], f"~{zin}") else zin for kort in orde)

    return {
        "zoekwoorden": "\n".join("|".join(_later(f, stop)) for f in functies),
        "zinnen": "\n".join(map(zinnen, functies)),
        "situaties": "\n".join(_situaties(f, stop) for f in functies),
        "begrip": maak_begrip({f.id: i for i, f in enumerate(functies)}),
        "taal": lees_gewone_taal(),
        "uitleg": "\n".join(_plat(f.uitleg.bron) for f in functies),
        "vragen": "\n".join(_plat(" ".join(f.vragen)) for f in functies),
        "themas": [
            [t.samenvatting, "|".join(t.zoekwoorden), "|".join(t.kan_er_spelen)] for t in catalogus.themas.values()
        ],
        "organisaties": "\n".join(o.samenvatting for o in catalogus.organisaties.values()),
        "samenvatting": "\n".join(v.samenvatting for v in ingangen),
        "woorden": "\n".join("|".join(dict.fromkeys((*v.zoekwoorden, *te_doen.get(v.id, ())))) for v in ingangen),
        "organisatie": _lijst(organisaties.get(v.organisatie or "", -1) for v in ingangen),
        "plaats": ";".join(plekken(v) for v in ingangen),
        "adres": "\n".join(adressen(v) for v in ingangen),
        "telefoon": "\n".join(v.contact.telefoon or "" for v in ingangen),
        "nummers": "\n".join("|".join(t.telefoon for t in v.contact.telefoons) for v in ingangen),
        "mail": "\n".join(v.contact.email or "" for v in ingangen),
        "site": "\n".join(re.sub(r"^https?://(www\.)?|/$", "", v.contact.website or "") for v in ingangen),
        "kosten": "".join(_LETTERS[kosten[v.kosten.soort if v.kosten else "onbekend"]] for v in ingangen),
        "rolstoel": "".join(_rolstoel(v) for v in ingangen),
        "doelgroepen": ";".join(_lijst(doelgroep[d] for d in v.doelgroepen) for v in ingangen),
        "leeftijd": ";".join(_leeftijd(v) for v in ingangen),
        "dagdelen": ";".join(dagdelen_van(v, catalogus) for v in ingangen),
        "talen": ";".join(_lijst(taal[t] for t in v.talen) for v in ingangen),
        "stand": _lijst(standen.nummer(standcode_van(v, catalogus)) for v in ingangen),
        "lager": _lijst(lager.nummer(str(lager_na(v, catalogus) or "")) for v in ingangen),
        "lagertabel": list(lager.nummers),
        "gesloten": _gesloten(catalogus),
        "standtabel": list(standen.nummers),
        "plaatsen": list(plaatsen.nummers),
        "elders": elders,
        "elders_plaatsen": lees_plaatsen(),
        "nooit": nooit_voorstellen(),
        "alle_doelgroepen": list(DOELGROEPEN),
        "alle_talen": [[c, taalnaam(c)] for c in talen],
    }


def _gesloten(catalogus: Catalogus) -> list[list[str]]:
    """Wat niet meer bestaat: id, naam, en id en naam van wat ervoor in de plaats kwam (leeg als dat er niet is)."""
    weg = [v for v in catalogus.voorzieningen.values() if v.status == "gesloten"]
    paren = [(v.id, v.naam, opvolger_van(v, catalogus)) for v in weg]
    paren += [(v.id, v.naam, v.nu) for v in vroegere(catalogus) if v.naam and not (v.nu and v.nu.naam == v.naam)]
    return [[id_, naam, nu.id if nu else "", nu.naam if nu else ""] for id_, naam, nu in paren]


def _gebieden(catalogus: Catalogus) -> list[list]:
    """Gemeenten en wijken: code, naam, slug en het nummer van de gemeente (-1 voor een gemeente zelf)."""
    uit: list[list] = []
    for gemeente in catalogus.gemeenten:
        ouder = len(uit)
        uit.append([gemeente.code, gemeente.naam, gemeente.slug, -1])
        uit += [[w.code, w.naam, w.slug, ouder] for w in gemeente.wijken]
    return uit


def maak_index(catalogus: Catalogus) -> tuple[dict, dict]:
    """De kern en de rest van de zoekindex, als JSON-waarden. statisch/zoek/index.js vouwt ze uit.

    De kern heeft alles om te zoeken op functie, naam en gebied; de rest voegt samenvattingen, plaatsen, nummers en tijden toe.
    """
    ingangen = [v for v in catalogus.voorzieningen.values() if v.status == "actief"]
    themas = {t: i for i, t in enumerate(catalogus.themas)}
    # Wat op elkaar lijkt naast elkaar; dan wordt het bestand kleiner.
    soorten = sorted(catalogus.functies.values(), key=lambda f: ([themas[t] for t in f.themas], f.id))
    functies = {f.id: i for i, f in enumerate(soorten)}
    organisaties = {o: i for i, o in enumerate(catalogus.organisaties)}
    gebieden = _gebieden(catalogus)
    stop = frozenset(lees_taal()["stop"].split())
    samen = catalogus.kennis.wegwijzer.samen if catalogus.kennis.wegwijzer else ()
    nummers = {rij[0]: i for i, rij in enumerate(gebieden)}
    kern = {
        "versie": VERSIE,
        "peildatum": catalogus.peildatum.isoformat(),
        "zaad": catalogus.peildatum.toordinal(),
        "taal": lees_taal(),
        "crisis": maak_crisis(catalogus, vroeg=True),
        "gebieden": gebieden,
        "themas": [[t.id, t.naam] for t in catalogus.themas.values()],
        "functies": [_functie(f, themas, stop, samen) for f in soorten],
        "organisaties": [[_kort_id(o.id, o.naam), o.naam] for o in catalogus.organisaties.values()],
        "kern": _kern(ingangen, catalogus, functies, nummers),
        "toegang": [[sleutel, w.kort, w.trede, int(w.open_voor_ieder)] for sleutel, w in TOEGANG.items()],
        "kosten": list(KOSTEN.items()),
    }
    rest = {"versie": VERSIE, "rest": _rest(ingangen, catalogus, organisaties, soorten, stop)}
    # De browser kan een oude kern bij een nieuwe rest bewaren; met dit merk ziet hij dat.
    kern["bouw"] = rest["bouw"] = vingerafdruk(als_json([kern, rest]))[:12]
    return kern, rest
