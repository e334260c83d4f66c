// De pagina van een wijk: wat er nu open is, bovenaan en op een rij.
const zin = document.querySelector("[data-nu-open]");

function toon() {
  const open = [...document.querySelectorAll('.kaartje:has([data-stand="open"]) .kaartje-naam a')];
  zin.hidden = !open.length;
  const links = open
    .slice(0, 6)
    .map((bron) => Object.assign(document.createElement("a"), { href: bron.href, textContent: bron.textContent }));
  zin.replaceChildren(
    "Nu open: ",
    ...links.flatMap((link, i) => (i ? [", ", link] : [link])),
    open.length > 6 ? (zin.dataset.nuOpen ? " en meer." : ` en nog ${open.length - 6}.`) : ".",
  );
}

if (zin) {
  document.addEventListener("stand:klaar", toon);
  if (document.documentElement.dataset.standKlaar) toon();
}

// Op papier staat alles open; daarna is weer dicht wat dicht was. Voor browsers zonder ::details-content.
let dicht = [];
addEventListener("beforeprint", () => {
  dicht = [...document.querySelectorAll("main details.groep:not([open])")];
  for (const groep of dicht) groep.open = true;
});
addEventListener("afterprint", () => {
  for (const groep of dicht) groep.open = false;
});
