// De achtergrond van de kaart, uit een eigen bestand: water, groen, wegen, spoor, bebouwing en namen. Alleen om te
// zien.

// Vanaf welke stap van het zoomen een soort te zien is; verder weg wordt het een grijze vlek.
const VANAF = { gebouw: 15, pad: 15, straat: 13, kern: 11, lijn: 12 };
const NAMEN_VANAF = { plaats: 10, water: 12, straat: 15 };
const DIKTE = { hoofdweg: 4, straat: 2, pad: 1, lijn: 1.5 };
const VOLGORDE = ["groen", "bebouwing", "water", "spoor", "wegen"];

function maakLaag(L, kenmerk) {
  const { laag, soort } = kenmerk.properties;
  const lijn = /Line/.test(kenmerk.geometry.type);
  return L.geoJSON(kenmerk, {
    interactive: false,
    pane: "ondergrond",
    style: {
      className: `grond grond-${laag}${soort ? ` grond-${soort}` : ""}${lijn ? " grond-streep" : ""}`,
      weight: DIKTE[soort] || 2,
      fillOpacity: 1,
    },
  });
}

/** De tekening en de namen van een gemeente; `namen` geeft wat er bij deze zoom een naam heeft. */
export class Ondergrond {
  constructor(L, kaart) {
    Object.assign(this, { L, kaart, lagen: [], punten: [] });
    const laag = kaart.createPane("ondergrond");
    laag.style.zIndex = 340;
    laag.style.pointerEvents = "none";
    laag.setAttribute("aria-hidden", "true");
    kaart.on("zoomend", () => this.toon());
  }

  voegToe({ features }) {
    const { L } = this;
    const vlak = (k) => VOLGORDE.indexOf(k.properties.laag);
    for (const kenmerk of features
      .filter((k) => vlak(k) >= 0)
      .sort((a, b) => vlak(a) - vlak(b) || (DIKTE[a.properties.soort] || 0) - (DIKTE[b.properties.soort] || 0))) {
      this.lagen.push([VANAF[kenmerk.properties.soort] || 0, maakLaag(L, kenmerk)]);
    }
    for (const { properties: eigen, geometry: vorm } of features) {
      if (eigen.laag !== "namen" || !eigen.naam || vorm.type !== "Point") continue;
      this.punten.push({
        naam: eigen.naam,
        soort: eigen.soort,
        plek: L.latLng(vorm.coordinates[1], vorm.coordinates[0]),
      });
    }
    // De wijken worden lijnen op de achtergrond.
    this.kaart.getContainer().classList.add("met-ondergrond");
    this.toon();
  }

  /** Wat bij deze zoom hoort staat erop, in vaste volgorde; de rest is eraf en kost dan niets. */
  toon() {
    const zoom = this.kaart.getZoom();
    for (const [vanaf, laag] of this.lagen) {
      if (zoom >= vanaf) laag.addTo(this.kaart);
      else laag.remove();
    }
    for (const [vanaf, laag] of this.lagen) if (zoom >= vanaf) laag.bringToFront();
  }

  /** De namen die nu in beeld kunnen, plaatsen eerst. */
  namen() {
    const zoom = this.kaart.getZoom(),
      beeld = this.kaart.getBounds();
    const soorten = Object.keys(NAMEN_VANAF);
    return this.punten
      .filter(({ soort, plek }) => zoom >= (NAMEN_VANAF[soort] ?? 99) && beeld.contains(plek))
      .sort((a, b) => soorten.indexOf(a.soort) - soorten.indexOf(b.soort));
  }
}
