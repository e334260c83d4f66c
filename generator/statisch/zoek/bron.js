// De kant van de pagina: een werker starten (of zonder werker zelf zoeken) en vragen stellen. Er gaat niets naar
// buiten.

// Het moment waarop iemand de site bekijkt, als dat niet nu is.
const NU = new URLSearchParams(location.search).get("nu") || "";

function metWerker(meld, adres) {
  // Op de zoekpagina kan de werker al begonnen zijn (wacht.js).
  const werker = globalThis.zoekwerker || new Worker(adres, { type: "module" });
  const wachten = new Map();
  let nummer = 0;
  werker.addEventListener("message", ({ data }) => {
    const wacht = wachten.get(data.nummer);
    if (!wacht) return meld(data.soort);
    wachten.delete(data.nummer);
    if (data.soort === "fout") wacht.mis(new Error(data.tekst));
    else wacht.klaar(data.uitslag || null);
  });
  werker.addEventListener("error", (gebeurtenis) => {
    for (const wacht of wachten.values()) wacht.mis(gebeurtenis);
    wachten.clear();
  });
  return {
    zoek: (vraag, keuze, aantal) =>
      new Promise((klaar, mis) => {
        wachten.set(++nummer, { klaar, mis });
        werker.postMessage({ nummer, vraag, keuze, aantal, nu: NU });
      }),
    maakVolledig: () => werker.postMessage({ soort: "volledig" }),
  };
}

async function zonderWerker(meld, adres) {
  // Naast de werker, ook als die van een andere site is: elke dienst haalt haar eigen index op.
  const { maakDienst } = await import(new URL("dienst.js", adres));
  const dienst = maakDienst(meld);
  return {
    zoek: (vraag, keuze, aantal) => dienst.zoek({ vraag, keuze, aantal, nu: NU }),
    maakVolledig: () => dienst.maakVolledig(),
  };
}

/**
 * Een zoeker: `zoek(vraag, keuze, aantal)` belooft een uitslag, of null als er al een nieuwere vraag is.
 * `maakVolledig()` haalt de rest op; daarna (of als dat niet lukt) roept hij `bijRest(soort)` met "volledig" of "half".
 * `bijNood()` hoort dat alle woorden van nood er zijn.
 */
export function maakZoeker(bijRest = () => {}, werker = new URL("werker.js", import.meta.url), bijNood = () => {}) {
  const meld = (soort) => (soort === "nood" ? bijNood() : bijRest(soort));
  let bron = null;
  try {
    bron = Promise.resolve(metWerker(meld, werker));
  } catch {
    bron = zonderWerker(meld, werker);
  }
  return {
    zoek: (vraag, keuze = {}, aantal = 20) => bron.then((b) => b.zoek(vraag, keuze, aantal)),
    maakVolledig: () => bron.then((b) => b.maakVolledig()),
  };
}
