"""Enumerations within sentences: 一是……二是……, 第一，……第二，……, 1.……；2.……"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache

import msgspec

from docproof.model import Draft, Scope, Span
from docproof.model.numbering import CIRCLED, number_of
from docproof.model.numerals import han_numeral
from docproof.model.patterns import later

HAN = "[一二三四五六七八九十]{1,3}"
BEFORE = "[。；：，;:,！？“”） \u3000\n]"
ORDER_WORDS = {"首先": 1, "其次": 2, "再次": 3}
RUN_IN = r"(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十统唯之第万单合专不均同划归如])(?P<n>一)"
REACH = 200  # code points back from 二是 to an unmarked 一是
FARTHEST = 1500  # code points from one member to the next of another family


class Numerals(Enum):
    """What the members of an enumeration are counted with: how they are found, and how the first is."""

    HAN = (HAN, "一")
    DIGITS = (r"\d{1,2}", "1")
    CIRCLES = (f"[{CIRCLED}]", "①")
    WORDS = ("|".join(ORDER_WORDS), "首先")

    def __init__(self, any_of_them: str, first: str):
        self.any_of_them = any_of_them
        self.first = first

    def written(self, n: int) -> str:
        """A number in these numerals; "" where they have none for it."""
        if self is Numerals.HAN:
            return han_numeral(n)
        if self is Numerals.DIGITS:
            return str(n)
        if self is Numerals.CIRCLES:
            return CIRCLED[n - 1] if n <= len(CIRCLED) else ""
        return next((word for word, count in ORDER_WORDS.items() if count == n), "")


class Family(msgspec.Struct, frozen=True, eq=False):
    """One way to count: what stands before and behind the number, and how far a series runs.

    `following` is what must come next. The first of a series may stand without a mark before it where it `runs_in`:
    各单位一要……，二要…… Words such as 其次, which also stand alone, are not `counted`; 第三 without a mark behind
    it `begins` nothing and only goes on from others.
    """

    numerals: Numerals
    before: str = ""
    after: str = ""
    following: str = ""
    within_paragraph: bool = False
    runs_in: bool = False
    counted: bool = True
    begins: bool = True

    @property
    def of_marks(self) -> bool:
        """Whether it is read with the eye only: ①, （1）, 1."""
        return self.within_paragraph or self.numerals is Numerals.CIRCLES

    def pattern(self, number: str) -> str:
        """An expression for a member with a number that `number` matches."""
        before = "[（(]" if self.before == "（" else self.before
        after = {"）": "[）)]", ".": "[.．、]"}.get(self.after, self.after)
        return f"{before}{number}{after}{self.following}"

    @property
    def firsts(self) -> list[str]:
        """How the first of a series can be written."""
        ends = {"）": "）)", ".": ".．、"}.get(self.after, [self.after])
        return [f"{b}{self.numerals.first}{a}" for b in ("（(" if self.before == "（" else [self.before]) for a in ends]

    def written(self, n: int) -> str:
        """A number as this family writes it; "" where it has no word for it."""
        number = self.numerals.written(n)
        return f"{self.before}{number}{self.after}" if number else ""


class Member(msgspec.Struct, frozen=True):
    """One number of an enumeration; `section` tells the members that can belong together."""

    family: Family
    n: int
    number: Span
    section: tuple[bool, int]
    heads_line: bool = False

    @property
    def span(self) -> Span:
        """The number with what stands before and behind it."""
        return Span(self.number.start - len(self.family.before), self.number.end + len(self.family.after))


NO_NOUN = "(?![一二三四五六七八九十产季方届次年期批阶者代轮章条款项部名组线、个类种位级节编卷册版])"  # 第三产业
FAMILIES = (
    Family(Numerals.HAN, after="是", following="(?!否|非)", runs_in=True),
    Family(Numerals.HAN, after="要", following="(?![求素件点闻职塞])", runs_in=True),
    Family(Numerals.HAN, before="第", following="(?=[，、])"),
    Family(Numerals.HAN, before="其", following="(?=[，、])"),
    Family(Numerals.HAN, before="第", following=f"(?={NO_NOUN}[\\u4e00-\\u9fff])", counted=False, begins=False),
    Family(Numerals.WORDS, following="(?:(?<!再次)|(?=，))", counted=False),
    Family(Numerals.CIRCLES),
    Family(Numerals.DIGITS, before="（", after="）", within_paragraph=True),
    Family(Numerals.HAN, before="（", after="）", following="(?![、和至][（(])", within_paragraph=True),
    Family(Numerals.DIGITS, after=".", following=r"(?!\d)", within_paragraph=True),
)


@cache
def _member(mark: str = "") -> re.Pattern[str]:
    """An expression for a member of any family, behind a mark; compiled when a draft has enumerations."""
    families = enumerate(FAMILIES)
    members = "|".join(f"(?P<f{i}>{f.pattern(f'(?P<n{i}>{f.numerals.any_of_them})')})" for i, f in families)
    return later(f"{mark}(?:{members})|[{CIRCLED}]" if mark else members)


@cache
def _run_in_first(family: Family) -> re.Pattern[str]:
    return later(family.pattern(RUN_IN))


class Enumerations(msgspec.Struct, frozen=True):
    """The members of a draft's enumerations, and those that go on a series of another family, behind whom they stand."""

    families: dict[Family, list[Member]]
    strays: list[tuple[Member, Member]]


def enumerations(draft: Draft) -> Enumerations:
    """The enumerations within a draft's sentences, members in text order; a stray stands in the series it goes on."""
    found = Enumerations({family: [] for family in FAMILIES}, [])
    for member in _members(draft):
        home = member.family
        before = _gone_on_from(member, found.families)
        if before is not None:
            home, last = before
            if last.family is not member.family:
                found.strays.append((member, last))
        if home.begins:
            found.families[home].append(member)
    return found


def _members(draft: Draft) -> Iterator[Member]:
    """The members of all families, in text order."""
    text = draft.view(Scope.PROSE)
    breaks = sorted({e.span.start for e in draft.headings})
    last: dict[Family, Member] = {}
    for start, end in _stretches(draft, text, breaks):
        for m in _matches(text, start, end):
            at, index = m.start(m.lastgroup or 0), (m.lastgroup or "f0")[1:]
            family = FAMILIES[int(index)]
            place = draft.document.paragraph_index(at) if family.within_paragraph else bisect_right(breaks, at)
            heads_line = not text[max(0, at - 4) : at].rpartition("\n")[2].strip(" \t\u3000\ufffc")
            words, number = m[f"n{index}"], Span(*m.span(f"n{index}"))
            member = Member(family, _count(words), number, (family.within_paragraph, place), heads_line)
            yield from _unmarked_first(member, last.get(family), text)
            yield member
            last[family] = member


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if start == 0 and (m := _member().match(text)):
        yield m
    for m in _member(BEFORE).finditer(text, max(0, start - 1), end):  # begins with a set, which `re` searches fast
        yield m if m.lastgroup else _member().match(text, m.start())  # type: ignore[misc]


def _stretches(draft: Draft, text: str, breaks: list[int]) -> Iterator[tuple[int, int]]:
    """Where members can stand: from the first of a series to the end of its paragraph or section."""
    firsts = sorted(
        (at, family.within_paragraph) for family in FAMILIES if family.begins for at in _places(family.firsts, text)
    )
    begun, reached = 0, 0
    for at, within_paragraph in firsts:
        if within_paragraph:
            end = draft.document.line_bounds(at)[1]
        else:
            after = bisect_right(breaks, at)
            end = breaks[after] if after < len(breaks) else len(text)
        if at > reached and reached:
            yield begun, reached
        if at > reached or not reached:
            begun = at
        reached = max(reached, end)
    if reached:
        yield begun, reached


def _places(words: Iterable[str], text: str) -> Iterator[int]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)


def _gone_on_from(member: Member, families: dict[Family, list[Member]]) -> tuple[Family, Member] | None:
    """The other family whose series this member goes on, and its last member; None where it goes on its own."""
    own = families[member.family][-1:]
    if member.n < 2 or (own and own[0].section == member.section and own[0].n < member.n):
        return None
    if member.family.within_paragraph and member.heads_line:
        return None
    others = [
        (family, members[-1])
        for family, members in families.items()
        if members and family is not member.family and family.of_marks == member.family.of_marks
    ]
    if not others:
        return None
    family, last = max(others, key=lambda pair: pair[1].number)
    near = member.number.start - last.number.start <= FARTHEST
    together = last.section == member.section or last.section[0] != member.section[0]
    heads = last.family.within_paragraph and last.heads_line
    return (family, last) if near and together and not heads and last.n == member.n - 1 else None


def _unmarked_first(second: Member, last: Member | None, text: str) -> Iterator[Member]:
    """The first of a series where the second has none: 各单位一要……"""
    family = second.family
    if second.n != 2 or not family.runs_in or (last and last.section == second.section and last.n == 1):
        return
    at = second.number.start
    m = _run_in_first(family).search(text, max(last.number.end if last else 0, at - REACH), at)
    if m and "\n" not in text[m.end() : at]:
        yield Member(family, 1, Span(*m.span("n")), second.section)


def _count(words: str) -> int:
    return ORDER_WORDS.get(words) or number_of(words)
