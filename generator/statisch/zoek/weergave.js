// Resultaten als HTML, opgebouwd uit elementen: nooit HTML uit gegevens.

/** Een element met eigenschappen en kinderen. */
export function maak(soort, eigenschappen = {}, ...kinderen) {
  const el = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(eigenschappen)) {
    if (naam === "class") el.className = waarde;
    else if (
      naam.startsWith("data-") ||
      naam.startsWith("aria-") ||
      ["role", "dir", "for", "href", "type"].includes(naam)
    )
      el.setAttribute(naam, waarde);
    else el[naam] = waarde;
  }
  el.append(...kinderen.filter((k) => k !== null && k !== undefined && k !== ""));
  return el;
}

function gemarkeerd(stukken) {
  return stukken.map(([tekst, raak]) => (raak ? maak("mark", {}, tekst) : tekst));
}

/** Een nummer voor tel:. */
export function telLink(nummer) {
  return `tel:${nummer.trim().startsWith("+") ? "+" : ""}${nummer.replace("(0)", "").replace(/\D/g, "")}`;
}

/** Waar de stand komt; standblad.js vult haar na "stand:ververs". */
export const standVak = (code, oud = "") =>
  maak("span", { class: "stand-open", "data-tijden": code, "data-oud": oud, hidden: true });

/** Wat elk resultaat van zichzelf zegt, op de zoekpagina en aan de balie: waar toetsen en partners naar kijken. */
export const resultaatMerken = (kaart) => ({
  ...(kaart.soort === "voorziening" ? { "data-kaartje": kaart.id } : {}),
  "data-zoekresultaat": "",
  "data-id": kaart.id,
  "data-soort": kaart.soort,
  "data-functies": kaart.functies.join(" "),
  ...(kaart.genoemd ? { "data-naam-treffer": "" } : {}),
});

/** Een resultaat als <li>; `wortel` is de weg naar de voorpagina. */
export function maakResultaat(kaart, wortel) {
  const stand = maak("p", { class: "stand" });
  if (kaart.stand !== null) stand.append(standVak(kaart.stand, kaart.oud));
  for (const kenmerk of kaart.kenmerken) stand.append(maak("span", {}, kenmerk));
  if (kaart.gesloten) return maakGesloten(kaart, stand, wortel);
  return maak(
    "li",
    { class: "kaartje", ...resultaatMerken(kaart) },
    maak(
      "h3",
      { class: "kaartje-naam", dir: "auto" },
      maak("a", { href: wortel + kaart.pad }, ...gemarkeerd(kaart.naam)),
    ),
    kaart.zin.length ? maak("p", { class: "kaartje-zin", dir: "auto" }, ...gemarkeerd(kaart.zin)) : null,
    stand,
    kaart.via ? maak("p", { class: "zoek-via" }, "gevonden via: ", maak("em", {}, kaart.via)) : null,
    belregel(kaart),
  );
}

/** Wat niet meer bestaat: zonder stand, prijs of nummer, met wat er nu is. */
function maakGesloten(kaart, stand, wortel) {
  const nu =
    kaart.opvolger &&
    maak(
      "p",
      { class: "kaartje-zin" },
      "Nu is er: ",
      maak("a", { href: wortel + kaart.opvolger.pad, dir: "auto" }, kaart.opvolger.naam),
    );
  return maak(
    "li",
    { class: "kaartje is-gesloten", ...resultaatMerken({ ...kaart, functies: [], genoemd: true }) },
    maak("h3", { class: "kaartje-naam", dir: "auto" }, maak("a", { href: wortel + kaart.pad }, kaart.tekst)),
    stand,
    nu || null,
  );
}

/** Het nummer, en de knop van lijstje/knop.js om een plek te bewaren. */
function belregel(kaart) {
  const nummer =
    kaart.telefoon &&
    maak(
      "a",
      { href: telLink(kaart.telefoon) },
      maak("span", { class: "verborgen" }, `Bel ${kaart.tekst}: `),
      kaart.telefoon,
    );
  const bewaar =
    kaart.soort === "voorziening" &&
    maak(
      "button",
      { type: "button", class: "tekstknop", "data-lijstje": kaart.id, hidden: true },
      maak("span", { "data-lijstje-woord": "" }),
      maak("span", { class: "verborgen" }, `: ${kaart.tekst}`),
    );
  return nummer || bewaar ? maak("p", { class: "kaartje-bel" }, nummer || null, bewaar || null) : null;
}

/** Het crisisblok: kop, zin en nummers. */
export function maakCrisis(blok) {
  const nummers = maak("ul", { class: "nummers" });
  for (const [naam, telefoon, uitleg] of blok.nummers) {
    nummers.append(
      maak(
        "li",
        {},
        maak("a", { class: "knop", href: telLink(telefoon) }, telefoon),
        maak("span", {}, naam === telefoon ? uitleg : `${naam}: ${uitleg}`),
      ),
    );
  }
  return [maak("h2", {}, blok.kop), maak("p", {}, blok.tekst), nummers];
}
