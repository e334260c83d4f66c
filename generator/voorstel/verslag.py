"""Het verslag van een voorstel, als tekst, Markdown of JSON. Wat iemand schreef, is in Markdown geen opmaak."""

import json
import re

from msgspec import Struct, to_builtins

from generator.geschiedenis.zinnen import zinnen
from generator.meldingen import FOUT, Melding, Verslag, toonbaar
from generator.model.geschiedenis import ANDERS, NIEUW, VERHUISD, WEG, Verandering
from generator.voorstel.gevolgen import Gevolg, gevolgen
from generator.voorstel.kijken import EERST_KIJKEN, OORDEEL, kijkpunten, oordeel
from generator.voorstel.standen import Standen

_WAT = {NIEUW: "Nieuw", WEG: "Weg", ANDERS: "Anders", VERHUISD: "Verhuisd"}
_OPMERKELIJK = re.compile(r"([\\`*_{}\[\]<>#|~@!&])")
_LANGSTE_ZIN, _MEESTE_DINGEN, _GRENS = 900, 60, 40_000


class Voorstel(Struct, frozen=True):
    """Alles wat iemand over een voorstel wil weten."""

    oordeel: str
    kijken: tuple[str, ...]
    dingen: tuple[tuple[Verandering, tuple[str, ...]], ...]
    gevolgen: tuple[Gevolg, ...]
    meldingen: tuple[Melding, ...]
    opgelost: tuple[Melding, ...]
    alleen_opmaak: tuple[str, ...]


def maak_voorstel(standen: Standen) -> Voorstel:
    dingen = tuple((v, tuple(zinnen(v, standen.namen))) for v in _samen(standen.veranderingen))
    punten = kijkpunten(standen)
    return Voorstel(
        oordeel(standen, punten),
        tuple(punten),
        tuple((v, zin) for v, zin in dingen if v.soort not in ("adresboek",)),
        tuple(gevolgen(standen)),
        tuple(standen.nieuwe_meldingen()),
        tuple(standen.opgelost()),
        standen.alleen_opmaak,
    )


def _samen(veranderingen: tuple[Verandering, ...]) -> list[Verandering]:
    """Bestanden die geen inhoud zijn, worden bij elkaar een regel."""
    gewoon = [v for v in veranderingen if v.soort != "bestand"]
    paden = [v.bestand for v in veranderingen if v.soort == "bestand"]
    if len(paden) < 3:
        return [*veranderingen]
    namen = f"{paden[0]}, {paden[1]} en nog {len(paden) - 2}"
    return [*gewoon, Verandering("bestand", "", namen, "samen", namen)]


def als_verslag(voorstel: Voorstel) -> Verslag:
    """Alleen de nieuwe meldingen, voor de regels in het overzicht van een forge."""
    return Verslag(set(voorstel.meldingen))


def als_json(voorstel: Voorstel) -> str:
    return json.dumps(
        {
            "oordeel": voorstel.oordeel,
            "oordeel_in_woorden": OORDEEL[voorstel.oordeel],
            "kijken": voorstel.kijken,
            "veranderingen": [
                {"soort": v.soort, "id": v.id, "naam": v.naam, "wat": v.wat, "bestand": v.bestand, "zinnen": zin}
                for v, zin in voorstel.dingen
            ],
            "gevolgen": [to_builtins(g) for g in voorstel.gevolgen],
            "nieuwe_meldingen": [m.als_dict() for m in voorstel.meldingen],
            "opgelost": [m.als_dict() for m in voorstel.opgelost],
            "alleen_opmaak": voorstel.alleen_opmaak,
        },
        ensure_ascii=False,
        indent=1,
    )


def als_tekst(voorstel: Voorstel) -> str:
    return "\n".join(_regels(voorstel, markdown=False)).strip("\n")


def als_markdown(voorstel: Voorstel) -> str:
    """Het verslag als reactie bij een voorstel; een heel groot voorstel wordt aan het eind afgekapt."""
    tekst = "\n".join(_regels(voorstel, markdown=True)).strip("\n")
    if len(tekst) <= _GRENS:
        return tekst
    return f"{tekst[:_GRENS].rpartition(chr(10))[0]}\n\nHet hele verslag is te lang voor een reactie."


def _regels(voorstel: Voorstel, markdown: bool) -> list[str]:
    def kop(tekst: str) -> list[str]:
        return ["", f"### {tekst}" if markdown else tekst.upper(), *([""] if markdown else [])]

    def punten(rij: list[str] | tuple[str, ...]) -> list[str]:
        return [f"- {veilig(zin) if markdown else schoon(zin)}" for zin in rij]

    uit = [f"**{OORDEEL[voorstel.oordeel]}**" if markdown else OORDEEL[voorstel.oordeel]]
    if voorstel.kijken:
        vak = "- [ ] " if markdown and voorstel.oordeel == EERST_KIJKEN else "- "
        uit += [*kop("Kijk hiernaar"), *(f"{vak}{veilig(z) if markdown else schoon(z)}" for z in voorstel.kijken)]
    if voorstel.meldingen:
        uit += [*kop("Nieuwe meldingen van de controle"), *punten([_melding(m) for m in voorstel.meldingen])]
    uit += kop("Wat er verandert")
    for _, groep in voorstel.dingen[:_MEESTE_DINGEN]:
        regels = punten(groep)
        uit += [regel if not _is_lijst(groep) or nummer == 0 else f"  {regel}" for nummer, regel in enumerate(regels)]
    if len(voorstel.dingen) > _MEESTE_DINGEN:
        uit.append(f"- En nog {len(voorstel.dingen) - _MEESTE_DINGEN} dingen.")
    if not voorstel.dingen:
        uit.append("Niets op de site.")
    if voorstel.alleen_opmaak:
        uit.append(_opmaakzin(voorstel.alleen_opmaak, markdown))
    for gevolg in voorstel.gevolgen:
        uit += [*kop(f"Dit wordt ook anders: {gevolg.kop.lower()}"), *punten(gevolg.zinnen)]
    if voorstel.opgelost:
        aantal = len(voorstel.opgelost)
        uit += ["", f"{aantal} oude {'melding is' if aantal == 1 else 'meldingen zijn'} hiermee opgelost."]
    return uit


def _is_lijst(groep: tuple[str, ...]) -> bool:
    """Of de eerste zin een kop is: bij iets nieuws of iets dat weggaat staat eronder wat erin staat."""
    return groep[0].startswith(("Nieuw: ", "Weg: ")) if groep else False


def _opmaakzin(paden: tuple[str, ...], markdown: bool) -> str:
    noem = ", ".join(paden[:5]) + (f" en nog {len(paden) - 5}" if len(paden) > 5 else "")
    zin = f"Alleen opmaak of commentaar, zonder verschil op de site: {noem}."
    return veilig(zin) if markdown else schoon(zin)


def _melding(m: Melding) -> str:
    soort = "Fout" if m.soort == FOUT else "Let op"
    return f"{soort} in {m.pad}, regel {m.regel}: {m.tekst} Zo lost u het op: {m.oplossing} ({m.code})"


def schoon(zin: str) -> str:
    return toonbaar(zin, _LANGSTE_ZIN)


def veilig(zin: str) -> str:
    """Geen opmaak, geen HTML, geen naam die iemand roept en geen nummer dat een issue sluit."""
    return _OPMERKELIJK.sub(lambda t: "&#64;" if t[0] == "@" else f"\\{t[0]}", schoon(zin))
