"""What stands on either side of a mark."""

from __future__ import annotations

from docproof.model import MASK
from docproof.model.characters import count_han, is_han
from docproof.model.patterns import later

CHINESE_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕…—·％"
SKIPPED = f" \t\u3000\u00a0{MASK}"
INTERVAL = r"\[[\d.,∞ +-]+\)|\([\d.,∞ +-]+\]"  # [0, 1) and (1, 2] are no pairs of brackets
NEAR = 40  # code points on either side that tell the language of a sentence
FOREIGN = 4  # letters to a Han character
LINE_EDGES = "\n\u2028"
REFERENCE = later(r"\s*(?:[\[［]\d+[\]］]|\d+[.．])?[^\n]{0,400}?[\[［](?:[JMCDRSNPGZAK]|EB|DB|CP|DS)(?:/OL)?[\]］]")


def is_chinese(char: str) -> bool:
    """Whether a character is Han or a mark of Chinese text; "" is not."""
    return bool(char) and (is_han(char) or char in CHINESE_MARKS)


def before(text: str, at: int) -> str:
    """The nearest character before an offset on its line, white space and masked words passed over; "" for none."""
    at -= 1
    while at >= 0 and text[at] in SKIPPED:
        at -= 1
    return text[at] if at >= 0 and text[at] not in LINE_EDGES else ""


def after(text: str, at: int) -> str:
    """The nearest character from an offset on, on its line, white space and masked words passed over; "" for none."""
    while at < len(text) and text[at] in SKIPPED:
        at += 1
    return text[at] if at < len(text) and text[at] not in LINE_EDGES else ""


def on_line_before(text: str, at: int, most: int) -> str:
    """Up to `most` code points before an offset, as far as they stand on its line."""
    return text[max(0, at - most) : at].rpartition("\n")[2]


def on_line_after(text: str, at: int, most: int) -> str:
    """Up to `most` code points from an offset on, as far as they stand on its line."""
    return text[at : at + most].partition("\n")[0]


def in_foreign_sentence(text: str, at: int) -> bool:
    """Whether what stands around an offset on its line is in another language, with a Chinese word in it."""
    around = on_line_before(text, at, NEAR) + on_line_after(text, at, NEAR)
    letters = sum(c.isascii() and c.isalpha() for c in around)
    return letters > FOREIGN * count_han(around)


class References:
    """Which lines are entries of a list of references (GB/T 7714), which keep half-width marks."""

    def __init__(self, text: str):
        self._text = text
        self._known: dict[int, bool] = {}

    def hold(self, line_start: int, line_end: int) -> bool:
        """Whether the line is such an entry."""
        if line_start not in self._known:
            bracket = self._text.find("[", line_start, line_end)
            self._known[line_start] = bracket >= 0 and REFERENCE.match(self._text, line_start, line_end) is not None
        return self._known[line_start]
