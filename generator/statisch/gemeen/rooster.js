// Een rooster: wat er op een dag geldt. Puur. generator/betekenis/rooster.py schrijft de code en zegt hetzelfde in
// Python.
// De code: seizoenen met een / ertussen. Een seizoen is zeven dagen met een spatie ertussen, en dan delen met een |:
// P0401-0930 periode, V20261219-20270103kerstvakantie, K20270831 vakanties bekend tot, F dicht op feestdagen,
// U20261224-20261224 uitzondering met haar dag (en ;reden), T met toelichting. Een dag is ? (onbekend), - (dicht) of
// delen met een
// punt: [e:|o:|w13:][a][540-750]; a is op afspraak.

import { feestdag, geldt, inPeriode, leesDag, weekdag } from "./kalender.js";

function leesDagcode(code) {
  if (code === "?") return null;
  if (code === "-") return [];
  return code.split(".").map((stuk) => {
    const [, wanneer, a, van, tot] = /^(?:([eo]|w[1-5L]+):)?(a)?(?:(\d+)-(\d+))?$/.exec(stuk);
    return {
      wanneer: wanneer || "",
      afspraak: Boolean(a),
      van: van === undefined ? null : Number(van),
      tot: van === undefined ? null : Number(tot),
    };
  });
}

function leesSeizoen(code) {
  const [dagen, ...delen] = code.split("|");
  const uit = {
    week: dagen.split(" ").map(leesDagcode),
    periode: null,
    dicht: [],
    bekendTot: null,
    feest: false,
    anders: [],
    toelichting: false,
  };
  for (const deel of delen) {
    const soort = deel[0],
      van = deel.slice(1, 9),
      tot = deel.slice(10, 18),
      rest = deel.slice(18);
    if (soort === "P") uit.periode = [Number(deel.slice(1, 5)), Number(deel.slice(6, 10))];
    else if (soort === "V") uit.dicht.push({ van: leesDag(van), tot: leesDag(tot), naam: rest });
    else if (soort === "K") uit.bekendTot = leesDag(van);
    else if (soort === "F") uit.feest = true;
    else if (soort === "T") uit.toelichting = true;
    else if (soort === "U") {
      const [dag, ...tekst] = rest.split(";");
      uit.anders.push({ van: leesDag(van), tot: leesDag(tot), delen: leesDagcode(dag), tekst: tekst.join(";") });
    }
  }
  return uit;
}

const heelDag = (dag) =>
  dag && dag.length === 1 && dag[0].van === 0 && dag[0].tot === 1440 && !dag[0].afspraak && !dag[0].wanneer;

/** Van code naar rooster: {seizoenen, dagEnNacht}. */
export function leesRooster(code) {
  const seizoenen = code.split("/").map(leesSeizoen);
  return {
    seizoenen,
    dagEnNacht: seizoenen.length === 1 && !seizoenen[0].periode && seizoenen[0].week.every(heelDag),
  };
}

const delenOp = (delen, dag) => delen.filter((d) => geldt(d.wanneer, dag));

function dagIn(seizoen, dag, dagEnNacht) {
  const ruw = seizoen.week[weekdag(dag)],
    delen = ruw && delenOp(ruw, dag);
  if (seizoen.toelichting) return { delen, onzeker: "toelichting", dichtDoor: "" };
  const vakantie = seizoen.dicht.find((v) => v.van <= dag && dag <= v.tot);
  if (vakantie) return { delen: [], onzeker: "", dichtDoor: vakantie.naam, kaptAf: true };
  const feest = feestdag(dag);
  if (feest && seizoen.feest) return { delen: [], onzeker: "", dichtDoor: feest, kaptAf: true };
  if (!delen) return { delen: null, onzeker: "ontbreekt", dichtDoor: "" };
  if (delen.length && seizoen.bekendTot !== null && dag > seizoen.bekendTot)
    return { delen, onzeker: "vakantie", dichtDoor: "" };
  return { delen, onzeker: delen.length && feest && !dagEnNacht ? feest : "", dichtDoor: "" };
}

/**
 * Wat er op een dag geldt: {delen (null is onbekend, [] is dicht), onzeker, dichtDoor, kaptAf (ook de nacht ervoor)}.
 */
export function opDag(rooster, dag) {
  const anders = rooster.seizoenen.flatMap((s) =>
    s.anders.filter((u) => u.van <= dag && dag <= u.tot).map((u) => [u, s]),
  );
  if (anders.length) {
    const [u, s] = anders.reduce((a, b) => (b[0].tot - b[0].van < a[0].tot - a[0].van ? b : a));
    const dicht = !u.delen.length;
    return {
      delen: delenOp(u.delen, dag),
      onzeker: s.toelichting ? "toelichting" : "",
      dichtDoor: dicht ? u.tekst || "vandaag gesloten" : "",
      kaptAf: dicht,
    };
  }
  const seizoen =
    rooster.seizoenen.find((s) => s.periode && inPeriode(s.periode, dag)) || rooster.seizoenen.find((s) => !s.periode);
  return seizoen
    ? dagIn(seizoen, dag, rooster.dagEnNacht)
    : { delen: [], onzeker: "", dichtDoor: "buiten het seizoen" };
}
