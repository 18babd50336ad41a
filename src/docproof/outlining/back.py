"""What follows the signature: notes, attachments, and who else gets the draft (GB/T 9704—2012 7.3.6–7.4)."""

from __future__ import annotations

from docproof.model import Element, ElementKind, Part
from docproof.model.patterns import later
from docproof.outlining.dates import ANY_DATE
from docproof.outlining.lines import LONGEST_ELEMENT, Line, spanned
from docproof.outlining.names import is_organ
from docproof.outlining.titles import can_be_title, ends_title, title_end

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
MARK = later(rf"[【（(]?附(?:[件表][：:]?(?:{NUMBER}|[（(]{NUMBER}[）)])?[：:.．、]?[】）)]?|{NUMBER}?[：:])")
NAMED_MARK = later(rf"附\s{{0,2}}[件表]?\s{{0,2}}{NUMBER}?\s{{0,2}}[：: \t\u3000]\s*(?P<name>\S.{{0,80}})")
NUMBERED_MARK = later(rf"附\s*[件表]\s*{NUMBER}\s*[：:]\s*\S")
LIST = later(r"附\s*件?\s*[：:]")
ITEM = later(r"(?:附件\s*)?\d{1,2}\s*[.．、：:]\s*\S")
NOTE = later(r"[（(].+[）)]")
CONTACT = later(r"(?:联\s*系\s*人(?:及(?:联系)?(?:电话|方式))?|联系电话|联系方式|电话|传真|电子邮箱|邮箱)\s*[：:]")
COPIES = later(r"(?:[抄超]\s*送(?:单位|机关|部门)?|主\s*送|抄\s*[报发呈]|分\s*送|发\s*送|报\s*送|印\s*送)\s*[：:；;]")
IMPRINT = later(rf"(?P<organ>.*?)[ \t\u3000]*(?:{ANY_DATE.pattern})\s*印\s*发.{{0,14}}")
EDITORS = later(r"(?:责任编辑|编\s*辑|核\s*稿|拟\s*稿|撰\s*稿|报送单位)\s*[：:]")
BACK_BEGINS = "附抄超【（(主分发报印送责编核拟撰"
FIRST_NUMBER = later(r"一、|第一[章条]|1[.．、]")
PRINTED = later(r"[（(]?共\s*印\s*\d+\s*份[）)]?")
TABLES = later(
    r"(?:表|单|名册|清单|目录|图|名单|要点|提纲|须知|说明|安排|回执|样式|模板|标准|职责|分工|任务|指标|议程)$"
)
MOST_NOTES = 4


def is_attachment_mark(line: Line) -> bool:
    """附件, 附件1, 附件一： on a line of its own."""
    return "附" in line.bare[:2] and MARK.fullmatch(line.bare) is not None and line.paragraph.part is not Part.TABLE


def begins_back(lines: list[Line], at: int) -> bool:
    """Whether the text of a draft without an issue date ends before a line."""
    line = lines[at]
    if line.bare[0] not in BACK_BEGINS and not line.bare.endswith("印发"):
        return False
    if COPIES.match(line.text) or IMPRINT.fullmatch(line.text) or EDITORS.match(line.text):
        return True
    if is_attachment_mark(line):
        return not _is_list_head(lines, at)
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return NUMBERED_MARK.match(line.text) is not None and not NUMBERED_MARK.match(below) and "。" not in line.text


def after_text(lines: list[Line], closed: bool) -> list[Element]:
    """The elements among the lines behind the issue date; `closed` says that a date or signature ended the text."""
    elements: list[Element] = []
    at = _notes(lines, elements) if closed else 0
    at = _attachment_list(lines, at, elements)
    start: int | None = None
    if closed and at < len(lines) and _is_unmarked_attachment(lines, at):
        start = at
    unmarked = start is not None
    while at < len(lines):
        length = _back_length(lines, at)
        if length or opens_attachment(lines, at) or (unmarked and at != start and _is_next_unmarked(lines, at)):
            if start is not None and start < at:
                elements.append(Element(ElementKind.ATTACHMENT, spanned(lines[start:at])))
            start = None if length else at
        if length:
            elements += _back(lines[at : at + length])
        at += max(length, 1)
    if start is not None and start < len(lines):
        elements.append(Element(ElementKind.ATTACHMENT, spanned(lines[start:])))
    return elements


def without_summary(lines: list[Line], title: str) -> list[Line]:
    """The lines up to where the title comes again: a web page's summary, in which nothing is an element."""
    for at in range(len(lines)):
        if title_end(lines, at, title):
            return lines[:at]
    return lines


def _notes(lines: list[Line], elements: list[Element]) -> int:
    """Notes in brackets and contact lines right behind the date; the index behind them."""
    at = 0
    while at < min(len(lines), MOST_NOTES) and (NOTE.fullmatch(lines[at].text) or CONTACT.match(lines[at].text)):
        at += 1
    if at:
        elements.append(Element(ElementKind.NOTE, spanned(lines[:at])))
    return at


def _is_list_head(lines: list[Line], at: int) -> bool:
    """附件： alone on its line above the names 1.… 2.…"""
    return lines[at].bare in {"附件：", "附件:"} and at + 1 < len(lines) and ITEM.match(lines[at + 1].text) is not None


def _attachment_list(lines: list[Line], at: int, elements: list[Element]) -> int:
    """An attachment list that stands behind the signature; the index behind it."""
    if at >= len(lines) or not LIST.match(lines[at].text):
        return at
    end = at + 1
    while end < len(lines) and ITEM.match(lines[end].text) and len(lines[end].text) <= 90:
        end += 1
    listed = end - at > 1 or ITEM.search(lines[at].text) is not None
    if not listed and not (end == len(lines) or is_attachment_mark(lines[end]) or _back_length(lines, end)):
        return at
    elements.append(Element(ElementKind.ATTACHMENT_NOTE, spanned(lines[at:end])))
    return end


def _is_unmarked_attachment(lines: list[Line], at: int) -> bool:
    """What is printed behind an order or a notice begins with its own title."""
    if _back_length(lines, at) or opens_attachment(lines, at):
        return False
    title = ""
    for line in lines[at : at + 4]:
        if not can_be_title(line):
            return False
        title += line.bare
        if ends_title(title) or TABLES.search(title):
            return True
    return False


def _is_next_unmarked(lines: list[Line], at: int) -> bool:
    """Where one unmarked attachment ends and the next begins: a title behind a full stop, and its first number below."""
    if not lines[at - 1].text.endswith("。") or not _is_unmarked_attachment(lines, at):
        return False
    return any(FIRST_NUMBER.match(line.bare) for line in lines[at + 1 : at + 6])


def opens_attachment(lines: list[Line], at: int) -> bool:
    line = lines[at]
    if is_attachment_mark(line):
        return True
    return (
        len(line.text) <= LONGEST_ELEMENT
        and NAMED_MARK.fullmatch(line.text) is not None
        and line.paragraph.part is not Part.TABLE
        and not line.text.endswith(("。", "；"))
    )


def _back_length(lines: list[Line], at: int) -> int:
    """How many lines from here on are one element of the 版记; 0 for none."""
    line = lines[at]
    if COPIES.match(line.text):
        end = at + 1
        while end < len(lines) and _copies_go_on(lines[end - 1], lines[end]):
            end += 1
        return end - at
    if len(line.text) <= 80 and IMPRINT.fullmatch(line.text):
        return 2 if at + 1 < len(lines) and PRINTED.fullmatch(lines[at + 1].bare) else 1
    if is_organ(line.bare) and at + 1 < len(lines):
        match = IMPRINT.fullmatch(lines[at + 1].text)
        return 2 if match and not match["organ"] else 0
    return 0


def _copies_go_on(before: Line, line: Line) -> bool:
    if COPIES.match(line.text) or IMPRINT.fullmatch(line.text) or before.text.endswith("。"):
        return False
    return before.text.endswith(("，", "、", "；", ",")) or line.text.endswith("。")


def _back(lines: list[Line]) -> list[Element]:
    kind = ElementKind.COPIES if COPIES.match(lines[0].text) else ElementKind.IMPRINT
    return [Element(kind, spanned(lines))]
