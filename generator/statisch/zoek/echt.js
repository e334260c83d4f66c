// Welke woorden gewoon Nederlands zijn. Puur. De zeef komt uit generator/zoeken/taal.py.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 als bytes; atob kent de kale V8 niet. */
function ontcijfer(tekst) {
  const uit = [];
  let bits = 0,
    aantal = 0;
  for (const letter of tekst.replace(/=+$/, "")) {
    bits = (bits << 6) | LETTERS.indexOf(letter);
    aantal += 6;
    if (aantal < 8) continue;
    aantal -= 8;
    uit.push((bits >> aantal) & 255);
  }
  return uit;
}

function strooi(woord, zaad) {
  let getal = (2166136261 ^ zaad) >>> 0;
  for (let i = 0; i < woord.length; i++) getal = Math.imul(getal ^ woord.charCodeAt(i), 16777619) >>> 0;
  return (getal ^ (getal >>> 15)) >>> 0;
}

// Daarna komt de reden, en voor wie het is: dat zegt minder dan de vraag zelf.
const REDEN = new Set(["want", "omdat"]);

// "Buurvrouw 84", "mijn oom van 60": dan gaat de vraag niet over buren of familie, maar over wat die mens nodig heeft.
const LEEFTIJD = /^(van )?[2-9]\d\b/;

/** De woorden die er maar bij staan: de reden achter een vraag, en de volwassene voor wie iemand vraagt. */
function vindBijzaak(alle, kern, verwanten) {
  const uit = new Set(),
    reden = alle.findIndex((w, i) => REDEN.has(w) && alle.slice(0, i).some((voor) => kern.includes(voor)));
  if (reden > 0) for (const w of alle.slice(reden)) if (!alle.slice(0, reden).includes(w)) uit.add(w);
  alle.forEach((w, i) => {
    const voorIemand = i > 2 && alle[i - 2] === "voor",
      metLeeftijd = LEEFTIJD.test(alle.slice(i + 1, i + 3).join(" "));
    if (verwanten.has(w) && (voorIemand || metLeeftijd)) uit.add(w);
  });
  return uit;
}

/**
 * Wat er van een woord bekend is: `ruis` (zegt niets over wat iemand zoekt), `bijzaak`, `echt` (geen tikfout van een ander) en
 * `deel` (hoe zwaar het telt, naar hoe gewoon het is).
 */
export function maakGewoneTaal(json, g) {
  const zeef = ontcijfer(json.echt),
    verwanten = new Set(json.verwanten.split(" ")),
    deel = new Map();
  for (const w of json.gewoon.split(" ")) deel.set(w, g.gewoon);
  for (const w of json.heelGewoon.split(" ")) deel.set(w, g.heelGewoon);
  return {
    ruis: new Set(json.ruis.split(" ")),
    bijzaak: (alle, kern) => vindBijzaak(alle, kern, verwanten),
    deel: (w) => deel.get(w) || 1,
    echt(w) {
      if (!zeef.length || w.length < 4) return false;
      for (let zaad = 0; zaad < 8; zaad++) {
        const plek = strooi(w, zaad) % (zeef.length * 8);
        if (!(zeef[plek >> 3] & (1 << (plek & 7)))) return false;
      }
      return true;
    },
  };
}
