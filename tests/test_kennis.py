"""De kennis op de gebouwde site: elk cluster, blok, rol, partner, stap, criterium, cijfer en feit staat er, met zijn
bron.
"""

import csv
import io
import json
import re
from collections import deque
from functools import cache
from html import unescape
from itertools import combinations

import pytest
from msgspec import Struct
from proefmap import lees, maak_goede_map

from generator.betekenis.vergelijken import ANDERS, GELIJK, NIET, OPEN, Kant, oordeel, oordelen
from generator.betekenis.wetten import artikel, naam_in_stuk, namen_nu, namen_toen, uit_stuk, weg_van, wetten_nu
from generator.model.kennis import Kennis
from generator.model.toegang import Bron
from generator.opmaak import gewone_stand, gewoon_getal
from generator.paginas import alle_paginas
from generator.paginas.gemeen.vullen import omgeving
from generator.paginas.kennis.bouwtekenaar import teken
from generator.paginas.kennis.tekenen import breek
from generator.paginas.kennis.tijdlijn import maanden
from generator.paginas.kennis.tijdlijn import teken as teken_lijn
from generator.paginas.kennis.werkwijze import taken_naast_elkaar


@pytest.fixture(scope="module")
def tekst_van(voorbeeldsite):
    """De zichtbare tekst van een pagina op pad, zonder tekeningen."""

    @cache
    def lees(pad: str) -> str:
        html = (voorbeeldsite / pad / "index.html").read_text(encoding="utf-8")
        return plat(html)

    return lees


def plat(html: str) -> str:
    hoofd = re.sub(r"<svg.*?</svg>", " ", html[html.index("<main") : html.index("</main>")], flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", hoofd)).replace(" ", " ").split())


def kaal(tekst: str) -> str:
    """Zonder spaties, leestekens en afbreekstreepjes: zo zijn een naam en een gebroken naam gelijk."""
    return re.sub(r"[\W_]", "", tekst).casefold()


def ontbreekt(teksten, pagina: str) -> list[str]:
    zonder = kaal(pagina)
    return [t for t in teksten if t and kaal(t) not in zonder]


def alle_teksten(ding, sla_over=()) -> list[str]:
    """Elke tekst in een object uit het model, behalve ids en bronnen."""
    if isinstance(ding, str):
        return [ding]
    if isinstance(ding, tuple):
        return [t for deel in ding for t in alle_teksten(deel, sla_over)]
    if isinstance(ding, Struct) and not isinstance(ding, Bron):
        return [
            t
            for veld in ding.__struct_fields__
            if veld not in sla_over
            for t in alle_teksten(getattr(ding, veld), sla_over)
        ]
    return []


# De bouwtekening


def test_de_bouwtekening_heeft_alle_81_blokken_en_de_rest_van_het_vocabulaire(catalogus):
    soorten = [catalogus.functies[b].soort for c in catalogus.kennis.bouwtekening.clusters for b in c.blokken]
    assert (soorten.count("bouwblok"), soorten.count("wijkfunctie"), soorten.count("ketenpartner")) == (81, 15, 28)
    assert {f.id for f in catalogus.functies.values()} == {
        b for c in catalogus.kennis.bouwtekening.clusters for b in c.blokken
    }


def test_elk_blok_staat_met_zijn_hele_naam_in_de_tekening_als_link(catalogus, voorbeeldsite):
    html = (voorbeeldsite / "bouwtekening/index.html").read_text(encoding="utf-8")
    svg = re.search(r"<svg class=\"t-vel\".*?</svg>", html, re.S)[0]
    link = r'<a class="t-blok( t-erbij)?" href="\.\./functies/([^/"]+)/" tabindex="-1" data-blok="([^"]+)" data-wetten="([^"]*)">(.*?)</a>'
    blokken = re.findall(link, svg, re.S)
    assert len(blokken) == 124
    for erbij, pad, id_, wetten, inhoud in blokken:
        functie = catalogus.functies[id_]
        namen = re.findall(r"<text x=[^>]*>([^<]*)</text>", inhoud)
        assert pad == id_ and wetten.split() == list(wetten_nu(functie))
        assert bool(erbij) != uit_stuk(functie), "wat niet als blok in het stuk staat, heeft een eigen rand"
        assert kaal(unescape("".join(namen))) == kaal(functie.naam_in_bron)
    clusters = re.findall(r'<a class="t-(?:cluster|regie)" href="\.\./bouwtekening/([^/"]+)/"', svg)
    assert sorted(clusters) == sorted(catalogus.kennis.cluster_op_id)


def test_in_de_tekening_raakt_niets_elkaar_en_valt_niets_buiten_het_vel(catalogus):
    vel = teken(catalogus.kennis.bouwtekening, catalogus.functies)
    assert vel.breedte / vel.hoogte > 1.35, "zo past zij liggend op A4 en A3"
    vakken = vel.van("blok") + vel.van("cluster") + vel.van("regie")
    for vak in vel.vakken:
        assert (
            0 <= vak.x and vak.x + vak.breedte <= vel.breedte + 0.5 and 0 <= vak.y and vak.y + vak.hoogte <= vel.hoogte
        )
        for x, y, _ in vak.regels:
            assert vak.x <= x < vak.x + vak.breedte and vak.y < y <= vak.y + vak.hoogte + 2
    for nummer, een in enumerate(vakken):
        for ander in vakken[nummer + 1 :]:
            los = (
                een.x + een.breedte <= ander.x + 0.2
                or ander.x + ander.breedte <= een.x + 0.2
                or een.y + een.hoogte <= ander.y + 0.2
                or ander.y + ander.hoogte <= een.y + 0.2
            )
            assert los, (een.regels, ander.regels)


def test_een_lange_naam_breekt_en_verliest_geen_letter():
    for naam in (
        "Uitkeringsadministratie",
        "Onderzoek / medisch advies",
        "Ondersteuning vrijwilligers/mantelzorgers",
        "a" * 90,
    ):
        regels = breek(naam, 110, 12)
        assert kaal("".join(regels)) == kaal(naam) and all(regels)


def test_de_lijst_onder_de_tekening_heeft_elk_blok_een_keer_met_naam_wet_en_aantal(catalogus, voorbeeldsite):
    html = (voorbeeldsite / "bouwtekening/index.html").read_text(encoding="utf-8")
    regels = re.findall(r'<li data-blok="([^"]+)".*?</li>', html, re.S)
    assert sorted(regels) == sorted(catalogus.functies)
    tekst = plat(html)
    assert ontbreekt([f.naam for f in catalogus.functies.values()], tekst) == []
    assert ontbreekt([f.uitleg for f in catalogus.kennis.bouwtekening.fasen], tekst) == []


@pytest.mark.parametrize("deel", ["clusters", "casusregie"])
def test_elk_cluster_heeft_een_pagina_met_zijn_hele_uitvoeringsscenario(catalogus, tekst_van, deel):
    tekening = catalogus.kennis.bouwtekening
    for cluster in tekening.clusters if deel == "clusters" else (tekening.casusregie,):
        tekst = tekst_van(f"bouwtekening/{cluster.id}")
        sla_over = ("id", "fase", "plaats", "blokken", "schaal", "soort", "cluster")
        assert ontbreekt(alle_teksten(cluster, sla_over), tekst) == [], cluster.id
        blokken = [catalogus.functies[b] for b in getattr(cluster, "blokken", ())]
        assert (
            ontbreekt([n for f in blokken for n in (f.naam, naam_in_stuk(f), *namen_nu(f), *namen_toen(f))], tekst)
            == []
        )
        scenario = cluster.uitvoeringsscenario
        anderen = [catalogus.kennis.cluster_op_id[r.cluster].naam for r in scenario.relaties]
        assert ontbreekt([*scenario.schaal, *anderen, cluster.bron.plaats], tekst) == []
        for relatie in scenario.relaties:
            assert kaal(cluster.naam) in kaal(tekst_van(f"bouwtekening/{relatie.cluster}")), (
                "een relatie staat aan beide kanten"
            )


def test_de_uitgangspunten_staan_er_allemaal(catalogus, tekst_van):
    t = catalogus.kennis.bouwtekening
    delen = (t.kernwaarden, t.leidende_principes, t.schalen, t.regievormen, t.regierollen, t.vervolg)
    assert ontbreekt(alle_teksten(delen, ("id",)), tekst_van("bouwtekening/uitgangspunten")) == []
    assert ontbreekt([t.veranderd, t.let_op, t.doel, t.naam, t.uitleg], tekst_van("bouwtekening")) == []


def test_de_aantallen_kloppen_met_de_voorzieningen(catalogus, voorbeeldsite):
    open_data = json.loads((voorbeeldsite / "data/bouwtekening.json").read_text(encoding="utf-8"))
    assert len(open_data["bouwtekening"]["clusters"]) == len(catalogus.kennis.bouwtekening.clusters)
    telling = open_data["aantallen"]["WK999910"]
    for functie in catalogus.functies:
        zelf = [
            v
            for v in catalogus.per_functie[functie]
            if "WK999910" in catalogus.gebieden_van(v) or "landelijk" in v.werkgebied
        ]
        assert telling.get(functie, 0) == len(zelf), functie


# Gemeenten


def test_elk_toegangsmodel_staat_helemaal_op_zijn_pagina(catalogus, tekst_van):
    met_model = [g for g in catalogus.gemeenten if g.toegangsmodel]
    assert {"GM0150", "GM1708", "GM1701", "GM1904", "GM1696", "GM0457", "GM9999"} == {g.code for g in met_model}
    for g in met_model:
        m, tekst = g.toegangsmodel, tekst_van(f"gebieden/{g.slug}/zo-werkt-het")
        delen = (m.onderdelen, m.rollen, m.stappen, m.criteria, m.teams)
        assert (
            ontbreekt(
                alle_teksten(delen, ("rol", "door", "fte", "codes", "functie", "organisatie", "voorziening")), tekst
            )
            == []
        ), g.naam
        assert ontbreekt([gewoon_getal(r.fte) for r in m.rollen if r.fte], tekst) == []
        for c in m.cijfers:
            assert kaal(f"{c.wat} {gewoon_getal(c.waarde)} {c.eenheid}") in kaal(tekst), c
        assert (
            ontbreekt([t.wie for t in m.taken] + [catalogus.kennis.taak_op_id[t.taak].naam for t in m.taken], tekst)
            == []
        )
        assert ontbreekt([m.naam, m.kern, m.let_op, m.veranderd, m.bron.stuk, g.opgeheven], tekst) == []


def test_elk_punt_van_een_echte_gemeente_heeft_een_bron(catalogus):
    for g in catalogus.gemeenten:
        if g.toegangsmodel and not g.voorbeeld:
            m = g.toegangsmodel
            delen = (*m.onderdelen, *m.rollen, *m.stappen, *m.criteria, *m.cijfers, *m.taken, *m.teams)
            assert [d for d in delen if d.bron is None] == [], g.naam


def test_twee_gemeenten_naast_elkaar_laten_elke_taak_en_stap_van_beide_zien(catalogus, tekst_van):
    op_slug = {g.slug: g for g in catalogus.gemeenten}
    een, ander = op_slug["deventer"].toegangsmodel, op_slug["steenwijkerland"].toegangsmodel
    tekst = tekst_van("zo-werkt-het/vergelijken/deventer-met-steenwijkerland")
    for m in (een, ander):
        assert (
            ontbreekt([t.wie for t in m.taken] + [s.naam for s in m.stappen] + [o.naam for o in m.onderdelen], tekst)
            == []
        )
        assert (
            ontbreekt([c.uitleg for c in m.criteria] + [r.taak for r in m.rollen] + [c.wat for c in m.cijfers], tekst)
            == []
        )
    naast = tekst_van("zo-werkt-het/vergelijken/steenwijkerland-met-westerveld")
    register = catalogus.kennis.takenregister
    (stuk,) = register.naast_elkaar
    assert ontbreekt([*stuk.overeenkomsten, *(k for v in stuk.verschillen for k in v.kanten)], naast) == []
    assert "staat er niet" not in tekst + naast, "wat niet in een stuk staat, kan er wel zijn"


def test_elk_paar_gemeenten_krijgt_een_oordeel_per_gemeenschappelijke_taak(catalogus):
    register = catalogus.kennis.takenregister
    assert len(register.gemeenschappelijk) >= 40 and all(t.reden for t in register.gemeenschappelijk)
    met_model = [g for g in catalogus.gemeenten if g.toegangsmodel]
    paren = list(combinations(met_model, 2))
    assert len(paren) == 21
    for een, ander in paren:
        uit = oordelen(een, ander, register.gemeenschappelijk, catalogus.kennis.taak_op_id)
        beide = [o for o in uit if o.oordeel != NIET]
        assert len(beide) >= 5, (een.naam, ander.naam)
        assert all(o.een.door and o.ander.door for o in beide), "elke taak en stap zegt wat voor partij het doet"


def test_wat_een_stuk_openlaat_is_niet_anders():
    """'Nog te kiezen' tegenover een gemeente die al koos, is nog geen verschil."""
    gemeente, partner = Kant(("gemeente",), ("Taak: loket",)), Kant(("partner",), ("Taak: instelling",))
    open_ = Kant(("open",), ("Taak: nog te kiezen",))
    namen = ("Noord", "Zuid")
    assert oordeel(gemeente, partner, namen)[0] == ANDERS
    assert oordeel(gemeente, open_, namen)[0] == OPEN and "Zuid" in oordeel(gemeente, open_, namen)[1]
    assert oordeel(open_, open_, namen)[0] == GELIJK
    assert oordeel(gemeente, Kant((), ()), namen)[0] == NIET


def test_een_blok_uit_het_stuk_van_2014_ontbreekt_niet_in_een_vergelijking(catalogus):
    """Wat in bijlage 4 of in de schil staat, heet nergens 'niet in het stuk'."""
    op_slug, register = {g.slug: g for g in catalogus.gemeenten}, catalogus.kennis.takenregister
    uit = oordelen(
        op_slug["steenwijkerland"], op_slug["weesp"], register.gemeenschappelijk, catalogus.kennis.taak_op_id
    )
    weg = {o.taak.naam for o in uit if o.oordeel == NIET}
    assert not weg & {"Bezwaar en beroep", "Terugvordering en verhaal", "Schuldhulp", "Maatschappelijk werk"}, weg


def test_samen_met_de_ander_is_aan_beide_kanten_gelijk(catalogus):
    op_slug = {g.slug: g for g in catalogus.gemeenten}
    rijen = taken_naast_elkaar(op_slug["steenwijkerland"], op_slug["westerveld"], catalogus)
    samen = [gelijk for _, x, y, gelijk in rijen if x.startswith("Samen met") and y.startswith("Samen met")]
    assert len(samen) >= 6 and all(samen)
    assert sum(gelijk for *_, gelijk in rijen) == 29


def test_het_team_staat_op_de_pagina_van_elke_wijk(catalogus, tekst_van, voorbeeldsite):
    g = next(g for g in catalogus.gemeenten if g.code == "GM9999")
    for wijk in g.wijken:
        (team,) = (t for t in g.toegangsmodel.teams if wijk.code in t.codes)
        tekst = tekst_van(f"gebieden/{g.slug}/{wijk.slug}")
        assert ontbreekt([team.naam, *(lid.naam for lid in (*team.kern, *team.schil))], tekst) == []
        html = (voorbeeldsite / f"gebieden/{g.slug}/{wijk.slug}/index.html").read_text(encoding="utf-8")
        svg = re.search(r'<svg class="t-vel teamtekening".*?</svg>', html, re.S)
        getekend = kaal(unescape("".join(re.findall(r">([^<>]+)</text>", svg[0]))))
        assert [lid.naam for lid in (*team.kern, *team.schil) if kaal(lid.naam) not in getekend] == []


# Taken, regio, route


def test_elke_taak_staat_in_het_register_en_in_de_csv(catalogus, tekst_van, voorbeeldsite):
    register = catalogus.kennis.takenregister
    tekst = tekst_van("taken")
    assert ontbreekt(alle_teksten(register.taken, ("id", "functie", "soort")), tekst) == []
    assert ontbreekt(alle_teksten((register.criteria, register.soorten), ("id",)), tekst) == []
    rijen = list(csv.DictReader(io.StringIO((voorbeeldsite / "data/taken.csv").read_text(encoding="utf-8-sig"))))
    assert {r["id"] for r in rijen} == set(catalogus.kennis.taak_op_id)
    verdeling = {(r["id"], r["gemeente"], r["wie"]) for r in rijen if r["gemeente"]}
    assert verdeling == {
        (t.taak, g.code, t.wie) for g in catalogus.gemeenten if g.toegangsmodel for t in g.toegangsmodel.taken
    }


def test_de_regio_staat_er_helemaal(catalogus, tekst_van):
    regio, tekst = catalogus.kennis.regio, tekst_van("regio")
    assert ontbreekt(alle_teksten(regio, ("id", "code", "datum", "taak", "verdieping")), tekst) == []
    assert ontbreekt([gewone_stand(g.datum) for g in regio.verloop], tekst) == []


def test_wat_een_stuk_verder_zegt_staat_op_een_eigen_pagina_met_zijn_bron(catalogus, tekst_van):
    delen = {f"gebieden/{g.slug}/zo-werkt-het/": g.toegangsmodel for g in catalogus.gemeenten if g.toegangsmodel}
    delen |= {"bouwtekening/": catalogus.kennis.bouwtekening, "regio/": catalogus.kennis.regio}
    met = {pad: deel.verdieping for pad, deel in delen.items() if deel.verdieping}
    assert len(met) == 5 and sum(map(len, met.values())) >= 30
    for pad, verdieping in met.items():
        tekst = tekst_van(f"{pad}achtergrond")
        assert ontbreekt(alle_teksten(verdieping, ("id", "zoekwoorden", "datum")), tekst) == [], pad
        assert ontbreekt([v.bron.plaats for v in verdieping], tekst) == [], pad


def test_wat_op_een_tijdlijn_staat_is_getekend_en_staat_er_ook_als_tekst(catalogus, voorbeeldsite):
    delen = {f"gebieden/{g.slug}/zo-werkt-het/": g.toegangsmodel for g in catalogus.gemeenten if g.toegangsmodel}
    lijnen = [(pad, v) for pad, m in delen.items() for v in m.verdieping if all(r.datum for r in v.rijen)]
    assert {v.id for _, v in lijnen} == {"mijlpalen", "tijdlijn"}
    for pad, verdieping in lijnen:
        html = (voorbeeldsite / pad / "achtergrond/index.html").read_text(encoding="utf-8")
        deel = html.split(f'id="{verdieping.id}"')[1].split("</details>")[0]
        getekend = re.findall(r'class="t-datum"[^>]*>([^<]+)<', deel)
        rijen = sorted(verdieping.rijen, key=lambda r: maanden(r.datum))
        assert getekend == [gewone_stand(r.datum) for r in rijen], pad
        assert all(unescape(deel).count(r.naam[:12]) >= 2 for r in rijen), pad


def test_een_tijdlijn_laat_meer_ruimte_waar_meer_tijd_zit():
    vel = teken_lijn([("2020-06-01", "Eerst"), ("2022", "Laatst"), ("2020-07", "Kort erna")])
    een, twee, drie = vel.vakken
    assert [v.extra[2] for v in vel.vakken] == ["1 juni 2020", "juli 2020", "2022"]
    assert drie.y - twee.y > twee.y - een.y and vel.hoogte >= drie.y + drie.hoogte


def test_wat_voor_inwoners_is_staat_op_de_bladzijde_van_de_gemeente(catalogus, tekst_van):
    vooraan = [(g, v) for g in catalogus.gemeenten if g.toegangsmodel for v in g.toegangsmodel.verdieping if v.vooraan]
    assert [(g.slug, v.id, len(v.rijen)) for g, v in vooraan] == [("steenwijkerland", "winst", 5)]
    assert (
        ontbreekt([r.naam for _, v in vooraan for r in v.rijen], tekst_van("gebieden/steenwijkerland/zo-werkt-het"))
        == []
    )


def test_de_score_van_deventer_telt_op_zoals_de_bladzijde_zegt(catalogus):
    deventer = next(g for g in catalogus.gemeenten if g.slug == "deventer")
    score = next(v for v in deventer.toegangsmodel.verdieping if v.id == "score")
    punten = {"voldoet goed": 4, "voldoet": 3, "neutraal": 2, "voldoet niet": 1, "af te raden": 0}
    rijen = [r for r in score.rijen if not r.naam.startswith("totaal")]
    som = [sum(punten[r.cellen[i].split(": ")[1]] for r in rijen) for i in range(3)]
    assert len(rijen) == 21 and som == [52, 38, 64] and "52, 38 en 64" in score.let_op


def test_elk_criterium_bij_een_taak_bestaat(catalogus):
    register = catalogus.kennis.takenregister
    nummers = {c.nummer for c in register.criteria}
    genoemd = [c for t in register.taken for c in t.criteria]
    assert set(genoemd) == nummers and all(t.soort != "overhead" for t in register.taken if t.criteria)


def test_de_weg_van_een_vraag_staat_er_helemaal(catalogus, tekst_van, voorbeeldsite):
    route, tekst = catalogus.kennis.route, tekst_van("zo-werkt-het")
    sla_over = ("id", "baan", "functies", "begrippen", "wet", "uitweg", "afvinken")
    tekst = tekst.replace(" (uitleg van dit woord)", "")
    assert ontbreekt(alle_teksten(route, sla_over), tekst) == []
    assert ontbreekt(alle_teksten(route.afvinken), tekst_van("zo-werkt-het/afvinklijst")) == []
    html = (voorbeeldsite / "zo-werkt-het/index.html").read_text(encoding="utf-8")
    svg = re.search(r'<svg class="t-vel routetekening".*?</svg>', html, re.S)[0]
    assert re.findall(r'href="#([^"]+)" tabindex="-1"', svg) == [s.id for s in route.stappen]
    getekend = kaal(unescape(re.sub(r"<[^>]+>", "", svg)))
    assert [t for s in route.stappen for t in (s.naam, s.termijn, s.uitweg) if t and kaal(t) not in getekend] == []
    for woord in ("6 weken", "2 weken", "7 dagen", "gratis", "bezwaar", "cliëntondersteuner", "persoonlijk plan"):
        assert woord in tekst


def test_elke_functie_met_een_besluit_wijst_de_weg(catalogus, voorbeeldsite):
    for functie in catalogus.functies.values():
        html = (voorbeeldsite / f"functies/{functie.id}/index.html").read_text(encoding="utf-8")
        hoofd = html[html.index("<main") : html.index("</main>")]
        weg = weg_van(functie, catalogus.kennis.wetboek)
        gemeente = functie.besluit and (weg is None or weg.via_gemeente)
        assert ('href="../../zo-werkt-het/"' in hoofd) == gemeente, functie.id
        assert not weg or f'href="../../wetten/{weg.id}/"' in hoofd, functie.id


def test_een_besluit_van_een_ander_gaat_niet_over_de_weg_van_de_gemeente(catalogus):
    """CIZ, SVB, UWV en de rechter beslissen zelf; wie daar zoekt, leest niet 'meld u bij de gemeente'."""
    boek = catalogus.kennis.wetboek
    for id_ in ("ciz", "svb", "uwv", "kinderbescherming", "jeugdreclassering", "doorverwijzen-door-justitie"):
        weg = weg_van(catalogus.functies[id_], boek)
        assert weg and not weg.via_gemeente, id_


def test_elke_regel_uit_de_wet_staat_met_artikel_op_de_pagina_met_alle_regels(catalogus, tekst_van):
    boek, tekst = catalogus.kennis.wetboek, tekst_van("wetten")
    assert len(boek.regels) >= 80 and ontbreekt([r.zegt for r in boek.regels], tekst) == []
    assert ontbreekt([artikel(r.artikel) for r in boek.regels], tekst) == []
    assert ontbreekt([n.uitleg for n in boek.nieuws], tekst) == []
    for weg in boek.wegen:
        assert (
            ontbreekt(
                alle_teksten(weg, ("id", "wet", "wetten", "functies", "zoekwoorden", "vaktaal")),
                tekst_van(f"wetten/{weg.id}"),
            )
            == []
        )


# Woordenlijst


def test_de_woordenlijst_is_groot_genoeg_en_staat_er_helemaal(catalogus, tekst_van, voorbeeldsite):
    begrippen = catalogus.kennis.begrippen
    assert len(begrippen) >= 120
    assert ontbreekt(alle_teksten(begrippen, ("id", "zie")), tekst_van("begrippen")) == []
    html = (voorbeeldsite / "begrippen/index.html").read_text(encoding="utf-8")
    assert [b.id for b in begrippen if f'<dt id="{b.id}">' not in html] == []


def test_de_woordenlijst_is_skos(catalogus, voorbeeldsite):
    graaf = json.loads((voorbeeldsite / "data/begrippen.jsonld").read_text(encoding="utf-8"))["@graph"]
    schema, *concepten = graaf
    ids = {c["@id"] for c in concepten}
    assert schema["@type"] == "ConceptScheme" and len(ids) == len(catalogus.kennis.begrippen)
    assert all(
        c["inScheme"] == schema["@id"] and c["prefLabel"]["@language"] == "nl" and c["definition"]["@value"]
        for c in concepten
    )
    assert {r for c in concepten for r in c.get("related", ())} <= ids


def test_een_woord_is_een_keer_per_pagina_onderstreept_en_nooit_in_een_link_of_kop(catalogus, voorbeeldsite):
    geteld = 0
    for soort in ("functies", "themas"):
        for pad in sorted((voorbeeldsite / soort).glob("*/index.html")):
            html = pad.read_text(encoding="utf-8")
            woorden = re.findall(r'data-begrip="([^"]+)"', html)
            assert len(woorden) == len(set(woorden)), pad
            assert not re.search(r"<(h[1-6]|a)\b[^>]*>(?:(?!</\1>).)*<a class=\"begrip\"", html, re.S), pad
            geteld += len(woorden)
    assert geteld > 60


# Bronnen


def test_meer_dan_150_feiten_staan_op_de_site_met_stuk_en_plaats(catalogus, tekst_van):
    lijst, tekst = catalogus.kennis.bronnen, tekst_van("bronnen")
    feiten = [f for f in lijst.feiten if f.bron.stuk != "Wetten en regels, stand november 2026"]
    assert len(feiten) >= 150 and len({f.bron.stuk for f in feiten}) == 5
    assert ontbreekt([f.feit for f in lijst.feiten], tekst) == []
    assert ontbreekt([f.bron.plaats for f in lijst.feiten], tekst) == []
    waarden = [f for f in lijst.feiten if f.waarde]
    assert [f.feit for f in waarden if kaal(gewoon_getal(f.waarde)) not in kaal(tekst)] == []
    assert ontbreekt([s.stuk for s in lijst.stukken], tekst) == []


def test_elke_bron_op_de_site_komt_uit_bij_haar_stuk(voorbeeldsite):
    ankers = set(re.findall(r'id="([^"]+)"', (voorbeeldsite / "bronnen/index.html").read_text(encoding="utf-8")))
    gelinkt = set()
    for pad in voorbeeldsite.rglob("index.html"):
        gelinkt |= set(re.findall(r'bronnen/#([^"]+)"', pad.read_text(encoding="utf-8")))
    assert len(gelinkt) >= 6 and gelinkt <= ankers


def test_bladen_voor_professionals_zeggen_dat(voorbeeldsite):
    paden = [
        "bouwtekening",
        "bouwtekening/uitgangspunten",
        "bouwtekening/vervoer",
        "bouwtekening/casusregie",
        "taken",
        "regio",
        "bronnen",
        "zo-werkt-het/vergelijken",
        "zo-werkt-het/vergelijken/deventer-met-westerveld",
        "gebieden/deventer/zo-werkt-het",
        "bouwtekening/aantallen/voorbeeldstad",
    ]
    assert [
        p for p in paden if "Voor professionals." not in (voorbeeldsite / p / "index.html").read_text(encoding="utf-8")
    ] == []


# Twee keer klikken

VRAGEN_VAN_BEWONERS = {
    "Wat gebeurt er na mijn melding?": "zo-werkt-het/",
    "Wat neem ik mee naar het gesprek?": "zo-werkt-het/afvinklijst/",
    "Wat is een pgb?": "begrippen/",
    "Ik heb schulden; waar kan ik heen?": "functies/schuldhulpverlening/",
    "Welk team hoort bij mijn wijk?": "gebieden/voorbeeldstad/kleikerk/",
    "Wie gaat er met mij mee naar de gemeente?": "functies/clientondersteuning/",
    "Hoelang duurt het tot ik een besluit krijg?": "zo-werkt-het/",
    "Ik ben het niet eens met het besluit": "functies/klachten-bezwaar-beroep/",
    "Het kan niet wachten": "hulp-nu/",
    "Wat kan ik zelf doen als ik somber ben?": "themas/somber/",
    "Hoe vraag ik hulp in het huishouden aan?": "functies/huishoudelijke-hulp/",
    "Hoe werkt het in mijn gemeente?": "gebieden/voorbeeldstad/zo-werkt-het/",
}
VRAGEN_VAN_BELEID = {
    "Welke blokken zitten in het cluster Vervoer?": "bouwtekening/vervoer/",
    "Wie heeft de regie over Arbeidsontwikkeling, en op welke schaal?": "bouwtekening/arbeidsontwikkeling/",
    "Wanneer is er casusregie?": "bouwtekening/casusregie/",
    "Wat zijn de kernwaarden van het dienstverleningsmodel?": "bouwtekening/uitgangspunten/",
    "Wie doet de leerplicht in Steenwijkerland?": "taken/",
    "Met welke drie criteria zijn taken verdeeld?": "taken/",
    "Hoeveel fte heeft de toegang in Deventer?": "gebieden/deventer/zo-werkt-het/",
    "Waarin verschillen Deventer en Steenwijkerland?": "zo-werkt-het/vergelijken/deventer-met-steenwijkerland/",
    "Op welke schaal doen de vijf gemeenten werkgeversdienstverlening?": "regio/",
    "Wat betekent BCF?": "begrippen/",
    "Waar staat dat feit, en uit welk jaar is het?": "bronnen/",
    "Welke blokken zijn leeg in Kleikerk?": "bouwtekening/aantallen/voorbeeldstad/",
}


@pytest.fixture(scope="module")
def klikken(voorbeeldsite) -> dict[str, int]:
    """Hoeveel klikken elke pagina van de voorpagina af ligt."""
    uit, rij = {"": 0}, deque([""])
    while rij:
        pad = rij.popleft()
        if uit[pad] == 2:
            continue
        html = (voorbeeldsite / pad / "index.html").read_text(encoding="utf-8")
        for link in re.findall(r'<a\b[^>]*\shref="([^"#?:]*)', html):
            doel = (voorbeeldsite / pad / link).resolve()
            if doel.is_dir() and doel.is_relative_to(voorbeeldsite.resolve()):
                naar = doel.relative_to(voorbeeldsite.resolve()).as_posix() + "/"
                if (naar := "" if naar == "./" else naar) not in uit:
                    uit[naar] = uit[pad] + 1
                    rij.append(naar)
    return uit


@pytest.mark.parametrize("vragen", [VRAGEN_VAN_BEWONERS, VRAGEN_VAN_BELEID], ids=["bewoner", "beleid"])
def test_twaalf_vragen_zijn_binnen_twee_klikken_beantwoord(klikken, vragen):
    assert len(vragen) == 12
    assert {vraag: pad for vraag, pad in vragen.items() if klikken.get(pad, 9) > 2} == {}


# Een kaart zonder kennis


def test_een_kaart_zonder_kennis_heeft_toch_een_bouwtekening_uit_haar_functies(tmp_path):
    leeg, verslag = lees(maak_goede_map(tmp_path / "map"))
    assert leeg is not None and leeg.kennis == Kennis(), verslag.als_tekst()
    inhoud = {}
    for pagina in alle_paginas(leeg):
        if pagina.pad.split("/")[0] in (
            "bouwtekening",
            "begrippen",
            "taken",
            "bronnen",
            "professionals",
            "zo-werkt-het",
        ):
            sjabloon = omgeving().get_template(pagina.sjabloon)
            context = pagina.context() if callable(pagina.context) else pagina.context
            inhoud[pagina.pad] = sjabloon.render(context, wortel=pagina.wortel, instellingen=leeg.instellingen)
    assert sorted(inhoud) == [
        "begrippen/",
        "bouwtekening/",
        "bouwtekening/aantallen/proefstad/",
        "bouwtekening/ondersteuning/",
        "bouwtekening/wijkfuncties/",
        "bronnen/",
        "professionals/",
        "taken/",
        "zo-werkt-het/",
    ]
    for naam in ("Ondersteuning", "Hulp bij schulden", "Buurthuis", "Achter de toegang"):
        assert naam in inhoud["bouwtekening/"]
