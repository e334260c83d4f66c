// De velden van een stap: een rij uit de tabel, de plekken, of de tijden.

import { haalOp } from "./boom.js";
import { maak } from "./dom.js";
import { veldOp } from "./schrijf.js";
import { plekvelden } from "./stappen.js";
import { maakVeld } from "./velden.js";

/** De velden van een stap, als elementen. */
export function veldenVan(stap, app) {
  const maakOp = (pad, opties) => maakVeld(veldOp(pad, app.basis.veld), pad, app, opties);
  if (stap.plekken) {
    const inPlek = (veld, pad) =>
      plekvelden(veld, haalOp(app.nieuw(), pad)).map((v) => maakVeld(v, `${pad}.${v.naam}`, app));
    return [maakOp("locaties", { minstens: 1, velden: inPlek })];
  }
  if (stap.tijden) return tijdvelden(maakOp, app);
  return stap.velden.map((pad) => maakOp(pad, stap.opties?.[pad]));
}

function tijdvelden(maakOp, app) {
  const plekken = app.nieuw().locaties || [{}];
  const { contact = {} } = app.nieuw();
  const naam = (p) => p.naam || [p.adres?.straat, p.adres?.huisnummer].filter(Boolean).join(" ");
  const uit = plekken.map((p, i) =>
    maakOp(`locaties[${i}].openingstijden`, { woord: plekken.length > 1 && naam(p) ? `Open: ${naam(p)}` : "Open" }),
  );
  const bellen = maak(
    "details",
    { class: "groep" },
    maak("summary", {}, contact.telefoontijden ? "Wanneer iemand kan bellen (ingevuld)" : "Wanneer iemand kan bellen"),
  );
  bellen.append(maakOp("contact.telefoontijden", { woord: "Bellen" }));
  return [...uit, bellen];
}

/** De paden waarvan een stap de fouten toont. */
export const padenVan = (stap, veld) =>
  stap.plekken || stap.tijden ? ["locaties", "contact.telefoontijden"] : stap.velden || veld.velden.map((v) => v.naam);
