"""Headings of the four levels: 一、 （一） 1. （1） (GB/T 9704—2012 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Collection

from docproof.model import Element, ElementKind, Span
from docproof.model.numbering import numbering_at
from docproof.outlining.lines import Line

LAST_LEVEL = 4
LONGEST_HEADING = 40  # code points
CAPTION_END = re.compile(r"[。！？；：]")


def heading_elements(lines: list[Line], taken: Collection[Span]) -> list[Element]:
    """The headings among the lines: numbered, short, and ending a line or a first sentence.

    What stands in `taken` (attachment notes, say) is no heading.
    """
    headings = []
    for line in lines:
        if any(s.contains(line.span) for s in taken):
            continue
        if heading := _heading(line):
            headings.append(heading)
    return headings


def _heading(line: Line) -> Element | None:
    number = numbering_at(line.text, 0, len(line.text))
    if number is None or number.level > LAST_LEVEL:
        level = line.paragraph.outline_level
        if level is None or len(line.text) > LONGEST_HEADING:
            return None
        return Element(ElementKind.HEADING, line.span, min(level, 4))
    end = CAPTION_END.search(line.text, number.end)
    length = end.start() if end else len(line.text)
    if length > LONGEST_HEADING or (end and end.group() in "；：" and length > 24):
        return None
    return Element(ElementKind.HEADING, Span(line.span.start, line.span.start + length), number.level)
