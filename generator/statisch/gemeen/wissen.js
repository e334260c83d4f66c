// De knop op de privacypagina: alles weg wat deze site in deze browser bewaarde. Alles van ons begint met dezelfde naam.

const BEGIN = "sociale-kaart";
const kop = document.getElementById("wat-uw-browser-bewaart");
const site = new URL("../../", import.meta.url).href;

/** De opslag van deze browser voor zover die mag; een browser kan haar weigeren. */
function opslagen() {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

const sleutels = (opslag) => Object.keys(opslag).filter((naam) => naam.startsWith(BEGIN));

async function kasten() {
  return "caches" in window ? (await caches.keys()).filter((naam) => naam.startsWith(BEGIN)) : [];
}

async function diensten() {
  const alle = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistrations() : [];
  return alle.filter((dienst) => dienst.scope.startsWith(site));
}

async function tel() {
  const los = opslagen().reduce((som, opslag) => som + sleutels(opslag).length, 0);
  return los + (await kasten()).length + (await diensten()).length;
}

async function wis() {
  for (const opslag of opslagen()) for (const naam of sleutels(opslag)) opslag.removeItem(naam);
  for (const dienst of await diensten()) await dienst.unregister();
  for (const naam of await kasten()) await caches.delete(naam);
  dispatchEvent(new CustomEvent("lijstje"));
}

const knop = Object.assign(document.createElement("button"), { type: "button", textContent: "Wis alles in deze browser" });
const bericht = document.createElement("p");
bericht.setAttribute("role", "status");

async function zeg(gewist) {
  const aantal = await tel().catch(() => 0);
  bericht.dataset.aantal = aantal;
  if (gewist) bericht.textContent = aantal ? "Niet alles is weg. Wis de gegevens in uw browser zelf." : "Alles is gewist.";
  else bericht.textContent = aantal ? "Er staat nu iets in deze browser." : "Er staat nu niets in deze browser.";
}

knop.addEventListener("click", async () => {
  await wis().catch(() => {});
  await zeg(true);
});

let einde = kop;
while (einde.nextElementSibling && !/^H[12]$/.test(einde.nextElementSibling.tagName)) einde = einde.nextElementSibling;
const regel = document.createElement("p");
regel.append(knop);
einde.after(regel, bericht);
await zeg(false);
