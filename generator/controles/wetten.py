"""Is een wettekst langer dan een jaar geleden gelezen, dan moet iemand hem opnieuw lezen."""

from datetime import timedelta

from generator.controles.stand import Stand

PAD, HOUDBAAR = "sociale_kaart/wetten.yaml", timedelta(days=365)


def controleer_wetteksten(stand: Stand) -> None:
    """Waarschuw voor een wettekst die langer dan een jaar geleden is gelezen."""
    boek = stand.kennis.wetboek
    for nummer, wet in enumerate(boek.wetten if boek else ()):
        if stand.peildatum - wet.gelezen > HOUDBAAR:
            op = wet.gelezen.isoformat()
            stand.meld("SK770", PAD, f"wetten.{nummer}.gelezen", naam=wet.naam, op=op, adres=wet.adres)


def controleer_merken(stand: Stand) -> None:
    """Ook het merk van een wet op een functie blijft een jaar goed; een melding voor alle functies samen."""
    oud = [
        (functie, nummer, merk.gelezen)
        for functie in stand.gelezen.functies
        for nummer, merk in enumerate(functie.wetten_nu)
        if merk.gelezen and stand.peildatum - merk.gelezen > HOUDBAAR
    ]
    if oud:
        functie, nummer, op = min(oud, key=lambda deel: deel[2])
        veldpad, aantal = f"wetten_nu.{nummer}.gelezen", len({f.id for f, _, _ in oud})
        stand.meld("SK771", functie.pad, veldpad, naam=functie.naam, op=op.isoformat(), aantal=aantal)
