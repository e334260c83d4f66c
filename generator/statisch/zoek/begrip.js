// Begrijpen wat er speelt: uit alle situaties samen (generator/zoeken/situaties.yaml) volgt welk woord bij welke
// situatie hoort, en uit een hele vraag hoe goed elke situatie past. Puur.

/**
 * Leert uit de situaties van de index. `leer` geeft de stam van een woord (woorden.js), `inhoud` haalt de stopwoorden
 * weg. `scoor(delen)` geeft per functie hoe goed zij past (0 tot 1), en hoeveel er hier en elders hoort: `hier` en
 * `elders` (samen hoogstens 1), `item` (het onderwerp van elders) en `meest` (de punten van de beste situatie hier).
 */
export function maakBegrip(index, leer, inhoud, g) {
  const nF = index.functies.length,
    klassen = [],
    totaal = new Map(); // stam -> hoe vaak in alle situaties
  let alles = 0;

  function voegToe(functies, tekst, keer, elders = -1) {
    const telling = new Map();
    let som = 0;
    for (const w of inhoud(tekst)) {
      const s = leer(w);
      telling.set(s, (telling.get(s) || 0) + keer);
      totaal.set(s, (totaal.get(s) || 0) + keer);
      som += keer;
    }
    alles += som;
    klassen.push({ functies, telling, som, elders });
  }

  const vanElders = new Map(index.rest.begrip.filter(([wie]) => typeof wie === "string"));
  for (const [functies, tekst] of index.rest.begrip) if (typeof functies !== "string") voegToe(functies, tekst, 1);
  index.functies.forEach((f, i) => {
    voegToe([i], [f.naam, ...f.woorden, ...f.situaties].join(" "), g.begripFunctie);
  });

  // Wat ergens anders hoort, leert mee: een woord van daar zegt dan hier minder.
  index.rest.elders.forEach(([id, naam, , , , zinnen], i) => {
    voegToe([], [naam, ...zinnen, vanElders.get(id) || ""].join(" "), 1, i);
  });

  // stam -> [[klasse, gewicht]]: hoeveel vaker een woord in die situatie voorkomt dan in alle samen.
  const perStam = new Map(),
    hoogste = Math.log(alles);
  klassen.forEach(({ telling, som }, k) => {
    for (const [s, n] of telling) {
      const p = totaal.get(s) / alles,
        gewicht = Math.log((n + g.begripGlad * p) / ((som + g.begripGlad) * p)) / hoogste;
      if (gewicht <= 0) continue;
      if (!perStam.has(s)) perStam.set(s, []);
      perStam.get(s).push([k, gewicht]);
    }
  });

  function scoor(delen) {
    const punten = new Float64Array(klassen.length);
    for (const d of delen) {
      if (d.plaats) continue;
      const beste = new Map();
      for (const [s, m] of d.kandidaten)
        for (const [k, w] of perStam.get(s) || []) {
          const waarde = Math.pow(m, g.begripMacht) * w;
          if (waarde > (beste.get(k) || 0)) beste.set(k, waarde);
        }
      const telt = d.gewicht * (d.stuk ? 0.75 : 1);
      for (const [k, w] of beste) punten[k] += telt * w;
    }
    let top = 0;
    const uit = { functies: new Float64Array(nF), hier: 0, elders: 0, item: -1, meest: 0 };
    let som = Math.exp(g.begripNul * g.begripScherp);
    const kans = Array.from(punten, (p) => (p > 0 ? Math.exp(p * g.begripScherp) : 0));
    for (const k of kans) som += k;
    klassen.forEach(({ functies, elders }, k) => {
      if (!kans[k]) return;
      const deel = kans[k] / som;
      uit.meest = Math.max(uit.meest, elders < 0 ? punten[k] : 0);
      if (elders < 0) uit.hier += deel;
      else uit.elders += deel;
      if (elders >= 0 && deel > top) {
        top = deel;
        uit.item = elders;
      }
      functies.forEach((f, plek) => {
        uit.functies[f] += deel * Math.pow(g.begripVolgende, plek);
      });
    });
    return uit;
  }

  return { scoor };
}
