// De leeftijden in een vraag: "mijn zoon van 15", "ik ben 70", "een 16-jarige", "peuter". Puur.

import { vouw } from "./taal.js";

const DUUR = /\b(al|na|sinds|over|binnen|afgelopen|elke|per|duurt|vorig) (ruim |bijna |zeker )?$/;
const GEEN_LEEFTIJD =
  /^ ?(euro|uur|km|kilometer|meter|minuten|weken|week|maanden|maand|dagen|dag|keer|procent|personen|mensen|kinderen|kamers)\b/;
const LEEFTIJDWOORDEN = { baby: 0, dreumes: 1, peuter: 3, kleuter: 5, tiener: 15, puber: 15 };

/** De leeftijden in jaren die een vraag noemt; leeg als er geen in staat. */
export function leeftijdenIn(vraag) {
  const tekst = vouw(vraag),
    uit = [];
  for (const m of tekst.matchAll(/\b(van|ben|is|word|wordt|werd) (?:nu |pas |bijna |al |net )?(\d{1,3})\b/g)) {
    if (!GEEN_LEEFTIJD.test(tekst.slice(m.index + m[0].length))) uit.push(Number(m[2]));
  }
  for (const m of tekst.matchAll(/\b(\d{1,3})[ -]?(jaar|jr|jarige?)\b/g))
    if (!DUUR.test(tekst.slice(0, m.index))) uit.push(Number(m[1]));
  for (const [woord, jaar] of Object.entries(LEEFTIJDWOORDEN))
    if (new RegExp(`\\b${woord}s?\\b`).test(tekst)) uit.push(jaar);
  return [...new Set(uit)].filter((jaar) => jaar <= 110);
}

/** Of een van de leeftijden binnen de grenzen valt; zonder leeftijd of zonder grens past alles. */
export function pastBijLeeftijd(leeftijden, grens) {
  return !leeftijden.length || !grens || leeftijden.some((jaar) => jaar >= grens[0] && jaar <= grens[1]);
}
