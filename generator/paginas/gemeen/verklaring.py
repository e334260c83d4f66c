"""De toegankelijkheidsverklaring van de gemeente op de pagina over toegankelijkheid."""

from generator.betekenis.verklaring import VERKLARING
from generator.model import Instellingen

PAGINA = "toegankelijkheid.md"


def vul_verklaring_aan(geschreven: dict[str, str], inst: Instellingen) -> dict[str, str]:
    """De geschreven pagina's, met op die over toegankelijkheid de link naar de verklaring en wat haar status zegt."""
    if PAGINA not in geschreven or not (inst.verklaring or inst.verklaring_status):
        return geschreven
    zinnen = []
    if inst.verklaring:
        zinnen.append(f"De gemeente gaf een [toegankelijkheidsverklaring](<{inst.verklaring}>) af.")
    if inst.verklaring_status:
        zinnen.append(f"De status is {inst.verklaring_status}. {VERKLARING[inst.verklaring_status]}")
    deel = f"## De verklaring van de gemeente\n\n{' '.join(zinnen)}\n"
    return {**geschreven, PAGINA: f"{geschreven[PAGINA].rstrip()}\n\n{deel}"}
