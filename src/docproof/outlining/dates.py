"""Dates as drafts write them, and the date that a draft's “in force” refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from docproof.model import Element, ElementKind, Span
from docproof.model.numerals import DIGITS, han_number
from docproof.model.patterns import later

ARABIC = r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"
HAN = r"(?P<Y>[〇零○Ｏ一二三四五六七八九]{4})年(?P<M>[一二三四五六七八九十]{1,3})月(?P<D>[一二三四五六七八九十]{1,3})日"
ANY_DATE = later(f"{ARABIC}|{HAN}")
BLANK = r"[\d×xXＸ_＿〇○\s]"
DATE_LINE = later(rf"(?:{ARABIC}|{HAN})(?:\s*印)?|{BLANK}{{0,8}}年{BLANK}{{1,6}}月{BLANK}{{1,6}}日")
MONTH_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR = r"(?:\d{4}|\d{2}|[〇零○Ｏ一二三四五六七八九]{2,4})"
FAULTY_DATE = (  # 2026.3.2, 2026-03-02, 2026年3月, 2026年3月2号, 2026年3月2, 3月2日, 2026年3月2日。
    rf"\d{{4}}\s*(?P<sep>[.．·/\-—－])\s*\d{{1,2}}\s*(?P=sep)\s*\d{{1,2}}"
    rf"|(?:{YEAR}\s*年?\s*)?{MONTH_DAY}\s*月\s*{MONTH_DAY}\s*[日号]?[。，．.]?|{YEAR}\s*年\s*{MONTH_DAY}\s*月份?[。．.]?"
    rf"|{YEAR}\s*年\s*{MONTH_DAY}\s*[.．]\s*{MONTH_DAY}\s*日?|{YEAR}\s*年\s*{MONTH_DAY}\s*月\s*[上中下]旬|20\d{{2}}[01]\d[0-3]\d|20\d{{2}}[.．]\d{{1,2}}"
)
FAULTY_DATE_LINE = later(FAULTY_DATE)
NARRATED_YEAR = later(
    r"年(?<=\d{4}年)(?:(?:全年)?的?(?:主要)?(?:政府)?工作(?:回顾|总结|情况)|是|，(?:我们|全[省市县区]|我[省市县区局]))"
)


def as_of_date(text: str, elements: Sequence[Element], issued: Span | None = None) -> date | None:
    """The issue date; else the latest date of the adoption note, the date beside the issuer's name (`issued`), that of
    the imprint; else the end of the year that the draft looks back on.

    None where the draft shows none of them. The day of the run never matters.
    """
    for spans in (
        [e.span for e in elements if e.kind is ElementKind.ISSUE_DATE],
        [e.span for e in elements if e.kind is ElementKind.ADOPTION_NOTE],
        [issued] if issued else [],
        [e.span for e in elements if e.kind is ElementKind.IMPRINT],
    ):
        if dates := [d for span in spans for d in dates_in(span.of(text))]:
            return max(dates)
    years = [int(text[m.start() - 4 : m.start()]) for m in NARRATED_YEAR.finditer(text)]
    years = [y for y in years if 1949 <= y < 2100]
    return date(max(years), 12, 31) if years else None


def dates_in(text: str) -> list[date]:
    """The dates that a text states and that exist."""
    return [d for m in ANY_DATE.finditer(text) if (d := date_of(m))]


def date_of(match: re.Match[str]) -> date | None:
    """The date of a match of ANY_DATE; None where there is no such day."""
    parts = match.groupdict()
    try:
        if parts["y"]:
            return date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
        year = int("".join(DIGITS[c] for c in parts["Y"]))
        return date(year, han_number(parts["M"]), han_number(parts["D"]))
    except ValueError:
        return None
