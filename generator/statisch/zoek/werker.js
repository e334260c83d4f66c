// De werker: houdt het zoeken weg van het typen. Van een reeks vragen krijgt alleen de laatste antwoord.

import { maakDienst } from "./dienst.js";

const dienst = maakDienst((soort) => postMessage({ soort }));
let laatste = 0;

addEventListener("message", async ({ data }) => {
  if (data.soort === "volledig") return dienst.maakVolledig();
  laatste = data.nummer;
  await new Promise((klaar) => setTimeout(klaar));
  if (data.nummer !== laatste) return postMessage({ soort: "overgeslagen", nummer: data.nummer });
  try {
    postMessage({ soort: "uitslag", nummer: data.nummer, uitslag: await dienst.zoek(data) });
  } catch (fout) {
    postMessage({ soort: "fout", nummer: data.nummer, tekst: String(fout) });
  }
});
