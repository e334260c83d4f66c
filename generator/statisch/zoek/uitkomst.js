// Wat pas kan met de rest van de index: wie bij naam genoemd is voorop, en wegen of er hier iets past. Puur.

import { maakEigen } from "./eigen.js";
import { maakElders } from "./elders.js";
import { metKennis } from "./kennis.js";

// Wie genoemd is tot en met zijn straat, telt als gevonden; een eigen zoekwoord dat ook van een soort hulp is, hoort
// bij de eerste drie.
const STRAAT_GENOEMD = 3,
  DRIE = 8,
  IN_ZOEKWOORD = 2,
  ZEGT_NIETS = 0.6,
  HEET_ZO = 0.95;

// Zo goed moet een eigen woord van een functie passen, en zoveel van de vraag moeten zij samen dekken; of een zin van
// haar past in haar eentje zo goed.
const WOORD_RAAK = 0.8,
  DEKT_HEEL = 0.95,
  ZIN_DEKT = 0.8;

/** Of de eigen woorden van een functie samen de hele vraag dekken; een woord alleen zegt dat niet. */
function dektHeel(r, punten, delen) {
  if (r.functie < 0) return false;
  const { zinnen } = punten[r.functie];
  if (zinnen.length && zinnen[0][0] >= ZIN_DEKT) return true;
  if (delen.filter((d) => !d.plaats).length < 2) return false;
  let som = 0,
    heel = 0;
  delen.forEach((d, i) => {
    if (d.plaats) return;
    heel += d.gewicht;
    if (zinnen.some(([, , raak]) => raak[i] >= WOORD_RAAK)) som += d.gewicht;
  });
  return som >= DEKT_HEEL * heel;
}

const zinVan = (r, punten) => (r.functie >= 0 && punten[r.functie] ? punten[r.functie].zin : 0);

/** Wie een eigen zoekwoord heeft dat ook van een soort hulp is, staat hoogstens een plek lager dan de gewone deur. */
function bijDeDrie(rij) {
  const plek = rij.findIndex((r) => r.voor > 4);
  if (plek < 2) return rij;
  return [rij[0], rij[plek], ...rij.slice(1, plek), ...rij.slice(plek + 1)];
}

/** De hulp voor maakMotor op een hele index; `teller` en `g` zijn die van de motor. */
export function maakUitkomst(index, teller, g) {
  const nF = index.functies.length,
    nV = index.voorzieningen.naam.length;
  const eigen = maakEigen(index, teller),
    elders = maakElders(index, teller);

  /** Zet bij elk resultaat hoe zeker het zelf genoemd is, en voeg toe wie alleen op een eigen gegeven gevonden is. */
  function metEigen(ruw, vraag, punten, delen) {
    const raak = eigen.zoek(vraag);
    // Wie zelf genoemd is, staat bovenaan; ook als geen woord van de vraag in het vocabulaire staat.
    const sleutel = (r) => (r.soort === "voorziening" ? r.nr : r.soort === "organisatie" ? nV + r.nr : -1);
    // Een landelijk eigen zoekwoord waar een andere soort hulp naar heet, of iemand hier, duwt de gewone deur niet weg:
    // dan bij de eerste drie.
    const isNaam = delen.length === 1 && teller.boek.kracht(delen[0].woord) > IN_ZOEKWOORD;
    const precies = isNaam ? punten.flatMap((u, f) => (u.precies && f < nF ? [f] : [])) : [];
    const geeft = (v) => index.voorzieningen.functies[v].some((f) => precies.includes(f));
    const { landelijk } = index.voorzieningen;
    const heetHier = ruw.some((r) => r.soort === "voorziening" && !landelijk[r.nr] && r.eigen >= HEET_ZO);
    for (const [doc, voor] of precies.length ? raak : [])
      if (voor % 1 && landelijk[doc] && (heetHier || !geeft(doc))) raak.set(doc, DRIE);
    for (const r of ruw) r.voor = raak.get(sleutel(r)) ?? r.voor;
    const al = new Set(ruw.map(sleutel));
    for (const [doc, voor] of raak) {
      if (al.has(doc)) continue;
      ruw.push(
        doc < nV
          ? { soort: "voorziening", nr: doc, functie: index.voorzieningen.functies[doc][0], score: 0, voor }
          : { soort: "organisatie", nr: doc - nV, functie: -1, score: 0, voor },
      );
    }
    return ruw;
  }

  /** Zet wat de kern al liet zien weer voorop; wie bij naam genoemd is, gaat daar nog voor. */
  function zetVoorop(alle, voorop) {
    if (!voorop.length || (alle[0] && alle[0].voor !== undefined)) return alle;
    const plek = (r) => voorop.indexOf(`${r.soort} ${r.nr}`);
    return [...alle.filter((r) => plek(r) >= 0).sort((a, b) => plek(a) - plek(b)), ...alle.filter((r) => plek(r) < 0)];
  }

  /** Wat niets met de vraag te maken heeft, blijft weg; hoort zij elders, dan staat hier alleen wat echt past. */
  function houdOver(alle, uitkomst, punten, delen) {
    if (uitkomst.soort === "niets") return [];
    if (uitkomst.soort === "elders") {
      // Wie een andere plaats noemt, zoekt wel dit; bij een ander onderwerp past een half woord niet.
      const past = (r) =>
        uitkomst.elders.waar === "plaats" ? zinVan(r, punten) >= g.past : dektHeel(r, punten, delen);
      return alle.filter(past).slice(0, 3);
    }
    // Bij een adres of nummer zeggen de woorden zelf niets: dan blijft alleen wie bedoeld is.
    const anders = alle.filter((r) => r.voor === undefined && r.soort !== "gebied");
    if (alle.length > anders.length && alle[0].voor < 2 && anders.every((r) => r.score < ZEGT_NIETS))
      return alle.filter((r) => !anders.includes(r));
    const top = Math.max(0, ...alle.map((r) => (r.soort === "gebied" ? 0 : r.score)));
    return alle.filter((r) => r.voor !== undefined || r.soort === "gebied" || r.score >= g.staart * top);
  }

  /** De uitkomst ({soort, elders}) en wat ervan overblijft, in volgorde. */
  function weeg({ vraag, delen, alle, punten, genoemd, plaats, voorop }) {
    const eerste = alle.slice(0, 3);
    const dekking = Math.max(
      0,
      ...eerste.map((r) =>
        Math.max(r.eigen || 0, r.functie >= 0 && punten[r.functie] ? punten[r.functie].dekking : 0),
      ),
    );
    const hier = {
      plaats,
      genoemd: genoemd || eerste.some((r) => r.voor <= STRAAT_GENOEMD),
      precies: eerste.some((r) => r.functie >= 0 && punten[r.functie].precies),
      dekking,
      score: Math.max(0, ...eerste.map((r) => r.score)),
      zin: Math.max(0, ...eerste.map((r) => zinVan(r, punten))),
      eigen: eerste.some((r) => dektHeel(r, punten, delen)),
      heet: eerste.some((r) => r.soort === "voorziening" && r.eigen >= HEET_ZO),
      begrip: punten.begrip,
    };
    const uitkomst = elders.weeg(vraag, delen, hier);
    const over = houdOver(bijDeDrie(zetVoorop(alle, voorop)), uitkomst, punten, delen);
    return index.kennis ? metKennis({ vraag, hier, uitkomst, over, index, boek: teller.boek }) : [uitkomst, over];
  }

  return { metEigen, weeg };
}
