// Rust tijdens het typen: de eerste uitslag blijft staan tot een woord af is of het typen even stopt.

const RUST = 170;

const eersteVan = (uitslag) => (uitslag.kaarten[0] ? uitslag.kaarten[0].id : uitslag.uitkomst);

/** `toon(uitslag)` laat een uitslag zien; `bezig(ja)` hoort of er nog een wacht. */
export function maakRustig(toon, bezig = () => {}) {
  let klaarzetten = 0,
    wachtend = null,
    eerste = null;

  /** Laat zien wat nog wacht. */
  function nu() {
    clearTimeout(klaarzetten);
    const uitslag = wachtend;
    wachtend = null;
    if (!uitslag) return;
    eerste = eersteVan(uitslag);
    bezig(false);
    toon(uitslag);
  }

  /** Neem een uitslag aan; `typt`: iemand is aan het typen. */
  function neem(uitslag, typt) {
    clearTimeout(klaarzetten);
    wachtend = uitslag;
    const halfWoord = /[\p{L}\p{N}]$/u.test(uitslag.vraag);
    if (eerste === null || !typt || !halfWoord || eersteVan(uitslag) === eerste) return nu();
    bezig(true);
    klaarzetten = setTimeout(nu, RUST);
    return undefined;
  }

  /** De vraag is leeg: wat nog wacht hoeft niet meer. */
  function leeg() {
    clearTimeout(klaarzetten);
    wachtend = eerste = null;
  }

  return { neem, nu, leeg };
}
