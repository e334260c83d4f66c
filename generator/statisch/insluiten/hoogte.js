// Vertelt de pagina eromheen hoe hoog dit blad is. Er gaat alleen een getal weg, dus elke ontvanger mag het weten.

let vorige = 0;

function vertel(opnieuw = false) {
  const hoogte = Math.ceil(document.body.getBoundingClientRect().height);
  if ((hoogte === vorige && opnieuw !== true) || window.parent === window) return;
  vorige = hoogte;
  window.parent.postMessage({ type: "sociale-kaart:hoogte", hoogte }, "*");
}

new ResizeObserver(() => vertel()).observe(document.body);
vertel();
// Wie later komt dan dit blad (een script dat nog laadt), zou het eerste bericht missen en nooit meegroeien.
for (const wacht of [300, 1000, 3000]) setTimeout(() => vertel(true), wacht);
