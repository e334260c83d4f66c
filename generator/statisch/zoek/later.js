// Wat pas na de eerste uitslag nodig is, in een bestand: losse modules zouden op een trage lijn op elkaar wachten.
import { leesNu, maakFilters } from "./filter.js";
import { voegKennisToe } from "./kennis.js";
import { voegRestToe } from "./rest.js";
import { maakUitkomst } from "./uitkomst.js";
import { vreemdeTaal } from "./vreemd.js";

export { leesNu, maakFilters, maakUitkomst, voegKennisToe, voegRestToe, vreemdeTaal };
