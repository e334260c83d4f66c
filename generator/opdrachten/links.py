"""`links`: nakijken of websites en maildomeinen er nog zijn; wat er uitkwam staat in links.json, dat u vastlegt in Git."""

import json

from generator.meldingen import Verslag
from generator.model.links import Linkstand
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser(
        "links", help="kijk of websites en maildomeinen er nog zijn (hoogstens een keer per week)"
    )
    parser.add_argument("--alles", action="store_true", help="vraag ook wat deze week al is gevraagd")
    parser.add_argument("--formaat", choices=("tekst", "json"), default="tekst", help="tekst of json")
    parser.add_argument("--proef", action="store_true", help="vraag alles, en schrijf niets")
    parser.add_argument(
        "--pauze", type=float, default=2.0, metavar="SECONDEN", help="tussen twee vragen aan een server"
    )
    parser.add_argument("--eigen-netwerk", action="store_true", help="vraag ook servers in uw eigen netwerk")
    parser.add_argument("--naamserver", default="", metavar="ADRES[:POORT]", help="vraag maildomeinen aan deze server")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 0, ook als er links weg zijn: een site van een ander houdt hier niets tegen."""
    from generator.bewerken.bestand import schrijf_heel
    from generator.catalogus import lees_catalogus
    from generator.kwaliteit.links import ronde
    from generator.lezen.links import BESTAND
    from generator.meldingen import SocialeKaartFout

    verslag = Verslag()
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, Voorraad(opties.map), leeg_toegestaan=True)
    if catalogus is None:
        raise SocialeKaartFout("de inhoud heeft fouten.", "verbeter eerst wat 'controleer' meldt.", 1)
    adressen = ronde.alle_adressen(catalogus)
    beurt = ronde.aan_de_beurt(adressen, catalogus.links, opties.peildatum, opties.alles)
    nieuw = ronde.loop(beurt, catalogus.links, opties.peildatum, maak_vraag(opties))
    standen = {**catalogus.links, **nieuw}
    if not opties.proef:
        schrijf_heel(opties.map, BESTAND, ronde.als_bestand(standen, adressen).encode())
    print(als_json(standen, adressen) if opties.formaat == "json" else als_tekst(standen, adressen, len(beurt)))
    return 0


def maak_vraag(opties):
    """Wat een adres vraagt: een website, of een maildomein als er mail: voor staat."""
    from generator.kwaliteit.links.oordeel import Uitkomst, beoordeel
    from generator.kwaliteit.links.post import Postvrager
    from generator.kwaliteit.links.vragen import Vrager

    server, _, poort = opties.naamserver.rpartition(":") if ":" in opties.naamserver else (opties.naamserver, "", "53")
    web = Vrager(max(0.0, opties.pauze), opties.eigen_netwerk)
    post = Postvrager((server,) if server else (), int(poort) if poort.isdigit() else 53)

    def vraag(adres: str) -> Uitkomst:
        return post.vraag(adres[5:]) if adres.startswith("mail:") else beoordeel(adres, web.vraag(adres))

    return vraag


def _aandacht(standen: dict[str, Linkstand], adressen: list[str]) -> list[tuple[str, Linkstand]]:
    return [(adres, standen[adres]) for adres in adressen if adres in standen and standen[adres].uitkomst != "goed"]


def als_tekst(standen: dict[str, Linkstand], adressen: list[str], gevraagd: int) -> str:
    from generator.kwaliteit.cijfer import linkzin

    regels = [f"{len(adressen)} adressen op de kaart, {gevraagd} gevraagd."]
    for adres, stand in _aandacht(standen, adressen):
        hoe = "" if stand.telt else "; nog een keer kijken voor het telt"
        regels.append(f"  {stand.uitkomst:<9} {linkzin(adres, stand)}{hoe}")
    return "\n".join(regels)


def als_json(standen: dict[str, Linkstand], adressen: list[str]) -> str:
    lijst = [
        {
            "adres": a,
            "uitkomst": s.uitkomst,
            "op": str(s.op),
            "mis": s.mis,
            "telt": s.telt,
            "naar": s.naar,
            "reden": s.reden,
        }
        for a, s in ((a, standen[a]) for a in adressen if a in standen)
    ]
    return json.dumps({"aantal": len(lijst), "adressen": lijst}, ensure_ascii=False, indent=1)
