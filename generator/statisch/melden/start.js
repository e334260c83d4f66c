// Het formulier op /melden/: een vraag per scherm, met terug en verder; het adres onthoudt welke vraag.

import { vak } from "../balie/ingangen.js";
import { beginkeuzes, keuzeknop } from "./begin.js";
import { leesPad, opgeruimd, verschil, zetWaarde } from "./boom.js";
import { bewaarConcept, leesConcept, wisConcept } from "./concept.js";
import { maakControle } from "./controle.js";
import { knop, maak, nieuwId } from "./dom.js";
import { foutenlijst, hoortBij, toonFouten } from "./fouten.js";
import { maakPlekzoeker } from "./kiezers.js";
import { maakKlaar } from "./klaar.js";
import { kiesId } from "./nieuw.js";
import { padenVan, veldenVan } from "./schermvelden.js";
import { NIEUW, ONDERWERPEN } from "./stappen.js";
import { inWoordenAlleen } from "./schrijf.js";
import { gelukt } from "./verstuur.js";

const blad = document.querySelector("[data-melden]");
const vlak = blad.querySelector("[data-melden-blad]");
const vraagt = new URLSearchParams(location.search);
const melder = maak("p", { class: "verborgen", role: "status" });
let basis = null,
  controle = null,
  concept = null,
  oudeFouten = new Set(),
  getoond = "";

async function haal(naam) {
  const antwoord = await fetch(`${blad.dataset.meldenMap}${naam}.json`);
  if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status}`);
  return antwoord.json();
}

const ingang = async (id) => (await haal(vak(id, basis.vakken)))[id];

function vandaag() {
  const deel = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
  return deel.format(new Date());
}

// Wat de velden van de app nodig hebben.

const app = {
  get basis() {
    return basis;
  },
  get controle() {
    return controle;
  },
  alles: false,
  kaart: {
    kaart: blad.dataset.meldenPlekken,
    ...(blad.dataset.meldenGrenzen ? { kaartGebieden: blad.dataset.meldenGrenzen } : {}),
    ...(blad.dataset.meldenGemeenten ? { kaartGemeenten: blad.dataset.meldenGemeenten } : {}),
  },
  nieuw: () => concept.nieuw,
  zet(pad, waarde) {
    zetWaarde(concept.nieuw, pad, waarde);
    bewaar();
  },
  /** Zet een waarde zoals zij is, ook als er niets in staat. */
  nieuwOp(pad, waarde) {
    const delen = leesPad(pad);
    const laatste = delen.pop();
    delen.reduce((plek, deel) => plek[deel], concept.nieuw)[laatste] = waarde;
  },
  zeg: (tekst) => {
    melder.textContent = tekst;
  },
  foutvak: (pad) => maak("p", { class: "melden-fout", "data-fout": pad, id: nieuwId("fout"), hidden: true }),
  keur: (pad) => (uitgesteld ? uitgesteld.push(pad) : keurNu(pad)),
};

// Wie een vak verlaat door op een knop te drukken, krijgt de fout pas na die druk: anders schuift de knop weg onder de
// vinger.
let uitgesteld = null;
addEventListener("pointerdown", () => (uitgesteld = uitgesteld || []), true);
for (const klaar of ["pointerup", "pointercancel"])
  addEventListener(
    klaar,
    () =>
      setTimeout(() => {
        const paden = uitgesteld || [];
        uitgesteld = null;
        paden.forEach(keurNu);
      }),
    true,
  );

function keurNu(pad) {
  toonFouten(
    vlak,
    fouten().filter((f) => hoortBij(f.pad, pad)),
    (bij) => hoortBij(bij, pad),
  );
}

/** Wat er aan het nieuwe niet klopt en niet al in het oude stond. */
function fouten() {
  const alle = controle.keurBoom(opgeruimd(concept.nieuw));
  return alle.filter((f) => !f.waarschuwing && !oudeFouten.has(`${f.pad} ${f.tekst}`));
}

// Concept

const wie = () => (concept.soort === "nieuw" ? "nieuw" : concept.id || "vraag");

function bewaar() {
  bewaarConcept(wie(), concept);
}

const leegConcept = (soort) => ({ soort, id: "", map: "", naam: "", oud: {}, nieuw: {}, toelichting: "" });

async function begin() {
  const id = vraagt.get("id");
  if (id) {
    const nu = await ingang(id);
    if (!nu) throw new Error(`${id} is er niet`);
    const bewaard = leesConcept(id);
    const zelfde = bewaard && JSON.stringify(bewaard.oud) === JSON.stringify(nu.velden);
    concept = zelfde
      ? bewaard
      : {
          ...leegConcept("wijzigen"),
          id,
          map: nu.map,
          naam: nu.velden.naam,
          oud: nu.velden,
          nieuw: structuredClone(nu.velden),
        };
    if (vraagt.get("soort") === "klopt") concept.soort = "klopt";
  } else {
    concept = leesConcept("nieuw") || leegConcept("nieuw");
  }
  if (concept.soort !== "nieuw")
    oudeFouten = new Set(controle.keurBoom(opgeruimd(concept.oud)).map((f) => `${f.pad} ${f.tekst}`));
}

function wis() {
  wisConcept(wie());
  location.href = location.pathname;
}

// Schermen

const naar = (stap) => {
  if (location.hash === `#${stap}`) toon();
  else location.hash = stap;
};

function kop(vraag, zin, boven) {
  return maak(
    "div",
    { class: "blad-kop" },
    boven && maak("p", { class: "soort" }, boven),
    maak("h1", { tabindex: "-1" }, vraag),
    zin && maak("p", { class: "zin" }, zin),
  );
}

function scherm(...delen) {
  vlak.replaceChildren(...delen.flat().filter(Boolean));
  vlak.append(melder);
  if (getoond) vlak.querySelector("h1").focus();
  if (getoond) window.scrollTo({ top: 0 });
}

function toonBegin() {
  scherm(kop("Wat wilt u melden?", "Wij kijken elke melding na voor er iets verandert."), beginkeuzes(naar));
}

function toonZoek() {
  scherm(
    kop("Over welke plek gaat het?"),
    maakPlekzoeker("Zoek de plek", "Typ de naam, of wat u er zoekt.", (id) => {
      location.href = `?id=${id}`;
    }),
    terugknop(() => naar("begin")),
  );
}

function toonVraag() {
  concept = { ...leegConcept("vraag"), pagina: vraagt.get("van") || "" };
  toonKlaar("Wat wilt u ons laten weten?", true);
}

/** Van de balie of de zoekpagina: wat iemand zocht en in welke wijk staat er al; het gaat pas weg als iemand het stuurt. */
function toonMist() {
  const gezocht = new URLSearchParams(location.hash.slice(1)),
    wijk = gezocht.get("wijk");
  const zinnen = [`Gezocht: ${gezocht.get("mist") || ""}.`, wijk && `Wijk: ${wijk}.`, "Wat ik had willen vinden: "];
  concept = { ...leegConcept("mist"), toelichting: zinnen.filter(Boolean).join(" ") };
  toonKlaar("Wat miste u?", true);
}

const terugknop = (doe) => maak("p", { class: "melden-knoppen" }, knop("Terug", doe, { class: "tekstknop" }));

function toonWat() {
  concept.soort = "wijzigen";
  const anders = new Set(verschil(opgeruimd(concept.oud), opgeruimd(concept.nieuw)).map(([pad]) => pad));
  scherm(
    kop("Wat klopt er niet?", "", concept.naam),
    maak(
      "ul",
      { class: "melden-lijst" },
      ONDERWERPEN.map((o) => keuzeknop(o.woord, () => naar(o.id))),
      keuzeknop("Dit bestaat niet meer", () => naar("gestopt")),
      keuzeknop("Alles klopt nog", () => naar("klopt"), "Fijn om te weten. Dan staat er een nieuwe datum bij."),
    ),
    maak(
      "p",
      {},
      knop("Toon alle velden", () => naar("alles"), { class: "tekstknop" }),
    ),
    anders.size
      ? maak(
          "p",
          {},
          knop("Bekijk wat u al hebt gewijzigd", () => naar("klaar")),
        )
      : null,
  );
}

/** Een scherm met velden: bij Verder worden alleen de fouten van dit scherm getoond. */
function toonStap(stap, boven, verder, vorige) {
  app.alles = stap.id === "alles";
  const plekFouten = maak("div", {});
  const door = () => {
    const mis = fouten().filter(
      (f) => padenVan(stap, basis.veld).some((pad) => hoortBij(f.pad, pad)) && !(stap.tijden && f.leeg),
    );
    toonFouten(vlak, mis);
    plekFouten.replaceChildren(foutenlijst(mis, basis.veld));
    if (mis.length) plekFouten.firstElementChild.focus();
    else verder();
  };
  const vorm = maak(
    "form",
    {
      novalidate: "",
      "data-melden-stap": stap.id,
      submit: (g) => {
        g.preventDefault();
        door();
      },
    },
    plekFouten,
    veldenVan(stap, app),
    maak(
      "p",
      { class: "melden-knoppen" },
      maak("button", { type: "submit" }, "Verder"),
      stap.over && knop("Sla over", verder, { class: "tekstknop" }),
      knop("Terug", vorige, { class: "tekstknop" }),
    ),
  );
  scherm(kop(stap.vraag, stap.zin, boven), vorm);
}

function toonAlles() {
  const stap = {
    id: "alles",
    vraag: concept.soort === "nieuw" ? "Alle velden" : "Alle velden wijzigen",
    velden: basis.veld.velden.map((v) => v.naam),
  };
  if (concept.soort !== "nieuw") concept.soort = "wijzigen";
  toonStap(
    stap,
    concept.naam,
    () => naar("klaar"),
    () => naar("begin"),
  );
}

function toonNieuw(nummer) {
  concept.soort = "nieuw";
  const stap = NIEUW[nummer];
  const verder = () => naar(NIEUW[nummer + 1]?.id || "klaar");
  toonStap(stap, `Nieuwe plek, vraag ${nummer + 1} van ${NIEUW.length}`, verder, () =>
    naar(NIEUW[nummer - 1]?.id || "begin"),
  );
  const alles = knop("Liever alle velden op een blad", () => naar("alles"), { class: "tekstknop" });
  vlak.querySelector("form").after(maak("p", {}, alles));
}

function toonGestopt() {
  concept.soort = "bestaat-niet";
  scherm(
    kop("Is er iets voor in de plaats gekomen?", "Weet u het niet? Dan mag u dit leeg laten.", concept.naam),
    maak(
      "form",
      { novalidate: "", submit: (g) => (g.preventDefault(), naar("klaar")) },
      maakPlekzoeker("Zoek de nieuwe plek (hoeft niet)", "Alleen als zij al op deze site staat.", (id, naam) => {
        Object.assign(concept, { opvolger: id, opvolgerNaam: naam });
        bewaar();
      }),
      maak(
        "p",
        { class: "melden-knoppen" },
        maak("button", { type: "submit" }, "Verder"),
        knop("Terug", () => naar("begin"), { class: "tekstknop" }),
      ),
    ),
  );
}

function toonKlaar(vraag, isVraag = false) {
  if (concept.soort === "nieuw") {
    const bij = () => (bewaar(), vlak.dispatchEvent(new CustomEvent("melden:id")));
    kiesId(concept, { basis, ingang, bij });
  }
  const mis = concept.soort === "nieuw" || concept.soort === "wijzigen" ? fouten() : [];
  scherm(
    kop(
      vraag || (concept.soort === "klopt" ? "Alles klopt nog" : "Klopt dit zo?"),
      "",
      isVraag ? "" : concept.naam || concept.nieuw.naam,
    ),
    maakKlaar({
      app,
      concept,
      mis: mis.length ? foutenlijst(mis, basis.veld) : null,
      bewaar,
      wis,
      naar,
      isVraag,
      klaar: toonVerstuurd,
    }),
  );
}

/** Pas als de melding binnen is, gaat het concept weg. */
function toonVerstuurd(uit) {
  wisConcept(wie());
  scherm(kop("Dank u wel"), gelukt(uit, basis.zinnen));
  vlak.querySelector("h1").focus();
  blad.dataset.meldenKlaar = "verstuurd";
}

function toon() {
  const stap = location.hash.slice(1) || "begin";
  const nieuw = concept.soort === "nieuw" || inWoordenAlleen(concept);
  const nummer = NIEUW.findIndex((s) => s.id === stap);
  const onderwerp = ONDERWERPEN.find((o) => o.id === stap);
  if (stap === "zoek") toonZoek();
  else if (stap === "vraag") toonVraag();
  else if (stap.startsWith("mist")) toonMist();
  else if (stap === "alles") toonAlles();
  else if (stap === "klaar") toonKlaar();
  else if (nieuw && nummer >= 0) toonNieuw(nummer);
  else if (nieuw) (vraagt.get("soort") === "nieuw" && !location.hash ? () => toonNieuw(0) : toonBegin)();
  else if (stap === "gestopt") toonGestopt();
  else if (stap === "klopt") ((concept.soort = "klopt"), toonKlaar());
  else if (onderwerp)
    toonStap(
      onderwerp,
      concept.naam,
      () => naar("klaar"),
      () => naar("begin"),
    );
  else if (concept.soort === "klopt" && !location.hash) toonKlaar();
  else toonWat();
  getoond = stap;
  blad.dataset.meldenKlaar = stap;
}

async function start() {
  basis = await haal("basis");
  controle = maakControle(basis, vandaag());
  await begin();
  addEventListener("hashchange", toon);
  blad.querySelector("[data-melden-zonder]").open = false;
  toon();
}

start().catch((fout) => {
  console.warn("Het formulier laadt niet:", fout);
  vlak.append(
    maak(
      "p",
      { class: "melding", role: "alert" },
      "Het formulier laadt nu niet. Probeer het later nog eens, of mail ons; hieronder staat hoe.",
    ),
  );
  blad.dataset.meldenKlaar = "mis";
});
