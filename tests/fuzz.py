"""Miljoenen kapotte bestanden voor elke lezer: alleen meldingen, op regels die er zijn, en nooit een andere fout.

Elke invoer volgt uit het zaad en haar nummer, dus een vondst is met die twee getallen over te doen. Een oneven zaad
beschadigt met `verander`, een even zaad met `verhaspel`:
`python3 kaart.py test --fuzz 100000 --zaad 7`.
"""

import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.bewerken.melding import lees_meldingtekst
from generator.bewerken.rekenblad.lezen import lees_csv
from generator.lezen import tabellen
from generator.lezen.bestanden import controleer_tekens, ontcijfer
from generator.lezen.geojson import lees_kenmerken, lees_water
from generator.lezen.geschreven import lees_pagina
from generator.lezen.instellingen import lees_instellingen
from generator.lezen.kerncijfers import lees_kerncijfers
from generator.lezen.lagen import Laag, Lagen
from generator.lezen.markdown import veilige_html
from generator.lezen.nazien import lees_nazien
from generator.lezen.ondergrond import lees_ondergrond
from generator.lezen.upl import UPL, lees_upl
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import SocialeKaartFout, Verslag
from generator.ontvangen.bericht import lees_bericht
from generator.schema import VOORZIENING

GOED = Path(__file__).parent / "gevallen/_goed"
DAG = date(2026, 11, 22)
GRENS = 256 * 1024  # wat groter is, komt bij geen enkele lezer van tekst binnen
STUKKEN = [
    *"\n\t\r\0\"'[]{}()<>|:;,.&*!?%@`#~^=+-_\\/$",
    *("  ", "- ", ": ", " #", "---\n", "...\n", "<<: ", "&a ", "*a", "!!int ", "? ", "|2\n", ">-\n", "%YAML 1.2\n"),
    *(
        "\u00a0",
        "\u2003",
        "\u3164",
        "\u202e",
        "\ufeff",
        "\u200b",
        "\U000e0041",
        "\u0430",
        "\u0301",
        "\ud83d\ude00",
        "é",
    ),
    *("null", "NaN", "1e400", "1e20", "-0", "9" * 400, "0x1F", "2026-02-30", "9999-12-31", "24:00", "25:61", "true"),
    *("<b>", "<script>", "[x](", "](javascript:a)", "[x]: //a", "![](", "```", "~~~", "|---|", "    ", "> " * 9, "# "),
    *('{"type":', '"features":[', '"code":', '"geometry":null', "[[", "]]", ",,", '""', "naam: ", "code,naam\n"),
    *("onder = boven", ' id="inhoud"', "@@inhoud@@", ";=1+1", "\\u202e", "&#106;", "version https://git-lfs"),
]


def verander(kans: random.Random, goed: str) -> bytes:
    """Een goed bestand met een tot acht beschadigingen."""
    tekst = goed
    for _ in range(kans.choice((1, 1, 2, 3, 8))):
        plaats, tot = sorted(kans.randrange(len(tekst) + 1) for _ in range(2))
        tot = min(tot, plaats + kans.choice((0, 0, 1, 5, 40, 400)))
        stuk = kans.choice(STUKKEN) * kans.choice((1, 1, 1, 2, 9, 300))
        stuk = kans.choice((stuk, stuk, "", tekst[plaats:tot] * 2, tekst[kans.randrange(len(tekst) + 1) :][:60]))
        tekst = tekst[:plaats] + stuk + tekst[tot:]
    ruw = tekst.encode("utf-8", "surrogatepass")
    if kans.random() < 0.1 and ruw:
        plaats = kans.randrange(len(ruw))
        ruw = ruw[:plaats] + bytes([kans.randrange(256)]) + ruw[plaats + 1 :]
    return ruw


def verhaspel(kans: random.Random, goed: str) -> bytes:
    """Een goed bestand dat een ander gereedschap kapot zou maken: regels, woorden en bytes door elkaar, en nesten."""
    regels = goed.splitlines(keepends=True)
    for _ in range(kans.choice((1, 2, 4))):
        kans.choice(VERHASPELINGEN)(kans, regels)
    ruw = bytearray("".join(regels).encode("utf-8", "surrogatepass"))
    for _ in range(kans.choice((0, 0, 0, 1, 2, 16)) if ruw else 0):
        ruw[kans.randrange(len(ruw))] ^= 1 << kans.randrange(8)
    einde = kans.randrange(len(ruw) + 1) if kans.random() < 0.1 else len(ruw)
    return bytes(ruw[: min(einde, GRENS)])


def _wissel_regels(kans: random.Random, regels: list[str]) -> None:
    a, b = (kans.randrange(len(regels)) for _ in range(2))
    regels[a], regels[b] = regels[b], regels[a]


def _ander_woord(kans: random.Random, regels: list[str]) -> None:
    """Een woord of getal uit het bestand krijgt de plaats van een ander."""
    plek, delen = kans.randrange(len(regels)), re.findall(r"\w+|\W+", "".join(regels))
    stukken = re.findall(r"\w+|\W+", regels[plek]) or [""]
    stukken[kans.randrange(len(stukken))] = kans.choice(delen or [""])
    regels[plek] = "".join(stukken)


def _vreemd_teken(kans: random.Random, regels: list[str]) -> None:
    """Een willekeurig teken uit heel Unicode, ook een half surrogaat."""
    plek = kans.randrange(len(regels))
    plaats = kans.randrange(len(regels[plek]) + 1)
    teken = chr(kans.choice((kans.randrange(0x300), kans.randrange(0x10000), kans.randrange(0x110000))))
    regels[plek] = regels[plek][:plaats] + teken * kans.choice((1, 1, 3, 500)) + regels[plek][plaats:]


def _spring_in(kans: random.Random, regels: list[str]) -> None:
    plek = kans.randrange(len(regels))
    for nummer in range(plek, min(len(regels), plek + kans.choice((1, 3, 99)))):
        regels[nummer] = kans.choice(("  ", " ", "\t", "- ", "> ", "    - ")) + regels[nummer]


def _nest(kans: random.Random, regels: list[str]) -> None:
    """Een regel veel keer in zichzelf: haakjes, sleutels of lijsten."""
    open_, dicht = kans.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ('{"a":', "}"), ("*", "*"), ("**[", "](x)**")))
    maal, plek = kans.choice((2, 30, 300, 3000)), kans.randrange(len(regels))
    regels[plek] = open_ * maal + regels[plek].rstrip("\n") + dicht * maal + "\n"


def _ander_soort(kans: random.Random, regels: list[str]) -> None:
    """Een stuk uit een voorbeeld van een andere lezer."""
    ander = kans.choice(kans.choice(list(VOORBEELDEN.values()))).splitlines(keepends=True)
    begin = kans.randrange(len(ander))
    plek = kans.randrange(len(regels) + 1)
    regels[plek:plek] = ander[begin : begin + kans.choice((1, 3, 50))]


def _herhaal(kans: random.Random, regels: list[str]) -> None:
    plek = kans.randrange(len(regels))
    regels[plek:plek] = [regels[plek]] * kans.choice((1, 2, 40, 2000))


def _ander_getal(kans: random.Random, regels: list[str]) -> None:
    """Elk getal op een regel wordt een ander, ook een dat geen computer kent."""
    getallen = (
        "0",
        "-1",
        "00",
        "1e999",
        "-0.0",
        "NaN",
        "9" * 30,
        "2147483648",
        "1.5",
        "\u0661\u0662",
        "0b1",
        "1_0",
        "²",
    )
    plek = kans.randrange(len(regels))
    regels[plek] = re.sub(r"\d+", lambda _: kans.choice(getallen), regels[plek])


VERHASPELINGEN = (
    _wissel_regels,
    _ander_woord,
    _vreemd_teken,
    _spring_in,
    _nest,
    _ander_soort,
    _herhaal,
    _ander_getal,
)


def ingang(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    tekst = ontcijfer(ruw, "p.yaml", verslag)
    if tekst is not None and controleer_tekens(tekst, "p.yaml", verslag):
        boom = lees_yaml(tekst, "p.yaml", verslag)
        if boom is not None:
            lezing = Lezing(verslag, "p.yaml", DAG, VOORZIENING)
            lees_groep(boom, VOORZIENING, lezing, id="p", soort="wijkfunctie", pad="p.yaml")


def opmaak(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    veilige_html(ruw.decode("utf-8", "replace"))


def pagina(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    (plek / "p.md").write_bytes(ruw)
    lees_pagina(plek / "p.md", "inhoud/p.md", verslag)


def wijken(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    lees_kenmerken(ruw, "wijken.geojson", verslag, "wijk", "GM9999")


def water(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    lees_water(ruw, "water.geojson", verslag)


def tabel(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    (plek / "t.csv").write_bytes(ruw)
    codes = {"WK999901": "Noord", "WK999902": "Zuid", "GM9999": "Proefstad"}
    tabellen.lees_wijken_csv(plek / "t.csv", "t.csv", verslag, "GM9999")
    tabellen.lees_postcodes(plek / "t.csv", "t.csv", verslag, codes)
    tabellen.lees_tegels(plek / "t.csv", "t.csv", verslag, codes)
    lees_kerncijfers(plek / "t.csv", "t.csv", verslag, codes, ["inwoners"], DAG)


def instellingen(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    (plek / "mkdocs.yml").write_bytes(ruw)
    lees_instellingen(plek, verslag, DAG)


def melding(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    lees_meldingtekst(ruw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"), "melding.md", verslag)


def rekenblad(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    lees_csv(ruw, "t.csv")


def ontvanger(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    delen = ruw.decode("utf-8", "replace").split("=", 3)
    lees_bericht(dict(zip(("melding", "toelichting", "antwoord_naar", "id"), delen, strict=False)), DAG)


def ondergrond(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    lees_ondergrond(ruw, "ondergrond.geojson", verslag)


def nazien(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    (plek / "nazien.md").write_bytes(ruw)
    lees_nazien(plek, verslag, DAG)


def productnamen(ruw: bytes, verslag: Verslag, plek: Path) -> None:
    (plek / UPL).write_bytes(ruw)
    lees_upl(Lagen((), Laag("", plek, "sociale_kaart")), verslag)


LEZERS: tuple[Callable[[bytes, Verslag, Path], None], ...] = (
    ingang,
    opmaak,
    pagina,
    wijken,
    water,
    tabel,
    instellingen,
    melding,
    rekenblad,
    ontvanger,
    ondergrond,
    nazien,
    productnamen,
)
VOORBEELDEN = {
    "ingang": [p.read_text(encoding="utf-8") for p in sorted((GOED / "sociale_kaart").glob("*/*.yaml"))],
    "opmaak": ["# Kop\n\nEen **vet** woord, [een link](https://a.example) en:\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"],
    "pagina": ["---\ntitle: Over\n---\n# Over\n\nZie [dit](/x/) en [dat][a].\n\n- een\n    - twee\n\n[a]: https://a.example\n"],
    "wijken": [(GOED / "gebieden/proefstad/wijken.geojson").read_text(encoding="utf-8")],
    "water": ['{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"Vaart","soort":"vaart"},'
              '"geometry":{"type":"LineString","coordinates":[[6.1,52.2],[6.2,52.3]]}}]}'],
    "tabel": ["code,naam,letter\nWK999901,Noord,A\nWK999902,Zuid,B\n", "postcode,wijken\n7411 AA,WK999901\n",
              "code,rij,kolom\nWK999901,1,2\n", "gebied,jaar,indicator,categorie,waarde\nWK999901,2024,inwoners,,<5\n"],
    "instellingen": [(GOED / "mkdocs.yml").read_text(encoding="utf-8")],
    "melding": ["Hallo\n\n```sociale-kaart\nsoort: wijzigen\nid: geldloket\nvelden:\n  naam: Nieuw\n```\n"],
    "rekenblad": ["id;naam;contact.telefoon\r\na;\"Huis; Noord\";0999-12 34 56\r\n", "naam,adres\nHuis,\"Straat 1, Plaats\"\n"],
    "ontvanger": ["soort: wijzigen\nid: geldloket\nvelden:\n  naam: Nieuw\n=De tijden kloppen niet=a@b.example=/x/"],
    "ondergrond": ['{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"laag":"water"},"geometry":'
                   '{"type":"Polygon","coordinates":[[[6.1,52.2],[6.2,52.2],[6.2,52.3],[6.1,52.2]]]}}]}'],
    "nazien": ["# Nazien\n\n- [x] `luisterlijn` Luisterlijn: 0999-1234 (2026-10-01)\n- [ ] `a` B\n"],
    "productnamen": ["UniformeProductnaam,URI,Gemeente,SDG\nverzonnen,https://upl.example/a,X,\n\"een, twee\",https://upl.example/b,,\"D1\n2\"\n"],
}  # fmt: skip


def probeer(zaad: int, nummer: int, plek: Path) -> tuple[str, str]:
    """(de lezer, wat er misging of leeg) van een invoer."""
    kans = random.Random(f"{zaad}-{nummer}")
    lezer = LEZERS[nummer % len(LEZERS)]
    ruw = (verander if zaad % 2 else verhaspel)(kans, kans.choice(VOORBEELDEN[lezer.__name__]))
    verslag = Verslag()
    begin = time.process_time()
    try:
        lezer(ruw, verslag, plek)
    except SocialeKaartFout:  # een nette weigering
        return lezer.__name__, ""
    except Exception:  # noqa: BLE001  dit is wat wij zoeken
        return lezer.__name__, traceback.format_exc()
    tekst = ruw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    regels = max(1, tekst.count("\n") + (tekst[-1:] != "\n"))
    if voorbij := [m for m in verslag.meldingen_ruw if m.regel > regels]:
        return lezer.__name__, f"regel voorbij het einde ({regels}): {voorbij[0]}"
    if time.process_time() - begin > 5:
        return lezer.__name__, f"langer dan vijf seconden over {len(ruw)} bytes"
    return lezer.__name__, ""


def draai(aantal: int, zaad: int) -> list[tuple[int, str, str]]:
    """(nummer, lezer, wat er misging) van elke invoer die geen gewone melding gaf."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as plek:
        uitslagen = ((nummer, *probeer(zaad, nummer, Path(plek))) for nummer in range(aantal))
        return [uitslag for uitslag in uitslagen if uitslag[2]]


def main(aantal: int, zaad: int) -> int:
    mis = draai(aantal, zaad)
    for nummer, lezer, wat in mis[:20]:
        print(f"zaad {zaad}, nummer {nummer}, {lezer}:\n{wat}")
    print(
        f"{aantal} invoeren met zaad {zaad}: {len(mis)} mis {dict(Counter(lezer for _, lezer, _ in mis)) or ''}".rstrip()
    )
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
