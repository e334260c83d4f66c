// De ballon bij een plek, gemaakt met elementen en tekst.

const wortel = () => document.documentElement.dataset.wortel || "./";

/** Wat iemand over een plek wil weten voor zij verder klikt: naam, waar, wat het kost, en de weg naar de pagina. */
export function ballon(plek) {
  const vak = document.createElement("div");
  vak.className = "ballon";
  const kop = document.createElement("a");
  kop.className = "ballon-naam";
  kop.href = `${wortel()}voorzieningen/${encodeURIComponent(plek.id)}/`;
  if (window.parent !== window) Object.assign(kop, { target: "_blank", rel: "noopener" });
  kop.textContent = plek.naam;
  kop.dir = "auto";
  vak.append(kop);
  for (const tekst of [plek.plek, plek.adres, plek.kort]) {
    if (!tekst) continue;
    const regel = document.createElement("p");
    regel.dir = "auto";
    regel.textContent = tekst;
    vak.append(regel);
  }
  const stand = document.createElement("p");
  stand.className = "stand-open";
  stand.dataset.tijden = plek.stand || "";
  stand.hidden = true;
  kop.after(stand);
  vak.dataset.kaartje = plek.id;
  // De ballon staat pas na deze functie op de pagina.
  setTimeout(() => document.dispatchEvent(new CustomEvent("stand:ververs")));
  return vak;
}
