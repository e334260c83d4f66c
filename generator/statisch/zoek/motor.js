// De zoekmotor: een index erin, een vraag erin, resultaten eruit. Dezelfde code draait in de browser en in Python
// (mini-racer).

import { vouw } from "./taal.js";
import { vindCrisis } from "./crisis.js";
import { lijkt, vindGebied } from "./plaats.js";
import { vindPostcode } from "./postcode.js";
import { ordenResultaten } from "./rang.js";
import { maakTeller } from "./score.js";

/** De gewichten; gemeten op de vragen in tests/ (zie bench/zoeken). */
export const GEWICHTEN = {
  // Woord tegen woord: dezelfde stam, losse stam, klank, betekenis.
  stam: 0.85,
  los: 0.82,
  klank: 0.9,
  gelijk: 0.6,
  begrip: 0.4,
  gelijkVanaf: 0.8,
  // Samenstellingen: het woord als deel van een langer woord, of andersom.
  deelVoor: 0.6,
  deelAchter: 0.6,
  deelMidden: 0.35,
  deelLengte: 0.4,
  deelBekend: 0.7,
  bevatVoor: 0.3,
  bevatAchter: 0.26,
  bevatLengte: 0.4,
  zelfdeBegin: 0.62,
  begin: 0.6,
  beginLengte: 0.2,
  beginNaam: 0.22,
  knipVanaf: 0.35,
  paar: 0.75,
  knip: 0.97,
  // Tikfouten.
  tik1: 1.05,
  tik2: 0.66,
  tikKort: 0.7,
  tikEerste: 0.05,
  tikZwak: 0.1,
  tikBegin: 0.45,
  // Woorden zonder veel betekenis, en woorden die niemand kent.
  zwak: 0.35,
  bleek: 0.5,
  gewoon: 0.7,
  heelGewoon: 0.45,
  onbekend: 0.175,
  bijzaak: 0.3,
  // Zinnen van een functie: waar ze staan, en hoe zwaar vraag en zin tellen.
  naam: 0.96,
  bron: 0.95,
  woord: 1,
  spelen: 0.8,
  uitleg: 0.3,
  vragen: 0.1,
  situatie: 0.9,
  wie: 0.5,
  thema: 0.7,
  vast: 0.72,
  zinVraag: 2,
  zinWoord: 0.6,
  zin: 0.85,
  precies: 0.12,
  preciesVanaf: 0.94,
  tweede: 0.07,
  derde: 0.07,
  dekking: 0.78,
  // Een voorziening: haar functies en haar eigen woorden.
  ingang: 1,
  volgende: 0.91,
  eigen: 0.25,
  minderTekst: 0.5,
  zelf: 1.5,
  leeftijd: 0.5,
  eigennaam: 0.9,
  eigenNaam: 1,
  eigenWoord: 0.65,
  eigenTekst: 0.7,
  eigenOrganisatie: 0.4,
  eigenPlaats: 0.65,
  // Begrijpen wat er speelt (begrip.js).
  begripDeel: 1.7,
  begripKort: 0.5,
  begripMacht: 3,
  begripScherp: 1.3,
  begripVolgende: 0.65,
  // De volgorde.
  banden: [0.95, 0.87, 0.79, 0.7, 0.6, 0.5, 0.4],
  ondergrens: 0.2,
  vastVanaf: 0.6,
  staart: 0.35,
  viaVanaf: 0.25,
  past: 0.5,
  spreiding: 0.55,
  verbreding: 0.4,
  nabij: [1.12, 1, 1, 0.8],
};

// Alle woorden van een naam, in welke vorm dan ook: zo zeker als een naam met een tikfout (eigen.js).
const HEEL = 2;
// Vanaf zoveel woorden is een vraag een verhaal.
const LANG_GENOEG = 3;

/**
 * Bouw een motor op een uitgevouwen index (index.js). `gewichten` vervangt losse waarden; `hulp` is `maakUitkomst`
 * (uitkomst.js), als de rest er is.
 */
export function maakMotor(index, gewichten = {}, hulp = null) {
  const g = { ...GEWICHTEN, ...gewichten };
  const teller = maakTeller(index, g);
  const nF = index.functies.length,
    nV = index.voorzieningen.naam.length;
  const heel = hulp && hulp(index, teller, g);
  const perFunctie = index.functies.map(() => []);
  index.voorzieningen.functies.forEach((fs, v) => fs.forEach((f) => perFunctie[f].push(v)));

  function scoorVoorziening(v, punten, hit, leeftijden) {
    let score = 0,
      functie = index.voorzieningen.functies[v][0];
    index.voorzieningen.functies[v].forEach((f, plek) => {
      const p = punten[f].score * g.ingang * Math.pow(g.volgende, plek);
      if (p > score) {
        score = p;
        functie = f;
      }
    });
    // Is het precies de functie, dan duwt een woord uit de samenvatting een ander niet weg; een woord uit de naam wel.
    const eigen = hit ? hit.dekking - (punten[functie].precies ? g.minderTekst * hit.uitTekst : 0) : 0;
    const naam = hit ? g.eigennaam * hit.eigennaam : 0;
    // Een eigen zoekwoord telt als een woord van haar soort hulp: wie het erbij zet, wil ermee gevonden worden.
    if (hit) score = Math.max(score, g.zelf * hit.woordDeel * hit.woordDeel);
    const deel = index.rest && !index.pastBijLeeftijd(leeftijden, index.rest.leeftijd[v]) ? g.leeftijd : 1;
    return {
      soort: "voorziening",
      nr: v,
      functie,
      score: deel * (score + g.eigen * eigen + naam),
      heel: Boolean(hit && hit.heel),
      eigen,
      zelf: hit ? hit.woordDeel : 0,
    };
  }

  function verzamel(punten, eigen, leeftijden) {
    const uit = [],
      kandidaten = new Set();
    const vloer = g.ondergrens * Math.max(0.001, ...punten.map((u) => u.score));
    punten.forEach((u, doel) => {
      if (u.score <= vloer) return;
      if (doel >= nF) return uit.push({ soort: "thema", nr: doel - nF, functie: -1, score: u.score });
      uit.push({ soort: "functie", nr: doel, functie: doel, score: u.score });
      for (const v of perFunctie[doel]) kandidaten.add(v);
    });
    for (const [doc, hit] of eigen) {
      if (doc < nV && hit.dekking > 0.2) kandidaten.add(doc);
      if (doc >= nV && hit.naamDeel > 0.3) {
        uit.push({
          soort: "organisatie",
          nr: doc - nV,
          functie: -1,
          score: hit.naamDeel * 0.9 + 0.5 * hit.eigennaam,
          heel: hit.heel,
          eigen: hit.dekking,
        });
      }
    }
    for (const v of kandidaten) uit.push(scoorVoorziening(v, punten, eigen.get(v), leeftijden));
    return uit;
  }

  function alles() {
    return index.voorzieningen.naam.map((_, v) => ({
      soort: "voorziening",
      nr: v,
      functie: index.voorzieningen.functies[v][0],
      score: 1,
    }));
  }

  function functiesVan(r) {
    if (r.soort === "functie") return [r.nr];
    if (r.soort === "thema") return index.themas[r.nr].functies;
    if (r.soort === "organisatie") return index.organisaties[r.nr].functies;
    if (r.soort === "gebied" || r.soort === "kennis") return [];
    return [r.functie, ...index.voorzieningen.functies[r.nr].filter((f) => f !== r.functie)];
  }

  function beschrijf(r, punten, verhaal) {
    if (r.soort === "gesloten") {
      return {
        id: index.gesloten[r.nr].id,
        soort: "voorziening",
        gesloten: true,
        nr: r.nr,
        score: 0,
        functies: [],
        via: "",
        voluit: "",
        uitleg: { zin: 0, dekking: 0, eigen: 0, rang: [0] },
      };
    }
    const lijst = {
      functie: index.functies,
      thema: index.themas,
      organisatie: index.organisaties,
      gebied: index.gebieden,
      kennis: index.kennis && index.kennis.items,
    }[r.soort];
    const u = punten[r.soort === "thema" ? nF + r.nr : r.functie];
    const telt = u && u.score > 0,
      functie = index.functies[r.functie];
    return {
      id: lijst ? lijst[r.nr].id : index.voorzieningen.id[r.nr],
      soort: r.soort === "kennis" ? lijst[r.nr].soort : r.soort,
      kennis: r.soort === "kennis",
      nr: r.nr,
      score: r.score,
      naam: r.voor !== undefined,
      functies: functiesVan(r).map((f) => index.functies[f].id),
      // Bij een verhaal zegt een zin die er maar half op lijkt niet waarom dit gevonden is ("gas stroom duur" bij voetbal).
      via: telt && (!verhaal || u.zin >= g.viaVanaf) ? u.beste : "",
      voluit: (telt && functie && functie.voluit && functie.voluit.get(u.beste)) || "",
      uitleg: { zin: telt ? u.zin : 0, dekking: telt ? u.dekking : 0, eigen: r.eigen || 0, rang: r.rang },
    };
  }

  /** Of de kern het zeker weet: elk woord is een bekend woord en een zin van het eerste resultaat dekt de vraag. */
  function isVast(vraag, delen, alle, punten, plaats) {
    const eerste = alle[0];
    if (!eerste || plaats || /[\d@]/.test(vraag) || eerste.functie < 0) return false;
    // Een onbekend woord kan in de rest een echt woord zijn; een woord dat erop lijkt, is dus nog niet zeker.
    return delen.every((d) => teller.boek.bekend(d.stuk || d.woord)) && punten[eerste.functie].zin >= g.vastVanaf;
  }

  /**
   * Zoek. Een lege vraag geeft alle voorzieningen.
   * `opties`: gebied (code van de eigen wijk), open (resultaat -> 0 open, 1 onbekend, 2 dicht), oud (resultaat -> 1 als er een jaar niet naar is gekeken), kies (alle op volgorde -> wie blijven),
   * levend (zonder wat niet meer bestaat), aantal (hoeveel resultaten beschreven worden; `gevonden` heeft ze allemaal, als {soort, nr}).
   */
  function zoek(vraag, opties = {}) {
    const { postcode, over } = vindPostcode(vraag);
    const leeg = !over.trim();
    const plaats = vindGebied(over, index.gebieden);
    const delen = leeg ? [] : teller.ontleed(over, new Set(plaats ? plaats.woorden : []));
    const punten = teller.scoorVocabulaire(delen, over);
    const leeftijden = index.rest && !leeg ? index.leeftijdenIn(over) : [];
    let ruw = leeg ? alles() : verzamel(punten, teller.scoorEigen(delen), leeftijden);
    if (plaats && plaats.heel)
      ruw.push({ soort: "gebied", nr: index.gebieden.indexOf(plaats.gebied), functie: -1, score: 2, heel: true });
    for (const r of ruw) if (r.heel) r.voor = HEEL;
    if (heel && vraag.trim()) heel.metEigen(ruw, vraag, punten, delen);
    const gebied = plaats ? plaats.gebied.code : opties.gebied;
    const dagdelen = index.rest && !leeg ? index.dagdelenIn(over) : [];
    const plaatsEerst = Boolean(plaats || postcode);
    const verhaal = delen.length >= LANG_GENOEG && !punten.some((u) => u.precies);
    let alle = ordenResultaten(ruw, index, g, { ...opties, gebied, dagdelen, leeftijden, plaatsEerst, verhaal });
    const weg =
      index.gesloten && !leeg && !opties.levend
        ? index.vindGesloten(over, index.gesloten, teller, new Set(plaats ? plaats.woorden : []), lijkt)
        : [];
    let uitkomst = { soort: alle.length || weg.length ? "gevonden" : "niets", elders: null };
    if (heel && !leeg)
      [uitkomst, alle] = heel.weeg({
        vraag: over,
        delen,
        alle,
        punten,
        genoemd: Boolean((plaats && plaats.heel) || weg.length),
        plaats: Boolean(plaats),
        voorop: opties.voorop || [],
      });
    const levend = opties.kies ? opties.kies(alle) : alle,
      geordend = weg.length ? index.voegGeslotenToe(levend, weg, opties.aantal) : levend;
    return {
      ...(opties.zonderCrisis ? {} : crisisVan(vraag)),
      woorden: delen.map((d) => d.stuk || d.woord),
      resultaten: (opties.aantal === undefined ? geordend : geordend.slice(0, opties.aantal)).map((r) =>
        beschrijf(r, punten, delen.length >= LANG_GENOEG),
      ),
      gevonden: geordend,
      delen,
      gebied: plaats ? plaats.gebied.code : null,
      uitkomst: uitkomst.soort,
      elders: uitkomst.elders,
      vast: isVast(vraag, delen, alle, punten, plaats),
    };
  }

  /** `crisis` voor de vraag als hij af is, `crisisNu` voor zolang er nog getypt wordt. */
  function crisisVan(vraag) {
    const vind = (typt) => vindCrisis(vraag, index.crisis, index.taal.vormen, teller.kent, typt);
    const crisis = vind(false);
    return { crisis, crisisNu: crisis && vind(true) };
  }

  /** Andere woorden voor een vraag zonder treffers: elke keer een woord vervangen door wat er het meest op lijkt. */
  function suggesties(vraag, aantal = 3) {
    const uit = new Set();
    for (const woord of new Set(vouw(vraag).match(/[\p{L}]{4,}/gu) || [])) {
      if (teller.boek.bekend(woord)) continue;
      for (const ander of teller.boek.naaste(woord, aantal, index.rest ? index.rest.nooit : undefined))
        uit.add(vouw(vraag).replace(woord, ander).trim());
    }
    return [...uit].slice(0, aantal);
  }

  return { zoek, crisisVan, suggesties, index, boek: teller.boek, teller };
}
