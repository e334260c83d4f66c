// Een lijst van plekken korter maken: gratis, nu open of te bellen, een deel van de dag, de eigen wijk. De keuze staat
// in het adres,
// met de namen van /zoeken/. Alles staat al op de pagina; wat niet past gaat weg, en een groep zonder plekken ook.

const vorm = document.querySelector("[data-lijstfilter]"),
  velden = vorm ? vorm.elements : {};
// data-bij zijn de wijken en gemeenten waar een plek zit of voor is; zonder is zij voor iedereen.
const GROEP = "details.groep, section.deel";
const kaartjes = [...document.querySelectorAll("main [data-kaartje]")].filter(
  (k) => !k.closest("[data-teams], [data-begin]"),
);
const groepen = [...new Set(kaartjes.map((k) => k.closest(GROEP)).filter(Boolean))];
const NAMEN = ["gebied", "dagdeel", "gratis", "open"];
const waarde = (veld) => (veld ? (veld.type === "checkbox" ? (veld.checked ? veld.value : "") : veld.value) : "");

function lees() {
  const adres = new URLSearchParams(location.search);
  for (const naam of NAMEN) {
    const veld = velden[naam],
      wens = adres.get(naam);
    if (!veld || !wens) continue;
    if (veld.type === "checkbox") veld.checked = wens === veld.value;
    else if ([...veld.options].some((o) => o.value === wens)) veld.value = wens;
  }
}

function schrijf() {
  const adres = new URL(location.href);
  for (const naam of NAMEN)
    if (waarde(velden[naam])) adres.searchParams.set(naam, waarde(velden[naam]));
    else adres.searchParams.delete(naam);
  history.replaceState(null, "", adres);
}

function past(kaartje, keuze) {
  const stand = kaartje.querySelector("[data-stand]"),
    bij = kaartje.dataset.bij;
  return (
    (!keuze.gratis || "gratis" in kaartje.dataset) &&
    (!keuze.open || (stand && ["open", "bereikbaar", "onbekend"].includes(stand.dataset.stand))) &&
    (!keuze.dagdeel || (kaartje.dataset.dagdeel || "").includes(keuze.dagdeel)) &&
    (!keuze.gebied || !bij || bij.split(" ").some((code) => code === keuze.gebied || code === keuze.gemeente))
  );
}

function toonTeam(optie) {
  const blok = document.querySelector("[data-teams]");
  if (!blok) return;
  const team = optie ? optie.dataset.team : "";
  for (const k of blok.querySelectorAll("[data-kaartje]")) k.hidden = k.dataset.kaartje !== team;
  blok.hidden = !team;
  document.querySelector("[data-kies-wijk]").hidden = Boolean(team);
}

function toonGroep(groep, over, actief) {
  const hier = kaartjes.filter((k) => groep.contains(k)),
    zichtbaar = hier.filter((k) => over.has(k)).length;
  groep.hidden = actief && !zichtbaar;
  const aantal = groep.querySelector("summary .aantal");
  if (aantal) aantal.textContent = zichtbaar;
  if (groep.matches("details.groep")) groep.open = actief ? zichtbaar > 0 : groep.dataset.open === "ja";
}

function toon() {
  const optie = velden.gebied && velden.gebied.value ? velden.gebied.selectedOptions[0] : null;
  const keuze = Object.fromEntries(NAMEN.map((naam) => [naam, waarde(velden[naam])]));
  keuze.gemeente = optie ? optie.dataset.gemeente || velden.gebied.dataset.gemeente : "";
  const actief = NAMEN.some((naam) => keuze[naam]),
    over = new Set(kaartjes.filter((k) => past(k, keuze)));
  for (const k of kaartjes) k.hidden = !over.has(k);
  for (const groep of groepen) toonGroep(groep, over, actief);
  toonTeam(optie);
  const [n, van] = [over, new Set(kaartjes)].map((rij) => new Set([...rij].map((k) => k.dataset.kaartje)).size);
  vorm.querySelector("[data-filter-stand]").textContent = !actief
    ? ""
    : n
      ? `${n} van ${van} plekken.`
      : "Niets past bij uw keuze. Kies iets minder.";
}

function begin() {
  for (const groep of groepen) if (groep.open) groep.dataset.open = "ja";
  lees();
  toon();
  vorm.addEventListener("change", () => {
    schrijf();
    toon();
  });
  vorm.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
  document.addEventListener("stand:klaar", () => velden.open.checked && toon());
}

if (vorm) begin();
