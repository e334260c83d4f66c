"""Wat wij tegen iemand zeggen die een melding stuurt: een keer, voor het formulier met en zonder script en de mail."""

ZINNEN = {
    "issue": "Wij hebben uw melding. Een medewerker kijkt ernaar. Als zij klopt, passen wij de site aan.",
    "rij": "Wij hebben uw melding bewaard. Een medewerker kijkt er later naar. Als zij klopt, passen wij de site aan.",
    "niet": "Wij hebben uw melding niet aangenomen. Er is niets bewaard.",
    "te_vaak": "Er zijn nu te veel meldingen. Wacht een kwartier en stuur uw melding dan opnieuw.",
    "volg": "Bekijk wat er met uw melding gebeurt",
    "openbaar": "Iedereen kan dat lezen.",
    "kenmerk": "Het kenmerk van uw melding is",
    "mail_gestuurd": "Wij stuurden u een mail. Daarna zijn wij uw mailadres vergeten.",
    "mail_niet": "Wij konden u geen mail sturen. Uw mailadres hebben wij niet bewaard.",
    "mailveld": "Uw mailadres, als u een bericht wilt (hoeft niet)",
    "mailuitleg": "Wij sturen u een mail en vergeten daarna uw adres.",
}
