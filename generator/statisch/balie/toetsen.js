// De sneltoetsen van de balie. Zij werken alleen als er niet getypt wordt, en kunnen uit (WCAG 2.1.4).
import { maak } from "../zoek/weergave.js";

const SLEUTEL = "sociale-kaart-balie-toetsen";
export const TOETSEN = [
  ["/", "vraag"],
  ["↑ ↓", "kies"],
  ["Enter", "open"],
  ["Esc", "terug naar de vraag"],
  ["c", "kopieer"],
  ["l", "lijstje"],
  ["m", "mail"],
  ["p", "print"],
  ["d", "deel-link"],
  ["w", "wijk"],
  ["t", "wijkteam"],
  ["b", "vorige"],
  ["1-9", "kies uit blad"],
  ["o", "hele pagina"],
  ["h", "hier miste ik iets"],
  ["n", "nieuw gesprek"],
];

function lees() {
  try {
    return localStorage.getItem(SLEUTEL) !== "uit";
  } catch {
    return true;
  }
}

const typt = (el) => el.closest("input, textarea, select, [contenteditable]") !== null;

/** Koppel de toetsen aan `doe` (toets -> functie), toon de uitleg, en laat `knop` ze aan- en uitzetten. */
export function koppelToetsen({ doe, uitleg, knop }) {
  let aan = lees();

  function toon() {
    knop.setAttribute("aria-pressed", String(aan));
    knop.textContent = aan ? "Sneltoetsen: aan" : "Sneltoetsen: uit";
    uitleg.replaceChildren(
      ...(aan ? TOETSEN : TOETSEN.slice(1, 4)).flatMap(([toets, wat]) => [
        maak("span", {}, maak("kbd", {}, toets), ` ${wat}`),
        " ",
      ]),
    );
  }

  addEventListener("keydown", (gebeurtenis) => {
    const { key, target } = gebeurtenis;
    if (
      gebeurtenis.ctrlKey ||
      gebeurtenis.metaKey ||
      gebeurtenis.altKey ||
      gebeurtenis.defaultPrevented ||
      typt(target)
    )
      return;
    const altijd = ["Escape", "ArrowDown", "ArrowUp"].includes(key);
    const cijfer = /^[1-9]$/.test(key);
    if (!altijd && (!aan || !(cijfer || (key in doe && key.length === 1)))) return;
    gebeurtenis.preventDefault();
    if (cijfer) doe.cijfer(Number(key));
    else doe[key]();
  });
  knop.addEventListener("click", () => {
    aan = !aan;
    try {
      if (aan) localStorage.removeItem(SLEUTEL);
      else localStorage.setItem(SLEUTEL, "uit");
    } catch {
      /* dan geldt het alleen nu */
    }
    toon();
  });
  toon();
}
