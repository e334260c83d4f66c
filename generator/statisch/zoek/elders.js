// Weten wat hier niet staat: hoort een vraag bij de gemeente zelf, bij een andere instantie of bij een andere plaats?
// Puur.

import { afstand, losseStam, stam, woorden } from "./taal.js";

// Zoveel van een vraag moet elders horen; en zoveel minder dan wat hier past, mag het zijn.
const ELDERS_VANAF = 0.5,
  ELDERS_SCHEELT = 0.12,
  ELDERS_HEEL = 0.9;
// Een woord dat hier nergens over hulp gaat, beslist in een korte vraag; en een zin die hier zo goed past, blijft hier.
const ELDERS_KORT = 0.38,
  KORT_GENOEG = 4,
  HIER_VANAF = 0.62,
  ZWAK_HIER = 0.3,
  ELDERS_ZWAK = 0.3;
// Een woord dat deze site niet kent; in een zin van elders staat daarvoor een *.
const BEKEND = 0.8;
// Onder deze punten past er hier niets, bij een vraag van een paar woorden.
const NIETS_ONDER = 0.3,
  KORTE_VRAAG = 3;
// Wat uit alle woorden samen geleerd is (begrip.js): zoveel ervan hoort elders, of juist zo weinig in een verhaal dat
// hier past.
const LEERT_ELDERS = 0.45,
  LEERT_MISSCHIEN = 0.3,
  NIETS_HIER = 0.2,
  LEERT_VAST_HIER = 0.12,
  ZIN_ZEKER = 0.8,
  LEERT_HIER = 0.25,
  LEERT_LENGTE = 3,
  VERHAAL = 4,
  VERHAAL_VANAF = 0.4;
// Plaatsnamen die ook een gewoon woord zijn: alleen na "in" of aan het eind.
const DUBBELE_PLAATS = new Set(
  "hoorn houten hulst kampen leiden borne soest weesp delft sluis grave putten".split(" "),
);
// Wie over iemand vraagt, vraagt eerder om hulp.
const PERSOON = new Set(
  (
    "hij zij ze hem haar mij me zichzelf zoon zoontje dochter dochtertje kind kinderen kleinkind jongen meisje baby " +
    "man vrouw moeder vader mama papa ouders oma opa broer zus tante oom partner ex buurman buurvrouw buren vriend " +
    "vriendin collega werkgever verhuurder juf meester mevrouw meneer iemand mensen oudere ouderen senioren"
  ).split(" "),
);
const VOORZETSEL = new Set(["in", "te", "uit", "naar", "omgeving", "regio", "gemeente"]);

/** Leest elders.yaml en de andere plaatsen uit de index; `teller` kent de woorden van deze site (score.js). */
export function maakElders(index, teller) {
  const { vormen } = index.taal,
    losse = new Map(),
    samen = [];
  const items = index.rest.elders.map(([id, naam, waar, uitleg, url]) => ({ id, naam, waar, uitleg, url }));
  const altijd = new Set(); // woorden en zinnen die bijna altijd dit betekenen
  index.rest.elders.forEach((rij, i) =>
    rij[5].forEach((zin) => {
      const ws = zin.includes("*") ? zin.split(" ") : woorden(zin),
        zeker = zin[0] === "!";
      if (ws.length > 1) samen.push({ i, zeker, ws: ws.map(vorm) });
      else if (ws.length) losse.set(ws[0], i);
      if (zeker && ws.length === 1) altijd.add(stam(ws[0], vormen));
    }),
  );
  const perStam = new Map();
  for (const [w, i] of losse) {
    for (const sleutel of [stam(w, vormen), `~${losseStam(w, vormen)}`])
      if (!perStam.has(sleutel)) perStam.set(sleutel, i);
  }
  const eigen = new Set(
    [...index.gebieden.map((g) => g.naam), ...index.rest.plaatsen].map((p) => woorden(p).join(" ")),
  );
  const plaatsen = index.rest.elders_plaatsen.map((p) => woorden(p).join(" ")).filter((p) => !eigen.has(p));

  function vorm(w) {
    return { w, s: stam(w, vormen), l: losseStam(w, vormen) };
  }

  const gelijk = (a, b) => a.w === b.w || a.s === b.s || (a.l === b.l && a.l.length > 3);
  // In "grofvuilcontainer" zit container; maar kent deze site het hele woord, dan telt dat.
  const begintOfEindigt = (a, b) =>
    b.w.length > 4 && a.w.length > b.w.length + 1 && !teller.sterk(a.w) && (a.w.startsWith(b.w) || a.w.endsWith(b.w));

  function tikfout(w) {
    if (w.length < 6 || teller.kent(w)) return undefined;
    const max = w.length > 9 ? 2 : 1;
    for (const [c, i] of losse)
      if (c.length > 4 && c[0] === w[0] && Math.abs(c.length - w.length) <= max && afstand(w, c, max) <= max) return i;
    return undefined;
  }

  function deel(w) {
    if (w.length < 7 || teller.kent(w)) return undefined;
    for (let n = w.length - 2; n > 4; n--) {
      const i = losse.get(w.slice(0, n)) ?? losse.get(w.slice(-n));
      if (i !== undefined) return [i, n];
    }
    return undefined;
  }

  function opWoord({ w, s, l }) {
    if (losse.has(w)) return [losse.get(w), 1, true];
    if (perStam.has(s)) return [perStam.get(s), 1, true];
    if (l.length > 4 && perStam.has(`~${l}`)) return [perStam.get(`~${l}`), 0.9];
    const i = deel(w);
    if (i !== undefined) return [i[0], 0.9, i[1] > 7];
    const fout = tikfout(w);
    return fout === undefined ? null : [fout, 0.85];
  }

  /** Het onderwerp dat het meest van de vraag dekt: {item, dekking, raak}, of null. */
  function onderwerp(vraag, delen) {
    const onbekend = delen.find((d) => !d.stuk && Math.max(0, ...d.kandidaten.values()) < BEKEND),
      vreemd = onbekend && vorm(onbekend.woord);
    const alleenElders = new Set(), // woorden die hier nergens over hulp gaan
      zekerElders = new Set(); // woorden en zinnen die bijna altijd elders horen
    const bij = new Set(delen.filter((d) => d.bij).map((d) => d.woord));
    const alle = woorden(vraag)
        .filter((w) => !bij.has(w))
        .map(vorm),
      geraakt = items.map(() => new Map());
    const raak = (i, w, m) => {
      if (m > (geraakt[i].get(w) || 0)) geraakt[i].set(w, m);
    };
    for (const v of alle) {
      const hit = teller.stopt(v.w) ? null : opWoord(v);
      if (!hit) continue;
      raak(hit[0], v.w, hit[1]);
      if ((hit[2] && !teller.sterk(v.w)) || altijd.has(v.s)) alleenElders.add(v.w);
      if (altijd.has(v.s)) zekerElders.add(v.w);
    }
    for (const { i, zeker, ws } of samen) {
      const paren = ws.map((b) => (b.w === "*" ? vreemd : alle.find((a) => gelijk(a, b) || begintOfEindigt(a, b))));
      if (!paren.every(Boolean)) continue;
      for (const a of paren) {
        raak(i, a.w, 1);
        if (!zeker) continue;
        alleenElders.add(a.w);
        zekerElders.add(a.w);
      }
    }
    let beste = null;
    geraakt.forEach((kaart, i) => {
      if (!kaart.size) return;
      let Q = 0,
        som = 0;
      for (const d of delen) {
        const m = kaart.get(d.woord) || 0,
          gewicht = m ? Math.max(1, d.gewicht) : d.gewicht;
        Q += gewicht;
        som += gewicht * m;
      }
      const dekking = Q ? som / Q : 1;
      if (!beste || dekking > beste.dekking)
        beste = {
          item: items[i],
          dekking,
          alleen: [...kaart.keys()].some((w) => alleenElders.has(w)),
          zeker: [...kaart.keys()].some((w) => zekerElders.has(w)),
        };
    });
    return beste;
  }

  /** De andere plaats in een korte vraag, of "". */
  function anderePlaats(vraag, delen) {
    const ws = woorden(vraag),
      tekst = ` ${ws.join(" ")} `;
    if (delen.length > 5) return "";
    return (
      plaatsen.find((p) => {
        const plek = tekst.indexOf(` ${p} `);
        if (plek < 0) return false;
        const voor = tekst.slice(0, plek).trim().split(" ").pop(),
          einde = plek + p.length + 2 === tekst.length;
        return DUBBELE_PLAATS.has(p)
          ? VOORZETSEL.has(voor) || (einde && ws.length > 1)
          : !teller.sterk(p) || VOORZETSEL.has(voor);
      }) || ""
    );
  }

  function wint(beste, hier, lengte) {
    // Past hier niets echt, dan is een half woord van elders genoeg.
    if (lengte <= KORT_GENOEG && hier.zin < ZWAK_HIER && beste.dekking >= ELDERS_ZWAK && !hier.persoon) return true;
    if (beste.alleen && lengte <= KORT_GENOEG && beste.dekking >= ELDERS_KORT) return true;
    if (beste.dekking < ELDERS_VANAF || hier.zin >= HIER_VANAF) return false;
    return beste.dekking >= hier.dekking - ELDERS_SCHEELT || beste.dekking >= ELDERS_HEEL;
  }

  const isVerhaal = (begrip, lengte) =>
    Boolean(begrip) && lengte >= VERHAAL && begrip.meest > VERHAAL_VANAF && begrip.elders < LEERT_HIER;
  const leertElders = ({ begrip, zin }) =>
    Boolean(begrip) &&
    begrip.item >= 0 &&
    zin < ZIN_ZEKER &&
    (begrip.elders > LEERT_ELDERS || (begrip.elders > LEERT_MISSCHIEN && begrip.meest < NIETS_HIER));
  /** Of alle woorden samen hier horen; dan is een half woord van elders niet genoeg. */
  const leertHier = ({ begrip }, beste, lengte) =>
    Boolean(begrip) && lengte >= LEERT_LENGTE && !beste.zeker && begrip.elders < LEERT_VAST_HIER;

  /**
   * De uitkomst: {soort: "gevonden", "elders" of "niets", elders}. `hier` zegt hoe goed het hier past: `genoemd` (bij naam), `precies`
   * (een zoekwoord of naam is de hele vraag), `eigen` (de eigen woorden van een functie dekken hem), `dekking` van het beste, en `score` (0 als er niets is).
   */
  function weeg(vraag, alleDelen, hier) {
    if (hier.genoemd) return { soort: "gevonden", elders: null };
    // "Lantaarnpaal kapot in Rozenhof": de eigen wijk zegt waar, niet waar de vraag over gaat.
    const delen = alleDelen.filter((d) => !d.plaats);
    const plaats = hier.plaats ? "" : anderePlaats(vraag, delen);
    if (plaats)
      return {
        soort: "elders",
        elders: {
          id: "andere-plaats",
          waar: "plaats",
          naam: plaats.replace(/(^|\s)\p{L}/gu, (m) => m.toUpperCase()),
          uitleg: "",
          url: "",
        },
      };
    const beste = onderwerp(vraag, delen);
    if (isVerhaal(hier.begrip, delen.length)) return { soort: "gevonden", elders: null };
    if (hier.eigen && !(beste && beste.zeker))
      return { soort: "gevonden", elders: beste && beste.dekking >= ELDERS_VANAF ? beste.item : null };
    const persoon = woorden(vraag).some((w) => PERSOON.has(w));
    const magElders = beste && (beste.zeker || !hier.precies) && !leertHier(hier, beste, delen.length);
    if (magElders && wint(beste, { ...hier, persoon }, delen.length))
      return { soort: "elders", elders: beste.item, zeker: beste.zeker };
    if (!hier.plaats && hier.score < NIETS_ONDER && delen.length <= KORTE_VRAAG)
      return { soort: beste ? "elders" : "niets", elders: beste ? beste.item : null };
    // Een enkel woord dat deze site goed kent of waar hier een plek naar heet, stuurt niet weg op wat geleerd is.
    const bekend = delen.length === 1 && (hier.heet || teller.sterk(delen[0].woord));
    if (!hier.precies && !bekend && leertElders(hier)) return { soort: "elders", elders: items[hier.begrip.item] };
    return { soort: "gevonden", elders: null };
  }

  return { weeg };
}
