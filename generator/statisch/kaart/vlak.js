// Een kaart in een vak: Leaflet en foliums geraamte ophalen, punten en grenzen tekenen, en de lijst ernaast gelijk
// houden.
// Elke tekst uit de gegevens gaat als tekst de pagina in, nooit als HTML.
import { ballon } from "./ballon.js";
import { Grenzen, haalGrenzen, tekenGrenzen } from "./grenzen.js";
import { haalJson, laad, maakBediening } from "./lader.js";
import { bindLijst } from "./lijst.js";
import { bindToetsen } from "./toetsen.js";
import { bindVingers, maakOverzicht } from "./vingers.js";

const VERSTE = 6,
  FIJN = 0.1;
const RUST = matchMedia("(prefers-reduced-motion: reduce)").matches;
/** "12 plekken bij Oude Stad": hoe een groep punten heet voor wie de kaart niet ziet. */
export function naamVanGroep(kenmerken) {
  const tel = new Map();
  for (const k of kenmerken) if (k.waar) tel.set(k.waar, (tel.get(k.waar) || 0) + 1);
  const namen = [...tel].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "nl")).map(([naam]) => naam);
  const bij_ = namen.length > 2 ? `${namen[0]}, ${namen[1]} en omgeving` : namen.join(" en ");
  const wie = kenmerken.length < 4 ? `: ${kenmerken.map((k) => k.naam).join(", ")}` : "";
  return `${kenmerken.length} plekken${bij_ ? ` bij ${bij_}` : ""}${wie}`;
}

const naamVanPlek = (k) => [k.naam, k.plek, k.waar].filter(Boolean).join(", ");

/** Een icoon dat zijn naam draagt; het raakvlak is 44 bij 44, ook als het teken kleiner is. */
function maakIcoon(L) {
  const Icoon = L.DivIcon.extend({
    createIcon(oud) {
      const element = L.DivIcon.prototype.createIcon.call(this, oud);
      const binnen = document.createElement("span");
      binnen.textContent = this.options.tekst;
      element.replaceChildren(binnen);
      element.setAttribute("aria-label", this.options.naam());
      return element;
    },
  });
  return (klasse, tekst, naam) => new Icoon({ className: klasse, tekst, naam, iconSize: [44, 44] });
}

function maakPunt(L, icoon, kenmerk) {
  const [lengte, breedte] = kenmerk.geometry.coordinates;
  const punt = L.marker([breedte, lengte], {
    icon: icoon("kaart-plek", "", () => naamVanPlek(kenmerk.properties)),
    riseOnHover: true,
  });
  punt.kenmerk = kenmerk.properties;
  return punt;
}

/** Een ballon voor alle plekken samen; elke plek een eigen ballon kost bij duizenden plekken merkbaar tijd. */
function maakBallon(L, kaart, groep) {
  const vak = L.popup({
    maxWidth: 280,
    minWidth: 200,
    closeOnEscapeKey: false,
    autoPanPadding: [12, 12],
    offset: [0, -4],
  });
  const open = (punt) => {
    vak.punt = punt;
    vak.setLatLng(punt.getLatLng()).setContent(ballon(punt.kenmerk)).openOn(kaart);
  };
  groep.on("click", (g) => open(g.layer));
  return open;
}

/**
 * Vult het vak zo goed als het kan. Tegels zijn alleen scherp bij hele stappen; een eigen achtergrond mag ertussen.
 */
function vulVak(kaart, vak) {
  const heel = kaart.options.zoomSnap;
  if (!kaart.getPane("tilePane").childElementCount) kaart.options.zoomSnap = FIJN;
  kaart.fitBounds(vak, { maxZoom: 16, animate: false });
  kaart.options.zoomSnap = heel;
}

/**
 * Alles in beeld: de punten, en hun wijken heel. Zonder achtergrond zegt een punt alleen iets met zijn wijk eromheen.
 */
function toonAlles(kaart, punten, grenzen, gebied) {
  const wijken = gebied ? gebied.split(" ") : [...new Set(punten.map((p) => p.kenmerk.gebied))];
  const vak = grenzen.kader(punten.length || gebied ? wijken : null);
  const rand = vak.isValid() ? 0.03 : 0.08;
  if (!gebied) for (const p of punten) vak.extend(p.getLatLng());
  if (vak.isValid()) vulVak(kaart, vak.pad(rand));
}

function toonHeel(kaart, vak) {
  if (!vak.isValid()) return;
  kaart.setMinZoom(VERSTE);
  vulVak(kaart, vak.pad(0.03));
}

/** Verder dan dit gaat de kaart niet opzij: er is altijd een stuk van te zien. */
function begrens(L, kaart, punten, grenzen) {
  const vak = L.latLngBounds(punten.map((p) => p.getLatLng())).extend(grenzen.kader(null));
  if (vak.isValid()) kaart.setMaxBounds(vak.pad(0.35));
}

/**
 * Zet de punten neer. De groep gaat er even af: anders legt markercluster bij het zoomen de hele pagina opnieuw neer.
 */
function zetNeer(kaart, groep, punten, richt) {
  kaart.removeLayer(groep);
  groep.clearLayers();
  kaart.setMinZoom(VERSTE);
  richt();
  // Verder weg dan het overzicht is er niets te zien, en elke stap minder scheelt markercluster een ronde langs alle
  // punten.
  kaart.setMinZoom(Math.max(VERSTE, Math.min(kaart.getZoom() - 2, 9)));
  groep.addLayers(punten);
  kaart.addLayer(groep);
}

/** Zet bij elke plek of zij de functie uit het adres heeft; het bestand van die functie zegt welke dat zijn. */
async function zetFunctie(vak, kenmerken) {
  const functie = new URLSearchParams(location.search).get("functie");
  if (!functie || !vak.closest("[data-kaart-kiest]")) return;
  const adres = new URL(`functie/${encodeURIComponent(functie)}.geojson`, new URL(vak.dataset.kaart, location.href));
  const gevonden = await haalJson(adres.href).catch(() => ({ features: [] }));
  const ids = new Set(gevonden.features.map((k) => k.properties.id));
  for (const k of kenmerken) k.properties.functies = ids.has(k.properties.id) ? [functie] : [];
}

/** Maakt de kaart in `vak` en geeft {kaart, groep, punten}. */
export async function maakKaart(vak) {
  const data = vak.dataset;
  // Alles tegelijk op weg; de kaart zelf staat er al als de plekken binnenkomen.
  const onderweg = haalJson(data.kaart);
  const onderwegGrenzen = haalGrenzen(data, haalJson);
  onderweg.catch(() => {});
  const basis = await import("./basis.js").then(laad);
  const L = window.L;
  const vlak = document.createElement("div");
  vlak.className = "kaart-vlak";
  vak.replaceChildren(...springAnker(vak), vlak);
  const icoon = maakIcoon(L);
  const groepsicoon = (g) =>
    icoon("kaart-groep", String(g.getChildCount()), () => naamVanGroep(g.getAllChildMarkers().map((p) => p.kenmerk)));
  const { kaart, groep } = basis.maakBasis(vlak, groepsicoon, !RUST);
  maakBediening(L, kaart, data.kaartNaam || "Kaart met plekken. Met Tab gaat u langs de plekken, met Escape terug.");
  const open = maakBallon(L, kaart, groep);
  const grenzen = new Grenzen(L, kaart, data.kaartGebied);
  const [verzameling] = await Promise.all([onderweg, tekenGrenzen(grenzen, data, onderwegGrenzen, haalJson)]);
  const kenmerken = verzameling.features.filter((k) => !data.kaartAlleen || k.properties.id === data.kaartAlleen);
  await zetFunctie(vak, kenmerken);
  const punten = kenmerken.map((k) => maakPunt(L, icoon, k));
  bindLijst(vak, punten, groep, (zichtbaar) => {
    zetNeer(kaart, groep, zichtbaar, () => toonAlles(kaart, zichtbaar, grenzen, data.kaartGebied));
    vak.dataset.kaartAantal = zichtbaar.length;
  });
  begrens(L, kaart, punten, grenzen);
  maakOverzicht(L, kaart, data.kaartGebieden ? "Hele gemeente" : "Alles in beeld", () => {
    const alles = punten.length ? L.latLngBounds(punten.map((p) => p.getLatLng())) : L.latLngBounds([]);
    toonHeel(kaart, alles.extend(grenzen.kader(null)));
  });
  bindVingers(kaart);
  bindToetsen(kaart, groep, open);
  vak.dataset.kaartKlaar = "";
  return { kaart, groep, punten };
}

/** Een link om de kaart over te slaan, en de plek erna, als de pagina die niet zelf heeft. */
let nummer = 0;
function springAnker(vak) {
  if (vak.parentElement.querySelector(":scope > .spring-kaart")) return [];
  nummer += 1;
  const na = document.createElement("span");
  na.id = `na-kaart-${nummer}`;
  na.tabIndex = -1;
  vak.after(na);
  const link = Object.assign(document.createElement("a"), {
    className: "spring-kaart",
    href: `#${na.id}`,
    textContent: "Sla de kaart over",
  });
  return [link];
}
