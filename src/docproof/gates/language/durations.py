"""How long something is said to last, beside its first and last day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.language.dates import TO
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.stated_days import StatedDay, date_in, stated_days
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

LASTS = later(
    r"(?:为期|历时|会期|工期|展期|时长|(?:公示|报名|培训|活动|展示|会议)?(?:时间|时限)|公示期限?|期限|培训期|展期|共(?=[一二三四五六七八九十\d]{1,3}天[（(，])|，共(?=[一二三四五六七八九十\d]{1,3}天))(?:约?为)?(?P<mark>(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<u>天|日(?!历)|个月|个工作日))(?!左右)"
)
BEGUN = later(r"^(?:起|开始|开工|启动)，?")
DAYS_IN_MONTH = 30.4
LEAP_YEAR = 2024  # stands for a year not stated


@rule(
    "dates.duration",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "培训班为期⟦5天⟧（3月9日—12日）。",
        "活动自3月1日起至3月31日止，为期⟦两个月⟧。",
        "会期⟦2天→5天⟧，从4月20日至4月24日。",
        "公示时间为⟦5个工作日⟧（2026年3月2日至3月4日）。",
    ],
    good=[
        "培训班为期4天（3月9日—12日）。",
        "活动自3月1日起至4月30日止，为期两个月。",
        "公示期5个工作日，从3月9日至3月13日。",
    ],
)
def duration(draft: Draft) -> Iterator[Hit]:
    """说的天数、月数与起止日期要相符。首尾两天算与不算都可以。"""
    text = draft.view(Scope.PROSE)
    every = sorted(draft.once(stated_days), key=lambda d: d.span)
    starts = [d.span.start for d in every]
    for first, last in pairwise(every):
        lasted = _days(first, last) if _is_range(text, first, last) else None
        if lasted is None:
            continue
        start, end = sentence_around(text, first.span.start)
        if bisect_left(starts, end) - bisect_left(starts, start) != 2:
            continue
        for m in LASTS.finditer(text, start, end):
            n = whole_number(m["n"])
            if _is_wrong(n, m["u"], lasted):
                yield hit(Span(*m.span("mark")), f"起止日期之间是{lasted}天，请核对", *_right(m, lasted))


def _right(m: re.Match[str], lasted: int) -> Iterator[str]:
    """How long it is, in the form of what is said."""
    months = round(lasted / DAYS_IN_MONTH)
    if m["u"] in "天日":
        yield f"{lasted}天"
    elif m["u"] == "个月" and 0 < months < 11:
        yield f"{months if m['n'].isdigit() else '一两三四五六七八九十'[months - 1]}个月"


def _is_wrong(n: int, unit: str, lasted: int) -> bool:
    if unit == "个工作日":
        return n > lasted
    return abs(lasted / DAYS_IN_MONTH - n) > 0.7 if unit == "个月" else n not in (lasted, lasted - 1)


def _is_range(text: str, first: StatedDay, last: StatedDay) -> bool:
    between = BEGUN.sub("", text[first.span.end : last.span.start])
    return len(between) <= 12 and TO.fullmatch(between) is not None


def _days(first: StatedDay, last: StatedDay) -> int | None:
    """How many days a range holds, both ends counted; None where it is none within one year."""
    year = first.year or LEAP_YEAR
    a, b = date_in(year, first.month, first.day), date_in(last.year or year, last.month, last.day)
    return (b - a).days + 1 if a and b and a < b else None
