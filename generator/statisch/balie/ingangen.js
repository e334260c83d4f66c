// Gegevens van voorzieningen voor de balie en het lijstje: ophalen in kleine bestanden, en er leesbare tekst van maken.

const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];

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

  /** De ingang met dit id, of undefined als zij er niet meer is. */
  async function ingang(id) {
    const { vakken: aantal } = await haalBasis();
    return (await haalVak(vak(id, aantal)))[id];
  }

  /** Haal alles vast op, een voor een, zodat het typen er niets van merkt. */
  async function alles() {
    const { vakken: aantal } = await haalBasis();
    for (let nummer = 0; nummer < aantal; nummer++) await haalVak(nummer);
  }

  return { basis: haalBasis, ingang, alles };
}

const klok = (minuten) => `${Math.floor(minuten / 60)}.${String(minuten % 60).padStart(2, "0")}`;

/** De tijden van een dag: "9.00-12.30 en 13.30-17.00 uur", "op afspraak", "gesloten", "dag en nacht", of "" als het onbekend is. */
export function dagTekst(dag) {
  if (dag === undefined) return "";
  if (dag === "afspraak") return "op afspraak";
  if (!dag.length) return "gesloten";
  if (dag.length === 1 && dag[0][0] === 0 && dag[0][1] >= 1440) return "dag en nacht";
  return `${dag.map(([van, tot]) => `${klok(van)}-${klok(tot)}`).join(" en ")} uur`;
}

/** Een week in een regel: "ma t/m do 9.00-17.00 uur, vr 9.00-12.30 uur, za en zo gesloten"; "" als niets bekend is. */
export function weekTekst(tijden) {
  const groepen = [];
  DAGEN.forEach((dag, i) => {
    const tekst = dagTekst((tijden || {})[dag]);
    const vorige = groepen[groepen.length - 1];
    if (vorige && vorige.tekst === tekst && vorige.tot === i - 1) vorige.tot = i;
    else groepen.push({ tekst, van: i, tot: i });
  });
  const bekend = groepen.filter((g) => g.tekst);
  if (bekend.length === 1 && bekend[0].tot - bekend[0].van === 6) return bekend[0].tekst === "dag en nacht" ? "dag en nacht" : `elke dag ${bekend[0].tekst}`;
  return bekend.map(({ tekst, van, tot }) => {
    const dagen = van === tot ? DAGEN[van] : tot === van + 1 ? `${DAGEN[van]} en ${DAGEN[tot]}` : `${DAGEN[van]} t/m ${DAGEN[tot]}`;
    return `${dagen} ${tekst}`;
  }).join(", ");
}

function plekTekst(plek) {
  const waar = plek.adres === "geheim" ? "het adres is geheim" : [plek.naam, plek.adres].filter(Boolean).join(", ");
  const wanneer = weekTekst(plek.tijden) || "tijden niet bekend, bel eerst";
  return `${waar ? `${waar}: ` : ""}${wanneer}${plek.info ? `. ${plek.info}` : ""}`;
}

/** Of er vandaag (JJJJ-MM-DD) of later een tijdelijke mededeling is, en dan die tekst. */
export function tijdelijkTekst(ingang, vandaag) {
  return ingang.tijdelijk && ingang.tijdelijk[1] >= vandaag ? ingang.tijdelijk[2] : "";
}

/** Naam, telefoon, tijden en toegang als gewone tekst, om voor te lezen, te mailen of te plakken. */
export function alsTekst(ingang, adres, vandaag = "") {
  const bellen = [weekTekst(ingang.telefoontijden), ingang.belinfo].filter(Boolean).join(". ");
  const regels = [ingang.naam];
  if (ingang.gesloten) regels.push("Let op: dit bestaat niet meer.");
  if (ingang.telefoon) regels.push(`Telefoon: ${ingang.telefoon}${bellen ? ` (${bellen})` : ""}`);
  if (!ingang.telefoon && ingang.mail) regels.push(`Mail: ${ingang.mail}`);
  const plekken = ingang.plekken || [];
  if (plekken.length === 1) regels.push(`Open: ${plekTekst(plekken[0])}`);
  if (plekken.length > 1) regels.push("Open:", ...plekken.map((p) => `- ${plekTekst(p)}`));
  regels.push(`Toegang: ${[ingang.toegang, ingang.kosten].filter(Boolean).join(", ")}.${ingang.uitleg ? ` ${ingang.uitleg}` : ""}`);
  if (ingang.meenemen) regels.push(`Meenemen: ${ingang.meenemen.join(", ")}`);
  const tijdelijk = tijdelijkTekst(ingang, vandaag);
  if (tijdelijk) regels.push(tijdelijk);
  if (ingang.voorbeeld) regels.push("(Dit is een verzonnen voorbeeld.)");
  if (adres) regels.push(adres);
  return regels.join("\n");
}

/** Een functie als tekst: wat het is en hoe iemand het aanvraagt. */
export function functieTekst(functie, adres) {
  return [functie.naam, functie.uitleg, functie.aanvragen && `Zo vraagt u het aan: ${functie.aanvragen}`, adres].filter(Boolean).join("\n");
}

/** Een mailto-adres met een tekst; te lange tekst wordt op een hele regel afgekapt. */
export function mailAdres(onderwerp, tekst, grens = 1800) {
  let kort = tekst;
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
