// De site op een ander moment (?nu=2026-12-23T10:00): dat staat bovenaan, en het gaat mee naar de volgende pagina.

import { DAGNAMEN, MAANDEN, datum, weekdag } from "./kalender.js";

const klok = (minuten) => `${Math.floor(minuten / 60)}.${String(minuten % 60).padStart(2, "0")} uur`;

/** Wie de site op een ander moment bekijkt, ziet dat staan, en neemt dat moment mee naar de volgende pagina. */
export function toonAnderMoment(gevraagd, moment) {
  const { jaar, maand, dag } = datum(moment.dag),
    zonder = new URL(location.href);
  zonder.searchParams.delete("nu");
  const zin = Object.assign(document.createElement("p"), { className: "melding nu-melding" });
  zin.append(
    `U ziet deze pagina zoals op ${DAGNAMEN[weekdag(moment.dag)]} ${dag} ${MAANDEN[maand - 1]} ${jaar} om ${klok(moment.minuut)}. `,
    Object.assign(document.createElement("a"), { href: zonder.href, textContent: "Terug naar nu" }),
  );
  (document.querySelector("main") || document.body).prepend(zin);
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest?.("a[href]");
      if (!link || link.origin !== location.origin || link.href === zonder.href) return;
      const adres = new URL(link.href);
      adres.searchParams.set("nu", gevraagd);
      link.href = adres.href;
    },
    true,
  );
  document.addEventListener(
    "submit",
    ({ target }) => {
      if (target.method === "get" && !target.elements.nu)
        target.append(Object.assign(document.createElement("input"), { type: "hidden", name: "nu", value: gevraagd }));
    },
    true,
  );
}
