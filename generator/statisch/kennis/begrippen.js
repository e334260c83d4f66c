// Zoeken in de woordenlijst: op het woord, de afkorting en de uitleg. Een letter met een treffer gaat open.
import { volgAdres } from "./gevraagd.js";
import { plat } from "./plat.js";

const vak = document.getElementById("zoekwoord");
const invoer = document.getElementById("woord");
const stand = document.getElementById("woord-stand");
const woorden = [...document.querySelectorAll(".woord")].map((blok) => ({
  blok,
  kop: plat(blok.dataset.woord),
  tekst: plat(blok.textContent),
}));

function zoek() {
  const vraag = plat(invoer.value.trim());
  const inKop = woorden.filter(({ kop }) => kop.includes(vraag));
  const gevonden = new Set(
    (inKop.length ? inKop : woorden.filter(({ tekst }) => tekst.includes(vraag))).map(({ blok }) => blok),
  );
  for (const { blok } of woorden) blok.hidden = !gevonden.has(blok);
  for (const groep of document.querySelectorAll(".woordgroep")) {
    groep.hidden = !groep.querySelector(".woord:not([hidden])");
    groep.open = Boolean(vraag) && !groep.hidden;
  }
  stand.textContent = vraag ? `${gevonden.size} ${gevonden.size === 1 ? "woord" : "woorden"} gevonden.` : "";
}

if (vak) {
  vak.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  invoer.addEventListener("input", zoek);
  volgAdres();
}
