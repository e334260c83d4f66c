// Wat niet meer bestaat, gevonden op zijn eigen naam: wie ernaar zoekt hoort dat het weg is, en wat er nu is. Puur.

function naamStaatIn(naam, vraag, lijkt) {
  for (let i = 0; i + naam.length <= vraag.length; i++) if (naam.every((w, j) => lijkt(vraag[i + j], w))) return true;
  return false;
}

/**
 * De nummers van `gesloten` ({naam}) waarvan de hele naam gevraagd is, met `bovenaan`; `lijkt` vergelijkt twee woorden.
 * Een naam zonder eigen woord ("Voedselbank", "Bibliotheek Noord") is ook een vraag om hulp: dan gaat alles wat er wel is voor.
 */
export function vindGesloten(vraag, gesloten, teller, plaatsen, lijkt) {
  const gevraagd = teller.inhoud(vraag),
    uit = [];
  gesloten.forEach((iets, nr) => {
    iets.woorden = iets.woorden || teller.inhoud(iets.naam);
    const ruim = gevraagd.length === iets.woorden.length;
    if ((!ruim && iets.woorden.length < 2) || !naamStaatIn(iets.woorden, gevraagd, lijkt)) return;
    const bovenaan = iets.woorden.some((w) => !plaatsen.has(w) && !teller.boek.vanInwoners(w));
    if (ruim || bovenaan) uit.push({ nr, bovenaan });
  });
  return uit;
}

/** Zet wat niet meer bestaat in de volgorde: na wie echt zo heet, of als laatste dat nog in beeld komt. */
export function voegGeslotenToe(rij, gevonden, aantal = Infinity) {
  const uit = [...rij];
  for (const { nr, bovenaan } of gevonden) {
    const heet = uit.findIndex((r) => !r.heel && !(r.voor <= 2));
    const plek = bovenaan ? (heet < 0 ? uit.length : heet) : Math.min(uit.length, aantal - 1);
    uit.splice(plek, 0, { soort: "gesloten", nr, functie: -1, score: 0, heel: bovenaan });
  }
  return uit;
}
