"""Dates that do not exist, and weekdays that do not fit them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.language.stated_days import StatedDay, date_in, stated_days
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, ElementKind, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import each, later, one_of

TO = later(r"[^\d，。；、]{0,8}[至到—～~–-]{1,2}\s?")
YEARS = one_of("—～~–-", r"(?:(?<=[12][09]\d\d.)|(?<=[12][09]\d\d年.))(?=(?P<b>(?:19|20)\d\d)年)")
WEEKDAYS = "一二三四五六日"
LAST_NUMBER = later(r"\d+(?=\D*$)")
MONTH = later(r"年\s*(?P<m>\d{1,2})\s*月(?!\d)")
CLOCK_SIGN = one_of("时点:：", r"(?<=\d.)")
CLOCK = later(r"(?P<h>\d{1,2})(?:[时点](?:(?P<min>\d{1,2})分)?|[:：](?P<MIN>\d{2})(?![\d:：]))")
LEADS_TO_CLOCK = "日午晨晚于"
RANGE_OF_CLOCKS = later(r"[:：时点分]\d{0,2}\s*[至到—–～~-]\s*$")
WEEKDAY = r"(?P<mark>(?P<word>星期|礼拜|周)(?P<n>[一二三四五六日天]))"
IN_BRACKETS = later(rf" ?(?:[上下]午|晚上?)? ?[（(] ?(?:[^（）()\n]{{2,6}}[，、]\s*)?{WEEKDAY}")
BARE = later(rf"[ \t]*(?:\|[ \t]*)?{WEEKDAY}(?![岁年期])(?=[上下中晚早召举开至前起值]|[^\u4e00-\u9fff]|$)")
IN_SAME_BRACKETS = later(rf"[，,、 ]\s*{WEEKDAY}(?=[）)])")
BEFORE_DAY = later(rf"{WEEKDAY}\s*[（(]\s*$")
NEAR = 200  # code points back to the year last named
YEAR = later(r"(?<!\d)(\d{4})\s*年")


@rule(
    "dates.nonexistent",
    gate=Gate.LANGUAGE,
    severity=Severity.ERROR,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "请于⟦2026年2月30日→2026年2月28日⟧前报送",
        "截至⟦4月31日→4月30日⟧，共办结12件",
        "⟦2025年2月29日→2025年2月28日⟧起施行",
        "建设工期至⟦2026年13月⟧",
        "⟦2026-02-30→2026-02-28⟧",
        "会议于3月12日⟦25时⟧结束",
        "2026年6月28日至⟦31日→30日⟧",
        "开放时间为8:30至⟦25:00⟧",
    ],
    good=[
        "2024年2月29日，2月29日，3月31日",
        "农历二月三十（2月30日）按农历推算",
        "全天24小时，共36个月，版本2.30.31，IP为10.13.40.1",
        "24时前",
    ],
)
def nonexistent_date(draft: Draft) -> Iterator[Hit]:
    """日期和时刻要真实存在。

    核对月份、大小月、闰年和时刻；注明农历的不报。
    """
    text = draft.view(Scope.PROSE)
    for stated in draft.once(stated_days):
        if stated.problem:
            message = f"没有“{stated.span.of(text)}”这一天：{stated.problem}，请核实"
            yield hit(stated.span, message, *_last_day(stated, text))
    for m in MONTH.finditer(text):
        if not 1 <= int(m["m"]) <= 12 and text[m.start() - 4 : m.start()].isdigit():
            yield hit(Span(m.start() - 4, m.end()), f"没有“{m['m']}月”，请核实")
    for m in _clocks(text):
        hour, minute = int(m["h"]), int(m["min"] or m["MIN"] or 0)
        if (hour > 24 or minute > 59 or (hour == 24 and minute)) and _is_clock(m, text):
            yield hit(Span(m.start(), m.end()), f"没有“{m.group()}”这个时刻，请核实")


def _clocks(text: str) -> Iterator[re.Match[str]]:
    for sign in each(CLOCK_SIGN, text):
        digits = 2 if text[sign.start() - 2 : sign.start()].isdigit() else 1
        if not text[sign.start() - digits - 1 : sign.start() - digits].isdigit() and (
            m := CLOCK.match(text, sign.start() - digits)
        ):
            yield m


def _last_day(stated: StatedDay, text: str) -> Iterator[str]:
    """The last day of the month in the form of a day just beyond it; nothing for another day."""
    words = stated.span.of(text)
    day = LAST_NUMBER.search(words)
    if day and stated.last_of_month:
        yield words[: day.start()] + str(stated.last_of_month) + words[day.end() :]


@rule(
    "dates.weekday",
    gate=Gate.LANGUAGE,
    severity=Severity.ERROR,
    source=EXAMINING,
    bad=[
        "定于2026年3月12日（⟦星期五→星期四⟧）上午9时召开",
        "2025年10月1日⟦周四→周三⟧",
        "2025年5月12日（星期一）至16日（⟦星期六→星期五⟧）",
        "定于⟦星期四→星期三⟧（2025年10月1日）召开",
        "2026年2月17日（正月初一，⟦星期三→星期二⟧）",
        "（2026年5月15日，⟦星期四→星期五⟧）",
        "2026年召开两次会议，3月12日（⟦星期一→星期四⟧）为第一次",
        "关于2026年放假安排的通知\n元旦：1月1日（周四）至3日（周六）放假。1月4日（⟦周一→周日⟧）上班。",
    ],
    good=[
        "2025年工作已经布置。\n一、元旦：1月1日（周四）至3日（周六）放假，1月4日（周日）上班。",
        "关于2026年放假安排的通知\n各单位：\n国庆节：10月1日（周四）至7日（周三）放假，9月20日（周日）上班。",
        "定于2026年3月12日（星期四）上午9时召开",
        "3月12日（星期五）",
        "2026年3月14日周六值班",
        "2025年3月5日周一鸣同志到任",
    ],
)
def weekday_at_odds(draft: Draft) -> Iterator[Hit]:
    """日期与星期要相符。

    没有写年份的，取离成文日期最近的那一天（已过去的也看下一年），并用本段前文和标题的年份核对；全文其他没有写年份的日期都合
    另一年的，也算相符；都不相符才报。
    """
    text = draft.view(Scope.PROSE)
    if not any(word in text for word in ("星期", "周", "礼拜")):
        return
    told = [(stated, m) for stated in draft.once(stated_days) if (m := _weekday_of(stated, text))]
    agreed = _year_agreed([(stated, _index(m["n"])) for stated, m in told if stated.year is None], draft)
    for stated, m in told:
        years, sure = _years(stated, text, draft, agreed)
        days = [d.weekday() for y in years if (d := date_in(y, stated.month, stated.day))]
        if days and _index(m["n"]) not in days:
            right = m["word"] + WEEKDAYS[days[0]]
            message = f"日期与星期有一处不对：{years[0]}年{stated.month}月{stated.day}日是{right}"
            yield hit(Span(*m.span("mark")), message, right, severity=None if sure else Severity.WARNING)


@rule(
    "dates.order",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "公示期为⟦3月8日至3月5日⟧",
        "⟦2026年5月1日至2025年4月30日⟧",
        "于⟦2026年3月12日—10日⟧开展检查",
        "“十五五”时期（⟦2030—2026年⟧）",
    ],
    good=[
        "公示期为3月5日至3月8日，2025年12月25日至1月5日",
        "2026年3月10日—12日，2026—2030年，12月30日至1月2日",
        "每月28日至次月5日",
    ],
)
def reversed_range(draft: Draft) -> Iterator[Hit]:
    """起止的日期、年份前后不能颠倒。

    没有写年份、跨年的（12月至1月）不报。
    """
    text = draft.view(Scope.PROSE)
    days = sorted(draft.once(stated_days), key=lambda d: d.span)
    for first, last in pairwise(days):
        between = text[first.span.end : last.span.start]
        if len(between) <= 12 and TO.fullmatch(between) and _is_earlier(last, first):
            whole = Span(first.span.start, last.span.end)
            yield hit(whole, "起止日期前后颠倒，请核对", *_turned(first, last, text))
    for m in each(YEARS, text):
        start = m.start() - 4 - (text[m.start() - 1] == "年")
        if not text[start - 1 : start].isdigit() and int(text[start : start + 4]) > int(m["b"]):
            yield hit(Span(start, m.end() + 5), "起止年份前后颠倒，请核对")


def _turned(first: StatedDay, last: StatedDay, text: str) -> Iterator[str]:
    """A range with its ends exchanged, where both are written in Arabic numerals with 月 and 日."""
    a, b = first.span.of(text), last.span.of(text)
    between = text[first.span.end : last.span.start]
    year = "" if first.year is None or last.year is not None else f"{first.year}年"
    if "月" in b and b[0].isdigit() and a.endswith(("日", "号")):
        yield f"{year}{b}{between}{a.removeprefix(year)}"
    elif "月" in a and a[0].isdigit():
        month = a[: a.index("月") + 1]
        yield f"{month}{b}{between}{a.removeprefix(month)}"


def _is_earlier(last: StatedDay, first: StatedDay) -> bool:
    """Whether the end of a range lies before its beginning; a year not stated is the one of the beginning."""
    if last.year and first.year:
        return (last.year, last.month, last.day) < (first.year, first.month, first.day)
    return last.month == first.month and last.day < first.day and last.year is None


def _weekday_of(stated: StatedDay, text: str) -> re.Match[str] | None:
    """The weekday that is said of a day: behind it, bare or in brackets, or before it with the day in brackets."""
    start, end = stated.span.start, stated.span.end
    behind = IN_BRACKETS.match(text, end) or IN_SAME_BRACKETS.match(text, end) or BARE.match(text, end)
    return behind or BEFORE_DAY.search(text, max(0, start - 8), start)


def _is_clock(m: re.Match[str], text: str) -> bool:
    """A ratio (1:75) or a count of hours (36时) is no time of day; one that follows a date or a half of the day is."""
    before = text[max(0, m.start() - 8) : m.start()]
    if before.rstrip()[-1:] in tuple(LEADS_TO_CLOCK) or RANGE_OF_CLOCKS.search(before):
        return True
    return m["min"] is not None or (m["MIN"] == "00" and 24 < int(m["h"]) < 30)


def _index(weekday: str) -> int:
    """0 for 一 to 6 for 日 or 天."""
    return WEEKDAYS.index(weekday.replace("天", "日"))


def _title_years(draft: Draft) -> list[int]:
    title = draft.first(ElementKind.TITLE)
    return [int(y) for y in YEAR.findall(title.span.of(draft.text))] if title else []


def _year_agreed(told: list[tuple[StatedDay, int]], draft: Draft) -> int | None:
    """The one year that most days without a year fit with their weekdays, if two at least do and no other year as many.

    Among the years around the draft's own and those of its title.
    """
    if len(told) < 2:
        return None
    around = range(draft.as_of.year - 2, draft.as_of.year + 3) if draft.as_of else ()
    fits = Counter(
        year
        for year in {*around, *_title_years(draft)}
        for stated, weekday in told
        if (day := date_in(year, stated.month, stated.day)) and day.weekday() == weekday
    )
    best = fits.most_common(2)
    return best[0][0] if best and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _years(stated: StatedDay, text: str, draft: Draft, agreed: int | None) -> tuple[list[int], bool]:
    """The years that a day can belong to, the likeliest first, and whether the text itself says so.

    Without a year the day is of the year that the others agree on, the one nearest to the draft's own date, the next
    one where that is past, or of the year last named in the paragraph or in the title.
    """
    if stated.year:
        return [stated.year], True
    start = stated.span.start
    said = [int(y) for y in YEAR.findall(on_line_before(text, start, NEAR))[-1:]] or _title_years(draft)
    said = list(dict.fromkeys([*([agreed] if agreed else []), *said]))
    if draft.as_of is None:
        return said, len(said) < 2
    as_of = draft.as_of
    days = [d for y in (-1, 0, 1) if (d := date_in(as_of.year + y, stated.month, stated.day))]
    if not days:
        return said, False
    nearest = min(days, key=lambda d: abs(d - as_of))
    coming = [nearest.year + 1] if nearest < as_of else []
    first = [agreed] if agreed else []
    return [*dict.fromkeys([*first, nearest.year, *coming, *said])], False
