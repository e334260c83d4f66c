// Het laatste scherm: wat er verandert, hoe de pagina wordt, en de wegen om het te sturen.

import { opgeruimd, verschil } from "./boom.js";
import { hoofdletter, invoer, keuzelijst, knop, maak } from "./dom.js";
import { bericht, onderwerp, veranderingen, wegen } from "./schrijf.js";
import { maakVerstuur } from "./verstuur.js";
import { maakVoorbeeld } from "./voorbeeld.js";

const MEEST_TEKENS = 2000;

async function kopieer(tekst) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    return false;
  }
}

/** De wijzigingen als lijst: wat het was en wat het wordt. */
function lijstVanVeranderingen(concept, basis) {
  const alle = veranderingen(concept, basis);
  return maak(
    "dl",
    { class: "melden-anders" },
    alle.flatMap(([wat, was, wordt]) => [
      maak("dt", {}, hoofdletter(wat)),
      maak(
        "dd",
        {},
        was && was !== "niets" ? maak("del", {}, maak("span", { class: "verborgen" }, "was: "), was) : null,
        maak("ins", {}, maak("span", { class: "verborgen" }, "wordt: "), wordt),
      ),
    ]),
  );
}

function middelen({ app, concept, mis, bewaar, wis, naar, isVraag, klaar }) {
  const { basis } = app;
  const wijzigt = concept.soort === "nieuw" || concept.soort === "wijzigen";
  const gereed = () => ({ ...concept, oud: opgeruimd(concept.oud), nieuw: opgeruimd(concept.nieuw) });
  return { app, basis, concept, mis, bewaar, wis, naar, isVraag, klaar, wijzigt, gereed };
}

/** Met een ontvanger staan de andere wegen dicht, tot zij nodig zijn. */
function maakWegen({ basis, gereed, klaar, isVraag }, overige) {
  const pad = basis.wegen.ontvanger;
  const kijkt = isVraag ? "" : " Iemand van de redactie kijkt het na.";
  if (!pad) return [maak("p", {}, `Kies hoe u het stuurt.${kijkt}`), ...overige];
  const anders = maak("details", { class: "groep" }, maak("summary", {}, "Op een andere manier sturen"), ...overige);
  return [
    maak("p", {}, `U hebt geen account nodig. Wat u schrijft, kan iedereen lezen.${kijkt}`),
    ...maakVerstuur({
      pad,
      tekst: () => bericht(gereed(), basis),
      zinnen: basis.zinnen,
      klaar,
      anders: () => {
        anders.open = true;
      },
    }),
    anders,
  ];
}

function maakSturen(m) {
  const { basis, concept, gereed, wis } = m;
  const melding = maak("p", { role: "status", class: "melden-gedaan" });
  const tekst = maak("pre", {
    class: "melden-tekst",
    "data-melden-tekst": "",
    tabindex: "0",
    "aria-label": "De tekst van de melding",
  });
  const knoppen = maak("p", { class: "melden-wegen" });
  const zeg = (zin) => {
    melding.textContent = zin;
  };
  const naWeg = (weg) => async () => {
    if (weg.past)
      return zeg(
        weg.soort === "mail"
          ? "Uw mailprogramma gaat open. Druk daar op versturen."
          : "Er gaat een nieuw venster open. Druk daar op versturen.",
      );
    const gelukt = await kopieer(bericht(gereed(), basis));
    return zeg(
      gelukt
        ? "De tekst is te lang voor een link. Zij staat op uw klembord: plak haar in het bericht."
        : "De tekst is te lang voor een link. Kopieer haar hieronder en plak haar in het bericht.",
    );
  };
  const WOORD = { issue: (weg) => `Stuur met ${weg.naam}`, mail: () => "Stuur als mail" };
  function toon() {
    const c = gereed();
    tekst.textContent = bericht(c, basis);
    const bestand = URL.createObjectURL(new Blob([bericht(c, basis)], { type: "text/plain;charset=utf-8" }));
    knoppen.replaceChildren(
      ...wegen(c, basis).map((weg, i) =>
        maak(
          "a",
          {
            class: i || basis.wegen.ontvanger ? "knop" : "knop knop-groot",
            href: weg.adres,
            rel: "noopener",
            "data-weg": weg.soort,
            ...(weg.soort === "issue" ? { target: "_blank" } : {}),
            click: naWeg(weg),
          },
          WOORD[weg.soort](weg),
        ),
      ),
      maak(
        "a",
        {
          class: "knop",
          href: bestand,
          download: `melding-${c.id || "site"}.md`,
          "data-weg": "bestand",
          click: () => zeg("De melding staat bij uw downloads. Geef haar aan de redactie."),
        },
        "Bewaar als bestand",
      ),
      knop(
        "Kopieer de tekst",
        async () =>
          zeg(
            (await kopieer(tekst.textContent))
              ? "Gekopieerd. Plak het in een bericht aan de redactie."
              : "Kopiëren lukt niet. Selecteer de tekst hieronder.",
          ),
        { class: "knop", "data-weg": "kopie" },
      ),
    );
  }
  toon();
  const mail =
    basis.wegen.mail &&
    maak(
      "p",
      {},
      "Liever zelf een mail schrijven? Het adres is ",
      maak(
        "a",
        { href: `mailto:${basis.wegen.mail}?subject=${encodeURIComponent(onderwerp(gereed(), basis))}` },
        basis.wegen.mail,
      ),
      ".",
    );
  const geheel = maak(
    "section",
    { class: "deel", "aria-labelledby": "sturen" },
    maak("h2", { id: "sturen" }, "Sturen"),
    maakWegen(m, [
      basis.wegen.issue &&
        maak(
          "p",
          { class: "melden-uitleg" },
          `Voor ${basis.wegen.issue.naam} hebt u een account nodig. Wat u daar schrijft, is voor iedereen te lezen.`,
        ),
      knoppen,
      melding,
      mail,
    ]),
    maak("details", { class: "groep" }, maak("summary", {}, "Dit is de hele tekst"), tekst),
    maak(
      "p",
      {},
      "Verstuurd? ",
      knop("Wis wat u hebt ingevuld", wis, { class: "tekstknop" }),
      ". Het staat alleen in deze browser.",
    ),
  );
  return { geheel, toon };
}

function maakToelichting({ app, concept, isVraag, bewaar }, bij) {
  const fout = maak("p", { class: "melden-fout", hidden: true });
  const [rij, vak] = invoer(
    isVraag ? "Uw bericht" : "Wilt u er iets bij zeggen? (hoeft niet)",
    isVraag
      ? "Over welke pagina gaat het, en wat moet er anders? Schrijf geen namen of nummers van mensen."
      : "Bijvoorbeeld hoe u dit weet. Schrijf geen namen of nummers van mensen.",
    {
      rows: isVraag ? "6" : "3",
      maxlength: String(MEEST_TEKENS),
      input: () => {
        concept.toelichting = vak.value;
        keur();
        if (!isVraag) bewaar();
        bij();
      },
    },
    "textarea",
  );
  function keur() {
    const mis = app.controle.persoonlijk(vak.value);
    fout.textContent = mis.map((f) => `${hoofdletter(f.tekst)} ${f.oplossing}`).join(" ");
    fout.hidden = !mis.length;
  }
  vak.value = concept.toelichting || "";
  if (isVraag) keur();
  return maak("div", { class: "melden-veld" }, rij, fout);
}

function maakSoort({ basis, concept, bewaar }, bij) {
  return keuzelijst(
    "Waar hoort deze plek bij?",
    "Dit kiezen wij voor u. Klopt het niet, kies dan iets anders.",
    basis.soorten.map(([map, woord]) => [map, hoofdletter(woord)]),
    concept.map,
    (map) => {
      Object.assign(concept, { map, mapGekozen: true });
      bewaar();
      bij();
    },
  );
}

/** De delen van het laatste scherm. */
export function maakKlaar(gegeven) {
  const m = middelen(gegeven);
  const { concept, basis, mis, naar, wijzigt, gereed } = m;
  const niets = concept.soort === "wijzigen" && !verschil(gereed().oud, gereed().nieuw).length;
  const meer =
    wijzigt &&
    maak(
      "p",
      {},
      knop(
        concept.soort === "nieuw" ? "Toon alle velden" : "Nog iets wijzigen",
        () => naar(concept.soort === "nieuw" ? "alles" : "begin"),
        { class: "tekstknop" },
      ),
    );
  if (niets) return [maak("p", {}, "U hebt nog niets gewijzigd."), meer];
  if (mis) return [mis, wijzigt && lijstVanVeranderingen(gereed(), basis), herstel(m), meer];
  const sturen = maakSturen(m);
  document.querySelector("[data-melden-blad]").addEventListener("melden:id", sturen.toon, { once: true });
  return [
    wijzigt && maak("h2", { class: "melden-kop" }, concept.soort === "nieuw" ? "Dit komt erbij" : "Dit verandert"),
    wijzigt && lijstVanVeranderingen(gereed(), basis),
    concept.soort === "klopt" &&
      maak("p", {}, "U zegt dat alles op deze pagina nog klopt. De redactie zet er een nieuwe datum bij."),
    concept.soort === "bestaat-niet" &&
      maak(
        "p",
        {},
        `U zegt dat dit niet meer bestaat.${concept.opvolgerNaam ? ` Nu is er: ${concept.opvolgerNaam}.` : ""} De pagina blijft, en zegt dat het gesloten is.`,
      ),
    meer,
    wijzigt &&
      maak(
        "details",
        { class: "groep", "data-melden-voorbeeld": "" },
        maak("summary", {}, "Zo komt de pagina eruit te zien"),
        maakVoorbeeld(gereed().nieuw, basis),
      ),
    concept.soort === "nieuw" && maakSoort(m, sturen.toon),
    maakToelichting(m, sturen.toon),
    sturen.geheel,
  ];
}

const herstel = ({ naar, concept }) =>
  maak(
    "p",
    {},
    knop("Ga terug en maak het goed", () => naar(concept.soort === "nieuw" ? "naam" : "begin")),
  );
