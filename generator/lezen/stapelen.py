"""Bomen uit verschillende lagen op elkaar leggen: wat boven ligt gaat voor, of vult aan."""

from collections.abc import Iterable

from generator.lezen.yaml_lezer import Knoop, Lijst, Tekst, Velden
from generator.meldingen import Melding, Regel, Verslag
from generator.schema.veld import Veld

VELD = "vult_aan"
SAMEN = "zoekwoorden"


def merk(knoop: Knoop, pad: str) -> None:
    """Laat elke regel in een boom weten uit welk bestand hij komt."""
    knoop.regel = Regel(knoop.regel, pad)
    if isinstance(knoop, Velden):
        knoop.sleutels = {naam: (Regel(regel, pad), kolom) for naam, (regel, kolom) in knoop.sleutels.items()}
    for deel in _delen(knoop):
        merk(deel, pad)


def _delen(knoop: Knoop) -> Iterable[Knoop]:
    if isinstance(knoop, Velden):
        return knoop.waarden.values()
    return knoop.waarden if isinstance(knoop, Lijst) else ()


def inhoud(knoop: Knoop) -> object:
    """Wat er staat, zonder plaats: twee bomen met dezelfde inhoud zeggen hetzelfde."""
    if isinstance(knoop, Tekst):
        return knoop.waarde
    if isinstance(knoop, Velden):
        return tuple(sorted((naam, inhoud(deel)) for naam, deel in knoop.waarden.items()))
    return tuple(inhoud(deel) for deel in knoop.waarden)


def neem_vult_aan(boom: Velden) -> tuple[str, tuple[int, int]] | None:
    """Haal 'vult_aan' uit een boom: welke set er staat en waar, of None als het er niet staat."""
    if VELD not in boom.waarden:
        return None
    knoop, plek = boom.waarden.pop(VELD), boom.sleutels.pop(VELD)
    return (knoop.waarde if isinstance(knoop, Tekst) else "", plek)


def vul_aan(onder: Velden, boven: Velden, groep: Veld) -> Velden:
    """De velden van allebei. Wat boven staat gaat voor; een groep vult aan per veld, en zoekwoorden komen erbij."""
    waarden = dict(onder.waarden)
    for naam, knoop in boven.waarden.items():
        veld, daar = groep.per_naam.get(naam), waarden.get(naam)
        if naam == SAMEN and isinstance(knoop, Lijst) and isinstance(daar, Lijst):
            waarden[naam] = _erbij(daar, knoop)
        elif isinstance(knoop, Velden) and isinstance(daar, Velden) and veld and not veld.een_of_meer:
            waarden[naam] = vul_aan(daar, knoop, veld)
        else:
            waarden[naam] = knoop
    return Velden(waarden, onder.sleutels | boven.sleutels, boven.regel, boven.kolom)


def _erbij(daar: Lijst, hier: Lijst) -> Lijst:
    bekend = {inhoud(deel) for deel in daar.waarden}
    return Lijst([*daar.waarden, *(d for d in hier.waarden if inhoud(d) not in bekend)], hier.regel, hier.kolom)


def sleutel_van(knoop: Knoop, veld: Veld) -> object:
    """Waaraan een deel van een lijst te herkennen is: zijn id of eerste veld; zonder zoiets is het zijn inhoud."""
    if not isinstance(knoop, Velden):
        return inhoud(knoop)
    eerste = veld.velden[0].naam if veld.velden else ""
    # Een situatie van de wegwijzer heet binnen haar levensgebied; een naam is geen id.
    namen = [n for n in ("thema", "id") if n in veld.per_naam] if "id" in veld.per_naam else [eerste]
    delen = [inhoud(knoop.waarden[n]) for n in namen if n in knoop.waarden and n not in ("naam", "wat")]
    return tuple(delen) if delen else inhoud(knoop)


class Stapel:
    """Legt bestanden met lijsten op elkaar, en meldt wat niets aanvult; telt wat gelijk is aan wat eronder ligt."""

    def __init__(self, sets: set[str], pad: str, verslag: Verslag, bekend_elders: bool = False):
        self.ingebouwd: dict[object, Velden] = {}
        self.sets, self.pad, self.verslag, self.bekend_elders = sets, pad, verslag, bekend_elders
        self.gelijk: list[str] = []

    def leg_op(self, onder: Velden, boven: Velden, tabel: Veld, geheel: bool = False) -> Velden:
        """Een bestand op een ander. `geheel`: zonder 'vult_aan' komt het ervoor in de plaats."""
        aanvulling = neem_vult_aan(boven)
        if aanvulling and aanvulling[0] not in self.sets:
            self.verslag.meld(
                "SK342", self.pad, aanvulling[1], naam=aanvulling[0], keuzes=", ".join(sorted(self.sets))
            )
        if geheel and not aanvulling:
            self.gelijk += [self.pad] if inhoud(onder) == inhoud(boven) else []
            return boven
        samen = vul_aan(onder, boven, tabel)
        for veld in tabel.velden:
            hier = boven.waarden.get(veld.naam)
            if veld.lijst and veld.soort == "groep" and isinstance(hier, Lijst):
                samen.waarden[veld.naam] = self.lijst(onder.waarden.get(veld.naam), hier, veld)
        return samen

    def lijst(self, onder: Knoop | None, boven: Lijst, veld: Veld) -> Lijst:
        """De delen van allebei: een deel met een bekend id komt op zijn plek, de andere komen erachter."""
        uit = list(onder.waarden) if isinstance(onder, Lijst) else []
        plaats = {sleutel_van(deel, veld): nummer for nummer, deel in enumerate(uit)}
        for deel in boven.waarden:
            nummer = plaats.pop(sleutel_van(deel, veld), None)
            nieuw = self.deel(None if nummer is None else uit[nummer], deel, veld)
            if nummer is None:
                uit.append(nieuw)
            else:
                uit[nummer] = nieuw
        return Lijst(uit, boven.regel, boven.kolom)

    def deel(self, onder: Knoop | None, boven: Knoop, veld: Veld) -> Knoop:
        if not isinstance(boven, Velden):
            return boven
        if self.bekend_elders and onder is None:
            bekend = self.ingebouwd.get(sleutel_van(boven, veld)) if VELD in boven.waarden else None
            return boven if bekend is None else vul_aan(bekend, boven, veld)
        aanvulling = neem_vult_aan(boven)
        if isinstance(onder, Velden) and aanvulling and aanvulling[0] in self.sets:
            return vul_aan(onder, boven, veld)
        if aanvulling:
            self.meld_niets(*aanvulling, _naam(boven))
        elif onder is not None and inhoud(onder) == inhoud(boven):
            self.gelijk.append(f"{self.pad} ({_naam(boven)})")
        return boven

    def meld_niets(self, naam: str, plek: tuple[int, int], wat: str) -> None:
        if naam in self.sets:
            self.verslag.meld("SK343", self.pad, plek, naam=naam, wat=wat)
        else:
            self.verslag.meld("SK342", self.pad, plek, naam=naam, keuzes=", ".join(sorted(self.sets)) or "geen")


def _naam(knoop: Velden) -> str:
    eerste = next((d for d in knoop.waarden.values() if isinstance(d, Tekst)), None)
    return eerste.waarde if eerste else "dit deel"


def hier_te_melden(samen: Verslag, pad: str, van_de_set: Verslag) -> set[Melding]:
    """Wat pas door het samenvoegen misging, komt op het eigen bestand; wat de set zelf al had, blijft waar het was."""
    bekend = {m.plaats for m in van_de_set.meldingen_ruw}
    return {m if m.pad == pad or m.plaats in bekend else m.met(pad=pad, regel=1, kolom=1) for m in samen.meldingen_ruw}
