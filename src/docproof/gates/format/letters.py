"""The form of letters (信函格式; GB/T 9704—2012 10.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, first_line, own
from docproof.gates.sources import clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span

CLAUSE = clause("10.1")
OF_DOCUMENTS = "文件"


def _letter(letterhead: str, after: str = "") -> str:
    return notice(
        letterhead=letterhead,
        title="沅泽县水利局关于商借测绘设备的函",
        recipients="县自然资源局：",
        body="因工作需要，拟借用设备一台。请函复。",
        after=after,
    )


@rule(
    "letter.letterhead",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[_letter("⟦沅泽县水利局文件→沅泽县水利局⟧")],
    good=[_letter("沅泽县水利局")],
)
def letterhead(draft: Draft) -> Iterator[Hit]:
    """函用信函格式，发文机关标志用全称或者规范化简称，不加“文件”二字。"""
    if draft.type is not DocumentType.LETTER:
        return
    for span in own(draft, ElementKind.LETTERHEAD):
        name = bare(draft, span)
        if name.endswith(OF_DOCUMENTS):
            yield hit(span, "函一般用信函格式，发文机关标志不加“文件”二字", name.removesuffix(OF_DOCUMENTS))


@rule(
    "letter.imprint",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[_letter("沅泽县水利局", "⟦沅泽县水利局办公室⟧　2026年3月2日印发")],
    good=[_letter("沅泽县水利局"), _letter("沅泽县水利局文件", "沅泽县水利局办公室　2026年3月2日印发")],
)
def imprint(draft: Draft) -> Iterator[Hit]:
    """信函格式的版记不加印发机关和印发日期、分隔线。"""
    heads = own(draft, ElementKind.LETTERHEAD)
    if draft.type is DocumentType.LETTER and heads and not any(bare(draft, s).endswith(OF_DOCUMENTS) for s in heads):
        for span in own(draft, ElementKind.IMPRINT):
            first = first_line(draft, span)
            organ = len(first.of(draft.text).split()[0])
            yield hit(Span(first.start, first.start + organ), "信函格式的版记不加印发机关和印发日期")
