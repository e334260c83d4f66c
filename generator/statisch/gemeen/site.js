// Kleine hulp op elke pagina; alles werkt ook zonder.

for (const knop of document.querySelectorAll("[data-print]")) {
  knop.addEventListener("click", () => window.print());
  knop.hidden = false;
}

// Wat van het moment afhangt; op de meeste pagina's staat dit script er al vooraf bij.
if (
  document.querySelector("[data-tijden], [data-tot], [data-na], [data-rooster]") ||
  new URLSearchParams(location.search).has("nu")
)
  import("./standblad.js");

// Op een onderwerp geeft het zoekvak in de kop een voorbeeld dat daarbij hoort.
const voorbeeld = document.querySelector("[data-zoekvoorbeeld]");
const vak = document.getElementById("kop-q");
if (voorbeeld && vak) vak.placeholder = voorbeeld.dataset.zoekvoorbeeld;

// Een onderstreept woord legt zichzelf uit.
if (document.querySelector("a.begrip")) import("../kennis/begrip.js");

// Op de privacypagina is te zien en te wissen wat deze site in de browser bewaarde.
if (document.getElementById("wat-uw-browser-bewaart")) import("./wissen.js");

// Een lange bladzijde voor de redactie heeft een eigen zoekvak.
if (document.getElementById("op-deze-bladzijde")) import("../redactie/zoek.js");
// Een browser die bij een adres zelf geen vouwtje opent, krijgt hulp.
if (document.querySelector("main .vouwinhoud[id]")) import("../kennis/gevraagd.js").then((module) => module.volgAdres());

// Hoeveel er op het lijstje staat, met de weg erheen; wie niets bewaarde, ziet niets.
function telLijstje() {
  let aantal = 0;
  try {
    aantal = (JSON.parse(localStorage.getItem("sociale-kaart-lijstje")) || []).length;
  } catch {
    /* zonder opslag is er geen lijstje */
  }
  const link = document.querySelector('.kop-nav a[href$="lijstje/"]');
  if (!link) return;
  link.textContent = aantal ? `Mijn lijstje (${aantal})` : "Mijn lijstje";
  link.parentElement.classList.toggle("alleen-menu", !aantal);
  const menu = document.querySelector(".kop-menu");
  if (!aantal) {
    menu.removeAttribute("data-aantal");
    menu.removeAttribute("aria-label");
    return;
  }
  menu.dataset.aantal = aantal;
  menu.setAttribute("aria-label", `Menu, ${aantal} op uw lijstje`);
}

for (const naam of ["lijstje", "storage", "pageshow"]) addEventListener(naam, telLijstje);
telLijstje();

// Voorstellen bij het zoeken: pas ophalen als iemand het vak gebruikt. Op de zoekpagina zelf staan de resultaten er al.
for (const zoekvak of document.querySelectorAll('form[role="search"] input[name="q"]:not([data-zoek-vak])')) {
  zoekvak.addEventListener(
    "focus",
    () => {
      import("../zoek/voorstel.js").then(
        (module) => module.koppelVoorstellen(zoekvak),
        () => {},
      );
    },
    { once: true },
  );
}

// De link om iets te melden weet op welke pagina iemand was.
const melden = document.querySelector("a[data-meld]");
if (melden) {
  const ingang = document.querySelector("[data-voorziening]")?.dataset.voorziening;
  const thuis = new URL(document.documentElement.dataset.wortel || "./", location.href).pathname;
  const hier = location.pathname.startsWith(thuis) ? location.pathname.slice(thuis.length) : "";
  if (ingang) melden.href += `?id=${encodeURIComponent(ingang)}`;
  else if (hier) melden.href += `?van=${encodeURIComponent(hier)}`;
}
