"""Van een ingevuld formulier naar een bericht: het blok van de melding, opnieuw geschreven, of een tekst in eigen woorden."""

import json

from msgspec import Struct, field

from generator.bewerken.meldblok import schrijf_blok
from generator.bewerken.melding import GRENS_KB, lees_meldingtekst, zoek_blok
from generator.bewerken.nieuw import bezwaar_tegen
from generator.lezen.persoonsgegevens import zoek_persoonsgegevens
from generator.meldingen import Verslag, toonbaar
from generator.schema import VOORZIENING

# Dit vakje ziet niemand; alleen een programma vult het in.
LOKVAKJE = "bedrijf"
_VRIJ = {
    "pagina": "Over welke plek of pagina gaat het?",
    "klopt_niet": "Wat klopt er niet?",
    "moet_zijn": "Wat moet het zijn?",
    "weet_van": "Hoe weet u dat?",
}
_WERK = {"nieuw": "Nieuw", "wijzigen": "Wijziging", "klopt": "Klopt nog", "bestaat-niet": "Bestaat niet meer"}


class Bericht(Struct):
    """Wat er verder mee moet: een titel en een tekst zonder iets over de afzender. `tekst` is Markdown."""

    titel: str = ""
    tekst: str = ""
    antwoord_naar: str = ""
    redenen: list[str] = field(default_factory=list)
    ingevuld: str = ""


def lees_bericht(velden: dict[str, str], peildatum) -> Bericht:
    """Het bericht, of een bericht met redenen waarom het zo niet kan."""
    velden = {naam: waarde.replace("\r\n", "\n").replace("\r", "\n") for naam, waarde in velden.items()}
    uit = Bericht(antwoord_naar=velden.get("antwoord_naar", "").strip(), ingevuld=_ingevuld(velden))
    if velden.get(LOKVAKJE):
        uit.redenen.append("Een vakje dat leeg moet blijven, is ingevuld. Maak het leeg, of stuur een mail.")
        return uit
    if uit.antwoord_naar and (bezwaar := _bezwaar_mail(uit.antwoord_naar, peildatum)):
        uit.redenen.append(bezwaar)
    _zet_tekst(uit, velden)
    if not uit.redenen:
        uit.redenen = [_over_mensen(stuk, wat) for _, stuk, wat in zoek_persoonsgegevens(uit.tekst)][:5]
    return uit


def _zet_tekst(uit: Bericht, velden: dict[str, str]) -> None:
    tekst = velden.get("melding", "") or (_blok_uit_velden(velden) if velden.get("soort") else "")
    if zoek_blok(tekst):
        _zet_blok(uit, tekst)
    else:
        _zet_vrij(uit, velden, tekst)


def _zet_blok(uit: Bericht, tekst: str) -> None:
    """Alleen het blok gaat mee, en alleen wat wij ervan begrepen."""
    verslag = Verslag()
    melding = lees_meldingtekst(tekst, "melding", verslag)
    if melding is None:
        uit.redenen += dict.fromkeys(f"{m.tekst} Zo kan het wel: {m.oplossing}" for m in verslag.meldingen)
        return
    uit.titel = f"{_WERK[melding.soort]}: {melding.id}"
    uit.tekst = f"Deze melding komt van het formulier op de site.\n\n{schrijf_blok(melding)}\n"


def _zet_vrij(uit: Bericht, velden: dict[str, str], los: str) -> None:
    """Eigen woorden: elke regel ingesprongen, zodat een forge er niets van maakt."""
    delen = [(kop, velden.get(naam, "").strip()) for naam, kop in _VRIJ.items()]
    delen.append(("De melding", los.strip()))
    regels = [f"{kop}\n\n{_ingesprongen(tekst)}\n" for kop, tekst in delen if tekst]
    genoeg = los.strip() or velden.get("klopt_niet", "").strip() or velden.get("moet_zijn", "").strip()
    if not genoeg:
        uit.redenen.append("Er staat niet bij wat er niet klopt. Vul in wat er anders moet.")
    uit.titel = "Melding in eigen woorden"
    uit.tekst = "\n".join(["Deze melding komt van het formulier op de site. Een mens moet haar lezen.\n", *regels])


def _ingesprongen(tekst: str) -> str:
    return "\n".join(f"    {toonbaar(regel, GRENS_KB * 1024)}" for regel in tekst.split("\n"))


def _blok_uit_velden(velden: dict[str, str]) -> str:
    """Een gewoon formulier: `veld:contact.telefoon` is een veld met dat pad; wat leeg is, telt niet."""
    delen = {naam: velden[naam] for naam in ("soort", "id", "map", "opvolger", "toelichting") if velden.get(naam)}
    los = {n.removeprefix("veld:"): w for n, w in velden.items() if n.startswith("veld:") and w.strip()}
    regels = [f"{naam}: {json.dumps(waarde, ensure_ascii=False)}" for naam, waarde in delen.items()]
    regels += [f"velden: {json.dumps(los, ensure_ascii=False)}"] if los else []
    return "\n".join(["```sociale-kaart", *regels, "```"])


def _bezwaar_mail(adres: str, peildatum) -> str:
    return bezwaar_tegen(VOORZIENING.per_naam["contact"].per_naam["email"], adres, peildatum)


def _over_mensen(stuk: str, wat: str) -> str:
    return (
        f"'{toonbaar(stuk)}' lijkt op een {wat}. Meldingen zijn openbaar. "
        "Haal het weg, of gebruik een algemeen nummer of adres."
    )


def _ingevuld(velden: dict[str, str]) -> str:
    """Wat iemand schreef, om terug te geven als het niet lukte; het eigen adres niet."""
    weg = (LOKVAKJE, "antwoord_naar")
    return velden.get("melding") or "\n".join(w for n, w in velden.items() if n not in weg and w.strip())
