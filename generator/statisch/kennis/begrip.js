// De uitleg van een onderstreept woord op de plek zelf; zonder script gaat de link naar de woordenlijst.
const wortel = document.documentElement.dataset.wortel;
let lijst = null;
let venster = null;
let vorige = null;

async function haal(id) {
  lijst ??= fetch(`${wortel}data/begrippen.jsonld`).then((antwoord) => antwoord.json());
  const begrippen = await lijst;
  return begrippen["@graph"].find((begrip) => begrip["@id"].endsWith(`#${id}`));
}

function maakVenster() {
  venster = document.createElement("div");
  venster.className = "begrip-uitleg";
  venster.popover = "auto";
  venster.tabIndex = -1;
  venster.setAttribute("role", "dialog");
  venster.setAttribute("aria-labelledby", "begrip-kop");
  venster.append(document.createElement("p"), document.createElement("p"), document.createElement("p"));
  venster.children[0].id = "begrip-kop";
  venster.children[2].append(document.createElement("a"));
  venster.addEventListener("toggle", (gebeurtenis) => {
    if (gebeurtenis.newState === "closed" && venster.contains(document.activeElement)) vorige?.focus();
  });
  document.body.append(venster);
}

async function laatZien(link) {
  const begrip = await haal(link.dataset.begrip);
  if (!begrip) throw new Error("onbekend begrip");
  if (!venster) maakVenster();
  vorige = link;
  venster.children[0].textContent = begrip.prefLabel["@value"];
  venster.children[1].textContent = begrip.definition["@value"];
  venster.querySelector("a").textContent = "Naar de woordenlijst";
  venster.querySelector("a").href = link.href;
  venster.showPopover();
  const plek = link.getBoundingClientRect();
  venster.style.left = `${Math.max(8, Math.min(plek.left, innerWidth - venster.offsetWidth - 8))}px`;
  venster.style.top = `${plek.bottom + venster.offsetHeight + 8 > innerHeight ? Math.max(8, plek.top - venster.offsetHeight - 6) : plek.bottom + 6}px`;
  venster.focus({ preventScroll: true });
}

if ("popover" in HTMLElement.prototype) {
  document.addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest("a.begrip");
    if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey || gebeurtenis.button) return;
    gebeurtenis.preventDefault();
    laatZien(link).catch(() => {
      location.href = link.href;
    });
  });
}
