"""`bijwerken`: nieuwere sets en werkstromen overnemen, eigen kopieen opruimen, en zeggen wat er verandert."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.begin.gegevens import wat_pip_installeert
from generator.begin.ophalen import Opgehaald, bewaar, haal_op
from generator.begin.overnemen import neem_over
from generator.begin.sjabloneren import werkstromen
from generator.begin.slot import BESTAND, Slot, lees_slot, maak_slot, som
from generator.begin.verschil import Verandering, vergelijk
from generator.lezen.lagen import lagen_van, lees_sets
from generator.lezen.werkstromen import GENERATOR, MAPPEN
from generator.uitleg import editors


def werk_bij(map_: Path, peildatum: date, generator: str | None, proef: bool) -> list[str]:
    """Werk de map bij en geef in zinnen wat er veranderde. Raist SocialeKaartFout als er iets niet op te halen is."""
    oud = lees_slot(map_)
    with haal_op(map_, lees_sets(map_, peildatum)) as opgehaald:
        nieuw = {set_.naam: set_.map for set_ in opgehaald}
        voor = {laag.naam for laag in lagen_van(map_).sets}
        for set_ in opgehaald if not proef else ():
            bewaar(map_, set_)
        slot = maak_slot(map_, oud, nieuw)
    uitslag = neem_over(map_, van_vroeger=oud is None, schrijf=not proef)
    regels = [*over_sets(map_, oud, slot, opgehaald, voor), *over_kopieen(uitslag.weg, proef), *uitslag.regels]
    regels += list(over_werkstromen(map_, slot, generator, proef))
    if not proef:
        (map_ / BESTAND).write_text(slot.als_tekst(), encoding="utf-8", newline="\n")
        if (map_ / ".vscode").is_dir():
            editors.schrijf(map_ / ".vscode")
    return [
        *regels,
        "Er is niets geschreven." if proef else "Klaar. Kijk het na met 'controleer' en leg het vast in Git.",
    ]


def over_sets(map_: Path, oud: Slot | None, nu: Slot, opgehaald: list[Opgehaald], voor: set[str]) -> Iterator[str]:
    """Per set welke versie het nu is, en elke verandering in woorden."""
    codes = {set_.naam: set_.vastlegging[:10] for set_ in opgehaald}
    veranderingen = vergelijk(map_, oud, nu) if oud else []
    for naam, versie in nu.versies.items():
        toe = f"{versie or 'zonder versie'}{f', Git {codes[naam]}' if naam in codes else ''}"
        if oud is None or naam not in oud.versies:
            yield f"Set '{naam}' ({toe}) is nu vastgelegd in {BESTAND}."
            continue
        eigen = [v for v in veranderingen if v.set == naam]
        yield kop(naam, oud.versies[naam], toe, eigen)
        yield from (f"- {v.in_woorden()}" for v in eigen)
    for set_ in opgehaald:
        if set_.naam not in voor:
            yield f"Set '{set_.naam}' (Git {set_.vastlegging[:10]}) is opgehaald."


def kop(naam: str, van: str, naar: str, eigen: list[Verandering]) -> str:
    if not eigen:
        return f"Set '{naam}' ({naar}): er is niets veranderd."
    aantal = "1 verandering" if len(eigen) == 1 else f"{len(eigen)} veranderingen"
    return f"Set '{naam}', van {van or 'zonder versie'} naar {naar}: {aantal}."


def over_kopieen(weg: list[str], proef: bool) -> list[str]:
    if not weg:
        return []
    gaat = "gaan weg" if proef else "zijn weg"
    return [f"{len(weg)} eigen bestanden {gaat}, want een set heeft ze al:", *(f"- {pad}" for pad in weg)]


def over_werkstromen(map_: Path, slot: Slot, generator: str | None, proef: bool) -> Iterator[str]:
    """Zet elke werkstroom die niemand veranderde op de nieuwste vorm, en allemaal op de generator die gevraagd is."""
    if not any(_noemt_generator(map_ / map_naam) for map_naam in MAPPEN.values()):
        yield "Hier zijn geen werkstromen. 'begin' maakt ze in een lege map; neem ze daarvandaan over als u ze wilt."
    for forge, map_naam in MAPPEN.items():
        hier = map_ / map_naam
        if not any(pad.startswith(f"{map_naam}/") for pad in slot.werkstromen) and not _noemt_generator(hier):
            continue
        adres = wat_pip_installeert(generator) if generator else _huidig_adres(hier)
        yield from _in_leesmij(map_, _huidig_adres(hier), adres, proef)
        for pad, tekst in werkstromen(forge, adres).items() if adres else ():
            yield from _een_werkstroom(map_, pad, tekst, slot, adres, proef)


def _in_leesmij(map_: Path, oud: str, nieuw: str, proef: bool) -> Iterator[str]:
    """Wie de README volgt, installeert dezelfde generator als de werkstromen."""
    leesmij = map_ / "README.md"
    if oud == nieuw or leesmij.is_symlink() or not leesmij.is_file():
        return
    staat = leesmij.read_bytes()
    tekst = staat.replace(f'pip install "{oud}"'.encode(), f'pip install "{nieuw}"'.encode())
    if tekst != staat:
        yield "README.md noemt nu dezelfde generator."
        if not proef:
            leesmij.write_bytes(tekst)


def _noemt_generator(hier: Path) -> bool:
    return bool(_huidig_adres(hier))


def _huidig_adres(hier: Path) -> str:
    for bestand in sorted(hier.glob("*.yml")):
        if vondst := GENERATOR.search(bestand.read_text(encoding="utf-8", errors="replace")):
            return vondst[2]
    return ""


def _een_werkstroom(map_: Path, pad: str, tekst: str, slot: Slot, adres: str, proef: bool) -> Iterator[str]:
    bestand = map_ / pad
    if not bestand.exists():
        if pad in slot.werkstromen:  # wie haar weghaalde, wil haar niet terug
            return
        yield f"{pad} is nieuw."
    else:
        staat = bestand.read_text(encoding="utf-8", errors="replace")
        if staat == tekst:
            return
        if slot.werkstromen.get(pad) == som(staat):
            yield f"{pad} is bijgewerkt."
        else:
            tekst = GENERATOR.sub(lambda m: f'{m[1]}"{adres}"', staat)
            yield f"{pad} hebt u zelf veranderd: {'alleen de generator is verzet' if tekst != staat else 'zij blijft zo'}."
            if not proef:
                bestand.write_text(tekst, encoding="utf-8", newline="\n")
            return
    if not proef:
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_text(tekst, encoding="utf-8", newline="\n")
        slot.werkstromen[pad] = som(tekst)
