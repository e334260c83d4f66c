// De kalender: dagen als getal (dagen sinds 1-1-1970), feestdagen, weken en de klok in Nederland. Puur.
// generator/betekenis/kalender.py zegt hetzelfde in Python.

export const DAGNAMEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
export const MAANDEN = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

const KLOK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
});

/** Een dag als getal; maand is 1 tot en met 12. */
export const dagnummer = (jaar, maand, dag) => Date.UTC(jaar, maand - 1, dag) / 864e5;

/** {jaar, maand, dag} van een dagnummer. */
export function datum(nummer) {
  const d = new Date(nummer * 864e5);
  return { jaar: d.getUTCFullYear(), maand: d.getUTCMonth() + 1, dag: d.getUTCDate() };
}

/** 0 is maandag. */
export const weekdag = (nummer) => (nummer + 3) % 7;

/** Het moment `nu` (Date) op de klok in Nederland: {dag (nummer), minuut}. */
export function nederland(nu) {
  const delen = KLOK.formatToParts(nu);
  const deel = (soort) => Number(delen.find((d) => d.type === soort).value);
  return { dag: dagnummer(deel("year"), deel("month"), deel("day")), minuut: deel("hour") * 60 + deel("minute") };
}

/** "2026-12-23T10:00" als moment, of null als dat geen moment is. */
export function leesMoment(tekst) {
  const m = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(tekst || "");
  if (!m) return null;
  const [jaar, maand, dag, uur, minuut] = m.slice(1).map(Number),
    nummer = dagnummer(jaar, maand, dag);
  const d = datum(nummer);
  return d.maand === maand && d.dag === dag ? { dag: nummer, minuut: uur * 60 + minuut } : null;
}

const twee = (n) => String(n).padStart(2, "0");

/** Een dagnummer als "2026-12-23". */
export function alsDag(nummer) {
  const { jaar, maand, dag } = datum(nummer);
  return `${jaar}-${twee(maand)}-${twee(dag)}`;
}

/** Een moment als "2026-12-23T10:00". */
export const alsMoment = ({ dag, minuut }) => `${alsDag(dag)}T${twee(Math.floor(minuut / 60))}:${twee(minuut % 60)}`;

/** "20261223" als dagnummer; "00000000" ligt voor alles. */
export const leesDag = (tekst) =>
  tekst === "00000000" ? -Infinity : dagnummer(+tekst.slice(0, 4), +tekst.slice(4, 6), +tekst.slice(6, 8));

/** Eerste paasdag van een jaar als dagnummer (Gauss, zoals Meeus het geeft). */
export function pasen(jaar) {
  const a = jaar % 19,
    b = Math.floor(jaar / 100),
    c = jaar % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dagnummer(jaar, Math.floor(n / 31), (n % 31) + 1);
}

const FEEST = new Map();

function feestdagen(jaar) {
  if (FEEST.has(jaar)) return FEEST.get(jaar);
  const koning = dagnummer(jaar, 4, 27),
    eerste = pasen(jaar);
  const uit = new Map([
    [dagnummer(jaar, 1, 1), "nieuwjaarsdag"],
    [dagnummer(jaar, 12, 25), "eerste kerstdag"],
    [dagnummer(jaar, 12, 26), "tweede kerstdag"],
    [koning - (weekdag(koning) === 6), "Koningsdag"],
  ]);
  if (jaar % 5 === 0) uit.set(dagnummer(jaar, 5, 5), "Bevrijdingsdag");
  const los = [
    [0, "eerste paasdag"],
    [1, "tweede paasdag"],
    [39, "Hemelvaartsdag"],
    [49, "eerste pinksterdag"],
    [50, "tweede pinksterdag"],
  ];
  for (const [verder, naam] of los) if (!uit.has(eerste + verder)) uit.set(eerste + verder, naam);
  FEEST.set(jaar, uit);
  return uit;
}

/** De naam van de feestdag op een dag, of "". */
export const feestdag = (nummer) => feestdagen(datum(nummer).jaar).get(nummer) || "";

/** Het nummer van de ISO-week. */
export function week(nummer) {
  const donderdag = nummer - weekdag(nummer) + 3;
  return Math.floor((donderdag - dagnummer(datum(donderdag).jaar, 1, 1)) / 7) + 1;
}

/**
 * Geldt een deel op deze dag? `wanneer` is "", "e" (even weken), "o" (oneven) of "w13" (eerste en derde; L is
 * laatste).
 */
export function geldt(wanneer, nummer) {
  if (!wanneer) return true;
  if (wanneer === "e" || wanneer === "o") return (week(nummer) % 2 === 0) === (wanneer === "e");
  const { maand, dag } = datum(nummer);
  const laatste = datum(nummer + 7).maand !== maand;
  return wanneer.includes(String(Math.floor((dag - 1) / 7) + 1)) || (laatste && wanneer.includes("L"));
}

/** Valt een dag in een periode van elk jaar? `van` en `tot` zijn maand * 100 + dag. */
export function inPeriode(periode, nummer) {
  const { jaar, maand, dag } = datum(nummer),
    nu = maand * 100 + dag;
  const gewoon = datum(dagnummer(jaar, 2, 29)).maand !== 2;
  const [van, tot] = periode.map((grens) => (gewoon && grens === 229 ? 228 : grens));
  return van <= tot ? van <= nu && nu <= tot : nu >= van || nu <= tot;
}
