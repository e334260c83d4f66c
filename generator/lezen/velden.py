"""De veldentabel toepassen op een boom: typen, verplicht, onbekend, lijst of tekst; uit een groep wordt een object."""

import re
import string
from difflib import get_close_matches
from typing import Any

from generator.betekenis.woorden import DAGNAAM
from generator.lezen.samenhang import SAMENHANG, hangt_samen
from generator.lezen.tekens import toont_niets
from generator.lezen.verplaatst import in_haken, kaal, passend, verplaats
from generator.lezen.waarden import NIETS, OMZETTERS, Lezing
from generator.lezen.yaml_lezer import SOORTNAAM, Knoop, Lijst, Tekst, Velden
from generator.model import DAGEN
from generator.schema import Veld, alle_velden

# Soorten waarvan de uitkomst alleen van de tekst afhangt: niet van de dag, de plek in het bestand of een ander bestand.
_OVERAL_GELIJK = {
    "tekst",
    "keuze",
    "ja_nee",
    "telefoon",
    "email",
    "url",
    "postcode",
    "huisnummer",
    "dagtijd",
    "periode",
    "taal",
    "aantal",
}
_NIETS = ("~", "null", "Null", "NULL")
_GEWOON = frozenset(string.ascii_letters + string.digits + "\"'(#<") - {niets[0] for niets in _NIETS}
# Namen uit andere lijsten en talen, en hoe het veld hier heet.
_ANDERE_NAMEN = {
    "naam": "titel name title",
    "omschrijving": "beschrijving description tekst hoofdtekst",
    "samenvatting": "summary inleiding korte_omschrijving",
    "organisatie": "organisation organization aanbieder",
    "email": "mail e-mail emailadres",
    "telefoon": "tel telefoonnummer phone",
    "website": "url site link",
    "zoekwoorden": "tags trefwoorden keywords",
    "functies": "functie thema themas categorie",
    "werkgebied": "gemeente wijk wijken gebied gebieden",
    "doelgroepen": "doelgroep",
    "locaties": "locatie adressen",
    "breedte": "lat latitude",
    "lengte": "lon lng longitude",
    "punt": "coordinaten",
    "huisnummer": "nummer huisnr",
    "plaats": "stad woonplaats",
    "kosten": "prijs",
    "talen": "taal",
    "openingstijden": "openingstijd tijden",
    "rolstoel": "rolstoeltoegankelijk",
    "gecontroleerd": "gecontroleerd_op",
    **DAGNAAM,
}
_ANDERE_NAAM = {ander: naam for naam, anderen in _ANDERE_NAMEN.items() for ander in anderen.split()}


_DAG = f"({'|'.join(DAGEN)})[a-z]*"
_DAGREEKS = re.compile(rf"{_DAG}\s*(?:-|t/m|tot en met|\u2013)\s*{_DAG}")


def _zonder_streep(naam: str) -> str:
    return re.sub(r"[\s_-]", "", naam.lower())


def bedoeld_veld(naam: str, groep: Veld, wortel: Veld | None) -> str:
    """Hoe een onbekend veld in deze groep waarschijnlijk heet, of leeg."""
    bekend = {_zonder_streep(veld.naam): veld.naam for veld in groep.velden}
    if goed := bekend.get(_zonder_streep(naam.partition(":")[0])):
        return goed
    if wortel and any(veld.naam == naam for _, veld in alle_velden(wortel)):
        return ""
    if (ander := _ANDERE_NAAM.get(naam.lower(), "")) in bekend.values():
        return ander
    return next(iter(get_close_matches(naam.lower(), bekend.values(), 1, 0.6)), "")


def hint_onbekend(naam: str, bedoeld: str, groep: Veld, wortel: Veld | None) -> str:
    """Wat de schrijver met een onbekend veld kan doen: een andere naam, een andere plek, of weghalen."""
    if re.match(r"[A-Za-z_]+:\S", naam):
        return f"zet een spatie na de dubbele punt: '{naam.replace(':', ': ', 1)}'."
    if dagen := _DAGREEKS.fullmatch(naam.lower()):
        eerste, laatste = DAGEN.index(dagen[1]), DAGEN.index(dagen[2])
        reeks = DAGEN[eerste : laatste + 1] if eerste <= laatste else (*DAGEN[eerste:], *DAGEN[: laatste + 1])
        return f"schrijf elke dag op een eigen regel: {', '.join(f'{dag}: ...' for dag in reeks)}, met daarachter dezelfde tijden."
    if naam[:1].isdecimal():
        return "schrijf een getal met een punt en niet met een komma, zoals 52.251, en zet tekst met komma's tussen aanhalingstekens."
    if bedoeld:
        return f"bedoelde u '{bedoeld}'?"
    elders = [pad for pad, veld in alle_velden(wortel) if veld.naam == naam] if wortel else []
    if elders:
        plek = elders[0].rpartition(".")[0].replace("[]", "")
        return (
            f"dit veld hoort onder '{plek}': zet het daar, twee spaties verder naar rechts."
            if plek
            else "dit veld hoort helemaal links, zonder spaties ervoor."
        )
    ander = _ANDERE_NAAM.get(naam.lower())
    for pad, veld in alle_velden(wortel) if wortel and ander else ():
        if veld.naam == ander:
            return f"bedoelde u '{pad.replace('[]', '')}'?"
    return f"haal het weg; hier kunnen: {', '.join(veld.naam for veld in groep.velden)}."


def _elders(knoop: Velden, groep: Veld, wortel: Veld | None) -> dict[str, str]:
    """Raad bij elk onbekend veld dat dieper in deze groep wel bestaat."""
    vreemd = [naam for naam in knoop.waarden if naam not in groep.per_naam]
    vreemd = [naam for naam in vreemd if not bedoeld_veld(naam, groep, wortel) and ":" not in naam]
    namen = {naam: naam if _ANDERE_NAAM.get(naam.lower()) is None else _ANDERE_NAAM[naam.lower()] for naam in vreemd}
    bekend = {veld.naam for _, veld in alle_velden(groep)} if vreemd else set()
    return (
        verplaats(knoop, groep, {naam: naam if naam in bekend else echt for naam, echt in namen.items()})
        if vreemd
        else {}
    )


def lees_groep(knoop: Velden, groep: Veld, lezing: Lezing, **vast) -> Any:
    """Een object van `groep.klasse` uit de velden, of NIETS als er een fout in zit."""
    waarden, goed, bedoeld = dict(vast), True, set()
    elders = _elders(knoop, groep, lezing.wortel)
    for naam, waarde in knoop.waarden.items():
        veld = groep.per_naam.get(naam)
        if veld is None:
            waarschijnlijk = bedoeld_veld(naam, groep, lezing.wortel)
            lezing.meld(
                "SK203",
                knoop.sleutels[naam],
                veld=naam,
                hint=elders.get(naam) or hint_onbekend(naam, waarschijnlijk, groep, lezing.wortel),
            )
            bedoeld.add(waarschijnlijk)
            goed = False
            continue
        waarden[naam] = gelezen = lees_veld(waarde, veld, lezing, knoop.sleutels[naam])
        goed = goed and gelezen is not NIETS
    for veld in groep.velden:
        if veld.verplicht and veld.naam not in knoop.waarden and veld.naam not in bedoeld:
            lezing.meld("SK201", knoop.plek, veld=veld.naam, voorbeeld=voorbeeld(veld))
            goed = False
    if groep.klasse in SAMENHANG:
        goed = hangt_samen(groep.klasse, waarden, knoop, lezing) and goed
    assert groep.klasse is not None, groep.naam  # elke groep in de tabel heeft er een (tests/test_schema.py)
    return groep.klasse(**waarden) if goed else NIETS


def voorbeeld(veld: Veld) -> str:
    """Hoe een veld er in YAML uitziet, op een regel; een groep zonder eigen voorbeeld laat zien wat er moet staan."""
    if veld.soort == "groep" and not veld.voorbeeld:
        delen = [v for v in veld.velden if v.verplicht] or veld.velden[:1]
        binnen = ", ".join(f"{v.naam}: {voorbeeld(v) if v.lijst else _tussen_haken(voorbeeld(v))}" for v in delen)
        return f"[{{{binnen}}}]" if veld.lijst else f"{{{binnen}}}"
    return f"[{_tussen_haken(str(veld.voorbeeld))}]" if veld.lijst else str(veld.voorbeeld)


def _tussen_haken(tekst: str) -> str:
    """Een waarde zoals zij tussen [ ] of { } moet staan: een tekst met een komma krijgt aanhalingstekens."""
    return f'"{tekst}"' if re.search(r"[,\[\]{}]|: ", tekst) and tekst[0] not in "\"'[{" else tekst


def is_leeg(knoop: Knoop) -> bool:
    """Niets, alleen onzichtbare tekens, of de manieren waarop YAML 'niets' schrijft."""
    if not isinstance(knoop, Tekst):
        return False
    begin = knoop.waarde[:1]
    if begin in _GEWOON:  # de snelle blik: hiermee begint haast elke waarde
        return False
    return toont_niets(knoop.waarde) or (knoop.waarde in _NIETS and not knoop.stijl)


def lees_veld(knoop: Knoop, veld: Veld, lezing: Lezing, sleutel: tuple[int, int]) -> object:
    if is_leeg(knoop):
        return lezing.meld("SK202", sleutel, veld=veld.naam, voorbeeld=voorbeeld(veld))
    if veld.een_of_meer and type(knoop) is not Lijst:
        een = lees_waarde(knoop, veld, lezing)
        return een if een is NIETS else (een,)
    return lees_lijst(knoop, veld, lezing) if veld.lijst or veld.een_of_meer else lees_waarde(knoop, veld, lezing)


def lees_waarde(knoop: Knoop, veld: Veld, lezing: Lezing) -> object:
    """Een enkele waarde: een veld dat geen lijst is, of een deel van een lijst."""
    if type(knoop) is Tekst and veld.soort != "groep":
        bekend = veld.gelezen.get(knoop.waarde, NIETS)
        return lees_tekst(knoop, veld, lezing) if bekend is NIETS else bekend
    if type(knoop) is Velden and veld.soort == "groep":
        return lees_groep(knoop, veld, lezing)
    return meld_vorm(knoop, veld, Velden if veld.soort == "groep" else Tekst, lezing)


def lees_tekst(knoop: Tekst, veld: Veld, lezing: Lezing) -> object:
    """Zet een tekst om; wat zonder melding lukte en op elke plek hetzelfde is, staat daarna in `veld.gelezen`."""
    ruw, eerder = knoop.waarde, len(lezing.verslag.meldingen_ruw)
    if veld.soort not in ("tekst", "markdown"):
        knoop.waarde = ruw.rstrip("\n") if knoop.stijl in ("|", ">") else ruw.strip(" ")
    waarde = OMZETTERS[veld.soort](knoop, veld, lezing)
    zonder_melding = waarde is not NIETS and len(lezing.verslag.meldingen_ruw) == eerder
    if zonder_melding and not knoop.bron and mag_onthouden(veld, ruw):
        veld.gelezen[ruw] = waarde
    return waarde


def mag_onthouden(veld: Veld, ruw: str) -> bool:
    """Of wat een tekst op een regel hier betekent, overal hetzelfde is; `~` is met aanhalingstekens iets anders."""
    return veld.soort in _OVERAL_GELIJK and len(ruw) < 80 and ruw not in _NIETS


def meld_vorm(knoop: Knoop, veld: Veld, verwacht: type, lezing: Lezing) -> object:
    """Meld een lijst, tekst of groep op de plek van iets anders; het voorbeeld neemt over wat er staat als dat kan."""
    goed = f"{veld.naam}: {voorbeeld(veld)}"
    if verwacht is Lijst and isinstance(knoop, Tekst) and veld.soort != "groep" and "\n" not in knoop.waarde:
        scheiding = r"\s+(?:-\s*)?" if knoop.bron else r"[,;]|^-|\s-(?=\w)| - "
        delen = [deel.strip(" ()-") for deel in re.split(scheiding, knoop.waarde)]
        goed = f"{veld.naam}: [{', '.join(filter(None, delen))}]"
    elif verwacht is Velden and isinstance(knoop, Tekst) and veld.naam == "adres":
        goed = f"adres: {in_haken(passend(knoop, veld))}"
    elif veld.naam == "locaties" and isinstance(knoop, Tekst) and (adres := passend(knoop, veld.per_naam["adres"])):
        goed = f"locaties: {in_haken([{'adres': adres}])}"
    elif verwacht is Lijst and isinstance(knoop, Velden) and len(binnen := in_haken([kaal(knoop)])) < 300:
        goed = f"{veld.naam}: {binnen}"
    elif verwacht is Tekst and isinstance(knoop, Velden) and len(knoop.waarden) == 1:
        ((naam, waarde),) = knoop.waarden.items()
        goed = f'"{naam}: {waarde.waarde}"' if isinstance(waarde, Tekst) else goed
    elif veld.naam == "telefoon" and isinstance(knoop, Lijst) and len(knoop.waarden) > 1:
        eerste, *rest = (w.waarde if isinstance(w, Tekst) else "..." for w in knoop.waarden)
        anderen = ", ".join(f'{{telefoon: "{nummer}", naam: ander nummer}}' for nummer in rest)
        goed = f'telefoon: "{eerste}", en op de regel eronder telefoons: [{anderen}]'
    elif (
        verwacht is Tekst
        and isinstance(knoop, Lijst)
        and len(knoop.waarden) == 1
        and isinstance(knoop.waarden[0], Tekst)
    ):
        waarde = knoop.waarden[0].waarde
        goed = f'{veld.naam}: "{waarde}"' if ":" in waarde else f"{veld.naam}: {waarde}"
    return lezing.meld(
        "SK204",
        knoop.plek,
        veld=veld.naam,
        verwacht=SOORTNAAM[verwacht],
        gevonden=SOORTNAAM[type(knoop)],
        voorbeeld=goed,
    )


def lees_lijst(knoop: Knoop, veld: Veld, lezing: Lezing) -> object:
    if not isinstance(knoop, Lijst):
        return meld_vorm(knoop, veld, Lijst, lezing)
    if not knoop.waarden and veld.verplicht:
        return lezing.meld("SK232", knoop.plek, veld=veld.naam, voorbeeld=voorbeeld(veld))
    waarden: list[object] = []
    gezien: dict[object, str | None] = {}
    goed = True
    for deel in knoop.waarden:
        if is_leeg(deel):
            waarde = lezing.meld("SK202", deel.plek, veld=veld.naam, voorbeeld=veld.voorbeeld)
        else:
            waarde = lees_waarde(deel, veld, lezing)
        if waarde is NIETS:
            goed = False
        elif veld.soort != "groep":
            ruw = deel.waarde if isinstance(deel, Tekst) else None
            if waarde in gezien and gezien[waarde] != ruw:  # 'Fries' naast 'fy' is dezelfde taal; dat is geen fout
                continue
            if waarde in gezien:
                lezing.meld("SK220", deel.plek, waarde=waarde, veld=veld.naam)
                goed = False
            gezien[waarde] = ruw
        waarden.append(waarde)
    return tuple(waarden) if goed else NIETS
