"""今年, 去年, 明年 with a year beside them."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.owndate import own_date
from docproof.gates.sources import EXAMINING, clause
from docproof.model import Draft, ElementKind, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later

OFFSETS = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "上一年": -1,
    "上一年度": -1,
    "前年": -2,
    "明年": 1,
    "下年度": 1,
    "后年": 2,
}
NAMED = later(
    rf"(?P<word>{'|'.join(sorted(OFFSETS, key=len, reverse=True))})(?:[（(]|，?即)(?P<mark>(?P<y>(?:19|20)\d\d)(?:年度?)?)(?=[）)]|，)"
)
NAMED_BEHIND = later(
    rf"(?P<mark>(?P<y>(?:19|20)\d\d)年)[（(](?P<word>{'|'.join(sorted(OFFSETS, key=len, reverse=True))})[）)]"
)
IN_NUMBER = later(r"[〔\[［【（(](?P<y>20\d\d)[〕\]］】）)]")
SIGN = later(r"年[（(，]")


@rule(
    "consistency.this-year",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("年（", "年(", "年，"),
    bad=[
        "关于进展情况的报告\n市水利局：\n今年（⟦2025年→2026年⟧）已完成投资200万元。\n青禾县水利局\n2026年5月5日",
        "关于进展情况的报告\n市水利局：\n去年（⟦2024年→2025年⟧）完成投资200万元。\n青禾县水利局\n2026年5月5日",
    ],
    good=[
        "关于进展情况的报告\n市水利局：\n今年（2026年）已完成投资200万元，比去年（2025年）多20万元。\n青禾县水利局\n2026年5月5日",
        "今年（2025年）已完成投资200万元。",
    ],
)
def this_year(draft: Draft) -> Iterator[Hit]:
    """“今年”“去年”“明年”与括注的年份要相符。"""
    text, today = draft.view(Scope.PROSE), own_date(draft)
    if not SIGN.search(text):
        return
    named = [*NAMED.finditer(text), *NAMED_BEHIND.finditer(text)]
    meant = [int(m["y"]) - OFFSETS[m["word"]] for m in named]
    year = today.year if today else (meant[0] if meant else 0)
    for m, this in zip(named, meant, strict=True):
        if this != year:
            right = str(year + OFFSETS[m["word"]])
            severity = None if today else Severity.HINT
            yield hit(
                Span(*m.span("mark")),
                f"“{m['word']}”应是{right}年，请核对",
                m["mark"].replace(m["y"], right),
                severity=severity,
            )


@rule(
    "consistency.number-year",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=clause("7.2.5"),
    fix=FixSafety.UNSAFE,
    bad=["青水发〔⟦2025→2026⟧〕15号\n关于开展检查的通知\n各股室：\n请认真落实。\n青禾县水利局\n2026年5月5日"],
    good=[
        "青水发〔2026〕15号\n关于开展检查的通知\n各股室：\n请认真落实。\n青禾县水利局\n2026年5月5日",
    ],
)
def number_year(draft: Draft) -> Iterator[Hit]:
    """发文字号的年份与成文日期的年份要一致。上一年末编号、一月成文的只提示。"""
    number, today = draft.first(ElementKind.DOCUMENT_NUMBER), own_date(draft)
    if number is None or today is None or draft.first(ElementKind.ISSUE_DATE) is None:
        return
    m = IN_NUMBER.search(draft.text, number.span.start, number.span.end)
    if m and int(m["y"]) != today.year:
        severity = Severity.HINT if today.month == 1 and int(m["y"]) == today.year - 1 else None
        message = f"成文日期在{today.year}年，发文字号写{m['y']}年，请核对"
        yield hit(Span(*m.span("y")), message, str(today.year), severity=severity)
