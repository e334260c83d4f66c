// De kaart met het toetsenbord: Tab gaat langs groepen en plekken, Enter opent, Escape sluit of gaat een stap terug,
// en de aandacht blijft waar iemand bezig was.

const RIJ = 44;

/** Zet de tekens in leesvolgorde, zodat Tab niet over de kaart springt. */
function orden(kaart) {
  const laag = kaart.getPane("markerPane");
  const plek = new Map([...laag.children].map((el) => [el, el.getBoundingClientRect()]));
  const goed = [...plek.keys()].sort((a, b) => {
    const [p, q] = [plek.get(a), plek.get(b)];
    return Math.round(p.top / RIJ) - Math.round(q.top / RIJ) || p.left - q.left;
  });
  if (goed.every((el, i) => el === laag.children[i])) return;
  const actief = laag.contains(document.activeElement) ? document.activeElement : null;
  laag.append(...goed);
  actief?.focus({ preventScroll: true });
}

class Toetsen {
  constructor(L, kaart, groep, vak) {
    Object.assign(this, { L, kaart, groep, vak, weg: [], ballonVan: null, spin: null });
  }

  /** De aandacht naar het teken waar een punt nu onder staat. */
  richt(punt) {
    const zoek = (keer) => {
      const el = this.groep.getVisibleParent(punt)?.getElement?.();
      if (el) el.focus({ preventScroll: true });
      else if (keer) setTimeout(() => zoek(keer - 1), 80);
    };
    zoek(12);
  }

  naRust(doe) {
    // Na het zoomen wisselt markercluster de tekens nog; wacht tot dat klaar is.
    let klaar = false;
    const eenmaal = () => {
      if (klaar) return;
      klaar = true;
      setTimeout(doe, 30);
    };
    this.groep.once("animationend", eenmaal);
    setTimeout(eenmaal, 450);
  }

  openGroep(laag) {
    const punten = laag.getAllChildMarkers();
    this.weg.push({ midden: this.kaart.getCenter(), zoom: this.kaart.getZoom(), punt: punten[0] });
    if (this.kaart.getZoom() >= this.kaart.getMaxZoom() || laag.getBounds().getNorthEast().equals(laag.getBounds().getSouthWest())) {
      this.spin = punten[0];
      laag.spiderfy();
    } else {
      laag.zoomToBounds({ padding: [30, 30] });
    }
    this.naRust(() => this.richt(punten[0]));
  }

  terug() {
    if (this.ballonVan) {
      this.kaart.closePopup();
      return true;
    }
    if (this.spin) {
      this.groep.unspiderfy();
      const punt = this.spin;
      this.spin = null;
      this.weg.pop();
      this.naRust(() => this.richt(punt));
      return true;
    }
    const vorig = this.weg.pop();
    if (!vorig) return false;
    this.kaart.setView(vorig.midden, vorig.zoom);
    this.naRust(() => this.richt(vorig.punt));
    return true;
  }

  opDruk(g) {
    const { key } = g.originalEvent;
    if (key !== "Enter" && key !== " ") return;
    g.originalEvent.preventDefault();
    if (g.layer.getAllChildMarkers) this.openGroep(g.layer);
    else g.layer.openPopup();
  }

  opBallon(open, ballon) {
    const punt = ballon._source;
    if (!open) {
      this.ballonVan = null;
      if (this.metToets && punt) this.naRust(() => this.vak.contains(document.activeElement) || document.activeElement === document.body ? this.richt(punt) : null);
      return;
    }
    this.ballonVan = punt;
    const el = ballon.getElement();
    el.setAttribute("role", "dialog");
    el.setAttribute("aria-label", punt?.kenmerk?.naam || "Plek");
    const sluit = el.querySelector(".leaflet-popup-close-button");
    sluit?.setAttribute("aria-label", "Sluit");
    sluit?.setAttribute("title", "Sluit");
    el.querySelector(".ballon-naam")?.focus({ preventScroll: true });
  }

  bind() {
    const { kaart, groep } = this;
    const druk = (g) => {
      this.metToets = true;
      this.opDruk(g);
    };
    groep.on("keydown", druk);
    groep.on("clusterkeydown", druk);
    kaart.on("popupopen", (g) => this.opBallon(true, g.popup));
    kaart.on("popupclose", (g) => this.opBallon(false, g.popup));
    kaart.on("dragend", () => { this.weg = []; });
    kaart.getContainer().addEventListener("keydown", (g) => {
      if (g.key === "Escape" && this.terug()) g.stopPropagation();
    });
    let wacht;
    const straks = () => {
      clearTimeout(wacht);
      wacht = setTimeout(() => orden(kaart), 60);
    };
    kaart.on("moveend layeradd", straks);
    groep.on("animationend spiderfied unspiderfied", straks);
    straks();
  }
}

export function bindToetsen(L, kaart, groep, vak) {
  new Toetsen(L, kaart, groep, vak).bind();
}
