// Voorstellen onder het zoekvak in de kop en op de voorpagina. Wordt pas opgehaald als iemand het vak gebruikt.
// Een combobox volgens de ARIA-regels: pijltjes kiezen, Enter opent, Escape sluit.

import { maakZoeker } from "./bron.js";
import { isToets } from "./crisisblok.js";
import { maak } from "./weergave.js";

const MEEST = 6;
const wortel = document.documentElement.dataset.wortel || "./";
const zoeker = maakZoeker();
let teller = 0;

if (!document.querySelector('link[href$="assets/zoek/stijl.css"]')) {
  document.head.append(
    Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${wortel}assets/zoek/stijl.css` }),
  );
}

/** Koppel voorstellen aan een zoekveld; een tweede keer doet niets. */
export function koppelVoorstellen(vak) {
  if (vak.getAttribute("role") === "combobox") return;
  const id = `voorstellen-${++teller}`;
  const lijst = maak("ul", { class: "voorstellen", role: "listbox", "aria-label": "Voorstellen", id, hidden: true });
  const melding = maak("p", { class: "verborgen", role: "status" });
  let gekozen = -1,
    straks = 0,
    beurt = 0; // een antwoord dat na sluiten of na een nieuwe vraag komt, opent niets meer
  vak.form.append(lijst, melding);
  for (const [naam, waarde] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", id],
  ])
    vak.setAttribute(naam, waarde);

  function sluit() {
    beurt += 1;
    clearTimeout(straks);
    lijst.hidden = true;
    gekozen = -1;
    vak.setAttribute("aria-expanded", "false");
    vak.removeAttribute("aria-activedescendant");
  }

  function kies(nummer) {
    const regels = [...lijst.children];
    gekozen = (nummer + regels.length) % regels.length;
    regels.forEach((regel, i) => regel.setAttribute("aria-selected", String(i === gekozen)));
    vak.setAttribute("aria-activedescendant", regels[gekozen].id);
  }

  function regel(kaart, i) {
    const naam = kaart.naam.map(([tekst, raak]) => (raak ? maak("mark", {}, tekst) : tekst));
    const el = maak(
      "li",
      { role: "option", id: `${id}-${i}`, "aria-selected": "false", dir: "auto" },
      ...naam,
      maak(
        "small",
        {},
        [kaart.via && `via: ${kaart.via}`, kaart.kenmerken[kaart.kenmerken.length - 1]].filter(Boolean).join(", "),
      ),
    );
    el.addEventListener("mousedown", (gebeurtenis) => gebeurtenis.preventDefault());
    el.ga = () => {
      location.href = wortel + kaart.pad;
    };
    el.addEventListener("click", el.ga);
    return el;
  }

  async function toon(gebeurtenis) {
    const vraag = vak.value,
      typt = gebeurtenis && isToets(gebeurtenis);
    clearTimeout(straks);
    if (vraag.trim().length < 2) return sluit();
    const eigen = ++beurt;
    const uitslag = await zoeker.zoek(vraag, {}, MEEST).catch(() => null);
    if (eigen !== beurt || !uitslag || uitslag.vraag !== vak.value || document.activeElement !== vak) return undefined;
    const regels = uitslag.kaarten.map(regel);
    if (typt && uitslag.crisis && !uitslag.crisisNu) straks = setTimeout(toon, 700);
    const crisis = typt ? uitslag.crisisNu : uitslag.crisis;
    if (crisis && crisis.nummers.length) {
      const [, telefoon] = crisis.nummers[0];
      const el = maak(
        "li",
        { role: "option", class: "voorstel-nood", id: `${id}-nood`, "aria-selected": "false" },
        maak("strong", {}, `${crisis.kop} Bel ${telefoon}`),
      );
      el.addEventListener("mousedown", (gebeurtenis) => gebeurtenis.preventDefault());
      el.ga = () => {
        location.href = `tel:${telefoon.replace(/\D/g, "")}`;
      };
      el.addEventListener("click", el.ga);
      regels.unshift(el);
    }
    lijst.replaceChildren(...regels);
    gekozen = -1;
    lijst.hidden = !regels.length;
    vak.setAttribute("aria-expanded", String(regels.length > 0));
    vak.removeAttribute("aria-activedescendant");
    melding.textContent = regels.length === 1 ? "1 voorstel" : `${regels.length} voorstellen`;
    return undefined;
  }

  vak.addEventListener("input", toon);
  vak.addEventListener("blur", sluit);
  vak.addEventListener("keydown", (gebeurtenis) => {
    if (lijst.hidden) {
      if (gebeurtenis.key === "ArrowDown") toon();
      if (gebeurtenis.key === "Escape") sluit();
      return;
    }
    if (gebeurtenis.key === "ArrowDown" || gebeurtenis.key === "ArrowUp") {
      gebeurtenis.preventDefault();
      kies(gebeurtenis.key === "ArrowDown" ? gekozen + 1 : gekozen < 0 ? lijst.children.length - 1 : gekozen - 1);
    } else if (gebeurtenis.key === "Enter" && gekozen >= 0) {
      gebeurtenis.preventDefault();
      lijst.children[gekozen].ga();
    } else if (gebeurtenis.key === "Escape") {
      gebeurtenis.preventDefault();
      sluit();
    }
  });
  if (vak.value) toon();
}
