// De beginpagina van een regio: een vraag met een plaats gaat naar de site van die gemeente. Alleen haar index wordt
// opgehaald, en van de andere gemeenten een stukje van de index van namen. Wat iemand typt gaat nergens heen.

import { koppelSnelweg } from "../gemeen/snelweg.js";
import { maakZoeker } from "../zoek/bron.js";
import { isToets, koppelNoodvak } from "../zoek/crisisblok.js";
import { maak, maakResultaat } from "../zoek/weergave.js";
import { bladenVoor, vindNamen, zoekwoordenVan } from "./namen.js";
import { vindPlek } from "./plek.js";

const MEEST = 10,
  MEEST_NAMEN = 20,
  MEEST_ELDERS = 5,
  MEEST_PLEKKEN = 3;
const wortel = document.documentElement.dataset.wortel;
const deel = (naam) => document.querySelector(`[data-regio-${naam}]`);
const vorm = deel("vorm"),
  vak = deel("vak"),
  keuze = deel("keuze"),
  crisis = deel("crisis"),
  melding = deel("melding"),
  uitslagBlok = deel("uitslag"),
  namenBlok = deel("namen");
const zoekers = new Map(),
  bestanden = new Map();
let beurt = 0,
  typt = false;

/** Een bestand van de regio, een keer. */
function haal(pad) {
  if (!bestanden.has(pad))
    bestanden.set(
      pad,
      fetch(wortel + pad).then((a) => (a.ok ? a.json() : Promise.reject(new Error(pad)))),
    );
  return bestanden.get(pad);
}

/**
 * De zoeker van een site, met haar eigen script en haar eigen index; zij past dus altijd bij haar gegevens. `ververs` hoort
 * dat er meer van die index is, `vol` dat alles er is of niet meer komt.
 */
function zoekerVan(onder) {
  if (!zoekers.has(onder)) {
    const zelf = { vol: false, ververs: onder ? () => {} : zoekNood };
    const adres = new URL(`${wortel}${onder}assets/zoek/werker.js`, document.baseURI);
    const bijRest = () => {
      zelf.vol = true;
      zelf.ververs();
    };
    zoekers.set(onder, Object.assign(zelf, maakZoeker(bijRest, adres, () => zelf.ververs())));
  }
  return zoekers.get(onder);
}

const toonCrisis = koppelNoodvak(crisis, () => {
  crisis.append(deel("snelweg").content.cloneNode(true));
  return koppelSnelweg(crisis);
});

/** Nood herkent de regio zelf, want die wacht niet op een plaats. */
async function zoekNood() {
  const vraag = vak.value;
  if (!vraag.trim()) return toonCrisis(null, typt);
  const uitslag = await zoekerVan("")
    .zoek(vraag, {}, 0)
    .catch(() => null);
  if (uitslag && uitslag.vraag === vak.value) toonCrisis(uitslag, typt);
  return undefined;
}

const link = (href, tekst) => maak("a", { href, dir: "auto" }, tekst);
const wegNaar = ([, weg], pad = "") => (weg.startsWith("https:") ? weg : wortel + weg) + pad;
const zoekweg = (site, vraag) => wegNaar(site, `zoeken/?q=${encodeURIComponent(vraag)}`);

function zeg(...regels) {
  melding.replaceChildren(...regels.map((r) => maak("p", { class: "melding" }, ...r)));
}

/** Vraag om een gemeente; kan het er een uit een paar zijn, dan staan die er als link. */
function vraagPlek(vraag, kunnen, naam, gemeenten) {
  keuze.value = "";
  if (kunnen.length > 1) {
    const links = kunnen.map((nr) => {
      const params = new URLSearchParams({ q: vraag, gemeente: gemeenten.sites[nr][2][0] });
      return maak("li", {}, link(`?${params}`, gemeenten.sites[nr][0]));
    });
    zeg([`‘${naam}’ kan in meer dan een gemeente zijn. In welke zoekt u?`]);
    return melding.append(maak("ul", { class: "links" }, ...links));
  }
  const onbekend = naam ? `De postcode ${naam} kennen wij niet. ` : "";
  return zeg([`${onbekend}In welke gemeente zoekt u hulp? Typ uw woonplaats erbij, of kies uw gemeente hierboven.`]);
}

/** Bij een postcode die twee gemeenten delen: wie van hen kent de letters? */
async function metPostcode(kunnen, postcode, gemeenten) {
  const [cijfers, letters] = postcode.split(" ");
  const kent = await Promise.all(
    kunnen.map((nr) =>
      gemeenten.sites[nr][1].startsWith("https:")
        ? true
        : haal(`${gemeenten.sites[nr][1]}data/postcodes/${cijfers}.json`).then(
            (tabel) => (tabel.postcodes[letters] || []).length > 0,
            () => false,
          ),
    ),
  );
  const over = kunnen.filter((_, i) => kent[i]);
  return over.length ? over : kunnen;
}

function toonSite(nr, vraag, over, gemeenten, nu) {
  const site = gemeenten.sites[nr],
    [naam, weg] = site;
  uitslagBlok.hidden = true;
  if (!over.trim()) return zeg([link(wegNaar(site), `Naar de sociale kaart van ${naam}`)]);
  if (weg.startsWith("https:"))
    return zeg([
      `De sociale kaart van ${naam} staat op een andere site. `,
      link(zoekweg(site, vraag), `Zoek daar verder: ${over}`),
    ]);
  zeg([`Bezig met zoeken in ${naam}…`]);
  return zoekDaar(site, vraag, over, () => nu === beurt);
}

/** Zoek op een site. Wat haar kern zeker weet komt meteen en blijft voorop; de rest komt als de hele index er is. */
function zoekDaar(site, vraag, over, geldt) {
  const zoeker = zoekerVan(site[1]);
  let eerste = "";
  return new Promise((klaar) => {
    zoeker.ververs = async () => {
      const uitslag = await zoeker.zoek(over, {}, MEEST).catch(() => "mis");
      if (!geldt()) return klaar();
      // Zonder uitslag is er al een volgende vraag onderweg.
      if (!uitslag) return undefined;
      if (uitslag === "mis") {
        zeg([link(zoekweg(site, vraag), `Zoek verder op de sociale kaart van ${site[0]}`)]);
        return klaar();
      }
      toonCrisis(uitslag, typt);
      if (zoeker.vol || (uitslag.genoeg && !uitslag.voorlopig)) {
        uitslag.kaarten.sort((a, b) => Number(b.pad === eerste) - Number(a.pad === eerste));
        eerste = uitslag.kaarten[0]?.pad || "";
        toonUitslag(site, uitslag, vraag);
      }
      return zoeker.vol ? klaar() : undefined;
    };
    zoeker.maakVolledig();
    zoeker.ververs();
  });
}

function toonUitslag(site, uitslag, vraag) {
  const [naam] = site,
    n = uitslag.aantal === 1 ? "1 resultaat" : `${uitslag.aantal} resultaten`;
  zeg();
  uitslagBlok.hidden = false;
  deel("kop").textContent = uitslag.aantal
    ? `${n} in ${naam} voor ‘${uitslag.vraag.trim()}’`
    : `Niets gevonden in ${naam} voor ‘${uitslag.vraag.trim()}’`;
  deel("lijst").replaceChildren(...uitslag.kaarten.map((k) => maakResultaat(k, wegNaar(site))));
  deel("verder").replaceChildren(
    link(
      zoekweg(site, vraag),
      uitslag.aantal ? `Alles op de sociale kaart van ${naam}` : `Zoek verder op de sociale kaart van ${naam}`,
    ),
  );
  document.dispatchEvent(new CustomEvent("stand:ververs"));
}

/** De namen met al deze woorden; met een gekozen site alleen wat er in een andere is. */
async function toonNamen(over, gekozen, gemeenten, nu) {
  const ws = zoekwoordenVan(over, gemeenten.stop.split(" "));
  const { begin } = ws.length ? await haal("namen/wijzer.json") : { begin: [] };
  const bladen = begin.length
    ? await Promise.all(bladenVoor(ws, begin).map((nummer) => haal(`namen/${nummer}.json`)))
    : [];
  if (nu !== beurt) return;
  const gevonden = vindNamen(ws, bladen).filter(({ waar }) => !waar.some(([, nr]) => nr === gekozen));
  const meest = gekozen === null ? MEEST_NAMEN : MEEST_ELDERS;
  namenBlok.hidden = !gevonden.length;
  deel("namenkop").textContent = gekozen === null ? "Met deze naam" : "Met deze naam in een andere gemeente";
  deel("namenlijst").replaceChildren(...gevonden.slice(0, meest).map((g) => maakNaam(g, gemeenten.sites)));
  deel("namenmeer").hidden = gevonden.length <= meest;
}

function maakNaam({ naam, soort, waar }, sites) {
  const map = soort === "o" ? "organisaties" : "voorzieningen";
  if (sites.length > 1 && waar.length === sites.length)
    return maak("li", {}, maak("strong", { dir: "auto" }, naam), " in elke gemeente: kies er hierboven een");
  const links = waar
    .slice(0, MEEST_PLEKKEN)
    .flatMap(([id, nr], i) => [i ? ", " : "", maakLink(naam, sites[nr], `${map}/${id}/`)]);
  const meer = waar.length > MEEST_PLEKKEN ? ` en in ${waar.length - MEEST_PLEKKEN} andere` : "";
  return maak("li", {}, maak("strong", { dir: "auto" }, naam), " in ", ...links, meer);
}

const maakLink = (naam, site, pad) =>
  maak("a", { href: wegNaar(site, pad) }, maak("span", { class: "verborgen" }, `${naam} in `), site[0]);

async function werk() {
  const nu = ++beurt,
    vraag = vak.value.trim(),
    gevraagd = keuze.value;
  uitslagBlok.hidden = namenBlok.hidden = true;
  if (zoekers.has("") || !vraag) zoekNood();
  if (!vraag && !gevraagd) return zeg();
  try {
    const gemeenten = await haal("gemeenten.json");
    const plek = vindPlek(vraag, gemeenten);
    let { sites } = plek;
    if (sites.length > 1 && plek.postcode) sites = await metPostcode(sites, plek.postcode, gemeenten);
    const gekozen = gemeenten.sites.findIndex(([, , slugs]) => slugs.includes(gevraagd));
    if (gekozen >= 0 && (!sites.length || sites.includes(gekozen))) sites = [gekozen];
    if (nu !== beurt) return undefined;
    const een = sites.length === 1 ? sites[0] : null;
    // De site van de plaats herkent nood ook; wie zonder plaats of voor een site elders zoekt, heeft alleen deze pagina.
    if (een === null || gemeenten.sites[een][1].startsWith("https:")) zoekNood();
    if (een === null) vraagPlek(vraag, sites, plek.naam, gemeenten);
    else if (een !== gekozen) [keuze.value] = gemeenten.sites[een][2];
    await Promise.all([
      een === null ? null : toonSite(een, vraag, plek.over, gemeenten, nu),
      toonNamen(plek.over, een, gemeenten, nu).catch(() => {}),
    ]);
  } catch {
    zeg(["Zoeken lukt nu niet. Laad de pagina opnieuw, of kies hieronder uw gemeente."]);
  }
  if (nu === beurt) document.documentElement.dataset.regioKlaar = vraag;
  return undefined;
}

function leesAdres() {
  const params = new URLSearchParams(location.search);
  vak.value = params.get("q") || "";
  keuze.value = params.get("gemeente") || "";
  if (keuze.selectedIndex < 0) keuze.value = "";
  typt = false;
  werk();
}

/** Wat iemand vraagt staat in het adres: zo werkt "terug", en is de vraag te bewaren. */
function bewaarAdres() {
  const params = new URLSearchParams();
  if (vak.value.trim()) params.set("q", vak.value.trim());
  if (keuze.value) params.set("gemeente", keuze.value);
  const nu = new URLSearchParams(location.search).get("nu");
  if (nu) params.set("nu", nu);
  history.pushState(null, "", `?${params}`);
}

vorm.addEventListener("submit", async (gebeurtenis) => {
  gebeurtenis.preventDefault();
  typt = false;
  bewaarAdres();
  await werk();
  if (!uitslagBlok.hidden) deel("kop").focus();
  else if (vak.value.trim() && !keuze.value) keuze.focus();
});
vak.addEventListener("input", (gebeurtenis) => {
  typt = isToets(gebeurtenis);
  zoekNood();
});
addEventListener("popstate", leesAdres);
leesAdres();
