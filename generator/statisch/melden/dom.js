// Elementen maken en koppelen; tekst gaat er altijd als tekst in.

let volgnummer = 0;
export const nieuwId = (naam = "m") => `${naam}-${(volgnummer += 1)}`;

/** Een element met kenmerken (een functie is een luisteraar) en delen; lege delen vallen weg. */
export function maak(soort, kenmerken = {}, ...delen) {
  const el = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) {
    if (typeof waarde === "function") el.addEventListener(naam, waarde);
    else if (naam in el && typeof waarde !== "string") el[naam] = waarde;
    else if (waarde !== undefined && waarde !== null) el.setAttribute(naam, waarde);
  }
  el.append(...delen.flat().filter(Boolean));
  return el;
}

export const knop = (tekst, doe, kenmerken = {}) =>
  maak("button", { type: "button", click: doe, ...kenmerken }, tekst);
export const hoofdletter = (zin) => zin.charAt(0).toUpperCase() + zin.slice(1);

/** Een vak om te vinken of te kiezen, met zijn woord ernaast. */
export function vink(type, naam, waarde, woord, aan, bij) {
  const vak = maak("input", { type, name: naam, value: waarde, checked: aan, change: () => bij(vak) });
  return maak("label", { class: "melden-vink" }, vak, maak("span", {}, woord));
}

/** Een groep keuzes met een kop. */
export const keuzegroep = (kop, delen, klasse = "melden-keuzes") =>
  maak("fieldset", { class: klasse }, maak("legend", {}, kop), delen);

/** Een invoervak met een woord erboven; `uitleg` staat ertussen. Geeft [geheel, vak]. */
export function invoer(woord, uitleg, kenmerken, soort = "input") {
  const id = nieuwId("veld");
  const vak = maak(soort, { id, ...kenmerken });
  const zin = uitleg ? maak("p", { class: "melden-uitleg", id: `${id}-uitleg` }, uitleg) : null;
  if (zin) vak.setAttribute("aria-describedby", zin.id);
  return [maak("div", { class: "melden-invoer" }, maak("label", { for: id }, woord), zin, vak), vak];
}

/** Een keuzelijst van [waarde, woord]. */
export function keuzelijst(woord, uitleg, keuzes, gekozen, bij) {
  const [geheel, vak] = invoer(woord, uitleg, { change: () => bij(vak.value) }, "select");
  for (const [waarde, naam] of keuzes)
    vak.append(maak("option", { value: waarde, selected: waarde === gekozen }, naam));
  return geheel;
}
