// Vouwt de kleine index van generator/zoeken/index.py uit tot wat de zoekmotor leest. Puur.

const VERSIE = 2;

/** Een naam als id, zoals nette_naam in Python. */
function netteNaam(naam) {
  const kaal = naam
    .normalize("NFKD")
    .replace(/[^\x00-\x7f]/g, "")
    .toLowerCase();
  return (
    kaal
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 64) || "naam"
  );
}

export const getallen = (tekst) => (tekst ? tekst.split(",").map(Number) : []);
export const regels = (tekst, aantal) => (aantal ? tekst.split("\n") : []);
export const rijen = (tekst, aantal) => (aantal ? tekst.split(";").map(getallen) : []);

/** De zoekwoorden die na de kern komen, een keer. */
export function voegWoordenToe(index, tekst) {
  if (index.alleWoorden) return;
  index.alleWoorden = true;
  tekst.split("\n").forEach((rij, i) => {
    if (rij) index.functies[i].woorden = [...index.functies[i].woorden, ...rij.split("|")];
  });
}

/** Wat een kaartje van een voorziening laat zien, per nummer. */
export const leesTonen = (r, kosten, n) => ({
  samenvatting: regels(r.samenvatting, n),
  telefoon: regels(r.telefoon, n),
  kosten: Array.from(r.kosten, (c) => kosten[c.charCodeAt(0) - 97][0]),
  kostenwoord: new Map(kosten),
  stand: getallen(r.stand).map((i) => r.standtabel[i]),
  lager: getallen(r.lager).map((i) => r.lagertabel[i]),
});

function vouwKern(json) {
  const k = json.kern;
  const codes = json.gebieden.map((g) => g[0]);
  const naam = k.hoe ? k.naam.split("\n") : [];
  const n = naam.length;
  const werk = n ? k.werk.split(";") : [];
  const ids = regels(k.id, n);
  const ligt = rijen(k.ligt, n).map((rij) => rij.map((i) => codes[i]));
  const eigen = werk.map((w) => ("*~".includes(w[0] || " ") ? [] : getallen(w)));
  return {
    naam,
    ligt,
    id: naam.map((x, i) => ids[i] || netteNaam(x)),
    functies: rijen(k.functies, n),
    hoe: Array.from(k.hoe, (c) => json.toegang[c.charCodeAt(0) - 97][0]),
    landelijk: werk.map((w) => w === "*" || w === "~"),
    alleenSite: werk.map((w) => w === "~"),
    bedient: eigen.map((rij) => rij.map((i) => codes[i])),
  };
}

/** De kern als index voor maakMotor; `rest` komt er later bij met voegRestToe (rest.js). */
export function ontvouw(json) {
  if (json.versie !== VERSIE) throw new Error(`zoekindex versie ${json.versie}, verwacht ${VERSIE}`);
  const functies = json.functies.map(([id, naam, bron, besluit, themas, woorden]) => ({
    id,
    naam,
    bron,
    besluit: Boolean(besluit),
    samen: besluit > 1,
    themas,
    woorden: woorden.split("|"),
    situaties: ["", ""],
    uitleg: "",
    vragen: "",
  }));
  const themas = json.themas.map(([id, naam]) => ({
    id,
    naam,
    woorden: [],
    samenvatting: "",
    spelen: [],
    functies: [],
  }));
  functies.forEach((f, i) => f.themas.forEach((t) => themas[t].functies.push(i)));
  const gebieden = json.gebieden.map(([code, naam, slug, ouder]) => ({
    id: code,
    code,
    naam,
    slug,
    gemeente: ouder < 0 ? null : json.gebieden[ouder][0],
  }));
  const organisaties = json.organisaties.map(([id, naam]) => ({
    id: id || netteNaam(naam),
    naam,
    samenvatting: "",
    functies: [],
  }));
  return {
    peildatum: json.peildatum,
    zaad: json.zaad,
    taal: json.taal,
    crisis: json.crisis,
    functies,
    themas,
    gebieden,
    organisaties,
    toegang: new Map(
      json.toegang.map(([sleutel, kort, trede, vrij]) => [sleutel, { kort, trede, vrij: Boolean(vrij) }]),
    ),
    voorzieningen: vouwKern(json),
  };
}
