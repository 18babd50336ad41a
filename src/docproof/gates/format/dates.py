"""The issue date (成文日期; GB/T 9704—2012 7.3.5.4)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, own
from docproof.gates.sources import clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity
from docproof.model.numerals import DIGITS, whole_number
from docproof.model.patterns import later
from docproof.outlining.dates import dates_in

HAN = "".join(DIGITS)
MONTHS = 12
ANY_FORM = later(
    r"(?P<run_y>20\d\d)(?P<run_m>[01]\d)(?P<run_d>[0-3]\d)|(?P<only_year>20\d\d)[.．]\d{1,2}|\d{4}年.{1,3}月[上中下]旬|"
    rf"(?:(?P<y>\d{{2,4}}|[{HAN}Ｏ]{{2,4}})[年.．·/\-—－])?(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[月.．·/\-—－]"
    rf"(?:(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]?)?份?[。，．.]?"
)
YEAR_OF_NUMBER = later(r"(20\d\d)")


@rule(
    "issue-date.form",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=clause("7.3.5.4"),
    fix=FixSafety.UNSAFE,
    bad=[
        notice(date="⟦二〇二六年三月二日→2026年3月2日⟧"),
        notice(date="⟦2026年03月02日→2026年3月2日⟧"),
        notice(date="⟦2026.3.2→2026年3月2日⟧"),
        notice(date="⟦2026-03-02→2026年3月2日⟧"),
        notice(date="⟦2026年3月2号→2026年3月2日⟧"),
        notice(date="⟦26年3月2日→2026年3月2日⟧"),
        notice(date="⟦3月2日→2026年3月2日⟧"),
        notice(date="⟦2026年3月2日。→2026年3月2日⟧"),
        notice(date="⟦20260302→2026年3月2日⟧"),
        notice(date="⟦2026年3月⟧"),
        notice(date="⟦2026年3月上旬⟧"),
        notice(date="⟦三月二日⟧", number=""),
        notice(date="⟦2026年2月30日→2026年2月28日⟧"),
    ],
    good=[notice(), notice(date="2026年　月　日")],
)
def form(draft: Draft) -> Iterator[Hit]:
    """成文日期用阿拉伯数字标全年、月、日，年份标全称，月、日不编虚位（1不写作01）。"""
    for span in own(draft, ElementKind.ISSUE_DATE):
        written = bare(draft, span)
        m = ANY_FORM.fullmatch(written.removesuffix("印"))
        right = written_date(m, draft) if m else ""
        if right and not dates_in(right):
            yield hit(span, f"没有{right}这一天，请核对成文日期", *_last_day(right))
            continue
        if m and right and right != written:
            yield hit(span, f"成文日期{_fault(m, written)}，写作“{right}”", right)
        elif m and not right:
            missing = "日" if m["y"] or not m["d"] else "年"
            yield hit(span, f"成文日期要标全年、月、日，缺{missing}")


@rule(
    "issue-date.line",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=clause("7.3.5.2"),
    bad=[notice(signature="", date="沅泽县水利局　⟦2026年3月2日⟧")],
    good=[notice()],
)
def line(draft: Draft) -> Iterator[Hit]:
    """成文日期在署名的下一行。"""
    signed = own(draft, ElementKind.SIGNATURE)
    for span in own(draft, ElementKind.ISSUE_DATE):
        if any(s.end <= span.start and "\n" not in draft.text[s.end : span.start] for s in signed):
            yield hit(span, "成文日期另起一行，写在署名之下")


def written_date(m: re.Match[str], draft: Draft) -> str:
    """A date as the standard writes it; a year that is missing is the document number's; "" where a part is unknown."""
    if m["run_y"]:
        return f"{m['run_y']}年{int(m['run_m'])}月{int(m['run_d'])}日"
    year = _number(m["y"]) if m["y"] else _number_year(draft)
    if not year or not m["d"]:
        return ""
    return f"{year if year > 99 else 2000 + year}年{_number(m['m'])}月{_number(m['d'])}日"


def _last_day(date: str) -> list[str]:
    """The last day of the month of a date that does not exist; none where there is no such month."""
    year, month = (int(part) for part in date.rstrip("日").replace("月", "年").split("年")[:2])
    return [f"{year}年{month}月{monthrange(year, month)[1]}日"] if 1 <= month <= MONTHS else []


def _fault(m: re.Match[str], written: str) -> str:
    if m["run_y"]:
        return "的年、月、日要写全"
    if not m["y"] or len(m["y"]) == 2:
        return "的年份要标全称"
    if not m["y"].isdigit() or not m["m"].isdigit():
        return "用阿拉伯数字"
    if "年" not in written or "月" not in written or not written.endswith("日"):
        return "的年、月、日要写全，末尾不加标点"
    return "的月、日不编虚位（1不写作01）"


def _number(words: str) -> int:
    if all(c in DIGITS or c == "Ｏ" for c in words) and len(words) > 1:
        return int("".join(DIGITS[c] for c in words))
    return whole_number(words)


def _number_year(draft: Draft) -> int:
    """The year of the draft's own document number; 0 without one."""
    number = draft.first(ElementKind.DOCUMENT_NUMBER)
    m = YEAR_OF_NUMBER.search(number.span.of(draft.text)) if number else None
    return int(m[1]) if m else 0
