"""Elke zin op de bladzijde van een landelijke ingang tegen wat de ingang weet: geen nummer, deur of prijs uit de lucht."""

import html
import re
from functools import partial

import pytest
from msgspec.structs import replace

from generator.model import Adres, Catalogus, Contact, Locatie, Toegang, Voorziening

# Wie een ander noemt, belooft niets over deze ingang.
ANDER = re.compile(
    r"huisarts|politie|gemeente|apotheek|tandarts|verzekeraar|terugbel|niet (?:kunt )?bellen|kunt u niet bellen"
    r"|cliëntondersteuner kan|^Uitleg: ",
    re.I,
)
NUMMER = re.compile(r"(?<![\d.])(?:0\d[\d -]{6,}\d|14 ?\d{3}|\b1[14]\d\b)(?!\d)")


def cijfers(tekst: str) -> str:
    return re.sub(r"\D", "", tekst)


def nummers_van(v: Voorziening) -> set[str]:
    return {cijfers(n) for n in (v.contact.telefoon, *(t.telefoon for t in v.contact.telefoons)) if n}


def met_tijden(v: Voorziening) -> bool:
    return bool(v.contact.telefoontijden or v.contact.chattijden or any(t.tijden for t in v.contact.telefoons))


# Wat een zin zegt, en wanneer dat waar is.
REGELS = {
    "bellen": (r"\b(?:bel|belt|bellen|opbellen|telefonisch)\b", lambda v: bool(nummers_van(v))),
    "chat": (r"\bchat", lambda v: bool(v.contact.chat or v.contact.website)),
    "deur": (
        r"\b(?:binnen|binnenlopen|inloop|inlopen|loop|langskomen|langsgaan|bezoek)\b",
        lambda v: bool(v.locaties),
    ),
    "site": (r"\bwebsite|\bsite\b", lambda v: bool(v.contact.website)),
    "mail": (r"\bmail", lambda v: bool(v.contact.email)),
    "altijd": (r"dag en nacht|24 uur|elke dag|elk moment", met_tijden),
    "prijs": (r"\bgratis\b", lambda v: bool(v.kosten and v.kosten.soort == "gratis")),
    "verwijzing": (r"(?:geen|zonder) verwijzing", lambda v: v.toegang.hoe in ("vrij", "aanmelden")),
}


def chat_altijd(zin: str, ervoor: str, v: Voorziening) -> bool:
    """Of een zin over de chat zegt dat die altijd open is, terwijl niemand de tijden van de chat weet.

    'Dat kan dag en nacht' gaat over de zin ervoor.
    """
    over = f"{ervoor} {zin}" if re.match(r"(?:dat|dit|het|die|deze)\b", zin, re.I) else zin
    altijd = re.search(REGELS["altijd"][0], zin, re.I) and not re.search(r"niet dag en nacht", zin)
    return bool(altijd and re.search(r"\bchat", over, re.I) and not v.contact.chattijden)


def bezwaren(zin: str, v: Voorziening, bekend: set[str], ervoor: str = "") -> list[str]:
    """Wat een zin belooft dat er niet is. `bekend` zijn de nummers van de hele kaart, `ervoor` is de zin ervoor."""
    if chat_altijd(zin, ervoor, v):
        return ["chat altijd"]
    genoemd = {cijfers(n) for n in NUMMER.findall(zin)}
    uit = [f"nummer {n}" for n in sorted(genoemd - bekend)]
    if ANDER.search(zin) or genoemd - nummers_van(v):
        return uit
    return uit + [wat for wat, (woord, waar) in REGELS.items() if re.search(woord, zin, re.I) and not waar(v)]


def zinnen(bladzijde: str) -> list[str]:
    """De zinnen van het artikel, zonder wat in een dichte groep over melden gaat."""
    artikel = re.sub(
        r"<(script|style|details)\b.*?</\1>", " ", re.search(r"<article.*?</article>", bladzijde, re.S)[0], flags=re.S
    )
    regels = re.split(r"</?(?:p|li|h\d|div|dt|dd|ul|br|section|tr|td|th|span)\b[^>]*>", artikel)
    kaal = (" ".join(html.unescape(re.sub(r"<[^>]+>", "", regel)).split()) for regel in regels)
    return [zin for regel in kaal for zin in re.split(r"(?<=[.!?])\s+", regel) if zin]


def alle_nummers(catalogus: Catalogus) -> set[str]:
    return {nummer for v in catalogus.voorzieningen.values() for nummer in nummers_van(v)}


def test_elke_zin_van_een_landelijke_ingang_klopt_met_wat_zij_weet(voorbeeldsite, catalogus):
    bekend = alle_nummers(catalogus)
    landelijk = [v for v in catalogus.voorzieningen.values() if catalogus.set_naam(v.pad)]
    mis, gelezen = [], 0
    for v in landelijk:
        ervoor = ""
        for zin in zinnen((voorbeeldsite / f"voorzieningen/{v.id}/index.html").read_text(encoding="utf-8")):
            gelezen += 1
            mis += [f"{v.id}: {wat}: {zin}" for wat in bezwaren(zin, v, bekend, ervoor)]
            ervoor = zin
    assert mis == []
    assert len(landelijk) > 30 and gelezen > 20 * len(landelijk)


DEUR = {"locaties": (Locatie(adres=Adres("Proefstad", "Kade", "1")),)}


@pytest.mark.parametrize(
    ("zin", "wat", "geen_bezwaar"),
    [
        ("U kunt zo naar binnen of bellen.", "deur", {**DEUR, "contact": Contact("0999-1")}),
        ("Bel voor een gesprek.", "bellen", {"contact": Contact("0999-1")}),
        ("Stuur een mail.", "mail", {"contact": Contact(email="a@x.example")}),
        ("Kijk op de website.", "site", {"contact": Contact(website="https://x.example")}),
        ("U kunt chatten.", "chat", {"contact": Contact(chat="https://x.example")}),
        ("Bel 0999-99 99 99.", "nummer 0999999999", None),
        ("U hebt geen verwijzing nodig.", "verwijzing", {"toegang": Toegang("vrij")}),
        ("Dat is gratis.", "prijs", None),
        ("Dat kan dag en nacht.", "altijd", None),
    ],
)
def test_de_regels_zien_een_belofte_die_niet_klopt(catalogus, zin, wat, geen_bezwaar):
    eerste = next(v for v in catalogus.voorzieningen.values() if catalogus.set_naam(v.pad))
    leeg = replace(eerste, contact=Contact(), locaties=(), kosten=None, toegang=Toegang("indicatie"))
    keur = partial(bezwaren, zin, bekend={"09991"})
    assert wat in keur(v=leeg)
    assert geen_bezwaar is None or keur(v=replace(leeg, **geen_bezwaar)) == []


def test_dat_kan_dag_en_nacht_gaat_over_de_zin_ervoor(catalogus):
    eerste = next(v for v in catalogus.voorzieningen.values() if catalogus.set_naam(v.pad))
    tijden = Contact("113", telefoontijden=met_iets(catalogus).telefoontijden)
    v = replace(eerste, contact=replace(tijden, chat="https://x.example", website="https://x.example"))
    assert bezwaren("Het kan dag en nacht.", v, {"113"}, "U kunt ook chatten.") == ["chat altijd"]
    assert bezwaren("Chatten kan 24 uur per dag.", v, {"113"}) == ["chat altijd"]
    assert bezwaren("Het kan dag en nacht.", v, {"113"}, "U kunt bellen.") == []
    assert bezwaren("De chat is niet dag en nacht open.", v, {"113"}) == []
    met_chat = replace(v, contact=replace(v.contact, chattijden=v.contact.telefoontijden))
    assert bezwaren("Het kan dag en nacht.", met_chat, {"113"}, "U kunt ook chatten.") == []


def met_iets(catalogus: Catalogus) -> Contact:
    """Het contact van iemand met tijden voor de telefoon."""
    return next(v.contact for v in catalogus.voorzieningen.values() if v.contact.telefoontijden)
