"""From a Document to a Draft: which of its paragraphs are what."""

from __future__ import annotations

from datetime import date

from docproof.model import Document, Draft, ElementKind
from docproof.outlining.closing import closing_elements
from docproof.outlining.dates import as_of_date
from docproof.outlining.directives import directives
from docproof.outlining.front import classification, front_elements
from docproof.outlining.headings import heading_elements
from docproof.outlining.lines import main_lines
from docproof.outlining.profiles import AUTO, profile_of
from docproof.outlining.quotations import quotations
from docproof.outlining.types import type_of
from docproof.outlining.web import web_addresses

__all__ = ["AUTO", "outline"]

NO_HEADINGS_IN = {ElementKind.ATTACHMENT_NOTE, ElementKind.ATTACHMENT, ElementKind.SIGNATURE}


def outline(document: Document, profile: str = AUTO, as_of: date | None = None) -> Draft:
    """Recognise the elements, the type, the profile and the as-of date of a document.

    `profile` is a profile's id or "auto"; `as_of` overrides the date that the draft itself shows. A document without
    elements is plain text: a Draft with no elements, and still checked by what applies.
    """
    opaque = [*document.opaque, *web_addresses(document.text)]
    told = tuple(directives(document, opaque))
    written = [d.span for d in told if d.reach is None]
    lines = main_lines(document, written)
    front, rest = front_elements(lines)
    closing = closing_elements(lines[rest:]) if front else []
    headings = heading_elements(lines[rest:], [e.span for e in closing if e.kind in NO_HEADINGS_IN])
    marks = [] if any(e.kind is ElementKind.CLASSIFICATION for e in front) else classification(document)
    elements = tuple(sorted([*marks, *front, *closing, *headings], key=lambda e: (e.span, e.kind.value)))
    return Draft(
        document,
        profile if profile != AUTO else profile_of(document, elements),
        type_of(document.text, elements),
        as_of or as_of_date(document.text, elements),
        elements,
        tuple(sorted([*opaque, *written])),
        tuple(quotations(document.text)),
        told,
    )
