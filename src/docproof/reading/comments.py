"""Comments of a Word file: what they say, and which words of the text they are anchored to."""

from __future__ import annotations

from lxml import etree

from docproof.model import Comment, Document, Span
from docproof.reading.wordml import attribute, local, tags

START, END, REFERENCE = "commentRangeStart", "commentRangeEnd", "commentReference"
ANCHORS = {START, END, REFERENCE}


class _Anchor(str):
    """A piece of a paragraph's text, empty, that stands where an anchor does."""

    name: tuple[str, str]


class Anchors:
    """Where the anchors of comments stand in the text, filled while it is gathered."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, str], int] = {}  # (kind of anchor, comment's id) → offset
        self._waiting = False

    def note(self, element: etree._Element, pieces: list[str] | None, offset: int) -> None:
        """An anchor was met: among the `pieces` of a paragraph, or at `offset` between paragraphs."""
        name = (local(element), attribute(element, "id") or "")
        if pieces is None:
            self.places[name] = offset
            return
        anchor = _Anchor()
        anchor.name = name
        pieces.append(anchor)
        self._waiting = True

    def place(self, pieces: list[str], start: int, label: str) -> None:
        """The paragraph of these pieces begins at `start`, with the label of its number.

        A range that begins with the first words takes the label in: it cannot be chosen by itself.
        """
        if not self._waiting:
            return
        at = start + len(label)
        for piece in pieces:
            if isinstance(piece, _Anchor):
                first = piece.name[0] == START and at == start + len(label)
                self.places[piece.name] = start if first else at
            at += len(piece)
        self._waiting = False


def comments(
    root: etree._Element | None, places: dict[tuple[str, str], int], document: Document
) -> tuple[Comment, ...]:
    """The comments of the part `root` whose anchors have a place in the document's text, in text order."""
    found = []
    for element in root.iter(*tags("comment")) if root is not None else ():
        span = _span(attribute(element, "id") or "", places, document)
        if span is not None:
            lines = ("".join(t.text or "" for t in p.iter(*tags("t"))) for p in element.iter(*tags("p")))
            found.append(Comment(span, "\n".join(lines)))
    return tuple(sorted(found, key=lambda c: c.span))


def _span(comment: str, places: dict[tuple[str, str], int], document: Document) -> Span | None:
    start, end, reference = (places.get((kind, comment)) for kind in (START, END, REFERENCE))
    length = len(document.text)
    if start is not None and end is not None and start < min(end, length):
        return Span(start, min(end, length))
    at = next((place for place in (reference, start, end) if place is not None), None)
    paragraph = document.paragraph_at(at) if at is not None else None
    return paragraph.span if paragraph else None
