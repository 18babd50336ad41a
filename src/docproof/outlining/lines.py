"""The lines of a document that can be elements."""

from __future__ import annotations

from dataclasses import dataclass

from docproof.model import Document, Paragraph, Part, Span

MARGINS = {Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with words in it, without the white space around them."""

    text: str
    span: Span
    paragraph: Paragraph


def main_lines(document: Document) -> list[Line]:
    """The lines of the body, its tables and text boxes; notes, headers and footers left out.

    A paragraph that has but the number that Word gave it is no line.
    """
    lines = []
    labels = {s.start: s.end for s in document.generated}
    for paragraph in document.paragraphs:
        if paragraph.part in MARGINS:
            continue
        whole = document.text[paragraph.start : paragraph.end]
        text = whole.strip()
        if text and whole[labels.get(paragraph.start, paragraph.start) - paragraph.start :].strip():
            start = paragraph.start + whole.index(text)
            lines.append(Line(text, Span(start, start + len(text)), paragraph))
    return lines
