"""Numbered paragraphs, and the series that they make."""

from __future__ import annotations

import msgspec

from docproof.model import Draft, Scope, Span
from docproof.model.numbering import CIRCLED, numbering_at
from docproof.model.patterns import later

LEAD = later(rf"(?m)^[ \t\u3000\ufffc]*(?:附件?[：:][ \u3000]*(?=1[.．、]))?(?=[一二三四五六七八九十（(0-9{CIRCLED}])")
BEFORE_DIGIT = later(r"(?P<n>\d{1,2})[.．](?=\d)")  # “2.4号仓库” goes on from 1., “2.4亿元” from nothing
ARABIC = 3


class Item(msgspec.Struct, frozen=True):
    """A numbered paragraph: level from 1 to 5, number, the span of the number and that of the words behind it."""

    level: int
    n: int
    number: Span
    words: Span
    paragraph: int

    def label(self, text: str) -> Span:
        """The number with its brackets and its mark."""
        return Span(
            self.number.start - (text[self.number.start - 1 : self.number.start] in ("（", "(")), self.words.start
        )


Series = list[Item]


def numbered_items(draft: Draft) -> list[tuple[object, Item]]:
    """The draft's numbered paragraphs, in text order, each with its place: the body, or one cell of a table."""
    found: list[tuple[object, Item]] = []
    last: dict[object, int] = {}  # what 1., 2. … have come to in each place
    text = draft.view(Scope.PROSE)
    for lead in LEAD.finditer(text):
        index = draft.document.paragraph_index(lead.end())
        paragraph = draft.paragraphs[index]
        place = (paragraph.part, paragraph.cell or paragraph.number)
        item = _item(text, lead.end(), paragraph.end, index, last.get(place, 0))
        if item is not None:
            found.append((place, item))
            if item.level <= ARABIC:
                last[place] = item.n if item.level == ARABIC else 0
    return found


def _item(text: str, start: int, end: int, paragraph: int, last: int) -> Item | None:
    """The number at the beginning of a paragraph; one that a digit follows only where it is just the next."""
    number = numbering_at(text, start, end)
    if number is not None and "\t" in text[number.end : end].strip():
        return None  # the row of a table
    if number is not None:
        return Item(number.level, number.n, number.span, Span(number.end, max(number.end, end)), paragraph)
    m = BEFORE_DIGIT.match(text, start, end) if last else None
    if m is None or int(m["n"]) != last + 1:
        return None
    return Item(ARABIC, int(m["n"]), Span(*m.span("n")), Span(m.end(), end), paragraph)


def numbered_series(draft: Draft) -> list[Series]:
    """The series of the draft's numbered paragraphs, each from its 1 on, in the order of their beginnings.

    A number ends the series of deeper levels. Each cell of a table has series of its own and leaves the body's alone.
    """
    done: list[Series] = []
    places: dict[object, dict[int, Series]] = {}
    for place, item in draft.once(numbered_items):
        opened = places.setdefault(place, {})
        for deeper in [level for level in opened if level > item.level]:
            del opened[deeper]
        series = opened.get(item.level)
        if item.n == 1 and not _is_slip(item, series):
            opened[item.level] = [item]
            done.append(opened[item.level])
        elif series is not None:
            series.append(item)
    return done


def _is_slip(item: Item, series: Series | None) -> bool:
    """一、 in the paragraph right behind 一、 begins no new series."""
    return series is not None and len(series) == 1 and series[0].paragraph == item.paragraph - 1
