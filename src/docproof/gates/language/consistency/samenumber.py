"""A number told twice of the same thing, once with a digit wrong or two digits swapped; a meeting's day told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from docproof.engine import Hit, hit, rule
from docproof.gates.language.quantities import UNITS, counted_text
from docproof.gates.language.stated_days import stated_days
from docproof.gates.sources import EXAMINING
from docproof.model import DocumentType, Draft, ElementKind, Gate, Scope, Severity, Span
from docproof.model.patterns import later

WHAT = (
    "总投资|投资概算|工程概算|概算总投资|预算总额|资金缺口|缺口|补助资金|专项资金|所需资金|合同金额|合同价款|合同总价|中标价|中标金额|"
    "总建筑面积|建筑面积|占地面积|用地面积|总面积|总里程|全长|总库容|总人口|户籍人口|常住人口|耕地面积|设计规模|建设规模|结算价|审定金额|罚款|经费"
)
TOLD = later(
    rf"(?P<what>{WHAT})(?:共|约|为|达|共计|总计|合计|是|的|：|计|人民币){{0,2}}(?P<mark>(?P<n>\d[\d,]*(?:\.\d+)?)(?P<u>[万亿]?(?:{UNITS}|平方米|立方米)))"
)
FEWEST_DIGITS = 3
CALLED = later(r"(?:定于|拟于|将于|决定于)$")
WHEN = later(r"(?:会议|大会|培训|活动|报到|开会|集合|比赛|考试|开标|竞赛|演练)?时间(?:定?[为在])?[：:]?\s?$")


@rule(
    "consistency.same-number",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    bad=[
        "该工程总投资4860万元。\n经测算，工程总投资⟦4680万元⟧。",
        "项目占地面积126.5亩。\n项目占地面积⟦125.6亩⟧，土地已落实。",
    ],
    good=["该工程总投资4860万元。\n经测算，工程总投资4860万元。", "甲项目总投资4860万元，乙项目总投资1200万元。"],
)
def same_number(draft: Draft) -> Iterator[Hit]:
    """同一项总投资、面积、人口等，前后的数要一致。

    只差一位数字，或者相邻两位颠倒的，提示后一处。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.once(counted_text)
    first: dict[tuple[str, str, str], Span] = {}
    for m in TOLD.finditer(text):
        first.setdefault((m["what"][-3:], m["u"], m["n"].replace(",", "")), Span(*m.span("mark")))
    for (one, a), (other, b) in combinations(first.items(), 2):
        if one[:2] == other[:2] and _is_slip(one[2], other[2]):
            yield hit(max(a, b), f"前面写作“{min(a, b).of(text)}”，是同一个数的请核对")


def _is_slip(one: str, other: str) -> bool:
    """Whether two numbers of as many digits differ by two that are swapped, or by one among four or more."""
    if len(one) != len(other) or len(re.sub(r"\D", "", one)) < FEWEST_DIGITS or one.find(".") != other.find("."):
        return False
    differing = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if len(differing) == 1:
        return len(re.sub(r"\D", "", one)) > FEWEST_DIGITS
    return len(differing) == 2 and sorted(one) == sorted(other)


@rule(
    "consistency.meeting-day",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    when=("时间",),
    bad=[
        "关于召开会议的通知\n各股室：\n定于3月20日召开防汛会议。\n一、会议时间：⟦3月21日⟧上午9时。\n青禾县水利局\n2026年3月5日"
    ],
    good=[
        "关于召开会议的通知\n各股室：\n定于3月20日召开防汛会议。\n一、会议时间：3月20日上午9时。报到时间：3月19日。\n青禾县水利局\n2026年3月5日"
    ],
)
def meeting_day(draft: Draft) -> Iterator[Hit]:
    """会议、活动的日期，引语与“会议时间”要一致。"""
    body = draft.first(ElementKind.BODY)
    text = draft.view(Scope.PROSE)
    if body is None or "时间" not in text:
        return
    days = [d for d in draft.once(stated_days) if body.span.contains(d.span)]
    called = [d for d in days if CALLED.search(text, max(0, d.span.start - 4), d.span.start)]
    if len(called) != 1:
        return
    for day in days:
        named = WHEN.search(text, max(0, day.span.start - 10), day.span.start)
        if (
            named
            and not named.group().startswith(("报", "集"))
            and (day.month, day.day) != (called[0].month, called[0].day)
        ):
            message = f"前面说定于{called[0].month}月{called[0].day}日，请核对"
            yield hit(day.span, message)
            return
