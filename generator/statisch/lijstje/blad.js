// De pagina /lijstje/: het eigen lijstje, of een lijstje dat iemand deelde (ids achter het # in het adres).
import { alsTekst, kopieer, kortTekst, mailAdres, maakKast, nummerTekst, vandaag } from "../balie/ingangen.js";
import { bewaarLijstje, deelAdres, leesLijstje, MEEST, schoon, uitAdres } from "./lijstje.js";
import { maak, standVak, telLink } from "../zoek/weergave.js";

const MEEST_PLEKKEN = 4,
  TITEL = "Adressen uit de sociale kaart";
const wortel = document.documentElement.dataset.wortel || "./";
const blad = document.querySelector("[data-lijstjeblad]");
const deel = (naam) => blad.querySelector(`[data-lijstje-${naam}]`);
const kast = maakKast(wortel);
let gedeeld = [],
  regels = [];

const volAdres = (id) => new URL(`${wortel}voorzieningen/${id}/`, location.href).href;
const zeg = (...delen) => deel("melding").replaceChildren(...delen);
const kopje = (naam, tekst) => (tekst ? maak("p", {}, maak("strong", {}, `${naam}: `), tekst) : null);

function plekDeel(plek) {
  const waar = plek.adres === "geheim" ? "Het adres is geheim" : [plek.naam, plek.adres].filter(Boolean).join(", ");
  return kopje(
    waar || "Open",
    [plek.openingstijden || "tijden niet bekend; bel eerst", plek.ter_plaatse].filter(Boolean).join(". "),
  );
}

function verdwenen(id) {
  return maak(
    "li",
    { class: "lijstje-plek" },
    maak("h2", {}, "Deze plek is er niet meer"),
    maak("p", {}, `In de sociale kaart staat '${id}' niet meer.`),
    eraf(id, id),
  );
}

function eraf(id, naam) {
  if (gedeeld.length) return null;
  const knop = maak(
    "button",
    { type: "button", class: "tekstknop" },
    "Haal van mijn lijstje",
    maak("span", { class: "verborgen" }, `: ${naam}`),
  );
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
  const bel =
    v.telefoon &&
    maak(
      "p",
      { class: "lijstje-bel" },
      maak("a", { href: telLink(v.telefoon) }, maak("span", { class: "verborgen" }, `Bel ${v.naam}: `), v.telefoon),
    );
  return maak(
    "li",
    { class: "lijstje-plek", "data-lijstje-plek": id, "data-kaartje": id },
    maak("h2", { dir: "auto" }, maak("a", { href: `${wortel}voorzieningen/${id}/` }, v.naam)),
    maak("p", { dir: "auto" }, v.samenvatting),
    v.gesloten ? maak("p", { class: "melding" }, "Let op: dit bestaat niet meer.") : null,
    ...(v.tijdelijk || []).map(([tekst, tot]) => maak("p", { class: "melding", "data-tot": tot }, tekst)),
    v.gesloten ? null : maak("p", { class: "stand" }, standVak(v.stand || "")),
    bel,
    kopje("Bellen", v.telefoontijden),
    ...(v.telefoons || []).map((t) => maak("p", {}, nummerTekst(t))),
    ...(v.plekken || []).slice(0, MEEST_PLEKKEN).map(plekDeel),
    (v.plekken || []).length > MEEST_PLEKKEN
      ? maak("p", {}, "Er zijn nog meer plekken. Die staan op de pagina zelf.")
      : null,
    kopje("Toegang", [[v.toegang, v.kosten].filter(Boolean).join(", "), v.uitleg].filter(Boolean).join(". ")),
    kopje("Neem mee", (v.meenemen || []).join(", ")),
    v.voorbeeld ? maak("p", { class: "stil" }, "Dit is een verzonnen voorbeeld.") : null,
    kaartje(id, v.naam),
    " ",
    eraf(id, v.naam),
  );
}

/** Een plek apart op een kaartje om mee te geven. */
function kaartje(id, naam) {
  const knop = maak(
    "button",
    { type: "button", class: "tekstknop", "data-lijstje-kaartje": id },
    "Print als kaartje",
    maak("span", { class: "verborgen" }, `: ${naam}`),
  );
  knop.addEventListener("click", () => {
    const li = knop.closest("li");
    li.classList.add("is-kaartje");
    document.documentElement.dataset.druk = "kaartje";
    print();
  });
  return knop;
}

addEventListener("afterprint", () => {
  delete document.documentElement.dataset.druk;
  for (const li of blad.querySelectorAll(".is-kaartje")) li.classList.remove("is-kaartje");
});

function toonKoppen(ids) {
  deel("kop").textContent = gedeeld.length ? "Een lijstje voor u" : "Mijn lijstje";
  deel("zin").textContent = gedeeld.length
    ? "Iemand heeft deze plekken voor u bij elkaar gezet."
    : ids.length
      ? `${ids.length} ${ids.length === 1 ? "plek" : "plekken"}, alleen bewaard in deze browser.`
      : "Uw lijstje is nog leeg. Open een plek en kies 'Zet op mijn lijstje'.";
  deel("knoppen").hidden = !ids.length;
  deel("wis").hidden = gedeeld.length > 0;
  deel("neem").hidden = !gedeeld.length;
}

/** [id, ingang] van elk id; wat verhuisd is staat er een keer, onder zijn nieuwe id, en zo onthoudt ook het lijstje het. */
async function haalRegels(ids) {
  const gevonden = await Promise.all(ids.map(async (id) => [id, await kast.ingang(id)]));
  const uit = new Map(gevonden.map(([id, v]) => [v?.id || id, v]));
  if (!gedeeld.length && gevonden.some(([, v]) => v?.id)) bewaarLijstje([...uit.keys()]);
  return [...uit];
}

async function toon() {
  gedeeld = uitAdres(location.hash);
  const ids = gedeeld.length ? gedeeld : leesLijstje();
  toonKoppen(ids);
  try {
    regels = await haalRegels(ids);
  } catch {
    zeg("De gegevens konden niet worden geladen. Is er internet? Probeer het straks nog eens.");
    return;
  }
  deel("lijst").replaceChildren(...regels.map(([id, v]) => regel(id, v)));
  document.dispatchEvent(new CustomEvent("stand:ververs"));
  const begin = `Het hele lijstje: ${deelAdres(ids, wortel)}`,
    kort = regels.filter(([, v]) => v).map(([id, v]) => kortTekst(v, volAdres(id)));
  deel("mail").href = mailAdres(TITEL, `${begin}\n\n${tekst()}`, [begin, ...kort].join("\n\n"));
  deel("sms").href = `sms:?&body=${encodeURIComponent(bericht())}`;
  blad.dataset.klaar = String(ids.length);
}

function tekst() {
  return regels
    .filter(([, v]) => v)
    .map(([id, v]) => alsTekst(v, volAdres(id), vandaag()))
    .join("\n\n");
}

/** Voor een bericht: per plek naam, nummer, tijden en adres, en een link naar het geheel; korter dan een mail. */
function bericht() {
  const plekken = regels.filter(([, v]) => v).map(([, v]) => berichtVan(v));
  return [
    ...plekken,
    deelAdres(
      regels.map(([id]) => id),
      wortel,
    ),
  ].join("\n\n");
}

function berichtVan(v) {
  const plek = (v.plekken || [])[0];
  const waar = plek && (plek.adres === "geheim" ? "" : [plek.naam, plek.adres].filter(Boolean).join(", "));
  return [
    v.naam,
    v.gesloten && "Let op: dit bestaat niet meer.",
    v.telefoon && `Bel ${v.telefoon}${v.telefoontijden ? ` (${v.telefoontijden})` : ""}`,
    waar,
    plek?.openingstijden && `Open: ${plek.openingstijden}`,
    v.voorbeeld && "(verzonnen voorbeeld)",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Geef iets aan wat het apparaat kent (WhatsApp, sms, mail); anders op het klembord. */
async function geefDoor(inhoud, gekopieerd, mislukt) {
  if (navigator.share) {
    try {
      await navigator.share({ title: TITEL, ...inhoud });
      return;
    } catch (fout) {
      if (fout.name === "AbortError") return;
    }
  }
  zeg((await kopieer(inhoud.url || inhoud.text)) ? gekopieerd : mislukt);
}

function deelLijstje() {
  const adres = deelAdres(
    regels.map(([id]) => id),
    wortel,
  );
  return geefDoor({ url: adres }, "De link is gekopieerd. Plak hem in een bericht.", `Kopieer deze link: ${adres}`);
}

function deelBericht() {
  return geefDoor(
    { text: bericht() },
    "De tekst is gekopieerd. Plak hem in WhatsApp, een sms of een mail.",
    "Kopiëren mag niet van deze browser.",
  );
}

/** Wissen kan terug, zolang het blad open is. */
function wis() {
  const oud = leesLijstje();
  const terug = maak("button", { type: "button", class: "tekstknop", "data-lijstje-terug": "" }, "Zet terug");
  terug.addEventListener("click", () => {
    bewaarLijstje(oud);
    toon().then(() => zeg("Alles staat er weer op."));
  });
  bewaarLijstje([]);
  toon().then(() => {
    zeg("Alles is gewist. ", terug);
    terug.focus();
  });
}

deel("print").addEventListener("click", () => print());
deel("deel").addEventListener("click", deelLijstje);
deel("bericht").addEventListener("click", deelBericht);
deel("wis").addEventListener("click", wis);
deel("neem").addEventListener("click", () => {
  const samen = [...new Set([...leesLijstje(), ...gedeeld])];
  const gelukt = samen.length <= MEEST && bewaarLijstje(schoon(samen));
  if (gelukt) history.replaceState(null, "", location.pathname);
  toon().then(() =>
    zeg(gelukt ? "Het staat op uw lijstje." : "Dat lukt niet: het lijstje is vol, of deze browser bewaart niets."),
  );
});
addEventListener("hashchange", toon);
addEventListener("storage", toon);
toon();
