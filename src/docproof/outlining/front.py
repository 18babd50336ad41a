"""The elements before the body: from the copy number to the recipients (GB/T 9704—2012 7.2–7.3.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docproof.model import Document, Element, ElementKind, Part, Span
from docproof.model.characters import HAN
from docproof.model.numbering import NUMBERING
from docproof.outlining.dates import ANY_DATE
from docproof.outlining.lines import Line, pieces, spanned
from docproof.outlining.meetings import attendance, behind_meeting_facts
from docproof.outlining.names import are_persons, is_organ
from docproof.outlining.notes import note_below
from docproof.outlining.titles import SEARCHED, find_title, is_letterhead, is_spaced_out, plain_title, title_end

BRACKETS = r"[〔［\[（(【﹝]\s*\d{2,4}\s*[〕］\]）)】﹞]"
SERIAL = r"第\s*[\d〇一二三四五六七八九十百]+\s*[号期次]"
DOCUMENT_NUMBER = re.compile(
    rf"(?:{HAN}(?:{HAN}|[ \u3000](?=\w|[〔［\[（(])){{0,18}})?{BRACKETS}\s*第?\s*(?:\d{{1,5}}|[×xXＸ_＿ \u3000]{{1,6}})\s*号"
    rf"|{BRACKETS}\s*第?\s*\d{{1,5}}\s*[号期]|{SERIAL}(?:\s*[（(]总\s*第?\s*\d+\s*[号期][）)])?"
)
ISSUED = re.compile(rf"(?P<name>\S.*?)[ \t\u3000]+(?P<date>{ANY_DATE.pattern})")
NUMBER_SIGNS = ("号", "期", "次", "签发人")
SIGNATORY = re.compile(r"签\s*发\s*人\s*[：:]\s*\S.*")
SIMPLE = (
    (re.compile(r"(?:№|No\.?|编号[：:]?|份号[：:]?)?\s*(?P<at>\d{6})"), ElementKind.COPY_NUMBER),
    (
        re.compile(r"(?P<at>[绝机秘]\s*密(?:\s*[★☆*]?\s*(?:\d+\s*(?:年|个月|月)|长期|启用前|解密前)?)?)"),
        ElementKind.CLASSIFICATION,
    ),
    (re.compile(r"(?P<at>特\s*急|加\s*急|平\s*急|特\s*提|急\s*件)"), ElementKind.URGENCY),
)
MOST_BETWEEN_TITLES = 12  # lines
LONGEST_BETWEEN_TITLES = 120  # code points
SECRECY = re.compile(
    r"(?P<mark>[绝机秘]\s*密\s*★\s*(?:\d+\s*(?:年|个月|月)|长期|启用前)?)"
    r"|(?m:^)[ \u3000]*(?P<alone>[绝机秘]\s*密)(?m:(?=[ \u3000]+(?:特急|加急|平急|\d{6})[ \u3000]*$))"
)
SEARCHED_FOR_SECRECY = 20  # lines, and all headers
NO_RECIPIENTS = re.compile(
    r"[。；！？]|如下|通知[：:]|各位|同志们|朋友们|代表们[：:]$|^代表[：:]|老师们|同学们|附件|签发人|联系人|抄送|时间|地点|如何|以下"
)
LONGEST_RECIPIENTS = 400  # code points


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


TELLING = {ElementKind.TITLE, ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS, ElementKind.LETTERHEAD}


def front_elements(lines: list[Line]) -> Front:
    """The elements before the body."""
    front = Front()
    known = _known_lines(lines[:SEARCHED])
    heads = _letterheads(lines[:SEARCHED], known)
    title = find_title(lines, frozenset([*known, *heads]))
    above = title[0] if title else max([*known, *heads], default=-1) + 1
    for at in range(min(above + 2, len(lines))):
        if at >= above and not ISSUED.fullmatch(lines[at].text):
            break
        front.elements += known.get(at, [])
        if at in heads:
            front.add(ElementKind.LETTERHEAD, lines[at].span)
        elif (
            at not in known and (match := ISSUED.fullmatch(lines[at].text)) and is_organ("".join(match["name"].split()))
        ):
            front.issued, front.issuer = lines[at].part(*match.span("date")), "".join(match["name"].split())
            above = max(above, at + 1)
    title = title or plain_title(lines, above, headed=bool(heads or known))
    below = title[1] + 1 if title else above
    if title:
        boxes = [line for line in lines[:SEARCHED] if line.paragraph.part is Part.TEXT_BOX]
        _add_title(lines[title[0] : title[1] + 1], boxes, front)
    front.body = _below_title(lines, below, known, front)
    front.body = _recipients(lines, front.body, front)
    front.minutes = "纪要" in front.title or any("纪要" in lines[at].bare for at in heads)
    if front.minutes:
        behind = behind_meeting_facts(lines, front.body)
        front.elements += attendance(lines[front.body : behind])
        front.body = behind
    return front


def classification(document: Document) -> list[Element]:
    """The mark of secrecy where it shares a line with something else, or stands in a header."""
    places = [p for n, p in enumerate(document.paragraphs) if n < SEARCHED_FOR_SECRECY or p.part is Part.HEADER]
    for paragraph in places:
        if match := SECRECY.search(document.text, paragraph.start, paragraph.end):
            return [Element(ElementKind.CLASSIFICATION, Span(*match.span("mark" if match["mark"] else "alone")))]
    return []


def _known_lines(lines: list[Line]) -> dict[int, list[Element]]:
    """What can be told from a line alone: numbers, signatories, marks of secrecy and urgency."""
    known: dict[int, list[Element]] = {}
    signatory: list[Element] = []  # the elements of the line whose signatories the next line may go on with
    for at, line in enumerate(lines):
        if signatory and (found := _number_and_name(line)):
            signatory[-1] = Element(ElementKind.SIGNATORY, Span(signatory[-1].span.start, line.span.end))
            known[at] = found
        elif found := _marks(line) or _numbers(line):
            known[at] = found
            signatory = found if found[-1].kind is ElementKind.SIGNATORY else []
        elif signatory and are_persons(line.text) and len(line.bare) <= 12:
            signatory[-1] = Element(ElementKind.SIGNATORY, Span(signatory[-1].span.start, line.span.end))
            known[at] = []
        else:
            signatory = []
    return known


def _marks(line: Line) -> list[Element]:
    """Copy number, secrecy and urgency, one or several on a line that holds nothing else."""
    if len(line.text) > 40:
        return []
    elements, at = [], 0
    while at < len(line.text):
        match, kind = next(((m, k) for p, k in SIMPLE if (m := p.match(line.text, at))), (None, None))
        if match is None or kind is None:
            return []
        elements.append(Element(kind, line.part(*match.span("at"))))
        at = match.end() + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())
    return elements


def _numbers(line: Line) -> list[Element]:
    """The document number, the signatory, or both, on a line that holds nothing else but an issuer and a date."""
    if len(line.text) > 80 or not any(sign in line.bare for sign in NUMBER_SIGNS):
        return []
    number, signatory = DOCUMENT_NUMBER.search(line.text), SIGNATORY.search(line.text)
    rest = line.text
    elements = []
    if number:
        elements.append(Element(ElementKind.DOCUMENT_NUMBER, line.part(*number.span())))
        rest = rest.replace(number.group(), "", 1)
    if signatory:
        elements.append(Element(ElementKind.SIGNATORY, line.part(*signatory.span())))
        rest = rest.replace(signatory.group(), "", 1)
    return elements if not rest.strip(" \t\u3000（）()") else []


def _number_and_name(line: Line) -> list[Element]:
    """The document number on a line that goes on with the signatories of the line above."""
    number = DOCUMENT_NUMBER.match(line.text)
    if number is None or not are_persons(line.text[number.end() :].strip()):
        return []
    return [Element(ElementKind.DOCUMENT_NUMBER, line.part(*number.span()))]


def _letterheads(lines: list[Line], known: dict[int, list[Element]]) -> set[int]:
    """Lines that name an organ as letterheads do.

    A name alone, and one that ends as a title does, count where a document number follows soon; so does a name that is
    spaced out over the page above the title.
    """
    numbered = [at for at, found in known.items() if any(e.kind is ElementKind.DOCUMENT_NUMBER for e in found)]
    heads = set()
    for at, line in enumerate(lines):
        if at in known:
            continue
        soon = any(at < n <= at + 6 and not any("关于" in x.bare for x in lines[at + 1 : n]) for n in numbered)
        below = any(at < n <= at + 2 for n in numbered)
        if (is_letterhead(line.bare) and (line.bare.endswith("文件") or below)) or (
            is_organ(line.bare)
            and (soon or (is_spaced_out(line) and at + 1 < len(lines) and "关于" in lines[at + 1].bare))
        ):
            heads.add(at)
    return heads


def _add_title(lines: list[Line], boxes: list[Line], front: Front) -> None:
    for span in pieces(lines, boxes):
        front.add(ElementKind.TITLE, span)
    front.title = "".join(line.bare for line in lines)


def _below_title(lines: list[Line], at: int, known: dict[int, list[Element]], front: Front) -> int:
    """What stands between the title and the recipients: the title again, notes, numbers; the index behind it."""
    while at < len(lines):
        if again := _title_again(lines, at, known, front):
            at = again
        elif at in known and not (front.title and NUMBERING.match(lines[at].text)):
            front.elements += known[at]
            at += 1
        elif front.title and (length := note_below(lines, at)):
            front.add(ElementKind.ADOPTION_NOTE, spanned(lines[at : at + length]))
            at += length
        else:
            break
    return at


def _title_again(lines: list[Line], at: int, known: dict[int, list[Element]], front: Front) -> int | None:
    """Behind the title given again, as web pages do, with what they put in between; None where it is not."""
    if not front.title or front.title_again:
        return None
    for first in range(at, min(at + MOST_BETWEEN_TITLES, len(lines))):
        if end := title_end(lines, first, front.title):
            _notes_and_numbers(lines[:first], at, known, front)
            front.add(ElementKind.TITLE, spanned(lines[first:end]))
            front.title_again = True
            return end
        if len(lines[first].text) > LONGEST_BETWEEN_TITLES or "。" in lines[first].text:
            return None
    return None


def _notes_and_numbers(lines: list[Line], at: int, known: dict[int, list[Element]], front: Front) -> None:
    """The notes and numbers from a line on, among others that are no elements."""
    while at < len(lines):
        length = note_below(lines, at)
        if length:
            front.add(ElementKind.ADOPTION_NOTE, spanned(lines[at : at + length]))
        else:
            front.elements += known.get(at, [])
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
