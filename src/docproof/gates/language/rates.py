"""A part, its whole and the percentage told of them: 受理130件，办结120件，办结率92.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.quantities import counted_text, quantities
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.patterns import each, later

SHARE = later(
    r"[，、（](?:(?P<name>[^\d，。；：、（）\n]{1,4})率|占(?:全[^\d，。；：、（）\n]{1,6}|总[^\d，。；：、（）\n]{1,4}|其)?的?)(?:约?为|达到?|是|约)?(?P<r>\d{1,2}(?:\.\d+)?|100)[%％](?!以|左|多|—|～|至)"
)
SIGN = (later(r"率(?=(?:约?为|达到?|是|约)?\d)"), later(r"占(?=[全总其\d约])"))
OTHERS = later(r"同比|比[上去]年|较|增|降|每|年均|计划|目标|以上|上年|去年")
NEAR = Decimal("0.3")  # percentage points beyond rounding


@rule(
    "sums.rate",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("%", "％"),
    bad=[
        "受理申请130件，办结120件，办结率⟦95%→92%⟧。",
        "全所干警48人，其中党员36人，占⟦80%→75%⟧。",
        "发放问卷500份，回收480份，回收率⟦98.5%→96.0%⟧。",
    ],
    good=[
        "受理申请130件，办结120件，办结率92.3%。",
        "全所干警48人，其中党员36人，占75%。",
        "检查企业45家，发现问题12家，整改率95%",
        "新增企业12家，累计达到60家，占全市的5%",
    ],
)
def rate(draft: Draft) -> Iterator[Hit]:
    """部分、总数与百分比要对得上。

    一句里先说总数，再说部分，接着说比率的，按四舍五入核对。
    """
    text = draft.once(counted_text)
    for sign in each(SIGN, text):
        at = max(text.rfind(c, max(0, sign.start() - 5), sign.start()) for c in "，、（")
        m = SHARE.match(text, at) if at >= 0 else None
        if m is None:
            continue
        start, _ = sentence_around(text, m.start())
        said = list(quantities(text, start, m.start() + 1))
        if m["name"]:
            said = said[-2:]  # 检查260处，发现85处，整改80处，整改率
        if len(said) != 2 or said[0].unit != said[1].unit or not all(q.exact and not q.step for q in said):
            continue
        whole, part = said
        between = text[whole.span.end : m.start()]
        if part.value > whole.value or m.start() - part.span.end > 1 or OTHERS.search(text[start : m.start()]):
            continue
        if not (_of(m, between) if m["name"] else "其中" in between):
            continue
        decimals = len(m["r"].partition(".")[2])
        right = part.value / whole.value * 100
        if abs(right - Decimal(m["r"])) > Decimal(5) / 10 ** (decimals + 1) + NEAR:
            span = Span(m.start("r"), m.end())
            yield hit(span, f"{part}占{whole}的{right:.1f}%，请核对", f"{right:.{decimals}f}%")


def _of(m: re.Match[str], between: str) -> bool:
    """Whether a rate is that of what stands between the whole and the part: 办结率 of 办结120件."""
    return any(c in between for c in m["name"][-2:])
