"""The draft's own document number (发文字号; GB/T 9704—2012 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import like, own, top_lines
from docproof.gates.sources import ELEMENTS, clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.numerals import DIGITS, whole_number
from docproof.model.patterns import later
from docproof.outlining.dates import dates_in

CLAUSE = clause("7.2.5")
OPEN, CLOSE = r"[〔［\[（(【﹝{｛<〈]", r"[〕］\]）)】﹞}｝>〉]"
NUMBER = later(
    rf"(?P<code>[^\d〔［\[（(【﹝]*?)\s*(?P<year>{OPEN}\s*(?P<digits>\d{{2,4}})\s*年?\s*{CLOSE})\s*(?P<serial>第?\s*0*(?P<n>\d+))?"
)
HAN_DIGITS = "".join(DIGITS)
UNSHAPED = later(  # what is meant as a number: 沅水2026-8号, 沅水〔2026〕八号, 沅水〔二〇二六〕8号, 沅水〔2026〕8
    rf"(?P<code>[^\W\d_]{{1,10}}?)\s?(?:{OPEN}\s?)?(?P<year>20\d\d|[{HAN_DIGITS}]{{4}})\s?年?\s?(?:{CLOSE})?\s?[-—－/]?\s?(?:第|N[Oo]\.?|№)?\s?"
    rf"(?P<n>\d{{1,4}}|[{HAN_DIGITS}十百]{{1,4}})\s?(?P<unit>号?)"
)
SWAPPED = later(rf"(?P<code>[^\W\d_]{{1,10}}?)\s?(?P<year>20\d\d)\s?年?\s?{OPEN}\s?0*(?P<n>\d{{1,4}})\s?{CLOSE}\s?号?")
YEAR_ALONE = later(r"(?P<year>20\d\d)\s?年?\s?第?\s?0*(?P<n>\d{1,4})\s?号")
YEAR_FIRST = later(
    rf"{OPEN}\s?(?P<year>20\d\d)\s?{CLOSE}\s?(?P<code>[^\W\d_号第]{{2,10}})\s?第?\s?0*(?P<n>\d{{1,4}})\s?号"
)
WITHOUT_CODE = {
    DocumentType.MINUTES,
    DocumentType.INFORMATION,
    DocumentType.ORDER,
    DocumentType.ANNOUNCEMENT,
    DocumentType.PUBLIC_NOTICE,
    DocumentType.COMMUNIQUE,
}  # 〔2026〕第8号 is theirs


@rule(
    "document-number.form",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(number="沅水⟦[2026]→〔2026〕⟧8号"),
        notice(number="沅水⟦（2026）→〔2026〕⟧8号"),
        notice(number="沅水⟦〔26〕→〔2026〕⟧8号"),
        notice(number="沅水字⟦第〔2026〕→〔2026〕⟧8号"),
        notice(number="沅水〔2026〕⟦第8→8⟧号"),
        notice(number="沅水〔2026〕⟦008→8⟧号"),
    ],
    good=[notice()],
)
def form(draft: Draft) -> Iterator[Hit]:
    """发文字号由发文机关代字、年份、发文顺序号组成，写作“沅水〔2026〕8号”。

    年份标全称，用六角括号“〔〕”；顺序号用阿拉伯数字，不加“第”，不编虚位（1不写作01），后面加“号”。
    """
    for start, m in _numbers(draft):
        if m["code"].endswith("第"):
            before = start + m.end("code") - 1
            yield hit(Span(before, start + m.end("year")), "发文字号的年份前不加“第”", f"〔{m['digits']}〕")
            continue
        year = m["digits"] if len(m["digits"]) == 4 else f"20{m['digits'][-2:]}"
        if m["year"] != f"〔{year}〕":
            why = "年份标全称并用六角括号“〔〕”" if len(m["digits"]) != 4 else "年份用六角括号“〔〕”"
            yield hit(_within(start, m, "year"), f"发文字号的{why}", f"〔{year}〕")
        if m["n"] and m["serial"] != (right := str(int(m["n"]))) and draft.type not in WITHOUT_CODE:
            yield hit(_within(start, m, "serial"), "发文字号的顺序号不加“第”，不编虚位（1不写作01），用半角数字", right)


@rule(
    "document-number.shape",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(number="⟦沅水〔2026〕8→沅水〔2026〕8号⟧"),
        notice(number="⟦沅水2026-8号→沅水〔2026〕8号⟧"),
        notice(number="⟦沅水〔2026〕八号→沅水〔2026〕8号⟧"),
        notice(number="⟦沅水〔二〇二六〕8号→沅水〔2026〕8号⟧"),
        notice(number="⟦沅水2026〔8〕号→沅水〔2026〕8号⟧"),
        notice(number="⟦〔2026〕沅水8号→沅水〔2026〕8号⟧"),
    ],
    good=[notice(), notice(number="第8号")],
)
def shape(draft: Draft) -> Iterator[Hit]:
    """发文字号依次是发文机关代字、六角括号里的年份、顺序号和“号”，数字用阿拉伯数字。"""
    for pattern in (YEAR_FIRST, SWAPPED, UNSHAPED):
        for line in like(draft, draft.once(top_lines), pattern):
            m = pattern.fullmatch(line.of(draft.text))
            if m is None or any(
                line.overlaps(s) and s.start == line.start for s in own(draft, ElementKind.DOCUMENT_NUMBER)
            ):
                continue
            code, year = m["code"].removesuffix("第"), m["year"]
            digits = year if year.isdigit() else "".join(DIGITS[c] for c in year)
            serial = whole_number(m["n"])
            yield hit(line, f"发文字号写作“{code}〔{digits}〕{serial}号”", f"{code}〔{digits}〕{serial}号")


@rule(
    "document-number.no-code",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[notice(number="⟦〔2026〕8号⟧"), notice(number="⟦2026年第8号⟧")],
    good=[
        notice(),
        "沅泽县水利局党组会议纪要\n〔2026〕3号\n2026年3月2日，局长孟怀川主持召开会议。纪要如下：\n会议要求抓好春灌。",
    ],
)
def no_code(draft: Draft) -> Iterator[Hit]:
    """发文字号由机关代字、年份、顺序号组成，缺机关代字的补上。"""
    if draft.type is None or draft.type in WITHOUT_CODE:
        return
    numbers = own(draft, ElementKind.DOCUMENT_NUMBER)
    bare_numbers = [s for s in numbers if (m := NUMBER.match(s.of(draft.text))) and not m["code"].strip()]
    for span in [*bare_numbers, *like(draft, draft.once(top_lines), YEAR_ALONE)]:
        yield hit(span, "发文字号缺机关代字，写作“沅水〔2026〕8号”的样子")


@rule(
    "document-number.other-year",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[notice(number="沅水〔⟦2025⟧〕8号")],
    good=[notice()],
)
def other_year(draft: Draft) -> Iterator[Hit]:
    """发文字号的年份与成文日期的年份一般相同。"""
    signed = draft.first(ElementKind.ISSUE_DATE)
    years = {d.year for d in dates_in(signed.span.of(draft.text))} if signed else set()
    for start, m in _numbers(draft):
        if len(m["digits"]) == 4 and years and int(m["digits"]) not in years:
            message = f"发文字号是{m['digits']}年，成文日期是{max(years)}年，请核对"
            yield hit(_within(start, m, "digits"), message)


def _numbers(draft: Draft) -> Iterator[tuple[int, re.Match[str]]]:
    """The draft's own numbers, each with the offset at which it stands."""
    for span in own(draft, ElementKind.DOCUMENT_NUMBER):
        if m := NUMBER.match(span.of(draft.text)):
            yield span.start, m


def _within(start: int, m: re.Match[str], group: str) -> Span:
    """The span of a group of a number that stands at an offset."""
    return Span(start + m.start(group), start + m.end(group))
