// Herkent woorden over gevaar, geweld en zelfdoding; ook half getypt, met een tikfout of zoals het klinkt. Puur.

import { afstand, klank, stam, woorden } from "./taal.js";

const gelezen = new WeakMap();    // blok -> zinnen: {zin, heel, rij, doelen}, een doel is [woord, stam, klank]

/** Met = ervoor is de zin de hele vraag, met > ervoor staan de woorden achter elkaar, en anders ergens in de vraag. */
function leesZin(zin, vormen) {
  const heel = zin.startsWith("="), rij = heel || zin.startsWith(">");
  return { zin, heel, rij, doelen: woorden(zin).map((w) => [w, stam(w, vormen), klank(w)]) };
}

function zinnenVan(blok, vormen) {
  if (!gelezen.has(blok)) gelezen.set(blok, blok.woorden.map((zin) => leesZin(zin, vormen)));
  return gelezen.get(blok);
}

function halfGetypt(woord, doel, alleen) {
  // Staat de rest van de zin er al ("ik wil niet meer lev"), dan zijn drie letters genoeg als er hoogstens twee ontbreken.
  if (!doel.startsWith(woord)) return false;
  if (!alleen && woord.length > 2 && doel.length - woord.length < 3) return true;
  return doel.length > 6 && woord.length >= Math.max(5, Math.ceil(doel.length * 0.6));
}

function isTikfout(woord, doel, alleen) {
  // Hoe korter het woord, hoe meer er al moet kloppen: geeld is geen geweld, en overdracht geen verkracht.
  if (woord[0] !== doel[0]) return false;
  if (alleen && doel.length < 7 && woord.slice(0, 3) !== doel.slice(0, 3)) return false;
  if (doel.length < (alleen ? 5 : 4) || woord.length < (alleen ? 5 : 3)) return false;
  const max = doel.length > 10 ? 2 : 1;
  return afstand(woord, doel, max) <= max;
}

/** Hoe goed een woord uit de vraag past bij een woord uit een zin: 2 het woord zelf, 1 vermoedelijk, 0 niet. */
function past([woord, kaal, klinkt, bestaat], [doel, doelstam, doelklank], laatste, alleen) {
  if (woord === doel || (doel.length > 3 && kaal === doelstam)) return 2;
  if (laatste && halfGetypt(woord, doel, alleen)) return 2;
  // Een gewoon woord is geen tikfout: in verwachting is geen verkrachting, en gemeld is geen geweld.
  if (bestaat) return 0;
  return (doel.length > 2 && woord.length > 2 && klinkt === doelklank) || isTikfout(woord, doel, alleen) ? 1 : 0;
}

function raakt({ heel, rij, doelen }, ws) {
  if (heel && ws.length !== doelen.length) return false;
  if (!rij) return staatIn(ws, doelen);
  for (let van = 0; van + doelen.length <= ws.length; van++) {
    if (doelen.every((doel, i) => past(ws[van + i], doel, van + i === ws.length - 1, doelen.length < 2))) return true;
  }
  return false;
}

function staatIn(ws, doelen) {
  let vermoed = 0;
  for (const doel of doelen) {
    const beste = Math.max(...ws.map((w, i) => past(w, doel, i === ws.length - 1, doelen.length < 2)));
    if (!beste) return false;
    if (beste < 2 && doel[0].length < 5) vermoed++;
  }
  // Bij korte woorden hoogstens een vermoeden; anders lijkt alles op elkaar.
  return vermoed < 2;
}

/** Het eerste crisisblok dat bij de vraag past, of null. `blokken` komen uit crisis.yaml; `bestaat` zegt of een woord gewoon Nederlands is. */
export function vindCrisis(vraag, blokken, vormen, bestaat = () => false) {
  const ws = woorden(vraag).slice(0, 40).map((w) => [w, stam(w, vormen), klank(w), bestaat(w)]);
  const aaneen = ws.map((w) => w[0]).join("");
  for (const blok of blokken) {
    for (const zin of zinnenVan(blok, vormen)) {
      const samen = zin.doelen.map((d) => d[0]).join("");
      const aanElkaar = !zin.heel && samen.length > 8 && aaneen.includes(samen);
      if (raakt(zin, ws) || aanElkaar) return { ...blok, woord: zin.zin };
    }
  }
  return null;
}
