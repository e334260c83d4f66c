// Wat dichtgevouwen is en in het adres staat, gaat open; zo ook voor een browser die dat niet zelf doet.

function toonGevraagd() {
  const doel = document.getElementById(location.hash.slice(1));
  const groep = doel?.closest("details");
  if (!groep) return;
  groep.open = true;
  doel.scrollIntoView();
}

/** Volg het adres: nu, en elke keer dat er een andere plek in staat. */
export function volgAdres() {
  addEventListener("hashchange", toonGevraagd);
  toonGevraagd();
}
