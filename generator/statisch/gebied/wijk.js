// De pagina van een wijk: wat er nu open is, bovenaan en op een rij.
import "../gemeen/open-lijst.js";

const zin = document.querySelector("[data-nu-open]");
const open = [...document.querySelectorAll('.kaartje:has(.stand-open[data-stand="open"]) .kaartje-naam a')];

if (zin && open.length) {
  const links = open.slice(0, 6).map((bron) => {
    const link = document.createElement("a");
    link.href = bron.href;
    link.textContent = bron.textContent;
    return link;
  });
  zin.append("Nu open: ", ...links.flatMap((link, i) => (i ? [", ", link] : [link])), open.length > 6 ? ` en nog ${open.length - 6}.` : ".");
  zin.hidden = false;
}
