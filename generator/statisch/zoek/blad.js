// De zoekpagina: typen, filteren, terugkomen. Wat iemand typt blijft in het adres van deze pagina en gaat nergens heen.

import { koppelSnelweg } from "../gemeen/snelweg.js";
import { maakZoeker } from "./bron.js";
import { isToets, koppelNoodvak } from "./crisisblok.js";
import { leesKeuze, schrijfKeuze, telKeuzes } from "./keuze.js";
import { vindPostcode } from "./postcode.js";
import { maakRustig } from "./rustig.js";
import { maak, maakResultaat } from "./weergave.js";

const STAP = 20,
  // Wat van een eerste uitslag in beeld past; de andere kaartjes komen met de rest.
  EERST = 6,
  GEDULD = 500;
const wortel = document.documentElement.dataset.wortel || "./";
const blad = document.querySelector("[data-zoekblad]");
const deel = (naam) => blad.querySelector(`[data-zoek-${naam}]`);
const invoer = deel("vak"),
  vorm = deel("vorm"),
  filters = deel("filters"),
  lijst = deel("lijst"),
  crisis = deel("crisis");
const aantalRegel = deel("aantal"),
  melding = deel("melding"),
  niets = deel("niets"),
  begin = deel("begin"),
  meer = deel("meer"),
  uitslagBlok = deel("uitslag");

let toon = (history.state && history.state.toon) || STAP;
let stand = "kern"; // kern -> volledig of half
let straksVroeg = 0,
  vroeg = null; // vroeg: wat alleen op de kern al getoond is
let typt = false;
let straksAdres = 0,
  straksMelding = 0;
const precies = filters.querySelector("details");
const postcodes = Boolean(filters.elements.postcode);
const tabellen = {}; // postcodes, zoals opgehaald
const zoeker = maakZoeker(
  (soort) => {
    stand = soort;
    werk(false);
  },
  undefined,
  () => werk(false),
);
// Met een vraag in het adres is de rest zeker nodig: die hoeft niet op de eerste uitslag te wachten.
if ("zoekWacht" in document.documentElement.dataset) zoeker.maakVolledig();

function keuze() {
  return leesKeuze(
    new URLSearchParams([...new FormData(filters)].filter(([, waarde]) => waarde).map(([n, w]) => [n, String(w)])),
  );
}

function zetVelden(params) {
  invoer.value = params.get("q") || "";
  const gekozen = leesKeuze(params);
  for (const veld of filters.elements) {
    if (veld.type === "checkbox") veld.checked = gekozen[veld.name];
    else if (veld.name in gekozen)
      veld.value = [...veld.options].some((o) => o.value === gekozen[veld.name]) ? gekozen[veld.name] : "";
  }
}

function bewaarAdres() {
  clearTimeout(straksAdres);
  straksAdres = setTimeout(() => {
    const nu = new URLSearchParams(location.search).get("nu");
    const vraag = [schrijfKeuze(invoer.value.trim(), keuze()), nu && `nu=${encodeURIComponent(nu)}`]
      .filter(Boolean)
      .join("&");
    history.replaceState({ ...history.state, toon }, "", vraag ? `?${vraag}` : location.pathname);
  }, 200);
}

function zeg(tekst) {
  aantalRegel.textContent = tekst;
  clearTimeout(straksMelding);
  straksMelding = setTimeout(() => {
    melding.textContent = tekst;
  }, 700);
}

const toonCrisis = koppelNoodvak(crisis, () => {
  crisis.append(deel("snelweg").content.cloneNode(true));
  return koppelSnelweg(crisis);
});

function toonNiets(uitslag) {
  const plek = niets.querySelector("[data-zoek-bedoelde]");
  plek.replaceChildren();
  if (uitslag.suggesties.length) {
    plek.append("Bedoelde u ");
    uitslag.suggesties.forEach((s, i) => {
      const knop = maak("button", { type: "button", class: "tekstknop" }, s);
      knop.addEventListener("click", () => {
        invoer.value = s;
        werk();
        invoer.focus();
      });
      plek.append(i ? ", " : "", knop);
    });
    plek.append("?");
  }
  const filter = niets.querySelector("[data-zoek-filterweg]");
  filter.hidden = !uitslag.zonderFilter;
  const mist = niets.querySelector("[data-zoek-mist]");
  mist.href = `${mist.href.split("#")[0]}#${new URLSearchParams({ mist: uitslag.vraag.trim() })}`;
  const mail = niets.querySelector("[data-zoek-mail]");
  if (mail)
    mail.href = `${mail.dataset.zoekMail}?subject=${encodeURIComponent("Niet gevonden in de sociale kaart")}&body=${encodeURIComponent(
      `Ik zocht: ${uitslag.vraag}\n\nIk had verwacht te vinden:\n`,
    )}`;
}

function toonTelling(telling) {
  for (const veld of filters.elements) {
    const getallen = telling && telling[veld.name];
    if (getallen === undefined || getallen === null) continue;
    if (veld.type === "checkbox") {
      veld.closest("label").querySelector("[data-telling]").textContent = ` (${getallen})`;
      veld.disabled = getallen === 0 && !veld.checked;
      continue;
    }
    for (const optie of veld.options) {
      if (!optie.value) continue;
      optie.dataset.naam = optie.dataset.naam || optie.textContent;
      optie.textContent = `${optie.dataset.naam} (${getallen[optie.value] || 0})`;
      optie.disabled = !getallen[optie.value] && !optie.selected;
    }
  }
  const gekozen = telKeuzes(keuze());
  deel("gekozen").textContent = gekozen ? ` (${gekozen})` : "";
  deel("wis").hidden = !gekozen;
}

function telTekst(uitslag) {
  const n = uitslag.aantal === 1 ? "1 resultaat" : `${uitslag.aantal} resultaten`;
  const onbekend = uitslag.onbekend
    ? `, van ${uitslag.onbekend} ${uitslag.onbekend === 1 ? "is" : "zijn"} de tijden niet bekend`
    : "";
  return (uitslag.vraag.trim() ? `${n} voor ‘${uitslag.vraag.trim()}’` : n) + onbekend;
}

function toonBezig(bezig) {
  if (bezig) document.documentElement.dataset.zoekBezig = "";
  else delete document.documentElement.dataset.zoekBezig;
  deel("bezig").hidden = !bezig || !invoer.value.trim();
}

function toonVreemd(taal) {
  for (const regel of blad.querySelectorAll("[data-zoek-taal]")) regel.hidden = regel.dataset.zoekTaal !== taal;
}

const rustig = maakRustig(toonUitslag, toonBezig);

/** Wacht de volgorde nog op de rest van de index, dan staat er "bezig"; wat er eenmaal staat, verspringt niet. */
function neemUitslag(uitslag) {
  toonCrisis(uitslag, typt);
  begin.hidden = begin.hidden || Boolean(uitslag.vraag.trim());
  clearTimeout(straksVroeg);
  if (stand !== "kern") return rustig.neem(houdVast(uitslag), typt);
  uitslagBlok.hidden = !uitslag.vraag.trim();
  toonBezig(true);
  // Bij een paar woorden is de rest vaak net op tijd, en die kent de eigen woorden van een plek.
  // Zonder alle woorden van nood nog niet: een noodblok dat later komt, zou alles wegduwen. En een kaartje dat groeit ook.
  if (!uitslag.voorlopig && uitslag.genoeg)
    straksVroeg = setTimeout(() => toonVroeg(uitslag), uitslag.vraag.trim().split(/\s+/).length > 3 ? 0 : GEDULD);
  return undefined;
}

/** Met een vraag in het adres wacht de pagina vanaf het begin (wacht.js), tot er iets te laten zien is. */
function klaarMetWachten() {
  delete document.documentElement.dataset.zoekWacht;
}

function toonVroeg(uitslag) {
  vroeg = { vraag: uitslag.vraag, eerste: uitslag.kaarten.slice(0, 2).map((k) => k.pad) };
  toonUitslag({ ...uitslag, kaarten: uitslag.kaarten.slice(0, EERST) });
  meer.hidden = true;
  toonBezig(Boolean(uitslag.vraag.trim()));
}

/** Wat bij deze vraag al voorop stond, blijft voorop. */
function houdVast(uitslag) {
  if (!vroeg || vroeg.vraag !== uitslag.vraag) return uitslag;
  const plek = (k) => vroeg.eerste.indexOf(k.pad) + 1 || 9;
  return { ...uitslag, kaarten: [...uitslag.kaarten].sort((a, b) => plek(a) - plek(b)) };
}

function toonUitslag(uitslag) {
  const leeg = !uitslag.vraag.trim() && !telKeuzes(keuze());
  klaarMetWachten();
  begin.hidden = !leeg;
  uitslagBlok.hidden = leeg;
  toonCrisis(uitslag, typt);
  lijst.replaceChildren(...(leeg ? [] : uitslag.kaarten.map((k) => maakResultaat(k, wortel))));
  toonBezig(false);
  deel("elders").replaceChildren(
    ...(leeg || !uitslag.elders ? [] : uitslag.blok.maakElders(uitslag.elders, deel("elders").dataset)),
  );
  deel("elders").hidden = leeg || !uitslag.elders;
  toonVreemd(leeg ? "" : uitslag.taal);
  niets.hidden = leeg || uitslag.aantal > 0 || Boolean(uitslag.elders);
  if (!niets.hidden) toonNiets(uitslag);
  meer.hidden = leeg || uitslag.aantal <= uitslag.kaarten.length;
  zeg(
    leeg
      ? ""
      : uitslag.aantal
        ? telTekst(uitslag)
        : uitslag.elders
          ? "Dit staat niet op deze sociale kaart."
          : `Niets gevonden voor ‘${uitslag.vraag.trim()}’`,
  );
  toonTelling(uitslag.telling);
  deel("toon").textContent = `Toon ${uitslag.aantal === 1 ? "het ene resultaat" : `de ${uitslag.aantal} resultaten`}`;
  deel("toon").disabled = leeg || !uitslag.aantal;
  document.dispatchEvent(new CustomEvent("stand:ververs"));
  if (stand === "kern") return;
  document.documentElement.dataset.zoekUitkomst = uitslag.uitkomst;
  document.documentElement.dataset.zoekKlaar = uitslag.vraag;
}

async function werk(opnieuw = true) {
  if (opnieuw) {
    toon = STAP;
    bewaarAdres();
  }
  try {
    const vraag = invoer.value,
      { postcode } = vindPostcode(vraag);
    const wijk = postcode && postcodes ? await wijkVan(postcode) : null;
    if (vraag !== invoer.value) return;
    const uitslag = await zoeker.zoek(
      vraag,
      { ...keuze(), eigen: wijk ? wijk.value : "", tellen: precies.open },
      toon,
    );
    if (uitslag && uitslag.elders) uitslag.blok = await import("./eldersblok.js");
    deel("mis").hidden = true;
    if (uitslag && uitslag.vraag === invoer.value) neemUitslag(uitslag);
    if (uitslag && !uitslag.volledig && stand === "kern") zoeker.maakVolledig();
  } catch {
    klaarMetWachten();
    begin.hidden = false;
    uitslagBlok.hidden = true;
    deel("mis").hidden = false;
  }
}

/** De keuze in de lijst met wijken bij een postcode, of null. De tabel komt van deze site. */
async function wijkVan(postcode) {
  const kaal = postcode.toUpperCase().replace(/[^0-9A-Z]/g, "");
  if (!/^[1-9]\d{3}[A-Z]{2}$/.test(kaal)) return null;
  const pad = `${wortel}data/postcodes/${kaal.slice(0, 4)}.json`;
  tabellen[pad] =
    tabellen[pad] ||
    fetch(pad)
      .then((a) => (a.ok ? a.json() : null))
      .catch(() => null);
  const tabel = await tabellen[pad];
  const paden = tabel ? (tabel.postcodes[kaal.slice(4)] || []).map((i) => tabel.gebieden[i][1]) : [];
  return [...filters.elements.gebied.options].find((o) => paden.includes(o.dataset.pad)) || null;
}

async function kiesPostcode(veld) {
  if (veld.value.replace(/\s/g, "").length < 6) return;
  const optie = await wijkVan(veld.value);
  deel("postcode-uitkomst").textContent = optie
    ? `Uw wijk is ${optie.dataset.naam || optie.textContent}.`
    : "Deze postcode kennen we niet. Kies uw wijk uit de lijst.";
  if (!optie) return;
  optie.selected = true;
  werk();
}

zetVelden(new URLSearchParams(location.search));
for (const el of blad.querySelectorAll("[data-met-script]")) el.hidden = false;
invoer.addEventListener("input", (gebeurtenis) => {
  typt = isToets(gebeurtenis);
  werk();
});
vorm.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  typt = false;
  rustig.nu();
  werk();
});
filters.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
filters.addEventListener("input", (gebeurtenis) =>
  gebeurtenis.target.name === "postcode" ? kiesPostcode(gebeurtenis.target) : werk(),
);
precies.addEventListener("toggle", () => precies.open && werk(false));
for (const knop of blad.querySelectorAll("[data-zoek-wis]"))
  knop.addEventListener("click", () => {
    filters.reset();
    werk();
  });
deel("toon").addEventListener("click", () => {
  precies.open = false;
  uitslagBlok.scrollIntoView();
  lijst.querySelector("a").focus({ preventScroll: true });
});
meer.addEventListener("click", async () => {
  const eerst = lijst.children.length;
  toon += STAP;
  history.replaceState({ ...history.state, toon }, "");
  await werk(false);
  lijst.children[eerst]?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  zetVelden(new URLSearchParams(location.search));
  werk(false);
});
werk(false);
