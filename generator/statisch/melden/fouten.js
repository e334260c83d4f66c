// De fouten op een scherm: bij hun vak, en samen bovenaan.

import { hoofdletter, maak } from "./dom.js";
import { inWoorden } from "./schrijf.js";

/** Of een pad dat andere is, of erin ligt. */
export const hoortBij = (pad, boven) => pad === boven || pad.startsWith(`${boven}.`) || pad.startsWith(`${boven}[`);

const HALF = /(^|[ '])(\d\d:\d\d-|-\d\d:\d\d)'/;

/** Wat eraan ontbreekt, in de woorden van de controle; een leeg vak en een halve tijd zeggen het korter. */
function zinVan(fout) {
  if (fout.leeg) return "Vul dit in.";
  if (fout.code === "SK215" && HALF.test(fout.tekst)) return "Vul in van hoe laat tot hoe laat.";
  return `${hoofdletter(fout.tekst)} ${fout.oplossing}`;
}

/** Zet de fouten bij hun vak; een fout in een groep zonder eigen vak komt bij de groep. */
export function toonFouten(vlak, lijst, raakt = () => true) {
  for (const plek of vlak.querySelectorAll("[data-fout]")) {
    if (!raakt(plek.dataset.fout)) continue;
    const eigen = lijst.filter((f) => dichtste(vlak, f.pad) === plek);
    plek.textContent = eigen.map(zinVan).join(" ");
    plek.hidden = !eigen.length;
    if (eigen.length) openTotaan(vlak, plek);
    const veld = plek.closest("[data-pad]")?.querySelector("input, select, textarea");
    if (!veld) continue;
    if (eigen.length) veld.setAttribute("aria-invalid", "true");
    else veld.removeAttribute("aria-invalid");
    const andere = (veld.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== plek.id);
    const uitleg = [...andere, ...(eigen.length ? [plek.id] : [])].join(" ");
    if (uitleg) veld.setAttribute("aria-describedby", uitleg);
    else veld.removeAttribute("aria-describedby");
  }
}

/** Een fout in een dichtgeklapt deel moet te zien zijn. */
function openTotaan(vlak, plek) {
  for (let deel = plek.closest("details"); deel && vlak.contains(deel); deel = deel.parentElement.closest("details"))
    deel.open = true;
}

function dichtste(vlak, pad) {
  const bij = [...vlak.querySelectorAll("[data-fout]")].filter((p) => hoortBij(pad, p.dataset.fout));
  return bij.sort((a, b) => b.dataset.fout.length - a.dataset.fout.length)[0];
}

/** De fouten als lijst, om boven een scherm te zetten. */
export function foutenlijst(lijst, veld) {
  const vlakje = maak("div", { class: "melden-fouten", role: "alert", tabindex: "-1" });
  vlakje.hidden = !lijst.length;
  vlakje.append(
    maak("p", {}, maak("strong", {}, "Dit kan nog niet:")),
    maak(
      "ul",
      {},
      lijst.map((f) => maak("li", {}, `${hoofdletter(inWoorden(f.pad, veld))}: ${zinVan(f)}`)),
    ),
  );
  return vlakje;
}
