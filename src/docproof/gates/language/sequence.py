"""Numbering that skips or repeats."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docproof.engine import Hit, hit, rule
from docproof.model import DocumentType, Draft, Gate, Paragraph, Part, Scope, Severity, Source, Span, Strength
from docproof.model.numerals import han_number, han_numeral

HAN_DIGITS = "一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
HAN = rf"[{HAN_DIGITS}]{{1,3}}"
LEVELS = (
    re.compile(rf"(?P<n>{HAN})[、，,.．](?!{HAN})"),
    re.compile(rf"[（(](?P<n>{HAN})[）)]"),
    re.compile(r"(?P<n>\d{1,2})(?:[.．](?!\d)|、(?!\d)|，)"),
    re.compile(r"[（(]?(?P<n>\d{1,2})[）)]"),
)
BEFORE_DIGIT = re.compile(r"(?P<n>\d{1,2})[.．](?=\d)")  # “2.4号仓库” goes on from 1., “2.4亿元” from nothing
LEAD = re.compile(r"[ \t\u3000]*(?:附件?[：:][ \u3000]*(?=1[.．、]))?")
DIVISIONS = [
    re.compile(rf"(?m)^[ \u3000]*第(?P<n>[{HAN_DIGITS}百零〇]{{1,6}}){unit}(?=[ \u3000、，：])")
    for unit in ("条", "章")
]
SECTION_WIDE = (
    re.compile(rf"(?P<n>{HAN})是(?!否|非)"),
    re.compile(rf"第(?P<n>{HAN})[，、]"),
    re.compile(rf"其(?P<n>{HAN})[，、]"),
)
CIRCLED_NUMBER = re.compile(rf"(?P<n>[{CIRCLED}])")
IN_PARAGRAPH = (
    re.compile(r"[（(](?P<n>\d{1,2})[）)]"),
    re.compile(rf"[（(](?P<n>{HAN})[）)]"),
    re.compile(r"(?P<n>\d{1,2})[.、](?!\d)"),
)
SENTENCE_MARKS = "。；：，;:,"
MOST_FAULTS = 2  # more in one series: an excerpt, not a slip


@dataclass
class _Series:
    """One run of numbers: where each stands."""

    numbers: list[tuple[int, Span]] = field(default_factory=list)

    def faults(self) -> list[tuple[Span, int, int]]:
        """The places that do not follow: span, number found, number expected.

        Behind a slip the count may go on from the number written or from the number meant.
        """
        found: list[tuple[Span, int, int]] = []
        expected: tuple[int, ...] = (self.numbers[0][0],)
        for n, span in self.numbers:
            if n not in expected:
                found.append((span, n, min(expected, key=lambda e: (abs(n - e), e))))
            expected = (n + 1,) if n in expected else (n + 1, expected[0] + 1)
        if len(found) > MOST_FAULTS:
            return []
        return [f for f in found if f[1] - f[2] in (-1, 1)]  # repeated, or one left out


@rule(
    "numbering.sequence",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=Source("GB/T 9704—2012", "7.3.3", Strength.GENERAL),
    bad=[
        "一、总体要求\n二、主要任务\n⟦四⟧、保障措施",
        "（一）加强领导\n（二）压实责任\n（⟦二⟧）强化督导",
        "存在三方面问题：一是认识不到位；二是责任不落实；⟦四⟧是保障不足。",
        "1.排查隐患。\n2.建立台账。\n⟦2⟧.限期整改。\n4.验收销号。",
        "第七条　甲方提供场地。\n第八条　乙方提供设备。\n第⟦十⟧条　双方共担费用。",
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
    ],
)
def numbering_sequence(draft: Draft) -> Iterator[Hit]:
    """序号前后相接，不跳号、不重号。

    段首的“一、”“（一）”“1.”“（1）”逐层相接，上一层出现新序号时下一层重新从一起；句中的“一是”“第一，”“①”等在同一层次标题之内相接。
    只看从一起的序列；一个序列里不相接处很多的视为摘录，不报。法规常节选刊印，只作提示。
    """
    text = draft.view(Scope.PROSE)
    severity = Severity.HINT if draft.type is DocumentType.STATUTE else None
    series = [*_heading_series(draft, text), *_inline_series(draft, text), *_divisions(text)]
    for faults in (s.faults() for s in series):
        for span, n, want in faults:
            right, last = _like(span.of(text), want), _like(span.of(text), want - 1)
            problem = f"序号重复：上一个已是“{last}”" if n == want - 1 else f"序号不接：上一个是“{last}”"
            yield hit(span, f"{problem}，此处应为“{right}”", right, severity=severity)


class _Place:
    """The series at the beginnings of the paragraphs of one place: the body, or one cell of a table."""

    def __init__(self, done: list[_Series]):
        self._done = done
        self._current: dict[int, _Series] = {}
        self._last = (-1, -1)  # the level of the last numbered paragraph, and where the paragraph ended

    def take(self, text: str, paragraph: Paragraph) -> None:
        """Add the number that the paragraph begins with, if any; it ends the series of deeper levels."""
        start = LEAD.match(text, paragraph.start, paragraph.end).end()  # type: ignore[union-attr]
        for level, pattern in enumerate(LEVELS):
            if m := pattern.match(text, start, paragraph.end) or self._goes_on(text, start, level):
                for deeper in [k for k in self._current if k > level]:
                    del self._current[deeper]
                self._add(level, _value(m["n"]), Span(*m.span("n")), paragraph)
                return

    def _add(self, level: int, n: int, span: Span, paragraph: Paragraph) -> None:
        series = self._current.get(level)
        one_again = n == 1 and series is not None and len(series.numbers) == 1
        if series is not None and one_again and self._last == (level, paragraph.start - 1):
            series.numbers.append((n, span))  # 一、 in the very next paragraph is a slip, no new series
        else:
            _extend(self._current, level, n, span, self._done)
        self._last = (level, paragraph.end)

    def _goes_on(self, text: str, start: int, level: int) -> re.Match[str] | None:
        """A number that a digit follows, where it is just the next of its series."""
        m = BEFORE_DIGIT.match(text, start) if level == 2 and level in self._current else None
        return m if m and int(m["n"]) == self._current[level].numbers[-1][0] + 1 else None


def _heading_series(draft: Draft, text: str) -> list[_Series]:
    """Series at the beginnings of paragraphs; each cell of a table has its own, and leaves the body's alone."""
    done: list[_Series] = []
    places: dict[tuple[Part, object], _Place] = {}
    for paragraph in draft.paragraphs:
        key = (paragraph.part, paragraph.cell or paragraph.number)
        if key not in places:
            places[key] = _Place(done)
        places[key].take(text, paragraph)
    return done


def _inline_series(draft: Draft, text: str) -> list[_Series]:
    """Series within sentences; “一是” runs through a section, “（1）” within its paragraph."""
    breaks = sorted({e.span.start for e in draft.headings})
    done: list[_Series] = []
    for pattern in SECTION_WIDE:
        places = (m for m in pattern.finditer(text) if _follows(text, m.start(), SENTENCE_MARKS + "！ \u3000\n"))
        _gather(((bisect_right(breaks, m.start()), m) for m in places), done)
    _gather(((bisect_right(breaks, m.start()), m) for m in CIRCLED_NUMBER.finditer(text)), done)
    for pattern in IN_PARAGRAPH:
        places = (m for m in pattern.finditer(text) if _follows(text, m.start(), SENTENCE_MARKS))
        _gather(((draft.document.paragraph_index(m.start()), m) for m in places), done)
    return done


def _gather(places: Iterable[tuple[int, re.Match[str]]], done: list[_Series]) -> None:
    """Numbers of one kind, with the section or paragraph that each stands in, as series."""
    current: dict[int, _Series] = {}
    section = -1
    for here, m in places:
        if here != section:
            section, current = here, {}
        _extend(current, 0, _value(m["n"]), Span(*m.span("n")), done)


def _follows(text: str, at: int, marks: str) -> bool:
    return (at == 0 and "\n" in marks) or text[at - 1 : at] in tuple(marks)


def _divisions(text: str) -> list[_Series]:
    """The articles (条) and chapters (章) of a regulation or contract, each counted through.

    An excerpt may begin with any number; then two that follow each other make a series.
    """
    done: list[_Series] = []
    for pattern in DIVISIONS:
        numbers = [(_value(m["n"]), Span(*m.span("n"))) for m in pattern.finditer(text)]
        first = next((n for n, _ in numbers[:1]), 1)
        if first != 1 and len(numbers) > 2 and numbers[1][0] == first + 1:
            done.append(_Series(numbers))
            continue
        current: dict[int, _Series] = {}
        for n, span in numbers:
            _extend(current, 0, n, span, done)
    return done


def _extend(current: dict[int, _Series], level: int, n: int, span: Span, done: list[_Series]) -> None:
    """Add a number to the series of its level, or begin a new one with 1; anything else before a 1 counts for nothing."""
    if n == 1:
        current[level] = _Series([(1, span)])
        done.append(current[level])
    elif level in current:
        current[level].numbers.append((n, span))


def _value(words: str) -> int:
    if words in CIRCLED:
        return CIRCLED.index(words) + 1
    return int(words) if words.isdigit() else han_number(words)


def _like(words: str, n: int) -> str:
    """The number written as `words` is written."""
    if words in CIRCLED:
        return CIRCLED[n - 1] if n <= len(CIRCLED) else str(n)
    return str(n) if words.isdigit() else han_numeral(n)
