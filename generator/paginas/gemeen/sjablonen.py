"""Jinja2 voor duizenden pagina's: een sjabloon wordt een keer geladen, en ontsnappen gaat zonder omweg."""

from collections.abc import MutableMapping
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from markupsafe import Markup, escape

_in_tekst = getattr(markupsafe, "_escape_inner", escape)  # de kern van escape, zonder er een Markup van te maken


def ontsnap(waarde: Any) -> str:
    """Wat markupsafe ervan maakt, als gewone tekst: een sjabloon plakt de delen toch aan elkaar."""
    soort = type(waarde)
    if soort is str:
        return _in_tekst(waarde)
    return waarde if soort is Markup else escape(waarde)


class Sjabloon(Template):
    """Een sjabloon dat snel ontsnapt, en dat zijn macro's maar een keer uitleent: geen sjabloon heeft eigen globals."""

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: MutableMapping, globals: MutableMapping) -> Template:
        namespace["escape"] = ontsnap
        return super()._from_namespace(environment, namespace, globals)

    def _get_default_module(self, ctx: Any = None) -> Any:
        return super()._get_default_module()


class Omgeving(Environment):
    """Een omgeving die elk sjabloon vasthoudt."""

    template_class = Sjabloon

    def __init__(self, **opties: Any):
        super().__init__(**opties)
        self._geladen: dict[str, Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: MutableMapping | None = None) -> Template:
        if (bekend := self._geladen.get(name)) is None:
            bekend = self._geladen[name] = super().get_template(name, parent, globals)
        return bekend
