"""Lines of a draft where elements stand that are not well formed enough to be recognised, and its own elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.model import Draft, ElementKind, Span

TOP = 400  # code points within which what stands above a title ends


def lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two offsets that hold something, without the white space around them."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        words = text[at:stop]
        if bare := words.strip():
            begins = at + words.index(bare[0])
            yield Span(begins, begins + len(bare))
        at = stop + 1


def top_lines(draft: Draft) -> list[Span]:
    """The lines above the title, or above the recipients or the body where there is none; else the first ones."""
    below = [
        e.span.start for e in draft.blocks if e.kind in (ElementKind.TITLE, ElementKind.RECIPIENTS, ElementKind.BODY)
    ]
    return list(lines(draft.text, 0, min([*below[:1], TOP, len(draft.text)])))


def lines_behind(draft: Draft, kind: ElementKind) -> list[Span]:
    """The lines behind the last element of a kind that is the draft's own, to the next element or the end."""
    found = own(draft, kind)
    if not found:
        return []
    start = found[-1].end
    following = [e.span.start for e in draft.blocks if e.span.start >= start]
    return list(lines(draft.text, start, min(following, default=len(draft.text))))


def like(draft: Draft, among: list[Span], pattern: re.Pattern[str]) -> list[Span]:
    """The lines that are as a pattern says, as a whole."""
    return [line for line in among if pattern.fullmatch(draft.text, line.start, line.end)]


def own(draft: Draft, kind: ElementKind) -> list[Span]:
    """The elements of a kind that are the draft's own, not an attachment's."""
    attached = [e.span for e in draft.all(ElementKind.ATTACHMENT)]
    return [e.span for e in draft.all(kind) if not any(a.contains(e.span) for a in attached)]


def first_line(draft: Draft, span: Span) -> Span:
    """The first line of an element, where something is told of it as a whole."""
    return next(lines(draft.text, span.start, span.end), span)


def bare(draft: Draft, span: Span) -> str:
    """What stands in a span, without white space."""
    return "".join(span.of(draft.text).split())
