"""`nieuw`: een nieuwe ingang, met vragen op een terminal of met argumenten."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.bewerken.paden import Pad, PadFout, keur_pad, lees_pad
from generator.meldingen import FOUT, SocialeKaartFout, Verslag
from generator.model import SOORTEN
from generator.schema import VOORZIENING

MAP_VAN = {soort: map_ for map_, soort in SOORTEN.items()}


def voeg_toe(deel) -> None:
    parser = deel.add_parser("nieuw", help="maak een nieuwe ingang, met of zonder vragen")
    parser.add_argument("--van", metavar="ID", help="begin met een kopie van deze ingang")
    parser.add_argument("--soort", choices=tuple(MAP_VAN), help="wat voor ingang het is")
    parser.add_argument("--naam", help="de naam zoals bewoners die kennen")
    parser.add_argument("--functie", action="append", default=[], metavar="ID", help="wat deze plek doet; mag vaker")
    parser.add_argument(
        "--beschrijving", default="", metavar="TEKST", help="in eigen woorden; dan stellen we functies voor"
    )
    parser.add_argument(
        "--veld",
        action="append",
        default=[],
        type=veld,
        metavar="PAD=WAARDE",
        help="een veld, zoals contact.email=info@x.example",
    )
    parser.add_argument("--id", default="", help="de naam van het bestand (standaard: uit de naam)")
    parser.add_argument(
        "--door", default="redactie", metavar="TEAM", help="welk team dit nakeek (standaard: redactie)"
    )
    parser.add_argument("--zonder-vragen", action="store_true", help="vraag niets, ook niet op een terminal")
    parser.set_defaults(doe=doe)


def veld(tekst: str) -> tuple[Pad, object]:
    """Een pad en zijn waarde; bij een lijst staan er puntkomma's tussen."""
    naam, streep, waarde = tekst.partition("=")
    try:
        soort = keur_pad(VOORZIENING, lees_pad(naam.strip()))
    except PadFout as fout:
        raise argparse.ArgumentTypeError(str(fout)) from fout
    if not streep or soort.soort == "groep":
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen PAD=WAARDE")
    return lees_pad(naam.strip()), [
        d.strip() for d in waarde.split(";") if d.strip()
    ] if soort.lijst else waarde.strip()


def doe(opties) -> int:
    """Status 1 als het bestand een fout zou geven; dan is er niets geschreven."""
    from generator.bewerken.bestand import schrijf_heel
    from generator.bewerken.nieuw import keur_nieuw, kies_id, schrijf_met_uitleg, vind_plek
    from generator.bewerken.stukken import KanNiet

    soort, boom = _begin(opties)
    if sys.stdin.isatty() and not opties.zonder_vragen:
        from generator.opdrachten.nieuw_vragen import Vragen

        soort, boom = Vragen(opties, soort, boom).stel()
    boom = vind_plek(opties.map, boom, opties.peildatum)
    _eis(opties, soort, boom)
    pad = f"sociale_kaart/{MAP_VAN[soort]}/{opties.id or kies_id(opties.map, boom['naam'])}.yaml"
    try:
        tekst = schrijf_met_uitleg(boom)
        meldingen = keur_nieuw(opties.map, pad, tekst, opties.peildatum)
        if any(m.soort == FOUT for m in meldingen):
            print(Verslag(set(meldingen)).als_tekst())
            print("Er is niets geschreven.")
            return 1
        schrijf_heel(opties.map, pad, tekst.encode())
    except KanNiet as fout:
        raise SocialeKaartFout(f"dit is niet op te schrijven: {fout}.", "verander de waarde.", 1) from fout
    for m in meldingen:
        print(f"Let op: {m.tekst} {m.oplossing}")
    print(f"Gemaakt: {pad}. Vul aan wat achter een hekje staat en bekijk het met: python3 kaart.py bekijk")
    return 0


def _begin(opties) -> tuple[str, dict]:
    """De soort en de velden uit de argumenten en de ingang waar deze van komt."""
    from generator.bewerken.aanvullen import zoek_aanvulling
    from generator.bewerken.bestand import lees_voor_wijziging
    from generator.bewerken.nieuw import neem_over
    from generator.bewerken.verschil import gewenst
    from generator.bewerken.voorstel import is_bezet, zoek_bestanden
    from generator.bewerken.wijzigen import lees_boom

    boom, soort = {}, opties.soort or ""
    if opties.van:
        paden = zoek_bestanden(opties.map, opties.van)
        if aanvulling := zoek_aanvulling(opties.map, opties.van):
            paden, boom = [aanvulling.pad], aanvulling.samen
        elif len(paden) == 1:
            boom = lees_boom(lees_voor_wijziging(opties.map, paden[0])[1])
        else:
            raise SocialeKaartFout(
                f"er is geen ingang met het id '{opties.van}'.",
                "kies de naam van een bestand onder sociale_kaart/, zonder .yaml.",
            )
        boom, soort = neem_over(boom), soort or SOORTEN[paden[0].split("/")[1]]
    vast = [(("gecontroleerd",), {"op": opties.peildatum.isoformat(), "door": opties.door})]
    vast += [(("naam",), opties.naam)] if opties.naam else []
    vast += [(("functies",), opties.functie)] if opties.functie else []
    if opties.id and (is_bezet(opties.map, opties.id) or Path(opties.id).name != opties.id):
        raise SocialeKaartFout(f"het id '{opties.id}' bestaat al of kan niet.", "kies een ander, of laat --id weg.")
    return soort, gewenst(boom, vast + opties.veld)


def _eis(opties, soort: str, boom: dict) -> None:
    """Zonder vragen moet alles er staan; zeg in een keer wat ontbreekt, met functies als er een beschrijving is."""
    mist = ["--soort"] if not soort else []
    mist += [_argument(v, opties) for v in VOORZIENING.velden if v.verplicht and v.naam not in boom]
    if not mist:
        return
    passend = functies(opties.map, opties.peildatum, opties.beschrijving) if "functies" not in boom else []
    voorstel = f"; passende functies: {', '.join(id_ for id_, _ in passend)}" if passend else ""
    raise SocialeKaartFout(
        f"dit ontbreekt nog: {', '.join(mist)}.",
        f"geef deze argumenten erbij, of draai 'nieuw' op een terminal{voorstel}.",
    )


def _argument(veld_, opties) -> str:
    los = {"naam": "--naam NAAM", "functies": "--functie ID"}
    if veld_.soort == "groep":
        return " ".join(f"--veld {veld_.naam}.{deel.naam}={deel.voorbeeld}" for deel in veld_.velden if deel.verplicht)
    waarde = _eigen_gebied(opties) if veld_.soort == "gebiedscode" else ""
    return los.get(veld_.naam, f'--veld "{veld_.naam}={waarde or veld_.voorbeeld}"')


def _eigen_gebied(opties) -> str:
    """De code van de gemeente waar de wijken van zijn, als voorbeeld dat hier bestaat."""
    from generator.lezen.gebieden import lees_gebieden
    from generator.voorraad import Voorraad

    gemeenten = lees_gebieden(opties.map, Verslag(), opties.peildatum, Voorraad(opties.map))
    return next((g.code for g in gemeenten if g.wijken), "landelijk")


def functies(map_: Path, peildatum, beschrijving: str) -> list[tuple[str, str]]:
    """Functies die passen. Staat er elders een fout in de map, dan zoeken we in de landelijke functies."""
    from generator.bewerken.nieuw import stel_functies_voor
    from generator.catalogus import lees_catalogus
    from generator.voorraad import Voorraad

    if not beschrijving:
        return []
    catalogus = lees_catalogus(map_, Verslag(), peildatum, Voorraad(map_), leeg_toegestaan=True)
    return stel_functies_voor(catalogus or _landelijk(peildatum), beschrijving)


def _landelijk(peildatum):
    """De catalogus van een map waar nog niets in staat: alleen de landelijke set."""
    from generator.catalogus import lees_catalogus
    from generator.voorraad import Voorraad

    with TemporaryDirectory(prefix="sociale-kaart-") as tijdelijk:
        leeg = Path(tijdelijk)
        (leeg / "sociale_kaart").mkdir()
        (leeg / "mkdocs.yml").write_text("site_name: leeg\nsite_url: https://leeg.example/\n", encoding="utf-8")
        return lees_catalogus(leeg, Verslag(), peildatum, Voorraad(leeg, aan=False), leeg_toegestaan=True)
