// Een blad dat te lang is voor een pagina staat in delen. Kiest iemand een onderwerp, dan komen de andere delen erbij:
// de keuze gaat over alles.

/** De regels van een ander deel, met adressen die ook hier kloppen. */
async function regelsVan(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(adres);
  const deel = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  const regels = [...deel.querySelectorAll("li[data-themas]")];
  for (const a of regels.flatMap((li) => [...li.querySelectorAll("a[href]")]))
    a.href = new URL(a.getAttribute("href"), antwoord.url);
  return regels.map((li) => document.adoptNode(li));
}

/** Haalt een keer alle delen op, op volgorde; geeft of alles er nu staat. */
export async function maakHeel(blad) {
  const links = [...blad.querySelectorAll("[data-blad-deel]")];
  if (!links.length || "heel" in blad.dataset) return true;
  const bezig = blad.querySelector("[data-blad-bezig]");
  bezig.textContent = "De hele lijst komt eraan…";
  try {
    const delen = await Promise.all(links.map((a) => (a.ariaCurrent ? null : regelsVan(a.href))));
    const lijst = [...blad.querySelectorAll("ul.lijst")].find((ul) => ul.querySelector("li[data-themas]"));
    const eigen = [...lijst.children];
    lijst.replaceChildren(...delen.flatMap((regels) => regels || eigen));
    blad.dataset.heel = "";
    blad.querySelector("[data-blad-delen]").hidden = true;
    bezig.textContent = "";
    document.dispatchEvent(new CustomEvent("stand:ververs"));
    return true;
  } catch {
    bezig.textContent = "De hele lijst laden lukt nu niet. Kies hieronder een deel.";
    return false;
  }
}
