"""Waar iemand naar moet kijken voor hij een voorstel overneemt, en of dat kan."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from generator.betekenis.tijdtekst import opsomming
from generator.betekenis.woorden import TOEGANG_VOLGORDE
from generator.geschiedenis.grenzen import afstand
from generator.geschiedenis.verschillen import tekst_van
from generator.geschiedenis.waarden import in_woorden
from generator.meldingen import FOUT
from generator.model.geschiedenis import ANDERS, NIEUW, VERHUISD, WEG, Verandering, Verschil
from generator.voorstel.minder import dekking_minder, minder
from generator.voorstel.standen import Standen

NIET, EERST_KIJKEN, KAN = "niet", "eerst_kijken", "kan"
OORDEEL = {
    NIET: "Neem dit nog niet over: er zitten fouten in. De site zou zo niet gebouwd worden.",
    EERST_KIJKEN: "Dit kan worden overgenomen als u de punten hieronder hebt nagekeken.",
    KAN: "Dit kan worden overgenomen. Er is niets dat extra aandacht vraagt.",
}
_VEEL, _VER = 20, 300
_NOEM = 3  # zoveel namen in een zin
_LEEG = 5  # zoveel velden weg uit een bestand dat blijft, is vaker een ongeluk dan een keus
_SPOED = "spoed"


def oordeel(standen: Standen, punten: list[str]) -> str:
    """'niet', 'eerst_kijken' of 'kan'; `punten` zijn de kijkpunten."""
    if standen.nieuw.verslag.fouten:
        return NIET
    return EERST_KIJKEN if standen.nieuwe_meldingen() or punten else KAN


def kijkpunten(standen: Standen) -> list[str]:
    """Zinnen die zeggen wat na te gaan; het belangrijkste eerst, en elke zin een keer."""
    uit = [*_van_meldingen(standen), *_van_alles(standen)]
    for v in standen.veranderingen:
        uit += _van_een(v, standen)
    uit += dekking_minder(standen)
    return list(dict.fromkeys([*uit, *_niet_nagekeken(standen)]))


def _niet_nagekeken(standen: Standen) -> Iterator[str]:
    """Een zin voor allemaal samen en als laatste: twintig keer hetzelfde verbergt wat er wel toe doet."""
    namen = [v.naam for v in standen.veranderingen if v.soort == "voorziening" and _dag_bleef(v)]
    if namen:
        eerste, rest = namen[:_NOEM], len(namen) - _NOEM
        wie = opsomming([*eerste, f"{rest} andere" if rest > 1 else namen[-1]] if rest > 0 else eerste)
        yield f"Bij {wie} bleef de dag van nakijken dezelfde. Is alles nagekeken, zet die dan op vandaag."


def _van_meldingen(standen: Standen) -> Iterator[str]:
    if any(m.code == "SK402" for m in standen.nieuwe_meldingen()):
        yield "Er staat iets in dat over een mens lijkt te gaan. Neem het pas over als dat weg is: de kaart is openbaar."
    oude_fouten = standen.nieuw.verslag.fouten - sum(m.soort == FOUT for m in standen.nieuwe_meldingen())
    if oude_fouten > 0:
        yield f"Er waren al fouten voor dit voorstel ({oude_fouten}); die staan hier niet bij."


def _van_alles(standen: Standen) -> Iterator[str]:
    ingangen = [v for v in standen.veranderingen if v.soort == "voorziening"]
    if len(ingangen) >= _VEEL:
        yield f"Dit raakt {len(ingangen)} plekken tegelijk. Kijk een paar ervan helemaal na."
    vreemd = [v.bestand for v in standen.veranderingen if v.soort == "bestand" and _is_van_de_machine(v.bestand)]
    if vreemd:
        yield f"Dit verandert ook hoe de site gemaakt wordt: {opsomming(vreemd[:5])}. Laat een ontwikkelaar kijken."


def _is_van_de_machine(pad: str) -> bool:
    return pad.startswith((".github/", ".gitlab", ".forgejo/", "generator/")) or pad.endswith((".py", ".sh", ".toml"))


def _van_een(v: Verandering, standen: Standen) -> Iterator[str]:
    if maak := _PER_SOORT.get(v.soort):
        yield from maak(v, standen)


def _ingang(v: Verandering, standen: Standen) -> Iterator[str]:
    if v.wat == WEG and not _gaat_door(v.id, standen):
        yield f"{v.naam} verdwijnt. Is het echt weg? Zet dan liever 'status: gesloten': wie het zoekt, ziet waarom."
    if v.wat == NIEUW:
        yield f"{v.naam} is nieuw. Bestaat het, en staat het er niet al onder een andere naam?"
        yield from _nieuw(v)
    if v.wat == VERHUISD and v.inhoud != v.id and not _gaat_door(v.inhoud, standen):
        yield f"{v.naam} krijgt een ander adres op de site. Staat het oude adres in doorverwijzingen.yaml?"
    for s in v.verschillen:
        for patroon, maak in _PER_VELD:
            if s.veld == patroon or s.veld.startswith(f"{patroon}."):
                yield from maak(s, v, standen)
    yield from minder(v, standen)
    yield from _samenhang(v)


def _gaat_door(id_: str, standen: Standen) -> bool:
    """Of doorverwijzingen.yaml zegt wat er op het oude adres komt."""
    return bool(standen.nieuw.catalogus and f"voorzieningen/{id_}/" in standen.nieuw.catalogus.doorverwijzingen)


def _nieuw(v: Verandering) -> Iterator[str]:
    contact = v.inhoud.get("contact") if isinstance(v.inhoud, dict) else None
    for veld, zin in (("telefoon", _bel), ("website", _open)):
        if isinstance(contact, dict) and isinstance(contact.get(veld), str):
            yield zin(contact[veld], v)


def _bel(nummer: str, v: Verandering) -> str:
    return f"Bel {nummer}: neemt {v.naam} op?"


def _open(adres: str, v: Verandering) -> str:
    return f"Open {adres}: is dit de site van {v.naam}?"


def _telefoon(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    nummer = s.nieuw.get("telefoon") if isinstance(s.nieuw, dict) else s.nieuw
    if isinstance(nummer, str) and s.veld.endswith(("telefoon", "telefoons")):
        yield _bel(nummer, v)
        if _is_bij_nood(v, standen):
            yield f"{v.naam} is er voor nood. Een verkeerd nummer is hier gevaarlijk: laat een tweede iemand bellen."
    elif not s.nieuw and s.veld == "contact.telefoon":
        yield f"{v.naam} heeft geen telefoonnummer meer. Klopt dat?"


def _is_bij_nood(v: Verandering, standen: Standen) -> bool:
    catalogus = standen.nieuw.catalogus or standen.oud.catalogus
    ding = catalogus.voorzieningen.get(v.id) if catalogus else None
    return bool(ding and ding.toegang.hoe == _SPOED)


def _website(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if not isinstance(s.nieuw, str):
        return
    yield _open(s.nieuw, v)
    oud, nieuw = (urlsplit(tekst_van(w)).netloc.removeprefix("www.") for w in (s.oud, s.nieuw))
    if oud and oud != nieuw:
        yield f"De site van {v.naam} staat voortaan op een ander domein: {nieuw} in plaats van {oud}."


def _email(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if isinstance(s.nieuw, str):
        yield f"Is {s.nieuw} een algemeen adres van {v.naam}, en niet van een persoon?"


def _punt(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    try:
        oud, nieuw = ((float(p["lengte"]), float(p["breedte"])) for p in (s.oud, s.nieuw))
    except (TypeError, KeyError, ValueError):
        return
    adres = any(a.veld == "locaties.adres" for a in v.verschillen)
    if not adres and afstand(oud, nieuw) > _VER:
        yield f"De plek op de kaart van {v.naam} verschuift ver, en het adres blijft gelijk. Welke van de twee klopt?"


def _toegang(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    oud, nieuw = (TOEGANG_VOLGORDE.get(tekst_van(w), -1) for w in (s.oud, s.nieuw))
    if nieuw > oud >= 0:
        yield f"Bij {v.naam} binnenkomen wordt moeilijker ({in_woorden(s.nieuw, None, s.veld, standen.namen)}). Klopt dat?"


def _kosten(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.oud == "gratis" and s.nieuw:
        yield f"{v.naam} is voortaan niet meer gratis. Klopt dat?"


def _status(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.nieuw == "gesloten" and not any(a.veld == "opvolger" and a.nieuw for a in v.verschillen):
        yield f"{v.naam} sluit. Waar kunnen mensen dan heen? Zet dat bij 'opvolger' als er iets voor in de plaats komt."


def _geheim(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.oud == "ja":
        yield f"Het adres van {v.naam} was geheim en wordt openbaar. Vraag dit na bij de organisatie zelf."


def _functies(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.wat == "lijst" and s.nieuw:
        yield f"Doet {v.naam} deze soort hulp echt? Daarop wordt het gevonden."


def _werkgebied(s: Verschil, v: Verandering, standen: Standen) -> Iterator[str]:
    if s.wat == "lijst" and s.oud:
        weg = opsomming([standen.namen.van("gebied", code) for code in s.oud])
        yield f"{v.naam} is er niet meer voor {weg}. Klopt dat?"


_Maak = Callable[[Verschil, Verandering, Standen], Iterator[str]]
_PER_VELD: tuple[tuple[str, _Maak], ...] = (
    ("contact.telefoon", _telefoon),
    ("contact.telefoons", _telefoon),
    ("contact.website", _website),
    ("contact.chat", _website),
    ("contact.email", _email),
    ("locaties.punt", _punt),
    ("locaties.adres_geheim", _geheim),
    ("toegang.hoe", _toegang),
    ("kosten.soort", _kosten),
    ("status", _status),
    ("functies", _functies),
    ("werkgebied", _werkgebied),
)
_BIJZAAK = ("gecontroleerd", "zoekwoorden", "voorbeeld", "bron", "locaties.punt")


def _samenhang(v: Verandering) -> Iterator[str]:
    """Wat bij elkaar hoort en niet samen veranderde."""
    velden = {s.veld for s in v.verschillen}
    weg = {s.veld.partition(".")[0] for s in v.verschillen if s.oud and not s.nieuw}
    if v.wat == ANDERS and len(weg) >= _LEEG:
        yield f"Uit {v.naam} verdwijnt veel tegelijk, en de plek blijft bestaan. Is dat zo bedoeld?"
    if "locaties.adres" in velden and "locaties.punt" not in velden:
        yield f"Het adres van {v.naam} is anders, de plek op de kaart niet. Klopt die nog?"


def _dag_bleef(v: Verandering) -> bool:
    """Of er iets veranderde dat iemand nakeek of had moeten nakijken, zonder dat de dag meeging."""
    velden = {s.veld for s in v.verschillen}
    zelf = any(not naam.startswith(_BIJZAAK) for naam in velden)
    return v.wat == ANDERS and zelf and not any(naam.startswith("gecontroleerd.op") for naam in velden)


def _altijd(zin: str) -> Callable[[Verandering, Standen], Iterator[str]]:
    return lambda v, standen: iter((zin.format(naam=v.naam),))


def _instelling(v: Verandering, standen: Standen) -> Iterator[str]:
    for s in v.verschillen:
        if s.veld == "site_url":
            yield "Het adres van de hele site verandert. Werkt dat adres al?"
        if s.veld.endswith(("meld_adres", "melden.mail")):
            yield "Meldingen van bezoekers gaan voortaan naar een ander adres. Leest daar iemand mee?"


def _gebied(v: Verandering, standen: Standen) -> Iterator[str]:
    if v.wat == WEG:
        yield f"Het gebied {v.naam} verdwijnt. Wat daar bij hoorde, moet ergens anders bij."
    elif any(s.veld == "naam" for s in v.verschillen):
        yield f"Met de naam verandert ook het adres van de pagina van {v.naam}. Zet het oude in doorverwijzingen.yaml."
    elif any(s.wat == "grens" for s in v.verschillen):
        yield f"De grens van {v.naam} verandert. Vallen alle plekken nog in de goede wijk? Kijk op de kaart van de voorproef."


def _organisatie(v: Verandering, standen: Standen) -> Iterator[str]:
    if v.wat == WEG:
        yield f"De organisatie {v.naam} verdwijnt. Wie biedt haar plekken nu aan?"
    for s in v.verschillen:
        for patroon, maak in _PER_VELD[:5]:
            if s.veld == patroon or s.veld.startswith(f"{patroon}."):
                yield from maak(s, v, standen)


def _activiteit(v: Verandering, standen: Standen) -> Iterator[str]:
    if v.wat == WEG:
        yield f"De activiteit {v.naam} verdwijnt. Gaat zij echt niet meer door?"
    elif v.wat == NIEUW:
        yield f"De activiteit {v.naam} is nieuw. Kloppen de dag en de plek?"


def _gemeente(v: Verandering, standen: Standen) -> Iterator[str]:
    for s in v.verschillen:
        if s.veld == "toegangspunt" and isinstance(s.nieuw, str):
            yield f"Elke vraag gaat voortaan naar {standen.namen.van('voorziening', s.nieuw)}. Is dat zo afgesproken?"
        elif s.veld == "schoolregio":
            yield "Met de schoolregio verandert wanneer plekken in een vakantie dicht zijn. Klopt de nieuwe regio?"
        elif s.veld == "essentieel" and s.oud:
            weg = opsomming([standen.namen.van("functie", id_) for id_ in s.oud])
            yield f"Elke wijk hoeft dit niet meer te hebben: {weg}. Is dat zo afgesproken?"


def _beheer(v: Verandering, standen: Standen) -> Iterator[str]:
    if v.wat == WEG:
        yield f"{v.naam} verdwijnt uit het beheer. Wie houdt nu bij wat daar stond?"
    else:
        yield "Dit verandert wie wat bijhoudt, of hoe vaak. Weten de teams dat?"


_PER_SOORT: dict[str, Callable[[Verandering, Standen], Iterator[str]]] = {
    "voorziening": _ingang,
    "organisatie": _organisatie,
    "instelling": _instelling,
    "grenzen": _gebied,
    "activiteit": _activiteit,
    "gemeente": _gemeente,
    "beheer": _beheer,
    "crisis": _altijd("Dit verandert wat iemand in nood te zien krijgt. Probeer een paar zinnen in de voorproef."),
    "functie": _altijd("De soort hulp {naam} geldt in elke wijk. Kijk op haar pagina in de voorproef."),
}
