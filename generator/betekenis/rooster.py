"""Van tijden naar een rooster: vakanties en regio ingevuld, klaar om op elke dag te vragen wat er geldt.

Een rooster gaat als korte tekst naar de browser; `statisch/gemeen/rooster.js` leest die tekst en zegt op elke dag hetzelfde.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec import Struct

from generator.betekenis.kalender import feestdag, geldt, in_periode
from generator.model import Dagdeel, Dagtijd, Periode, Schoolvakanties, Tijden, Uitzondering, Vakantie

SCHOOLVAKANTIES, FEESTDAGEN = "schoolvakanties", "feestdagen"


class Seizoen(Struct, frozen=True):
    """Een blok tijden: een week, wanneer het geldt, en wanneer niet. `bekend_tot` is None zonder vakanties erin."""

    week: tuple[Dagtijd | None, ...]
    periode: Periode | None = None
    dicht: tuple[Vakantie, ...] = ()
    bekend_tot: date | None = None
    op_feestdagen_dicht: bool = False
    uitzonderingen: tuple[Uitzondering, ...] = ()
    toelichting: bool = False


class Dag(Struct, frozen=True):
    """Wat er op een dag geldt. `delen` is None als dat onbekend is, leeg als het dicht is.

    `onzeker` zegt waarom het niet vaststaat, `dicht_door` waarom het juist op deze datum dicht is, en `kapt_af` of die
    sluiting ook de nacht ervoor om 0.00 uur afkapt.
    """

    delen: tuple[Dagdeel, ...] | None
    onzeker: str = ""
    dicht_door: str = ""
    kapt_af: bool = False


class Rooster(Struct, frozen=True):
    seizoenen: tuple[Seizoen, ...]

    def op(self, dag: date) -> Dag:
        """Wat er op een dag geldt; de volgorde van de regels staat in de afspraken over tijden."""
        anders = [
            (u.eind - u.begin, i, u, s)
            for i, s in enumerate(self.seizoenen)
            for u in s.uitzonderingen
            if u.begin <= dag <= u.eind
        ]
        if anders:
            _, _, uitzondering, bron = min(anders, key=lambda keus: keus[:2])
            dicht = not uitzondering.tijden.delen
            return Dag(
                _delen_op(uitzondering.tijden, dag),
                "toelichting" if bron.toelichting else "",
                (uitzondering.tekst or "vandaag gesloten") if dicht else "",
                dicht,
            )
        seizoen = self._seizoen(dag)
        return _dag_in(seizoen, dag, self.dag_en_nacht) if seizoen else Dag((), dicht_door="buiten het seizoen")

    def _seizoen(self, dag: date) -> Seizoen | None:
        return next(
            (s for s in self.seizoenen if s.periode and in_periode(s.periode, dag)),
            next((s for s in self.seizoenen if s.periode is None), None),
        )

    @property
    def dag_en_nacht(self) -> bool:
        """Elke dag van 0 tot 24 uur, zonder uitzondering in het seizoen: dan is ook een feestdag zeker."""
        return (
            len(self.seizoenen) == 1
            and self.seizoenen[0].periode is None
            and all(dag is not None and dag.delen == (Dagdeel(0, 1440),) for dag in self.seizoenen[0].week)
        )


def _delen_op(dagtijd: Dagtijd, dag: date) -> tuple[Dagdeel, ...]:
    return tuple(deel for deel in dagtijd.delen if geldt(deel.wanneer, dag))


def _dag_in(seizoen: Seizoen, dag: date, dag_en_nacht: bool) -> Dag:
    dagtijd = seizoen.week[dag.weekday()]
    delen = None if dagtijd is None else _delen_op(dagtijd, dag)
    if seizoen.toelichting:
        return Dag(delen, "toelichting")
    if vakantie := next((v for v in seizoen.dicht if v.van <= dag <= v.tot), None):
        return Dag((), dicht_door=vakantie.naam, kapt_af=True)
    feest = feestdag(dag)
    if feest and seizoen.op_feestdagen_dicht:
        return Dag((), dicht_door=feest, kapt_af=True)
    if delen is None:
        return Dag(None, "ontbreekt")
    if delen and seizoen.bekend_tot and dag > seizoen.bekend_tot:
        return Dag(delen, "vakantie")
    return Dag(delen, feest if delen and feest and not dag_en_nacht else "")


def maak_rooster(tijden: Iterable[Tijden], vakanties: Schoolvakanties, regio: str | None) -> Rooster | None:
    """Het rooster van een kanaal in een schoolregio (noord, midden of zuid), of None als er geen tijden zijn."""
    seizoenen = tuple(_maak_seizoen(t, vakanties, regio) for t in tijden if heeft_tijden(t))
    return Rooster(seizoenen) if seizoenen else None


def heeft_tijden(tijden: Tijden) -> bool:
    return bool(tijden.toelichting or tijden.uitzonderingen or any(_week(tijden)))


def _week(t: Tijden) -> tuple[Dagtijd | None, ...]:
    return (t.ma, t.di, t.wo, t.do, t.vr, t.za, t.zo)


def _maak_seizoen(tijden: Tijden, vakanties: Schoolvakanties, regio: str | None) -> Seizoen:
    dicht: tuple[Vakantie, ...] = ()
    bekend_tot = None
    namen = set(tijden.niet_in) - {FEESTDAGEN}
    if namen:
        bekend_tot = (getattr(vakanties.bekend_tot, regio) if regio else None) or date.min
        dicht = tuple(
            sorted(
                (v for v in vakanties.vakanties if regio in v.regio and (SCHOOLVAKANTIES in namen or v.naam in namen)),
                key=lambda v: v.van,
            )
        )
    return Seizoen(
        _week(tijden),
        tijden.periode,
        dicht,
        bekend_tot,
        FEESTDAGEN in tijden.niet_in,
        tijden.uitzonderingen,
        bool(tijden.toelichting),
    )


def roostercode(rooster: Rooster) -> str:
    """Het rooster als korte tekst: seizoenen met een / ertussen, daarin zeven dagen en dan |-delen (zie rooster.js)."""
    return "/".join(map(_seizoencode, rooster.seizoenen))


def _seizoencode(seizoen: Seizoen) -> str:
    delen = [" ".join("?" if dag is None else _dagcode(dag) for dag in seizoen.week)]
    if seizoen.periode:
        delen.append(f"P{periodecode(seizoen.periode)}")
    delen += [f"V{_dagen(v.van, v.tot)}{v.naam}" for v in seizoen.dicht]
    if seizoen.bekend_tot:
        delen.append(f"K{seizoen.bekend_tot:%Y%m%d}" if seizoen.bekend_tot > date.min else "K00000000")
    delen += ["F"] if seizoen.op_feestdagen_dicht else []
    delen += [
        f"U{_dagen(u.begin, u.eind)}{_dagcode(u.tijden)}"
        + (f";{kaal(u.tekst)}" if u.tekst and not u.tijden.delen else "")
        for u in seizoen.uitzonderingen
    ]
    return "|".join(delen + (["T"] if seizoen.toelichting else []))


def periodecode(periode: Periode) -> str:
    """1 april tot en met 30 september als '0401-0930'."""
    (maand, dag), (maand2, dag2) = periode.van, periode.tot
    return f"{maand:02}{dag:02}-{maand2:02}{dag2:02}"


def _dagen(van: date, tot: date) -> str:
    return f"{van:%Y%m%d}-{tot:%Y%m%d}"


def kaal(tekst: str) -> str:
    """Een tekst zonder de tekens die in de code iets betekenen."""
    return tekst.translate(str.maketrans("|/~^;", "     ")).strip()


@lru_cache(maxsize=4096)  # duizenden ingangen hebben dezelfde paar dagen
def _dagcode(dag: Dagtijd) -> str:
    return ".".join(map(_deelcode, dag.delen)) or "-"


def _deelcode(deel: Dagdeel) -> str:
    w = deel.wanneer
    wanneer = (
        ""
        if w is None
        else f"{w.weken[0]}:"
        if w.weken
        else "w" + "".join("L" if n < 0 else str(n) for n in w.welke) + ":"
    )
    vak = "" if deel.van is None else f"{deel.van}-{deel.tot}"
    return f"{wanneer}{'a' if deel.afspraak else ''}{vak}"
