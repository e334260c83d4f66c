// Voor het eerste tekenen. Staat er een vraag in het adres, dan wacht de pagina op haar uitslag en verspringt er niets.
// De werker gaat vast aan het werk (bron.js neemt hem over), en de index komt tegelijk met zijn script.
{
  const vraag = [...new URLSearchParams(location.search)].some(([naam, waarde]) => naam !== "nu" && waarde.trim());
  const hier = document.currentScript.src,
    bij = (naam) => new URL(naam, hier);
  const haal = (naam) =>
    fetch(bij(naam)).then(
      (a) => (a.ok ? a.text() : ""),
      () => "",
    );
  if (vraag) document.documentElement.dataset.zoekWacht = "";
  try {
    const namen = ["kern.json", "crisis.json", "tonen.json", "rest.json"].slice(0, vraag ? 4 : 3);
    const werker = new Worker(bij("werker.js"), { type: "module", name: namen.join(" ") });
    werker.addEventListener("error", () => (globalThis.zoekwerker = null));
    globalThis.zoekwerker = werker;
    const stuur = (naam) => haal(naam).then((tekst) => werker.postMessage({ soort: "bestand", naam, tekst }));
    const eerst = namen.slice(0, 3).map(stuur);
    // De rest is het grootst; op een trage lijn houdt die anders de eerste uitslag op.
    if (vraag) Promise.all(eerst).then(() => stuur("rest.json"));
  } catch {
    // Zonder werker zoekt de pagina zelf.
  }
}
