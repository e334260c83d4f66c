// De lijst links aan de balie: de resultaten, welke gekozen is, het crisisblok erboven en wat er staat als er niets is.
import { maakElders } from "../zoek/eldersblok.js";
import { koppelNoodvak } from "../zoek/crisisblok.js";
import { maak, resultaatMerken, standVak } from "../zoek/weergave.js";

const IN_LIJST = 30,
  DICHTBIJ = 8;

/** Aan de telefoon telt een deur met een nummer: wie de bovenste soort hulp geeft, gaat voor de uitleg ervan. */
export function deurVoorUitleg(kaarten) {
  const [eerste] = kaarten;
  if (!eerste || eerste.soort !== "functie") return kaarten;
  const deuren = kaarten.filter((k) => k.soort === "voorziening" && !k.gesloten),
    // De eerste functie is die waar het om gaat: wie dit vooral doet, gaat voor wie het erbij doet.
    deur =
      deuren.find((k) => k.functies[0] === eerste.id) ||
      deuren.slice(0, DICHTBIJ).find((k) => k.functies.includes(eerste.id));
  return deur ? [deur, ...kaarten.filter((k) => k !== deur)] : kaarten;
}

/**
 * `deel(naam)` geeft een onderdeel van de balie, `open(kaart)` opent een resultaat, `stelVraag(tekst)` zoekt opnieuw.
 */
export function maakLijst({ deel, open, stelVraag }) {
  const lijst = deel("lijst"),
    vraag = deel("vraag"),
    crisis = deel("crisis"),
    niets = deel("niets");
  let kaarten = [],
    plek = 0,
    straks = 0;

  /** Met -1 is er niets gekozen: dan is het antwoord dat het ergens anders is, en opent Enter niet het verkeerde. */
  function kies(nummer) {
    plek = nummer < 0 ? -1 : Math.min(nummer, Math.min(kaarten.length, IN_LIJST) - 1);
    [...lijst.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === plek)));
    const li = lijst.children[plek];
    if (li) li.scrollIntoView({ block: "nearest" });
    if (li) vraag.setAttribute("aria-activedescendant", li.id);
    else vraag.removeAttribute("aria-activedescendant");
  }

  function maakRegel(kaart, nummer) {
    const stand = maak("span", { class: "balie-kenmerk" });
    if (kaart.via) stand.append(maak("em", {}, `via: ${kaart.via}. `));
    if (kaart.stand !== null) stand.append(standVak(kaart.stand, kaart.oud));
    stand.append(
      maak(
        "span",
        {},
        [...kaart.kenmerken, kaart.opvolger && `nu is er: ${kaart.opvolger.naam}`].filter(Boolean).join(", "),
      ),
    );
    const li = maak(
      "li",
      { role: "option", ...resultaatMerken(kaart) },
      maak(
        "span",
        { class: "balie-naam", dir: "auto" },
        ...kaart.naam.map(([t, raak]) => (raak ? maak("mark", {}, t) : t)),
      ),
      maak("span", { class: "balie-tel" }, kaart.telefoon),
      stand,
    );
    li.id = `kcc-r${nummer}`;
    li.addEventListener("click", () => {
      kies(nummer);
      open(kaart);
    });
    return li;
  }

  function toonNiets(suggesties, elders) {
    const knoppen = suggesties.map((s) => {
      const knop = maak("button", { type: "button", class: "tekstknop" }, s);
      knop.addEventListener("click", () => stelVraag(s));
      return knop;
    });
    if (elders) {
      niets.replaceChildren(...maakElders(elders, { kaart: "deze gemeente" }));
      return;
    }
    niets.replaceChildren(
      maak("p", {}, "Niets gevonden."),
      ...(knoppen.length ? [maak("p", {}, "Bedoelt de beller: ", ...knoppen.flatMap((k) => [k, " "]))] : []),
      maak("p", {}, "Een korter woord helpt vaak. Of verbind door met het wijkteam (toets t)."),
    );
  }

  /** De regel in de taal van de vraag, om voor te lezen. */
  function toonVreemd(taal) {
    for (const regel of document.querySelectorAll("[data-zoek-taal]")) regel.hidden = regel.dataset.zoekTaal !== taal;
  }

  const toonCrisis = koppelNoodvak(crisis);

  function zeg(tekst) {
    // Een schermlezer hoort het aantal als het typen even stopt, niet bij elke letter.
    deel("aantal").textContent = tekst;
    clearTimeout(straks);
    straks = setTimeout(() => {
      deel("gehoord").textContent = tekst;
    }, 700);
  }

  /** Zet de uitslag van `tekst` neer; een lege tekst maakt leeg. `typt`: er wordt nog getypt. */
  function toon(tekst, uitslag, typt) {
    // Komt dezelfde vraag terug omdat er meer gegevens zijn, dan blijft de gekozen regel gekozen.
    const bij = kaarten[plek] && document.documentElement.dataset.kccKlaar === tekst ? kaarten[plek].id : "";
    const aantal = uitslag ? uitslag.aantal : 0;
    kaarten = uitslag ? deurVoorUitleg(uitslag.kaarten) : [];
    toonCrisis(uitslag, typt);
    zeg(!tekst ? "Typ wat de beller zegt." : `${aantal || "Geen"} ${aantal === 1 ? "resultaat" : "resultaten"}`);
    lijst.replaceChildren(...kaarten.slice(0, IN_LIJST).map(maakRegel));
    lijst.hidden = !kaarten.length;
    vraag.setAttribute("aria-expanded", String(kaarten.length > 0));
    toonVreemd(uitslag && tekst ? uitslag.taal : "");
    niets.hidden = !tekst || (aantal > 0 && !uitslag.elders);
    if (!niets.hidden) toonNiets(uitslag.suggesties, uitslag.elders);
    document.dispatchEvent(new CustomEvent("stand:ververs"));
    const zelfde = kaarten.findIndex((k) => k.id === bij);
    kies(zelfde < 0 && !(uitslag && uitslag.uitkomst === "elders") ? 0 : zelfde);
    if (uitslag) document.documentElement.dataset.zoekUitkomst = uitslag.uitkomst;
    document.documentElement.dataset.kccKlaar = tekst;
  }

  return {
    toon,
    toonCrisis,
    wacht: () => zeg("Bezig met zoeken…"),
    kaarten: () => kaarten,
    gekozen: () => kaarten[plek],
    /** Kies de volgende (1) of vorige (-1) en geef haar terug. */
    verder(stap) {
      kies(Math.max(0, plek + stap));
      return kaarten[plek];
    },
  };
}
