// Het veld voor de wijk van de beller: een paar letters van de wijk, of een postcode. Enter kiest de bovenste.
import { maak } from "../zoek/weergave.js";
import { vindPostcode } from "../zoek/postcode.js";
import { vouw } from "../zoek/taal.js";

const MEEST = 8;

/** De wijken bij een postcode; de tabel komt van deze site. */
export async function vanPostcode(postcode, wortel, wijken) {
  const kaal = postcode.toUpperCase().replace(/\s/g, "");
  const antwoord = await fetch(`${wortel}data/postcodes/${kaal.slice(0, 4)}.json`).catch(() => null);
  if (!antwoord || !antwoord.ok) return [];
  const tabel = await antwoord.json();
  const paden = (tabel.postcodes[kaal.slice(4)] || []).map((nummer) => tabel.gebieden[nummer][1]);
  return wijken.filter((w) => paden.includes(w.pad));
}

function opNaam(tekst, wijken) {
  const zoek = vouw(tekst).trim();
  const rang = (w) =>
    vouw(w.naam).startsWith(zoek)
      ? 0
      : vouw(w.naam)
            .split(/[\s-]+/)
            .some((deel) => deel.startsWith(zoek))
        ? 1
        : vouw(w.naam).includes(zoek)
          ? 2
          : 9;
  return wijken
    .map((w, i) => [rang(w), i, w])
    .filter(([r]) => r < 9)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , w]) => w);
}

/**
 * Koppel het veld. `wijken` is [{code, naam, gemeente, pad}]; `kies(wijk of null)` hoort de keuze, `weg()` gaat terug
 * naar de vraag.
 */
export function koppelWijk({ veld, lijst, wortel, wijken, kies, weg }) {
  let treffers = [],
    gekozen = 0,
    laatste = null,
    beurt = 0;

  function toon() {
    lijst.hidden = !treffers.length;
    veld.setAttribute("aria-expanded", String(!lijst.hidden));
    lijst.replaceChildren(
      ...treffers.map((w, i) => {
        const li = maak(
          "li",
          { role: "option", "aria-selected": String(i === gekozen) },
          w.naam,
          maak("small", {}, ` ${w.gemeente}`),
        );
        li.id = `kcc-w${i}`;
        li.addEventListener("mousedown", (gebeurtenis) => {
          gebeurtenis.preventDefault();
          neem(w);
        });
        return li;
      }),
    );
    if (treffers.length) veld.setAttribute("aria-activedescendant", `kcc-w${gekozen}`);
    else veld.removeAttribute("aria-activedescendant");
  }

  function sluit() {
    treffers = [];
    toon();
    veld.value = laatste ? laatste.naam : "";
  }

  function neem(wijk) {
    laatste = wijk;
    sluit();
    kies(wijk);
    weg();
  }

  async function zoek() {
    const tekst = veld.value.trim(),
      mijn = ++beurt;
    const gevonden = !tekst
      ? []
      : vindPostcode(tekst).postcode
        ? await vanPostcode(vindPostcode(tekst).postcode, wortel, wijken)
        : opNaam(tekst, wijken);
    if (mijn !== beurt) return;
    treffers = gevonden.slice(0, MEEST);
    gekozen = 0;
    toon();
  }

  async function toets(gebeurtenis) {
    const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
    if (stap && treffers.length) {
      gebeurtenis.preventDefault();
      gekozen = (gekozen + stap + treffers.length) % treffers.length;
      toon();
    } else if (gebeurtenis.key === "Enter") {
      gebeurtenis.preventDefault();
      if (!treffers.length && veld.value.trim()) await zoek();
      if (!veld.value.trim()) neem(null);
      else if (treffers.length) neem(treffers[gekozen]);
    } else if (gebeurtenis.key === "Escape") {
      gebeurtenis.preventDefault();
      sluit();
      weg();
    }
  }

  veld.addEventListener("input", zoek);
  veld.addEventListener("keydown", toets);
  veld.addEventListener("focus", () => veld.select());
  veld.addEventListener("blur", () => sluit());
  return {
    zet(code) {
      laatste = wijken.find((w) => w.code === code) || null;
      sluit();
    },
  };
}
