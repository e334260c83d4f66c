// Voor het eerste tekenen. Staat er een vraag in het adres, dan wacht de pagina op haar uitslag en verspringt er niets;
// de werker gaat vast aan het werk (bron.js neemt hem over).
if ([...new URLSearchParams(location.search)].some(([naam, waarde]) => naam !== "nu" && waarde.trim())) {
  document.documentElement.dataset.zoekWacht = "";
  try {
    const werker = new Worker(new URL("werker.js", document.currentScript.src), { type: "module" });
    werker.addEventListener("error", () => (globalThis.zoekwerker = null));
    globalThis.zoekwerker = werker;
  } catch {
    // Zonder werker zoekt de pagina zelf.
  }
}
