"""Numbered paragraphs, and the series that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docproof.model import Draft, Part, Scope, Span
from docproof.model.numbering import CIRCLED, numbering_at

LEAD = re.compile(
    rf"(?m)^[ \t\u3000\ufffc]*(?:附件?[：:][ \u3000]*(?=1[.．、]))?(?=[一二三四五六七八九十（(0-9{CIRCLED}])"
)
BEFORE_DIGIT = re.compile(r"(?P<n>\d{1,2})[.．](?=\d)")  # “2.4号仓库” goes on from 1., “2.4亿元” from nothing
ARABIC = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph: level from 1 to 5, number, the span of the number and that of the words behind it."""

    level: int
    n: int
    number: Span
    words: Span
    paragraph: int


Series = list[Item]


def numbered_series(draft: Draft) -> list[Series]:
    """The series of the draft's numbered paragraphs, each from its 1 on, in the order of their beginnings.

    A number ends the series of deeper levels. Each cell of a table has series of its own and leaves the body's alone.
    """
    done: list[Series] = []
    places: dict[tuple[Part, object], _Place] = {}
    text = draft.view(Scope.PROSE)
    for lead in LEAD.finditer(text):
        index = draft.document.paragraph_index(lead.end())
        paragraph = draft.paragraphs[index]
        key = (paragraph.part, paragraph.cell or paragraph.number)
        places.setdefault(key, _Place(done)).take(text, lead.end(), paragraph.end, index)
    return done


class _Place:
    """The series of one place: the body, or one cell of a table."""

    def __init__(self, done: list[Series]):
        self._done = done
        self._open: dict[int, Series] = {}

    def take(self, text: str, start: int, end: int, paragraph: int) -> None:
        """Add the number that the paragraph begins with, if any."""
        number = numbering_at(text, start, end)
        if number is not None:
            item = Item(number.level, number.n, number.span, Span(number.end, max(number.end, end)), paragraph)
        elif (going_on := self._goes_on(text, start, end, paragraph)) is not None:
            item = going_on
        else:
            return
        for deeper in [level for level in self._open if level > item.level]:
            del self._open[deeper]
        self._add(item)

    def _add(self, item: Item) -> None:
        """To the series of its level, or the first of a new one; a number with nothing before it counts for nothing."""
        series = self._open.get(item.level)
        begins = item.n == 1
        if begins and series is not None and len(series) == 1 and series[0].paragraph == item.paragraph - 1:
            begins = False  # 一、 in the very next paragraph is a slip, no new series
        if begins:
            self._open[item.level] = [item]
            self._done.append(self._open[item.level])
        elif series is not None:
            series.append(item)

    def _goes_on(self, text: str, start: int, end: int, paragraph: int) -> Item | None:
        """A number that a digit follows, where it is just the next of its series."""
        series = self._open.get(ARABIC)
        m = BEFORE_DIGIT.match(text, start, end) if series else None
        if series is None or m is None or int(m["n"]) != series[-1].n + 1:
            return None
        return Item(ARABIC, int(m["n"]), Span(*m.span("n")), Span(m.end(), end), paragraph)


def items_in_order(series: list[Series]) -> Iterator[Item]:
    """All items of all series, in text order."""
    yield from sorted((item for one in series for item in one), key=lambda item: item.number)
