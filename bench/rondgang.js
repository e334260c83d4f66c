// Wat `rondgang.py` in een blad meet. Elke maat geeft een lijst van wat er mis is, kort gezegd.
(() => {
  const noem = (e) => {
    const tekst = (e.textContent || e.getAttribute("aria-label") || e.name || "").trim().replace(/\s+/g, " ").slice(0, 40);
    const klas = typeof e.className === "string" && e.className ? `.${e.className.trim().replace(/\s+/g, ".")}` : "";
    const ouder = e.parentElement ? `${e.parentElement.localName}.${String(e.parentElement.className).slice(0, 25)} > ` : "";
    return `${ouder}${e.localName}${klas} "${tekst}"`;
  };
  const zichtbaar = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0;
  const HALTE = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const weg = (e) => !zichtbaar(e) || e.disabled || e.tabIndex < 0 || e.closest("[inert], .verborgen") || e.type === "hidden";
  const groep = (e) => e.type === "radio" && !e.checked && [...document.getElementsByName(e.name)].some((r) => r.form === e.form && r !== e);
  const haltes = () => [...document.querySelectorAll(HALTE)].filter((e) => !weg(e) && !groep(e));
  const klem = (e) => {
    for (let o = e.parentElement; o && o !== document.body; o = o.parentElement) {
      const x = getComputedStyle(o).overflowX;
      if (x === "auto" || x === "scroll" || x === "hidden" || x === "clip") return true;
    }
    return false;
  };
  const gezien = new Set();
  let vorige = null, eerste = null;

  const zijwaarts = () => {
    const wijd = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wijd + 1) return [];
    const breed = [...document.querySelectorAll("body *")].filter(
      (e) => zichtbaar(e) && e.getBoundingClientRect().right > wijd + 1 && !klem(e),
    );
    return [`zijwaarts ${document.documentElement.scrollWidth} van ${wijd}: ${breed.slice(-2).map(noem).join(" | ")}`];
  };

  // Tekst die in een vak met vaste maat valt en daarin verdwijnt.
  const afgekapt = () =>
    [...document.querySelectorAll("main *, header *, nav *")]
      .filter((e) => {
        const s = getComputedStyle(e);
        if (!zichtbaar(e) || e.closest("svg, .verborgen, .md-skip, .leaflet-container, select, input, textarea") || s.position === "absolute") return false;
        const verberg = (o) => o === "hidden" || o === "clip";
        return (
          e.clientWidth > 4 && e.textContent.trim() &&
          ((verberg(s.overflowX) && e.scrollWidth > e.clientWidth + 2) || (verberg(s.overflowY) && e.scrollHeight > e.clientHeight + 2))
        );
      })
      .slice(0, 3)
      .map(noem);

  const ring = (s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
  const halte = () => {
    const e = document.activeElement, mis = [];
    if (!e || e === document.body || e === document.documentElement) return { rond: false, mis };
    if (e === eerste && gezien.size > 1) return { rond: true, mis };
    if (e === vorige && e.localName !== "iframe" && gezien.size > 1) return { rond: false, mis: [`val op ${noem(e)}`] };
    eerste ||= e;
    vorige = e;
    gezien.add(e);
    if (e.localName === "iframe") return { rond: false, mis }; // daarbinnen zijn haltes die hier niet te zien zijn
    const s = getComputedStyle(e), vak = e.getBoundingClientRect();
    const proxy = e.closest("label, .keuze, .md-search__form") || e.parentElement;
    if (!ring(s) && !ring(getComputedStyle(proxy)) && !(e.labels?.[0] && ring(getComputedStyle(e.labels[0]))))
      mis.push(`geen ring op ${noem(e)}`);
    if (vak.width && (vak.bottom < 1 || vak.top > innerHeight - 1)) mis.push(`buiten beeld ${noem(e)}`);
    const midden = vak.width && document.elementFromPoint(
      Math.min(Math.max(vak.left + Math.min(vak.width / 2, 40), 1), innerWidth - 2), Math.min(Math.max(vak.top + vak.height / 2, 1), innerHeight - 2));
    if (midden && !e.contains(midden) && !midden.contains(e) && !e.labels?.[0]?.contains(midden) && !e.closest(".leaflet-container") && getComputedStyle(e).opacity !== "0")
      mis.push(`bedekt ${noem(e)} door ${noem(midden)}`);
    return { rond: false, mis };
  };
  const overgeslagen = () => haltes().filter((e) => !gezien.has(e)).slice(0, 4).map(noem);

  // In een lijst of los in een blok staat een naam of keuze; midden in een zin mag een link klein zijn (WCAG 2.5.8).
  const inZin = (e) => {
    const blok = e.parentElement.closest("p, li, dd, td, th, figcaption, div, .blok-regel");
    if (!blok || e.localName !== "a") return false;
    if (e.closest(".bron")) return true; // waar iets vandaan komt, is geen naam of keuze
    const rest = blok.textContent.trim().length - [...blok.querySelectorAll("a")].reduce((n, a) => n + a.textContent.trim().length, 0);
    return getComputedStyle(e).display.startsWith("inline") && rest > 6;
  };
  const raakvlak = (e) => {
    const vak = (e.labels?.[0] || e).getBoundingClientRect();
    const eigen = e.getBoundingClientRect();
    let hoog = Math.max(vak.height, eigen.height), breed = Math.max(vak.width, eigen.width);
    for (const laag of ["::before", "::after"]) {
      const s = getComputedStyle(e, laag);
      if (s.content !== "none" && s.position === "absolute") {
        hoog = Math.max(hoog, parseFloat(s.height) || 0);
        breed = Math.max(breed, parseFloat(s.width) || 0);
      }
    }
    return [hoog, breed];
  };
  const klein = () => {
    const uit = new Map();
    for (const e of document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]), [role=button], [role=tab]")) {
      if (weg(e) || inZin(e) || e.closest("svg, .leaflet-container, .md-skip")) continue;
      const [hoog, breed] = raakvlak(e);
      if (hoog >= 43.5 && breed >= 24) continue;
      const soort = `${e.parentElement.localName}.${e.parentElement.className}>${e.localName}.${e.className}`;
      if (!uit.has(soort)) uit.set(soort, `${Math.round(hoog)}x${Math.round(breed)} ${noem(e)} in ${e.parentElement.parentElement?.className || e.parentElement.parentElement?.localName}`);
    }
    return [...uit.values()].slice(0, 12);
  };

  const gebroken = () => {
    const stijl = new CSSStyleSheet(), uit = new Set(), loper = document.createTreeWalker(document.querySelector("main") || document.body, NodeFilter.SHOW_TEXT);
    stijl.replaceSync("* { hyphens: manual !important; }");
    document.adoptedStyleSheets = [stijl];
    for (let tekst; (tekst = loper.nextNode()); ) {
      if (!tekst.parentElement.checkVisibility() || tekst.parentElement.closest(".verborgen, svg, code, pre, textarea, thead")) continue;
      for (const woord of tekst.data.matchAll(/(?<![\p{L}()/.@_-])[\p{L}()]{9,}(?![\p{L}()]|[/.@_]\S)/gu)) {
        const stuk = document.createRange();
        stuk.setStart(tekst, woord.index);
        stuk.setEnd(tekst, woord.index + woord[0].length);
        if (new Set([...stuk.getClientRects()].map((r) => Math.round(r.top))).size > 1) uit.add(woord[0]);
      }
    }
    document.adoptedStyleSheets = [];
    return [...uit].slice(0, 5);
  };

  const rand = (s) => parseFloat(s.borderTopWidth) + parseFloat(s.borderBottomWidth) + parseFloat(s.borderLeftWidth) + parseFloat(s.borderRightWidth) > 0
    && [s.borderTopStyle, s.borderBottomStyle, s.borderLeftStyle].some((b) => b !== "none");
  // Systeemkleuren nemen elke achtergrond weg: een knop is dan haar rand, een plaatje zijn lijn.
  const dwingend = () => {
    const uit = new Map(), papier = getComputedStyle(document.documentElement).backgroundColor;
    const meld = (soort, e) => { if (!uit.has(soort + e.className)) uit.set(soort + e.className, `${soort} ${noem(e)}`); };
    const kleur = document.createElement("i");
    document.body.append(kleur);
    const systeem = (naam) => { kleur.style.setProperty("color", naam); return getComputedStyle(kleur).color; };
    const canvas = systeem("Canvas");
    for (const e of document.querySelectorAll("button, .knop, [class*=knop], input:not([type=checkbox]):not([type=radio]):not([type=hidden]), select, textarea")) {
      if (!zichtbaar(e) || e.closest(".verborgen")) continue;
      const s = getComputedStyle(e);
      if (!rand(s) && !ring(s) && !(s.textDecorationLine || "").includes("underline") && !["UL", "DIV", "P", "SPAN", "LI"].includes(e.nodeName)) meld("geen rand", e);
    }
    for (const e of document.querySelectorAll("[aria-pressed=true], [aria-selected=true], [aria-current]:not([aria-current=false])")) {
      if (!zichtbaar(e)) continue;
      const s = getComputedStyle(e);
      const broer = [...(e.parentElement.parentElement || e.parentElement).querySelectorAll(e.localName)].find((b) => b !== e && zichtbaar(b) && !b.matches("[aria-pressed=true], [aria-selected=true], [aria-current]"));
      if (!broer) continue;
      const b = getComputedStyle(broer);
      const gelijk = ["backgroundColor", "borderTopWidth", "borderBottomWidth", "borderLeftWidth", "borderTopStyle", "fontWeight", "textDecorationLine", "outlineStyle", "color", "borderBottomColor"].every((k) => s[k] === b[k]);
      if (gelijk && e.textContent.length === broer.textContent.length) meld("keuze niet te zien", e);
      else if (gelijk) meld("keuze niet te zien (alleen tekst anders)", e);
    }
    for (const e of document.querySelectorAll("svg path, svg circle, svg rect, svg polygon")) {
      if (!zichtbaar(e) || e.closest("defs, symbol, clipPath, mask")) continue;
      const s = getComputedStyle(e), vul = s.fill, lijn = s.stroke;
      if ((vul === canvas || vul === "none") && (lijn === canvas || lijn === "none") && !e.closest("[data-sier]")) meld("teken onzichtbaar", e.closest("svg"));
    }
    for (const e of document.querySelectorAll("[class*=teken], [class*=icoon], .leaflet-marker-icon")) {
      if (!zichtbaar(e)) continue;
      const s = getComputedStyle(e);
      for (const l of [s, getComputedStyle(e, "::before")])
        if ((l.maskImage !== "none" || l.webkitMaskImage !== "none") && (l.backgroundColor === canvas || l.backgroundColor === "rgba(0, 0, 0, 0)")) meld("masker onzichtbaar", e);
    }
    kleur.remove();
    return [...uit.values()].slice(0, 10);
  };

  // Op papier: geen knoppen, geen losse punt of streep, geen kop zonder haar lijst, geen zinnen die aan elkaar zitten.
  const druk = () => {
    const uit = [];
    for (const e of document.querySelectorAll("main :not(th) > button, main input, main select")) if (zichtbaar(e)) { uit.push(`knop op papier ${noem(e)}`); break; }
    const tekst = (document.querySelector("main") || document.body).innerText;
    for (const m of tekst.matchAll(/[a-zà-ÿ)]{2}[.!?][A-Z][a-z]+\s/g)) uit.push(`geplakt: ${tekst.slice(Math.max(0, m.index - 15), m.index + 25)}`);
    for (const m of tekst.matchAll(/(?:^|\n)\s*·|·\s*(?:\n|$)/g)) { uit.push(`losse punt: ${tekst.slice(Math.max(0, m.index - 20), m.index + 20).replace(/\n/g, "/")}`); break; }
    for (const kop of document.querySelectorAll("main :is(h1, h2, h3, h4), main summary")) {
      if (!zichtbaar(kop)) continue;
      const s = getComputedStyle(kop);
      if (!s.breakAfter.startsWith("avoid")) { uit.push(`kop mag los ${noem(kop)}`); break; }
    }
    for (const e of document.querySelectorAll("main:not(:has(.ingang)) :is(p, li, dd, td)"))
      if (zichtbaar(e) && e.textContent.trim().length > 40 && parseFloat(getComputedStyle(e).fontSize) < 11.3) { uit.push(`letter ${getComputedStyle(e).fontSize} ${noem(e)}`); break; }
    // Een liggend vel is breder dan deze maat.
    if (getComputedStyle(document.querySelector("main") || document.body).page === "auto") uit.push(...zijwaarts());
    return uit.slice(0, 6);
  };

  window.maten = {
    zijwaarts, afgekapt, halte, overgeslagen, klein, gebroken, dwingend, druk, haltes: () => haltes().length,
    stijl: (css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; },
  };
})();
