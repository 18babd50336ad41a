"""Ranges of numbers, years, dates and times: the mark between, and the unit that must not be dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import MASK, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.patterns import each, later, one_of

UNIT = (
    "[%％‰℃万亿元人个名户家项件次岁天周年月日时点分秒米吨亩斤克升度倍条章页款种类台套辆头只株座处所批级例篇场]"
    "|公[里斤顷]|千[米克瓦伏]|小时|平方|立方|厘米|毫[米升克]|微克"
)
JOINT = (*one_of("-–－~～—", r"[-–－~～—]?(?=\d)"), *one_of("至到", r"(?=\d)"))
LEFT = later(rf"(?<![\d.A-Za-z/_#＃:：*×=−-])(?P<a>\d{{1,2}}[:：]\d\d|\d+(?:\.\d+)?)(?P<u>{UNIT})?元?$")
RIGHT = later(rf"(?P<b>\d{{1,2}}[:：]\d\d|\d+(?:\.\d+)?)(?!\d)(?P<v>{UNIT})?(?![-–－~～—A-Za-z/_])")
LONGEST = 16  # code points of a number with its unit
YEAR = later(r"(?:19|20)\d\d")
TIME_UNITS = "年月日时点分"
MUST_REPEAT = "%％‰万亿"
DOUBLE = one_of(
    "至到",
    r"(?:(?<=[—–－～~-].)|(?=[—–－～~]|-(?!\d+(?:\.\d+)?(?:[%％℃°万亿元米]|个百分点))))[—–－～~-]*(?=\d|[上下]午|[本今次][日年月])",
)
MARKS_BEFORE = later(r"[—–－～~-]*$")
FROM = later(r"(?P<from>[从自由])(?:\d{4}年?)?(?:\d{1,2}月)?(?:\d{1,2}日)?$")
MARKS = Source("GB/T 15834—2011", "4.13.3.2", Strength.GENERAL)


def _ranges(draft: Draft) -> list[tuple[re.Match[str], re.Match[str], Span]]:
    """What stands before and behind each joint between two numbers, and the joint."""
    text = draft.view(Scope.PROSE)
    found = []
    for joint in each(JOINT, text):
        start = max(0, joint.start() - LONGEST)
        left, right = LEFT.search(text[start : joint.start()]), RIGHT.match(text, joint.end())
        if left and right and len(joint.group().strip("至到")) in (0, len(joint.group())):
            found.append((left, right, Span(*joint.span())))
    return found


@rule(
    "numerals.range-mark",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=MARKS,
    fix=FixSafety.UNSAFE,
    bad=[
        "实施2021⟦-→—⟧2025年规划",
        "3月5日⟦-→至⟧8日，上午9:00⟦-→—⟧11:30",
        "年龄18⟦~→～⟧60岁，2021⟦——→—⟧2025年",
        "每组5⟦-→～⟧8人，增长5%⟦-→～⟧5.5%",
    ],
    good=[
        "2021—2025年，5～8人，日期2026-03-02，电话0571-87061234，见图3-1",
        "执行GB 50016-2014、ISO 9001-2015，型号K12-15，浙ICP备2025012345号-1",
        "滨河路12-15号，3-201室，400-810-8888，气温-5℃～-3℃",
    ],
)
def range_mark(draft: Draft) -> Iterator[Hit]:
    """数值、时间的起止用一字线“—”或者浪纹线“～”，不用短横线。

    短横线只用于编号、号码和全数字的日期。两头是年份、日期、时刻的，或者写成两个连接号、半角“~”的报警告，其余数值提示。
    """
    text = draft.view(Scope.PROSE)
    for left, right, joint in draft.once(_ranges):
        mark = joint.of(text)
        if mark in "—～至到":
            continue
        kind = _kind(left, right)
        if kind is None:
            continue
        usual = {"day": "至", "year": "—", "clock": "—", "number": "～"}[kind]
        grave = kind != "number" or mark == "~" or len(mark) == 2
        message = f"起止用“—”或“～”，不用“{mark}”" if kind != "day" else f"日期的起止用“至”或“—”，不用“{mark}”"
        other = "～" if usual == "—" else "—"
        yield hit(joint, message, usual, other, severity=None if grave else Severity.HINT)


def _kind(left: re.Match[str], right: re.Match[str]) -> str | None:
    """What a range is of; None where the numbers are more likely parts of a code."""
    a, b, u, v = left["a"], right["b"], left["u"], right["v"]
    if ":" in a and ":" in b:
        return "clock"
    if ":" in a + b or "：" in a + b or v is None:
        return None
    if v == "年" and (YEAR.fullmatch(a) or YEAR.fullmatch(b)):
        return "year" if YEAR.fullmatch(a) and YEAR.fullmatch(b) else None
    if u and u in TIME_UNITS and v in TIME_UNITS:
        return "day" if u in "月日" and v in "月日" else "clock"
    return "number" if (len(a) < 7 and not a.startswith("0")) or "." in a else None


@rule(
    "numerals.range-unit",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "增幅在⟦12～18%→12%～18%⟧之间",
        "投资⟦9—16亿→9亿—16亿⟧元，补助⟦5-10万→5万～10万⟧元",
        "占⟦3至5%→3%至5%⟧",
    ],
    good=[
        "增幅在12%～18%之间，9亿～16亿元",
        "5000至1万元，2021—2025年年均增长6.1%，5～8人",
        "2020年至30%，由2020到30%",
        "他说：“每家企业能拿到60至70万美元。”",
    ],
)
def range_unit(draft: Draft) -> Iterator[Hit]:
    """数值范围的前一个数也要带“%”“万”“亿”，以免误解。

    引语里照说话人口气写的“60至70万”不报。
    """
    text, words = draft.view(Scope.PROSE), draft.view(Scope.WORDS)
    for left, right, joint in draft.once(_ranges):
        a, b, unit = left["a"], right["b"], right["v"]
        if left["u"] or not unit or unit not in MUST_REPEAT or ":" in a + b or "：" in a + b or len(joint) > 1:
            continue
        if float(a) >= float(b) or YEAR.fullmatch(a):
            continue
        if joint.of(text) in "至到" and words[joint.start] == MASK:
            continue
        start = joint.start - len(a)
        rest = "亿" if unit == "万" and text.startswith("亿", right.end()) else ""
        end = right.end() + len(rest)
        marks = [joint.of(text)] if joint.of(text) in "—～至到" else ["～", "—"]
        yield hit(
            Span(start, end),
            f"范围的前一个数也要带“{unit}{rest}”",
            *(f"{a}{unit}{rest}{mark}{b}{unit}{rest}" for mark in marks),
        )


@rule(
    "numerals.range-double",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("GB/T 15834—2011", "4.13.3.2", Strength.PRACTICE),
    fix=FixSafety.UNSAFE,
    bad=[
        "2021年⟦至—→至⟧2025年",
        "从2021⟦—→年至⟧2025年",
        "自3月5日⟦—→至⟧3月8日",
    ],
    good=[
        "从2021年至2025年，2021—2025年，从2021-2025年，从30～40岁人群中选取，自20—30名",
    ],
)
def range_double(draft: Draft) -> Iterator[Hit]:
    """起止只用一种写法：“从……至……”或者连接号，不两样并用。"""
    text = draft.view(Scope.PROSE)
    for m in each(DOUBLE, text):
        before = MARKS_BEFORE.search(text, max(0, m.start() - 3), m.start())
        start = before.start() if before else m.start()
        yield hit(Span(start, m.end()), "“至”与连接号只用一个", m.group()[0], severity=Severity.WARNING)
    for left, right, joint in draft.once(_ranges):
        since = FROM.search(text[max(0, joint.start - LONGEST) : joint.start])
        if since and joint.of(text) in "—～" and _kind(left, right) in ("year", "day"):
            to = "至" if left["u"] else f"{right['v']}至"
            yield hit(joint, f"前面有“{since['from']}”，这里用“至”", to)


@rule(
    "numerals.range-forms",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("GB/T 15834—2011", "4.13.3.2", Strength.PRACTICE),
    fix=FixSafety.UNSAFE,
    when=("～",),
    bad=["2023⟦～→—⟧2025年新建公路186公里，2026—2028年再建92公里"],
    good=["2023—2025年，2026—2028年，每组5～8人", "2023～2025年，2026～2028年"],
)
def range_forms(draft: Draft) -> Iterator[Hit]:
    """起止年份在全文用同一种连接号。"""
    text = draft.view(Scope.PROSE)
    if "～" not in text or "—" not in text:
        return
    years = [
        joint for left, right, joint in draft.once(_ranges) if joint.of(text) in "—～" and _kind(left, right) == "year"
    ]
    waves = [joint for joint in years if joint.of(text) == "～"]
    lines = [joint for joint in years if joint.of(text) == "—"]
    few, usual = (waves, "—") if len(waves) <= len(lines) else (lines, "～")
    if waves and lines:
        for joint in few[:2]:
            yield hit(joint, f"全文其他起止年份用“{usual}”，用同一种写法", usual)
