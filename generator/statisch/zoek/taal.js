// Nederlands voor de zoekmotor: vouwen, stammen, klank en tikfouten. Puur; kent geen DOM en geen index.

const DUBBEL = /([bcdfghjklmnpqrstvwxz])\1$/;
const KLINKER = "aeiouy";
const ACHTERVOEGSEL_ZWAK = /[aeiouy][^aeiouy]*(el|er|em|en|ig|elijk)$/;
const SCHEIDBAAR =
  /^(aan|achter|af|bij|door|in|los|mee|na|om|op|over|samen|stop|terug|toe|uit|vast|voor|weg)ge(.{3,})$/;

/** Kleine letters zonder accenten; de ij als twee letters, apostrofs en afkortingspunten weg. */
export function vouw(tekst) {
  return String(tekst)
    .toLowerCase()
    .replace(/\u0133/g, "ij")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/['\u2018\u2019`]/g, "")
    .replace(/\b(?:\p{L}\.){2,}/gu, (m) => m.replace(/\./g, ""));
}

/** De woorden van een tekst, gevouwen. */
export function woorden(tekst) {
  return vouw(tekst).match(/[\p{L}\p{N}]+/gu) || [];
}

function verleng(kaal) {
  // Open lettergreep: betal(en) -> betaal, maar wandel(en) en fiets(en) blijven.
  const n = kaal.length;
  const laatste = kaal[n - 1],
    klank = kaal[n - 2],
    voor = kaal[n - 3];
  if (n < 3 || KLINKER.includes(laatste) || !"aeou".includes(klank) || KLINKER.includes(voor)) return kaal;
  if (laatste === "w" || laatste === "x" || ACHTERVOEGSEL_ZWAK.test(kaal)) return kaal;
  return kaal.slice(0, -1) + klank + laatste;
}

function rond(kaal) {
  if (DUBBEL.test(kaal)) return kaal.slice(0, -1);
  return verleng(kaal).replace(/v$/, "f").replace(/z$/, "s");
}

function verklein(w) {
  const m = /^(.{3,}?)(et|t|p|k)?jes?$/.exec(w);
  if (!m) return w;
  if (m[2] === "et") return rond(m[1]);
  if (m[2] === "p") return /m$/.test(m[1]) ? m[1] : m[1] + "p";
  if (m[2] === "k") return /n$/.test(m[1]) ? m[1] + "g" : m[1] + "k";
  if (m[2] === "t") return /[lnrwaeiou]$/.test(m[1]) ? m[1] : m[1] + "t";
  return m[1];
}

/**
 * De stam van een gevouwen woord: huizen en huis, schulden en schuld, betalen en betaal. `vormen` zijn de
 * uitzonderingen.
 */
export function stam(w, vormen = {}) {
  if (Object.hasOwn(vormen, w)) return vormen[w];
  if (w.length < 4 || /\d/.test(w)) return w;
  let s = /jes?$/.test(w) ? verklein(w) : w;
  if (/heden$/.test(s)) return s.slice(0, -4) + "eid";
  if (/(ieen|ieën)$/.test(s)) s = s.slice(0, -2);
  else if (s.length > 4 && /[^aeiou]en$/.test(s)) s = rond(s.slice(0, -2));
  else if (s.length > 5 && /[ui]en$|[ou]ien$/.test(s)) s = s.slice(0, -2);
  else if (s.length > 4 && /[^aeiou]e$/.test(s)) s = rond(s.slice(0, -1));
  if (s.length > 4 && /[bdfgklmnprtw]s$/.test(s)) s = s.slice(0, -1);
  else if (s.length > 5 && /[^i]es$/.test(s)) s = rond(s.slice(0, -2));
  else if (s.length > 5 && /(ie|a|o)s$/.test(s) && !/[aeou][ao]s$/.test(s)) s = s.slice(0, -1);
  if (s.length > 5 && /[aeiouy][^aeiouy]+eer$/.test(s)) s = s.slice(0, -2) + "r";
  return s;
}

/**
 * Een lossere stam, over woordsoorten heen: betaald, betaling en betaler; gestopt en stoppen; afgesloten en afsluit.
 */
export function losseStam(w, vormen = {}) {
  let s = stam(w, vormen);
  if (s.length < 5) return s;
  s = s.replace(SCHEIDBAAR, "$1$2");
  const voltooid = /^ge.{3,}[td]$/.test(s);
  if (voltooid || (/^ge.{4,}$/.test(s) && /en$/.test(w))) s = s.slice(2);
  if (s.length > 6 && /ing$/.test(s)) s = rond(s.slice(0, -3));
  else if (s.length > 8 && /[^aeiou]ster$/.test(s)) s = s.slice(0, -4);
  else if (s.length > 6 && /[^aeiou]er$/.test(s)) s = rond(s.slice(0, -2));
  if (s.length > 5 && /(dt|td|tt|dd)$/.test(s)) s = s.slice(0, -2);
  else if (s.length > (voltooid ? 3 : 4) && /([^n]d|t)$/.test(s)) s = s.slice(0, -1);
  s = s.replace(/([bcdfghjklmnpqrstvwxz])\1$/, "$1");
  return s.length > 5 ? s.replace(/([aeou])\1([^aeiouy])$/, "$1$2") : s;
}

/** Hoe een woord klinkt, voor wie schrijft wat hij hoort: ei/ij, au/ou, d/t aan het eind, c/k. */
export function klank(w) {
  return w
    .replace(/ij|ei|ey/g, "y")
    .replace(/ou|auw|ouw/g, "au")
    .replace(/ck|qu/g, "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/x/g, "ks")
    .replace(/sch/g, "sg")
    .replace(/ch/g, "g")
    .replace(/ti(?=[eo])/g, "si")
    .replace(/ie/g, "i")
    .replace(/v/g, "f")
    .replace(/z/g, "s")
    .replace(/dt?$/, "t")
    .replace(/b$/, "p")
    .replace(/([a-z])\1+/g, "$1");
}

/** Welke letters in een woord staan, als 32 bits; om tikfouten snel uit te sluiten. */
export function letters(w) {
  let bits = 0;
  for (let i = 0; i < w.length; i++) bits |= 1 << (w.charCodeAt(i) % 31);
  return bits;
}

/** Het aantal bits in een getal van 32 bits. */
export function telBits(n) {
  n -= (n >>> 1) & 0x55555555;
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Damerau-Levenshtein tot en met `max`; daarboven max + 1. Twee gewisselde letters tellen als een fout. */
export function afstand(a, b, max) {
  const n = a.length,
    m = b.length;
  if (Math.abs(n - m) > max) return max + 1;
  let voorvorig = [],
    vorig = Array.from({ length: m + 1 }, (_, j) => j);
  for (let i = 1; i <= n; i++) {
    const rij = [i];
    let laagste = i;
    for (let j = 1; j <= m; j++) {
      const kost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(vorig[j] + 1, rij[j - 1] + 1, vorig[j - 1] + kost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, voorvorig[j - 2] + 1);
      rij.push(d);
      if (d < laagste) laagste = d;
    }
    if (laagste > max) return max + 1;
    voorvorig = vorig;
    vorig = rij;
  }
  return vorig[m];
}

/** Hoeveel tikfouten een woord mag hebben, naar zijn lengte. */
export function speling(lengte) {
  if (lengte < 4) return 0;
  return lengte < 8 ? 1 : 2;
}
