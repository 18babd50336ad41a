"""What a file holds: one text, and the paragraphs beside it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

import msgspec

from docproof.model.span import Span


class Part(str, Enum):
    """Where in a file a paragraph stands; parts never join into one sentence."""

    BODY = "body"
    TABLE = "table"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


class Alignment(str, Enum):
    """How a paragraph is set between the margins."""

    START = "start"
    CENTER = "center"
    END = "end"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document's text.

    `start` and `end` are code points of the document's text and leave out the line end. `member` and `node`
    lead back to the file: the zip member and the ordinal of the `w:p` in it, or "" and the line number from 0
    in a text file. `cell` is (table, row, column), each from 1, for a paragraph in a table; `number` counts
    notes, headers and footers from 1. `bold` says that all its words are; `size` is that of the first, in points,
    where the file says it.
    """

    start: int
    end: int
    part: Part = Part.BODY
    member: str = ""
    node: int = 0
    style: str = ""
    outline_level: int | None = None
    alignment: Alignment | None = None
    cell: tuple[int, int, int] | None = None
    number: int = 0
    bold: bool = False
    size: float | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Comment(msgspec.Struct, frozen=True):
    """A comment in a Word file (批注): what it says, and the words that it is anchored to.

    Where it is anchored to no words, `span` is the paragraph that it stands in.
    """

    span: Span
    text: str


@dataclass(frozen=True)
class Document:
    """What one file holds.

    `text` is the body in reading order (tables row by row, a text box after its anchor), then footnotes,
    endnotes, headers and footers, paragraphs joined by "\\n"; a soft line break is U+2028. `opaque` are the
    spans that are no prose (code, link targets). `generated` are the spans that a reader sees but the file does not
    hold as text, in order: the labels of Word's lists, with the tab or space after them. Each stands at the beginning
    of a paragraph; what follows it are the words of the `w:p`. `comments` are no part of the text. Offsets are code
    points into `text` everywhere. A document of the format doc, wps,
    odt or rtf is what LibreOffice made of it: its paragraphs lead back to that .docx.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    format: str = "text"
    opaque: tuple[Span, ...] = ()
    notes: tuple[str, ...] = field(default=())
    generated: tuple[Span, ...] = ()
    comments: tuple[Comment, ...] = ()

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line of the text begins; "\\n" alone ends a line."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_bounds(self, offset: int) -> tuple[int, int]:
        """Where the line that an offset stands on begins and ends, its line end left out."""
        line = bisect_right(self.line_starts, offset)
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return self.line_starts[line - 1], end

    def generated_until(self, offset: int) -> int:
        """Where the last generated span that begins at an offset or before it ends; 0 without one."""
        at = bisect_right(self.generated, Span(offset, max(offset, len(self.text))))
        return self.generated[at - 1].end if at else 0

    def is_editable(self, span: Span) -> bool:
        """Whether the words at a span can be changed in the file: none of them is generated."""
        return self.generated_until(max(span.start, span.end - 1)) <= span.start

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    def paragraph_index(self, offset: int) -> int:
        """Which paragraph an offset stands in, from 0; the first one for offsets before it."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that an offset stands in, or None for a document without any."""
        return self.paragraphs[self.paragraph_index(offset)] if self.paragraphs else None
