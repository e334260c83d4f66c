// Het lijstje: wat iemand bewaart om te printen of te delen. Het staat alleen in deze browser; er gaat niets naar ons.

const SLEUTEL = "sociale-kaart-lijstje";
const GOED = /^[a-z0-9-]{1,64}$/;
export const MEEST = 40;

/** Alleen ids die kunnen bestaan, elk een keer, hoogstens MEEST. */
export function schoon(ids) {
  const goed = (Array.isArray(ids) ? ids : []).filter((id) => typeof id === "string" && GOED.test(id));
  return [...new Set(goed)].slice(0, MEEST);
}

/** De ids op het lijstje, in de volgorde van toevoegen. Zonder opslag is het lijstje leeg. */
export function leesLijstje() {
  try {
    return schoon(JSON.parse(localStorage.getItem(SLEUTEL)));
  } catch {
    return [];
  }
}

/** Bewaar het lijstje; false als deze browser dat niet toestaat. Een leeg lijstje laat niets achter. */
export function bewaarLijstje(ids) {
  try {
    if (ids.length) localStorage.setItem(SLEUTEL, JSON.stringify(schoon(ids)));
    else localStorage.removeItem(SLEUTEL);
    dispatchEvent(new CustomEvent("lijstje"));
    return true;
  } catch {
    return false;
  }
}

/** Zet erop of haal eraf. Geeft "erop", "eraf", "vol" of "niet" (de browser bewaart niets). */
export function wissel(id) {
  const ids = leesLijstje();
  const erop = !ids.includes(id);
  if (erop && ids.length >= MEEST) return "vol";
  if (!bewaarLijstje(erop ? [...ids, id] : ids.filter((i) => i !== id))) return "niet";
  return erop ? "erop" : "eraf";
}

/** De ids uit het deel van het adres na #, dat nooit naar de server gaat. */
export function uitAdres(hash) {
  try {
    return schoon(decodeURIComponent(hash.replace(/^#/, "")).split(","));
  } catch {
    // een adres dat onderweg beschadigd is
    return [];
  }
}

/** Het adres om een lijstje te delen. */
export function deelAdres(ids, wortel) {
  return new URL(`lijstje/#${schoon(ids).join(",")}`, new URL(wortel, location.href)).href;
}
