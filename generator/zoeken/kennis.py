"""De kennis als zoekresultaat: woorden, taken, stappen, clusters, stukken, feiten, werkwijzen en regels uit de wet.

Zij staat apart van de index van de hulp en komt pas na het eerste resultaat.
"""

from collections.abc import Iterator

from generator.betekenis.vergelijken import kies_paren, paar_pad
from generator.betekenis.wetten import artikel
from generator.betekenis.woorden import SCHALEN
from generator.model import Catalogus, Functie, Gemeente
from generator.model.toegang import Verdieping, anker
from generator.model.wet import Grens, Regel, Weg

SOORTEN = ("begrip", "taak", "stap", "cluster", "bron", "feit", "werkwijze", "wet", "pagina")
GRENS = 150
# De bladzijden voor professionals die zelf geen ding in de kennis zijn, met hoe men er verder naar vraagt.
BLADEN = (
    (
        "bouwtekening/",
        "Bouwtekening van het sociaal domein",
        "bouwtekening|plattegrond sociaal domein|bouwblokken sociaal domein",
        "bouwtekening",
    ),
    ("taken/", "Register van taken", "takenregister|taken|wie doet wat|takenverdeling", "takenregister"),
    ("begrippen/", "Woordenlijst", "woordenlijst|begrippenlijst|afkortingen|jargon|vaktaal", "begrippen"),
    ("bronnen/", "Bronnen en feiten", "bronnen|stukken|documenten|feiten|beleidsstukken", "bronnen"),
    ("wetten/", "De wet van nu", "wetten|wetgeving|termijnen|wetsartikelen|wettelijke termijnen", "wetboek"),
    ("zo-werkt-het/", "Zo werkt het: van vraag naar hulp", "route|processtappen|van melding tot besluit", "route"),
    ("zo-werkt-het/vergelijken/", "Gemeenten naast elkaar", "gemeenten vergelijken|vergelijking|verschillen", ""),
    ("professionals/", "Voor professionals", "professionals|beleidsmedewerker|naslag", ""),
)
# Wat op de bladzijde met uitgangspunten onder een eigen kop staat.
KOPPEN = (
    ("Kernwaarden van het dienstverleningsmodel", "kernwaarden|kernwaarden toegang"),
    ("Leidende principes van het dienstverleningsmodel", "leidende principes|leidende principes toegang"),
    ("Regie: rollen en kenmerken", "regiemodel|regierollen|regiemodel opdrachtgever opdrachtnemer|beleidsregie"),
    ("Schaal: lokaal, bovenlokaal, regionaal", "schaal|schaalgrootte|schaalniveau"),
)
REGIOKOPPEN = {
    "uitgangspunten": "uitgangspunten principes",
    "scenarios": "scenario's mogelijkheden varianten",
    "voorwaarden": "voorwaarden randvoorwaarden",
}
Rij = tuple[str, str, str, str, tuple[str, ...], str]


def maak_kennis(catalogus: Catalogus) -> dict:
    """Rijen [soort, naam, pad, zin, vormen, gemeente], en de gemeenten met een eigen werkwijze."""
    gemeenten = [g for g in catalogus.gemeenten if g.toegangsmodel]
    nummer = {g.code: i for i, g in enumerate(gemeenten)}
    rijen = [*_bladen(catalogus), *_landelijk(catalogus), *(r for g in gemeenten for r in _gemeente(g, catalogus))]
    return {
        "soorten": list(SOORTEN),
        "gemeenten": [[g.code, g.naam] for g in gemeenten],
        "items": [
            [SOORTEN.index(soort), naam, pad, kort(zin), "|".join(v for v in vormen if v), nummer.get(code, -1)]
            for soort, naam, pad, zin, vormen, code in rijen
        ],
    }


def kort(tekst: str) -> str:
    """Een tekst tot waar hij op een kaartje past, op een heel woord."""
    return tekst if len(tekst) <= GRENS else tekst[:GRENS].rsplit(" ", 1)[0].rstrip(",;:.") + "..."


def _bladen(catalogus: Catalogus) -> Iterator[Rij]:
    for pad, naam, vormen, veld in BLADEN:
        vergelijkt = sum(bool(g.toegangsmodel) for g in catalogus.gemeenten) > 1
        if getattr(catalogus.kennis, veld) if veld else pad != "zo-werkt-het/vergelijken/" or vergelijkt:
            yield "pagina", naam, pad, "", tuple(vormen.split("|")), ""


def _landelijk(catalogus: Catalogus) -> Iterator[Rij]:
    kennis = catalogus.kennis
    for begrip in kennis.begrippen:
        yield "begrip", begrip.term, f"begrippen/#{begrip.id}", begrip.uitleg, begrip.afkortingen, ""
    for taak in kennis.taak_op_id.values():
        functie = catalogus.functies.get(taak.functie or "")
        vormen = (f"{taak.naam} {taak.groep}", *_functienamen(functie))
        yield "taak", taak.naam, f"taken/#{taak.id}", taak.uitleg, vormen, ""
    for stap in kennis.route.stappen if kennis.route else ():
        yield "stap", stap.naam, f"zo-werkt-het/#{stap.id}", stap.kort, (stap.id,), ""
    for cluster in kennis.cluster_op_id.values():
        yield "cluster", cluster.naam, f"bouwtekening/{cluster.id}/", cluster.uitleg, _clustervormen(cluster), ""
    yield from _blokken(catalogus)
    if kennis.bouwtekening:
        yield from _verdieping(kennis.bouwtekening.verdieping, "bouwtekening/", "")
    yield from _naast_elkaar(catalogus)
    yield from _uitgangspunten(catalogus)
    yield from _regio(catalogus)
    yield from _bronnen(catalogus)
    yield from _wetten(catalogus)


def _verdieping(delen: tuple[Verdieping, ...], pad: str, code: str, erbij: str = "") -> Iterator[Rij]:
    """Wat een stuk verder zegt, ook te vinden met de titel van het stuk en met de punten erin."""
    for deel in delen:
        zin = ", ".join(r.naam for r in deel.rijen)
        tijd = (
            ("planning fasen mijlpalen tijdlijn", f"planning {deel.bron.stuk}")
            if any(r.datum for r in deel.rijen)
            else ()
        )
        namen = (deel.naam, f"{deel.naam} {deel.bron.stuk}", *deel.zoekwoorden, *tijd)
        vormen = (*namen, *(r.naam for r in deel.rijen))
        yield "pagina", f"{deel.naam}{erbij}", f"{pad}achtergrond/#{deel.id}", zin, vormen, code


def _naast_elkaar(catalogus: Catalogus) -> Iterator[Rij]:
    """Elk paar gemeenten dat een eigen bladzijde heeft."""
    for een, ander in kies_paren([g for g in catalogus.gemeenten if g.toegangsmodel], catalogus):
        naam, pad = f"{een.naam} en {ander.naam}", paar_pad(een, ander)
        vormen = tuple(
            f"{woord} {naam}" for woord in ("verschillen", "overeenkomsten", "vergelijking", "samenwerking")
        )
        yield "pagina", f"{naam} naast elkaar", pad, "Wie wat doet, gelijk of anders.", (naam, *vormen), ""


def _blokken(catalogus: Catalogus) -> Iterator[Rij]:
    """De blokken van de bouwtekening zoals hun stuk ze noemt, met de pagina van de functie."""
    for functie in catalogus.functies.values():
        if functie.soort == "bouwblok" and functie.cluster:
            vormen = (functie.naam_in_bron, f"bouwblok {functie.naam_in_bron}", f"bouwblok {functie.naam}")
            naam, zin = f"{functie.naam_in_bron} (bouwblok)", f"{functie.naam}. Cluster {functie.cluster}."
            yield "pagina", naam, f"functies/{functie.id}/", zin, vormen, ""


def _functienamen(functie: Functie | None) -> tuple[str, ...]:
    return (functie.naam, functie.naam_in_bron, f"wie beslist {functie.naam_in_bron}") if functie else ()


def _clustervormen(cluster) -> tuple[str, ...]:
    """Waar een professional bij een cluster naar vraagt: regie, schaal, sturing en bekostiging."""
    kop = "uitvoeringsscenario regie schaal sturing bekostiging beleidslijn bouwblokken"
    return tuple(f"{woord} {cluster.naam}" for woord in ("cluster", *kop.split())) + ("uitvoeringsscenario",)


def _uitgangspunten(catalogus: Catalogus) -> Iterator[Rij]:
    """De woorden van de bouwtekening, en waarmee de taken verdeeld zijn."""
    tekening, register = catalogus.kennis.bouwtekening, catalogus.kennis.takenregister
    pad = "bouwtekening/uitgangspunten/"
    for principe in (*tekening.kernwaarden, *tekening.leidende_principes) if tekening else ():
        yield "pagina", principe.onderwerp, pad, principe.uitleg, (principe.keuze,), ""
    for woord in (*tekening.schalen, *tekening.regievormen) if tekening else ():
        yield (
            "pagina",
            f"{woord.id.capitalize()} (bouwtekening)",
            pad,
            woord.uitleg,
            (woord.id, f"{woord.id}e regie"),
            "",
        )
    for kop, vormen in KOPPEN if tekening else ():
        yield "pagina", kop, pad, tekening.naam if tekening else "", tuple(vormen.split("|")), ""
    if register and register.criteria:
        namen = (
            "criteria taken",
            "criteria om taken te verdelen of te beleggen",
            "verdeling van taken",
            "toegangstaken",
        )
        yield "pagina", "Criteria voor toegangstaken", "taken/#criteria", register.criteria_uitleg, namen, ""
    for deel in register.criteria if register else ():
        yield "pagina", deel.naam, "taken/#criteria", deel.uitleg, (f"criterium {deel.naam}",), ""


def _regio(catalogus: Catalogus) -> Iterator[Rij]:
    regio = catalogus.kennis.regio
    if not regio:
        return
    namen = tuple(d.naam for d in regio.partners)
    yield "pagina", regio.naam, "regio/", regio.uitleg, (regio.ook_wel or "", "samenwerking regio", *namen), ""
    stuk = f"{regio.bron.stuk} samenwerking in de regio"
    for kop, woorden in REGIOKOPPEN.items():
        for deel in getattr(regio, kop):
            yield "pagina", f"{deel.naam} ({regio.naam})", "regio/", deel.uitleg, (deel.naam, f"{woorden} {stuk}"), ""
    yield from _verdieping(regio.verdieping, "regio/", "")
    for taak in regio.taken:
        schaal = SCHALEN[taak.schaal].kort if taak.schaal else "Nog te kiezen"
        yield (
            "taak",
            f"{taak.naam} in de regio",
            "regio/#taken",
            f"{schaal}. {taak.uitleg}",
            (f"schaal {taak.naam}",),
            "",
        )


def _bronnen(catalogus: Catalogus) -> Iterator[Rij]:
    for stuk in catalogus.kennis.bronnen.stukken:
        zin = f"{stuk.soort} ({stuk.jaar})"
        vormen = tuple(f"{stuk.soort} {naam}" for naam in stuk.gemeenten)
        yield "bron", stuk.stuk, f"bronnen/#{anker(stuk.stuk)}", zin, vormen, ""
    for nummer, feit in enumerate(catalogus.kennis.bronnen.feiten, 1):
        zin = f"{feit.bron.stuk} ({feit.bron.jaar}){f', {feit.bron.plaats}' if feit.bron.plaats else ''}"
        yield "feit", feit.feit, f"bronnen/#feit-{nummer}", zin, (), ""


def _wetten(catalogus: Catalogus) -> Iterator[Rij]:
    boek = catalogus.kennis.wetboek
    if not boek:
        return
    for weg in boek.wegen:
        pad = f"wetten/{weg.id}/"
        yield "wet", weg.naam, pad, f"Beslist: {weg.beslist}", _wegvormen(weg), ""
        for plek, stap in enumerate(weg.stappen, 1):
            for regel in stap.regels:
                zin = f"{weg.naam}, {stap.naam.lower()}, {artikel(regel.artikel)}"
                yield (
                    "wet",
                    regel.zegt,
                    f"{pad}#stap-{plek}",
                    zin,
                    _regelvormen(weg, regel, f"{stap.naam} {weg.naam}", f"{stap.naam} {regel.wet}", stap.uitleg),
                    "",
                )
        for deel in ("rechten", "kosten"):
            for regel in getattr(weg, deel):
                vormen = _regelvormen(weg, regel, f"{deel} {weg.naam}")
                yield "wet", regel.zegt, f"{pad}#{deel}", f"{weg.naam}, {artikel(regel.artikel)}", vormen, ""
    for grens in boek.grenzen:
        yield "wet", grens.naam, f"wetten/#grens-{grens.id}", grens.uitleg, _grensvormen(grens), ""
    for nieuws in boek.nieuws:
        yield (
            "wet",
            nieuws.naam,
            f"wetten/#nieuws-{nieuws.id}",
            nieuws.uitleg,
            (nieuws.naam.split(":")[0], nieuws.uitleg),
            "",
        )


def _regelvormen(weg: Weg, regel: Regel, *erbij: str) -> tuple[str, ...]:
    """Waar iemand bij een regel naar vraagt: de vaktermen, los en met de wet erbij, en het artikel."""
    termen = [term.strip() for term in (regel.vaktaal or "").split(",") if term.strip()]
    met_wet = (f"{term} {weg.naam}" for term in termen)
    return *erbij, f"artikel {regel.artikel} {regel.wet}", *termen, *met_wet


def _wegvormen(weg: Weg) -> tuple[str, ...]:
    """Waar iemand bij een weg naar vraagt: zijn woorden, wie beslist, waar de hulp over gaat en wat elke stap zegt."""
    stappen = (f"{s.naam} {s.uitleg}" for s in weg.stappen)
    return *weg.zoekwoorden, f"wie beslist {weg.naam}", weg.uitleg, weg.beslist, *stappen


def _grensvormen(grens: Grens) -> tuple[str, ...]:
    """Waar iemand bij een grens tussen wetten naar vraagt: met en zonder 'of', en wat erover te zeggen is."""
    kaal = grens.naam.replace(" of ", " ")
    termen = [t.strip() for r in grens.regels for t in (r.vaktaal or "").split(",") if t.strip()]
    return kaal, f"afbakening {kaal}", f"wie betaalt {kaal}", grens.uitleg, *termen, *(r.zegt for r in grens.regels)


def _gemeente(gemeente: Gemeente, catalogus: Catalogus) -> Iterator[Rij]:
    """De werkwijze van een gemeente, en daarin wie welke taak doet, de onderdelen, rollen, teams en cijfers."""
    model = gemeente.toegangsmodel
    if model is None:
        return
    pad, code = f"gebieden/{gemeente.slug}/zo-werkt-het/", gemeente.code
    vormen = (model.naam, "toegang", "werkwijze", "inrichting toegang", "sociaal domein", "wie beslist")
    yield "werkwijze", f"Zo werkt het in {gemeente.naam}", pad, model.naam, vormen, code
    for team in model.teams:
        yield (
            "werkwijze",
            f"{team.naam} in {gemeente.naam}",
            f"{pad}#teams",
            team.uitleg or "",
            (team.naam, f"kern en schil {team.naam}"),
            code,
        )
    for deel in model.onderdelen:
        zin = ", ".join((*deel.taken, *deel.partners))
        yield "werkwijze", f"{deel.naam} in {gemeente.naam}", f"{pad}#onderdelen", zin, (deel.naam,), code
    for rol in model.rollen:
        yield "werkwijze", f"{rol.naam} in {gemeente.naam}", f"{pad}#rollen", rol.taak, (rol.naam,), code
    for verdeling in model.taken:
        taak = catalogus.kennis.taak_op_id.get(verdeling.taak)
        if taak:
            functie = catalogus.functies.get(taak.functie or "")
            namen = (taak.naam, f"wie beslist {taak.naam}", *_functienamen(functie))
            zin = f"{verdeling.wie} ({model.jaar})"
            yield "taak", f"{taak.naam} in {gemeente.naam}", f"{pad}#taken", zin, namen, code
    yield from _verdieping(model.verdieping, pad, code, f" ({gemeente.naam})")
    for cijfer in model.cijfers:
        zin = f"{cijfer.waarde} {cijfer.eenheid} ({cijfer.jaar})"
        yield (
            "feit",
            f"{cijfer.wat} in {gemeente.naam}",
            f"{pad}#cijfers",
            zin,
            (cijfer.wat, f"{cijfer.wat} {cijfer.eenheid}"),
            code,
        )
