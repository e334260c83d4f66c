// Het eerste scherm: waar gaat de melding over, en wat er nog niet verstuurd is.

import { alleConcepten, wisAlles } from "./concept.js";
import { knop, maak } from "./dom.js";
import { NIEUW } from "./stappen.js";

/** Een grote keuze die meteen verder gaat. */
export const keuzeknop = (tekst, doe, uitleg) =>
  maak(
    "li",
    {},
    maak("button", { type: "button", class: "melden-keuze", click: doe }, tekst, uitleg && maak("span", {}, uitleg)),
  );

/** Wat er nog niet verstuurd is, of niets. */
function concepten() {
  const alle = alleConcepten();
  if (!alle.length) return null;
  return maak(
    "section",
    { class: "deel", "aria-labelledby": "concepten" },
    maak("h2", { id: "concepten" }, "Nog niet verstuurd"),
    maak("p", {}, "Dit staat alleen in deze browser. Wij zien het niet tot u het verstuurt."),
    maak(
      "ul",
      { class: "links" },
      alle.map(([sleutel, c]) =>
        maak(
          "li",
          {},
          maak(
            "a",
            { href: sleutel === "nieuw" ? "?soort=nieuw#klaar" : `?id=${sleutel}#klaar` },
            c.nieuw?.naam || c.naam || "Een nieuwe plek",
          ),
        ),
      ),
    ),
    knop("Wis alles wat ik heb ingevuld", () => {
      wisAlles();
      location.href = location.pathname;
    }),
  );
}

/** De delen van het eerste scherm. */
export const beginkeuzes = (naar) => [
  maak(
    "ul",
    { class: "melden-lijst" },
    keuzeknop(
      "Er klopt iets niet bij een plek",
      () => naar("zoek"),
      "Een ander nummer, andere tijden, of de plek bestaat niet meer.",
    ),
    keuzeknop("Er ontbreekt een plek", () => naar(NIEUW[0].id), "U voegt haar zelf toe, met een paar vragen."),
    keuzeknop("Iets anders", () => naar("vraag"), "Over een andere pagina, of een vraag aan de redactie."),
  ),
  concepten(),
];
