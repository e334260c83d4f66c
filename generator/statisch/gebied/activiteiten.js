// Het blad met activiteiten: op papier de zeven dagen vanaf vandaag, en een zin als er niets meer komt.
import { alsDag, leesMoment, nederland } from "../gemeen/kalender.js";

const WEEK = 7;
const dagen = [...document.querySelectorAll("[data-activiteiten] [data-dag]")];
const niets = document.querySelector("[data-niets]");

function toon() {
  const nu = leesMoment(new URLSearchParams(location.search).get("nu")) || nederland(new Date());
  const vandaag = alsDag(nu.dag),
    einde = alsDag(nu.dag + WEEK);
  for (const el of dagen) el.toggleAttribute("data-later", el.dataset.dag >= einde);
  niets.hidden = dagen.some((el) => el.dataset.dag >= vandaag);
}

document.addEventListener("stand:klaar", toon);
toon();
