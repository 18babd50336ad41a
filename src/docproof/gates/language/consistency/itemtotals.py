"""A total or a count that stands above or below numbered lines: 上述四项合计4860万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.numbered import Item, numbered_series
from docproof.gates.language.quantities import counted_text, plain, quantities
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import count_like, whole_number
from docproof.model.patterns import later

TOTAL = later(r"计(?<=[合共总]计)[^，。；：\d\n]{0,4}(?=\d)")
LEAD = later(r"[ \t\u3000]*(?:以上|上述|各项|全部)?[^，。；：\d\n]{0,10}[合共总]$")
THESE = later(
    r"(?:以上|上述|这)(?P<mark>(?P<n>[两三四五六七八九十]|[2-9])(?P<u>项|条|点|个方面|个问题|类|种))(?![^，。；\n]{0,6}(?:之一|中))",
    given=("以上", "上述", "这"),
)


@rule(
    "consistency.items-total",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "资金来源如下：\n1.中央补助2430万元，已下达。\n2.省级补助810万元。\n3.县级自筹820万元。\n上述三项合计⟦4160万元→4060万元⟧。",
    ],
    good=[
        "资金来源如下：\n1.中央补助2430万元，已下达。\n2.省级补助810万元。\n3.县级自筹820万元。\n上述三项合计4060万元。",
        "1.设备10台，50万元，安装费5万元。\n2.培训费5万元。\n合计70万元。",
    ],
)
def items_total(draft: Draft) -> Iterator[Hit]:
    """逐条列出金额、数量之后的合计要等于各条之和。每条只有一个同类数的才核。"""
    text = draft.once(counted_text)
    for m in TOTAL.finditer(text):
        start = text.rfind("\n", 0, m.start()) + 1
        if LEAD.fullmatch(text, start, m.start()) is None:
            continue
        total = next(quantities(text, m.end(), m.end() + 30), None)
        series = _above(draft, start)
        if total is None or total.span.start != m.end() or series is None:
            continue
        told = [[q for q in quantities(text, i.words.start, i.words.end) if q.unit == total.unit] for i in series]
        if any(len(q) != 1 for q in told):
            continue
        value = sum((q[0].value for q in told), Decimal(0))
        slack = sum((q[0].step for q in told), total.step)
        if abs(value - total.value) > slack:
            right = f"{plain(value)}{text[total.span.end - len(total.unit) : total.span.end]}"
            yield hit(total.span, f"上面各条相加是{plain(value)}{total.unit}，请核对", right)


def _above(draft: Draft, at: int) -> list[Item] | None:
    """The numbered series that ends in the paragraph right above an offset."""
    index = draft.document.paragraph_index(at)
    above = next(
        (
            i
            for i in range(index - 1, -1, -1)
            if draft.text[draft.paragraphs[i].start : draft.paragraphs[i].end].strip()
        ),
        -1,
    )
    return next((s for s in draft.once(numbered_series) if len(s) > 1 and s[-1].paragraph == above), None)


@rule(
    "consistency.these-items",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=["1.排查隐患。\n2.建立台账。\n3.限期整改。\n以上⟦四项→三项⟧请于月底前完成。"],
    good=["1.排查隐患。\n2.建立台账。\n3.限期整改。\n以上三项请于月底前完成。", "以上四项请于月底前完成。"],
)
def these_items(draft: Draft) -> Iterator[Hit]:
    """“以上三项”“上述四点”与上面列出的条数要相符。"""
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.once(counted_text)
    for m in THESE.finditer(text):
        start = text.rfind("\n", 0, m.start()) + 1
        series = _above(draft, start) if not text[start : m.start()].strip() else None
        n = whole_number(m["n"])
        if series and n != len(series) and series[-1].n == len(series):
            count = count_like(m["n"], len(series))
            yield hit(Span(*m.span("mark")), f"上面列了{len(series)}{m['u']}，请核对", count + m["u"])
