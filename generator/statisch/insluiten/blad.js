// Een blad in een iframe: de keuze in het adres, een filter, wat nu open is, en de hoogte voor de pagina eromheen.
import { maakHeel } from "./delen.js";
import "./hoogte.js";

const vraag = new URLSearchParams(location.search);
const blad = document.querySelector("[data-kaart-blad]");
const kaart = blad?.querySelector("[data-kaart]");
const formulier = blad?.querySelector("[data-blad-filter]");

// kaart/start.js komt na dit bestand, dus wat hier verandert telt daar.
if (kaart && vraag.get("toon") === "lijst") kaart.remove();
if (kaart && vraag.get("toon") === "kaart") delete kaart.dataset.kaartNaTik;

async function werkBij() {
  const thema = formulier?.elements.thema.value || "";
  if (thema && !(await maakHeel(blad))) return;
  const heel = !("bladAantal" in blad.dataset) || "heel" in blad.dataset;
  const regels = [...blad.querySelectorAll("li[data-themas]")];
  let aantal = 0;
  for (const li of regels) {
    li.hidden = Boolean(thema) && !li.dataset.themas.split(" ").includes(thema);
    aantal += li.hidden ? 0 : 1;
  }
  const zin = blad.querySelector("[data-blad-telling]");
  if (zin && heel)
    zin.textContent = `${aantal}${aantal === regels.length ? "" : ` van de ${regels.length}`} ${regels.length === 1 ? "plek of dienst" : "plekken en diensten"}`;
  const groot = blad.querySelector("[data-groot]");
  if (groot) groot.href = groot.dataset.groot + (thema ? `&thema=${encodeURIComponent(thema)}` : "");
  document.dispatchEvent(new CustomEvent("lijstkeuze"));
}

if (formulier) {
  formulier.hidden = vraag.get("filter") === "nee";
  const gevraagd = vraag.get("thema");
  if ([...formulier.elements.thema.options].some((o) => o.value === gevraagd))
    formulier.elements.thema.value = gevraagd;
  formulier.addEventListener("change", () => {
    const { value } = formulier.elements.thema;
    if (value) vraag.set("thema", value);
    else vraag.delete("thema");
    history.replaceState(null, "", `${location.pathname}${vraag.size ? `?${vraag}` : ""}`);
    werkBij();
  });
  formulier.addEventListener("submit", (g) => g.preventDefault());
}
if (blad) werkBij();
