"""The elements before the body: from the copy number to the recipients (GB/T 9704—2012 7.2–7.3.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docproof.model import Document, Element, ElementKind, Part, Span
from docproof.model.numbering import NUMBERING
from docproof.model.patterns import later
from docproof.outlining.lines import Line, pieces, spanned
from docproof.outlining.meetings import attendance, behind_meeting_facts
from docproof.outlining.notes import note_below
from docproof.outlining.titles import SEARCHED, find_title, plain_title, title_end
from docproof.outlining.top import Top

MOST_BETWEEN_TITLES = 12  # lines
LONGEST_BETWEEN_TITLES = 120  # code points
SECRECY = later(
    r"(?P<mark>[绝机秘]\s*密\s*★\s*(?:\d+\s*(?:年|个月|月)|长期|启用前)?)"
    r"|(?m:^)[ \u3000]*(?P<alone>[绝机秘]\s*密)(?m:(?=[ \u3000]+(?:特急|加急|平急|\d{6})[ \u3000]*$))"
)
SEARCHED_FOR_SECRECY = 20  # lines, and all headers
NO_RECIPIENTS = later(
    r"[。；！？]|如下|通知[：:]|各位|同志们|朋友们|代表们[：:]$|^代表[：:]|老师们|同学们|附件|签发人|联系人|抄送|时间|地点|如何|以下"
)
LONGEST_RECIPIENTS = 400  # code points
TELLING = {ElementKind.TITLE, ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS, ElementKind.LETTERHEAD}


@dataclass
class Front:
    """What stands before the body: its elements, and the index of the line at which the body begins."""

    elements: list[Element] = field(default_factory=list)
    body: int = 0
    title: str = ""
    title_again: bool = False
    minutes: bool = False
    issuer: str = ""
    issued: Span | None = None  # the date beside the issuer's name, as minutes and bulletins have it

    def add(self, kind: ElementKind, span: Span) -> None:
        self.elements.append(Element(kind, span))

    @property
    def tells(self) -> bool:
        """Whether there is a front at all; a mark of secrecy or a copy number alone makes none."""
        return any(e.kind in TELLING for e in self.elements)


def front_elements(lines: list[Line]) -> Front:
    """The elements before the body."""
    front = Front()
    top = Top.of(lines[:SEARCHED])
    title = find_title(lines, frozenset(top.lines))
    above = title[0] if title else max(top.lines, default=-1) + 1
    above = _above_title(lines, above, top, front)
    title = title or plain_title(lines, above, headed=bool(top.lines))
    if title:
        _add_title(lines, title, front)
        above = title[1] + 1
    front.body = _below_title(lines, above, top, front)
    front.body = _recipients(lines, front.body, front)
    front.minutes = "纪要" in front.title or any("纪要" in lines[at].bare for at in top.letterheads)
    if front.minutes:
        _add_meeting_facts(lines, front)
    return front


def _above_title(lines: list[Line], end: int, top: Top, front: Front) -> int:
    """The elements above the title, and the issuer's name and date below a letterhead; the index behind them."""
    for at in range(len(lines)):
        issued = top.issued.get(at)
        if at >= end and not issued:
            return at
        front.elements += top.known.get(at, [])
        if at in top.letterheads:
            front.add(ElementKind.LETTERHEAD, lines[at].span)
        if issued:
            front.issuer, front.issued = issued
    return len(lines)


def _add_meeting_facts(lines: list[Line], front: Front) -> None:
    behind = behind_meeting_facts(lines, front.body)
    front.elements += attendance(lines[front.body : behind])
    front.body = behind


def classification(document: Document) -> list[Element]:
    """The mark of secrecy where it shares a line with something else, or stands in a header."""
    places = [p for n, p in enumerate(document.paragraphs) if n < SEARCHED_FOR_SECRECY or p.part is Part.HEADER]
    for paragraph in places:
        if match := SECRECY.search(document.text, paragraph.start, paragraph.end):
            return [Element(ElementKind.CLASSIFICATION, Span(*match.span("mark" if match["mark"] else "alone")))]
    return []


def _add_title(lines: list[Line], title: tuple[int, int], front: Front) -> None:
    own = lines[title[0] : title[1] + 1]
    boxes = [line for line in lines[:SEARCHED] if line.paragraph.part is Part.TEXT_BOX]
    front.elements += [Element(ElementKind.TITLE, span) for span in pieces(own, boxes)]
    front.title = "".join(line.bare for line in own)


def _below_title(lines: list[Line], at: int, top: Top, front: Front) -> int:
    """What stands between the title and the recipients: the title again, notes, numbers; the index behind it."""
    while at < len(lines):
        if again := _title_again(lines, at, top, front):
            at = again
        elif at in top.known and not (front.title and NUMBERING.match(lines[at].text)):
            front.elements += top.known[at]
            at += 1
        elif front.title and (length := note_below(lines, at)):
            front.add(ElementKind.ADOPTION_NOTE, spanned(lines[at : at + length]))
            at += length
        else:
            break
    return at


def _title_again(lines: list[Line], at: int, top: Top, front: Front) -> int | None:
    """Behind the title given again, as web pages do, with what they put in between; None where it is not."""
    if not front.title or front.title_again:
        return None
    for first in range(at, min(at + MOST_BETWEEN_TITLES, len(lines))):
        if end := title_end(lines, first, front.title):
            _notes_and_numbers(lines[:first], at, top, front)
            front.add(ElementKind.TITLE, spanned(lines[first:end]))
            front.title_again = True
            return end
        if len(lines[first].text) > LONGEST_BETWEEN_TITLES or "。" in lines[first].text:
            return None
    return None


def _notes_and_numbers(lines: list[Line], at: int, top: Top, front: Front) -> None:
    """The notes and numbers from a line on, among others that are no elements."""
    while at < len(lines):
        length = note_below(lines, at)
        if length:
            front.add(ElementKind.ADOPTION_NOTE, spanned(lines[at : at + length]))
        else:
            front.elements += top.known.get(at, [])
        at += max(length, 1)


def _recipients(lines: list[Line], at: int, front: Front) -> int:
    """The recipients, on one line or wrapped over two or three; the index behind them."""
    for end in range(at, min(at + 3, len(lines))):
        if re.search("[：:].", lines[end].bare):
            return at
        if lines[end].bare.endswith(("：", ":")):
            wrapped = lines[at : end + 1]
            if (
                all(re.search("[、，,]", w.bare) for w in wrapped[:-1])
                and all(not NO_RECIPIENTS.search(w.text) and not NUMBERING.match(w.text) for w in wrapped)
                and (sum(len(w.text) for w in wrapped) <= LONGEST_RECIPIENTS)
            ):
                front.add(ElementKind.RECIPIENTS, spanned(wrapped))
                return end + 1
            return at
        if re.search("[。；！？]", lines[end].text):
            return at
    return at
