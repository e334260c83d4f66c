// De filters: lezen en schrijven in het adres, en beslissen of een uitkomst erbij mag.
import { besteStand } from "./open.js";

export const VELDEN = ["wijk", "thema", "voor", "taal", "gratis", "open", "vrij", "rolstoel"];
const VRIJ = new Set(["vrij", "aanmelden", "spoed"]);

/** De filters uit het adres, alleen wat gevuld is. */
export function uitAdres(zoekdeel) {
  const adres = new URLSearchParams(zoekdeel);
  return Object.fromEntries(VELDEN.filter((veld) => adres.get(veld)).map((veld) => [veld, adres.get(veld)]));
}

/** De stand op dit moment van een voorziening in de index. */
export function standVan(index, nr, nu) {
  const tijden = index.rest.tijden[nr];
  return tijden.length ? besteStand(tijden, nu) : { stand: "onbekend", tekst: "tijden niet bekend" };
}

function inGebied(index, nr, code) {
  const v = index.voorzieningen, gemeente = code.startsWith("WK") ? index.gebieden.find((g) => g.code === code)?.gemeente : null;
  const codes = [...v.ligt[nr], ...v.bedient[nr]];
  if (v.landelijk[nr] || codes.includes(code) || (gemeente && v.bedient[nr].includes(gemeente))) return true;
  return code.startsWith("GM") && codes.some((c) => index.gebieden.find((g) => g.code === c)?.gemeente === code);
}

/** Een functie (resultaat -> ja of nee) voor de motor, of undefined zonder filters. Voor wat geen plek is telt alleen het onderwerp. */
export function maakFilter(index, filters, nu) {
  if (!Object.keys(filters).length || !index.rest) return undefined;
  const thema = filters.thema ? index.themas.findIndex((t) => t.id === filters.thema) : -1;
  const heeftThema = (functies) => thema < 0 || functies.some((f) => index.functies[f].themas.includes(thema));
  const alleenThema = Object.keys(filters).every((veld) => veld === "thema" || veld === "wijk");
  const r = index.rest, v = index.voorzieningen;
  const regels = {
    voor: (nr) => r.doelgroepen[nr].includes(filters.voor) || r.doelgroepen[nr].includes("iedereen") || !r.doelgroepen[nr].length,
    taal: (nr) => r.talen[nr].includes(filters.taal),
    gratis: (nr) => r.kosten[nr] === "gratis",
    vrij: (nr) => VRIJ.has(v.hoe[nr]),
    rolstoel: (nr) => r.rolstoel[nr] === "j",
    open: (nr) => ["open", "onbekend"].includes(standVan(index, nr, nu).stand),
    wijk: (nr) => inGebied(index, nr, filters.wijk),
  };
  const actief = Object.keys(regels).filter((veld) => filters[veld]);
  return (uitkomst) => {
    if (uitkomst.soort === "functie") return alleenThema && heeftThema([uitkomst.nr]);
    if (uitkomst.soort === "thema") return alleenThema && (thema < 0 || uitkomst.nr === thema);
    if (uitkomst.soort !== "voorziening") return alleenThema && thema < 0;
    return heeftThema(v.functies[uitkomst.nr]) && actief.every((veld) => regels[veld](uitkomst.nr));
  };
}
