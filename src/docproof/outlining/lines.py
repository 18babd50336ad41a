"""The lines of a document that can be elements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docproof.model import Document, Paragraph, Part, Span

MARGINS = {Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with words in it, without the white space around them."""

    text: str
    span: Span
    paragraph: Paragraph


def main_lines(document: Document, left_out: Iterable[Span] = ()) -> list[Line]:
    """The lines of the body, its tables and text boxes; notes, headers and footers left out.

    Spans that are `left_out` are no part of a line that they begin or end.
    """
    words = blanked(document.text, left_out)
    lines = []
    for paragraph in document.paragraphs:
        if paragraph.part in MARGINS:
            continue
        whole = words[paragraph.start : paragraph.end]
        text = whole.strip()
        if text:
            start = paragraph.start + whole.index(text)
            lines.append(Line(text, Span(start, start + len(text)), paragraph))
    return lines


def blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with spaces in place of the spans, which come in text order and within a line; of the same length."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*pieces, text[at:]]) if pieces else text
