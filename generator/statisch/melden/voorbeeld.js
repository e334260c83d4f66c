// Zo komt de pagina eruit te zien, met de klassen van de echte pagina.

import { hoofdletter, maak } from "./dom.js";
import { toonWaarde, veldOp } from "./schrijf.js";
import { DAGEN, dagInWoorden } from "./tijden.js";

const blokken = (tijden) => [tijden ?? []].flat();

function tijdtabel(tijden, kop, basis) {
  const veld = veldOp("locaties[0].openingstijden", basis.veld);
  const woord = (dag) => veld.velden.find((v) => v.naam === dag).woord;
  return blokken(tijden).map((deelweek) =>
    maak(
      "table",
      { class: "tijden" },
      maak("caption", {}, deelweek.periode ? `${kop}, ${deelweek.periode}` : kop),
      maak(
        "tbody",
        {},
        DAGEN.map((dag) =>
          maak("tr", {}, maak("th", { scope: "row" }, woord(dag)), maak("td", {}, dagInWoorden(deelweek[dag]))),
        ),
      ),
    ),
  );
}

function plek(p, basis) {
  const adres = p.adres || {};
  const regels = [
    [adres.straat, adres.huisnummer].filter(Boolean).join(" "),
    [adres.postcode, adres.plaats].filter(Boolean).join(" "),
  ].filter(Boolean);
  return maak(
    "div",
    { class: "plek" },
    p.naam && maak("p", {}, maak("strong", {}, p.naam)),
    regels.length &&
      maak(
        "address",
        {},
        regels.flatMap((r, i) => (i ? [maak("br"), r] : [r])),
      ),
    p.ter_plaatse && maak("p", {}, p.ter_plaatse),
    p.openingstijden
      ? tijdtabel(p.openingstijden, "Open", basis)
      : maak("p", {}, "De openingstijden zijn niet bekend."),
  );
}

function deel(kop, ...zinnen) {
  const vol = zinnen.filter(Boolean);
  return vol.length ? [maak("p", { class: "melden-woord" }, kop), ...vol.map((z) => maak("p", {}, z))] : [];
}

/** Het voorbeeld van een ingang zoals zij wordt. */
export function maakVoorbeeld(boom, basis) {
  const woord = (pad, waarde) => (waarde ? hoofdletter(toonWaarde(waarde, veldOp(pad, basis.veld), basis)) : "");
  const contact = boom.contact || {};
  const gebied = new Map([["landelijk", "heel Nederland"], ...basis.gebieden]);
  const namen = (boom.werkgebied || []).map((code) => gebied.get(code) || code);
  return maak(
    "div",
    { class: "melden-voorbeeld" },
    maak("p", { class: "melden-naam" }, boom.naam || "Nog geen naam"),
    maak("p", { class: "zin" }, boom.samenvatting || ""),
    maak(
      "p",
      { class: "stand" },
      [woord("kosten.soort", boom.kosten?.soort), ...namen.slice(0, 3)]
        .filter(Boolean)
        .map((t) => maak("span", {}, t)),
    ),
    contact.telefoon && maak("p", { class: "melden-bel" }, `Bel ${contact.telefoon}`),
    (boom.contact?.telefoons || []).map((t) => maak("p", {}, `${hoofdletter(t.naam || "")}: ${t.telefoon || ""}`)),
    [contact.email, contact.website, contact.chat].filter(Boolean).map((t) => maak("p", {}, t)),
    contact.telefoontijden && tijdtabel(contact.telefoontijden, "U kunt bellen", basis),
    (boom.locaties || []).map((p) => plek(p, basis)),
    boom.omschrijving && boom.omschrijving.split(/\n{2,}/).map((alinea) => maak("p", {}, alinea)),
    deel("Voor wie", boom.voor_wie, boom.niet_voor && `Niet voor: ${boom.niet_voor}`),
    deel("Hoe werkt het", [woord("toegang.hoe", boom.toegang?.hoe), boom.toegang?.uitleg].filter(Boolean).join(" ")),
    deel("Wat kost het", boom.kosten?.toelichting),
  );
}
