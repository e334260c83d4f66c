// De kleine index van namen (generator/regio/namen.py): welke bladen nodig zijn, en welke namen erop passen. Puur.

const KORTST = 4,
  MEEST_BLADEN = 4;

/** De woorden van een tekst zonder accenten en hoofdletters; zoals woorden() in namen.py. */
export const woordenVan = (tekst) =>
  tekst
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) || [];

/** De woorden waar een naam onder staat: zonder stopwoorden, of alle als er dan geen over zijn; zoals sleutels(). */
export function zoekwoordenVan(tekst, stop) {
  const alle = woordenVan(tekst),
    over = alle.filter((w) => !stop.includes(w));
  return over.length ? over : alle;
}

/** Hoeveel bladen met dit woord beginnen: een woord dat veel namen delen, wijst weinig aan. */
const breedte = (woord, begin) => begin.filter((b) => b.startsWith(woord)).length;

/** De nummers van de bladen die nodig zijn voor namen met al deze woorden. */
export function bladenVoor(ws, begin) {
  const smal = ws.map((w, i) => [breedte(w, begin), i]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const uit = new Set();
  for (const [breed, i] of smal.slice(0, smal.length && smal[0][0] > 1 ? 2 : 1)) {
    const sleutel = [...ws.slice(i), ...ws.slice(0, i)].join(" ");
    const plek = begin.findLastIndex((b) => b <= sleutel);
    uit.add(Math.max(0, plek));
    // Het woord kan nog niet af zijn; dan staan de namen soms pas op het blad erna.
    if (begin[plek + 1]?.startsWith(breed ? ws[i] : sleutel)) uit.add(plek + 1);
  }
  return [...uit].slice(0, MEEST_BLADEN);
}

const pastEen = (woord, ander) => woord === ander || (woord.length >= KORTST && ander.startsWith(woord));

/** "0-3,7" als nummers. */
const nummersVan = (tekst) =>
  tekst.split(",").flatMap((deel) => {
    const [van, tot = van] = deel.split("-").map(Number);
    return Array.from({ length: tot - van + 1 }, (_, i) => van + i);
  });

/** De namen op deze bladen waar elk woord in staat: {naam, soort, waar: [[id, nummer]]}, de kortste voorop. */
export function vindNamen(ws, bladen) {
  const uit = new Map();
  for (const regel of ws.length ? bladen.flatMap((blad) => blad.split("\n")) : []) {
    const [naam, soort, ...waar] = regel.split("\t"),
      eigen = woordenVan(naam);
    if (!ws.every((w) => eigen.some((e) => pastEen(w, e)))) continue;
    const plekken = waar.flatMap((deel) => {
      const [id, nummers] = deel.split(":");
      return nummersVan(nummers).map((nummer) => [id, nummer]);
    });
    uit.set(`${soort} ${naam}`, { naam, soort, waar: plekken, lengte: eigen.length });
  }
  return [...uit.values()].sort((a, b) => a.lengte - b.lengte || a.naam.localeCompare(b.naam, "nl"));
}
