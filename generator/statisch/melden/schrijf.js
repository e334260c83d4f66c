// Van het formulier naar de melding: de woorden voor een mens en het blok voor `verwerk-melding`. Puur.

import { haalOp, leesPad, verschil, zichtbaar } from "./boom.js";
import { dagInWoorden } from "./tijden.js";

const KOP = {
  nieuw: "Nieuwe plek",
  wijzigen: "Klopt niet",
  klopt: "Klopt nog",
  "bestaat-niet": "Bestaat niet meer",
  vraag: "Melding",
  mist: "Hier miste ik iets",
};
const ZIN = {
  nieuw: "Deze plek ontbreekt op de site. Dit is bekend:",
  wijzigen: "Dit moet anders:",
  klopt: "Alles op deze pagina klopt nog.",
  "bestaat-niet": "Deze plek bestaat niet meer.",
  vraag: "",
  mist: "Dit vond ik niet op de sociale kaart.",
};
const HEK = "```";

/** Of dit alleen woorden zijn voor een mens, zonder blok. */
export const inWoordenAlleen = ({ soort }) => soort === "vraag" || soort === "mist";

/** Een tekst of lijst als YAML: altijd tussen aanhalingstekens, zodat er niets anders van te maken is. */
export function alsYaml(waarde) {
  if (waarde === null) return "null";
  if (Array.isArray(waarde)) return `[${waarde.map(alsYaml).join(", ")}]`;
  return JSON.stringify(zichtbaar(String(waarde)));
}

/** Welke van een lijst: de naam die er al staat, niets als er maar een is, en anders het nummer. */
function welke(rij, nummer) {
  const delen = Array.isArray(rij) ? rij : [rij];
  if (nummer === 0 && delen.length < 2 && rij !== undefined) return "";
  return ` ${eenRegel(delen[nummer]?.naam ?? "") || nummer + 1}`;
}

/** Het pad in woorden, met de namen uit de veldentabel: "plek Wijkcentrum, openingstijden, donderdag". */
export function inWoorden(pad, veld, boom) {
  const uit = [];
  let plek = veld;
  let hier = boom;
  for (const deel of leesPad(pad)) {
    if (typeof deel === "number") {
      uit.push(`${uit.pop()}${welke(hier, deel)}`);
      hier = Array.isArray(hier) || deel > 0 ? hier?.[deel] : hier;
    } else {
      hier = hier?.[deel];
      plek = plek.velden.find((v) => v.naam === deel);
      uit.push(plek.woord);
    }
  }
  return uit.join(", ");
}

/** Het veld uit de tabel op een pad. */
export function veldOp(pad, veld) {
  return leesPad(pad).reduce(
    (plek, deel) => (typeof deel === "number" ? plek : plek.velden.find((v) => v.naam === deel)),
    veld,
  );
}

const MEEST_IN_ZIN = 300;
const kort = (zin) => ([...zin].length > MEEST_IN_ZIN ? `${[...zin].slice(0, MEEST_IN_ZIN).join("")}…` : zin);
const eenRegel = (waarde) => [waarde].flat().join("; ").split(/\s+/).filter(Boolean).join(" ");

/** De naam bij een code of id: een soort hulp, een wijk, een organisatie. */
function naamBij(veld, basis) {
  if (veld.keuzes) return (w) => veld.keuzes.find(([keuze]) => keuze === w)?.[1];
  const lijst =
    { functie: basis.functies, organisatie: basis.organisaties, gebied: basis.gebieden }[veld.verwijst] || [];
  return (w) => (w === "landelijk" ? "heel Nederland" : lijst.find(([id]) => id === w)?.[1]);
}

/** Een waarde zoals iemand haar leest: de naam van een keuze, een lijst met puntkomma's, een regel. */
export function toonWaarde(waarde, veld, basis) {
  if (waarde === undefined || waarde === null) return "niets";
  if (typeof waarde === "object" && !Array.isArray(waarde)) return Object.values(waarde).map(eenRegel).join(", ");
  if (Array.isArray(waarde) && waarde.some((w) => typeof w === "object"))
    return waarde.map((w) => toonWaarde(w, veld, basis)).join("; ");
  if (veld.soort === "dagtijd") return dagInWoorden(eenRegel(waarde));
  const naam = naamBij(veld, basis);
  return eenRegel([waarde].flat().map((w) => naam(w) || w)) || "niets";
}

/** Wat er verandert in zinnen: [wat, was, wordt]; `was` is leeg bij iets nieuws. */
export function veranderingen(concept, basis) {
  const nieuw = concept.soort === "nieuw";
  const boom = nieuw ? concept.nieuw : concept.oud;
  return verschil(concept.oud, concept.nieuw).map(([pad, waarde]) => {
    const deel = veldOp(pad, basis.veld);
    return [
      inWoorden(pad, basis.veld, boom),
      nieuw ? "" : toonWaarde(haalOp(concept.oud, pad), deel, basis),
      waarde === null ? "dit gaat weg" : toonWaarde(waarde, deel, basis),
    ];
  });
}

/** Het blok dat `verwerk-melding` leest. */
export function blok(concept) {
  const regels = [`soort: ${concept.soort}`, `id: ${concept.id}`];
  if (concept.soort === "nieuw") regels.push(`map: ${concept.map}`);
  if (concept.soort === "nieuw" || concept.soort === "wijzigen")
    regels.push("velden:", ...verschil(concept.oud, concept.nieuw).map(([pad, w]) => `  ${pad}: ${alsYaml(w)}`));
  if (concept.soort === "bestaat-niet" && concept.opvolger) regels.push(`opvolger: ${concept.opvolger}`);
  if (concept.toelichting?.trim()) regels.push(`toelichting: ${alsYaml(concept.toelichting.trim())}`);
  return [`${HEK}sociale-kaart`, ...regels, HEK].join("\n");
}

export const onderwerp = (concept, basis) => `${KOP[concept.soort]}: ${eenRegel(concept.naam || basis.site)}`;

function waarover(concept, basis) {
  if (inWoordenAlleen(concept)) return `${basis.adres}${concept.pagina || ""}`;
  return concept.soort === "nieuw" ? "" : `${basis.adres}voorzieningen/${concept.id}/`;
}

/** De hele melding: eerst voor een mens, dan het blok. Een vraag is alleen voor een mens. */
export function bericht(concept, basis) {
  const regels = [onderwerp(concept, basis), waarover(concept, basis), "", ZIN[concept.soort]];
  if (concept.soort === "nieuw" || concept.soort === "wijzigen") regels.push(...zinnen(concept, basis));
  if (concept.opvolgerNaam && concept.soort === "bestaat-niet")
    regels.push(`Nu is er: ${eenRegel(concept.opvolgerNaam)}.`);
  if (concept.toelichting?.trim()) regels.push("", `Toelichting: ${eenRegel(concept.toelichting)}`);
  if (!inWoordenAlleen(concept)) regels.push("", basis.blijft, "", blok(concept), "");
  return regels
    .filter((r, i) => r !== "" || regels[i - 1] !== "")
    .join("\n")
    .replace(/^\n+/, "");
}

function zinnen(concept, basis) {
  return veranderingen(concept, basis).map(([wat, was, wordt]) =>
    concept.soort === "nieuw" ? `- ${wat}: ${kort(wordt)}` : `- ${wat}. Nu: ${kort(was)}. Wordt: ${kort(wordt)}.`,
  );
}

// Langer dan dit weigeren servers en mailprogramma's een adres; dan gaat de tekst via het klembord.
export const GRENS = { issue: 7000, mail: 1900 };

/** De wegen om te sturen: {soort, naam, adres, past}; past een tekst niet in het adres, dan staat zij er niet in. */
export function wegen(concept, basis) {
  const uit = [];
  const { mail, issue } = basis.wegen;
  const [titel, tekst] = [onderwerp(concept, basis), bericht(concept, basis)];
  const kort = "Plak hier de melding. U hebt haar gekopieerd op de site.";
  const q = encodeURIComponent;
  const kies = (soort, naam, maak) => {
    const heel = maak(tekst);
    const past = heel.length <= GRENS[soort];
    uit.push({ soort, naam, adres: past ? heel : maak(kort), past });
  };
  if (issue)
    kies("issue", issue.naam, (t) => `${issue.adres}?${q(issue.titel)}=${q(titel)}&${q(issue.tekst)}=${q(t)}`);
  if (mail) kies("mail", mail, (t) => `mailto:${mail}?subject=${q(titel)}&body=${q(t)}`);
  return uit;
}
