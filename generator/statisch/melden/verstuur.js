// Versturen zonder account: de melding gaat naar de ontvanger van deze site. Wat er daarna gezegd wordt, is wat er echt
// gebeurde; is dat niet te weten, dan staat dat er.

import { invoer, knop, maak } from "./dom.js";

const WACHT = 45_000; // langer dan de ontvanger zelf op een forge wacht
const NIET = {
  403: "Deze manier van versturen werkt nu niet. Uw melding is niet aangekomen.",
  413: "Uw melding is te lang om zo te versturen. Zij is niet aangekomen.",
  502: "De dienst die meldingen aanneemt, doet het nu niet. Uw melding is niet aangekomen.",
  503: "De dienst die meldingen aanneemt, is nu te druk of dicht. Uw melding is niet aangekomen.",
};
const MISSCHIEN = "Wij kregen geen duidelijk antwoord. Wij weten niet of uw melding is aangekomen.";
const TRAAG = "Het antwoord duurde te lang. Wij weten niet of uw melding is aangekomen.";
const GEEN_INTERNET = "U hebt nu geen internet. Uw melding is niet verstuurd.";

/** Wat er misging bij een antwoord van een server die geen ontvanger is, of die haar werk niet deed. */
const zinBij = (status) => NIET[status] || (status >= 400 && status < 500 ? NIET[403] : MISSCHIEN);

/** Stuur de velden: het antwoord van de ontvanger, of {gelukt: false, zin, redenen}. `zinnen` zijn die van de ontvanger. */
export async function verstuur(pad, velden, zinnen) {
  const mis = (zin, redenen = []) => ({ gelukt: false, zin, redenen });
  const rem = new AbortController();
  const wekker = setTimeout(() => rem.abort(new DOMException("te traag", "TimeoutError")), WACHT);
  let antwoord = null;
  try {
    antwoord = await fetch(pad, {
      method: "POST",
      body: new URLSearchParams(velden),
      headers: { Accept: "application/json" },
      signal: rem.signal,
    });
    const uit = await antwoord.json();
    if (antwoord.ok && uit.gelukt === true) return uit;
    if (uit.gelukt === false) return mis(zinnen.niet, uit.redenen);
  } catch (fout) {
    if (fout.name === "TimeoutError") return mis(TRAAG);
    if (!antwoord) return mis(navigator.onLine ? MISSCHIEN : GEEN_INTERNET);
  } finally {
    clearTimeout(wekker);
  }
  return mis(antwoord.status === 429 ? zinnen.te_vaak : zinBij(antwoord.status));
}

/** Of de ontvanger een bericht terug kan mailen; ook nee als zij er niet is. */
async function mailtTerug(pad) {
  try {
    const antwoord = await fetch(pad, { headers: { Accept: "application/json" } });
    return (await antwoord.json()).mailen_kan === true;
  } catch {
    return false;
  }
}

/** Wat de ontvanger met de melding deed, in alinea's. */
export function gelukt(uit, zinnen) {
  const zin = (...delen) => maak("p", {}, ...delen);
  const link = /^https?:\/\//.test(uit.adres || "") && maak("a", { href: uit.adres }, zinnen.volg);
  return [
    zin(zinnen[uit.gelopen] || zinnen.issue),
    link && zin(link, `. ${zinnen.openbaar}`),
    uit.kenmerk && zin(`${zinnen.kenmerk} `, maak("strong", {}, uit.kenmerk), "."),
    uit.mail && zin(zinnen[`mail_${uit.mail}`] || ""),
    zin("Wat u invulde, staat niet meer in deze browser."),
    zin(maak("a", { href: location.pathname }, "Nog iets melden")),
  ];
}

/** De knop met wat erbij hoort. `klaar(uit)` komt na het versturen, `anders()` als het niet lukte. */
export function maakVerstuur({ pad, tekst, zinnen, klaar, anders }) {
  const uitslag = maak("div", { role: "status", class: "melden-gedaan" });
  const [rij, adres] = invoer(
    zinnen.mailveld,
    zinnen.mailuitleg,
    { type: "email", autocomplete: "email", maxlength: "200" },
  );
  rij.hidden = true;
  mailtTerug(pad).then((kan) => (rij.hidden = !kan));
  let bezig = false;
  const toon = (...delen) => uitslag.replaceChildren(...delen.filter(Boolean));
  async function stuur() {
    if (bezig) return;
    bezig = true;
    uitslag.classList.remove("is-mis");
    toon(maak("p", {}, "Bezig met versturen…"));
    const velden = { melding: tekst(), antwoord_naar: rij.hidden ? "" : adres.value, bedrijf: "" };
    const uit = await verstuur(pad, velden, zinnen);
    bezig = false;
    if (uit.gelukt) return klaar(uit);
    uitslag.classList.add("is-mis");
    toon(
      maak("p", {}, maak("strong", {}, uit.zin)),
      uit.redenen?.length && maak("ul", {}, uit.redenen.map((reden) => maak("li", {}, reden))),
      maak("p", {}, "Wat u invulde, staat hier nog. Probeer het nog eens, of kies hieronder een andere manier."),
    );
    anders();
  }
  return [
    rij,
    maak("p", { class: "melden-wegen" }, knop("Versturen", stuur, { class: "knop knop-groot", "data-weg": "ontvanger" })),
    uitslag,
  ];
}
