import { Ondergrond } from "./ondergrond.js";

// Wijken, water en namen onder de punten. Niets hiervan is een tabstop; de namen staan ook in de lijst.

// Waar een naam mag staan, in beeldpunten vanaf het midden van zijn wijk; de naaste eerst.
const PLAATSEN = [0, -24, 24, -36, 36, -48, 48, -64, 64]
  .flatMap((y) => [
    [0, y],
    [-30, y],
    [30, y],
    [-60, y],
    [60, y],
  ])
  .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));
const raakt = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

function naamIcoon(L, naam, soort = "wijk") {
  const span = document.createElement("span");
  span.textContent = naam;
  return L.divIcon({ className: `kaart-naam kaart-naam-${soort}`, html: span, iconSize: [0, 0] });
}

function maakLagen(L, kaart) {
  for (const [naam, hoogte] of [
    ["wijken", 350],
    ["water", 360],
    ["namen", 380],
  ]) {
    const laag = kaart.createPane(naam);
    laag.style.zIndex = hoogte;
    laag.style.pointerEvents = "none";
    laag.setAttribute("aria-hidden", "true");
  }
}

export class Grenzen {
  constructor(L, kaart, gebied) {
    this.L = L;
    this.kaart = kaart;
    this.gebieden = new Set(gebied ? gebied.split(" ") : []);
    this.kaders = new Map();
    this.kadersVanGemeenten = new Map();
    this.namen = [];
    this.straten = [];
    this.ondergrond = new Ondergrond(L, kaart);
    const hoek = L.control({ position: "bottomleft" });
    this.hier = document.createElement("p");
    this.hier.className = "kaart-hier";
    this.hier.hidden = true;
    hoek.onAdd = () => this.hier;
    hoek.addTo(kaart);
    maakLagen(L, kaart);
    kaart.on("moveend layeradd", ({ layer }) => {
      // Een naam of een stuk achtergrond erbij verandert niets aan waar de plekken staan.
      if (layer && (layer.options?.pane === "namen" || layer.options?.pane === "ondergrond")) return;
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
      style: (k) => ({
        className: this.gebieden.has(k.properties.code) ? "kaart-wijk is-gekozen" : "kaart-wijk",
        weight: 1.5,
        fillOpacity: 1,
      }),
      onEachFeature: (k, laag) => this.leerWijk(k, laag.getBounds()),
    }).addTo(kaart);
    L.geoJSON(verzameling, {
      interactive: false,
      filter: (k) => k.properties.soort === "water" || !k.properties.soort,
      pane: "water",
      style: (k) => ({
        className: /Line/.test(k.geometry.type) ? "kaart-rivier" : "kaart-water",
        weight: 5,
        fillOpacity: 1,
      }),
      pointToLayer: () => null,
    }).addTo(kaart);
    if (verzameling.bron) kaart.attributionControl.addAttribution(ontdoe(verzameling.bron));
    this.toonNamen();
  }

  leerWijk({ properties: eigen, geometry: vorm }, kader) {
    this.kaders.set(eigen.code, kader);
    const [lengte, breedte] = eigen.naampunt;
    const midden = this.L.latLng(breedte, lengte);
    const naam = this.L.marker(midden, {
      icon: naamIcoon(this.L, eigen.naam),
      interactive: false,
      keyboard: false,
      pane: "namen",
    });
    this.namen.push({ naam, midden, kader, vorm, tekst: eigen.naam });
  }

  /**
   * De plek van een naam: vrij van plekken en andere namen, en met zijn midden in de eigen wijk; het liefst helemaal.
   */
  plekVoor({ midden, vorm, tekst }, bezet) {
    const { kaart } = this;
    const { x, y } = kaart.latLngToContainerPoint(midden);
    const half = Math.min(tekst.length * 3.6, 72);
    const binnen = (px, py) => ligtIn(kaart.containerPointToLatLng([px, py]), vorm);
    let beste;
    for (const [dx, dy] of PLAATSEN) {
      const [px, py] = [x + dx, y + dy];
      const vak = { x: px, y: py, left: px - half, right: px + half, top: py - 9, bottom: py + 9 };
      if (bezet.some((b) => raakt(vak, b)) || !binnen(px, py)) continue;
      if (binnen(vak.left, py) && binnen(vak.right, py)) return vak;
      beste ||= vak;
    }
    return beste;
  }

  /** Een naam staat er alleen als hij ongeveer in zijn wijk past en niet onder een plek valt. */
  toonNamen() {
    const { kaart } = this;
    const beeld = kaart.getContainer().getBoundingClientRect();
    const bezet = [...kaart.getPane("markerPane").children]
      .map((el) => el.getBoundingClientRect())
      .map((b) => ({
        left: b.left - beeld.left,
        right: b.right - beeld.left,
        top: b.top - beeld.top,
        bottom: b.bottom - beeld.top,
      }));
    for (const wijk of this.namen) {
      const breed = kaart.project(wijk.kader.getNorthEast()).x - kaart.project(wijk.kader.getSouthWest()).x;
      const past = breed >= wijk.tekst.length * 7 && kaart.getBounds().intersects(wijk.kader);
      const plek = past && this.plekVoor(wijk, bezet);
      if (!plek) {
        wijk.naam.remove();
        continue;
      }
      bezet.push(plek);
      wijk.naam.setLatLng(kaart.containerPointToLatLng([plek.x, plek.y])).addTo(kaart);
    }
    this.toonStraten(bezet);
    this.toonHier();
  }

  /** De namen van de achtergrond, waar nog plaats is; een naam die ook een wijk heet staat er al. */
  toonStraten(bezet) {
    const { L, kaart } = this;
    for (const oud of this.straten) oud.remove();
    const wijken = new Set(this.namen.map((wijk) => wijk.tekst));
    this.straten = [];
    for (const { naam, soort, plek } of this.ondergrond.namen()) {
      const { x, y } = kaart.latLngToContainerPoint(plek),
        half = naam.length * 3.4;
      const vak = { left: x - half, right: x + half, top: y - 9, bottom: y + 9 };
      if (wijken.has(naam) || bezet.some((b) => raakt(vak, b))) continue;
      bezet.push(vak);
      this.straten.push(
        L.marker(plek, { icon: naamIcoon(L, naam, soort), interactive: false, keyboard: false, pane: "namen" }).addTo(
          kaart,
        ),
      );
    }
  }

  /** De achtergrond komt na de wijken; lukt hij niet, dan is er nog steeds een kaart. */
  haalOndergrond(verzameling, adres, haalJson) {
    if (!verzameling.ondergrond) return;
    haalJson(new URL(verzameling.ondergrond, adres).href)
      .then((grond) => {
        this.ondergrond.voegToe(grond);
        if (grond.bron) this.kaart.attributionControl.addAttribution(ontdoe(grond.bron));
        this.toonNamen();
      })
      .catch((fout) => console.warn("De achtergrond laadt niet:", fout));
  }

  /** Dichtbij past geen naam meer in beeld; dan staat in de hoek in welke wijk u kijkt. */
  toonHier() {
    const beeld = this.kaart.getBounds();
    const midden = this.kaart.getCenter();
    const genoeg = this.namen.some(({ naam }) => this.kaart.hasLayer(naam) && beeld.contains(naam.getLatLng()));
    const wijk = genoeg ? null : this.namen.find(({ vorm }) => ligtIn(midden, vorm));
    this.hier.textContent = wijk ? wijk.tekst : "";
    this.hier.hidden = !wijk;
  }

  /** Het kader van deze wijken, of van alle; van een wijk die nog niet gehaald is, dat van haar gemeente. */
  kader(codes) {
    const vak = this.L.latLngBounds([]);
    for (const code of codes || [...this.kaders.keys(), ...this.kadersVanGemeenten.keys()]) {
      // WK999901 ligt in GM9999.
      const kader = this.kaders.get(code) || this.kadersVanGemeenten.get(`GM${String(code).slice(2, 6)}`);
      if (kader) vak.extend(kader);
    }
    return vak;
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
function volgBeeld(grenzen, gemeenten, adres, haalJson) {
  const { kaart, L } = grenzen;
  const map = new URL(adres, location.href);
  const gehaald = new Set();
  const kijk = () => {
    if (kaart.getZoom() < 9) return;
    const beeld = kaart.getBounds();
    for (const g of gemeenten) {
      const [west, zuid, oost, noord] = g.kader;
      if (gehaald.has(g.slug) || !beeld.intersects(L.latLngBounds([zuid, west], [noord, oost]))) continue;
      gehaald.add(g.slug);
      const bestand = new URL(`gemeente/${g.slug}/gebieden.geojson`, map).href;
      haalJson(bestand)
        .then((v) => {
          grenzen.voegToe(v);
          grenzen.haalOndergrond(v, bestand, haalJson);
        })
        .catch(() => gehaald.delete(g.slug));
    }
  };
  kaart.on("moveend", kijk);
  kaart.whenReady(kijk);
}

/**
 * Wat er van de grenzen te halen is: die van een gemeente, of de lijst van gemeenten. Een storing komt pas bij het
 * tekenen.
 */
export function haalGrenzen(data, haalJson) {
  const halen = [data.kaartGebieden, data.kaartGemeenten].map((adres) =>
    adres ? haalJson(adres) : Promise.resolve(null),
  );
  return Promise.allSettled(halen);
}

export async function tekenGrenzen(grenzen, data, onderweg, haalJson) {
  const [gebieden, gemeenten] = await onderweg;
  for (const { reason } of [gebieden, gemeenten]) if (reason) console.warn("De grenzen laden niet:", reason);
  if (gebieden.value) {
    grenzen.voegToe(gebieden.value);
    grenzen.haalOndergrond(gebieden.value, new URL(data.kaartGebieden, location.href), haalJson);
  }
  for (const {
    code,
    kader: [west, zuid, oost, noord],
  } of gemeenten.value || []) {
    grenzen.kadersVanGemeenten.set(code, grenzen.L.latLngBounds([zuid, west], [noord, oost]));
  }
  if (gemeenten.value) volgBeeld(grenzen, gemeenten.value, data.kaartGemeenten, haalJson);
}
