// Wat dichtgevouwen is en in het adres staat, gaat open; zo ook voor een browser die dat niet zelf doet.

/** Het kenmerk achter het hekje; leeg als het adres onderweg beschadigd is. */
function kenmerkUit(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

function toonGevraagd() {
  const doel = document.getElementById(kenmerkUit(location.hash));
  let vouw = doel?.closest("details");
  if (!vouw) return;
  for (; vouw; vouw = vouw.parentElement.closest("details")) vouw.open = true;
  doel.scrollIntoView();
}

/** Volg het adres: nu, en elke keer dat er een andere plek in staat. */
export function volgAdres() {
  addEventListener("hashchange", toonGevraagd);
  toonGevraagd();
}
