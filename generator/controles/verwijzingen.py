"""Bestaat alles waarnaar verwezen wordt, en loopt niets in een kring?"""

from generator.controles.stand import Stand


def _bekende_gebieden(stand: Stand) -> set[str]:
    codes = {"landelijk"}
    for gemeente in stand.gemeenten:
        codes.add(gemeente.code)
        codes.update(gebied.code for gebied in (*gemeente.wijken, *gemeente.buurten))
    return codes


def _onzeker_gebied(stand: Stand):
    """Of een code misschien in een map staat die niet te lezen was; dan is 'bestaat niet' te vroeg."""
    kapot = stand.kapotte_gebieden
    heel = {g.code[2:6] for g in stand.gemeenten if "/".join(g.pad.split("/")[:2]) not in kapot}
    return lambda code: bool(kapot) and code[2:6] not in heel


def controleer_verwijzingen(stand: Stand) -> None:
    """Elke verwijzing uit sociale_kaart/ (functie, organisatie, thema, gebied, voorziening) moet bestaan."""
    bekend = {**stand.gelezen.bekend, "gebied": _bekende_gebieden(stand)}
    onzeker = _onzeker_gebied(stand)
    for pad, verwijzingen in stand.gelezen.verwijzingen.items():
        for soort, id_, regel, kolom in verwijzingen:
            if id_ in bekend[soort] or soort in stand.gelezen.onzeker or (soort == "gebied" and onzeker(id_)):
                continue
            stand.verslag.meld(
                "SK305", pad, (regel, kolom), soort=soort, id=id_, voorstel=stand.voorstel(soort, id_, bekend[soort])
            )


def _gemeentebestand(pad: str) -> str:
    return pad if pad.endswith(".yaml") else f"{pad}/gemeente.yaml"


def controleer_gemeentebestanden(stand: Stand) -> None:
    """Het toegangspunt, de essentiele functies, de gemeenten van een regio en de teams van eigen gebieden moeten
    bestaan.
    """
    bekend = {**stand.gelezen.bekend, "gemeente": {g.code for g in stand.gemeenten}}
    for gemeente in stand.gemeenten:
        pad = _gemeentebestand(gemeente.pad)
        wensen = [(pad, "voorziening", gemeente.toegangspunt, "toegangspunt")] if gemeente.toegangspunt else []
        wensen += [(pad, "functie", id_, f"essentieel.{nummer}") for nummer, id_ in enumerate(gemeente.essentieel)]
        wensen += [
            (pad, "gemeente", code, f"gemeenten.{nummer}")
            for nummer, code in enumerate(gemeente.gemeenten)
            if not stand.kapotte_gebieden
        ]
        indeling = f"{pad.rpartition('/')[0]}/indeling.yaml"
        wensen += [
            (indeling, "voorziening", deel.team, f"gebieden.{nummer}.team")
            for nummer, deel in enumerate(gemeente.indeling)
            if deel.team
        ]
        for bestand, soort, id_, veldpad in wensen:
            if id_ not in bekend[soort] and soort not in stand.gelezen.onzeker:
                stand.meld(
                    "SK305", bestand, veldpad, soort=soort, id=id_, voorstel=stand.voorstel(soort, id_, bekend[soort])
                )


def controleer_begin(stand: Stand) -> None:
    """Elke deur waar een levensgebied mee begint is een voorziening of een functie die bestaat."""
    if stand.gelezen.onzeker & {"voorziening", "functie"}:
        return
    bekend = stand.gelezen.bekend["voorziening"] | stand.gelezen.bekend["functie"]
    for nummer, thema in enumerate(stand.gelezen.themas):
        for plek, id_ in enumerate(thema.begin):
            if id_ not in bekend:
                stand.meld(
                    "SK305",
                    "sociale_kaart/themas.yaml",
                    f"themas.{nummer}.begin.{plek}",
                    soort="voorziening of functie",
                    id=id_,
                    voorstel=stand.voorstel("deur", id_, bekend),
                )


def controleer_instelling(stand: Stand) -> None:
    """De gemeente in mkdocs.yml moet een map onder gebieden/ hebben."""
    code = stand.instellingen.gemeente
    bekend = {gemeente.code for gemeente in stand.gemeenten}
    if code and code not in bekend and not stand.kapotte_gebieden:
        stand.meld(
            "SK305",
            "mkdocs.yml",
            "extra.sociale_kaart.gemeente",
            soort="gemeente",
            id=code,
            voorstel=stand.voorstel("gemeente", code, bekend),
        )


def kringen(naar: dict[str, str]) -> list[list[str]]:
    """De kringen in een tabel waarin elk id naar hoogstens een ander wijst; elk begint bij het kleinste id."""
    klaar: set[str] = set()
    uit = []
    for begin in sorted(naar):
        pad: list[str] = []
        gezien: dict[str, int] = {}
        id_ = begin
        while id_ in naar and id_ not in klaar and id_ not in gezien:
            gezien[id_] = len(pad)
            pad.append(id_)
            id_ = naar[id_]
        if id_ in gezien:
            kring = pad[gezien[id_] :]
            eerste = kring.index(min(kring))
            uit.append([*kring[eerste:], *kring[:eerste]])
        klaar.update(pad)
    return uit


def controleer_kringen(stand: Stand) -> None:
    """Niets hoort, ook niet via een omweg, bij zichzelf, en niets volgt via een omweg zichzelf op."""
    for veld in ("hoort_bij", "opvolger"):
        wijzers = {v.id: v for v in stand.gelezen.voorzieningen if getattr(v, veld)}
        for kring in kringen({id_: getattr(v, veld) for id_, v in wijzers.items()}):
            tekst = " -> ".join([*kring, kring[0]])
            for id_ in kring:
                stand.meld("SK306", wijzers[id_].pad, veld, veld=veld, kring=tekst)
