// Wat de balie tijdens een gesprek onthoudt: de wijk, het lijstje en wat er net bekeken is. Alleen ids, alleen in dit
// tabblad.

const SLEUTEL = "sociale-kaart-balie";
const MEEST_BEKEKEN = 8,
  MEEST_OP_LIJSTJE = 20;
const leeg = () => ({ wijk: "", lijstje: [], bekeken: [] });

function lees() {
  try {
    const bewaard = JSON.parse(sessionStorage.getItem(SLEUTEL));
    const lijst = (l) => (Array.isArray(l) ? l : []);
    return {
      wijk: String(bewaard.wijk || ""),
      lijstje: lijst(bewaard.lijstje).map(String),
      bekeken: lijst(bewaard.bekeken),
    };
  } catch {
    return leeg();
  }
}

/** Een gesprek: `stand` om te lezen, de rest om te veranderen. */
export function maakGesprek() {
  let stand = lees();

  function bewaar(nieuw) {
    stand = nieuw;
    try {
      sessionStorage.setItem(SLEUTEL, JSON.stringify(stand));
    } catch {
      /* zonder opslag onthoudt alleen dit blad het */
    }
  }

  return {
    get stand() {
      return stand;
    },
    kiesWijk: (code) => bewaar({ ...stand, wijk: code }),
    bekijk: (item) =>
      bewaar({
        ...stand,
        bekeken: [item, ...stand.bekeken.filter((b) => b.id !== item.id || b.soort !== item.soort)].slice(
          0,
          MEEST_BEKEKEN,
        ),
      }),
    /** Zet op het lijstje of haal eraf; true als het er nu op staat. */
    wissel(id) {
      const erop = !stand.lijstje.includes(id);
      bewaar({
        ...stand,
        lijstje: erop ? [...stand.lijstje, id].slice(-MEEST_OP_LIJSTJE) : stand.lijstje.filter((i) => i !== id),
      });
      return erop;
    },
    /** Een nieuwe beller: wijk, lijstje en wat bekeken is gaan weg; wat iemand opende, zegt waarover hij belde. */
    nieuw: () => bewaar(leeg()),
  };
}
