// Herkent een vraag in een andere taal dan Nederlands: aan het schrift, of aan gewone woorden van die taal. Puur.

import { vouw } from "./taal.js";

const SCHRIFT = [
  ["ar", /\p{Script=Arabic}/u],
  ["uk", /\p{Script=Cyrillic}/u],
];
// Woorden die in het Nederlands niet bestaan; twee ervan, of een eigen letter en een, is genoeg.
const TAALWOORDEN = {
  en: "i my me you your he she they the and how what where when who why can could need want help please have has to for with without from is are am was not dont cant find get looking house home money food doctor school work job sick pay rent bill bills debt child children husband wife lost feel sad scared",
  tr: "ve bir bu icin ben benim nasil nerede ne zaman istiyorum lazim yardim var yok degil cok mi doktor para is ev kira cocuk cocugum hasta okul borc yemek bulmak ariyorum kocam esim lutfen",
  pl: "i w z na nie jest jestem mam moj moja moje chce potrzebuje pomoc pomocy szukam gdzie jak kiedy co dla do lekarz lekarza praca pracy pieniadze pieniedzy mieszkanie mieszkania dziecko dzieci szkola dlugi jedzenie bezdomny maz prosze",
  ar: "ana ureed musaada",
  uk: "ya ne de yak dopomoha dopomohy potribna potribno shukayu robota roboty bizhentsi zhytlo likar hroshi dytyna dity shkola bud laska",
};
const EIGEN = { tr: /[ğışçĞİŞÇ]/, pl: /[ąćęłńśźżĄĆĘŁŃŚŹŻ]/ };
const SETS = Object.entries(TAALWOORDEN).map(([taal, ws]) => [taal, new Set(ws.split(" "))]);
// Ook gewoon Nederlands: die alleen zeggen niets.
const OOK_NEDERLANDS = new Set(
  "i me he is was help to for de ne ve var para ev is i w z na do co jak en and the work school job was have sad mi ya".split(
    " ",
  ),
);

/** De code van de taal (en, tr, pl, ar, uk), of "" bij Nederlands of te weinig woorden. */
export function vreemdeTaal(vraag, kent = () => false) {
  for (const [taal, schrift] of SCHRIFT) if (schrift.test(vraag)) return taal;
  const ws = vouw(vraag).match(/\p{L}+/gu) || [];
  let beste = "",
    meest = 0;
  for (const [taal, set] of SETS) {
    const raak = ws.filter((w) => set.has(w)),
      zeker = raak.filter((w) => !OOK_NEDERLANDS.has(w) && !kent(w));
    const punten = raak.length + zeker.length + (EIGEN[taal] && EIGEN[taal].test(vraag) ? 2 : 0);
    if (zeker.length && punten >= Math.max(2, ws.length * 0.8) && punten > meest) [beste, meest] = [taal, punten];
    else if (!raak.length && punten === 2 && !beste) [beste, meest] = [taal, 2];
  }
  return beste;
}
