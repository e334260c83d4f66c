// De gegevens van een ingang als boom van teksten, lijsten en groepen, met paden als in het bestand:
// `locaties[0].openingstijden.do`. Puur.

const isGroep = (w) => w !== null && typeof w === "object" && !Array.isArray(w);
const isRij = (w) => Array.isArray(w) && w.some(isGroep);

/** 'locaties[0].adres' als ["locaties", 0, "adres"]. */
export function leesPad(pad) {
  return pad.split(/[.[]/).map((deel) => (deel.endsWith("]") ? Number(deel.slice(0, -1)) : deel));
}

/** De waarde op een pad, of undefined. Van een groep die een of meer keer mag, is nummer 0 de groep zelf. */
export function haalOp(boom, pad) {
  let plek = boom;
  for (const deel of leesPad(pad)) {
    if (plek === undefined || plek === null) return undefined;
    if (deel === 0 && isGroep(plek)) continue;
    plek = plek[deel];
  }
  return plek;
}

/** Zet een waarde op een pad; een lege waarde haalt weg, en wat daardoor leeg raakt ook. */
export function zetWaarde(boom, pad, waarde) {
  zet(boom, leesPad(pad), waarde);
}

function zet(plek, [deel, ...rest], waarde) {
  if (deel === 0 && isGroep(plek)) return zet(plek, rest, waarde);
  if (!rest.length) {
    if (!isLeeg(waarde)) plek[deel] = waarde;
    else haalWeg(plek, deel);
    return;
  }
  if (plek[deel] === undefined || typeof plek[deel] === "string") {
    if (isLeeg(waarde)) return;
    plek[deel] = typeof rest[0] === "number" ? [] : {};
  }
  zet(plek[deel], rest, waarde);
  if (isLeeg(plek[deel])) haalWeg(plek, deel);
}

function haalWeg(plek, deel) {
  if (!Array.isArray(plek)) delete plek[deel];
  else if (deel === plek.length - 1) plek.pop();
  else if (deel < plek.length) plek[deel] = {};
}

/** Of er niets in staat. */
export function isLeeg(waarde) {
  if (waarde === undefined || waarde === null) return true;
  if (typeof waarde === "string") return waarde.trim() === "";
  if (Array.isArray(waarde)) return waarde.every(isLeeg);
  return Object.values(waarde).every(isLeeg);
}

// Wat bij plakken meekomt en niemand ziet; in een bestand is dat een fout.
const ONZICHTBAAR = new RegExp(
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufdd0-\\ufdef\\ufffe\\uffff]" +
    "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]",
  "g",
);

/** Een tekst zonder onzichtbare tekens en bijzondere spaties. */
export const zichtbaar = (tekst) =>
  tekst
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\u202f\u2000-\u200a]/g, " ")
    .replace(ONZICHTBAAR, "")
    .trim();

/** Een boom zonder lege delen, met teksten zoals zij in een bestand mogen staan. */
export function opgeruimd(waarde) {
  if (typeof waarde === "string") return zichtbaar(waarde);
  if (Array.isArray(waarde)) return waarde.filter((deel) => !isLeeg(deel)).map(opgeruimd);
  const vol = Object.entries(waarde).filter(([, deel]) => !isLeeg(deel));
  return Object.fromEntries(vol.map(([naam, deel]) => [naam, opgeruimd(deel)]));
}

/** Elke waarde met haar pad; een lijst van teksten is een waarde. */
export function bladen(waarde, pad = "") {
  if (isGroep(waarde))
    return Object.entries(waarde).flatMap(([naam, deel]) => bladen(deel, pad ? `${pad}.${naam}` : naam));
  if (isRij(waarde)) return waarde.flatMap((deel, nummer) => bladen(deel, `${pad}[${nummer}]`));
  return [[pad, waarde]];
}

const gelijk = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Wat er verandert als [pad, waarde]; null haalt weg. Wat weg moet staat achteraan, van achter naar voor, zodat de
 * nummers blijven kloppen.
 */
export function verschil(oud, nieuw) {
  const weg = [];
  const anders = vergelijk(oud, nieuw, "", weg);
  return [...anders, ...weg.reverse()];
}

function vergelijk(oud, nieuw, pad, weg) {
  if (gelijk(oud, nieuw)) return [];
  if (oud === undefined) return bladen(nieuw, pad);
  if (nieuw === undefined) {
    weg.push([pad, null]);
    return [];
  }
  if (isGroep(oud) && isGroep(nieuw)) {
    const namen = new Set([...Object.keys(oud), ...Object.keys(nieuw)]);
    return [...namen].flatMap((naam) => vergelijk(oud[naam], nieuw[naam], pad ? `${pad}.${naam}` : naam, weg));
  }
  if (isRij(oud) || isRij(nieuw)) return vergelijkRij([oud].flat(), [nieuw].flat(), pad, weg);
  return [[pad, nieuw]];
}

function vergelijkRij(oud, nieuw, pad, weg) {
  const aantal = Math.max(oud.length, nieuw.length);
  return Array.from({ length: aantal }, (_, i) => i).flatMap((i) => vergelijk(oud[i], nieuw[i], `${pad}[${i}]`, weg));
}
