"""Congresses and plenums, and the years in which they are said to have been held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.knowntimes import periods
from docproof.gates.language.surroundings import on_line_before
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.numerals import han_number
from docproof.model.patterns import later

NUMERAL = "[一二三四五六七八九十]"
NAMED = (
    ("plenum", later(rf"(?P<name>{NUMERAL}{{1,3}}届{NUMERAL}中全会)(?P<behind>)")),
    ("congress", later(rf"党的(?P<name>{NUMERAL}{{1,3}}大)(?P<behind>)(?!代表|[要会批型])")),
    (
        "term",
        later(
            rf"(?P<name>{NUMERAL}{{1,3}})届全国(?:人民代表大会|人大|政协|人民代表大会常务委员会)第?(?P<k>{NUMERAL}{{1,2}})次(?:全体)?会议(?P<behind>)"
        ),
    ),
)
YEAR_BEFORE = later(
    r"(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至\d{1,2}日)?(?:[，,]|(?P<held>召开的?|举行的?))?(?:中国共产党|中共|党的)?(?:在北京(?:召开|举行)的)?第?$"
)
HELD = later(
    r"(?:在[^，。；]{2,8})?(?:胜利|隆重)?(?:召开|举行|开幕|闭幕|审议|通过|提出|作出|选举|报告(?:中?指出|明?确?提出))"
)
YEAR_BEHIND = later(
    r"[（(]?于?(?P<y>(?:19|20)\d\d)年(?!以)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[—至]\d{1,2}日)?(?=[）)]|在[^，。]{2,6}(?:召开|举行|开幕|闭幕)|召开|胜利|举行|开幕|闭幕)"
)


@rule(
    "consistency.session-year",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("党政机关公文处理工作条例", "第二十条", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=[
        "⟦2023年→2024年⟧召开的党的二十届三中全会",
        "党的二十大（⟦2021年→2022年⟧）以来",
        "⟦2024年→2025年⟧3月，第十四届全国人民代表大会第三次会议在北京召开",
        "⟦2020年→2019年⟧10月，党的十九届四中全会审议通过",
    ],
    good=[
        "2024年召开的党的二十届三中全会",
        "党的二十大（2022年）以来",
        "2025年3月，第十四届全国人民代表大会第三次会议在北京召开",
        "2023年，党的二十大精神宣讲团到青禾县宣讲。",
        "2025年，学习贯彻党的二十届三中全会精神",
    ],
)
def session_year(draft: Draft) -> Iterator[Hit]:
    """党的代表大会、中央全会、全国人大和全国政协会议与年份要相符。"""
    text = draft.view(Scope.PROSE)
    for kind, pattern in NAMED:
        if kind == "plenum" and "中全会" not in text:
            continue
        for m in pattern.finditer(text):
            year = _year(kind, m)
            if year is None:
                continue
            before = on_line_before(text, m.start(), 40)
            said = YEAR_BEFORE.search(before)
            if said and (said["held"] or HELD.match(text, m.end())):
                at = m.start() - len(before) + said.start("y")
                yield from _told(int(said["y"]), year, at, m)
            elif behind := YEAR_BEHIND.match(text, m.end()):
                yield from _told(int(behind["y"]), year, behind.start("y"), m)


def _told(said: int, year: int, at: int, m: re.Match[str]) -> Iterator[Hit]:
    if said != year:
        yield hit(Span(at, at + 5), f"{m.group().removeprefix('党的')}在{year}年召开，请核对", f"{year}年")


def _year(kind: str, m: re.Match[str]) -> int | None:
    """The year in which a session was held; None for one that is not known."""
    period = periods().get((kind, m["name"]))
    if period is None or kind != "term":
        return period.first if period else None
    year = period.first + han_number(m["k"]) - 1
    return year if year < period.last else None
