"""The days that a text states, in every form that drafts use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from docproof.gates.language.surroundings import on_line_before
from docproof.model import Draft, Scope, Span
from docproof.model.numerals import DIGITS, han_number
from docproof.model.patterns import each, later, one_of

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST_LEFT = 16  # code points of "2026 年 12 " before 月
HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
DAY = later(
    r"月\s*(?P<d>\d{1,2})\s*(?P<unit>日|号(?!线|楼|院|文|令|公))?"
    r"(?: ?(?:[（(][^（）()\n]{1,8}[）)])? ?(?:至|到|[—–～~-]) ?(?P<to>(?P<d2>\d{1,2})\s*(?:日|号(?!线|楼|院|文|令|公))))?"
)
LEFT_OF_MONTH = later(r"(?:(?<!\d)(?P<y>\d{4})\s*年\s*)?(?<!\d)(?P<m>\d{1,2})\s*$")
SEPARATOR = one_of("-/.．", r"(?<=\d{4}.)(?=\d{1,2}[-/.．]\d)")
NUMERIC = later(r"(?P<y>\d{4})(?P<sep>[-/.．])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d.．/-])")
HAN = later(rf"年(?P<m>{HAN_NUMBER})月(?P<d>{HAN_NUMBER})日")
LUNAR = later(r"农历|阴历|旧历|夏历|腊月|正月")


class StatedDay(msgspec.Struct, frozen=True):
    """A day as written; `year` is None where none is stated."""

    span: Span
    year: int | None
    month: int
    day: int

    @property
    def date(self) -> date | None:
        """The date; None without a year or where there is no such day."""
        return date_in(self.year, self.month, self.day) if self.year else None

    @property
    def problem(self) -> str:
        """Why there is no such day, in Chinese; "" where there is."""
        if not 1 <= self.month <= 12:
            return f"一年没有{self.month}月"
        if not 1 <= self.day <= DAYS[self.month - 1]:
            return f"{self.month}月没有{self.day}日"
        if self.year and (self.month, self.day) == (2, 29) and self.date is None:
            return f"{self.year}年不是闰年"
        return ""

    @property
    def last_of_month(self) -> int | None:
        """The last day of the month, where the one stated lies just beyond it."""
        if not 1 <= self.month <= 12 or not 28 < self.day < 32:
            return None
        common = self.month == 2 and self.year and date_in(self.year, 2, 29) is None
        return 28 if common else DAYS[self.month - 1]


def stated_days(draft: Draft) -> tuple[StatedDay, ...]:
    """The days of the common calendar that a draft states: 3月2日, 2026-03-02, 2026.03.02, 二〇二六年三月二日.

    Days that are said to be of the lunar calendar are left out.
    """
    return tuple(_stated_days(draft.view(Scope.PROSE)))


def _stated_days(text: str) -> Iterator[StatedDay]:
    for m in DAY.finditer(text):
        yield from _days_of_month(text, m)
    for m in (n for sign in each(SEPARATOR, text) if (n := NUMERIC.match(text, sign.start() - 4))):
        whole = m["sep"] in "-/" or len(m["m"]) == 2 == len(m["d"]) or (1 <= int(m["m"]) <= 12 and int(m["d"]) <= 31)
        if (
            whole
            and not _is_lunar(text, m.start())
            and 1900 <= int(m["y"]) < 2100
            and not text[max(0, m.start() - 1) : m.start()].isdigit()
        ):
            yield StatedDay(Span(m.start(), m.end()), int(m["y"]), int(m["m"]), int(m["d"]))
    for m in HAN.finditer(text):
        digits = text[max(0, m.start() - 4) : m.start()]
        if len(digits) == 4 and all(c in DIGITS for c in digits) and not _is_lunar(text, m.start() - 4):
            number = int("".join(DIGITS[c] for c in digits))
            yield StatedDay(Span(m.start() - 4, m.end()), number, han_number(m["m"]), han_number(m["d"]))


def _days_of_month(text: str, m: re.Match[str]) -> Iterator[StatedDay]:
    """The day or, in “3月2日至5日”, the two days behind a 月."""
    left = max(0, m.start() - LONGEST_LEFT)
    before = LEFT_OF_MONTH.search(text[left : m.start()])
    if before is None or not (m["unit"] or m["to"]):
        return
    start = left + before.start("y" if before["y"] else "m")
    if _is_lunar(text, start):
        return
    year, month = (int(before["y"]) if before["y"] else None), int(before["m"])
    yield StatedDay(Span(start, m.end("unit" if m["unit"] else "d")), year, month, int(m["d"]))
    if m["to"]:
        yield StatedDay(Span(*m.span("to")), year, month, int(m["d2"]))


def date_in(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_lunar(text: str, at: int) -> bool:
    return LUNAR.search(on_line_before(text, at, 12)) is not None
