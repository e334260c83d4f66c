"""JSON zonder witruimte, voor de open data en voor de browser. orjson is tien keer zo snel als de
standaardbibliotheek.
"""

import orjson


def als_json(waarde: object) -> str:
    """Een waarde als JSON op een regel, met letters zoals zij zijn; sleutels zijn tekst. Een TypeError als het geen
    JSON kan zijn.
    """
    return orjson.dumps(waarde).decode()


def als_kale_bytes(waarde: object) -> bytes:
    """Als `als_json`, in UTF-8: een stuk van een bestand."""
    return orjson.dumps(waarde)


def als_bestand(waarde: object) -> bytes:
    """Een heel bestand met JSON: een regel in UTF-8. Tekst maken van tientallen MB en weer bytes kost meer dan de JSON."""
    return orjson.dumps(waarde, option=orjson.OPT_APPEND_NEWLINE)


def gevuld(velden: dict) -> dict:
    """Dezelfde velden zonder de lege."""
    return {naam: waarde for naam, waarde in velden.items() if waarde}
