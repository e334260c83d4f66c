// De balie zonder internet: de dienst aanmelden, zeggen hoe het ervoor staat, en nieuwe gegevens pas nemen als het
// uitkomt.

/** Of dit blad al van de server kwam omdat daar iets nieuws staat; zonder antwoord is het dat niet. */
function isVers(werker) {
  return new Promise((klaar) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => klaar(data === true);
    setTimeout(() => klaar(false), 1000);
    werker.postMessage("ben-ik-vers", [port2]);
  });
}

/**
 * `toon(tekst, klaar)` krijgt de stand in woorden; `nieuw()` hoort dat wat er staat oud is en dat er nieuwe gegevens klaarliggen;
 * `rust()` zegt of er geen gesprek loopt: dan ververst het blad vanzelf. Geeft {neemNieuw, kijk}.
 */
export function koppelDienst({ toon, nieuw, rust }) {
  let aanmelding = null,
    gevraagd = false;

  function stand() {
    if (!aanmelding || !aanmelding.active)
      return toon(navigator.onLine ? "Nog bezig: werkt straks ook zonder internet." : "Geen internet.", false);
    return toon(navigator.onLine ? "Werkt ook zonder internet." : "Nu zonder internet.", true);
  }

  function let_op(werker) {
    if (!werker) return;
    werker.addEventListener("statechange", () => {
      stand();
      if (werker.state === "installed") meld();
    });
  }

  /**
   * Er ligt een nieuw stel klaar. Een vers blad hoeft niet te verversen; anders kan het alleen als niemand bezig is.
   */
  async function meld() {
    const baas = navigator.serviceWorker.controller;
    if (!baas || !aanmelding.waiting) return;
    if (await isVers(baas)) aanmelding.waiting?.postMessage("neem-over");
    else if (rust()) neemNieuw();
    else nieuw();
  }

  /** Neem de nieuwe gegevens als die klaarliggen; true als het blad straks ververst. */
  function neemNieuw() {
    if (!aanmelding?.waiting) return false;
    gevraagd = true;
    aanmelding.waiting.postMessage("neem-over");
    return true;
  }

  async function begin() {
    aanmelding = await navigator.serviceWorker.register("dienst.js", { updateViaCache: "none" });
    let_op(aanmelding.installing);
    aanmelding.addEventListener("updatefound", () => let_op(aanmelding.installing));
    meld();
    await navigator.serviceWorker.ready;
    stand();
  }

  addEventListener("online", stand);
  addEventListener("offline", stand);
  if (!("serviceWorker" in navigator)) toon("Werkt in deze browser alleen met internet.", false);
  else {
    stand();
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (gevraagd) location.reload();
    });
    begin().catch(() => toon("Werkt nu alleen met internet.", false));
  }

  return {
    neemNieuw,
    kijk: () => {
      if (aanmelding && navigator.onLine) aanmelding.update().catch(() => {});
    },
  };
}
