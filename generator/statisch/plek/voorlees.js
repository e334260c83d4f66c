// Lees voor met een stem die op dit apparaat zelf staat: er gaat geen tekst naar een ander. Zonder zo'n stem is er
// geen knop.

const artikel = document.querySelector("[data-voorziening]");
const spreker = window.speechSynthesis;
// Wat iemand wil horen, in de volgorde van de pagina; knoppen, kaarten en links verder horen daar niet bij.
const DELEN =
  ".ingang-kop h1, .ingang-kop .zin, .ingang-kop .melding, .ingang-kop .stand, .acties .knop-groot, .tijdzin, .tijden, " +
  ".plekken h2, .plek h3, .plek address, .plek .gebouw, .plek > div p, .ingang-tekst > section:not(.meer, .dichtbij, .professional)";

const stem = () => spreker.getVoices().find((v) => v.localService && /^nl\b/i.test(v.lang));
const zichtbaar = (el) => el.getClientRects().length > 0;

/** De tekst van een stuk zoals iemand hem zou voorlezen: een zin per regel. */
function zinnen(el) {
  const kopie = el.cloneNode(true);
  for (const weg of kopie.querySelectorAll("[hidden], .verborgen, svg, button")) weg.remove();
  for (const cel of kopie.querySelectorAll("th, caption")) cel.append(": ");
  for (const blok of kopie.querySelectorAll("tr, li, p, h2, h3, dt, dd, br, span")) blok.append(". ");
  return kopie.textContent
    .replace(/\s+/g, " ")
    .replace(/(?:\s*[.:]\s*){2,}/g, ". ")
    .replace(/\s+\./g, ".")
    .trim();
}

/** De stukken om voor te lezen, elk een keer. */
function stukken() {
  const gevonden = [...artikel.querySelectorAll(DELEN)].filter(zichtbaar);
  return gevonden
    .filter((el) => !gevonden.some((ander) => ander !== el && ander.contains(el)))
    .map(zinnen)
    .filter(Boolean);
}

function lees(knop) {
  const delen = stukken();
  delen.forEach((tekst, nummer) => {
    const uiting = Object.assign(new SpeechSynthesisUtterance(tekst), { voice: stem(), lang: "nl-NL", rate: 0.95 });
    if (nummer === delen.length - 1) uiting.onend = () => toon(knop, false);
    uiting.onerror = () => toon(knop, false);
    spreker.speak(uiting);
  });
  toon(knop, delen.length > 0);
}

function toon(knop, leest) {
  knop.textContent = leest ? "Stop met voorlezen" : "Lees voor";
  knop.setAttribute("aria-pressed", String(leest));
  knop.dataset.leest = leest ? "ja" : "nee";
}

function maakKnop() {
  const rij = artikel.querySelector(".tekstknoppen");
  if (!rij || !stem() || rij.querySelector("[data-voorlees]")) return;
  const knop = Object.assign(document.createElement("button"), { type: "button", className: "tekstknop" });
  knop.dataset.voorlees = "";
  toon(knop, false);
  knop.addEventListener("click", () => {
    const bezig = knop.dataset.leest === "ja";
    spreker.cancel();
    if (bezig) toon(knop, false);
    else lees(knop);
  });
  rij.append(" ", knop);
}

if (artikel && spreker) {
  // Stemmen komen in sommige browsers pas later.
  spreker.addEventListener?.("voiceschanged", maakKnop);
  maakKnop();
  addEventListener("pagehide", () => spreker.cancel());
}
