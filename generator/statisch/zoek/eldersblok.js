// Waar iemand heen moet met een vraag die hier niet hoort. Het nummer van de gemeente komt uit de pagina.

import { maak, telLink } from "./weergave.js";

function bel({ naam, telefoon, pad }) {
  if (!naam) return null;
  return maak(
    "p",
    {},
    "Bel de gemeente: ",
    maak("a", { href: pad }, naam),
    telefoon ? " " : null,
    telefoon ? maak("a", { class: "knop", href: telLink(telefoon) }, telefoon) : null,
  );
}

function uitlegVan({ waar, naam, uitleg }, kaart) {
  return waar === "plaats"
    ? `U noemt ${naam}. Deze sociale kaart is voor ${kaart}. Kijk op de site van de gemeente daar, of laat de plaats weg uit uw vraag.`
    : uitleg;
}

/**
 * De kop, de uitleg en de link; `gegevens`: kaart (waar deze site voor is), naam, telefoon en pad van het
 * toegangspunt.
 */
export function maakElders(item, gegevens) {
  const site =
    item.url &&
    maak("a", { href: item.url, rel: "noopener" }, item.url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""));
  return [
    maak(
      "div",
      { "data-elders": item.id },
      maak("h3", {}, item.waar === "plaats" ? `Een andere plaats: ${item.naam}` : item.naam),
      maak("p", {}, uitlegVan(item, gegevens.kaart)),
      site ? maak("p", {}, "Ga naar ", site, ".") : null,
      item.waar === "gemeente" ? bel(gegevens) : null,
    ),
  ];
}
