"""De zoekmotor van de browser, in Python: dezelfde JavaScript in een kale V8 (mini-racer), zonder pagina of netwerk."""

import atexit
import json
from functools import lru_cache
from typing import Any
from weakref import WeakSet

from generator.meldingen import SocialeKaartFout
from generator.model import Catalogus
from generator.zoeken.bundel import bundel
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.index import maak_index
from generator.zoeken.kennis import maak_kennis

LEVEND: WeakSet[Any] = WeakSet()


@atexit.register
def sluit_motoren() -> None:
    """Sluit elke V8 zolang Python nog heel is; pas bij het opruimen gesloten wacht mini-racer soms voor altijd."""
    for js in list(LEVEND):
        js.close()


@lru_cache(maxsize=1)
def motorcode() -> str:
    """De motor met alles wat hij nodig heeft: een gewoon script."""
    return bundel(
        "zoek/motor.js",
        "zoek/samen.js",
        "zoek/index.js",
        "zoek/kennis.js",
        "zoek/rest.js",
        "zoek/uitkomst.js",
        "zoek/vreemd.js",
    )


class Motor:
    """Een geladen zoekmotor. Een Motor is van een enkele draad."""

    def __init__(self, kern: dict, rest: dict | None, gewichten: dict | None = None, kennis: dict | None = None):
        try:
            from py_mini_racer import MiniRacer
        except ModuleNotFoundError:
            raise SocialeKaartFout(
                "het pakket mini-racer ontbreekt; daarmee draait de zoekmotor buiten de browser.",
                "draai een keer 'python3 kaart.py zoek --help', dan komt het erbij.",
                1,
            ) from None

        self.js = MiniRacer()
        LEVEND.add(self.js)
        self.js.eval(motorcode())
        self.js.eval(f"""var kern = JSON.parse({json.dumps(json.dumps(kern))}), rest = JSON.parse({json.dumps(json.dumps(rest))});
            var index = ontvouw(kern), gewichten = {json.dumps(gewichten or {})}, eerst = maakMotor(index, gewichten);
            if (rest) voegRestToe(index, rest, kern.kosten);
            const kennis = {json.dumps(kennis)};
            if (kennis) voegKennisToe(index, kennis);
            var heel = rest ? maakMotor(index, gewichten, maakUitkomst) : null, motor = maakSamen(eerst, () => heel);""")

    @classmethod
    def van(cls, catalogus: Catalogus) -> "Motor":
        """Een motor op de hele index van een catalogus."""
        kern, rest = maak_index(catalogus)
        return cls({**kern, "crisis": maak_crisis(catalogus)}, rest, kennis=maak_kennis(catalogus))

    def zoek(self, vraag: str, gebied: str | None = None) -> dict:
        """De uitslag als op de zoekpagina.

        `resultaten` (id, soort, functies, score, via, uitleg), `crisis` (het blok of None), `crisisNu` (zolang er getypt
        wordt), `woorden` en, zonder resultaten, `suggesties`.
        """
        opties = json.dumps({"gebied": gebied})
        return json.loads(
            str(
                self.js.eval(f"""(() => {{ const vraag = {json.dumps(vraag)}, u = motor.zoek(vraag, {opties});
            return JSON.stringify({{resultaten: u.resultaten, crisis: u.crisis, crisisNu: u.crisisNu, woorden: u.woorden,
                uitkomst: u.uitkomst, elders: u.elders, taal: vreemdeTaal(vraag),
                suggesties: u.resultaten.length || u.elders || vreemdeTaal(vraag) ? [] : motor.suggesties(vraag)}}); }})()""")
            )
        )

    def kennis(self, vraag: str, kent: float) -> tuple[list[dict], dict[str, float]]:
        """Wat het vocabulaire van een vraag weet.

        Per woord met inhoud: `woord`, `gewicht` en `functies`, de ids die het voor ten minste `kent` kennen; en de punten per functie.
        """
        uit = json.loads(
            str(
                self.js.eval(f"""(() => {{ const vraag = {json.dumps(vraag)}, t = (heel || eerst).teller;
            const delen = t.ontleed(vraag, new Set());
            const ids = (punten, vanaf) => index.functies.map((f, i) => [f.id, punten[i]]).filter(([, u]) => u && vanaf(u));
            return JSON.stringify([delen.map((d) => ({{woord: d.stuk || d.woord, gewicht: d.gewicht,
                functies: ids(t.scoorVocabulaire([d]), (u) => u.dekking >= {kent}).map(([id]) => id)}})),
                Object.fromEntries(ids(t.scoorVocabulaire(delen, vraag), (u) => u.score > 0).map(([id, u]) => [id, u.score]))]); }})()""")
            )
        )
        return uit[0], uit[1]
