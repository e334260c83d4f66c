// De plek op de kaart: een tik zet haar neer, of een knop zet haar in het midden. Met een adres mag zij ook leeg
// blijven; dan zoekt de gemeente het punt op.

import { haalOp } from "./boom.js";
import { knop, maak } from "./dom.js";

const CIJFERS = 5;

export function maakPuntkiezer(veld, pad, app) {
  const vak = maak("div", { class: "kaartvak melden-kaart" });
  const nu = maak("p", { role: "status" });
  let kaart = null,
    teken = null;

  const punt = () => haalOp(app.nieuw(), pad);
  const zet = (breedte, lengte) => {
    app.zet(`${pad}.lengte`, lengte.toFixed(CIJFERS));
    app.zet(`${pad}.breedte`, breedte.toFixed(CIJFERS));
    toon();
    app.keur(pad);
  };
  function toon() {
    const p = punt();
    nu.replaceChildren(
      ...(p
        ? [
            `Staat op de kaart (${p.breedte}, ${p.lengte}). `,
            knop("Haal van de kaart", () => (app.zet(pad, ""), toon()), { class: "tekstknop" }),
          ]
        : ["Nog niet op de kaart gezet. Dat hoeft niet: met een adres zoeken wij de plek op."]),
    );
    if (!kaart) return;
    teken?.remove();
    teken = p
      ? window.L.circleMarker([p.breedte, p.lengte], { radius: 12, className: "melden-punt" }).addTo(kaart)
      : null;
  }

  async function open() {
    knopMidden.before(vak);
    Object.assign(vak.dataset, app.kaart, { kaartNaam: "Kaart om de plek aan te wijzen" });
    try {
      const deel = await import("../kaart/vlak.js");
      ({ kaart } = await deel.maakKaart(vak));
    } catch {
      vak.replaceChildren(
        maak(
          "p",
          { class: "kaart-zin" },
          "De kaart laadt nu niet. Laat dit leeg; met een adres zoeken wij de plek op.",
        ),
      );
      return;
    }
    kaart.on("click", ({ latlng }) => zet(latlng.lat, latlng.lng));
    const p = punt();
    if (p) kaart.setView([p.breedte, p.lengte], 15, { animate: false });
    knopMidden.hidden = false;
    toon();
  }

  const knopMidden = knop(
    "Zet de plek in het midden van de kaart",
    () => {
      const { lat, lng } = kaart.getCenter();
      zet(lat, lng);
    },
    { class: "tekstknop", hidden: true },
  );
  const wijs = knop(
    "Wijs aan op de kaart",
    () => {
      wijs.remove();
      open();
    },
    { class: "tekstknop" },
  );
  toon();
  return maak(
    "div",
    { class: "melden-veld", "data-pad": pad },
    maak("p", { class: "melden-woord" }, "Plek op de kaart"),
    nu,
    wijs,
    knopMidden,
    app.foutvak(pad),
  );
}
