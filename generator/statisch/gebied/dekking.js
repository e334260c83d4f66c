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
  lijf.append(
    ...(richting ? [...begin].sort((a, b) => teken * vergelijk(waarde(a, kolom), waarde(b, kolom))) : begin),
  );
}

/** Een wijk kiezen laat alleen haar kolom staan; dan past de tabel op een telefoon. */
function toonWijk(nummer) {
  tabel.classList.toggle("is-smal", nummer > 0);
  for (const rij of tabel.rows)
    [...rij.cells].forEach((cel, kolom) => (cel.hidden = nummer > 0 && kolom > 0 && kolom !== nummer + 2));
}

function filter() {
  const { wijk, essentieel, tekort } = formulier.elements;
  toonWijk(Number(wijk.value));
  let aantal = 0;
  for (const rij of begin) {
    const mist = wijk.value
      ? rij.cells[Number(wijk.value) + 2].matches(".dek-ontbreekt")
      : rij.querySelector(".dek-ontbreekt");
    rij.hidden = (essentieel.checked && !("essentieel" in rij.dataset)) || (tekort.checked && !mist);
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
if (matchMedia("(max-width: 39.99rem)").matches) {
  formulier.elements.wijk.selectedIndex = 1;
  filter();
}
formulier.addEventListener("change", filter);
