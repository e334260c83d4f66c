// Wat de balie rechts laat zien als iets geopend is; alles als elementen, nooit HTML uit gegevens.
import { tijdelijkTekst, weekTekst } from "./ingangen.js";
import { besteStand } from "../gemeen/open.js";
import { maak, telLink } from "../zoek/weergave.js";

const vol = (lijst) => lijst.filter(Boolean);

function vak(kop, ...inhoud) {
  const delen = vol(inhoud);
  return delen.length ? maak("section", { class: "balie-vak" }, maak("h3", {}, kop), ...delen) : null;
}

const alinea = (tekst) => (tekst ? maak("p", { dir: "auto" }, tekst) : null);
const lijst = (regels) => (regels && regels.length ? maak("ul", {}, ...regels.map((r) => maak("li", {}, r))) : null);

/** De stand van nu: van de telefoon, of anders van de beste plek; niets zolang er tijdelijk iets anders is. */
export function standVan(ingang, nu) {
  const tijden = ingang.telefoontijden ? [ingang.telefoontijden] : vol((ingang.plekken || []).map((p) => p.tijden));
  const vandaag = nu.toISOString().slice(0, 10);
  const anders = ingang.tijdelijk && ingang.tijdelijk[0] <= vandaag && vandaag <= ingang.tijdelijk[1];
  if (!tijden.length || ingang.gesloten || anders) return null;
  const stand = besteStand(tijden, nu);
  const tekst = ingang.telefoontijden ? stand.tekst.replace(/\bopen\b/g, "bereikbaar").replace("dicht", "niet bereikbaar") : stand.tekst;
  return maak("span", { class: "stand-open", "data-stand": stand.stand }, tekst);
}

function belregel(ingang, nu) {
  const stand = standVan(ingang, nu);
  const nummer = ingang.telefoon && maak("a", { class: "balie-nummer", href: telLink(ingang.telefoon) }, ingang.telefoon);
  const wanneer = vol([weekTekst(ingang.telefoontijden), ingang.belinfo]).join(". ");
  // Zonder nummer staat hier waar de beller dan wel heen kan.
  const anders = !nummer && vol([ingang.mail && [`mailto:${ingang.mail}`, ingang.mail], siteLink(ingang)])[0];
  return maak("p", { class: "balie-bel" }, nummer || maak("span", {}, anders ? "Geen telefoonnummer:" : "Geen telefoonnummer bekend."),
    anders ? maak("a", { class: "balie-anders", href: anders[0], rel: "noopener" }, anders[1]) : null, stand,
    wanneer ? maak("span", {}, wanneer) : null);
}

const siteLink = (ingang) => ingang.site && [ingang.site, ingang.site.replace(/^https:\/\/(www\.)?/, "")];

function plekken(ingang) {
  return (ingang.plekken || []).map((p) => {
    const waar = p.adres === "geheim" ? "Het adres is geheim" : vol([p.naam, p.adres]).join(", ");
    const toegankelijk = { ja: "rolstoel: ja", deels: "rolstoel: deels", nee: "rolstoel: nee" }[p.rolstoel];
    return maak("p", {}, waar ? maak("strong", {}, waar) : null, waar ? ": " : null,
      vol([weekTekst(p.tijden) || "tijden niet bekend", p.info, p.wijk, toegankelijk]).join(". "));
  });
}

function kanalen(ingang) {
  const links = vol([ingang.mail && [`mailto:${ingang.mail}`, ingang.mail], siteLink(ingang),
    ingang.chat && [ingang.chat, "chat"]]);
  return links.length ? maak("p", { class: "balie-kanalen" }, ...links.map(([adres, tekst]) => maak("a", { href: adres, rel: "noopener" }, tekst))) : null;
}

/** Een voorziening. `vragen` zijn die van de functie waar de beller op zocht. */
export function bladVoorziening(ingang, vragen, functienamen, nu, vandaag) {
  return [
    maak("p", { class: "balie-soort" }, vol([functienamen[0], ingang.organisatie]).join(", ")),
    maak("h2", { dir: "auto" }, ingang.naam), maak("p", { class: "balie-zin", dir: "auto" }, ingang.zin),
    ingang.gesloten ? maak("p", { class: "melding" }, "Dit bestaat niet meer.") : null,
    tijdelijkTekst(ingang, vandaag) ? maak("p", { class: "melding" }, tijdelijkTekst(ingang, vandaag)) : null,
    belregel(ingang, nu),
    maak("div", { class: "balie-vakken" },
      maak("div", {}, vak("Vraag eerst", lijst(vragen)),
        vak("Warm doorverwijzen", alinea(ingang.verwijzen || "Geen aparte weg bekend. Bel samen met de beller het gewone nummer.")),
        vak("Neem mee", lijst(ingang.meenemen)), vak("Voor wie", alinea(ingang.voor), ingang.niet ? alinea(`Niet voor: ${ingang.niet}`) : null),
        vak("Andere talen", alinea((ingang.talen || []).join(", ")))),
      maak("div", {}, vak("Toegang", alinea(vol([ingang.toegang, ingang.kosten]).join(", ")), alinea(ingang.uitleg), alinea(ingang.kosteninfo),
        ingang.wacht ? alinea(`Wachttijd: ${ingang.wacht}`) : null),
      vak("Waar en wanneer", ...plekken(ingang)), vak("Mail en site", kanalen(ingang)))),
    maak("p", { class: "balie-voet" }, `Nagekeken op ${ingang.op}.`, ingang.oud ? maak("strong", { class: "stand-oud" }, " Lang niet nagekeken.") : null,
      ingang.voorbeeld ? " Dit is een verzonnen voorbeeld." : null),
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
    maak("p", { class: "balie-soort" }, functie.besluit ? "Soort hulp, met een besluit" : "Soort hulp"), maak("h2", { dir: "auto" }, functie.naam),
    ...functie.uitleg.split(/\n{2,}/).map(alinea),
    maak("div", { class: "balie-vakken" },
      maak("div", {}, vak("Vraag eerst", lijst(functie.vragen)), vak("Zo vraagt de beller het aan", alinea(functie.aanvragen))),
      maak("div", {}, vak("Wie dit doet", genummerd(kaarten, open) || alinea("Niemand in deze lijst. Verbind door met het wijkteam.")))),
  ];
}

/** Een onderwerp, organisatie of wijk: de naam, en wat erbij hoort uit de resultaten. */
export function bladAnders(kaart, kaarten, open) {
  return [maak("p", { class: "balie-soort" }, kaart.kenmerken.join(", ")), maak("h2", { dir: "auto" }, kaart.tekst),
    alinea(kaart.zin.map(([tekst]) => tekst).join("")), vak("Hierbij gevonden", genummerd(kaarten, open))];
}
