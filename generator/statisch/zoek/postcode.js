// Een postcode in een vraag. Puur.

const POSTCODE = /(?<!\w)([1-9]\d{3}) ?([a-z]{2})(?!\w)/i;

/** De postcode in een vraag ("9999 AC") en de vraag zonder postcode; zonder postcode is hij "". */
export function vindPostcode(vraag) {
  const m = POSTCODE.exec(vraag);
  return m ? { postcode: `${m[1]} ${m[2].toUpperCase()}`, over: vraag.replace(m[0], " ").trim() } : { postcode: "", over: vraag };
}
