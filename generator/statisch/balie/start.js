// De balie: zoeken, openen, kopieren en verzamelen aan de telefoon, met alleen het toetsenbord. Wat er getypt wordt,
// blijft hier.
import { alsTekst, functieTekst, kopieer, maakKast, vandaag } from "./ingangen.js";
import { bladAnders, bladFunctie, bladVoorziening } from "./blad.js";
import { koppelDienst } from "./dienst.js";
import { maakGesprek } from "./gesprek.js";
import { maakLijst } from "./lijst.js";
import { maakMandje } from "./mandje.js";
import { koppelToetsen } from "./toetsen.js";
import { koppelWijk, vanPostcode } from "./wijk.js";
import { maakZoeker } from "../zoek/bron.js";
import { vindPostcode } from "../zoek/postcode.js";
import { maakRustig } from "../zoek/rustig.js";
import { isToets } from "../zoek/crisisblok.js";
import { maak, standVak, telLink } from "../zoek/weergave.js";

const AANTAL = 60,
  IN_BLAD = 9;
const wortel = document.documentElement.dataset.wortel || "./";
const balie = document.querySelector("[data-kcc]");
const deel = (naam) => balie.querySelector(`[data-kcc-${naam}]`);
const vraag = deel("vraag"),
  blad = deel("blad");
const kast = maakKast(wortel),
  gesprek = maakGesprek();
const volAdres = (pad) => new URL(wortel + pad, location.href).href;
const zeg = (tekst) => {
  deel("melding").textContent = tekst;
};

let gelezenPostcode = "",
  restKlaar = false,
  wijken = [];
let open = null,
  basis = null,
  wijkveld = null,
  bezig = Promise.resolve(),
  beurt = 0,
  typt = false;
const mandje = maakMandje({
  gesprek,
  haal: kast.ingang,
  open: () => (open && open.ingang ? [open.kaart.id, open.ingang] : null),
  deel,
  zeg,
  wortel,
  volAdres,
});
const lijst = maakLijst({ deel, open: (kaart) => opent(kaart), stelVraag });
const zoeker = maakZoeker(
  () => {
    restKlaar = true;
    zoek();
  },
  new URL("werker.js", location.href),
);

// Zoeken ----------------------------------------------------------------------------------------

const rustig = maakRustig((uitslag) => lijst.toon(uitslag.vraag, uitslag, typt));

function zoek() {
  const tekst = vraag.value.trim(),
    mijn = ++beurt;
  if (!tekst) {
    rustig.leeg();
    lijst.toon("", null);
    bezig = Promise.resolve();
    return bezig;
  }
  bezig = neemPostcode(tekst)
    .then(() => zoeker.zoek(tekst, { gebied: gesprek.stand.wijk, zonderTelling: true }, AANTAL))
    .then(
      (uitslag) => {
        if (!uitslag || mijn !== beurt) return;
        lijst.toonCrisis(uitslag, typt);
        if (!restKlaar) lijst.wacht();
        else rustig.neem(uitslag, typt && !/\s$/.test(vraag.value));
      },
      () => zeg("De gegevens konden niet worden geladen. Is er internet?"),
    );
  return bezig;
}

/** Een postcode in de vraag kiest de wijk van de beller. */
async function neemPostcode(tekst) {
  const { postcode } = vindPostcode(tekst);
  if (!postcode || postcode === gelezenPostcode || !wijkveld) return;
  const [wijk] = await vanPostcode(postcode, wortel, wijken);
  if (!wijk || vraag.value.trim() !== tekst) return;
  gelezenPostcode = postcode;
  if (wijk.code === gesprek.stand.wijk) return;
  gesprek.kiesWijk(wijk.code);
  wijkveld.zet(wijk.code);
  await toonTeam();
  zeg(`Wijk: ${wijk.naam}, uit de postcode ${postcode}. Geldt tot 'nieuw gesprek'.`);
}

function stelVraag(tekst) {
  vraag.value = tekst;
  naarVraag();
  return zoek();
}

function naarVraag() {
  vraag.focus();
  vraag.select();
}

// Openen ----------------------------------------------------------------------------------------

const bijFunctie = (functie) =>
  lijst
    .kaarten()
    .filter((k) => k.soort === "voorziening" && k.functies.includes(functie))
    .slice(0, IN_BLAD);

async function inhoudVan(kaart) {
  basis = basis || (await kast.basis());
  if (kaart.soort === "voorziening") {
    const ingang = await kast.ingang(kaart.id);
    const functie = basis.functies[(kaart.functies || [])[0] || ingang.functies[0]];
    const namen = ingang.functies.map((f) => basis.functies[f].naam);
    return { kaart: { ...kaart, id: ingang.id || kaart.id }, ingang, nodes: bladVoorziening(ingang, functie ? functie.vragen : [], namen, opent) };
  }
  if (kaart.soort === "functie") {
    const functie = basis.functies[kaart.id],
      keuzes = bijFunctie(kaart.id);
    return {
      kaart,
      functie,
      keuzes,
      deur: await deurVan(functie, keuzes),
      nodes: bladFunctie(functie, keuzes, opent),
    };
  }
  const keuzes = lijst
    .kaarten()
    .filter((k) => k.soort === "voorziening" && k.functies.some((f) => kaart.functies.includes(f)))
    .slice(0, IN_BLAD);
  return { kaart, keuzes, nodes: bladAnders(kaart, keuzes, opent) };
}

/**
 * De deur bij een uitleg: [naam, telefoon] van wie het doet, of van het team als daar een besluit voor nodig is of
 * niemand een nummer heeft.
 */
async function deurVan(functie, keuzes) {
  const doet = keuzes.find((k) => k.telefoon);
  if (doet && !functie.besluit) return [doet.tekst, doet.telefoon];
  const id = teamVan(basis.wijken.find((w) => w[0] === gesprek.stand.wijk)),
    team = id && (await kast.ingang(id));
  return team && team.telefoon ? [team.naam, team.telefoon] : doet ? [doet.tekst, doet.telefoon] : null;
}

/** Open een kaart (of {id, soort} van eerder) in het blad. */
async function opent(kaart, met = {}) {
  try {
    open = await inhoudVan(kaart);
  } catch {
    zeg("Dit kon niet worden geladen.");
    return;
  }
  blad.replaceChildren(knoppen(), ...open.nodes.filter(Boolean));
  blad.dataset.id = kaart.id;
  if (open.ingang) blad.dataset.kaartje = kaart.id;
  else delete blad.dataset.kaartje;
  document.dispatchEvent(new CustomEvent("stand:ververs"));
  blad.scrollTop = 0;
  if (!met.stil) blad.focus();
  gesprek.bekijk({
    id: kaart.id,
    soort: kaart.soort,
    naam: kaart.tekst || (open.ingang || open.functie).naam,
    functies: kaart.functies,
    pad: kaart.pad,
    kenmerken: kaart.kenmerken || [],
    zin: [],
    tekst: kaart.tekst,
  });
  toonBekeken();
  zeg("");
}

function knoppen() {
  const p = maak("p", { class: "balie-knoppen" });
  const erop = open.ingang && gesprek.stand.lijstje.includes(open.kaart.id);
  const soorten = [
    ["Kopieer", "c"],
    open.ingang ? [erop ? "Van lijstje" : "Op lijstje", "l"] : null,
    ["Mail", "m"],
    ["Print", "p"],
    ["Hele pagina", "o"],
  ];
  for (const [tekst, toets] of soorten.filter(Boolean)) {
    const knop = maak(
      "button",
      { type: "button", class: "tekstknop" },
      maak("span", {}, tekst),
      maak("kbd", { "aria-hidden": "true" }, toets),
    );
    knop.addEventListener("click", () => doe[toets]());
    p.append(knop);
  }
  return p;
}

const padVan = (kaart) =>
  kaart.pad || `${{ voorziening: "voorzieningen", functie: "functies" }[kaart.soort]}/${kaart.id}/`;
const tekstVanOpen = () =>
  open.ingang
    ? alsTekst(open.ingang, volAdres(padVan(open.kaart)), vandaag())
    : open.functie
      ? functieTekst(open.functie, volAdres(padVan(open.kaart)), open.deur)
      : [open.kaart.tekst, volAdres(padVan(open.kaart))].join("\n");

// Wijkteam, laatst bekeken, nieuw gesprek --------------------------------------------------------

function toonBekeken() {
  const knop = (b) => {
    const el = maak("button", { type: "button", class: "tekstknop" }, b.naam);
    el.addEventListener("click", () => opent(b));
    return el;
  };
  const eerder = gesprek.stand.bekeken.slice(0, 6);
  deel("bekeken").replaceChildren(
    maak("h2", {}, "Laatst bekeken"),
    eerder.length
      ? maak("p", {}, ...eerder.flatMap((b) => [knop(b), " "]))
      : maak("p", { class: "stil" }, "Nog niets."),
  );
}

const teamVan = (wijk) =>
  wijk
    ? basis.teams[wijk[0]] || basis.toegang[wijk[2]]
    : basis.toegang[balie.dataset.gemeente] || Object.values(basis.toegang)[0];

async function toonTeam() {
  basis = basis || (await kast.basis());
  const wijk = basis.wijken.find((w) => w[0] === gesprek.stand.wijk);
  const id = teamVan(wijk);
  const team = id && (await kast.ingang(id));
  deel("team").dataset.id = id || "";
  deel("team").replaceChildren(
    maak("h2", {}, wijk ? `Wijkteam voor ${wijk[1]}` : "Als u de wijk niet weet"),
    team
      ? maak(
          "p",
          {},
          maak("strong", {}, team.naam),
          " ",
          team.telefoon ? maak("a", { href: telLink(team.telefoon) }, team.telefoon) : "",
          " ",
          team.gesloten ? "" : standVak(team.stand || ""),
        )
      : maak("p", { class: "stil" }, "Voor deze wijk staat er geen team in de sociale kaart."),
  );
  document.dispatchEvent(new CustomEvent("stand:ververs"));
}

function nieuwGesprek() {
  gesprek.nieuw();
  open = null;
  gelezenPostcode = "";
  vraag.value = "";
  if (dienst.neemNieuw()) return;
  dienst.kijk();
  deel("druk").replaceChildren();
  toonBekeken();
  wijkveld.zet("");
  leegBlad();
  mandje.toon();
  toonTeam();
  zoek();
  naarVraag();
  zeg("Nieuw gesprek. De wijk en het lijstje zijn leeg.");
}

function leegBlad() {
  delete blad.dataset.id;
  delete blad.dataset.kaartje;
  blad.replaceChildren(maak("p", { class: "stil" }, "Typ een paar letters en druk op Enter. Wat u opent, komt hier."));
}

/** Wat elke toets doet als er niet getypt wordt. */
const doe = {
  "/": naarVraag,
  w: () => deel("wijk").focus(),
  n: nieuwGesprek,
  async c() {
    if (!open) return zeg("Er staat nog niets open.");
    zeg(
      (await kopieer(tekstVanOpen()))
        ? "Gekopieerd: naam, telefoon, tijden en toegang."
        : "Kopiëren mag niet van deze browser.",
    );
  },
  l() {
    if (!open || !open.ingang) return zeg("Open eerst een plek; dan kan zij op het lijstje.");
    const erop = gesprek.wissel(open.kaart.id);
    blad.querySelector(".balie-knoppen").replaceWith(knoppen());
    blad.focus();
    mandje.toon();
    zeg(erop ? `${open.ingang.naam} staat op het lijstje.` : `${open.ingang.naam} is van het lijstje gehaald.`);
  },
  m: () => mandje.mail(),
  p: () => mandje.druk(),
  d: () => mandje.link(),
  async t() {
    await toonTeam();
    if (deel("team").dataset.id) await opent({ id: deel("team").dataset.id, soort: "voorziening", functies: [] });
  },
  b: () => {
    if (gesprek.stand.bekeken[1]) opent(gesprek.stand.bekeken[1]);
  },
  o: () => {
    if (open) window.open(volAdres(padVan(open.kaart)), "_blank", "noopener");
  },
  h() {
    const wijk = wijken.find((w) => w.code === gesprek.stand.wijk);
    const gezocht = new URLSearchParams({ mist: vraag.value.trim(), ...(wijk ? { wijk: wijk.naam } : {}) });
    window.open(volAdres(`melden/#${gezocht}`), "_blank", "noopener");
    zeg("Het bericht staat klaar in een nieuw venster, met de vraag en de wijk. Druk daar op versturen.");
  },
  v: () => dienst.neemNieuw(),
  Escape: naarVraag,
  ArrowDown: () => verder(1),
  ArrowUp: () => verder(-1),
  cijfer: (nummer) => {
    if (open && open.keuzes && open.keuzes[nummer - 1]) opent(open.keuzes[nummer - 1]);
  },
};

/** Pijl omlaag of omhoog buiten het zoekvak: open de volgende of vorige uit de lijst. */
function verder(stap) {
  const kaart = lijst.verder(stap);
  if (kaart) opent(kaart);
}

// Aan het werk ----------------------------------------------------------------------------------

const dienst = koppelDienst({
  toon(tekst, klaar) {
    deel("offline").textContent = tekst;
    deel("offline").dataset.klaar = klaar ? "ja" : "nee";
  },
  nieuw() {
    balie.dataset.oud = "ja";
    deel("ververs").hidden = false;
  },
  rust: () => !open && !vraag.value && !gesprek.stand.wijk && !gesprek.stand.lijstje.length,
});

vraag.addEventListener("input", (gebeurtenis) => {
  typt = isToets(gebeurtenis);
  zoek();
});
vraag.addEventListener("keydown", async (gebeurtenis) => {
  const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
  if (stap && lijst.kaarten().length) {
    gebeurtenis.preventDefault();
    lijst.verder(stap);
  } else if (gebeurtenis.key === "Enter") {
    gebeurtenis.preventDefault();
    await bezig;
    rustig.nu();
    if (lijst.gekozen()) opent(lijst.gekozen());
  } else if (gebeurtenis.key === "Escape" && vraag.value) {
    gebeurtenis.preventDefault();
    vraag.value = "";
    zoek();
  }
});
deel("vorm").addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
deel("nieuw").addEventListener("click", nieuwGesprek);
deel("ververs").addEventListener("click", () => dienst.neemNieuw());
koppelToetsen({ doe, uitleg: deel("toetsen"), knop: deel("toetsknop") });

async function begin() {
  deel("zonder").remove();
  leegBlad();
  toonBekeken();
  zoek();
  vraag.focus();
  zoeker.maakVolledig();
  basis = await kast.basis();
  wijken = basis.wijken.map(([code, naam, , gemeente, pad]) => ({ code, naam, gemeente, pad }));
  wijkveld = koppelWijk({
    veld: deel("wijk"),
    lijst: deel("wijken"),
    wortel,
    wijken,
    weg: naarVraag,
    kies(wijk) {
      gesprek.kiesWijk(wijk ? wijk.code : "");
      toonTeam();
      zoek();
      zeg(wijk ? `Wijk: ${wijk.naam}. Geldt tot 'nieuw gesprek'.` : "Zonder wijk.");
    },
  });
  wijkveld.zet(gesprek.stand.wijk);
  if (vraag.value.trim()) zoek();
  await Promise.all([toonTeam(), mandje.toon()]);
  balie.dataset.klaar = "ja";
  kast.alles().catch(() => {});
}

begin().catch(() => zeg("De gegevens konden niet worden geladen. Is er internet?"));
