// De dienst (service worker) van de balie: bewaart een heel stel bestanden van een bouw en geeft die, ook zonder
// internet.
// De bouw zet hierboven VERSIE (de vingerafdruk van die bestanden) en BESTANDEN. Het bereik is alleen /kcc/: geen
// andere pagina hangt ervan af.
/* global VERSIE, BESTANDEN */

const BEGIN = `sociale-kaart-balie ${self.registration.scope} `;
const NAAM = BEGIN + VERSIE;
const ADRESSEN = new Set(BESTANDEN.map((pad) => new URL(pad, self.location.href).href));

/** Een verzoek als adres van een bestand in de kast: zonder vraag, anker en index.html. */
function kaal(adres) {
  const url = new URL(adres);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

self.addEventListener("install", (gebeurtenis) => {
  // Alles of niets: lukt een bestand niet, dan blijft het oude stel heel.
  gebeurtenis.waitUntil(
    caches
      .open(NAAM)
      .then((kast) => kast.addAll([...ADRESSEN].map((adres) => new Request(adres, { cache: "reload" })))),
  );
});

self.addEventListener("activate", (gebeurtenis) => {
  gebeurtenis.waitUntil(
    (async () => {
      const oud = (await caches.keys()).filter((naam) => naam.startsWith(BEGIN) && naam !== NAAM);
      await Promise.all(oud.map((naam) => caches.delete(naam)));
      await self.clients.claim();
    })(),
  );
});

// Zo lang mag de server erover doen om te zeggen of er iets nieuws is; daarna geldt wat er bewaard is.
const GEDULD = 2500;
// Er staat een nieuwer stel op de server. Dan komt alles daarvandaan, tot dat stel hier bewaard is.
let verouderd = false;
const verse = new Set();

async function isVerouderd() {
  try {
    const antwoord = await fetch(self.location.href, { cache: "no-store", signal: AbortSignal.timeout(GEDULD) });
    return antwoord.ok && !(await antwoord.text()).startsWith(`const VERSIE = "${VERSIE}";`);
  } catch {
    return false;
  }
}

/** Uit het nieuwste stel dat heel is; een stel komt in een keer in zijn kast. */
async function uitKast(adres) {
  const namen = (await caches.keys()).filter((naam) => naam.startsWith(BEGIN)).reverse();
  for (const naam of verouderd ? namen : [NAAM]) {
    const bewaard = await (await caches.open(naam)).match(adres);
    if (bewaard) return bewaard;
  }
  return undefined;
}

async function geef(adres, { clientId, resultingClientId, request }) {
  const opent = request.mode === "navigate";
  if (opent) verouderd = await isVerouderd();
  if (verouderd) {
    const vers = await fetch(adres, { cache: "no-cache" }).catch(() => null);
    if (vers?.ok && opent) verse.add(resultingClientId || clientId);
    if (vers?.ok) return vers;
  }
  return (await uitKast(adres)) || fetch(request);
}

self.addEventListener("message", ({ data, source, ports }) => {
  if (data === "neem-over") self.skipWaiting();
  if (data === "ben-ik-vers") ports[0].postMessage(verse.has(source.id));
});

self.addEventListener("fetch", (gebeurtenis) => {
  const adres = kaal(gebeurtenis.request.url);
  if (gebeurtenis.request.method === "GET" && ADRESSEN.has(adres)) gebeurtenis.respondWith(geef(adres, gebeurtenis));
});
