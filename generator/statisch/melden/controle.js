// De controle van het formulier: dezelfde regels, codes en woorden als `controleer`, met de patronen en teksten uit
// generator/browser/melden.py. Een toets houdt de twee naast elkaar. Puur.

import { MAANDEN } from "../gemeen/kalender.js";
import { isLeeg } from "./boom.js";
import { leesDagtijd } from "./tijden.js";
import { bezwaarTegenUrl } from "./webadres.js";

const IN_REKENBLAD = "=@+-\t";
const DAGEN_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengteVan = (tekst) => [...tekst].length;

/**
 * Een controle op een dag (jaar-maand-dag). `keurWaarde(veld, tekst)` en `keurBoom(boom)` geven bevindingen
 * {pad, code, tekst, oplossing}.
 */
export function maakControle(basis, vandaag) {
  const heel = {},
    ergens = {};
  for (const [naam, [patroon, vlaggen]] of Object.entries(basis.patronen)) {
    heel[naam] = new RegExp(`^(?:${patroon})$`, vlaggen);
    ergens[naam] = new RegExp(patroon, `${vlaggen}g`);
  }
  const past = (naam, tekst) => heel[naam].test(tekst);
  const talen = new Map(
    basis.talen.flatMap(([code, naam]) => [
      [code, code],
      [plat(naam), code],
    ]),
  );
  const bekend = {
    functie: new Set(basis.functies.map(([id]) => id)),
    organisatie: new Set(basis.organisaties.map(([id]) => id)),
    gebied: new Set(["landelijk", ...basis.gebieden.map(([code]) => code)]),
  };

  /** Een bevinding in de woorden van de controle; wat de browser niet weet, valt weg. */
  function meld(code, waarden = {}) {
    const vul = (zin) => zin.replace(/\{(\w+)\}/g, (_, naam) => (waarden[naam] === undefined ? "" : waarden[naam]));
    const [tekst, oplossing] = basis.codes[code];
    return { code, tekst: vul(tekst), oplossing: netjes(vul(oplossing)) };
  }

  function persoonlijk(tekst) {
    const uit = [];
    const gezegd = [...tekst.matchAll(ergens.bsn)];
    for (const [stuk] of gezegd) uit.push([stuk, "burgerservicenummer"]);
    const al = (plek) => gezegd.some((deel) => deel.index <= plek && plek < deel.index + deel[0].length);
    for (const vondst of tekst.matchAll(ergens.negen)) {
      if (isBsn(tekst.slice(0, vondst.index), vondst[0]) && !al(vondst.index))
        uit.push([vondst[0], "burgerservicenummer"]);
    }
    for (const [stuk] of tekst.matchAll(ergens.mobiel)) uit.push([stuk, "mobiel nummer"]);
    for (const [stuk, naam, domein] of tekst.matchAll(ergens.mailadres))
      if (vanPersoon(naam, domein)) uit.push([stuk, "e-mailadres van een persoon"]);
    for (const [stuk] of tekst.matchAll(ergens.rekening)) uit.push([stuk, "rekeningnummer"]);
    return uit.map(([stuk, wat]) => meld("SK402", { stuk, wat }));
  }

  function isBsn(vooraf, stuk) {
    return elfproef(stuk.replace(/\D/g, "")) && !/RSIN[^\p{L}\p{N}_]*$/u.test(vooraf) && vooraf.search(ergens.in_adres) < 0;
  }

  /** Of het deel voor de @ van een mens is: j.jansen, en bij een eigen aanbieder ook annadevries. */
  function vanPersoon(naam, domein) {
    const kaal = naam.toLowerCase().split("+")[0].replace(/[0-9]+$/, "");
    const delen = kaal.split(/[._-]/).filter(Boolean);
    const team = delen.some((deel) => deel.search(ergens.team) >= 0 || deel.search(ergens.teamwoord) >= 0);
    if (team || delen.length < 1 || delen.length > 5 || !delen.every((deel) => /^\p{L}+$/u.test(deel))) return false;
    if (["de", "het"].includes(delen[0]) || delen.at(-1).length < 3) return false;
    return delen.length > 1 || domein.toLowerCase().search(ergens.prive) >= 0;
  }

  function keurTekst(veld, ruw) {
    const waarde = ruw.replace(/^[ \n]+|[ \n]+$/g, "");
    if (waarde.includes("\n")) return [meld("SK225", { veld: veld.naam })];
    if (lengteVan(waarde) > veld.grens)
      return [meld("SK206", { veld: veld.naam, aantal: lengteVan(waarde), grens: veld.grens })];
    const html = waarde.match(new RegExp(ergens.html.source, ergens.html.flags.replace("g", "")));
    if (html) return [meld("SK221", { veld: veld.naam, stuk: html[0] })];
    if (IN_REKENBLAD.includes(waarde[0])) return [meld("SK224", { veld: veld.naam, teken: waarde[0] })];
    return persoonlijk(waarde);
  }

  function keurMarkdown(veld, waarde) {
    const kaal = waarde.trim();
    if (lengteVan(kaal) > veld.grens)
      return [meld("SK206", { veld: veld.naam, aantal: lengteVan(kaal), grens: veld.grens })];
    const plaatje = kaal.match(/!\[[^\]]*\]\(([^)\s]*)/);
    if (plaatje) return [meld("SK223", { waarde: plaatje[1] })];
    for (const [, adres] of kaal.matchAll(/\]\(\s*<?([^)\s>]*)/g))
      if (/^[a-z][a-z0-9+.-]*:/i.test(adres) && !/^(https?|mailto|tel):/i.test(adres))
        return [meld("SK222", { waarde: adres })];
    const html = kaal.match(/<[/!?a-zA-Z][^>\n]{0,80}>?/);
    const link = /^<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*>|^<[\w.+-]+@[\w.-]+>/;
    if (html && !link.test(kaal.slice(html.index))) return [meld("SK221", { veld: veld.naam, stuk: html[0] })];
    return persoonlijk(waarde);
  }

  function keurDatum(veld, waarde) {
    const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(waarde);
    const dag = delen && new Date(`${waarde}T00:00:00Z`);
    const [van, tot] = basis.jaren;
    const echt = dag && !Number.isNaN(dag.getTime()) && dag.toISOString().slice(0, 10) === waarde;
    if (!echt || delen[1] < van || delen[1] >= tot) return [meld("SK207", { waarde })];
    return waarde > vandaag && !veld.toekomst ? [meld("SK208", { waarde, peildatum: vandaag })] : [];
  }

  function keurTelefoon(veld, ruw) {
    const waarde = gewoonNummer(ruw);
    const cijfers = waarde.replace(/\D/g, "");
    if (basis.vervallen[cijfers]) return [meld("SK230", { waarde, naam: basis.vervallen[cijfers] })];
    return isTelefoon(waarde) ? persoonlijk(waarde) : [meld("SK209", { waarde, hint: "." })];
  }

  /** Een nummer zoals wij het schrijven: gewone spaties en streepjes, zonder 'tel.' ervoor. */
  function gewoonNummer(ruw) {
    const kaal = ruw.split(/\s+/).filter(Boolean).join(" ").replace(ergens.streepjes, "-");
    return kaal.replace(new RegExp(ergens.vooraf.source, "iu"), "").replace(/^(0\d{1,3}) - (?=\d)/, "$1-");
  }

  function isTelefoon(waarde) {
    if (!past("tekens", waarde)) return false;
    const kaal = waarde.replaceAll("(0)", "").replace(/[ ()./-]/g, "");
    const nederland = /^(?:\+31|0031)/.exec(kaal);
    if (nederland) return /^0[1-9]\d{8}$/.test(`0${kaal.replace(/^\+31/, "").replace(/^0031/, "")}`);
    return past("nummer", kaal) || /^\+[1-9]\d{7,14}$/.test(kaal);
  }

  function keurEmail(veld, waarde) {
    if (!past("email", waarde) || waarde.includes("..") || waarde.startsWith(".")) return [meld("SK210", { waarde })];
    return persoonlijk(waarde);
  }

  function keurUrl(veld, waarde) {
    const reden = bezwaarTegenUrl(waarde, past);
    if (reden) return [meld("SK211", { waarde, reden })];
    return waarde.startsWith("http:") ? [{ ...meld("SK212", { waarde }), waarschuwing: true }] : [];
  }

  function keurDagtijd(veld, waarde) {
    try {
      leesDagtijd(waarde);
      return [];
    } catch (fout) {
      if (!fout.code) throw fout;
      return [meld(fout.code, { waarde: fout.stuk, reden: fout.reden, hint: "." })];
    }
  }

  function keurPeriode(veld, waarde) {
    const delen = /^(\d{1,2}) ([a-z]+) tot en met (\d{1,2}) ([a-z]+)$/.exec(
      waarde.split(/\s+/).filter(Boolean).join(" "),
    );
    const dag = (nummer, maand) => Number(nummer) >= 1 && Number(nummer) <= (DAGEN_IN[MAANDEN.indexOf(maand)] || 0);
    const goed = delen && dag(delen[1], delen[2]) && dag(delen[3], delen[4]);
    return goed ? [] : [meld("SK234", { waarde, hint: "." })];
  }

  function keurGraden(laagst, hoogst, ander) {
    return (veld, waarde) => {
      if (!past("getal", waarde))
        return [meld("SK217", { waarde, hint: waarde.includes(",") ? "; gebruik een punt, geen komma" : "" })];
      const getal = Number(waarde);
      if (getal >= laagst && getal <= hoogst) return [];
      if (getal > 1000) return [meld("SK219", { veld: veld.naam, waarde })];
      const om = getal >= ander[0] && getal <= ander[1];
      return [meld("SK218", { veld: veld.naam, waarde, hint: om ? "; zijn lengte en breedte verwisseld?" : "." })];
    };
  }

  const NL = [3.2, 7.3, [50.7, 53.7]],
    NB = [50.7, 53.7, [3.2, 7.3]];
  const goed = (klopt, code, waarden) => (klopt ? [] : [meld(code, waarden)]);
  const KEUR = {
    tekst: keurTekst,
    markdown: keurMarkdown,
    datum: keurDatum,
    telefoon: keurTelefoon,
    email: keurEmail,
    url: keurUrl,
    dagtijd: keurDagtijd,
    periode: keurPeriode,
    lengte: keurGraden(...NL),
    breedte: keurGraden(...NB),
    keuze: (veld, waarde) =>
      goed(
        veld.keuzes.some(([keuze]) => keuze === waarde),
        "SK205",
        {
          veld: veld.naam,
          waarde,
          keuzes: veld.keuzes.map(([keuze]) => keuze).join(", "),
        },
      ),
    ja_nee: (veld, waarde) =>
      goed(waarde === "ja" || waarde === "nee", "SK226", { veld: veld.naam, waarde, voorstel: "ja' of 'nee" }),
    stand: (veld, waarde) => goed(past("stand", waarde), "SK207", { waarde, hint: ", 2026-01 of 2026" }),
    postcode: (veld, waarde) =>
      goed(past("postcode", waarde.toUpperCase()) && !/S[ADS]$/.test(waarde.toUpperCase()), "SK213", { waarde }),
    huisnummer: (veld, waarde) =>
      goed(past("huisnummer", waarde) && !/^(?:0x.*|\d+e\d+)$/i.test(waarde), "SK214", { waarde }),
    // Een taal die niet in de korte lijst staat, kent de computer van de gemeente misschien wel.
    taal: (veld, waarde) =>
      goed(talen.has(plat(waarde)) || /^[a-z]{2,3}$/.test(plat(waarde)), "SK235", { waarde, hint: "." }),
    aantal: (veld, waarde) =>
      goed(/^[1-9]\d{0,6}$/.test(waarde) && Number(waarde) <= veld.grens, "SK217", {
        waarde,
        hint: `; kies een heel getal van 1 tot en met ${veld.grens}`,
      }),
    gebiedscode: (veld, waarde) => goed(past("gebiedscode", waarde) || waarde === "landelijk", "SK227", { waarde }),
    id: (veld, waarde) => goed(past("id", waarde), "SK309", { id: waarde }),
    verwijzing: keurVerwijzing,
  };

  function keurVerwijzing(veld, waarde) {
    if (!past("id", waarde)) return [meld("SK309", { id: waarde })];
    const lijst = bekend[veld.verwijst];
    return goed(!lijst || lijst.has(waarde), "SK305", { soort: veld.verwijst, id: waarde });
  }

  function keurWaarde(veld, waarde) {
    if (isLeeg(waarde)) return [meld("SK202", { veld: veld.naam, voorbeeld: veld.voorbeeld || "" })];
    const kaal = veld.soort === "tekst" || veld.soort === "markdown" ? waarde : waarde.trim();
    return KEUR[veld.soort](veld, kaal);
  }

  const op = (pad, bevindingen) => bevindingen.map((b) => ({ pad, ...b }));

  function keurLijst(veld, waarden, pad) {
    const uit = waarden.flatMap((w, i) => op(`${pad}[${i}]`, keurWaarde(veld, w)));
    waarden.forEach((w, i) => {
      if (waarden.indexOf(w) < i) uit.push(...op(`${pad}[${i}]`, [meld("SK220", { waarde: w, veld: veld.naam })]));
    });
    return uit;
  }

  function keurVeld(veld, waarde, pad) {
    if (veld.soort !== "groep") return veld.lijst ? keurLijst(veld, waarde, pad) : op(pad, keurWaarde(veld, waarde));
    if (!Array.isArray(waarde)) return keurGroep(veld, waarde, pad);
    return waarde.flatMap((deel, i) => keurGroep(veld, deel, `${pad}[${i}]`));
  }

  function keurGroep(groep, boom, pad) {
    const naar = (naam) => (pad ? `${pad}.${naam}` : naam);
    const uit = [];
    for (const veld of groep.velden) {
      const waarde = boom[veld.naam];
      if (!isLeeg(waarde)) uit.push(...keurVeld(veld, waarde, naar(veld.naam)));
      else if (veld.verplicht && veld.soort === "groep") uit.push(...keurGroep(veld, {}, naar(veld.naam)));
      else if (veld.verplicht)
        uit.push(
          ...op(naar(veld.naam), [
            { ...meld("SK201", { veld: veld.naam, voorbeeld: veld.voorbeeld || "..." }), leeg: true },
          ]),
        );
    }
    return [...uit, ...keurSamen(groep.naam, boom, pad, naar)];
  }

  function keurSamen(naam, boom, pad, naar) {
    const uit = [];
    if (naam === "locaties" && boom.adres_geheim === "ja") {
      for (const veld of ["straat", "huisnummer", "postcode"])
        if (boom.adres?.[veld]) uit.push(...op(naar(`adres.${veld}`), [meld("SK229", { veld })]));
      if (boom.punt) uit.push(...op(naar("punt"), [meld("SK229", { veld: "punt" })]));
    }
    if (naam === "contact" && !isLeeg(boom.telefoons) && !boom.telefoon)
      uit.push(...op(naar("telefoon"), [meld("SK236", { nummer: boom.telefoons[0]?.telefoon || "" })]));
    const { op: dag, van, tot } = boom;
    if (naam === "uitzonderingen" && Boolean(dag) === Boolean(van && tot))
      uit.push(...op(naar("op"), [meld("SK237")]));
    else if ((naam === "uitzonderingen" || naam === "tijdelijk") && van && tot && tot < van)
      uit.push(...op(naar("tot"), [meld("SK228", { van, tot })]));
    return uit;
  }

  return { keurWaarde, keurBoom: (boom) => keurGroep(basis.veld, boom, ""), gewoonNummer, persoonlijk };
}

function netjes(zin) {
  const heel = zin
    .replace(/ Het dichtst in de buurt: \.$/, "")
    .replace(/^het dichtst in de buurt: \.$/, "kies uit de lijst.");
  return heel.charAt(0).toUpperCase() + heel.slice(1);
}

const plat = (naam) => naam.trim().toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

function elfproef(cijfers) {
  const gewicht = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const som = gewicht.reduce((totaal, g, i) => totaal + g * Number(cijfers[i]), 0);
  return som % 11 === 0 && /[1-9]/.test(cijfers);
}
