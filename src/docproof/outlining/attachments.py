"""What an attachment holds: its own title, and where it is a draft itself, that draft's elements."""

from __future__ import annotations

from docproof.model import Element, ElementKind
from docproof.model.patterns import later
from docproof.outlining.back import NAMED_MARK, TABLES, is_attachment_mark, opens_attachment
from docproof.outlining.closing import closing_elements
from docproof.outlining.front import front_elements
from docproof.outlining.lines import Line, spanned
from docproof.outlining.notes import note_below
from docproof.outlining.titles import can_be_title, ends_title, is_spaced_out

MOST_TITLE_LINES = 4
MOST_PIECES = 2  # words set apart by white space: more are a table's row
LONGEST_SHORT_TITLE = 30  # code points
COUNT = later(r"[（(].{0,4}\d+.{1,2}[）)]")
OF_A_DRAFT = {ElementKind.DOCUMENT_NUMBER, ElementKind.RECIPIENTS}
SIGNED = {ElementKind.SIGNATURE, ElementKind.ISSUE_DATE, ElementKind.NOTE}


def attached_elements(lines: list[Line]) -> list[Element]:
    """The elements inside an attachment, which begins with its mark or, unmarked, with its title."""
    if not is_attachment_mark(lines[0]) and (named := NAMED_MARK.fullmatch(lines[0].text)):
        return [Element(ElementKind.TITLE, lines[0].part(*named.span("name")))]
    lines = lines[1:] if opens_attachment(lines, 0) else lines
    front = front_elements(lines)
    if OF_A_DRAFT & {e.kind for e in front.elements}:
        closing = closing_elements(lines[front.body :], front)
        return [*front.elements, *(e for e in closing if e.kind in SIGNED)]
    title = _title(lines[:MOST_TITLE_LINES])
    if not title:
        return []
    note = note_below(lines, len(title))
    elements = [Element(ElementKind.TITLE, spanned(title))]
    if note:
        elements.append(Element(ElementKind.ADOPTION_NOTE, spanned(lines[len(title) : len(title) + note])))
    return elements


def _title(lines: list[Line]) -> list[Line]:
    """The lines up to one that ends as the title of a statute, a plan or a table does; else a first short line."""
    whole = ""
    for at, line in enumerate(lines):
        if not can_be_title(line) or (len(line.text.split()) > MOST_PIECES and not is_spaced_out(line)):
            break
        whole += line.bare
        if ends_title(whole) or TABLES.search(whole):
            below = lines[at + 1].bare if at + 1 < len(lines) else ""
            return lines[: at + 2] if COUNT.fullmatch(below) else lines[: at + 1]
    return lines[:1] if whole and len(lines[0].bare) <= LONGEST_SHORT_TITLE and len(lines[0].text.split()) == 1 else []
