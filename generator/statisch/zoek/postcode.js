// Een postcode in een vraag, zoals mensen die typen: 9999AC, 9999 ac, 9999-AC, NL-9999  AC, met elke soort spatie of
// streepje. Puur.

const TUSSEN = "[\\s\\u00ad\\u200b\\u2060\\ufeff.\\u2010-\\u2015\\u2212-]*";
const POSTCODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:NL${TUSSEN})?([1-9]\\d{3})(${TUSSEN})([a-z]{2})(?![\\p{L}\\p{N}])`,
  "giu",
);
// Na een getal is "in", "de" of "eu" meestal een gewoon woord: "in 2025 in de bijstand".
const KLEIN = new Set(
  "aan af al as de eu en er ik in is je km kg na nl nu of om op pm te uw we wo za ze zo".split(" "),
);

/** De postcode in een vraag ("9999 AC") en de vraag zonder postcode; zonder postcode is hij "". */
export function vindPostcode(vraag) {
  for (const m of vraag.matchAll(POSTCODE)) {
    const [heel, cijfers, tussen, letters] = m;
    const einde = !vraag.slice(m.index + heel.length).trim();
    if (tussen && KLEIN.has(letters) && !(einde && !vraag.slice(0, m.index).trim())) continue;
    const over = `${vraag.slice(0, m.index)} ${vraag.slice(m.index + heel.length)}`.trim();
    return { postcode: `${cijfers} ${letters.toUpperCase()}`, over };
  }
  return { postcode: "", over: vraag };
}
