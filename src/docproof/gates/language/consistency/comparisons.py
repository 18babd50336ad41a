"""Two values of two years, and the growth or the multiple told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.growth import DEFLATED, DOWN, UP
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.quantities import (
    NUMBER,
    PERSONS,
    UNITS,
    Quantity,
    counted_text,
    half_step,
    plain,
    quantities,
)
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import amount, han_number
from docproof.model.patterns import each, later, one_of

BASE = r"(?:去年|上年|上一年|前年|(?:19|20)\d\d年)(?:同期|全年|底|末)?"
PERCENT = one_of("%％")
CHANGED = later(rf"(?:{UP}|{DOWN})(?:了|达到?|为|约)?(?P<mark>(?P<c>\d+(?:\.\d+)?)[%％])")
AFTER = later(r"以|左|多|—|～|至")
LONGEST = 12  # code points of a change that is told
THAN = one_of(
    "较比与",
    rf"{BASE}的?(?P<b>{NUMBER})(?P<u>{UNITS})(?:相比)?[，]?(?:同比)?(?:净|实际|共|总共)?(?:{UP}|{DOWN})(?:了|达到?|为)?(?P<mark>(?P<c>{NUMBER})(?P<uc>[%％]|倍|{UNITS}))",
)
OTHER_SUBJECT = later(r"其中|分别|平均|人均|年均|环比|可比|剔除|可支配")
MULTIPLE = later(
    rf"是(?:原来|过去|改革前|(?:{BASE})(?:的)?(?P<base>{NUMBER})(?P<ub>{UNITS})|上年同期)的?(?P<mark>(?P<k>\d+(?:\.\d+)?|[一二两三四五六七八九十]{{1,2}})倍)"
)
TO = later(
    rf"[由从][^\d，。；\n]{{0,12}}(?P<a>{NUMBER})(?P<ua>{UNITS})?[^\d，。；\n]{{0,6}}[到至为](?:了)?(?:20\d\d年的?)?(?P<b>{NUMBER})(?P<ub>{UNITS})，?$"
)
RATIO = later(
    r"比(?:例)?(?:为|是|缩小[到至为]|降[到至为]|达到?)(?P<mark>(?P<k>\d+(?:\.\d+)?)\s?[:：∶]\s?1)(?![\d.:：∶])"
)
GUESS = later(r"[约近超余逾]|左右|以上")
MARGIN = Decimal("0.6")  # percentage points beyond rounding


@rule(
    "consistency.growth-of-years",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("%", "％", *(than + base for than in "较比与" for base in ("去年", "上年", "上一年", "前年", "19", "20"))),
    bad=[
        "2025年接待游客120万人次，比2024年的100万人次增长⟦25%→20%⟧。",
        "2024年完成税收2.40亿元，2025年完成税收3.00亿元，同比增长⟦20%→25%⟧。",
        "今年上半年新增企业150家，去年同期为120家，同比增长⟦30%→25%⟧。",
        "贫困户减少到35户，比上年的120户减少⟦75户→85户⟧。",
    ],
    good=[
        "2025年接待游客120万人次，比2024年的100万人次增长20%。",
        "2024年完成税收2.40亿元，2025年完成税收3.00亿元，同比增长25%。",
        "今年上半年新增企业150家，其中民营企业120家，同比增长30%。",
        "2024年地区生产总值200亿元，2025年地区生产总值215亿元，增长5.8%。",
    ],
)
def growth_of_years(draft: Draft) -> Iterator[Hit]:
    """两年的数与增长率、增减的数要相符。以不变价计算的（生产总值、增加值、收入）不核。"""
    text = draft.once(counted_text)
    for m in each(THAN, text):
        start, _ = sentence_around(text, m.start())
        before = list(quantities(text, max(start, m.start() - 60), m.start()))
        base = _quantity(m, "b", "u")
        if before and before[-1].unit == base.unit and not DEFLATED.search(text[start : m.start()]):
            yield from _change(before[-1], base, m, text)
    for sign in each(PERCENT, text):
        change = CHANGED.search(text, max(0, sign.start() - LONGEST), sign.end())
        if change is None or change.end() != sign.end() or AFTER.match(text, sign.end()):
            continue
        start, _ = sentence_around(text, change.start())
        said = list(quantities(text, start, change.start()))
        lead = text[said[-1].span.end : change.start()] if said else "，，"
        if (
            len(said) != 2
            or lead.strip("，") not in ("", "同比", "比上年", "比去年", "同比净")
            or not _two_years(text, start, said)
        ):
            continue
        if DEFLATED.search(text[start : change.start()]) or OTHER_SUBJECT.search(text[start : change.start()]):
            continue
        first, last = _in_order(text, start, said)
        yield from _rate(last, first, change, text)


def _quantity(m: re.Match[str], number: str, unit: str) -> Quantity:
    """The quantity that two groups of a match are."""
    return Quantity(
        Span(m.start(number), m.end(unit)), amount(m[number]), half_step(m[number]), PERSONS.get(m[unit], m[unit]), True
    )


def _two_years(text: str, start: int, said: list[Quantity]) -> bool:
    """Whether two quantities of one unit are of two years that follow each other."""
    return said[0].unit == said[1].unit and all(q.exact for q in said) and _years(text, start, said) is not None


def _years(text: str, start: int, said: list[Quantity]) -> tuple[int, int] | None:
    """The years of two quantities, relative to each other; None where they are not two that follow each other."""
    first, second = text[start : said[0].span.start], text[said[0].span.end : said[1].span.start]
    years = [re.findall(r"(20\d\d)年", part)[-1:] for part in (first, second)]
    if all(years):
        a, b = int(years[0][0]), int(years[1][0])
        return (a, b) if abs(a - b) == 1 else None
    if re.search(r"今年|20\d\d年|本月|上半年|全年", first) and re.match(r"，(?:而)?(?:去年|上年)(?:同期)?", second):
        return (1, 0)
    if re.search(r"(?:去年|上年)", first) and re.match(r"，今年", second):
        return (0, 1)
    return None


def _in_order(text: str, start: int, said: list[Quantity]) -> tuple[Quantity, Quantity]:
    years = _years(text, start, said)
    return (said[0], said[1]) if years and years[0] < years[1] else (said[1], said[0])


def _change(last: Quantity, first: Quantity, m: re.Match[str], text: str) -> Iterator[Hit]:
    """What is wrong with the change told behind 比去年的……, if anything."""
    if m["uc"] in "%％":
        yield from _rate(last, first, m, text)
    elif m["uc"] == m["u"]:
        told = next(quantities(text, m.start("c"), m.end("uc")), None)
        off = abs(last.value - first.value)
        if told and abs(told.value - off) > last.step + first.step + told.step:
            yield hit(Span(*m.span("mark")), f"前后相差{plain(off)}{m['u']}，请核对", f"{plain(off)}{m['u']}")


def _rate(last: Quantity, first: Quantity, m: re.Match[str], text: str) -> Iterator[Hit]:
    """What is wrong with a rate of change, if anything."""
    if not first.value or not (last.exact and first.exact):
        return
    c = Decimal(m["c"])
    low = (abs(last.value - first.value) - last.step - first.step) / (first.value + first.step) * 100
    high = (
        (abs(last.value - first.value) + last.step + first.step) / max(first.value - first.step, Decimal("0.001")) * 100
    )
    if not low - MARGIN <= c <= high + MARGIN:
        decimals = len(m["c"].partition(".")[2])
        rate = abs(last.value - first.value) / first.value * 100
        yield hit(Span(*m.span("mark")), f"由{first}到{last}是{rate:.1f}%，请核对", f"{rate:.{decimals}f}%")


@rule(
    "consistency.multiple",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("倍", "∶1", ":1", "：1"),
    bad=[
        "产值由500万元提高到1500万元，是原来的⟦2倍→3倍⟧。",
        "今年产量达到300吨，是去年100吨的⟦2倍→3倍⟧。",
        "城镇居民收入38000元，农村居民收入19000元，城乡收入比为⟦2.5∶1→2.0∶1⟧。",
    ],
    good=[
        "产值由500万元提高到1500万元，是原来的3倍。",
        "今年产量达到300吨，是去年100吨的3倍，收入比为2.5∶1。",
    ],
)
def multiple(draft: Draft) -> Iterator[Hit]:
    """倍数、比例与前面的两个数要相符。"""
    text = draft.once(counted_text)
    for m in MULTIPLE.finditer(text) if "倍" in text else ():
        start, _ = sentence_around(text, m.start())
        if m["base"]:
            base: Quantity | None = _quantity(m, "base", "ub")
            last = list(quantities(text, start, m.start()))[-1:]
        else:
            told = TO.search(text, start, m.start())
            pair = list(quantities(text, told.start("a"), m.start())) if told else []
            if told and not told["ua"]:
                pair = []
            base, last = (pair[0], pair[-1:]) if len(pair) == 2 else (None, [])
        if base and last and base.unit == last[0].unit:
            k = Decimal(m["k"]) if m["k"][0].isdigit() else Decimal(han_number(m["k"]))
            yield from _times(last[0], base, k, m)
    for m in RATIO.finditer(text) if "∶1" in text or ":1" in text or "：1" in text else ():
        start, _ = sentence_around(text, m.start())
        said = [q for q in quantities(text, start, m.start()) if q.unit == "元"]
        if len(said) == 2 and said[1].value:
            yield from _times(said[0], said[1], Decimal(m["k"]), m)


def _times(last: Quantity, base: Quantity, k: Decimal, m: re.Match[str]) -> Iterator[Hit]:
    """What is wrong with a multiple, if anything."""
    if not base.value or GUESS.search(m.string, max(0, m.start() - 50), m.start()):
        return
    real = last.value / base.value
    exact = "." in m["k"]
    if abs(real - k) > (Decimal("0.06") if exact else max(real, Decimal(1)) / 10):
        right = f"{real:.1f}" if exact else f"{real:.1f}".removesuffix(".0")
        words = m["mark"].replace(m["k"], right) if m["k"][0].isdigit() else f"{right}倍"
        yield hit(Span(*m.span("mark")), f"{last}是{base}的{real:.1f}倍，请核对", words)
