"""Web and e-mail addresses, file paths and fenced code: not prose, whatever marks stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.model import Span
from docproof.model.patterns import later

SIGNS = ("://", "www.", "@", ":\\", "```")
ADDRESS = later(
    r"(?:(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}://|(?<![A-Za-z0-9])www\.)[!#-;=?-~]+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z])[A-Za-z]:\\[^\s:*?\"<>|，。；：、）]+"
    r"|(?ms:^```.*?^```)"
)
TRAILING = ",.;:!?'"


def web_addresses(text: str) -> Iterator[Span]:
    """The spans of addresses, Windows paths and fenced code; a mark that ends an address is not part of it."""
    if not any(sign in text for sign in SIGNS):
        return
    for m in ADDRESS.finditer(text):
        address = m.group().rstrip(TRAILING)
        excess = address.count(")") - address.count("(")
        while excess > 0 and address.endswith(")"):
            address = address[:-1].rstrip(TRAILING)
            excess -= 1
        yield Span(m.start(), m.start() + len(address))
