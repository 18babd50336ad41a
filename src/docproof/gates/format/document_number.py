"""The draft's own document number (发文字号; GB/T 9704—2012 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.lines import like, own, top_lines
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Source, Span, Strength
from docproof.model.patterns import later
from docproof.outlining.dates import dates_in

CLAUSE = Source("GB/T 9704—2012", "7.2.5", Strength.REQUIRED)
ELEMENTS = Source("党政机关公文处理工作条例", "第九条", Strength.REQUIRED)
NUMBER = later(
    r"(?P<code>[^\d〔［\[（(【﹝]*?)\s*(?P<year>(?P<open>[〔［\[（(【﹝])\s*(?P<digits>\d{2,4})\s*年?\s*(?P<close>[〕］\]）)】﹞]))\s*"
    r"(?P<serial>第?\s*0*(?P<n>\d+))?\s*(?P<unit>号?)"
)
WHOLE = {
    DocumentType.MINUTES,
    DocumentType.INFORMATION,
    DocumentType.ORDER,
    DocumentType.ANNOUNCEMENT,
    DocumentType.COMMUNIQUE,
}
BARE = later(r"[^\W\d_]{1,10}〔\d{4}〕\s?\d{1,4}")
HEADED = "沅泽县水利局文件\n{}\n沅泽县水利局关于做好春灌工作的通知\n各乡镇水利站：\n现就有关事项通知如下。\n沅泽县水利局\n2026年3月2日"


@rule(
    "document-number.form",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[
        HEADED.format("沅水⟦[2026]→〔2026〕⟧8号"),
        HEADED.format("沅水⟦（2026）→〔2026〕⟧8号"),
        HEADED.format("沅水⟦〔26〕→〔2026〕⟧8号"),
        HEADED.format("沅水〔2026〕⟦第8→8⟧号"),
        HEADED.format("沅水〔2026〕⟦008→8⟧号"),
    ],
    good=[HEADED.format("沅水〔2026〕8号")],
)
def form(draft: Draft) -> Iterator[Hit]:
    """发文字号由发文机关代字、年份、发文顺序号组成，写作“沅水〔2026〕8号”。

    年份标全称，用六角括号“〔〕”；顺序号用阿拉伯数字，不加“第”，不编虚位（1不写作01），后面加“号”。
    """
    for start, m in _numbers(draft):
        year = m["digits"] if len(m["digits"]) == 4 else f"20{m['digits'][-2:]}"
        if m["year"] != f"〔{year}〕":
            span = Span(start + m.start("year"), start + m.end("year"))
            why = "年份标全称并用六角括号“〔〕”" if len(m["digits"]) != 4 else "年份用六角括号“〔〕”"
            yield hit(span, f"发文字号的{why}", f"〔{year}〕")
        if m["serial"] and m["serial"] != m["n"] and not m["code"].endswith(("令", "公告", "通告")):
            span = Span(start + m.start("serial"), start + m.end("serial"))
            yield hit(span, "发文字号的顺序号不加“第”，不编虚位（1不写作01）", m["n"])


@rule(
    "document-number.unit",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=CLAUSE,
    fix=FixSafety.UNSAFE,
    bad=[HEADED.format("⟦沅水〔2026〕8→沅水〔2026〕8号⟧")],
    good=[HEADED.format("沅水〔2026〕8号")],
)
def unit(draft: Draft) -> Iterator[Hit]:
    """发文字号的顺序号后面加“号”。"""
    if not draft.all(ElementKind.DOCUMENT_NUMBER):
        for line in like(draft, top_lines(draft), BARE):
            yield hit(line, "发文字号的顺序号后面加“号”", f"{line.of(draft.text)}号")


@rule(
    "document-number.no-code",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[HEADED.format("⟦〔2026〕8号⟧")],
    good=[
        HEADED.format("沅水〔2026〕8号"),
        "沅泽县水利局党组会议纪要\n〔2026〕3号\n2026年3月2日，局长孟怀川主持召开会议。纪要如下：\n会议要求抓好春灌。",
    ],
)
def no_code(draft: Draft) -> Iterator[Hit]:
    """发文字号由机关代字、年份、顺序号组成，缺机关代字的补上。"""
    if draft.type is None or draft.type in WHOLE:
        return
    for start, m in _numbers(draft):
        if not m["code"].strip():
            yield hit(Span(start + m.start(), start + m.end()), "发文字号缺机关代字，写作“沅水〔2026〕8号”的样子")


@rule(
    "document-number.other-year",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=CLAUSE,
    bad=[HEADED.format("沅水〔⟦2025⟧〕8号")],
    good=[HEADED.format("沅水〔2026〕8号")],
)
def other_year(draft: Draft) -> Iterator[Hit]:
    """发文字号的年份与成文日期的年份一般相同。"""
    signed = draft.first(ElementKind.ISSUE_DATE)
    years = {d.year for d in dates_in(signed.span.of(draft.text))} if signed else set()
    for start, m in _numbers(draft):
        if len(m["digits"]) == 4 and years and int(m["digits"]) not in years:
            span = Span(start + m.start("digits"), start + m.end("digits"))
            yield hit(span, f"发文字号是{m['digits']}年，成文日期是{max(years)}年，请核对")


def _numbers(draft: Draft) -> Iterator[tuple[int, re.Match[str]]]:
    """The draft's own numbers, each with the offset at which it stands."""
    for span in own(draft, ElementKind.DOCUMENT_NUMBER):
        if m := NUMBER.match(span.of(draft.text)):
            yield span.start, m
