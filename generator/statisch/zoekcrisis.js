// Herkent woorden over gevaar, geweld en zelfdoding; ook half getypt of met een tikfout. Puur.

import { afstand, stam, woorden } from "./zoektaal.js";

const gelezen = new WeakMap();    // blok -> zinnen, elk een rij [woord, stam]

function zinnenVan(blok, vormen) {
  if (!gelezen.has(blok)) gelezen.set(blok, blok.woorden.map((zin) => ({ zin, doelen: woorden(zin).map((w) => [w, stam(w, vormen)]) })));
  return gelezen.get(blok);
}

function past([woord, kaal], [doel, doelstam], laatste) {
  if (woord === doel || (doel.length > 3 && kaal === doelstam)) return true;
  if (laatste && doel.length > 6 && woord.length >= Math.max(5, Math.ceil(doel.length * 0.6)) && doel.startsWith(woord)) return true;
  const max = doel.length > 8 ? 2 : 1;
  return doel.length > 4 && woord.length > 4 && Math.abs(doel.length - woord.length) <= max && afstand(woord, doel, max) <= max;
}

/** Het eerste crisisblok dat bij de vraag past, of null. `blokken` komen uit crisis.yaml. */
export function vindCrisis(vraag, blokken, vormen) {
  const ws = woorden(vraag).slice(0, 40).map((w) => [w, stam(w, vormen)]);
  const aaneen = ws.map((w) => w[0]).join("");
  for (const blok of blokken) {
    for (const { zin, doelen } of zinnenVan(blok, vormen)) {
      const raak = doelen.every((doel) => ws.some((w, i) => past(w, doel, i === ws.length - 1)));
      const samen = doelen.map((d) => d[0]).join("");
      if (raak || (samen.length > 8 && aaneen.includes(samen))) return { ...blok, woord: zin };
    }
  }
  return null;
}
