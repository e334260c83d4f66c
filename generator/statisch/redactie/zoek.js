// Zoeken in een lange bladzijde voor de redactie: elk kopje met wat eronder staat is een stuk; wat niet past gaat even
// weg, en waar iets gevonden is gaat open.

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
const vouwen = [...document.querySelectorAll(".vouwstuk")];
const isKop = (el) => el.matches("summary, h3, h4, h5, h6");

/** Elk stuk: waar het staat, zijn elementen, en of het de kop van een hoofdstuk is. */
function maakStukken() {
  const uit = [];
  for (const el of document.querySelectorAll(".vouwstuk > summary, .vouwinhoud > :not(details)")) {
    if (isKop(el))
      uit.push({ waar: el.closest("details"), delen: [], hoofdstuk: Boolean(el.querySelector("h2")), tekst: "" });
    uit.at(-1).tekst += ` ${el.textContent.toLowerCase()}`;
    if (el.localName !== "summary") uit.at(-1).delen.push(el);
  }
  return uit;
}

function toonVouw(vouw) {
  for (let deze = vouw; deze; deze = deze.parentElement.closest("details")) {
    deze.hidden = false;
    deze.open = true;
  }
}

function zoek(stukken) {
  const woorden = veld.value.toLowerCase().split(/\s+/).filter(Boolean);
  const past = (stuk) => woorden.every((woord) => stuk.tekst.includes(woord));
  for (const vouw of vouwen) {
    vouw.hidden = woorden.length > 0;
    vouw.open = false;
  }
  let aantal = 0;
  for (const stuk of stukken) {
    const hier = past(stuk);
    for (const el of stuk.delen) el.hidden = !hier;
    if (!hier || !woorden.length) continue;
    toonVouw(stuk.waar);
    aantal += !stuk.hoofdstuk;
  }
  stand.textContent = !woorden.length ? "" : aantal === 1 ? "1 gevonden." : `${aantal} gevonden.`;
}

if (vouwen.length) {
  lijst.after(vorm);
  const stukken = maakStukken();
  vorm.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  veld.addEventListener("input", () => zoek(stukken));
}
