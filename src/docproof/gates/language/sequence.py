"""Numbering that skips or repeats."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.gates.language.enumerations import enumerations
from docproof.gates.language.numbered import numbered_series
from docproof.gates.sources import clause
from docproof.model import DocumentType, Draft, Gate, Scope, Severity, Span, Strength
from docproof.model.numbering import CIRCLED, number_of
from docproof.model.numerals import han_numeral
from docproof.model.patterns import later

HAN_DIGITS = "一二三四五六七八九十"
REFERRED_TO = "(?![的所规和至中款之第或]|关于|修改)"  # 第三条规定的情形
DIVISIONS = [
    later(
        rf"(?m)^[ \u3000]*第(?P<n>[{HAN_DIGITS}百零〇]{{1,6}}){unit}"
        rf"(?:(?=[ \u3000、，：])|{REFERRED_TO}(?=[\u4e00-\u9fff]{{4}}))",
        given=unit,
    )
    for unit in ("条", "章")
]
MOST_FAULTS = 2  # more in one series: an excerpt, not a slip

Number = tuple[int, Span]


class _Fault(msgspec.Struct, frozen=True):
    """A number that does not follow: where it stands, what it is and what it should be."""

    span: Span
    found: int
    expected: int


@rule(
    "numbering.sequence",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=clause("7.3.3", Strength.GENERAL),
    bad=[
        "一、总体要求\n二、主要任务\n⟦四⟧、保障措施",
        "（一）加强领导\n（二）压实责任\n（⟦二⟧）强化督导",
        "存在三方面问题：一是认识不到位；二是责任不落实；⟦四⟧是保障不足。",
        "1.排查隐患。\n2.建立台账。\n⟦2⟧.限期整改。\n4.验收销号。",
        "第七条　甲方提供场地。\n第八条　乙方提供设备。\n第⟦十⟧条　双方共担费用。",
        "1.制定方案；2.组织实施；⟦4⟧.总结验收。",
        "各单位一要摸清底数，二要压实责任，⟦四⟧要强化督导。",
        "一、总体要求\n二、主要任务\n⟦五⟧、保障措施\n六、附则",
    ],
    good=[
        "一、防汛\n1.排查\n2.整改\n二、抗旱\n1.排查\n2.整改",
        "第二、三产业，第三、四季度",
        "二、有关依据\n三、有关事项",
        "93.海口市\n96.重庆市\n101.泸州市\n102.眉山市",
        "一是一，二是二，三是否可行",
        "“（四）提供资金账户的；\n“（六）其他情形。",
        "1.消防设施老化。\n2.4号仓库堆放杂物。\n3.叉车无证驾驶。",
        "一是压缩审批时限;二是推进一网通办；三是优化窗口服务。",
        "1.制定方案；2.组织实施；3.总结验收。",
        "一、二季度产值增长较快，三、四季度回落。",
    ],
)
def numbering_sequence(draft: Draft) -> Iterator[Hit]:
    """序号前后相接，不跳号、不重号。

    段首的“一、”“（一）”“1.”“（1）”逐层相接，上一层出现新序号时下一层重新从一起；句中的“一是”“一要”“第一，”“①”等在同一层次标题之内
    相接，“1.”“（1）”在本段之内相接。只看从一起的序列；一个序列里不相接处很多的视为摘录，不报。隔着几个号的，只作提示；法规常节选刊印，
    也只作提示。
    """
    text = draft.view(Scope.PROSE)
    paragraphs = [[(item.n, item.number) for item in series] for series in draft.once(numbered_series)]
    for numbers in [*paragraphs, *_inline_series(draft), *_divisions(text)]:
        for fault in _faults(numbers):
            right, last = _like(fault.span.of(text), fault.expected), _like(fault.span.of(text), fault.expected - 1)
            repeats = fault.found == fault.expected - 1
            problem = f"序号重复：上一个已是“{last}”" if repeats else f"序号不接：上一个是“{last}”"
            sure = abs(fault.found - fault.expected) == 1 and draft.type is not DocumentType.STATUTE
            severity = None if sure else Severity.HINT
            yield hit(fault.span, f"{problem}，此处应为“{right}”", right, severity=severity)


def _faults(numbers: list[Number]) -> list[_Fault]:
    """The numbers that do not follow the one before.

    Behind a slip the count may go on from the number written or from the number meant. A number far below what is
    expected is no slip: another series whose beginning is written otherwise.
    """
    found: list[_Fault] = []
    expected: tuple[int, ...] = (numbers[0][0],)
    for n, span in numbers:
        if n < min(expected) - 1:
            expected = (n + 1,)
            continue
        if n not in expected:
            found.append(_Fault(span, n, min(expected, key=lambda e: (abs(n - e), e))))
        expected = (n + 1,) if n in expected else (n + 1, expected[0] + 1)
    return [] if len(found) > MOST_FAULTS else found


def _inline_series(draft: Draft) -> list[list[Number]]:
    """Series within sentences; “一是” runs through a section, “（1）” within its paragraph."""
    done: list[list[Number]] = []
    for family, members in draft.once(enumerations).families.items():
        series: list[Number] = []
        section = None
        for member in members if family.counted else ():
            if member.section != section:
                section, series = member.section, []
            series = _extended(series, member.n, member.number, done)
    return done


def _divisions(text: str) -> list[list[Number]]:
    """The articles (条) and chapters (章) of a regulation or contract, each counted through.

    An excerpt may begin with any number; then two that follow each other make a series.
    """
    done: list[list[Number]] = []
    for pattern in DIVISIONS:
        numbers = [(number_of(m["n"]), Span(*m.span("n"))) for m in pattern.finditer(text)]
        if len(numbers) > 2 and numbers[0][0] != 1 and numbers[1][0] == numbers[0][0] + 1:
            done.append(numbers)
            continue
        series: list[Number] = []
        for n, span in numbers:
            series = _extended(series, n, span, done)
    return done


def _extended(series: list[Number], n: int, span: Span, done: list[list[Number]]) -> list[Number]:
    """The series with one more number, or a new one begun with 1; anything else before a 1 counts for nothing."""
    if n == 1:
        series = [(1, span)]
        done.append(series)
    elif series:
        series.append((n, span))
    return series


def _like(words: str, n: int) -> str:
    """The number written as `words` is written."""
    if words in CIRCLED:
        return CIRCLED[n - 1] if n <= len(CIRCLED) else str(n)
    return str(n) if words.isdigit() else han_numeral(n)
