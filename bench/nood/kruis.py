"""Kiest hoe zwaar een onnodig alarm telt: `python -m bench.nood.kruis 1.2 1.6 2` leert steeds zonder een vijfde en meet daarop.

Zinnen die bij elkaar staan gaan over hetzelfde en vallen samen weg; zo wordt er op onderwerpen gemeten die niet geleerd zijn.
"""

import sys
from collections import Counter

import numpy as np

from bench.nood import leer

DELEN, SAMEN = 5, 15


def indelen(zinnen) -> np.ndarray:
    """Per zin in welk vijfde zij valt; wat erbij verzonnen is valt nergens in en wordt alleen geleerd."""
    plek = {zin: i // SAMEN % DELEN for i, (zin, _, _) in enumerate(leer.lees_zinnen())}
    return np.array([plek.get(zin, -1) for zin, _, _ in zinnen])


def meet(zinnen, rijen, namen, geen: float) -> tuple[Counter, Counter]:
    """Hoeveel zinnen per soort, en hoeveel daarvan verkeerd."""
    vak, alle, fout = indelen(zinnen), Counter(), Counter()
    nood, zwaar = leer.uitkomst_en_zwaarte(zinnen, geen)
    tabel = leer.Tabel(rijen, namen)
    # Een verzonnen zin is van een gewone gemaakt; wie een vijfde weglaat, laat die hier staan: het zijn alleen remmen.
    for deel in range(DELEN):
        punten = tabel.begin * leer.PER_PUNT + 10 + tabel.maal(leer.leer(tabel, nood, zwaar * (vak != deel)))
        for i in np.flatnonzero(vak == deel):
            alle[zinnen[i][1]] += 1
            fout[zinnen[i][1]] += (punten[i] >= 10) != bool(nood[i])
    return alle, fout


def main() -> None:
    zinnen, rijen, namen, _ = leer.verzamel()
    for geen in map(float, sys.argv[1:] or [leer.GEEN]):
        alle, fout = meet(zinnen, rijen, namen, geen)
        nood, mis = sum(alle.values()) - alle["geen"], sum(fout.values()) - fout["geen"]
        print(f"{geen}: gemist {mis / nood:.1%}, luid {fout['geen'] / alle['geen']:.1%}", end=" ")
        print({soort: f"{fout[soort] / n:.0%}" for soort, n in alle.items()}, flush=True)


if __name__ == "__main__":
    main()
