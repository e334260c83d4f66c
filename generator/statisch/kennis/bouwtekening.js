// De bouwtekening: kiezen op wet en gebied, en wat u in de lijst aanwijst ook in de tekening laten zien.
const kies = document.getElementById("kies");
const vel = document.querySelector("[data-bouwtekening]");
const stand = document.getElementById("keuze-stand");
const blokken = [...document.querySelectorAll("[data-blok]")];
const begin = new Map([...document.querySelectorAll("[data-aantal]")].map((plek) => [plek, plek.textContent]));
let aantallen = null;

async function haalAantallen() {
  aantallen ??= (await (await fetch(vel.dataset.bouwtekening)).json()).aantallen;
  return aantallen;
}

function kiesWet(wet) {
  let over = 0;
  for (const blok of blokken) {
    const erbij = !wet || blok.dataset.wetten.split(" ").includes(wet);
    if (blok.tagName === "LI") {
      blok.hidden = !erbij;
      over += erbij;
    } else {
      blok.classList.toggle("is-buiten", !erbij);
    }
  }
  return over;
}

async function kiesGebied(code) {
  const telling = code ? ((await haalAantallen())[code] ?? {}) : null;
  for (const [plek, tekst] of begin) {
    const aantal = telling ? (telling[plek.dataset.aantal] ?? 0) : Number(tekst);
    plek.textContent = aantal || "";
    const woord = plek.nextElementSibling;
    if (woord) woord.textContent = aantal === 1 ? " plek" : aantal ? " plekken" : " nog geen plek";
  }
  return telling ?? Object.fromEntries([...begin].map(([plek, tekst]) => [plek.dataset.aantal, Number(tekst)]));
}

async function werkBij() {
  const wet = kies.elements.wet.value;
  const gebied = kies.elements.gebied;
  const over = kiesWet(wet);
  try {
    const telling = await kiesGebied(gebied.value);
    const zichtbaar = blokken.filter((blok) => blok.tagName === "LI" && !blok.hidden);
    const gevuld = zichtbaar.filter((blok) => telling[blok.dataset.blok]).length;
    stand.textContent = `${over} blokken. Gevuld in ${gebied.selectedOptions[0].textContent}: ${gevuld}.`;
  } catch {
    stand.textContent = "De aantallen zijn nu niet op te halen. Probeer het later nog eens.";
  }
  const vraag = new URLSearchParams(
    [
      ["wet", wet],
      ["gebied", gebied.value],
    ].filter(([, waarde]) => waarde),
  );
  history.replaceState(null, "", vraag.size ? `?${vraag}` : location.pathname);
}

function wijsAan(gebeurtenis) {
  const blok = gebeurtenis.target.closest("li[data-blok]");
  const doel = blok && vel.querySelector(`[data-blok="${CSS.escape(blok.dataset.blok)}"]`);
  if (doel) doel.classList.toggle("is-aan", gebeurtenis.type === "focusin" || gebeurtenis.type === "mouseover");
}

for (const soort of ["focusin", "focusout", "mouseover", "mouseout"]) document.addEventListener(soort, wijsAan);
const gevraagd = new URLSearchParams(location.search);
if ([...kies.querySelectorAll("[name=wet]")].some((keuze) => keuze.value === gevraagd.get("wet")))
  kies.elements.wet.value = gevraagd.get("wet");
if ([...kies.elements.gebied.options].some((keuze) => keuze.value === gevraagd.get("gebied")))
  kies.elements.gebied.value = gevraagd.get("gebied");
kies.addEventListener("change", werkBij);
kies.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
werkBij();
