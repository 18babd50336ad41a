"""The lines of a document that can be elements."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from docproof.model import Document, Paragraph, Part, Span
from docproof.model.patterns import later

MARGINS = {Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER}
PAGE_NUMBER = later(r"[-—–－─]+\s*\d{1,4}\s*[-—–－─]+|第\s*\d+\s*页(?:[，,\s/]*共\s*\d+\s*页)?")
TOP = 16  # lines
LONGEST_PAGE_NUMBER = 20  # code points
LEADER = later(r"[.…·]*\d*$")  # from an entry to its page
LONGEST_ELEMENT = 200  # code points; what is longer is running text, of which only its beginning tells


class Line(msgspec.Struct, frozen=True):
    """A paragraph with words in it, without the white space around them; `bare` has none inside either."""

    text: str
    bare: str
    span: Span
    paragraph: Paragraph

    def part(self, start: int, end: int) -> Span:
        """The document's span of a part of the line's text."""
        return Span(self.span.start + start, self.span.start + end)


def main_lines(document: Document, left_out: Iterable[Span] = ()) -> list[Line]:
    """The lines of the body, its tables and text boxes; notes, headers, footers and typed page numbers left out.

    A paragraph that has but the number that Word gave it is no line. Spans that are `left_out` are no part of a line
    that they begin or end.
    """
    seen = blanked(document.text, left_out)
    lines = []
    labels = {s.start: s.end for s in document.generated}
    for paragraph in document.paragraphs:
        if paragraph.part in MARGINS:
            continue
        whole = seen[paragraph.start : paragraph.end]
        text = whole.strip()
        labelled = labels and paragraph.start in labels
        words = whole[labels[paragraph.start] - paragraph.start :].strip() if labelled else text
        if words and not (len(text) <= LONGEST_PAGE_NUMBER and PAGE_NUMBER.fullmatch(text)):
            start = paragraph.start + whole.index(text)
            bare = "".join(text.split()) if len(text) <= LONGEST_ELEMENT else text
            lines.append(Line(text, bare, Span(start, start + len(text)), paragraph))
    return lines


def blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with spaces in place of the spans, which come in text order and within a line; of the same length."""
    kept, at = [], 0
    for span in spans:
        kept += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*kept, text[at:]]) if kept else text


def text_boxes_first(lines: list[Line]) -> list[Line]:
    """The lines with text boxes that are anchored near the top before the rest: a letterhead is often set in one."""
    top = lines[:TOP]
    if not any(line.paragraph.part is Part.TEXT_BOX for line in top):
        return lines
    return sorted(top, key=lambda line: line.paragraph.part is not Part.TEXT_BOX) + lines[TOP:]


def without_contents(lines: list[Line]) -> list[Line]:
    """The lines without a table of contents: from 目录 to where its first entry comes again."""
    for at, line in enumerate(lines):
        if line.bare in {"目录", "目次"} and at + 1 < len(lines):
            entry = LEADER.sub("", lines[at + 1].bare)
            again = next((n for n in range(at + 2, len(lines)) if lines[n].bare == entry), None)
            if again is None:
                return lines
            text = {line.bare for line in lines[again:]}
            end = next((n for n in range(at + 1, again) if LEADER.sub("", lines[n].bare) not in text), again)
            return lines[:at] + lines[end:]
    return lines


def pieces(lines: list[Line], between: list[Line]) -> list[Span]:
    """The span of lines that follow each other; more than one where others, of a text box, stand in between."""
    spans = [lines[0].span]
    for line in lines[1:]:
        if any(spans[-1].end <= other.span.start < line.span.start for other in between):
            spans.append(line.span)
        else:
            spans[-1] = Span(spans[-1].start, line.span.end)
    return spans


def spanned(lines: list[Line]) -> Span:
    """From the first line to the last."""
    return Span(lines[0].span.start, lines[-1].span.end)
