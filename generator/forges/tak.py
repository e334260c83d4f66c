"""Een wijziging in een eigen tak zetten en opsturen. Alleen het ene bestand van de melding gaat mee."""

import base64
import os
import re
import subprocess
from pathlib import Path

from generator.forges.praten import ForgeFout, Project
from generator.model import SOORTEN

NAAM, MAIL = "Sociale Kaart", "melding@sociale-kaart.invalid"
WACHT = 120  # seconden
_PAD = re.compile(rf"sociale_kaart/(?:{'|'.join(SOORTEN)})/[a-z0-9-]{{1,64}}\.yaml")
_GEBRUIKER = {"GitHub": "x-access-token", "GitLab": "oauth2", "Forgejo": "oauth2"}


class Tak:
    """De tak van een melding in een kloon; `afstand` is de naam van waar hij heen gaat."""

    def __init__(self, map_: Path, nummer: int, project: Project | None = None, afstand: str = "origin"):
        self.map, self.naam, self.afstand = map_, f"melding-{int(nummer)}", afstand
        self.omgeving = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **_sleutel_voor_git(project)}
        self.begin = self.git("rev-parse", "HEAD").strip()

    def git(self, *delen: str) -> str:
        """Wat git zegt. Raist ForgeFout als git niet wil; wat git op de foutuitvoer zet blijft hier."""
        vast = ("-c", "core.hooksPath=/dev/null", "-c", f"user.name={NAAM}", "-c", f"user.email={MAIL}")
        try:
            uit = subprocess.run(
                ["git", *vast, *delen], cwd=self.map, env=self.omgeving, capture_output=True, timeout=WACHT
            )
        except (OSError, subprocess.TimeoutExpired) as fout:
            raise ForgeFout(f"git {delen[0]} lukte niet ({type(fout).__name__})") from fout
        if uit.returncode:
            raise ForgeFout(f"git {delen[0]} lukte niet")
        return uit.stdout.decode("utf-8", "replace")

    def ruim(self, pad: str) -> None:
        """Zet de map terug zoals zij voor de melding was, zodat de volgende melding schoon begint."""
        self.git("checkout", "--quiet", "--force", "--detach", self.begin)
        if _PAD.fullmatch(pad):
            self.git("clean", "--quiet", "--force", "--", pad)

    def van_wie(self) -> str:
        """`niemand` als de tak er nog niet is, `ons` als wij er het laatst iets in zetten, anders `redactie`."""
        if not self.git("ls-remote", "--heads", self.afstand, f"refs/heads/{self.naam}").strip():
            return "niemand"
        self.git("fetch", "--quiet", "--depth=1", self.afstand, f"refs/heads/{self.naam}")
        return "ons" if self.git("log", "-1", "--format=%ce%ae", "FETCH_HEAD").strip() == MAIL * 2 else "redactie"

    def zet(self, pad: str, titel: str, bestaat: bool) -> bool:
        """Zet het ene bestand in de tak en stuur die op; False als er al precies hetzelfde stond. Raist ForgeFout."""
        self._keur(pad)
        oud = self.git("rev-parse", "FETCH_HEAD", "FETCH_HEAD^{tree}").split() if bestaat else ["", ""]
        self.git("checkout", "--quiet", "-B", self.naam)
        self.git("add", "--", pad)
        self.git("commit", "--quiet", "--no-verify", "-m", titel)
        if self.git("rev-parse", "HEAD^{tree}").strip() == oud[1]:
            return False
        weg = f"HEAD:refs/heads/{self.naam}"
        self.git("push", "--quiet", f"--force-with-lease=refs/heads/{self.naam}:{oud[0]}", self.afstand, weg)
        return True

    def _keur(self, pad: str) -> None:
        """Er mag maar een bestand veranderd zijn, en dat is een ingang."""
        if not _PAD.fullmatch(pad):
            raise ForgeFout("het bestand van deze melding is geen ingang")
        regels = self.git("status", "--porcelain", "-z", "--untracked-files=all", "--", ".").split("\0")
        voor = self.git("rev-parse", "--show-prefix").strip()
        if [regel[3:] for regel in regels if regel] != [voor + pad]:
            raise ForgeFout("in deze map is meer veranderd dan het bestand van de melding")


def _sleutel_voor_git(project: Project | None) -> dict[str, str]:
    """De sleutel als kop voor een adres: niet op de opdrachtregel en niet in een bestand."""
    if project is None or not project.sleutel:
        return {}
    kop = base64.b64encode(f"{_GEBRUIKER[project.forge.naam]}:{project.sleutel}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "http.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {kop}",
        "GIT_CONFIG_KEY_1": "http.followRedirects",
        "GIT_CONFIG_VALUE_1": "false",
    }
