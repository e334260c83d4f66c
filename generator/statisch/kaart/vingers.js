// Een vinger schuift de pagina, twee bewegen de kaart. Met de muis en de toetsen verandert er niets.

const ZIN = "Beweeg de kaart met twee vingers.";

/** Zet slepen uit zolang er met een vinger gewezen wordt, en zeg het als iemand het toch probeert. */
export function bindVingers(kaart) {
  const vlak = kaart.getContainer();
  const zin = Object.assign(document.createElement("p"), {
    className: "kaart-vingers",
    textContent: ZIN,
    hidden: true,
  });
  zin.setAttribute("aria-hidden", "true");
  vlak.append(zin);
  let begin = null,
    wacht;

  const toon = () => {
    zin.hidden = false;
    clearTimeout(wacht);
    wacht = setTimeout(() => {
      zin.hidden = true;
    }, 1500);
  };
  // Voor Leaflet het zelf ziet: de vinger krijgt geen sleep, de muis en de pen houden hem.
  vlak.addEventListener(
    "pointerdown",
    (g) => {
      if (g.pointerType === "touch") kaart.dragging.disable();
      else kaart.dragging.enable();
    },
    true,
  );
  vlak.addEventListener(
    "touchstart",
    (g) => {
      begin = g.touches.length === 1 ? g.touches[0] : null;
      if (!begin) zin.hidden = true;
    },
    { passive: true },
  );
  vlak.addEventListener(
    "touchmove",
    (g) => {
      // Twee vingers zijn voor de kaart; zonder dit schuift de browser ook de pagina mee.
      if (g.touches.length > 1) g.preventDefault();
      else if (begin && Math.hypot(g.touches[0].clientX - begin.clientX, g.touches[0].clientY - begin.clientY) > 12)
        toon();
    },
    { passive: false },
  );
  if (matchMedia("(pointer: coarse)").matches) kaart.dragging.disable();
}

/** Een knop die alles weer in beeld zet; hij staat bij plus en min. */
export function maakOverzicht(L, kaart, tekst, doe) {
  const bediening = L.control({ position: "topleft" });
  bediening.onAdd = () => {
    const vak = L.DomUtil.create("div", "leaflet-bar kaart-overzicht");
    const knop = Object.assign(document.createElement("button"), { type: "button", textContent: tekst });
    knop.setAttribute("aria-label", tekst);
    L.DomEvent.disableClickPropagation(vak);
    knop.addEventListener("click", doe);
    vak.append(knop);
    return vak;
  };
  bediening.addTo(kaart);
}
