"""One form of numbers throughout: in a series, for percentages, with or without separators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.numerals import han_number

SOURCE = Source("GB/T 15835—2011", strength=Strength.REQUIRED)
COUNTER = "[个家名项条所座户件种类次处人台套场期批]"
HAN = "[一二两三四五六七八九十百]{1,4}"
GAP = r"[^\d，。；：、和及与\n一二两三四五六七八九十百（）第]{0,8}"
COUNTED = re.compile(rf"\d(?P<u>{COUNTER})")
NUMBER = re.compile(r"(?<!第)\d+$")
THEN_HAN = re.compile(rf"{GAP}(?:[、和及]|以及){GAP}(?P<n>{HAN})(?P<u>{COUNTER})(?![体性月人别])")
HAN_BEFORE = re.compile(
    rf"(?<![第\d一二三四五六七八九十])(?P<n>{HAN})(?P<u>{COUNTER})(?![体性月]){GAP}(?:[、和及]|以及){GAP}$"
)
NEAR = 28  # code points from one number of a series to the next
PERCENT = re.compile(r"\d[％%]")
HAN_PERCENT = re.compile(r"百分之[零一二三四五六七八九十百点几多]{1,8}")
SAME_UNITS = (("公斤", "千克", "kg", "KG", "Kg"), ("公里", "千米", "km"), ("公顷", "hm²"))
FEW = 2  # that many odd ones out are an oversight; more are a choice
SEPARATOR = re.compile(r",(?<=\d,)(?=\d{3})")
SEPARATED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)(?=\s?[元人户件吨亩个公平万亿])")
UNSEPARATED = re.compile(r"(?<![\d.,A-Za-z—-])\d{4,9}(?:\.\d+)?(?=\s?[元人户件吨亩个公平])")


@rule(
    "numerals.series",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=SOURCE,
    fix=FixSafety.UNSAFE,
    bad=["涉及3个县、⟦四→4⟧个乡", "新建5所、改造⟦三→3⟧所", "表彰十名先进个人和⟦5⟧名先进工作者"],
    good=[
        "涉及3个县、4个乡",
        "采取4种形式和竞标、招标及拍卖三种办法",
        "三个县、四个乡",
        "第3个、第四个",
        "落实一个方案、三项制度，新建5所学校",
    ],
)
def series(draft: Draft) -> Iterator[Hit]:
    """并列的同类数字用同一种写法。

    “3个县、四个乡”改作“3个县、4个乡”。“一个”“两个”可以不是计数，只提示。
    """
    text = draft.view(Scope.PROSE)
    for m in COUNTED.finditer(text):
        number = NUMBER.search(text[max(0, m.start() - 8) : m.start() + 1])
        if number is None:
            continue
        start = m.start() + 1 - len(number.group())
        behind = THEN_HAN.match(text, m.end())
        if behind and behind["u"] == m["u"]:
            severity = Severity.HINT if behind["n"] in "一两" else None
            message = f"与前面的“{number.group()}{m['u']}”写法不一，用同一种写法"
            yield hit(Span(*behind.span("n")), message, str(han_number(behind["n"])), severity=severity)
        before = HAN_BEFORE.search(text[max(0, start - NEAR) : start])
        if before and before["u"] == m["u"]:
            severity = Severity.HINT if before["n"] in "一两" else None
            message = f"与前面的“{before['n']}{m['u']}”写法不一，用同一种写法"
            yield hit(Span(start, m.start() + 1), message, severity=severity)


@rule(
    "numerals.percent-forms",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("GB/T 15835—2011", strength=Strength.REQUIRED),
    bad=["增长5%，出口增长6.1%，投资增长8%，⟦百分之三十⟧的企业受益"],
    good=["增长5%，出口增长6.1%", "百分之三十的企业，百分之五十的农户", "百分之百完成，增长5%，出口增长6%，投资增长8%"],
)
def percent_forms(draft: Draft) -> Iterator[Hit]:
    """百分数在全文用同一种写法。

    一篇里只有一两处“百分之……”而多处用“%”的，或者反过来，提示少的一种。法规不报。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    if "百分之" not in text:
        return
    han = [m for m in HAN_PERCENT.finditer(text) if m.group() not in ("百分之百", "百分之几")]
    signs = list(PERCENT.finditer(text))
    few, many, right = (han, signs, "%") if len(han) <= len(signs) else (signs, han, "百分之")
    near = few and many and few is han and _in_one_sentence(text, few[0], many)
    if few and len(few) <= FEW and (len(many) > FEW or near):
        written = _percent(few[0].group()) if few is han else ""
        yield hit(Span(*few[0].span()), f"其他百分数写作“{right}”，用同一种写法", *filter(None, [written]))


def _in_one_sentence(text: str, one: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any("。" not in text[min(one.start(), o.start()) : max(one.start(), o.start())] for o in others)


def _percent(words: str) -> str:
    """百分之三十 as 30%; "" for what is no plain number."""
    try:
        return f"{han_number(words.removeprefix('百分之').partition('点')[0])}%" if "点" not in words else ""
    except ValueError:
        return ""


@rule(
    "numerals.separators",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("GB/T 15835—2011", strength=Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=["共1,234,567元，其中⟦234567→234,567⟧元用于维修"],
    good=["共1,234,567元，其中234,567元用于维修", "共1234567元，其中234567元", "共12,345元，建筑面积3260平方米"],
)
def separators(draft: Draft) -> Iterator[Hit]:
    """千分撇要么都用，要么都不用。四位以内的整数可以不用。"""
    text = draft.view(Scope.PROSE)
    if not SEPARATOR.search(text):
        return
    separated = list(SEPARATED.finditer(text))
    four = any(len(m.group().replace(",", "").partition(".")[0]) == 4 for m in separated)  # four digits separated, too
    plain = [m for m in UNSEPARATED.finditer(text) if four or len(m.group().partition(".")[0]) > 4]
    if plain and len(plain) <= len(separated):
        for m in plain[:FEW]:
            whole, dot, rest = m.group().partition(".")
            yield hit(Span(*m.span()), "全文其他数字用了千分撇，写法要统一", f"{int(whole):,}{dot}{rest}")
    elif plain:
        for m in separated[:FEW]:
            yield hit(Span(*m.span()), "全文其他数字没有用千分撇，写法要统一", m.group().replace(",", ""))


@rule(
    "units.mixed",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=Source("GB 3100—1993", strength=Strength.PRACTICE),
    bad=["调运大米300公斤，面粉200公斤，食用油50⟦kg⟧"],
    good=["调运大米300公斤，面粉200公斤", "全长12公里，管径300mm"],
)
def units_mixed(draft: Draft) -> Iterator[Hit]:
    """同一单位在全文用同一种写法。

    “公斤”“千克”“kg”混用的，提示少的一种的第一处。
    """
    text = draft.view(Scope.PROSE)
    for forms in SAME_UNITS:
        if sum(form in text for form in forms) < 2:
            continue
        used = [found for form in forms if (found := _uses(form, text))]
        if len(used) > 1:
            few, many = min(used, key=len), max(used, key=len)
            if few is many:
                few = max(used, key=lambda found: found[0].start())  # one each: the later one
                many = min(used, key=lambda found: found[0].start())
            if len(few) <= FEW:
                usual = many[0]["u"]
                yield hit(Span(*few[0].span()), f"其他地方写作“{usual}”，单位的写法要统一", usual)


def _uses(unit: str, text: str) -> list[re.Match[str]]:
    """Where a unit stands behind a number."""
    return list(re.finditer(rf"(?P<u>{unit})(?<=[\d万亿]{unit})(?![A-Za-z0-9²³/])", text))
