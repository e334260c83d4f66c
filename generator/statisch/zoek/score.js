// Punten geven: hoe goed past een vraag bij elke functie, elk levensgebied en elke voorziening? Puur; de volgorde
// staat in rang.js.

import { stam, woorden } from "./taal.js";
import { maakWoordenboek } from "./woorden.js";

const NAAM = 0,
  WOORD = 1,
  TEKST = 2,
  ORGANISATIE = 3,
  PLAATS = 4,
  ZELF = 5;

/** De losse zinnen in een zoekwoord: komma's en haakjes scheiden; "koelkast of fornuis kapot" is er twee. */
export function varianten(tekst) {
  const uit = [];
  for (const deel of tekst.split(/[,;:()]+/)) {
    const m = /^(.*?)(\S+) of (\S+)(.*)$/.exec(deel);
    if (m) uit.push(...varianten(m[1] + m[2] + m[4]), ...varianten(m[1] + m[3] + m[4]));
    else if (deel.trim()) uit.push(deel.trim());
  }
  return uit;
}

function zet(lijst, sleutel, waarde) {
  (lijst[sleutel] = lijst[sleutel] || []).push(waarde);
}

/** De puntenteller van een index; `g` zijn de gewichten. Doelen zijn eerst alle functies, dan alle levensgebieden. */
export function maakTeller(index, g) {
  const taal = index.taal;
  const stop = new Set(index.taal.stop.split(" "));
  const zwak = new Set(index.taal.zwak.split(" ").map((w) => stam(w, taal.vormen)));
  const boek = maakWoordenboek(taal, g);
  const nF = index.functies.length,
    nT = index.themas.length,
    nV = index.voorzieningen.naam.length;
  const zinnen = [];
  const zinnenVan = []; // stam -> nummers van zinnen
  const zachtVan = []; // stam -> [functie, gewicht] uit situaties, uitleg en vragen
  const eigenVan = []; // stam -> document * 8 + veld (documenten: eerst voorzieningen, dan organisaties)
  const sterkIn = []; // stam -> aantal functies met die stam in naam of zoekwoord
  const naamlengte = []; // document -> aantal woorden in de naam
  let idf = [],
    gewoneTaal = null,
    begrip = null,
    bleek = new Set();

  function inhoud(tekst) {
    const alle = woorden(tekst),
      kern = alle.filter((w) => !stop.has(w));
    return kern.length ? kern : alle;
  }

  function voegZinToe(doel, ruw, gewicht, kracht = 2) {
    // Een ~ ervoor: zonder stopwoorden blijft er te weinig over ("zonder huis" is niet "huis"); zie index.py.
    const vast = ruw[0] === "~",
      tekst = vast ? ruw.slice(1) : ruw;
    const stammen = [...new Set(inhoud(tekst).map((w) => boek.leer(w, kracht)))];
    if (!stammen.length) return;
    const nummer = zinnen.push({ doel, tekst, gewicht, stammen, vast: vast ? woorden(tekst).join(" ") : "" }) - 1;
    for (const s of stammen) zet(zinnenVan, s, nummer);
  }

  function telSterk() {
    const gezien = new Set();
    for (const z of zinnen) {
      if (z.doel >= nF) continue;
      for (const s of z.stammen) {
        const sleutel = s * 4096 + z.doel;
        if (!gezien.has(sleutel)) sterkIn[s] = (sterkIn[s] || 0) + 1;
        gezien.add(sleutel);
      }
    }
  }

  function telZacht() {
    zachtVan.forEach((rij, s) => {
      const bekend = new Set((zinnenVan[s] || []).map((z) => zinnen[z].doel));
      sterkIn[s] = (sterkIn[s] || 0) + rij.filter(([doel]) => !bekend.has(doel)).length;
    });
  }

  function leesVocabulaire() {
    index.functies.forEach((f, i) => {
      voegZinToe(i, f.naam, g.naam, 3);
      voegZinToe(i, f.id.replace(/-/g, " "), g.bron, 3);
      if (f.bron) voegZinToe(i, f.bron, g.bron, 3);
      for (const w of f.woorden.flatMap(varianten)) voegZinToe(i, w, g.woord);
    });
    index.themas.forEach((t, i) => {
      voegZinToe(nF + i, t.naam, g.naam * g.thema, 3);
    });
    telSterk();
  }

  function leesSituaties() {
    index.functies.forEach((f, i) => {
      [g.wie, g.situatie].forEach((gewicht, n) => {
        for (const w of new Set(inhoud(f.situaties[n]))) zet(zachtVan, boek.leer(w, 1.5), [i, gewicht]);
      });
    });
    telZacht();
  }

  function leesVeld(doc, veld, tekst) {
    const ws = inhoud(tekst);
    for (const s of new Set(ws.map((w) => boek.leer(w, veld === NAAM ? 1 : 0)))) zet(eigenVan, s, doc * 8 + veld);
    return ws.length;
  }

  function leesNamen() {
    index.voorzieningen.naam.forEach((naam, v) => {
      naamlengte[v] = leesVeld(v, NAAM, naam);
    });
    index.organisaties.forEach((o, i) => {
      naamlengte[nV + i] = leesVeld(nV + i, NAAM, o.naam);
    });
  }

  function leesRest(rest) {
    gewoneTaal = index.maakGewoneTaal(rest.taal, g);
    Object.assign(taal.vormen, rest.taal.vormen);
    taal.begrippen = rest.taal.begrippen;
    bleek = new Set(rest.taal.bleek.split(" ").map((w) => stam(w, taal.vormen)));
    boek.kenEcht(gewoneTaal.echt);
    leesSituaties();
    begrip = index.maakBegrip(index, { leer: (w) => boek.leer(w, 1.5), eigen: boek.eigen, inhoud }, g);
    index.functies.forEach((f, i) => {
      for (const [tekst, gewicht] of [
        [f.uitleg, g.uitleg],
        [f.vragen, g.vragen],
      ]) {
        for (const w of new Set(inhoud(tekst))) zet(zachtVan, boek.leer(w, 0), [i, gewicht]);
      }
    });
    index.themas.forEach((t, i) => {
      for (const w of t.woorden) voegZinToe(nF + i, w, g.woord * g.thema);
      for (const w of t.spelen) voegZinToe(nF + i, w, g.spelen * g.thema);
    });
    index.organisaties.forEach((o, i) => leesVeld(nV + i, TEKST, o.samenvatting));
    for (let v = 0; v < nV; v++) {
      leesVeld(v, TEKST, rest.samenvatting[v]);
      for (const w of rest.woorden[v]) leesVeld(v, woorden(w).length === 1 ? ZELF : WOORD, w);
      if (rest.organisatie[v] >= 0) leesVeld(v, ORGANISATIE, index.organisaties[rest.organisatie[v]].naam);
      leesVeld(v, PLAATS, [...rest.plaats[v], ...rest.adres[v]].join(" "));
    }
  }

  function sluitAf() {
    boek.klaar();
    idf = new Float64Array(boek.aantal());
    const docs = nV + index.organisaties.length + 1,
      logF = Math.log(nF + 1),
      logV = Math.log(docs + 1);
    for (let s = 0; s < idf.length; s++) {
      const df = sterkIn[s] || 0;
      idf[s] = df
        ? Math.log((nF + 1) / (df + 0.5)) / logF
        : 0.8 * Math.max(0.15, Math.log(docs / ((eigenVan[s] || []).length + 0.5)) / logV);
      if (zwak.has(boek.stamTekst(s))) idf[s] *= g.zwak;
      else if (bleek.has(boek.stamTekst(s))) idf[s] *= g.bleek;
    }
  }

  function weeg(d) {
    const zelf = boek.eigen(d.stuk || d.woord);
    let gewicht = 0;
    if (zelf !== undefined) gewicht = idf[zelf];
    else for (const [s, w] of d.kandidaten) gewicht = Math.max(gewicht, idf[s] * w);
    const deel = (d.stuk ? 0.75 : 1) * (gewoneTaal ? gewoneTaal.deel(d.stuk || d.woord) : 1);
    return { ...d, gewicht: (gewicht || g.onbekend) * deel * (d.bij ? g.bijzaak : 1) };
  }

  function paren(delen, laatste) {
    // "schuld hulp" is ook schuldhulp.
    for (let i = 0; i + 1 < delen.length; i++) {
      const samen = delen[i].woord + delen[i + 1].woord;
      if (samen.length < 6) continue;
      for (const [s, w] of boek.kandidaten(samen, delen[i + 1].woord === laatste)) {
        if (w < 0.6) continue;
        for (const d of [delen[i], delen[i + 1]])
          if (w * g.paar > (d.kandidaten.get(s) || 0)) d.kandidaten.set(s, w * g.paar);
      }
    }
  }

  function splits(d) {
    // Een onbekende samenstelling telt als haar delen: huurschuld is huur en schuld.
    const delen =
      d.woord.length > 6 && !boek.bekend(d.woord) && Math.max(0, ...d.kandidaten.values()) < 0.8
        ? boek.knip(d.woord)
        : null;
    if (!delen) return [d];
    return delen.map((stuk) => {
      const kandidaten = new Map();
      for (const [s, w] of boek.kandidaten(stuk, false)) kandidaten.set(s, w * g.knip);
      for (const [s, w] of d.kandidaten) if (w > (kandidaten.get(s) || 0)) kandidaten.set(s, w);
      return { woord: d.woord, stuk, plaats: d.plaats, bij: d.bij, kandidaten };
    });
  }

  /** De woorden van een vraag die ertoe doen; zegt geen woord iets, dan allemaal. */
  function kaleWoorden(vraag) {
    const alle = woorden(vraag),
      kern = alle.filter((w) => !stop.has(w)),
      kaal = kern.filter((w) => !isRuis(w));
    return kaal.length ? kaal : kern.length ? kern : alle;
  }

  const isRuis = (w) => (gewoneTaal && gewoneTaal.ruis.has(w)) || /^\d{1,2}$|^\d{4,5}$/.test(w);

  /** De woorden van een vraag met hun kandidaten en gewicht; `plaatsen`: woorden die een plaatsnaam zijn. */
  function ontleed(vraag, plaatsen) {
    const alle = woorden(vraag),
      kern = alle.filter((w) => !stop.has(w)),
      gekozen = kaleWoorden(vraag);
    const bij = gewoneTaal ? gewoneTaal.bijzaak(alle, kern) : new Set();
    const laatste = /[\p{L}\p{N}]$/u.test(vraag.trim()) ? gekozen[gekozen.length - 1] : null;
    const delen = gekozen.map((woord) => ({
      woord,
      plaats: plaatsen.has(woord),
      bij: bij.has(woord),
      kandidaten: new Map(boek.kandidaten(woord, woord === laatste)),
    }));
    paren(delen, laatste);
    return delen.flatMap(splits).map(weeg);
  }

  function raakZinnen(delen, n) {
    const perZin = new Map(),
      dekking = [];
    const dek = (doel, i, m) => {
      const rij = dekking[doel] || (dekking[doel] = new Float64Array(n));
      if (m > rij[i]) rij[i] = m;
    };
    delen.forEach((d, i) => {
      for (const [s, m] of d.plaats ? [] : d.kandidaten) {
        for (const z of zinnenVan[s] || []) {
          let hit = perZin.get(z);
          if (!hit) perZin.set(z, (hit = { v: new Float64Array(n), s: new Map() }));
          if (m > hit.v[i]) hit.v[i] = m;
          if (m > (hit.s.get(s) || 0)) hit.s.set(s, m);
          dek(zinnen[z].doel, i, m * zinnen[z].gewicht);
        }
        for (const [f, w] of zachtVan[s] || []) dek(f, i, m * w);
      }
    });
    return { perZin, dekking };
  }

  const gewichtVan = (zin, letterlijk) =>
    zin.gewicht * (zin.vast && !letterlijk.includes(` ${zin.vast}`) ? g.vast : 1);

  /**
   * Punten per doel: {score, zin, dekking, beste}. Een zin telt naar hoeveel van de vraag en van de zin zelf geraakt
   * is.
   */
  function scoorVocabulaire(delen, vraag = "") {
    const n = delen.length,
      letterlijk = ` ${woorden(vraag).join(" ")}`;
    const { perZin, dekking } = raakZinnen(delen, n);
    const Q = delen.reduce((som, d) => som + (d.plaats ? 0 : d.gewicht), 0) || 1;
    const uit = Array.from({ length: nF + nT }, () => ({ zinnen: [], score: 0, zin: 0, dekking: 0 }));
    for (const [z, hit] of perZin) {
      const zin = zinnen[z];
      let raak = 0,
        deel = 0,
        heel = 0;
      for (let i = 0; i < n; i++) raak += delen[i].gewicht * hit.v[i];
      for (const s of zin.stammen) {
        heel += idf[s];
        deel += idf[s] * (hit.s.get(s) || 0);
      }
      uit[zin.doel].zinnen.push([
        Math.pow(raak / Q, g.zinVraag) * Math.pow(heel ? deel / heel : 0, g.zinWoord) * gewichtVan(zin, letterlijk),
        z,
        hit.v,
      ]);
    }
    const past = begrip ? begrip.scoor(delen) : null;
    uit.forEach((u, doel) => {
      const [a = [0], b = [0], c = [0]] = u.zinnen.sort((x, y) => y[0] - x[0]);
      if (dekking[doel])
        for (let i = 0; i < n; i++) u.dekking += (delen[i].gewicht * Math.min(1, dekking[doel][i])) / Q;
      u.zin = (a[0] + g.tweede * b[0] + g.derde * c[0]) / (1 + g.tweede + g.derde);
      // Wie precies een zoekwoord of naam typt, bedoelt die functie.
      u.precies = a[0] >= g.preciesVanaf;
      u.score = (u.precies ? g.precies : 0) + g.zin * u.zin + g.dekking * u.dekking * (doel < nF ? 1 : g.thema);
      if (past && doel < nF) {
        u.past = past.functies[doel];
        u.score += g.begripDeel * u.past * (n < 3 ? g.begripKort : 1);
      }
      u.beste = a.length > 1 ? zinnen[a[1]].tekst : "";
    });
    uit.begrip = past;
    return uit;
  }

  /** Punten voor eigen woorden: Map van document naar {dekking, waarvan uitTekst, naamDeel, woordDeel, heel}. */
  function scoorEigen(delen) {
    const veldgewicht = [g.eigenNaam, g.eigenWoord, g.eigenTekst, g.eigenOrganisatie, g.eigenPlaats, g.eigenWoord];
    const Q = delen.reduce((som, d) => som + d.gewicht, 0) || 1;
    const uit = new Map();
    delen.forEach((d, i) => {
      for (const [s, m] of d.kandidaten) {
        for (const code of eigenVan[s] || []) {
          const doc = code >> 3,
            veld = code & 7;
          let hit = uit.get(doc);
          if (!hit) {
            hit = {
              v: new Float64Array(delen.length),
              inNaam: new Set(),
              inWoord: new Set(),
              naam: new Set(),
              naamDeel: 0,
              woordDeel: 0,
              eigennaam: 0,
              dekking: 0,
              uitTekst: 0,
            };
            uit.set(doc, hit);
          }
          if (m * veldgewicht[veld] > hit.v[i]) hit.v[i] = m * veldgewicht[veld];
          if (veld === ZELF && m >= 0.95) hit.inWoord.add(i);
          if (veld === NAAM && m >= 0.75) {
            if (m >= 0.85) hit.naam.add(s);
            hit.inNaam.add(i);
          }
        }
      }
    });
    for (const [doc, hit] of uit) {
      delen.forEach((d, i) => {
        hit.dekking += (d.gewicht * hit.v[i]) / Q;
        if (hit.inWoord.has(i)) hit.woordDeel += d.gewicht / Q;
        if (!hit.inNaam.has(i)) {
          hit.uitTekst += (d.gewicht * hit.v[i]) / Q;
          return;
        }
        hit.naamDeel += d.gewicht / Q;
        if (boek.isEigennaam(d.woord)) hit.eigennaam += d.gewicht / Q;
      });
      hit.heel = hit.naam.size >= naamlengte[doc] && hit.naamDeel > 0.95;
    }
    return uit;
  }

  leesVocabulaire();
  leesNamen();
  if (index.rest) leesRest(index.rest);
  sluitAf();
  return {
    ontleed,
    scoorVocabulaire,
    scoorEigen,
    boek,
    inhoud,
    kaleWoorden,
    kent: (w) => stop.has(w) || boek.inZoekwoorden(w),
    stopt: (w) => stop.has(w),
    zeldzaam: (w) => boek.kracht(w) < 2,
    sterk: (w) => boek.kracht(w) >= 2,
  };
}
