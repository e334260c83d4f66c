// Van een woord uit de vraag naar de stammen in de index die het kan betekenen, elk met een gewicht van 0 tot 1.

import { afstand, klank, letters, losseStam, speling, stam, telBits } from "./taal.js";

const zacht = (kracht) => kracht > 1 && kracht < 2;

/** Het woordenboek van een index: vormen, stammen, losse stammen en klanken. */
export function maakWoordenboek(taal, g) {
  const vormen = taal.vormen;
  const staart = new Set((taal.staart || "").split(" ")); // baan in lijnbaan is geen werk
  let echt = () => false;
  const perVorm = new Map(),
    perStam = new Map(),
    perLos = new Map(),
    perKlank = new Map();
  const lijst = [],
    stamVan = [],
    bits = [],
    sterk = [],
    stammen = [];
  const gelijk = new Map(); // stam (of, als hij in geen zin staat, de tekst ervan) -> stammen die hetzelfde betekenen
  const situatieStam = new Set(); // stammen die alleen bij een situatie staan
  const perLengte = []; // lengte -> nummers van vormen
  const stamvorm = new Set(); // stammen die zelf nergens als woord staan
  let slot = "";
  let onthouden = new Map();
  const geknipt = new Map();

  function nieuweStam(s) {
    let id = perStam.get(s);
    if (id === undefined) {
      id = stammen.length;
      stammen.push(s);
      perStam.set(s, id);
    }
    return id;
  }

  function hang(kaart, sleutel, waarde) {
    const rij = kaart.get(sleutel);
    if (rij) rij.push(waarde);
    else kaart.set(sleutel, [waarde]);
  }

  /** Leg een gevouwen woord vast; geeft het nummer van zijn stam. `kracht`: 0 uit een tekst, 1 uit een eigennaam, 2 een woord van inwoners,
   * 3 uit de naam van een functie of levensgebied, 1.5 uit een situatie en 1.4 de stam daarvan. */
  function leer(w, kracht) {
    const bekend = perVorm.get(w);
    if (bekend !== undefined) {
      stamvorm.delete(w);
      sterk[bekend] = Math.max(sterk[bekend], kracht);
      return stamVan[bekend];
    }
    const s = stam(w, vormen),
      nieuw = !perStam.has(s),
      id = nieuweStam(s);
    if (nieuw && zacht(kracht)) situatieStam.add(id);
    else if (!zacht(kracht)) situatieStam.delete(id);
    // De stam zelf telt ook als woord: "strijk" staat in geen enkele zin, maar wel in strijken.
    if (s !== w && s.length > 3 && !perVorm.has(s)) {
      leer(s, kracht === 1.5 ? 1.4 : kracht);
      stamvorm.add(s);
    }
    const nummer = lijst.length;
    perVorm.set(w, nummer);
    lijst.push(w);
    stamVan.push(id);
    bits.push(letters(w));
    (perLengte[w.length] = perLengte[w.length] || []).push(nummer);
    sterk.push(kracht);
    hang(perLos, losseStam(w, vormen), id);
    if (w.length > 3) hang(perKlank, klank(w), nummer);
    return id;
  }

  function klaar() {
    slot = "\n" + lijst.join("\n") + "\n";
    onthouden = new Map();
    geknipt.clear();
    gelijk.clear();
    for (const regel of taal.gelijk) koppel(regel, g.gelijk);
    for (const regel of taal.begrippen || []) koppel(regel, g.begrip);
  }

  function koppel(regel, gewicht) {
    const groep = regel.split(" ").map((w) => stam(w, vormen));
    const bekend = groep.map((s) => perStam.get(s)).filter((s) => s !== undefined);
    for (const a of groep)
      for (const b of bekend) if (perStam.get(a) !== b) hang(gelijk, perStam.get(a) ?? a, [b, gewicht]);
  }

  function leg(uit, s, w) {
    if (w > (uit.get(s) || 0)) uit.set(s, w);
  }

  /** De stam die het woord zelf is, of undefined. */
  function eigen(w) {
    const nummer = perVorm.get(w);
    return nummer === undefined ? perStam.get(stam(w, vormen)) : stamVan[nummer];
  }

  function losInTekst(w) {
    // Alleen in een lopende tekst gezien: dan kan het nog een tikfout van een belangrijker woord zijn.
    const nummer = perVorm.get(w);
    return !Object.hasOwn(vormen, w) && (nummer === undefined || sterk[nummer] === 0);
  }

  function rest(stuk) {
    // Wat er van een samenstelling overblijft, is zelf een woord of een uitgang: strijk is st en rijk, dat telt niet.
    return (
      stuk.length > 0 &&
      !/^(s|e|n|en|er|es|je|jes|ge|be|ver|on|ont|her|te|d|t|den|ten|de|ing)$/.test(stuk) &&
      !heelWoord(stuk)
    );
  }

  function heelWoord(stuk) {
    const kaal = stuk.replace(/^(s|en|e)(?=...)|(s|en|e)$/g, "");
    return stuk.length > 2 && (eigen(stuk) !== undefined || eigen(kaal) !== undefined || echt(stuk) || echt(kaal));
  }

  function delen(w, uit, bekend) {
    // Het woord als stuk van een langer woord ("hulpverlening" in schuldhulpverlening), en langere woorden die ermee
    // beginnen.
    if (w.length < 4) return;
    const korting = bekend ? g.deelBekend : 1;
    const kern = w.length > 5 ? stam(w, vormen) : w;
    for (let i = slot.indexOf(kern); i >= 0; i = slot.indexOf(kern, i + 1)) {
      const begin = slot.lastIndexOf("\n", i) + 1,
        eind = slot.indexOf("\n", i);
      const lengte = eind - begin;
      if (lengte <= w.length) continue;
      const voorop = i === begin,
        achterop = i + w.length >= eind;
      if (!voorop && !achterop && w.length < 5) continue;
      if (rest(slot.slice(begin, i)) || rest(slot.slice(i + kern.length, eind))) continue;
      const basis = voorop ? g.deelVoor : achterop ? g.deelAchter : g.deelMidden;
      leg(uit, stamVan[perVorm.get(slot.slice(begin, eind))], korting * (basis + g.deelLengte * (w.length / lengte)));
    }
  }

  function bevat(w, uit, bekend) {
    // Een bekend woord voor- of achteraan een langer woord uit de vraag (werkvoorziening in werkvoorzieningschap).
    const korting = bekend ? g.deelBekend : 1;
    for (let n = 4; n <= w.length - 2; n++) {
      for (const [stuk, basis] of [
        [w.slice(0, n), g.bevatVoor],
        [w.slice(-n), g.bevatAchter],
      ]) {
        const s = eigen(stuk);
        if (s !== undefined && !(basis === g.bevatAchter && staart.has(stuk)) && (perVorm.has(stuk) || n > 4))
          leg(uit, s, korting * (basis + g.bevatLengte * (n / w.length)));
      }
    }
  }

  function zelfdeBegin(w, uit) {
    // Laatste redmiddel: samenstellingen met hetzelfde eerste deel (kraamverzorgster, kraamzorg).
    const kop = w.slice(0, 5);
    for (let i = slot.indexOf("\n" + kop); i >= 0; i = slot.indexOf("\n" + kop, i + 1)) {
      const t = slot.slice(i + 1, slot.indexOf("\n", i + 1));
      let n = 5;
      while (n < t.length && t[n] === w[n]) n++;
      if (n / Math.min(t.length, w.length) >= 0.5)
        leg(uit, stamVan[perVorm.get(t)], g.zelfdeBegin * (n / Math.min(t.length, w.length)));
    }
  }

  function begin(w, uit) {
    // Het laatste woord is misschien nog niet af. Waar: er is een woord uit het vocabulaire dat zo begint.
    let bekend = false;
    for (let i = slot.indexOf("\n" + w); i >= 0; i = slot.indexOf("\n" + w, i + 1)) {
      const eind = slot.indexOf("\n", i + 1),
        nummer = perVorm.get(slot.slice(i + 1, eind));
      const lengte = eind - i - 1;
      // Drie of vier letters zijn het begin van een zoekwoord of een naam, niet van een woord bij een situatie.
      if (lengte <= w.length || (zacht(sterk[nummer]) && w.length < 5)) continue;
      leg(uit, stamVan[nummer], g.begin + g.beginLengte * (w.length / lengte) + (sterk[nummer] > 2 ? g.beginNaam : 0));
      if (sterk[nummer] > 1.5) bekend = true;
    }
    return bekend;
  }

  function tikfouten(w, uit, max, alleenSterk, factor = 1) {
    const eigenBits = letters(w);
    let beste = 0;
    for (let n = Math.max(1, w.length - max); n <= w.length + max; n++) {
      for (const k of perLengte[n] || []) {
        if ((alleenSterk && sterk[k] < 2) || telBits(eigenBits ^ bits[k]) > 2 * max) continue;
        const t = lijst[k],
          d = afstand(w, t, max);
        if (d > max || d === 0) continue;
        let waarde = (d === 1 ? g.tik1 : g.tik2) - g.tikKort / n;
        if (t[0] !== w[0]) waarde -= g.tikEerste;
        if (sterk[k] < 2) waarde -= g.tikZwak;
        leg(uit, stamVan[k], waarde * factor);
        if (waarde > beste) beste = waarde;
      }
    }
    return beste;
  }

  function klanken(w, uit) {
    for (const k of perKlank.get(klank(w)) || []) leg(uit, stamVan[k], g.klank);
  }

  function raad(w, uit, factor) {
    // Een onbekend woord kan een tikfout zijn, of geschreven zoals het klinkt.
    klanken(w, uit);
    tikfouten(w, uit, speling(w.length), false, factor);
    const kaal = stam(w, vormen);
    if (kaal !== w && kaal.length > 4) tikfouten(kaal, uit, 1, false, factor);
    if (w.length > 6) zelfdeBegin(w, uit);
  }

  /** Alle stammen voor een gevouwen woord: Map van stam naar gewicht. `laatste`: misschien nog niet af getypt. */
  function kandidaten(w, laatste) {
    const sleutel = (laatste ? "_" : "") + w;
    const oud = onthouden.get(sleutel);
    if (oud) return oud;
    const uit = new Map();
    const zelf = eigen(w);
    if (zelf !== undefined) leg(uit, zelf, perVorm.has(w) ? 1 : g.stam);
    if (w.length > 3) for (const s of perLos.get(losseStam(w, vormen)) || []) leg(uit, s, g.los);
    if (zelf === undefined) for (const [s, gewicht] of gelijk.get(stam(w, vormen)) || []) leg(uit, s, gewicht);
    if (!/^\d+$/.test(w)) {
      const bekend = uit.size > 0;
      delen(w, uit, bekend);
      if (w.length > 6) bevat(w, uit, bekend);
      // Wie "deurw" heeft getypt, is bezig met deurwaarder; dan is het minder snel een tikfout van deur.
      const factor = laatste && w.length > 1 && (bekend || w.length > 5 || !echt(w)) && begin(w, uit) ? g.tikBegin : 1;
      if (!bekend && w.length > 3 && !echt(w)) {
        raad(w, uit, factor);
      } else if (bekend && w.length > 4 && losInTekst(w)) tikfouten(w, uit, 1, true, factor);
    }
    for (const [s, waarde] of [...uit]) {
      if (waarde >= g.gelijkVanaf)
        for (const [ander, gewicht] of gelijk.get(s) || []) leg(uit, ander, waarde * gewicht);
    }
    if (onthouden.size > 400) onthouden.clear();
    onthouden.set(sleutel, uit);
    return uit;
  }

  function stuk(w, metTikfout) {
    if (w.length > 2 && eigen(w) !== undefined) return 1;
    return metTikfout && w.length > 4 ? 0.9 * tikfouten(w, new Map(), 1, true) : 0;
  }

  function knipOp(w, i, voeg) {
    const links = w.slice(0, i),
      rechts = w.slice(i + voeg.length);
    // Een tikfout mag in een van de twee delen zitten, niet in allebei.
    let a = stuk(links, false),
      b = stuk(rechts, false);
    if (a < 1 && b < 1) return null;
    a = a || stuk(links, true);
    b = b || stuk(rechts, true);
    if (!a || !b) return null;
    const punten = a * b * (1 - 0.05 * voeg.length) * (1 - 1 / (2 * Math.min(links.length, rechts.length)));
    return { punten, delen: [links, rechts] };
  }

  /** Knip een onbekende samenstelling in twee bekende delen (huur|schuld, geld|zorgen); null als dat niet gaat. */
  function knip(w) {
    if (geknipt.has(w)) return geknipt.get(w);
    let beste = null;
    for (let i = 3; i <= w.length - 3; i++) {
      for (const voeg of ["", "s", "en", "e"]) {
        if (!w.startsWith(voeg, i) || w.length - i - voeg.length < 3 || staart.has(w.slice(i + voeg.length))) continue;
        const uit = knipOp(w, i, voeg);
        if (uit && (!beste || uit.punten > beste.punten)) beste = uit;
      }
    }
    const delen = beste && beste.punten > g.knipVanaf ? beste.delen : null;
    if (geknipt.size > 400) geknipt.clear();
    geknipt.set(w, delen);
    return delen;
  }

  /** Of een woord alleen in namen voorkomt, zoals sluis in Buurthuis De Sluis. */
  function isEigennaam(w) {
    const nummer = perVorm.get(w);
    return nummer !== undefined && sterk[nummer] === 1;
  }

  /** Of een woord, in welke vorm ook, van inwoners is of uit de naam van een functie of levensgebied. */
  function vanInwoners(w) {
    const s = eigen(w);
    return s !== undefined && stamVan.some((t, k) => t === s && sterk[k] >= 2);
  }

  /**
   * Zoekwoorden en namen van deze site die dicht bij een onbekend woord liggen, het dichtst eerst; wat in `nooit` staat,
   * niet. Wat zelf een Nederlands woord is, is geen tikfout.
   */
  function naaste(w, aantal, nooit = new Set()) {
    const max = w.length < 8 ? 1 : 2,
      uit = [];
    if (echt(w)) return uit;
    lijst.forEach((t, k) => {
      if (!sterk[k] || zacht(sterk[k]) || t.length < 4 || stamvorm.has(t) || nooit.has(t)) return;
      const d = afstand(w, t, max);
      if (d <= max && ((d < 2 && w.length > 5) || t[0] === w[0])) uit.push([d + (t[0] === w[0] ? 0 : 0.5), t]);
    });
    return uit
      .sort((a, b) => a[0] - b[0])
      .slice(0, aantal)
      .map((x) => x[1]);
  }

  /** Of een woord zo in de index staat, of een vorm is van een woord dat niet alleen bij een situatie staat. */
  function inZoekwoorden(w) {
    const nummer = perVorm.get(w);
    return nummer !== undefined ? sterk[nummer] !== 1.4 : eigen(w) !== undefined && !situatieStam.has(eigen(w));
  }

  /** Vanaf nu is een woord dat `isEcht` kent, geen tikfout van een ander woord. */
  function kenEcht(isEcht) {
    echt = isEcht;
  }

  /** Hoe bekend een vorm is: 0 uit een tekst of onbekend, 1 uit een eigennaam, 2 en 3 uit het vocabulaire. */
  const kracht = (w) => sterk[perVorm.get(w)] ?? 0;

  return {
    inZoekwoorden,
    kenEcht,
    leer,
    klaar,
    naaste,
    kracht,
    isEigennaam,
    vanInwoners,
    kandidaten,
    knip,
    eigen,
    bekend: (w) => eigen(w) !== undefined,
    aantal: () => stammen.length,
    stamTekst: (s) => stammen[s],
    vorm: (w) => perVorm.has(w),
  };
}
