// Vertelt de pagina eromheen hoe hoog dit blad is. Er gaat alleen een getal weg, dus elke ontvanger mag het weten.

let vorige = 0;

function vertel() {
  const hoogte = Math.ceil(document.body.getBoundingClientRect().height);
  if (hoogte === vorige || window.parent === window) return;
  vorige = hoogte;
  window.parent.postMessage({ type: "sociale-kaart:hoogte", hoogte }, "*");
}

new ResizeObserver(vertel).observe(document.body);
vertel();
