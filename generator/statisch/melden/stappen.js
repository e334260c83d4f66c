// De vragen van het formulier: wat er gevraagd wordt en welke velden erbij horen. Wie alle velden wil, krijgt de hele
// tabel.

/** Wat er niet kan kloppen aan een plek; in deze volgorde staan zij op het eerste blad. */
export const ONDERWERPEN = [
  {
    id: "telefoon",
    woord: "Het telefoonnummer",
    vraag: "Wat is het goede telefoonnummer?",
    velden: ["contact.telefoon", "contact.telefoons"],
  },
  {
    id: "tijden",
    woord: "De tijden",
    vraag: "Wat zijn de goede tijden?",
    zin: "Tik op een dag om haar te wijzigen.",
    tijden: true,
  },
  { id: "adres", woord: "Het adres of de ingang", vraag: "Wat is het goede adres?", plekken: true },
  {
    id: "naam",
    woord: "De naam of de uitleg",
    vraag: "Hoe moet het heten?",
    velden: ["naam", "samenvatting", "omschrijving"],
  },
  {
    id: "mail",
    woord: "De mail of de website",
    vraag: "Wat is de goede mail of website?",
    velden: ["contact.email", "contact.website", "contact.chat"],
  },
  {
    id: "kosten",
    woord: "Wat het kost, of hoe u binnenkomt",
    vraag: "Wat kost het, en hoe komt iemand binnen?",
    velden: ["kosten", "toegang", "voor_wie", "niet_voor"],
  },
  {
    id: "dicht",
    woord: "Het is even dicht, of anders dan gewoon",
    vraag: "Wat is er tijdelijk anders?",
    velden: ["tijdelijk", "wachttijd"],
  },
];

/** De vragen bij een nieuwe plek, een voor een. */
export const NIEUW = [
  {
    id: "naam",
    vraag: "Hoe heet de plek?",
    velden: ["naam", "samenvatting"],
    opties: {
      naam: { woord: "Naam", uitleg: "Zoals mensen in de buurt haar noemen." },
      samenvatting: {
        woord: "Wat kan iemand hier?",
        uitleg: "In een korte zin. Bijvoorbeeld: Samen eten op dinsdag, voor iedereen in de wijk.",
      },
    },
  },
  {
    id: "functies",
    vraag: "Wat voor hulp is het?",
    zin: "Vink aan wat past. Het belangrijkste eerst.",
    velden: ["functies"],
  },
  {
    id: "toegang",
    vraag: "Hoe komt iemand binnen?",
    velden: ["toegang.hoe", "toegang.uitleg"],
    opties: {
      "toegang.hoe": { woord: "Kies wat het beste past", uitleg: "", moet: true },
      "toegang.uitleg": { woord: "Wat moet iemand doen?" },
    },
  },
  { id: "werkgebied", vraag: "Voor welke wijken is het?", velden: ["werkgebied"] },
  {
    id: "contact",
    vraag: "Hoe neemt iemand contact op?",
    zin: "Alleen nummers en adressen van de plek zelf, niet van een persoon.",
    velden: ["contact.telefoon", "contact.email", "contact.website"],
    over: true,
  },
  { id: "adres", vraag: "Waar is het?", plekken: true, over: true },
  {
    id: "tijden",
    vraag: "Wanneer is het open?",
    zin: "Tik op een dag. Wat u niet weet, laat u op ‘niet bekend’ staan.",
    tijden: true,
    over: true,
  },
  {
    id: "meer",
    vraag: "Voor wie is het, en wat kost het?",
    velden: ["voor_wie", "doelgroepen", "kosten.soort", "kosten.toelichting"],
    over: true,
  },
];

const PLEKVELDEN = ["naam", "adres", "punt", "ter_plaatse", "rolstoel"];

/** De velden van een plek zonder haar tijden; een geheim adres alleen als dat er al staat. */
export const plekvelden = (veld, plek = {}) =>
  veld.velden.filter((v) => PLEKVELDEN.includes(v.naam) || (v.naam === "adres_geheim" && plek.adres_geheim));
