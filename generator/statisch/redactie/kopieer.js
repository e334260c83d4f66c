// Een knop bij elk voorbeeld om het te kopiëren; zonder script kan het ook, met de hand.

for (const code of document.querySelectorAll("[data-kopieer]")) {
  const knop = Object.assign(document.createElement("button"), {
    type: "button",
    className: "tekstknop",
    textContent: "Kopieer",
  });
  const stand = document.createElement("span");
  stand.setAttribute("role", "status");
  knop.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      stand.textContent = " Gekopieerd.";
    } catch {
      getSelection().selectAllChildren(code);
      stand.textContent = " Het voorbeeld is geselecteerd; kopieer het met Ctrl en C.";
    }
  });
  code.parentElement.after(knop, stand);
}
