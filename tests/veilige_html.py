"""Nagaan dat HTML alleen toegestane tags, kenmerken en adressen heeft; zo leest een browser haar ook."""

from html.parser import HTMLParser

from generator.lezen.markdown import _keur_adres

TAGS = {
    "p",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "a",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "code",
    "pre",
    "hr",
    "br",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
KENMERKEN = {
    ("a", "href"),
    ("a", "title"),
    ("ol", "start"),
    ("code", "class"),
    ("div", "class"),
    ("div", "role"),
    ("div", "aria-label"),
    ("div", "tabindex"),
    ("table", "class"),
    ("th", "scope"),
    ("th", "class"),
    ("td", "class"),
}


class Nakijker(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.bezwaren, self.tekst, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.bezwaren.append(f"<{tag}>")
        for naam, waarde in attrs:
            if (tag, naam) not in KENMERKEN:
                self.bezwaren.append(f"{tag} {naam}")
            if naam == "href" and _keur_adres(waarde or "")[0] not in ("", "SK212"):
                self.bezwaren.append(f"href {waarde}")
        if tag not in ("hr", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bezwaren.append(f"</{tag}>")

    def handle_comment(self, data):
        self.bezwaren.append("<!--")

    handle_decl = handle_pi = unknown_decl = handle_comment

    def handle_data(self, data):
        self.tekst.append(data)


def bezwaren_tegen(html: str) -> list[str]:
    """Wat er in de HTML niet mag, of niet sluit."""
    kijker = Nakijker()
    kijker.feed(html)
    kijker.close()
    return kijker.bezwaren + [f"open <{tag}>" for tag in kijker.open]


def tekst_van(html: str) -> str:
    kijker = Nakijker()
    kijker.feed(html)
    kijker.close()
    return "".join(kijker.tekst)
