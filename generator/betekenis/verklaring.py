"""Wat de letters van een toegankelijkheidsverklaring zeggen."""

# In onze woorden naar digitoegankelijk.nl (gelezen 2026-11-29).
VERKLARING = {
    "A": "Deze site is onderzocht en voldoet aan alle eisen.",
    "B": "Deze site is onderzocht en voldoet nog niet aan alle eisen.",
    "C": "Deze site is nog niet helemaal onderzocht. Het onderzoek is gepland.",
    "D": "Deze site is nog niet helemaal onderzocht, en er is geen onderzoek gepland.",
    "E": "Voor deze site is er nog geen verklaring.",
}
