// De pagina /lijstje/: het eigen lijstje, of een lijstje dat iemand deelde (ids achter het # in het adres).
import { alsTekst, kopieer, kortTekst, mailAdres, maakKast, nummerTekst, vandaag } from "../balie/ingangen.js";
import { bewaarLijstje, deelAdres, leesLijstje, MEEST, schoon, uitAdres } from "./lijstje.js";
import { maak, standVak, telLink } from "../zoek/weergave.js";

const MEEST_PLEKKEN = 4;
const wortel = document.documentElement.dataset.wortel || "./";
const blad = document.querySelector("[data-lijstjeblad]");
const deel = (naam) => blad.querySelector(`[data-lijstje-${naam}]`);
const kast = maakKast(wortel);
let gedeeld = [], regels = [];

const volAdres = (id) => new URL(`${wortel}voorzieningen/${id}/`, location.href).href;
const zeg = (tekst) => { deel("melding").textContent = tekst; };
const kopje = (naam, tekst) => (tekst ? maak("p", {}, maak("strong", {}, `${naam}: `), tekst) : null);

function plekDeel(plek) {
  const waar = plek.adres === "geheim" ? "Het adres is geheim" : [plek.naam, plek.adres].filter(Boolean).join(", ");
  return kopje(waar || "Open", [plek.openingstijden || "tijden niet bekend; bel eerst", plek.ter_plaatse].filter(Boolean).join(". "));
}

function verdwenen(id) {
  return maak("li", { class: "lijstje-plek" }, maak("h2", {}, "Deze plek is er niet meer"), maak("p", {}, `In de sociale kaart staat '${id}' niet meer.`), eraf(id, id));
}

function eraf(id, naam) {
  if (gedeeld.length) return null;
  const knop = maak("button", { type: "button", class: "tekstknop" }, "Haal van mijn lijstje", maak("span", { class: "verborgen" }, `: ${naam}`));
  knop.addEventListener("click", () => {
    bewaarLijstje(leesLijstje().filter((i) => i !== id));
    toon().then(() => {
      zeg(`${naam} is van uw lijstje gehaald.`);
      deel("kop").setAttribute("tabindex", "-1");
      deel("kop").focus();
    });
  });
  return knop;
}

function regel(id, v) {
  if (!v) return verdwenen(id);
  const bel = v.telefoon && maak("p", { class: "lijstje-bel" }, maak("a", { href: telLink(v.telefoon) }, maak("span", { class: "verborgen" }, `Bel ${v.naam}: `), v.telefoon));
  return maak("li", { class: "lijstje-plek", "data-lijstje-plek": id, "data-kaartje": id },
    maak("h2", { dir: "auto" }, maak("a", { href: `${wortel}voorzieningen/${id}/` }, v.naam)),
    maak("p", { dir: "auto" }, v.samenvatting),
    v.gesloten ? maak("p", { class: "melding" }, "Let op: dit bestaat niet meer.") : null,
    ...(v.tijdelijk || []).map(([tekst, tot]) => maak("p", { class: "melding", "data-tot": tot }, tekst)),
    v.gesloten ? null : maak("p", { class: "stand" }, standVak(v.stand || "")),
    bel, kopje("Bellen", v.telefoontijden), ...(v.telefoons || []).map((t) => maak("p", {}, nummerTekst(t))),
    ...(v.plekken || []).slice(0, MEEST_PLEKKEN).map(plekDeel),
    (v.plekken || []).length > MEEST_PLEKKEN ? maak("p", {}, "Er zijn nog meer plekken. Die staan op de pagina zelf.") : null,
    kopje("Toegang", [[v.toegang, v.kosten].filter(Boolean).join(", "), v.uitleg].filter(Boolean).join(". ")),
    kopje("Neem mee", (v.meenemen || []).join(", ")),
    v.voorbeeld ? maak("p", { class: "stil" }, "Dit is een verzonnen voorbeeld.") : null,
    eraf(id, v.naam));
}

function toonKoppen(ids) {
  deel("kop").textContent = gedeeld.length ? "Een lijstje voor u" : "Mijn lijstje";
  deel("zin").textContent = gedeeld.length ? "Iemand heeft deze plekken voor u bij elkaar gezet."
    : ids.length ? `${ids.length} ${ids.length === 1 ? "plek" : "plekken"}, alleen bewaard in deze browser.`
      : "Uw lijstje is nog leeg. Open een plek en kies 'Zet op mijn lijstje'.";
  deel("knoppen").hidden = !ids.length;
  deel("wis").hidden = gedeeld.length > 0;
  deel("neem").hidden = !gedeeld.length;
}

async function toon() {
  gedeeld = uitAdres(location.hash);
  const ids = gedeeld.length ? gedeeld : leesLijstje();
  toonKoppen(ids);
  try {
    regels = await Promise.all(ids.map(async (id) => [id, await kast.ingang(id)]));
  } catch {
    zeg("De gegevens konden niet worden geladen. Is er internet? Probeer het straks nog eens.");
    return;
  }
  deel("lijst").replaceChildren(...regels.map(([id, v]) => regel(id, v)));
  document.dispatchEvent(new CustomEvent("stand:ververs"));
  const begin = `Het hele lijstje: ${deelAdres(ids, wortel)}`, kort = regels.filter(([, v]) => v).map(([id, v]) => kortTekst(v, volAdres(id)));
  deel("mail").href = mailAdres("Adressen uit de sociale kaart", `${begin}\n\n${tekst()}`, [begin, ...kort].join("\n\n"));
  blad.dataset.klaar = String(ids.length);
}

function tekst() {
  return regels.filter(([, v]) => v).map(([id, v]) => alsTekst(v, volAdres(id), vandaag())).join("\n\n");
}

async function deelLijstje() {
  const adres = deelAdres(regels.map(([id]) => id), wortel);
  if (navigator.share) {
    try {
      await navigator.share({ title: "Adressen uit de sociale kaart", url: adres });
      return;
    } catch (fout) {
      if (fout.name === "AbortError") return;
    }
  }
  zeg(await kopieer(adres) ? "De link is gekopieerd. Plak hem in een bericht." : `Kopieer deze link: ${adres}`);
}

deel("print").addEventListener("click", () => print());
deel("deel").addEventListener("click", deelLijstje);
deel("wis").addEventListener("click", () => {
  bewaarLijstje([]);
  toon().then(() => zeg("Alles is gewist."));
});
deel("neem").addEventListener("click", () => {
  const samen = [...new Set([...leesLijstje(), ...gedeeld])];
  const gelukt = samen.length <= MEEST && bewaarLijstje(schoon(samen));
  if (gelukt) history.replaceState(null, "", location.pathname);
  toon().then(() => zeg(gelukt ? "Het staat op uw lijstje." : "Dat lukt niet: het lijstje is vol, of deze browser bewaart niets."));
});
addEventListener("hashchange", toon);
addEventListener("storage", toon);
toon();
