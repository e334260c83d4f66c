// Herkent nood aan de betekenis: woordgroepen (wie, wat, waarmee, nu) die samen een regel vormen, min wat remt. Puur.

import { vindWoorden } from "./crisiswoorden.js";

const DREMPEL = 10,
  // Een regel die zoveel punten haalt, zegt het zelf: geleerde gewichten halen haar alleen weg als zij er heel anders over denken.
  ZEKER = 14,
  DREMPEL_ZEKER = 5,
  OOK = 2,
  MEEST_REGEL = 20,
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

/** Wat er van de regels afgaat; een rem die `vlak` voor een woord moet staan, telt alleen daar. */
function telRemmen(remmen, soort, op, plekken) {
  let som = 0;
  for (const rem of remmen) {
    if (rem.soorten && !rem.soorten.includes(soort)) continue;
    const telt = (plek) =>
      plek.op.some((t) => !op.includes(t)) && (!rem.vlak || op.includes(plek.op[plek.op.length - 1] + 1));
    if ((plekken.get(rem.groep) || []).some(telt)) som += rem.punten;
  }
  return som;
}

/** De punten van een soort nood: de sterkste regels die elk hun eigen woorden hebben, min de remmen. */
function telRegels(soort, data, plekken, ws, wachtend) {
  const raak = [];
  for (const regel of soort.regels) {
    if (wachtend && (regel.wacht || regel.heel)) continue;
    const op = raakt(regel, plekken, ws.length);
    if (op) raak.push({ regel, op });
  }
  raak.sort((a, b) => b.regel.punten - a.regel.punten || b.op.length - a.op.length);
  const op = [];
  let punten = 0;
  for (const r of raak) {
    if (r.op.some((t) => op.includes(t))) continue;
    op.push(...r.op);
    punten += r.regel.punten;
  }
  return {
    soort,
    punten: punten - telRemmen(data.remmen, soort.id, op, plekken),
    op: op.sort((a, b) => a - b),
    spoed: raak.some((r) => r.regel.spoed),
  };
}

/** Wat de losse woorden en groepen samen wegen, en per soort nood (leeg: van geen soort) hoeveel daarvan. */
function telGewicht(data, plekken, wegen) {
  const per = new Map();
  let som = 0;
  const raak = (data.groepwegen || []).filter(([, , groep]) => plekken.has(groep));
  for (const [punten, soort] of [...wegen, ...raak]) {
    som += punten;
    per.set(soort, (per.get(soort) || 0) + punten);
  }
  return { som, per };
}

function nummersBij(gevonden, data, plekken, aantal, zeker) {
  const uit = [];
  for (const { soort } of gevonden) {
    const bij = (soort.bij || []).filter((b) => raakt(b, plekken, aantal)).flatMap((b) => b.nummers);
    uit.push(...soort.nummers, ...bij);
  }
  const spoed = gevonden.some((g) => g.spoed) || (plekken.get("spoed") || []).length > 0;
  if (spoed) uit.unshift(data.spoed);
  // Wie niet zeker weet wat er aan de hand is, geeft de nummers waar iedereen met alles terechtkan.
  if (!zeker) uit.push(...data.algemeen);
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
  const { ws, plekken, wegen } = vindWoorden(vraag, data, vormen, bestaat, typt, LANGST);
  if (!ws.length) return null;
  const { som, per } = telGewicht(data, plekken, wegen);
  const regels = data.soorten.map((soort) => telRegels(soort, data, plekken, ws, typt));
  const hoogst = Math.min(MEEST_REGEL, Math.max(0, ...regels.map((r) => r.punten)));
  if (hoogst + som < (hoogst >= ZEKER ? DREMPEL_ZEKER : DREMPEL)) return null;
  // Wie nog typt, krijgt het blok alleen bij een regel: losse woorden kunnen nog van alles worden.
  if (typt && hoogst < DREMPEL) return null;
  for (const r of regels) r.past = Math.max(0, r.punten) + (per.get(r.soort.id) || 0);
  const gevonden = regels.filter((r) => r.past > 0).sort((a, b) => b.past - a.past);
  if (!gevonden.length) gevonden.push(regels[0]);
  const [{ soort, op }] = gevonden;
  const mee = gevonden.filter((r, i) => !i || r.past >= OOK);
  return {
    id: soort.id,
    kop: soort.kop,
    tekst: soort.tekst,
    snel: mee.some((r) => r.soort.snel),
    woord: op.map((t) => ws[t]).join(" "),
    nummers: nummersBij(mee, data, plekken, ws.length, hoogst >= DREMPEL),
  };
}
