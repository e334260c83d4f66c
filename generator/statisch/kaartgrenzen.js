// Wijken, water en namen onder de punten. Niets hiervan is een tabstop; de namen staan ook in de lijst.

function naamIcoon(L, naam) {
  const span = document.createElement("span");
  span.textContent = naam;
  return L.divIcon({ className: "kaart-naam", html: span, iconSize: [0, 0] });
}

function maakLagen(L, kaart) {
  for (const [naam, hoogte] of [["wijken", 350], ["water", 360], ["namen", 380]]) {
    const laag = kaart.createPane(naam);
    laag.style.zIndex = hoogte;
    laag.style.pointerEvents = "none";
    laag.setAttribute("aria-hidden", "true");
  }
}

class Grenzen {
  constructor(L, kaart, gebied) {
    this.L = L;
    this.kaart = kaart;
    this.gebied = gebied;
    this.kaders = new Map();
    this.namen = [];
    maakLagen(L, kaart);
    kaart.on("zoomend", () => this.toonNamen());
  }

  voegToe(verzameling) {
    const { L, kaart } = this;
    L.geoJSON(verzameling, {
      interactive: false,
      filter: (k) => k.properties.soort === "wijk",
      pane: "wijken",
      style: (k) => ({ className: k.properties.code === this.gebied ? "kaart-wijk is-gekozen" : "kaart-wijk", weight: 1.5, fillOpacity: 1 }),
      onEachFeature: (k, laag) => this.leerWijk(k.properties, laag.getBounds()),
    }).addTo(kaart);
    L.geoJSON(verzameling, {
      interactive: false,
      filter: (k) => k.properties.soort === "water" || !k.properties.soort,
      pane: "water",
      style: (k) => ({ className: /Line/.test(k.geometry.type) ? "kaart-rivier" : "kaart-water", weight: 5, fillOpacity: 1 }),
      pointToLayer: () => null,
    }).addTo(kaart);
    if (verzameling.bron) kaart.attributionControl.addAttribution(ontdoe(verzameling.bron));
    this.toonNamen();
  }

  leerWijk(eigen, kader) {
    this.kaders.set(eigen.code, kader);
    const [lengte, breedte] = eigen.naampunt;
    const naam = this.L.marker([breedte, lengte], { icon: naamIcoon(this.L, eigen.naam), interactive: false, keyboard: false, pane: "namen" });
    this.namen.push({ naam, kader, lengte: eigen.naam.length });
  }

  /** Een naam staat er alleen als hij ongeveer in zijn wijk past. */
  toonNamen() {
    if (this.kaart._loaded === undefined) return;
    for (const { naam, kader, lengte } of this.namen) {
      const breed = this.kaart.project(kader.getNorthEast()).x - this.kaart.project(kader.getSouthWest()).x;
      if (breed > lengte * 7) naam.addTo(this.kaart);
      else naam.remove();
    }
  }

  kader(code) {
    if (code) return this.kaders.get(code);
    const alle = [...this.kaders.values()];
    return alle.length ? alle.reduce((samen, een) => samen.extend(een), this.L.latLngBounds(alle[0].getSouthWest(), alle[0].getNorthEast())) : undefined;
  }
}

/** De bronvermelding is tekst; Leaflet zet haar als HTML neer. */
function ontdoe(tekst) {
  const span = document.createElement("span");
  span.textContent = tekst;
  return span.innerHTML;
}

/** Haalt de grenzen van gemeenten die in beeld komen; ver weg is er niets te zien en wordt er niets gehaald. */
async function volgBeeld(grenzen, data, haalJson) {
  const { kaart, L } = grenzen;
  const gemeenten = await haalJson(data.kaartGemeenten);
  const map = new URL(data.kaartGemeenten, location.href);
  const gehaald = new Set();
  const kijk = () => {
    if (kaart.getZoom() < 9) return;
    const beeld = kaart.getBounds();
    for (const g of gemeenten) {
      const [west, zuid, oost, noord] = g.kader;
      if (gehaald.has(g.slug) || !beeld.intersects(L.latLngBounds([zuid, west], [noord, oost]))) continue;
      gehaald.add(g.slug);
      haalJson(new URL(`gemeente/${g.slug}/gebieden.geojson`, map).href).then((v) => grenzen.voegToe(v)).catch(() => gehaald.delete(g.slug));
    }
  };
  kaart.on("moveend", kijk);
  kaart.whenReady(kijk);
}

export async function tekenGrenzen(L, kaart, data, haalJson) {
  const grenzen = new Grenzen(L, kaart, data.kaartGebied);
  try {
    if (data.kaartGebieden) grenzen.voegToe(await haalJson(data.kaartGebieden));
    if (data.kaartGemeenten) await volgBeeld(grenzen, data, haalJson);
  } catch (fout) {
    console.warn("De grenzen laden niet:", fout);
  }
  return grenzen;
}
