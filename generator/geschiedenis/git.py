"""Lezen uit Git, zonder iets te starten wat in de inhoud staat: welke bestanden anders zijn, en wat erin stond."""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from generator.betekenis.kalender import klok_in_nederland

_OMGEVING = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_ZONDER = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_VERSCHIL = ("--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
NIETS = "0" * 40
# Een kop kan geen pad zijn: een pad komt altijd na een stuk dat met een dubbele punt begint.
_KOP = re.compile(r"\n?\x01([0-9a-f]{40,64}) (\d+)")
GEWOON = ("100644", "100755", "120000")


class GitFout(Exception):
    """Git is er niet, of deed niet wat gevraagd is; de tekst zegt waarom."""


class Anders(Struct, frozen=True):
    """Een bestand dat anders is: het pad vanaf de inhoudsmap, en de vingerafdruk van Git voor en na; leeg is er niet."""

    pad: str
    oud: str
    nieuw: str


class Vastlegging(Struct, frozen=True):
    """Een vastlegging op de eerste lijn: haar code, haar tijd in seconden, en wat er anders is dan in de vorige."""

    code: str
    tijd: int
    anders: tuple[Anders, ...]


class Opslag:
    """De Git-opslag waar een inhoudsmap in staat; alleen wat onder die map ligt telt mee."""

    def __init__(self, map_: Path):
        self.map = map_
        self.voor = self._git("rev-parse", "--show-prefix").strip("\n")
        self.omheind = ("--", ".")

    def _start(self, *argumenten: str, **meer) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", "-C", str(self.map), *_ZONDER, *argumenten],
                capture_output=True,
                env={**os.environ, **_OMGEVING},
                **({"stdin": subprocess.DEVNULL} | meer if "input" not in meer else meer),
            )
        except OSError as fout:
            raise GitFout("Git staat niet op deze computer") from fout

    def _ruw(self, *argumenten: str, **meer) -> bytes:
        uit = self._start(*argumenten, **meer)
        if uit.returncode:
            raise GitFout(" ".join(uit.stderr.decode("utf-8", "replace").split())[-200:] or "Git gaf geen reden")
        return uit.stdout

    def _git(self, *argumenten: str) -> str:
        return self._ruw(*argumenten).decode("utf-8", "surrogateescape")

    @property
    def is_ondiep(self) -> bool:
        """Of een deel van de geschiedenis ontbreekt."""
        return self._git("rev-parse", "--is-shallow-repository").strip() != "false"

    def code_van(self, naam: str) -> str:
        """De code van een vastlegging, bij een tak, label of datum als '@{2026-03-01}'. Raist GitFout als zij er niet is."""
        if naam.startswith("-") or not naam.isprintable():
            raise GitFout(f"'{naam[:40]}' is geen naam van een vastlegging")
        return self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{naam}^{{commit}}").strip()

    def gedeeld_begin(self, code: str) -> str:
        """De laatste vastlegging die HEAD en een andere samen hebben; die andere zelf als er geen is."""
        uit = self._start("merge-base", code, "HEAD")
        return uit.stdout.decode().strip() or code

    def laatste_op(self, dag: date) -> str:
        """De vastlegging van de eerste lijn die aan het eind van een dag in Nederland gold, of leeg."""
        for regel in self._git("log", "--first-parent", "--format=%H %ct", "HEAD").splitlines():
            code, tijd = regel.split()
            if klok_in_nederland(datetime.fromtimestamp(int(tijd), UTC)).date() <= dag:
                return code
        return ""

    def code_en_tijd(self, naam: str) -> tuple[str, int]:
        """De code van een vastlegging, met haar tijd in seconden."""
        code = self.code_van(naam)
        return code, int(self._git("show", "--no-patch", "--format=%ct", code).strip())

    def labels(self) -> dict[str, str]:
        """Elk label dat bij HEAD hoort, met de code van zijn vastlegging; het nieuwste eerst."""
        vorm = "--format=%(refname:strip=2)%09%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)"
        regels = self._git("for-each-ref", "--merged=HEAD", "--sort=-creatordate", vorm, "refs/tags").splitlines()
        return {naam: code for naam, _, code in (regel.partition("\t") for regel in regels) if code}

    def verloop(self, sinds: str = "") -> Iterator[Vastlegging]:
        """De eerste lijn van HEAD, het nieuwste eerst: zo is een voorstel een verandering op de dag dat het erin kwam."""
        bereik = f"{sinds}..HEAD" if sinds else "HEAD"
        ruw = self._git(
            "log", "--first-parent", "-m", "--root", "--format=%x01%H %ct", *_VERSCHIL, bereik, *self.omheind
        )
        code, tijd, los = "", 0, list[str]()
        for stuk in ruw.split("\0"):
            if vondst := _KOP.fullmatch(stuk):
                if code:
                    yield Vastlegging(code, tijd, tuple(self._anders(los)))
                code, tijd, los = vondst[1], int(vondst[2]), []
            else:
                los.append(stuk)
        if code:
            yield Vastlegging(code, tijd, tuple(self._anders(los)))

    def _anders(self, delen: list[str]) -> Iterator[Anders]:
        """De bestanden uit de stukken van --raw -z, die bij twee horen; een submodule telt niet."""
        rij = iter(delen)
        for kop in rij:
            if not kop.lstrip("\n").startswith(":"):
                continue
            was, nu, oud, nieuw = kop.lstrip("\n:").split()[:4]
            pad = next(rij, "")
            if pad.startswith(self.voor):
                yield Anders(pad[len(self.voor) :], oud if was in GEWOON else NIETS, nieuw if nu in GEWOON else NIETS)

    def anders_dan_nu(self, code: str) -> dict[str, str]:
        """Elk pad dat in de map nu anders is dan in `code`, ook wat nog niet is vastgelegd; met de oude vingerafdruk."""
        ruw = self._git("diff", *_VERSCHIL, code, *self.omheind)
        uit = {een.pad: een.oud for een in self._anders(ruw.split("\0"))}
        los = self._git("ls-files", "--others", "--exclude-standard", "-z", *self.omheind)
        return {**dict.fromkeys(filter(None, los.split("\0")), NIETS), **uit}

    def boom(self, code: str) -> dict[str, tuple[str, str]]:
        """Elk bestand van de inhoudsmap in een vastlegging: zijn soort (zoals 100644) en vingerafdruk."""
        uit = {}
        for regel in self._git("ls-tree", "-r", "-z", "--full-tree", code, "--", self.voor or ".").split("\0"):
            kop, _, pad = regel.partition("\t")
            if pad and pad.startswith(self.voor) and kop.split()[0] in GEWOON:
                uit[pad[len(self.voor) :]] = (kop.split()[0], kop.split()[2])
        return uit

    def inhoud(self, afdrukken: set[str]) -> dict[str, bytes]:
        """De bytes bij elke vingerafdruk, in een keer opgevraagd. Raist GitFout als er een ontbreekt."""
        vraag = sorted(afdrukken - {NIETS, ""})
        if not vraag:
            return {}
        ruw = self._ruw("cat-file", "--batch", input="".join(f"{een}\n" for een in vraag).encode())
        uit, plek = {}, 0
        for een in vraag:
            eind = ruw.index(b"\n", plek)
            kop = ruw[plek:eind].split()
            if len(kop) != 3:
                raise GitFout(f"Git mist {een[:12]}")
            begin = eind + 1
            uit[een] = ruw[begin : begin + int(kop[2])]
            plek = begin + int(kop[2]) + 1
        return uit
