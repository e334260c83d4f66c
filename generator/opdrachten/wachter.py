"""Welke bestanden van een inhoudsmap er sinds de vorige keer veranderden; voor opdrachten die blijven draaien."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

from generator.lezen.lagen import lagen_van

DELEN = ("inhoud", "gebieden", "huisstijl", "mkdocs.yml", "nazien.md", "sets.yaml", "bronnen.yaml")
Stand = tuple[int, int]  # wijzigingsmoment in nanoseconden, en grootte
# Seconden tot er hoe dan ook gekeken wordt; een schijf van een ander (gedeeld, of buiten een container) geeft geen seinen.
UITERLIJK, MET_SEINEN = 0.4, 5.0
LEZEN = ("opened", "closed_no_write")
RUST = 0.015  # seconden zonder nieuw sein: een editor die een bestand leegt en vult, is dan klaar
MEESTE_RUST = 40  # zo vaak: een map waar een ander in blijft schrijven, houdt niemand op


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
        self.sein = threading.Event()
        self.gewekt = self.hoort = False

    def bronnen(self) -> tuple[Path, ...]:
        return (*(self.map / deel for deel in DELEN), *(laag.map for laag in lagen_van(self.map).alle))

    def kijk(self) -> dict[str, Stand]:
        return {pad: stand for bron in self.bronnen() for pad, stand in standen_onder(str(bron))}

    def luister(self) -> None:
        """Laat het systeem een sein geven als er iets verandert; kan dat hier niet, dan kijkt `wacht` gewoon vaak."""
        from watchdog.events import FileSystemEvent, FileSystemEventHandler
        from watchdog.observers import Observer

        class Wekker(FileSystemEventHandler):
            @staticmethod
            def on_any_event(event: FileSystemEvent) -> None:
                if event.event_type not in LEZEN:
                    self.sein.set()

        hoorder = Observer()
        try:
            hoorder.schedule(Wekker(), str(self.map))  # losse bestanden, en een map die er nog niet was
            for bron in {str(bron) for bron in self.bronnen() if bron.is_dir()}:
                hoorder.schedule(Wekker(), bron, recursive=True)
            hoorder.start()
        except OSError:  # het systeem geeft niet genoeg seinen uit
            pass

    def wacht(self) -> None:
        """Tot er een sein is en het daarna even stil blijft, en hoe dan ook niet lang."""
        self.gewekt = self.sein.wait(MET_SEINEN if self.hoort else UITERLIJK)
        for _ in range(MEESTE_RUST):
            self.sein.clear()
            if not self.gewekt or not self.sein.wait(RUST):
                break

    def veranderd(self) -> set[str]:
        """De paden die er sinds de vorige vraag bij kwamen, weg zijn of anders werden."""
        oud, self.gezien = self.gezien, self.kijk()
        if anders := {pad for pad, _ in oud.items() ^ self.gezien.items()}:
            # Onze eigen bouw geeft ook seinen; alleen een sein waar iets van de schrijver bij hoort, telt.
            self.hoort = self.gewekt
        return anders


def bestanden_van(map_: Path, veranderd: set[str]) -> set[str]:
    """De bestanden erbij, vanaf de inhoudsmap; zonder mappen en zonder wat een editor even neerzet."""
    namen = {pad: os.path.basename(pad) for pad in veranderd if not os.path.isdir(pad)}
    return {os.path.relpath(pad, map_) for pad, naam in namen.items() if naam[0] != "." and naam[-1] != "~"}
