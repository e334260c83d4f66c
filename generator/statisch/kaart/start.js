// Start elke kaart pas als zij in beeld komt, of na een tik. Het zware werk staat in vlak.js en komt dan pas binnen.

/** Laadt de kaart in een vak met data-kaart; bij een storing blijft een zin over die naar de lijst wijst. */
function start(vak) {
  vak.setAttribute("aria-busy", "true");
  return import("./vlak.js")
    .then((deel) => deel.maakKaart(vak))
    .catch((fout) => {
      console.warn("De kaart laadt niet:", fout);
      const zin = document.createElement("p");
      zin.className = "kaart-zin";
      zin.setAttribute("role", "alert");
      zin.textContent = "De kaart laadt nu niet. De plekken staan ook als lijst op deze pagina.";
      vak.replaceChildren(zin);
    })
    .finally(() => vak.removeAttribute("aria-busy"));
}

/** Eerst een knop; de kaart komt pas als iemand haar wil. */
function naTik(vak) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "tekstknop kaart-tik";
  knop.textContent = vak.dataset.kaartNaTik || "Toon de kaart";
  knop.addEventListener("click", () => {
    vak.classList.remove("wacht-op-tik");
    start(vak).then(() => vak.querySelector(".leaflet-container")?.focus({ preventScroll: true }));
  });
  vak.classList.add("wacht-op-tik");
  vak.replaceChildren(knop);
}

function inBeeld(vak) {
  const kijker = new IntersectionObserver(
    (gezien) => {
      if (gezien.some((een) => een.isIntersecting)) {
        kijker.disconnect();
        start(vak);
      }
    },
    { rootMargin: "200px" },
  );
  kijker.observe(vak);
}

for (const vak of document.querySelectorAll("[data-kaart]")) {
  if ("kaartNaTik" in vak.dataset) naTik(vak);
  else inBeeld(vak);
}
