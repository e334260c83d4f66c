// De dienst (service worker) van de balie: bewaart een heel stel bestanden van een bouw en geeft die, ook zonder internet.
// De bouw zet hierboven VERSIE (de vingerafdruk van die bestanden) en BESTANDEN. Het bereik is alleen /kcc/: geen andere pagina hangt ervan af.
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
  gebeurtenis.waitUntil(caches.open(NAAM).then((kast) => kast.addAll([...ADRESSEN].map((adres) => new Request(adres, { cache: "reload" })))));
});

self.addEventListener("activate", (gebeurtenis) => {
  gebeurtenis.waitUntil((async () => {
    const oud = (await caches.keys()).filter((naam) => naam.startsWith(BEGIN) && naam !== NAAM);
    await Promise.all(oud.map((naam) => caches.delete(naam)));
    await self.clients.claim();
  })());
});

self.addEventListener("message", (gebeurtenis) => {
  if (gebeurtenis.data === "neem-over") self.skipWaiting();
});

self.addEventListener("fetch", (gebeurtenis) => {
  const adres = kaal(gebeurtenis.request.url);
  if (gebeurtenis.request.method !== "GET" || !ADRESSEN.has(adres)) return;
  gebeurtenis.respondWith(caches.open(NAAM).then((kast) => kast.match(adres)).then((bewaard) => bewaard || fetch(gebeurtenis.request)));
});
