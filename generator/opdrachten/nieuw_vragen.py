"""De vragen van `nieuw` op een terminal: een voor een, met wat we zelf al kunnen bedenken als voorstel."""

from collections.abc import Iterable

from generator.betekenis.woorden import SOORTVRAAG
from generator.bewerken.nieuw import bezwaar_tegen, vind_plek
from generator.bewerken.rekenblad.cellen import CelFout, zet_om
from generator.bewerken.rekenblad.splitsen import kort_in, splits_adres, splits_tijden
from generator.bewerken.verschil import gewenst
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.lagen import bestanden_per_id
from generator.meldingen import SocialeKaartFout, Verslag
from generator.opdrachten.nieuw import MAP_VAN, functies
from generator.schema import VOORZIENING, Veld
from generator.voorraad import Voorraad

MEESTE_GEBIEDEN = 60
CONTACT = VOORZIENING.per_naam["contact"]


class Vragen:
    """Stelt de vragen die nog open staan. Leeg laten slaat over wat niet hoeft."""

    def __init__(self, opties, soort: str, boom: dict, vraag=input, zeg=print):
        self.opties, self.soort, self.boom, self.vraag, self.zeg = opties, soort, boom, vraag, zeg

    def stel(self) -> tuple[str, dict]:
        try:
            for stap in (
                self.naam,
                self.kies_soort,
                self.functie,
                self.toegang,
                self.adres,
                self.werkgebied,
                self.contact,
            ):
                stap()
        except EOFError:
            raise SocialeKaartFout(
                "de vragen zijn afgebroken; er is niets geschreven.",
                "begin opnieuw, of geef de antwoorden als argumenten.",
            ) from None
        return self.soort, self.boom

    def zet(self, *pad, waarde: object) -> None:
        if waarde:
            self.boom = gewenst(self.boom, [(pad, waarde)])

    def open(self, tekst: str, verplicht: bool = False, veld: Veld | None = None) -> str:
        """Een antwoord in eigen woorden; met een veld vragen we door tot het daarin past."""
        while True:
            antwoord = " ".join(self.vraag(f"{tekst}: ").split())
            if antwoord and (passend := self._passend(antwoord, veld)):
                return passend
            if not antwoord and not verplicht:
                return ""
            self.zeg("  Probeer het nog eens." if antwoord else "  Dit is nodig.")

    def _passend(self, antwoord: str, veld: Veld | None) -> str:
        """Het antwoord zoals het in het veld komt, of leeg als dat niet kan; dan is gezegd waarom."""
        if veld is None:
            return antwoord
        try:
            waarde = str(zet_om(antwoord, veld))
            reden = bezwaar_tegen(veld, waarde, self.opties.peildatum)
        except CelFout as fout:
            reden = str(fout)
        if reden:
            self.zeg(f"  {reden}")
        return "" if reden else waarde

    def kies(
        self, tekst: str, keuzes: list[tuple[str, str]], meer: bool = False, ook: Iterable[str] = ()
    ) -> list[str]:
        """Een keuze met een nummer, of meer met komma's ertussen; het id zelf mag ook, ook een uit `ook`."""
        mag = {*dict(keuzes), *ook}
        self.zeg(tekst)
        for nummer, (id_, uitleg) in enumerate(keuzes, 1):
            self.zeg(f"  {nummer}. {uitleg} ({id_})")
        while True:
            delen = [
                d.strip()
                for d in self.open("Nummer" + (" (meer mag, met een komma)" if meer else ""), True).split(",")
            ]
            uit = [keuzes[int(d) - 1][0] if d.isdecimal() and 0 < int(d) <= len(keuzes) else d for d in delen if d]
            if uit and (meer or len(uit) == 1) and mag.issuperset(uit):
                return uit
            self.zeg("  Kies een nummer uit de lijst" + (", of noem een id dat bestaat." if ook else "."))

    def naam(self) -> None:
        if "naam" not in self.boom:
            self.zet("naam", waarde=self.open("Hoe heet het", True, VOORZIENING.per_naam["naam"]))

    def kies_soort(self) -> None:
        if not self.soort:
            self.soort = self.kies("Wat is het?", list(SOORTVRAAG.items()))[0]
        assert self.soort in MAP_VAN

    def functie(self) -> None:
        """Vraag wat iemand er kan; daaruit komen de samenvatting en de functies."""
        if "functies" in self.boom and "samenvatting" in self.boom:
            return
        uitleg = self.opties.beschrijving or self.open("Wat kan iemand hier? Vertel het in uw eigen woorden", True)
        if "samenvatting" not in self.boom:
            self.zet("samenvatting", waarde=kort_in(uitleg))
            if len(uitleg) > VOORZIENING.per_naam["samenvatting"].grens:
                self.zet("omschrijving", waarde=uitleg)
        if "functies" not in self.boom:
            voorstel = functies(self.opties.map, self.opties.peildatum, uitleg)
            bekend = sorted(bestanden_per_id(self.opties.map, "functies"))
            self.zet("functies", waarde=self.kies("Welke functies passen?", voorstel, True, bekend))

    def toegang(self) -> None:
        if "toegang" not in self.boom:
            from generator.betekenis.woorden import TOEGANG

            keuzes = [(id_, weg.zin) for id_, weg in TOEGANG.items()]
            self.zet("toegang", "hoe", waarde=self.kies("Hoe komt iemand binnen?", keuzes)[0])

    def adres(self) -> None:
        if "locaties" in self.boom:
            return
        delen = splits_adres(self.open("Adres, zoals Kade 3, 9999 AA Ons Dorp (leeg: geen adres)"))
        if delen and "plaats" not in delen:
            delen["plaats"] = self.open("Plaats", True)
        self.zet("locaties", 0, "adres", waarde=delen)
        if delen and (tijden := self.open("Openingstijden, zoals ma t/m vr 9.00-17.00, za gesloten (leeg: onbekend)")):
            self.zet("locaties", 0, "openingstijden", waarde=splits_tijden(tijden) or {"toelichting": tijden})

    def werkgebied(self) -> None:
        self.boom = vind_plek(self.opties.map, self.boom, self.opties.peildatum)
        if "werkgebied" in self.boom:
            self.zeg(f"Werkgebied: {', '.join(self.boom['werkgebied'])}.")
            return
        gemeenten = lees_gebieden(self.opties.map, Verslag(), self.opties.peildatum, Voorraad(self.opties.map))
        keuzes = [(g.code, f"heel {g.naam}") for g in gemeenten] + [
            (w.code, f"{w.naam} in {g.naam}") for g in gemeenten for w in g.wijken
        ]
        getoond = [*keuzes[:MEESTE_GEBIEDEN], ("landelijk", "heel Nederland")]
        self.zet("werkgebied", waarde=self.kies("Voor welk gebied?", getoond, True, dict(keuzes)))

    def contact(self) -> None:
        for veld in CONTACT.velden:
            if (
                veld.soort in ("telefoon", "email", "url")
                and veld.naam != "chat"
                and veld.naam not in self.boom.get("contact", {})
            ):
                vraag = f"{veld.uitleg.rstrip('.')} (leeg: geen)"
                self.zet("contact", veld.naam, waarde=self.open(vraag, veld=veld))
