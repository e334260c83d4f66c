// Vouwt de kleine index van generator/zoeken/index.py uit tot wat de zoekmotor leest. Puur.

const VERSIE = 1;

/** Een naam als id, zoals nette_naam in Python. */
function netteNaam(naam) {
  const kaal = naam.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  return kaal.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64) || "naam";
}

const getallen = (tekst) => (tekst ? tekst.split(",").map(Number) : []);
const regels = (tekst, aantal) => (aantal ? tekst.split("\n") : []);
const rijen = (tekst, aantal) => (aantal ? tekst.split(";").map(getallen) : []);

function vouwKern(json) {
  const k = json.kern;
  const codes = json.gebieden.map((g) => g[0]);
  const naam = k.hoe ? k.naam.split("\n") : [];
  const n = naam.length;
  const werk = n ? k.werk.split(";") : [];
  const ids = regels(k.id, n);
  const ligt = rijen(k.ligt, n).map((rij) => rij.map((i) => codes[i]));
  const eigen = werk.map((w) => (w === "*" ? [] : getallen(w)));
  return {
    naam, ligt,
    id: naam.map((x, i) => ids[i] || netteNaam(x)),
    functies: rijen(k.functies, n),
    hoe: Array.from(k.hoe, (c) => json.toegang[c.charCodeAt(0) - 97]),
    landelijk: werk.map((w) => w === "*"),
    bedient: eigen.map((rij) => rij.map((i) => codes[i])),
  };
}

/** De kern als index voor maakMotor; `rest` komt er later bij met voegRestToe. */
export function ontvouw(json) {
  if (json.versie !== VERSIE) throw new Error(`zoekindex versie ${json.versie}, verwacht ${VERSIE}`);
  const functies = json.functies.map(([id, naam, bron, besluit, themas, woorden]) =>
    ({ id, naam, bron, besluit: Boolean(besluit), themas, woorden: woorden.split("|"), uitleg: "", vragen: "" }));
  const themas = json.themas.map(([id, naam, woorden]) =>
    ({ id, naam, woorden: woorden ? woorden.split("|") : [], samenvatting: "", spelen: [], functies: [] }));
  functies.forEach((f, i) => f.themas.forEach((t) => themas[t].functies.push(i)));
  const gebieden = json.gebieden.map(([code, naam, slug, ouder]) => ({ id: code, code, naam, slug, gemeente: ouder < 0 ? null : json.gebieden[ouder][0] }));
  const organisaties = json.organisaties.map(([id, naam]) => ({ id: id || netteNaam(naam), naam, samenvatting: "", functies: [] }));
  return { peildatum: json.peildatum, zaad: json.zaad, taal: json.taal, crisis: json.crisis, functies, themas, gebieden, organisaties,
    voorzieningen: vouwKern(json) };
}

/** Voeg samenvattingen, plaatsen, nummers en tijden toe aan een uitgevouwen index. */
export function voegRestToe(index, json, kosten) {
  if (json.versie !== VERSIE) throw new Error(`zoekindex versie ${json.versie}, verwacht ${VERSIE}`);
  const r = json.rest, n = index.voorzieningen.naam.length;
  r.uitleg.split("\n").forEach((tekst, i) => { index.functies[i].uitleg = tekst; });
  r.vragen.split("\n").forEach((tekst, i) => { index.functies[i].vragen = tekst; });
  r.themas.forEach(([samenvatting, spelen], i) => Object.assign(index.themas[i], { samenvatting, spelen: spelen ? spelen.split("|") : [] }));
  index.organisaties.forEach((o, i) => { o.samenvatting = r.organisaties.split("\n")[i]; });
  const kies = (tekst, lijst) => rijen(tekst, n).map((rij) => rij.map((i) => lijst[i]));
  index.rest = {
    samenvatting: regels(r.samenvatting, n), telefoon: regels(r.telefoon, n), adres: regels(r.adres, n).map((a) => (a ? a.split("|") : [])),
    woorden: regels(r.woorden, n).map((w) => (w ? w.split("|") : [])),
    organisatie: getallen(r.organisatie), plaats: kies(r.plaats, r.plaatsen),
    kosten: Array.from(r.kosten, (c) => kosten[c.charCodeAt(0) - 97]), rolstoel: Array.from(r.rolstoel),
    doelgroepen: kies(r.doelgroepen, r.alle_doelgroepen), talen: kies(r.talen, r.alle_talen.map((t) => t[0])),
    tijden: kies(r.tijden, r.tijdtabel.map(leesTijden)), plek: Array.from(r.plek), alleTalen: r.alle_talen, alleDoelgroepen: r.alle_doelgroepen,
  };
  index.rest.organisatie.forEach((o, v) => {
    if (o < 0) return;
    for (const f of index.voorzieningen.functies[v]) if (!index.organisaties[o].functies.includes(f)) index.organisaties[o].functies.push(f);
  });
  return index;
}

/** Een tijdcode ("540-750.810-1020 - ? a ...") als de vorm van open.js. */
export function leesTijden(code) {
  const uit = {};
  code.split(" ").forEach((dag, i) => {
    const naam = ["ma", "di", "wo", "do", "vr", "za", "zo"][i];
    if (dag === "?") return;
    uit[naam] = dag === "a" ? "afspraak" : dag === "-" ? [] : dag.split(".").map((v) => v.split("-").map(Number));
  });
  return uit;
}
