"""De tabellen van een gemeente (CSV, UTF-8, komma's): vaste koppen, bekende codes, elke fout met regel en kolom."""

import csv
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.lezen.bestanden import lees_tekst
from generator.lezen.geojson import PATROON, VOORBEELD
from generator.lezen.tekens import benoem, toont_niets, vreemde_letter
from generator.lezen.waarden import is_id, naaste, nette_naam
from generator.meldingen import Melding, Verslag
from generator.model import Gebied, Tegel
from generator.schema.tabellen import POSTCODES, TEGELS, WIJKEN, Tabelvorm

GRENS_KB = 4 * 1024
LANGSTE_CEL = 400
VAKER = " Zo is het op "
WAARDE = re.compile(r"(?:-?\d{1,12}(?:\.\d{1,6})?|<\d{1,6})?", re.ASCII)


class Rij(Struct):
    """Een regel van een tabel; `meld` wijst de cel aan."""

    tabel: "Tabel"
    regel: int
    cellen: dict[str, str]

    def __getitem__(self, kolom: str) -> str:
        return self.cellen.get(kolom, "")

    def meld(self, kolom: str, wat: str, hint: str) -> None:
        self.tabel.meld_rij(self, kolom, wat, hint)


class Tabel:
    """Een CSV-bestand met een kop; `rijen` zijn de regels die genoeg cellen hebben.

    Dezelfde fout op meer regels is een melding, op de eerste regel en met het aantal.
    """

    def __init__(self, tekst: str, pad: str, verslag: Verslag):
        self.regels, self.pad, self.verslag = tekst.split("\n"), pad, verslag
        self.kop: list[str] = []
        self.rijen: list[Rij] = []
        self.eerder: dict[tuple[str, str], tuple[Rij, str, int, Melding]] = {}

    def meld_rij(self, rij: "Rij", kolom: str, wat: str, hint: str) -> None:
        """Meld een cel. Dezelfde soort fout op een volgende regel is geen nieuwe melding: de eerste telt verder."""
        sleutel = kolom, re.sub(r"\d+", "#", hint)
        eerste, eigen, aantal = rij, wat, 1
        if sleutel in self.eerder:
            eerste, eigen, aantal, vorige = self.eerder[sleutel]
            self.verslag.meldingen_ruw.discard(vorige)
            aantal += 1
            hint = f"{vorige.oplossing.partition(VAKER)[0]}{VAKER}{aantal} regels, tot en met regel {rij.regel}."
        plek = (eerste.regel, self.kolom(eerste.regel, kolom))
        self.eerder[sleutel] = (eerste, eigen, aantal, self.meld(plek, eigen, hint))

    def meld(self, plek: tuple[int, int], wat: str, hint: str) -> Melding:
        return self.verslag.meld("SK516", self.pad, plek, wat=wat, hint=hint)

    def kolom(self, regel: int, naam: str) -> int:
        """De plaats op de regel waar de cel begint; komma's tussen aanhalingstekens tellen niet."""
        nodig, open_ = self.kop.index(naam) if naam in self.kop else 0, False
        for plaats, teken in enumerate(self.regels[regel - 1]):
            if not nodig:
                return plaats + 1
            open_ ^= teken == '"'
            nodig -= teken == "," and not open_
        return 1

    def lees(self, verplicht: tuple[str, ...], extra: tuple[str, ...]) -> None:
        lezer, begin = csv.reader(self.regels, strict=True), 1
        try:
            for cellen in lezer:
                regel, begin = begin, lezer.line_num + 1
                if not any(cel.strip() for cel in cellen):
                    continue
                if not self.kop:
                    if not self._kop(cellen, regel, verplicht, extra):
                        return
                elif len(cellen) != len(self.kop):
                    self.meld(
                        (regel, 1),
                        "het aantal cellen",
                        f"de kop heeft {len(self.kop)} kolommen, deze regel {len(cellen)}.",
                    )
                else:
                    self._rij(regel, cellen)
        except csv.Error:
            self.meld(
                (begin, 1), "een aanhalingsteken", "zet een tekst met een komma tussen dubbele aanhalingstekens."
            )

    def _kop(self, cellen: list[str], regel: int, verplicht: tuple[str, ...], extra: tuple[str, ...]) -> bool:
        bekend, goed = (*verplicht, *extra), True
        vorm = "de eerste regel is: " + ",".join(verplicht) + "".join(f"[,{k}]" for k in extra) + "."
        if len(cellen) == 1 and re.search("[;\t]", cellen[0]):
            self.meld((regel, 1), "het scheidingsteken", "sla de tabel op met komma's tussen de cellen; " + vorm)
            return False
        for nummer, naam in enumerate(cellen):
            if naam not in bekend or naam in cellen[:nummer]:
                hint = (
                    "hij staat er twee keer." if naam in bekend else f"bedoelde u '{naaste(naam, bekend, 1)}'? {vorm}"
                )
                self.meld((regel, 1), f"de kolom '{naam}'", hint)
                goed = False
        for naam in verplicht if goed else ():
            if naam not in cellen:
                self.meld((regel, 1), "de kop", f"de kolom '{naam}' ontbreekt; {vorm}")
                goed = False
        self.kop = cellen
        return goed

    def _rij(self, regel: int, cellen: list[str]) -> None:
        rij = Rij(self, regel, dict(zip(self.kop, (cel.strip() for cel in cellen), strict=True)))
        for naam, cel in rij.cellen.items():
            if cel[:1] in ("=", "+", "@") or (cel[:1] == "-" and not WAARDE.fullmatch(cel)):
                self.verslag.meld("SK224", self.pad, (regel, self.kolom(regel, naam)), veld=naam, teken=cel[0])
                return
            if len(cel) > LANGSTE_CEL:
                self.meld(
                    (regel, self.kolom(regel, naam)), f"de lengte van '{naam}'", f"hoogstens {LANGSTE_CEL} tekens."
                )
                return
        self.rijen.append(rij)


def lees_tabel(bestand: Path, pad: str, verslag: Verslag, vorm: Tabelvorm) -> list[Rij]:
    """De regels van een CSV-bestand met precies deze kolommen; wat niet klopt staat in het verslag."""
    tekst = lees_tekst(bestand, pad, verslag, GRENS_KB)
    if tekst is None:
        return []
    if not tekst.strip():
        verslag.meld("SK004", pad)
        return []
    tabel = Tabel(tekst, pad, verslag)
    tabel.lees(vorm.verplicht, vorm.extra)
    return tabel.rijen


def eenmalig(rijen: list[Rij], kolom: str, sleutel: Callable[[Rij], object], wat: str) -> list[Rij]:
    gezien: dict[object, int] = {}
    uit = []
    for rij in rijen:
        if (eerste := gezien.setdefault(sleutel(rij), rij.regel)) != rij.regel:
            rij.meld(kolom, wat, f"dit staat ook op regel {eerste}; laat een van de twee staan.")
        else:
            uit.append(rij)
    return uit


def met_code(rijen: list[Rij], kolom: str, codes: Mapping[str, str], wat: str) -> list[Rij]:
    """De rijen met een bekende code; `codes` zijn code en naam, want wie een naam schrijft moet de code horen."""
    uit = []
    op_naam = {nette_naam(naam): code for code, naam in codes.items()}
    for rij in rijen:
        if rij[kolom] in codes:
            uit.append(rij)
        elif code := op_naam.get(nette_naam(rij[kolom])):
            rij.meld(kolom, f"de code '{rij[kolom]}'", f"schrijf {code}; dat is de code van {codes[code]}.")
        else:
            voorstel = naaste(rij[kolom], sorted(codes), 1) if rij[kolom] else "een code"
            rij.meld(
                kolom, f"de code '{rij[kolom]}'", f"{wat} kent deze code niet; het dichtst in de buurt: {voorstel}."
            )
    return uit


def lees_wijken_csv(
    bestand: Path, pad: str, verslag: Verslag, gemeente: str
) -> list[tuple[Rij, str, str, str | None]]:
    """Regel, code, naam en letter van elke wijk in wijken.csv."""
    uit = []
    rijen = lees_tabel(bestand, pad, verslag, WIJKEN)
    for rij in eenmalig(rijen, "code", lambda r: r["code"], "de code"):
        code = rij["code"]
        if not re.fullmatch(PATROON["wijk"], code, re.ASCII):
            rij.meld("code", f"de code '{code}'", f"een wijk heeft een code als {VOORBEELD['wijk']}.")
        elif gemeente.startswith("GM") and code[2:6] != gemeente[2:]:
            verslag.meld("SK517", pad, (rij.regel, 1), gebied=code, gemeente=gemeente)
        elif toont_niets(rij["naam"]) or len(rij["naam"]) > 80:
            rij.meld("naam", "de naam", "vul een naam in van hoogstens 80 tekens.")
        elif vreemd := vreemde_letter(rij["naam"]):
            verslag.meld("SK811", pad, (rij.regel, rij.tabel.kolom(rij.regel, "naam")), **benoem(vreemd[1]))
        elif len(rij["letter"]) > 3:
            rij.meld("letter", "de letter", "hoogstens drie tekens, of niets.")
        elif rij["adres"] and not is_id(rij["adres"]):
            rij.meld("adres", f"het adres '{rij['adres']}'", "schrijf kleine letters, cijfers en streepjes, of niets.")
        else:
            uit.append((rij, code, rij["naam"], rij["letter"] or None))
    return uit


def lees_tegels(bestand: Path, pad: str, verslag: Verslag, codes: Mapping[str, str]) -> tuple[Tegel, ...]:
    """De plek van elke wijk op de tegelkaart: rij en kolom van 1 tot 60."""
    rijen = lees_tabel(bestand, pad, verslag, TEGELS)
    rijen = met_code(eenmalig(rijen, "code", lambda r: r["code"], "de code"), "code", codes, "deze gemeente")
    goed = []
    for rij in rijen:
        for kolom in ("rij", "kolom"):
            if not re.fullmatch(r"[1-9]|[1-5]\d|60", rij[kolom], re.ASCII):
                rij.meld(kolom, f"'{rij[kolom]}'", "schrijf een heel getal van 1 tot 60.")
                break
        else:
            goed.append(rij)
    goed = eenmalig(goed, "rij", lambda r: (r["rij"], r["kolom"]), "de plek")
    return tuple(Tegel(r["code"], int(r["rij"]), int(r["kolom"])) for r in goed)


def lees_postcodes(bestand: Path, pad: str, verslag: Verslag, wijken: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Per postcode (`7411 AA`) de wijken waar zij in ligt; meer dan een staat met spaties ertussen."""
    uit: dict[str, tuple[str, ...]] = {}
    rijen = lees_tabel(bestand, pad, verslag, POSTCODES)
    for rij in eenmalig(rijen, "postcode", lambda r: r["postcode"].replace(" ", ""), "de postcode"):
        codes = rij["wijken"].split()
        onbekend = next((c for c in codes if c not in wijken), None)
        if not re.fullmatch(r"[1-9]\d{3} ?[A-Z]{2}", rij["postcode"], re.ASCII):
            rij.meld(
                "postcode",
                f"de postcode '{rij['postcode']}'",
                "schrijf vier cijfers en twee hoofdletters, zoals 7411 AA.",
            )
        elif not codes or onbekend:
            rij.meld(
                "wijken",
                f"de code '{onbekend or ''}'",
                "schrijf codes van wijken uit deze gemeente, met een spatie ertussen.",
            )
        else:
            uit[f"{rij['postcode'][:4]} {rij['postcode'][-2:]}"] = tuple(sorted(set(codes)))
    return uit


def verbind_letters(gebieden: list[Gebied], rijen: list[tuple[Rij, str, str, str | None]]) -> list[Gebied]:
    """Zet de letters en adressen uit wijken.csv bij de wijken uit het kaartbestand; de kaart is de baas over codes en namen."""
    letters = {code: letter for _, code, _, letter in rijen}
    adressen = {code: rij["adres"] for rij, code, *_ in rijen if rij["adres"]}
    bekend = {g.code: g.naam for g in gebieden}
    met_code([rij for rij, *_ in rijen], "code", bekend, "wijken.geojson")
    return [replace(g, letter=letters.get(g.code), slug=adressen.get(g.code, g.slug)) for g in gebieden]
