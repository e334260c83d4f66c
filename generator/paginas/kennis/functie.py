"""De functies: een overzicht en een pagina per functie, met uitleg en wie haar vervult."""

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from urllib.parse import quote

from generator.betekenis.wetten import in_woorden, naam_in_stuk, namen_toen, weg_van
from generator.betekenis.woorden import FASEN, FUNCTIESOORTEN
from generator.model import Catalogus, Functie
from generator.opmaak import gewone_tekst
from generator.paginas import Pagina
from generator.paginas.gemeen.snelweg import is_gevoelig
from generator.paginas.gemeen.verdelen import Verdeling, deelbladen, past_niet, verdeeld
from generator.paginas.gemeen.wijkkeuze import wijkkeuze
from generator.paginas.kennis.begripslinks import linker
from generator.paginas.plek.kaartjes import Kaartjes

EERST = 6
MINST = 60  # tekens die een zin ten minste heeft


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    groepen = [
        (kop, sorted((f for f in catalogus.functies.values() if f.soort == soort), key=lambda f: f.naam.casefold()))
        for soort, kop in FUNCTIESOORTEN.items()
    ]
    yield Pagina(
        "functies/",
        "kennis/functies.html",
        "Alle soorten hulp",
        "Alle soorten hulp op een rij, met uitleg in gewone taal.",
        {"groepen": groepen, "aantal": {f: len(catalogus.per_functie[f]) for f in catalogus.functies}},
    )
    for functie in catalogus.functies.values():
        lang = verdeling(functie, catalogus, kaartjes)
        pagina = Pagina(
            f"functies/{functie.id}/",
            "kennis/functie.html",
            functie.naam,
            eerste_zin(functie),
            partial(context, functie, catalogus, kaartjes, lang),
            (("Alle soorten hulp", "functies/"),),
            scripts=scripts_van(functie, catalogus),
            oembed=f"insluiten/functie/{functie.id}/oembed.json",
            snel_weg=is_gevoelig((functie.id,), catalogus),
            eerst_stand=True,
            afdruk=kaartjes.afdruk(catalogus.per_functie[functie.id]),
            gewijzigd=max((v.gecontroleerd.op for v in catalogus.per_functie[functie.id]), default=None),
            velden=(("soort", "Soort hulp"),),
        )
        yield pagina
        if lang:
            yield from deelbladen(lang, pagina)


def verdeling(functie: Functie, catalogus: Catalogus, kaartjes: Kaartjes) -> Verdeling | None:
    """De delen op naam, als de plekken van een functie niet op haar pagina passen."""
    alle = kaartjes.lijst(catalogus.per_functie[functie.id])
    if not past_niet(alle, "kaart"):
        return None
    zin = f"Wie dit doet: {functie.naam}."
    return verdeeld(functie.naam, zin, alle, "kaart", f"functies/{functie.id}/alles", f"q={quote(functie.naam)}")


def scripts_van(functie: Functie, catalogus: Catalogus) -> tuple[str, ...]:
    """Wat de pagina nodig heeft; het script om de lijst korter te maken alleen bij veel plekken."""
    vast = ("gemeen/standblad.js",)
    return (*vast, "vinden/onderwerp.js") if len(catalogus.per_functie[functie.id]) >= EERST else vast


def eerste_zin(functie: Functie) -> str:
    """De eerste zin, met de volgende erbij zolang het te kort is om iets te zeggen: een ander toont vaak alleen dit."""
    tekst, *rest = gewone_tekst(functie.uitleg.bron).replace("\n", " ").split(". ")
    while rest and len(tekst) < MINST:
        tekst = f"{tekst}. {rest.pop(0)}"
    return tekst.rstrip(".") + "."


def na_eerste_zin(functie: Functie) -> str:
    """De uitleg zonder de zin die al boven de plekken staat; leeg als er niet meer is."""
    html, zin = functie.uitleg.html.strip(), escape(eerste_zin(functie), quote=False)
    zonder = re.sub(r"\s+", " ", html).removeprefix(f"<p>{zin}")
    return html if zonder == re.sub(r"\s+", " ", html) else "" if zonder == "</p>" else f"<p>{zonder.lstrip()}"


def plek_in_de_hulp(functie: Functie) -> str:
    """De zin van de fase; wie voor de toegang staat en toch een besluit nodig heeft, kan er niet zo terecht."""
    buiten = functie.besluit and functie.fase == "voor"
    return "Buiten de toegang van de gemeente om, met een besluit." if buiten else FASEN[functie.fase].zin


def context(functie: Functie, catalogus: Catalogus, kaartjes: Kaartjes, lang: Verdeling | None) -> dict:
    return {
        "functie": functie,
        "uit_set": catalogus.sets.get(functie.pad),
        "zin": eerste_zin(functie),
        "product": catalogus.upl.get(functie.upl or ""),
        "wijken": wijkkeuze(catalogus),
        "eerst": EERST,
        "uitleg": linker(catalogus.kennis.begrippen).html(na_eerste_zin(functie), "../../", {functie.id}),
        "cluster": catalogus.kennis.cluster_van.get(functie.id),
        "taken": catalogus.kennis.taken_van.get(functie.id, ()),
        "fase": plek_in_de_hulp(functie),
        "wetten": [in_woorden(w) for w in functie.wetten_nu],
        "toen": namen_toen(functie),
        "naam_in_stuk": naam_in_stuk(functie),
        "weg": weg_van(functie, catalogus.kennis.wetboek),
        "themas": [catalogus.themas[t] for t in functie.themas if t in catalogus.themas],
        "kaartjes": kaartjes.voor_functie(functie.id, catalogus.per_functie[functie.id]),
        "lang": lang,
        "verwant": [
            f
            for f in catalogus.functies.values()
            if f.id != functie.id and f.cluster == functie.cluster and f.soort == "bouwblok"
        ],
    }
