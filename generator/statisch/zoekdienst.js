// De zoekdienst: index ophalen, motor bouwen, vragen beantwoorden. Draait in een werker, of zonder werker op de pagina zelf.

import { ontvouw, voegRestToe } from "./zoekindex.js";
import { maakKaart } from "./zoekkaart.js";
import { maakMotor } from "./zoekmotor.js";

async function haal(naam, opnieuw) {
  const antwoord = await fetch(new URL(naam, import.meta.url), opnieuw ? { cache: "reload" } : {});
  if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status}`);
  return antwoord.json();
}

/** Maak de dienst; `meld(soort)` hoort wanneer de rest er is ("volledig") of niet komt ("half"). */
export function maakDienst(meld) {
  let index = null, motor = null, maakFilters = null, bezig = null;
  const begin = haal("zoek-kern.json").then((json) => {
    index = ontvouw(json);
    motor = maakMotor(index);
    return json;
  });

  async function laadRest(kern) {
    let rest = await haal("zoek-rest.json");
    if (rest.bouw !== kern.bouw) rest = await haal("zoek-rest.json", true);
    if (rest.bouw !== kern.bouw) throw new Error("de index is vernieuwd");
    const filters = await import("./zoekfilter.js");
    voegRestToe(index, rest, kern.kosten);
    motor.vulAan();
    maakFilters = filters.maakFilters;
  }

  /** Haal samenvattingen, tijden en nummers op; een keer. */
  function maakVolledig() {
    bezig = bezig || begin.then(laadRest).then(() => meld("volledig"), () => meld("half"));
    return bezig;
  }

  function onbekendeTijden(lijst, filters) {
    return lijst.filter((r) => ["", "onbekend"].includes(filters.stand(r.nr) ? filters.stand(r.nr).stand : "")).length;
  }

  /** Het antwoord op {vraag, keuze, aantal} (`keuze.eigen` is de eigen wijk: alleen voor de volgorde): kaarten, hoeveel het er zijn, crisis, suggesties en tellingen. */
  async function zoek({ vraag, keuze, aantal }) {
    await begin;
    const filters = maakFilters && maakFilters(index, new Date());
    const eigen = keuze.gebied || keuze.eigen;
    const uitslag = motor.zoek(vraag, { gebied: eigen, open: filters ? filters.openRang : undefined });
    const over = filters ? uitslag.resultaten.filter((r) => filters.past(r, keuze)) : uitslag.resultaten;
    return {
      vraag, volledig: Boolean(filters), crisis: uitslag.crisis, aantal: over.length, peildatum: index.peildatum,
      kaarten: over.slice(0, aantal).map((r) => maakKaart(r, uitslag, index, motor.boek, filters, eigen || uitslag.gebied)),
      suggesties: over.length ? [] : motor.suggesties(vraag), zonderFilter: uitslag.resultaten.length,
      telling: filters && !keuze.zonderTelling ? filters.tel(uitslag.resultaten, keuze) : null,
      onbekend: filters && keuze.open ? onbekendeTijden(over, filters) : 0,
    };
  }

  return { zoek, maakVolledig };
}
