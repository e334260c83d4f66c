// De zoekdienst: index ophalen, motor bouwen, vragen beantwoorden. Draait in een werker, of zonder werker op de pagina
// zelf.

import { leesTonen, ontvouw, voegWoordenToe } from "./index.js";
import { maakKaart } from "./kaart.js";
import { telKeuzes } from "./keuze.js";
import { maakMotor } from "./motor.js";
import { nabij } from "./rang.js";
import { maakSamen } from "./samen.js";

export async function haalZelf(naam, opnieuw) {
  const antwoord = await fetch(new URL(naam, import.meta.url), opnieuw ? { cache: "reload" } : {});
  if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status}`);
  return antwoord.json();
}

/**
 * Maak de dienst; `meld(soort)` hoort wanneer de woorden van nood er zijn en wat een kaartje laat zien ("nood"), en de
 * rest ("volledig", of "half" als die niet komt).
 */
export function maakDienst(meld, haal = haalZelf) {
  let index = null,
    motor = null,
    heel = null,
    // Kent alle zoekwoorden, voor een eerste uitslag zolang de rest er niet is.
    vroeg = null,
    vreemd = () => "",
    maakFilters = null,
    leesNu = null,
    bezig = null,
    filters = null,
    minuut = 0,
    // Of er genoeg is voor een eerste uitslag.
    genoeg = false;
  const begin = haal("kern.json").then((json) => {
    index = ontvouw(json);
    motor = maakSamen(maakMotor(index), () => heel);
    return json;
  });
  // De kern kent de woorden die op zichzelf al nood zijn; alle andere komen erachteraan. Lukt dat niet, dan blijft het
  // daarbij.
  const alleNood = begin
    .then(() => haal("crisis.json"))
    .then((json) => {
      index.crisis = json;
    })
    .catch(() => {})
    .then(() => meld("nood"));

  /** Een deel van dezelfde bouw als de kern. */
  async function haalBij(kern, naam, opnieuw) {
    const { bouw, rest } = await haal(naam, opnieuw);
    if (bouw === kern.bouw) return rest;
    // De index is vernieuwd.
    if (opnieuw) throw new Error(naam);
    return haalBij(kern, naam, true);
  }

  // Met naam, zin, stand en nummer is een kaartje af, ook als de volgorde nog op de rest wacht.
  const onderweg = begin.then(async (kern) => {
    const tonen = await haalBij(kern, "tonen.json");
    index.tonen = leesTonen(tonen, kern.kosten, index.voorzieningen.naam.length);
    tonen.zin.split("\n").forEach((zin, i) => (index.functies[i].uitleg = zin));
    voegWoordenToe(index, tonen.zoekwoorden);
    if (!heel) vroeg = maakSamen(maakMotor(index), () => null);
    return tonen;
  });
  onderweg
    .catch(() => {})
    .then(() => alleNood)
    .then(() => {
      genoeg = true;
      meld("nood");
    });

  async function laadRest() {
    const kern = await begin;
    await alleNood; // op een trage lijn gaan de woorden van nood voor, en wat een kaartje laat zien
    const tonen = await onderweg,
      later = import("./later.js");
    later.catch(() => {}); // mislukt het ophalen van de rest eerst, dan is dat de fout
    const kennis = haal("kennis.json").catch(() => null); // zonder kennis is er nog steeds hulp te vinden
    const rest = { ...tonen, ...(await haalBij(kern, "rest.json")) };
    const deel = await later;
    deel.voegRestToe(index, { rest }, kern.kosten);
    const json = await kennis;
    if (json) deel.voegKennisToe(index, json);
    heel = maakMotor(index, {}, deel.maakUitkomst);
    vreemd = deel.vreemdeTaal;
    leesNu = deel.leesNu;
    maakFilters = deel.maakFilters;
  }

  /** Haal samenvattingen, tijden en nummers op; een keer. */
  function maakVolledig() {
    bezig =
      bezig ||
      laadRest().then(
        () => meld("volledig"),
        () => meld("half"),
      );
    return bezig;
  }

  function frisFiltersOp(gevraagd) {
    // Open of dicht verandert hoogstens elke minuut.
    if (!maakFilters) return;
    const nu = leesNu(gevraagd),
      dezeMinuut = nu.dag * 1440 + nu.minuut;
    if (dezeMinuut === minuut) return;
    filters = maakFilters(index, nu);
    minuut = dezeMinuut;
  }

  /** Of er filters aan staan die op de rest wachten. */
  function kiestMeer(keuze) {
    return Object.entries(keuze).some(
      ([naam, waarde]) => waarde && !["gebied", "eigen", "tellen", "zonderTelling"].includes(naam),
    );
  }

  function onbekendeTijden(lijst) {
    return lijst.filter((r) => filters.stand(r.nr) === "onbekend").length;
  }

  /**
   * Het antwoord op {vraag, keuze, aantal, nu} (`nu` is het moment uit het adres, of leeg; `keuze.eigen` is de eigen
   * wijk: alleen voor de volgorde): kaarten, hoeveel het er zijn, crisis, suggesties en tellingen.
   */
  async function zoek({ vraag, keuze, aantal, nu }) {
    await begin;
    frisFiltersOp(nu);
    const eigen = keuze.gebied || keuze.eigen;
    let zonder = null; // alles, voor de filters: wat de tellingen nodig hebben
    // Waar iets is staat al in de kern; de andere filters wachten op de rest.
    const hier = (r) => !keuze.gebied || r.soort !== "voorziening" || nabij(r.nr, index, keuze.gebied) < 3;
    const past = filters ? (r) => filters.past(r, keuze) : hier;
    const opties = { gebied: eigen, aantal, open: filters ? filters.openRang : undefined, oud: filters ? filters.oudRang : undefined };
    // Wie filtert, wil weten waar hij heen kan.
    opties.levend = telKeuzes({ ...keuze, gebied: "" }) > 0;
    opties.kies = (alle) => {
      zonder = alle;
      return alle.filter(past);
    };
    const wie = (!heel && vroeg) || motor,
      uitslag = wie.zoek(vraag, opties);
    return {
      vraag,
      volledig: Boolean(filters),
      genoeg,
      voorlopig: uitslag.voorlopig || (!filters && kiestMeer(keuze)),
      uitkomst: uitslag.uitkomst,
      elders: uitslag.elders,
      taal: vreemd(vraag),
      crisis: uitslag.crisis,
      crisisNu: uitslag.crisisNu,
      aantal: uitslag.gevonden.length,
      peildatum: index.peildatum,
      kaarten: uitslag.resultaten.map((r) => maakKaart(r, uitslag, index, wie.boek, eigen || uitslag.gebied)),
      suggesties: uitslag.gevonden.length || uitslag.elders || vreemd(vraag) ? [] : wie.suggesties(vraag),
      zonderFilter: zonder.length,
      telling: filters && keuze.tellen ? filters.tel(zonder, keuze) : null,
      onbekend: filters && keuze.open ? onbekendeTijden(uitslag.gevonden) : 0,
    };
  }

  return { zoek, maakVolledig };
}
