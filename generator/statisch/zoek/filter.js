// De filters: wat er overblijft bij een keuze, en hoeveel elke andere keuze nog zou geven. Puur; heeft de volledige
// index nodig.

import { alsDag, leesMoment, nederland } from "../gemeen/kalender.js";
import { standVan } from "../gemeen/stand.js";
import { nabij } from "./rang.js";
import { KEUZELIJSTEN, VINKJES } from "./keuze.js";

/** Het moment uit het adres, of nu, als {dag, minuut} in Nederland. */
export const leesNu = (gevraagd) => leesMoment(gevraagd) || nederland(new Date());

/** Filters op een volledige index, op het moment `nu` ({dag, minuut} in Nederland). */
export function maakFilters(index, nu) {
  const v = index.voorzieningen,
    rest = index.rest;
  const standen = new Map(),
    perGebied = new Map();

  function stand(nr) {
    if (!standen.has(nr)) standen.set(nr, standVan(rest.stand[nr], nu).stand);
    return standen.get(nr);
  }

  const inGebied = (nr, code) => nabij(nr, index, code) < 3;

  function themasVan(r) {
    if (r.soort === "thema") return [r.nr];
    if (r.soort === "functie") return index.functies[r.nr].themas;
    return r.soort === "voorziening" ? v.functies[r.nr].flatMap((f) => index.functies[f].themas) : [];
  }

  const themaNummer = new Map(index.themas.map((t, i) => [t.id, i]));
  const proeven = {
    gebied: (r, code) => r.soort !== "voorziening" || inGebied(r.nr, code),
    thema: (r, id) => themasVan(r).includes(themaNummer.get(id)),
    wie: (r, id) =>
      r.soort === "voorziening" &&
      (rest.doelgroepen[r.nr].includes(id) || rest.doelgroepen[r.nr].includes("iedereen")),
    taal: (r, code) => r.soort === "voorziening" && rest.talen[r.nr].includes(code),
    dagdeel: (r, letter) => r.soort === "voorziening" && rest.dagdelen[r.nr].includes(letter),
    gratis: (r) => r.soort === "voorziening" && rest.kosten[r.nr] === "gratis",
    open: (r) => r.soort === "voorziening" && ["open", "bereikbaar", "onbekend"].includes(stand(r.nr)),
    rolstoel: (r) => r.soort === "voorziening" && rest.rolstoel[r.nr] === "j",
    vrij: (r) => r.soort === "voorziening" && index.toegang.get(v.hoe[r.nr]).vrij,
  };

  function past(r, keuze, behalve) {
    return [...KEUZELIJSTEN, ...VINKJES].every(
      (naam) => naam === behalve || !keuze[naam] || proeven[naam](r, keuze[naam]),
    );
  }

  function gebiedenVan(nr) {
    if (!perGebied.has(nr))
      perGebied.set(
        nr,
        index.gebieden.map((g) => g.code).filter((code) => inGebied(nr, code)),
      );
    return perGebied.get(nr);
  }

  function waardenVan(naam, r) {
    if (naam === "thema") return new Set(themasVan(r).map((i) => index.themas[i].id));
    if (r.soort !== "voorziening") return naam === "gebied" ? index.gebieden.map((g) => g.code) : [];
    if (naam === "gebied") return gebiedenVan(r.nr);
    if (naam === "taal") return rest.talen[r.nr];
    if (naam === "dagdeel") return [...rest.dagdelen[r.nr]];
    return rest.doelgroepen[r.nr].includes("iedereen") ? rest.alleDoelgroepen : rest.doelgroepen[r.nr];
  }

  /** Per filter hoeveel resultaten overblijven als die keuze erbij komt. */
  function tel(resultaten, keuze) {
    const uit = {};
    for (const naam of [...KEUZELIJSTEN, ...VINKJES]) {
      const over = resultaten.filter((r) => past(r, keuze, naam));
      if (VINKJES.includes(naam)) uit[naam] = over.filter((r) => proeven[naam](r, true)).length;
      else {
        uit[naam] = {};
        for (const r of over) for (const w of waardenVan(naam, r)) uit[naam][w] = (uit[naam][w] || 0) + 1;
      }
    }
    return uit;
  }

  /** De plaats in de volgorde: 0 open of bereikbaar, 1 onbekend of op afspraak, 2 dicht. */
  function openRang(r) {
    const s = r.soort === "voorziening" ? stand(r.nr) : "onbekend";
    return { open: 0, bereikbaar: 0, dicht: 2, tijdelijk: 2 }[s] ?? 1;
  }

  const vandaag = alsDag(nu.dag);

  /** Of er een jaar niet naar is gekeken: dan komt het na wat even goed past en verser is. */
  function oudRang(r) {
    const na = r.soort === "voorziening" && rest.lager[r.nr];
    return na && vandaag > na ? 1 : 0;
  }

  return { past: (r, keuze) => past(r, keuze, ""), tel, stand, openRang, oudRang, inGebied };
}
