// Net genoeg van een browser om de scripts van de balie, het lijstje en de kaart in een kale V8 te draaien.

class Klassen {
  constructor(el) { this.el = el; }
  get lijst() { return this.el.className.split(" ").filter(Boolean); }
  contains(naam) { return this.lijst.includes(naam); }
  toggle(naam, aan = !this.contains(naam)) { this.el.className = [...this.lijst.filter((n) => n !== naam), ...(aan ? [naam] : [])].join(" "); }
  add(naam) { this.toggle(naam, true); }
  remove(naam) { this.toggle(naam, false); }
}

const streepjes = (naam) => `data-${naam.replace(/[A-Z]/g, (h) => `-${h.toLowerCase()}`)}`;

class Element {
  constructor(soort) {
    Object.assign(this, { soort, kinderen: [], kenmerken: {}, className: "", hidden: false, parentElement: null, luisteraars: {} });
    this.classList = new Klassen(this);
    this.dataset = new Proxy({}, {
      get: (_, naam) => this.kenmerken[streepjes(String(naam))],
      set: (_, naam, waarde) => { this.kenmerken[streepjes(naam)] = String(waarde); return true; },
      has: (_, naam) => streepjes(String(naam)) in this.kenmerken,
    });
  }
  get children() { return this.kinderen.filter((k) => k instanceof Element); }
  get firstElementChild() { return this.children[0] || null; }
  get textContent() { return this.kinderen.map((k) => (k instanceof Element ? k.textContent : k)).join(""); }
  set textContent(tekst) { this.replaceChildren(...(tekst === "" ? [] : [String(tekst)])); }
  get nakomelingen() { return this.children.flatMap((k) => [k, ...k.nakomelingen]); }
  append(...delen) {
    for (const deel of delen) {
      if (deel instanceof Element) { deel.remove(); deel.parentElement = this; this.kinderen.push(deel); } else this.kinderen.push(String(deel));
    }
  }
  replaceChildren(...delen) { for (const k of this.children) k.parentElement = null; this.kinderen = []; this.append(...delen); }
  remove() { if (this.parentElement) this.parentElement.kinderen = this.parentElement.kinderen.filter((k) => k !== this); this.parentElement = null; }
  setAttribute(naam, waarde) { this.kenmerken[naam] = String(waarde); }
  getAttribute(naam) { return naam in this.kenmerken ? this.kenmerken[naam] : null; }
  removeAttribute(naam) { delete this.kenmerken[naam]; }
  scrollIntoView() {}
  addEventListener(soort, doe) { (this.luisteraars[soort] ||= []).push(doe); }
  dispatchEvent(gebeurtenis) { for (const doe of this.luisteraars[gebeurtenis.type] || []) doe({ target: this, ...gebeurtenis }); }
  cloneNode() {
    const kopie = new Element(this.soort);
    Object.assign(kopie.kenmerken, this.kenmerken);
    kopie.append(...this.kinderen.map((k) => (k instanceof Element ? k.cloneNode() : k)));
    return kopie;
  }
  /** Past op een van de delen met een komma ertussen; een deel is tag, .klasse, [kenmerk], [kenmerk="x"] of :not([kenmerk]). */
  past(keuze) {
    return keuze.split(",").some((deel) => (deel.trim().match(/^\w+|\.[\w-]+|:not\(\[\w+\]\)|\[[^\]]+\]/g) || []).every((stuk) => {
      if (stuk[0] === ".") return this.classList.contains(stuk.slice(1));
      if (stuk.startsWith(":not")) return !this[stuk.slice(6, -2)];
      if (stuk[0] !== "[") return this.soort === stuk;
      const [naam, waarde] = stuk.slice(1, -1).split("=");
      return waarde === undefined ? naam in this.kenmerken : this.kenmerken[naam] === waarde.replace(/"/g, "");
    }));
  }
  querySelectorAll(keuze) { return this.nakomelingen.filter((el) => el.past(keuze)); }
  querySelector(keuze) { return this.querySelectorAll(keuze)[0] || null; }
  closest(keuze) { return this.past(keuze) ? this : this.parentElement && this.parentElement.closest(keuze); }
}

class CustomEvent { constructor(type, opties = {}) { Object.assign(this, { type, ...opties }); } }

class URLSearchParams {
  constructor(tekst = "") {
    const delen = Array.isArray(tekst) ? tekst : tekst.replace(/^\?/, "").split("&").filter(Boolean).map((d) => d.split("=").map(decodeURIComponent));
    this.paren = delen.map(([naam, waarde]) => [naam, waarde || ""]);
  }
  getAll(naam) { return this.paren.filter(([n]) => n === naam).map(([, w]) => w); }
  get(naam) { return this.getAll(naam)[0] ?? null; }
}

class Opslag {
  constructor() { this.waarden = new Map(); this.dicht = false; }
  keur() { if (this.dicht) throw new Error("deze browser bewaart niets"); }
  getItem(naam) { this.keur(); return this.waarden.get(naam) ?? null; }
  setItem(naam, waarde) { this.keur(); this.waarden.set(naam, String(waarde)); }
  removeItem(naam) { this.keur(); this.waarden.delete(naam); }
}

const documentElement = new Element("html");
const document = Object.assign(new Element("document"), { documentElement, createElement: (soort) => new Element(soort) });
document.append(documentElement);
const location = { search: "", href: "https://kaart.example/kcc/" };
const localStorage = new Opslag(), sessionStorage = new Opslag();

// Een gebeurtenis voor het venster zelf: niemand luistert hier.
globalThis.dispatchEvent ??= () => true;
