"""`ontvang`: het formulier aannemen zonder account; elke melding wordt een issue, of een bestand in de rij."""

import argparse
import os
import sys
import time
from pathlib import Path

from generator.meldingen import SocialeKaartFout
from generator.opdrachten.bekijk import poort

SMTP = "SOCIALE_KAART_SMTP"
KWARTIER, DAG = 900, 86_400


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("ontvang", help="neem het formulier aan zonder account (een kleine dienst)")
    parser.add_argument("rij", type=Path, metavar="RIJ", help="de map voor meldingen die (nog) geen issue zijn")
    parser.add_argument("--adres", default="127.0.0.1", metavar="IP", help="waar de dienst luistert (standaard: hier)")
    parser.add_argument("--poort", type=poort, default=8090, metavar="N", help="het poortnummer (standaard: 8090)")
    parser.add_argument("--pad", type=_pad, default="/melden/verstuur", metavar="PAD", help="het adres op de site")
    parser.add_argument("--site", default="", metavar="ADRES", help="het adres van de site, voor de terugweg")
    parser.add_argument("--redactie", default="", metavar="MAIL", help="waar iemand ook heen kan mailen")
    parser.add_argument("--afzender", default="", metavar="MAIL", help=f"van wie de mail komt (server in {SMTP})")
    parser.add_argument("--proxys", type=int, default=0, metavar="N", help="hoeveel eigen proxy's ervoor staan")
    parser.add_argument("--keer", type=int, default=5, metavar="N", help="meldingen per afzender per kwartier")
    parser.add_argument("--stuur-rij", action="store_true", help="maak issues van wat in de rij staat, en stop")
    voeg_opties_toe(parser, verplicht=False)
    parser.set_defaults(doe=doe)


def _pad(tekst: str) -> str:
    delen = tekst.strip("/").split("/")
    if not all(deel.replace("-", "").isalnum() and deel.isascii() for deel in delen):
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen pad als /melden/verstuur")
    return "/" + "/".join(delen)


def doe(opties) -> int:
    """Draait tot iemand stopt; met --stuur-rij status 1 als er iets bleef staan."""
    from generator.forges.instellen import lees_project

    project = lees_project(opties) if opties.forge else None
    opties.rij.mkdir(parents=True, exist_ok=True)
    if opties.stuur_rij:
        return _stuur_rij(opties.rij, project)
    try:
        from generator.ontvangen.dienst import draai
    except ModuleNotFoundError as fout:
        raise SocialeKaartFout(
            f"voor 'ontvang' ontbreekt het pakket {fout.name}.",
            "installeer het erbij: pip install 'sociale-kaart[ontvang]'",
        ) from fout
    from generator.ontvangen.rechten import geef_rechten_op

    if nog := geef_rechten_op(opties.rij):
        print(nog, file=sys.stderr)
    inst = maak_instelling(opties, project)
    waar = f"issues bij {project.forge.naam}" if project else "de rij"
    print(
        f"De ontvanger luistert op http://{opties.adres}:{opties.poort}{opties.pad}; meldingen gaan naar {waar}.",
        flush=True,
    )
    draai(inst, opties.adres, opties.poort)
    return 0


def maak_instelling(opties, project):
    from generator.ontvangen.dienst import Instelling
    from generator.ontvangen.grenzen import Grens
    from generator.ontvangen.post import Postbus

    server = os.environ.get(SMTP, "")
    if bool(server) != bool(opties.afzender):
        raise SocialeKaartFout(
            f"voor mail zijn --afzender en {SMTP} samen nodig.", "geef ze allebei, of geen van beide."
        )
    klok = time.monotonic
    return Instelling(
        wachtrij=opties.rij,
        peildatum=opties.peildatum,
        per_afzender=Grens(opties.keer, KWARTIER, klok),
        samen=Grens(60 * opties.keer, KWARTIER, klok),
        per_mail=Grens(3, DAG, klok),
        pad=opties.pad,
        project=project,
        post=Postbus(server, opties.afzender) if server else None,
        proxys=opties.proxys,
        site=opties.site,
        redactie=opties.redactie,
    )


def _stuur_rij(rij: Path, project) -> int:
    from generator.ontvangen.wachtrij import in_rij, stuur_rij

    if project is None:
        raise SocialeKaartFout("--stuur-rij weet niet waarheen.", "geef erbij: --forge en --project.")
    aantal, reden = stuur_rij(rij, project)
    print(f"{aantal} issues gemaakt; {len(in_rij(rij))} meldingen staan nog in de rij{f': {reden}' if reden else ''}.")
    return 1 if reden else 0
