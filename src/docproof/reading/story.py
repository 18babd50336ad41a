"""The walk through a Word file's XML that gathers its text, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from docproof.model import Paragraph, Part, Span
from docproof.reading.comments import ANCHORS, Anchors
from docproof.reading.counting import Counters
from docproof.reading.numbering import Numbering, Place
from docproof.reading.styles import ParagraphLook, RunLook, Styles
from docproof.reading.wordml import attribute, child, local, tags

SOFT_BREAK = "\u2028"
CHARACTERS = {
    "br": SOFT_BREAK,
    "tab": "\t",
    "ptab": "\t",
    "cr": SOFT_BREAK,
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
OBJECT = "\ufffc"
OBJECTS = {"oMath", "oMathPara", "sym"}  # formulas and symbol fonts: a place in the sentence, no words
LEFT_OUT = {"del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr",
            "sdtPr", "sdtEndPr", "rt", "fldData", "tblGrid", "proofErr", "altChunk"}  # fmt: skip


class TextTooLongError(Exception):
    """More text than the bound allows."""


@dataclass
class _Open:
    """A paragraph that is being read; a deleted paragraph mark lets the next `w:p` continue it."""

    look: ParagraphLook
    node: int
    place: Place | None
    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    continues: bool = False
    unseen_if_empty: bool = False
    first: RunLook | None = None
    bold: bool = True

    def add(self, words: str, look: RunLook) -> None:
        self.pieces.append(words)
        if words and not words.isspace():
            self.first = self.first or look
            self.bold = self.bold and look.bold


class Story:
    """Gathers `text`, `paragraphs` and `generated` from the parts of a Word file, in the order in which they are read.

    Left out are deletions, the origin of moves, hidden text and the instructions of fields. A text box follows the
    paragraph that anchors it. The label that Word's numbering gives a paragraph stands before its text; `generated`
    are the spans of these labels. `max_size` bounds the text, in UTF-8 bytes at three a character.
    """

    def __init__(self, styles: Styles, numbering: Numbering | None, max_size: int):
        self.paragraphs: list[Paragraph] = []
        self.generated: list[Span] = []
        self.anchors = Anchors()
        self._styles = styles
        self._numbering = numbering
        self._counters: dict[tuple[str, bool], Counters] = {}
        self._left = max_size // 3
        self._lines: list[str] = []
        self._length = 0
        self._tables = 0
        self._root: etree._Element | None = None
        self._ordinals: dict[etree._Element, int] = {}

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    def read(self, root: etree._Element, part: Part, member: str, number: int = 0) -> None:
        """Read one part of the file, or one note of it. Raises TextTooLongError."""
        self._part, self._member, self._number = part, member, number
        self._count_paragraphs(root.getroottree().getroot())
        before = (len(self.paragraphs), len(self.generated), self._length, self._left, self._tables)
        counters = {story: c.copy() for story, c in self._counters.items() if story[0] == member}
        self._walk(root, heed_fields=True)
        if self._in_field_code:  # a field that never ends would hide all that follows it
            paragraphs, generated, self._length, self._left, self._tables = before
            del self.paragraphs[paragraphs:], self._lines[paragraphs:], self.generated[generated:]
            for story in ((member, False), (member, True)):
                self._counters[story] = counters.get(story, Counters())
            self._walk(root, heed_fields=False)

    def _walk(self, root: etree._Element, heed_fields: bool) -> None:
        self._cell: tuple[int, int, int] | None = None
        self._covered = False
        self._heed_fields = heed_fields
        self._in_field_code: list[bool] = []
        self._open: _Open | None = None
        self._blocks(root)
        self._close()

    def _count_paragraphs(self, root: etree._Element) -> None:
        """Number the `w:p` of a part; the notes of one part share the count."""
        if self._root is not root:
            self._root = root
            self._ordinals = {e: n for n, e in enumerate(root.iter(*tags("p")))}

    def _blocks(self, parent: etree._Element) -> None:
        for element in parent:
            name = local(element)
            if name == "p" and _is_word(element):
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "AlternateContent":
                chosen = _choice(element)
                if chosen is not None:
                    self._blocks(chosen)
            elif name in ANCHORS:
                self.anchors.note(element, self._open.pieces if self._open else None, self._length)
            elif name not in LEFT_OUT:
                self._blocks(element)

    def _table(self, table: etree._Element) -> None:
        self._close()
        outer, covered = self._cell, self._covered
        if outer is None:
            self._tables += 1
        number = self._tables
        rows = [r for r in _within(table, "tr") if not _deleted_row(r)]
        for row_number, row in enumerate(rows, 1):
            for column, cell in enumerate(_within(row, "tc"), 1):
                properties = child(cell, "tcPr")
                if child(properties, "cellDel") is not None:
                    continue
                if outer is None:
                    self._cell = (number, row_number, column)
                self._covered = covered or _is_covered(properties)
                self._blocks(cell)
                self._close()
                self._covered = covered
        self._cell = outer

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        look = self._styles.paragraph(properties)
        node = self._ordinals.get(element, 0)
        place = self._numbering.place(properties, look.style_id) if self._numbering else None
        current = self._open if self._open is not None and self._open.continues else None
        if current is None:
            self._close()
            current = self._open = _Open(look, node, place)
        elif not "".join(current.pieces):
            current.look, current.node, current.place = look, node, place
        self._inline(element, current, current.look.run)
        mark = child(properties, "rPr")
        current.continues = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        if place and not self._covered:
            current.unseen_if_empty = child(properties, "sectPr") is not None or self._styles.run(mark, look).hidden
        if not current.continues:
            self._close()

    def _inline(self, parent: etree._Element, out: _Open, look: RunLook) -> None:
        for element in parent:
            name = local(element)
            if name == "txbxContent":
                out.boxes.append(element)
            elif name == "AlternateContent":
                chosen = _choice(element)
                if chosen is not None:
                    self._inline(chosen, out, look)
            elif name == "fldChar":
                self._field(attribute(element, "fldCharType") or "")
            elif name == "r" and _is_word(element):
                self._inline(element, out, self._styles.run(child(element, "rPr"), out.look))
            elif name == "t" or name in CHARACTERS or name in OBJECTS:
                if not (look.hidden or any(self._in_field_code)):
                    out.add(_shown(element, name), look)
            elif name in ANCHORS:
                self.anchors.note(element, out.pieces, self._length)
            elif name not in LEFT_OUT:
                self._inline(element, out, look)

    def _field(self, kind: str) -> None:
        """A field's code runs from `begin` to `separate`, its result from there to `end`; fields nest."""
        if not self._heed_fields:
            return
        if kind == "begin":
            self._in_field_code.append(True)
        elif kind == "separate" and self._in_field_code:
            self._in_field_code[-1] = False
        elif kind == "end" and self._in_field_code:
            self._in_field_code.pop()

    def _close(self) -> None:
        """End the open paragraph, then read the text boxes that it anchors."""
        current, self._open = self._open, None
        if current is None:
            return
        words = "".join(current.pieces)
        label = self._label(current, words)
        self.anchors.place(current.pieces, self._length, label)
        self._add(label, words, current)
        boxes, part, fields = current.boxes, self._part, self._in_field_code
        for box in boxes:
            self._part, self._in_field_code = Part.TEXT_BOX, []
            self._blocks(box)
            self._close()
        self._part, self._in_field_code = part, fields

    def _label(self, current: _Open, words: str) -> str:
        """What the numbering puts before the words; an empty paragraph that Word does not show counts for nothing."""
        if current.place is None or self._covered or (not words and (current.continues or current.unseen_if_empty)):
            return ""
        story = (self._member, self._part is Part.TEXT_BOX)
        if story not in self._counters:
            self._counters[story] = Counters()
        return self._counters[story].label(current.place)

    def _add(self, label: str, words: str, origin: _Open) -> None:
        line = label + words
        self._left -= len(line)
        if self._left < 0:
            raise TextTooLongError
        start = self._length
        if label:
            self.generated.append(Span(start, start + len(label)))
        self._lines.append(line)
        self._length += len(line) + 1
        part = Part.TABLE if self._cell and self._part is Part.BODY else self._part
        look = origin.look
        self.paragraphs.append(
            Paragraph(
                start,
                start + len(line),
                part,
                self._member,
                origin.node,
                look.style,
                look.outline_level,
                look.alignment,
                self._cell,
                self._number,
                bool(origin.first) and origin.bold,
                origin.first.size if origin.first else None,
            )
        )


def _shown(element: etree._Element, name: str) -> str:
    """What a leaf of a run adds to the text; leaves of DrawingML add nothing."""
    if name in OBJECTS:
        return OBJECT
    if not _is_word(element):
        return ""
    if name in CHARACTERS:
        return CHARACTERS[name]
    return (element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _is_word(element: etree._Element) -> bool:
    """Whether an element is of WordprocessingML; DrawingML has a `p`, `r` and `t` of its own."""
    return "wordprocessingml" in element.tag


def _choice(alternate: etree._Element) -> etree._Element | None:
    """What `mc:AlternateContent` shows, read once: its first Choice that holds something, else its Fallback."""
    options = [e for e in alternate if local(e) == "Choice" and len(e)] or [
        e for e in alternate if local(e) == "Fallback"
    ]
    return options[0] if options else None


def _within(parent: etree._Element, name: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and revisions."""
    found: list[etree._Element] = []
    for element in parent:
        if local(element) == name:
            found.append(element)
        elif local(element) in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}:
            found += _within(element, name)
    return found


def _deleted_row(row: etree._Element) -> bool:
    return child(child(row, "trPr"), "del") is not None


def _is_covered(cell: etree._Element | None) -> bool:
    """Whether a cell with these `w:tcPr` lies under the cell above it that is merged with it."""
    merge = child(cell, "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"
