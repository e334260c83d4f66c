"""Van rijen naar velden: per rij de waarden op pad, met wat eruit af te leiden is en wat niet te lezen was."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from generator.bewerken.paden import Pad, keur_pad, lees_pad
from generator.bewerken.rekenblad.cellen import CelFout, als_tekst, geen_contact, is_niets, meters, zet_om, zonder_html
from generator.bewerken.rekenblad.functiewoorden import Functiewoorden
from generator.bewerken.rekenblad.koppen import HUISNUMMER, Koppen, is_eigen_naam, kaal
from generator.bewerken.rekenblad.links import Linktekst
from generator.bewerken.rekenblad.splitsen import gewone_letters, kort_in, splits_adres, splits_tijden, zonder_opmaak
from generator.cellen import kale_cel
from generator.lezen.waarden import nette_naam
from generator.schema import VOORZIENING, Veld

# Waar een antwoord in eigen woorden thuishoort, als het geen van de vaste keuzes is.
IN_WOORDEN = {
    "kosten.soort": "kosten.toelichting",
    "toegang.hoe": "toegang.uitleg",
    "doelgroepen": "voor_wie",
    "locaties[0].rolstoel": "locaties[0].ter_plaatse",
}
_KOSTEN = (
    ("gratis", r"\bgratis\b|geen kosten|kosteloos|\bvrij entree|\b0,00|€ ?0\b"),
    ("eigen_bijdrage", r"eigen bijdrage"),
    ("betaald", r"€|\beuro\b|\d,\d\d|per (?:keer|maand|uur|persoon|jaar)|contributie"),
)
_TUSSEN_NUMMERS = re.compile(r"\s*(?:[;,|\n]|\bof\b|\ben\b|\s/\s)\s*")
SOORTWOORD = {
    "": "",
    "algemenevoorziening": "algemene_voorziening",
    "wijkfunctie": "wijkfunctie",
    "ketenpartner": "ketenpartner",
}


class Rij(Struct):
    """Een rij: haar nummer in het blad, de velden, wat weg moet, wat over het gebied bekend is (ook de kop erboven), en
    bezwaren en opmerkingen.
    """

    nummer: int
    id: str = ""
    soort: str = ""
    velden: dict[str, Any] = field(default_factory=dict)
    weg: list[str] = field(default_factory=list)
    wijkcode: str = ""
    wijknaam: str = ""
    werkgebied: str = ""
    kop: str = ""
    dag: str = ""
    functiewoorden: list[str] = field(default_factory=list)
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
            lengte, breedte = (self.velden[f"locaties[{nummer}].punt.{deel}"] for deel in ("lengte", "breedte"))
            return float(lengte), float(breedte)
        except (KeyError, ValueError, TypeError):
            return None

    def zet_punt(self, lengte: float, breedte: float) -> None:
        self.vul("locaties[0].punt.lengte", f"{lengte:.6f}".rstrip("0"))
        self.vul("locaties[0].punt.breedte", f"{breedte:.6f}".rstrip("0"))

    def adres(self, deel: str, nummer: int = 0) -> str:
        return str(self.velden.get(f"locaties[{nummer}].adres.{deel}", ""))


@lru_cache(maxsize=4096)
def _pad_en_veld(doel: str) -> tuple[Pad, Veld]:
    pad = lees_pad(doel)
    return pad, keur_pad(VOORZIENING, pad)


class Rijlezer:
    """Leest rijen met de herkende koppen. `functies` en `organisaties` geven bij een naam of id het id."""

    def __init__(self, koppen: Koppen, functies: Functiewoorden, organisaties: dict[str, str], functie: str = ""):
        self.koppen, self.functies, self.organisaties = koppen, functies, organisaties
        if functie:  # wie zelf een functie noemt, bedoelt niet het woord in een kolom als 'categorie'
            koppen.sla_over("functie")
        # Een kolom 'nr' is soms het nummer van de rij.
        self.los_nummer = any(
            kaal(koppen.alles[k][0]) in ("nr", "nummer") for k, d in koppen.doelen.items() if d == HUISNUMMER
        )
        self.eigen_kop = {kolom: koppen.eigen and is_eigen_naam(koppen.alles[kolom][0]) for kolom in koppen.doelen}

    def lees(self, nummer: int, cellen: list[object]) -> Rij:
        rij = Rij(nummer)
        los: dict[str, object] = {}
        for kolom, doel in self.koppen.doelen.items():
            cel = cellen[kolom] if kolom < len(cellen) else ""
            leeg, eigen = cel == "" or als_tekst(cel) == "", self.eigen_kop[kolom]
            if leeg and eigen:
                rij.weg.append(doel)
            elif not leeg and (eigen or not is_niets(cel) and not (doel.startswith("contact.") and geen_contact(cel))):
                self._cel(rij, los, kolom, cel)
        if rij.dag:
            los.setdefault("tijden", "")
        for bijzonder, cel in los.items():
            getattr(self, f"_{bijzonder}")(rij, cel)
        if self.los_nummer and not rij.adres("straat") and not rij.adres("postcode"):
            rij.velden.pop(HUISNUMMER, None)
        _verdeel_tekst(rij)
        return rij

    def _cel(self, rij: Rij, los: dict[str, object], kolom: int, cel: object) -> None:
        doel = self.koppen.doelen[kolom]
        if doel == "id":
            rij.id = als_tekst(cel)
        elif doel == "dag":
            rij.dag = als_tekst(cel)
        elif doel == "soort":
            self._soort(rij, los, cel)
        elif doel == "omschrijving":
            tekst = als_tekst(cel) if self.koppen.eigen else zonder_html(als_tekst(cel), opmaak=True)
            samen = [rij.velden.get(doel, ""), tekst]
            rij.velden[doel] = "\n\n".join(filter(None, samen))
        elif doel == "organisatie" or not is_eigen_naam(doel):
            los["aanbieder" if doel == "organisatie" else doel] = cel
        elif doel == "werkgebied" and not self.koppen.eigen:
            los[doel] = cel
        elif self.eigen_kop[kolom] or not self._in_eigen_woorden(rij, doel, cel):
            self._veld(rij, doel, cel)

    def _soort(self, rij: Rij, los: dict[str, object], cel: object) -> None:
        """De soort ingang; in een lijst van een ander staat hier vaak wat voor plek het is."""
        rij.soort = SOORTWOORD.get(re.sub(r"[^a-z]", "", als_tekst(cel).lower()), "")
        if not rij.soort and not self.koppen.eigen and "functie" not in self.koppen.doelen.values():
            los.setdefault("functie", cel)
        elif not rij.soort:
            rij.bezwaren.append(f"'{als_tekst(cel)}' is geen soort ingang")

    def _in_eigen_woorden(self, rij: Rij, doel: str, cel: object) -> bool:
        """Wat iemand in een ander blad gewoon opschreef: een keuze in woorden, of meer nummers in een cel."""
        tekst = als_tekst(cel)
        nummers = [deel for deel in _TUSSEN_NUMMERS.split(tekst) if deel] if doel == "contact.telefoon" else []
        if len(nummers) > 1:
            self._telefoons(rij, nummers)
            return True
        if doel == "contact.email" and len(adressen := [a for a in re.split(r"[;,\s]+", tekst) if "@" in a]) > 1:
            rij.opmerkingen.append(f"er past een e-mailadres; niet gebruikt: {', '.join(adressen[1:])}")
            self._veld(rij, doel, adressen[0])
            return True
        if doel not in IN_WOORDEN:
            return False
        veld = _pad_en_veld(doel)[1]
        waarde: Any = zet_om(cel, veld)
        if all(deel in veld.keuzes for deel in ([waarde] if isinstance(waarde, str) else waarde)):
            return False
        rij.vul(IN_WOORDEN[doel], " ".join(zonder_html(tekst, opmaak=False).split()))
        if doel == "kosten.soort":
            rij.vul(doel, next((soort for soort, woorden in _KOSTEN if re.search(woorden, tekst, re.I)), "onbekend"))
        return True

    def _telefoons(self, rij: Rij, nummers: list[str]) -> None:
        """Het eerste nummer is dat om te bellen, de andere staan eronder."""
        self._veld(rij, "contact.telefoon", nummers[0])
        for plaats, nummer in enumerate(nummers[1:]):
            rij.vul(f"contact.telefoons[{plaats}].naam", f"ander nummer {plaats + 2}" if plaats else "ander nummer")
            self._veld(rij, f"contact.telefoons[{plaats}].telefoon", nummer)

    def _veld(self, rij: Rij, doel: str, cel: object) -> None:
        veld = _pad_en_veld(doel)[1]
        try:
            if isinstance(cel, str) and self.koppen.eigen:
                cel = kale_cel(cel)  # zo schreef `exporteer` een tekst die op een formule lijkt
            if veld.soort == "tekst" and isinstance(cel, str) and not self.koppen.eigen:
                cel = zonder_html(cel, opmaak=False)
            if isinstance(cel, Linktekst) and veld.soort in ("url", "email"):
                cel = cel.adres
            waarde: Any = zet_om(cel, veld)
            if doel.endswith((".straat", ".plaats")) and not self.koppen.eigen:
                waarde = gewone_letters(waarde)
            rij.velden[doel] = self._functies(rij, waarde) if doel == "functies" and not self.koppen.eigen else waarde
        except CelFout as fout:
            rij.bezwaren.append(str(fout))

    def _functies(self, rij: Rij, namen: list[str]) -> list[str]:
        return [self.functies.op_naam(naam) or self._zoekwoord(rij, naam) or naam for naam in namen]

    def _functie(self, rij: Rij, cel: object) -> None:
        """Functies op naam, id of zoekwoord; wat geen functie is, zeggen we erbij."""
        if "functies" in rij.velden:
            return
        heel = als_tekst(cel)
        namen = [n for deel in re.split(r"[;,/\n]", heel) if (n := deel.strip())]
        ids = {n: self.functies.op_naam(n) for n in [heel, *namen]}
        if not ids[heel] and (los := self._zoekwoord(rij, heel)):
            ids[heel] = los
        gevonden = [ids[heel]] if ids[heel] else [ids[n] or self._zoekwoord(rij, n) for n in namen]
        rij.vul("functies", list(dict.fromkeys(filter(None, gevonden))))
        if not ids[heel] and (rest := [n for n, id_ in zip(namen, gevonden, strict=True) if not id_]):
            rij.functiewoorden = rest
            rij.opmerkingen.append(f"geen functie uit het vocabulaire: {', '.join(rest)}")

    def _zoekwoord(self, rij: Rij, woord: str) -> str:
        """De functie die dit woord als enige heeft; iemand moet kunnen zien dat wij dat zo lazen."""
        if id_ := self.functies.op_zoekwoord(woord):
            rij.opmerkingen.append(f"'{woord}' lazen we als de functie {id_}; klopt dat?")
        return id_

    def _aanbieder(self, rij: Rij, cel: object) -> None:
        naam = als_tekst(cel)
        if id_ := self.organisaties.get(nette_naam(naam)):
            rij.vul("organisatie", id_)
        else:
            rij.opmerkingen.append(f"de organisatie '{naam}' staat nog niet in sociale_kaart/organisaties/")

    def _adres(self, rij: Rij, cel: object) -> None:
        """Een adres in een cel; een los nummer ernaast is het huisnummer, tenzij dat al in de cel staat."""
        tekst = als_tekst(cel)
        delen = splits_adres(tekst)
        eigen = rij.adres("huisnummer")
        if eigen and "huisnummer" in delen and not self.los_nummer and delen["huisnummer"].lower() != eigen.lower():
            delen["straat"] = (
                f"{delen['straat']} {delen['huisnummer']}"  # 'Plein 1813' met het nummer in een andere kolom
            )
        elif "huisnummer" in delen:
            rij.velden.pop(HUISNUMMER, None)
        for deel, waarde in delen.items():
            rij.vul(f"locaties[0].adres.{deel}", gewone_letters(waarde) if deel in ("straat", "plaats") else waarde)

    def _postcode_plaats(self, rij: Rij, cel: object) -> None:
        self._adres(rij, cel)

    def _toevoeging(self, rij: Rij, cel: object) -> None:
        nummer, erbij = rij.adres("huisnummer"), als_tekst(cel).strip("- ")
        if nummer and not nummer.lower().endswith(erbij.lower()):
            rij.velden[HUISNUMMER] = nummer + (erbij if erbij.isalpha() and len(erbij) == 1 else f"-{erbij}")

    def _wijkcode(self, rij: Rij, cel: object) -> None:
        rij.wijkcode = als_tekst(cel)

    def _wijknaam(self, rij: Rij, cel: object) -> None:
        rij.wijknaam = als_tekst(cel)

    def _werkgebied(self, rij: Rij, cel: object) -> None:
        rij.werkgebied = als_tekst(cel)

    def _lengte_breedte(self, rij: Rij, cel: object) -> None:
        punten, kommas = (re.findall(patroon, als_tekst(cel)) for patroon in (r"\d+\.\d+", r"\d+,\d+"))
        getallen = [float(g.replace(",", ".")) for g in punten or kommas]
        if len(getallen) == 2 and 50 < max(getallen) < 54:
            rij.zet_punt(min(getallen), max(getallen))
        else:
            rij.opmerkingen.append(f"uit '{als_tekst(cel)}' haalden we geen punt")

    def _rd_x(self, rij: Rij, cel: object) -> None:
        rij.velden["rd_x"] = meters(cel)

    def _rd_y(self, rij: Rij, cel: object) -> None:
        rij.velden["rd_y"] = meters(cel)

    def _tijden(self, rij: Rij, cel: object) -> None:
        """Tijden per dag als dat zeker is; anders als toelichting, dan staat er geen stand bij."""
        tekst = " ".join(filter(None, (rij.dag, als_tekst(cel))))
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


def _verdeel_tekst(rij: Rij) -> None:
    """Een lange samenvatting wordt kort, en haar hele tekst de omschrijving; zonder samenvatting is zij het begin van
    de omschrijving.
    """
    kort, lang = str(rij.velden.get("samenvatting", "")), str(rij.velden.get("omschrijving", ""))
    if len(kort) > VOORZIENING.per_naam["samenvatting"].grens:
        rij.velden["omschrijving"] = "\n\n".join(filter(None, (kort, lang)))
        rij.velden["samenvatting"] = kort_in(kort)
        rij.opmerkingen.append("de samenvatting was te lang; de hele tekst staat in de omschrijving")
    elif not kort and lang and "samenvatting" not in rij.weg and not rij.id:
        rij.velden["samenvatting"] = kort_in(lang)
        if zonder_opmaak(lang) == rij.velden["samenvatting"]:
            del rij.velden["omschrijving"]
