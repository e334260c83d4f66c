// De zoekpagina: uitkomsten tijdens het typen, filters in het adres, en nooit een leeg einde.
import { laadMotor, wortel } from "./zoekbestand.js";
import { maakFilter, standVan, uitAdres, VELDEN } from "./zoekfilter.js";
import { maak, regel } from "./zoeklijst.js";

const PER_KEER = 20;
const kies = (naam) => document.querySelector(`[data-${naam}]`);
const deel = { crisis: kies("crisis"), telling: kies("telling"), lijst: kies("uitkomsten"), meer: kies("meer"), niets: kies("niets"),
  suggesties: kies("suggesties"), mis: kies("mis"), leeg: kies("zonder-vraag"), aan: kies("filters-aan") };
const vak = document.getElementById("q"), filters = document.getElementById("filters");
let motor = null, laatste = null;

function gekozen() {
  return Object.fromEntries([...new FormData(filters)].filter(([veld, waarde]) => waarde && VELDEN.includes(veld)));
}

function bewaarInAdres(vraag, keuze) {
  const adres = new URLSearchParams(vraag ? { q: vraag, ...keuze } : keuze);
  const nieuw = adres.size ? `?${adres}` : location.pathname;
  if (`?${adres}` !== location.search) history.replaceState(null, "", nieuw);
}

function toonCrisis(blok) {
  if (!blok) return deel.crisis.replaceChildren();
  if (deel.crisis.dataset.blok === blok.id && deel.crisis.firstChild) return;
  deel.crisis.dataset.blok = blok.id;
  const nummers = blok.nummers.map(({ naam, telefoon, uitleg }) => maak("li", {},
    maak("a", { class: "knop knop-groot", href: `tel:${telefoon.replace(/[^\d+]/g, "")}` }, naam === telefoon ? `Bel ${naam}` : `Bel ${naam}: ${telefoon}`),
    ...(uitleg ? [" ", uitleg] : [])));
  deel.crisis.replaceChildren(maak("div", { class: "crisis" }, maak("p", {}, maak("strong", {}, blok.kop), " ", blok.tekst),
    maak("ul", {}, ...nummers)));
}

function toonTelling(aantal, keuze, nu) {
  const plekken = laatste.uitslag.resultaten.filter((r) => r.soort === "voorziening");
  let zin = aantal === 1 ? "1 uitkomst" : `${aantal} uitkomsten`;
  if (keuze.open && motor.index.rest) {
    const onbekend = plekken.filter((r) => standVan(motor.index, r.nr, nu).stand === "onbekend").length;
    if (onbekend) zin += `; van ${onbekend} zijn de tijden van nu niet bekend, bel voor u gaat`;
  }
  deel.telling.textContent = `${zin}.`;
}

function toonNiets(vraag) {
  const woorden = motor.suggesties(vraag);
  deel.suggesties.replaceChildren();
  if (woorden.length) {
    deel.suggesties.append("Bedoelde u ", ...woorden.flatMap((w, i) => [i ? " of " : "", maak("a", { href: `?q=${encodeURIComponent(w)}` }, w)]), "?");
  }
  if (deel.mis) {
    const adres = deel.mis.getAttribute("href").split("?")[0];
    deel.mis.href = `${adres}?subject=${encodeURIComponent("Niet gevonden")}&body=${encodeURIComponent(`Ik zocht: ${vraag}\n\nIk verwachtte:\n`)}`;
  }
}

function toonMeer() {
  const { uitslag, getoond, nu } = laatste;
  const volgende = uitslag.resultaten.slice(getoond, getoond + PER_KEER);
  deel.lijst.append(...volgende.map((u) => regel(u, motor.index, uitslag.woorden, nu)));
  laatste.getoond += volgende.length;
  deel.meer.hidden = laatste.getoond >= uitslag.resultaten.length;
}

function zoek() {
  const vraag = vak.value.trim(), keuze = gekozen(), nu = new Date();
  bewaarInAdres(vraag, keuze);
  const aan = Object.keys(keuze).length;
  deel.aan.textContent = aan ? `(${aan} gekozen)` : "";
  if (!motor) return;
  const bezig = Boolean(vraag || aan);
  const stand = { open: 0, afspraak: 1, onbekend: 1, dicht: 2 };
  const open = motor.index.rest ? (u) => (u.soort === "voorziening" ? stand[standVan(motor.index, u.nr, nu).stand] : 0) : undefined;
  const uitslag = motor.zoek(vraag, { gebied: keuze.wijk, open, filter: maakFilter(motor.index, keuze, nu) });
  laatste = { uitslag, getoond: 0, nu };
  toonCrisis(uitslag.crisis);
  deel.lijst.replaceChildren();
  deel.leeg.hidden = bezig && uitslag.resultaten.length > 0;
  deel.niets.hidden = !bezig || uitslag.resultaten.length > 0;
  deel.meer.hidden = true;
  if (!bezig) deel.telling.textContent = "";
  else {
    toonMeer();
    toonTelling(uitslag.resultaten.length, keuze, nu);
    if (!uitslag.resultaten.length) toonNiets(vraag);
  }
  if (motor.index.rest) document.documentElement.dataset.zoekKlaar = vak.value;
}

function vul() {
  const adres = new URLSearchParams(location.search), keuze = uitAdres(location.search);
  vak.value = adres.get("q") || "";
  for (const veld of VELDEN) {
    const invoer = filters.elements[veld];
    if (invoer.type === "checkbox") invoer.checked = Boolean(keuze[veld]);
    else invoer.value = [...invoer.options].some((o) => o.value === keuze[veld]) ? keuze[veld] : "";
  }
}

let wacht = 0;
function straks() {
  cancelAnimationFrame(wacht);
  delete document.documentElement.dataset.zoekKlaar;
  wacht = requestAnimationFrame(() => setTimeout(zoek));
}

async function begin() {
  filters.hidden = false;
  vul();
  if (!vak.value) vak.focus({ preventScroll: true });
  vak.addEventListener("input", straks);
  vak.form.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    zoek();
  });
  filters.addEventListener("change", zoek);
  filters.addEventListener("reset", () => setTimeout(zoek));
  deel.meer.addEventListener("click", () => {
    const eerste = deel.lijst.children.length;
    toonMeer();
    deel.lijst.children[eerste]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => { vul(); zoek(); });
  try {
    const geladen = await laadMotor();
    motor = geladen.motor;
    zoek();
    await geladen.compleet;
    zoek();
  } catch {
    deel.telling.replaceChildren("Zoeken lukt nu niet. Kies een onderwerp, of bekijk ", maak("a", { href: `${wortel}lijst/` }, "alles van A tot Z"), ".");
  }
}

begin();
