"""De twee standen: de map zoals zij nu is, en zoals zij was in een vastlegging, in een tijdelijke map."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.bouw.vooruit import keur_vooruit
from generator.catalogus import lees_catalogus
from generator.geschiedenis.dingen import veranderingen
from generator.geschiedenis.git import NIETS, GitFout, Opslag
from generator.geschiedenis.waarden import Namen, namen_uit, staat_in
from generator.meldingen import Melding, SocialeKaartFout, Verslag
from generator.model import Catalogus
from generator.model.geschiedenis import EIGEN, NIEUW, UIT_SET, VERHUISD, WEG, Verandering
from generator.voorraad import Voorraad

_SNELKOPPELING = "120000"
# Waar de inhoud staat; de rest van de opslag hoeft niet mee naar de tijdelijke map.
_INHOUD = re.compile(r"(?:sociale_kaart|gebieden|inhoud|sets)/|[^/]+\.(?:ya?ml|md|slot|json)$")
_REGEL = re.compile(r"\b(regels?|kolom) \d+")


class Stand(Struct, frozen=True):
    """Een stand van de inhoud: de catalogus (None met fouten erin) en wat de controle zegt."""

    catalogus: Catalogus | None
    verslag: Verslag


class Standen(Struct, frozen=True):
    """De stand ervoor en erna, wat er veranderde, en welke bestanden wel anders zijn maar niets anders zeggen."""

    oud: Stand
    nieuw: Stand
    veranderingen: tuple[Verandering, ...]
    anders: tuple[str, ...]
    namen: Namen

    @property
    def alleen_opmaak(self) -> tuple[str, ...]:
        geraakt = {v.bestand for v in self.veranderingen} | {v.was for v in self.veranderingen}
        return tuple(pad for pad in self.anders if pad not in geraakt)

    def nieuwe_meldingen(self) -> list[Melding]:
        """Wat de controle nu zegt en eerst niet: op de tekst, niet op de regel, want die schuift."""
        return _meer(self.nieuw.verslag, self.oud.verslag, self._hernoemd())

    def opgelost(self) -> list[Melding]:
        return _meer(self.oud.verslag, self.nieuw.verslag, {nieuw: oud for oud, nieuw in self._hernoemd().items()})

    def _hernoemd(self) -> dict[str, str]:
        return {v.was: v.bestand for v in self.veranderingen if v.wat == VERHUISD}


def _meer(hier: Verslag, daar: Verslag, hernoemd: dict[str, str]) -> list[Melding]:
    """De meldingen van `hier` die `daar` niet zijn; van gelijke meldingen alleen wat er meer van is."""
    over = Counter(_kern(m.met(pad=hernoemd.get(m.pad, m.pad))) for m in daar.meldingen)
    plaatsen = Counter((hernoemd.get(m.pad, m.pad), m.regel, *_kern(m)[1:]) for m in daar.meldingen)
    uit = []
    # Eerst wat op dezelfde regel bleef staan: dan is de nieuwe van twee gelijke ook echt de nieuwe.
    for m in sorted(hier.meldingen, key=lambda m: (m.pad, m.regel, *_kern(m)[1:]) not in plaatsen):
        if over[_kern(m)] > 0:
            over[_kern(m)] -= 1
        else:
            uit.append(m)
    return sorted(uit)


def _kern(m: Melding) -> tuple[str, str, str, str]:
    return m.pad, m.code, _REGEL.sub(r"\1", m.tekst), m.waarde


@contextmanager
def lees_standen(map_: Path, sinds: str, peildatum: date, voorraad: Voorraad) -> Iterator[Standen]:
    """De twee standen. Raist SocialeKaartFout als Git de vastlegging niet kent."""
    try:
        opslag = Opslag(map_)
        code = opslag.gedeeld_begin(opslag.code_van(sinds))
        anders = opslag.anders_dan_nu(code)
        paren = {pad: (oud, _nu(map_, pad)) for pad, oud in _oude_inhoud(opslag, anders).items()}
        with tempfile.TemporaryDirectory(prefix="sociale-kaart-") as tijdelijk:
            zet_neer(opslag, code, Path(tijdelijk))
            oud = _lees(Path(tijdelijk), peildatum, Voorraad(Path(tijdelijk), aan=False), voorraad)
            nieuw = _lees(map_, peildatum, voorraad, voorraad)
            namen = namen_uit(nieuw.catalogus).met(namen_uit(oud.catalogus))
            alle = tuple(_met_naam(_naast_een_set(v, oud, nieuw), namen) for v in veranderingen(paren))
            yield Standen(oud, nieuw, alle, tuple(sorted(paren)), namen)
    except GitFout as fout:
        raise SocialeKaartFout(
            f"Git kan de stand van '{sinds[:80]}' niet geven: {fout}.",
            "noem een tak, label of code die hier is, zoals 'main' of 'HEAD~1'; haal met 'git fetch --unshallow' "
            "op wat ontbreekt.",
        ) from fout


def _naast_een_set(v: Verandering, oud: Stand, nieuw: Stand) -> Verandering:
    """Een eigen bestand dat weggaat terwijl de set het ding ook heeft, haalt niets weg; en omgekeerd."""
    if v.wat == WEG and staat_in(nieuw.catalogus, v.soort, v.id):
        return replace(v, wat=UIT_SET)
    if v.wat == NIEUW and staat_in(oud.catalogus, v.soort, v.id):
        return replace(v, wat=EIGEN)
    return v


def _met_naam(v: Verandering, namen: Namen) -> Verandering:
    """Een bestand dat een set aanvult, noemt zijn naam zelf niet."""
    return replace(v, naam=namen.van(v.soort, v.id)) if v.naam == v.id else v


def _oude_inhoud(opslag: Opslag, anders: dict[str, str]) -> dict[str, bytes | None]:
    bytes_van = opslag.inhoud(set(anders.values()))
    return {pad: None if oud == NIETS else bytes_van.get(oud) for pad, oud in anders.items()}


def _nu(map_: Path, pad: str) -> bytes | None:
    bestand = map_ / pad
    try:
        return None if bestand.is_symlink() or not bestand.is_file() else bestand.read_bytes()
    except OSError:
        return None


def zet_neer(opslag: Opslag, code: str, doel: Path) -> None:
    """De inhoudsmap zoals zij in een vastlegging was; er wordt niets uitgevoerd en niets gevolgd."""
    boom = {pad: een for pad, een in opslag.boom(code).items() if _INHOUD.match(pad) and _is_gewoon(pad)}
    bytes_van = opslag.inhoud({afdruk for _, afdruk in boom.values()})
    for pad, (soort, afdruk) in boom.items():
        bestand = doel / pad
        bestand.parent.mkdir(parents=True, exist_ok=True)
        if soort == _SNELKOPPELING:
            bestand.symlink_to("niet-gevolgd")
        else:
            bestand.write_bytes(bytes_van[afdruk])


def _is_gewoon(pad: str) -> bool:
    return ".." not in pad.split("/") and not pad.startswith("/") and "\\" not in pad


def _lees(map_: Path, peildatum: date, voorraad: Voorraad, schillen: Voorraad) -> Stand:
    """Alles wat `controleer` zou zeggen. De schil mag uit de voorraad van de map komen: zij hangt alleen van de tekst af."""
    verslag = Verslag()
    catalogus = lees_catalogus(map_, verslag, peildatum, voorraad, leeg_toegestaan=True)
    if catalogus is not None:
        keur_vooruit(catalogus, verslag, schillen)
    return Stand(catalogus, verslag)
