// Wat niet meer bestaat, gevonden op zijn eigen naam: wie ernaar zoekt hoort dat het weg is, en wat er nu is. Puur.

import { afstand } from "./taal.js";

const zelfdeNaam = (a, b) => a === b || (b.length > 5 && a[0] === b[0] && afstand(a, b, 1) <= 1);

function naamStaatIn(naam, vraag) {
  for (let i = 0; i + naam.length <= vraag.length; i++) if (naam.every((w, j) => zelfdeNaam(vraag[i + j], w))) return true;
  return false;
}

/**
 * De nummers van `gesloten` ({naam}) waarvan de hele naam gevraagd is, met `bovenaan`.
 * Een naam zonder eigen woord ("Voedselbank", "Bibliotheek Noord") is ook een vraag om hulp: dan gaat alles wat er wel is voor.
 */
export function vindGesloten(vraag, gesloten, teller, plaatsen) {
  const gevraagd = teller.inhoud(vraag), uit = [];
  gesloten.forEach((iets, nr) => {
    iets.woorden = iets.woorden || teller.inhoud(iets.naam);
    const ruim = gevraagd.length === iets.woorden.length;
    if ((!ruim && iets.woorden.length < 2) || !naamStaatIn(iets.woorden, gevraagd)) return;
    const bovenaan = iets.woorden.some((w) => !plaatsen.has(w) && !teller.boek.vanInwoners(w));
    if (ruim || bovenaan) uit.push({ nr, bovenaan });
  });
  return uit;
}

/** Zet wat niet meer bestaat in de volgorde: na wie echt zo heet, of als laatste dat nog in beeld komt. */
export function voegGeslotenToe(rij, gevonden, aantal = Infinity) {
  const uit = [...rij];
  for (const { nr, bovenaan } of gevonden) {
    const heet = uit.findIndex((r) => !r.heel);
    const plek = bovenaan ? (heet < 0 ? uit.length : heet) : Math.min(uit.length, aantal - 1);
    uit.splice(plek, 0, { soort: "gesloten", nr, functie: -1, score: 0, heel: bovenaan });
  }
  return uit;
}
