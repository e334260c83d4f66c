"""De achtergrondkaart van PDOK: het adres, de bron en wat we er eerlijk over zeggen. Standaard staat zij uit."""

from generator.model import Instellingen

TEGELSERVER = "https://service.pdok.nl"
BRON = "Kaartgegevens © Kadaster"
ZIN = (
    "De achtergrond van de kaart komt van PDOK, een dienst van het Kadaster. Uw browser haalt die daar op. "
    "PDOK ziet daarbij uw IP-adres en welk stukje van de kaart u bekijkt."
)


def tegeladres(soort: str) -> str:
    """Het adres van de tegels bij een keuze uit mkdocs.yml: 'pdok' is de gewone, 'pdok-grijs' de grijze."""
    laag = soort.removeprefix("pdok").strip("-") or "standaard"
    return f"{TEGELSERVER}/brt/achtergrondkaart/wmts/v2_0/{laag}/EPSG:3857/{{z}}/{{x}}/{{y}}.png"


def zin(instellingen: Instellingen) -> str:
    """De zin onder een kaart, of leeg zonder achtergrondkaart."""
    return "" if instellingen.achtergrondkaart == "geen" else ZIN


FORMULIER = (
    "Wat u invult in [het formulier](/melden/) staat alleen in uw eigen browser, tot u het zelf verstuurt. Wij zien het "
    "niet. Op de pagina van het formulier kunt u het wissen. Verstuurt u een melding, dan komt zij bij de redactie. "
    "Schrijf er geen gegevens van mensen in."
)
ONTVANGER = (
    "Met de knop 'Versturen' gaat uw melding naar een dienst van deze site. Wij bewaren de melding zelf, en niets over "
    "wie haar stuurde. Uw netwerkadres onthoudt de dienst hoogstens een kwartier, onleesbaar en alleen in het geheugen, "
    "om te tellen hoe vaak iemand iets stuurt. Vult u een mailadres in, dan sturen wij u een bericht en vergeten het adres."
)

# Alles wat een script van deze site in een browser achterlaat: de naam, en wat een bezoeker eraan herkent.
BEWAARD = {
    "sociale-kaart-lijstje": "**Uw lijstje**: de plekken die u erop zette.",
    "sociale-kaart-melding": "**Het formulier**: wat u invulde en nog niet verstuurde.",
    "sociale-kaart-gebouw": "**Uw keuze over gebouwen**, zoals een lift of een toilet.",
    "sociale-kaart-balie": "**De balie**: de wijk en het lijstje van dit gesprek, en de gegevens van deze site.",
    "sociale-kaart-balie-toetsen": "**De toetsen van de balie**: of u die uit hebt gezet.",
}
KOP_BEWAARD = "Wat uw browser bewaart"
UITLEG_BEWAARD = (
    "Dit kan in uw eigen browser staan. Wij zien het niet. Wat u niet gebruikt, staat er ook niet.",
    "Met de knop hieronder is alles in een keer weg. Zonder JavaScript bewaart deze site niets, en is er geen knop.",
)


def vul_privacy_aan(geschreven: dict[str, str], instellingen: Instellingen) -> dict[str, str]:
    """De geschreven pagina's, met op de privacypagina wat de browser bewaart, en wat er over het formulier, de ontvanger en
    de achtergrondkaart te weten valt.
    """
    if "privacy.md" not in geschreven:
        return geschreven
    delen = [geschreven["privacy.md"].rstrip()]
    if "/melden/" not in delen[0]:
        delen.append(f"## Het formulier\n\n{FORMULIER}")
    if instellingen.melden.ontvanger:
        delen.append(f"## De knop 'Versturen'\n\n{ONTVANGER}")
    if instellingen.achtergrondkaart != "geen":
        delen.append(f"## De achtergrond van de kaart\n\nOp een punt is het anders. {ZIN}")
    lijst = "\n".join(f"- {zin}" for zin in BEWAARD.values())
    delen.append(f"## {KOP_BEWAARD}\n\n{UITLEG_BEWAARD[0]}\n\n{lijst}\n\n{UITLEG_BEWAARD[1]}")
    return {**geschreven, "privacy.md": "\n\n".join(delen) + "\n"}
