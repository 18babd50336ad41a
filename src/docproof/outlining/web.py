"""Web and e-mail addresses and file paths: not prose, whatever marks stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.model import Span

SIGNS = ("://", "www.", "@", ":\\")
ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*://[!#-'*-;=?-~]+"
    r"|www\.[!#-'*-;=?-~]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z])[A-Za-z]:\\[^\s:*?\"<>|，。；：、）]+"
)
TRAILING = ",.;:!?'"


def web_addresses(text: str) -> Iterator[Span]:
    """The spans of addresses and Windows paths; a mark that ends the address is not part of it."""
    if not any(sign in text for sign in SIGNS):
        return
    for m in ADDRESS.finditer(text):
        yield Span(m.start(), m.start() + len(m.group().rstrip(TRAILING)))
