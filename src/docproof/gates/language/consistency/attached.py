"""What a draft's attachment list (附件说明) names, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from docproof.model import Draft, ElementKind, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

HAN = "一二三四五六七八九十"
LIST_HEAD = later(r"[ \t\u3000]*附[ \u3000]{0,4}件?[ \u3000]{0,4}[：:][ \t\u3000]*")
LIST_LINE = later(r"(?m)^[ \t\u3000]*附[ \u3000]{0,4}件?[ \u3000]{0,4}[：:][ \t\u3000]*\n?[ \t\u3000]*(?=1[.．、])")
SINGLE_LINE = later(r"(?m)^[ \t\u3000]*附[ \u3000]{0,4}件[ \u3000]{0,4}[：:][ \t\u3000]*[^\s\d][^\n。]{1,60}$")
ITEM = later(r"(?:附[ \u3000]{0,2}件[ \u3000]{0,2})?(?P<n>\d{1,2})[ \u3000]{0,2}[.．、：:][ \t\u3000]*(?![\d.])")
NAMED_ITEM = later(
    rf"附[ \u3000]{{0,2}}件[ \u3000]{{0,2}}(?P<n>\d{{1,2}}|[{HAN}]{{1,3}})[ \t\u3000]*[：:. \t\u3000][ \t\u3000]*"
)
NEXT_ON_LINE = later(
    r"[；;，,、。 \t\u3000]*(?<=[\u4e00-\u9fff）》”；;，,、。 \t\u3000])(?=(?:附件)?\d{1,2}[.．、](?!\d))"
)
MARK = later(
    rf"[ \t\u3000]*附[ \u3000]{{0,4}}件[ \u3000]{{0,4}}(?P<n>\d{{1,2}}|[{HAN}]{{1,3}})?[ \u3000]*(?:[：:.．]|[ \t\u3000]|$)[ \t\u3000]*"
)
MARKS = later(
    rf"(?m)^[ \t\u3000]*附[ \u3000]{{0,4}}件[ \u3000]{{0,4}}(?:\d{{1,2}}|[{HAN}]{{1,3}})?[ \u3000]*[：:]?[ \u3000]*$"
)
NOT_IN_NAME = later(
    r"[\s《》“”\"·.．。，,；;：:、]|[（(](?:另附|另发|略|附后|样[表式本]|模板|见附件|电子版|共?\d+份)[^（）()]{0,6}[）)]"
)
MOST_LISTED = 40


class Named(msgspec.Struct, frozen=True):
    """An attachment as the list names it, or as it stands behind the draft.

    `number` is the span of its number, empty before the title where it has none; `n` is None then. `title` is empty
    where an attachment shows none. `mark` is what stands before the title: “1.”, “附件1”.
    """

    n: int | None
    number: Span
    mark: Span
    title: Span

    def name(self, text: str) -> str:
        """The title without white space, book marks and remarks such as （另附）."""
        return bare(self.title.of(text))


class Attachments(msgspec.Struct, frozen=True):
    """The list, None where there is none, and the attachments in text order. `note` is the span of the list."""

    listed: tuple[Named, ...] | None
    attached: tuple[Named, ...]
    note: Span | None


def bare(words: str) -> str:
    """A title for comparison: without white space, book marks, stops and remarks."""
    return NOT_IN_NAME.sub("", words)


def attachments(draft: Draft) -> Attachments:
    """What the draft lists and what it holds; of more lists than one (each attachment may have its own) the first."""
    text = draft.text
    if "附" not in text:
        return Attachments(None, (), None)
    notes = [e.span for e in draft.all(ElementKind.ATTACHMENT_NOTE)]
    attached = [a for e in _outermost(draft) if (a := _attached(draft, e))]
    note = notes[0] if notes else _note_in(text)
    if note is None:
        return Attachments(None, tuple(attached), None)
    listed = tuple(_listed(text, note))[:MOST_LISTED]
    if not attached:
        attached = [a for m in MARKS.finditer(text, note.end) if (a := _below(text, m))]
    return Attachments(listed, tuple(a for a in attached if a.mark.start >= note.end), note)


def _outermost(draft: Draft) -> Iterator[Span]:
    """The attachments that are not within another one."""
    end = 0
    for element in draft.all(ElementKind.ATTACHMENT):
        if element.span.start >= end:
            yield element.span
            end = element.span.end


def _note_in(text: str) -> Span | None:
    """The list in a text of which no elements are known: 附件：1.……, and the numbered lines below."""
    m = LIST_LINE.search(text)
    if m is None:
        single = SINGLE_LINE.search(text)
        return Span(*single.span()) if single and MARKS.search(text, single.end()) else None
    end = at = m.start()
    first = True
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop].strip()
        if not first and not ITEM.match(line):
            break
        end, at, first = stop, stop + 1, first and LIST_HEAD.fullmatch(text, at, stop) is not None
    return Span(m.start(), end)


def _listed(text: str, note: Span) -> Iterator[Named]:
    """The attachments that a list names; a line without a number goes on with the title above."""
    found: list[Named] = []
    at = note.start
    for line in note.of(text).split("\n"):
        head = LIST_HEAD.match(line) if at == note.start else None
        start = at + (head.end() if head else len(line) - len(line.lstrip()))
        end = at + len(line.rstrip())
        while start < end:
            m = NAMED_ITEM.match(text, start, end) or ITEM.match(text, start, end)
            cut = NEXT_ON_LINE.search(text, (m.end() if m else start) + 1, end)
            stop = cut.start() if cut else end
            if m is None and found:
                found[-1] = Named(found[-1].n, found[-1].number, found[-1].mark, Span(found[-1].title.start, stop))
            elif m is None:
                found.append(Named(None, Span(start, start), Span(start, start), _title(text, start, stop)))
            else:
                found.append(
                    Named(whole_number(m["n"]), Span(*m.span("n")), Span(*m.span()), _title(text, m.end(), stop))
                )
            start = cut.end() if cut else end
        at += len(line) + 1
    yield from (f for f in found if f.title.end > f.title.start)


def _attached(draft: Draft, span: Span) -> Named | None:
    """The attachment that begins at a span, with its own title; None where it begins without a mark."""
    text = draft.text
    stop = text.find("\n", span.start, span.end)
    m = MARK.match(text, span.start, stop if stop >= 0 else span.end)
    if m is None:
        return None
    title = next((e.span for e in draft.all(ElementKind.TITLE) if span.contains(e.span)), Span(m.end(), m.end()))
    n = whole_number(m["n"]) if m["n"] else None
    number = Span(*m.span("n")) if m["n"] else Span(m.end(), m.end())
    start = m.start() + len(m.group()) - len(m.group().lstrip())
    return Named(n, number, Span(start, start + len(m.group().strip())), title)


def _below(text: str, m: re.Match[str]) -> Named | None:
    """The attachment whose mark stands on a line of its own, its title on the line below."""
    mark = MARK.match(text, m.start(), m.end())
    below = re.compile(r"\s*(?P<title>\S[^\n]{0,60})").match(text, m.end())
    if mark is None or below is None:
        return None
    start = m.start() + len(m.group()) - len(m.group().lstrip())
    n = whole_number(mark["n"]) if mark["n"] else None
    number = Span(*mark.span("n")) if mark["n"] else Span(m.end(), m.end())
    return Named(n, number, Span(start, start + len(m.group().strip())), Span(*below.span("title")))


def _title(text: str, start: int, end: int) -> Span:
    """The span without white space and the stop that lists wrongly end with."""
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip(" \t\u3000；;。，,")))
