// Een nieuwe plek krijgt een naam voor haar bestand, en een map die bij haar soort hulp past.

const netteNaam = (naam) =>
  naam
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "") || "nieuwe-plek";

/** Kies id en map; staat het id al op de site, dan komt er een nummer achter en hoort `bij()` dat. */
export function kiesId(concept, { basis, ingang, bij }) {
  const soort = basis.functies.find(([id]) => id === concept.nieuw.functies?.[0])?.[2];
  if (!concept.mapGekozen) concept.map = basis.map_bij_functie[soort] || "algemene_voorzieningen";
  const eerste = netteNaam(concept.nieuw.naam || "");
  concept.naam = concept.nieuw.naam || "";
  concept.id = basis.gereserveerd.includes(eerste) ? `${eerste}-voorziening` : eerste;
  maakVrij(concept, concept.id, ingang, bij);
}

async function maakVrij(concept, id, ingang, bij, nummer = 1) {
  const kans = nummer === 1 ? id : `${id}-${nummer}`;
  const bezet = await ingang(kans).catch(() => null);
  if (bezet) return maakVrij(concept, id, ingang, bij, nummer + 1);
  if (concept.id === kans) return null;
  concept.id = kans;
  return bij();
}
