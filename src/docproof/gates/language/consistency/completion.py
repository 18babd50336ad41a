"""What was planned, what was done, and the percentage told of it; a rank beyond how many there are; a product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docproof.engine import Hit, hit, rule
from docproof.gates.language.lists import sentence_around
from docproof.gates.language.quantities import NUMBER, UNITS, Quantity, counted_text, plain, quantities
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import whole_number
from docproof.model.patterns import later

SHARE = later(
    r"(?:完成率|进度|开工率|执行率|到位率|支出率|支付率|建成率|占[^\d，。；\n]{0,6}(?:计划|目标|任务|预算|总投资|总数|总量)[^\d，。；\n]{0,4}|完成[^\d，。；\n]{0,8}(?:计划|目标|任务|预算)[^\d，。；\n]{0,4})(?:为|达到?|的)?(?P<mark>(?P<r>\d{1,3}(?:\.\d+)?)[%％])(?!以|左|多|—|～|至)"
)
SHARE_OF_PLAN = later(
    rf"占[^\d，。；\n]{{0,6}}(?:计划|预算|总投资|目标|任务|总额|总数|概算|应)[^\d，。；\n]{{0,5}}(?P<plan>{NUMBER}(?:{UNITS}))的(?P<mark>(?P<r>\d{{1,3}}(?:\.\d+)?)[%％])",
    given="占",
)
PLANNED = later(r"计划|目标|任务|预算|应|拟|总投资|下达|安排|批复|共|全[县市镇区]")
DONE = later(r"完成|建成|开工|支出|拨付|到位|改造|实施|投入|支付|使用|达到?|执行|已")
OTHERS = later(r"同比|比[上去]年|较|增|降|每|平均|其中|分别|去年|上年")
MARGIN = Decimal("0.6")  # percentage points beyond rounding
RANK = later(r"第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)(?!次)")
HOW_MANY = later(
    r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})个(?:县|区|市|州|乡镇|镇街|镇|乡|街道|村|社区|地级市|地市|盟|旗|省|部门|单位|科室|班级|学校|成员单位|县（市、区）|县区|市直部门|县直部门|参赛队)[^\d，。；\n]{0,4}[^\d。；\n]{0,16}$"
)
RANKED = later(r"(?:位[列居]|排[名在列行]?|名?列|居)[^\d，。；\n]{0,6}$")


@rule(
    "consistency.completion",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    when=("%", "％"),
    bad=[
        "计划改造老旧小区40个，已完成30个，完成率⟦85%→75%⟧。",
        "全年计划投资8000万元，截至9月底完成6000万元，占年度计划的⟦80%→75%⟧。",
        "预算执行3600万元，占全年预算4000万元的⟦80%→90%⟧。",
        "全年目标任务为200公里，已建成150公里，完成年度目标的⟦70%→75%⟧。",
    ],
    good=[
        "计划改造老旧小区40个，已完成30个，完成率75%。",
        "计划改造老旧小区40个，其中续建10个，已完成30个，完成率85%。",
        "完成投资6000万元，占年度计划的75%，同比增长8%。",
    ],
)
def completion(draft: Draft) -> Iterator[Hit]:
    """计划数、完成数与完成率要相符。"""
    text = draft.once(counted_text)
    for m in SHARE_OF_PLAN.finditer(text):
        start, _ = sentence_around(text, m.start())
        before = list(quantities(text, start, m.start()))[-1:]
        whole = next(quantities(text, m.start("plan"), m.end("plan")), None)
        if before and whole and whole.value and before[0].unit == whole.unit and m.start() - before[0].span.end <= 1:
            yield from _judged(whole, before[0], m)
    for m in SHARE.finditer(text):
        start, _ = sentence_around(text, m.start())
        said = [q for q in quantities(text, start, m.start()) if q.unit not in ("%", "月", "年", "期")]
        if len(said) != 2 or said[0].unit != said[1].unit or not all(q.exact for q in said) or not said[0].value:
            continue
        plan, done = said
        lead, between = text[start : plan.span.start], text[plan.span.end : m.start()]
        if not PLANNED.search(lead) or not DONE.search(between) or OTHERS.search(text[start : m.start()]):
            continue
        yield from _judged(plan, done, m)


def _judged(plan: Quantity, done: Quantity, m: re.Match[str]) -> Iterator[Hit]:
    """What is wrong with the share of a plan that is told as done, if anything."""
    if plan.exact and done.exact:
        low = (done.value - done.step) / (plan.value + plan.step) * 100 - MARGIN
        high = (done.value + done.step) / max(plan.value - plan.step, Decimal("0.001")) * 100 + MARGIN
        if not low <= Decimal(m["r"]) <= high:
            right = f"{done.value / plan.value * 100:.{len(m['r'].partition('.')[2])}f}%"
            yield hit(Span(*m.span("mark")), f"{done}是{plan}的{done.value / plan.value * 100:.1f}%，请核对", right)


@rule(
    "consistency.rank",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=["在全市9个县（市、区）中位列⟦第11位⟧。", "全县12个乡镇考核排名中，青石镇列⟦第15名⟧。"],
    good=[
        "在全市9个县（市、区）中位列第2位。",
        "全县12个乡镇参加，在全省排名第15位。",
        "抽取3个村，在全县126个村中列第15名。",
    ],
)
def rank(draft: Draft) -> Iterator[Hit]:
    """名次不能大于参加排名的个数。"""
    text = draft.once(counted_text)
    for m in RANK.finditer(text):
        start, _ = sentence_around(text, m.start())
        before = text[max(start, m.start() - 40) : m.start()]
        many = HOW_MANY.search(before)
        if many is None or not RANKED.search(before) or re.search(r"全[省国]|[^第]\d+个", before[many.start() + 4 :]):
            continue
        if whole_number(m["n"]) > whole_number(many["n"]):
            yield hit(Span(*m.span()), f"一共{many['n']}个，没有{m.group()}，请核对")


PRICE = later(
    r"单价[^\d，。；\n]{0,3}(?=\d)|每(?P<each>[户亩人名台套个位村间辆株头只次册份家米棵吨件])[^\d，。；\n每]{0,8}(?=\d)",
    given=("单价", "每"),
)
TOTAL = later(r"(?:合计|共计|总计|总额|总价|总金额|金额|总投资|资金|共|小计|慰问金|补贴|奖金|费用)[^\d，。；\n]{0,6}$")


@rule(
    "consistency.product",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=EXAMINING,
    fix=FixSafety.UNSAFE,
    bad=[
        "每户补助3000元，共补助200户，合计发放⟦50万元→60万元⟧。",
        "采购电脑15台，单价4500元，总价⟦65000元→67500元⟧。",
        "每亩补贴150元，共1200亩，补贴资金⟦16万元→18万元⟧。",
    ],
    good=[
        "每户补助3000元，共补助200户，合计发放60万元。",
        "每人每月补助300元，共补助200人，合计发放72万元。",
        "采购电脑15台，单价4500元，总价67500元。",
    ],
)
def product(draft: Draft) -> Iterator[Hit]:
    """单价乘以数量要等于总价。"""
    text = draft.once(counted_text)
    for m in PRICE.finditer(text):
        start, end = sentence_around(text, m.start())
        said = [q for q in quantities(text, start, end) if q.exact]
        price = next((q for q in said if q.span.start == m.end() and q.unit == "元"), None)
        counts = [
            q
            for q in said
            if q.unit != "元"
            and (q.unit == _unit(m["each"]) or (not m["each"] and q.unit in "台套辆件个只部本册把张份"))
        ]
        totals = [q for q in said if q.unit == "元" and q.span.start > m.end()]
        if price is None or len(counts) != 1 or len(totals) != 1 or text[start:end].count("每") > 1:
            continue
        yield from _multiplied(text, price, counts[0], totals[0])


def _multiplied(text: str, price: Quantity, count: Quantity, total: Quantity) -> Iterator[Hit]:
    """What is wrong with a product, if anything."""
    value = price.value * count.value
    slack = price.step * count.value + count.step * price.value + total.step
    if TOTAL.search(text[max(0, total.span.start - 16) : total.span.start]) and abs(value - total.value) > slack:
        words = total.span.of(text)
        right = f"{plain(value)}元" if "万" in words or "亿" in words else f"{value.normalize():f}元"
        yield hit(total.span, f"{price}乘以{count.span.of(text)}是{plain(value)}元，请核对", right)


def _unit(each: str | None) -> str:
    return "人" if each in ("名", "位") else each or ""
