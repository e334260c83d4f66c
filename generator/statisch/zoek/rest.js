// De rest van de zoekindex: wat pas na het eerste resultaat nodig is. Puur.

import { maakBegrip } from "./begrip.js";
import { dagdelenIn, pastBijDagdeel } from "./dagdeel.js";
import { maakGewoneTaal } from "./echt.js";
import { vindGesloten, voegGeslotenToe } from "./gesloten.js";
import { leeftijdenIn, pastBijLeeftijd } from "./leeftijd.js";
import { getallen, leesTonen, regels, rijen, voegWoordenToe } from "./index.js";

const splits = (tekst) => (tekst ? tekst.split("|") : []);

function leesPlek(tekst) {
  const [straat, nummer, postcode] = tekst.split(";");
  return { straat, nummer, postcode };
}

/** Voeg samenvattingen, plaatsen, nummers en de codes van de stand toe aan een uitgevouwen index. */
export function voegRestToe(index, json, kosten) {
  const r = json.rest,
    n = index.voorzieningen.naam.length;
  // In de browser kwam de eerste zin al eerder, met wat een kaartje laat zien.
  r.uitleg.split("\n").forEach((tekst, i) => {
    index.functies[i].uitleg += tekst;
  });
  voegWoordenToe(index, r.zoekwoorden);
  r.zinnen.split("\n").forEach((tekst, i) => {
    const { woorden } = index.functies[i];
    index.functies[i].voluit = new Map(tekst.split("|").flatMap((zin, n) => (zin ? [[woorden[n], zin]] : [])));
  });
  r.situaties.split("\n").forEach((tekst, i) => {
    index.functies[i].situaties = tekst.split("|");
  });
  r.vragen.split("\n").forEach((tekst, i) => {
    index.functies[i].vragen = tekst;
  });
  r.themas.forEach(([samenvatting, woorden, spelen], i) =>
    Object.assign(index.themas[i], { samenvatting, woorden: splits(woorden), spelen: splits(spelen) }),
  );
  r.organisaties.split("\n").forEach((tekst, i) => {
    if (index.organisaties[i]) index.organisaties[i].samenvatting = tekst;
  });
  const kies = (tekst, lijst) => rijen(tekst, n).map((rij) => rij.map((i) => lijst[i]));
  const tonen = leesTonen(r, kosten, n),
    { telefoon } = tonen,
    plekken = regels(r.adres, n).map((rij) => splits(rij).map(leesPlek));
  index.rest = {
    begrip: r.begrip,
    taal: r.taal,
    leeftijd: r.leeftijd.split(";").map((tekst) => (tekst ? leesLeeftijd(tekst) : null)),
    dagdelen: r.dagdelen.split(";"),
    ...tonen,
    plekken,
    adres: plekken.map((rij) => rij.map((p) => `${p.straat} ${p.postcode}`.trim())),
    nummers: regels(r.nummers, n).map((rij, i) => [telefoon[i], ...splits(rij)].filter(Boolean)),
    mail: regels(r.mail, n),
    site: regels(r.site, n),
    woorden: regels(r.woorden, n).map(splits),
    organisatie: getallen(r.organisatie),
    plaats: kies(r.plaats, r.plaatsen),
    plaatsen: r.plaatsen,
    nooit: new Set(r.nooit.split(" ")),
    elders: r.elders,
    elders_plaatsen: r.elders_plaatsen,
    rolstoel: Array.from(r.rolstoel),
    doelgroepen: kies(r.doelgroepen, r.alle_doelgroepen),
    talen: kies(
      r.talen,
      r.alle_talen.map((t) => t[0]),
    ),
    alleTalen: r.alle_talen,
    alleDoelgroepen: r.alle_doelgroepen,
  };
  index.gesloten = r.gesloten.map(([id, naam, opvolger, opvolgerNaam]) => ({
    id,
    naam,
    opvolger: opvolger ? { id: opvolger, naam: opvolgerNaam } : null,
  }));
  Object.assign(index, { vindGesloten, voegGeslotenToe, maakBegrip, maakGewoneTaal });
  Object.assign(index, { leeftijdenIn, pastBijLeeftijd, dagdelenIn, pastBijDagdeel });
  index.rest.organisatie.forEach((o, v) => {
    if (o < 0) return;
    for (const f of index.voorzieningen.functies[v])
      if (!index.organisaties[o].functies.includes(f)) index.organisaties[o].functies.push(f);
  });
  return index;
}

function leesLeeftijd(tekst) {
  const [van, tot] = tekst.split("-");
  return [van ? Number(van) : 0, tot ? Number(tot) : 200];
}
