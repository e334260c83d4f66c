// Begrijpen wat er speelt: geleerd is hoe zwaar elk woord bij elke situatie telt (situatiegewichten.yaml); uit een
// hele vraag volgt dan hoe goed elke situatie past. Puur.

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

/** Elke regel als [woord, gewichten]; het cijfer voorop zegt hoeveel letters zijn als ervoor. */
export function leesGewichten(tekst) {
  let woord = "";
  return (tekst ? tekst.split("\n") : []).map((regel) => {
    const [kop, codes] = regel.split(" ");
    woord = woord.slice(0, Number(kop[0])) + kop.slice(1);
    return [woord, leesCodes(codes)];
  });
}

/**
 * Leest wat geleerd is. `leer` en `eigen` geven de stam van een woord (woorden.js), `inhoud` haalt de stopwoorden weg.
 * `scoor(delen)` geeft per functie hoe goed zij past (0 tot 1), hoeveel er hier en elders hoort (samen 1), `item` (het
 * onderwerp van elders) en `meest` (hoe zeker de beste situatie hier is).
 */
export function maakBegrip(index, { leer, eigen, inhoud }, g) {
  const { klassen: namen, gewichten } = index.rest.begrip;
  const items = new Map(index.rest.elders.map(([id], i) => [id, i]));
  const klassen = namen.map((n) =>
    typeof n === "string" ? { functies: [], elders: items.get(n) ?? -2 } : { functies: n, elders: -1 },
  );
  const perStam = new Map(); // stam -> [[klasse, punten]]
  const voegToe = (woord, codes) => {
    const s = leer(woord);
    perStam.set(s, [...(perStam.get(s) || []), ...codes]);
  };
  for (const [woord, codes] of leesGewichten(gewichten)) voegToe(woord, codes);

  /** Waar niets van geleerd is (een woord van een functie, iets van de gemeente), weegt met zijn eigen woorden mee. */
  function voegEigenToe(plekken, tekst, nieuw) {
    for (const w of new Set(inhoud(tekst)))
      if (nieuw || !perStam.has(leer(w))) for (const k of plekken) eigenWoorden.push([w, [[k, NIET_GELEERD]]]);
  }

  const eigenWoorden = [],
    geleerd = new Set(namen),
    voorop = new Map(); // functie -> klassen waar zij voorop staat
  klassen.forEach(({ functies: [eerste] }, k) => voorop.set(eerste, [...(voorop.get(eerste) || []), k]));
  index.functies.forEach((f, i) => {
    const nieuw = !voorop.has(i) && !klassen.some(({ functies }) => functies.includes(i));
    const plekken = nieuw ? [klassen.push({ functies: [i], elders: -1 }) - 1] : voorop.get(i) || [];
    voegEigenToe(plekken, [f.naam, ...f.woorden, ...f.situaties].join(" "), nieuw);
  });
  index.rest.elders.forEach(([id, naam, , , , zinnen], i) => {
    if (geleerd.has(id)) return;
    voegEigenToe([klassen.push({ functies: [], elders: i }) - 1], [naam, ...zinnen].join(" "), true);
  });
  for (const [woord, codes] of eigenWoorden) voegToe(woord, codes);

  /** Wat een woord bij elke klasse zegt: zijn eigen stam, of het beste van wat erop lijkt. */
  function weegWoord(d) {
    const zelf = eigen(d.stuk || d.woord),
      uit = new Map(perStam.get(zelf) || []);
    for (const [s, m] of d.kandidaten) {
      if (s === zelf) continue;
      for (const [k, w] of perStam.get(s) || []) {
        const waarde = Math.pow(m, g.begripMacht) * w;
        if (waarde > (uit.get(k) || 0)) uit.set(k, waarde);
      }
    }
    return uit;
  }

  function punten(delen) {
    const som = new Float64Array(klassen.length);
    let aantal = 0;
    for (const d of delen) {
      if (d.plaats) continue;
      const uit = weegWoord(d),
        deel = (d.stuk ? STUK : 1) * (d.bij ? g.bijzaak : 1);
      if (uit.size) aantal += deel;
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
