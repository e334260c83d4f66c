"""Een verandering in gewone zinnen: wat het was, en wat het wordt. Voor wie nooit een bestand ziet."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator.betekenis.tijdtekst import opsomming
from generator.betekenis.woorden import DAGNAAM
from generator.geschiedenis.grenzen import afstand
from generator.geschiedenis.soorten import WOORD, soort_van
from generator.geschiedenis.verschillen import tekst_van, zinsverschil
from generator.geschiedenis.waarden import Namen, aangehaald, in_woorden, label_van, veld_op, zinnen_van
from generator.model import SOORTEN as MAPPEN
from generator.model.geschiedenis import ANDERS, EIGEN, NIEUW, UIT_SET, VERHUISD, WEG, Verandering, Verschil
from generator.schema.veld import Veld

# Zo'n naam van een veld is een halve zin: 'wat het kost bij', en niet 'wat het kost van'.
_VRAGEND = ("wat ", "hoe ", "waar ", "voor ", "wie ", "met ", "nakijken ", "bij ", "in een zin", "dicht ")
_LANG, _MEESTE_ZINNEN, _MEESTE_RIJEN = 80, 8, 8
_MAPWOORD = {
    "algemene_voorzieningen": "Algemene voorzieningen",
    "ketenpartners": "Ketenpartners",
    "wijkfuncties": "In de wijk",
}


def hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]


def punt(zin: str) -> str:
    """De zin met een punt erachter, ook als zij al op een punt of aanhalingsteken eindigt."""
    return zin if zin.endswith((".", "!", "?", '."', '!"', '?"')) else f"{zin}."


def noem(v: Verandering) -> str:
    """De naam, met wat het is als dat niet vanzelf spreekt."""
    if v.soort == "instelling":
        return "de site"
    woord = WOORD.get(v.soort, v.soort)
    return f"{v.naam} ({woord})" if woord and woord.casefold() != v.naam.casefold() else v.naam


def tabel_van(v: Verandering) -> Veld | None:
    """De veldentabel van het ding zelf; bij een lijstbestand die van een deel."""
    soort = soort_van(v.bestand)
    if not soort.lijst or soort.tabel is None:
        return soort.tabel
    lijsten = [veld for veld in soort.tabel.velden if veld.soort == "groep" and veld.lijst]
    velden = {s.veld.split(".")[0] for s in v.verschillen} | set(v.inhoud if isinstance(v.inhoud, dict) else ())
    return max((soort.tabel, *lijsten), key=lambda tabel: len(velden & tabel.per_naam.keys()), default=soort.tabel)


# Wat er van iets dat weggaat genoeg zegt.
_KERN = ("organisatie", "functies", "samenvatting", "uitleg", "werkgebied", "contact.telefoon", "op", "gebied")


def zinnen(v: Verandering, namen: Namen) -> list[str]:
    """Alle zinnen over een verandering, de belangrijkste eerst."""
    if v.wat == VERHUISD:
        return [*_verhuisd(v), *_anders(v, namen)]
    if v.soort in _BIJZONDER:
        return list(_BIJZONDER[v.soort](v, namen))
    if v.wat == UIT_SET:
        return [f"{noem(v)} heeft geen eigen bestand meer: voortaan geldt wat de set zegt."]
    if v.wat == EIGEN:
        return [f"{noem(v)} krijgt een eigen bestand naast de set:", *_inhoud(v, namen)]
    if v.wat in (NIEUW, WEG):
        return _nieuw_of_weg(v, namen)
    return list(_anders(v, namen))


def _verhuisd(v: Verandering) -> Iterator[str]:
    oud, nieuw = soort_van(v.was), soort_van(v.bestand)
    map_oud, map_nieuw = (pad.split("/")[1] if pad.count("/") > 1 else "" for pad in (v.was, v.bestand))
    if map_oud != map_nieuw and {map_oud, map_nieuw} <= MAPPEN.keys():
        yield f"{v.naam} verhuist van '{_MAPWOORD[map_oud]}' naar '{_MAPWOORD[map_nieuw]}'."
    if oud.id != nieuw.id:
        yield f"{v.naam} krijgt een ander adres op de site: '{oud.id}' wordt '{nieuw.id}'."


def _nieuw_of_weg(v: Verandering, namen: Namen) -> list[str]:
    inhoud = list(_inhoud(v, namen))
    kop = f"Nieuw: {noem(v)}." if v.wat == NIEUW else f"Weg: {noem(v)}.{' Dit stond er:' * bool(inhoud)}"
    return [kop, *inhoud]


def _inhoud(v: Verandering, namen: Namen) -> Iterator[str]:
    """Wat er in iets nieuws staat, veld voor veld; tijden samen in een zin."""
    if not isinstance(v.inhoud, dict):
        return
    tabel = tabel_van(v)
    velden = list(_plat(v.inhoud, tabel))
    kern = v.wat == WEG and any(
        veld in _KERN for veld, _ in velden
    )  # wat er geen heeft, is kort genoeg om heel te noemen
    for veld, waarde in velden:
        if veld in ("naam", "term", "id", "vult_aan") or (kern and veld not in _KERN):
            continue
        zin = in_woorden(waarde, veld_op(tabel, veld), veld, namen, v.soort)
        if zin:
            yield punt(f"{hoofdletter(label_van(veld))}: {zin}")


def _plat(boom: dict, tabel: Veld | None, voor: str = "") -> Iterator[tuple[str, Any]]:
    """Elk veld van een boom; een groep die een eigen betekenis heeft, blijft heel."""
    for naam, waarde in boom.items():
        weg = f"{voor}{naam}"
        if isinstance(waarde, dict) and weg in ("contact", "toegang", "kosten", "gecontroleerd", "situaties"):
            yield from _plat(waarde, tabel, f"{weg}.")
        else:
            yield weg, waarde


def _anders(v: Verandering, namen: Namen) -> Iterator[str]:
    tabel = tabel_van(v)
    for _, groep in groupby(v.verschillen, key=samen):
        yield zin_van(list(groep), v, namen, tabel)


def zin_van(delen: list[Verschil], v: Verandering, namen: Namen, tabel: Veld | None) -> str:
    """De zin over een verschil, of over dagen die hetzelfde werden."""
    return _dagzin(delen, v, namen, tabel) if _is_dag(delen[0]) else _zin(delen[0], v, namen, tabel)


def _is_dag(s: Verschil) -> bool:
    return s.wat == "waarde" and s.veld.rpartition(".")[2] in DAGNAAM and "." in s.veld


def samen(s: Verschil) -> tuple:
    """Dagen die hetzelfde werden, zijn een zin."""
    ouder, _, laatste = s.veld.rpartition(".")
    return (ouder, s.waar, tekst_van(s.oud), tekst_van(s.nieuw)) if _is_dag(s) else (s.veld, s.waar, id(s))


def _kop(s: Verschil, v: Verandering, label: str) -> str:
    waar = f" ({s.waar})" if s.waar else ""
    return f"{hoofdletter(label)} {'bij' if label.startswith(_VRAGEND) else 'van'} {noem(v)}{waar}"


def _dagzin(delen: list[Verschil], v: Verandering, namen: Namen, tabel: Veld | None) -> str:
    eerste = delen[0]
    ouder = eerste.veld.rpartition(".")[0]
    dagen = opsomming([DAGNAAM[s.veld.rpartition(".")[2]] for s in delen])
    veld = veld_op(tabel, eerste.veld)
    oud, nieuw = (in_woorden(w, veld, eerste.veld, namen) or "niet bekend" for w in (eerste.oud, eerste.nieuw))
    return f"{_kop(eerste, v, label_van(ouder))} op {dagen}: {oud} wordt {nieuw}."


def _zin(s: Verschil, v: Verandering, namen: Namen, tabel: Veld | None) -> str:
    if s.wat == "onleesbaar":
        return f"{noem(v)}: dit bestand is niet te lezen; de meldingen hieronder zeggen waarom."
    if maak := _EIGEN.get(s.veld):
        if zin := maak(s, v):
            return zin
    veld, kop = veld_op(tabel, s.veld), _kop(s, v, label_van(s.veld))
    oud, nieuw = (in_woorden(w, veld, s.veld, namen, v.soort) for w in (s.oud, s.nieuw))
    if s.wat == "lijst":
        return punt(f"{kop}: {_erbij_en_weg(oud, nieuw)}")
    if s.wat == "volgorde":
        return f"{kop} in een andere volgorde: {nieuw} (was {oud})."
    if s.wat == "deel":
        return punt(f"{kop}: erbij: {nieuw}" if nieuw else f"{kop}: weg: {oud}")
    return _waardezin(kop, s, veld, oud, nieuw)


def _erbij_en_weg(oud: str, nieuw: str) -> str:
    return "; ".join(filter(None, (nieuw and f"erbij: {nieuw}", oud and f"weg: {oud}")))


def _waardezin(kop: str, s: Verschil, veld: Veld | None, oud: str, nieuw: str) -> str:
    lang = isinstance(s.oud, str) and isinstance(s.nieuw, str) and max(len(oud), len(nieuw)) > _LANG
    if lang and (veld is None or veld.soort in ("tekst", "markdown")):
        return punt(f"{kop}: {_tekstverschil(s.oud, s.nieuw)}")
    if oud and oud == nieuw:  # dezelfde naam, een ander id
        return f"{kop}: '{tekst_van(s.oud)}' wordt '{tekst_van(s.nieuw)}' ({nieuw.strip(chr(34))})."
    if not oud:
        return punt(f"{kop}: er stond niets, en dat wordt {nieuw}")
    return punt(f"{kop}: {oud} wordt {nieuw}" if nieuw else f"{kop}: {oud} gaat weg")


def _tekstverschil(oud: Any, nieuw: Any) -> str:
    """Alleen de zinnen die anders zijn."""
    delen = []
    for was, wordt in zinsverschil(zinnen_van(oud), zinnen_van(nieuw)):
        een, twee = aangehaald(" ".join(was)), aangehaald(" ".join(wordt))
        delen.append(f"{een} wordt {twee}" if was and wordt else f"weg: {een}" if was else f"erbij: {twee}")
    meer = len(delen) - _MEESTE_ZINNEN
    return "; ".join(delen[:_MEESTE_ZINNEN]) + (f"; en nog {meer} stukken" if meer > 0 else "") or "alleen de opmaak"


def _punt(s: Verschil, v: Verandering) -> str:
    van = f"{v.naam}{f' ({s.waar})' if s.waar else ''}"
    if not s.oud or not s.nieuw:
        return f"{van} {'staat voortaan' if s.nieuw else 'staat niet meer'} op de kaart."
    try:
        oud, nieuw = ((float(p["lengte"]), float(p["breedte"])) for p in (s.oud, s.nieuw))
    except (TypeError, KeyError, ValueError):
        return ""
    meters = afstand(oud, nieuw)
    ver = f"{meters / 1000:.1f} kilometer".replace(".", ",") if meters >= 1000 else f"{meters:.0f} meter"
    return f"Plek op de kaart van {van} verschuift {ver}."


def _status(s: Verschil, v: Verandering) -> str:
    if s.nieuw == "gesloten":
        return f"{v.naam} is gesloten: de pagina zegt voortaan dat het niet meer bestaat."
    return f"{v.naam} is weer open: de pagina zegt niet meer dat het niet bestaat." if s.oud == "gesloten" else ""


def _geheim(s: Verschil, v: Verandering) -> str:
    return f"Het adres van {v.naam} is {'voortaan' if s.nieuw == 'ja' else 'niet meer'} geheim."


_EIGEN = {"locaties.punt": _punt, "status": _status, "locaties.adres_geheim": _geheim}


def _gebied(v: Verandering, namen: Namen) -> Iterator[str]:
    if v.wat in (NIEUW, WEG):
        yield f"{'Nieuw gebied' if v.wat == NIEUW else 'Dit gebied gaat weg'}: {v.naam} ({v.id})."
    for s in v.verschillen:
        if s.wat == "grens":
            yield _grenszin(v, s)
        elif s.veld == "naam":
            yield f"Het gebied {s.oud} ({v.id}) heet voortaan {s.nieuw}."
        else:
            yield f"{hoofdletter(label_van(s.veld))} van {v.naam}: {s.oud or 'niets'} wordt {s.nieuw or 'niets'}."


def _grenszin(v: Verandering, s: Verschil) -> str:
    if not s.oud[0] or not s.nieuw[0]:
        return f"{v.naam} {'krijgt een' if s.nieuw[0] else 'heeft geen'} grens {'' if s.nieuw[0] else 'meer '}op de kaart."
    maten = [f"{km2:.2f} km²".replace(".", ",") for km2 in (s.oud[0], s.nieuw[0])]
    meters = afstand(s.oud[1:], s.nieuw[1:])
    ver = f", en het midden verschuift {meters:.0f} meter" if meters >= 1 else ""
    groot = f"{maten[0]} wordt {maten[1]}" if maten[0] != maten[1] else f"het blijft {maten[0]}"
    return f"De grens van {v.naam} verandert: {groot}{ver}."


def _tabelzinnen(v: Verandering, namen: Namen) -> Iterator[str]:
    """Rijen van een tabel: hoeveel, en de eerste in woorden."""
    s = v.verschillen[0]
    weg, (erbij, anders) = s.oud, s.nieuw
    telling = [f"{len(r)} {woord}" for r, woord in ((anders, "anders"), (erbij, "erbij"), (weg, "weg")) if r]
    yield f"In {v.naam} van {namen.van('gemeente', v.id)}: {opsomming(telling)}."
    rijen = [
        *(f"{_gelijk(was, nu, namen)}: {_cellen(was, nu, namen)}" for was, nu in anders),
        *(f"erbij: {_rij(rij, namen)}" for rij in erbij),
        *(f"weg: {_rij(rij, namen)}" for rij in weg),
    ]
    yield from (f"{hoofdletter(regel)}." for regel in rijen[:_MEESTE_RIJEN])
    if len(rijen) > _MEESTE_RIJEN:
        yield f"En nog {len(rijen) - _MEESTE_RIJEN} rijen."


def _rij(rij: dict[str, str], namen: Namen) -> str:
    return ", ".join(_cel(w, namen) for w in rij.values() if w)


def _gelijk(was: dict[str, str], nu: dict[str, str], namen: Namen) -> str:
    return _rij({k: w for k, w in nu.items() if was.get(k) == w}, namen)


def _cel(waarde: str, namen: Namen) -> str:
    """Een cel, met de naam van elk gebied in plaats van de code."""
    return opsomming([namen.van("gebied", deel) for deel in waarde.split()]) if waarde[:2].isupper() else waarde


def _cellen(was: dict[str, str], nu: dict[str, str], namen: Namen) -> str:
    paren = [(was.get(k, ""), w) for k, w in nu.items() if was.get(k) != w]
    return opsomming([f"{_cel(a, namen) or 'niets'} wordt {_cel(b, namen) or 'niets'}" for a, b in paren])


def _doorverwijzing(v: Verandering, namen: Namen) -> Iterator[str]:
    s = v.verschillen[0]
    nieuw = s.nieuw.get("naar", "vervallen") if isinstance(s.nieuw, dict) else s.nieuw
    if nieuw is None:
        yield f"Het oude adres '{v.id}' gaat nergens meer heen."
    elif nieuw == "vervallen":
        yield f"Op het oude adres '{v.id}' staat voortaan dat het er niet meer is."
    else:
        yield f"Het oude adres '{v.id}' gaat voortaan naar '{tekst_van(nieuw)}'."


def _pagina(v: Verandering, namen: Namen) -> Iterator[str]:
    if v.wat != ANDERS:
        yield f"{'Nieuwe' if v.wat == NIEUW else 'Weg: de'} pagina '{v.naam}' ({v.bestand})."
        return
    for s in v.verschillen:
        if s.veld == "naam":
            yield f"De pagina '{s.oud}' heet voortaan '{s.nieuw}'."
        else:
            yield punt(f"Tekst van de pagina '{v.naam}': {_tekstverschil(s.oud, s.nieuw)}")


def _bestand(v: Verandering, namen: Namen) -> Iterator[str]:
    if v.wat == "samen":
        yield f"Bestanden die geen inhoud zijn: {v.bestand}."
        return
    wat = {NIEUW: "is nieuw", WEG: "gaat weg"}.get(v.wat, "is anders")
    yield f"Het bestand {v.bestand} {wat}."


_BIJZONDER = {
    "grenzen": _gebied,
    "tabel": _tabelzinnen,
    "doorverwijzing": _doorverwijzing,
    "pagina": _pagina,
    "bestand": _bestand,
    "kaartlaag": _bestand,
    "adresboek": _bestand,
    "nazien": _bestand,
}
