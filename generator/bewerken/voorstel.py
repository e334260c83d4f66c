"""Van een melding naar een voorstel: welk bestand er hoe uit gaat zien, nagekeken voor er iets geschreven wordt."""

from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from generator.bewerken.aanvullen import zoek_aanvulling
from generator.bewerken.bestand import lees_voor_wijziging
from generator.bewerken.melding import Melding
from generator.bewerken.nakijken import kijk_na, lees_na, nieuwe_meldingen
from generator.bewerken.paden import PadFout
from generator.bewerken.schrijven import hele_tekst
from generator.bewerken.stukken import KanNiet
from generator.bewerken.verschil import gewenst
from generator.bewerken.wijzigen import bewerk, lees_boom
from generator.geschiedenis.waarden import Namen, namen_uit
from generator.lezen.lagen import bestanden_per_id
from generator.lezen.waarden import naaste
from generator.meldingen import FOUT, Verslag
from generator.meldingen import Melding as Bevinding
from generator.model import SOORTEN
from generator.schema import VOORZIENING
from generator.voorraad import Voorraad

NIEUW_DOOR = "melding, nog niet nagekeken"


class Voorstel(Struct):
    """Een bestand voor en na; `oud` is None bij iets nieuws. `opmerkingen` zijn de waarschuwingen die erbij kwamen, en
    `namen` zegt hoe functies, gebieden en organisaties heten.
    """

    pad: str
    oud: bytes | None
    nieuw: bytes
    voor: dict = field(default_factory=dict)
    na: dict = field(default_factory=dict)
    opmerkingen: list[Bevinding] = field(default_factory=list)
    namen: Namen = field(default_factory=Namen)


def zoek_bestanden(map_: Path, id_: str) -> list[str]:
    """De paden van een ingang op id; meer dan een is een fout in de inhoud."""
    paden = (f"sociale_kaart/{soort}/{id_}.yaml" for soort in SOORTEN)
    return [pad for pad in paden if (map_ / pad).exists() or (map_ / pad).is_symlink()]


def is_bezet(map_: Path, id_: str) -> bool:
    """Of een ingang al zo heet, hier of in een set: een nieuwe met dat id zou hem ongemerkt vervangen."""
    return bool(zoek_bestanden(map_, id_)) or any(id_ in bestanden_per_id(map_, soort) for soort in SOORTEN)


def maak_voorstel(
    map_: Path, melding: Melding, pad_melding: str, verslag: Verslag, peildatum: date
) -> Voorstel | None:
    """Het voorstel, of None met de redenen in het verslag. Schrijft niets in de map."""
    gevonden = zoek_bestanden(map_, melding.id)
    if melding.soort == "nieuw":
        return _nieuw(map_, melding, gevonden, pad_melding, verslag, peildatum)
    if len(gevonden) > 1 or not is_bezet(map_, melding.id):
        bekend = {id_ for soort in SOORTEN for id_ in bestanden_per_id(map_, soort)}
        verslag.meld("SK809", pad_melding, id=melding.id, voorstel=naaste(melding.id, sorted(bekend)))
        return None
    try:
        voorstel = _wijziging(map_, melding.id, gevonden, wijzigingen(melding, peildatum))
    except (KanNiet, PadFout) as fout:
        verslag.meld("SK801", gevonden[0] if gevonden else pad_melding, reden=fout)
        return None
    return keur(map_, voorstel, verslag, peildatum)


def wijzigingen(melding: Melding, peildatum: date) -> list:
    if melding.soort == "klopt":
        return [(("gecontroleerd", "op"), peildatum.isoformat())]
    if melding.soort == "bestaat-niet":
        return [(("status",), "gesloten"), *melding.velden]
    return melding.velden


def _wijziging(map_: Path, id_: str, gevonden: list[str], velden: list) -> Voorstel:
    """Wat van een set is, verandert in een eigen bestand dat aanvult; de set zelf blijft."""
    aanvulling = zoek_aanvulling(map_, id_)
    if aanvulling is None:
        return _gewijzigd(map_, gevonden[0], velden)
    tekst = aanvulling.met(velden)
    voor, na = aanvulling.samen, replace(aanvulling, tekst=tekst).samen
    oud = aanvulling.merk + aanvulling.tekst.encode() if aanvulling.bestaat else None
    return Voorstel(aanvulling.pad, oud, aanvulling.merk + tekst.encode(), voor, na)


def _gewijzigd(map_: Path, pad: str, velden: list) -> Voorstel:
    merk, tekst = lees_voor_wijziging(map_, pad)
    uit = bewerk(tekst, velden, VOORZIENING)
    return Voorstel(pad, merk + tekst.encode(), merk + uit.encode(), lees_boom(tekst), lees_boom(uit))


def _nieuw(
    map_: Path, melding: Melding, gevonden: list[str], pad_melding: str, verslag: Verslag, peildatum: date
) -> Voorstel | None:
    if gevonden or is_bezet(map_, melding.id):
        verslag.meld("SK810", pad_melding, id=melding.id, ander=(gevonden or ["een set"])[0])
        return None
    try:
        boom = gewenst({}, [*melding.velden, (("gecontroleerd",), {"op": peildatum.isoformat(), "door": NIEUW_DOOR})])
        tekst = hele_tekst(boom, VOORZIENING)
        if lees_boom(tekst) != boom:
            raise KanNiet("een van de waarden is niet als tekst te bewaren")
    except (KanNiet, PadFout) as fout:
        verslag.meld("SK801", pad_melding, reden=fout)
        return None
    return keur(
        map_,
        Voorstel(f"sociale_kaart/{melding.map}/{melding.id}.yaml", None, tekst.encode(), {}, boom),
        verslag,
        peildatum,
    )


def keur(map_: Path, voorstel: Voorstel, verslag: Verslag, peildatum: date) -> Voorstel | None:
    """Het voorstel als er door de wijziging geen fout of persoonsgegeven bij komt; anders staan die in het verslag."""
    if voorstel.oud == voorstel.nieuw:
        return voorstel
    voorraad = Voorraad(map_)
    catalogus, voor = lees_na(map_, peildatum, voorraad=voorraad)
    voorstel.namen = namen_uit(catalogus)
    na = kijk_na(map_, peildatum, {voorstel.pad: voorstel.nieuw}, voorraad)
    erbij = nieuwe_meldingen(voor, na)
    bezwaren = [m for m in erbij if m.soort == FOUT or m.code == "SK402"]
    verslag.meldingen_ruw.update(bezwaren)
    voorstel.opmerkingen = [m for m in erbij if m.pad == voorstel.pad and m not in bezwaren]
    return None if bezwaren else voorstel
