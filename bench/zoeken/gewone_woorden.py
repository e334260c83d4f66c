"""Maak generator/zoeken/gewone_woorden.yaml opnieuw: hoe gewoon woorden zijn, en welke geen tikfout van een zoekwoord zijn.

    python bench/zoeken/gewone_woorden.py LIJST

LIJST heeft per regel een woord, de Zipf-waarde (7 is het gewoonst) en het grondwoord, met tabs ertussen. Maak haar in een eigen
omgeving met wordfreq 3.1.1 (hoe vaak) en simplemma 2.0.0 (wat een Nederlands woord is, en waarvan); de generator zelf heeft die
twee niet nodig:

    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
    from wordfreq import top_n_list, zipf_frequency
    tekst = lambda t: t.decode() if isinstance(t, bytes) else t
    vormen = {tekst(k): tekst(v) for k, v in DefaultDictionaryFactory().get_dictionary("nl").items()}
    vormen |= {v: v for v in vormen.values()}
    for w in top_n_list("nl", 40000):
        print(w, zipf_frequency(w, "nl"), vormen.get(w, "").replace("_", ""), sep="\t")
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
from generator.zoeken.index import maak_index  # noqa: E402
from generator.zoeken.motor import Motor  # noqa: E402

DOEL = PROJECT / "generator/zoeken/gewone_woorden.yaml"
HEEL_GEWOON, GEWOON, ZELDZAAM, NAAM = 5.4, 4.8, 3.3, 3.7
# Alleen wat op klank, letters of begin lijkt; een stuk van een samenstelling is geen tikfout.
GEEN_DELEN = (
    "deelVoor",
    "deelAchter",
    "deelMidden",
    "deelLengte",
    "bevatVoor",
    "bevatAchter",
    "bevatLengte",
    "zelfdeBegin",
    "paar",
)
KOP = """# Hoe gewoon woorden zijn, naar hoe vaak zij in gewone teksten staan. Gemaakt door bench/zoeken/gewone_woorden.py.
# heel_gewoon en gewoon: deze woorden tellen minder mee naast een woord dat minder vaak voorkomt.
# geen_tikfout: echte woorden die op een zoekwoord lijken maar er geen tikfout van zijn (stalling is geen stalking).
"""


def vouw(tekst: str) -> str:
    return "".join(t for t in unicodedata.normalize("NFD", tekst.lower()) if not unicodedata.combining(t))


def lees_lijst(pad: Path) -> tuple[dict[str, float], dict[str, str]]:
    """Elk gevouwen woord met zijn Zipf-waarde, en van een Nederlands woord het grondwoord."""
    gewoon, echt = {}, {}
    for regel in pad.read_text(encoding="utf-8").splitlines():
        woord, zipf, grondwoord = regel.split("\t")
        gewoon.setdefault(vouw(woord), float(zipf))
        # Een naam of een woord van elders staat niet in de woordenlijst; komt het vaak voor, dan is het toch geen
        # tikfout.
        if (grondwoord or float(zipf) >= NAAM) and woord.isalpha() and len(woord) > 3:
            echt[vouw(woord)] = vouw(grondwoord)
    return gewoon, echt


def kies(motor: Motor, voorwaarde: str, woorden: list[str]) -> list[str]:
    return sorted(json.loads(motor.js.eval(f"JSON.stringify({json.dumps(woorden)}.filter((w) => {voorwaarde}))")))


def main() -> None:
    verslag = Verslag()
    catalogus = lees_catalogus(PROJECT, verslag, date(2026, 11, 22), Voorraad(PROJECT, aan=False))
    if catalogus is None:
        sys.exit(verslag.als_tekst())
    motor = Motor(*maak_index(catalogus), dict.fromkeys(GEEN_DELEN, 0))
    motor.js.eval(
        "motor.boek.kenEcht(() => false); var stop = new Set(`${index.taal.stop} ${index.rest.taal.ruis}`.split(' '))"
    )
    zipf, echt = lees_lijst(Path(sys.argv[1]))
    bekend = kies(motor, "motor.boek.bekend(w) && !stop.has(w)", [w for w, z in zipf.items() if z >= GEWOON])
    # Een vorm van een woord dat de index kent, mag wel lijken: verkocht en verkopen.
    kent = set(kies(motor, "motor.boek.bekend(w)", sorted(set(echt.values()))))
    lijkt = kies(
        motor,
        "!motor.boek.bekend(w) && Math.max(0, ...motor.boek.kandidaten(w, true).values()) >= 0.5",
        [w for w, grondwoord in echt.items() if zipf[w] >= ZELDZAAM and grondwoord not in kent],
    )
    delen = {
        "heel_gewoon": [w for w in bekend if zipf[w] >= HEEL_GEWOON],
        "gewoon": [w for w in bekend if zipf[w] < HEEL_GEWOON],
        "geen_tikfout": lijkt,
    }
    DOEL.write_text(
        KOP
        + "".join(
            f"{naam}: >-\n{textwrap.fill(' '.join(rij), 118, initial_indent='  ', subsequent_indent='  ')}\n"
            for naam, rij in delen.items()
        ),
        encoding="utf-8",
    )
    print(", ".join(f"{naam} {len(rij)}" for naam, rij in delen.items()))


if __name__ == "__main__":
    main()
