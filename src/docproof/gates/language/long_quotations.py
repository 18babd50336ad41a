"""Quotations of several paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.pairs import quotation_runs
from docproof.model import Draft, Gate, Severity, Source, Span, Strength

SENTENCE_ENDS = tuple("。！？；…")


@rule(
    "punctuation.quoted-paragraphs",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("GB/T 15834—2011", "4.8.3.5", Strength.REQUIRED),
    bad=["会议强调：“要抓实防汛。\n⟦→“⟧要抓早抓小。\n⟦→“⟧要压实责任。”"],
    good=["会议强调：“要抓实防汛。\n“要抓早抓小。\n“要压实责任。”", "会议强调：“要抓实防汛，\n抓早抓小。”"],
)
def quoted_paragraphs(draft: Draft) -> Iterator[Hit]:
    """引文有几段的，每一段开头都用前引号，只在最后一段末尾用后引号。"""
    for first, last in quotation_runs(draft):
        opening = draft.paragraphs[first.paragraph]
        if not draft.text[opening.start : opening.end].rstrip().endswith(SENTENCE_ENDS):
            continue  # the line just goes on
        for paragraph in draft.paragraphs[first.paragraph + 1 : last.paragraph + 1]:
            words = draft.text[paragraph.start : paragraph.end]
            start = paragraph.start + len(words) - len(words.lstrip())
            if words.strip() and not words.lstrip().startswith(first.char):
                yield hit(Span(start, start), "引文分几段的，每段开头都用前引号", first.char)
