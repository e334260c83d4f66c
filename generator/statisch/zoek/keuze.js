// De keuzes van iemand die zoekt, en hoe die in het adres staan. Puur.

export const KEUZELIJSTEN = ["gebied", "thema", "wie", "taal", "dagdeel"];
export const VINKJES = ["gratis", "open", "rolstoel", "vrij"];
const GOED = /^[\w-]{1,64}$/;

/** De keuzes in een adres (URLSearchParams); wat niet kan, telt niet. */
export function leesKeuze(params) {
  const keuze = {};
  for (const naam of KEUZELIJSTEN) keuze[naam] = GOED.test(params.get(naam) || "") ? params.get(naam) : "";
  for (const naam of VINKJES) keuze[naam] = params.get(naam) === "ja";
  return keuze;
}

/** Zet een vraag en keuzes in een adres; lege keuzes staan er niet in. */
export function schrijfKeuze(vraag, keuze) {
  const params = new URLSearchParams();
  if (vraag) params.set("q", vraag);
  for (const naam of KEUZELIJSTEN) if (keuze[naam]) params.set(naam, keuze[naam]);
  for (const naam of VINKJES) if (keuze[naam]) params.set(naam, "ja");
  return params.toString();
}

/** Hoeveel keuzes er gemaakt zijn. */
export function telKeuzes(keuze) {
  return [...KEUZELIJSTEN, ...VINKJES].filter((naam) => keuze[naam]).length;
}
