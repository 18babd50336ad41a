"""From a Document to a Draft: which of its paragraphs are what."""

from __future__ import annotations

from datetime import date

from docproof.model import Document, Draft, Element, ElementKind
from docproof.outlining.addressing import direction_of, issuers_of, recipients_of
from docproof.outlining.attachments import attached_elements
from docproof.outlining.back import without_summary
from docproof.outlining.closing import closing_elements
from docproof.outlining.dates import as_of_date
from docproof.outlining.directives import directives
from docproof.outlining.front import Front, classification, front_elements
from docproof.outlining.headings import heading_elements
from docproof.outlining.lines import Line, main_lines, spanned, text_boxes_first, without_contents
from docproof.outlining.meetings import attendance
from docproof.outlining.profiles import AUTO, profile_of
from docproof.outlining.quotations import quotations
from docproof.outlining.types import type_of
from docproof.outlining.web import web_addresses

__all__ = ["AUTO", "outline"]

NO_HEADINGS_IN = {ElementKind.ATTACHMENT_NOTE, ElementKind.SIGNATURE}
MAKE_A_DRAFT = {ElementKind.ISSUE_DATE, ElementKind.COPIES, ElementKind.IMPRINT, ElementKind.ATTACHMENT}


def outline(document: Document, profile: str = AUTO, as_of: date | None = None) -> Draft:
    """Recognise the elements, the type, who sends it to whom, the profile and the as-of date of a document.

    `profile` is a profile's id or "auto"; `as_of` overrides the date that the draft itself shows. A document without
    elements is plain text: a Draft with headings at most, and still checked by what applies.
    """
    text = document.text
    opaque = [*document.opaque, *web_addresses(text)]
    told = tuple(directives(document, opaque))
    written = [d.span for d in told if d.reach is None]
    lines = text_boxes_first(without_contents(main_lines(document, written)))
    front = front_elements(lines)
    rest = without_summary(lines[front.body :], front.title)
    summary = [spanned(lines[front.body + len(rest) :])] if front.body + len(rest) < len(lines) else []
    closing = _closing(rest, front)
    own = [*front.elements, *closing]
    elements = tuple(sorted([*own, *_inner(rest, closing, front), *_mark(document, front)], key=_outer_first))
    kind, issuers, recipients = type_of(text, own), issuers_of(text, own, front.issuer), recipients_of(text, own)
    return Draft(
        document,
        profile if profile != AUTO else profile_of(elements, issuers),
        kind,
        as_of or as_of_date(text, own, front.issued),
        direction_of(kind, issuers, recipients, any(e.kind is ElementKind.SIGNATORY for e in own)),
        issuers,
        recipients,
        elements,
        tuple(sorted([*opaque, *written, *summary])),
        tuple(quotations(text)),
        told,
    )


def _closing(lines: list[Line], front: Front) -> list[Element]:
    """The body and what follows it; nothing where neither the front nor a closing element makes the text a draft."""
    closing = closing_elements(lines, front)
    return closing if front.tells or MAKE_A_DRAFT & {e.kind for e in closing} else []


def _inner(lines: list[Line], closing: list[Element], front: Front) -> list[Element]:
    """What stands inside the body and the attachments: headings, who was there, an attachment's own elements."""
    attached = [e.span for e in closing if e.kind is ElementKind.ATTACHMENT]
    inside = [e for span in attached for e in attached_elements([x for x in lines if span.contains(x.span)])]
    groups = attendance(lines) if front.minutes else []
    headings = heading_elements(lines, [e.span for e in closing if e.kind in NO_HEADINGS_IN])
    return [*inside, *groups, *headings]


def _mark(document: Document, front: Front) -> list[Element]:
    """The mark of secrecy that no line of the front is."""
    return [] if any(e.kind is ElementKind.CLASSIFICATION for e in front.elements) else classification(document)


def _outer_first(element: Element) -> tuple[int, int, str]:
    return element.span.start, -element.span.end, element.kind.value
