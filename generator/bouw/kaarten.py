"""folium als samensteller van de kaart: zijn geraamte als een eigen bestand, zonder vreemde adressen of losse code in de pagina.

De enige module die folium kent, en pas als er iets te maken valt: wat folium oplevert hangt alleen van de instellingen
af en ligt in de voorraad. De punten komen later, als GeoJSON op een adres (statisch/kaart/vlak.js).
"""

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from generator.bouw.pakketten import uit_pakket
from generator.meldingen import SocialeKaartFout
from generator.model import Catalogus, Gemeente, Instellingen
from generator.paginas.gebied.cijferkaart import Cijferblad, Paneel, cijferbladen
from generator.paginas.gemeen.achtergrond import BRON, tegeladres
from generator.voorraad import Voorraad, vingerafdruk

BASIS = "assets/kaart/basis.js"
LEAFLET, CLUSTER = "django-js-lib-leaflet", "XStatic-Leaflet-MarkerCluster"

# (pakket, eind van het pad in het pakket, naam onder assets/derden/, sha256 van Leaflet 1.9.4 en Leaflet.markercluster
# 1.4.1)
DERDEN = (
    (
        LEAFLET,
        "js_lib_leaflet/leaflet.js",
        "leaflet.js",
        "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    ),
    (
        LEAFLET,
        "js_lib_leaflet/leaflet.css",
        "leaflet.css",
        "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    ),
    (
        LEAFLET,
        "images/layers.png",
        "images/layers.png",
        "1dbbe9d028e292f36fcba8f8b3a28d5e8932754fc2215b9ac69e4cdecf5107c6",
    ),
    (
        LEAFLET,
        "images/layers-2x.png",
        "images/layers-2x.png",
        "066daca850d8ffbef007af00b06eac0015728dee279c51f3cb6c716df7c42edf",
    ),
    (
        LEAFLET,
        "images/marker-icon.png",
        "images/marker-icon.png",
        "574c3a5cca85f4114085b6841596d62f00d7c892c7b03f28cbfa301deb1dc437",
    ),
    (
        LEAFLET,
        "images/marker-icon-2x.png",
        "images/marker-icon-2x.png",
        "00179c4c1ee830d3a108412ae0d294f55776cfeb085c60129a39aa6fc4ae2528",
    ),
    (
        LEAFLET,
        "images/marker-shadow.png",
        "images/marker-shadow.png",
        "264f5c640339f042dd729062cfc04c17f8ea0f29882b538e3848ed8f10edb4da",
    ),
    (
        CLUSTER,
        "data/leaflet.markercluster.js",
        "leaflet.markercluster.js",
        "58be871df61f6c512464e15db0941e63b9491bf1396a2ae3bea6f39e0854cd1c",
    ),
    (
        CLUSTER,
        "data/MarkerCluster.css",
        "MarkerCluster.css",
        "614dea0a98ff3f4ead74f04918f6b1d1b9ba435c25b5fc23b21a394d1e3e4d87",
    ),
)

# Het pakket van markercluster bevat de tekst van zijn licentie niet; hier staat zij zoals de makers haar geven.
LICENTIE_CLUSTER = """Leaflet.markercluster 1.4.1, MIT License

Copyright 2012 David Leaver

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""


def kaartbestanden(catalogus: Catalogus, voorraad: Voorraad) -> Iterator[tuple[str, bytes]]:
    """(pad, bytes) van alles wat een kaart nodig heeft en niet van onszelf is: Leaflet, markercluster en de geraamtes."""
    for pakket, eind, naam, som in DERDEN:
        yield f"assets/derden/{naam}", uit_pakket(pakket, eind, som)
    yield BASIS, basis(catalogus.instellingen, voorraad).encode()
    for gemeente in catalogus.gemeenten:
        for blad in cijferbladen(gemeente, catalogus) if gemeente.tekening and gemeente.kerncijfers else ():
            if blad.adres:
                yield f"assets/{blad.adres}", cijferkaart(gemeente, blad, voorraad).encode()


def licentieteksten() -> Iterator[str]:
    """De licenties van wat hierboven wordt meegestuurd, voor LICENTIES.txt."""
    yield f"assets/derden/leaflet.*: Leaflet 1.9.4 (pakket {LEAFLET} {version(LEAFLET)})"
    yield from (
        Path(b.locate()).read_text(encoding="utf-8") for b in distribution(LEAFLET).files or () if b.name == "LICENSE"
    )
    yield f"assets/derden/*luster*: pakket {CLUSTER} {version(CLUSTER)}\n\n{LICENTIE_CLUSTER}"
    yield f"{BASIS}: gemaakt met folium {version('folium')}"
    yield from (
        Path(b.locate()).read_text(encoding="utf-8")
        for b in distribution("folium").files or ()
        if b.name == "LICENSE.txt"
    )


def basis(instellingen: Instellingen, voorraad: Voorraad, maak: Callable[[str], str] | None = None) -> str:
    """Het geraamte van elke kaart als JavaScript-module, uit de voorraad of met folium gemaakt (of met `maak`)."""
    sleutel = vingerafdruk("basis", instellingen.achtergrondkaart, version("folium"), version("branca"))
    tekst = voorraad.pak("kaart", sleutel)
    if tekst is None:
        tekst = (maak or stel_samen)(instellingen.achtergrondkaart)
        voorraad.leg("kaart", sleutel, tekst)
    return tekst


def cijferkaart(gemeente: Gemeente, blad: Cijferblad, voorraad: Voorraad) -> str:
    """Het eerste paneel van een blad als kaart om op in te zoomen, uit de voorraad of met folium gemaakt."""
    sleutel = vingerafdruk("cijfers", gemeente.afdruk, repr(blad.panelen[0]), version("folium"), version("branca"))
    tekst = voorraad.pak("kaart", sleutel)
    if tekst is None:
        tekst = stel_cijfers_samen(gemeente, blad.panelen[0])
        voorraad.leg("kaart", sleutel, tekst)
    return tekst


def eigen_kaart(**opties):
    """foliums Map met eigen adressen; de lijsten van folium zelf zijn gedeeld en blijven zoals ze zijn."""
    from folium import Map
    from folium.utilities import JsCode

    class Kaart(Map):
        default_js = [("leaflet", "derden/leaflet.js")]
        default_css = [("leaflet_css", "derden/leaflet.css")]

    beweging: Any = JsCode("beweging")  # folium zet elke waarde om, ook al noemt het deze soort niet
    return Kaart(
        location=[52.2, 5.4],
        zoom_start=7,
        tiles=None,
        zoom_control=False,
        scroll_wheel_zoom=False,
        zoom_animation=beweging,
        fade_animation=beweging,
        marker_zoom_animation=beweging,
        **opties,
    )


def stel_cijfers_samen(gemeente: Gemeente, paneel: Paneel) -> str:
    """foliums Choropleth met de klassen van het paneel, en de waarde als tekst op elke wijk."""
    from folium import Choropleth, DivIcon, Marker

    if gemeente.tekening is None:
        raise ValueError(f"{gemeente.naam} heeft geen tekening")  # een paneel is er alleen bij een tekening
    kaart, tekening = eigen_kaart(), gemeente.tekening
    getallen = {v.code: v.klasse for v in paneel.vlakken if v.klasse}
    vlakken = Choropleth(
        geo_data={
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": {"code": v.code}, "geometry": tekening.vormen[v.code]}
                for v in paneel.vlakken
            ],
        },
        data=getallen,
        key_on="feature.properties.code",
        bins=[1, 2, 3, 4, 5, 6],
        fill_color="Blues",
        fill_opacity=1,
        nan_fill_color="#fffefb",
        line_color="#857a69",
        line_weight=1,
    )
    # De legenda van folium haalt d3 bij een ander op; de pagina heeft haar eigen legenda.
    if vlakken.color_scale is not None:
        del vlakken._children[vlakken.color_scale.get_name()]
        vlakken.color_scale = None
    vlakken.add_to(kaart)
    for v in paneel.vlakken:
        lengte, breedte = tekening.vakken[v.code].naampunt
        Marker(
            [breedte, lengte],
            interactive=False,
            keyboard=False,
            icon=DivIcon(html=f"<span>{escape(v.tekst)}</span>", class_name="kaart-cijfer", icon_size=(0, 0)),
        ).add_to(kaart)
    return uit_elkaar(kaart)


def uit_elkaar(kaart) -> str:
    figuur = kaart.get_root()
    figuur.render()
    return als_module(figuur.header.render(), figuur.script.render())


def stel_samen(achtergrond: str) -> str:
    """Laat folium een kaart met groepen samenstellen en haal haar uit elkaar.

    `maakBasis(vak, groepsicoon, beweging)` geeft `{kaart, groep}`; `vak` is het element, `groepsicoon` tekent een groep
    en `beweging` zegt of er bewogen mag worden.
    """
    from folium import TileLayer
    from folium.plugins import MarkerCluster
    from folium.utilities import JsCode

    class Groep(MarkerCluster):
        default_js = [("markerclusterjs", "derden/leaflet.markercluster.js")]
        default_css = [("markerclustercss", "derden/MarkerCluster.css")]

    # Zonder tegels tekent een groep pas iets als de kaart een grootste zoom heeft.
    kaart = eigen_kaart()
    kaart.options.update(maxZoom=18, minZoom=6)
    if achtergrond != "geen":
        TileLayer(
            tegeladres(achtergrond),
            attr=BRON,
            min_zoom=6,
            max_zoom=18,
            overlay=False,
            control=False,
            name="achtergrond",
        ).add_to(kaart)
    Groep(
        icon_create_function="groepsicoon",
        animate=JsCode("beweging"),
        show_coverage_on_hover=False,
        max_cluster_radius=64,
        spider_leg_polyline_options={"weight": 1.5, "className": "kaart-poot"},
        name="groep",
        control=False,
    ).add_to(kaart)
    return uit_elkaar(kaart)


def als_module(kop: str, script: str) -> str:
    """Van foliums kop en script naar een module met vaste namen en alleen eigen adressen.

    Raises:
        SocialeKaartFout: als folium iets anders oplevert dan verwacht.
    """
    scripts = re.findall(r'<script[^>]*\ssrc="([^"]+)"', kop)
    stijlen = re.findall(r'<link[^>]*\shref="([^"]+)"', kop)
    script = vaste_namen(script)
    script, aantal = re.subn(r'L\.map\(\s*"kaart_1"', "L.map(\nvak", script)
    if aantal != 1 or any(not adres.startswith("derden/") for adres in (*scripts, *stijlen)) or "$(" in script:
        raise SocialeKaartFout(
            "folium maakt een kaart die we niet kennen.", "gebruik de versie van folium uit pyproject.toml.", 3
        )
    namen = {soort: re.search(rf"var ({soort}_\d+) ", script) for soort in ("groep", "vlakken")}
    uit = ", ".join(["kaart: kaart_1", *(f"{soort}: {naam[1]}" for soort, naam in namen.items() if naam)])
    regels = "\n".join(f"  {regel.strip()}" for regel in script.splitlines() if regel.strip())
    return (
        f"// Het geraamte van elke kaart, samengesteld met folium {version('folium')}. Niet met de hand wijzigen.\n"
        f"export const stijlen = {json.dumps(stijlen)};\nexport const scripts = {json.dumps(scripts)};\n\n"
        "export function maakBasis(vak, groepsicoon, beweging) {\n  const L = window.L;\n"
        f"{regels}\n  return {{{uit}}};\n}}\n"
    )


_NAMEN = {
    "map": "kaart",
    "marker_cluster": "groep",
    "tile_layer": "tegels",
    "choropleth": "vlakken",
    "geo_json": "vlak",
    "div_icon": "icoon",
    "marker": "getal",
}


def vaste_namen(script: str) -> str:
    """Vervang de namen met 32 willekeurige tekens door genummerde, zodat twee bouwen gelijk zijn."""
    nummers: dict[str, str] = {}

    def nieuw(vondst: re.Match) -> str:
        return nummers.setdefault(vondst[0], f"{_NAMEN.get(vondst[1], vondst[1])}_{len(nummers) + 1}")

    return re.sub(r"\b([a-z_]+?)_[0-9a-f]{32}", nieuw, script)
