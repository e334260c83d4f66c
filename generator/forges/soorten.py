"""Waarin de drie soorten forges verschillen: adressen, namen van velden en hoe een sleutel meegaat."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote


class Forge(NamedTuple):
    """De weg in de API van een soort forge; `{p}` is het project, `{n}` het nummer en `{id}` dat van een reactie."""

    naam: str
    basis: str
    project: Callable[[str], str]
    kop: Callable[[str], dict[str, str]]
    issues: str
    issue: str
    sluit: tuple[str, str]
    reacties: str
    reactie: str
    voorstelreacties: str
    voorstelreactie: str
    werkwoord: str
    voorstellen: str
    tekst: str
    nummer: str
    adres: str
    van: str
    naar: str
    open: str


def _los(project: str) -> str:
    return quote(project.strip("/"))


def _heel(project: str) -> str:
    return quote(project.strip("/"), safe="")


def _github_kop(sleutel: str) -> dict[str, str]:
    return {
        "Authorization": f"Bearer {sleutel}",
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
    }


_GITHUB = Forge(
    naam="GitHub",
    basis="https://api.github.com",
    project=_los,
    kop=_github_kop,
    issues="/repos/{p}/issues",
    issue="/repos/{p}/issues/{n}",
    sluit=("state", "closed"),
    reacties="/repos/{p}/issues/{n}/comments",
    reactie="/repos/{p}/issues/comments/{id}",
    voorstelreacties="/repos/{p}/issues/{n}/comments",
    voorstelreactie="/repos/{p}/issues/comments/{id}",
    werkwoord="PATCH",
    voorstellen="/repos/{p}/pulls",
    tekst="body",
    nummer="number",
    adres="html_url",
    van="head",
    naar="base",
    open="open",
)
FORGES = {
    "github": _GITHUB,
    "forgejo": _GITHUB._replace(naam="Forgejo", basis="", kop=lambda sleutel: {"Authorization": f"token {sleutel}"}),
    "gitlab": Forge(
        naam="GitLab",
        basis="https://gitlab.com/api/v4",
        project=_heel,
        kop=lambda sleutel: {"PRIVATE-TOKEN": sleutel},
        issues="/projects/{p}/issues",
        issue="/projects/{p}/issues/{n}",
        sluit=("state_event", "close"),
        reacties="/projects/{p}/issues/{n}/notes",
        reactie="/projects/{p}/issues/{n}/notes/{id}",
        voorstelreacties="/projects/{p}/merge_requests/{n}/notes",
        voorstelreactie="/projects/{p}/merge_requests/{n}/notes/{id}",
        werkwoord="PUT",
        voorstellen="/projects/{p}/merge_requests",
        tekst="description",
        nummer="iid",
        adres="web_url",
        van="source_branch",
        naar="target_branch",
        open="opened",
    ),
}
