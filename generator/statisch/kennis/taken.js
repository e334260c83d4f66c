// Het register van taken: filteren, en bewaren wat er overblijft.
import { plat } from "./plat.js";

const keuze = document.getElementById("filter");
const tabel = document.getElementById("takentabel");

function filter() {
  const { zoek, soort, groep, gemeente } = keuze.elements;
  const vraag = plat(zoek.value.trim());
  let over = 0;
  for (const rij of tabel.tBodies[0].rows) {
    const goed =
      (!soort.value || rij.dataset.soort === soort.value) &&
      (!groep.value || rij.dataset.groep === groep.value) &&
      (!gemeente.value || rij.dataset.gemeenten.split(" ").includes(gemeente.value)) &&
      (!vraag || plat(rij.textContent).includes(vraag));
    rij.hidden = !goed;
    over += goed;
    for (const regel of rij.querySelectorAll("[data-gemeente]"))
      regel.hidden = Boolean(gemeente.value) && regel.dataset.gemeente !== gemeente.value;
  }
  document.getElementById("filter-stand").textContent = `${over} van ${tabel.tBodies[0].rows.length} taken.`;
}

// Een tekst die met een teken uit een formule begint, krijgt een apostrof: een rekenblad voert hem dan niet uit.
const veld = (tekst) =>
  `"${tekst
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^([=+\-@])/, "'$1")
    .replaceAll('"', '""')}"`;

function bewaar() {
  // Ook wat op een telefoon dichtgevouwen is.
  tabel.classList.add("heel");
  const rijen = [...tabel.tBodies[0].rows].filter((rij) => !rij.hidden);
  const kop = [...tabel.tHead.rows[0].cells].map((cel) => veld(cel.textContent));
  const regels = rijen.map((rij) => [...rij.cells].map((cel) => veld(cel.innerText)).join(","));
  tabel.classList.remove("heel");
  const bestand = new Blob([`\ufeff${[kop.join(","), ...regels].join("\r\n")}\r\n`], { type: "text/csv" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bestand);
  link.download = "taken-selectie.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

if (keuze) {
  keuze.addEventListener("input", filter);
  keuze.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  document.getElementById("bewaar").addEventListener("click", bewaar);
  filter();
}
