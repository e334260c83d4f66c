// De stand: wat er op een moment kan, per kanaal en voor de hele ingang. Puur. generator/betekenis/tijden.py zegt
// hetzelfde in Python;
// tests/standgevallen.yaml toetst beide. Een moment is {dag (nummer), minuut} op de klok in Nederland (kalender.js).
// De gegevens zijn een tekst: delen met een ~ ertussen. d, t of c (deur, telefoon, chat) met een roostercode en soms
// ^naam;
// m20261220-20270105 een mededeling, met een d erachter als zij zegt dat het dicht is.

import { DAGNAMEN, MAANDEN, datum, leesDag, weekdag } from "./kalender.js";
import { leesRooster, opDag } from "./rooster.js";

const ETMAAL = 1440,
  EINDE_NACHT = 360,
  VOORUIT = 200;
const WOORDEN = {
  d: {
    altijd: "dag en nacht open",
    open: "open tot {}",
    nu: "nu open",
    heleDag: "vandaag op afspraak",
    afspraak: "op afspraak tot {}",
    dicht: "nu dicht",
    vanaf: "open vanaf ",
    ontbreekt: "tijden van vandaag niet bekend",
    feest: "vandaag is het {}: bel of het open is",
  },
  t: {
    altijd: "dag en nacht te bellen",
    open: "bellen kan tot {}",
    nu: "bellen kan nu",
    heleDag: "bellen op afspraak",
    afspraak: "bellen op afspraak tot {}",
    dicht: "bellen kan nu niet",
    vanaf: "bellen vanaf ",
    ontbreekt: "beltijden van vandaag niet bekend",
    feest: "vandaag is het {}: misschien neemt niemand op",
  },
  c: {
    altijd: "dag en nacht te chatten",
    open: "chatten kan tot {}",
    nu: "chatten kan nu",
    heleDag: "chatten op afspraak",
    afspraak: "chatten op afspraak tot {}",
    dicht: "chatten kan nu niet",
    vanaf: "chatten vanaf ",
    ontbreekt: "chattijden van vandaag niet bekend",
    feest: "vandaag is het {}: misschien antwoordt niemand",
  },
};
const VAST = { toelichting: "volgens het rooster", vakantie: "niet zeker of dit in de schoolvakantie doorgaat" };
const GELEZEN = new Map();

/** De gegevens van een ingang: {kanalen: [{soort, naam, rooster}], mededelingen: [{van, tot, dicht}]}. */
export function leesGegevens(code) {
  if (GELEZEN.has(code)) return GELEZEN.get(code);
  const uit = { kanalen: [], mededelingen: [] };
  for (const deel of code ? code.split("~") : []) {
    if (deel[0] === "m")
      uit.mededelingen.push({
        van: leesDag(deel.slice(1, 9)),
        tot: leesDag(deel.slice(10, 18)),
        dicht: deel[18] === "d",
      });
    else {
      const [rooster, naam] = deel.slice(1).split("^");
      uit.kanalen.push({ soort: deel[0], naam: naam || "", rooster: leesRooster(rooster) });
    }
  }
  GELEZEN.set(code, uit);
  return uit;
}

/** 540 als "9.00 uur"; 24.00 uur heet middernacht. */
export function uur(minuten) {
  const m = minuten % ETMAAL;
  return m ? `${Math.floor(m / 60)}.${String(m % 60).padStart(2, "0")} uur` : "middernacht";
}

function bezig(dag, minuut, afspraak) {
  return (dag.delen || []).some(
    (d) => d.afspraak === afspraak && (d.van === null ? minuut < ETMAAL : d.van <= minuut && minuut < d.tot),
  );
}

/**
 * {stand: open | afspraak | onbekend | dicht, waarom} van een rooster; met `gisterenDicht` loopt er vannacht niets
 * door.
 */
export function kanaalstand(rooster, moment, gisterenDicht = false) {
  const vandaag = opDag(rooster, moment.dag),
    nacht = moment.minuut + ETMAAL;
  const gisteren =
    vandaag.kaptAf || gisterenDicht ? { delen: [], onzeker: "", dichtDoor: "" } : opDag(rooster, moment.dag - 1);
  for (const [stand, afspraak] of [
    ["open", false],
    ["afspraak", true],
  ]) {
    if (
      (!vandaag.onzeker && bezig(vandaag, moment.minuut, afspraak)) ||
      (!gisteren.onzeker && bezig(gisteren, nacht, afspraak))
    )
      return { stand, waarom: "" };
  }
  if (gisteren.onzeker && (bezig(gisteren, nacht, false) || bezig(gisteren, nacht, true)))
    return { stand: "onbekend", waarom: gisteren.onzeker };
  const liepDoor = !gisteren.onzeker && (gisteren.delen || []).some((d) => d.tot > ETMAAL);
  if (vandaag.onzeker === "ontbreekt" && liepDoor && moment.minuut < EINDE_NACHT)
    return { stand: "dicht", waarom: "" };
  return vandaag.onzeker
    ? { stand: "onbekend", waarom: vandaag.onzeker }
    : { stand: "dicht", waarom: vandaag.dichtDoor };
}

function stukken(rooster, dag, afspraak) {
  const uit = [];
  for (let verder = -1; verder < 3; verder++) {
    const regels = opDag(rooster, dag + verder);
    const grens = opDag(rooster, dag + verder + 1).kaptAf ? ETMAAL : 2 * ETMAAL;
    if (regels.onzeker) continue;
    for (const d of regels.delen || []) {
      if (d.afspraak === afspraak)
        uit.push([verder * ETMAAL + (d.van || 0), verder * ETMAAL + Math.min(d.tot === null ? ETMAAL : d.tot, grens)]);
    }
  }
  return uit;
}

function einde(rooster, moment, afspraak) {
  const alle = stukken(rooster, moment.dag, afspraak);
  let eind = moment.minuut;
  for (;;) {
    const verder = Math.max(-1, ...alle.filter(([van, tot]) => van <= eind && eind < tot).map(([, tot]) => tot));
    if (verder < 0) break;
    eind = verder;
  }
  return eind < 3 * ETMAAL ? eind : null;
}

/** De eerstvolgende keer zonder afspraak die zeker is, als moment; een dag die niet vaststaat maakt de rest onzeker. */
export function volgende(rooster, moment) {
  for (let verder = 0; verder < VOORUIT; verder++) {
    const regels = opDag(rooster, moment.dag + verder);
    if (regels.onzeker) return null;
    const begin = (regels.delen || [])
      .filter((d) => !d.afspraak && d.van !== null && (verder || d.van > moment.minuut))
      .map((d) => d.van);
    if (begin.length) return { dag: moment.dag + verder, minuut: Math.min(...begin) };
  }
  return null;
}

/** Een dag zoals iemand hem zegt: "", "morgen ", "donderdag ", "volgende week maandag " of "dinsdag 5 januari ". */
export function wanneer(dag, vandaag) {
  const verder = dag - vandaag;
  if (verder < 2) return ["", "morgen "][verder];
  const naam = DAGNAMEN[weekdag(dag)],
    d = datum(dag);
  return verder < 7
    ? `${naam} `
    : verder === 7
      ? `volgende week ${naam} `
      : `${naam} ${d.dag} ${MAANDEN[d.maand - 1]} `;
}

function straks(kanaal, moment) {
  const m = volgende(kanaal.rooster, moment);
  return m
    ? `${wanneer(m.dag, moment.dag)}${WOORDEN[kanaal.soort].vanaf}${m.minuut ? uur(m.minuut) : "0.00 uur"}`
    : "";
}

function kanaaltekst(kanaal, moment, stand, waarom) {
  const woorden = WOORDEN[kanaal.soort];
  if (stand === "onbekend")
    return VAST[waarom] || (waarom === "ontbreekt" ? woorden.ontbreekt : woorden.feest.replace("{}", waarom));
  if (stand === "dicht")
    return [woorden.dicht + (waarom ? ` (${waarom})` : ""), straks(kanaal, moment)].filter(Boolean).join(", ");
  if (stand === "open" && kanaal.rooster.dagEnNacht) return woorden.altijd;
  const eind = einde(kanaal.rooster, moment, stand === "afspraak");
  if (stand === "afspraak")
    return eind === null || eind >= ETMAAL ? woorden.heleDag : woorden.afspraak.replace("{}", uur(eind));
  return eind === null ? woorden.nu : woorden.open.replace("{}", uur(eind));
}

/** De stand van elk kanaal: [{soort, naam, stand, tekst}]. */
export function kanaalstanden(gegevens, moment) {
  const gisteren = moment.dag - 1,
    gisterenDicht = gegevens.mededelingen.some((m) => m.van <= gisteren && gisteren <= m.tot);
  return gegevens.kanalen.map((kanaal) => {
    const { stand, waarom } = kanaalstand(kanaal.rooster, moment, gisterenDicht);
    return {
      kanaal,
      soort: kanaal.soort,
      naam: kanaal.naam,
      stand,
      tekst: kanaaltekst(kanaal, moment, stand, waarom),
    };
  });
}

const metNaam = (k, groep) => (groep.length > 1 && k.naam ? `${k.naam}: ${k.tekst}` : k.tekst);

function samen(bereikbaar, deuren) {
  if (!deuren.length) return bereikbaar;
  const dicht = deuren.every((d) => d.stand === "dicht");
  const deur =
    dicht && deuren.length === 1
      ? deuren[0].tekst.replace("nu dicht", "de deur is dicht")
      : dicht
        ? "de deur is dicht"
        : deuren.some((d) => d.stand === "afspraak")
          ? "de deur is op afspraak"
          : "of de deur open is, is niet bekend";
  return `${bereikbaar}; ${deur}`;
}

const eerder = (a, b) => a.dag < b.dag || (a.dag === b.dag && a.minuut < b.minuut);

function eerst(groep, moment) {
  let beste = null;
  for (const k of groep) {
    const m = volgende(k.kanaal.rooster, moment);
    if (m && (!beste || eerder(m, beste.m))) beste = { m, k };
  }
  return beste;
}

function allesDicht(deuren, lijnen, moment) {
  const deur = eerst(deuren, moment),
    lijn = eerst(lijnen, moment);
  if (!deuren.length) return metNaam(lijn ? lijn.k : lijnen[0], lijnen);
  const tekst = !deur
    ? deuren[0].tekst
    : deuren.length > 1 && deur.k.naam
      ? `nu dicht, ${deur.k.naam}: ${straks(deur.k.kanaal, moment)}`
      : deur.k.tekst;
  return lijn && (!deur || eerder(lijn.m, deur.m)) ? `${tekst}; ${straks(lijn.k.kanaal, moment)}` : tekst;
}

/**
 * De stand van een ingang: {stand, tekst}; de eerste die geldt van tijdelijk, open, bereikbaar, afspraak, onbekend en
 * dicht.
 */
export function bepaal(gegevens, moment) {
  const nu = gegevens.mededelingen.find((m) => m.van <= moment.dag && moment.dag <= m.tot);
  if (nu) {
    const d = datum(nu.tot);
    return {
      stand: "tijdelijk",
      tekst: `tijdelijk ${nu.dicht ? "dicht" : "anders"} tot en met ${d.dag} ${MAANDEN[d.maand - 1]}`,
    };
  }
  if (!gegevens.kanalen.length) return { stand: "onbekend", tekst: "tijden niet bekend" };
  const alle = kanaalstanden(gegevens, moment);
  const deuren = alle.filter((k) => k.soort === "d"),
    lijnen = alle.filter((k) => k.soort !== "d");
  const zoek = (groep, stand) => groep.find((k) => k.stand === stand);
  const open = zoek(deuren, "open"),
    lijn = zoek(lijnen, "open");
  if (open) return { stand: "open", tekst: metNaam(open, deuren) };
  if (lijn) return { stand: "bereikbaar", tekst: samen(metNaam(lijn, lijnen), deuren) };
  for (const stand of ["afspraak", "onbekend"]) {
    const k = zoek(deuren, stand) || zoek(lijnen, stand);
    if (k) return { stand, tekst: metNaam(k, k.soort === "d" ? deuren : lijnen) };
  }
  return { stand: "dicht", tekst: allesDicht(deuren, lijnen, moment) };
}

/** De stand van een code op een moment. */
export const standVan = (code, moment) => bepaal(leesGegevens(code), moment);
