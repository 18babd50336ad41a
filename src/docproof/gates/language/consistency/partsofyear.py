"""Quarters and half-years with the months that are said to be theirs."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import each, later, one_of

PARTS = {
    "上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9), "前两季度": (1, 6), "前两个季度": (1, 6), "前三个季度": (1, 9),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    "1季度": (1, 3), "2季度": (4, 6), "3季度": (7, 9), "4季度": (10, 12),
}  # fmt: skip
PART = rf"(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})"
MONTHS = r"(?P<mark>(?P<a>\d{1,2})(?:月份?)?[ ]?[—－～~至到-]{1,2}[ ]?(?P<b>\d{1,2})月份?)"
ENDS = one_of("季半", r"(?:度|年)")
PART_BEFORE = later(rf"{PART}$")
MONTHS_BEHIND = later(rf"[（(，]?(?:即|也就是)?(?:20\d\d年)?{MONTHS}(?![^，。；\n]{{0,3}}日)")
END_BEHIND = later(r"末[（(，]?(?:即)?(?:20\d\d年)?(?P<mark>(?P<b>\d{1,2})月(?:底|末|\d{1,2}日)?)")


@rule(
    "consistency.part-of-year",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("季度", "季年", "半年", "半度"),
    bad=[
        "第二季度（⟦1—3月→4—6月⟧），全县完成投资12亿元。",
        "上半年（⟦1—7月→1—6月⟧），新增就业1200人。",
        "前三季度（⟦1至6月→1至9月⟧）实现税收3.2亿元。",
        "上半年⟦1—7月→1—6月⟧完成318万吨",
        "确保三季度末（⟦10月底→9月底⟧）前完成。",
    ],
    good=[
        "第二季度（4—6月），上半年（1—6月），三季度末（9月底）前完成。",
        "二季度，4月至5月为整改期；上半年，1—5月完成投资12亿元。",
        "一季度，3—5月雨水偏少。",
    ],
)
def part_of_year(draft: Draft) -> Iterator[Hit]:
    """季度、半年与括注的月份要相符。"""
    text = draft.view(Scope.PROSE)
    for m in each(ENDS, text):
        end = m.end()
        part = PART_BEFORE.search(text, max(0, end - 5), end)
        if part is None:
            continue
        first, last = PARTS[part["part"]]
        told = MONTHS_BEHIND.match(text, end)
        bracketed = told is not None and (text[end] in "（(" or "即" in text[end : end + 3])
        direct = told is not None and told.start("mark") == end and int(told["a"]) == first
        if told and (bracketed or direct) and (int(told["a"]), int(told["b"])) != (first, last):
            right = told["mark"].replace(told["b"] + "月", f"{last}月")
            right = str(first) + right[len(told["a"]) :]
            yield hit(Span(*told.span("mark")), f"{part['part']}是{first}—{last}月，请核对", right)
        elif (point := END_BEHIND.match(text, end)) and int(point["b"]) != last and text[end + 1] in "（(即":
            right = f"{last}月{'底' if point['mark'][-1] != '日' else f'{monthrange(2025, last)[1]}日'}"
            yield hit(Span(*point.span("mark")), f"{part['part']}末是{last}月底，请核对", right)
