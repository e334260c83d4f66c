"""`rapport`: wat er over de inhoud te vertellen is: `leesniveau` over de teksten, `dekking` over functies en wijken,
`woorden` over wat inwoners zeggen en het zoeken niet kent, `actueel` en `nazien` over wat nagekeken moet worden,
`kwaliteit` over wat een bewoner hindert, `sets` over wat een nieuwere set verandert.
"""

import json
from pathlib import Path

from generator.betekenis.leesmaat import LANGE_ZIN, MINSTE_WOORDEN, ONDERGRENS, Meting
from generator.catalogus import lees_catalogus
from generator.kwaliteit.brief import TONEN
from generator.leesbaarheid import Leestekst, teksten_voor_bewoners
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Catalogus
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    groep = deel.add_parser("rapport", help="cijfers over de inhoud").add_subparsers(
        dest="onderdeel", required=True, metavar="ONDERDEEL", title="onderdelen"
    )
    leesniveau = groep.add_parser("leesniveau", help="hoe makkelijk de teksten voor bewoners te lezen zijn")
    leesniveau.add_argument("--formaat", choices=("tekst", "json"), default="tekst", help="tekst of json")
    leesniveau.set_defaults(doe=doe_leesniveau)
    dekking = groep.add_parser("dekking", help="welke functies elke wijk hoort te hebben en mist")
    dekking.add_argument("--gemeente", metavar="NAAM", help="alleen deze gemeente: naam of code")
    dekking.add_argument("--formaat", choices=("tekst", "json"), default="tekst", help="tekst of json")
    dekking.set_defaults(doe=doe_dekking)
    sets = groep.add_parser("sets", help="wat een nieuwere set hier verandert, in woorden")
    sets.add_argument(
        "--formaat", choices=("tekst", "markdown", "csv", "json"), default="tekst", help="tekst, markdown, csv of json"
    )
    sets.add_argument(
        "--ophalen", action="store_true", help="kijk ook bij de Git-adressen uit sets.yaml, zonder iets te bewaren"
    )
    sets.set_defaults(doe=doe_sets)
    woorden = groep.add_parser("woorden", help="welke woorden van inwoners nog ontbreken, uit vragen die misgaan")
    woorden.add_argument(
        "bestand", nargs="?", type=Path, metavar="TSV", help="vragen met hun functies; zonder bestand de zoektests"
    )
    woorden.add_argument("--formaat", choices=("tekst", "json"), default="tekst", help="tekst of json")
    woorden.set_defaults(doe=doe_woorden)
    actueel = groep.add_parser(
        "actueel", help="wat te laat is, wat binnenkort moet, en wat nog niemand heeft nagezien"
    )
    actueel.add_argument("--team", metavar="NAAM", help="alleen wat dit team nakijkt")
    actueel.add_argument(
        "--formaat",
        choices=("tekst", "markdown", "csv", "json", "mail"),
        default="tekst",
        help="tekst, markdown, csv, json, of mail: een bericht per team",
    )
    actueel.add_argument("--toon", choices=tuple(TONEN), default="eerste", help="hoe de mail klinkt")
    actueel.set_defaults(doe=doe_actueel)
    kwaliteit = groep.add_parser("kwaliteit", help="wat een bewoner hindert, per team, het ergste eerst")
    kwaliteit.add_argument("--team", metavar="NAAM", help="alleen wat dit team bijhoudt")
    kwaliteit.add_argument("--formaat", choices=("tekst", "markdown", "csv", "json"), default="tekst")
    kwaliteit.add_argument("--alles", action="store_true", help="toon alles, en niet alleen de eerste tien per team")
    kwaliteit.set_defaults(doe=doe_kwaliteit)
    nazien = groep.add_parser("nazien", help="schrijf nazien.md: een vakje bij elk landelijk nummer dat u overnam")
    nazien.add_argument("--proef", action="store_true", help="toon de lijst en schrijf niets")
    nazien.set_defaults(doe=doe_nazien)


def lees(opties) -> Catalogus:
    """De catalogus van de map; met fouten in de inhoud is er niets te meten."""
    verslag, voorraad = Verslag(), Voorraad(opties.map)
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, voorraad, leeg_toegestaan=True)
    voorraad.bewaar()
    if catalogus is None:
        aantal = "1 fout" if verslag.fouten == 1 else f"{verslag.fouten} fouten"
        raise SocialeKaartFout(f"de inhoud heeft {aantal}.", "verbeter eerst wat 'controleer' meldt.", 1)
    return catalogus


def doe_leesniveau(opties) -> int:
    teksten = list(teksten_voor_bewoners(lees(opties)))
    print(als_json(teksten) if opties.formaat == "json" else als_tekst(teksten))
    return 0


def doe_dekking(opties) -> int:
    from generator.opdrachten.rapport_dekking import maak_rapport

    print(maak_rapport(lees(opties), opties.gemeente, opties.formaat))
    return 0


def doe_sets(opties) -> int:
    from generator.opdrachten.rapport_sets import maak_rapport

    print(maak_rapport(opties.map, opties.peildatum, opties.formaat, opties.ophalen))
    return 0


def doe_woorden(opties) -> int:
    from generator.opdrachten.rapport_woorden import maak_rapport

    print(maak_rapport(lees(opties), opties.bestand, opties.formaat))
    return 0


def doe_actueel(opties) -> int:
    from generator.opdrachten.rapport_actueel import maak_rapport

    print(maak_rapport(lees(opties), opties.team, opties.formaat, opties.toon))
    return 0


def doe_kwaliteit(opties) -> int:
    from generator.opdrachten.rapport_kwaliteit import maak_rapport

    print(maak_rapport(lees(opties), opties.map, opties.team, opties.formaat, opties.alles))
    return 0


def doe_nazien(opties) -> int:
    from generator.opdrachten.rapport_nazien import doe

    print(doe(opties.map, lees(opties), opties.peildatum, opties.proef))
    return 0


def per_soort(teksten: list[Leestekst]) -> dict[str, list[Leestekst]]:
    uit: dict[str, list[Leestekst]] = {}
    for tekst in teksten:
        uit.setdefault(tekst.soort, []).append(tekst)
    return uit


def opvallend(teksten: list[Leestekst]) -> list[Leestekst]:
    """De teksten onder de ondergrens of met een erg lange zin, de moeilijkste eerst."""
    gevonden = [
        t for t in teksten if (t.meting.telt_mee and t.meting.score < ONDERGRENS) or t.meting.langste_zin > LANGE_ZIN
    ]
    return sorted(gevonden, key=lambda t: (t.meting.score, t.pad, t.naam))


def als_tekst(teksten: list[Leestekst]) -> str:
    regels = [
        f"Leesbaarheid volgens Flesch-Douma: hoger is makkelijker, {ONDERGRENS:.0f} is de ondergrens voor B1.",
        f"Teksten onder {MINSTE_WOORDEN} woorden tellen alleen mee in het gemiddelde.",
        "",
        f"{'soort':<20}{'teksten':>9}{'gemiddeld':>11}{'laagste':>9}{'eronder':>9}",
    ]
    for soort, groep in per_soort(teksten).items():
        gemeten = [t.meting.score for t in groep if t.meting.telt_mee]
        laagste = f"{min(gemeten):.1f}" if gemeten else "-"
        gemiddeld = sum((t.meting for t in groep), Meting()).score
        regels.append(
            f"{soort:<20}{len(groep):>9}{gemiddeld:>11.1f}{laagste:>9}{sum(s < ONDERGRENS for s in gemeten):>9}"
        )
    na = opvallend(teksten)
    regels += ["", f"Lees deze {len(na)} nog eens na:" if na else "Geen enkele tekst valt op."]
    regels += [
        f"  {t.meting.score:>6.1f}  langste zin {t.meting.langste_zin:>2} woorden  {t.pad}: {t.naam}" for t in na
    ]
    return "\n".join(regels)


def als_json(teksten: list[Leestekst]) -> str:
    lijst = [
        {
            "soort": t.soort,
            "pad": t.pad,
            "naam": t.naam,
            "woorden": t.meting.woorden,
            "zinnen": t.meting.zinnen,
            "lettergrepen": t.meting.lettergrepen,
            "langste_zin": t.meting.langste_zin,
            "score": t.meting.score,
            "telt_mee": t.meting.telt_mee,
        }
        for t in teksten
    ]
    return json.dumps(
        {"formule": "Flesch-Douma", "ondergrens": ONDERGRENS, "teksten": lijst}, ensure_ascii=False, indent=1
    )
