"""Wat de site zelf over een verandering zegt. Wat is weggehaald, zegt zij niet opnieuw: een oud nummer, adres of zin kan
om een reden weg zijn. Alleen gesloten lijsten (tijden, soorten hulp, wijken) hebben een ervoor en een erna.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from generator.geschiedenis.verschillen import tekst_van
from generator.geschiedenis.waarden import Namen, in_woorden, label_van, veld_op
from generator.geschiedenis.zinnen import hoofdletter, punt, samen, tabel_van, zin_van
from generator.lezen.tijden import Tijdfout, lees_dagtijd
from generator.model.geschiedenis import VERHUISD, Verandering, Verschil
from generator.schema.veld import Veld

NogWaar = Callable[[str], bool]
_STIL = (
    "zoekwoorden",
    "bron",
    "voorbeeld",
    "gecontroleerd",
    "vult_aan",
    "id",
    "situaties",
    "contact.nummer",
    "agenda",
)
_LANG = 120
_VORM = {
    "ja_nee": r"ja|nee",
    "datum": r"\d{4}-\d{2}-\d{2}",
    "aantal": r"\d{1,4}",
    "taal": r"[a-z]{2,3}",
}


def openbare_zinnen(v: Verandering, namen: Namen, nog_waar: NogWaar) -> list[str]:
    """De zinnen over een verandering; leeg als een bezoeker er niets van merkt."""
    tabel = tabel_van(v)
    zichtbaar = [s for s in v.verschillen if not s.veld.startswith(_STIL)]
    uit = list(_zinnen(v, zichtbaar, namen, nog_waar, tabel))
    if v.wat == VERHUISD and v.inhoud != v.id:
        uit.insert(0, "Het adres van deze pagina is anders.")
    return list(dict.fromkeys(uit))


def is_nagekeken(v: Verandering) -> str:
    """De dag waarop iets is nagekeken, als dat erbij veranderde; anders leeg."""
    dag = next((s.nieuw for s in v.verschillen if s.veld == "gecontroleerd.op"), None)
    return dag if isinstance(dag, str) and re.fullmatch(_VORM["datum"], dag) else ""


def _zinnen(
    v: Verandering, verschillen: list[Verschil], namen: Namen, nog_waar: NogWaar, tabel: Veld | None
) -> Iterator[str]:
    for _, groep in groupby(verschillen, key=samen):
        delen = list(groep)
        s = delen[0]
        if s.waar and not nog_waar(s.waar):
            delen = [replace(deel, waar="") for deel in delen]
        if s.wat == "grens":
            yield "De grens van dit gebied is anders."
        elif all(_is_gesloten(deel, veld_op(tabel, deel.veld), namen) for deel in delen):
            yield zin_van(delen, v, namen, tabel)
        else:
            yield from (_open(deel, namen, nog_waar, tabel) for deel in delen)


def _is_gesloten(s: Verschil, veld: Veld | None, namen: Namen) -> bool:
    if veld is None or s.wat not in ("waarde", "lijst", "volgorde"):
        return False
    waarden = [w for deel in (s.oud, s.nieuw) for w in (deel if isinstance(deel, tuple) else (deel,)) if w is not None]
    return all(isinstance(w, str) and _is_bekend(w, veld, namen) for w in waarden)


def _is_bekend(waarde: str, veld: Veld, namen: Namen) -> bool:
    """Of een waarde uit een gesloten lijst komt: dan kan er niets in staan wat weg moest."""
    if veld.soort == "keuze":
        return waarde in veld.keuzes
    if veld.soort in ("verwijzing", "gebiedscode"):
        soort = "gebied" if veld.soort == "gebiedscode" else veld.verwijst
        return waarde == "landelijk" or waarde in namen.per_soort.get(soort, {})
    if veld.soort == "dagtijd":
        return _is_dagtijd(waarde)
    return bool(re.fullmatch(_VORM.get(veld.soort, r"(?!)"), waarde))


def _is_dagtijd(waarde: str) -> bool:
    try:
        lees_dagtijd(waarde)
    except Tijdfout:
        return False
    return True


def _open(s: Verschil, namen: Namen, nog_waar: NogWaar, tabel: Veld | None) -> str:
    """Vrije tekst, nummers en adressen: wat er nu nog staat, of alleen dat het anders is."""
    label = f"{hoofdletter(label_van(s.veld))}{f' ({s.waar})' if s.waar else ''}"
    if s.nieuw in (None, "", (), [], {}):
        return f"{label}: dat staat er niet meer."
    zin = in_woorden(s.nieuw, veld_op(tabel, s.veld), s.veld, namen)
    if s.veld.endswith("punt") or len(zin) > _LANG or not all(map(nog_waar, _bladen(s.nieuw))):
        return f"{label}: dat is anders."
    return punt(f"{label}: voortaan {zin}")


def _bladen(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _bladen(deel)
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from _bladen(deel)
    else:
        yield tekst_van(waarde)
