// Van een veld uit de tabel naar een vak om in te vullen. Wat hier niet apart genoemd is, volgt uit de soort.

import { haalOp, isLeeg } from "./boom.js";
import { hoofdletter, invoer, keuzegroep, keuzelijst, knop, maak, nieuwId, vink } from "./dom.js";
import { maakFunctiekiezer, maakGebiedkiezer, maakOrganisatiekiezer, maakVerwijzing } from "./kiezers.js";
import { maakPuntkiezer } from "./plek.js";
import { DAGEN } from "./tijden.js";
import { maakWeek } from "./week.js";

const WEINIG = 8,
  LANG = 200;
const TYPE = { telefoon: "tel", email: "email", url: "url", datum: "date" };
const TOETSEN = { aantal: "numeric", lengte: "decimal", breedte: "decimal" };
const VUL_AAN = { telefoon: "off", email: "off", url: "off" };

/** Een waarde zoals zij in het bestand hoort; de invuller hoeft dat niet te weten. */
function maakNetjes(veld, tekst, app) {
  const kaal = tekst.trim();
  if (!kaal) return "";
  if (veld.soort === "telefoon") return app.controle.gewoonNummer(kaal);
  if (veld.soort === "postcode" && /^\d{4}\s*[a-z]{2}$/i.test(kaal))
    return `${kaal.slice(0, 4)} ${kaal.slice(-2).toUpperCase()}`;
  if (veld.soort === "url" && /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(kaal)) return `https://${kaal}`;
  if (veld.soort === "tekst") return kaal.split(/\s+/).join(" ");
  return kaal;
}

function naam(veld, opties) {
  const woord = opties.woord || hoofdletter(veld.woord);
  return veld.verplicht || opties.moet ? woord : `${woord} (hoeft niet)`;
}

function uitleg(veld, opties) {
  if (opties.uitleg !== undefined) return opties.uitleg;
  const voorbeeld = veld.voorbeeld && !veld.keuzes && !veld.verwijst ? ` Bijvoorbeeld: ${veld.voorbeeld}` : "";
  return `${veld.uitleg || ""}${voorbeeld}`.trim();
}

const omhulsel = (pad, app, ...delen) =>
  maak("div", { class: "melden-veld", "data-pad": pad }, delen, app.foutvak(pad));

function maakTekstvak(veld, pad, app, opties) {
  const lang = veld.soort === "markdown" || (veld.soort === "tekst" && veld.grens > LANG);
  const kenmerken = {
    name: pad,
    autocomplete: VUL_AAN[veld.soort],
    input: () => app.zet(pad, vak.value),
    change: () => {
      vak.value = maakNetjes(veld, vak.value, app);
      app.zet(pad, vak.value);
      app.keur(pad);
    },
  };
  if (lang) kenmerken.rows = veld.soort === "markdown" ? "8" : "3";
  else Object.assign(kenmerken, { type: TYPE[veld.soort] || "text", inputmode: TOETSEN[veld.soort] });
  const [geheel, vak] = invoer(naam(veld, opties), uitleg(veld, opties), kenmerken, lang ? "textarea" : "input");
  vak.value = haalOp(app.nieuw(), pad) || "";
  return omhulsel(pad, app, geheel);
}

/** Een lijst van teksten: een per regel. */
function maakRegels(veld, pad, app, opties) {
  const lees = () =>
    vak.value
      .split("\n")
      .map((r) => r.trim())
      .filter(Boolean);
  const [geheel, vak] = invoer(
    naam(veld, opties),
    `${uitleg(veld, opties)} Zet elk op een eigen regel.`,
    { name: pad, rows: "3", input: () => app.zet(pad, lees()), change: () => app.keur(pad) },
    "textarea",
  );
  vak.value = (haalOp(app.nieuw(), pad) || []).join("\n");
  return omhulsel(pad, app, geheel);
}

function maakKeuze(veld, pad, app, opties) {
  const nu = haalOp(app.nieuw(), pad) || "";
  const kies = (waarde) => (app.zet(pad, waarde), app.keur(pad));
  const keuzes =
    veld.soort === "ja_nee"
      ? [
          ["ja", "ja"],
          ["nee", "nee"],
        ]
      : veld.keuzes;
  const zonder = (veld.verplicht && nu) || keuzes.some(([keuze]) => keuze === "onbekend");
  const alle = zonder ? keuzes : [...keuzes, ["", "niet gezegd"]];
  if (keuzes.length > WEINIG)
    return omhulsel(pad, app, keuzelijst(naam(veld, opties), uitleg(veld, opties), alle, nu, kies));
  const groepsnaam = nieuwId("keuze");
  const zin = uitleg(veld, opties);
  return omhulsel(
    pad,
    app,
    keuzegroep(naam(veld, opties), [
      zin && maak("p", { class: "melden-uitleg" }, zin),
      ...(opties.moet ? keuzes : alle).map(([waarde, woord]) =>
        vink("radio", groepsnaam, waarde, hoofdletter(woord), waarde === nu, () => kies(waarde)),
      ),
    ]),
  );
}

function maakVinkjes(veld, pad, app, opties) {
  const gekozen = () => haalOp(app.nieuw(), pad) || [];
  return omhulsel(
    pad,
    app,
    keuzegroep(
      naam(veld, opties),
      veld.keuzes.map(([waarde, woord]) =>
        vink("checkbox", pad, waarde, hoofdletter(woord), gekozen().includes(waarde), (vak) =>
          app.zet(pad, vak.checked ? [...gekozen(), waarde] : gekozen().filter((g) => g !== waarde)),
        ),
      ),
    ),
  );
}

const isWeek = (veld) => veld.velden?.some((v) => v.naam === DAGEN[0]);

/** Een blok tijden: de week, en daaronder wat er meer over te zeggen is. */
function maakTijdblok(veld, pad, app) {
  const rest = veld.velden.filter((v) => !DAGEN.includes(v.naam));
  const nu = haalOp(app.nieuw(), pad) || {};
  return [
    maakWeek(veld, pad, app),
    maak(
      "details",
      { class: "groep" },
      maak(
        "summary",
        {},
        rest.some((v) => nu[v.naam])
          ? "Vakanties, feestdagen en seizoenen (ingevuld)"
          : "Vakanties, feestdagen en seizoenen",
      ),
      rest.map((v) => maakVeld(v, `${pad}.${v.naam}`, app)),
    ),
  ];
}

const groepsvelden = (veld, pad, app) =>
  isWeek(veld) ? maakTijdblok(veld, pad, app) : veld.velden.map((v) => maakVeld(v, `${pad}.${v.naam}`, app));

/** Een groep die vaker mag: elk met een kop, een knop om weg te halen, en een knop voor nog een. */
function maakReeks(veld, pad, app, opties) {
  const geheel = maak("div", { class: "melden-reeks", "data-reeks": pad });
  const lees = () => [haalOp(app.nieuw(), pad) ?? []].flat();
  const bewaar = (delen) => app.zet(pad, veld.een_of_meer && delen.length === 1 ? delen[0] : delen);
  const padVan = (nummer, delen) => (veld.een_of_meer && delen.length < 2 ? pad : `${pad}[${nummer}]`);
  let leeg = 0;

  function toon() {
    const delen = lees();
    const aantal = Math.max(delen.length + leeg, opties.minstens || 0);
    const wat = hoofdletter(opties.woord || veld.woord);
    const rijen = Array.from({ length: aantal }, (_, nummer) =>
      maak(
        "fieldset",
        { class: "melden-groep" },
        maak("legend", {}, aantal > 1 ? `${wat} ${nummer + 1}` : wat),
        (opties.velden || groepsvelden)(
          veld,
          aantal > 1 && veld.een_of_meer ? `${pad}[${nummer}]` : padVan(nummer, delen),
          app,
        ),
        (aantal > 1 || !opties.minstens) &&
          knop(`Haal ${veld.woord} ${aantal > 1 ? nummer + 1 : ""} weg`.trim(), () => haalWeg(nummer), {
            class: "tekstknop",
          }),
      ),
    );
    geheel.replaceChildren(
      ...rijen,
      knop(isWeek(veld) ? "Andere tijden in een ander seizoen" : `Nog een: ${veld.woord}`, erbij, {
        class: "tekstknop",
      }),
      app.foutvak(pad),
    );
  }
  function haalWeg(nummer) {
    const delen = lees();
    if (nummer < delen.length) bewaar(delen.filter((_, i) => i !== nummer));
    else leeg = Math.max(0, leeg - 1);
    toon();
  }
  function erbij() {
    // Van een groep die los stond wordt het een lijst; anders schreef de tweede over de eerste heen.
    const delen = lees();
    if (veld.een_of_meer && delen.length === 1) app.nieuwOp(pad, delen);
    leeg = 1;
    toon();
    geheel
      .querySelectorAll(":scope > fieldset")
      .item(lees().length)
      ?.querySelector("input, summary, select, textarea")
      ?.focus();
  }
  toon();
  return geheel;
}

/** Het vak bij een veld; `opties` zijn woord, uitleg, moet, minstens en velden. */
export function maakVeld(veld, pad, app, opties = {}) {
  if (veld.naam === "punt") return maakPuntkiezer(veld, pad, app);
  if (veld.soort === "groep") {
    if (veld.lijst || veld.een_of_meer)
      return maakReeks(veld, pad, app, { minstens: isWeek(veld) ? 1 : 0, ...opties });
    const woord = opties.woord || hoofdletter(veld.woord);
    const velden = groepsvelden(veld, pad, app);
    // Op het blad met alles blijft dicht wat niet hoeft en leeg is; zo is het blad te overzien.
    if (app.alles && !veld.verplicht && isLeeg(haalOp(app.nieuw(), pad)))
      return maak("details", { class: "groep melden-veld" }, maak("summary", {}, `${woord} (hoeft niet)`), velden);
    return maak("fieldset", { class: "melden-groep" }, maak("legend", {}, woord), velden);
  }
  if (veld.soort === "verwijzing") {
    if (veld.lijst) return maakFunctiekiezer(veld, pad, app);
    return (veld.verwijst === "organisatie" ? maakOrganisatiekiezer : maakVerwijzing)(veld, pad, app);
  }
  if (veld.soort === "gebiedscode") return maakGebiedkiezer(veld, pad, app);
  if (veld.keuzes) return (veld.lijst ? maakVinkjes : maakKeuze)(veld, pad, app, opties);
  if (veld.soort === "ja_nee") return maakKeuze(veld, pad, app, opties);
  return (veld.lijst ? maakRegels : maakTekstvak)(veld, pad, app, opties);
}
