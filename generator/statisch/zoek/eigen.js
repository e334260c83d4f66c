// Eigen namen eerst: wie precies de naam, straat, postcode, telefoon, mail, site, organisatie of een eigen zoekwoord
// van een plek typt, bedoelt die plek. Puur.

import { adressenIn, kaalHuisnummer, kaalNummer, kaleSite, nummersIn } from "./nummers.js";
import { vindPostcode } from "./postcode.js";
import { afstand, letters, telBits, woorden } from "./taal.js";

// Hoe zeker het is, van zeker naar half: daarop staan zij boven de rest.
const PRECIES = 0,
  GENOEMD = 1,
  HALF = 2,
  STRAAT = 3;
const MIN_WOORD = 0.1; // erbij: alleen om een eigen zoekwoord
const AFGEKORT = [
  [/^(.+)str$/, "$1straat"],
  [/^(.+)wg$/, "$1weg"],
  [/^(.+)ln$/, "$1laan"],
  [/^(.+)pln$/, "$1plein"],
];

// Wat mensen om een naam heen zetten; daar gaat de vraag niet over.
const ERBIJ = new Set(
  "adres bel bellen contact email gegevens hallo info informatie mail nummer openingstijden site telefoon telefoonnummer tel vind vinden website zoek zoeken".split(
    " ",
  ),
);

const straatwoord = (w) => AFGEKORT.reduce((uit, [van, naar]) => uit.replace(van, naar), w);

function rijStaatIn(rij, ws, gelijk = (a, b) => a === b) {
  for (let van = 0; van + rij.length <= ws.length; van++) {
    if (rij.every((w, i) => gelijk(w, ws[van + i]))) return van;
  }
  return -1;
}

const bijna = (a, b) => a === b || (a.length > 5 && b.length > 4 && a[0] === b[0] && afstand(a, b, 1) === 1);

/**
 * Zoekt plekken en organisaties op hun eigen gegevens. `teller` kent de stopwoorden en de woorden van het vocabulaire
 * (score.js).
 */
export function maakEigen(index, teller) {
  const nV = index.voorzieningen.naam.length;
  const namen = [...index.voorzieningen.naam, ...index.organisaties.map((o) => o.naam)].map(leesNaam);
  const rest = index.rest ? leesRest(index.rest) : null;

  function leesNaam(naam) {
    const ws = woorden(naam),
      kern = ws.filter((w) => !teller.stopt(w)),
      aaneen = ws.join("");
    return {
      ws,
      herkenbaar: isHerkenbaar(ws, kern.length ? kern : ws),
      kaal: kaal(ws),
      aaneen,
      bits: letters(aaneen),
    };
  }

  function leesRest(r) {
    return {
      organisatie: r.organisatie,
      nummers: r.nummers.map((lijst) => lijst.map(kaalNummer)),
      site: r.site.map((s) => (s ? kaleSite(s) : "")),
      mail: r.mail.map((m) => m.toLowerCase()),
      heel: r.woorden.map((lijst) => lijst.map((w) => woorden(w).join(" "))),
      woorden: r.woorden.map((lijst) => lijst.map((w) => kaal(woorden(w)))),
      plekken: r.plekken.map((lijst) =>
        lijst.map((p) => ({ straat: woorden(p.straat), nummer: kaalHuisnummer(p.nummer), postcode: p.postcode })),
      ),
    };
  }

  function kaal(ws) {
    const kern = ws.filter((w) => !teller.stopt(w)),
      over = kern.filter((w) => !ERBIJ.has(w));
    return (over.length ? over : kern.length ? kern : ws).join(" ");
  }

  // Een naam die uit gewone woorden bestaat ("Politie") telt alleen als hij de hele vraag is.
  function isHerkenbaar(ws, kern) {
    return ws.length > 1 && (kern.length > 2 || kern.some((w) => w.length > 2 && teller.zeldzaam(w)));
  }

  function opNaam(n, v) {
    if (n.aaneen === v.aaneen || n.kaal === v.kaal) return PRECIES;
    if (n.herkenbaar && rijStaatIn(n.ws, v.ws) >= 0) return GENOEMD;
    const max = n.aaneen.length < 8 ? 0 : n.aaneen.length < 14 ? 1 : 2;
    if (
      max &&
      Math.abs(n.aaneen.length - v.aaneen.length) <= max &&
      telBits(n.bits ^ v.bits) <= 2 * max &&
      afstand(n.aaneen, v.aaneen, max) <= max
    )
      return HALF;
    return n.herkenbaar && v.ws.length > n.ws.length && rijStaatIn(n.ws, v.ws, bijna) >= 0 ? HALF : -1;
  }

  function opNummer(d, v) {
    if (!v.nummers.length) return -1;
    if (rest.nummers[d].some((n) => v.nummers.includes(n))) return PRECIES;
    // Zonder kengetal, of met een doorkiesnummer erachter.
    return rest.nummers[d].some(
      (n) => n.length > 8 && v.nummers.some((w) => w.length > 5 && (n.endsWith(w) || n.startsWith(w))),
    )
      ? HALF
      : -1;
  }

  function opWeb(d, v) {
    if (v.mail.some((m) => m === rest.mail[d])) return PRECIES;
    const site = rest.site[d];
    if (!site) return -1;
    if (v.site.includes(site)) return PRECIES;
    const thuis = site.split("/")[0];
    return v.site.some((s) => s.split("/")[0] === thuis) ? HALF : -1;
  }

  function huisnummer(ws, van) {
    // Het nummer na de straat, met wat er als toevoeging achter staat.
    if (!/^\d+/.test(ws[van] || "")) return null;
    return [ws[van], ws[van] + (ws[van + 1] || ""), ws[van] + (ws[van + 1] || "") + (ws[van + 2] || "")];
  }

  function opAdres(d, v) {
    let beste = -1;
    const neem = (hoe) => {
      beste = beste < 0 ? hoe : Math.min(beste, hoe);
    };
    for (const [i, p] of rest.plekken[d].entries()) {
      // Wie hier alleen een tweede plek heeft, komt na wie hier zit.
      const precies = i ? GENOEMD : PRECIES;
      if (p.postcode && p.postcode === v.postcode && !v.ws.length) neem(precies);
      if (!p.straat.length) continue;
      const heel = rijStaatIn(p.straat, v.straatwoorden),
        van = heel >= 0 ? heel : rijStaatIn(p.straat, v.straatwoorden, bijna);
      if (van < 0) continue;
      const nummer = huisnummer(v.ws, van + p.straat.length);
      if (nummer && p.nummer && nummer.includes(p.nummer)) neem(heel >= 0 ? precies : GENOEMD);
      else if (nummer && p.nummer && parseInt(nummer[0], 10) === parseInt(p.nummer, 10)) neem(HALF);
      else if (heel >= 0 && (p.straat.join(" ") === v.kaal || p.straat.length > 1 || teller.zeldzaam(p.straat[0])))
        neem(nummer ? STRAAT + 1 : STRAAT);
    }
    return beste;
  }

  const opWoord = (d, v) =>
    rest.heel[d].includes(v.heel)
      ? GENOEMD + MIN_WOORD
      : v.kaal && rest.woorden[d].includes(v.kaal)
        ? HALF + MIN_WOORD
        : -1;
  const opOrganisatie = (d, v, raak) =>
    rest.organisatie[d] >= 0 && (raak.get(nV + rest.organisatie[d]) ?? 9) < HALF ? HALF : -1;

  function lees(vraag) {
    const { postcode, over } = vindPostcode(vraag),
      ws = woorden(over),
      aaneen = ws.join("");
    return {
      ws,
      heel: ws.join(" "),
      aaneen,
      bits: letters(aaneen),
      kaal: kaal(ws),
      straatwoorden: ws.map(straatwoord),
      postcode,
      nummers: nummersIn(vraag),
      ...adressenIn(vraag),
    };
  }

  /** Wie er bedoeld is: Map van document (eerst plekken, dan organisaties) naar hoe zeker, 0 het zekerst. */
  function zoek(vraag) {
    const uit = new Map(),
      v = lees(vraag);
    if (v.ws.length || v.postcode) {
      namen.forEach((n, d) => zet(uit, d, v.ws.length ? opNaam(n, v) : -1));
      for (let d = 0; rest && d < nV; d++)
        for (const op of [opNummer, opWeb, opAdres, opWoord, opOrganisatie]) zet(uit, d, op(d, v, uit));
    }
    return uit;
  }

  function zet(uit, d, hoe) {
    if (hoe >= 0 && hoe < (uit.get(d) ?? 9)) uit.set(d, hoe);
  }

  return { zoek };
}
