"""Dates that do not exist, and weekdays that do not fit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docproof.engine import Hit, hit, rule
from docproof.model import Draft, Gate, Scope, Severity, Source, Span, Strength
from docproof.outlining.dates import DIGITS, han_number

WEEKDAYS = "一二三四五六日"
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SOURCE = Source("党政机关公文处理工作条例", "第二十条", Strength.REQUIRED)
HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
FULL = re.compile(
    r"(?:(?<!\d)(?P<y>\d{4})\s*年\s*)?(?<!\d)(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*(?:日|号(?!线|楼|院|文|令|公))"
    r"|(?<!\d)(?P<Y>\d{4})(?P<sep>[-/.．])(?P<M>\d{1,2})(?P=sep)(?P<D>\d{1,2})(?![\d.．/-])"
    rf"|(?P<hy>[〇零○一二三四五六七八九]{{4}})年(?P<hm>{HAN_NUMBER})月(?P<hd>{HAN_NUMBER})日"
)
MONTH = re.compile(r"(?<!\d)\d{4}\s*年\s*(?P<m>\d{1,2})\s*月(?!\d)")
CLOCK = re.compile(
    r"(?:[日午晨晚（(至到\s]|[—-])(?P<t>(?P<h>\d{1,2})(?:时|点)(?:(?P<min>\d{1,2})分)?|(?P<H>\d{1,2})[:：](?P<MIN>\d{2})(?![\d:：]))"
)
LUNAR = re.compile(r"农历|阴历|旧历|夏历|腊月|正月")
WEEKDAY = re.compile(
    r"(?:(?P<y>\d{4})\s*年\s*)?(?<!\d)(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]\s*(?:[（(]\s*|，)?"
    r"(?P<word>星期|礼拜|周)(?P<n>[一二三四五六日天])(?![岁年期至到—])"
)
YEAR = re.compile(r"(?<!\d)(\d{4})\s*年")


@rule(
    "dates.nonexistent",
    gate=Gate.LANGUAGE,
    severity=Severity.ERROR,
    source=SOURCE,
    bad=[
        "请于⟦2026年2月30日⟧前报送",
        "截至⟦4月31日⟧，共办结12件",
        "⟦2025年2月29日⟧起施行",
        "建设工期至⟦2026年13月⟧",
        "⟦2026-02-30⟧",
        "会议于3月12日⟦25时⟧结束",
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
    for m in FULL.finditer(text):
        if (problem := _day_problem(m)) and not _is_lunar(text, m.start()):
            yield hit(Span(m.start(), m.end()), f"没有“{m.group()}”这一天：{problem}，请核实")
    for m in MONTH.finditer(text):
        if not 1 <= int(m["m"]) <= 12:
            yield hit(Span(m.start(), m.end()), f"没有“{m['m']}月”，请核实")
    for m in CLOCK.finditer(text):
        hour, minute = int(m["h"] or m["H"]), int(m["min"] or m["MIN"] or 0)
        if (hour > 24 or minute > 59 or (hour == 24 and minute)) and _is_clock(m, text):
            yield hit(Span(*m.span("t")), f"没有“{m['t']}”这个时刻，请核实")


@rule(
    "dates.weekday",
    gate=Gate.LANGUAGE,
    severity=Severity.ERROR,
    source=SOURCE,
    bad=[
        "定于2026年3月12日（⟦星期五→星期四⟧）上午9时召开",
        "2025年10月1日⟦周四→周三⟧",
        "2026年召开两次会议，3月12日（⟦星期一→星期四⟧）为第一次",
    ],
    good=["定于2026年3月12日（星期四）上午9时召开", "3月12日（星期五）", "2026年3月14日周六值班", "1月5日周一岚到会"],
)
def weekday_at_odds(draft: Draft) -> Iterator[Hit]:
    """日期与星期要相符。

    没有写年份的，用本段前文最近的年份核对；本段没有年份的，只在与成文日期前后一年都不相符时提示。
    """
    text = draft.view(Scope.PROSE)
    for m in WEEKDAY.finditer(text):
        if _is_lunar(text, m.start()):
            continue
        stated = WEEKDAYS.index(m["n"].replace("天", "日"))
        years, sure = _years(m, text, draft)
        days = [d.weekday() for y in years if (d := _date(y, int(m["m"]), int(m["d"])))]
        if days and stated not in days:
            right = m["word"] + WEEKDAYS[days[0]].replace("日", "日" if m["n"] != "天" else "天")
            severity = None if sure else Severity.HINT
            message = f"{years[0]}年{m['m']}月{m['d']}日是{right}，与所写不符，请核实"
            yield hit(Span(m.start("word"), m.end("n")), message, right, severity=severity)


def _day_problem(m: re.Match[str]) -> str:
    year = int(m["y"] or m["Y"] or 0)
    month, day = m["m"] or m["M"], m["d"] or m["D"]
    if m["hy"]:
        year = int("".join(DIGITS[c] for c in m["hy"]))
        number = han_number(m["hm"]), han_number(m["hd"])
    else:
        number = int(month), int(day)
    if m["Y"] and not (1900 <= year < 2100 and (m["sep"] in "-/" or len(month) == 2 == len(day))):
        return ""
    if not 1 <= number[0] <= 12:
        return f"一年没有{number[0]}月"
    if not 1 <= number[1] <= DAYS[number[0] - 1]:
        return f"{number[0]}月没有{number[1]}日"
    if year and number == (2, 29) and _date(year, 2, 29) is None:
        return f"{year}年不是闰年"
    return ""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_lunar(text: str, at: int) -> bool:
    return LUNAR.search(text, max(text.rfind("\n", 0, at) + 1, at - 12), at) is not None


def _is_clock(m: re.Match[str], text: str) -> bool:
    """A ratio (1:75) or a count of hours (36时) is no time of day; one that follows a date or a half of the day is."""
    return (
        text[m.start()] in "日午晨晚"
        or (text[m.start()] in "至到—-" and text[m.start() - 1 : m.start()] in "时点分")
        or (m["H"] is None and m["min"] is not None)
    )


def _years(m: re.Match[str], text: str, draft: Draft) -> tuple[list[int], bool]:
    """The years that a date can belong to, the likeliest first, and whether the text itself says so."""
    if m["y"]:
        return [int(m["y"])], True
    said = YEAR.findall(text, text.rfind("\n", 0, m.start()) + 1, m.start())
    if said:
        return [int(said[-1])], True
    if draft.as_of:
        return [draft.as_of.year, draft.as_of.year + 1, draft.as_of.year - 1], False
    return [], False
