// Herkent wat geen gewoon woord is: een wijk of gemeente. Puur.

import { afstand, woorden } from "./taal.js";

/** Hetzelfde woord, of een lang woord met een tikfout. */
export function lijkt(a, b) {
  return a === b || (b.length > 5 && a[0] === b[0] && afstand(a, b, 1) <= 1);
}

/** De wijk of gemeente in een vraag: {gebied, woorden} of null. De langste naam wint. */
export function vindGebied(vraag, gebieden) {
  const ws = woorden(vraag);
  let beste = null;
  for (const gebied of gebieden) {
    const naam = woorden(gebied.naam);
    for (let i = 0; i + naam.length <= ws.length; i++) {
      if (naam.every((n, j) => lijkt(ws[i + j], n)) && (!beste || naam.length > beste.woorden.length)) {
        beste = { gebied, woorden: ws.slice(i, i + naam.length), heel: naam.length === ws.length };
      }
    }
  }
  return beste;
}
