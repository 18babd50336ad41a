"""Numbers in the names of meetings and plans, in weekdays and the lunar calendar: written in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import han_numeral
from docproof.model.patterns import each, later, one_of

HAN = "一二三四五六七八九十"
DIGITS = later(r"\d+")
SHORT = 12  # code points of a name that is told as a whole
NEAR = 16  # code points of a name before its digits
CONGRESS = r"(?:全国|[省市县区]|自治[区州县旗])?(?:人民代表大会|人大|政协)(?:常务委员会|常委会)?"
TERM = later(r"届(?<=\d届)")
BEHIND_TERM = later(
    rf"(?:第?[\d{HAN}]{{1,3}}次全(?:会|体会议)|[\d{HAN}]{{1,2}}中全会|{CONGRESS}第?[\d{HAN}]{{1,3}}次(?:会议|全会|全体会议))"
)
BEFORE_TERM = later(r"(?:^|[^\d.])(?P<mark>\d{1,2})$")
PLENARY = later(rf"中全会(?<=[{HAN}]届\d中全会)")
MEETING = later(r"次(?<=\d次)(?:会议|全会|全体会议)")
BEFORE_MEETING = later(rf"[{HAN}]届{CONGRESS}第?(?P<mark>\d{{1,2}})$")
PARTY_CONGRESS = later(r"大(?<=[^\d][12]\d大)(?=[，。；、”报精以和胜召代会]|$)")
BEFORE_PARTY_CONGRESS = later(r"(?:党的|中共|宣传|贯彻|学习|落实|迎接)“?(?P<mark>\d\d)$")
FIVE_YEARS = later(r"五(?<=[^\d]1\d五)(?=”|规划|时期|计划)")
WEEKDAY = one_of("期拜周", r"(?=[1-7](?!\d))")
HALF_DAY = later(r"[1-7](?:上午|下午|晚|早上|前|之前)")
DAY_ENDS = later(r"[1-7](?:[，。；、）)召开报举]|$)")
WEEK = later(r"(?:星期|礼拜)$")
WEEK_NAMED = later(r"[本下上]周$")
WEEKDAYS_GO_ON = later(r"[1-7](?:[至到—～-]周|[）)])")
LUNAR = (
    later(r"历(?<=[农阴]历)(?P<mark>\d{1,2}月(?:初?\d{1,2}[日号]?)?)"),
    later(rf"历(?<=[农阴]历)[{HAN}]{{1,2}}月(?P<mark>初?\d{{1,2}}[日号]?)"),
    later(r"月(?<=[正腊冬]月)(?P<mark>初?\d{1,2}[日号]?)"),
)


def in_han(words: str) -> str:
    """Words with their numbers written in Chinese: 第十四届4次 becomes 第十四届四次."""
    return DIGITS.sub(lambda m: han_numeral(int(m.group())), words)


@rule(
    "numerals.name",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "学习贯彻党的⟦20届四中全会→二十届四中全会⟧精神",
        "党的⟦20→二十⟧大报告，二十届⟦3→三⟧中全会，“⟦15→十五⟧五”规划",
        "我县第⟦17→十七⟧届人民代表大会第⟦4→四⟧次会议，县委⟦15届3次全会→十五届三次全会⟧",
        "⟦14届全国人大4次会议→十四届全国人大四次会议⟧",
    ],
    good=[
        "党的二十届四中全会，十四届全国人大四次会议，第28届奥运会，2024届毕业生",
        "国务院第126次常务会议，3大系统、12大总成，第十五次全国代表大会",
    ],
)
def number_in_name(draft: Draft) -> Iterator[Hit]:
    """会议届次、规划名称中的数字用汉字。

    “党的二十大”“二十届四中全会”“十四届全国人大四次会议”“十五五”。运动会、展会的届数不报。
    """
    text = draft.view(Scope.PROSE)
    for m in TERM.finditer(text):
        number = BEFORE_TERM.search(text[max(0, m.start() - 4) : m.start()])
        name = BEHIND_TERM.match(text, m.end())
        if number and name:
            whole = Span(m.start() - len(number["mark"]), name.end())
            spans = (
                [whole]
                if len(whole) <= SHORT
                else [Span(*d.span()) for d in DIGITS.finditer(text, whole.start, whole.end)]
            )
            yield from (_named(span, text) for span in spans)
    for m in PLENARY.finditer(text):
        yield _named(Span(m.start() - 1, m.start()), text)
    for found, before in ((MEETING, BEFORE_MEETING), (PARTY_CONGRESS, BEFORE_PARTY_CONGRESS)):
        for m in found.finditer(text):
            number = before.search(text[max(0, m.start() - NEAR) : m.start()])
            if number:
                severity = Severity.HINT if found is MEETING else None
                yield _named(Span(m.start() - len(number["mark"]), m.start()), text, severity)
    for m in FIVE_YEARS.finditer(text):
        yield _named(Span(m.start() - 2, m.start()), text)


def _named(span: Span, text: str, severity: Severity | None = None) -> Hit:
    right = in_han(span.of(text))
    return hit(span, f"会议届次、规划名称中的数字用汉字，写作“{right}”", right, severity=severity)


@rule(
    "numerals.lunar",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "农历⟦8月15→八月十五⟧，正月⟦初5→初五⟧，腊月⟦23日→二十三⟧，农历三月⟦3→初三⟧",
        "⟦星期5→星期五⟧上午，⟦周1→周一⟧至周五，本⟦周5→周五⟧下午",
    ],
    good=["农历八月十五，正月初五，腊月二十三，星期五，周一至周五，每周5天，第3周1次"],
)
def lunar_or_weekday(draft: Draft) -> Iterator[Hit]:
    """农历的月日、星期几用汉字。"""
    text = draft.view(Scope.PROSE)
    for m in each(LUNAR, text):
        span = Span(*m.span("mark"))
        month, moon, day = span.of(text).rstrip("日号").rpartition("月")
        right = in_han(month) + moon + _lunar_day(day)
        yield hit(span, f"农历的月日用汉字，写作“{right}”", right)
    for m in each(WEEKDAY, text):
        word = WEEK.search(text[max(0, m.start() - 1) : m.end()])
        if word or (m.group() == "周" and (WEEKDAYS_GO_ON.match(text, m.end()) or _is_weekday(m, text))):
            span = Span(m.end() - (2 if word else 1), m.end() + 1)
            right = span.of(text)[:-1] + "一二三四五六日"[int(text[m.end()]) - 1]
            yield hit(span, f"星期几用汉字，写作“{right}”", right)


def _is_weekday(m: re.Match[str], text: str) -> bool:
    """Whether a digit behind 周 is a day of the week: 本周5, 周5下午."""
    named = WEEK_NAMED.search(text, max(0, m.start() - 1), m.end())
    return HALF_DAY.match(text, m.end()) is not None or (
        named is not None and DAY_ENDS.match(text, m.end()) is not None
    )


def _lunar_day(day: str) -> str:
    """初5 and 5 as 初五, 15 as 十五; "" stays."""
    number = day.removeprefix("初")
    if not number.isdigit():
        return day
    return ("初" if int(number) <= 10 else "") + han_numeral(int(number))
