// Herkent woorden over gevaar, geweld en zelfdoding; ook half getypt of met een tikfout. Puur.

import { afstand, stam, woorden } from "./zoektaal.js";

const gelezen = new WeakMap();    // blok -> zinnen, elk een rij [woord, stam]

function zinnenVan(blok, vormen) {
  if (!gelezen.has(blok)) gelezen.set(blok, blok.woorden.map((zin) => ({ zin, doelen: woorden(zin).map((w) => [w, stam(w, vormen)]) })));
  return gelezen.get(blok);
}

function halfGetypt(woord, doel, alleen) {
  // Staat de rest van de zin er al ("ik wil niet meer lev"), dan zijn drie letters genoeg als er hoogstens twee ontbreken.
  if (!doel.startsWith(woord)) return false;
  if (!alleen && woord.length > 2 && doel.length - woord.length < 3) return true;
  return doel.length > 6 && woord.length >= Math.max(5, Math.ceil(doel.length * 0.6));
}

function past([woord, kaal, bestaat], [doel, doelstam], laatste, alleen) {
  if (woord === doel || (doel.length > 3 && kaal === doelstam)) return true;
  if (laatste && halfGetypt(woord, doel, alleen)) return true;
  // Een gewoon woord is geen tikfout: in verwachting is geen verkrachting, en gemeld is geen geweld.
  if (bestaat) return false;
  const max = doel.length > 8 ? 2 : 1;
  return doel.length > 4 && woord.length > 4 && Math.abs(doel.length - woord.length) <= max && afstand(woord, doel, max) <= max;
}

/** Het eerste crisisblok dat bij de vraag past, of null. `blokken` komen uit crisis.yaml; `bestaat` zegt of de index een woord kent. */
export function vindCrisis(vraag, blokken, vormen, bestaat = () => false) {
  const ws = woorden(vraag).slice(0, 40).map((w) => [w, stam(w, vormen), bestaat(w)]);
  const aaneen = ws.map((w) => w[0]).join("");
  for (const blok of blokken) {
    for (const { zin, doelen } of zinnenVan(blok, vormen)) {
      const raak = doelen.every((doel) => ws.some((w, i) => past(w, doel, i === ws.length - 1, doelen.length < 2)));
      const samen = doelen.map((d) => d[0]).join("");
      if (raak || (samen.length > 8 && aaneen.includes(samen))) return { ...blok, woord: zin };
    }
  }
  return null;
}
