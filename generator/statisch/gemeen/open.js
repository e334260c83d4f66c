// Open of dicht, op dit moment in Nederland. Puur, behalve toonStanden, dat de pagina bijwerkt.
// Tijden: {ma: [[540, 750], ...], di: "afspraak", wo: []}; [] is gesloten, een dag die ontbreekt is onbekend.

const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const NAMEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

const KLOK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23",
});

/** Het moment `nu` (Date) op de klok in Nederland: {jaar, maand (1-12), dag, weekdag (0 = maandag), minuut}. */
export function nederland(nu) {
  const delen = KLOK.formatToParts(nu);
  const deel = (soort) => Number(delen.find((d) => d.type === soort).value);
  const [jaar, maand, dag] = [deel("year"), deel("month"), deel("day")];
  return { jaar, maand, dag, weekdag: (new Date(Date.UTC(jaar, maand - 1, dag)).getUTCDay() + 6) % 7, minuut: deel("hour") * 60 + deel("minute") };
}

/** Eerste paasdag van een jaar, als [maand, dag] (Gauss, gregoriaans). */
export function pasen(jaar) {
  const a = jaar % 19, b = Math.floor(jaar / 100), c = jaar % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return [Math.floor(n / 31), (n % 31) + 1];
}

/** De naam van de feestdag op een dag, of "". Bevrijdingsdag is om de vijf jaar een vrije dag. */
export function feestdag(jaar, maand, dag) {
  const vast = { "1-1": "nieuwjaarsdag", "12-25": "eerste kerstdag", "12-26": "tweede kerstdag" };
  if (jaar % 5 === 0) vast["5-5"] = "Bevrijdingsdag";
  const koning = new Date(Date.UTC(jaar, 3, 27)).getUTCDay() === 0 ? 26 : 27;
  vast[`4-${koning}`] = "Koningsdag";
  const [pm, pd] = pasen(jaar);
  const naPasen = Math.round((Date.UTC(jaar, maand - 1, dag) - Date.UTC(jaar, pm - 1, pd)) / 86400000);
  const los = { 0: "eerste paasdag", 1: "tweede paasdag", 39: "Hemelvaartsdag", 49: "eerste pinksterdag", 50: "tweede pinksterdag" };
  return vast[`${maand}-${dag}`] || los[naPasen] || "";
}

/** 540 als "9.00 uur". */
function uur(minuten) {
  return `${Math.floor(minuten / 60)}.${String(minuten % 60).padStart(2, "0")} uur`;
}

const altijd = (dag) => Array.isArray(dag) && dag.length === 1 && dag[0][0] === 0 && dag[0][1] >= 1440;

function volgende(tijden, moment) {
  // De eerstvolgende opening die zeker is; een onbekende dag of een feestdag ertussen maakt de rest onzeker.
  const { jaar, maand, dag: vandaag, weekdag, minuut } = moment;
  for (let n = 0; n < 8; n++) {
    const i = (weekdag + n) % 7, dag = tijden[DAGEN[i]];
    const d = new Date(Date.UTC(jaar, maand - 1, vandaag + n));
    if (dag === undefined || feestdag(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate())) return "";
    const vak = Array.isArray(dag) ? dag.find((v) => n > 0 || v[0] > minuut) : undefined;
    if (vak) return `${n === 0 ? "" : n === 1 ? "morgen " : `${NAMEN[i]} `}open vanaf ${uur(vak[0])}`;
  }
  return "";
}

function tot(tijden, weekdag, vak) {
  // Loopt het door na middernacht, dan telt de dag erna mee.
  if (vak[1] < 1440) return `open tot ${uur(vak[1])}`;
  const morgen = tijden[DAGEN[(weekdag + 1) % 7]];
  const eerste = Array.isArray(morgen) ? morgen.find((v) => v[0] === 0) : undefined;
  if (!eerste) return "open tot middernacht";
  return eerste[1] < 1440 ? `open tot ${uur(eerste[1])}` : "nu open";
}

/**
 * De stand op het moment `nu` (Date): {stand: "open" | "dicht" | "onbekend" | "afspraak", tekst}.
 * Op een feestdag is alleen wat dag en nacht open is, zeker.
 */
export function openStand(tijden, nu, moment = nederland(nu)) {
  if (!tijden || !DAGEN.some((d) => tijden[d] !== undefined)) return { stand: "onbekend", tekst: "tijden niet bekend" };
  if (DAGEN.every((d) => altijd(tijden[d]))) return { stand: "open", tekst: "dag en nacht open" };
  const { jaar, maand, dag, weekdag, minuut } = moment;
  const vandaag = tijden[DAGEN[weekdag]];
  const feest = feestdag(jaar, maand, dag);
  if (feest && !altijd(vandaag)) {
    return Array.isArray(vandaag) && !vandaag.length ? { stand: "dicht", tekst: "vandaag dicht" }
      : { stand: "onbekend", tekst: `vandaag is het ${feest}: bel of het open is` };
  }
  if (vandaag === undefined) return { stand: "onbekend", tekst: "tijden van vandaag niet bekend" };
  if (vandaag === "afspraak") return { stand: "afspraak", tekst: "vandaag op afspraak" };
  const vak = vandaag.find((v) => v[0] <= minuut && minuut < v[1]);
  if (vak) return { stand: "open", tekst: tot(tijden, weekdag, vak) };
  const straks = volgende(tijden, moment);
  return { stand: "dicht", tekst: straks ? `nu dicht, ${straks}` : "nu dicht" };
}

/** De beste stand van meer plekken: open gaat voor afspraak, onbekend en dicht. */
export function besteStand(alle, nu) {
  const moment = nederland(nu), standen = alle.map((t) => openStand(t, nu, moment));
  for (const soort of ["open", "afspraak", "onbekend"]) {
    const raak = standen.find((s) => s.stand === soort);
    if (raak) return raak;
  }
  return standen[0] || { stand: "onbekend", tekst: "tijden niet bekend" };
}

/** Vul elk element met data-tijden (JSON) met de stand van nu, en toon het. */
export function toonStanden(wortel, nu = new Date()) {
  for (const el of wortel.querySelectorAll("[data-tijden]")) {
    const { stand, tekst } = openStand(JSON.parse(el.dataset.tijden), nu);
    el.dataset.stand = stand;
    el.textContent = tekst;
    el.hidden = false;
  }
}
