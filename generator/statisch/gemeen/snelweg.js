// "Sluit deze pagina snel": een klik of drie keer Escape gaat naar een neutrale pagina. Zonder script is het een
// gewone link.

const KEREN = 3,
  BINNEN = 3000;

/** Weg van hier: het blad is meteen leeg, en "vorige" brengt niemand terug naar deze pagina. */
export function gaWeg(adres) {
  document.documentElement.hidden = true;
  document.title = "Weer";
  location.replace(adres);
}

/** Koppel de knop in `blad`, en Escape op de hele pagina. Geeft een functie terug die alles weer loslaat. */
export function koppelSnelweg(blad = document) {
  const knop = blad.querySelector("[data-snelweg]");
  if (!knop) return () => {};
  let tijden = [];
  const klik = (gebeurtenis) => {
    if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    gaWeg(knop.href);
  };
  const toets = (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape" || gebeurtenis.repeat) return;
    const nu = Date.now();
    tijden = [...tijden.filter((t) => nu - t < BINNEN), nu];
    if (tijden.length >= KEREN) gaWeg(knop.href);
  };
  knop.addEventListener("click", klik);
  addEventListener("keydown", toets, true);
  for (const el of blad.querySelectorAll("[data-snelweg-toets]")) el.hidden = false;
  return () => {
    knop.removeEventListener("click", klik);
    removeEventListener("keydown", toets, true);
  };
}

koppelSnelweg();
