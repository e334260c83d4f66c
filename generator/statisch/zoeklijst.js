// Een uitkomst als lijstregel. Alles gaat als tekst de pagina in, nooit als HTML.
import { woorden as splits } from "./zoektaal.js";
import { wortel } from "./zoekbestand.js";
import { standVan } from "./zoekfilter.js";

const TOEGANG = { vrij: "zo naartoe", aanmelden: "eerst aanmelden", melding_gemeente: "via de gemeente", verwijzing: "met verwijzing",
  indicatie: "met indicatie", spoed: "spoed" };
const KOSTEN = { gratis: "gratis", eigen_bijdrage: "eigen bijdrage", betaald: "kost geld", onbekend: "" };

export function maak(soort, kenmerken = {}, ...inhoud) {
  const el = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) if (waarde) el.setAttribute(naam, waarde);
  el.append(...inhoud);
  return el;
}

/** De tekst met de gezochte woorden gemarkeerd: een woord telt als het gelijk begint, of een gezocht woord van vijf of meer letters bevat. */
export function markeer(tekst, gezocht) {
  const delen = tekst.split(/([\p{L}\p{N}]+)/u);
  return delen.map((deel) => {
    const plat = splits(deel)[0] || "";
    const raak = plat.length > 2 && gezocht.some((g) => plat === g || (g.length > 3 && plat.startsWith(g)) || (g.length > 4 && plat.includes(g)));
    return raak ? maak("mark", {}, deel) : deel;
  });
}

function standregel(index, nr, nu) {
  const v = index.voorzieningen, r = index.rest;
  const stand = r ? standVan(index, nr, nu) : null;
  const namen = v.ligt[nr].map((c) => index.gebieden.find((g) => g.code === c)?.naam).filter(Boolean);
  const delen = [r ? KOSTEN[r.kosten[nr]] : "", TOEGANG[v.hoe[nr]], namen[0] || (v.landelijk[nr] ? "heel Nederland" : "")];
  const p = maak("p", { class: "stand" });
  if (stand) p.append(maak("span", { class: "stand-open", "data-stand": stand.stand }, stand.tekst));
  p.append(...delen.filter(Boolean).map((deel) => maak("span", {}, deel)));
  return p;
}

const SOORTEN = {
  functie: (i, u) => [`functies/${u.id}/`, i.functies[u.nr].naam, i.functies[u.nr].uitleg.split(/(?<=[.!?]) /)[0],
    i.functies[u.nr].besluit ? "uitleg: zo vraagt u het aan" : "uitleg"],
  thema: (i, u) => [`themas/${u.id}/`, i.themas[u.nr].naam, i.themas[u.nr].samenvatting, "onderwerp"],
  organisatie: (i, u) => [`organisaties/${u.id}/`, i.organisaties[u.nr].naam, i.organisaties[u.nr].samenvatting, "organisatie"],
  gebied: (i, u) => [gebiedpad(i, i.gebieden[u.nr]), i.gebieden[u.nr].naam, "Wat er is in deze wijk of gemeente.", "wijk of gemeente"],
  voorziening: (i, u) => [`voorzieningen/${u.id}/`, i.voorzieningen.naam[u.nr], i.rest ? i.rest.samenvatting[u.nr] : "", ""],
};

function gebiedpad(index, gebied) {
  const gemeente = gebied.gemeente && index.gebieden.find((g) => g.code === gebied.gemeente);
  return gemeente ? `gebieden/${gemeente.slug}/${gebied.slug}/` : `gebieden/${gebied.slug}/`;
}

/** Een <li> voor een uitkomst van de motor. */
export function regel(uitkomst, index, gezocht, nu) {
  const [pad, naam, zin, soortnaam] = SOORTEN[uitkomst.soort](index, uitkomst);
  const li = maak("li", { class: `kaartje uitkomst-${uitkomst.soort}`, "data-zoekresultaat": "1", "data-id": uitkomst.id,
    "data-soort": uitkomst.soort, "data-functies": uitkomst.functies.join(" ") });
  li.append(maak("h2", { class: "kaartje-naam", dir: "auto" }, maak("a", { href: wortel + pad }, ...markeer(naam, gezocht))));
  if (zin) li.append(maak("p", { class: "kaartje-zin", dir: "auto" }, ...markeer(zin, gezocht)));
  if (uitkomst.soort === "voorziening") li.append(standregel(index, uitkomst.nr, nu));
  else li.append(maak("p", { class: "stand" }, maak("span", {}, soortnaam)));
  const alInBeeld = `${naam} ${zin}`.toLowerCase();
  if (uitkomst.via && !alInBeeld.includes(uitkomst.via.toLowerCase())) li.append(maak("p", { class: "via" }, `gevonden via: ${uitkomst.via}`));
  const nummer = uitkomst.soort === "voorziening" && index.rest ? index.rest.telefoon[uitkomst.nr] : "";
  if (nummer) {
    const link = maak("a", { href: `tel:${nummer.replace(/[^\d+]/g, "")}` }, maak("span", { class: "verborgen" }, `Bel ${naam}: `), nummer);
    li.append(maak("p", { class: "kaartje-bel" }, link));
  }
  return li;
}
