// Haalt op wat foliums geraamte vraagt: stijlen en scripts uit assets/, elk een keer.

export const bij = (naam) => new URL(`../${naam}`, import.meta.url).href;
const bezig = new Map();

function eenmaal(naam, maak) {
  if (!bezig.has(naam)) bezig.set(naam, new Promise(maak));
  return bezig.get(naam);
}

function haalStijl(naam, vooraan) {
  if (document.querySelector(`link[href$="/${naam}"]`)) return Promise.resolve();
  return eenmaal(naam, (klaar, mis) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: bij(naam) });
    link.addEventListener("load", klaar, { once: true });
    link.addEventListener("error", mis, { once: true });
    // Die van anderen voor de eigen stijlen, zodat de eigen winnen.
    if (vooraan) document.head.prepend(link);
    else document.head.append(link);
  });
}

function haalScript(naam) {
  return eenmaal(naam, (klaar, mis) => {
    // Niet async: tegelijk ophalen, en toch op volgorde uitvoeren.
    const script = Object.assign(document.createElement("script"), { src: bij(naam), async: false });
    script.addEventListener("load", klaar, { once: true });
    script.addEventListener("error", mis, { once: true });
    document.head.append(script);
  });
}

/** Laadt de middelen van een geraamte (een module van kaarten.py) en geeft het geraamte terug. */
export async function laad(basis) {
  await Promise.all([
    ...basis.scripts.map(haalScript),
    ...[...basis.stijlen].reverse().map((naam) => haalStijl(naam, true)),
    haalStijl("kaart/vlak.css", false),
  ]);
  return basis;
}

export async function haalJson(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) {
    antwoord.body?.cancel();
    throw new Error(`${antwoord.status} bij ${adres}`);
  }
  return antwoord.json();
}

/**
 * Plus en min in het Nederlands; het wiel zoomt pas als iemand de kaart gebruikt, anders blijft de pagina hangen bij
 * het bladeren.
 */
export function maakBediening(L, kaart, naam) {
  L.control.zoom({ zoomInTitle: "Zoom in", zoomOutTitle: "Zoom uit", position: "topright" }).addTo(kaart);
  kaart.attributionControl.setPrefix(false);
  const vlak = kaart.getContainer();
  vlak.setAttribute("role", "region");
  vlak.setAttribute("aria-label", naam);
  kaart.on("focus click", () => kaart.scrollWheelZoom.enable());
  vlak.addEventListener("mouseleave", () => kaart.scrollWheelZoom.disable());
}
