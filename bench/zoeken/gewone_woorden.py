"""Maak generator/zoeken/gewone_woorden.yaml opnieuw: hoe gewoon woorden in het Nederlands zijn, en welke geen tikfout van een zoekwoord zijn.

    python bench/zoeken/gewone_woorden.py LIJST

LIJST heeft een woord per regel, een tab en de Zipf-waarde (7 is het gewoonst). Maak haar in een eigen omgeving met wordfreq 3.1.1 (hoe vaak) en
simplemma 2.0.0 (wat een Nederlands woord is); de generator heeft die twee niet nodig:

    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
    from wordfreq import top_n_list, zipf_frequency
    vormen = {t.decode() if isinstance(t, bytes) else t for paar in DefaultDictionaryFactory().get_dictionary("nl").items() for t in paar}
    for w in top_n_list("nl", 40000):
        print(w, zipf_frequency(w, "nl"), int(w in vormen), sep="\\t")
"""

import json
import sys
import textwrap
import unicodedata
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path[:0] = [str(PROJECT)]

from generator.catalogus import lees_catalogus  # noqa: E402
from generator.meldingen import Verslag  # noqa: E402
from generator.voorraad import Voorraad  # noqa: E402
from generator.zoeken.motor import Motor  # noqa: E402

DOEL = PROJECT / "generator/zoeken/gewone_woorden.yaml"
HEEL_GEWOON, GEWOON, ZELDZAAM = 5.4, 4.8, 3.0
KOP = """# Hoe gewoon woorden in het Nederlands zijn, naar hoe vaak zij in gewone teksten staan. Gemaakt door bench/zoeken/gewone_woorden.py.
# heel_gewoon en gewoon: deze woorden tellen minder mee naast een woord dat minder vaak voorkomt.
# geen_tikfout: echte woorden die op een zoekwoord lijken maar er geen tikfout van zijn (stalling is geen stalking).
"""


def vouw(tekst: str) -> str:
    return "".join(t for t in unicodedata.normalize("NFD", tekst.lower()) if not unicodedata.combining(t))


def lees_lijst(pad: Path) -> tuple[dict[str, float], set[str]]:
    """Elk gevouwen woord met zijn Zipf-waarde, en welke een Nederlands woord zijn."""
    gewoon, echt = {}, set()
    for regel in pad.read_text(encoding="utf-8").splitlines():
        woord, zipf, is_woord = regel.split("\t")
        gewoon.setdefault(vouw(woord), float(zipf))
        if is_woord == "1" and woord.isalpha() and len(woord) > 3:
            echt.add(vouw(woord))
    return gewoon, echt


def kies(motor: Motor, voorwaarde: str, woorden: list[str]) -> list[str]:
    return sorted(json.loads(motor.js.eval(f"JSON.stringify({json.dumps(woorden)}.filter((w) => {voorwaarde}))")))


def main() -> None:
    verslag = Verslag()
    motor = Motor.van(lees_catalogus(PROJECT, verslag, date(2026, 11, 22), Voorraad(PROJECT, aan=False)))
    motor.js.eval("motor.boek.kenEcht(() => false); var stop = new Set(`${index.taal.stop} ${index.taal.ruis}`.split(' '))")
    zipf, echt = lees_lijst(Path(sys.argv[1]))
    bekend = kies(motor, "motor.boek.bekend(w) && !stop.has(w)", [w for w, z in zipf.items() if z >= GEWOON])
    lijkt = kies(motor, "!motor.boek.bekend(w) && motor.boek.dichtbij(w) >= 0.5", [w for w in echt if zipf[w] >= ZELDZAAM])
    delen = {"heel_gewoon": [w for w in bekend if zipf[w] >= HEEL_GEWOON], "gewoon": [w for w in bekend if zipf[w] < HEEL_GEWOON],
             "geen_tikfout": lijkt}
    DOEL.write_text(KOP + "".join(f"{naam}: >-\n{textwrap.fill(' '.join(rij), 118, initial_indent='  ', subsequent_indent='  ')}\n"
                                  for naam, rij in delen.items()), encoding="utf-8")
    print(", ".join(f"{naam} {len(rij)}" for naam, rij in delen.items()))


if __name__ == "__main__":
    main()
