// Wat iemand invult, blijft in deze browser tot het verstuurd of gewist is. Er gaat niets naar ons.

const SLEUTEL = "sociale-kaart-melding";
const MEEST = 10;

function lees() {
  try {
    const alles = JSON.parse(localStorage.getItem(SLEUTEL));
    return alles && typeof alles === "object" && !Array.isArray(alles) ? alles : {};
  } catch {
    return {};
  }
}

function schrijf(alles) {
  try {
    if (Object.keys(alles).length) localStorage.setItem(SLEUTEL, JSON.stringify(alles));
    else localStorage.removeItem(SLEUTEL);
    return true;
  } catch {
    return false;
  }
}

/** Het concept bij een plek ("nieuw" voor een nieuwe), of null. */
export function leesConcept(wie) {
  const concept = lees()[wie];
  return concept && typeof concept === "object" && concept.nieuw && concept.oud ? concept : null;
}

/** Bewaar een concept; false als deze browser dat niet toestaat. De oudste gaan weg als het er te veel worden. */
export function bewaarConcept(wie, concept) {
  const { [wie]: vorig, ...rest } = lees();
  return schrijf(Object.fromEntries([...Object.entries(rest).slice(1 - MEEST), [wie, concept]]));
}

export function wisConcept(wie) {
  const { [wie]: weg, ...rest } = lees();
  schrijf(rest);
}

/** Alle concepten als [wie, concept]. */
export const alleConcepten = () => Object.entries(lees());

export const wisAlles = () => schrijf({});
