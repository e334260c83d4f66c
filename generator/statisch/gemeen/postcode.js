// "Vul uw postcode in": het antwoord komt uit een klein bestand van deze site; er gaat niets naar anderen.
const wortel = document.documentElement.dataset.wortel || "./";

function toon(uitkomst, tekst, gebieden = []) {
  uitkomst.replaceChildren(tekst);
  if (!gebieden.length) return;
  const lijst = document.createElement("ul");
  for (const [naam, pad] of gebieden) {
    const link = document.createElement("a");
    link.href = wortel + pad;
    link.textContent = naam;
    lijst.append(document.createElement("li"));
    lijst.lastChild.append(link);
  }
  uitkomst.append(lijst);
}

async function zoek(vorm) {
  const uitkomst = vorm.querySelector("[data-postcode-uitkomst]");
  const postcode = vorm.elements.postcode.value.toUpperCase().replace(/[^0-9A-Z]/g, "");
  if (!/^[1-9]\d{3}[A-Z]{2}$/.test(postcode)) {
    toon(uitkomst, "Een postcode heeft vier cijfers en twee letters, zoals 9999 AB.");
    return;
  }
  const onbekend = "Deze postcode kennen we niet. Kies uw wijk hieronder op naam.";
  try {
    const antwoord = await fetch(`${wortel}data/postcodes/${postcode.slice(0, 4)}.json`);
    if (!antwoord.ok) return toon(uitkomst, onbekend);
    const tabel = await antwoord.json();
    const gebieden = (tabel.postcodes[postcode.slice(4)] || []).map((nummer) => tabel.gebieden[nummer]);
    if (gebieden.length === 1) location.href = wortel + gebieden[0][1];
    toon(
      uitkomst,
      gebieden.length > 1 ? "Deze postcode ligt in meer dan een wijk:" : gebieden.length ? "" : onbekend,
      gebieden,
    );
  } catch {
    toon(uitkomst, "De postcodes konden niet worden geladen. Kies uw wijk hieronder op naam.");
  }
}

for (const vorm of document.querySelectorAll("form[data-postcode]")) {
  vorm.hidden = false;
  vorm.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    zoek(vorm);
  });
}
