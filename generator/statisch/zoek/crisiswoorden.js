// Welke woordgroepen van crisis.yaml in een vraag staan, en waar: verbogen, met een tikfout, aan elkaar of los, of
// zoals het klinkt. Puur.

import { afstand, klank, letters, losseStam, stam, telBits, woorden } from "./taal.js";

const gelezen = new WeakMap(); // data -> lexicon
const ANDERS = { "\u0131": "i", "\u0142": "l", "\u02bc": "", "\u02b9": "", "\u2032": "" };

const vouwNood = (tekst) =>
  woorden(tekst.toLowerCase().replace(/[\u0131\u0142\u02bc\u02b9\u2032]/g, (t) => ANDERS[t]));

function hang(kaart, sleutel, waarde) {
  const rij = kaart.get(sleutel);
  if (rij) rij.push(waarde);
  else kaart.set(sleutel, [waarde]);
}

/**
 * Leest een woord uit de lijst: `slaan` (met zijn vormen), `slaan!` (precies zo), `sla*` (zo begint het) of `*geweld`
 * (zo eindigt het). Een woord dat remt is `streng`: dicht is geen gedicht en filmt geen film.
 */
function leesWoord(ruw, lex, vormen, streng) {
  const precies = ruw.endsWith("!"),
    begin = ruw.endsWith("*"),
    eind = ruw.startsWith("*");
  const w = vouwNood(ruw)[0],
    sleutel = `${precies ? "=" : ""}${streng ? "~" : ""}${eind ? "*" : ""}${w}${begin ? "*" : ""}`;
  let id = lex.ids.get(sleutel);
  if (id !== undefined) return id;
  id = lex.ids.size;
  lex.ids.set(sleutel, id);
  if (begin) {
    lex.begin.set(w, id);
    if (w.length > 5) lex.beginKlank.set(klank(w), id);
  } else if (eind) lex.eind.push([w, id]);
  else {
    hang(lex.heel, w, id);
    if (!precies) {
      hang(lex.stam, stam(w, vormen), id);
      if (w.length > 4 && !streng) hang(lex.los, losseStam(w, vormen), id);
    }
    if (w.length > 3) hang(lex.klank, klank(w), id);
  }
  if (w.length > 3 && !eind) lex.lijst.push([w, id, begin, letters(w)]);
  return id;
}

function maakLexicon(data, vormen) {
  const lex = {
    ids: new Map(),
    heel: new Map(),
    stam: new Map(),
    los: new Map(),
    klank: new Map(),
    begin: new Map(),
    beginKlank: new Map(),
    eind: [],
    lijst: [],
    zinnen: new Map(),
    wegen: [],
    gewoon: new Set(vouwNood(data.gewoon)),
    onthouden: new Map(),
  };
  const remt = new Set(data.remmen.map((rem) => rem.groep));
  const leesZinnen = (tekst, streng, wat) => {
    for (const zin of tekst.split("|")) {
      const rij = zin
        .split(/[ -]/)
        .flatMap((w) => (data.schrijf[w] || w).split(" "))
        .map((w) => leesWoord(w, lex, vormen, streng));
      hang(lex.zinnen, rij[0], { rij, ...wat() });
    }
  };
  for (const [groep, tekst] of Object.entries(data.groepen)) leesZinnen(tekst, remt.has(groep), () => ({ groep }));
  for (const [punten, soort, tekst] of data.weegt || [])
    leesZinnen(tekst, false, () => ({ weegt: lex.wegen.push([punten, soort]) - 1 }));
  return lex;
}

function isTikfout(w, doel, begin, max) {
  // Hoe korter het woord, hoe meer er al moet kloppen: geeld is geen geweld.
  if (doel.length < 6 && (w[0] !== doel[0] || w.length < 4)) return false;
  if (!begin) return afstand(w, doel, max) <= max;
  if (doel.length < 5) return false;
  return [0, 1, -1].some((d) => w.length >= doel.length + d && afstand(w.slice(0, doel.length + d), doel, max) <= max);
}

function zonderFout(w, lex, vormen) {
  const uit = [...(lex.heel.get(w) || [])];
  if (lex.gewoon.has(w)) return uit;
  if (w.length > 3) uit.push(...(lex.stam.get(stam(w, vormen)) || []));
  if (w.length > 4) uit.push(...(lex.los.get(losseStam(w, vormen)) || []));
  for (let n = 3; n <= w.length; n++) if (lex.begin.has(w.slice(0, n))) uit.push(lex.begin.get(w.slice(0, n)));
  for (const [staart, id] of lex.eind) if (w.length > staart.length && w.endsWith(staart)) uit.push(id);
  return uit;
}

const leg = (uit, id, fouten) => {
  if (!(uit.get(id) <= fouten)) uit.set(id, fouten);
};
const isVerwisseld = (a, b) => a.length === b.length && [...a].sort().join("") === [...b].sort().join("");

function zoekTikfouten(w, lex, uit) {
  const eigen = letters(w);
  for (const [doel, id, begin, bits] of lex.lijst) {
    const max = doel.length > 10 ? 2 : 1;
    // Wat in lengte of letters te ver weg is, hoeft niet geteld te worden.
    if (w.length < doel.length - max || (!begin && w.length > doel.length + max)) continue;
    if (telBits(begin ? bits & ~eigen : bits ^ eigen) > (begin ? max : 2 * max)) continue;
    // Begint een kort woord anders, dan is het vermoeden zwak: geeld is geen geweld.
    if (isTikfout(w, doel, begin, max))
      leg(uit, id, doel.length < 7 && w.slice(0, 3) !== doel.slice(0, 3) && !isVerwisseld(w, doel) ? 2 : 1);
  }
}

/**
 * Wat een woord kan zijn: Map van woordnummer naar 0 (zo staat het er), 1 (vermoedelijk een tikfout) of 2 (misschien).
 */
function duid(w, lex, vormen, bestaat) {
  const oud = lex.onthouden.get(w);
  if (oud) return oud;
  const uit = new Map(zonderFout(w, lex, vormen).map((id) => [id, 0]));
  if (!lex.heel.has(w) && !lex.stam.has(stam(w, vormen)) && w.length > 3 && !lex.gewoon.has(w) && !bestaat(w)) {
    const klinkt = klank(w);
    for (const id of lex.klank.get(klinkt) || []) leg(uit, id, 1);
    for (let n = 5; n <= klinkt.length; n++)
      if (lex.beginKlank.has(klinkt.slice(0, n))) leg(uit, lex.beginKlank.get(klinkt.slice(0, n)), 1);
    zoekTikfouten(w, lex, uit);
  }
  if (lex.onthouden.size > 500) lex.onthouden.clear();
  lex.onthouden.set(w, uit);
  return uit;
}

/** Knip "ikwildood" in woorden die de lijst kent; null als dat niet helemaal lukt. */
function knip(w, lex) {
  const beste = [[]];
  for (let eind = 1; eind <= w.length; eind++) {
    for (let van = Math.max(0, eind - 14); van < eind; van++) {
      const stuk = w.slice(van, eind);
      if (!beste[van] || stuk.length < 2 || !(lex.heel.has(stuk) || lex.gewoon.has(stuk))) continue;
      if (!beste[eind] || beste[eind].length > beste[van].length) beste[eind] = [...beste[van], stuk];
    }
  }
  const stukken = beste[w.length];
  return stukken && stukken.length > 2 && stukken.length < w.length / 2.5 ? stukken : null;
}

function leesVraag(vraag, data, lex, vormen, bestaat, langst) {
  const uit = [];
  for (const w of vouwNood(vraag).slice(0, langst)) {
    if (Object.hasOwn(data.schrijf, w)) uit.push(...data.schrijf[w].split(" "));
    else if (w.length > 6 && !duid(w, lex, vormen, bestaat).size && !bestaat(w)) uit.push(...(knip(w, lex) || [w]));
    else uit.push(w);
  }
  return uit;
}

function volg(rij, van, mogelijk) {
  // Tussen twee woorden van een zin mag er een ander staan: "geen uitweg" is ook "geen enkele uitweg".
  const op = [];
  let fouten = 0,
    plek = van;
  for (let j = 0; j < rij.length; j++) {
    const kans = j ? [plek + 1, plek + 2] : [plek];
    const raak = kans.find((p) => mogelijk[p] && mogelijk[p].has(rij[j]));
    if (raak === undefined) return null;
    op.push(raak);
    fouten += mogelijk[raak].get(rij[j]);
    plek = raak;
  }
  return { op, fouten };
}

function vulAf(w, lex) {
  // Wie stopt bij "zelfmo", krijgt het nummer ook.
  const past = ([doel]) => doel.startsWith(w) && w.length >= Math.max(5, doel.length * 0.6);
  return new Map(lex.lijst.filter(past).map(([, id]) => [id, 1]));
}

/**
 * {ws, plekken, wegen}: de woorden van de vraag, per groep waar zij staat als {op: [nummers van woorden], fouten}, en de
 * wegende woorden als [punten, soort]. Een tikfout weegt als het ene woord dat er het dichtst bij ligt.
 */
export function vindWoorden(vraag, data, vormen, bestaat, typt, langst) {
  if (!gelezen.has(data)) gelezen.set(data, maakLexicon(data, vormen));
  const lex = gelezen.get(data),
    plekken = new Map(),
    wegen = new Set(),
    twijfel = new Map();
  const klaar = typt ? vraag.replace(/[\p{L}\p{N}'\u2019]+$/u, "") : vraag;
  const ws = leesVraag(klaar, data, lex, vormen, bestaat, langst);
  const mogelijk = ws.map((w, i) => {
    const af = duid(w, lex, vormen, bestaat),
      half = !typt && i === ws.length - 1 && !lex.heel.has(w);
    const hier = half ? new Map([...vulAf(w, lex), ...af]) : af,
      samen = ws[i + 1] && lex.heel.get(w + ws[i + 1]);
    return samen && (w + ws[i + 1]).length > 6 ? new Map([...hier, ...samen.map((id) => [id, 0])]) : hier;
  });
  mogelijk.forEach((ids, van) => {
    for (const id of ids.keys()) {
      for (const { groep, weegt, rij } of lex.zinnen.get(id) || []) {
        const plek = volg(rij, van, mogelijk);
        if (!plek) continue;
        if (groep) hang(plekken, groep, plek);
        else if (!plek.fouten) wegen.add(weegt);
        else if (!twijfel.has(van) || plek.fouten < twijfel.get(van).fouten) twijfel.set(van, { ...plek, weegt });
      }
    }
  });
  for (const { weegt } of twijfel.values()) wegen.add(weegt);
  return { ws, plekken, wegen: [...wegen].map((nr) => lex.wegen[nr]) };
}
