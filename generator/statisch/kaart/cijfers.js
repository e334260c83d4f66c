// Een kaart met cijfers om op in te zoomen, door folium samengesteld. Zonder dit staat er dezelfde kaart als tekening.
import { laad, maakBediening } from "./lader.js";

async function toon(vak) {
  const basis = await laad(await import(new URL(vak.dataset.cijferkaart, location.href).href));
  const vlak = document.createElement("div");
  vlak.className = "kaart-vlak";
  vak.replaceChildren(vlak);
  const { kaart, vlakken } = basis.maakBasis(vlak, undefined, !matchMedia("(prefers-reduced-motion: reduce)").matches);
  maakBediening(window.L, kaart, `Kaart: ${vak.dataset.kaartNaam}. De getallen staan ook in de tabel.`);
  kaart.fitBounds(vlakken.getBounds(), { animate: false });
  vak.dataset.kaartKlaar = "";
  vlak.focus({ preventScroll: true });
}

for (const vak of document.querySelectorAll("[data-cijferkaart]")) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "tekstknop";
  knop.textContent = "Zoom in op deze kaart";
  knop.addEventListener("click", () => {
    vak.classList.remove("wacht-op-tik");
    toon(vak).catch((fout) => {
      console.warn("De kaart laadt niet:", fout);
      vak.replaceChildren("De kaart laadt nu niet. Dezelfde getallen staan in de tabel.");
    });
  });
  vak.classList.add("wacht-op-tik");
  vak.replaceChildren(knop);
}
