// De volgorde: eerst hoe goed het past, dan vrij en dichtbij, dan wat een besluit vraagt, dan de eigen wijk, waar het
// laatste jaar naar is gekeken, open nu,
// wie zelf uw woorden gebruikt, en een eerlijke loting.

// Zoveel van de punten van een uitleg heeft haar deur ten minste.
const DEUR = 0.55;
// Zo ver zoekt een verhaal naar een andere soort hulp voor de eerste drie.
const VERDER = 40;
// Zoveel van de vraag zegt een eigen zoekwoord; en zoveel treden telt dat.
const ZELF_VANAF = 0.33,
  ZELF_EERDER = 1.5;
// Jonger dan dit is een kind; en tot deze leeftijd is een plek er voor kinderen en jongeren.
const VOLWASSEN = 18,
  JONG = 27;

/** Een getal uit een id en een zaad, voor een volgorde die niemand voortrekt. */
export function loot(tekst, zaad) {
  let h = (2166136261 ^ zaad) >>> 0;
  for (let i = 0; i < tekst.length; i++) h = Math.imul(h ^ tekst.charCodeAt(i), 16777619) >>> 0;
  h ^= h >>> 15;
  return Math.imul(h, 2246822519) >>> 0;
}

/** Of een plek hier een eigen zoekwoord heeft dat veel van de vraag zegt: daarvoor zette iemand het erbij. */
const zegtHet = (r, v) => r.zelf >= ZELF_VANAF && !v.landelijk[r.nr];

function trap(r, index) {
  if (r.soort === "thema") return 1.5;
  if (r.soort === "organisatie") return 2.5;
  if (r.soort === "gebied") return 0;
  // Wat voor meer mensen tegelijk geregeld is, komt voor wat een besluit voor een mens alleen vraagt.
  const { besluit, samen } = index.functies[r.functie],
    diep = samen ? 2.6 : 3;
  if (r.soort === "functie") return besluit ? diep : 1;
  const v = index.voorzieningen;
  const hoe = index.toegang.get(v.hoe[r.nr]).trede;
  // Een landelijke lijn is vrij maar niet dichtbij; een landelijke site zonder nummer komt na wie u hier kunt bellen.
  const ver = v.alleenSite[r.nr] ? 1.2 : v.landelijk[r.nr] ? 0.5 : 0;
  return (besluit && hoe > 1 ? diep + 0.1 : hoe) + ver - (zegtHet(r, v) ? ZELF_EERDER : 0);
}

const gemeenten = new WeakMap(); // index -> code van een gebied -> code van zijn gemeente

/** Hoe een voorziening bij een wijk of gemeente hoort: 0 ligt erin, 1 is er voor, 2 is landelijk, 3 is voor anderen. */
export function nabij(nr, index, gebied) {
  if (!gemeenten.has(index)) gemeenten.set(index, new Map(index.gebieden.map((g) => [g.code, g.gemeente || g.code])));
  const van = gemeenten.get(index),
    v = index.voorzieningen,
    gemeente = van.get(gebied),
    heel = gebied === gemeente;
  const erin = (code) => code === gebied || (heel && van.get(code) === gemeente);
  if (v.ligt[nr].some(erin)) return 0;
  return v.bedient[nr].some((code) => code === gemeente || erin(code)) ? 1 : v.landelijk[nr] ? 2 : 3;
}

function wijk(r, index, gebied) {
  return gebied && r.soort === "voorziening" ? nabij(r.nr, index, gebied) : 0;
}

function vergelijk(a, b) {
  for (let i = 0; i < a.rang.length; i++) if (a.rang[i] !== b.rang[i]) return a.rang[i] - b.rang[i];
  return 0;
}

/** 0 als een plek de woorden van de vraag zelf noemt, en ze niet alleen van haar soort hulp heeft. */
function zegtZelf(r) {
  return r.eigen >= 0.3 ? 0 : 1;
}

/** Wie zelf heet zoals gevraagd ("gebiedsteam") en er voor deze wijk is, telt als dichtbij, ook met zijn deur in een andere wijk. */
const heetZo = (r) => r.eigen >= 0.95;

/** Laat bovenaan meer dan een soort hulp zien, als een tweede ook goed past. */
function spreid(rij, grens) {
  const uit = [],
    over = [...rij];
  while (over.length && uit.length < 6) {
    const n = uit.length;
    let kies = 0;
    if (
      n >= 2 &&
      uit[n - 1].functie >= 0 &&
      uit[n - 1].functie === uit[n - 2].functie &&
      over[0].functie === uit[n - 1].functie
    ) {
      const ander = over.findIndex((r) => r.functie !== uit[n - 1].functie && r.score >= grens);
      if (ander > 0) kies = ander;
    }
    uit.push(...over.splice(kies, 1));
  }
  return [...uit, ...over];
}

/** Bij een verhaal past meer dan een soort hulp: dan is elk van de eerste drie van een andere soort, als die ook past. */
function verbreed(rij, grens) {
  const eerst = [];
  for (const r of rij.slice(0, VERDER)) {
    if (eerst.length === 3) break;
    if (!eerst.length || (r.score >= grens && !eerst.some((x) => x.functie === r.functie))) eerst.push(r);
  }
  return [...eerst, ...rij.filter((r) => !eerst.includes(r))];
}

/** Bij hulp met een besluit staat de pagina van de functie boven wie haar na dat besluit geeft. */
function zetUitlegBoven(rij, index) {
  const uit = [...rij];
  for (const r of rij) {
    if (r.soort !== "functie" || !index.functies[r.nr].besluit) continue;
    const aanbieder = uit.findIndex(
      (x) => x.soort === "voorziening" && x.functie === r.nr && !x.heel && trap(x, index) > trap(r, index),
    );
    const eigen = uit.indexOf(r);
    if (aanbieder >= 0 && aanbieder < eigen) uit.splice(aanbieder, 0, ...uit.splice(eigen, 1));
  }
  return uit;
}

/** Kunt u ergens zo naar binnen of bellen, dan staat die deur boven de uitleg van hetzelfde soort hulp. */
function zetDeurBoven(rij, index) {
  const uit = [...rij],
    v = index.voorzieningen;
  const isDeur = (x, r) =>
    x.soort === "voorziening" &&
    x.functie === r.nr &&
    index.toegang.get(v.hoe[x.nr]).vrij &&
    !v.alleenSite[x.nr] &&
    x.score >= DEUR * r.score;
  for (const r of rij.slice(0, 6)) {
    if (r.soort !== "functie" || index.functies[r.nr].besluit) continue;
    const uitleg = uit.indexOf(r),
      deur = uit.findIndex((x) => isDeur(x, r));
    if (deur > uitleg) uit.splice(uitleg, 0, ...uit.splice(deur, 1));
  }
  return uit;
}

/**
 * 1 als bekend is dat een plek niet te bereiken is op het deel van de dag dat de vraag noemt. Wie landelijk is en geen
 * tijden geeft, belooft dat deel van de dag ook niet, en gaat dus niet voor wie u hier kunt bellen.
 */
function pastNiet(r, index, gevraagd = []) {
  if (!gevraagd.length || r.soort !== "voorziening") return 0;
  const bekend = index.rest.dagdelen[r.nr];
  return (bekend || !index.voorzieningen.landelijk[r.nr]) && index.pastBijDagdeel(gevraagd, bekend) ? 0 : 1;
}

/** Bij een kind: 0 voor een plek die er voor die leeftijd is, en niet voor iedereen. Jeugdhulp is een andere wet. */
const voorHetKind = (r, index, leeftijden = []) => {
  const grens = r.soort === "voorziening" && leeftijden.some((jaar) => jaar < VOLWASSEN) && index.rest.leeftijd[r.nr];
  return grens && grens[1] <= JONG && index.pastBijLeeftijd(leeftijden, grens) ? 0 : 1;
};

const lootjes = new WeakMap(); // index -> getal per resultaat, een keer uitgerekend

function lootje(r, index) {
  if (!lootjes.has(index)) lootjes.set(index, new Map());
  const bekend = lootjes.get(index),
    sleutel = r.soort + r.nr;
  let getal = bekend.get(sleutel);
  if (getal === undefined)
    bekend.set(
      sleutel,
      (getal = loot(r.soort + (r.soort === "voorziening" ? index.voorzieningen.id[r.nr] : r.nr), index.zaad)),
    );
  return getal;
}

/** Hoe zeker een resultaat zelf genoemd is (eigen.js), of 9; boven de 4 hoort het alleen bij de eerste drie. */
const hoeGenoemd = (r) => (r.voor < 5 ? r.voor : 9);

/** Orden ruwe resultaten; `opties` als bij zoek(). */
export function ordenResultaten(ruw, index, g, opties) {
  const over = [...ruw];
  const plekken = over.map((r) => wijk(r, index, opties.gebied));
  // In de gekozen wijk telt wat past iets zwaarder, en wat voor een andere wijk is minder.
  const scores = over.map((r, i) => r.score * (opties.gebied && r.soort === "voorziening" ? g.nabij[plekken[i]] : 1));
  const top = Math.max(0.001, ...scores);
  for (const [i, r] of over.entries()) {
    const deel = scores[i] / top;
    const band = g.banden.filter((grens) => deel < grens).length;
    const open = opties.open ? opties.open(r) : 0;
    const plek = plekken[i],
      orde = trap(r, index);
    const waar = opties.plaatsEerst ? [heetZo(r) && plek === 1 ? 0 : plek, orde] : [orde, plek];
    const oud = opties.oud ? opties.oud(r) : 0;
    const opTijd = pastNiet(r, index, opties.dagdelen);
    const kind = voorHetKind(r, index, opties.leeftijden);
    r.rang = [hoeGenoemd(r), band, opTijd, kind, ...waar, oud, open, zegtZelf(r), lootje(r, index)];
  }
  over.sort(vergelijk);
  const genoemd = over.filter((r) => hoeGenoemd(r) < 9);
  const rij = zetDeurBoven(
    zetUitlegBoven(spreid(over.slice(genoemd.length), top * g.spreiding), index),
    index,
  );
  return [...genoemd, ...(opties.verhaal ? verbreed(rij, top * g.verbreding) : rij)];
}
