// Zoeken in de feiten; een groep met een treffer gaat open, en een adres met een feit laat dat feit zien.
import { volgAdres } from "./gevraagd.js";
import { plat } from "./plat.js";

const vorm = document.getElementById("feitfilter");
const invoer = document.getElementById("feit");
const stand = document.getElementById("feit-stand");
const feiten = [...document.querySelectorAll(".feitenlijst > li")].map((regel) => ({
  regel,
  tekst: plat(regel.textContent),
}));

function zoek() {
  const woorden = plat(invoer.value).split(/\s+/).filter(Boolean);
  let aantal = 0;
  for (const { regel, tekst } of feiten) {
    regel.hidden = !woorden.every((woord) => tekst.includes(woord));
    aantal += !regel.hidden;
  }
  for (const groep of document.querySelectorAll(".feitgroep")) {
    const raak = groep.querySelector("li:not([hidden])");
    groep.hidden = !raak;
    groep.open = Boolean(raak && woorden.length);
  }
  for (const stuk of document.querySelectorAll(".stukdeel"))
    stuk.hidden = woorden.length > 0 && !stuk.querySelector(".feitgroep:not([hidden])");
  stand.textContent = woorden.length ? `${aantal} ${aantal === 1 ? "feit" : "feiten"} gevonden.` : "";
}

if (vorm) {
  vorm.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  invoer.addEventListener("input", zoek);
  volgAdres();
}
