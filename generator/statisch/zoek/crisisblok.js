// Wanneer het noodblok komt: meteen als de vraag af is of al duidelijk, en anders pas als het typen even stopt.

import { maakCrisis } from "./weergave.js";

const STIL = 700;

/** Of een input-gebeurtenis een toets is; plakken, invullen en spreken geven een hele vraag. */
export const isToets = (gebeurtenis) => /^(insert(Composition)?Text|delete)/.test(gebeurtenis.inputType || "");

/** Geeft een functie (uitslag, typt) die `toon(blok of null)` roept als er iets verandert. */
function wachtMetCrisis(toon) {
  let staat = null,
    straks = 0;

  function zet(blok) {
    if (JSON.stringify(blok && [blok.id, blok.nummers]) === JSON.stringify(staat && [staat.id, staat.nummers])) return;
    staat = blok;
    toon(blok);
  }

  return (uitslag, typt) => {
    clearTimeout(straks);
    const af = uitslag && uitslag.crisis;
    if (!typt || !af) return zet(af || null);
    // Wat er al staat, blijft staan zolang de vraag het nog zegt.
    zet(uitslag.crisisNu || (staat ? af : null));
    straks = setTimeout(() => zet(af), STIL);
    return undefined;
  };
}

/**
 * Als `wachtMetCrisis`, voor een vak op de pagina. `snel` zet bij gevaar thuis neer hoe iemand snel weg kan, en geeft een
 * functie die dat weer losmaakt.
 */
export function koppelNoodvak(vak, snel = () => () => {}) {
  let los = () => {};
  return wachtMetCrisis((blok) => {
    los();
    vak.replaceChildren(...(blok ? maakCrisis(blok) : []));
    vak.hidden = !blok;
    vak.toggleAttribute("data-crisis", Boolean(blok));
    if (blok) vak.dataset.crisis = blok.id;
    los = blok && blok.snel ? snel() : () => {};
  });
}
