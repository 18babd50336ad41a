"""The lines of a document that can be elements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docproof.model import Document, Paragraph, Part, Span

MARGINS = {Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER}
PAGE_NUMBER = re.compile(r"[-—–－─]+\s*\d{1,4}\s*[-—–－─]+|第\s*\d+\s*页(?:[，,\s/]*共\s*\d+\s*页)?")
LONGEST_PAGE_NUMBER = 20  # code points
LEADER = re.compile(r"[.…·]*\d*$")  # from an entry to its page
LONGEST_ELEMENT = 200  # code points; what is longer is running text, of which only its beginning tells


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with words in it, without the white space around them; `bare` has none inside either."""

    text: str
    bare: str
    span: Span
    paragraph: Paragraph

    def part(self, start: int, end: int) -> Span:
        """The document's span of a part of the line's text."""
        return Span(self.span.start + start, self.span.start + end)


def main_lines(document: Document) -> list[Line]:
    """The lines of the body, its tables and text boxes; notes, headers, footers and typed page numbers left out."""
    lines = []
    for paragraph in document.paragraphs:
        if paragraph.part in MARGINS:
            continue
        whole = document.text[paragraph.start : paragraph.end]
        text = whole.strip()
        if text and not (len(text) <= LONGEST_PAGE_NUMBER and PAGE_NUMBER.fullmatch(text)):
            start = paragraph.start + whole.index(text)
            bare = "".join(text.split()) if len(text) <= LONGEST_ELEMENT else text
            lines.append(Line(text, bare, Span(start, start + len(text)), paragraph))
    return lines


def without_contents(lines: list[Line]) -> list[Line]:
    """The lines without a table of contents: from 目录 to where its first entry comes again."""
    for at, line in enumerate(lines):
        if line.bare in {"目录", "目次"} and at + 1 < len(lines):
            entry = LEADER.sub("", lines[at + 1].bare)
            again = next((n for n in range(at + 2, len(lines)) if lines[n].bare == entry), None)
            return lines[:at] + lines[again:] if again else lines
    return lines


def spanned(lines: list[Line]) -> Span:
    """From the first line to the last."""
    return Span(lines[0].span.start, lines[-1].span.end)
