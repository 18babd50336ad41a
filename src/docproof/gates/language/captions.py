"""Headings as they look: on a line of their own or running into the paragraph, and with what mark."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docproof.model import Draft, Element, Scope
from docproof.model.numbering import numbering_at

LONGEST = 30  # code points of a heading on a line of its own
LONGEST_RUN_IN = 20  # code points of a heading that its paragraph goes on from
SHORTEST_TEXT = 10  # code points of the text below
FAR = 400  # code points to look above and below
IN_SENTENCES = "，、；是应"  # what makes a numbered first sentence no heading


class Caption(msgspec.Struct, frozen=True):
    """A heading with text: its level, the offset behind its words, the mark there, and whether its line ends with it.

    It `leads` a list of deeper numbers. `group` tells the headings that stand side by side: of one level, counted from one 1.
    """

    level: int
    end: int
    mark: str
    alone: bool
    group: int
    leads: bool = False


def captions(draft: Draft) -> list[Caption]:
    """The draft's headings that have text of their own, in text order; items of a list, one a line, are none."""
    found: list[Caption] = []
    groups: dict[int, int] = {}
    for index, heading in enumerate(draft.headings):
        number = numbering_at(draft.text, heading.span.start, heading.span.end)
        if number is None:
            continue
        groups = {level: group for level, group in groups.items() if level <= heading.level}
        if number.n == 1 or heading.level not in groups:
            groups[heading.level] = index
        found += _caption(draft, index, groups[heading.level])
    return found


def _caption(draft: Draft, index: int, group: int) -> Iterator[Caption]:
    heading, text = draft.headings[index], draft.view(Scope.PROSE)
    end = draft.document.line_bounds(heading.span.start)[1]
    words, rest = heading.span.of(text), text[heading.span.end : end].rstrip()
    if len(rest) <= 1:
        if len(words) <= LONGEST and _has_text(draft, heading, end):
            yield Caption(heading.level, heading.span.end, rest, True, group, _number_below(draft, end))
    elif len(words) <= LONGEST_RUN_IN and not any(c in words for c in IN_SENTENCES):
        yield Caption(heading.level, heading.span.end, rest[0], False, group)


def _number_below(draft: Draft, end: int) -> bool:
    below = draft.text[end : end + FAR].lstrip().partition("\n")[0]
    return numbering_at(below, 0, len(below)) is not None


def _has_text(draft: Draft, heading: Element, end: int) -> bool:
    """Whether text or deeper headings stand below the heading, and it is not the last line of a list."""
    below = draft.text[end : end + FAR].lstrip().partition("\n")[0]
    above = draft.text[max(0, heading.span.start - FAR) : heading.span.start].rstrip(" \t\u3000\n").rpartition("\n")[2]
    next_number, last_number = (numbering_at(line, 0, len(line)) for line in (below, above.lstrip()))
    if next_number is not None:
        return next_number.level > heading.level
    listed = last_number is not None and last_number.level == heading.level and "。" not in above[:-1]
    return not listed and len(below) >= SHORTEST_TEXT
