"""Hours that end before they begin, and stages that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.language.stated_days import StatedDay, stated_days
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, Gate, Scope, Severity, Span
from docproof.model.patterns import each, later, one_of

TO = one_of("至到—－～-", r"(?:(?<=\d.)|(?<=[分时].))(?=[上下]?午?\s?\d)")
BEFORE = later(r"(?<![\d:：])(?P<h>\d{1,2})(?:[:：](?P<m>\d{2})|[时点](?:(?P<M>\d{1,2})分)?)$")
BEHIND = later(
    r"[至到—－～-]{1,2}\s?(?P<half>[上下]午)?(?P<h>\d{1,2})(?:[:：](?P<m>\d{2})(?![\d:：])|[时点](?:(?P<M>\d{1,2})分)?)"
)
NIGHT = 17  # o'clock: what begins later may end the next day
STAGE = later(r"阶段[^，。；：\n]{0,12}[（(：:]?(?:时间)?[（(：:]?$")
GAP = later(r"[至到—－～-]{1,2}")


@rule(
    "consistency.clock-order",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=["培训时间为上午⟦8:30至7:30⟧。", "下午⟦15时至14时⟧召开座谈会。"],
    good=["培训时间为上午8:30至11:30。", "值班时间为18:00至8:00。", "上午9:00至下午2:00，比分8:30，比例为3:1至2:1"],
)
def clock_order(draft: Draft) -> Iterator[Hit]:
    """起止的时刻前后不能颠倒。跨夜的、后面写明下午的不报。"""
    text = draft.view(Scope.PROSE)
    for sign in each(TO, text):
        left = max(0, sign.start() - 8)
        a, b = BEFORE.search(text[left : sign.start()]), BEHIND.match(text, sign.start())
        if a is None or b is None or b["half"] or bool(a["m"]) != bool(b["m"]):
            continue
        start, end = _minutes(a), _minutes(b)
        if end < start < NIGHT * 60 and _same_half(text, left + a.start(), start, end):
            yield hit(Span(left + a.start(), b.end()), "起止时刻前后颠倒，请核对")


def _minutes(m: re.Match[str]) -> int:
    return int(m["h"]) * 60 + int(m["m"] or m["M"] or 0)


def _same_half(text: str, at: int, start: int, end: int) -> bool:
    """Whether both are of one half of the day: both past noon, or the text says 上午."""
    return (start >= 720 and end >= 720) or text[max(0, at - 4) : at].rstrip().endswith(("上午", "早上"))


@rule(
    "consistency.stage-order",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    when=("阶段",),
    bad=["动员阶段（3月1日至3月15日）、整治阶段（⟦3月10日⟧至5月31日）、总结阶段（6月1日至6月30日）。"],
    good=["动员阶段（3月1日至3月15日）、整治阶段（3月16日至5月31日）、总结阶段（6月1日至6月30日）。"],
)
def stage_order(draft: Draft) -> Iterator[Hit]:
    """前后阶段的起止日期不交叉。"""
    text = draft.view(Scope.PROSE)
    if "阶段" not in text:
        return
    days = sorted(draft.once(stated_days), key=lambda d: d.span)
    ranges = [
        (a, b) for a, b in pairwise(days) if GAP.fullmatch(text[a.span.end : b.span.start]) and _of_stage(text, a)
    ]
    for (_, last), (first, _) in pairwise(ranges):
        one, other = (last.month, last.day), (first.month, first.day)
        same_year = first.year == last.year or None in (first.year, last.year)
        if same_year and other < one and last.month - first.month < 6 and first.span.start - last.span.end < 400:
            yield hit(first.span, f"上一阶段到{last.month}月{last.day}日才结束，请核对")


def _of_stage(text: str, day: StatedDay) -> bool:
    return STAGE.search(text, max(0, day.span.start - 24), day.span.start) is not None
