"""`importeer`: van een tabel naar bestanden. Elke rij is nieuw, gewijzigd, gelijk of geweigerd, en zegt waarom."""

from collections import defaultdict
from datetime import date
from itertools import chain
from pathlib import Path

from generator.bewerken.aanvullen import uit_sets
from generator.bewerken.adressen import Adreszoeker, NietGevonden, sleutel
from generator.bewerken.bestand import lees_voor_wijziging
from generator.bewerken.nakijken import kijk_na, nieuwe_meldingen
from generator.bewerken.paden import PadFout, lees_pad
from generator.bewerken.rekenblad.functiekeuze import keur_functies, soort_van
from generator.bewerken.rekenblad.functiewoorden import lees_functiewoorden
from generator.bewerken.rekenblad.gebied import Gebiedenzoeker
from generator.bewerken.rekenblad.gelijk import zonder_gelijke
from generator.bewerken.rekenblad.herkennen import gesloten_op_naam, namen_van, sleutel_van
from generator.bewerken.rekenblad.koppen import lees_keuzes, vind_koppen
from generator.bewerken.rekenblad.lezen import lees_tabel
from generator.bewerken.rekenblad.plat import plat, volgorde_van, zonder_gaten
from generator.bewerken.rekenblad.rijen import Rij, Rijlezer
from generator.bewerken.rekenblad.samen import voeg_dagen_samen, voeg_plekken_samen, zet_rd_om
from generator.bewerken.rekenblad.tussenregels import verdeel
from generator.bewerken.rekenblad.uitkomst import Keuzes, Uitkomst, Uitslag
from generator.bewerken.rekenblad.uitvoer import lees_ingangen, met_sets, snelle_boom
from generator.bewerken.schrijven import hele_tekst
from generator.bewerken.stukken import KanNiet
from generator.bewerken.verschil import gewenst
from generator.bewerken.vormen.lezen import Gelezen, lees_vorm
from generator.bewerken.wijzigen import bewerk
from generator.lezen.mappen import GERESERVEERD
from generator.lezen.waarden import is_id, naaste, nette_naam
from generator.meldingen import FOUT, SocialeKaartFout, Verslag, toonbaar
from generator.model import SOORTEN
from generator.schema import VOORZIENING
from generator.voorraad import Voorraad

MAP_VAN = {soort: map_ for map_, soort in SOORTEN.items()}
MEESTE_RONDES = 4


def importeer(map_: Path, bestand: Path, keuzes: Keuzes, peildatum: date) -> Uitslag:
    """Reken uit wat er met elke rij gebeurt; schrijft niets. Raist SocialeKaartFout als de tabel niet te gebruiken is."""
    if not keuzes.vorm:
        return Invoer(map_, keuzes, peildatum).doe(lees_tabel(bestand, keuzes.blad))
    return voer_in(map_, lees_vorm(bestand, keuzes.vorm), keuzes, peildatum)


def voer_in(map_: Path, gelezen: Gelezen, keuzes: Keuzes, peildatum: date) -> Uitslag:
    """Als `importeer`, voor wat uit een ander systeem gelezen is."""
    uitslag = Invoer(map_, keuzes, peildatum).doe(gelezen.tabel)
    uitslag.over = dict(sorted(gelezen.over.items()))
    for u in uitslag.uitkomsten:
        u.opmerkingen += gelezen.opmerkingen.get(u.rij, [])
    return uitslag


class Invoer:
    """Een import: wat er al is, wat de rijen zeggen, en wat daaruit volgt."""

    def __init__(self, map_: Path, keuzes: Keuzes, peildatum: date):
        self.map, self.keuzes, self.peildatum = map_, keuzes, peildatum
        self.voorraad = Voorraad(map_)
        self.eigen_keuze = lees_keuzes(map_)
        self.uit_sets = uit_sets(map_)
        self.bestaand = met_sets(lees_ingangen(map_, Verslag()), self.uit_sets)
        self.op_plek = self._op_plek()
        # Wie eerder uit dezelfde bron kwam, heet of zit daar misschien nu anders en is toch dezelfde.
        self.op_bron = {str(b["bron"]): id_ for id_, (_, b) in self.bestaand.items() if keuzes.vorm and b.get("bron")}
        self.eerder: dict[tuple, int] = {}
        self.bezet = set(self.bestaand) | GERESERVEERD
        self.functies, self.organisaties = lees_functiewoorden(map_), namen_van(map_, "organisaties")
        if keuzes.functie and keuzes.functie not in self.functies.soorten:
            raise SocialeKaartFout(
                f"de functie '{keuzes.functie}' bestaat niet.",
                f"kies een id van /functies/, zoals {self._lijkt_op()}.",
            )
        self.gebieden = Gebiedenzoeker(map_, peildatum, self.voorraad)
        if keuzes.werkgebied and keuzes.werkgebied not in {*self.gebieden.codes, "landelijk"}:
            raise SocialeKaartFout(
                f"het gebied '{keuzes.werkgebied}' bestaat niet in gebieden/.",
                "kies een code als WK999901 of GM9999, of 'landelijk'.",
            )

    def _lijkt_op(self) -> str:
        woord = self.keuzes.functie
        return ", ".join(self.functies.passend([woord])) or naaste(woord, sorted(self.functies.soorten))

    def _op_plek(self) -> dict[tuple, list[str]]:
        """De ingangen op naam en adres: zo herkennen we een rij zonder id."""
        uit = defaultdict(list)
        for id_, (_, boom) in self.bestaand.items():
            uit[sleutel_van(boom)].append(id_)
        return uit

    def doe(self, tabel: list[list[object]]) -> Uitslag:
        koppen = vind_koppen(tabel, self.eigen_keuze)
        lezer = Rijlezer(koppen, self.functies, self.organisaties, self.keuzes.functie)
        gelezen = [
            (lezer.lees(nummer, cellen), cellen)
            for nummer, cellen in enumerate(tabel[koppen.begin :], koppen.begin + 1)
            if any(cel not in ("", None) for cel in cellen)
        ]
        rijen = [rij for rij, _ in gelezen] if koppen.eigen else verdeel(gelezen, self.gebieden)
        rijen = voeg_dagen_samen(voeg_plekken_samen([rij for rij in rijen if rij.velden or rij.id]))
        zet_rd_om(rijen)
        self.vind_adressen(rijen)
        self.gebieden.leg_punten(punt for rij in rijen if (punt := rij.punt()))
        uitkomsten = [self.verwerk(rij) for rij in rijen]
        _weiger_dubbele(uitkomsten)
        self.keur(uitkomsten)
        return Uitslag(uitkomsten, koppen, self.eigen_keuze)

    def vind_adressen(self, rijen: list[Rij]) -> None:
        """Punten en wijken uit de bewaarde adressen; met --zoek-adressen ook bij PDOK."""
        zoeker = Adreszoeker(self.map)
        for rij in rijen:
            adres = rij.adres("postcode"), rij.adres("huisnummer")
            geheim = rij.velden.get("locaties[0].adres_geheim") == "ja"
            if not all(adres) or rij.punt() or rij.id in self.bestaand or geheim:
                continue
            if self.keuzes.zoek_adressen or sleutel(*adres) in zoeker.lijst:
                self._zet_adres(rij, zoeker, adres)
        if zoeker.gevraagd:
            zoeker.bewaar()

    @staticmethod
    def _zet_adres(rij: Rij, zoeker: Adreszoeker, adres: tuple[str, str]) -> None:
        try:
            plek = zoeker.zoek(*adres)
        except NietGevonden as fout:
            rij.opmerkingen.append(f"het adres {' '.join(adres)} is niet precies gevonden: {fout}")
            return
        rij.vul("locaties[0].punt.lengte", plek.lengte)
        rij.vul("locaties[0].punt.breedte", plek.breedte)
        rij.wijkcode = rij.wijkcode or plek.wijk

    def verwerk(self, rij: Rij) -> Uitkomst:
        uit = Uitkomst(rij.nummer, rij.naam, rij.id, "geweigerd", redenen=rij.bezwaren, opmerkingen=rij.opmerkingen)
        if rij.bezwaren:
            return uit
        try:
            if oud := self.zoek(rij):
                uit.id = oud
            (self._wijzig if oud else self._maak)(rij, uit)
        except (KanNiet, PadFout, ValueError) as fout:
            uit.wat, uit.redenen = "geweigerd", [str(fout)]
        return uit

    def zoek(self, rij: Rij) -> str:
        """Het id van de ingang die deze rij al is, of leeg."""
        if rij.id:
            return rij.id if rij.id in self.bestaand else ""
        if bekend := self.op_bron.get(str(rij.velden.get("bron"))):
            return bekend
        plek = sleutel_van(_boom(rij))
        if plek in self.eerder:
            raise KanNiet(
                f"rij {self.eerder[plek]} heeft dezelfde naam en hetzelfde adres; geef een van de twee een andere naam"
            )
        self.eerder[plek] = rij.nummer
        gevonden = self.op_plek.get(plek) or gesloten_op_naam(rij.velden, plek, self.op_plek)
        if len(gevonden) > 1:
            raise KanNiet(f"dit past bij meer ingangen: {', '.join(gevonden[:5])}; zet in een kolom 'id' welke het is")
        return gevonden[0] if gevonden else ""

    def _wijzig(self, rij: Rij, uit: Uitkomst) -> None:
        pad, boom = self.bestaand[uit.id]
        eigen = bool(rij.id)
        velden = {
            p: w
            for p, w in rij.velden.items()
            if eigen or p not in ("samenvatting", "omschrijving") or p not in plat(boom)
        }
        wijzigingen = [
            (lees_pad(p), w)
            for p, w in sorted(velden.items(), key=lambda v: lees_pad(v[0])[:2] and volgorde_van(v[0]))
        ]
        nu = plat(boom)
        weg = [lees_pad(p) for p in rij.weg if p in nu]
        doel = gewenst(boom, [*zonder_gelijke(boom, wijzigingen), *((p, None) for p in reversed(weg))])
        if boom == doel:
            uit.wat = "gelijk"
            return
        wijzigingen = [((naam,), doel.get(naam)) for naam in {**boom, **doel}]
        oud, nieuw = plat(boom), plat(doel)
        uit.velden = sorted(p for p in oud.keys() | nieuw.keys() if oud.get(p) != nieuw.get(p))
        uit.ruw, uit.wat, uit.pad = self._herschreven(uit.id, pad, wijzigingen), "gewijzigd", pad

    def _herschreven(self, id_: str, pad: str, wijzigingen: list) -> bytes:
        """Het bestand met de wijzigingen; wat uit een set komt, krijgt een eigen bestand dat aanvult."""
        if aanvulling := self.uit_sets.get(id_):
            return aanvulling.merk + aanvulling.met(wijzigingen).encode()
        merk, tekst = lees_voor_wijziging(self.map, pad)
        return merk + bewerk(tekst, wijzigingen, VOORZIENING).encode()

    def _maak(self, rij: Rij, uit: Uitkomst) -> None:
        self._vul_aan(rij)
        soort = rij.soort or self.keuzes.soort or soort_van(rij, self.functies)
        if rij.bezwaren:
            return
        if rij.id and not is_id(rij.id):
            raise KanNiet(f"'{toonbaar(rij.id)}' kan geen id zijn; laat de cel leeg, dan maken wij er een van de naam")
        doel = _boom(rij)
        tekst = hele_tekst(doel, VOORZIENING)
        if snelle_boom(tekst) != doel:
            raise KanNiet("een van de waarden is niet als tekst te bewaren")
        uit.id = self.nieuw_id(rij)
        uit.pad, uit.ruw, uit.wat = f"sociale_kaart/{MAP_VAN[soort]}/{uit.id}.yaml", tekst.encode(), "nieuw"

    def _vul_aan(self, rij: Rij) -> None:
        """Wat de tabel niet zegt: van de opdracht, of uit het adres."""
        if not rij.velden.get("naam"):
            raise KanNiet("de naam ontbreekt")
        rij.vul("functies", [self.keuzes.functie] if self.keuzes.functie else [])
        keur_functies(rij, self.functies)
        rij.vul("toegang.hoe", self.keuzes.toegang)
        rij.vul("gecontroleerd.op", self.keuzes.op or self.peildatum.isoformat())
        rij.vul("gecontroleerd.door", self.keuzes.door)
        if any(p.startswith("locaties[0].adres.") for p in rij.velden) and not rij.adres("plaats"):
            rij.vul("locaties[0].adres.plaats", self._plaats(rij))
        rij.vul("werkgebied", self._werkgebied(rij) if "werkgebied" not in rij.velden else [])
        rij.vul("samenvatting", "" if rij.bezwaren else self._samenvatting(rij))

    def _plaats(self, rij: Rij) -> str:
        """Is er maar een gemeente, dan is haar naam de plaats die ontbreekt."""
        namen = {g.naam for g in self.gebieden.gemeenten if g.wijken}
        return namen.pop() if len(namen) == 1 else ""

    def _werkgebied(self, rij: Rij) -> list[str]:
        if codes := self.gebieden.genoemd(rij.werkgebied):
            return codes
        woorden = rij.wijkcode, rij.wijknaam, rij.werkgebied, rij.kop
        codes, bron = self.gebieden.zoek(rij.punt(), rij.adres("postcode"), *woorden)
        if codes or self.keuzes.werkgebied:
            return codes or [self.keuzes.werkgebied]
        codes = [g.code for g in self.gebieden.gemeenten if g.wijken]
        heel = f" {codes[0]}, voor de hele gemeente" if len(codes) == 1 else ""
        rij.bezwaren.append(
            f"we weten niet in welke wijk dit ligt: {bron}. Geef een kolom 'wijk', of --werkgebied{heel}"
        )
        return []

    def _samenvatting(self, rij: Rij) -> str:
        """Zonder tekst in de tabel: de functie en de plaats, meer weten we niet."""
        namen = {id_: naam for naam, id_ in self.functies.namen.items() if naam != id_}
        eerste = str(rij.velden["functies"][0])
        functie = namen.get(eerste, eerste).replace("-", " ")
        plaats = rij.adres("plaats")
        return f"{functie[:1].upper()}{functie[1:]}{f' in {plaats}' if plaats else ''}."[:160]

    def nieuw_id(self, rij: Rij) -> str:
        """Het id uit de naam; is dat bezet, dan met de plaats of een nummer erachter."""
        basis = rij.id or nette_naam(rij.naam)
        nummers = (f"{basis[:58]}-{n}" for n in range(2, 100_000))
        for kans in chain(
            [basis], () if rij.id else chain([nette_naam(f"{basis[:40]} {rij.adres('plaats')}")], nummers)
        ):
            if kans not in self.bezet:
                self.bezet.add(kans)
                return kans
        raise KanNiet(f"het id '{basis}' bestaat al")

    def keur(self, uitkomsten: list[Uitkomst]) -> None:
        """Kijk alles samen na met de eigen controle; een rij die een fout geeft valt af, en dan opnieuw."""
        voor = kijk_na(self.map, self.peildatum, voorraad=self.voorraad)
        for _ in range(MEESTE_RONDES):
            open_ = {u.pad: u for u in uitkomsten if u.ruw and u.wat != "geweigerd"}
            if not open_:
                return
            na = kijk_na(self.map, self.peildatum, {pad: u.ruw for pad, u in open_.items()}, self.voorraad)
            erbij = nieuwe_meldingen(voor, na)
            fouten = [m for m in erbij if m.soort == FOUT]
            if elders := [m for m in fouten if m.pad not in open_]:
                raise SocialeKaartFout(
                    f"de import geeft een fout in {elders[0].pad}: {elders[0].tekst}", elders[0].oplossing, 1
                )
            for m in fouten:
                open_[m.pad].redenen.append(f"{m.tekst} Zo lost u het op: {m.oplossing} ({m.code})")
                open_[m.pad].wat = "geweigerd"
            if not fouten:
                for m in erbij:
                    if m.pad in open_:
                        open_[m.pad].opmerkingen.append(f"{m.tekst} ({m.code})")
                return
        raise SocialeKaartFout(
            "de rijen verwijzen naar elkaar en blijven fouten geven.", "importeer eerst een deel van de rijen.", 1
        )


def _weiger_dubbele(uitkomsten: list[Uitkomst]) -> None:
    """Twee rijen voor hetzelfde bestand: de tweede valt af."""
    gezien: dict[str, int] = {}
    for u in uitkomsten:
        if u.wat not in ("nieuw", "gewijzigd"):
            continue
        if u.pad in gezien:
            u.wat, u.redenen = "geweigerd", [f"rij {gezien[u.pad]} gaat over dezelfde ingang"]
        gezien.setdefault(u.pad, u.rij)


def _boom(rij: Rij) -> dict:
    paden = sorted((p for p, w in rij.velden.items() if w not in ("", [])), key=volgorde_van)
    return gewenst({}, [(pad, rij.velden[p]) for p, pad in zip(paden, zonder_gaten(paden), strict=True)])
