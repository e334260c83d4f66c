// Zoeken in een lange bladzijde voor de redactie: elk kopje met wat eronder staat is een stuk; wat niet past gaat even
// weg.

import { maak } from "../zoek/weergave.js";

const lijst = document.querySelector("#op-deze-bladzijde + ul");
const veld = maak("input", { type: "search", autocomplete: "off" }),
  stand = maak("p", { role: "status" });
const vorm = maak(
  "form",
  { class: "zoek-in-blad", role: "search", "aria-label": "Zoek op deze bladzijde" },
  maak("label", {}, "Zoek op deze bladzijde ", veld),
  stand,
);
const diep = (el) => (/^H[2-6]$/.test(el.tagName) ? Number(el.tagName[1]) : 0);

/** Elk stuk: zijn diepte en zijn elementen, in volgorde; een hoofdstuk heeft diepte 2. */
function maakStukken() {
  const uit = [];
  for (let el = vorm.nextElementSibling; el; el = el.nextElementSibling) {
    if (diep(el)) uit.push({ diep: diep(el), delen: [] });
    if (uit.length) uit.at(-1).delen.push(el);
  }
  for (const stuk of uit)
    stuk.tekst = stuk.delen
      .map((el) => el.textContent)
      .join(" ")
      .toLowerCase();
  return uit;
}

function zoek(stukken) {
  const woorden = veld.value.toLowerCase().split(/\s+/).filter(Boolean);
  let aantal = 0,
    kop = null;
  for (const stuk of stukken) {
    const past = woorden.every((woord) => stuk.tekst.includes(woord));
    if (stuk.diep === 2) kop = stuk;
    else aantal += past;
    for (const el of stuk.delen) el.hidden = !past;
    if (past && woorden.length && kop) kop.delen[0].hidden = false;
  }
  stand.textContent = !woorden.length ? "" : aantal === 1 ? "1 gevonden." : `${aantal} gevonden.`;
}

lijst.after(vorm);
const stukken = maakStukken();
vorm.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
veld.addEventListener("input", () => zoek(stukken));
