// Waarom een webadres niet geplaatst kan worden, zoals generator/lezen/webadres.py het zegt. Puur.

const LANGSTE_ADRES = 500;

/** De reden, of leeg als het goed is; `past(naam, tekst)` vergelijkt met een patroon uit de gegevens. */
export function bezwaarTegenUrl(waarde, past) {
  if (!/^https?:\/\//.test(waarde)) return "het begint niet met https://";
  if (waarde.length > LANGSTE_ADRES) return `het is langer dan ${LANGSTE_ADRES} tekens`;
  // eslint-disable-next-line no-control-regex
  if (/[\s\\<>"'`{}|^\x00-\x1f\x7f]/.test(waarde) || /[^\x00-\x7f]/.test(waarde))
    return "er staat een teken in dat niet kan";
  const plek = /^https?:\/\/([^/?#]*)/.exec(waarde)[1];
  const naPlek = plek.slice(plek.lastIndexOf("@") + 1);
  if (naPlek.includes("[") !== naPlek.includes("]")) return "het adres is niet te lezen";
  const [, host, poort] = /^(\[.*\]|[^:]*)(?::(.*))?$/.exec(naPlek) || [null, "", "x"];
  if (poort && !(/^\d+$/.test(poort) && Number(poort) <= 65535)) return "het adres is niet te lezen";
  if (plek.includes("@")) return "er staat een gebruikersnaam in";
  const naam = host.toLowerCase();
  if (past("ip", naam)) return "het is een IP-adres";
  if (naam.split(".").some((deel) => deel.startsWith("xn--"))) return "de naam bevat letters die op andere lijken";
  return past("sitenaam", naam) ? "" : "de naam van de site klopt niet";
}
