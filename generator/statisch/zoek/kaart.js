// Van een resultaat naar wat op het scherm komt: naam en zin met de geraakte woorden, kenmerken, adres. Puur.

import { vouw, woorden } from "./taal.js";

const KENNIS_KORT = {
  begrip: "woordenlijst",
  taak: "taak",
  stap: "stap op de weg naar hulp",
  cluster: "bouwtekening",
  bron: "bron",
  feit: "feit uit een stuk",
  werkwijze: "zo werkt het",
  wet: "de wet van nu",
  pagina: "voor professionals",
};
const SOORT_KORT = { thema: "onderwerp", organisatie: "organisatie", gebied: "wijk" };

/** Een tekst in stukken [tekst, geraakt]: geraakt zijn woorden die bij de vraag horen. */
export function markeer(tekst, delen, boek) {
  const uit = [];
  for (const stuk of tekst.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    if (!stuk) continue;
    const s = /[\p{L}\p{N}]/u.test(stuk) ? boek.eigen(vouw(stuk)) : undefined;
    const raak = s !== undefined && delen.some((d) => (d.kandidaten.get(s) || 0) >= 0.6);
    const vorige = uit[uit.length - 1];
    if (vorige && vorige[1] === raak) vorige[0] += stuk;
    else uit.push([stuk, raak]);
  }
  return uit;
}

function eersteZin(tekst) {
  const m = /^.{20,}?[.!?](?=\s|$)/.exec(tekst);
  return m ? m[0] : tekst;
}

function gebiedNamen(index, codes) {
  const namen = codes
    .map((c) => index.gebieden.find((g) => g.code === c))
    .filter(Boolean)
    .map((g) => g.naam);
  return namen.slice(0, 3).join(", ") + (namen.length > 3 ? " en meer" : "");
}

function vanVoorziening(nr, index, gebied) {
  const v = index.voorzieningen,
    rest = index.rest || index.tonen;
  const inWijk = Boolean(gebied) && v.ligt[nr].includes(gebied);
  const waar = inWijk
    ? "in uw wijk"
    : v.ligt[nr].length
      ? gebiedNamen(index, v.ligt[nr])
      : v.landelijk[nr]
        ? "heel Nederland"
        : gebiedNamen(index, v.bedient[nr]);
  return {
    naam: v.naam[nr],
    zin: rest ? rest.samenvatting[nr] : "",
    pad: `voorzieningen/${v.id[nr]}/`,
    stand: rest ? rest.stand[nr] : null,
    oud: (rest && rest.lager && rest.lager[nr]) || "",
    kenmerken: [
      rest && rest.kosten[nr] !== "onbekend" ? rest.kostenwoord.get(rest.kosten[nr]) : "",
      index.toegang.get(v.hoe[nr]).kort,
      waar,
    ].filter(Boolean),
    telefoon: rest ? rest.telefoon[nr] : "",
  };
}

function kaal(r, index, gebied) {
  if (r.kennis) {
    const { naam, zin, pad, soort } = index.kennis.items[r.nr];
    return { naam, zin, pad, kenmerken: [KENNIS_KORT[soort]] };
  }
  if (r.soort === "voorziening") return vanVoorziening(r.nr, index, gebied);
  if (r.soort === "functie") {
    const f = index.functies[r.nr];
    return {
      naam: f.naam,
      zin: eersteZin(f.uitleg),
      pad: `functies/${f.id}/`,
      kenmerken: ["soort hulp", f.besluit ? "zo vraagt u het aan" : "zo werkt het"],
    };
  }
  if (r.soort === "gebied") {
    const g = index.gebieden[r.nr],
      gemeente = index.gebieden.find((x) => x.code === g.gemeente);
    return {
      naam: g.naam,
      zin: "Wat er in de buurt is, en wie u kunt bellen.",
      kenmerken: [gemeente ? "wijk" : "gemeente"],
      pad: gemeente ? `gebieden/${gemeente.slug}/${g.slug}/` : `gebieden/${g.slug}/`,
    };
  }
  const lijst = r.soort === "thema" ? index.themas : index.organisaties;
  const item = lijst[r.nr];
  return {
    naam: item.naam,
    zin: item.samenvatting,
    pad: `${r.soort === "thema" ? "themas" : "organisaties"}/${item.id}/`,
    kenmerken: [SOORT_KORT[r.soort]],
  };
}

function kaartVanGesloten(r, { naam, opvolger }) {
  return {
    id: r.id,
    soort: r.soort,
    functies: [],
    score: 0,
    via: "",
    pad: `voorzieningen/${r.id}/`,
    stand: null,
    kenmerken: ["bestaat niet meer"],
    telefoon: "",
    tekst: naam,
    naam: [[naam, true]],
    zin: [],
    gesloten: true,
    opvolger: opvolger && { ...opvolger, pad: `voorzieningen/${opvolger.id}/` },
  };
}

/**
 * De kaart van een resultaat; `stand` is de code voor data-tijden (standblad.js), of null als er geen stand is; `via`
 * is leeg als de naam of de zin al laat zien waarom.
 */
export function maakKaart(r, uitslag, index, boek, gebied) {
  if (r.gesloten) return kaartVanGesloten(r, index.gesloten[r.nr]);
  const k = kaal(r, index, gebied);
  const zichtbaar = new Set(woorden(`${k.naam} ${k.zin}`));
  const via = r.via && !woorden(r.via).every((w) => zichtbaar.has(w)) ? r.voluit || r.via : "";
  return {
    id: r.id,
    soort: r.soort,
    functies: r.functies,
    score: r.score,
    genoemd: r.naam,
    via,
    pad: k.pad,
    stand: k.stand === undefined ? null : k.stand,
    kenmerken: k.kenmerken,
    telefoon: k.telefoon || "",
    tekst: k.naam,
    naam: markeer(k.naam, uitslag.delen, boek),
    zin: markeer(k.zin, uitslag.delen, boek),
  };
}
