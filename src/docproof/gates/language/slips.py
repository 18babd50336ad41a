"""Common two-character words with one character typed wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import add

from docproof.engine import Hit, hit, rule
from docproof.engine.segmentation import COMMON
from docproof.gates.language.alike import lines_of
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength

NONE = "-"
MOST = 3  # suggestions


@cache
def slips() -> dict[str, list[str]]:
    """What a slip of slips.txt should be, the commonest word first."""
    found: dict[str, list[str]] = {}
    for line in lines_of("slips.txt"):
        word, first, second = line.split(" ")
        for char in first if first != NONE else "":
            found.setdefault(char + word[1], []).append(word)
        for char in second if second != NONE else "":
            found.setdefault(word[0] + char, []).append(word)
    return found


@cache
def _pairs() -> frozenset[str]:
    return frozenset(slips())


def present(text: str) -> frozenset[str]:
    """The slips that stand anywhere in a text; by its pairs of characters, since an automaton takes long to build."""
    return _pairs().intersection(map(add, text, text[1:]))


@rule(
    "confusable.slip",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("党政机关公文处理工作条例", "第二十条", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=["把会议精神⟦贯切→贯彻⟧到底", "退役士兵人事⟦挡案→档案⟧"],
    good=["把会议精神贯彻到底，纵贯切面", "人事档案"],
)
def slip(draft: Draft) -> Iterator[Hit]:
    """常用词疑似打错了一个音近或形近的字。

    此处两字相连不成词，而与一个常用词只差一字。人名、地名和新词照原样。
    """
    text = draft.view(Scope.WORDS)
    for wrong in present(text):
        words = slips()[wrong][:MOST]
        start = text.find(wrong)
        while start >= 0:
            if COMMON.stands_apart(text, start, start + len(wrong)):
                yield hit(Span(start, start + len(wrong)), f"“{wrong}”疑为“{words[0]}”之误", *words)
            start = text.find(wrong, start + 1)
