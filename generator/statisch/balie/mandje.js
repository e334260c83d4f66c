// Het lijstje voor de beller: wat erop staat, en dat mailen, printen of als link kopieren. Staat er niets op, dan
// geldt wat open is.
import { alsTekst, kopieer, kortTekst, mailAdres, vandaag } from "./ingangen.js";
import { deelAdres } from "../lijstje/lijstje.js";
import { maak } from "../zoek/weergave.js";

const LEEG = "Er staat nog niets open en het lijstje is leeg.";

/**
 * `haal(id)` belooft een ingang, `open()` geeft [id, ingang] of null, `deel(naam)` een vak van de balie, `zeg(tekst)`
 * meldt iets.
 */
export function maakMandje({ gesprek, haal, open, deel, zeg, wortel, volAdres }) {
  const tekst = ([id, v]) => alsTekst(v, volAdres(`voorzieningen/${id}/`), vandaag());

  async function verzameld() {
    const ids = gesprek.stand.lijstje;
    if (ids.length) return (await Promise.all(ids.map(async (id) => [id, await haal(id)]))).filter(([, v]) => v);
    return open() ? [open()] : [];
  }

  async function toon() {
    const rij = gesprek.stand.lijstje.length ? await verzameld() : [];
    deel("mandje").replaceChildren(
      maak("h2", {}, `Lijstje voor deze beller (${rij.length})`),
      rij.length
        ? maak("p", {}, rij.map(([, v]) => v.naam).join(", "))
        : maak("p", { class: "stil" }, "Nog leeg. Met l zet u erop wat open staat."),
    );
  }

  async function mail() {
    const rij = await verzameld();
    if (!rij.length) return zeg(LEEG);
    const begin = `Alles bij elkaar: ${deelAdres(
      rij.map(([id]) => id),
      wortel,
    )}`;
    const kort = rij.map(([id, v]) => kortTekst(v, volAdres(`voorzieningen/${id}/`)));
    const href = mailAdres(
      "Adressen bij uw vraag",
      [begin, ...rij.map(tekst)].join("\n\n"),
      [begin, ...kort].join("\n\n"),
    );
    const link = maak("a", { href }, "Open de mail opnieuw");
    deel("melding").replaceChildren("De mail staat klaar in uw mailprogramma. ", link);
    link.click();
  }

  async function druk() {
    const rij = await verzameld();
    if (!rij.length) return zeg(LEEG);
    deel("druk").replaceChildren(
      maak("p", { class: "balie-druk-kop" }, "Adressen bij uw vraag"),
      ...rij.map((r) => maak("p", {}, tekst(r))),
    );
    print();
  }

  async function link() {
    const rij = await verzameld();
    if (!rij.length) return zeg(LEEG);
    zeg(
      (await kopieer(
        deelAdres(
          rij.map(([id]) => id),
          wortel,
        ),
      ))
        ? "De link naar het lijstje is gekopieerd."
        : "Kopiëren mag niet van deze browser.",
    );
  }

  return { toon, mail, druk, link };
}
