"""Other people's words: what a draft quotes is not the draft's own wording."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.model import Span
from docproof.model.patterns import later

TITLES = later(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
QUOTED = later(r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”")
LONG = 15  # code points from which a quotation with a sentence's marks is taken for a quotation
SENTENCE = later(r"[，。；！？]")
INTRODUCED = later(
    r"(?:指出|强调|规定|明确|要求|写道|认为|提出|表示|引用|原文|原文作|原话|照录|记载|载明|写作|题为)[：:，,]?$"
)


def quotations(text: str) -> Iterator[Span]:
    """The spans of book titles and of quotations, their marks included, in text order.

    A short “…” is usually the draft's own word; it counts where it has 15 characters or more with a sentence's marks
    in it, or where a verb such as 指出 introduces it.
    """
    spans = [Span(m.start(), m.end()) for m in TITLES.finditer(text)]
    for m in QUOTED.finditer(text):
        long = m.end() - m.start() - 2 >= LONG and SENTENCE.search(text, m.start(), m.end())
        if long or INTRODUCED.search(text[max(0, m.start() - 6) : m.start()]):
            spans.append(Span(m.start(), m.end()))
    yield from sorted(spans)
