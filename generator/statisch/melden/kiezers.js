// Kiezen door te beschrijven: soorten hulp en plekken, met de zoekmotor van de site zelf.

import { maakZoeker } from "../zoek/bron.js";
import { haalOp } from "./boom.js";
import { hoofdletter, invoer, keuzegroep, keuzelijst, knop, maak, nieuwId, vink } from "./dom.js";

const MEESTE = 6;
let zoeker = null;

function zoek(vraag) {
  if (!zoeker) {
    zoeker = maakZoeker();
    zoeker.maakVolledig();
  }
  return zoeker.zoek(vraag, {}, 20).then(
    (uitslag) => uitslag?.kaarten || [],
    () => [],
  );
}

/** De soorten hulp die bij een beschrijving horen, de beste eerst; zoals `nieuw` ze voorstelt. */
async function stelVoor(beschrijving) {
  const punten = new Map();
  (await zoek(beschrijving)).slice(0, 8).forEach((kaart, plaats) => {
    const functies = kaart.soort === "functie" ? [kaart.id] : kaart.functies;
    functies.slice(0, 3).forEach((id, volgorde) => {
      const erbij = (kaart.soort === "functie" ? 2 : 1) / (1 + plaats) / (1 + volgorde);
      punten.set(id, (punten.get(id) || 0) + erbij);
    });
  });
  return [...punten].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}

const beschrijving = ({ samenvatting, naam }) => samenvatting || naam || "";

/** Soorten hulp kiezen: typ wat iemand hier kan, en vink aan wat klopt. */
export function maakFunctiekiezer(veld, pad, app) {
  const op = new Map(app.basis.functies.map(([id, ...rest]) => [id, rest]));
  const gekozen = () => haalOp(app.nieuw(), pad) || [];
  const uitslag = maak("div", {});
  const lijst = maak("div", { role: "status" });
  let straks = 0;

  function wissel(id, aan) {
    app.zet(pad, aan ? [...gekozen(), id] : gekozen().filter((g) => g !== id));
    for (const vak of geheel.querySelectorAll(`input[value="${id}"]`)) vak.checked = aan;
    toonGekozen();
  }

  const vak = (id, uitleg) =>
    vink(
      "checkbox",
      pad,
      id,
      [maak("strong", {}, op.get(id)[0]), uitleg ? ` ${op.get(id)[2]}` : ""],
      gekozen().includes(id),
      (v) => wissel(id, v.checked),
    );

  function toonGekozen() {
    const namen = gekozen().map((id) => op.get(id)?.[0] || id);
    lijst.replaceChildren(
      maak("p", { class: "melden-gekozen" }, namen.length ? `Gekozen: ${namen.join("; ")}.` : "Nog niets gekozen."),
    );
  }

  async function werk(tekst) {
    const gevraagd = tekst.trim();
    if (!gevraagd) return uitslag.replaceChildren();
    const ids = (await stelVoor(gevraagd)).filter((id) => op.has(id)).slice(0, MEESTE);
    if (gevraagd !== tekstvak.value.trim()) return;
    const erbij = gekozen().filter((id) => !ids.includes(id) && op.has(id));
    uitslag.replaceChildren(
      ids.length
        ? keuzegroep(
            "Wat past erbij? U mag er meer kiezen.",
            [...ids, ...erbij].map((id) => vak(id, true)),
          )
        : maak("p", {}, "Niets gevonden. Gebruik een ander woord, of kies hieronder uit de hele lijst."),
    );
  }

  const [rij, tekstvak] = invoer("Wat kan iemand hier? Schrijf het in uw eigen woorden.", "", {
    type: "text",
    value: beschrijving(app.nieuw()),
    autocomplete: "off",
    input: () => {
      clearTimeout(straks);
      straks = setTimeout(() => werk(tekstvak.value), 250);
    },
    keydown: (g) => {
      if (g.key !== "Enter") return;
      g.preventDefault();
      werk(tekstvak.value);
    },
  });
  const alles = maak("details", { class: "groep" }, maak("summary", {}, "Kies uit alle soorten hulp"));
  alles.addEventListener(
    "toggle",
    () => {
      const opNaam = [...op].sort((a, b) => a[1][0].localeCompare(b[1][0], "nl"));
      alles.append(
        keuzegroep(
          "Alle soorten hulp",
          opNaam.map(([id]) => vak(id, false)),
        ),
      );
    },
    { once: true },
  );
  const geheel = maak("div", { class: "melden-veld", "data-pad": pad }, rij, uitslag, lijst, alles, app.foutvak(pad));
  toonGekozen();
  werk(tekstvak.value);
  return geheel;
}

/** Een plek van deze site zoeken op naam; `bij(id, naam)` hoort wat er gekozen is. */
export function maakPlekzoeker(woord, uitleg, bij) {
  const uitslag = maak("div", { role: "status" });
  const naam = nieuwId("plek");
  let straks = 0;
  async function werk() {
    const gevraagd = vak.value.trim();
    const kaarten = gevraagd ? (await zoek(gevraagd)).filter((k) => k.soort === "voorziening").slice(0, MEESTE) : [];
    if (gevraagd !== vak.value.trim()) return;
    const tekst = (k) => k.naam.map(([stuk]) => stuk).join("");
    if (!kaarten.length)
      return uitslag.replaceChildren(gevraagd ? maak("p", {}, "Geen plek gevonden. Probeer een ander woord.") : "");
    uitslag.replaceChildren(
      keuzegroep(
        "Welke bedoelt u?",
        kaarten.map((k) => vink("radio", naam, k.id, tekst(k), false, () => bij(k.id, tekst(k)))),
      ),
    );
  }
  const [rij, vak] = invoer(woord, uitleg, {
    type: "search",
    autocomplete: "off",
    input: () => {
      clearTimeout(straks);
      straks = setTimeout(werk, 250);
    },
  });
  vak.addEventListener("keydown", (g) => {
    if (g.key !== "Enter") return;
    g.preventDefault();
    werk();
  });
  return maak("div", { class: "melden-veld" }, rij, uitslag);
}

/** De gebieden waar iets voor is: de eigen gemeente en haar wijken, het hele land, en codes voor de rest. */
export function maakGebiedkiezer(veld, pad, app) {
  const gekozen = () => haalOp(app.nieuw(), pad) || [];
  const eigen = app.basis.gebieden[0]?.[2];
  const bij = (vak) => {
    app.zet(pad, vak.checked ? [...gekozen(), vak.value] : gekozen().filter((g) => g !== vak.value));
    if (gekozen().length) app.keur(pad);
  };
  const rij = ([code, naam, gemeente]) =>
    vink("checkbox", pad, code, code === gemeente ? `heel ${naam}` : naam, gekozen().includes(code), bij);
  const hier = app.basis.gebieden.filter(([, , g]) => g === eigen);
  const elders = app.basis.gebieden.filter(([code, , g]) => g !== eigen && (code === g || gekozen().includes(code)));
  const bekend = new Set(["landelijk", ...app.basis.gebieden.map(([code]) => code)]);
  const vreemd = gekozen().filter((code) => !bekend.has(code));
  return maak(
    "div",
    { class: "melden-veld", "data-pad": pad },
    keuzegroep(hoofdletter(veld.woord), [
      ...hier.map(rij),
      vink("checkbox", pad, "landelijk", "heel Nederland", gekozen().includes("landelijk"), bij),
    ]),
    elders.length &&
      maak(
        "details",
        { class: "groep", open: elders.some(([code]) => gekozen().includes(code)) },
        maak("summary", {}, "Andere gemeenten"),
        keuzegroep("Andere gemeenten", elders.map(rij)),
      ),
    vreemd.length && maak("p", {}, `Ook: ${vreemd.join(", ")}. Dat blijft zo.`),
    app.foutvak(pad),
  );
}

/** Een organisatie uit de lijst. */
export const maakOrganisatiekiezer = (veld, pad, app) =>
  maak(
    "div",
    { class: "melden-veld", "data-pad": pad },
    keuzelijst(
      "Organisatie",
      "Staat zij er niet bij? Laat dit leeg, en schrijf het aan het eind erbij.",
      [["", "niet gezegd"], ...app.basis.organisaties],
      haalOp(app.nieuw(), pad) || "",
      (id) => app.zet(pad, id),
    ),
    app.foutvak(pad),
  );

/** Een andere plek van deze site, met een knop om hem weg te halen. */
export function maakVerwijzing(veld, pad, app) {
  const nu = maak("p", {});
  const toon = () => {
    const id = haalOp(app.nieuw(), pad);
    nu.replaceChildren(
      ...(id
        ? [`Nu: ${id}. `, knop("Haal weg", () => (app.zet(pad, ""), toon()), { class: "tekstknop" })]
        : ["Nu: niets."]),
    );
  };
  toon();
  return maak(
    "div",
    { class: "melden-veld", "data-pad": pad },
    maakPlekzoeker(hoofdletter(veld.woord), veld.uitleg, (id) => (app.zet(pad, id), toon())),
    nu,
    app.foutvak(pad),
  );
}
