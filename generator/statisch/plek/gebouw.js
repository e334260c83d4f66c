// De eigen keuze over het gebouw: alleen plekken waarvan het zeker is. De keuze blijft in deze browser; er gaat niets
// naar ons.

const SLEUTEL = "sociale-kaart-gebouw";
const vorm = document.querySelector("[data-gebouwkeuze]");

function lees() {
  try {
    const bewaard = JSON.parse(localStorage.getItem(SLEUTEL));
    return Array.isArray(bewaard) ? bewaard.map(String) : [];
  } catch {
    return [];
  }
}

function bewaar(keuze) {
  try {
    if (keuze.length) localStorage.setItem(SLEUTEL, JSON.stringify(keuze));
    else localStorage.removeItem(SLEUTEL);
  } catch {
    /* zonder opslag geldt de keuze alleen op dit blad */
  }
}

const gekozen = () => new FormData(vorm).getAll("gebouw");

function toon() {
  const keuze = gekozen(),
    plekken = [...document.querySelectorAll("[data-kaartje]")];
  let aantal = 0;
  for (const li of plekken) {
    const heeft = (li.dataset.gebouw || "").split(" ");
    // Een klasse en geen hidden: dat is van de andere keuzes op deze pagina (vinden/onderwerp.js).
    li.classList.toggle("buiten-keuze", !keuze.every((naam) => heeft.includes(naam)));
    if (!li.hidden && !li.classList.contains("buiten-keuze")) aantal += 1;
  }
  for (const deel of document.querySelectorAll("section.deel"))
    deel.classList.toggle("buiten-keuze", !deel.querySelector("[data-kaartje]:not(.buiten-keuze)"));
  vorm.querySelector("[data-gebouw-telling]").textContent = keuze.length
    ? `${aantal} van de ${plekken.length} hebben dit zeker.`
    : "";
}

if (vorm) {
  for (const vakje of vorm.elements.gebouw) vakje.checked = lees().includes(vakje.value);
  vorm.hidden = false;
  vorm.querySelector("details").open = gekozen().length > 0;
  vorm.addEventListener("change", () => {
    bewaar(gekozen());
    toon();
  });
  vorm.addEventListener("submit", (g) => g.preventDefault());
  toon();
}
