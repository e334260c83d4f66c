// De kennis als resultaat: woorden, taken, stappen, clusters, stukken, werkwijzen en regels uit de wet. Een bewoner
// ziet eerst waar hij terechtkan; wie een vakwoord of een vraag over de regels stelt, ziet eerst de kennis. Puur.

import { nabij } from "./rang.js";
import { afstand, stam, woorden } from "./taal.js";

const KENNIS_LEEG = new Set(
  (
    "de het een en of in op van voor bij met te aan om over naar tot uit door is zijn was worden wordt ik mijn u uw wij " +
    "wie wat waar hoe welke wanneer waarom lang duurt duren mag mogen moet kan kunnen krijgt heeft doet doen werkt " +
    "staat betekent er dat die dit als dan gaat houdt gemeente hoeveel binnen welk tussen verschil termijn tijd moeten " +
    "zaken stand na per geeft levert niet"
  ).split(" "),
);
// Waarmee iemand zegt dat hij een woord wil begrijpen; de rest van de vraag is dat woord.
const UITLEGWOORD = new Set("betekenis begrip afkorting definitie uitleg omschrijving inhoud gebeurde gebeurt".split(" "));
// Vragen over regels en wie wat doet, waar ze ook in de zin staan; en wat alleen aan het begin een vraag is.
const VRAAGT_KENNIS = new RegExp(
  `\\b(${[
    "\\w*termijn|hoe ?lang|hoeveel (weken|dagen|fte)|binnen hoeveel|binnen welke",
    "wie beslist|wie heeft de regie|op welke schaal|hoe (vaak|snel) (moet|mag)|in werking|\\d+ (weken|werkdagen|maanden)|betekenis( van)?|afkorting|(onder )?welke wet|artikel \\d|verschil(len)? (tussen|\\w+ en)|wat zegt de wet",
  ].join("|")})\\b`,
);
const BEGINT_ALS_KENNIS =
  /^(wie (doet|regelt|stelt|voert|behandelt|schrijft|neemt|int|controleert|bepaalt|ondertekent|toetst|is verantwoordelijk)|wat (betekent|houdt|gebeurde|doet een)|wat is (een|het|de)? ?\S+$|(mag|moet|kan) ((de|een) )?(gemeente|college|raad|inwoner|cliënt|client|jeugdige|aanvrager)|mag iemand|schaal|regie|sturing|bekostiging)\b/;
// Woorden van wie beleid maakt, besluiten schrijft of de wet leest; een bewoner noemt zijn vraag niet zo.
const VAKTAAL = new RegExp(
  `\\b(${[
    "\\w*verordening\\w*|wettelijk\\w*|wetsvoorstel\\w*|wetswijziging\\w*|overgangs(jaar|recht|regeling)",
    "inwerkingtreding|niet tijdig|afbakening|afbakenen|grens tussen|zorgplicht|definitie|begripsbepaling",
    "criteri(a|um)|varianten?|scenario'?s?|formatie|fte|mijlpa(al|len)|fasering|risico'?s|kernwaarden?",
    "principes?|uitgangspunten|bekostiging\\w*|financiering\\w*|sturing\\w*|regiemodel\\w*|opdrachtgever\\w*",
    "opdrachtnemer\\w*|aanbested\\w+|gemeenschappelijke regeling|dienstverleningsmodel",
    "taken(pakket|verdeling)?|mandaat\\w*|beleggen|positionering|bouwblok\\w*|clusters?|kern en schil",
    "schaalvoorde\\w+|opheffing|ontvlecht\\w+|voorliggend\\w*|maatwerkvoorziening\\w*|algemene voorziening\\w*",
    "spoedvoorziening\\w*|loonwaarde|leerroutes?|casusregi\\w+|multiprobl\\w+|financieel verantwoordelijk",
    "opdracht van|inkomensafhankelijke?|zorg in natura|voorwaarden|opbrengst",
    "(on)?verschuldigd\\w*|terugwerkende kracht|ingangsdatum|schorsende|opschort\\w+|griffierecht\\w*|proceskosten\\w*",
    "hoorplicht|bevoegd\\w*|heronderzoek\\w*|ontvangstbevestiging|vormvereisten?|indiceren|moratorium",
    "afkoelingsperiode|reorganisatie|adviesaanvraag|ondernemingsraad|begroting|budget van|tekort op|jurisprudentie",
    "uitspraak van|uitspraken|inning|caseload|planning van|college van|artikel|lid \\d|krachtens|verlengde",
    "(beleids|uitvoerings|proces)regie|publiek\\w* of privat?\\w*|aandachtspunten|plaatsing(sproces)?",
    "hoeveel (procent|tijd)|binnen \\w+ (werkdagen|dagen|weken)|wanneer moet|recht op|mag (de|een)",
    "wie (voert|betaalt|is verantwoordelijk)|sociaal plan|beslis(sen|t)? (over|op|termijn\\w*)",
  ].join("|")})\\b`,
);
// Wie van zichzelf vertelt, zoekt hulp en geen beleid.
const VERTELT = /\b(ik|mij|mijn|me|m'n|wij|we|ons|onze|hij|zij|ze|hem|haar)\b/;
// De wet of het stuk bij naam, met iets wat daarin geregeld is.
const WETNAAM = /\b(wmo|wlz|zvw|wgs|awb|wpo|wams|jeugdwet|participatiewet|zorgverzekeringswet|inburgeringswet)\b/,
  GEREGELD =
    /\b(recht|rechten|plicht|bijdrage|bezwaar\w*|onderzoek|weken|dagen|procent|voorschot|indicatie|balans|verwijz\w+|uitvoer\w*|voert uit|begeleiding|behandeling|gesprek)\b/;
const KENNIS_EERST = 0.72,
  KENNIS_NIETS = 0.35,
  KENNIS_LEEG_ANTWOORD = 0.42,
  KENNIS_HELE_TERM = 0.5,
  KENNIS_FEIT = 0.85,
  KENNIS_ONBEKEND = 0.5,
  KENNIS_ERBIJ = 0.57,
  KENNIS_ERBIJ_KAAL = 0.51,
  KENNIS_PLAATS = 0.35,
  KENNIS_NA_DE_DEUR = 3,
  KENNIS_PRECIES = 0.8,
  KENNIS_ZWAKKE_DEUR = 0.6,
  KENNIS_HIER = 0.5,
  KENNIS_MEEST = 5,
  KENNIS_ERNA = 3,
  KENNIS_IN_ZIN = 0.45,
  KENNIS_VAK = 0.6,
  KENNIS_SAMEN = 0.75,
  KENNIS_ANDERE_PLAATS = 0.55,
  KENNIS_EEN_PLAATS = 0.85,
  KENNIS_DEEL_VAN_VRAAG = 0.36,
  KENNIS_TERM_WEEGT = 0.3,
  KENNIS_DEEL = 5;

/** Zet de kennis bij een index: `zoek(vraag)` en de rijen om te tonen. */
export function voegKennisToe(index, json) {
  const tokens = (tekst) =>
    woorden(tekst)
      .filter((w) => !KENNIS_LEEG.has(w))
      .map((w) => stam(w, index.taal.vormen));
  const items = json.items.map(([soort, naam, pad, zin, vormen, gemeente]) => ({
    id: pad,
    soort: json.soorten[soort],
    naam,
    pad,
    zin,
    gemeente,
    vormen: [naam, ...(vormen ? vormen.split("|") : [])].map((v) => [...new Set(tokens(v))]).filter((v) => v.length),
    tekst: new Set(tokens(zin)),
    alle: new Set(tokens(`${naam} ${vormen || ""}`)),
  }));
  const waar = new Map();
  const hang = (t, i) => (waar.get(t) || waar.set(t, new Set()).get(t)).add(i);
  items.forEach((item, i) => {
    for (const vorm of item.vormen) for (const t of vorm) hang(t, i);
    for (const t of item.tekst) hang(t, i);
  });
  const gewicht = (t) => Math.log(1 + items.length / (waar.get(t)?.size || 1));
  // Een woord dat de kennis niet heeft zegt minder dan het zeldzaamste dat zij wel heeft.
  const telt = (t) => (waar.has(t) ? gewicht(t) : KENNIS_ONBEKEND * Math.log(1 + items.length / 8));
  const som = (lijst) => lijst.reduce((uit, t) => uit + telt(t), 0);
  const gemeenten = json.gemeenten.map(([code, naam]) => ({ code, woorden: woorden(naam) }));
  index.kennis = { items, waar, gewicht, som, tokens, gemeenten };
  return index;
}

/** De nummers van de gemeenten die een vraag noemt; en de vraag, zonder haar naam als het er een is. */
function kennisPlaats(vraag, { gemeenten }) {
  const alle = woorden(vraag);
  const nrs = gemeenten.map((g, nr) => nr).filter((nr) => gemeenten[nr].woorden.every((w) => alle.includes(w)));
  return [nrs, nrs.length === 1 ? alle.filter((w) => !gemeenten[nrs[0]].woorden.includes(w)) : alle];
}

/** Of een bekend woord het eerste deel van een samenstelling is: fraude in fraudeonderzoek. */
const isDeel = (t, a) => a.length >= KENNIS_DEEL && t.length - a.length >= KENNIS_DEEL && t.startsWith(a);

/** Een woord zoals de kennis het kent: een lang woord mag ook langer of korter zijn, en onbekend een letter anders. */
function kentAls(t, waar) {
  if (t.length < 7) return [t];
  const past = (a) => (a.length >= 7 && (t.startsWith(a) || a.startsWith(t))) || isDeel(t, a);
  const alle = [...waar.keys()].filter(past);
  if (alle.length) return [...new Set(waar.has(t) ? [t, ...alle] : alle)];
  return [[...waar.keys()].find((a) => Math.abs(a.length - t.length) < 2 && afstand(t, a, 1) <= 1) || t];
}

function kennisPunten(item, vraag, { som }) {
  const waarde = (groepen) => som(groepen.map((g) => g[0]));
  const heel = waarde(vraag) || 1;
  const inTekst = (g) => g.some((t) => item.tekst.has(t));
  let best = 0;
  for (const vorm of item.vormen) {
    const raak = vraag.filter((g) => g.some((t) => vorm.includes(t)));
    if (!raak.length) continue;
    const inZin = vraag.filter((g) => !raak.includes(g) && inTekst(g));
    const dekt = (waarde(raak) + KENNIS_IN_ZIN * waarde(inZin)) / heel;
    best = Math.max(best, dekt * (0.6 + 0.4 * Math.min(1, waarde(raak) / som(vorm))));
    if (item.soort === "begrip" && vorm.every((t) => raak.some((g) => g[0] === t)))
      best = Math.max(best, dekt < KENNIS_TERM_WEEGT ? KENNIS_DEEL_VAN_VRAAG : KENNIS_HELE_TERM);
  }
  // Woorden uit verschillende vormen samen dekken de vraag ook, maar minder zeker.
  const samen = vraag.filter((g) => g.some((t) => item.alle.has(t))),
    erbij = vraag.filter((g) => !samen.includes(g) && inTekst(g));
  const punten = Math.max(best, (KENNIS_SAMEN * waarde(samen) + KENNIS_IN_ZIN * waarde(erbij)) / heel);
  return item.soort === "feit" ? KENNIS_FEIT * punten : punten;
}

/** De woorden van een vraag zonder 'betekenis' of 'afkorting', als er dan nog iets over is. */
function zonderUitlegwoord(woorden_) {
  const rest = woorden_.filter((w) => !UITLEGWOORD.has(w));
  return (rest.some((w) => !KENNIS_LEEG.has(w)) ? rest : woorden_).join(" ");
}

// Wat maar in een stuk van een gemeente staat; taken en rollen staan bij elke gemeente en dan weegt de plaats zwaarder.
const EENMALIG = new Set(["pagina", "feit"]);

/** Wat de kennis bij een vraag heeft, het beste eerst, als {nr, score}; en de gemeente die genoemd is. */
export function zoekKennis(vraag, kennis) {
  const [plaatsen, over] = kennisPlaats(vraag, kennis);
  const delen = [...new Set(kennis.tokens(zonderUitlegwoord(over)))].map((t) => kentAls(t, kennis.waar));
  const raak = new Set(delen.flat().flatMap((t) => [...(kennis.waar.get(t) || [])]));
  const uit = [];
  kennis.items.forEach((item, nr) => {
    const eigen = plaatsen.includes(item.gemeente);
    if (item.gemeente >= 0 && plaatsen.length && !eigen) return;
    let score = raak.has(nr) ? kennisPunten(item, delen, kennis) : 0;
    if (item.gemeente >= 0 && !eigen) score *= EENMALIG.has(item.soort) ? KENNIS_EEN_PLAATS : KENNIS_ANDERE_PLAATS;
    if (eigen && (score >= KENNIS_PLAATS || item.id.endsWith("/"))) score = Math.max(score, KENNIS_PLAATS) + KENNIS_HIER;
    if (score >= KENNIS_PLAATS) uit.push({ nr, score });
  });
  return { plaatsen, lijst: uit.sort((a, b) => b.score - a.score || a.nr - b.nr) };
}

const alsResultaat = ({ nr, score }) => ({ soort: "kennis", nr, functie: -1, score });

/** Een pagina staat er een keer, en van alle feiten staat er een bovenaan: de rest komt na wat anders is. */
function kennisEenKeer(lijst, items) {
  const gezien = new Set();
  const uit = lijst.filter(({ nr }) => !gezien.has(items[nr].naam) && gezien.add(items[nr].naam));
  const feit = ({ nr }) => items[nr].soort === "feit";
  const later = uit.filter(feit).slice(1);
  return [...uit.filter((r) => !later.includes(r)), ...later];
}

/** Of er in een gemeente van de kennis ook zelf plekken staan. */
function heeftPlekken(code, index) {
  return index.gebieden.some((g) => g.code === code) && index.voorzieningen.naam.some((_, v) => nabij(v, index, code) < 2);
}

/** Of bewoners een woord kennen, ook als het in het meervoud staat. */
const isVanBewoners = (w, boek) => [w, w.replace(/(en|s)$/, "")].some((vorm) => boek.kracht(vorm) >= 2);

/** Of de vraag vooral uit woorden bestaat die de kennis kent en bewoners niet. */
function isVakwoord(vraag, boek, { waar, tokens, som }) {
  const vak = woorden(vraag).filter((w) => !isVanBewoners(w, boek) && tokens(w).some((t) => waar.has(t)));
  return som(tokens(vak.join(" "))) >= KENNIS_VAK * som(tokens(vraag)) && vak.some((w) => !KENNIS_LEEG.has(w));
}

/** Of een vraag over regels gaat, of in de woorden van het vak gesteld is. */
const isVakvraag = (vraag) =>
  VRAAGT_KENNIS.test(vraag) ||
  (!VERTELT.test(vraag) &&
    (BEGINT_ALS_KENNIS.test(vraag) || VAKTAAL.test(vraag) || (WETNAAM.test(vraag) && GEREGELD.test(vraag))));

/** Of er in hoofdletters een afkorting staat die de kennis kent en bewoners niet. */
const noemtAfkorting = (vraag, boek, { waar, tokens }) =>
  (vraag.match(/\b[A-Z]{3,}\b/g) || []).some((w) => boek.kracht(w.toLowerCase()) < 2 && tokens(w).some((t) => waar.has(t)));

/** Wie een hele vraag in hoofdletters typt, noemt geen afkortingen: de letters zeggen dan niets. */
const zonderSchreeuw = (vraag) => (/\s/.test(vraag.trim()) && !/\p{Ll}/u.test(vraag) ? vraag.toLowerCase() : vraag);

/** De uitkomst en de resultaten, met de kennis ervoor of erna. */
export function metKennis({ vraag: getypt, hier, uitkomst, over, index, boek }) {
  const vraag = zonderSchreeuw(getypt);
  const { plaatsen, lijst } = zoekKennis(vraag, index.kennis);
  const plaats = plaatsen.length ? plaatsen[0] : -1;
  const { items, gemeenten } = index.kennis;
  const gewoon = kennisEenKeer(lijst, items);
  const [best] = gewoon;
  const elders = plaats >= 0 && !heeftPlekken(gemeenten[plaats].code, index);
  // Een echte gemeente zonder eigen plekken: haar werkwijze, en nooit de deuren van een ander.
  if (elders && best) {
    const past = over.filter((r) => r.soort !== "voorziening" || index.voorzieningen.landelijk[r.nr]);
    const gebied = past.filter((r) => r.soort === "gebied"),
      verder = past.filter((r) => r.soort !== "gebied");
    const eigen = (plaatsen.length === 1 && gewoon.find(({ nr }) => items[nr].gemeente === plaats)) || best;
    const kennis = [eigen, ...gewoon.filter((r) => r !== eigen)].slice(0, KENNIS_MEEST).map(alsResultaat);
    return [KENNIS_GEVONDEN, [...kennis, ...gebied, ...verder]];
  }
  const vraagt = isVakvraag(vraag.trim().toLowerCase()) || noemtAfkorting(vraag, boek, index.kennis);
  // "Hoe lang duurt een paspoort" begint als een vraag aan de kennis, maar hoort elders.
  if (uitkomst.zeker) return [uitkomst, over];
  const leeg = uitkomst.soort === "niets" || !over.length;
  const vertelt = VERTELT.test(vraag.toLowerCase()),
    erbij = vertelt ? KENNIS_ERBIJ : KENNIS_ERBIJ_KAAL;
  if (!best || best.score < (vraagt ? KENNIS_NIETS : leeg ? KENNIS_LEEG_ANTWOORD : erbij)) return [uitkomst, over];
  // Wie hier geen deur heeft die bij de vraag past, of vooral vakwoorden gebruikt, is aan de kennis toe.
  // Een los woord dat de kennis ook kent, is daarmee nog geen vakwoord.
  const meer = new Set(index.kennis.tokens(vraag)).size > 1;
  const zwak = meer && !hier.genoemd && !hier.precies && hier.dekking < KENNIS_ZWAKKE_DEUR;
  const vak = !hier.genoemd && !hier.precies && isVakwoord(vraag, boek, index.kennis);
  // Drie letters kunnen het begin van iets anders zijn, behalve in hoofdletters: dan is het een afkorting.
  const begin = over.length > 0 && /^[^A-Z]{1,3}$/.test(vraag.trim());
  const eerst = vraagt || (leeg && uitkomst.soort !== "elders") || (!begin && best.score >= KENNIS_EERST && (vak || zwak));
  const goed = gewoon.filter(({ score }) => score >= (eerst ? Math.max(KENNIS_NIETS, best.score * 0.6) : erbij));
  if (eerst) return [KENNIS_GEVONDEN, [...goed.slice(0, KENNIS_MEEST).map(alsResultaat), ...over]];
  if (uitkomst.soort !== "gevonden") return [uitkomst, over];
  const kennis = goed.slice(0, KENNIS_ERNA).map(alsResultaat);
  const plek = best.score >= KENNIS_PRECIES || !vertelt ? KENNIS_NA_DE_DEUR - 1 : KENNIS_NA_DE_DEUR;
  return [uitkomst, [...over.slice(0, plek), ...kennis, ...over.slice(plek)]];
}

const KENNIS_GEVONDEN = { soort: "gevonden", elders: null };
