// Een lijst per vraag: wat de kern zeker weet staat voorop en blijft daar staan als de rest van de index er is. Puur.

const VOOROP = 1;
const sleutel = (r) => `${r.soort} ${r.nr}`;

/**
 * Twee motors als een: `kern` zoekt op de kern van de index, `vol()` geeft de motor op alles, of null zolang die er
 * niet is.
 */
export function maakSamen(kern, vol) {
  /** Als zoek() van de motor; `voorlopig` zegt dat de volgorde nog kan veranderen als de rest er is. */
  function zoek(vraag, opties = {}) {
    const motor = vol(),
      eerst = kern.zoek(vraag, {
        ...opties,
        open: undefined,
        oud: undefined,
        levend: true,
        zonderCrisis: Boolean(motor),
        aantal: motor ? 0 : opties.aantal,
      });
    if (!motor) return { ...eerst, voorlopig: !eerst.vast };
    const voorop = eerst.vast ? eerst.gevonden.slice(0, VOOROP).map(sleutel) : [];
    return { ...motor.zoek(vraag, { ...opties, voorop }), voorlopig: false };
  }

  return {
    zoek,
    crisisVan: (...a) => (vol() || kern).crisisVan(...a),
    suggesties: (...a) => (vol() || kern).suggesties(...a),
    get boek() {
      return (vol() || kern).boek;
    },
  };
}
