// Telefoonnummers, mailadressen, sites en huisnummers zoals mensen ze typen, teruggebracht tot een vorm. Puur.

const STREEP = "\\u2010-\\u2015\\u2212\\u00ad-";
const NUMMER = new RegExp(`(?:\\+|\\b)\\d[\\d\\s().\\/${STREEP}]*\\d`, "gu");
const SITE = /(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:\/[^\s]*)?/giu;

/** Een nummer als cijfers zonder landcode: +31 (0)999-12 34 56 en 0031999123456 zijn 0999123456. */
export function kaalNummer(tekst) {
  const plus = /^\s*\+/.test(tekst),
    cijfers = tekst.replace(/\D/g, "");
  const m = /^(?:0031|31)(?:0)?(\d{7,10})$/.exec(cijfers);
  if (m && (plus || cijfers.startsWith("0031") || cijfers.length === 11)) return `0${m[1]}`;
  return cijfers;
}

/** De telefoonnummers in een vraag; een heel kort nummer telt alleen als het de hele vraag is. */
export function nummersIn(vraag) {
  const tekst = vraag.normalize("NFKC"),
    kaal = tekst.replace(/\b(tel(efoon)?(nummer)?|nummer|bel)\b[.:]?/gi, "").trim();
  if (/^1\d\d$|^14\s*\d{3,4}$/.test(kaal)) return [kaal.replace(/\D/g, "")];
  return [...tekst.matchAll(NUMMER)].map((m) => kaalNummer(m[0])).filter((n) => n.length > 5 && n.length < 13);
}

/** Een adres op het web zonder begin, www. en streep aan het eind. */
export function kaleSite(tekst) {
  return tekst
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#]+$/, "");
}

/** De mailadressen en sites in een vraag: {mail, site}. */
export function adressenIn(vraag) {
  const mail = vraag.toLowerCase().match(/[^\s<>,;:@]+@[^\s<>,;@]+\.[a-z]{2,}/g) || [];
  const over = mail.reduce((tekst, m) => tekst.replace(m, " "), vraag.toLowerCase());
  return { mail, site: (over.match(SITE) || []).map(kaleSite) };
}

/** Een huisnummer in een vorm: "12 a", "12-A" en "12a" zijn gelijk. */
export function kaalHuisnummer(tekst) {
  return tekst.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Of een vraag iets heeft dat alleen in de eigen gegevens van een plek staat: een nummer, adres of site. */
export function vraagtOmAdres(vraag) {
  return /\d|@/.test(vraag) || adressenIn(vraag).site.length > 0;
}
