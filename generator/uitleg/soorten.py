"""Elke soort veld in woorden, met een waarde die niet mag, en zoals een editor haar kent (JSON Schema)."""

from typing import NamedTuple

from generator.schema.veld import Veld

_GETAL_OF_TEKST = ["string", "number"]
_VAK = r"\d{2}:\d{2} ?- ?\d{2}:\d{2}"
_RANG = "(eerste|tweede|derde|vierde|vijfde|laatste)"
_DEEL = rf"(({_RANG}( en {_RANG})*|even weken|oneven weken) )?({_VAK}|op afspraak( {_VAK})?)"


class Soort(NamedTuple):
    """`uitleg` is een zin (met {grens}); `fout` is een waarde die een melding geeft; `schema` is voor de editor."""

    uitleg: str
    fout: str
    schema: dict


SOORTEN: dict[str, Soort] = {
    "tekst": Soort(
        "Tekst op één regel, hoogstens {grens} tekens.", "Let op: alleen op dinsdag", {"type": _GETAL_OF_TEKST}
    ),
    "markdown": Soort(
        "Tekst van meer regels, hoogstens {grens} tekens. Vet, lijsten, kopjes, tabellen en links met https:// mogen.",
        '"Welkom <b>allemaal</b>"',
        {"type": "string"},
    ),
    "keuze": Soort("Een woord uit een vaste lijst.", "Anders", {"type": "string"}),
    "ja_nee": Soort("Ja of nee.", "yes", {"type": "string", "enum": ["ja", "nee"]}),
    "datum": Soort(
        "Een datum als jaar-maand-dag.",
        "1 november 2026",
        {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"},
    ),
    "stand": Soort(
        "Een jaar, een maand (jaar-maand) of een dag (jaar-maand-dag).",
        "najaar 2026",
        {"type": _GETAL_OF_TEKST, "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    ),
    "telefoon": Soort(
        "Een telefoonnummer, tussen aanhalingstekens. Groepjes en streepjes mogen.",
        '"0999-12 34"',
        {"type": _GETAL_OF_TEKST, "pattern": r"^\+?[\d ()./-]{3,24}$"},
    ),
    "email": Soort(
        "Een e-mailadres.", "info@samen", {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$"}
    ),
    "url": Soort(
        "Een webadres met https:// ervoor.",
        "www.samen.example",
        {"type": "string", "pattern": r"^https?://[^\s@]+$", "maxLength": 500},
    ),
    "sitepad": Soort(
        "Een pad op deze site, met een / voorop.",
        "https://elders.example/verstuur",
        {"type": "string", "pattern": r"^(/[A-Za-z0-9-]{1,40}){1,6}/?$"},
    ),
    "postcode": Soort(
        "Een postcode: vier cijfers en twee letters.",
        "0123 AB",
        {"type": "string", "pattern": r"^[1-9]\d{3} ?[A-Za-z]{2}$"},
    ),
    "huisnummer": Soort(
        "Een huisnummer met eventueel een letter of toevoeging.",
        "naast de kerk",
        {"type": _GETAL_OF_TEKST, "pattern": r"^[1-9]\d{0,4}([ -]?[A-Za-z0-9]{1,6}){0,2}$"},
    ),
    "dagtijd": Soort(
        'Delen met een komma ertussen, tussen aanhalingstekens: "09:00-12:00, op afspraak 13:00-17:00". Er mag \'eerste en '
        "derde', 'laatste', 'even weken' of 'oneven weken' voor staan. Na middernacht mag: \"22:00-02:00\". Dag en nacht is "
        '"00:00-24:00"; dicht is: gesloten. De dagen heten ma, di, wo, do, vr, za en zo.',
        "9.00 tot 12.30 uur",
        {"type": "string", "pattern": rf"^(gesloten|{_DEEL}(, ?{_DEEL})*)$"},
    ),
    "periode": Soort(
        "Een dag en maand, 'tot en met', en weer een dag en maand.",
        "van april tot oktober",
        {"type": "string", "pattern": r"^\d{1,2} [a-z]+ tot en met \d{1,2} [a-z]+$"},
    ),
    "taal": Soort(
        "De Nederlandse naam van een taal, of haar code (ISO 639).", "Dialect", {"type": "string", "minLength": 2}
    ),
    "lengte": Soort(
        "Graden naar het oosten, met een punt.", "52.251", {"type": "number", "minimum": 3.2, "maximum": 7.3}
    ),
    "breedte": Soort(
        "Graden naar het noorden, met een punt.", "6.155", {"type": "number", "minimum": 50.7, "maximum": 53.7}
    ),
    "aantal": Soort("Een heel getal van 1 tot en met {grens}.", "een half jaar", {"type": "integer", "minimum": 1}),
    "gebiedscode": Soort(
        "De CBS-code van een gemeente (GM), wijk (WK) of buurt (BU).",
        "Binnenstad",
        {"type": "string", "pattern": r"^(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}|RG[0-9A-Z]{2,8})$"},
    ),
    "id": Soort(
        "Een id: kleine letters, cijfers en streepjes.",
        "Geldloket Noord",
        {"type": _GETAL_OF_TEKST, "pattern": r"^[a-z0-9][a-z0-9-]{0,63}$"},
    ),
    "verwijzing": Soort(
        "Het id van iets dat al bestaat (de bestandsnaam zonder .yaml).",
        "Stichting Samen",
        {"type": _GETAL_OF_TEKST, "pattern": r"^[a-z0-9][a-z0-9-]{0,63}$"},
    ),
    "kleur": Soort(
        "Een kleur als # met zes cijfers of letters, tussen aanhalingstekens.",
        "blauw",
        {"type": "string", "pattern": r"^#[0-9a-fA-F]{6}$"},
    ),
    "uri": Soort(
        "Een URI: de naam van een ding in de vorm van een adres.",
        "een productnaam",
        {"type": "string", "pattern": r"^https?://[^\s<>\"]+$", "maxLength": 500},
    ),
    "productcode": Soort(
        "Een categorie van twee cijfers of een code van vijf tekens, tussen aanhalingstekens.",
        "Begeleiding",
        {"type": _GETAL_OF_TEKST, "pattern": r"^\d{2}([0-9A-Z]{3})?$"},
    ),
}


def in_woorden(veld: Veld) -> str:
    """Wat er in een veld mag staan, in een of twee zinnen."""
    if veld.soort == "groep":
        zin = (
            "Een groep velden, of een lijst van zulke groepen."
            if veld.een_of_meer
            else "Een lijst van groepen velden; elke groep begint met een streepje."
            if veld.lijst
            else "Een groep velden."
        )
    else:
        zin = SOORTEN[veld.soort].uitleg.format(grens=veld.grens)
        if veld.soort == "gebiedscode" and veld.verwijst:
            zin = zin[:-1] + ", of: landelijk."
        if veld.lijst:
            zin = f"Een lijst. Per waarde: {zin[0].lower()}{zin[1:]}"
    return f"{zin} Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else zin
