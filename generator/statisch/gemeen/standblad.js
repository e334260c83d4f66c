// Zet op de pagina wat van het moment afhangt: standen, kanalen, mededelingen, welke rij vandaag is en de
// eerstvolgende data.
// Elk element zegt zelf wat het is: data-tijden (de code van een ingang), data-kanaal (van een kanaal), data-tot en
// data-na (een dag),
// data-rooster. Wie later elementen toevoegt, stuurt "stand:ververs". Na elke ronde komt "stand:klaar".

import { DAGNAMEN, MAANDEN, alsDag, alsMoment, datum, inPeriode, leesMoment, nederland, weekdag } from "./kalender.js";
import { leesRooster, opDag } from "./rooster.js";
import { kanaalstanden, leesGegevens, standVan } from "./stand.js";

const DAGCODES = DAGNAMEN.map((naam) => naam.slice(0, 2));
const GEVRAAGD = new URLSearchParams(location.search).get("nu");
const ANDERS = leesMoment(GEVRAAGD);
const alle = (keuze) => document.querySelectorAll(keuze);
const alsZin = (tekst) => tekst[0].toUpperCase() + tekst.slice(1);

/** Bij een kaartje dat te lang niet is nagekeken (data-oud is de laatste goede dag) komt dat erachter. */
function toonOud(el, { dag }) {
  const rij = el.parentElement,
    woord = rij.querySelector(".stand-oud"),
    oud = el.dataset.oud && alsDag(dag) > el.dataset.oud;
  if (woord && !oud && el.dataset.oud) woord.remove();
  if (!woord && oud)
    rij.append(
      Object.assign(document.createElement("span"), { className: "stand-oud", textContent: "lang niet nagekeken" }),
    );
}

function toonStanden(moment) {
  for (const el of alle("[data-tijden]")) {
    const code = el.dataset.tijden,
      { stand, tekst } = standVan(code, moment);
    el.dataset.stand = stand;
    el.textContent = tekst;
    el.hidden = !code;
    toonOud(el, moment);
  }
  for (const el of alle("[data-kanaal]")) {
    const kanaal = kanaalstanden(leesGegevens(el.dataset.kanaal), moment)[0];
    el.dataset.kanaalstand = kanaal.stand;
    el.textContent = `${alsZin(kanaal.tekst)}.`;
    el.hidden =
      el.closest("[data-voorziening], [data-kaartje]")?.querySelector("[data-tijden]")?.dataset.stand === "tijdelijk";
  }
}

function toonDagen({ dag }) {
  const vandaag = alsDag(dag);
  for (const el of alle("[data-tot]")) el.hidden = vandaag > el.dataset.tot;
  for (const el of alle("[data-na]")) {
    el.hidden = vandaag <= el.dataset.na;
    // Wie alleen de tekst van de bladzijde leest, zou een verborgen woord voor waar houden.
    if (el.dataset.woord) el.textContent = el.hidden ? "" : el.dataset.woord;
  }
}

/** Waar een jaar niet is gekeken (na data-lager), staat achteraan in de lijst; niet in een lijst op naam. */
function zetLager({ dag }) {
  const vandaag = alsDag(dag);
  for (const el of alle("[data-lager]"))
    if (vandaag > el.dataset.lager && !el.dataset.staatLager && !el.closest("[data-op-naam]")) {
      el.dataset.staatLager = "ja";
      el.parentElement.append(el);
    }
}

function merkVandaag({ dag }) {
  for (const rij of alle("tr[data-dag]")) {
    const blok = rij.closest("[data-periode]"),
      periode = blok && blok.dataset.periode.split("-").map(Number);
    const vandaag = rij.dataset.dag === DAGCODES[weekdag(dag)] && (!periode || inPeriode(periode, dag));
    rij.classList.toggle("is-vandaag", vandaag);
    const woord = rij.querySelector(".vandaag");
    if (woord && !vandaag) woord.remove();
    if (!woord && vandaag)
      rij.firstElementChild.append(
        Object.assign(document.createElement("span"), { className: "vandaag", textContent: " vandaag" }),
      );
  }
}

function inWoorden(dagen) {
  const delen = dagen.map((dag, i) => {
    const d = datum(dag),
      volgt = dagen[i + 1] !== undefined && datum(dagen[i + 1]).maand === d.maand;
    return volgt ? `${d.dag}` : `${d.dag} ${MAANDEN[d.maand - 1]}`;
  });
  return delen.length > 1 ? `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}` : delen.join("");
}

/** De eerstvolgende drie dagen waarop het is, bij wat niet elke week is. */
function toonDatums({ dag }) {
  for (const el of alle("[data-rooster]")) {
    const rooster = leesRooster(el.dataset.rooster),
      begin = DAGCODES.indexOf(el.closest("[data-dag]").dataset.dag),
      uit = [];
    for (let verder = (begin - weekdag(dag) + 7) % 7; verder < 190 && uit.length < 3; verder += 7) {
      const regels = opDag(rooster, dag + verder);
      if (!regels.onzeker && regels.delen && regels.delen.length) uit.push(dag + verder);
    }
    el.textContent = uit.length ? `: ${inWoorden(uit)}` : "";
  }
}

function ververs() {
  const moment = ANDERS || nederland(new Date());
  toonStanden(moment);
  toonDagen(moment);
  zetLager(moment);
  merkVandaag(moment);
  toonDatums(moment);
  document.documentElement.dataset.standKlaar = alsMoment(moment);
  document.dispatchEvent(new CustomEvent("stand:klaar"));
}

function tik() {
  ververs();
  setTimeout(tik, 60000 - (Date.now() % 60000) + 50);
}

document.addEventListener("stand:ververs", ververs);
if (ANDERS) {
  ververs();
  import("./ander-moment.js").then((m) => m.toonAnderMoment(GEVRAAGD, ANDERS));
} else tik();
