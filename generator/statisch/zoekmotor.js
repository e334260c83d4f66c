// De zoekmotor: een index erin, een vraag erin, resultaten eruit. Dezelfde code draait in de browser en in Python (mini-racer).

import { stam, vouw, woorden } from "./zoektaal.js";
import { maakWoordenboek } from "./zoekwoorden.js";
import { vindCrisis } from "./zoekcrisis.js";
import { ordenResultaten } from "./zoekrang.js";

/** De gewichten; gemeten op tests/zoekvragen_extra.tsv (zie bench/zoeken). */
export const GEWICHTEN = {
  stam: 0.97, los: 0.82, klank: 0.85, gelijk: 0.75, gelijkVanaf: 0.9,
  deelVoor: 0.45, deelAchter: 0.5, deelMidden: 0.35, deelLengte: 0.4, deelBekend: 0.7,
  bevatVoor: 0.3, bevatAchter: 0.35, bevatLengte: 0.4, zelfdeBegin: 0.6,
  begin: 0.5, beginLengte: 0.35, tik1: 0.95, tik2: 0.75, tikKort: 0.9, tikEerste: 0.1, tikZwak: 0.12, knipVanaf: 0.45, paar: 0.95, knip: 0.9,
  zwak: 0.35, onbekend: 0.25,
  naam: 1.05, bron: 0.95, woord: 1, spelen: 0.8,
  zinVraag: 1, zinWoord: 0.5, zin: 1, tweede: 0.15, derde: 0.08, dekking: 0.45, uitleg: 0.45, vragen: 0.2, thema: 0.7,
  ingang: 0.97, volgende: 0.93, eigen: 0.35, eigenNaam: 1, eigenWoord: 0.8, eigenTekst: 0.5, eigenOrganisatie: 0.6, eigenPlaats: 0.5,
  band1: 0.88, band2: 0.66, band3: 0.45, ondergrens: 0.22, spreiding: 0.6,
};

/** De losse zinnen in een zoekwoord: komma's en haakjes scheiden; "koelkast of fornuis kapot" is er twee. */
function varianten(tekst) {
  const uit = [];
  for (const deel of tekst.split(/[,;:()]+/)) {
    const m = /^(.*?)(\S+) of (\S+)(.*)$/.exec(deel);
    if (m) uit.push(...varianten(m[1] + m[2] + m[4]), ...varianten(m[1] + m[3] + m[4]));
    else if (deel.trim()) uit.push(deel.trim());
  }
  return uit;
}

const NAAM = 0, WOORD = 1, TEKST = 2, ORGANISATIE = 3, PLAATS = 4;

/** Bouw een motor op een index (zie generator/zoeken/index.py). `gewichten` vervangt losse waarden. */
export function maakMotor(index, gewichten = {}) {
  const g = { ...GEWICHTEN, ...gewichten };
  const taal = { gelijk: index.taal.gelijk, vormen: index.taal.vormen };
  const stop = new Set(index.taal.stop.split(" "));
  const zwak = new Set(index.taal.zwak.split(" ").map((w) => stam(w, taal.vormen)));
  const boek = maakWoordenboek(taal, g);
  const nF = index.functies.length, nT = index.themas.length, nO = index.organisaties.length;
  const nV = index.ingangen.naam.length;
  const zinnen = [];
  const zinnenVan = [];          // stam -> nummers van zinnen
  const zachtVan = [];           // stam -> [functie, gewicht, ...]
  const eigenVan = [];           // stam -> [document * 8 + veld, ...] (document: eerst ingangen, dan organisaties)
  const sterkIn = [];            // stam -> aantal functies met die stam in naam of zoekwoord
  const naamlengte = [];         // document -> aantal woorden in de naam
  const perFunctie = Array.from({ length: nF }, () => []);
  let idf = [];

  function zet(lijst, sleutel, waarde) {
    (lijst[sleutel] = lijst[sleutel] || []).push(waarde);
  }

  function inhoud(tekst) {
    const alle = woorden(tekst), kern = alle.filter((w) => !stop.has(w));
    return kern.length ? kern : alle;
  }

  function voegZinToe(doel, soort, tekst, gewicht) {
    const stammen = [...new Set(inhoud(tekst).map((w) => boek.leer(w, true)))];
    if (!stammen.length) return;
    const nummer = zinnen.push({ doel, soort, tekst, gewicht, stammen }) - 1;
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

  function leesVocabulaire() {
    index.functies.forEach((f, i) => {
      voegZinToe(i, "naam", f.naam, g.naam);
      voegZinToe(i, "naam", f.id.replace(/-/g, " "), g.bron);
      if (f.bron) voegZinToe(i, "bron", f.bron, g.bron);
      for (const w of f.woorden.flatMap(varianten)) voegZinToe(i, "woord", w, g.woord);
    });
    index.themas.forEach((t, i) => {
      voegZinToe(nF + i, "naam", t.naam, g.naam * g.thema);
      for (const w of t.woorden) voegZinToe(nF + i, "woord", w, g.woord * g.thema);
      for (const w of t.spelen) voegZinToe(nF + i, "spelen", w, g.spelen * g.thema);
    });
    telSterk();
    index.functies.forEach((f, i) => {
      for (const [tekst, gewicht] of [[f.uitleg, g.uitleg], [f.vragen, g.vragen]]) {
        for (const w of new Set(inhoud(tekst))) zet(zachtVan, boek.leer(w, false), [i, gewicht]);
      }
    });
  }

  function leesVeld(doc, veld, tekst) {
    const ws = inhoud(tekst);
    for (const s of new Set(ws.map((w) => boek.leer(w, false)))) zet(eigenVan, s, doc * 8 + veld);
    return ws.length;
  }

  function leesNamen() {
    index.ingangen.functies.forEach((fs, v) => fs.forEach((f) => perFunctie[f].push(v)));
    index.ingangen.naam.forEach((naam, v) => { naamlengte[v] = leesVeld(v, NAAM, naam); });
    index.organisaties.forEach((o, i) => {
      naamlengte[nV + i] = leesVeld(nV + i, NAAM, o.naam);
      leesVeld(nV + i, TEKST, o.samenvatting);
    });
  }

  function leesRest(rest) {
    for (let v = 0; v < nV; v++) {
      leesVeld(v, TEKST, rest.samenvatting[v]);
      for (const w of rest.woorden[v]) leesVeld(v, WOORD, w);
      if (rest.organisatie[v] >= 0) leesVeld(v, ORGANISATIE, index.organisaties[rest.organisatie[v]].naam);
      leesVeld(v, PLAATS, rest.plaats[v].join(" "));
    }
  }

  function sluitAf() {
    boek.klaar();
    idf = new Float64Array(boek.aantal());
    const logF = Math.log(nF + 1), logV = Math.log(nV + nO + 1);
    for (let s = 0; s < idf.length; s++) {
      const df = sterkIn[s] || 0;
      const los = new Set((eigenVan[s] || []).map((x) => x >> 3)).size;
      idf[s] = df ? Math.log((nF + 1) / (df + 0.5)) / logF : 0.8 * Math.max(0.15, Math.log((nV + nO + 1) / (los + 0.5)) / logV);
      if (zwak.has(boek.stamTekst(s))) idf[s] *= g.zwak;
    }
  }

  /** De woorden van de vraag met hun kandidaten en gewicht. */
  function ontleed(vraag) {
    const alle = woorden(vraag);
    let kern = alle.filter((w, i) => !stop.has(w) || (i === alle.length - 1 && alle.length === 1));
    if (!kern.length) kern = alle;
    const laatste = /[\p{L}\p{N}]$/u.test(vraag.trim()) ? kern[kern.length - 1] : null;
    const delen = [];
    for (const w of kern) {
      const stukken = w.length > 6 && !boek.bekend(w) ? boek.knip(w) : null;
      const kandidaten = new Map(boek.kandidaten(w, w === laatste));
      const deel = { woord: w, kandidaten };
      delen.push(deel);
      if (stukken) deel.stukken = stukken;
    }
    for (let i = 0; i + 1 < kern.length; i++) {
      const samen = kern[i] + kern[i + 1];
      if (samen.length < 6) continue;
      for (const [s, w] of boek.kandidaten(samen, delen[i + 1].woord === laatste)) {
        if (w < 0.6) continue;
        for (const d of [delen[i], delen[i + 1]]) if (w * g.paar > (d.kandidaten.get(s) || 0)) d.kandidaten.set(s, w * g.paar);
      }
    }
    return splits(delen).map(weeg);
  }

  function splits(delen) {
    const uit = [];
    for (const d of delen) {
      const beste = Math.max(0, ...d.kandidaten.values());
      if (!d.stukken || beste >= 0.8) { uit.push(d); continue; }
      for (const stuk of d.stukken) {
        const kandidaten = new Map();
        for (const [s, w] of boek.kandidaten(stuk, false)) kandidaten.set(s, w * g.knip);
        for (const [s, w] of d.kandidaten) if (w > (kandidaten.get(s) || 0)) kandidaten.set(s, w);
        uit.push({ woord: d.woord, stuk, kandidaten });
      }
    }
    return uit;
  }

  function weeg(d) {
    const zelf = boek.eigen(d.stuk || d.woord);
    let gewicht = 0;
    if (zelf !== undefined) gewicht = idf[zelf];
    else for (const [s, w] of d.kandidaten) gewicht = Math.max(gewicht, idf[s] * w);
    return { ...d, gewicht: gewicht || g.onbekend };
  }

  /** Punten voor functies en themas: de best gedekte zinnen, en hoeveel van de vraag ergens in de functie staat. */
  function scoorVocabulaire(delen, Q) {
    const perZin = new Map();
    const dekking = Array.from({ length: nF + nT }, () => null);
    const dek = (doel, i, m) => {
      const rij = dekking[doel] || (dekking[doel] = new Float64Array(delen.length));
      if (m > rij[i]) rij[i] = m;
    };
    delen.forEach((d, i) => {
      for (const [s, m] of d.kandidaten) {
        for (const z of zinnenVan[s] || []) {
          let hit = perZin.get(z);
          if (!hit) perZin.set(z, (hit = { v: new Float64Array(delen.length), s: new Map() }));
          if (m > hit.v[i]) hit.v[i] = m;
          if (m > (hit.s.get(s) || 0)) hit.s.set(s, m);
          dek(zinnen[z].doel, i, m * zinnen[z].gewicht);
        }
        for (const [f, w] of zachtVan[s] || []) dek(f, i, m * w);
      }
    });
    const uit = Array.from({ length: nF + nT }, () => ({ zinnen: [], score: 0, dekking: 0 }));
    for (const [z, hit] of perZin) {
      const zin = zinnen[z];
      let raak = 0, deel = 0, heel = 0;
      delen.forEach((d, i) => { raak += d.gewicht * hit.v[i]; });
      for (const s of zin.stammen) {
        heel += idf[s];
        deel += idf[s] * (hit.s.get(s) || 0);
      }
      const punten = Math.pow(raak / Q, g.zinVraag) * Math.pow(heel ? deel / heel : 0, g.zinWoord) * zin.gewicht;
      uit[zin.doel].zinnen.push([punten, z]);
    }
    uit.forEach((u, doel) => {
      u.zinnen.sort((a, b) => b[0] - a[0]);
      const [a = [0], b = [0], c = [0]] = u.zinnen;
      if (dekking[doel]) delen.forEach((d, i) => { u.dekking += d.gewicht * Math.min(1, dekking[doel][i]) / Q; });
      const som = 1 + g.tweede + g.derde;
      u.zin = (a[0] + g.tweede * b[0] + g.derde * c[0]) / som;
      u.score = g.zin * u.zin + g.dekking * u.dekking * (doel < nF ? 1 : g.thema);
      u.beste = a[1];
    });
    return uit;
  }

  /** Punten voor de eigen woorden van ingangen en organisaties: Map van document naar dekking en naam. */
  function scoorEigen(delen, Q) {
    const veldgewicht = [g.eigenNaam, g.eigenWoord, g.eigenTekst, g.eigenOrganisatie, g.eigenPlaats];
    const uit = new Map();
    delen.forEach((d, i) => {
      for (const [s, m] of d.kandidaten) {
        for (const code of eigenVan[s] || []) {
          const doc = code >> 3, veld = code & 7;
          let hit = uit.get(doc);
          if (!hit) uit.set(doc, (hit = { v: new Float64Array(delen.length), naam: new Set(), naamDeel: 0, dekking: 0 }));
          const waarde = m * veldgewicht[veld];
          if (waarde > hit.v[i]) hit.v[i] = waarde;
          if (veld === NAAM && m >= 0.75) {
            hit.naam.add(s);
            hit[i] = true;
          }
        }
      }
    });
    for (const [doc, hit] of uit) {
      delen.forEach((d, i) => {
        hit.dekking += d.gewicht * hit.v[i] / Q;
        if (hit[i]) hit.naamDeel += d.gewicht / Q;
      });
      hit.heel = hit.naam.size >= naamlengte[doc] && hit.naamDeel > 0.95;
    }
    return uit;
  }

  function resultaten(delen, vocabulaire, eigen) {
    const uit = [];
    const beste = Math.max(0.001, ...vocabulaire.map((u) => u.score));
    const vloer = beste * g.ondergrens;
    for (let f = 0; f < nF; f++) if (vocabulaire[f].score > vloer) uit.push({ soort: "functie", nr: f, score: vocabulaire[f].score, functie: f });
    for (let t = 0; t < nT; t++) if (vocabulaire[nF + t].score > vloer) uit.push({ soort: "thema", nr: t, score: vocabulaire[nF + t].score, functie: -1 });
    const kandidaten = new Set();
    for (let f = 0; f < nF; f++) if (vocabulaire[f].score > vloer) for (const v of perFunctie[f]) kandidaten.add(v);
    for (const [doc, hit] of eigen) if (doc < nV && hit.dekking > 0.2) kandidaten.add(doc);
    for (const v of kandidaten) {
      let punten = 0, functie = index.ingangen.functies[v][0];
      index.ingangen.functies[v].forEach((f, plek) => {
        const p = vocabulaire[f].score * g.ingang * Math.pow(g.volgende, plek);
        if (p > punten) { punten = p; functie = f; }
      });
      const hit = eigen.get(v);
      if (hit) punten += g.eigen * hit.dekking;
      uit.push({ soort: "ingang", nr: v, score: punten, functie, heel: Boolean(hit && hit.heel), eigen: hit ? hit.dekking : 0 });
    }
    for (const [doc, hit] of eigen) {
      if (doc >= nV && hit.naamDeel > 0.3) uit.push({ soort: "organisatie", nr: doc - nV, score: hit.naamDeel * 0.9, functie: -1, heel: hit.heel, eigen: hit.dekking });
    }
    return uit;
  }

  /** Zoek. `opties`: gebied (code), open (functie van ingang naar stand), filter (functie van ingang naar ja of nee), aantal. */
  function zoek(vraag, opties = {}) {
    const delen = ontleed(vraag);
    const crisis = vindCrisis(vraag, index.crisis, taal.vormen);
    const Q = delen.reduce((som, d) => som + d.gewicht, 0) || 1;
    const vocabulaire = scoorVocabulaire(delen, Q);
    const eigen = scoorEigen(delen, Q);
    const ruw = resultaten(delen, vocabulaire, eigen);
    const geordend = ordenResultaten(ruw, index, g, opties);
    return {
      crisis, woorden: delen.map((d) => d.stuk || d.woord),
      resultaten: geordend.map((r) => beschrijf(r, vocabulaire)),
    };
  }

  function beschrijf(r, vocabulaire) {
    const bron = r.soort === "functie" ? index.functies[r.nr] : r.soort === "thema" ? index.themas[r.nr]
      : r.soort === "organisatie" ? index.organisaties[r.nr] : null;
    const fs = r.soort === "functie" ? [r.nr] : r.soort === "thema" ? bron.functies : r.soort === "ingang"
      ? [r.functie, ...index.ingangen.functies[r.nr].filter((f) => f !== r.functie)] : bron.functies || [];
    const doel = r.soort === "thema" ? nF + r.nr : r.functie;
    const u = doel >= 0 ? vocabulaire[doel] : null;
    return {
      id: bron ? bron.id : index.ingangen.id[r.nr], soort: r.soort, nr: r.nr, score: r.score, functies: fs.map((f) => index.functies[f].id),
      via: u && u.beste !== undefined ? zinnen[u.beste].tekst : "",
      uitleg: { zin: u ? u.zin : 0, dekking: u ? u.dekking : 0, eigen: r.eigen || 0, rang: r.rang },
    };
  }

  leesVocabulaire();
  leesNamen();
  if (index.rest) leesRest(index.rest);
  sluitAf();
  return { zoek, index, vouw, gewichten: g };
}
