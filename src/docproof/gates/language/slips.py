"""Common two-character words with one character typed wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

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
def _automaton() -> tuple[list[str], AhoCorasick]:
    wrong = list(slips())
    return wrong, AhoCorasick(wrong)


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
    wrong, automaton = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        if COMMON.stands_apart(text, start, end):
            words = slips()[wrong[index]][:MOST]
            yield hit(Span(start, end), f"“{wrong[index]}”疑为“{words[0]}”之误", *words)
