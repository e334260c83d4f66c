"""Een eigen server die antwoordt als de API van GitHub, Forgejo of GitLab, ook als het misgaat. Er gaat niets naar buiten."""

import http.server
import json
import re
import threading
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

SLEUTEL = "geheim-van-de-test"
KOP = {"github": ("Authorization", f"Bearer {SLEUTEL}"), "forgejo": ("Authorization", f"token {SLEUTEL}")}
KOP["gitlab"] = ("PRIVATE-TOKEN", SLEUTEL)
PROJECT = "voorbeeldstad/kaart"


@dataclass
class Naforge:
    """Wat er bij de forge staat, wat er gevraagd is, en welke fout zij nu geeft (status, koppen, of 'traag')."""

    soort: str
    fout: object = None
    fout_bij: str = ""
    issues: dict[int, dict] = field(default_factory=dict)
    reacties: dict[int, list[dict]] = field(default_factory=dict)
    voorstellen: list[dict] = field(default_factory=list)
    gevraagd: list[tuple[str, str]] = field(default_factory=list)
    poort: int = 0
    _stop: object = None

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.poort}" + {"github": "", "forgejo": "/api/v1", "gitlab": "/api/v4"}[self.soort]

    def start(self) -> "Naforge":
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Vraag", (_Vraag,), {"forge": self}))
        self.poort, self._stop = server.server_port, server
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return self

    def stop(self) -> None:
        self._stop.shutdown()
        self._stop.server_close()

    def doe(self, werkwoord: str, weg: str, zoek: dict, lichaam: dict) -> tuple[int, object]:
        gitlab = self.soort == "gitlab"
        basis = f"/projects/{PROJECT}" if gitlab else f"/repos/{PROJECT}"
        if not weg.startswith(basis):
            return 404, {"message": "Not Found"}
        weg = weg[len(basis) :]
        soorten = "issues|merge_requests" if gitlab else "issues"
        reacties = re.fullmatch(rf"/(?:{soorten})/(\d+)/(?:comments|notes)", weg)
        reactie = re.fullmatch(rf"/(?:{soorten})/(?:\d+/notes|comments)/(\d+)", weg)
        if (werkwoord, weg) == ("POST", "/issues"):
            return self._issue(lichaam)
        if (werkwoord, weg) == ("GET", "/issues"):
            return 200, [i for i in self.issues.values() if i["state"] == zoek["state"][0]] if zoek["page"] == [
                "1"
            ] else []
        if (m := re.fullmatch(r"/issues/(\d+)", weg)) and werkwoord == ("PUT" if gitlab else "PATCH"):
            dicht = lichaam.pop("state_event" if gitlab else "state", "")
            self.issues[int(m[1])] |= lichaam | ({"state": "closed"} if dicht in ("close", "closed") else {})
            return 200, self.issues[int(m[1])]
        if reacties:
            rij = self.reacties.setdefault(int(reacties[1]), [])
            if werkwoord == "GET":
                begin = (int(zoek["page"][0]) - 1) * 50
                return 200, rij[begin : begin + 50]
            rij.append({"id": 1000 + sum(map(len, self.reacties.values())), "body": lichaam["body"]})
            return 201, rij[-1]
        if reactie and werkwoord == ("PUT" if gitlab else "PATCH"):
            een = next(r for rij in self.reacties.values() for r in rij if r["id"] == int(reactie[1]))
            een["body"] = lichaam["body"]
            return 200, een
        if weg == ("/merge_requests" if gitlab else "/pulls"):
            return (200, self.voorstellen) if werkwoord == "GET" else self._voorstel(lichaam, gitlab)
        return 404, {"message": "Not Found"}

    def _issue(self, lichaam: dict) -> tuple[int, object]:
        nummer = len(self.issues) + 1
        gitlab = self.soort == "gitlab"
        tekst = lichaam["description" if gitlab else "body"]
        self.issues[nummer] = {
            "title": lichaam["title"],
            "state": "opened" if gitlab else "open",
            **({"iid": nummer, "description": tekst} if gitlab else {"number": nummer, "body": tekst}),
            "web_url" if gitlab else "html_url": f"https://forge.example/{PROJECT}/issues/{nummer}",
        }
        return 201, self.issues[nummer]

    def _voorstel(self, lichaam: dict, gitlab: bool) -> tuple[int, object]:
        van = lichaam["source_branch" if gitlab else "head"]
        if gitlab:
            voorstel = {"iid": 7, "web_url": "https://forge.example/v/7", "source_branch": van}
            voorstel |= {"source_project_id": 3, "target_project_id": 3, "description": lichaam["description"]}
        else:
            voorstel = {"number": 7, "html_url": "https://forge.example/v/7", "body": lichaam["body"]}
            voorstel["head"] = {"ref": van, "repo": {"full_name": PROJECT.title()}}
        self.voorstellen.append(voorstel)
        return 201, voorstel


class _Vraag(http.server.BaseHTTPRequestHandler):
    forge: Naforge

    def log_message(self, *_) -> None:
        pass

    def _doe(self) -> None:
        ruw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        delen = urlsplit(self.path)
        weg = unquote(delen.path).removeprefix(urlsplit(self.forge.api).path)
        self.forge.gevraagd.append((self.command, weg))
        naam, waarde = KOP[self.forge.soort]
        if self.forge.fout and self.forge.fout_bij in f"{self.command} {weg}":
            return self._fout(self.forge.fout)
        if self.headers.get(naam) != waarde:
            return self._stuur(401, {"message": "Bad credentials"}, {})
        lichaam = json.loads(ruw) if ruw else {}
        return self._stuur(*self.forge.doe(self.command, weg, parse_qs(delen.query), lichaam), {})

    do_GET = do_POST = do_PATCH = do_PUT = _doe

    def _fout(self, fout) -> None:
        if fout == "traag":
            threading.Event().wait(3)
            self.close_connection = True
        elif fout == "weg":
            self.close_connection = True
        elif fout == "geen json":
            self._stuur(201, None, {}, b"<html>hallo</html>")
        elif fout == "omleiding":
            self._stuur(302, {}, {"Location": f"http://127.0.0.1:{self.forge.poort}/elders"})
        elif fout == "limiet":
            self._stuur(403, {"message": "API rate limit exceeded"}, {"x-ratelimit-remaining": "0"})
        else:
            self._stuur(fout, {"message": SLEUTEL}, {})

    def _stuur(self, status: int, inhoud: object, koppen: dict, ruw: bytes | None = None) -> None:
        ruw = json.dumps(inhoud).encode() if ruw is None else ruw
        self.send_response(status)
        for naam, waarde in koppen.items():
            self.send_header(naam, waarde)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(ruw)))
        self.end_headers()
        self.wfile.write(ruw)
