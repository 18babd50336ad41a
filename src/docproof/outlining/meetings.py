"""Who was at a meeting, and the facts on top of its minutes (GB/T 9704—2012 10.3)."""

from __future__ import annotations

from docproof.model import Element, ElementKind
from docproof.model.characters import HAN
from docproof.model.patterns import later
from docproof.outlining.lines import Line, spanned

ATTENDANCE = later(
    r"(?:出\s*席|列\s*席|请\s*假|缺\s*席|参\s*加|参\s*会|邀\s*请|与\s*会)(?:人\s*员|领\s*导|同\s*志|单\s*位|会\s*议){0,2}\s*[：:]\s*\S"
)
FACT = later(r"(?:会\s*议)?\s*(?:时\s*间|地\s*点|主\s*持\s*人?|记\s*录\s*人?|议\s*题|名\s*称|召\s*集\s*人)\s*[：:]")
LABEL = later(rf"(?:{HAN}|\s){{2,10}}[：:]")
DEEP = 4  # code points of white space before the rest of a list


def attendance(lines: list[Line]) -> list[Element]:
    """Each group from its label to the end of its list."""
    elements, at = [], 0
    while at < len(lines):
        end = _group_end(lines, at)
        if end > at:
            elements.append(Element(ElementKind.ATTENDANCE, spanned(lines[at:end])))
        at = max(end, at + 1)
    return elements


def behind_meeting_facts(lines: list[Line], at: int) -> int:
    """Behind the facts on top of minutes: time, place, chair, who was there."""
    while at < len(lines):
        if (end := _group_end(lines, at)) > at:
            at = end
        elif FACT.match(lines[at].text):
            at += 1
        else:
            break
    return at


def attendance_at_end(lines: list[Line]) -> int:
    """How many of the last lines say who was there."""
    for at in range(len(lines)):
        if behind_meeting_facts(lines, at) == len(lines):
            return len(lines) - at
    return 0


def _group_end(lines: list[Line], at: int) -> int:
    """Behind the group that begins at a line, the same line where none does."""
    if not ATTENDANCE.match(lines[at].text):
        return at
    end = at + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(before: Line, line: Line) -> bool:
    if LABEL.match(line.text) or line.text.endswith("。"):
        return False
    return before.text.endswith(("、", "，", ",")) or line.span.start - line.paragraph.start >= DEEP
