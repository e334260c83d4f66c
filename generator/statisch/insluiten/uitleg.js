// De uitleg over insluiten: kies een blad, zie meteen hoe het wordt, en kopieer de code.

const formulier = document.querySelector("[data-insluiten]");
const links = [...document.querySelectorAll("[data-insluit]")];
const wortel = document.documentElement.dataset.wortel || "./";

function vulKeuzes(select) {
  let groep;
  for (const link of links) {
    const naam = [link.dataset.soort, link.dataset.groep].filter(Boolean).join(": ");
    if (groep?.label !== naam) {
      groep = Object.assign(document.createElement("optgroup"), { label: naam });
      select.append(groep);
    }
    groep.append(new Option(link.textContent, link.dataset.pad, "eigen" in link.dataset, "eigen" in link.dataset));
  }
}

function lees() {
  const vorm = new FormData(formulier);
  const link = links.find((l) => l.dataset.pad === vorm.get("welke")) || links[0];
  const vraag = new URLSearchParams();
  if (vorm.get("toon")) vraag.set("toon", vorm.get("toon"));
  if (!vorm.get("filter")) vraag.set("filter", "nee");
  const hoogte = Math.min(Math.max(Math.round(Number(vorm.get("hoogte"))) || 600, 200), 4000);
  return { link, vraag: vraag.size ? `?${vraag}` : "", hoogte };
}

/** De code als tekst; het element zelf ontsnapt wat ontsnapt moet worden. */
function maakCode(naam, kenmerken, tekst = "") {
  const element = document.createElement(naam);
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) element.setAttribute(kenmerk, waarde);
  element.textContent = tekst;
  return element.outerHTML;
}

function toon() {
  const { link, vraag, hoogte } = lees();
  const adres = formulier.dataset.adres;
  document.querySelector("[data-code]").value = maakCode("iframe", {
    src: `${adres}${link.dataset.pad}${vraag}`,
    title: link.dataset.titel,
    width: "100%",
    height: hoogte,
    loading: "lazy",
    referrerpolicy: "no-referrer",
  });
  document.querySelector("[data-link]").value = maakCode(
    "a",
    { href: `${adres}${link.dataset.heel}` },
    link.dataset.titel,
  );
  document.querySelector("[data-geojson]").value = `${adres}${link.dataset.kaartAdres}`;
  toonVoorbeeld(`${wortel}${link.dataset.pad}${vraag}`, link.dataset.titel, hoogte);
}

function toonVoorbeeld(adres, titel, hoogte) {
  const vak = document.querySelector("[data-voorbeeld]");
  const kader = Object.assign(document.createElement("iframe"), {
    className: "voorbeeldkader",
    src: adres,
    title: `Voorbeeld: ${titel}`,
    height: hoogte,
    loading: "lazy",
  });
  vak.querySelector("iframe")?.remove();
  vak.append(kader);
  vak.hidden = false;
}

// Zoals het script dat partners krijgen: alleen dit kader, alleen deze site, alleen een heel getal.
addEventListener("message", ({ origin, source, data }) => {
  const kader = document.querySelector(".voorbeeldkader");
  if (origin !== location.origin || !kader || source !== kader.contentWindow) return;
  if (data?.type !== "sociale-kaart:hoogte" || !Number.isInteger(data.hoogte)) return;
  // Hooguit de gekozen hoogte: de rest schuift in het kader, zodat de uitleg hieronder dichtbij blijft.
  kader.height = Math.min(Math.max(data.hoogte, 200), lees().hoogte);
});

for (const knop of document.querySelectorAll("[data-kopieer]")) {
  knop.hidden = !navigator.clipboard;
  knop.addEventListener("click", async () => {
    const bron = document.getElementById(knop.dataset.kopieer);
    const zin = document.querySelector("[data-gekopieerd]");
    try {
      await navigator.clipboard.writeText(bron.value);
      zin.textContent = "Gekopieerd.";
    } catch {
      bron.select();
      zin.textContent = "Kopiëren lukt niet vanzelf. De tekst is gekozen; druk op Ctrl en C.";
    }
  });
}

if (formulier && links.length) {
  vulKeuzes(formulier.elements.welke);
  formulier.hidden = false;
  formulier.addEventListener("change", toon);
  formulier.addEventListener("submit", (g) => g.preventDefault());
  toon();
}
