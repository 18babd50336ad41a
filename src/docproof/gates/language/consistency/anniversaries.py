"""Anniversaries: the event's year and the count of years make the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.knowntimes import events
from docproof.gates.language.consistency.owndate import own_date
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

ANNIVERSARY = later(r"周年(?!大会|庆典|讲话|座谈会|纪念[日馆章])")
COUNT = r"(?:第)?(?P<mark>(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5}))$"
YEAR = later(r"(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?!以来|至|—)(?P<between>[^。；\n]{0,24})$")
NOW = later(r"(?:今年)(?P<between>[^。；\n]{0,16})$")
IS = later(r"是|值|逢|迎来|庆祝|纪念|迎接|之际|，")
FOUNDED = later(
    r"(?:建校|成立|建厂|建院|建馆|建局|建社|创办|创刊|始建|创建|组建|设立|通车|开业|建成|开馆)于(?P<y>(?:18|19|20)\d\d)年|(?P<Y>(?:18|19|20)\d\d)年(?:\d{1,2}月)?(?:正式)?(?:建校|成立|建厂|建院|建馆|创办|创刊|创建|组建|设立|通车|开业|开馆)(?=[，。；])"
)
OWN_ANNIVERSARY = later(
    r"(?:(?P<now>20\d\d)年|(?P<this>今年|即将|将))[^。；\n\d]{0,12}?(?:建校|成立|建厂|建院|建馆|建局|建社|创办|创刊|创建|组建|设立|通车|开业|开馆|诞生)?(?P<mark>(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5}))周年"
)
FAR = 70  # code points before an anniversary in which the founding is told
YEAR_BEHIND = later(r"(?:[^，。；\n]{0,8})?[（(，]?(?:将?于|拟于|定于)?(?P<y>20\d\d)年(?=\d{1,2}月)")
HELD = later(r"庆祝|纪念|迎接|喜迎")
PAST = later(r"召开|大会|会上|讲话|以来|自|，[^，]*，[^，]*，")


@rule(
    "consistency.anniversary",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("周年",),
    bad=[
        "2021年是中国共产党成立⟦90→100⟧周年。",
        "2024年是新中国成立⟦70→75⟧周年，全县开展主题宣传。",
        "县实验小学建校于1956年，今年迎来建校⟦60→70⟧周年。\n青禾县实验小学\n2026年5月11日",
        "今年是中国人民抗日战争暨世界反法西斯战争胜利⟦80→81⟧周年。\n青禾县人民政府\n2026年3月5日",
    ],
    good=[
        "2021年是中国共产党成立100周年。",
        "2024年是新中国成立75周年，全县开展主题宣传。",
        "2022年，深入学习在庆祝中国共产党成立100周年大会上的重要讲话。",
        "2025年是公司成立20周年。",
    ],
)
def anniversary(draft: Draft) -> Iterator[Hit]:
    """周年数要与年份相符：2021年是中国共产党成立100周年。"""
    text, today = draft.view(Scope.PROSE), own_date(draft)
    yield from _of_its_own(text, today)
    for m in ANNIVERSARY.finditer(text):
        before = on_line_before(text, m.start(), 70)
        told = _named().search(before)
        if told is None:
            continue
        year = next(y for y, group in zip(events().values(), _groups(), strict=True) if told[group])
        lead = before[: told.start()]
        said = YEAR.search(lead) or (NOW.search(lead) if today else None)
        behind = YEAR_BEHIND.match(text, m.end()) if HELD.search(lead) else None
        if behind and said is None:
            yield from _judged(told, year, int(behind["y"]), m.start() - len(before))
        if said is None or not IS.search(said["between"]) or PAST.search(said["between"]):
            continue
        now = int(said["y"]) if "y" in said.groupdict() else (today.year if today else 0)
        yield from _judged(told, year, now, m.start() - len(before))


def _of_its_own(text: str, today: date | None) -> Iterator[Hit]:
    """Anniversaries of what the text itself says when it was founded: 建校于1956年，今年迎来建校70周年."""
    for years in ANNIVERSARY.finditer(text):
        m = FOUNDED.search(text, max(0, years.start() - FAR), years.start())
        told = OWN_ANNIVERSARY.search(text, m.end(), years.end()) if m else None
        if (
            m is None
            or told is None
            or (told["now"] is None and today is None)
            or (told["now"] is None and not told["this"])
        ):
            continue
        now = int(told["now"]) if told["now"] else (today.year if today else 0)
        year = int(m["y"] or m["Y"])
        n = whole_number(told["n"])
        if now > year and n != now - year:
            message = f"{year}年到{now}年是{now - year}周年，请核对"
            yield hit(Span(*told.span("mark")), message, str(now - year))


def _judged(told: re.Match[str], year: int, now: int, offset: int) -> Iterator[Hit]:
    """What is wrong with an anniversary of an event of a year, if anything; `offset` is where the words told of begin."""
    n = whole_number(told["n"])
    if now - year != n and now > year:
        at = offset + told.start("mark")
        message = f"{told['event']}是{year}年，{now}年是{now - year}周年，请核对"
        yield hit(Span(at, at + len(told["mark"])), message, str(now - year))


def _groups() -> list[str]:
    return [f"e{i}" for i in range(len(events()))]


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """An event of the table with a count of years behind it, at the end of a text."""
    names = "|".join(f"(?P<{g}>{name})" for g, name in zip(_groups(), events(), strict=True))
    return re.compile(rf"(?P<event>{names}){COUNT}")
