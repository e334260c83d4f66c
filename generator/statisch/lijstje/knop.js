// De knop "Zet op mijn lijstje", overal waar data-lijstje="<id>" staat; ook bij knoppen die later verschijnen.
import { leesLijstje, wissel } from "./lijstje.js";

const wortel = document.documentElement.dataset.wortel || "./";
const melder = document.createElement("p");
melder.className = "lijstje-melder";
melder.setAttribute("role", "status");
document.body.append(melder);
let wacht;

/** Zeg het, te zien en te horen, en haal het na een tijdje weg; de link naar het lijstje blijft bij de knop staan. */
function zeg(tekst) {
  melder.textContent = tekst;
  clearTimeout(wacht);
  wacht = setTimeout(() => {
    melder.textContent = "";
  }, 6000);
}

const ZEGT = {
  erop: "Staat op uw lijstje. Alleen deze browser onthoudt dat.",
  eraf: "Van uw lijstje gehaald.",
  vol: "Uw lijstje is vol. Haal er eerst iets af.",
  niet: "Deze browser bewaart niets. Print de pagina, of schrijf het nummer op.",
};

function naar(knop, aantal) {
  let link = knop.nextElementSibling;
  if (!link || !link.matches("[data-lijstje-naar]")) {
    link = document.createElement("a");
    link.dataset.lijstjeNaar = "";
    link.href = `${wortel}lijstje/`;
    knop.after(" ", link);
  }
  link.hidden = aantal === 0;
  link.textContent = `Bekijk uw lijstje (${aantal})`;
}

function toon(knop, ids) {
  const erop = ids.includes(knop.dataset.lijstje);
  const tekst = erop ? "Haal van mijn lijstje" : "Zet op mijn lijstje";
  const woord = knop.querySelector("[data-lijstje-woord]") || knop;
  if (woord.textContent !== tekst) woord.textContent = tekst;
  knop.hidden = false;
  if (knop.hasAttribute("data-lijstje-met-link")) naar(knop, erop ? ids.length : 0);
}

/** Werk alle knoppen in `deel` bij. */
export function verversKnoppen(deel = document) {
  const ids = leesLijstje();
  for (const knop of deel.querySelectorAll("button[data-lijstje]")) toon(knop, ids);
}

document.addEventListener("click", (gebeurtenis) => {
  const knop = gebeurtenis.target.closest("button[data-lijstje]");
  if (!knop) return;
  zeg(ZEGT[wissel(knop.dataset.lijstje)]);
  verversKnoppen();
});
addEventListener("storage", () => verversKnoppen());
addEventListener("pageshow", () => verversKnoppen());
new MutationObserver((lijst) => {
  for (const wijziging of lijst) {
    for (const deel of wijziging.addedNodes)
      if (deel.nodeType === 1 && deel.querySelector("button[data-lijstje][hidden]")) verversKnoppen(deel);
  }
}).observe(document.body, { childList: true, subtree: true });
verversKnoppen();
