// De lijst naast de kaart: dezelfde plekken, hetzelfde aantal, een filter voor allebei. De keuze staat in het adres.

const wortel = () => document.documentElement.dataset.wortel || "./";

const STUK = 20;

const leeg = document.createElement("li");
leeg.append(Object.assign(document.createElement("a"), { dir: "auto" }), document.createElement("span"));

function maakRegel(plek) {
  const li = leeg.cloneNode(true);
  const [link, span] = li.children;
  li.dataset.id = plek.id;
  link.href = `${wortel()}voorzieningen/${encodeURIComponent(plek.id)}/`;
  link.textContent = plek.naam;
  span.textContent = [plek.plek, plek.waar].filter(Boolean).join(", ");
  if (!span.textContent) span.remove();
  return li;
}

/**
 * De lijst in stukken van twintig, zoals in kaart.html. De browser legt een stuk pas neer als het bijna in beeld is; regel voor regel kost
 * dat bij het schuiven.
 */
function bouwLijst(lijst, punten) {
  const delen = [];
  for (let i = 0; i < punten.length; i += STUK) {
    const deel = document.createElement("ul");
    deel.className = "kaart-deel";
    deel.append(...punten.slice(i, i + STUK).map((p) => maakRegel(p.kenmerk)));
    delen.push(deel);
  }
  lijst.replaceChildren(...delen);
}

/** Elk punt met zijn regel: die er al staat (op volgorde per id), of een nieuwe. */
function koppelRegels(lijst, punten) {
  if (!lijst) return new Map();
  if ("kaartBouw" in lijst.dataset) bouwLijst(lijst, punten);
  const vrij = new Map();
  for (const li of lijst.querySelectorAll("[data-id]"))
    vrij.set(li.dataset.id, [...(vrij.get(li.dataset.id) || []), li]);
  return new Map(
    punten.map((p) => {
      const regels = vrij.get(p.kenmerk.id) || [];
      return [p, regels.length > 1 ? regels.shift() : regels[0]];
    }),
  );
}

/** Wat er gekozen is: uit het formulier, en uit het adres wat daar geen vakje heeft (een functie, een wijk). */
class Keuze {
  constructor(formulier) {
    this.formulier = formulier;
    this.adres = new URLSearchParams(location.search);
    if (!formulier) return;
    const themas = this.adres.getAll("thema");
    for (const vakje of formulier.querySelectorAll('[name="thema"]')) vakje.checked = themas.includes(vakje.value);
    const gemeente = formulier.elements.gemeente;
    if (gemeente && this.adres.get("gemeente")) gemeente.value = this.adres.get("gemeente");
  }

  lees() {
    const vorm = this.formulier ? new FormData(this.formulier) : this.adres;
    const uit = new URLSearchParams();
    const vakjes = this.formulier ? ["thema", "gemeente"] : ["thema"];
    for (const naam of vakjes) for (const waarde of vorm.getAll(naam)) if (waarde) uit.append(naam, waarde);
    const los = this.formulier?.elements.gemeente ? ["functie", "wijk"] : ["functie", "wijk", "gemeente"];
    for (const naam of los) for (const waarde of this.adres.getAll(naam)) if (waarde) uit.append(naam, waarde);
    return uit;
  }

  bewaar(keuze) {
    for (const naam of ["thema", "gemeente", "functie", "wijk"]) this.adres.delete(naam);
    for (const [naam, waarde] of keuze) this.adres.append(naam, waarde);
    history.replaceState(null, "", `${location.pathname}${this.adres.size ? `?${this.adres}` : ""}${location.hash}`);
    document.dispatchEvent(new CustomEvent("kaartkeuze", { detail: String(keuze) }));
  }
}

const cijfers = (code) => String(code || "").replace(/\D/g, "");

function past(plek, keuze) {
  const themas = keuze.getAll("thema");
  if (themas.length && !themas.some((t) => plek.themas?.includes(t))) return false;
  if (keuze.get("functie") && !plek.functies?.includes(keuze.get("functie"))) return false;
  if (keuze.get("wijk") && !keuze.getAll("wijk").includes(plek.gebied)) return false;
  // WK999901 ligt in GM9999: de eerste vier cijfers zijn de gemeente.
  // Een regio staat er als GM1701,GM1708.
  const gemeenten = keuze.get("gemeente")?.split(",").map(cijfers);
  return !gemeenten || gemeenten.includes(cijfers(plek.gebied).slice(0, 4));
}

function telling(aantal, alle) {
  if (!aantal) return "Geen plekken met deze keuze.";
  const woord = aantal === 1 ? "plek" : "plekken";
  return aantal === alle ? `${aantal} ${woord}` : `${aantal} van de ${alle} plekken`;
}

/** De keuze die geen vakje heeft, in woorden, met een knop om haar weg te halen. */
function toonVaste(blad, keuze, punten, opnieuw) {
  const plaats = blad.querySelector("[data-kaart-vast]");
  if (!plaats) return;
  const wijken = keuze
    .getAll("wijk")
    .map((code) => punten.find((p) => p.kenmerk.gebied === code)?.kenmerk.waar)
    .filter(Boolean);
  const plek =
    wijken.join(" en ") ||
    (keuze.get("gemeente") && !blad.querySelector('[name="gemeente"]') && "één gemeente of regio");
  const tekst = [keuze.get("functie") && "een soort hulp", plek].filter(Boolean).join(" in ");
  plaats.hidden = !tekst;
  if (!tekst) return;
  const knop = Object.assign(document.createElement("button"), {
    type: "button",
    className: "tekstknop",
    textContent: "Toon alles",
  });
  knop.addEventListener("click", opnieuw);
  plaats.replaceChildren(`Alleen ${tekst}. `, knop);
}

/** Licht op de kaart uit welke plek (of groep) bij een regel hoort. */
function wijsAan(lijst, regels, groep) {
  const punt = new Map([...regels].map(([p, li]) => [li, p]));
  let vorig;
  const wijs = (gebeurtenis) => {
    const li = gebeurtenis.target.closest?.("[data-id]");
    vorig?.classList.remove("is-aan");
    vorig = li && punt.has(li) ? groep.getVisibleParent(punt.get(li))?.getElement?.() : null;
    vorig?.classList.add("is-aan");
  };
  for (const soort of ["mouseover", "focusin", "mouseleave", "focusout"]) lijst.addEventListener(soort, wijs);
}

/** Houdt punten en lijst gelijk; `toon(zichtbaar)` tekent de punten. */
export function bindLijst(vak, punten, groep, toon) {
  const blad = vak.closest("[data-kaart-blad]") || document;
  const lijst = blad.querySelector("[data-kaart-lijst]");
  const formulier = blad.querySelector("[data-kaart-filter]");
  const regels = koppelRegels(lijst, punten);
  if (lijst) wijsAan(lijst, regels, groep);
  // Een blad voor partners filtert zijn lijst zelf; de kaart volgt.
  if ("kaartVolgt" in (blad.dataset || {})) {
    // Er kunnen regels bij gekomen zijn (insluiten/delen.js).
    const volg = () => {
      const nu = koppelRegels(lijst, punten);
      toon(punten.filter((p) => !nu.get(p)?.hidden));
    };
    document.addEventListener("lijstkeuze", volg);
    volg();
    return;
  }
  const keuze = new Keuze(formulier);
  const werkBij = (opnieuw) => {
    const gekozen = keuze.lees();
    const zichtbaar = "kaartBlad" in (blad.dataset || {}) ? punten.filter((p) => past(p.kenmerk, gekozen)) : punten;
    const aan = new Set(zichtbaar);
    for (const [punt, li] of regels) if (li && li.hidden === aan.has(punt)) li.hidden = !li.hidden;
    for (const deel of lijst?.querySelectorAll(".kaart-deel") || [])
      deel.hidden = !deel.querySelector("li:not([hidden])");
    toon(zichtbaar);
    const plaats = blad.querySelector("[data-kaart-telling]");
    if (plaats) plaats.textContent = telling(zichtbaar.length, punten.length);
    toonVaste(blad, gekozen, punten, () => {
      for (const naam of ["functie", "wijk", "gemeente"]) keuze.adres.delete(naam);
      keuze.bewaar(keuze.lees());
      werkBij(true);
    });
    if (opnieuw) keuze.bewaar(gekozen);
  };
  if (formulier) formulier.hidden = false;
  formulier?.addEventListener("change", () => werkBij(true));
  formulier?.addEventListener("submit", (g) => g.preventDefault());
  werkBij(false);
}
