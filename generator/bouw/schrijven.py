"""Bestanden van de site schrijven: elk op een eigen plek onder de tijdelijke map, zo nodig met alle kernen tegelijk."""

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.bouw.hergebruik import Hergebruik
from generator.bouw.nazicht import Nazicht, Vondsten
from generator.bouw.schil import Schillen
from generator.bouw.stempelen import Stempel
from generator.bouw.telling import Telling, tel
from generator.browser import gegevenssoorten
from generator.elders import Elders
from generator.kernen import Ploeg, Taak, aantal_kernen, kan_verdelen
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Catalogus
from generator.paginas import Pagina, alle_paginas
from generator.uitvoer import Inhoud, Soort, tekst_van, uitvoersoorten
from generator.uitvoer.stukken import Delen, Stukken
from generator.voorraad import Voorraad

_ONVEILIG = re.compile(r"(^|/)\.\.?(/|$)|^/|\\|:|[\x00-\x1f]")
VANAF = 300  # pagina's om te maken; daaronder kost een kopie van het proces meer dan zij oplevert
VEEL = 1000  # voorzieningen; dan lonen de gegevens alleen al, ook als elke pagina gelijk bleef
VANAF_ELDERS = 2000  # pagina's; een nieuw proces start Python en krijgt de catalogus, en dat duurt een seconde
PER_TAAK = 20
Geschreven = tuple[str, str, Delen | None, Telling | None]  # pad, som, waar stukken staan, wat er geteld is
OVERGENOMEN, GOED, MET_SCHIL, FOUT = range(4)  # hoe een pagina er kwam, en wat het nazicht ervan vond
Gemaakt = tuple[int, str, Vondsten, str]  # hoe, som, vondsten, sleutel in de voorraad


class Schrijver:
    """Schrijft onder een tijdelijke map en weigert elk pad dat daarbuiten kan komen of al bestaat."""

    def __init__(self, map_: Path):
        self.map, self._mappen = map_, {""}
        self.bestanden: set[str] = set()
        self.sommen: dict[str, str] = {}
        self.geteld: dict[str, Telling] = {}

    def schrijf(self, pad: str, inhoud: str | bytes) -> None:
        self.boek(pad, self.zet(pad, inhoud))

    def zet(self, pad: str, inhoud: str | bytes) -> str:
        """Schrijf een bestand en geef zijn som; `boek` telt het mee, ook als een kopie van dit proces het schreef."""
        if _ONVEILIG.search(pad) or not pad:
            raise SocialeKaartFout(
                f"het pad '{pad}' is niet veilig om te schrijven.", "meld dit als fout in het programma.", 3
            )
        ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
        self._maak_map(pad.rpartition("/")[0])
        try:
            with open(f"{self.map}/{pad}", "xb") as stroom:
                stroom.write(ruw)
        except FileExistsError:
            raise SocialeKaartFout(
                f"twee pagina's willen op hetzelfde adres staan: {pad}.", "geef een van de twee een andere naam.", 1
            ) from None
        return sha256(ruw).hexdigest()

    def boek(self, pad: str, som: str, geteld: Telling | None = None) -> None:
        self.bestanden.add(pad)
        self.sommen[pad] = som
        if geteld:
            self.geteld[pad] = geteld

    def koppel(self, pad: str, bron: str, som: str) -> str:
        """Hetzelfde bestand op een tweede plek, zonder de bytes te kopieren; een OSError als de schijf dat niet kan."""
        self._maak_map(pad.rpartition("/")[0])
        os.link(bron, f"{self.map}/{pad}", follow_symlinks=False)
        self.bestanden.add(pad)
        self.sommen[pad] = som
        return f"{self.map}/{pad}"

    def ontkoppel(self, pad: str) -> None:
        os.unlink(f"{self.map}/{pad}")
        self.bestanden.discard(pad)

    def adressen(self) -> list[str]:
        """Wat er staat, zoals een bezoeker het opvraagt: een pagina zonder 'index.html'."""
        return [pad.removesuffix("index.html") for pad in self.bestanden]

    def _maak_map(self, pad: str) -> None:
        if pad not in self._mappen:
            self._maak_map(pad.rpartition("/")[0])
            with contextlib.suppress(FileExistsError):  # een kopie van dit proces was eerder
                os.mkdir(f"{self.map}/{pad}")
            self._mappen.add(pad)


class Maker:
    """Maakt pagina's en kijkt ze na, op welke kern ook: wat zij teruggeeft zijn alleen gegevens."""

    def __init__(self, stempel: Stempel, schrijver: Schrijver, nazicht: Nazicht, hergebruik: Hergebruik):
        self.stempel, self.schrijver, self.nazicht, self.hergebruik = stempel, schrijver, nazicht, hergebruik

    def maak(self, pagina: Pagina, sleutel: str = "") -> Gemaakt:
        html, nieuw, stukken = self.stempel.maak(pagina)
        goed = self.nazicht.bekijk(pagina.pad, nieuw, stukken)
        som = self.schrijver.zet(bestand_van(pagina), html)
        hoe = FOUT if not goed else MET_SCHIL if nieuw is html else GOED
        return hoe, som, self.nazicht.vondsten(pagina.pad), sleutel

    def neem_of_maak(self, pagina: Pagina) -> Gemaakt:
        """De pagina van de vorige site als die nog goed is, en anders een nieuwe."""
        sleutel, bestand = self.hergebruik.sleutel(pagina), bestand_van(pagina)
        over = self.hergebruik.zet_over(sleutel, bestand, self.schrijver.koppel, self.schrijver.ontkoppel)
        return (OVERGENOMEN, *over, sleutel) if over else self.maak(pagina, sleutel)

    def verhuisdoos(self) -> tuple:
        """Wat `maker_elders` nodig heeft, om met pickle over te brengen."""
        stempel = self.stempel
        return (
            stempel.catalogus,
            stempel.schillen,
            stempel.gezien,
            self.schrijver.map,
            self.nazicht.ontvanger,
            self.hergebruik.algemeen,
        )

    def doe_rij(self, paginas: Sequence[Pagina]) -> list[Gemaakt]:
        return [self.neem_of_maak(pagina) for pagina in paginas]


class Gegevensmaker:
    """Schrijft gegevens, op welke kern ook; wat gelijk bleef komt uit de vorige site."""

    def __init__(self, schrijver: Schrijver, hergebruik: Hergebruik):
        self.schrijver, self.hergebruik = schrijver, hergebruik

    def schrijf_rij(self, maak: Soort) -> list[Geschreven]:
        """Schrijf wat `maak` geeft."""
        return [self.schrijf_bestand(pad, inhoud) for pad, inhoud in maak()]

    def schrijf_bestand(self, pad: str, inhoud: Inhoud) -> Geschreven:
        delen = None
        if isinstance(inhoud, Stukken):
            inhoud, delen = inhoud.samen(*self.hergebruik.stukken_van(pad))
        tekst = tekst_van(inhoud)
        ruw = tekst.encode() if isinstance(tekst, str) else tekst
        return pad, self.schrijver.zet(pad, ruw), delen, tel(pad, ruw)


def bestand_van(pagina: Pagina) -> str:
    return pagina.pad if pagina.pad.endswith(".html") else f"{pagina.pad}index.html"


def eerste_per_lijst(paginas: Sequence[Pagina]) -> list[Pagina]:
    """Per diepte en per blad de eerste pagina: bij haar wordt ook wat om de inhoud heen staat nagekeken."""
    eerste: dict[int | str, Pagina] = {}
    for pagina in paginas:
        eerste.setdefault(pagina.blad or pagina.diepte, pagina)
    return list(eerste.values())


def begin_gegevens(
    catalogus: Catalogus, erbij: Soort, schrijver: Schrijver, hergebruik: Hergebruik, ploeg: Ploeg, kernen: int
) -> None:
    """Laat de open data, de gegevens voor de browser en wat erbij komt vast maken: van pagina's hangen zij niet af."""
    soorten = [erbij, *uitvoersoorten(catalogus), *gegevenssoorten(catalogus)]
    veel = len(catalogus.voorzieningen) >= VEEL
    mee = Gegevensmaker(schrijver, hergebruik)
    ploeg.begin([partial(mee.schrijf_rij, soort) for soort in soorten], hoeveel(kernen, veel))


def hoeveel(kernen: int, loont: bool) -> int:
    """Het aantal processen: wat gevraagd is, of bij 0 elke kern als dat loont."""
    return kernen or (aantal_kernen() if loont else 1)


def schrijf_inhoud(
    catalogus: Catalogus,
    schrijver: Schrijver,
    nazicht: Nazicht,
    hergebruik: Hergebruik,
    stempel: Stempel,
    ploeg: Ploeg,
    kernen: int,
) -> list[Pagina]:
    """Schrijf elke gestempelde pagina, kijk haar na, en tel mee wat `begin_gegevens` schrijft; geeft alle pagina's.

    Met `kernen` 0 kiest de bouw zelf hoeveel kernen meedoen. Hoeveel het er ook zijn: de bestanden en de meldingen zijn gelijk.
    """
    paginas = list(alle_paginas(catalogus))
    eerste = eerste_per_lijst(paginas)
    al_gedaan = {pagina.pad for pagina in eerste}
    rest = [pagina for pagina in paginas if pagina.pad not in al_gedaan]
    zelf = Maker(stempel, schrijver, nazicht, hergebruik)
    neem_op(eerste, list(map(zelf.maak, eerste)), schrijver, nazicht, hergebruik)
    mee = Maker(stempel, schrijver, nazicht.kopie(), hergebruik)
    # Achterstevoren: de duizenden ingangen komen dan het laatst, en wie klaar is neemt daar nog een paar van.
    rijen = [rest[begin : begin + PER_TAAK] for begin in range(0, len(rest), PER_TAAK)][::-1]
    groot = len(catalogus.voorzieningen) >= VEEL or (len(rest) >= VANAF and not hergebruik.kan)
    gegevens, gestempeld = maak_samen(mee, rijen, ploeg, hoeveel(kernen, groot))
    for pad, som, delen, geteld in chain.from_iterable(gegevens):
        schrijver.boek(pad, som, geteld)
        hergebruik.onthoud_stukken(pad, som, delen)
    gemaakt = list(chain.from_iterable(reversed(gestempeld)))
    neem_op(rest, gemaakt, schrijver, nazicht, hergebruik)
    if any(hoe == FOUT for hoe, *_ in gemaakt):
        nieuw = [pagina for pagina, (hoe, *_) in zip(rest, gemaakt, strict=True) if hoe != OVERGENOMEN]
        kijk_op_volgorde(nieuw, nazicht, stempel)
    return paginas


def maak_samen(mee: Maker, rijen: Sequence[Sequence[Pagina]], ploeg: Ploeg, kernen: int) -> tuple[list, list]:
    """Wat de gegevens gaven en wat elke rij pagina's gaf, met kopieen van dit proces of met nieuwe processen."""
    if kan_verdelen(kernen) or kernen == 1 or mee.hergebruik.kan or len(rijen) * PER_TAAK < VANAF_ELDERS:
        taken: list[Taak] = [partial(mee.doe_rij, rij) for rij in rijen]
        ploeg.begin(taken, kernen)
        gegevens, gestempeld = ploeg.maak_af()
        return gegevens, gestempeld
    paden = [tuple(pagina.pad for pagina in rij) for rij in rijen]
    with Elders(maker_elders, mee.verhuisdoos(), paden, kernen - 1) as elders:
        (gegevens,) = ploeg.maak_af()
        return gegevens, elders.maak_af(op_pad(mee, chain.from_iterable(rijen)), paden)


def maker_elders(
    catalogus: Catalogus, schillen: Schillen, gezien: set, werk: Path, ontvanger: str | None, algemeen: str
):
    """In een nieuw proces: wat daar een rij paden maakt."""
    stempel = Stempel(catalogus, schillen)
    stempel.gezien = gezien
    nazicht = Nazicht(Verslag(), catalogus.instellingen.adres, ontvanger)
    hergebruik = Hergebruik(werk, Voorraad(werk, aan=False), algemeen)
    return op_pad(Maker(stempel, Schrijver(werk), nazicht, hergebruik), alle_paginas(catalogus))


def op_pad(maker: Maker, paginas: Iterable[Pagina]) -> Callable[..., list[Gemaakt]]:
    """Een functie die van een rij paden de pagina's maakt."""
    bekend = {pagina.pad: pagina for pagina in paginas}
    return lambda *paden: maker.doe_rij([bekend[pad] for pad in paden])


def neem_op(
    paginas: Sequence[Pagina],
    gemaakt: Sequence[Gemaakt],
    schrijver: Schrijver,
    nazicht: Nazicht,
    hergebruik: Hergebruik,
) -> None:
    """Tel gemaakte pagina's mee, en onthoud van wie goed is wat een volgende bouw nodig heeft."""
    for pagina, (hoe, som, vondsten, sleutel) in zip(paginas, gemaakt, strict=True):
        schrijver.boek(bestand_van(pagina), som)
        nazicht.neem_over(pagina.pad, vondsten)
        if hoe == OVERGENOMEN:
            hergebruik.houd(sleutel)
        elif hoe == GOED:  # een pagina met de schil erbij telt elke keer mee
            hergebruik.onthoud(sleutel, som, vondsten)


def kijk_op_volgorde(paginas: Sequence[Pagina], nazicht: Nazicht, stempel: Stempel) -> None:
    """Er is iets te melden: kijk op volgorde na, dan noemt elke melding dezelfde pagina bij elk aantal kernen."""
    for pagina in paginas:
        nazicht.neem_over(pagina.pad, (set(), set(), set()))
        _, nieuw, stukken = stempel.maak(pagina)
        nazicht.bekijk(pagina.pad, nieuw, stukken)
