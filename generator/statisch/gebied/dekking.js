// De dekkingstabel sorteren op een kolom, en minder laten zien.

const RANG = { nee: 0, oud: 1, elders: 2, ja: 3 };
const tabel = document.querySelector(".dektabel");
const lijf = tabel.tBodies[0];
const formulier = document.querySelector("[data-dekking]");
const begin = [...lijf.rows];

function waarde(rij, kolom) {
  const tekst = rij.cells[kolom].textContent.trim();
  if (kolom > 2) return RANG[tekst];
  return kolom === 2 ? Number(tekst) : tekst;
}

function vergelijk(a, b) {
  return typeof a === "number" ? a - b : a.localeCompare(b, "nl");
}

function sorteer(kop, kolom) {
  const nu = kop.getAttribute("aria-sort");
  const richting = nu === "ascending" ? "descending" : nu === "descending" ? null : "ascending";
  for (const th of tabel.tHead.rows[0].cells) th.removeAttribute("aria-sort");
  if (richting) kop.setAttribute("aria-sort", richting);
  const teken = richting === "descending" ? -1 : 1;
  lijf.append(...(richting ? [...begin].sort((a, b) => teken * vergelijk(waarde(a, kolom), waarde(b, kolom))) : begin));
}

function filter() {
  const { essentieel, tekort } = formulier.elements;
  let aantal = 0;
  for (const rij of begin) {
    rij.hidden = (essentieel.checked && !("essentieel" in rij.dataset)) || (tekort.checked && !rij.querySelector(".dek-ontbreekt"));
    aantal += rij.hidden ? 0 : 1;
  }
  document.querySelector("[data-dek-stand]").textContent = `${aantal} ${aantal === 1 ? "functie" : "functies"}`;
}

[...tabel.tHead.rows[0].cells].forEach((kop, kolom) => {
  const knop = Object.assign(document.createElement("button"), { type: "button", textContent: kop.textContent });
  knop.addEventListener("click", () => sorteer(kop, kolom));
  kop.replaceChildren(knop);
});
formulier.hidden = false;
formulier.addEventListener("change", filter);
