"""Welke bestanden van een inhoudsmap er sinds de vorige keer veranderden; voor opdrachten die blijven draaien."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.lezen.lagen import lagen_van

DELEN = ("inhoud", "gebieden", "huisstijl", "mkdocs.yml", "nazien.md", "sets.yaml", "bronnen.yaml")
Stand = tuple[int, int]  # wijzigingsmoment in nanoseconden, en grootte


def standen_onder(bron: str) -> Iterator[tuple[str, Stand]]:
    """(pad, stand) van een bestand, of van alles onder een map; een map telt zelf ook, dan valt weghalen op."""
    mappen = [bron]
    while mappen:
        map_ = mappen.pop()
        try:
            nu = os.stat(map_)
            yield map_, (nu.st_mtime_ns, 0)
            for ingang in os.scandir(map_):
                if ingang.is_dir(follow_symlinks=False):
                    mappen.append(ingang.path)
                else:
                    nu = ingang.stat()
                    yield ingang.path, (nu.st_mtime_ns, nu.st_size)
        except OSError:  # een los bestand, of net weg
            continue


class Wachter:
    """Onthoudt hoe de bronbestanden stonden."""

    def __init__(self, map_: Path):
        self.map = map_
        self.gezien = self.kijk()

    def kijk(self) -> dict[str, Stand]:
        bronnen = (*(self.map / deel for deel in DELEN), *(laag.map for laag in lagen_van(self.map).alle))
        return {pad: stand for bron in bronnen for pad, stand in standen_onder(str(bron))}

    def veranderd(self) -> set[str]:
        """De paden die er sinds de vorige vraag bij kwamen, weg zijn of anders werden."""
        oud, self.gezien = self.gezien, self.kijk()
        return {pad for pad, _ in oud.items() ^ self.gezien.items()}


def bestanden_van(map_: Path, veranderd: set[str]) -> set[str]:
    """De bestanden erbij, vanaf de inhoudsmap; zonder mappen en zonder wat een editor even neerzet."""
    namen = {pad: os.path.basename(pad) for pad in veranderd if not os.path.isdir(pad)}
    return {os.path.relpath(pad, map_) for pad, naam in namen.items() if naam[0] != "." and naam[-1] != "~"}
