"""Een mail aan wie daarom vroeg, met waar de melding te volgen is. Niets van wat iemand schreef gaat erin mee."""

import smtplib
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

WACHT = 10  # seconden


@dataclass(frozen=True, slots=True)
class Postbus:
    """Waar de mail heen gaat (`smtp://` of `smtps://`, met naam en wachtwoord als dat nodig is) en van wie zij komt."""

    adres: str = field(repr=False)
    afzender: str

    def stuur(self, naar: str, onderwerp: str, tekst: str) -> bool:
        """Of de mailserver de mail aannam."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.afzender, naar, onderwerp
        mail["Auto-Submitted"] = "auto-replied"
        mail.set_content(tekst)
        deel = urlsplit(self.adres)
        soort = smtplib.SMTP_SSL if deel.scheme == "smtps" else smtplib.SMTP
        try:
            with soort(deel.hostname or "localhost", deel.port or 0, timeout=WACHT) as server:
                if deel.username:
                    if deel.scheme == "smtp":
                        server.starttls()
                    server.login(unquote(deel.username), unquote(deel.password or ""))
                server.send_message(mail)
        except (OSError, smtplib.SMTPException, ValueError):
            return False
        return True
