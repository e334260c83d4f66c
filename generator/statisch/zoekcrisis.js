// Herkent woorden over gevaar, geweld en zelfdoding; ook half getypt of met een tikfout. Puur.

import { afstand, stam, woorden } from "./zoektaal.js";

function past(woord, doel, laatste, vormen) {
  if (woord === doel || (doel.length > 3 && stam(woord, vormen) === stam(doel, vormen))) return true;
  if (laatste && doel.length > 6 && woord.length >= Math.max(5, Math.ceil(doel.length * 0.6)) && doel.startsWith(woord)) return true;
  if (doel.length < 5 || woord.length < 5) return false;
  return afstand(woord, doel, doel.length > 8 ? 2 : 1) <= (doel.length > 8 ? 2 : 1);
}

/** Het eerste crisisblok dat bij de vraag past, of null. `blokken` komen uit crisis.yaml. */
export function vindCrisis(vraag, blokken, vormen) {
  const ws = woorden(vraag);
  const aaneen = ws.join("");
  for (const blok of blokken) {
    for (const zin of blok.woorden) {
      const doelen = woorden(zin);
      const raak = doelen.every((doel) => ws.some((w, i) => past(w, doel, i === ws.length - 1, vormen)));
      if (raak || (doelen.join("").length > 8 && aaneen.includes(doelen.join("")))) return { ...blok, woord: zin };
    }
  }
  return null;
}
