// De balie zonder internet: de dienst aanmelden, zeggen hoe het ervoor staat, en nieuwe gegevens pas nemen als het uitkomt.

/** `toon(tekst, klaar)` krijgt de stand in woorden; `nieuw()` hoort dat er nieuwe gegevens klaarliggen. Geeft {neemNieuw, kijk}. */
export function koppelDienst({ toon, nieuw }) {
  let aanmelding = null, gevraagd = false;

  function stand() {
    if (!aanmelding || !aanmelding.active) return toon(navigator.onLine ? "Nog bezig: werkt straks ook zonder internet." : "Geen internet.", false);
    return toon(navigator.onLine ? "Werkt ook zonder internet." : "Nu zonder internet.", true);
  }

  function let_op(werker) {
    if (!werker) return;
    werker.addEventListener("statechange", () => {
      stand();
      if (werker.state === "installed" && navigator.serviceWorker.controller) nieuw();
    });
  }

  async function begin() {
    aanmelding = await navigator.serviceWorker.register("dienst.js", { updateViaCache: "none" });
    let_op(aanmelding.installing);
    aanmelding.addEventListener("updatefound", () => let_op(aanmelding.installing));
    if (aanmelding.waiting && navigator.serviceWorker.controller) nieuw();
    await navigator.serviceWorker.ready;
    stand();
  }

  addEventListener("online", stand);
  addEventListener("offline", stand);
  if (!("serviceWorker" in navigator)) toon("Werkt in deze browser alleen met internet.", false);
  else {
    stand();
    navigator.serviceWorker.addEventListener("controllerchange", () => { if (gevraagd) location.reload(); });
    begin().catch(() => toon("Werkt nu alleen met internet.", false));
  }

  return {
    /** Neem de nieuwe gegevens als die klaarliggen; true als het blad straks ververst. */
    neemNieuw() {
      if (!aanmelding || !aanmelding.waiting) return false;
      gevraagd = true;
      aanmelding.waiting.postMessage("neem-over");
      return true;
    },
    kijk: () => { if (aanmelding && navigator.onLine) aanmelding.update().catch(() => {}); },
  };
}
