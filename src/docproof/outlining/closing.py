"""The body and the elements after it: attachments, signatures, issue date, notes, copies (GB/T 9704—2012 7.3.4–7.4)."""

from __future__ import annotations

import re

from docproof.model import Element, ElementKind, Part
from docproof.model.numbering import NUMBERING
from docproof.model.patterns import later
from docproof.outlining.back import COPIES, NOTE, NUMBER, after_text, begins_back, is_attachment_mark
from docproof.outlining.dates import DATE_LINE, FAULTY_DATE, FAULTY_DATE_LINE, MONTH_DAY
from docproof.outlining.front import Front
from docproof.outlining.lines import Line, spanned
from docproof.outlining.meetings import attendance_at_end
from docproof.outlining.names import are_persons, is_organ, is_signer
from docproof.outlining.top import DOCUMENT_NUMBER

MOST_SIGNATURES = 12
LONGEST_NOTE = 40  # lines
LONGEST_DATE = 20  # code points
LONGEST_SIGNED = 80
LONGEST_ITEM = 90  # code points
NOTE_BEGINS = later(rf"附\s{{0,4}}(?:件(?:如下|目录|清单|名称)?|[表图后])?\s{{0,4}}(?:[：:]|{NUMBER}\s?[.．：:]\s*\S)")
NO_COLON = later(
    rf"附\s{{0,2}}件(?:[ \u3000]+(?!{NUMBER}$)\S{{2}}|[^\W\d_]{{2,30}}(?:表|单|册|方案|办法|要点|图|目录|细则|预案|计划)$)"
)
NUMBERED_NOTE = later(rf"附\s{{0,4}}件\s{{0,4}}{NUMBER}\s?[.．：:、 \u3000]")
LISTED = later(rf"附\s{{0,4}}件?\s{{0,4}}{NUMBER}?\s{{0,2}}[：: \u3000]|[（(]?{NUMBER}[.．、）)：:]")
INNER_STOP = later("。.|[！？]")
SIGNED_DATE = later(rf"(?P<name>.*?\S)[ \t\u3000]+(?P<date>{DATE_LINE.pattern})")
INCOMPLETE_DATE = later(
    rf"\d{{4}}\s*年\s*{MONTH_DAY}\s*月(?:\s*{MONTH_DAY}\s*号)?|\d{{4}}[.．/-]\d{{1,2}}[.．/-]\d{{1,2}}"
)
SIGNED_FAULTY_DATE = later(rf"(?P<name>[^\W\d_]{{3,40}})[ \t\u3000]+(?P<date>{FAULTY_DATE})")
CLOSING_WORDS = later(r"^(?:[-*•·] |附\s?件|记录[：:]|特此|妥否|以上|当否|此致|敬礼|请|谢谢|现)|[：:]$|[。；！？，、]$")


def closing_elements(lines: list[Line], front: Front) -> list[Element]:
    """The body as one element, and what follows it, from the lines behind the front."""
    if not lines:
        return []
    elements: list[Element] = []
    date = _issue_date(lines, front)
    if date is None:
        first = 1 if front.tells else 0
        end = next((n for n in range(first, len(lines)) if begins_back(lines, n)), len(lines))
        noted = _noted(lines, end)
        signed = _signatures(lines, end - noted, front, dated=False)
        end -= noted if signed else 0
        after = end
    else:
        end, after = date, date + 1
        signed = _signatures(lines, date, front, dated=True)
        elements += _dated(lines[date])
    elements += [e for line in lines[end - signed : end] for e in _signed(line)]
    end -= signed
    elements += after_text(lines[after:], closed=date is not None or signed > 0)
    end, found = _before_signature(lines, end, signed > 0)
    elements += found
    if front.minutes:
        end -= attendance_at_end(lines[:end])
    if end:
        elements.append(Element(ElementKind.BODY, spanned(lines[:end])))
    return elements


def _issue_date(lines: list[Line], front: Front) -> int | None:
    """The line that dates the draft: the first that a signature precedes, else the last before the attachments.

    One that is not written as dates are counts right below an organ that signs. Dates in tables, and in what is
    attached, are no issue dates.
    """
    stop = next((n for n, line in enumerate(lines) if n and is_attachment_mark(line)), len(lines))
    if stop == 1 and not front.tells and DATE_LINE.fullmatch(lines[0].text):
        return 0
    for end in (stop, len(lines)):
        dated = [
            n for n, line in enumerate(lines[:end]) if n and _is_date(line) and not COPIES.match(lines[n - 1].text)
        ]
        signed = [n for n in dated if _signs(lines[n - 1], front) or SIGNED_DATE.fullmatch(lines[n].text)]
        signed = signed or [n for n in range(1, end) if _is_faulty_date(lines[n - 1], lines[n], front)]
        signed = signed or [n for n in range(1, end) if _is_signed_faulty(lines[n - 1], lines[n])]
        if signed:
            return signed[0]
        if front.tells and end > 1 and end == len(lines) and INCOMPLETE_DATE.fullmatch(lines[-1].text):
            return end - 1
        if dated and not (end > stop and front.tells):
            return dated[-1]
    return None


def _is_date(line: Line) -> bool:
    if not line.text.endswith(("日", "印")) or len(line.text) > 80 or line.paragraph.part is Part.TABLE:
        return False
    if DATE_LINE.fullmatch(line.text):
        return True
    match = SIGNED_DATE.fullmatch(line.text)
    return match is not None and is_organ("".join(match["name"].split()))


def _is_faulty_date(above: Line, line: Line, front: Front) -> bool:
    """Whether a line right below an organ's name dates the draft, though not as dates are written."""
    if len(line.text) > LONGEST_DATE or line.paragraph.part is Part.TABLE or not FAULTY_DATE_LINE.fullmatch(line.text):
        return False
    return _signs(above, front) and (is_organ(above.bare) or front.title.startswith(above.bare))


def _is_signed_faulty(above: Line, line: Line) -> bool:
    """Whether an organ's name and a date that is not written as dates are share a line, no imprint below copies."""
    if len(line.text) > LONGEST_SIGNED or COPIES.match(above.text) or line.paragraph.part is Part.TABLE:
        return False
    match = SIGNED_FAULTY_DATE.fullmatch(line.text)
    return match is not None and is_organ(match["name"])


def _dated(line: Line) -> list[Element]:
    """The issue date, and the signature that stands on its line."""
    match = SIGNED_DATE.fullmatch(line.text) or SIGNED_FAULTY_DATE.fullmatch(line.text)
    if match is None or DATE_LINE.fullmatch(line.text):
        return [Element(ElementKind.ISSUE_DATE, line.span)]
    return [
        Element(ElementKind.SIGNATURE, line.part(*match.span("name"))),
        Element(ElementKind.ISSUE_DATE, line.part(*match.span("date"))),
    ]


def _signatures(lines: list[Line], end: int, front: Front, dated: bool) -> int:
    """How many lines right before `end` are signatures; without a date below them, only the issuer's own name signs."""
    count = 0
    most = end - 1 if front.tells else end
    while count < min(MOST_SIGNATURES, most) and _signs(lines[end - 1 - count], front):
        count += 1
    if dated or (count and all(is_organ(line.bare) or is_signer(line.text) for line in lines[end - count : end])):
        return count
    return 0


def _noted(lines: list[Line], end: int) -> int:
    """How many lines right before `end` are a note in brackets, as it stands below a date that is not written yet."""
    noted = 0
    while noted < end - 1 and NOTE.fullmatch(lines[end - 1 - noted].text):
        noted += 1
    return noted


def _signs(line: Line, front: Front) -> bool:
    """Whether a line can sign: an organ, a post and a name, a name alone, or the name that the title begins with."""
    text = line.text
    if (
        CLOSING_WORDS.search(text)
        or NUMBERING.match(text)
        or NOTE.fullmatch(text)
        or DOCUMENT_NUMBER.fullmatch(text)
        or DATE_LINE.fullmatch(text)
        or line.paragraph.part is Part.TABLE
    ):
        return False
    names = [n for n in re.split(r"[ \t\u3000]{1,}", text) if n]
    return (
        is_organ(line.bare)
        or is_signer(text)
        or all(is_organ(n) for n in names)
        or (are_persons(text) and len(line.bare) <= 8)
        or (2 < len(line.bare) <= 40 and front.title.startswith(line.bare))
    )


def _signed(line: Line) -> list[Element]:
    """The signatures of a line: several organs set apart by white space are several."""
    names = list(re.finditer(r"[^ \t\u3000]+", line.text))
    if len(names) > 1 and all(is_organ(n.group()) for n in names):
        return [Element(ElementKind.SIGNATURE, line.part(*n.span())) for n in names]
    return [Element(ElementKind.SIGNATURE, line.span)]


def _before_signature(lines: list[Line], end: int, signed: bool) -> tuple[int, list[Element]]:
    """The attachment note among the last lines of the text, and where the text before it ends.

    Above a signature it may lack its colon.
    """
    for at in range(end - 1, max(end - LONGEST_NOTE, -1), -1):
        text = lines[at].text
        if not _lists(lines[at]):
            break
        if at and NUMBERED_NOTE.match(text) and NUMBERED_NOTE.match(lines[at - 1].text) and _lists(lines[at - 1]):
            continue
        if NOTE_BEGINS.match(text) or (signed and NO_COLON.match(text)):
            return at, [Element(ElementKind.ATTACHMENT_NOTE, spanned(lines[at:end]))]
    return end, []


def _lists(line: Line) -> bool:
    """Whether a line can be an item of an attachment list, or the rest of one; a full stop may wrongly end it."""
    if len(line.text) > LONGEST_ITEM or (line.text.endswith("。") and not LISTED.match(line.text)):
        return False
    return INNER_STOP.search(line.text) is None
