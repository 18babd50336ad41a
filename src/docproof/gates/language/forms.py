"""One form of numbers throughout: in a series, for percentages, with or without separators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.sources import NUMERALS_STANDARD
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Source, Span, Strength
from docproof.model.numerals import han_decimal, han_number
from docproof.model.patterns import later

COUNTER = "[个家名项条所座户件种类次处人台套场期批]"
HAN = "[一二两三四五六七八九十百]{1,4}"
GAP = r"[^\d，。；：、和及与\n一二两三四五六七八九十百（）第]{0,8}"
COUNTED = later(rf"[0-9](?P<u>{COUNTER})")
NUMBER = later(r"(?<!第)\d+$")
THEN_HAN = later(rf"{GAP}(?:[、和及]|以及){GAP}(?P<n>{HAN})(?P<u>{COUNTER})(?![体性月人别])")
HAN_BEFORE = later(
    rf"(?<![第\d一二三四五六七八九十])(?P<n>{HAN})(?P<u>{COUNTER})(?![体性月]){GAP}(?:[、和及]|以及){GAP}$"
)
NEAR = 28  # code points from one number of a series to the next
PERCENT = later(r"\d[％%]")
SYMBOL = later(r"[a-zL㎡](?:(?<=[0-9万亿].))[a-zWL]{0,2}²?³?(?![A-Za-z])")
RIVALS = ("千克", "千米")  # the units with two names in Chinese
NO_PERCENT = ("百分之百", "百分之一百", "百分之几")
DECIMALS = "零一二三四五六七八九十百点"
HAN_PERCENT = later(r"百分之[零一二三四五六七八九十百点几多]{1,8}")
SAME_UNITS = (
    ("公斤", "千克", "kg"), ("公里", "千米", "km"), ("公顷", "hm²"), ("吨", "t"), ("升", "L"), ("毫升", "mL", "ml"), ("米", "m"),
    ("毫米", "mm"), ("厘米", "cm"), ("平方米", "m²", "㎡"), ("立方米", "m³"), ("千瓦", "kW"), ("毫克", "mg"),
)  # fmt: skip
FEW = 2  # that many odd ones out are an oversight; more are a choice
SEPARATOR = later(r",(?<=\d,)(?=\d{3})")
SEPARATED = later(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)(?=\s?[元人户件吨亩个公平万亿])")
UNSEPARATED = later(r"(?<![\d.,A-Za-z—-])\d{4,9}(?:\.\d+)?(?=\s?(?:[元人户件吨亩公平]|个(?!月|百分点)|[万亿]元))")


@rule(
    "numerals.series",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=NUMERALS_STANDARD,
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
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    when=("百分之",),
    bad=[
        "增长5%，出口增长6.1%，投资增长8%，⟦百分之三十→30%⟧的企业受益",
        "主体工程完成45%，附属工程完成⟦百分之三十二点五→32.5%⟧",
    ],
    good=["增长5%，出口增长6.1%", "百分之三十的企业，百分之五十的农户", "百分之百完成，增长5%，出口增长6%，投资增长8%"],
)
def percent_forms(draft: Draft) -> Iterator[Hit]:
    """百分数在全文用同一种写法。

    一篇里只有一两处“百分之……”而其他用“%”的，或者反过来，提示少的一种。法规不报。
    """
    if draft.type is DocumentType.STATUTE:
        return
    text = draft.view(Scope.PROSE)
    if "百分之" not in text:
        return
    han = [m for m in HAN_PERCENT.finditer(text) if m.group() not in NO_PERCENT]
    signs = list(PERCENT.finditer(text))
    if han and len(han) <= FEW and len(han) <= len(signs):
        for m in han:
            right = _percent(m.group())
            yield hit(Span(*m.span()), "全文其他百分数写作“%”，用同一种写法", *([right] if right else []))
    elif signs and len(signs) <= FEW < len(han):
        yield hit(Span(*signs[0].span()), "全文其他百分数写作“百分之”，用同一种写法")


def _percent(words: str) -> str | None:
    """百分之三十 with the sign; None for an approximate one (百分之二十几)."""
    number = words.removeprefix("百分之")
    return None if number.strip(DECIMALS) else f"{han_decimal(number)}%"


@rule(
    "numerals.separators",
    gate=Gate.LANGUAGE,
    severity=Severity.HINT,
    source=NUMERALS_STANDARD,
    fix=FixSafety.UNSAFE,
    bad=[
        "共1,234,567元，其中⟦234567→234,567⟧元用于维修",
        "收入12,580万元，成本⟦9430→9,430⟧万元，利润1,260万元",
    ],
    good=["共1,234,567元，其中234,567元用于维修", "共1234567元，其中234567元", "共1,234元，建筑面积3260平方米"],
)
def separators(draft: Draft) -> Iterator[Hit]:
    """千分撇要么都用，要么都不用。四位以内的整数可以不用。"""
    text = draft.view(Scope.PROSE)
    if not SEPARATOR.search(text):
        return
    separated = list(SEPARATED.finditer(text))
    short = len(separated) > 1 and any(len(m.group().partition(".")[0]) == len("1,234") for m in separated)
    plain = [m for m in UNSEPARATED.finditer(text) if short or len(m.group().partition(".")[0]) > len("1234")]
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
    fix=FixSafety.UNSAFE,
    bad=["调运大米300公斤，面粉200公斤，食用油50⟦kg→公斤⟧", "大米800公斤、食用油260⟦kg→公斤⟧", "净宽4m，净高5⟦米→m⟧"],
    good=["调运大米300公斤，面粉200公斤", "全长12公里，管径300mm"],
)
def units_mixed(draft: Draft) -> Iterator[Hit]:
    """同一单位在全文用同一种写法。

    “公斤”“千克”“kg”混用的，提示少的一种；一样多的，提示后用的一种。
    """
    text = draft.view(Scope.PROSE)
    symbols = {m.group() for m in SYMBOL.finditer(text)}
    for forms in SAME_UNITS:
        if symbols.isdisjoint(forms) and not (forms[1] in RIVALS and forms[1] in text):
            continue
        used = [found for form in forms if (found := _uses(form, text))]
        if len(used) > 1:
            used.sort(key=lambda found: (-len(found), found[0].start()))
            usual, few = used[0][0]["u"], used[-1]
            for m in few if len(few) <= FEW else ():
                yield hit(Span(*m.span()), f"全文其他地方写作“{usual}”，单位的写法要统一", usual)


def _uses(unit: str, text: str) -> list[re.Match[str]]:
    """Where a unit stands behind a number."""
    return list(re.finditer(rf"(?P<u>{unit})(?<=[\d万亿]{unit})(?![A-Za-z0-9²³/])", text)) if unit in text else []
