"""Where a finding stands, in words that a person can follow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from docproof.model import Draft, Element, ElementKind, Paragraph, Part, Span

NAMED = {
    Part.FOOTNOTE: "脚注",
    Part.ENDNOTE: "尾注",
    Part.HEADER: "页眉",
    Part.FOOTER: "页脚",
}


def where(draft: Draft, span: Span) -> str:
    """The place of a span: “正文第2段”, “标题”, “表1第2行第3列”, “脚注1”; for text files also line and column."""
    line, column = draft.document.position(span.start)
    paragraph = draft.document.paragraph_at(span.start)
    if paragraph is None or not paragraph.member:
        return f"第{line}行第{column}列"
    return _in_word(draft, span, paragraph)


def heading_of(draft: Draft, span: Span) -> str:
    """The words of the nearest heading at or before a span in the body; "" where there is none."""
    if (body := draft.first(ElementKind.BODY)) and not body.span.contains(span):
        return ""
    paragraph = draft.document.paragraph_at(span.start)
    if paragraph is None or paragraph.part in NAMED:
        return ""
    heading = draft.heading_before(span.start)
    return heading.span.of(draft.text) if heading else ""


def _in_word(draft: Draft, span: Span, paragraph: Paragraph) -> str:
    if paragraph.part in NAMED:
        return f"{NAMED[paragraph.part]}{paragraph.number}"
    if paragraph.cell:
        table, row, column = paragraph.cell
        return f"表{table}第{row}行第{column}列"
    if paragraph.part is Part.TEXT_BOX:
        return "文本框"
    element = _element_at(draft, span)
    if element and element.kind is not ElementKind.BODY:
        return str(element.kind.value)
    start = element.span.start if element else 0
    number = bisect_right(draft.body_starts, paragraph.start) - bisect_left(draft.body_starts, start)
    return f"正文第{max(number, 1)}段"


def _element_at(draft: Draft, span: Span) -> Element | None:
    """The element that holds a span; a heading counts as body."""
    holders = [e for e in draft.blocks if e.span.contains(Span(span.start, span.start))]
    return min(holders, key=lambda e: len(e.span), default=None)
