// De weekstaat: per dag kiezen of het open is en van wanneer tot wanneer. Zij schrijft de grammatica van tijden, en
// raakt een dag pas aan als iemand die dag wijzigt.

import { haalOp, zetWaarde } from "./boom.js";
import { hoofdletter, keuzelijst, knop, maak, nieuwId, vink } from "./dom.js";
import { DAGEN, dagInWoorden, delenVan, schrijfDag } from "./tijden.js";

const WANNEER = [
  ["", "elke week"],
  ["even weken", "even weken"],
  ["oneven weken", "oneven weken"],
  ...["eerste", "tweede", "derde", "vierde", "vijfde", "laatste", "eerste en derde", "tweede en vierde"].map((w) => [
    w,
    `${w} van de maand`,
  ]),
];
const LEEG_DEEL = { wanneer: "", afspraak: false, van: "", tot: "" };

/** Een dag die opengaat. `veld` is het veld van die dag, `app` houdt de waarden en de fouten. */
function maakDag(veld, pad, app, naarRest) {
  const dag = veld.woord;
  const kort = maak("span", { class: "week-kort" });
  const vlak = maak("div", { class: "week-vlak" });
  const geheel = maak(
    "details",
    { class: "week-dag", "data-dag": veld.naam, "data-pad": pad },
    maak("summary", {}, maak("span", { class: "week-naam" }, dag), kort),
    vlak,
    app.foutvak(pad),
  );
  let delen = null;

  const waarde = () => haalOp(app.nieuw(), pad) || "";
  const zet = (tekst) => {
    app.zet(pad, tekst);
    kort.textContent = dagInWoorden(tekst);
  };
  // Een tijd die nog niet af is, gaat als tekst mee; de controle zegt dan wat eraan ontbreekt.
  const schrijf = () => zet(delen === null ? "" : schrijfDag(delen));

  function tijdvak(woord, nummer, kant) {
    const id = nieuwId("tijd");
    const vak = maak("input", {
      id,
      type: "time",
      value: delen[nummer][kant] === "24:00" ? "00:00" : delen[nummer][kant],
      input: () => {
        delen[nummer][kant] = vak.value;
        schrijf();
      },
      change: () => app.keur(pad),
    });
    return maak(
      "div",
      { class: "week-tijd" },
      maak("label", { for: id }, maak("span", { class: "verborgen" }, `${dag} `), woord),
      vak,
    );
  }

  function toonDeel(deel, nummer) {
    const keuzes = WANNEER.some(([w]) => w === deel.wanneer) ? WANNEER : [...WANNEER, [deel.wanneer, deel.wanneer]];
    return maak(
      "div",
      { class: "week-deel" },
      tijdvak("van", nummer, "van"),
      tijdvak("tot", nummer, "tot"),
      vink("checkbox", "", "ja", "op afspraak", deel.afspraak, (vak) => {
        deel.afspraak = vak.checked;
        schrijf();
      }),
      keuzelijst(
        maak("span", {}, "hoe vaak", maak("span", { class: "verborgen" }, ` op ${dag}`)),
        "",
        keuzes,
        deel.wanneer,
        (w) => {
          deel.wanneer = w;
          schrijf();
        },
      ),
      delen.length > 1 &&
        knop(
          ["Haal deze tijd weg", maak("span", { class: "verborgen" }, ` (${dag})`)],
          () => {
            delen.splice(nummer, 1);
            schrijf();
            toon();
          },
          { class: "tekstknop" },
        ),
    );
  }

  function kies(soort) {
    delen = soort === "open" ? [{ ...LEEG_DEEL }] : soort === "dicht" ? [] : null;
    if (soort === "open") app.zet(pad, "");
    else schrijf();
    toon();
    if (soort === "open") vlak.querySelector("input[type=time]").focus();
    else app.keur(pad);
  }

  function toonTekst() {
    const id = nieuwId("tekst");
    const vak = maak("input", {
      id,
      value: waarde(),
      input: () => zet(vak.value),
      change: () => (app.keur(pad), lees(), toon()),
    });
    vlak.replaceChildren(
      maak("label", { for: id }, `Tijden op ${dag}, als tekst`),
      vak,
      knop("Begin deze dag opnieuw", () => kies("open"), { class: "tekstknop" }),
    );
  }

  function toon() {
    kort.textContent = dagInWoorden(waarde()) || "niet bekend";
    if (waarde() && delen === null) return toonTekst();
    const stand = delen === null ? "" : delen.length ? "open" : "dicht";
    const naam = nieuwId("stand");
    const keus = (soort, woord) => vink("radio", naam, soort, woord, stand === soort, () => kies(soort));
    vlak.replaceChildren(
      maak(
        "fieldset",
        { class: "melden-keuzes week-stand" },
        maak("legend", { class: "verborgen" }, hoofdletter(dag)),
        keus("", "niet bekend"),
        keus("dicht", "gesloten"),
        keus("open", "open"),
      ),
      ...(delen || []).map(toonDeel),
      ...(stand === "open" ? [nogEen(), rest()] : []),
    );
  }

  const nogEen = () =>
    knop(
      `Nog een tijd op ${dag}`,
      () => {
        delen.push({ ...LEEG_DEEL });
        toon();
        [...vlak.querySelectorAll("input[type=time]")].at(-2).focus();
      },
      { class: "tekstknop" },
    );

  const rest = () =>
    naarRest && knop("Zelfde tijden op de dagen hierna", () => naarRest(waarde()), { class: "tekstknop week-rest" });

  function lees() {
    delen = waarde() ? (delenVan(waarde())?.map((deel) => ({ ...deel })) ?? null) : null;
  }

  geheel.ververs = () => {
    lees();
    toon();
  };
  geheel.ververs();
  return geheel;
}

/** De zeven dagen van een blok tijden. */
export function maakWeek(groep, pad, app) {
  const dagen = groep.velden.filter((v) => DAGEN.includes(v.naam));
  const rijen = [];
  dagen.forEach((veld, nummer) => {
    // Het weekend is zelden hetzelfde; wie dat wel wil, vult het in.
    const hierna = dagen.slice(nummer + 1, 5);
    const naarRest = hierna.length
      ? (waarde) => {
          hierna.forEach((ander, i) => {
            zetWaarde(app.nieuw(), `${pad}.${ander.naam}`, waarde);
            rijen[nummer + 1 + i].ververs();
          });
          app.zet(`${pad}.${veld.naam}`, waarde);
          app.zeg(`Overgenomen voor ${hierna.map((d) => d.woord).join(", ")}.`);
        }
      : null;
    rijen.push(maakDag(veld, `${pad}.${veld.naam}`, app, naarRest));
  });
  return maak("div", { class: "week" }, rijen);
}
