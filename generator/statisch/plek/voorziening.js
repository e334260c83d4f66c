// Een ingang: is het nu open, en welke regel van de tijden is vandaag?
import { nederland, toonStanden } from "../gemeen/open.js";

const DAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"];

toonStanden(document);

const vandaag = DAGEN[nederland(new Date()).weekdag];
for (const rij of document.querySelectorAll(`table.tijden [data-dag="${vandaag}"]`)) {
  rij.classList.add("is-vandaag");
  const woord = document.createElement("span");
  woord.className = "vandaag";
  woord.textContent = " vandaag";
  rij.firstElementChild.append(woord);
}
