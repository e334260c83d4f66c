// Begrijpen wat er speelt: geleerd is hoe zwaar elk woord bij elke situatie telt (generator/zoeken/situatiegewichten.yaml);
// uit een hele vraag volgt dan hoe goed elke situatie past. Puur.

import { losseStam } from "./taal.js";

// Een klasse is een teken vanaf hier; zie maak_begrip in situaties.py.
const EERSTE_TEKEN = 161;
// Hoe zwaar een eigen woord telt van een onderwerp of functie waar niets van geleerd is.
const NIET_GELEERD = 5;
// Een half woord of een stuk van een samenstelling zegt minder.
const STUK = 0.75;

function leesCodes(tekst) {
  const uit = [];
  for (let i = 0; i + 1 < tekst.length; i += 2) uit.push([tekst.charCodeAt(i) - EERSTE_TEKEN, Number(tekst[i + 1])]);
  return uit;
}

/** Elke regel als [woord, gewichten, gewichten van de lossere stam]; het cijfer voorop zegt hoeveel letters zijn als ervoor. */
export function leesGewichten(tekst) {
  let woord = "";
  return (tekst ? tekst.split("\n") : []).map((regel) => {
    const [kop, codes = "", los = ""] = regel.split(" ");
    woord = woord.slice(0, Number(kop[0])) + kop.slice(1);
    return [woord, leesCodes(codes), leesCodes(los)];
  });
}

/**
 * Leest wat geleerd is. `leer` en `eigen` geven de stam van een woord (woorden.js), `inhoud` haalt de stopwoorden weg. `scoor(delen)`
 * geeft per functie hoe goed zij past (0 tot 1), hoeveel er hier en elders hoort (samen 1), `item` (het onderwerp van elders) en `meest`
 * (hoe zeker de beste situatie hier is).
 */
export function maakBegrip(index, { leer, eigen, inhoud }, g) {
  const { vormen } = index.taal,
    { klassen: namen, gewichten } = index.rest.begrip;
  const items = new Map(index.rest.elders.map(([id], i) => [id, i]));
  const klassen = namen.map((n) => (typeof n === "string" ? { functies: [], elders: items.get(n) ?? -2 } : { functies: n, elders: -1 }));
  const perStam = new Map(), // stam -> [[klasse, punten]]
    perLos = new Map();
  const voegToe = (kaart, sleutel, codes) => kaart.set(sleutel, [...(kaart.get(sleutel) || []), ...codes]);

  for (const [woord, codes, los] of leesGewichten(gewichten)) {
    if (codes.length) voegToe(perStam, leer(woord), codes);
    if (los.length) voegToe(perLos, losseStam(woord, vormen), los);
  }

  /** Waar niets van geleerd is (van de gemeente zelf), weegt met zijn eigen woorden mee. */
  function voegEigenToe(klasse, tekst) {
    const k = klassen.push(klasse) - 1;
    for (const w of new Set(inhoud(tekst))) voegToe(perStam, leer(w), [[k, NIET_GELEERD]]);
  }

  const geleerd = new Set(namen.flat());
  index.functies.forEach((f, i) => {
    if (!geleerd.has(i)) voegEigenToe({ functies: [i], elders: -1 }, [f.naam, ...f.woorden, ...f.situaties].join(" "));
  });
  index.rest.elders.forEach(([id, naam, , , , zinnen], i) => {
    if (!geleerd.has(id)) voegEigenToe({ functies: [], elders: i }, [naam, ...zinnen].join(" "));
  });

  /** Wat een woord bij elke klasse zegt: zijn eigen stam en lossere stam samen, of het beste van wat erop lijkt. */
  function weegWoord(d, zelf) {
    const zelfCodes = perStam.get(zelf) || [],
      los = d.stuk ? [] : perLos.get(losseStam(d.woord, vormen)) || [];
    const uit = new Map();
    for (const [k, w] of [...zelfCodes, ...los]) uit.set(k, (uit.get(k) || 0) + w);
    for (const [s, m] of d.kandidaten) {
      if (s === zelf) continue;
      for (const [k, w] of perStam.get(s) || []) {
        const waarde = Math.pow(m, g.begripMacht) * w;
        if (waarde > (uit.get(k) || 0)) uit.set(k, waarde);
      }
    }
    return { uit, telt: (zelfCodes.length > 0) + (los.length > 0) || (uit.size ? 1 : 0) };
  }

  function punten(delen) {
    const som = new Float64Array(klassen.length);
    let aantal = 0;
    for (const d of delen) {
      if (d.plaats) continue;
      const { uit, telt } = weegWoord(d, eigen(d.stuk || d.woord));
      const deel = (d.stuk ? STUK : 1) * (d.bij ? g.bijzaak : 1);
      aantal += telt * deel;
      for (const [k, w] of uit) som[k] += deel * w;
    }
    return som.map((p) => (p * g.begripScherp) / Math.sqrt(Math.max(1, aantal)));
  }

  function scoor(delen) {
    const alle = punten(delen),
      hoogste = Math.max(...alle);
    const kans = alle.map((p) => Math.exp(p - hoogste)),
      som = kans.reduce((a, b) => a + b, 0);
    const uit = { functies: new Float64Array(index.functies.length), hier: 0, elders: 0, item: -1, meest: 0 };
    let top = 0;
    klassen.forEach(({ functies, elders }, k) => {
      const deel = kans[k] / som;
      if (elders === -1) {
        uit.hier += deel;
        uit.meest = Math.max(uit.meest, deel);
      } else uit.elders += deel;
      if (elders >= 0 && deel > top) [top, uit.item] = [deel, elders];
      functies.forEach((f, plek) => {
        uit.functies[f] += deel * Math.pow(g.begripVolgende, plek);
      });
    });
    return uit;
  }

  return { scoor };
}
