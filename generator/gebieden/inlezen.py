"""`gebieden inlezen`: van een bestand met grenzen naar gebieden/<gemeente>/, nagekeken en met herkomst."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.gebieden.bewonersnamen import benoem, lees_bestaande
from generator.gebieden.bronnen import Bron, open_bron
from generator.gebieden.namen import CBS_NAMEN, Rij, kies_gemeente, kies_niveau, lees_jaar, lees_rijen
from generator.lezen.geojson import GRENS_KB, lees_kenmerken
from generator.lezen.vormen import Vormfout, bezwaar_geldigheid, kieren, overlappen
from generator.lezen.waarden import nette_naam
from generator.meldingen import SocialeKaartFout, Verslag


class Keuze(Struct):
    """Wat de gebruiker vroeg."""

    map: Path
    gemeente: str
    peildatum: date
    laag: str | None = None
    niveau: str | None = None
    herstel: bool = False
    jaar: str | None = None
    provincie: str | None = None
    licentie: str | None = None
    naamsvermelding: str | None = None
    namen: str = "eigen"


class Gebiedsvorm(Struct):
    """Een gebied na samenvoegen, met zijn vorm in RD."""

    code: str
    naam: str
    inwoners: int | None
    vorm: Any
    adres: str = ""

    @property
    def label(self) -> str:
        return f"{self.code} ({self.naam})" if self.naam else self.code


class Lezer:
    """Maakt van de rijen van een gemeente nagekeken gebieden; `gedaan` noemt elke ingreep."""

    def __init__(self, bron: Bron, verslag: Verslag, herstel: bool):
        self.bron, self.verslag, self.herstel = bron, verslag, herstel
        self.gedaan: list[str] = []

    def meld(self, code: str, gebied: str, **waarden: Any) -> None:
        self.verslag.meld(code, self.bron.naam, gebied=gebied, **waarden)

    def vorm(self, rij: Rij) -> Any:
        """De vorm van een rij in RD, geldig; None met een melding als dat niet kan."""
        from generator.gebieden import grenzen

        ingrepen: list[str] = []
        try:
            vorm = self.bron.vorm(rij.nummer, ingrepen if self.herstel else None)
            try:
                stelsel = grenzen.stelsel_van(vorm, self.bron.crs)
            except Vormfout as fout:
                if fout.code != "SK505" or not self.herstel:
                    raise
                vorm, stelsel = grenzen.shapely.transform(vorm, lambda p: p[:, ::-1]), grenzen.WGS84
                ingrepen.append("lengte en breedte omgewisseld")
        except Vormfout as fout:
            self.meld(fout.code, rij.label, **fout.waarden)
            return None
        bezwaren = bezwaar_geldigheid(grenzen.numpy.array([vorm], dtype=object))
        vorm = vorm if stelsel == grenzen.RD else grenzen.reken_om(vorm, stelsel, grenzen.RD)
        if bezwaren and not self.herstel:
            self.meld(bezwaren[0][1][0], rij.label, **bezwaren[0][1][1])
            return None
        if bezwaren:
            vorm, m2 = grenzen.herstel_vorm(vorm)
            waar = bezwaren[0][1][1].get("punt") or bezwaren[0][1][1].get("reden")
            ingrepen.append(f"de vorm is geldig gemaakt bij {waar}; het oppervlak veranderde {m2:.0f} m2")
        self.gedaan += [f"{rij.label}: {ingreep}." for ingreep in ingrepen]
        return None if vorm.is_empty else vorm

    def gebieden(self, rijen: Sequence[Rij]) -> list[Gebiedsvorm]:
        """De gebieden op code; rijen met dezelfde code (land en water) worden een vlak."""
        from generator.gebieden.grenzen import voeg_samen

        groepen: dict[str, list[tuple[Rij, object]]] = defaultdict(list)
        for rij in rijen:
            if (vorm := self.vorm(rij)) is not None:
                groepen[rij.code].append((rij, vorm))
        uit = []
        for code, delen in sorted(groepen.items()):
            land = [rij for rij, _ in delen if not rij.water] or [rij for rij, _ in delen]
            naam = next((rij.naam for rij in land if rij.naam), "")
            inwoners = max((rij.inwoners for rij in land if rij.inwoners is not None), default=None)
            if not naam:
                self.verslag.meld("SK201", self.bron.naam, veld=f"naam van {code}", voorbeeld="Binnenstad")
            uit.append(Gebiedsvorm(code, naam, inwoners, voeg_samen([vorm for _, vorm in delen])))
        extra = len(rijen) - len(uit)
        if extra and not self.verslag.fouten:
            self.gedaan.append(
                f"{extra} water- of deelgebied{'en' if extra > 1 else ''} bij het gebied met dezelfde code gevoegd."
            )
        return uit

    def sluit_aan(self, gebieden: list[Gebiedsvorm]) -> None:
        """Overlap en kieren tussen buren: melden, of met --herstel wegwerken en zeggen hoeveel."""
        from generator.gebieden import grenzen

        rd = grenzen.numpy.array([g.vorm for g in gebieden], dtype=object)
        graden = grenzen.reken_om(rd, grenzen.RD, grenzen.WGS84)
        dubbel, open_ = overlappen(graden), kieren(graden)
        if not dubbel and not open_:
            return
        if self.herstel:
            heel = grenzen.sluit_aan(rd, grenzen.KIER_BREEDTE_M)
            meter = grenzen.verschuiving(rd, heel)
            for gebied, vorm in zip(gebieden, heel, strict=True):
                gebied.vorm = vorm
            over, kier = sum(m2 for *_, m2 in dubbel), sum(m2 for m2, _ in open_)
            self.gedaan.append(
                f"Tussen buren weggewerkt: overlap {len(dubbel)} keer ({over:.0f} m2), kieren {len(open_)} keer "
                f"({kier:.0f} m2); een grens verschoof hoogstens {math.ceil(meter)} m."
            )
            return
        for a, b, m2 in dubbel:
            self.meld("SK512", gebieden[b].label, ander=gebieden[a].label, oppervlakte=f"{m2:.0f}")
        if open_:
            self.verslag.meld(
                "SK519",
                self.bron.naam,
                aantal=len(open_),
                oppervlakte=f"{sum(m2 for m2, _ in open_):.0f}",
                punt=open_[0][1],
            )


def lees_in(bestand: Path, keuze: Keuze, verslag: Verslag) -> list[str]:
    """Lees een gemeente uit een bestand en schrijf haar map. Geeft wat er gebeurd is, in zinnen.

    Zijn er fouten, dan staan die in het verslag en is er niets geschreven. Raist SocialeKaartFout bij verkeerd gebruik.
    """
    bron = open_bron(bestand, keuze.laag, keuze.niveau, verslag)
    return [] if bron is None else verwerk(bron, keuze, verslag)


def verwerk(bron: Bron, keuze: Keuze, verslag: Verslag) -> list[str]:
    """Hetzelfde, vanaf een geopende bron (een bestand of een antwoord van PDOK)."""
    niveau = kies_niveau(bron.eigenschappen, keuze.niveau)
    code, naam, rijen = kies_gemeente(lees_rijen(bron.eigenschappen, niveau), _bekende_code(keuze))
    bron.laad([rij.nummer for rij in rijen])
    lezer = Lezer(bron, verslag, keuze.herstel)
    gebieden = lezer.gebieden(rijen)
    if verslag.fouten:
        return []
    lezer.sluit_aan(gebieden)
    from generator.gebieden import grenzen, schrijven

    bestaand = lees_bestaande(schrijven.zoek_map(keuze.map, code, naam) / f"{niveau}en.geojson")
    genoemd = benoem(gebieden, naam, bestaand, keuze.namen == "bron")
    _maak_namen_uniek(gebieden, niveau, genoemd)

    try:
        klein = grenzen.vereenvoudig(grenzen.numpy.array([g.vorm for g in gebieden], dtype=object))
    except ValueError as fout:
        raise SocialeKaartFout(
            f"de grenzen van {naam or code} zijn niet te vereenvoudigen: {fout}.",
            "probeer het met --herstel; dat maakt de grenzen van buren eerst gelijk.",
            1,
        ) from fout
    lezer.gedaan += klein.verslag
    regels = [
        schrijven.Gebiedsregel(g.code, g.naam, g.inwoners, v, g.adres)
        for g, v in zip(gebieden, klein.vormen, strict=True)
    ]
    tekst = schrijven.geojson_tekst(regels, klein.decimalen)
    _keur_uitkomst(tekst, niveau, code, bron.naam, verslag)
    if verslag.fouten:
        return []
    return [*_schrijf(bron, keuze, niveau, (code, naam), tekst, len(gebieden), lezer.gedaan), *genoemd]


def _bekende_code(keuze: Keuze) -> str:
    """Wat de gebruiker vroeg, of de code als er al een map met die naam is: niet elk bestand noemt gemeenten bij naam."""
    from generator.gebieden.schrijven import lees_boom

    code = lees_boom(keuze.map / "gebieden" / nette_naam(keuze.gemeente) / "gemeente.yaml").get("code")
    return code if isinstance(code, str) and code.startswith("GM") else keuze.gemeente


def _maak_namen_uniek(gebieden: list[Gebiedsvorm], niveau: str, gedaan: list[str]) -> None:
    """Twee wijken met een naam die hetzelfde adres geeft, krijgen hun code achter de naam; dat wordt gezegd."""
    gezien: set[str] = set()
    for gebied in gebieden if niveau == "wijk" else ():
        if (slug := gebied.adres or nette_naam(gebied.naam)) in gezien:
            gedaan.append(
                f"{gebied.label} heet nu '{gebied.naam} {gebied.code[6:]}', want er is al een wijk met die naam."
            )
            gebied.naam = f"{gebied.naam} {gebied.code[6:]}"
        gezien.add(slug)


def _keur_uitkomst(tekst: str, niveau: str, code: str, naam: str, verslag: Verslag) -> None:
    """Lees terug wat geschreven gaat worden, met dezelfde controles als de bouw."""
    eigen = Verslag()
    lees_kenmerken(tekst.encode(), naam, eigen, niveau, code)
    if len(tekst.encode()) > GRENS_KB * 1024:
        eigen.meld("SK005", naam, grootte=len(tekst.encode()) // 1024, grens=GRENS_KB)
    verslag.meldingen_ruw.update(m for m in eigen.meldingen_ruw if m.soort == "fout")


def herkomst_van(bron: Bron, keuze: Keuze, gedaan: Sequence[str]) -> dict[str, object]:
    """Waar het bestand vandaan komt; een licentie alleen als het bestand of de gebruiker haar noemt, of bij CBS-namen."""
    eerste = {str(k).lower(): v for k, v in (bron.eigenschappen[0] if bron.eigenschappen else {}).items()}
    jaar = keuze.jaar or lees_jaar(bron.eigenschappen, bron.naam)
    van_cbs = any(naam in CBS_NAMEN for naam in eerste) and "code" not in eerste
    licentie = keuze.licentie or _kort(eerste.get("licentie"), 120) or ("CC BY 4.0" if van_cbs else None)
    vermelding = (
        keuze.naamsvermelding
        or _kort(eerste.get("bron"), 300)
        or (f"CBS / Kadaster, Wijk- en buurtkaart{f' {jaar}' if jaar else ''}, via PDOK" if van_cbs else None)
    )
    velden = {
        "bestand": bron.adres or bron.naam,
        "laag": bron.laag,
        "jaar": jaar,
        "peildatum": keuze.peildatum.isoformat(),
        "sha256": bron.sha256,
        "licentie": licentie,
        "naamsvermelding": vermelding,
        "bewerking": list(gedaan),
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def _kort(waarde: object, grens: int) -> str | None:
    """Een tekst uit het bestand die in herkomst.yaml past, of niets."""
    if not isinstance(waarde, str):
        return None
    schoon = " ".join("".join(t for t in waarde if t.isprintable()).split()).lstrip("=@+-")
    return None if not schoon or any(t in schoon for t in "<>&") else schoon[:grens]


def _schrijf(
    bron: Bron, keuze: Keuze, niveau: str, gemeente: tuple[str, str], tekst: str, aantal: int, gedaan: list[str]
) -> list[str]:
    from generator.gebieden import schrijven

    code, naam = gemeente
    map_ = schrijven.zoek_map(keuze.map, code, naam)
    bestanden, uit = {}, []
    if not (map_ / "gemeente.yaml").exists():
        velden = {"code": code, "naam": naam or code, "provincie": keuze.provincie or "onbekend"}
        bestanden["gemeente.yaml"] = schrijven.yaml_tekst(velden)
        if not keuze.provincie or not naam:
            wat = "de provincie" if naam else "de naam en de provincie"
            uit.append(f"Vul in gebieden/{map_.name}/gemeente.yaml {wat} in; dat staat niet in het bestand.")
    elif keuze.provincie:
        uit.append(f"gebieden/{map_.name}/gemeente.yaml was er al; pas de provincie daar zelf aan.")
    soort = f"{niveau}en"
    herkomst = schrijven.lees_boom(map_ / "herkomst.yaml") | {
        soort: herkomst_van(bron, keuze, [_kort(g, 300) or "" for g in gedaan])
    }
    if "licentie" not in herkomst[soort]:
        uit.append("Het bestand noemt geen licentie: zet haar in herkomst.yaml voor u het publiceert.")
    bestanden |= {f"{soort}.geojson": tekst, "herkomst.yaml": schrijven.yaml_tekst(herkomst)}
    schrijven.schrijf(map_, bestanden)
    kop = f"{naam or code} ({code}): {aantal} {soort} geschreven naar gebieden/{map_.name}/{soort}.geojson"
    return [f"{kop} ({len(tekst.encode()) / 1000:.0f} kB).", *gedaan, *uit]
