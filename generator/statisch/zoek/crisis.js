// Herkent nood aan de betekenis: woordgroepen (wie, wat, waarmee, nu) die samen een regel vormen, min wat remt. Puur.

import { vindWoorden } from "./crisiswoorden.js";

const DREMPEL = 10,
  OOK = 6,
  MEEST = 5,
  LANGST = 80;

/** Alle plekken van de groepen die in `item` staan ("man/vrouw" is een van de twee). */
const plekkenVan = (item, plekken) => item.split("/").flatMap((groep) => plekken.get(groep) || []);

function loopNa(items, i, gekozen, regel, plekken) {
  if (i === items.length) return gekozen;
  const vorige = gekozen[i - 1];
  let beste = null;
  for (const plek of plekkenVan(items[i], plekken)) {
    if (gekozen.some((g) => g.op.some((t) => plek.op.includes(t)))) continue;
    const van = plek.op[0],
      afstand = vorige ? van - vorige.op[vorige.op.length - 1] : 1;
    if (regel.rij && (afstand < 1 || afstand > 3)) continue;
    if (gekozen.some((g) => Math.abs(g.op[0] - van) > 14)) continue;
    const uit = loopNa(items, i + 1, [...gekozen, plek], regel, plekken);
    if (uit && (!beste || telFouten(uit) < telFouten(beste))) beste = uit;
  }
  return beste;
}

const telFouten = (gekozen) => gekozen.reduce((som, plek) => som + plek.fouten, 0);

/**
 * De woorden waarmee een regel raakt, of null. Een regel van een of twee woorden mag een tikfout hebben, een langere
 * twee.
 */
function raakt(regel, plekken, aantal) {
  if (!regel.samen.every((item) => plekkenVan(item, plekken).length)) return null;
  const gekozen = loopNa(regel.samen, 0, [], regel, plekken);
  if (!gekozen) return null;
  const op = gekozen.flatMap((plek) => plek.op);
  if (telFouten(gekozen) > (op.length > 2 ? 2 : 1) || (regel.heel && op.length < aantal)) return null;
  const geremd = (regel.niet || []).some((groep) =>
    (plekken.get(groep) || []).some((plek) => plek.op.some((t) => !op.includes(t))),
  );
  return geremd ? null : op;
}

/** Wat er afgaat: `licht` remt alleen tekens, een rem die `vlak` voor een woord moet staan alleen regels. */
function telRemmen(remmen, licht, soort, op, plekken) {
  let som = 0;
  for (const rem of remmen) {
    if (Boolean(rem.licht) !== licht || (rem.soorten && !rem.soorten.includes(soort))) continue;
    const vrij = (plek) => (licht && plek.op.length > 1) || plek.op.some((t) => !op.includes(t));
    const telt = (plek) => vrij(plek) && (!rem.vlak || op.includes(plek.op[plek.op.length - 1] + 1));
    if ((plekken.get(rem.groep) || []).some(telt)) som += rem.punten;
  }
  return som;
}

/** Tekens zeggen alleen weinig en samen veel: elk woord telt een keer mee, bovenop de regels. */
function telTekens(soort, op, plekken) {
  let som = 0;
  for (const { groep, punten, eens, naast } of soort.tekens || []) {
    if ((eens || naast) && !som) continue;
    const nieuw = (plekken.get(groep) || []).filter((plek) => !plek.op.some((t) => op.includes(t)));
    for (const plek of eens ? nieuw.slice(0, 1) : nieuw) {
      if (plek.op.some((t) => op.includes(t))) continue;
      if (!eens) op.push(...plek.op);
      som += punten;
    }
  }
  return som;
}

/** De punten van een soort nood: de sterkste regels die elk hun eigen woorden hebben, min de remmen. */
function weeg(soort, data, plekken, ws, wachtend) {
  const raak = [];
  for (const regel of soort.regels) {
    if (wachtend && (regel.wacht || regel.heel)) continue;
    const op = raakt(regel, plekken, ws.length);
    if (op) raak.push({ regel, op });
  }
  raak.sort((a, b) => b.regel.punten - a.regel.punten || b.op.length - a.op.length);
  const op = [],
    telt = [];
  let punten = 0;
  for (const r of raak) {
    if (r.op.some((t) => op.includes(t))) continue;
    op.push(...r.op);
    telt.push(r.regel);
    punten += r.regel.punten;
  }
  punten -= telRemmen(data.remmen, false, soort.id, op, plekken);
  if (!wachtend)
    punten += Math.max(0, telTekens(soort, op, plekken) - telRemmen(data.remmen, true, soort.id, op, plekken));
  return {
    soort,
    punten,
    waarom: [...op]
      .sort((a, b) => a - b)
      .map((t) => ws[t])
      .join(" "),
    spoed: raak.some((r) => r.regel.spoed),
  };
}

function nummersBij(gevonden, data, plekken, aantal) {
  const uit = [];
  for (const { soort } of gevonden) {
    const bij = (soort.bij || []).filter((b) => raakt(b, plekken, aantal)).flatMap((b) => b.nummers);
    uit.push(...soort.nummers, ...bij);
  }
  const spoed = gevonden.some((g) => g.spoed) || (plekken.get("spoed") || []).length > 0;
  if (spoed) uit.unshift(data.spoed);
  return [...new Set(uit)]
    .map((n) => data.nummers[n])
    .filter(Boolean)
    .slice(0, MEEST);
}

/**
 * Het blok dat bij de vraag past, of null: {id, kop, tekst, snel, nummers, woord}. `data` komt uit crisis.yaml; `bestaat` zegt of een
 * woord gewoon Nederlands is. Met `typt` is de vraag nog niet af: het laatste woord telt pas na een spatie, en regels die op het
 * vervolg wachten tellen niet.
 */
export function vindCrisis(vraag, data, vormen, bestaat = () => false, typt = false) {
  if (!data.soorten) return null;
  const { ws, plekken } = vindWoorden(vraag, data, vormen, bestaat, typt, LANGST);
  if (!ws.length) return null;
  const gevonden = data.soorten.map((soort) => weeg(soort, data, plekken, ws, typt)).filter((g) => g.punten >= OOK);
  gevonden.sort((a, b) => b.punten - a.punten);
  if (!gevonden.length || gevonden[0].punten < DREMPEL) return null;
  const { soort, waarom } = gevonden[0];
  return {
    id: soort.id,
    kop: soort.kop,
    tekst: soort.tekst,
    snel: gevonden.some((g) => g.soort.snel),
    woord: waarom,
    nummers: nummersBij(gevonden, data, plekken, ws.length),
  };
}
