"""Een ronde langs alle adressen: wie aan de beurt is, wat er uitkwam, en hoe vaak achter elkaar het misging."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from generator.kwaliteit.cijfer import adressen_van
from generator.kwaliteit.links.oordeel import GEEN_DOMEIN, NIET_BEREIKT, TE_LAAT, Uitkomst
from generator.model import Catalogus
from generator.model.links import Linkstand

WEEK = timedelta(days=6)  # een wekelijkse werkstroom mag een dag schuiven
MINSTE = 5  # van zoveel websites tegelijk is het toeval als geen enkele er is
MIS = ("weg", "leeg", "te_koop", "geen_mail")


def alle_adressen(catalogus: Catalogus) -> list[str]:
    """Elk webadres en maildomein op de kaart, een keer, op alfabet; van een verzonnen ingang (.example) niets."""
    dingen = [v for v in catalogus.voorzieningen.values() if v.status == "actief"]
    gevonden = {adres for v in dingen for adres in adressen_van(v)}
    for o in catalogus.organisaties.values():
        gevonden |= {o.contact.website} if o.contact.website else set()
    return sorted(adres for adres in gevonden if not is_verzonnen(adres))


def is_verzonnen(adres: str) -> bool:
    """Of dit in een domein ligt dat voor voorbeelden is (RFC 2606)."""
    domein = adres.removeprefix("mail:").partition("//")[2].partition("/")[0] or adres.removeprefix("mail:")
    return domein.partition(":")[0].rpartition(".")[2] in ("example", "invalid", "test")


def aan_de_beurt(adressen: Iterable[str], bekend: Mapping[str, Linkstand], vandaag: date, alles: bool) -> list[str]:
    """Wie langer dan een week niet gevraagd is, en wie de vorige keer mis was."""
    return [adres for adres in adressen if alles or adres not in bekend or bekend[adres].op + WEEK <= vandaag]


def loop(
    adressen: Iterable[str], bekend: Mapping[str, Linkstand], vandaag: date, vraag: Callable[[str], Uitkomst]
) -> dict[str, Linkstand]:
    """De nieuwe stand van elk gevraagd adres. Een tweede keer op dezelfde dag telt niet als tweede keer mis."""
    gevraagd = {adres: vraag(adres) for adres in adressen}
    if _geen_internet(gevraagd):
        gevraagd = {adres: Uitkomst("onbekend", "er was geen internet") for adres in gevraagd}
    return {adres: na(bekend.get(adres), uitkomst, vandaag) for adres, uitkomst in gevraagd.items()}


def _geen_internet(gevraagd: Mapping[str, Uitkomst]) -> bool:
    """Of werkelijk niets bereikt is: dan ligt het aan deze computer, en niet aan iedereen tegelijk."""
    web = [u for adres, u in gevraagd.items() if not adres.startswith("mail:")]
    return len(web) >= MINSTE and all(u.reden in (NIET_BEREIKT, TE_LAAT, GEEN_DOMEIN) for u in web)


def na(was: Linkstand | None, nu: Uitkomst, vandaag: date) -> Linkstand:
    eerder = was.mis if was else 0
    opnieuw = 0 if was and was.op == vandaag and eerder else 1
    mis = eerder + opnieuw if nu.uitkomst in MIS else eerder if nu.uitkomst == "onbekend" else 0
    return Linkstand(nu.uitkomst, vandaag, mis, nu.naar, nu.reden)


def als_bestand(standen: Mapping[str, Linkstand], adressen: Iterable[str]) -> str:
    """links.json: alleen wat nog op de kaart staat, op alfabet, een adres per regel, zodat een verschil klein is."""
    regels = [
        f"  {json.dumps(adres, ensure_ascii=False)}: {json.dumps(_kort(standen[adres]), ensure_ascii=False)}"
        for adres in sorted(adressen)
        if adres in standen
    ]
    return '{"adressen": {\n' + ",\n".join(regels) + "\n}}\n"


def _kort(stand: Linkstand) -> dict:
    uit = {"uitkomst": stand.uitkomst, "op": str(stand.op), "mis": stand.mis, "naar": stand.naar, "reden": stand.reden}
    return {naam: waarde for naam, waarde in uit.items() if waarde or naam in ("uitkomst", "op")}
