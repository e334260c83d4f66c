// Bij welke gemeente een vraag hoort: een plaats, een wijk of een postcode erin. Puur.

import { vindPostcode } from "../zoek/postcode.js";
import { woordenVan } from "./namen.js";

const LANGST = 6;
const VOORAF = new Set("in te uit bij van naar rond om gemeente".split(" "));

/** De sites bij een postcode van vier cijfers. */
export function sitesBijPostcode(postcode, reeksen) {
  const cijfers = Number(postcode.slice(0, 4));
  return (reeksen.find(([van, tot]) => van <= cijfers && cijfers <= tot) || [0, 0, []])[2];
}

/** Of een naam die ook een gewoon woord is ("Best") hier een plaats is: na "in", met een hoofdletter, of alleen. */
function isPlaats(stukken, i, aantal) {
  const voor = stukken[i - 1] && stukken[i - 1].woord;
  return aantal === stukken.length || VOORAF.has(voor) || (i > 0 && /^\p{Lu}/u.test(stukken[i].tekst));
}

function plaatsIn(stukken, { plaatsen, twijfel }) {
  for (let aantal = Math.min(LANGST, stukken.length); aantal; aantal -= 1)
    for (let i = 0; i + aantal <= stukken.length; i += 1) {
      const naam = stukken
        .slice(i, i + aantal)
        .map((s) => s.woord)
        .join(" ");
      if (Object.hasOwn(plaatsen, naam) && (!twijfel.includes(naam) || isPlaats(stukken, i, aantal)))
        return { i, aantal, sites: plaatsen[naam] };
    }
  return null;
}

/**
 * Wat een vraag over de plek zegt: {sites, naam, over, postcode}. `sites` zijn de nummers die het kunnen zijn, `naam` hoe
 * het er staat, `over` de vraag zonder die plaats. Een postcode blijft in de vraag staan, want de site kent de wijk.
 */
export function vindPlek(vraag, gemeenten) {
  const { postcode, over } = vindPostcode(vraag);
  if (postcode) return { sites: sitesBijPostcode(postcode, gemeenten.postcodes), naam: postcode, over, postcode };
  const stukken = [...vraag.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((m) => ({
    tekst: m[0],
    woord: woordenVan(m[0]).join(""),
    van: m.index,
  }));
  const plaats = plaatsIn(stukken, gemeenten);
  if (!plaats) return { sites: [], naam: "", over: vraag, postcode: "" };
  const { i, aantal, sites } = plaats,
    laatste = stukken[i + aantal - 1],
    eerste = VOORAF.has(stukken[i - 1]?.woord) ? stukken[i - 1] : stukken[i];
  const rest = `${vraag.slice(0, eerste.van)} ${vraag.slice(laatste.van + laatste.tekst.length)}`;
  return {
    sites,
    naam: vraag.slice(stukken[i].van, laatste.van + laatste.tekst.length),
    over: rest.replace(/\s+/g, " ").trim(),
    postcode: "",
  };
}
