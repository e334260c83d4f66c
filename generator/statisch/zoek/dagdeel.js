// Het deel van de dag dat een vraag noemt: "'s avonds", "in het weekend", "zaterdagmiddag". Puur.

import { vouw } from "./taal.js";

// Dezelfde letters als DAGDELEN in betekenis/dagdelen.py.
const DAGDEELWOORDEN = {
  o: /\b\w*ochtend(s|en)?\b/,
  m: /\b(?!namiddag)\w*middag(s|en)?\b/,
  a: /\b\w*avond(s|en)?\b/,
  w: /\b(weekend(en)?|zaterdag(s|ochtend|middag|avond)?|zondag(s|ochtend|middag|avond)?)\b/,
};

/** De letters van de delen van de dag in een vraag; leeg als er geen in staat. */
export function dagdelenIn(vraag) {
  const tekst = vouw(vraag);
  return Object.keys(DAGDEELWOORDEN).filter((letter) => DAGDEELWOORDEN[letter].test(tekst));
}

/** Of een plek op een van die delen van de dag te bereiken is; zijn haar tijden niet bekend, dan past zij. */
export const pastBijDagdeel = (gevraagd, bekend) =>
  !gevraagd.length || !bekend || gevraagd.some((letter) => bekend.includes(letter));
