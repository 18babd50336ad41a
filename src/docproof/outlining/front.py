"""The elements before the body: from the copy number to the recipients (GB/T 9704—2012 7.2–7.3.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docproof.model import Alignment, Document, Element, ElementKind, Part, Span
from docproof.model.numbering import NUMBERING
from docproof.outlining.lines import Line
from docproof.outlining.types import LAW_ENDING, TYPE_ENDING

LONGEST_FRONT = 30  # lines
LONGEST_TITLE_LINE = 60  # code points
MOST_TITLE_LINES = 4
BRACKETS = r"[〔［\[（(【﹝]\s*\d{4}\s*[〕］\]）)】﹞]"
DOCUMENT_NUMBER = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,12}}{BRACKETS}\s*第?\s*\d{{1,5}}\s*号|第\s*[\d〇一二三四五六七八九十百]+\s*号)"
)
SIGNATORY = re.compile(r"签发人\s*[：:]\s*\S.*")
SIMPLE = (
    (re.compile(r"\d{6}"), ElementKind.COPY_NUMBER),
    (re.compile(r"[绝机秘]\s*密(?:\s*★?\s*(?:\d+\s*(?:年|个月|月)|长期|启用前)?)?"), ElementKind.CLASSIFICATION),
    (re.compile(r"特急|加急|平急|特提|急件"), ElementKind.URGENCY),
)
LETTERHEAD = re.compile(r".{2,40}(?:文件|公报|命令|令|会议纪要|纪要)")
ORGAN = re.compile(
    r".{0,30}(?:人民政府|委员会|办公厅|办公室|总局|[厅局部委院会署行校社]|公司|集团|中心|大学|法院|检察院)(?:（.{1,12}）)?"
)
ADOPTION_NOTE = re.compile(
    r"[（(].*(?:通过|修正|修订|公布|印发|批准|会议上|施行|\d日).*|——.*(?:会议上|大会上|\d日).*"
    r"|\d{4}年\d{1,2}月\d{1,2}日.{0,120}(?:通过|修正|修订|公布|批准|施行)）?"
)
NO_RECIPIENTS = re.compile(
    r"[。；！？]|如下|通知|报告如|各位|同志们|朋友们|代表们?：$|附件|签发人|联系人|抄送|时间|地点"
)
SECRECY = re.compile(
    r"(?P<mark>[绝机秘]\s*密\s*★\s*(?:\d+\s*(?:年|个月|月)|长期|启用前)?)"
    r"|(?m:^)[ \u3000]*(?P<alone>[绝机秘]\s*密)(?m:(?=[ \u3000]+(?:特急|加急|平急|\d{6})[ \u3000]*$))"
)
SEARCHED_FOR_SECRECY = 20  # lines, and all headers


@dataclass
class _Front:
    elements: list[Element] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    numbered: bool = False

    def add(self, kind: ElementKind, span: Span) -> None:
        self.elements.append(Element(kind, span))


def front_elements(lines: list[Line]) -> tuple[list[Element], int]:
    """The elements before the body, and the index of the line at which the body begins.

    Without a title that names a type, recipients or a document number there are none, and the body begins at 0.
    """
    front = _Front()
    at = 0
    while at < min(len(lines), LONGEST_FRONT) and _take(lines[at], front):
        at += 1
    _settle_title(front)
    if at < len(lines) and front.title and _is_recipients(lines[at]):
        front.add(ElementKind.RECIPIENTS, lines[at].span)
        at += 1
    kinds = {e.kind for e in front.elements}
    told = kinds & {ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS, ElementKind.LETTERHEAD}
    if not (told or (front.title and _is_title(front.title))):
        return [e for e in front.elements if e.kind is ElementKind.CLASSIFICATION], 0
    return front.elements, at


def classification(document: Document) -> list[Element]:
    """The mark of secrecy where it shares a line with something else, or stands in a header."""
    places = [p for n, p in enumerate(document.paragraphs) if n < SEARCHED_FOR_SECRECY or p.part is Part.HEADER]
    for paragraph in places:
        if match := SECRECY.search(document.text, paragraph.start, paragraph.end):
            return [Element(ElementKind.CLASSIFICATION, Span(*match.span("mark" if match["mark"] else "alone")))]
    return []


def _take(line: Line, front: _Front) -> bool:
    """Read one line into the front; False where the body or the recipients begin."""
    text = line.text
    for pattern, kind in SIMPLE:
        if pattern.fullmatch(text):
            front.add(kind, line.span)
            return True
    if _numbers(line, front):
        return True
    if front.title and ADOPTION_NOTE.fullmatch(text):
        front.add(ElementKind.ADOPTION_NOTE, line.span)
        return True
    if front.title and _is_recipients(line):
        return False
    if not (front.numbered or front.waiting or front.title) and _is_letterhead(text):
        front.waiting.append(line)
        return True
    if _repeats(line, front.title):
        front.title.append(line)
        return True
    if _can_be_title(line) and not _title_complete(front.title) and len(front.title) < MOST_TITLE_LINES:
        front.title.append(line)
        return True
    return False


def _is_letterhead(text: str) -> bool:
    """“某某人民政府文件”, “某某令”, “某某会议纪要”: no 关于, and no type but those that a letterhead can end with."""
    if "关于" in text or not LETTERHEAD.fullmatch(text):
        return False
    return TYPE_ENDING.search(text) is None or text.endswith(("令", "公报", "纪要"))


def _numbers(line: Line, front: _Front) -> bool:
    """A line that holds the document number, the signatory, or both."""
    number, signatory = DOCUMENT_NUMBER.match(line.text), SIGNATORY.search(line.text)
    rest = DOCUMENT_NUMBER.sub("", SIGNATORY.sub("", line.text), count=1).strip()
    if rest or not (number or signatory):
        return False
    if number:
        front.add(ElementKind.DOCUMENT_NUMBER, Span(line.span.start, line.span.start + number.end()))
        if not front.numbered and front.title and all(_is_organ(t) for t in front.title):
            front.waiting += front.title
            front.title = []
        front.numbered = True
    if signatory:
        front.add(ElementKind.SIGNATORY, Span(line.span.start + signatory.start(), line.span.end))
    return True


def _settle_title(front: _Front) -> None:
    """Lines that waited are the letterhead where a title or number follows, else the title itself."""
    if front.waiting and not (front.title or front.numbered):
        front.title, front.waiting = front.waiting, []
    front.elements += [Element(ElementKind.LETTERHEAD, w.span) for w in front.waiting]
    if front.title:
        front.add(ElementKind.TITLE, Span(front.title[0].span.start, front.title[-1].span.end))


def _can_be_title(line: Line) -> bool:
    return (
        len(line.text) <= LONGEST_TITLE_LINE
        and not re.search(r"[。；：:;]$|。", line.text)
        and not NUMBERING.match(line.text)
        and not re.match(r"第[一二三四五六七八九十]+[章条节编]", line.text)
    )


def _title_complete(title: list[Line]) -> bool:
    """A title ends with its type, unless it is a law's name that a notice will still name."""
    whole = "".join(t.text for t in title)
    return TYPE_ENDING.search(whole) is not None


def _repeats(line: Line, title: list[Line]) -> bool:
    """Web pages give the title in one line and, below it, again as it was printed."""
    return _title_complete(title[:1]) and len(line.text) > 1 and re.sub(r"\s", "", line.text) in title[0].text


def _is_title(title: list[Line]) -> bool:
    whole = "".join(t.text for t in title)
    styled = any(
        t.paragraph.style.lower() in {"title", "标题"} or t.paragraph.alignment is Alignment.CENTER for t in title
    )
    return styled or TYPE_ENDING.search(whole) is not None or LAW_ENDING.search(whole) is not None


def _is_organ(line: Line) -> bool:
    return ORGAN.fullmatch(line.text) is not None or line.text.endswith(("文件", "令"))


def _is_recipients(line: Line) -> bool:
    text = line.text
    return (
        text.endswith(("：", ":")) and len(text) <= 400 and not NO_RECIPIENTS.search(text) and not NUMBERING.match(text)
    )
