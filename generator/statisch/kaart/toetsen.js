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
  // Het teken met de aandacht blijft staan en de rest schikt zich eromheen; anders verliest het die.
  const bij = goed.indexOf(document.activeElement);
  if (bij >= 0) document.activeElement.before(...goed.slice(0, bij));
  laag.append(...goed.slice(bij + 1));
}

class Toetsen {
  constructor(kaart, groep, open) {
    Object.assign(this, { kaart, groep, open, weg: [], beurt: 0, ballonVan: null, spin: null });
  }

  /**
   * De aandacht naar het teken waar een punt nu onder staat. Na het zoomen wisselt markercluster tekens; houd vol tot
   * het stil is.
   */
  richt(punt) {
    let stil = 0;
    const beurt = (this.beurt += 1);
    const kijk = (keer) => {
      const el = this.groep.getVisibleParent(punt)?.getElement?.();
      const daar = el && el === document.activeElement;
      // Wie intussen zelf verder ging, houdt de aandacht.
      if (beurt !== this.beurt || (!daar && stil && document.activeElement !== document.body)) return;
      if (el && !daar) el.focus({ preventScroll: true });
      stil = el && el === document.activeElement ? stil + 1 : 0;
      if (keer && stil < 4) setTimeout(() => kijk(keer - 1), 90);
    };
    setTimeout(() => kijk(14), 60);
  }

  /** Beweeg de kaart, en richt daarna de aandacht op een punt. */
  beweeg(doe, punt) {
    this.kaart.once("moveend", () => this.richt(punt));
    doe();
  }

  openGroep(laag) {
    const punten = laag.getAllChildMarkers();
    this.weg.push({ midden: this.kaart.getCenter(), zoom: this.kaart.getZoom(), punt: punten[0] });
    if (
      this.kaart.getZoom() >= this.kaart.getMaxZoom() ||
      laag.getBounds().getNorthEast().equals(laag.getBounds().getSouthWest())
    ) {
      this.spin = punten[0];
      laag.spiderfy();
      this.richt(punten[0]);
    } else {
      this.beweeg(() => laag.zoomToBounds({ padding: [30, 30] }), punten[0]);
    }
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
      this.richt(punt);
      return true;
    }
    const vorig = this.weg.pop();
    if (!vorig) return false;
    this.beweeg(() => this.kaart.setView(vorig.midden, vorig.zoom), vorig.punt);
    return true;
  }

  opDruk(g) {
    const { key } = g.originalEvent;
    if (key !== "Enter" && key !== " ") return;
    g.originalEvent.preventDefault();
    if (g.layer.getAllChildMarkers) this.openGroep(g.layer);
    else this.open(g.layer);
  }

  opBallon(open, ballon) {
    if (!open) {
      const punt = this.ballonVan;
      this.ballonVan = null;
      if (this.metToets && punt) this.richt(punt);
      return;
    }
    const { punt } = ballon;
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
    kaart.on("dragend", () => {
      this.weg = [];
    });
    kaart.on("mousedown", () => {
      this.metToets = false;
    });
    for (const soort of ["keydown", "pointerdown"])
      document.addEventListener(
        soort,
        () => {
          this.beurt += 1;
        },
        true,
      );
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

/** `open(punt)` toont de ballon van een plek. */
export function bindToetsen(kaart, groep, open) {
  new Toetsen(kaart, groep, open).bind();
}
