"""The body and the elements after it: attachments, signature, issue date, copies, imprint (GB/T 9704—2012 7.3.4–7.4)."""

from __future__ import annotations

import re

from docproof.model import Element, ElementKind, Part, Span
from docproof.model.numbering import NUMBERING
from docproof.outlining.dates import DATE_LINE
from docproof.outlining.front import DOCUMENT_NUMBER, ORGAN
from docproof.outlining.lines import Line

LONGEST_SIGNATURE = 40  # code points
MOST_SIGNATURES = 6
ATTACHMENT_NOTE = re.compile(r"附件?[：:]\s*\S")
ATTACHMENT_ITEM = re.compile(r"\d{1,2}[.．、]\s*\S")
NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
ATTACHMENT = re.compile(rf"附件\s*{NUMBER}?[：:]?")
ATTACHMENT_NAMED = re.compile(rf"附件\s*{NUMBER}[：:]\s*\S.{{0,60}}")
NOTE = re.compile(r"[（(].+[）)]")
COPIES = re.compile(r"(?:抄送|主送|抄报)[：:]")
IMPRINT = re.compile(r".*\d{4}年\d{1,2}月\d{1,2}日\s*印发")
NO_SIGNATURE = re.compile(r"^(?:特此|妥否|以上|当否|此致|请)|[：:]")
MARK_AT_END = re.compile(r"[。；！？：，、]$|^附件?[：:]")


def closing_elements(lines: list[Line]) -> list[Element]:
    """The body as one element, and what follows it, from the lines behind the front."""
    if not lines:
        return []
    date = _issue_date(lines)
    end = len(lines)
    elements = []
    if date is not None:
        elements.append(Element(ElementKind.ISSUE_DATE, lines[date].span))
        end = date - _signatures_before(lines, date)
        if end < date:
            elements.append(Element(ElementKind.SIGNATURE, Span(lines[end].span.start, lines[date - 1].span.end)))
        elements += _after(lines[date + 1 :])
    else:
        end = next(
            (n for n, line in enumerate(lines) if COPIES.match(line.text) or ATTACHMENT.fullmatch(line.text)), end
        )
        elements += _after(lines[end:])
    note = _attachment_note(lines[:end])
    if note is not None:
        elements.append(Element(ElementKind.ATTACHMENT_NOTE, Span(lines[note].span.start, lines[end - 1].span.end)))
        end = note
    if end:
        elements.append(Element(ElementKind.BODY, Span(lines[0].span.start, lines[end - 1].span.end)))
    return elements


def _issue_date(lines: list[Line]) -> int | None:
    """The line that is a date alone: the first one that an organ's name precedes, else the last before an attachment.

    Dates in tables, and in what is attached, are no issue dates.
    """
    stop = next((n for n, line in enumerate(lines) if n and ATTACHMENT.fullmatch(line.text)), len(lines))
    for end in (stop, len(lines)):
        dated = [n for n, line in enumerate(lines[:end]) if _is_date(line)]
        if dated:
            return next((n for n in dated if n and ORGAN.fullmatch(lines[n - 1].text)), dated[-1])
    return None


def _is_date(line: Line) -> bool:
    return line.paragraph.part is not Part.TABLE and DATE_LINE.fullmatch(line.text) is not None


def _signatures_before(lines: list[Line], date: int) -> int:
    """How many lines right before the date are signatures: short ones that end no sentence."""
    count = 0
    while count < min(MOST_SIGNATURES, date) and _can_sign(lines[date - 1 - count].text):
        count += 1
    return count


def _can_sign(text: str) -> bool:
    return (
        len(text) <= LONGEST_SIGNATURE
        and not MARK_AT_END.search(text)
        and not NUMBERING.match(text)
        and not NOTE.fullmatch(text)
        and not DOCUMENT_NUMBER.fullmatch(text)
        and not DATE_LINE.fullmatch(text)
        and not NO_SIGNATURE.search(text)
    )


def _attachment_note(lines: list[Line]) -> int | None:
    """Where the attachment note begins among the last lines of the body."""
    at = len(lines) - 1
    while at >= 0 and ATTACHMENT_ITEM.match(lines[at].text) and len(lines[at].text) <= 80:
        at -= 1
    return at if at >= 0 and ATTACHMENT_NOTE.match(lines[at].text) else None


def _after(lines: list[Line]) -> list[Element]:
    """What stands behind the issue date."""
    elements = []
    attachment: Line | None = None
    for n, line in enumerate(lines):
        kind = None
        if n == 0 and NOTE.fullmatch(line.text):
            kind = ElementKind.NOTE
        elif COPIES.match(line.text):
            kind = ElementKind.COPIES
        elif IMPRINT.fullmatch(line.text):
            kind = ElementKind.IMPRINT
        elif ATTACHMENT.fullmatch(line.text) or ATTACHMENT_NAMED.fullmatch(line.text):
            attachment = attachment or line
        if kind:
            elements.append(Element(kind, line.span))
    if attachment is not None:
        behind = [line for line in lines if line.span.start >= attachment.span.start]
        taken = {e.span for e in elements}
        ends = [line for line in behind if line.span not in taken]
        elements.append(Element(ElementKind.ATTACHMENT, Span(attachment.span.start, ends[-1].span.end)))
    return elements
