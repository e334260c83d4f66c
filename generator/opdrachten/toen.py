"""`toen`: wat de site op een dag zei, of bij een label: de hele site, of een ding in woorden."""

import re
import tempfile
from datetime import date
from pathlib import Path

from generator.meldingen import SocialeKaartFout, Verslag
from generator.voorraad import Voorraad

_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")


def voeg_toe(deel) -> None:
    parser = deel.add_parser("toen", help="wat zei de site op een dag, of bij een label in Git")
    parser.add_argument("wanneer", metavar="DAG_OF_LABEL", help="een dag als 2026-03-01, of een label of code van Git")
    wat = parser.add_mutually_exclusive_group(required=True)
    wat.add_argument("--uit", type=Path, metavar="MAP", help="bouw de site van toen in deze map")
    wat.add_argument("--id", metavar="ID", help="zeg in woorden wat er toen bij dit ding stond")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.geschiedenis.git import GitFout, Opslag
    from generator.geschiedenis.verloop import dag_van
    from generator.voorstel.standen import zet_neer

    try:
        opslag = Opslag(opties.map)
        code, tijd = opslag.code_en_tijd(zoek(opslag, opties.wanneer))
        dag = date.fromisoformat(opties.wanneer) if _DAG.fullmatch(opties.wanneer) else dag_van(tijd)
        with tempfile.TemporaryDirectory(prefix="sociale-kaart-") as tijdelijk:
            zet_neer(opslag, code, Path(tijdelijk))
            return (
                bouw_toen(Path(tijdelijk), opties.uit, dag) if opties.uit else vertel(Path(tijdelijk), opties.id, dag)
            )
    except GitFout as fout:
        raise SocialeKaartFout(
            f"Git geeft de stand van '{opties.wanneer[:80]}' niet: {fout}.",
            "noem een dag na de eerste vastlegging, of een label dat 'git tag' toont.",
        ) from fout


def zoek(opslag, wanneer: str) -> str:
    """De vastlegging die aan het eind van een dag gold (in Nederland), of die bij een label hoort."""
    from generator.geschiedenis.git import GitFout

    if not _DAG.fullmatch(wanneer):
        return opslag.code_van(wanneer)
    if opslag.is_ondiep:
        raise GitFout("deze kopie heeft maar een deel van de geschiedenis")
    try:
        dag = date.fromisoformat(wanneer)
    except ValueError:
        raise GitFout("die dag bestaat niet") from None
    code = opslag.laatste_op(dag)
    if not code:
        raise GitFout("toen was er nog niets vastgelegd")
    return code


def bouw_toen(map_: Path, uit: Path, dag: date) -> int:
    from generator.bouw.bouwen import bouw_site
    from generator.opdrachten.controleer import druk_af

    verslag = Verslag()
    if not bouw_site(map_, uit, verslag, dag, Voorraad(map_, aan=False), leeg_toegestaan=True):
        druk_af(verslag)
        print("De inhoud van toen is met deze generator niet te bouwen.")
        return 1
    print(f"De site van {dag} staat in {uit}.")
    return 0


def vertel(map_: Path, id_: str, dag: date) -> int:
    """Wat er toen in het bestand van een ding stond. Raist SocialeKaartFout als het er toen niet was."""
    from generator.catalogus import lees_catalogus
    from generator.geschiedenis.dingen import veranderingen
    from generator.geschiedenis.waarden import namen_uit
    from generator.geschiedenis.zinnen import zinnen
    from generator.opmaak import gewone_datum

    paden = [p for p in sorted((map_ / "sociale_kaart").glob("*/*.yaml")) if p.stem == id_ and not p.is_symlink()]
    if not paden:
        raise SocialeKaartFout(
            f"op {gewone_datum(dag)} was er niets met het id '{id_[:80]}'.",
            "kijk op /wijzigingen/ wanneer het kwam.",
            1,
        )
    namen = namen_uit(lees_catalogus(map_, Verslag(), dag, Voorraad(map_, aan=False), leeg_toegestaan=True))
    print(f"Op {gewone_datum(dag)} stond er:")
    for v in veranderingen({p.relative_to(map_).as_posix(): (None, p.read_bytes()) for p in paden}):
        print("\n".join(zin.removeprefix("Nieuw: ") for zin in zinnen(v, namen)))
    return 0
