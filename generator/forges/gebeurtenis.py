"""Wat een forge meegeeft als iemand een issue maakt of wijzigt: het nummer en de tekst. De rest lezen we niet."""

import json
from pathlib import Path

from generator.meldingen import SocialeKaartFout

MEESTE_BYTES = 5_000_000


def lees_gebeurtenis(bestand: Path) -> tuple[int, str]:
    """Nummer en tekst van het issue. Raist SocialeKaartFout als het bestand geen gebeurtenis van een issue is."""
    try:
        ruw = bestand.read_bytes()
        boom = json.loads(ruw) if len(ruw) <= MEESTE_BYTES else None
    except (OSError, ValueError, RecursionError):
        boom = None
    deel = _issue(boom)
    nummer = next((deel[n] for n in ("number", "iid") if type(deel.get(n)) is int), 0)
    tekst = next((deel[t] for t in ("body", "description") if isinstance(deel.get(t), str)), "")
    if nummer < 1 or "pull_request" in deel and deel["pull_request"]:
        raise SocialeKaartFout(
            f"'{bestand.name}' is geen gebeurtenis van een issue.",
            "geef het bestand dat de forge zelf schrijft: GITHUB_EVENT_PATH, of TRIGGER_PAYLOAD bij GitLab.",
        )
    return nummer, tekst


def _issue(boom: object) -> dict:
    if not isinstance(boom, dict):
        return {}
    for naam in ("issue", "object_attributes"):
        if isinstance(boom.get(naam), dict):
            gitlab_anders = naam == "object_attributes" and boom.get("object_kind") not in (None, "issue")
            return {} if gitlab_anders else boom[naam]
    return boom
