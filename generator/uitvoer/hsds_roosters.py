"""Tijden als roosters van HSDS: een RRULE per tijdvak, met wat die niet kan zeggen in `notes`."""

from functools import lru_cache

from generator.model import DAGEN, Tijden

_DAG = dict(zip(DAGEN, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))


def rrules(tijden: tuple[Tijden, ...]) -> list[dict[str, str]] | None:
    """Een regel per vak; None als er iets bij is dat zo niet te zeggen is: een seizoen, een uitzondering, even weken.

    `notes` zegt wat RRULE niet kan: 'op afspraak', 'niet in: feestdagen', en bij het eerste vak op welke dagen het
    gesloten is (een dag zonder vak kan ook onbekend zijn). `importeer` leest dat terug.
    """
    een = tijden[0]
    if len(tijden) != 1 or een.periode or een.uitzonderingen or een.toelichting:
        return None
    buiten = f"niet in: {', '.join(een.niet_in)}" if een.niet_in else ""
    noten = {False: buiten, True: "; ".join(filter(None, ("op afspraak", buiten)))}
    vakken: dict[tuple[str, str, str, str], list[str]] = {}
    for code in DAGEN:
        dag = getattr(een, code)
        for deel in dag.delen if dag else ():
            if deel.van is None or deel.tot is None or (deel.wanneer and deel.wanneer.weken):
                return None
            freq, keren = ("MONTHLY", deel.wanneer.welke) if deel.wanneer else ("WEEKLY", ("",))
            vak = vakken.setdefault((freq, _klok(deel.van), _klok(deel.tot), noten[deel.afspraak]), [])
            vak += [f"{keer}{_DAG[code]}" for keer in keren]
    regels = [
        {"freq": freq, "byday": ",".join(dagen), "opens_at": van, "closes_at": tot, "notes": noot}
        for (freq, van, tot, noot), dagen in sorted(vakken.items(), key=lambda vak: vak[0][1])
    ]
    dicht = [code for code in DAGEN if (dag := getattr(een, code)) and not dag.delen]
    for regel in regels[:1] if dicht else ():
        regel["notes"] = "; ".join(filter(None, (regel["notes"], f"gesloten: {', '.join(dicht)}")))
    return regels


@lru_cache(maxsize=4096)  # een etmaal heeft maar 1440 minuten
def _klok(minuten: int) -> str:
    return f"{minuten // 60 % 24:02}:{minuten % 60:02}"
