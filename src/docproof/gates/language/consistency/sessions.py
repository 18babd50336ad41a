"""Congresses and plenums, and the years in which they are said to have been held."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.knowntimes import periods
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.numerals import han_number
from docproof.model.patterns import later

NUMERAL = "[一二三四五六七八九十]"
PLENUM = later(rf"中全会(?<=届{NUMERAL}中全会)")
CONGRESS = later(rf"党的(?P<name>{NUMERAL}{{1,3}}大)(?!代表|[要会批型])")
TERM = later(rf"届全国(?:人民代表大会|人大|政协|人民代表大会常务委员会)第?(?P<k>{NUMERAL}{{1,2}})次(?:全体)?会议")
PLENUM_NAME = later(rf"{NUMERAL}{{1,3}}届{NUMERAL}$")
TERM_NAME = later(rf"{NUMERAL}{{1,3}}$")
YEAR_BEFORE = later(
    r"(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至\d{1,2}日)?(?:[，,]|(?P<held>召开的?|举行的?))?(?:中国共产党|中共|党的)?(?:在北京(?:召开|举行)的)?第?$"
)
HELD = later(
    r"(?:在[^，。；]{2,8})?(?:胜利|隆重)?(?:召开|举行|开幕|闭幕|审议|通过|提出|作出|选举|报告(?:中?指出|明?确?提出))"
)
YEAR_BEHIND = later(
    r"[（(]?于?(?P<y>(?:19|20)\d\d)年(?!以)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[—至]\d{1,2}日)?(?=[）)]|在[^，。]{2,6}(?:召开|举行|开幕|闭幕)|召开|胜利|举行|开幕|闭幕)"
)


class Session(msgspec.Struct, frozen=True):
    """A congress or a plenum where a text names it, and the year in which it was held."""

    span: Span
    year: int


@rule(
    "consistency.session-year",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("中全会", "届全国", *(f"党的{n}" for n in "一二三四五六七八九十")),
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
    for session in _sessions(text):
        before = on_line_before(text, session.span.start, 40)
        said = YEAR_BEFORE.search(before)
        if said and (said["held"] or HELD.match(text, session.span.end)):
            yield from _told(int(said["y"]), session.span.start - len(before) + said.start("y"), session, text)
        elif behind := YEAR_BEHIND.match(text, session.span.end):
            yield from _told(int(behind["y"]), behind.start("y"), session, text)


def _told(said: int, at: int, session: Session, text: str) -> Iterator[Hit]:
    if said != session.year:
        message = f"{session.span.of(text).removeprefix('党的')}在{session.year}年召开，请核对"
        yield hit(Span(at, at + 5), message, f"{session.year}年")


def _sessions(text: str) -> Iterator[Session]:
    """The sessions named in a text of which the year is known."""
    for m in PLENUM.finditer(text):
        name = PLENUM_NAME.search(text, max(0, m.start() - 5), m.start())
        if name and (period := periods().get(("plenum", f"{name.group()}中全会"))):
            yield Session(Span(name.start(), m.end()), period.first)
    for m in CONGRESS.finditer(text):
        if period := periods().get(("congress", m["name"])):
            yield Session(Span(*m.span()), period.first)
    for m in TERM.finditer(text):
        name = TERM_NAME.search(text, max(0, m.start() - 3), m.start())
        period = periods().get(("term", name.group())) if name else None
        if name and period and (year := period.first + han_number(m["k"]) - 1) < period.last:
            yield Session(Span(name.start(), m.end()), year)
