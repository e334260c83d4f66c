// Het lijstje: wat iemand bewaart om te printen of te delen. Het staat alleen in deze browser.

const SLEUTEL = "sociale-kaart-lijstje";
const GOED = /^[a-z0-9-]{1,64}$/;
export const MEEST = 40;

/** De ids op het lijstje, in de volgorde van toevoegen. Zonder opslag is het lijstje leeg. */
export function leesLijstje() {
  try {
    const ids = JSON.parse(localStorage.getItem(SLEUTEL));
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string" && GOED.test(id)).slice(0, MEEST) : [];
  } catch {
    return [];
  }
}
