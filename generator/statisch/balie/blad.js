// Wat de balie rechts laat zien als iets geopend is; alles als elementen, nooit HTML uit gegevens.
import { maak, standVak, telLink } from "../zoek/weergave.js";

const vol = (lijst) => lijst.filter(Boolean);

function vak(kop, ...inhoud) {
  const delen = vol(inhoud);
  return delen.length ? maak("section", { class: "balie-vak" }, maak("h3", {}, kop), ...delen) : null;
}

const alinea = (tekst) => (tekst ? maak("p", { dir: "auto" }, tekst) : null);
const lijst = (regels) => (regels && regels.length ? maak("ul", {}, ...regels.map((r) => maak("li", {}, r))) : null);

function belregel(ingang) {
  const nummer =
    ingang.telefoon && maak("a", { class: "balie-nummer", href: telLink(ingang.telefoon) }, ingang.telefoon);
  // Zonder nummer staat hier waar de beller dan wel heen kan.
  const anders = !nummer && vol([ingang.email && [`mailto:${ingang.email}`, ingang.email], siteLink(ingang)])[0];
  return maak(
    "p",
    { class: "balie-bel" },
    nummer || maak("span", {}, anders ? "Geen telefoonnummer:" : "Geen telefoonnummer bekend."),
    anders ? maak("a", { class: "balie-anders", href: anders[0], rel: "noopener" }, anders[1]) : null,
    standVak(ingang.stand || ""),
  );
}

function andereNummers(ingang) {
  return (ingang.telefoons || []).map((t) =>
    maak(
      "p",
      {},
      `${t.naam}: `,
      maak("a", { href: telLink(t.telefoon) }, t.telefoon),
      ["", t.keuze, t.tarief].filter((x) => x !== undefined).join(", "),
    ),
  );
}

const beltijden = (ingang) =>
  [["Bellen", ingang.telefoontijden], ...(ingang.telefoons || []).map((t) => [t.naam, t.tijden])].map(
    ([naam, tijden]) => tijden && alinea(`${naam}: ${tijden}`),
  );

const siteLink = (ingang) => ingang.website && [ingang.website, ingang.website.replace(/^https:\/\/(www\.)?/, "")];

function plekken(ingang) {
  return (ingang.plekken || []).map((p) => {
    const waar = p.adres === "geheim" ? "Het adres is geheim" : vol([p.naam, p.adres]).join(", ");
    const toegankelijk = p.rolstoel && `rolstoel: ${p.rolstoel}`;
    return maak(
      "p",
      {},
      waar ? maak("strong", {}, waar) : null,
      waar ? ": " : null,
      vol([p.openingstijden || "tijden niet bekend", p.ter_plaatse, p.wijk, toegankelijk]).join(". "),
    );
  });
}

function kanalen(ingang) {
  const links = vol([
    ingang.email && [`mailto:${ingang.email}`, ingang.email],
    siteLink(ingang),
    ingang.chat && [ingang.chat, "chat"],
  ]);
  return links.length
    ? maak(
        "p",
        { class: "balie-kanalen" },
        ...links.map(([adres, tekst]) => maak("a", { href: adres, rel: "noopener" }, tekst)),
      )
    : null;
}

/** Wat niet meer bestaat: alleen de naam, en wat er nu is. */
function bladGesloten(ingang, open) {
  const [id, naam] = ingang.opvolger || [];
  const knop = naam && maak("button", { type: "button", class: "tekstknop", "data-opvolger": id, dir: "auto" }, naam);
  if (knop) knop.addEventListener("click", () => open({ id, soort: "voorziening", functies: [] }));
  return [
    maak("p", { class: "balie-soort" }, ingang.organisatie || ""),
    maak("h2", { dir: "auto" }, ingang.naam),
    maak("p", { class: "melding" }, "Dit bestaat niet meer.", ...(knop ? [" Nu is er: ", knop] : [])),
    ingang.op ? maak("p", { class: "balie-voet" }, `Nagekeken op ${ingang.op}.`) : null,
  ];
}

/**
 * Een voorziening. `vragen` zijn die van de functie waar de beller op zocht; `open` opent wat ervoor in de plaats
 * kwam.
 */
export function bladVoorziening(ingang, vragen, functienamen, open) {
  if (ingang.gesloten) return bladGesloten(ingang, open);
  return [
    maak("p", { class: "balie-soort" }, vol([functienamen[0], ingang.organisatie]).join(", ")),
    maak("h2", { dir: "auto" }, ingang.naam),
    maak("p", { class: "balie-zin", dir: "auto" }, ingang.samenvatting),
    ...(ingang.tijdelijk || []).map(([tekst, tot]) => maak("p", { class: "melding", "data-tot": tot }, tekst)),
    belregel(ingang),
    ...andereNummers(ingang),
    maak(
      "div",
      { class: "balie-vakken" },
      maak(
        "div",
        {},
        vak("Vraag eerst", lijst(vragen)),
        vak(
          "Warm doorverwijzen",
          alinea(ingang.professional || "Geen aparte weg bekend. Bel samen met de beller het gewone nummer."),
        ),
        vak("Neem mee", lijst(ingang.meenemen)),
        vak(
          "Voor wie",
          alinea(ingang.voor_wie),
          ingang.leeftijd ? alinea(`Leeftijd: ${ingang.leeftijd}`) : null,
          ingang.niet_voor ? alinea(`Niet voor: ${ingang.niet_voor}`) : null,
        ),
        vak(
          "Andere talen",
          alinea(vol([(ingang.talen || []).join(", "), ingang.tolk ? "er kan een tolk bij zijn" : ""]).join("; ")),
        ),
      ),
      maak(
        "div",
        {},
        vak(
          "Toegang",
          alinea(vol([ingang.toegang, ingang.kosten]).join(", ")),
          alinea(ingang.uitleg),
          alinea(ingang.kostentoelichting),
          ingang.wachttijd
            ? maak("p", { "data-tot": ingang.wachttijd[1] }, `Wachttijd: ${ingang.wachttijd[0]}`)
            : null,
        ),
        vak("Waar en wanneer", ...plekken(ingang), ...beltijden(ingang)),
        vak("Mail en site", kanalen(ingang)),
      ),
    ),
    maak(
      "p",
      { class: "balie-voet" },
      ingang.nagelezen === "nee"
        ? `Overgenomen uit een bron, stand ${ingang.op}. Nog niet nagekeken.`
        : `Nagekeken op ${ingang.op}.`,
      ingang.oud_na
        ? maak("strong", { class: "stand-oud", "data-na": ingang.oud_na, hidden: true }, " Lang niet nagekeken.")
        : null,
      ingang.voorbeeld ? " Dit is een verzonnen voorbeeld." : null,
    ),
  ];
}

function genummerd(kaarten, open) {
  const ol = maak("ol", { class: "balie-kies" });
  for (const kaart of kaarten) {
    const knop = maak("button", { type: "button", class: "tekstknop" }, kaart.tekst);
    knop.addEventListener("click", () => open(kaart));
    ol.append(maak("li", {}, knop, maak("span", {}, vol([kaart.telefoon, ...kaart.kenmerken]).join(", "))));
  }
  return kaarten.length ? ol : null;
}

/** Een functie: wat het is, hoe iemand het aanvraagt, wat u eerst vraagt en wie het doet (met een cijfer te openen). */
export function bladFunctie(functie, kaarten, open) {
  return [
    maak("p", { class: "balie-soort" }, functie.besluit ? "Soort hulp, met een besluit" : "Soort hulp"),
    maak("h2", { dir: "auto" }, functie.naam),
    ...functie.uitleg.split(/\n{2,}/).map(alinea),
    maak(
      "div",
      { class: "balie-vakken" },
      maak(
        "div",
        {},
        vak("Vraag eerst", lijst(functie.vragen)),
        vak("Zo vraagt de beller het aan", alinea(functie.aanvragen)),
      ),
      maak(
        "div",
        {},
        vak(
          "Wie dit doet",
          genummerd(kaarten, open) || alinea("Niemand in deze lijst. Verbind door met het wijkteam."),
        ),
      ),
    ),
  ];
}

/** Een onderwerp, organisatie of wijk: de naam, en wat erbij hoort uit de resultaten. */
export function bladAnders(kaart, kaarten, open) {
  return [
    maak("p", { class: "balie-soort" }, kaart.kenmerken.join(", ")),
    maak("h2", { dir: "auto" }, kaart.tekst),
    alinea(kaart.zin.map(([tekst]) => tekst).join("")),
    vak("Hierbij gevonden", genummerd(kaarten, open)),
  ];
}
