"""De scripts van de balie, het lijstje, de kaart en de stand in een kale V8, zonder browser."""

import json
import re
from collections.abc import Callable

import pytest
from conftest import PROJECT

from generator.browser.balie import ingang
from generator.zoeken.bundel import STATISCH, bundel, invoer

NEPDOM = (PROJECT / "tests/nepdom.js").read_text(encoding="utf-8")
Script = Callable[[str], object]


def start(*namen: str, vooraf: str = "") -> Script:
    """Een V8 met de nagemaakte browser en deze scripts; de uitkomst van een uitdrukking komt als JSON terug."""
    from py_mini_racer import MiniRacer

    motor = MiniRacer()
    motor.eval(f"{NEPDOM}\n{vooraf}\n{bundel(*namen)}")

    def waarde(uitdrukking: str) -> object:
        return json.loads(str(motor.eval(f"JSON.stringify({uitdrukking}) ?? 'null'")))

    waarde.doe = motor.eval
    return waarde


# balie/ingangen.js


@pytest.fixture(scope="module")
def ingangen() -> Script:
    return start("balie/ingangen.js")


def test_een_id_valt_in_hetzelfde_vak_als_in_python(ingangen, catalogus):
    from generator.paginas.vinden.balieadressen import vak

    ids = [*catalogus.voorzieningen, "x", "een-id-dat-niet-bestaat"]
    assert ingangen(f"{json.dumps(ids)}.map((id) => vak(id, 7))") == [vak(id_, 7) for id_ in ids]


def test_als_tekst_noemt_alles_wat_een_beller_nodig_heeft(ingangen):
    v = {
        "naam": "Geldloket",
        "telefoon": "0999-12 34 56",
        "telefoontijden": "ma 9.00-12.00 uur",
        "toegang": "zonder verwijzing",
        "kosten": "gratis",
        "uitleg": "Loop binnen.",
        "meenemen": ["uw post", "een pas"],
        "voorbeeld": True,
        "telefoons": [
            {"naam": "crisisdienst", "telefoon": "0999-65 43 21", "keuze": "toets 2", "tijden": "dag en nacht"}
        ],
        "plekken": [
            {"naam": "De Sluis", "adres": "Kade 1", "openingstijden": "di 9.00-12.00 uur", "ter_plaatse": "Bel aan"},
            {"adres": "geheim"},
        ],
        "tijdelijk": [["Van 1 tot 2 mei: dicht.", "2026-05-02"], ["Later anders.", "2026-06-01"]],
    }
    assert ingangen(f"alsTekst({json.dumps(v)}, 'https://x.example/', '2026-05-10')").split("\n") == [
        "Geldloket",
        "Telefoon: 0999-12 34 56 (ma 9.00-12.00 uur)",
        "Telefoon crisisdienst: 0999-65 43 21, toets 2 (dag en nacht)",
        "Open:",
        "- De Sluis, Kade 1: di 9.00-12.00 uur. Bel aan",
        "- het adres is geheim: tijden niet bekend, bel eerst",
        "Toegang: zonder verwijzing, gratis. Loop binnen.",
        "Meenemen: uw post, een pas",
        "Later anders.",
        "(Dit is een verzonnen voorbeeld.)",
        "https://x.example/",
    ]


def test_elke_ingang_heeft_een_tekst_zonder_gaten(ingangen, catalogus):
    alle = {id_: ingang(v, catalogus) for id_, v in catalogus.voorzieningen.items()}
    teksten = ingangen(f"Object.entries({json.dumps(alle)}).map(([id, v]) => alsTekst(v, id, '2026-11-28'))")
    assert [t for t in teksten if re.search(r"undefined|null|NaN|\[object|\(\)|: \.|, ,", t)] == []


def test_een_mail_die_te_lang_wordt_houdt_alle_namen_en_nummers(ingangen):
    v = {"naam": "Geldloket", "telefoon": "0999-12 34 56"}
    kort = ingangen(f"kortTekst({json.dumps(v)}, 'https://x.example/')")
    assert kort == "Geldloket\nTelefoon: 0999-12 34 56\nhttps://x.example/"
    lang = ingangen(f"mailAdres('Adressen', 'x'.repeat(1801), {json.dumps(kort)})")
    assert (
        lang
        == "mailto:?subject=Adressen&body=Geldloket%0ATelefoon%3A%200999-12%2034%2056%0Ahttps%3A%2F%2Fx.example%2F"
    )
    assert ingangen("mailAdres('A', 'een & twee', 'x')").endswith("body=een%20%26%20twee")
    assert ingangen("mailAdres('A', 'é'.repeat(900), 'een\\n' + 'x'.repeat(1800))").endswith("body=een")


def test_de_kast_haalt_elk_bestand_een_keer_en_probeert_het_na_een_fout_opnieuw():
    js = start(
        "balie/ingangen.js",
        vooraf="""
        const gehaald = []; let stuk = true;
        function fetch(adres) {
          gehaald.push(adres);
          if (!adres.includes("basis") && stuk) return Promise.resolve({ ok: false, status: 503 });
          return Promise.resolve({ ok: true, json: () => Promise.resolve(adres.includes("basis") ? { vakken: 1 } : { a: { naam: "A" } }) });
        }
        const uit = [];""",
    )
    js.doe("const kast = maakKast('../'); kast.ingang('a').catch((f) => uit.push(f.message))")
    js.doe(
        "stuk = false; kast.ingang('a').then((v) => uit.push(v.naam)); kast.ingang('b').then((v) => uit.push(v === undefined))"
    )
    assert js("uit") == ["../data/balie/0.json: 503", "A", True]
    assert js("gehaald") == ["../data/balie/basis.json", "../data/balie/0.json", "../data/balie/0.json"]


# balie/gesprek.js


def test_een_gesprek_onthoudt_en_een_nieuwe_beller_begint_leeg():
    js = start("balie/gesprek.js")
    js.doe("""let g = maakGesprek(); g.kiesWijk("WK1"); g.wissel("a"); g.wissel("b"); g.wissel("a");
        for (let i = 0; i < 12; i++) g.bekijk({ id: `v${i % 10}`, soort: "voorziening" }); g = maakGesprek();""")
    assert js("[g.stand.wijk, g.stand.lijstje, g.stand.bekeken.map((b) => b.id)]") == [
        "WK1",
        ["b"],
        ["v1", "v0", "v9", "v8", "v7", "v6", "v5", "v4"],
    ]
    js.doe("for (let i = 0; i < 25; i++) g.wissel(`p${i}`)")
    assert js("[g.stand.lijstje.length, g.stand.lijstje.at(-1)]") == [20, "p24"]
    js.doe("g.nieuw(); g = maakGesprek()")
    assert js("[g.stand.wijk, g.stand.lijstje, g.stand.bekeken.length]") == ["", [], 0]


@pytest.mark.parametrize("bewaard", ["", "geen json", "null", "[]", '{"lijstje": "a", "bekeken": 3}'])
def test_een_gesprek_verdraagt_wat_er_staat(bewaard):
    js = start("balie/gesprek.js", vooraf=f"sessionStorage.setItem('sociale-kaart-balie', {json.dumps(bewaard)})")
    assert js("maakGesprek().stand") == {"wijk": "", "lijstje": [], "bekeken": []}
    js.doe("sessionStorage.dicht = true; var g = maakGesprek(); g.wissel('a')")
    assert js("g.stand.lijstje") == ["a"]


# balie/lijst.js


def test_de_lijst_van_de_balie_kiest_toont_en_zegt():
    js = start(
        "balie/lijst.js",
        vooraf="""
        const delen = {}; const deel = (naam) => (delen[naam] ||= new Element(naam)); const geopend = [], gevraagd = [];
        function clearTimeout() {}""",
    )
    kaart = {
        "soort": "voorziening",
        "functies": ["f"],
        "telefoon": "0999-12 34 56",
        "kenmerken": ["gratis", "in uw wijk"],
        "via": "",
        "stand": "t540-720 - - - - - -",
    }
    kaarten = [{**kaart, "id": f"v{n}", "naam": [["Plek ", False], [str(n), True]]} for n in range(40)]
    js.doe(f"""const lijst = maakLijst({{ deel, open: (k) => geopend.push(k.id), stelVraag: (t) => gevraagd.push(t) }});
        const kaarten = {json.dumps(kaarten)};
        lijst.toon("geld", {{ aantal: 40, kaarten, crisis: null, suggesties: [] }});""")
    assert js("[delen.aantal.textContent, delen.lijst.children.length, lijst.gekozen().id]") == [
        "40 resultaten",
        30,
        "v0",
    ]
    eerste = "delen.lijst.children[0]"
    assert js(
        f"[{eerste}.dataset.kaartje, {eerste}.getAttribute('aria-selected'), {eerste}.querySelector('mark').textContent]"
    ) == ["v0", "true", "0"]
    assert js(f"{eerste}.querySelector('[data-tijden]').dataset.tijden") == kaart["stand"]
    assert js("[lijst.verder(-1).id, lijst.verder(1).id, delen.vraag.getAttribute('aria-activedescendant')]") == [
        "v0",
        "v1",
        "kcc-r1",
    ]
    assert js("Array.from({ length: 50 }, () => lijst.verder(1).id).at(-1)") == "v29"
    js.doe("delen.lijst.children[3].dispatchEvent(new CustomEvent('click'))")
    assert js("[geopend, lijst.gekozen().id]") == [["v3"], "v3"]
    js.doe("lijst.toon('geld', { aantal: 40, kaarten: kaarten.slice(1), crisis: null, suggesties: [] })")
    assert js("lijst.gekozen().id") == "v3", "dezelfde vraag houdt de gekozen regel"
    js.doe(
        "lijst.toon('gelt', { aantal: 0, kaarten: [], crisis: null, suggesties: ['geld'] });"
        "delen.niets.querySelector('button').dispatchEvent(new CustomEvent('click'))"
    )
    assert js("[delen.niets.hidden, delen.lijst.hidden, gevraagd, delen.aantal.textContent]") == [
        False,
        True,
        ["geld"],
        "Geen resultaten",
    ]
    js.doe("lijst.toon('', null)")
    assert js("[delen.niets.hidden, lijst.gekozen()]") == [True, None]


# lijstje/lijstje.js


@pytest.fixture
def lijstje() -> Script:
    return start("lijstje/lijstje.js")


def test_erop_eraf_vol_en_niet(lijstje):
    assert lijstje("[wissel('a'), wissel('b'), wissel('a'), leesLijstje()]") == ["erop", "erop", "eraf", ["b"]]
    lijstje.doe("for (let i = 0; i < 60; i++) wissel(`p${i}`)")
    assert lijstje("[leesLijstje().length, wissel('nog-een'), wissel('b')]") == [40, "vol", "eraf"]
    lijstje.doe("bewaarLijstje([])")
    assert lijstje("localStorage.waarden.size") == 0, "een leeg lijstje laat niets achter"
    lijstje.doe("localStorage.dicht = true")
    assert lijstje("[leesLijstje(), wissel('a')]") == [[], "niet"]


@pytest.mark.parametrize(
    ("hash_", "ids"),
    [
        ("#a,b,a", ["a", "b"]),
        ("#", []),
        ("", []),
        ("#A,<b>,../c,ok-1", ["ok-1"]),
        ("#%E0%A4%A", []),
        (f"#{'x' * 65},y", ["y"]),
        ("#a%2Cb", ["a", "b"]),
    ],
)
def test_uit_een_adres_komen_alleen_ids(lijstje, hash_, ids):
    assert lijstje(f"uitAdres({json.dumps(hash_)})") == ids


@pytest.mark.parametrize("bewaard", ["null", "{}", '[1, null, "a", "a", "B"]', "stuk"])
def test_wat_er_bewaard_is_wordt_nagekeken(lijstje, bewaard):
    lijstje.doe(f"localStorage.setItem('sociale-kaart-lijstje', {json.dumps(bewaard)})")
    assert lijstje("leesLijstje()") == (["a"] if "a" in bewaard else [])


# kaart/lijst.js


@pytest.fixture(scope="module")
def kaart() -> Script:
    return start("kaart/lijst.js")


PLEK = {"id": "a", "themas": ["geld", "wonen"], "functies": ["buurthuis"], "gebied": "WK999901"}


@pytest.mark.parametrize(
    ("keuze", "past"),
    [
        ("", True),
        ("thema=geld", True),
        ("thema=zorg", False),
        ("thema=zorg&thema=wonen", True),
        ("functie=buurthuis", True),
        ("functie=ander", False),
        ("wijk=WK999901", True),
        ("wijk=WK999902", False),
        ("wijk=WK999902&wijk=WK999901", True),
        ("gemeente=GM9999", True),
        ("gemeente=GM0150", False),
        ("gemeente=GM0150,GM9999", True),
        ("thema=geld&gemeente=GM0150", False),
    ],
)
def test_welke_plek_past(kaart, keuze, past):
    assert kaart(f"past({json.dumps(PLEK)}, new URLSearchParams({json.dumps(keuze)}))") is past
    assert kaart("past({ id: 'kaal' }, new URLSearchParams('thema=geld'))") is False


@pytest.mark.parametrize(
    ("aantal", "alle", "tekst"),
    [
        (0, 5, "Geen plekken met deze keuze."),
        (1, 1, "1 plek"),
        (5, 5, "5 plekken"),
        (1, 5, "1 van de 5 plekken"),
        (4, 5, "4 van de 5 plekken"),
    ],
)
def test_telling(kaart, aantal, alle, tekst):
    assert kaart(f"telling({aantal}, {alle})") == tekst


# gemeen/standblad.js

BLAD = """
location.search = "?nu=2026-12-24T10:00";
const maakEl = (soort, kenmerken, ...kinderen) => {
  const el = new Element(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) el.setAttribute(naam, waarde);
  el.append(...kinderen);
  return el;
};
const vlag = new Element("p"), lijst = maakEl("p", { "data-tijden": "d- - - 540-720 - - -" }), geen = maakEl("p", { "data-tijden": "" });
const bel = maakEl("p", { "data-kanaal": "t540-720 540-720 540-720 540-720 540-720 - -" });
const dicht = maakEl("article", { "data-voorziening": "x" }, maakEl("p", { "data-tijden": "d- - - 540-720 - - -~m20261224-20261226d" }),
  maakEl("p", { "data-kanaal": "t- - - 540-720 - - -" }));
const voorbij = maakEl("p", { "data-tot": "2026-12-23" }), nog = maakEl("p", { "data-tot": "2026-12-24" });
const oud = maakEl("p", { "data-na": "2026-12-23" }), vers = maakEl("p", { "data-na": "2026-12-24" });
const rij = (dag, ...meer) => maakEl("tr", { "data-dag": dag }, maakEl("th", {}, dag), ...meer);
const tabel = maakEl("table", {}, rij("wo"), rij("do", maakEl("span", { "data-rooster": "- - - w13:540-720 - - -" })));
const zomer = maakEl("div", { "data-periode": "0401-0930" }, rij("do"));
documentElement.append(lijst, geen, bel, dicht, voorbij, nog, oud, vers, tabel, zomer);
document.addEventListener("stand:klaar", () => vlag.textContent = "klaar");
"""


@pytest.fixture(scope="module")
def blad() -> Script:
    return start("gemeen/standblad.js", vooraf=BLAD)


def test_het_blad_zegt_de_stand_van_het_moment(blad):
    assert blad("[lijst.dataset.stand, lijst.textContent, geen.hidden]") == ["open", "open tot 12.00 uur", True]
    assert blad("[bel.dataset.kanaalstand, bel.textContent]") == ["open", "Bellen kan tot 12.00 uur."]
    assert blad("[documentElement.dataset.standKlaar, vlag.textContent]") == ["2026-12-24T10:00", "klaar"]


def test_bij_een_mededeling_zwijgt_het_kanaal(blad):
    assert blad("[dicht.children[0].dataset.stand, dicht.children[1].hidden]") == ["tijdelijk", True]


def test_wat_van_de_dag_afhangt(blad):
    assert blad("[voorbij, nog, oud, vers].map((el) => el.hidden)") == [True, False, False, True]
    assert blad("[...tabel.children, zomer.children[0]].map((r) => r.textContent)") == [
        "wo",
        "do vandaag: 7, 21 januari en 4 februari",
        "do",
    ]
    assert blad("[...tabel.children, zomer.children[0]].map((r) => r.classList.contains('is-vandaag'))") == [
        False,
        True,
        False,
    ]


def test_wat_later_komt_doet_mee_als_het_erom_vraagt(blad):
    blad.doe(
        "const later = maakEl('p', { 'data-tijden': '' }); documentElement.append(later); later.dataset.tijden = lijst.dataset.tijden;"
        "document.dispatchEvent(new CustomEvent('stand:ververs'))"
    )
    assert blad("[later.dataset.stand, tabel.querySelectorAll('.vandaag').length]") == ["open", 1]


# Alle scripts


def test_elke_module_haalt_binnen_wat_zij_van_een_ander_gebruikt():
    """In een bundel valt een vergeten import niet op; los geladen stopt de pagina erop."""
    modules = {
        p.relative_to(STATISCH).as_posix(): p.read_text(encoding="utf-8") for p in sorted(STATISCH.rglob("*.js"))
    }
    eigen = {
        naam: set(re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", tekst, re.M))
        for naam, tekst in modules.items()
    }
    vergeten = []
    for naam, tekst in modules.items():
        binnen = {n.strip() for lijst in re.findall(r"^import \{([^}]*)\}", tekst, re.M) for n in lijst.split(",")}
        kaal = re.sub(r"//[^\n]*|/\*[\s\S]*?\*/|\"[^\"\n]*\"|'[^'\n]*'|^import[^\n]*", "", tekst, flags=re.M)
        for ander in invoer(naam):
            for woord in eigen[ander] - binnen:
                if re.search(rf"(?<![.\w$]){woord}\s*[(\[.]", kaal) and not re.search(
                    rf"(?:function|const|let|class) {woord}\b", kaal
                ):
                    vergeten.append((naam, ander, woord))
    assert vergeten == []
