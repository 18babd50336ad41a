"""What stands on either side of a mark."""

from __future__ import annotations

import re

from docproof.model import MASK
from docproof.model.characters import is_han

CHINESE_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕…—·％"
SKIPPED = f" \t\u3000{MASK}"
REFERENCE = re.compile(
    r"\s*(?:\[\d+\]|\d+[.．])?.*\[(?:[JMCDRSNPGZ]|EB|DB|CP|DS)(?:/OL)?\]"
)  # GB/T 7714 entries keep half-width marks


def is_chinese(char: str) -> bool:
    """Whether a character is Han or a mark of Chinese text; "" is not."""
    return bool(char) and (is_han(char) or char in CHINESE_MARKS)


def before(text: str, at: int) -> str:
    """The nearest character before an offset on its line, white space and masked words passed over; "" for none."""
    at -= 1
    while at >= 0 and text[at] in SKIPPED:
        at -= 1
    return text[at] if at >= 0 and text[at] != "\n" else ""


def after(text: str, at: int) -> str:
    """The nearest character from an offset on, on its line, white space and masked words passed over; "" for none."""
    while at < len(text) and text[at] in SKIPPED:
        at += 1
    return text[at] if at < len(text) and text[at] != "\n" else ""


def line_around(text: str, at: int) -> tuple[int, int]:
    """The bounds of the line that an offset stands on, without its line end."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end
