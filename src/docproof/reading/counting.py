"""Counting through the lists of a story: the label that stands before each paragraph."""

from __future__ import annotations

import re

from docproof.reading.numberformats import numeral
from docproof.reading.numbering import Place, WordList

PLACEHOLDER = re.compile("%([1-9])")
NEVER_DECIMAL = {"none", "bullet", "decimalZero"}


class Counters:
    """How far the lists of one story (the body, say, or all text boxes) have come."""

    def __init__(self) -> None:
        self._numbers: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def copy(self) -> Counters:
        """Counters that go on from here by themselves."""
        other = Counters()
        other._numbers = {name: dict(levels) for name, levels in self._numbers.items()}
        other._begun = set(self._begun)
        return other

    def label(self, place: Place) -> str:
        """Count one more paragraph; its label with what stands between it and the text, or ""."""
        word_list, level = place
        numbers = self._count(word_list, level)
        current = word_list.levels[level]

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index > level or index not in word_list.levels:
                return ""
            kind = word_list.levels[index].format
            if current.all_decimal and kind not in NEVER_DECIMAL:
                kind = "decimal"
            return numeral(numbers[index], kind)

        label = "" if current.hidden else PLACEHOLDER.sub(number, current.text)
        return label + current.suffix if label else ""

    def _count(self, word_list: WordList, level: int) -> dict[int, int]:
        """The numbers of all levels, this one advanced; a level that is passed over counts as begun."""
        numbers = self._numbers.setdefault(word_list.counted_with, {})
        for deeper in [n for n in numbers if n > level]:
            if level < (word_list.levels[deeper].restart if deeper in word_list.levels else deeper):
                del numbers[deeper]
        for upper in range(level):
            numbers.setdefault(upper, word_list.start(upper))
        first = (word_list.id, level) not in self._begun
        self._begun.update((word_list.id, n) for n in range(level + 1))
        if level not in numbers or (first and level in word_list.restarts):
            numbers[level] = word_list.start(level)
        else:
            numbers[level] += 1
        return numbers
