// Wijken, water en namen onder de punten. Niets hiervan is een tabstop; de namen staan ook in de lijst.

const STAPPEN = [0, 30, -30, 48, -48];
const raakt = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

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
    this.wijken = [];
    const hoek = L.control({ position: "bottomleft" });
    this.hier = document.createElement("p");
    this.hier.className = "kaart-hier";
    this.hier.hidden = true;
    hoek.onAdd = () => this.hier;
    hoek.addTo(kaart);
    maakLagen(L, kaart);
    kaart.on("moveend layeradd", () => {
      clearTimeout(this.wacht);
      this.wacht = setTimeout(() => this.toonNamen(), 450);
    });
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
    this.wijken.push(...verzameling.features.filter((k) => k.properties.soort === "wijk"));
    if (verzameling.bron) kaart.attributionControl.addAttribution(ontdoe(verzameling.bron));
    this.toonNamen();
  }

  leerWijk(eigen, kader) {
    this.kaders.set(eigen.code, kader);
    const [lengte, breedte] = eigen.naampunt;
    const naam = this.L.marker([breedte, lengte], { icon: naamIcoon(this.L, eigen.naam), interactive: false, keyboard: false, pane: "namen" });
    this.namen.push({ naam, kader, lengte: eigen.naam.length });
  }

  /** Een naam staat er alleen als hij ongeveer in zijn wijk past en niet onder een plek valt; desnoods iets hoger of lager. */
  toonNamen() {
    const { kaart } = this;
    const bezet = [...kaart.getPane("markerPane").children].map((el) => el.getBoundingClientRect());
    const beeld = kaart.getContainer().getBoundingClientRect();
    for (const { naam, kader, lengte } of this.namen) {
      const breed = kaart.project(kader.getNorthEast()).x - kaart.project(kader.getSouthWest()).x;
      const { x, y } = kaart.latLngToContainerPoint(naam.getLatLng());
      const half = Math.min(lengte * 3.6, 72);
      const plek = STAPPEN.map((stap) => ({ left: beeld.left + x - half, right: beeld.left + x + half, top: beeld.top + y + stap - 9, bottom: beeld.top + y + stap + 9, stap }))
        .find((vak) => !bezet.some((b) => raakt(vak, b)));
      if (breed < lengte * 7 || !plek) {
        naam.remove();
        continue;
      }
      bezet.push(plek);
      naam.addTo(kaart);
      naam.getElement().dataset.stap = plek.stap;
    }
    this.toonHier();
  }

  /** Dichtbij past geen naam meer in beeld; dan staat in de hoek in welke wijk u kijkt. */
  toonHier() {
    const beeld = this.kaart.getBounds();
    const midden = this.kaart.getCenter();
    const genoeg = this.namen.some(({ naam }) => this.kaart.hasLayer(naam) && beeld.contains(naam.getLatLng()));
    const wijk = genoeg ? null : this.wijken.find((k) => ligtIn(midden, k.geometry));
    this.hier.textContent = wijk ? wijk.properties.naam : "";
    this.hier.hidden = !wijk;
  }

  kader(code) {
    if (code) return this.kaders.get(code);
    const alle = [...this.kaders.values()];
    return alle.length ? alle.reduce((samen, een) => samen.extend(een), this.L.latLngBounds(alle[0].getSouthWest(), alle[0].getNorthEast())) : undefined;
  }
}

/** Of een punt in een vlak ligt: het aantal keren dat een lijn naar het oosten een rand kruist is oneven. */
function ligtIn({ lng, lat }, vorm) {
  const vlakken = vorm.type === "Polygon" ? [vorm.coordinates] : vorm.coordinates;
  let binnen = false;
  for (const ring of vlakken.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) binnen = !binnen;
    }
  }
  return binnen;
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
