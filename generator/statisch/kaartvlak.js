// Een kaart in een vak: Leaflet en foliums geraamte ophalen, punten en grenzen tekenen, en de lijst ernaast gelijk houden.
// Elke tekst uit de gegevens gaat als tekst de pagina in, nooit als HTML.
import { bindLijst } from "./kaartlijst.js";
import { ballon } from "./kaartballon.js";
import { tekenGrenzen } from "./kaartgrenzen.js";
import { bindToetsen } from "./kaarttoetsen.js";

const RUST = matchMedia("(prefers-reduced-motion: reduce)").matches;
const bij = (naam) => new URL(naam, import.meta.url).href;

function haalStijl(naam) {
  return new Promise((klaar, mis) => {
    const bestaand = document.querySelector(`link[data-kaartstijl="${naam}"]`);
    if (bestaand) return klaar();
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: bij(naam) });
    link.dataset.kaartstijl = naam;
    link.addEventListener("load", klaar, { once: true });
    link.addEventListener("error", mis, { once: true });
    // Voor de eigen stijlen, zodat die winnen.
    document.head.prepend(link);
  });
}

function haalScript(naam) {
  return new Promise((klaar, mis) => {
    // Niet async: tegelijk ophalen, en toch op volgorde uitvoeren.
    const script = Object.assign(document.createElement("script"), { src: bij(naam), async: false });
    script.addEventListener("load", klaar, { once: true });
    script.addEventListener("error", mis, { once: true });
    document.head.append(script);
  });
}

let geladen;
/** Leaflet, markercluster en het geraamte, een keer per pagina. */
function haalBasis() {
  geladen ??= import("./kaart-basis.js").then(async (basis) => {
    const stijlen = Promise.all([...basis.stijlen].reverse().map(haalStijl));
    const eigen = document.querySelector('link[href$="kaartvlak.css"]') ? null : haalEigenStijl();
    await Promise.all([...basis.scripts.map(haalScript), stijlen, eigen]);
    return basis;
  });
  return geladen;
}

function haalEigenStijl() {
  return new Promise((klaar) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: bij("kaartvlak.css") });
    link.addEventListener("load", klaar, { once: true });
    link.addEventListener("error", klaar, { once: true });
    document.head.append(link);
  });
}

export async function haalJson(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(`${antwoord.status} bij ${adres}`);
  return antwoord.json();
}

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
  const punt = L.marker([breedte, lengte], { icon: icoon("kaart-plek", "", () => naamVanPlek(kenmerk.properties)), riseOnHover: true });
  punt.kenmerk = kenmerk.properties;
  return punt;
}

/** Een ballon voor alle plekken samen; elke plek een eigen ballon kost bij duizenden plekken merkbaar tijd. */
function maakBallon(L, kaart, groep) {
  const vak = L.popup({ maxWidth: 280, minWidth: 200, closeOnEscapeKey: false, autoPanPadding: [12, 12], offset: [0, -4] });
  const open = (punt) => {
    vak.punt = punt;
    vak.setLatLng(punt.getLatLng()).setContent(ballon(punt.kenmerk)).openOn(kaart);
  };
  groep.on("click", (g) => open(g.layer));
  return open;
}

/** Plus en min, en een naam voor het hele vlak, in het Nederlands. */
function maakBediening(L, kaart, vak) {
  L.control.zoom({ zoomInTitle: "Zoom in", zoomOutTitle: "Zoom uit", position: "topright" }).addTo(kaart);
  kaart.attributionControl.setPrefix(false);
  const vlak = kaart.getContainer();
  vlak.setAttribute("role", "region");
  vlak.setAttribute("aria-label", vak.dataset.kaartNaam || "Kaart met plekken. Met Tab gaat u langs de plekken, met Escape terug.");
  // Het wiel zoomt pas als iemand de kaart gebruikt; anders blijft de pagina hangen bij het bladeren.
  kaart.on("focus click", () => kaart.scrollWheelZoom.enable());
  vlak.addEventListener("mouseleave", () => kaart.scrollWheelZoom.disable());
}

/** Alles in beeld. Zonder achtergrond zegt een punt alleen iets met zijn wijk eromheen, dus die komt dan heel in beeld. */
function toonAlles(kaart, punten, grenzen, gebied) {
  const wijken = new Set(punten.map((p) => p.kenmerk.gebied));
  const enige = gebied || (wijken.size === 1 ? [...wijken][0] : "");
  const kader = enige && grenzen?.kader(enige);
  const vak = kader || (punten.length ? window.L.latLngBounds(punten.map((p) => p.getLatLng())) : grenzen?.kader());
  if (vak?.isValid()) kaart.fitBounds(vak.pad(kader ? 0.02 : 0.08), { maxZoom: 16, animate: false });
}

/** Maakt de kaart in `vak` en geeft {kaart, groep, punten}. */
export async function maakKaart(vak) {
  const data = vak.dataset;
  const [basis, verzameling] = await Promise.all([haalBasis(), haalJson(data.kaart)]);
  const L = window.L;
  const kenmerken = verzameling.features.filter((k) => !data.kaartAlleen || k.properties.id === data.kaartAlleen);
  const vlak = document.createElement("div");
  vlak.className = "kaart-vlak";
  vak.replaceChildren(...springAnker(vak), vlak);
  const icoon = maakIcoon(L);
  const groepsicoon = (g) => icoon("kaart-groep", String(g.getChildCount()), () => naamVanGroep(g.getAllChildMarkers().map((p) => p.kenmerk)));
  const { kaart, groep } = basis.maakBasis(vlak, groepsicoon, !RUST);
  maakBediening(L, kaart, vak);
  const punten = kenmerken.map((k) => maakPunt(L, icoon, k));
  const open = maakBallon(L, kaart, groep);
  const grenzen = await tekenGrenzen(L, kaart, data, haalJson);
  bindLijst(vak, punten, groep, (zichtbaar) => {
    groep.clearLayers();
    toonAlles(kaart, zichtbaar, grenzen, data.kaartGebied);
    groep.addLayers(zichtbaar);
    vak.dataset.kaartAantal = zichtbaar.length;
  });
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
  const link = Object.assign(document.createElement("a"), { className: "spring-kaart", href: `#${na.id}`, textContent: "Sla de kaart over" });
  return [link];
}
