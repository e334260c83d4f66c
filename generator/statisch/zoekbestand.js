// Haalt de zoekindex op (een keer per pagina) en maakt de motor. Alles komt van deze site.
import { ontvouw, voegRestToe } from "./zoekindex.js";
import { maakMotor } from "./zoekmotor.js";

export const wortel = document.documentElement.dataset.wortel || "./";

async function haal(naam) {
  const antwoord = await fetch(new URL(`${wortel}assets/zoek-${naam}.json`, location.href));
  if (!antwoord.ok) throw new Error(`de zoekindex is er niet (${antwoord.status})`);
  return antwoord.json();
}

/** Belofte van de motor met alleen de kern; `compleet` is een belofte die afgaat als de rest erbij is. */
export async function laadMotor() {
  const rest = haal("rest");
  const kern = await haal("kern");
  const motor = maakMotor(ontvouw(kern));
  const compleet = rest.then((json) => {
    voegRestToe(motor.index, json, kern.kosten);
    motor.vulAan();
    return motor;
  });
  return { motor, compleet };
}
