// De werker: houdt het zoeken weg van het typen. Van een reeks vragen krijgt alleen de laatste antwoord.

import { haalZelf, maakDienst } from "./dienst.js";

// wacht.js haalt de bestanden in de naam van de werker al op; die komen dan als bericht.
const klaar = {},
  onderweg = {};
for (const naam of self.name.split(" ")) onderweg[naam] = new Promise((k) => (klaar[naam] = k));

async function haalVooruit(naam, opnieuw) {
  const tekst = opnieuw ? "" : await onderweg[naam];
  return tekst ? JSON.parse(tekst) : haalZelf(naam, opnieuw);
}

const dienst = maakDienst((soort) => postMessage({ soort }), haalVooruit);
let laatste = 0;

addEventListener("message", async ({ data }) => {
  if (data.soort === "volledig") return dienst.maakVolledig();
  if (data.soort === "bestand") return klaar[data.naam](data.tekst);
  laatste = data.nummer;
  await new Promise((klaar) => setTimeout(klaar));
  if (data.nummer !== laatste) return postMessage({ soort: "overgeslagen", nummer: data.nummer });
  try {
    postMessage({ soort: "uitslag", nummer: data.nummer, uitslag: await dienst.zoek(data) });
  } catch (fout) {
    postMessage({ soort: "fout", nummer: data.nummer, tekst: String(fout) });
  }
});
