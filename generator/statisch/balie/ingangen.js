// Gegevens van voorzieningen voor de balie en het lijstje: ophalen in kleine bestanden, en er leesbare tekst van maken.

/** In welk bestand een id staat: FNV-1a modulo het aantal, zoals in generator/paginas/balieadressen.py. */
export function vak(id, aantal) {
  let som = 2166136261;
  for (let i = 0; i < id.length; i++) som = Math.imul(som ^ id.charCodeAt(i), 16777619) >>> 0;
  return som % aantal;
}

async function haal(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(`${adres}: ${antwoord.status}`);
  return antwoord.json();
}

/** Een kast met ingangen; `wortel` is de weg naar de voorpagina. Elk bestand wordt hoogstens een keer gehaald. */
export function maakKast(wortel) {
  const vakken = new Map();
  let basis = null;

  function haalBasis() {
    basis = basis || haal(`${wortel}data/balie/basis.json`);
    return basis;
  }

  function haalVak(nummer) {
    if (!vakken.has(nummer)) {
      const belofte = haal(`${wortel}data/balie/${nummer}.json`);
      belofte.catch(() => vakken.delete(nummer));
      vakken.set(nummer, belofte);
    }
    return vakken.get(nummer);
  }

  /** De ingang met dit id, of undefined als zij er niet meer is. Is zij verhuisd, dan heeft zij haar nieuwe `id` bij zich. */
  async function ingang(id) {
    const { vakken: aantal } = await haalBasis();
    const gevonden = (await haalVak(vak(id, aantal)))[id];
    if (!gevonden?.verhuisd) return gevonden;
    const nu = gevonden.verhuisd;
    return { ...(await haalVak(vak(nu, aantal)))[nu], id: nu };
  }

  /** Haal alles vast op, een voor een, zodat het typen er niets van merkt. */
  async function alles() {
    const { vakken: aantal } = await haalBasis();
    for (let nummer = 0; nummer < aantal; nummer++) await haalVak(nummer);
  }

  return { basis: haalBasis, ingang, alles };
}

function plekTekst(plek) {
  const waar = plek.adres === "geheim" ? "het adres is geheim" : [plek.naam, plek.adres].filter(Boolean).join(", ");
  return [`${waar ? `${waar}: ` : ""}${plek.openingstijden || "tijden niet bekend, bel eerst"}`, plek.ter_plaatse]
    .filter(Boolean)
    .join(". ");
}

/** De mededelingen die op een dag (JJJJ-MM-DD) nog gelden of nog komen. */
export function mededelingen(ingang, vandaag) {
  return (ingang.tijdelijk || []).filter(([, tot]) => tot >= vandaag).map(([tekst]) => tekst);
}

/** De dag waarop iemand kijkt, zoals standblad.js haar op de pagina zet. */
export const vandaag = () => (document.documentElement.dataset.standKlaar || "").slice(0, 10);

/** Een ander nummer als regel: "crisisdienst: 0999-65 43 21, toets 2 (dag en nacht)". */
export function nummerTekst(t) {
  return `${t.naam}: ${[t.telefoon, t.keuze, t.tarief].filter(Boolean).join(", ")}${t.tijden ? ` (${t.tijden})` : ""}`;
}

/** Naam, telefoon, tijden en toegang als gewone tekst, om voor te lezen, te mailen of te plakken. */
export function alsTekst(ingang, adres, dag = "") {
  const regels = [ingang.naam];
  if (ingang.gesloten)
    return [...regels, "Let op: dit bestaat niet meer.", ingang.opvolger && `Nu is er: ${ingang.opvolger[1]}.`, adres]
      .filter(Boolean)
      .join("\n");
  if (ingang.telefoon)
    regels.push(`Telefoon: ${ingang.telefoon}${ingang.telefoontijden ? ` (${ingang.telefoontijden})` : ""}`);
  for (const ander of ingang.telefoons || []) regels.push(`Telefoon ${nummerTekst(ander)}`);
  if (!ingang.telefoon && ingang.email) regels.push(`Mail: ${ingang.email}`);
  const plekken = ingang.plekken || [];
  if (plekken.length === 1) regels.push(`Open: ${plekTekst(plekken[0])}`);
  if (plekken.length > 1) regels.push("Open:", ...plekken.map((p) => `- ${plekTekst(p)}`));
  regels.push(
    `Toegang: ${[ingang.toegang, ingang.kosten].filter(Boolean).join(", ")}.${ingang.uitleg ? ` ${ingang.uitleg}` : ""}`,
  );
  if (ingang.meenemen) regels.push(`Meenemen: ${ingang.meenemen.join(", ")}`);
  regels.push(...mededelingen(ingang, dag));
  if (ingang.voorbeeld) regels.push("(Dit is een verzonnen voorbeeld.)");
  if (adres) regels.push(adres);
  return regels.join("\n");
}

/** Een functie als tekst: wat het is, hoe iemand het aanvraagt en wie hij belt; `deur` is [naam, telefoon] of null. */
export function functieTekst(functie, adres, deur) {
  return [
    functie.naam,
    functie.uitleg,
    functie.aanvragen && `Zo vraagt u het aan: ${functie.aanvragen}`,
    deur && `Bel: ${deur[0]}, telefoon ${deur[1]}`,
    adres,
  ]
    .filter(Boolean)
    .join("\n");
}

/** Het nodigste van een ingang: naam, nummer en adres van de pagina. */
export function kortTekst(ingang, adres) {
  const nummer = ingang.telefoon ? `Telefoon: ${ingang.telefoon}` : ingang.email ? `Mail: ${ingang.email}` : "";
  return [ingang.naam, nummer, adres].filter(Boolean).join("\n");
}

/**
 * Een mailto-adres met een tekst; wat daarin niet past wordt `korter`, en die wordt zo nodig op een hele regel
 * afgekapt.
 */
export function mailAdres(onderwerp, tekst, korter = tekst, grens = 1800) {
  let kort = encodeURIComponent(tekst).length > grens ? korter : tekst;
  while (encodeURIComponent(kort).length > grens && kort.includes("\n")) kort = kort.slice(0, kort.lastIndexOf("\n"));
  return `mailto:?subject=${encodeURIComponent(onderwerp)}&body=${encodeURIComponent(kort)}`;
}

/** Zet tekst op het klembord; false als dat niet mag. */
export async function kopieer(tekst) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    return false;
  }
}
