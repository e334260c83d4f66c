// De grammatica van tijden, zoals generator/lezen/tijden.py haar leest: van tekst naar delen voor de weekstaat, en
// terug. Puur.

import { DAGNAMEN } from "../gemeen/kalender.js";

const RANG = ["eerste", "tweede", "derde", "vierde", "vijfde", "laatste"];
const EEN_RANG = `(?:${RANG.join("|")})`;
const TIJD = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const DEEL = new RegExp(`^(?:(${EEN_RANG}(?: en ${EEN_RANG})*) |(even|oneven) weken )?(op afspraak)? ?(.*)$`);
const ETMAAL = 1440,
  LANGST = 14 * 60;
export const DAGEN = DAGNAMEN.map((naam) => naam.slice(0, 2));

/** Een dag die niet te lezen is: de code van de melding, het stuk en de reden. */
export class Tijdfout extends Error {
  constructor(code, stuk, reden = "") {
    super(stuk);
    Object.assign(this, { code, stuk, reden });
  }
}

const minuten = (tijd) => Number(tijd.slice(0, 2)) * 60 + Number(tijd.slice(3));

function leesVak(vak, stuk) {
  const [, van, tot] = /^([^-]*?) *(?:- *([\s\S]*))?$/.exec(vak).map((deel) => (deel || "").trim());
  if (!TIJD.test(van) || !TIJD.test(tot) || van === "24:00") throw new Tijdfout("SK215", stuk);
  if (minuten(tot) <= minuten(van) && minuten(tot) + ETMAAL - minuten(van) > LANGST)
    throw new Tijdfout("SK216", stuk, "het eindigt voor het begint, of duurt na middernacht langer dan 14 uur");
  return [van, tot];
}

function leesDeel(stuk) {
  const [, welke, weken, afspraak, vak] = DEEL.exec(stuk) || [];
  if (!afspraak && !vak) throw new Tijdfout("SK215", stuk);
  const rang = welke ? welke.split(" en ") : [];
  if (new Set(rang).size < rang.length) throw new Tijdfout("SK216", stuk, "een woord als 'eerste' staat er twee keer");
  const wanneer = welke || (weken ? `${weken} weken` : "");
  if (!vak) return { wanneer, afspraak: true, van: "", tot: "" };
  const [van, tot] = leesVak(vak, stuk);
  return { wanneer, afspraak: Boolean(afspraak), van, tot };
}

function kunnenSamenvallen(a, b) {
  if (!a || !b) return true;
  const [wa, wb] = [a.endsWith(" weken"), b.endsWith(" weken")];
  if (wa && wb) return a === b;
  if (wa || wb) return true;
  const [ra, rb] = [a.split(" en "), b.split(" en ")];
  const laatst = ["vierde", "vijfde", "laatste"];
  const laat = (x, y) => x.includes("laatste") && y.some((r) => laatst.includes(r));
  return ra.some((r) => rb.includes(r)) || laat(ra, rb) || laat(rb, ra);
}

const eind = (d) => (minuten(d.tot) > minuten(d.van) ? minuten(d.tot) : minuten(d.tot) + ETMAAL);

function bots(a, b) {
  if (!kunnenSamenvallen(a.wanneer, b.wanneer)) return false;
  if (!a.van || !b.van) return a.afspraak && b.afspraak;
  return minuten(a.van) < eind(b) && minuten(b.van) < eind(a);
}

/** Een dag als rij van {wanneer, afspraak, van, tot}; leeg is gesloten. Gooit een Tijdfout. */
export function leesDagtijd(tekst) {
  const waarde = tekst.split(/\s+/).filter(Boolean).join(" ");
  if (waarde === "gesloten") return [];
  const delen = [];
  for (const ruw of waarde.split(",")) {
    const stuk = ruw.trim();
    if (stuk === "gesloten") throw new Tijdfout("SK216", waarde, "naast 'gesloten' kan niets anders op dezelfde dag");
    const deel = leesDeel(stuk);
    if (delen.some((eerder) => bots(eerder, deel)))
      throw new Tijdfout("SK216", stuk, "het overlapt met een ander deel van deze dag");
    delen.push(deel);
  }
  return delen;
}

/** De delen van een dag, of null als de weekstaat haar niet kan tonen; dan blijft de tekst staan zoals zij is. */
export function delenVan(tekst) {
  try {
    return leesDagtijd(tekst);
  } catch (fout) {
    if (!fout.code) throw fout;
    return null;
  }
}

/** Delen als dag in de grammatica, op volgorde van de klok. Een eind om 00:00 is middernacht: 24:00. */
export function schrijfDag(delen) {
  if (!delen.length) return "gesloten";
  const opVolgorde = [...delen].sort((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0));
  return opVolgorde.map(schrijfDeel).join(", ");
}

function schrijfDeel({ wanneer, afspraak, van, tot }) {
  const vak = van || tot ? `${van}-${tot === "00:00" ? "24:00" : tot}` : "";
  return [wanneer, afspraak ? "op afspraak" : "", vak].filter(Boolean).join(" ");
}

const klok = (tijd) => `${Number(tijd.slice(0, 2))}.${tijd.slice(3)}`;

/** Een dag zoals de site haar zegt: "9.00 tot 12.00 uur en op afspraak 13.00 tot 17.00 uur". */
export function dagInWoorden(tekst) {
  if (!tekst) return "niet bekend";
  const delen = delenVan(tekst);
  if (!delen) return tekst;
  return delen.length ? delen.map(deelInWoorden).join(", ") : "gesloten";
}

function deelInWoorden({ wanneer, afspraak, van, tot }) {
  const kern = [afspraak ? "op afspraak" : "", van ? `${klok(van)} tot ${klok(tot)} uur` : ""]
    .filter(Boolean)
    .join(" ");
  if (!wanneer) return kern;
  return `${kern} (${wanneer.endsWith("weken") ? wanneer : `${wanneer} keer van de maand`})`;
}
