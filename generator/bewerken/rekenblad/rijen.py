"""Van rijen naar velden: per rij de waarden op pad, met wat eruit af te leiden is en wat niet te lezen was."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from generator.bewerken.paden import Pad, lees_pad, schrijf_pad, veld_van
from generator.bewerken.rekenblad.cellen import CelFout, als_tekst, is_niets, zet_om
from generator.bewerken.rekenblad.koppen import Koppen, is_eigen_naam
from generator.bewerken.rekenblad.splitsen import kort_in, splits_adres, splits_tijden
from generator.lezen.waarden import nette_naam
from generator.schema import VOORZIENING, Veld

RIJKSDRIEHOEK = "EPSG:28992"
SOORTWOORD = {
    "": "",
    "algemenevoorziening": "algemene_voorziening",
    "wijkfunctie": "wijkfunctie",
    "ketenpartner": "ketenpartner",
}


@dataclass(slots=True)
class Rij:
    """Een rij: haar nummer in het blad, de velden, wat weg moet, wat over het gebied bekend is, en bezwaren en opmerkingen."""

    nummer: int
    id: str = ""
    soort: str = ""
    velden: dict[str, object] = field(default_factory=dict)
    weg: list[str] = field(default_factory=list)
    wijkcode: str = ""
    wijknaam: str = ""
    bezwaren: list[str] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)

    @property
    def naam(self) -> str:
        return str(self.velden.get("naam", self.id))

    def vul(self, pad: str, waarde: object) -> None:
        """Zet een veld dat nog niet gevuld is."""
        if waarde not in ("", []):
            self.velden.setdefault(pad, waarde)

    def punt(self, nummer: int = 0) -> tuple[float, float] | None:
        try:
            return tuple(float(self.velden[f"locaties[{nummer}].punt.{deel}"]) for deel in ("lengte", "breedte"))
        except (KeyError, ValueError, TypeError):
            return None

    def adres(self, deel: str, nummer: int = 0) -> str:
        return str(self.velden.get(f"locaties[{nummer}].adres.{deel}", ""))


@lru_cache(maxsize=4096)
def _pad_en_veld(doel: str) -> tuple[Pad, Veld]:
    pad = lees_pad(doel)
    return pad, veld_van(VOORZIENING, pad)


class Rijlezer:
    """Leest rijen met de herkende koppen. `functies` en `organisaties` geven bij een naam of id het id."""

    def __init__(self, koppen: Koppen, functies: dict[str, str], organisaties: dict[str, str], functie: str = ""):
        self.koppen, self.functies, self.organisaties = koppen, functies, organisaties
        if functie:  # wie zelf een functie noemt, bedoelt niet het woord in een kolom als 'categorie'
            koppen.sla_over("functie")
        self.eigen_kop = {kolom: koppen.eigen and is_eigen_naam(koppen.alles[kolom][0]) for kolom in koppen.doelen}

    def lees(self, nummer: int, cellen: list[object]) -> Rij:
        rij, los = Rij(nummer), {}
        for kolom, doel in self.koppen.doelen.items():
            cel = cellen[kolom] if kolom < len(cellen) else ""
            if self.eigen_kop[kolom] and als_tekst(cel) == "":
                rij.weg.append(doel)
            elif not (als_tekst(cel) == "" or (not self.eigen_kop[kolom] and is_niets(cel))):
                self._cel(rij, los, doel, cel)
        for bijzonder, cel in los.items():
            getattr(self, f"_{bijzonder}")(rij, cel)
        _verdeel_tekst(rij)
        return rij

    def _cel(self, rij: Rij, los: dict[str, object], doel: str, cel: object) -> None:
        if doel == "id":
            rij.id = als_tekst(cel)
        elif doel == "soort":
            rij.soort = SOORTWOORD.get(re.sub(r"[^a-z]", "", als_tekst(cel).lower()), "")
            if not rij.soort:
                rij.bezwaren.append(f"'{als_tekst(cel)}' is geen soort ingang")
        elif doel == "omschrijving":
            samen = [rij.velden.get(doel, ""), als_tekst(cel)]
            rij.velden[doel] = "\n\n".join(filter(None, samen))
        elif doel == "organisatie" or not is_eigen_naam(doel):
            los["aanbieder" if doel == "organisatie" else doel] = cel
        else:
            self._veld(rij, doel, cel)

    def _veld(self, rij: Rij, doel: str, cel: object) -> None:
        veld = _pad_en_veld(doel)[1]
        try:
            if isinstance(cel, str) and cel[:1] == "'" and cel[1:2] in ("=", "+", "-", "@", "'") and self.koppen.eigen:
                cel = cel[1:]  # zo schreef `exporteer` een tekst die op een formule lijkt
            waarde = zet_om(cel, veld)
            rij.velden[doel] = self._functies(rij, waarde) if doel == "functies" and not self.koppen.eigen else waarde
        except CelFout as fout:
            rij.bezwaren.append(str(fout))

    def _functies(self, rij: Rij, namen: list[str]) -> list[str]:
        return [self.functies.get(nette_naam(naam), naam) for naam in namen]

    def _functie(self, rij: Rij, cel: object) -> None:
        """Functies op naam of id; wat geen functie is, zeggen we erbij."""
        namen = [n for deel in re.split(r"[;,/\n]", als_tekst(cel)) if (n := deel.strip())]
        heel = self.functies.get(nette_naam(als_tekst(cel)))
        gevonden = [heel] if heel else [self.functies[nette_naam(n)] for n in namen if nette_naam(n) in self.functies]
        rij.vul("functies", list(dict.fromkeys(gevonden)))
        if not heel and (rest := [n for n in namen if nette_naam(n) not in self.functies]):
            rij.opmerkingen.append(f"geen functie uit het vocabulaire: {', '.join(rest)}")

    def _aanbieder(self, rij: Rij, cel: object) -> None:
        naam = als_tekst(cel)
        if id_ := self.organisaties.get(nette_naam(naam)):
            rij.vul("organisatie", id_)
        else:
            rij.opmerkingen.append(f"de organisatie '{naam}' staat nog niet in sociale_kaart/organisaties/")

    def _adres(self, rij: Rij, cel: object) -> None:
        for deel, waarde in splits_adres(als_tekst(cel)).items():
            rij.vul(f"locaties[0].adres.{deel}", waarde)

    def _postcode_plaats(self, rij: Rij, cel: object) -> None:
        self._adres(rij, cel)

    def _toevoeging(self, rij: Rij, cel: object) -> None:
        nummer, erbij = rij.adres("huisnummer"), als_tekst(cel).strip("- ")
        if nummer and not nummer.lower().endswith(erbij.lower()):
            rij.velden["locaties[0].adres.huisnummer"] = nummer + (
                erbij if erbij.isalpha() and len(erbij) == 1 else f"-{erbij}"
            )

    def _wijkcode(self, rij: Rij, cel: object) -> None:
        rij.wijkcode = als_tekst(cel).upper().replace(" ", "")

    def _wijknaam(self, rij: Rij, cel: object) -> None:
        rij.wijknaam = re.sub(r"^(?:wijk|buurt)\s+\d*\s*", "", als_tekst(cel), flags=re.I)

    def _lengte_breedte(self, rij: Rij, cel: object) -> None:
        getallen = [float(g) for g in re.findall(r"\d+\.\d+", als_tekst(cel))]
        if len(getallen) == 2 and 50 < max(getallen) < 54:
            self._zet_punt(rij, min(getallen), max(getallen))
        else:
            rij.opmerkingen.append(f"uit '{als_tekst(cel)}' haalden we geen punt")

    def _rd_x(self, rij: Rij, cel: object) -> None:
        rij.velden["rd_x"] = als_tekst(cel).replace(",", ".")

    def _rd_y(self, rij: Rij, cel: object) -> None:
        rij.velden["rd_y"] = als_tekst(cel).replace(",", ".")

    @staticmethod
    def _zet_punt(rij: Rij, lengte: float, breedte: float) -> None:
        rij.vul("locaties[0].punt.lengte", f"{lengte:.6f}".rstrip("0"))
        rij.vul("locaties[0].punt.breedte", f"{breedte:.6f}".rstrip("0"))

    def _tijden(self, rij: Rij, cel: object) -> None:
        """Tijden per dag als dat zeker is; anders als toelichting, dan staat er geen stand bij."""
        tekst = als_tekst(cel)
        dagen = splits_tijden(tekst)
        for dag, tijd in (dagen or {}).items():
            rij.vul(f"locaties[0].openingstijden.{dag}", tijd)
        if dagen is None:
            heel = " ".join(tekst.split())
            if len(heel) <= 160:
                rij.vul("locaties[0].openingstijden.toelichting", heel)
            else:
                rij.velden["omschrijving"] = "\n\n".join(
                    filter(None, [str(rij.velden.get("omschrijving", "")), f"Openingstijden: {heel}"])
                )
            rij.opmerkingen.append("de tijden staan er als tekst in, want ze waren niet zeker te lezen")


def zet_rd_om(rijen: list[Rij]) -> None:
    """Meters (Rijksdriehoek) naar graden, alle rijen in een keer."""
    met = [
        (rij, rij.velden.pop("rd_x", ""), rij.velden.pop("rd_y", ""))
        for rij in rijen
        if "rd_x" in rij.velden or "rd_y" in rij.velden
    ]
    goed = [
        (rij, float(x), float(y))
        for rij, x, y in met
        if re.fullmatch(r"\d{1,6}(?:\.\d+)?", x) and re.fullmatch(r"\d{1,6}(?:\.\d+)?", y)
    ]
    graden = [(rij, x, y) for rij, x, y in goed if x < 10 and 50 < y < 54]
    meters = [(rij, x, y) for rij, x, y in goed if 0 < x < 300_000 and 300_000 < y < 630_000]
    if meters:
        from pyproj import Transformer

        omzetter = Transformer.from_crs(RIJKSDRIEHOEK, "EPSG:4326", always_xy=True)
        lengtes, breedtes = omzetter.transform([x for _, x, _ in meters], [y for _, _, y in meters])
        graden += [
            (rij, lengte, breedte) for (rij, _, _), lengte, breedte in zip(meters, lengtes, breedtes, strict=True)
        ]
    for rij, lengte, breedte in graden:
        Rijlezer._zet_punt(rij, lengte, breedte)
    gelukt = {id(rij) for rij, _, _ in graden}
    for rij, x, y in met:
        if id(rij) not in gelukt:
            rij.opmerkingen.append(f"uit '{x}' en '{y}' haalden we geen punt")


def _verdeel_tekst(rij: Rij) -> None:
    """Een lange samenvatting wordt kort, en haar hele tekst de omschrijving; zonder samenvatting is zij het begin van de omschrijving."""
    kort, lang = str(rij.velden.get("samenvatting", "")), str(rij.velden.get("omschrijving", ""))
    if len(kort) > VOORZIENING.per_naam["samenvatting"].grens:
        rij.velden["omschrijving"] = "\n\n".join(filter(None, (kort, lang)))
        rij.velden["samenvatting"] = kort_in(kort)
        rij.opmerkingen.append("de samenvatting was te lang; de hele tekst staat in de omschrijving")
    elif not kort and lang and "samenvatting" not in rij.weg and not rij.id:
        rij.velden["samenvatting"] = kort_in(lang)
        if " ".join(lang.split()) == rij.velden["samenvatting"]:
            del rij.velden["omschrijving"]


def voeg_plekken_samen(rijen: list[Rij]) -> list[Rij]:
    """Rijen onder elkaar met hetzelfde id zijn een ingang met meer plekken, zoals in de open data."""
    uit: list[Rij] = []
    eerste: dict[str, Rij] = {}
    for rij in rijen:
        vorige = eerste.get(rij.id) if rij.id else None
        if vorige is None:
            uit.append(rij)
            eerste.setdefault(rij.id, rij)
            continue
        nummer = 1 + max((lees_pad(p)[1] for p in vorige.velden if p.startswith("locaties[")), default=-1)
        plek = {p: w for p, w in rij.velden.items() if p.startswith("locaties[0]")}
        rest = {p: w for p, w in rij.velden.items() if p not in plek}
        if {p: w for p, w in vorige.velden.items() if not p.startswith("locaties[")} != rest:
            vorige.bezwaren.append(f"het id '{rij.id}' staat ook op rij {rij.nummer}, met andere gegevens")
        vorige.velden |= {schrijf_pad(("locaties", nummer, *lees_pad(p)[2:])): w for p, w in plek.items()}
    return uit
